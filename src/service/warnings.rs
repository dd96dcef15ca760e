//! Warnings before publishing in words: as lines, as counts, and as objects of the JSON.

use serde::Serialize;

use crate::check::{Warning, WarningKind};
use crate::domain::{Lang, Roster, School};
use crate::lang::sheets::dates;
use crate::lang::warnings::{self as words, Kind};

/// A hard day of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WarningReport {
    /// `in-a-row`, `day-without-lessons`, `two-buildings`, `works-a-day`.
    pub warning: &'static str,
    /// Row of the roster's file at which the first duty concerned stands.
    pub row: Option<u32>,
    /// The day, ISO.
    pub date: String,
    /// Whose.
    pub person: String,
    /// One sentence.
    pub message: String,
}

/// The warnings as objects.
pub fn reports(
    (school, roster): (&School, &Roster),
    warnings: &[Warning],
    lang: Lang,
) -> Vec<WarningReport> {
    let report = |warning: &Warning| WarningReport {
        warning: name(&warning.kind),
        row: roster.rows.get(warning.row).map(|row| row.row),
        date: warning.date.format("%Y-%m-%d").to_string(),
        person: school.person(warning.person).name.clone(),
        message: sentence(school, warning, lang),
    };
    warnings.iter().map(report).collect()
}

/// `21.04.2026, Иванова Анна Петровна: 4 урока подряд …`.
pub fn sentence(school: &School, warning: &Warning, lang: Lang) -> String {
    let what = match &warning.kind {
        WarningKind::InARow(count) => words::in_a_row(*count, lang),
        WarningKind::DayWithoutLessons => words::day_without_lessons(lang).to_owned(),
        WarningKind::TwoBuildings { from, to } => words::two_buildings(from, to, lang),
        WarningKind::WorksADay(works) => {
            let most = school.policy.warnings.works_a_day.unwrap_or_default();
            words::works_a_day(*works, most, lang)
        }
    };
    let date = dates::short(warning.date, lang);
    let person = &school.person(warning.person).name;
    format!("{date}, {person}: {what}.")
}

/// How often each kind came up, in the order of the kinds.
pub fn counts(school: &School, warnings: &[Warning], lang: Lang) -> Vec<String> {
    let of_kind = warnings.chunk_by(|a, b| name(&a.kind) == name(&b.kind));
    of_kind
        .filter_map(|same| {
            let kind = kind(school, &same.first()?.kind);
            Some(words::counted(kind, same.len(), lang))
        })
        .collect()
}

fn kind(school: &School, kind: &WarningKind) -> Kind {
    let wanted = school.policy.warnings;
    match kind {
        WarningKind::InARow(_) => Kind::InARow(wanted.in_a_row.unwrap_or_default()),
        WarningKind::DayWithoutLessons => Kind::DayWithoutLessons,
        WarningKind::TwoBuildings { .. } => Kind::TwoBuildings,
        WarningKind::WorksADay(_) => Kind::WorksADay(wanted.works_a_day.unwrap_or_default()),
    }
}

fn name(kind: &WarningKind) -> &'static str {
    match kind {
        WarningKind::InARow(_) => "in-a-row",
        WarningKind::DayWithoutLessons => "day-without-lessons",
        WarningKind::TwoBuildings { .. } => "two-buildings",
        WarningKind::WorksADay(_) => "works-a-day",
    }
}
