//! Cases where prices alone leave a gap: the case with the lowest bound is split on whether one person has one demand.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::domain::PersonId;

use super::super::account;
use super::super::budget::Budget;
use super::super::draft::{Board, Draft};
use super::ascent::{Climbed, climb};
use super::{Fixing, Leaf, Market, SCALE, primal};

/// What is known when the search ends.
#[derive(Debug, Clone)]
pub struct Closed {
    /// The best roster: (index among the instance's demands, person).
    pub duties: Vec<(usize, PersonId)>,
    /// Nothing legal costs less.
    pub bound: i128,
    /// The cases that show it.
    pub leaves: Vec<Leaf>,
}

/// Steps of an ascent at the root, and in a case that starts from its parent's prices.
const STEPS: (u32, u32) = (400, 80);

struct Search<'a> {
    market: &'a Market<'a>,
    board: &'a Board<'a>,
    budget: Budget<'a>,
    best: (i128, Vec<(usize, PersonId)>),
    leaves: Vec<Leaf>,
    waiting: BinaryHeap<Reverse<(i128, Reverse<usize>)>>,
    cases: Vec<Option<Climbed>>,
}

/// Starts from a legal roster of the component and prices for a first bound.
pub fn close(
    market: &Market<'_>,
    duties: Vec<(usize, PersonId)>,
    prices: Vec<i128>,
    budget: Budget<'_>,
) -> Closed {
    let board = Board::of(market.instance);
    let duties = primal::complete(market, Draft::new(&board, duties), budget.stop);
    let mut search = Search {
        market,
        board: &board,
        budget,
        best: (cost(market, &duties), duties),
        leaves: Vec::new(),
        waiting: BinaryHeap::new(),
        cases: Vec::new(),
    };
    let root = Leaf {
        fixed: Vec::new(),
        prices,
    };
    search.open(root, STEPS.0);
    search.run();
    search.finish()
}

/// Cost of a legal roster of the component.
fn cost(market: &Market<'_>, duties: &[(usize, PersonId)]) -> i128 {
    let value = account::growth(market.instance, market.demands, duties);
    market.weights.pack(&value)
}

impl Search<'_> {
    /// Bounds above this (times [`SCALE`]) leave no roster that costs less than the best.
    fn enough(&self) -> i128 {
        (self.best.0 - self.market.stride(self.best.0)) * SCALE
    }

    fn run(&mut self) {
        let mut nodes = self.budget.nodes;
        while nodes > 0 && !(self.budget.stop)() {
            nodes -= 1;
            let Some(&Reverse((bound, Reverse(index)))) = self.waiting.peek() else {
                return;
            };
            if bound > self.enough() {
                return;
            }
            let pair = self.cases[index]
                .as_ref()
                .and_then(|case| self.undecided(case));
            let Some((person, demand)) = pair else {
                return;
            };
            self.waiting.pop();
            let Some(case) = self.cases[index].take() else {
                return;
            };
            for taken in [true, false] {
                let mut leaf = case.leaf.clone();
                leaf.fixed.push(Fixing {
                    person: self.market.person(person),
                    demand,
                    taken,
                });
                self.open(leaf, STEPS.1);
            }
        }
    }

    /// The pair that was taken most nearly half of the time.
    fn undecided(&self, case: &Climbed) -> Option<(u32, u32)> {
        let middle = i64::from(case.steps);
        let free =
            |&&((person, demand), _): &&((u32, u32), u32)| !self.is_fixed(case, person, demand);
        let known = case.often.iter().filter(free);
        known
            .min_by_key(|&&(pair, times)| ((2 * i64::from(times) - middle).abs(), pair))
            .map(|&(pair, _)| pair)
            .or_else(|| self.any_free(case))
    }

    fn any_free(&self, case: &Climbed) -> Option<(u32, u32)> {
        let demands = self.market.demands.iter().enumerate();
        demands
            .flat_map(|(position, &index)| {
                let candidates = &self.market.instance.demands[index].candidates;
                candidates
                    .iter()
                    .map(move |it| (it.person, position as u32))
            })
            .filter_map(|(id, demand)| {
                let people = &self.market.people;
                let person = people.binary_search_by_key(&id, |person| person.id).ok()?;
                Some((person as u32, demand))
            })
            .find(|&(person, demand)| !self.is_fixed(case, person, demand))
    }

    /// Does the case decide the pair?
    fn is_fixed(&self, case: &Climbed, person: u32, demand: u32) -> bool {
        let person = self.market.person(person);
        let mut fixed = case.leaf.fixed.iter();
        fixed.any(|fixing| (fixing.person, fixing.demand) == (person, demand))
    }

    /// Bounds a case and looks for a better roster in it.
    fn open(&mut self, leaf: Leaf, steps: u32) {
        let (target, enough) = (self.best.0 * SCALE, self.enough());
        let climbed = climb(
            self.market,
            leaf,
            (target, enough),
            (steps, self.budget.stop),
        );
        let Some(bound) = climbed.bound else {
            self.leaves.push(climbed.leaf);
            return;
        };
        if bound > enough {
            self.leaves.push(climbed.leaf);
            return;
        }
        let duties = primal::roster((self.market, self.board), &climbed.often, self.budget.stop);
        let cost = cost(self.market, &duties);
        if cost < self.best.0 {
            self.best = (cost, duties);
        }
        self.waiting
            .push(Reverse((bound, Reverse(self.cases.len()))));
        self.cases.push(Some(climbed));
    }

    fn finish(self) -> Closed {
        let enough = self.enough();
        let lowest = self.waiting.peek().map(|&Reverse((bound, _))| bound);
        let bound = match lowest {
            Some(bound) if bound <= enough => -(-bound).div_euclid(SCALE),
            _ => self.best.0,
        };
        let open = self.cases.into_iter().flatten().map(|case| case.leaf);
        Closed {
            duties: self.best.1,
            bound: bound.min(self.best.0),
            leaves: self.leaves.into_iter().chain(open).collect(),
        }
    }
}
