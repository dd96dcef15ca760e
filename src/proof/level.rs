//! The entries of the objective that a proof speaks of, in their order.

use crate::domain::{Role, RuleCode};

/// An entry of levels 1–4.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Level 1 of a role.
    Unfilled(Role),
    /// Level 2 of a rule.
    Avoided(RuleCode),
    /// Level 3.
    LessonsLost,
    /// Level 4 of a role.
    LoadSquares(Role),
}

impl Level {
    /// 1–4.
    pub fn number(self) -> u8 {
        match self {
            Level::Unfilled(_) => 1,
            Level::Avoided(_) => 2,
            Level::LessonsLost => 3,
            Level::LoadSquares(_) => 4,
        }
    }

    /// As in a file: `unfilled-proctor`, `checker-own-subject`, `lessons-lost`, `load-observer`.
    pub fn name(self) -> String {
        match self {
            Level::Unfilled(role) => format!("unfilled-{}", role.name()),
            Level::Avoided(code) => code.name().to_owned(),
            Level::LessonsLost => "lessons-lost".to_owned(),
            Level::LoadSquares(role) => format!("load-{}", role.name()),
        }
    }

    /// The entry of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        let of_role = Role::ALL.into_iter();
        of_role
            .flat_map(|role| [Level::Unfilled(role), Level::LoadSquares(role)])
            .chain(RuleCode::ALL.into_iter().map(Level::Avoided))
            .chain([Level::LessonsLost])
            .find(|level| level.name() == name)
    }
}
