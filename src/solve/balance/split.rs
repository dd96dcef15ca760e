//! The bound of [`super::balance`]: items may be divided in whole works among their options.

use std::collections::VecDeque;

use super::Balance;

/// The best division.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Split {
    /// Σ load², the smallest possible with divided items.
    pub squares: i64,
    /// No work can be moved to anyone better off: the division is optimal.
    pub certified: bool,
}

/// Divides the items best.
pub fn solve(problem: &Balance) -> Split {
    let mut division = Division::new(problem);
    let everyone: Vec<usize> = (0..problem.loads.len()).collect();
    division.level(everyone);
    let squares = division.loads.iter().map(|&load| load * load).sum();
    Split {
        squares,
        certified: division.is_optimal(),
    }
}

/// Works of every item at every option, and the loads that follow.
struct Division<'a> {
    problem: &'a Balance,
    /// `works[item][slot]` goes to `options[slot]`.
    works: Vec<Vec<i64>>,
    loads: Vec<i64>,
    /// Items of each person, with the slot.
    items_of: Vec<Vec<(usize, usize)>>,
}

impl<'a> Division<'a> {
    /// Every item goes to its first options.
    fn new(problem: &'a Balance) -> Self {
        let mut loads: Vec<i64> = problem.loads.iter().map(|&load| i64::from(load)).collect();
        let mut items_of = vec![Vec::new(); loads.len()];
        let mut works = Vec::with_capacity(problem.items.len());
        for (index, item) in problem.items.iter().enumerate() {
            let mut mine = vec![0; item.options.len()];
            for (slot, &person) in item.options.iter().enumerate() {
                items_of[person as usize].push((index, slot));
                if slot < item.picks as usize {
                    mine[slot] = i64::from(item.weight);
                    loads[person as usize] += i64::from(item.weight);
                }
            }
            works.push(mine);
        }
        Self {
            problem,
            works,
            loads,
            items_of,
        }
    }

    /// Levels the loads inside a group, splitting it where the works cannot be spread evenly over it.
    ///
    /// Works that lie outside the group never enter it and never leave: the group is one part of the decomposition.
    fn level(&mut self, group: Vec<usize>) {
        let mut waiting = vec![group];
        while let Some(group) = waiting.pop() {
            let total: i64 = group.iter().map(|&person| self.loads[person]).sum();
            let count = group.len() as i64;
            if count == 0 {
                continue;
            }
            let mut inside = vec![false; self.loads.len()];
            group.iter().for_each(|&person| inside[person] = true);
            let target = total.div_euclid(count);
            // First everyone up to the floor of the mean, then down to its ceiling.
            let ceiling = target + i64::from(total % count != 0);
            self.push(&group, &inside, ceiling, target);
            let above = self.reach(&inside, |load| load > ceiling);
            let over: Vec<usize> = group
                .iter()
                .copied()
                .filter(|&person| above[person])
                .collect();
            if !over.is_empty() && over.len() < group.len() {
                let rest = group
                    .iter()
                    .copied()
                    .filter(|&person| !above[person])
                    .collect();
                waiting.push(over);
                waiting.push(rest);
                continue;
            }
            let below = self.reach_back(&inside, |load| load < target);
            let under: Vec<usize> = group
                .iter()
                .copied()
                .filter(|&person| below[person])
                .collect();
            if !under.is_empty() && under.len() < group.len() {
                let rest = group
                    .iter()
                    .copied()
                    .filter(|&person| !below[person])
                    .collect();
                waiting.push(under);
                waiting.push(rest);
            }
        }
    }

    /// Moves works from loads above `high` to loads below it, and to loads below `low` from loads above it, along chains.
    fn push(&mut self, group: &[usize], inside: &[bool], high: i64, low: i64) {
        loop {
            let mut moved = false;
            for &from in group {
                while self.loads[from] > high && self.chain(from, inside, |load| load < high) {
                    moved = true;
                }
                while self.loads[from] > low && self.chain(from, inside, |load| load < low) {
                    moved = true;
                }
            }
            if !moved {
                return;
            }
        }
    }

    /// Moves as much as fits along a shortest chain from `from` to somebody whose load passes `wanted`.
    fn chain(&mut self, from: usize, inside: &[bool], wanted: impl Fn(i64) -> bool) -> bool {
        let mut via: Vec<Option<(usize, usize, usize)>> = vec![None; self.loads.len()];
        let mut seen = vec![false; self.loads.len()];
        seen[from] = true;
        let mut queue = VecDeque::from([from]);
        while let Some(person) = queue.pop_front() {
            if person != from && wanted(self.loads[person]) {
                let mut room = 1.max((self.loads[from] - self.loads[person]) / 2);
                let mut at = person;
                while let Some((item, give, take)) = via[at] {
                    let weight = i64::from(self.problem.items[item].weight);
                    room = room
                        .min(self.works[item][give])
                        .min(weight - self.works[item][take]);
                    at = self.problem.items[item].options[give] as usize;
                }
                let mut at = person;
                while let Some((item, give, take)) = via[at] {
                    self.works[item][give] -= room;
                    self.works[item][take] += room;
                    at = self.problem.items[item].options[give] as usize;
                }
                self.loads[from] -= room;
                self.loads[person] += room;
                return room > 0;
            }
            for (item, give, take, next) in self.moves(person) {
                if inside[next] && !seen[next] {
                    seen[next] = true;
                    via[next] = Some((item, give, take));
                    queue.push_back(next);
                }
            }
        }
        false
    }

    /// Works the person could hand on: (item, own slot, other slot, other person).
    fn moves(&self, person: usize) -> impl Iterator<Item = (usize, usize, usize, usize)> + '_ {
        self.items_of[person]
            .iter()
            .filter(|&&(item, slot)| self.works[item][slot] > 0)
            .flat_map(move |&(item, give)| {
                let weight = i64::from(self.problem.items[item].weight);
                let options = &self.problem.items[item].options;
                (0..options.len())
                    .filter(move |&take| take != give && self.works[item][take] < weight)
                    .map(move |take| (item, give, take, options[take] as usize))
            })
    }

    /// Everyone to whom works can be handed on from a load that passes `wanted`.
    fn reach(&self, inside: &[bool], wanted: impl Fn(i64) -> bool) -> Vec<bool> {
        let mut seen: Vec<bool> = (0..self.loads.len())
            .map(|person| inside[person] && wanted(self.loads[person]))
            .collect();
        let mut queue: Vec<usize> = (0..seen.len()).filter(|&person| seen[person]).collect();
        while let Some(person) = queue.pop() {
            for (_, _, _, next) in self.moves(person) {
                if inside[next] && !seen[next] {
                    seen[next] = true;
                    queue.push(next);
                }
            }
        }
        seen
    }

    /// Everyone who can hand works on to a load that passes `wanted`.
    fn reach_back(&self, inside: &[bool], wanted: impl Fn(i64) -> bool) -> Vec<bool> {
        let mut before = vec![Vec::new(); self.loads.len()];
        for person in (0..self.loads.len()).filter(|&person| inside[person]) {
            for (_, _, _, next) in self.moves(person) {
                before[next].push(person);
            }
        }
        let mut seen: Vec<bool> = (0..self.loads.len())
            .map(|person| inside[person] && wanted(self.loads[person]))
            .collect();
        let mut queue: Vec<usize> = (0..seen.len()).filter(|&person| seen[person]).collect();
        while let Some(person) = queue.pop() {
            for &previous in &before[person] {
                if !seen[previous] {
                    seen[previous] = true;
                    queue.push(previous);
                }
            }
        }
        seen
    }

    /// Optimality of a convex flow in integers: nobody can hand a work on, through others, to a load two or more below.
    fn is_optimal(&self) -> bool {
        let inside = vec![true; self.loads.len()];
        let mut loads: Vec<i64> = self.loads.clone();
        loads.sort_unstable();
        loads.dedup();
        loads.into_iter().all(|level| {
            let reached = self.reach(&inside, |load| load >= level);
            (0..reached.len()).all(|person| !reached[person] || self.loads[person] >= level - 1)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::Item;
    use super::*;
    use crate::solve::random::Random;

    /// Σ load² of the best division, found by moving single works until no chain helps: slow and simple.
    fn by_single_works(problem: &Balance) -> i64 {
        let mut division = Division::new(problem);
        let inside = vec![true; problem.loads.len()];
        loop {
            let mut moved = false;
            for from in 0..problem.loads.len() {
                let load = division.loads[from];
                moved |= division.chain(from, &inside, |other| other + 1 < load);
            }
            if !moved {
                return division.loads.iter().map(|load| load * load).sum();
            }
        }
    }

    #[test]
    fn decomposition_agrees_with_single_moves_and_is_certified() {
        let mut random = Random::new(7);
        for _ in 0..300 {
            let people = 2 + random.below(6);
            let items = (0..1 + random.below(9))
                .map(|_| {
                    let mut options: Vec<u32> = (0..people as u32)
                        .filter(|_| random.below(2) == 0)
                        .collect();
                    if options.is_empty() {
                        options.push(0);
                    }
                    let picks = 1 + random.below(options.len()) as u32;
                    Item {
                        weight: 1 + random.below(30) as u32,
                        picks,
                        options,
                    }
                })
                .collect();
            let loads = (0..people).map(|_| random.below(40) as u32).collect();
            let problem = Balance { loads, items };
            let split = solve(&problem);
            assert!(split.certified, "{problem:?}");
            assert_eq!(split.squares, by_single_works(&problem), "{problem:?}");
        }
    }
}
