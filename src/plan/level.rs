//! The steps, and what is known of each of their levels.

use super::exact::Reached;

/// A step on a finished roster.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Rooms of sittings, and lessons that move.
    Rooms,
    /// Meetings on criteria.
    Meetings,
    /// Substitutes of lost lessons.
    Substitutes,
}

impl Step {
    /// Every step, in the order in which they are taken.
    pub const ALL: [Step; 3] = [Step::Rooms, Step::Meetings, Step::Substitutes];

    /// The step's name, as commands and reports have it.
    pub fn name(self) -> &'static str {
        match self {
            Step::Rooms => "rooms",
            Step::Meetings => "meetings",
            Step::Substitutes => "substitutes",
        }
    }
}

/// A level of a step: what was reached, and what nothing can be below, given the levels above.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Level {
    /// Its name in reports.
    pub name: &'static str,
    /// Reached.
    pub value: i64,
    /// Not to be beaten.
    pub bound: i64,
}

impl Level {
    /// Is it proven least?
    pub fn is_proven(self) -> bool {
        self.value == self.bound
    }
}

/// The levels by their names; `base` is what the model does not count of the last one.
pub fn named(names: &[&'static str], reached: &[Reached], base: i64) -> Vec<Level> {
    let last = names.len().saturating_sub(1);
    let all = names.iter().zip(reached).enumerate();
    all.map(|(at, (&name, reached))| {
        let base = if at == last { base } else { 0 };
        Level {
            name,
            value: reached.value + base,
            bound: reached.bound + base,
        }
    })
    .collect()
}
