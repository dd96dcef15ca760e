//! The fewest people who cover tasks of fixed times, everyone on tasks that they may take and that do not overlap: the
//! shift-minimisation personnel task scheduling problem (Krishnamoorthy, Ernst, Baatar, EJOR 2012).
//!
//! Below: prices of tasks, which a person earns by the best set of tasks that fit together; no cover has fewer people
//! than the prices amount to when everybody costs 1. Above: people taken greedily by what they earn, and dives that fix what
//! good prices agree on. It knows nothing of schools.

mod ascent;
mod dive;
mod greedy;
mod market;

#[cfg(test)]
mod tests;

use super::random::Random;
use ascent::Ascent;
use greedy::Greedy;
use market::Market;

/// A task: when it starts and when it ends; one that ends as another starts does not overlap it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Task {
    /// Start.
    pub start: i64,
    /// End, not before the start.
    pub end: i64,
}

impl Task {
    fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// Tasks, and who may take which.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tasks {
    /// The tasks.
    pub tasks: Vec<Task>,
    /// For each person, positions of the tasks they may take; others than those of `tasks` do not count.
    pub people: Vec<Vec<usize>>,
}

/// A cover and what bounds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cover {
    /// The person of each task; nothing where no cover was found.
    pub who: Option<Vec<usize>>,
    /// No cover has fewer people.
    pub bound: usize,
}

impl Cover {
    /// How many people have a task.
    pub fn people(&self) -> Option<usize> {
        let mut people = self.who.clone()?;
        people.sort_unstable();
        people.dedup();
        Some(people.len())
    }

    /// Is it proven that there is no better one?
    pub fn is_proven(&self) -> bool {
        self.people() == Some(self.bound)
    }
}

/// Steps between one look at the other methods and the next.
const PRICE_STEPS: usize = 1_500;
const GREEDY_ROUNDS: usize = 60;
/// Turns of all methods: some minutes of work at most on the largest public instances.
const TURNS: usize = 500;

/// Looks for the fewest people, in turns of pricing, greedy choice and dives, until the bound is met, `stop` says so, or
/// all turns are used up.
pub fn cover(tasks: &Tasks, seed: u64, stop: &dyn Fn() -> bool) -> Cover {
    let market = Market::new(tasks);
    let mut random = Random::new(seed);
    let mut ascent = Ascent::new(&market);
    let mut best: Option<Vec<usize>> = None;
    for turn in 0..TURNS {
        let mut greedy = Greedy::new(&market, ascent.best());
        greedy.run(GREEDY_ROUNDS, &mut best, ascent.bound(), &mut random, stop);
        let known = value(&market, best.as_deref());
        if known <= ascent.bound() || stop() {
            break;
        }
        let most = fewer(&market, best.as_deref(), ascent.bound(), turn);
        if let Some(found) = dive::dive(&market, ascent.best(), most, &mut random, stop) {
            keep(&mut best, found, &market);
        }
        ascent.run(PRICE_STEPS, value(&market, best.as_deref()), stop);
    }
    Cover {
        who: best,
        bound: ascent.bound(),
    }
}

/// How many people a dive may use: now as few as the bound allows, now one less than the best.
fn fewer(market: &Market, best: Option<&[usize]>, bound: usize, turn: usize) -> usize {
    let below = value(market, best).saturating_sub(1);
    if turn.is_multiple_of(2) {
        bound
    } else {
        below.max(bound)
    }
}

/// People of a cover; one more than there are where there is no cover.
fn value(market: &Market, who: Option<&[usize]>) -> usize {
    let Some(who) = who else {
        return market.people() + 1;
    };
    let mut called = vec![false; market.people()];
    for &person in who {
        called[person] = true;
    }
    called.into_iter().filter(|&it| it).count()
}

/// Keeps the better cover.
fn keep(best: &mut Option<Vec<usize>>, found: Vec<usize>, market: &Market) {
    if value(market, Some(&found)) < value(market, best.as_deref()) {
        *best = Some(found);
    }
}
