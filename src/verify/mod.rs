//! Does a proof prove a roster? Legality, prices, cases and sums, once over, in integers.
//!
//! It derives places, candidates, limits and costs from the school by itself, and shares no code with the solver or the
//! check of rosters. At any prices a roster costs at least what is paid for all seats plus what each person, for
//! themselves alone, can make of the prices; so the lowest of the cases bounds every roster.

mod facts;
mod timed;
mod works;

use std::collections::BTreeSet;

use thiserror::Error;

use crate::domain::{PersonId, Role, Roster, School};
use crate::proof::{Level, Proof};
use crate::rules::joint_rules;

use facts::Facts;

/// Why a roster or its proof is rejected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Flaw {
    /// A row names nobody known, or no sitting known.
    #[error("a row names nobody or no sitting of the lists")]
    Unknown,
    /// A rule forbids a duty; the row, from 0.
    #[error("a rule forbids a duty")]
    Barred(usize),
    /// Somebody is at two places at once, or over a limit; or a sitting has too many people; the row, from 0.
    #[error("two duties exclude each other")]
    Clash(usize),
    /// A decision by hand could be kept beside the others, and is not.
    #[error("a pin that could be kept is broken")]
    Pin,
    /// Weights do not put every level above all below it.
    #[error("the weights do not keep the levels apart")]
    Weights,
    /// A demand or person stands twice, or a number does not fit.
    #[error("the parts of the proof do not fit together")]
    Parts,
    /// The cases leave a roster out, or go on after their end.
    #[error("the cases leave a roster out")]
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

/// Checks the roster, then every part of the proof.
pub fn verify(school: &School, roster: &Roster, proof: &Proof) -> Result<Verified, Flaw> {
    let facts = Facts::of(school, roster)?;
    if !joint_rules(&school.policy).is_empty() {
        // Where one role bars another, the parts do not add up to a bound of the whole.
        let gap = Some(Level::Unfilled(Role::Proctor));
        return Ok(Verified { gap });
    }
    let mut gaps = Vec::new();
    let mut demands = BTreeSet::new();
    let mut people: BTreeSet<PersonId> = BTreeSet::new();
    for component in &proof.components {
        let timed = timed::Timed::of(&facts, component)?;
        let new_demands = component
            .demands
            .iter()
            .all(|&demand| demands.insert(demand));
        let new_people = timed.people().all(|person| people.insert(person));
        if !new_demands || !new_people {
            return Err(Flaw::Parts);
        }
        gaps.extend(timed.gap()?);
    }
    let open = facts
        .demands()
        .find(|demand| demand.1.is_time_bound() && !demands.contains(demand));
    gaps.extend(open.map(|_| Level::Unfilled(Role::Proctor)));
    gaps.extend(works::gap(&facts, &proof.parts)?);
    let gap = gaps.into_iter().min();
    Ok(Verified { gap })
}
