//! Does a proof prove a roster? Legality, prices, cases and sums, once over, in integers.
//!
//! It derives places, candidates, limits and costs from the school by itself, and shares no code with the solver or the
//! check of rosters. At any prices a roster costs at least what is paid for all seats plus what each person, for
//! themselves alone, can make of the prices; so the lowest of the cases bounds every roster. Costs and prices are amounts
//! at all levels, compared by the first that differs.

mod bound;
mod facts;
mod person;

use std::collections::BTreeMap;

use crate::domain::{Role, Roster, School};
use crate::proof::{Level, Proof};
use crate::rules::{joint_rules, kept_pins, legal_duties};

use bound::Bound;
use facts::Bid;

/// Why a roster or its proof is rejected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// A duty of nobody known, at no place known, that a rule forbids or an earlier one excludes; the row, from 0.
    Duty(usize),
    /// A decision by hand could be kept beside the others, and is not.
    Pin,
    /// A demand stands twice or has no seats, a lot is mixed, somebody's duties are in two components, a number is missing.
    Parts,
    /// The cases leave a roster out, or go on after their end.
    Cases,
}

/// The first level of the objective (1–4) at which a legal roster is not shown to be the best; `None` where it is at all.
pub fn verify(school: &School, roster: &Roster, proof: &Proof) -> Result<Option<Level>, Flaw> {
    let duties = legal_duties(school, roster).map_err(Flaw::Duty)?;
    let pinned = kept_pins(school, &duties).ok_or(Flaw::Pin)?;
    let mut demands = facts::demands(school, &pinned, &duties);
    let (mut gaps, mut homes) = (Vec::new(), BTreeMap::new());
    for (number, component) in proof.components.iter().enumerate() {
        let bound = Bound::of(&mut demands, &component.lots)?;
        // The squares of a load in two components are not the square of the whole.
        let mut home = |it: &Bid<'_>| {
            let whose = (it.offer.person, it.offer.role);
            *homes.entry(whose).or_insert(number)
        };
        if bound.all().any(|it| it.held && home(it) != number) {
            return Err(Flaw::Parts);
        }
        gaps.extend(bound.gap(&component.steps)?);
    }
    // Where one role bars another, components do not add up to a bound of the whole.
    if !demands.is_empty() || !joint_rules(&school.policy).is_empty() {
        gaps.push(Level::Unfilled(Role::Proctor));
    }
    Ok(gaps.into_iter().min())
}
