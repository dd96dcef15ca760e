//! Places that a wide roster leaves empty: its cells without a name, as far as the schedule has places for them.

use crate::domain::{NameAt, Role, RosterRow, RowSitting, School, Seat, SittingId};
use crate::input::map::{Map, Set};

use super::layout::Form;
use super::rows::Entry;

/// Every place that somebody is named for, once; and for each place of the schedule that nobody is named for the cell where a
/// name is missing, if the roster has a cell for the sitting and the role.
pub fn filled(school: &School, entries: Vec<Entry>) -> Vec<Entry> {
    let entries = once(entries);
    let mut open: Map<(SittingId, Role), i64> = Map::default();
    let mut last: Map<(SittingId, Role), usize> = Map::default();
    for (index, entry) in entries.iter().enumerate() {
        if let Some(key) = key_of(entry) {
            let places = i64::from(school.sitting(key.0).places[key.1]);
            *open.entry(key).or_insert(places) -= i64::from(entry.row.seat != Seat::Empty);
            last.insert(key, index);
        }
    }
    let mut filled = Vec::with_capacity(entries.len());
    for (index, entry) in entries.into_iter().enumerate() {
        let Some(key) = key_of(&entry) else {
            filled.push(entry);
            continue;
        };
        let still_open = open.get_mut(&key).expect("every place was counted");
        let behind = (last.get(&key) == Some(&index)).then(|| behind(&entry));
        if entry.row.seat != Seat::Empty {
            filled.push(entry);
        } else if *still_open > 0 {
            *still_open -= 1;
            filled.push(entry);
        }
        for missing in behind
            .into_iter()
            .cycle()
            .take(usize::try_from(*still_open).unwrap_or(0))
        {
            filled.push(missing);
        }
    }
    filled
}

/// The sitting and role of an entry of a wide table; a tidy row is a place whatever the schedule has.
fn key_of(entry: &Entry) -> Option<(SittingId, Role)> {
    match entry.row.sitting {
        RowSitting::Known(sitting) if entry.form == Form::Wide => Some((sitting, entry.row.role)),
        _ => None,
    }
}

/// A place for one more name, in the cell of that entry behind its names.
fn behind(entry: &Entry) -> Entry {
    let name = &entry.row.name;
    let is_named = entry.row.seat != Seat::Empty;
    Entry {
        row: RosterRow {
            name: NameAt {
                part: name.part + u32::from(is_named),
                bytes: name.bytes.end..name.bytes.end,
                ..name.clone()
            },
            seat: Seat::Empty,
            pinned: false,
            ..entry.row.clone()
        },
        ..entry.clone()
    }
}

/// A name in a merged cell over several rows of one sitting is one person.
fn once(entries: Vec<Entry>) -> Vec<Entry> {
    let mut seen = Set::default();
    let mut entries = entries;
    entries.retain(|entry| {
        let RowSitting::Known(sitting) = entry.row.sitting else {
            return true;
        };
        let (row, name) = (&entry.row, &entry.row.name);
        seen.insert((
            row.sheet.clone(),
            sitting,
            row.role,
            name.row,
            name.column,
            name.part,
        ))
    });
    entries
}
