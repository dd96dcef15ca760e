//! The role groups side by side: time-bound components and checkers, as if no rule tied them together.

use super::budget::Budget;
use super::components;
use super::instance::{Instance, Slots};
use super::levels::Levels;
use super::timed::Solved;
use super::{checkers, timed};

/// Solves every time-bound component, those with the fewest candidates first: where time runs out, it runs out on the largest.
pub fn time_bound(instance: &Instance, budget: Budget<'_>) -> Solved {
    let mut parts = components::time_bound(instance);
    let candidates = |&demand: &usize| instance.demands[demand].candidates.len();
    parts.sort_by_cached_key(|part| part.iter().map(candidates).sum::<usize>());
    let slots = Slots::of(instance);
    let solve = |part: &Vec<usize>| {
        let greatest = timed::greatest((instance, &slots), part);
        let solved = timed::solve((instance, &slots), part, budget);
        (part[0], solved.into_part(instance, part.clone(), greatest))
    };
    #[cfg(feature = "parallel")]
    let mut solved: Vec<(usize, Solved)> = {
        use rayon::prelude::*;
        parts.par_iter().map(solve).collect()
    };
    #[cfg(not(feature = "parallel"))]
    let mut solved: Vec<(usize, Solved)> = parts.iter().map(solve).collect();
    // What is put together stands in the order of the demands, whichever part was solved first.
    solved.sort_by_key(|&(first, _)| first);
    let solved = solved.into_iter().map(|(_, part)| part);
    solved.fold(Solved::default(), Solved::and)
}

/// Solves time-bound duties and checkers, each group alone.
pub fn solve(instance: &Instance, budget: Budget<'_>) -> (Solved, Solved) {
    let time_bound = || time_bound(instance, budget);
    let checkers = || checkers::solve(instance, budget);
    #[cfg(feature = "parallel")]
    return rayon::join(time_bound, checkers);
    #[cfg(not(feature = "parallel"))]
    return (time_bound(), checkers());
}

/// The bound of both groups together, settled amounts included.
pub fn bound(instance: &Instance, groups: &(Solved, Solved)) -> Levels {
    instance.settled + groups.0.bound + groups.1.bound
}
