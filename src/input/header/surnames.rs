//! Names that stand in columns of their own – surname, first name, patronymic – become one.

use std::sync::Arc;

use crate::input::grid::{Cells, Grid, GridRow};
use crate::input::names::word_key;

use super::{Column, MOST_ROWS_ABOVE, NAMED};

const SURNAMES: [&str; 5] = ["Фамилия", "surname", "last name", "family name", "lastname"];
const FIRST_NAMES: [&str; 12] = [
    "Имя",
    "Имя Отчество",
    "Имя, отчество",
    "Имя и отчество",
    "И.О.",
    "Инициалы",
    "first name",
    "given name",
    "forename",
    "firstname",
    "initials",
    "name",
];
const PATRONYMICS: [&str; 4] = [
    "Отчество",
    "Отчество (при наличии)",
    "patronymic",
    "middle name",
];
/// Whose name it is.
const WHOSE: [&str; 7] = [
    "учителя",
    "сотрудника",
    "педагога",
    "работника",
    "родителя",
    "наблюдателя",
    "преподавателя",
];

/// Where the parts of a name stand.
struct Parts {
    surname: usize,
    first: usize,
    patronymic: Option<usize>,
}

/// Puts names of two or three columns into the column of the surname, under one heading.
pub fn join_names(grid: &mut Grid) {
    let mut rows = grid.rows.iter().take(MOST_ROWS_ABOVE).enumerate();
    let found = rows.find_map(|(index, row)| Some((index, parts_of(row)?)));
    let Some((header, parts)) = found else {
        return;
    };
    let rows = grid.rows.iter().enumerate().map(|(index, row)| GridRow {
        row: row.row,
        cells: match index.cmp(&header) {
            std::cmp::Ordering::Less => row.cells.clone(),
            std::cmp::Ordering::Equal => headed(&row.cells, &parts),
            std::cmp::Ordering::Greater => joined(&row.cells, &parts),
        },
    });
    grid.rows = Arc::new(rows.collect());
}

/// The parts that a header names; none where it has a column for the whole name too.
fn parts_of(row: &GridRow) -> Option<Parts> {
    let place = |names: &[&str]| row.cells.iter().position(|text| is_one_of(text, names));
    let surname = place(&SURNAMES)?;
    let first = place(&FIRST_NAMES)?;
    let parts = Parts {
        surname,
        first,
        patronymic: place(&PATRONYMICS),
    };
    let is_part =
        |place: usize| [Some(surname), Some(first), parts.patronymic].contains(&Some(place));
    let names_people = |(place, text): (usize, &str)| {
        let columns = NAMED.get(&word_key(text));
        let of_people = [Column::Person, Column::Parent];
        !is_part(place)
            && columns.is_some_and(|columns| columns.iter().any(|it| of_people.contains(it)))
    };
    let is_whole = row.cells.iter().enumerate().any(names_people);
    (!is_whole).then_some(parts)
}

fn is_one_of(text: &str, names: &[&str]) -> bool {
    /// No heading of a name is longer.
    const LONGEST: usize = 60;
    if text.is_empty() || text.len() > LONGEST {
        return false;
    }
    let (before, last) = text.rsplit_once(char::is_whitespace).unwrap_or(("", text));
    let text = if WHOSE.contains(&last.to_lowercase().as_str()) {
        before
    } else {
        text
    };
    let key = word_key(text);
    names.iter().any(|name| word_key(name) == key)
}

fn headed(cells: &Cells, parts: &Parts) -> Cells {
    let is_cyrillic = |letter: char| ('\u{400}'..='\u{4ff}').contains(&letter);
    let surname = cells.get(parts.surname).unwrap_or_default();
    let heading = if surname.contains(is_cyrillic) {
        "ФИО"
    } else {
        "name"
    };
    with_name(cells, parts, heading)
}

fn joined(cells: &Cells, parts: &Parts) -> Cells {
    let places = [Some(parts.surname), Some(parts.first), parts.patronymic];
    let texts = places
        .into_iter()
        .flatten()
        .filter_map(|place| cells.get(place));
    let texts: Vec<&str> = texts.filter(|text| !text.is_empty()).collect();
    with_name(cells, parts, &texts.join(" "))
}

/// The cells with the whole name in place of the surname, and nothing in place of the rest.
fn with_name(cells: &Cells, parts: &Parts, name: &str) -> Cells {
    let text_at = |(place, text): (usize, &str)| {
        if place == parts.surname {
            name.to_owned()
        } else if place == parts.first || Some(place) == parts.patronymic {
            String::new()
        } else {
            text.to_owned()
        }
    };
    cells.iter().enumerate().map(text_at).collect()
}
