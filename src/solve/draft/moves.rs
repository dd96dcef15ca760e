//! A few duties that go from one to another at once, where that is legal and as wished.

use crate::domain::PersonId;

use super::Draft;
use super::step::Step;

/// One duty goes to another person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Move {
    /// Position among the duties.
    pub duty: usize,
    /// Who takes it over.
    pub to: PersonId,
}

/// What moves are made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// A better roster.
    Better,
    /// Another one that is as good at every level.
    Same,
}

impl Wish {
    fn is_met(self, change: &Step) -> bool {
        match self {
            Wish::Better => *change < Step::NONE,
            Wish::Same => *change == Step::NONE,
        }
    }
}

impl Draft<'_> {
    /// Makes the moves (no more than [`Step::DUTIES`], of duties that different people hold) all at once if the roster
    /// stays legal and the change is as wished.
    pub fn make(&mut self, moves: &[Move], wish: Wish) -> bool {
        let mut change = self.spread(moves);
        if wish == Wish::Same && change != Step::NONE {
            return false;
        }
        self.add_upper(moves, &mut change);
        // Most moves are not as wished: that is seen before anything is touched, where nothing else counts.
        if self.board.instance.coupling.is_off() && !wish.is_met(&change) {
            return false;
        }
        let mut before = [PersonId::new(0); Step::DUTIES];
        for (it, holder) in moves.iter().zip(&mut before) {
            *holder = self.holder(it.duty);
            self.take_off(it.duty);
            // The duty was legal a moment ago, and the person has fewer now.
            change -= self
                .couples(self.duties[it.duty].0, *holder)
                .unwrap_or(Step::NONE);
        }
        let mut placed = 0;
        for it in moves {
            let index = self.duties[it.duty].0;
            let Some(couples) = self.legal(index, it.to) else {
                break;
            };
            change += couples;
            self.put(it.duty, it.to);
            placed += 1;
        }
        if placed == moves.len() && wish.is_met(&change) {
            return true;
        }
        for it in &moves[..placed] {
            self.take_off(it.duty);
        }
        for (it, person) in moves.iter().zip(before) {
            self.put(it.duty, person);
        }
        false
    }

    /// What the moves change at levels 4 and 5: each by itself, and what two of them mean for each other.
    fn spread(&self, moves: &[Move]) -> Step {
        let mut change = Step::NONE;
        for (at, it) in moves.iter().enumerate() {
            let (from, to, demand) = (self.holder(it.duty), it.to, self.demand(it.duty));
            let weighted = |person| self.weighted(person, demand.role);
            change.pass(demand, weighted(from), weighted(to));
            for before in &moves[..at] {
                let other = self.demand(before.duty);
                if other.role == demand.role {
                    let theirs = self.holder(before.duty);
                    let same = |a: PersonId, b| {
                        let weight = if a == b { weighted(a).1 } else { 0 };
                        (weight, i64::from(a == b))
                    };
                    let [a, b] = [same(before.to, to), same(theirs, from)];
                    let [c, d] = [same(before.to, from), same(theirs, to)];
                    let times = (a.0 + b.0 - c.0 - d.0, a.1 + b.1 - c.1 - d.1);
                    change.meet((demand, other), times);
                }
            }
        }
        change
    }

    /// Adds what the moves change at levels 2 and 3, apart from who proctors and checks one sitting.
    fn add_upper(&self, moves: &[Move], change: &mut Step) {
        for it in moves {
            let (index, holder) = self.duties[it.duty];
            if !(self.board.is_cheapest(index, holder) && self.board.is_cheapest(index, it.to)) {
                *change += self.board.cost(index, it.to);
                *change -= self.board.cost(index, holder);
            }
        }
    }
}
