//! Empty tables to be filled in: what stands in each column, an example, and the words to choose from.
//!
//! The example stands above the header, where a title may stand too: left as it is, it is no row of the table.

mod begun;
mod words;

use chrono::Weekday;

use crate::domain::{Camera, PinKind, Role, RuleCode};
use crate::lang::Lang;
use crate::lang::facts::Word;

use super::cells::{camera_word, no_word, pin_word, weekday_word, yes_word};
use super::header::Column;
use super::tables::TableKind;

pub use begun::begun_table;

/// An empty table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmptyTable {
    /// What the table is called: the sheet's name.
    pub name: &'static str,
    /// One sentence: what it is for, and what is left out without it.
    pub about: &'static str,
    /// Its columns, the required ones first.
    pub columns: Vec<EmptyColumn>,
}

/// A column of an empty table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmptyColumn {
    /// Its header.
    pub heading: &'static str,
    /// Can no row do without it?
    pub is_required: bool,
    /// What stands in it.
    pub note: &'static str,
    /// A cell of it.
    pub example: &'static str,
    /// What its cells may be chosen from.
    pub choices: Choices,
}

/// What the cells of a column are chosen from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choices {
    /// Anything.
    Any,
    /// One of these words.
    Words(Vec<&'static str>),
    /// What stands in the first column of that table.
    Table(&'static str),
}

/// Every table of a school folder, as a school fills them in.
pub fn empty_tables(lang: Lang) -> Vec<EmptyTable> {
    // What names typed in rosters mean is learned from answers; nobody fills that in beforehand.
    let filled = TableKind::ALL
        .into_iter()
        .filter(|&kind| kind != TableKind::Names);
    filled.map(|kind| empty_table(kind, lang)).collect()
}

fn empty_table(kind: TableKind, lang: Lang) -> EmptyTable {
    let layout = kind.layout();
    let required = layout.required.iter().map(|&column| (column, true));
    let optional = layout.optional.iter().map(|&column| (column, false));
    EmptyTable {
        name: kind.word().in_lang(lang),
        about: words::about(kind).in_lang(lang),
        columns: required
            .chain(optional)
            .map(|(column, is_required)| {
                let (note, example) = words::column(kind, column);
                EmptyColumn {
                    heading: column.heading(lang),
                    is_required,
                    note: note.in_lang(lang),
                    example: example.in_lang(lang),
                    choices: choices(kind, column, lang),
                }
            })
            .collect(),
    }
}

/// The rules that schools waive; a spreadsheet takes no more than 255 letters of words to choose from.
const WAIVED: [RuleCode; 9] = [
    RuleCode::CheckerOwnSubject,
    RuleCode::CheckerTeachesClass,
    RuleCode::CheckerHomeroom,
    RuleCode::CheckerUnqualified,
    RuleCode::ProctorSubjectSpecialist,
    RuleCode::ProctorHomeroom,
    RuleCode::ProctorTeachesClass,
    RuleCode::ObserverSameWork,
    RuleCode::PersonalTie,
];

/// The days of a school week.
const WEEKDAYS: [Weekday; 6] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
];

fn in_lang<const N: usize>(words: [Word; N], lang: Lang) -> Vec<&'static str> {
    words.map(|word| word.in_lang(lang)).to_vec()
}

fn choices(kind: TableKind, column: Column, lang: Lang) -> Choices {
    let table = |other: TableKind| {
        if other == kind {
            Choices::Any
        } else {
            Choices::Table(other.word().in_lang(lang))
        }
    };
    match column {
        Column::Person | Column::StaffMember | Column::Chair => table(TableKind::Staff),
        Column::Homeroom if kind == TableKind::Classes => table(TableKind::Staff),
        Column::Class => table(TableKind::Classes),
        Column::Subject => table(TableKind::Subjects),
        Column::Homeroom => table(TableKind::Classes),
        Column::Role => Choices::Words(in_lang(Role::ALL.map(|role| role.words().one), lang)),
        Column::Observer => Choices::Words(in_lang([yes_word(), no_word()], lang)),
        Column::Camera => Choices::Words(in_lang(Camera::ALL.map(camera_word), lang)),
        Column::Weekday => Choices::Words(in_lang(WEEKDAYS.map(weekday_word), lang)),
        Column::Pin => Choices::Words(in_lang([PinKind::Must, PinKind::Never].map(pin_word), lang)),
        Column::Rule => Choices::Words(WAIVED.map(RuleCode::name).to_vec()),
        _ => Choices::Any,
    }
}

#[cfg(test)]
mod tests;
