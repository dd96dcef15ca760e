//! What was proven, said of people and sittings instead of positions.

mod timed;
mod works;

use crate::proof::{Level as Named, Proof};

use super::instance::Instance;
use super::levels::Level;
use super::timed::Solved;

pub use works::works;

/// The proof of a solved instance.
pub fn of(instance: &Instance, solved: &Solved) -> Proof {
    let timed = solved.certificates.iter();
    let timed = timed.map(|certificate| timed::component(instance, certificate));
    let components = timed.chain(solved.works.iter().cloned());
    Proof {
        components: components.filter(|it| !it.lots.is_empty()).collect(),
    }
}

fn name(level: Level) -> Option<Named> {
    match level {
        Level::Unfilled(role) => Some(Named::Unfilled(role)),
        Level::Avoided(code) => Some(Named::Avoided(code)),
        Level::LessonsLost => Some(Named::LessonsLost),
        Level::LoadSquares(role) => Some(Named::LoadSquares(role)),
        Level::Changed | Level::LessonSquares(_) => None,
    }
}
