//! Parts of a school that share no row: each has a model of its own.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{PersonId, Role};

use super::super::instance::Instance;

/// Open demands by part: two belong together if somebody may take both and they are both time-bound, both checkers', or
/// proctor and checker of one sitting while a rule speaks of those.
pub fn of(instance: &Instance) -> Vec<Vec<usize>> {
    // What ties demands of a person together: their clock, their works, or a sitting that they might proctor and check.
    let mut ties: BTreeMap<(PersonId, u32), Vec<usize>> = BTreeMap::new();
    let open: Vec<usize> = (0..instance.demands.len())
        .filter(|&index| instance.demands[index].seats > 0)
        .collect();
    for &index in &open {
        let demand = &instance.demands[index];
        let of_sitting = 2 + demand.sitting.index() as u32;
        let couples = matches!(demand.role, Role::Proctor | Role::Checker);
        for candidate in &demand.candidates {
            let mut tie = |what| {
                ties.entry((candidate.person, what))
                    .or_default()
                    .push(index);
            };
            tie(u32::from(demand.role == Role::Checker));
            if couples && !instance.coupling.is_off() {
                tie(of_sitting);
            }
        }
    }
    let mut part_of: Vec<usize> = (0..instance.demands.len()).collect();
    for tied in ties.values() {
        for &index in tied {
            let (a, b) = (root(&part_of, tied[0]), root(&part_of, index));
            part_of[a.max(b)] = a.min(b);
        }
    }
    let mut parts: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for index in open {
        parts.entry(root(&part_of, index)).or_default().push(index);
    }
    parts.into_values().collect()
}

fn root(part_of: &[usize], mut index: usize) -> usize {
    while part_of[index] != index {
        index = part_of[index];
    }
    index
}

/// Pairs of a demand and a person who may take it.
pub fn pairs(instance: &Instance, part: &[usize]) -> usize {
    let candidates = |&index: &usize| instance.demands[index].candidates.len();
    part.iter().map(candidates).sum()
}

/// Whom pins call in for time-bound duty.
pub fn already(instance: &Instance) -> BTreeSet<PersonId> {
    let time_bound = instance.pinned.iter().filter(|it| it.role.is_time_bound());
    time_bound.map(|it| it.candidate.person).collect()
}
