//! Does a proof prove a roster? Legality, prices, cases and sums, once over, in integers.
//!
//! Who may take what it asks the rules; it shares no code with the solver or the check of rosters. At any prices a roster
//! costs at least what is paid for all seats plus what each person, for themselves alone, can make of the prices. Costs and
//! prices are amounts at all levels, of which the first that differs decides.

mod bound;
mod facts;
mod person;

use std::collections::BTreeMap;

use crate::domain::{Role, Roster, School};
use crate::proof::{Level, Proof};
use crate::rules::{joint_rules, kept_pins, legal_duties};

/// Why a roster or its proof is rejected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// A duty of nobody known, at no place known, that a rule forbids or an earlier one excludes; the row, from 0.
    Duty(usize),
    /// A decision by hand could be kept beside the others, and is not.
    Pin,
    /// A demand stands twice or has no seats, or somebody's duties of one role are in two components.
    Parts,
    /// The cases of a component leave a roster or a price out, or a lot is mixed.
    Cases,
}

/// The first level of the objective (1–4) at which a legal roster is not shown to be the best; `None` where it is at all.
pub fn verify(school: &School, roster: &Roster, proof: &Proof) -> Result<Option<Level>, Flaw> {
    let duties = legal_duties(school, roster).map_err(Flaw::Duty)?;
    let pinned = kept_pins(school, &duties).ok_or(Flaw::Pin)?;
    let mut demands = facts::demands(school, &pinned, &duties);
    let (mut gaps, mut homes) = (Vec::new(), BTreeMap::new());
    for (number, component) in proof.components.iter().enumerate() {
        let bound = bound::Bound::of(&mut demands, &component.lots)?;
        // The squares of a load in two components are not the square of the whole.
        let is_home = |whose| *homes.entry(whose).or_insert(number) == number;
        if !bound.held().all(is_home) {
            return Err(Flaw::Parts);
        }
        let cases = component.cases().ok_or(Flaw::Cases)?;
        gaps.extend(cases.iter().filter_map(|case| bound.gap(case)));
    }
    // Where one role bars another, components do not add up to a bound of the whole.
    if !demands.is_empty() || !joint_rules(&school.policy).is_empty() {
        gaps.push(Level::Unfilled(Role::Proctor));
    }
    Ok(gaps.into_iter().min())
}
