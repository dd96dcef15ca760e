//! Which duties stay in every repair with the fewest changes: only the rest has to be solved.
//!
//! A repair that fills F places and keeps k of the present duties changes F − k. Present duties that nobody may have any
//! more are gone. Of the others some must go as well: somebody whose duties exclude each other loses at least one, a
//! sitting with more people than places loses the surplus. These losses lie apart, so their sum is a bound. Where a
//! repair that keeps all the rest loses just that much, and leaves no place empty for which there is anybody, it changes
//! the fewest; and so does every repair that is as good, which therefore keeps the rest too.

use std::collections::BTreeMap;

use crate::domain::{PersonId, Role, Severity};

use super::super::instance::{Demand, Instance};
use super::super::levels::{Level, Levels};
use super::super::limited;

/// The present duties that the rules allow one by one, parted.
pub struct Stay {
    /// Stay in every best repair, if the losses come out as low as `losses`: (index among the demands, person).
    pub kept: Vec<(usize, PersonId)>,
    /// How many others there are.
    disputed: usize,
    /// Of these, at least so many must go.
    losses: usize,
    /// At least so many places stay empty.
    empty: Levels,
}

impl Stay {
    /// Looks at an instance that has a roster in force.
    pub fn of(instance: &Instance) -> Self {
        let mut by_person: BTreeMap<PersonId, Vec<usize>> = BTreeMap::new();
        let mut empty = Levels::default();
        for (index, demand) in instance.demands.iter().enumerate() {
            let missing = i64::from(demand.seats) - demand.candidates.len() as i64;
            empty += Levels::single(Level::Unfilled(demand.role), missing.max(0));
            for candidate in demand.candidates.iter().filter(|it| !it.changed) {
                by_person.entry(candidate.person).or_default().push(index);
            }
        }
        let mut present = vec![0_usize; instance.demands.len()];
        let mut is_torn = vec![false; instance.demands.len()];
        let mut stay = Self {
            kept: Vec::new(),
            disputed: 0,
            losses: 0,
            empty,
        };
        let mut whole = Vec::new();
        for (person, duties) in by_person {
            let agrees = agree(instance, person, &duties);
            for &index in &duties {
                present[index] += 1;
                is_torn[index] |= !agrees;
            }
            if agrees {
                whole.extend(duties.into_iter().map(|index| (index, person)));
            } else {
                stay.losses += 1;
                stay.disputed += duties.len();
            }
        }
        let seats = |index: usize| instance.demands[index].seats as usize;
        for (index, _) in instance.demands.iter().enumerate() {
            if !is_torn[index] {
                stay.losses += present[index].saturating_sub(seats(index));
            }
        }
        let (kept, crowded): (Vec<_>, Vec<_>) = whole
            .into_iter()
            .partition(|&(index, _)| present[index] <= seats(index));
        stay.disputed += crowded.len();
        stay.kept = kept;
        stay
    }

    /// Do these duties, beside those that stay, make a repair with the fewest changes of all?
    pub fn proves(
        &self,
        instance: &Instance,
        duties: &[(usize, PersonId)],
        value: &Levels,
    ) -> bool {
        let stays = |&&(index, person): &&(usize, PersonId)| {
            let candidate = instance.demands[index].candidate(person);
            candidate.is_some_and(|candidate| !candidate.changed)
        };
        let lost = self.disputed - duties.iter().filter(stays).count();
        let unfilled = |role: &Role| Level::Unfilled(*role);
        lost == self.losses
            && Role::ALL
                .iter()
                .map(unfilled)
                .all(|level| value.get(level) == self.empty.get(level))
    }
}

/// May the person have all these duties together?
fn agree(instance: &Instance, person: PersonId, duties: &[usize]) -> bool {
    let demand = |&index: &usize| &instance.demands[index];
    let bound: Vec<&Demand> = duties
        .iter()
        .map(demand)
        .filter(|demand| demand.role.is_time_bound())
        .collect();
    let standing = &instance.standing[person.index()];
    let mut on_day: BTreeMap<u32, u32> = BTreeMap::new();
    let mut in_week: BTreeMap<u32, u32> = BTreeMap::new();
    for (at, one) in bound.iter().enumerate() {
        if bound[..at].iter().any(|other| instance.clash(one, other)) {
            return false;
        }
        *on_day.entry(one.day).or_default() += 1;
        *in_week.entry(one.week).or_default() += 1;
    }
    let checks = |proctored: &Demand| {
        let mut all = duties.iter().map(demand);
        all.any(|it| it.role == Role::Checker && it.sitting == proctored.sitting)
    };
    limited::keeps_works(instance, person, duties)
        && in_week
            .into_iter()
            .all(|(week, duties)| duties <= standing.left_in(week))
        && bound.len() as u64 <= u64::from(standing.total)
        && on_day
            .into_iter()
            .all(|(day, duties)| duties <= standing.left_on(day))
        && !bound.iter().any(|it| {
            it.role == Role::Proctor
                && instance.coupling.severity(person, it.sitting) == Severity::Forbid
                && checks(it)
        })
}
