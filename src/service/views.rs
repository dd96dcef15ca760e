//! How facts of the school read in a report: dates, lessons, names, counts per role.

use crate::amend::AmendProblem;
use crate::domain::{Cell, PersonId, Role, School, Sitting, SittingId};
use crate::lang::{Lang, commands as words, fix, repair};

use super::report::{DutyReport, EvidenceReport};

/// Places of a role: how many there are, and how many are filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RoleTally {
    /// The role.
    pub role: Role,
    /// Places of the schedule.
    pub places: usize,
    /// Those with a person.
    pub filled: usize,
}

/// A sitting's keys as text: date (ISO), lesson, class, subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SittingWords {
    /// Day, ISO.
    pub date: String,
    /// Lesson numbers, or clock times where there are none.
    pub lesson: String,
    /// Name of the class.
    pub class: String,
    /// Name of the subject.
    pub subject: String,
}

/// The sitting's keys.
pub fn words_of(school: &School, sitting: &Sitting) -> SittingWords {
    SittingWords {
        date: sitting.date.format("%Y-%m-%d").to_string(),
        lesson: lesson_of(sitting),
        class: school.class(sitting.class).name.clone(),
        subject: school.subject(sitting.subject).name.clone(),
    }
}

/// `2`, `2-3`, or `09:25-10:10` where the sitting has no lesson numbers.
pub fn lesson_of(sitting: &Sitting) -> String {
    if !sitting.span.lessons.is_empty() {
        return sitting.span.lessons.to_string();
    }
    match (sitting.span.start(), sitting.span.end()) {
        (Some(start), Some(end)) => format!("{start}-{end}"),
        _ => String::new(),
    }
}

/// `2026-04-21, lesson 2, 7Б, Физика`: a sitting in a line of text.
pub fn when_and_what(school: &School, sitting: SittingId, lang: Lang) -> String {
    let sitting = school.sitting(sitting);
    let date = match lang {
        Lang::En => sitting.date.format("%Y-%m-%d"),
        Lang::Ru => sitting.date.format("%d.%m.%Y"),
    };
    let lessons = sitting.span.lessons;
    let time = if lessons.is_empty() {
        words::numbers(&lesson_of(sitting))
    } else {
        words::lessons(&lessons.to_string(), lessons.count(), lang)
    };
    format!(
        "{date}, {time}, {}, {}",
        school.class(sitting.class).name,
        school.subject(sitting.subject).name
    )
}

/// `2026-04-21, lesson 2, 7Б, Физика, proctor`: a duty in a line of text.
pub fn duty_words(duty: &DutyReport, lang: Lang) -> String {
    let role = Role::from_name(duty.role);
    let parts = [
        repair::day(&duty.date, lang),
        repair::time(&duty.lesson, lang),
        duty.class.clone(),
        duty.subject.clone(),
        role.map_or(duty.role, |role| role.words().one.in_lang(lang))
            .to_owned(),
    ];
    let known: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    known.join(", ")
}

/// Why a user's file cannot be changed, in one sentence.
pub fn amend_words(problem: &AmendProblem, lang: Lang) -> String {
    match problem {
        AmendProblem::Formula(cell) => fix::formula(cell, lang),
        AmendProblem::Letters { text, encoding } => fix::letters(text, encoding, lang),
        AmendProblem::BrokenLetters => fix::broken_letters(lang).to_owned(),
        AmendProblem::Missing(_) | AmendProblem::NotMarkable | AmendProblem::Broken => {
            fix::not_changeable(&problem.to_string(), lang)
        }
    }
}

/// Cells as a report names them.
pub fn evidence_of(school: &School, cells: &[Cell]) -> Vec<EvidenceReport> {
    let one = |cell: &Cell| {
        let source = school.sources.get(cell.source.index());
        EvidenceReport {
            file: source.map(|source| source.file.clone()).unwrap_or_default(),
            sheet: source.and_then(|source| source.sheet.clone()),
            row: cell.row,
        }
    };
    cells.iter().map(one).collect()
}

/// History and what the duties at the sittings add: duties, or works of a checker.
pub fn load_of(school: &School, person: PersonId, role: Role, sittings: &[SittingId]) -> u64 {
    let carried = u64::from(school.person(person).history[role]);
    let added: u64 = sittings
        .iter()
        .map(|&sitting| u64::from(school.sitting(sitting).load(role)))
        .sum();
    carried + added
}
