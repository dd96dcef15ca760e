//! What one of everything costs, packed once.

use crate::domain::{Role, RoleMap, RuleCode};

use super::super::cost::{Cost, Packing};
use super::super::instance::Candidate;
use super::super::levels::{Level, Levels};

/// Packed amounts of 1.
pub struct Units<C> {
    changed: C,
    avoided: [C; RuleCode::ALL.len()],
    lost: C,
    /// An empty seat.
    pub unfilled: RoleMap<C>,
    /// One in the sum of load squares.
    pub loads: RoleMap<C>,
    /// One in the sum of lesson squares.
    pub lessons: RoleMap<C>,
}

impl<C: Cost> Units<C> {
    /// In this packing.
    pub fn of(packing: &impl Packing<C>) -> Self {
        let unit = |level| packing.pack(Levels::single(level, 1));
        let of_roles = |level: fn(Role) -> Level| RoleMap(Role::ALL.map(|role| unit(level(role))));
        Self {
            changed: unit(Level::Changed),
            avoided: RuleCode::ALL.map(|code| unit(Level::Avoided(code))),
            lost: unit(Level::LessonsLost),
            unfilled: of_roles(Level::Unfilled),
            loads: of_roles(Level::LoadSquares),
            lessons: of_roles(Level::LessonSquares),
        }
    }

    /// Levels 2 and 3 of a duty, and whether it is a change.
    pub fn of_candidate(&self, candidate: &Candidate) -> C {
        let mut cost = C::default();
        if candidate.changed {
            cost += self.changed;
        }
        if candidate.lost > 0 {
            cost += self.lost.times(i64::from(candidate.lost));
        }
        for code in candidate.avoided.iter() {
            cost += self.avoided[code as usize];
        }
        cost
    }
}
