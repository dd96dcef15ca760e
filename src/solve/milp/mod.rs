//! A second opinion: the whole school as one general model, solved by `good_lp` alone.
//!
//! Every role, level, limit, coupling and exception is a row or a weight ([`model`]); levels are made least one after the
//! other, those above held by exact rows. It shares the facts of an [`Instance`] with the engine proper – who may take
//! what, at which cost – and nothing of how that searches or counts its bounds. Its solver works in floating point: duties
//! are taken from it, read as whole numbers and held against the rules of an instance ([`legal`]) and values are counted
//! from them; that no better roster exists remains its opinion, and no level counts as proven.

mod goal;
mod legal;
mod model;
mod parts;
mod search;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use crate::domain::{PersonId, Role};

use super::called::Called;
use super::instance::Instance;
use super::linear::Engine;

use goal::Goal;

/// The last level that is made least.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Last {
    /// Level 4: loads as even as can be.
    Evenness,
    /// Level 5: lessons on duty too.
    Lessons,
}

/// Seconds that are left.
pub type Left<'a> = &'a (dyn Fn() -> f64 + Sync);

/// What the general solver says of a roster.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opinion {
    /// Whose opinion it is.
    pub engine: &'static str,
    /// Levels that it calls least, given those above, from the first on.
    pub least: usize,
    /// Levels that can differ from roster to roster.
    pub levels: usize,
}

/// A roster, what is thought of it, and how many people it calls in where few are preferred.
pub struct Second {
    /// (Index among the demands, person), pins apart.
    pub duties: Vec<(usize, PersonId)>,
    /// How far it is the best, as the solver says.
    pub opinion: Opinion,
    /// People on time-bound duty, and those of them whom pins decide.
    pub called: Option<Called>,
}

/// The best roster that the general solver finds in the time that is left.
pub fn solve(instance: &Instance, (engine, left, last): (Engine, Left<'_>, Last)) -> Second {
    let mut parts = parts::of(instance);
    // Small parts first: what they leave of their time goes to the larger ones. Works of checkers last: they hardly end.
    parts.sort_by_key(|part| {
        let role = |&index: &usize| instance.demands[index].role;
        let checks = part.iter().map(role).any(|role| role == Role::Checker);
        (checks, parts::pairs(instance, part), part.first().copied())
    });
    let mut duties = Vec::new();
    let mut goals: BTreeSet<Goal> = BTreeSet::new();
    let mut open: Option<Goal> = None;
    for (at, part) in parts.iter().enumerate() {
        let waiting = f64::from((parts.len() - at - 1) as u32);
        let others = left() * waiting / (waiting + 1.0);
        let found = search::levels((instance, part), (engine, &|| left() - others, last));
        duties.extend(found.duties);
        goals.extend(found.goals);
        open = match (open, found.open) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
    }
    let is_above = |goal: &&Goal| open.is_none_or(|open| **goal < open);
    let called = (instance.prefer.few_people()).then(|| {
        let already = parts::already(instance);
        let is_new = |&&(index, person): &&(usize, PersonId)| {
            instance.demands[index].role.is_time_bound() && !already.contains(&person)
        };
        let new: BTreeSet<PersonId> = duties.iter().filter(is_new).map(|it| it.1).collect();
        Called {
            people: (already.len() + new.len()) as u64,
            bound: already.len() as u64,
        }
    });
    Second {
        duties,
        opinion: Opinion {
            engine: engine.name(),
            least: goals.iter().filter(is_above).count(),
            levels: goals.len(),
        },
        called,
    }
}
