//! What a roster is worth: its objective, counted duty by duty.

use std::collections::BTreeSet;

use crate::domain::{PersonId, Role, RuleCode, Severity};

use super::instance::Instance;
use super::levels::{Level, Levels};

/// The value of a legal roster: these duties (index among the instance's demands, person) beside the pinned ones.
pub fn value(instance: &Instance, duties: &[(usize, PersonId)]) -> Levels {
    let all: Vec<usize> = (0..instance.demands.len()).collect();
    instance.settled + growth(instance, &all, duties)
}

/// What these duties and the empty seats of these demands amount to, beyond what people bring along.
pub fn growth(instance: &Instance, demands: &[usize], duties: &[(usize, PersonId)]) -> Levels {
    let mut total = Levels::default();
    let mut empty: Vec<i64> = vec![0; instance.demands.len()];
    for &index in demands {
        empty[index] = i64::from(instance.demands[index].seats);
    }
    let mut amounts: Vec<_> = instance
        .standing
        .iter()
        .map(|standing| (standing.load, standing.lessons))
        .collect();
    for &(index, person) in duties {
        let demand = &instance.demands[index];
        empty[index] -= 1;
        let (load, lessons) = &mut amounts[person.index()];
        total += instance.growth(demand, person, (load[demand.role], lessons[demand.role]));
        load[demand.role] += demand.load;
        lessons[demand.role] += demand.lessons;
        if let Some(candidate) = demand.candidate(person) {
            total += candidate.levels();
        }
    }
    for &index in demands {
        total += Levels::single(Level::Unfilled(instance.demands[index].role), empty[index]);
    }
    for (_, _, severity) in couples(instance, duties) {
        if severity == Severity::Avoid {
            total += Levels::single(Level::Avoided(RuleCode::CheckerProctored), 1);
        }
    }
    total
}

/// Duties of one person as proctor and as checker of one sitting, and what the rule says of it (never `allow`).
pub fn couples(instance: &Instance, duties: &[(usize, PersonId)]) -> Vec<(usize, usize, Severity)> {
    if instance.coupling.is_off() {
        return Vec::new();
    }
    let as_role = |role| {
        duties
            .iter()
            .enumerate()
            .filter(move |(_, (index, _))| instance.demands[*index].role == role)
            .map(|(at, &(index, person))| (instance.demands[index].sitting, person, at))
    };
    let proctors: BTreeSet<_> = as_role(Role::Proctor).collect();
    as_role(Role::Checker)
        .filter_map(|(sitting, person, at)| {
            let from = (sitting, person, 0);
            let &(_, _, proctor) = proctors
                .range(from..=(sitting, person, usize::MAX))
                .next()?;
            let severity = instance.coupling.severity(person, sitting);
            (severity != Severity::Allow).then_some((proctor, at, severity))
        })
        .collect()
}
