//! Does a proof prove a roster? Legality, prices, cases and sums, once over, in integers.
//!
//! It derives places, candidates, limits and costs from the school by itself, and shares no code with the solver or the
//! check of rosters. At any prices a roster costs at least what is paid for all seats plus what each person, for
//! themselves alone, can make of the prices; so the lowest of the cases bounds every roster.

mod bound;
mod facts;
mod person;

use std::collections::BTreeSet;

use crate::domain::{Role, Roster, School};
use crate::proof::{Level, Proof};
use crate::rules::joint_rules;

use bound::Bound;

/// Why a roster or its proof is rejected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// A row names nobody known, or no sitting known.
    Unknown,
    /// A rule forbids a duty, or an earlier one excludes it; the row, from 0.
    Duty(usize),
    /// A decision by hand could be kept beside the others, and is not.
    Pin,
    /// Weights do not put every level above all below it.
    Weights,
    /// A demand stands twice or has no seats, a lot is mixed, somebody's duties are in two components, a number does not fit.
    Parts,
    /// The cases leave a roster out, or go on after their end.
    Cases,
}

/// What is proven of a legal roster.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verified {
    /// The first entry of the objective that is not shown to be the best; `None` where levels 1–4 are.
    pub gap: Option<Level>,
}

impl Verified {
    /// Is that whole level (1–4) proven?
    pub fn is_proven(self, level: u8) -> bool {
        self.gap.is_none_or(|gap| level < gap.number())
    }
}

/// Checks the roster, then every component of the proof.
pub fn verify(school: &School, roster: &Roster, proof: &Proof) -> Result<Verified, Flaw> {
    let demands = facts::demands(school, roster)?;
    let (mut gaps, mut bounded, mut held) = (Vec::new(), BTreeSet::new(), BTreeSet::new());
    for component in &proof.components {
        let mut spots = component.lots.iter().flatten();
        if !spots.all(|spot| bounded.insert(spot)) {
            return Err(Flaw::Parts);
        }
        let bound = Bound::of(&demands, component)?;
        // The squares of a load in two components are not the square of the whole.
        if !bound.held().into_iter().all(|it| held.insert(it)) {
            return Err(Flaw::Parts);
        }
        gaps.extend(bound.gap()?);
    }
    // Where one role bars another, components do not add up to a bound of the whole.
    let joint = !joint_rules(&school.policy).is_empty();
    let mut open = demands.keys();
    if open.any(|spot| joint || !bounded.contains(spot)) {
        gaps.push(Level::Unfilled(Role::Proctor));
    }
    let gap = gaps.into_iter().min();
    Ok(Verified { gap })
}
