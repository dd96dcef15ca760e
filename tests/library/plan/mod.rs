//! Steps on a finished roster, held against brute force written from the contract alone.
//!
//! Schools of four teachers and a few lessons are made at random as files; every choice of substitutes, rooms and times is tried.
//! It imports no step of the library: what is compared are the levels that `plan` reports.

mod judged;
mod made;
mod meetings;
mod rooms;
mod substitutes;

use made::Made;
use recuse::service::Planned;

/// Schools for each step.
const SCHOOLS: u64 = 1_000;

/// What is chosen so far, and the best levels so far.
type Chosen<'a> = (&'a mut Vec<Option<usize>>, &'a mut Option<Vec<i64>>);

/// Held level by level: the least of all, and the program's claim that it is.
fn same(seed: u64, made: &Made, (planned, least): (&Planned, &[i64])) {
    let steps = planned.plan.steps();
    let Some((_, levels)) = steps.first() else {
        panic!("seed {seed}: nothing planned\n{}", made.shown());
    };
    let values: Vec<i64> = levels.iter().map(|level| level.value).collect();
    assert_eq!(values, least, "seed {seed}\n{}", made.shown());
    for level in *levels {
        assert!(level.bound <= level.value, "seed {seed}: {level:?}");
    }
}

/// How many of so many schools have every level proven.
fn proven(planned: &Planned) -> bool {
    planned
        .plan
        .steps()
        .iter()
        .all(|(_, levels)| levels.iter().all(|it| it.is_proven()))
}
