//! The fewest people who can do all the work of one commission: every sitting needs so many of those who may check it.
//!
//! People who may check the same sittings are alike; the search takes one of each kind at a time and cuts off whatever
//! cannot be smaller than what is known.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::PersonId;

use super::group::Group;

/// Nodes of one search.
const NODES: usize = 20_000;
/// Sittings of one commission that a search can tell apart.
const MOST: usize = u128::BITS as usize;

/// Who does the work of a commission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cover {
    /// Those beside the people who are in the commission anyway.
    pub people: BTreeSet<PersonId>,
    /// No fewer can do.
    pub least: usize,
}

/// The fewest people beside those who are `already` in the commission; of people alike, whoever costs least.
pub fn fewest(
    group: &Group,
    already: &BTreeSet<PersonId>,
    cost: &dyn Fn(PersonId) -> i64,
) -> Cover {
    let sure = group
        .needs
        .iter()
        .flat_map(|need| need.sure.iter().copied());
    let sure: BTreeSet<PersonId> = sure.filter(|it| !already.contains(it)).collect();
    let is_in = |person: &PersonId| already.contains(person) || sure.contains(person);
    let mut left = Vec::new();
    let mut masks: BTreeMap<PersonId, u128> = BTreeMap::new();
    for need in &group.needs {
        let there = need.ties.iter().filter(|&it| is_in(it)).count();
        let missing = (need.picks as usize).saturating_sub(there);
        if missing == 0 {
            continue;
        }
        // Sittings beyond what one search tells apart are left to the greedy end.
        if left.len() < MOST {
            for &person in need.ties.iter().filter(|&it| !is_in(it)) {
                *masks.entry(person).or_default() |= 1 << left.len();
            }
        }
        left.push(missing);
    }
    let is_whole = left.len() <= MOST;
    left.truncate(MOST);
    let mut kinds: BTreeMap<u128, Vec<PersonId>> = BTreeMap::new();
    for (person, mask) in masks {
        kinds.entry(mask).or_default().push(person);
    }
    for people in kinds.values_mut() {
        people.sort_by_key(|&person| (cost(person), person));
    }
    let mut search = Search {
        best: None,
        nodes: NODES,
    };
    let root = lower(&left, &kinds);
    search.below(&left, &kinds, &mut Vec::new());
    let found = search.best.unwrap_or_default();
    let least = if search.nodes > 0 { found.len() } else { root };
    let mut people: BTreeSet<PersonId> = sure.iter().copied().chain(found).collect();
    if !is_whole {
        complete(group, already, &mut people);
    }
    Cover {
        people,
        least: sure.len() + least,
    }
}

/// Adds people one by one until every sitting has enough.
fn complete(group: &Group, already: &BTreeSet<PersonId>, people: &mut BTreeSet<PersonId>) {
    for need in &group.needs {
        for &person in &need.ties {
            let is_in = |it: &&PersonId| already.contains(it) || people.contains(it);
            if need.ties.iter().filter(is_in).count() >= need.picks as usize {
                break;
            }
            people.insert(person);
        }
    }
}

/// No fewer people do what is left: of sittings that share nobody each needs its own, and nobody helps with more sittings
/// than their kind.
fn lower(left: &[usize], kinds: &BTreeMap<u128, Vec<PersonId>>) -> usize {
    let open = mask_of(left);
    let most = kinds.keys().map(|mask| (mask & open).count_ones()).max();
    let most = (most.unwrap_or(0) as usize).max(1);
    let by_most = left.iter().sum::<usize>().div_ceil(most);
    let mut order: Vec<usize> = (0..left.len()).filter(|&at| left[at] > 0).collect();
    order.sort_by_key(|&at| (std::cmp::Reverse(left[at]), at));
    let (mut used, mut apart) = (0_u128, 0);
    for at in order {
        let mine = kinds.keys().filter(|&mask| mask >> at & 1 == 1);
        let touched = mine.fold(0, |all, mask| all | mask);
        if touched & used == 0 {
            apart += left[at];
            used |= 1 << at;
        }
    }
    by_most.max(apart)
}

fn mask_of(left: &[usize]) -> u128 {
    let open = left.iter().enumerate().filter(|it| *it.1 > 0);
    open.fold(0, |mask, (at, _)| mask | 1 << at)
}

struct Search {
    best: Option<Vec<PersonId>>,
    nodes: usize,
}

impl Search {
    fn below(
        &mut self,
        left: &[usize],
        kinds: &BTreeMap<u128, Vec<PersonId>>,
        chosen: &mut Vec<PersonId>,
    ) {
        let open = mask_of(left);
        if open == 0 {
            if self
                .best
                .as_ref()
                .is_none_or(|best| chosen.len() < best.len())
            {
                self.best = Some(chosen.clone());
            }
            return;
        }
        let known = self.best.as_ref().map_or(usize::MAX, Vec::len);
        if chosen.len() + lower(left, kinds) >= known || self.nodes == 0 && self.best.is_some() {
            return;
        }
        self.nodes = self.nodes.saturating_sub(1);
        let people_of = |at: usize| {
            let mine = kinds.iter().filter(move |(mask, _)| *mask >> at & 1 == 1);
            mine.map(|(_, people)| people.len()).sum::<usize>()
        };
        let is_open = |&at: &usize| left[at] > 0;
        let hardest = (0..left.len())
            .filter(is_open)
            .min_by_key(|&at| (people_of(at).saturating_sub(left[at]), at));
        let Some(hardest) = hardest.filter(|&at| people_of(at) >= left[at]) else {
            return;
        };
        let mine = kinds.iter().filter(|(mask, _)| *mask >> hardest & 1 == 1);
        let mut mine: Vec<u128> = mine.map(|(&mask, _)| mask).collect();
        mine.sort_by_key(|mask| (std::cmp::Reverse((mask & open).count_ones()), *mask));
        let mut rest = kinds.clone();
        for mask in mine {
            let Some(people) = rest.get_mut(&mask).filter(|it| !it.is_empty()) else {
                continue;
            };
            let person = people.remove(0);
            let mut after = left.to_vec();
            for (at, left) in after.iter_mut().enumerate() {
                *left -= usize::from(mask >> at & 1 == 1 && *left > 0);
            }
            chosen.push(person);
            self.below(&after, &rest, chosen);
            chosen.pop();
            // All covers with somebody of this kind have been looked at.
            rest.remove(&mask);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::random::Random;
    use super::super::group::Need;
    use super::*;

    #[test]
    fn no_set_of_people_is_smaller() {
        let mut random = Random::new(5);
        for round in 0..2_000 {
            let people = 1 + random.below(7);
            let needs = (0..=random.below(5)).map(|index| {
                let all = (0..people).map(PersonId::new);
                let ties: Vec<PersonId> = all.filter(|_| random.below(3) > 0).collect();
                let sure: Vec<PersonId> = match random.below(4) {
                    0 => (0..people)
                        .map(PersonId::new)
                        .filter(|it| !ties.contains(it))
                        .take(1)
                        .collect(),
                    _ => Vec::new(),
                };
                Need {
                    index,
                    load: 1,
                    picks: random.below(ties.len() + 1) as u32,
                    sure,
                    ties,
                }
            });
            let group = Group {
                needs: needs.collect(),
            };
            let already: BTreeSet<PersonId> =
                (0..random.below(2)).map(|_| PersonId::new(0)).collect();
            let enough = |set: &BTreeSet<PersonId>| {
                group.needs.iter().all(|need| {
                    let is_in = |it: &&PersonId| already.contains(it) || set.contains(it);
                    let sure = need.sure.iter().all(|it| is_in(&it));
                    sure && need.ties.iter().filter(is_in).count() >= need.picks as usize
                })
            };
            let set = |bits: u32| {
                let all = (0..people).filter(move |at| bits >> at & 1 == 1);
                all.map(PersonId::new).collect::<BTreeSet<_>>()
            };
            let sets = (0..1_u32 << people).map(set).filter(|it| enough(it));
            let least = sets.map(|it| it.difference(&already).count()).min();
            let cover = fewest(&group, &already, &|_| 0);
            assert!(enough(&cover.people), "round {round}");
            assert_eq!(Some(cover.people.len()), least, "round {round}");
            assert_eq!(Some(cover.least), least, "round {round}");
        }
    }
}
