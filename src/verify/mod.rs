//! Does a proof prove a roster? Legality, prices, cases and sums, once over, in integers; why they prove it says `proof`.
//!
//! Who may take what it asks the rules; it shares no code with the solver or the check of rosters.

mod bound;
mod facts;
mod person;

use std::collections::BTreeMap;

use crate::domain::{Role, Roster, School};
use crate::proof::{Amounts, Flaw, Level, Proof};
use crate::rules::{joint_rules, kept_pins, legal_duties, rule};

/// How much less than a legal roster another may have at each level (1–4), if both are alike at the levels above it.
pub fn verify(school: &School, roster: &Roster, proof: &Proof) -> Result<Amounts, Flaw> {
    let duties = legal_duties(school, roster).map_err(Flaw::Duty)?;
    let pinned = kept_pins(school, &duties).ok_or(Flaw::Pin)?;
    let mut demands = facts::demands(school, &pinned, &duties);
    let (mut parts, mut homes) = (Vec::new(), BTreeMap::new());
    for (number, component) in proof.components.iter().enumerate() {
        let part = bound::Part::of(&mut demands, component)?;
        // The squares of a load in two components are not the square of the whole.
        let is_home = |whose| *homes.entry(whose).or_insert(number) == number;
        if !part.held().all(is_home) {
            return Err(Flaw::Parts);
        }
        parts.push(part);
    }
    if !proof.fits(parts.iter().map(|it| it.size).sum()) {
        return Err(Flaw::Cases);
    }
    // Where one role bars another, components do not add up to a bound of the whole.
    if !demands.is_empty() || !joint_rules(&school.policy).is_empty() {
        return Ok(Amounts::MOST);
    }
    let mut slack = Amounts::NONE;
    for level in Level::all() {
        for part in &mut parts {
            part.slack[level] = part.less(level, &slack);
        }
        slack[level] = parts.iter().map(|it| it.slack[level]).sum();
        let settles = match level {
            Level::Avoided(code) => rule(code).roles.contains(Role::Checker),
            _ => level == Level::Unfilled(Role::Checker),
        };
        // What is less there may be more in works that were taken for settled.
        if settles && slack[level] > 0 {
            return Ok(slack.most_below(level));
        }
    }
    Ok(slack)
}
