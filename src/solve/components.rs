//! Parts of the time-bound demands that share nobody: each is solved alone.

use std::collections::BTreeMap;

use crate::domain::PersonId;

use super::instance::Instance;

/// Positions of the time-bound demands, by connected part; parts and positions ascend.
///
/// Proctors and assistants share people, and so do observers where staff may observe.
pub fn time_bound(instance: &Instance) -> Vec<Vec<usize>> {
    let is_time_bound = |&index: &usize| instance.demands[index].role.is_time_bound();
    let demands: Vec<usize> = (0..instance.demands.len()).filter(is_time_bound).collect();
    let candidates = |position: usize| {
        let demand = &instance.demands[demands[position]];
        demand.candidates.iter().map(|candidate| candidate.person)
    };
    let mut parts = linked(demands.len(), candidates);
    for position in parts.iter_mut().flatten() {
        *position = demands[*position];
    }
    parts
}

/// Positions up to `count`, by connected part: `people` tells whom a position shares with others. Parts and positions
/// ascend.
pub fn linked<I: Iterator<Item = PersonId>>(
    count: usize,
    people: impl Fn(usize) -> I,
) -> Vec<Vec<usize>> {
    let mut leader: Vec<u32> = (0..count as u32).collect();
    let mut first_of = BTreeMap::<PersonId, u32>::new();
    for index in 0..count {
        for person in people(index) {
            let first = *first_of.entry(person).or_insert(index as u32);
            let (a, b) = (root(&mut leader, first), root(&mut leader, index as u32));
            leader[a.max(b) as usize] = a.min(b);
        }
    }
    let mut parts: Vec<Vec<usize>> = vec![Vec::new(); count];
    for index in 0..count {
        parts[root(&mut leader, index as u32) as usize].push(index);
    }
    parts.retain(|part| !part.is_empty());
    parts
}

fn root(leader: &mut [u32], mut index: u32) -> u32 {
    while leader[index as usize] != index {
        let above = leader[leader[index as usize] as usize];
        leader[index as usize] = above;
        index = above;
    }
    index
}
