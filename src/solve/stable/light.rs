//! Which of the smallest commissions: those that leave works spread most evenly, as far as exchanges see.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{PersonId, Role};

use super::super::instance::Instance;
use super::cover;
use super::group::{Group, Pair};

/// Looks at all commissions.
const ROUNDS: usize = 30;

/// Commissions in the making, and who has how many works.
pub struct Light<'a> {
    instance: &'a Instance,
    groups: &'a BTreeMap<u32, Group>,
    pinned: &'a BTreeSet<Pair>,
    /// Members of each commission, those whom pins put there among them.
    members: BTreeMap<u32, BTreeSet<PersonId>>,
    /// Who has the seats that are open, by demand.
    held: BTreeMap<usize, Vec<PersonId>>,
    loads: Vec<i64>,
}

impl<'a> Light<'a> {
    /// Smallest commissions, the one with most works first, of those who have least to check.
    pub fn new(
        instance: &'a Instance,
        groups: &'a BTreeMap<u32, Group>,
        pinned: &'a BTreeSet<Pair>,
    ) -> Self {
        let standing = instance.standing.iter();
        let mut light = Self {
            instance,
            groups,
            pinned,
            members: BTreeMap::new(),
            held: BTreeMap::new(),
            loads: standing
                .map(|it| i64::from(it.load[Role::Checker]))
                .collect(),
        };
        for need in groups.values().flat_map(|group| &group.needs) {
            for person in &need.sure {
                light.loads[person.index()] += i64::from(need.load);
            }
        }
        let works = |group: &Group| -> u64 {
            let needs = group.needs.iter();
            needs
                .map(|it| u64::from(it.load) * u64::from(it.picks))
                .sum()
        };
        let mut order: Vec<u32> = groups.keys().copied().collect();
        order.sort_by_key(|number| (std::cmp::Reverse(works(&groups[number])), *number));
        for number in order {
            light.staff(number);
        }
        light
    }

    /// The pairs as they are.
    pub fn pairs(&self) -> BTreeSet<Pair> {
        let members = self.members.iter();
        let pairs =
            members.flat_map(|(&number, people)| people.iter().map(move |&it| (number, it)));
        pairs.chain(self.pinned.iter().copied()).collect()
    }

    fn staff(&mut self, number: u32) {
        let group = &self.groups[&number];
        let already = of(self.pinned, number);
        let cost = |person: PersonId| self.weight(person) * self.loads[person.index()];
        let cover = cover::fewest(group, &already, &cost);
        let members: BTreeSet<PersonId> = already.union(&cover.people).copied().collect();
        let mut needs: Vec<_> = group.needs.iter().collect();
        needs.sort_by_key(|need| (std::cmp::Reverse(need.load), need.index));
        for need in needs {
            let mut able: Vec<PersonId> = need.ties.clone();
            able.retain(|it| members.contains(it));
            able.sort_by_key(|&it| (self.weight(it) * self.loads[it.index()], it));
            able.truncate(need.picks as usize);
            for person in &able {
                self.loads[person.index()] += i64::from(need.load);
            }
            self.held.insert(need.index, able);
        }
        self.members.insert(number, members);
    }

    /// Puts others in the place of members, and hands works to lighter members, as long as that is more even.
    pub fn descend(&mut self, stop: &dyn Fn() -> bool) {
        let numbers: Vec<u32> = self.groups.keys().copied().collect();
        for _ in 0..ROUNDS {
            let mut is_better = false;
            for &number in &numbers {
                if stop() {
                    return;
                }
                is_better |= self.replace(number) | self.hand_over(number);
            }
            if !is_better {
                return;
            }
        }
    }

    /// Somebody else in the place of a member, with all the member's works of the commission.
    fn replace(&mut self, number: u32) -> bool {
        let group = &self.groups[&number];
        let others: BTreeSet<PersonId> = group
            .needs
            .iter()
            .flat_map(|need| need.ties.iter().copied())
            .filter(|it| !self.members[&number].contains(it))
            .collect();
        let mut is_better = false;
        let members: Vec<PersonId> = self.members[&number].iter().copied().collect();
        for member in members {
            let is_sure = group.needs.iter().any(|need| need.sure.contains(&member));
            if is_sure || self.pinned.contains(&(number, member)) {
                continue;
            }
            let has = |need: &&super::group::Need| self.held[&need.index].contains(&member);
            let works = group.needs.iter().filter(has).map(|it| i64::from(it.load));
            let works: i64 = works.sum();
            let best = others
                .iter()
                .filter(|&&other| !self.members[&number].contains(&other))
                .filter(|&&other| self.may_replace(number, member, other))
                .map(|&other| (self.change(works, member, other), other))
                .min();
            if let Some((change, other)) = best
                && change < 0
            {
                for need in &group.needs {
                    let held = self.held.get_mut(&need.index).into_iter().flatten();
                    for it in held.filter(|it| **it == member) {
                        *it = other;
                    }
                }
                self.pass(works, member, other);
                if let Some(members) = self.members.get_mut(&number) {
                    members.remove(&member);
                    members.insert(other);
                }
                is_better = true;
            }
        }
        is_better
    }

    /// Can the other do all that the member does there, so that every sitting still has enough?
    fn may_replace(&self, number: u32, member: PersonId, other: PersonId) -> bool {
        self.groups[&number].needs.iter().all(|need| {
            let held = &self.held[&need.index];
            !held.contains(&member) || need.ties.contains(&other) && !held.contains(&other)
        })
    }

    fn hand_over(&mut self, number: u32) -> bool {
        let mut is_better = false;
        for need in &self.groups[&number].needs {
            for seat in 0..self.held[&need.index].len() {
                let holder = self.held[&need.index][seat];
                let works = i64::from(need.load);
                let members = self.members[&number].iter();
                let best = members
                    .filter(|&it| need.ties.contains(it) && !self.held[&need.index].contains(it))
                    .map(|&it| (self.change(works, holder, it), it))
                    .min();
                if let Some((change, other)) = best
                    && change < 0
                {
                    if let Some(held) = self.held.get_mut(&need.index) {
                        held[seat] = other;
                    }
                    self.pass(works, holder, other);
                    is_better = true;
                }
            }
        }
        is_better
    }

    fn weight(&self, person: PersonId) -> i64 {
        self.instance.standing[person.index()].weight(Role::Checker)
    }

    /// What passing so many works on adds to the squares.
    fn change(&self, works: i64, from: PersonId, to: PersonId) -> i64 {
        let [had, has] = [from, to].map(|it| self.loads[it.index()]);
        works * (self.weight(to) * (2 * has + works) - self.weight(from) * (2 * had - works))
    }

    fn pass(&mut self, works: i64, from: PersonId, to: PersonId) {
        self.loads[from.index()] -= works;
        self.loads[to.index()] += works;
    }
}

/// Those of the pairs who are in the commission.
pub fn of(pairs: &BTreeSet<Pair>, number: u32) -> BTreeSet<PersonId> {
    let mine = pairs.iter().filter(|it| it.0 == number);
    mine.map(|it| it.1).collect()
}
