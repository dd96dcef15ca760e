//! The best roster and its proof: role groups, components, min-cost flow, certificates, and a model for the rest.
//!
//! It knows who may take which place, and nothing of files or of how rosters are checked.

pub mod balance;
pub mod budget;
mod random;

use crate::domain::{Objective, PersonId, Place, School};
use crate::rules::Eligibility;

/// What to solve for, and how long.
pub struct SolveOptions<'a> {
    /// Chooses among equal rosters.
    pub seed: u64,
    /// Asked now and then: must the search stop with the best it has?
    pub stop: &'a (dyn Fn() -> bool + Sync),
    /// Told now and then: (levels proven, levels in all), for a progress line.
    pub progress: &'a (dyn Fn(usize, usize) + Sync),
}

/// A roster and what is known about how good it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Every place of the schedule, in order, and who takes it.
    pub places: Vec<(Place, Option<PersonId>)>,
    /// The roster's objective, as the solver counts it.
    pub objective: Objective,
    /// No roster can do better, level by level given the levels above.
    pub bound: Objective,
    /// Levels 1–4 are proven.
    pub optimal: bool,
    /// Names of the methods that were used, for the reader of the proof.
    pub solver: String,
}

/// Solves.
pub fn solve(_school: &School, _eligibility: &Eligibility, _options: &SolveOptions<'_>) -> Answer {
    Answer {
        places: Vec::new(),
        objective: Objective::default(),
        bound: Objective::default(),
        optimal: false,
        solver: String::new(),
    }
}
