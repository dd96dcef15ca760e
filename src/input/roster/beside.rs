//! Tables that stand side by side in one sheet: days, or the halves of a long table, each under headings of its own.

use crate::input::grid::Grid;
use crate::input::names::word_key;

use super::header::Header;
use super::headings::heading;
use super::layout::Meaning;
use super::sheet::{Sheet, View};
use super::tables::{DutyTable, tables_of};

/// A sheet, or what is seen of it, and the tables in it.
pub type Part<'g> = (Sheet<'g>, Vec<DutyTable>);

/// The parts of a sheet that stand side by side; the sheet as a whole where nothing does.
pub fn parts_of(grid: &Grid) -> Vec<Part<'_>> {
    let sheet = Sheet::of(grid);
    let tables = tables_of(&sheet);
    let views = tables.first().map(|table| views_of(&table.header));
    let parts: Vec<Part<'_>> = views
        .into_iter()
        .flatten()
        .map(|view| {
            let part = Sheet::seen(grid, view);
            let tables = tables_of(&part);
            (part, tables)
        })
        .collect();
    if parts.len() > 1 && parts.iter().all(|(_, tables)| !tables.is_empty()) {
        parts
    } else {
        vec![(sheet, tables)]
    }
}

/// A column whose heading, of a class or a subject, stands to the left of it too.
pub fn repeated(header: &Header) -> Option<usize> {
    let said = said_by(header);
    said.iter()
        .enumerate()
        .find_map(|(at, (place, meaning, key))| {
            let is_again = said[..at].iter().any(|(_, _, earlier)| earlier == key);
            (names_works(*meaning) && is_again).then_some(*place)
        })
}

fn names_works(meaning: Meaning) -> bool {
    matches!(meaning, Meaning::Class | Meaning::Subject)
}

/// What each heading says by itself: its column, its meaning, its key.
fn said_by(header: &Header) -> Vec<(usize, Meaning, String)> {
    let columns = header.columns.iter().enumerate();
    columns
        .filter_map(|(place, column)| {
            let meaning = heading(&column.heading)?.meaning;
            (meaning != Meaning::Aside).then(|| (place, meaning, word_key(&column.heading)))
        })
        .collect()
}

/// What is seen of the sheet for each table of the header; columns left of them all belong to each.
fn views_of(header: &Header) -> Vec<View> {
    let said = said_by(header);
    let places = |wanted: &str| -> Vec<usize> {
        let of_key = said.iter().filter(|(_, _, key)| key == wanted);
        of_key.map(|(place, _, _)| *place).collect()
    };
    let count = said
        .iter()
        .filter(|(_, meaning, _)| names_works(*meaning))
        .map(|(_, _, key)| places(key).len())
        .max()
        .unwrap_or(0);
    if count < 2 {
        return Vec::new();
    }
    let each: Vec<Vec<usize>> = said
        .iter()
        .map(|(_, _, key)| places(key))
        .filter(|places| places.len() == count)
        .collect();
    let starts: Vec<usize> = (0..count)
        .filter_map(|table| each.iter().map(|places| places[table]).min())
        .collect();
    let views: Vec<View> = starts
        .iter()
        .enumerate()
        .map(|(table, &start)| View {
            from: header.first,
            shared: starts[0],
            columns: start
                ..starts
                    .get(table + 1)
                    .copied()
                    .unwrap_or(header.columns.len()),
        })
        .collect();
    let is_whole = |(table, view): (usize, &View)| {
        let names_people = said.iter().any(|(place, meaning, _)| {
            view.columns.contains(place) && matches!(meaning, Meaning::People(_) | Meaning::Person)
        });
        names_people
            && each
                .iter()
                .all(|places| view.columns.contains(&places[table]))
    };
    if views.iter().enumerate().all(is_whole) {
        views
    } else {
        Vec::new()
    }
}
