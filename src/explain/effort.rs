//! How much work explanations may take. It is counted, so that what they say depends on the school alone and on no clock;
//! the caller's `stop` ends them before.

use std::sync::atomic::{AtomicU64, Ordering};

use crate::domain::School;
use crate::rules::Eligibility;
use crate::solve::{self, Filling, Wanted};

/// What a pair of a place and a person costs each time a search goes over it; about ten nanoseconds are one.
const PAIR: u64 = 100;

/// Work done, and when to end.
pub struct Effort<'a> {
    most: u64,
    spent: AtomicU64,
    stop: &'a (dyn Fn() -> bool + Sync),
}

impl<'a> Effort<'a> {
    /// What goes beside a roster: about a second at the most.
    pub fn brief(stop: &'a (dyn Fn() -> bool + Sync)) -> Self {
        Self::at_most(100_000_000, stop)
    }

    /// What somebody has asked for and waits for.
    pub fn thorough(stop: &'a (dyn Fn() -> bool + Sync)) -> Self {
        Self::at_most(3_000_000_000, stop)
    }

    /// So much work, unless `stop` says to end before; asked before and inside every search.
    pub fn at_most(most: u64, stop: &'a (dyn Fn() -> bool + Sync)) -> Self {
        Self {
            most,
            spent: AtomicU64::new(0),
            stop,
        }
    }

    /// Is what is not known by now to stay unknown?
    pub fn is_over(&self) -> bool {
        self.spent.load(Ordering::Relaxed) >= self.most || (self.stop)()
    }

    /// Counts a school that is read anew.
    pub fn read(&self, school: &School) {
        let cells = school.sittings.len() * school.people.len();
        self.spend(cells as u64);
    }

    /// Fills as many of the places as can be filled at once, and counts the work: every pair once, and again at every step
    /// of the search. A search is counted when it is over and ends by its own limits only, or by the caller's `stop`: parts
    /// of it that run side by side come to the same sum in any order.
    pub fn fill(&self, (school, eligibility): (&School, &Eligibility), wanted: &Wanted) -> Filling {
        let pairs: usize = wanted
            .keys()
            .map(|&(sitting, role)| eligibility.people(sitting, role).count())
            .sum();
        let steps = AtomicU64::new(1);
        let filling = solve::fill((school, eligibility), wanted, &|| {
            steps.fetch_add(1, Ordering::Relaxed);
            (self.stop)()
        });
        self.spend(
            (pairs as u64)
                .saturating_mul(PAIR)
                .saturating_mul(steps.into_inner()),
        );
        filling
    }

    fn spend(&self, work: u64) {
        let _ = self
            .spent
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |spent| {
                Some(spent.saturating_add(work))
            });
    }
}
