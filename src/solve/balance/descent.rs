//! Better choices nearby: two people at a time share out again what they have between them, as evenly as can be.
//!
//! That covers moves, swaps and exchanges of any number of items between two; what takes three is left to random kicks
//! (iterated local search) and to the prices.

use super::super::random::Random;
use super::choice::Choice;
use super::part::Part;
use super::sums::Sums;
use super::trio::Trio;

/// The search; keeps its tables between calls.
pub struct Descent<'a> {
    part: &'a Part,
    /// Pairs of the same class, for every two people one after another.
    shared: Vec<(usize, usize)>,
    /// Where those of every two people end, first times people plus second.
    ends: Vec<usize>,
    /// Copies on the heap, as positions in a list of `shared`.
    heap: Vec<usize>,
    /// Weights that the copies on the heap make.
    sums: Sums,
    trio: Trio,
    random: Random,
    stop: &'a (dyn Fn() -> bool + Sync),
}

/// Heaps of more weight are left alone: the table would cost more than it brings.
const MOST_WEIGHT: i64 = 1 << 16;

/// Trios that share out in each kick, and of how many kicks one is wild.
const TRIOS: usize = 4;
const WILD: usize = 4;

impl<'a> Descent<'a> {
    /// For the part.
    pub fn new(part: &'a Part, stop: &'a (dyn Fn() -> bool + Sync)) -> Self {
        let people = part.people.len();
        let two = |first: usize, second: usize| {
            part.pairs[first].person * people + part.pairs[second].person
        };
        // How many there are for every two comes first, then where they begin; what is written moves that to the end.
        let mut ends = vec![0; people * people];
        let mut all = 0;
        for class in &part.classes {
            for first in class.pairs.clone() {
                for second in class.pairs.clone().filter(|&second| second != first) {
                    ends[two(first, second)] += 1;
                    all += 1;
                }
            }
        }
        let mut before = 0;
        for end in &mut ends {
            before += std::mem::replace(end, before);
        }
        let mut shared = vec![(0, 0); all];
        for class in &part.classes {
            for first in class.pairs.clone() {
                for second in class.pairs.clone().filter(|&second| second != first) {
                    let end = &mut ends[two(first, second)];
                    shared[*end] = (first, second);
                    *end += 1;
                }
            }
        }
        Self {
            part,
            shared,
            ends,
            heap: Vec::new(),
            sums: Sums::default(),
            trio: Trio::default(),
            random: Random::new(0),
            stop,
        }
    }

    /// Shares out until no two people gain, or it is to stop.
    pub fn descend(&mut self, choice: &mut Choice) {
        let mut touched = vec![true; self.part.people.len()];
        self.descend_from(choice, &mut touched);
    }

    /// As [`Self::descend`], where only the touched may gain at first.
    fn descend_from(&mut self, choice: &mut Choice, touched: &mut [bool]) {
        let people = touched.len();
        let mut next = vec![false; people];
        while touched.contains(&true) {
            next.fill(false);
            for first in 0..people {
                if (self.stop)() {
                    return;
                }
                for second in first + 1..people {
                    if (touched[first] || touched[second] || next[first] || next[second])
                        && self.share_out(choice, (first, second))
                    {
                        next[first] = true;
                        next[second] = true;
                    }
                }
            }
            touched.copy_from_slice(&next);
        }
    }

    /// Kicks the choice about and descends again, so many times; the best choice on the way.
    ///
    /// Mostly three people share out again, at least as evenly as before; now and then items go anywhere.
    pub fn kick(&mut self, start: &Choice, kicks: usize, enough: i64) -> Choice {
        let (mut best, mut current) = (start.clone(), start.clone());
        let mut touched = vec![false; self.part.people.len()];
        for kick in 0..kicks {
            if best.squares(self.part) <= enough || (self.stop)() {
                break;
            }
            for _ in 0..TRIOS {
                let Some(people) = self.three() else { break };
                let part = self.part;
                if self
                    .trio
                    .share_out(part, &mut current, people, &mut self.random)
                {
                    for person in people {
                        touched[person] = true;
                    }
                }
            }
            if kick % WILD == 0 {
                for _ in 0..2 + self.random.below(3) {
                    self.shift_at_random(&mut current, &mut touched);
                }
            }
            self.descend_from(&mut current, &mut touched);
            let (value, least) = (current.squares(self.part), best.squares(self.part));
            if value < least {
                best.clone_from(&current);
            } else if value > least + least / 2000 {
                current.clone_from(&best);
            }
        }
        best
    }

    /// Three people, of whom the first shares a class with the second, and one of them with the third.
    fn three(&mut self) -> Option<[usize; 3]> {
        let people = self.part.people.len();
        let first = self.random.below(people);
        let second = self.neighbour(first)?;
        let through = if self.random.below(2) == 0 {
            first
        } else {
            second
        };
        let third = self.neighbour(through)?;
        (first != third && second != third).then_some([first, second, third])
    }

    /// Somebody else who may take a class that the person may take.
    fn neighbour(&mut self, person: usize) -> Option<usize> {
        let pairs = &self.part.pairs_of[person];
        let pair = *pairs.get(self.random.below(pairs.len()))?;
        let class = &self.part.classes[self.part.pairs[pair].class];
        let other = class.pairs.start + self.random.below(class.pairs.len());
        (other != pair).then(|| self.part.pairs[other].person)
    }

    /// One copy of some class goes from one to another, where there is one and the other may take it.
    fn shift_at_random(&mut self, choice: &mut Choice, touched: &mut [bool]) {
        let class = &self.part.classes[self.random.below(self.part.classes.len())];
        let from = class.pairs.start + self.random.below(class.pairs.len());
        let to = class.pairs.start + self.random.below(class.pairs.len());
        if from != to && choice.counts[from] > 0 && choice.counts[to] < self.part.copies(to) {
            choice.shift(self.part, from, -1);
            choice.shift(self.part, to, 1);
            touched[self.part.pairs[from].person] = true;
            touched[self.part.pairs[to].person] = true;
        }
    }

    /// Makes the squares of the two loads as small as their common classes allow; false where nothing was done.
    fn share_out(&mut self, choice: &mut Choice, (first, second): (usize, usize)) -> bool {
        let part = self.part;
        let slope = |person: usize| part.weights[person] * choice.loads[person];
        let (heavy, light) = if slope(first) > slope(second) {
            (first, second)
        } else {
            (second, first)
        };
        let gap = slope(heavy) - slope(light);
        // What both squares together weigh: one work from the heavy to the light one saves twice the gap less this.
        let both = part.weights[heavy] + part.weights[light];
        let two = heavy * self.part.people.len() + light;
        let start = two.checked_sub(1).map_or(0, |before| self.ends[before]);
        let shared = &self.shared[start..self.ends[two]];
        if 2 * gap <= both || shared.is_empty() {
            return false;
        }
        // All that either could hand to the other goes on a heap; the heavy one may take any of it back, the rest is the
        // light one's. Taking back `had` in weight restores the loads.
        self.heap.clear();
        let (mut had, mut total) = (0, 0);
        for (at, &(mine, theirs)) in shared.iter().enumerate() {
            let copies = self.part.copies(mine);
            let give = choice.counts[mine].min(copies - choice.counts[theirs]);
            let take = choice.counts[theirs].min(copies - choice.counts[mine]);
            had += give * self.part.weight(mine);
            total += (give + take) * self.part.weight(mine);
            self.heap.extend((0..give + take).map(|_| at));
        }
        if total > MOST_WEIGHT {
            return false;
        }
        // Squares are least where the gap is closed; what is as far on the other side of that is as bad as before.
        let most = had.min(total).unsigned_abs() as usize;
        let weights = self
            .heap
            .iter()
            .map(|&at| part.weight(shared[at].0).unsigned_abs() as usize);
        self.sums.fill(weights, most);
        let even = (both * had - gap).div_euclid(both);
        let near = self
            .sums
            .nearest(even.clamp(0, most as i64).unsigned_abs() as usize);
        let apart = |back: &i64| (gap + both * (back - had)).abs();
        let near = near.into_iter().flatten().map(|back| back as i64);
        let Some(back) = near.min_by_key(apart).filter(|back| apart(back) < gap) else {
            return false;
        };
        for &(mine, theirs) in shared {
            let copies = self.part.copies(mine);
            let give = choice.counts[mine].min(copies - choice.counts[theirs]);
            choice.shift(self.part, mine, -give);
            choice.shift(self.part, theirs, give);
        }
        let mut left = back.unsigned_abs() as usize;
        while left > 0 {
            let (mine, theirs) = shared[self.heap[self.sums.completes(left)]];
            choice.shift(self.part, mine, 1);
            choice.shift(self.part, theirs, -1);
            left -= self.part.weight(mine).unsigned_abs() as usize;
        }
        true
    }
}
