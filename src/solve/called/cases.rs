//! The search by prices: a case says of some people that they are called in, and of some that they are not.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::domain::PersonId;

use super::super::prices::Certificate;
use super::super::random::Random;
use super::super::timed::Solved;
use super::crew::Crew;
use super::{Search, only};

/// Rounds of pricing at the root, and in a case that starts from prices of the one it was split off.
const ROUNDS: (usize, usize) = (10, 2);
/// Steps of a round.
const STEPS: usize = 200;
/// Cases looked at.
const CASES: usize = 60;
/// Hundredths by which the wishes are shaken more from one round to the next.
const SHAKE: usize = 2;

/// A case that is open.
struct Case {
    called: BTreeSet<PersonId>,
    out: BTreeSet<PersonId>,
    /// Prices to start with.
    prices: Option<Vec<f64>>,
    /// No fewer people are enough.
    bound: usize,
}

/// What becomes of a case.
enum Outcome {
    /// It has nothing better than what is known.
    Closed,
    /// Two cases, one of which holds.
    Split([Case; 2]),
    /// Nothing to split it by, or no time.
    Stuck(Case),
}

/// The flow of the part, where that is all there is to it.
pub fn flow_of<'a>(search: &Search<'_>, start: &'a Solved) -> Option<&'a Certificate> {
    match &start.certificates[..] {
        [flow] if search.instance.coupling.is_off() && flow.demands == search.demands => Some(flow),
        _ => None,
    }
}

impl Search<'_> {
    /// Raises the bound by prices and calls in those whom they want; what stays open is split on whether somebody is
    /// called in, the case with the lowest bound first.
    pub fn by_prices(
        &mut self,
        mut people: BTreeSet<PersonId>,
        flow: &Certificate,
    ) -> BTreeSet<PersonId> {
        let mut random = Random::new(0);
        let mut open = vec![Case {
            called: BTreeSet::new(),
            out: BTreeSet::new(),
            prices: None,
            bound: self.bound,
        }];
        for _ in 0..CASES {
            let lowest = (0..open.len()).min_by_key(|&at| (open[at].bound, Reverse(at)));
            let Some(lowest) = lowest.filter(|_| !self.is_done(&people)) else {
                break;
            };
            let case = open.swap_remove(lowest);
            match self.open(case, &mut people, (flow, &mut random)) {
                Outcome::Closed => {}
                Outcome::Split(cases) => open.extend(cases),
                Outcome::Stuck(case) => {
                    open.push(case);
                    break;
                }
            }
            let bounds = open.iter().map(|case| case.bound);
            let bound = bounds.min().unwrap_or(people.len()).min(people.len());
            self.bound = self.bound.max(bound);
        }
        people
    }

    /// Prices a case and calls in whom it wants.
    fn open(
        &mut self,
        mut case: Case,
        people: &mut BTreeSet<PersonId>,
        (flow, random): (&Certificate, &mut Random),
    ) -> Outcome {
        let everyone = (0..self.instance.standing.len()).map(PersonId::new);
        let rest = everyone.filter(|person| !case.out.contains(person));
        let instance = only(self.instance, &rest.collect());
        let already: BTreeSet<PersonId> = self.already.union(&case.called).copied().collect();
        let rounds = if case.prices.is_none() {
            ROUNDS.0
        } else {
            ROUNDS.1
        };
        let start = (flow, case.prices.take());
        let Some(mut crew) = Crew::new(&instance, start, &self.upper, &already) else {
            return Outcome::Stuck(case);
        };
        for round in 0..rounds {
            let known = people.len().saturating_sub(case.called.len());
            crew.price(STEPS, known, self.budget.stop);
            case.bound = case.bound.max(case.called.len() + crew.people());
            if case.bound >= people.len() {
                return Outcome::Closed;
            }
            if self.is_done(people) {
                return Outcome::Stuck(case);
            }
            let wanted = crew.wanted(SHAKE * round, random).into_iter();
            let wanted = wanted.filter(|it| !already.contains(it));
            let wanted: Vec<PersonId> = case.called.iter().copied().chain(wanted).collect();
            if let Some(fewer) = self.first_of(&wanted, case.bound..people.len()) {
                *people = fewer;
            }
        }
        let Some(person) = crew.undecided(&already) else {
            return Outcome::Stuck(case);
        };
        let with = |set: &BTreeSet<PersonId>| set.iter().copied().chain([person]).collect();
        let prices = Some(crew.prices().to_vec());
        Outcome::Split([
            Case {
                called: case.called.clone(),
                out: with(&case.out),
                prices: prices.clone(),
                bound: case.bound,
            },
            Case {
                called: with(&case.called),
                out: case.out,
                prices,
                bound: case.bound,
            },
        ])
    }

    /// The fewest of the wanted, from the first on, who are enough, as far as their number is in the range; without those
    /// who can be spared.
    fn first_of(
        &mut self,
        wanted: &[PersonId],
        numbers: std::ops::Range<usize>,
    ) -> Option<BTreeSet<PersonId>> {
        let (mut size, mut more) = (numbers.start, 1);
        while size < numbers.end {
            let some = wanted.iter().take(size).copied().collect();
            if let Some(used) = self.enough(&some) {
                return Some(self.spare(used, wanted));
            }
            size += more;
            more *= 2;
        }
        None
    }
}
