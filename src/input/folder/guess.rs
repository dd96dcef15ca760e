//! Which table a sheet holds whose name does not say so: by its headings, and by words of its name.

use crate::domain::Role;
use crate::input::cells;
use crate::input::grid::Grid;
use crate::input::header::{self, Column, Layout};
use crate::input::map::Set;
use crate::input::names::{person_key, word_key};
use crate::input::tables::TableKind;

/// What a sheet is taken for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Guess {
    /// This table.
    Table(TableKind),
    /// Any of these, and nothing says which.
    Unsure(Vec<TableKind>),
    /// A roster, or no table of the school.
    Nothing,
}

/// Beginnings of words in names of files and sheets.
const HINTS: [(&str, TableKind); 28] = [
    ("учител", TableKind::Staff),
    ("сотрудник", TableKind::Staff),
    ("педагог", TableKind::Staff),
    ("педсостав", TableKind::Staff),
    ("кадр", TableKind::Staff),
    ("teacher", TableKind::Staff),
    ("staff", TableKind::Staff),
    ("нагрузк", TableKind::Load),
    ("тарификац", TableKind::Load),
    ("load", TableKind::Load),
    ("родител", TableKind::Parents),
    ("наблюдател", TableKind::Parents),
    ("parent", TableKind::Parents),
    ("класс", TableKind::Classes),
    ("class", TableKind::Classes),
    ("график", TableKind::Schedule),
    ("schedule", TableKind::Schedule),
    ("предмет", TableKind::Subjects),
    ("subject", TableKind::Subjects),
    ("звон", TableKind::Bells),
    ("bell", TableKind::Bells),
    ("отсутств", TableKind::Absences),
    ("отпуск", TableKind::Absences),
    ("больнич", TableKind::Absences),
    ("командиров", TableKind::Absences),
    ("absence", TableKind::Absences),
    ("расписан", TableKind::Timetable),
    ("timetable", TableKind::Timetable),
];

/// What the sheet is; `file` is the file's name.
pub fn guess(grid: &Grid, file: &str) -> Guess {
    // What a school can do without is taken only where its name speaks for it.
    let hint = hint(grid, file);
    let fits = |kind: TableKind| {
        let may_be = TableKind::REQUIRED.contains(&kind) || hint == Some(kind);
        may_be.then(|| header::fits(grid, kind.layout())).flatten()
    };
    if fits(TableKind::Timetable).is_some() {
        return Guess::Table(TableKind::Timetable);
    }
    if let Some(header) = fits(TableKind::Schedule) {
        return if names_in_places(grid, &header) {
            Guess::Nothing
        } else {
            Guess::Table(TableKind::Schedule)
        };
    }
    for kind in [TableKind::Absences, TableKind::Bells] {
        if fits(kind).is_some() {
            return Guess::Table(kind);
        }
    }
    let people = [TableKind::Load, TableKind::Staff, TableKind::Parents];
    let is_there = |kind: &TableKind| header::fits(grid, kind.layout()).is_some();
    let people: Vec<TableKind> = people.into_iter().filter(is_there).collect();
    if !people.is_empty() {
        return of_people(grid, file, &people);
    }
    for kind in [TableKind::Classes, TableKind::Subjects] {
        let is_likely = hint.is_none_or(|hint| hint == kind);
        if is_likely && fits(kind).is_some() {
            return Guess::Table(kind);
        }
    }
    Guess::Nothing
}

/// Of tables with a person in every row, the one that the name or the headings speak for.
fn of_people(grid: &Grid, file: &str, fitting: &[TableKind]) -> Guess {
    if let Some(kind) = hint(grid, file).filter(|kind| fitting.contains(kind)) {
        return Guess::Table(kind);
    }
    let has_only = |kind: TableKind, others: &[TableKind]| {
        let Some(header) = header::fits(grid, kind.layout()) else {
            return false;
        };
        let texts = grid.rows[header.index].cells.iter();
        let is_known = |layout: &Layout, text: &str| layout.column(text).is_some();
        let mut own = texts.filter(|text| is_known(kind.layout(), text));
        own.any(|text| others.iter().all(|other| !is_known(other.layout(), text)))
    };
    if has_only(TableKind::Parents, &[TableKind::Staff]) {
        return Guess::Table(TableKind::Parents);
    }
    if fitting.contains(&TableKind::Load) && is_repeated(grid) {
        return Guess::Table(TableKind::Load);
    }
    if has_only(TableKind::Staff, &[TableKind::Parents]) {
        return Guess::Table(TableKind::Staff);
    }
    match fitting {
        [only] => Guess::Table(*only),
        several => Guess::Unsure(several.to_vec()),
    }
}

/// The table that a word of the sheet's name, or else of the file's, begins like.
pub fn hint(grid: &Grid, file: &str) -> Option<TableKind> {
    let of = |name: &str| {
        let small = name.to_lowercase();
        let mut words = small.split(|letter: char| !letter.is_alphabetic());
        words.find_map(|word| {
            let mut hints = HINTS.iter();
            hints
                .find(|(start, _)| word.starts_with(start))
                .map(|(_, kind)| *kind)
        })
    };
    of(&grid.name).or_else(|| of(file))
}

/// Do people stand in columns where a schedule counts places? Then it is a roster.
fn names_in_places(grid: &Grid, header: &header::Header) -> bool {
    let places: Vec<usize> = Role::ALL
        .iter()
        .filter_map(|&role| header.place(Column::of_places(role)))
        .collect();
    let below = grid.rows.iter().skip(header.index + 1);
    let mut texts = below.flat_map(|row| places.iter().filter_map(|&place| row.cells.get(place)));
    let named = texts.any(|text| text.contains(char::is_alphabetic) && !cells::is_none_mark(text));
    let mut unknown = header.unknown.iter();
    named || unknown.any(|text| is_role_of_one(text))
}

/// `Организатор`, `Эксперт`: a column of people, one in each row.
fn is_role_of_one(text: &str) -> bool {
    const ROLES: [&str; 7] = [
        "организатор",
        "эксперт",
        "наблюдатель",
        "ассистент",
        "proctor",
        "checker",
        "observer",
    ];
    let key = word_key(text);
    ROLES.iter().any(|role| key.starts_with(&word_key(role)))
}

/// Does somebody stand in several rows?
fn is_repeated(grid: &Grid) -> bool {
    let Some(header) = header::fits(grid, TableKind::Load.layout()) else {
        return false;
    };
    let Some(place) = header.place(Column::Person) else {
        return false;
    };
    let mut seen = Set::default();
    let below = grid.rows.iter().skip(header.index + 1);
    let mut names = below.filter_map(|row| row.cells.get(place));
    names.any(|name| !name.is_empty() && !seen.insert(person_key(name)))
}
