//! Substitutes: who takes the lessons that duties cost.
//!
//! Readings: a lesson is one however many rows of the timetable its classes have (same teacher, same time, same subject). Whoever may
//! take it holds `substitute`, works in the class's school, and then has no duty, no absence and no lesson of their own that takes
//! place. "Same subject" is the same area, among the subjects of `staff` or those taught. "Freed" is whose own lesson then does not take place, as
//! its class writes. A double lesson is two lost lessons of one teacher, classes and subject one right after the other; it is broken
//! where some person takes one of them and not the other. Somebody comes only for a substitution who on that day of the week has
//! no lesson and on that date no duty in a room; of people without any lesson in the timetable their days are not known, and
//! they are not counted.

mod facts;
mod model;

use crate::domain::{Date, PersonId, SittingId};

use super::exact::{self, Effort};
use super::level::{self, Level};
use super::on_duty::OnDuty;

use facts::Facts;

/// How well somebody fits a lesson, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fit {
    /// Teaches the subject, and the class.
    SubjectAndClass,
    /// Teaches the class.
    Class,
    /// Teaches the subject.
    Subject,
    /// Anybody.
    Anybody,
}

impl Fit {
    /// Every fit.
    pub const ALL: [Fit; 4] = [Fit::SubjectAndClass, Fit::Class, Fit::Subject, Fit::Anybody];
}

/// Somebody takes a lesson.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Taken {
    /// Who.
    pub person: PersonId,
    /// How well they fit.
    pub fit: Fit,
    /// Their own class writes then.
    pub is_freed: bool,
}

/// A lesson that a duty costs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LostLesson {
    /// The day.
    pub date: Date,
    /// Its rows, as positions in the school's lessons: one for each class.
    pub rows: Vec<usize>,
    /// Whose lesson it is.
    pub teacher: PersonId,
    /// The sitting whose duty costs it.
    pub sitting: SittingId,
    /// Who takes it.
    pub taken: Option<Taken>,
    /// How many people could.
    pub candidates: usize,
}

/// Every lost lesson, and how good the choice is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Substitutes {
    /// By day, time and teacher.
    pub lessons: Vec<LostLesson>,
    /// Of the contract, the first first.
    pub levels: Vec<Level>,
}

/// The levels: nobody; each kind of fit, the worst first; broken doubles; days come for; squares.
pub const LEVELS: [&str; 11] = [
    "nobody",
    "anybody",
    "anybody-freed",
    "subject",
    "subject-freed",
    "class",
    "class-freed",
    "subject-and-class",
    "breaks",
    "days",
    "squares",
];

/// The best substitutes; `None` without a timetable.
pub fn plan(on_duty: &OnDuty<'_>, effort: Effort<'_>) -> Option<Substitutes> {
    if on_duty.school.lessons.is_empty() {
        return None;
    }
    let facts = Facts::of(on_duty);
    let model = model::Stated::of(&facts);
    let start = model.greedy(&facts);
    let found = exact::solve(&model.model, start, effort);
    let taken = model.read(&found.values);
    let lessons = facts.lost.iter().zip(taken);
    let lessons = lessons.map(|(lost, choice)| LostLesson {
        taken: choice.map(|at| lost.candidates[at].taken),
        candidates: lost.candidates.len(),
        ..lost.lesson.clone()
    });
    Some(Substitutes {
        lessons: lessons.collect(),
        levels: level::named(&LEVELS, &found.levels, facts.squares_before),
    })
}
