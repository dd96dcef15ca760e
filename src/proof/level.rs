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
    /// How many there are.
    pub const COUNT: usize = 2 * Role::ALL.len() + RuleCode::ALL.len() + 1;

    /// Every level, from the most to the least important.
    pub fn all() -> impl Iterator<Item = Self> {
        let roles = || Role::ALL.into_iter();
        roles()
            .map(Self::Unfilled)
            .chain(RuleCode::ALL.into_iter().map(Self::Avoided))
            .chain([Self::LessonsLost])
            .chain(roles().map(Self::LoadSquares))
    }

    /// Its place among all.
    pub(super) fn index(self) -> usize {
        let (roles, rules) = (Role::ALL.len(), RuleCode::ALL.len());
        match self {
            Self::Unfilled(role) => role as usize,
            Self::Avoided(code) => roles + code as usize,
            Self::LessonsLost => roles + rules,
            Self::LoadSquares(role) => roles + rules + 1 + role as usize,
        }
    }

    /// 1–4.
    pub fn number(self) -> u8 {
        match self {
            Self::Unfilled(_) => 1,
            Self::Avoided(_) => 2,
            Self::LessonsLost => 3,
            Self::LoadSquares(_) => 4,
        }
    }

    /// As in a file: `unfilled-proctor`, `checker-own-subject`, `lessons-lost`, `load-observer`.
    pub fn name(self) -> String {
        match self {
            Self::Unfilled(role) => format!("unfilled-{}", role.name()),
            Self::Avoided(code) => code.name().to_owned(),
            Self::LessonsLost => "lessons-lost".to_owned(),
            Self::LoadSquares(role) => format!("load-{}", role.name()),
        }
    }

    /// The entry of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::all().find(|level| level.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_follow_the_order_of_importance() {
        assert!(Level::all().map(Level::index).eq(0..Level::COUNT));
        assert!(Level::all().is_sorted());
    }
}
