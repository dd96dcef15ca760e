//! Words of the lessons without a teacher.

use super::word;
use crate::lang::Lang;
use crate::lang::facts::Word;

/// Below the lessons without a teacher.
pub const NO_LESSONS_LOST: Word = word(
    "No lesson is left without a teacher.",
    "Уроков, оставшихся без учителя, нет.",
);
/// Nobody is free.
pub const NOBODY: Word = word("nobody", "никого");

/// Why a teacher misses a lesson.
pub fn on_duty(role: &str, class: &str, subject: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{role} at {class}, {subject}"),
        Lang::Ru => format!("{role}: {class}, {subject}"),
    }
}

/// `и ещё 12`.
pub fn and_more(count: usize, lang: Lang) -> String {
    match lang {
        Lang::En => format!("and\u{a0}{count}\u{a0}more"),
        Lang::Ru => format!("и\u{a0}ещё\u{a0}{count}"),
    }
}

/// Above the lessons without a teacher.
pub fn note(lang: Lang) -> &'static str {
    match lang {
        Lang::En => {
            "Free: no lesson of their own, no duty and no absence then. Those of the subject come first, then those who \
             teach the class."
        }
        Lang::Ru => {
            "Свободны: в это время нет ни своего урока, ни назначения, ни отсутствия. Сначала названы учителя того же \
             предмета, затем работающие в этом классе."
        }
    }
}
