//! Changes of people as new texts of the cells that name them.
//!
//! A cell may name several people, and may speak of several sittings (a list of classes, a merged block): a name in it
//! changes for all of them or for none.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::amend::{CellAt, CellEdit};
use crate::domain::{PersonId, Roster, RosterRow, RowSitting, Seat, SittingId};
use crate::service::Checked;
use crate::service::suggest::Suggestion;

use super::spelling::Spelling;

/// The edits, and the positions of changes that the cells cannot say.
pub fn edits(
    checked: &Checked,
    made: &[(usize, &Suggestion)],
    spelling: &Spelling<'_>,
) -> (Vec<CellEdit>, Vec<usize>) {
    let changes: BTreeMap<usize, (usize, &Suggestion)> = made
        .iter()
        .filter_map(|&(index, change)| Some((change.row?, (index, change))))
        .collect();
    let mut cells: BTreeMap<CellAt, Vec<usize>> = BTreeMap::new();
    for (index, row) in checked.roster.rows.iter().enumerate() {
        cells.entry(cell_of(row)).or_default().push(index);
    }
    cells.retain(|_, rows| rows.iter().any(|row| changes.contains_key(row)));
    let (mut edits, mut unsaid) = (Vec::new(), Vec::new());
    for (at, rows) in cells {
        let cell = Cell {
            checked,
            rows: &rows,
            changes: &changes,
        };
        match cell.text(&at, spelling) {
            // A row that moves to its day may keep its people.
            Some((typed, text)) if typed == text => {}
            Some((_, text)) => edits.push(CellEdit { at, text }),
            None => unsaid.extend(rows.iter().filter_map(|row| Some(changes.get(row)?.0))),
        }
    }
    (edits, unsaid)
}

fn cell_of(row: &RosterRow) -> CellAt {
    CellAt {
        sheet: row.sheet.clone(),
        row: row.name.row,
        column: row.name.column,
    }
}

/// A cell and the places that it speaks of.
struct Cell<'a> {
    checked: &'a Checked,
    rows: &'a [usize],
    changes: &'a BTreeMap<usize, (usize, &'a Suggestion)>,
}

/// What becomes of a name in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Stays,
    Becomes(Option<PersonId>),
}

impl Cell<'_> {
    fn roster(&self) -> &Roster {
        &self.checked.roster
    }

    /// The cell's text and its new one; `None` where it cannot say what is meant.
    fn text(&self, at: &CellAt, spelling: &Spelling<'_>) -> Option<(String, String)> {
        if at.column == 0 {
            return None;
        }
        let first = self.roster().rows.get(*self.rows.first()?)?;
        let layout = self.checked.layout(first)?;
        let typed = layout.text(at.row, at.column);
        let mut names: Vec<(Range<usize>, Option<String>)> = Vec::new();
        for (range, rows) in self.names() {
            let like = self.roster().rows.get(*rows.first()?);
            let name = match self.fate(&rows)? {
                Fate::Stays => Some(typed.get(range.clone())?.to_owned()),
                Fate::Becomes(None) => None,
                Fate::Becomes(Some(person)) => Some(spelling.name(person, like, at.sheet.as_ref())),
            };
            names.push((range, name));
        }
        let added = self.added()?.into_iter();
        let added: Vec<String> = added
            .map(|person| spelling.name(person, None, at.sheet.as_ref()))
            .collect();
        if names
            .iter()
            .all(|(range, name)| name.as_deref() == typed.get(range.clone()))
            && added.is_empty()
        {
            return Some((typed.to_owned(), typed.to_owned()));
        }
        Some((typed.to_owned(), joined(typed, &names, &added)?))
    }

    /// The names that stand in the cell, in order, each with the rows that it makes.
    fn names(&self) -> Vec<(Range<usize>, Vec<usize>)> {
        let mut names: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
        for &row in self.rows {
            let bytes = &self.roster().rows[row].name.bytes;
            if !bytes.is_empty() {
                names.entry((bytes.start, bytes.end)).or_default().push(row);
            }
        }
        let ranges = names.into_iter();
        ranges
            .map(|((start, end), rows)| (start..end, rows))
            .collect()
    }

    /// What becomes of the name that makes these rows; `None` where they disagree.
    fn fate(&self, rows: &[usize]) -> Option<Fate> {
        let fate = |row: &usize| match self.changes.get(row) {
            Some((_, change)) if change.from != seat_of(change.to) => Fate::Becomes(change.to),
            Some(_) | None => Fate::Stays,
        };
        let mut fates = rows.iter().map(fate);
        let first = fates.next()?;
        fates.all(|fate| fate == first).then_some(first)
    }

    /// Who takes the cell's empty places; `None` where its sittings disagree.
    fn added(&self) -> Option<Vec<PersonId>> {
        let mut of_sitting: BTreeMap<Option<SittingId>, Vec<PersonId>> = BTreeMap::new();
        for row in self.rows {
            let facts = &self.roster().rows[*row];
            let sitting = match facts.sitting {
                RowSitting::Known(sitting) => Some(sitting),
                RowSitting::Unknown { .. } => None,
            };
            let people = of_sitting.entry(sitting).or_default();
            if facts.name.bytes.is_empty()
                && let Some((_, change)) = self.changes.get(row)
            {
                people.extend(change.to);
            }
        }
        let mut lists = of_sitting.into_values();
        let first = lists.next()?;
        lists.all(|list| list == first).then_some(first)
    }
}

fn seat_of(person: Option<PersonId>) -> Seat {
    person.map_or(Seat::Empty, Seat::Person)
}

/// The text with names exchanged, taken out and added.
fn joined(
    typed: &str,
    names: &[(Range<usize>, Option<String>)],
    added: &[String],
) -> Option<String> {
    let mut text = String::new();
    let mut gap = "";
    let mut last = None;
    for (index, (range, name)) in names.iter().enumerate() {
        let before = match index.checked_sub(1) {
            None => typed.get(..range.start)?,
            Some(previous) => typed.get(names[previous].0.end..range.start)?,
        };
        // What stands between two names goes with the one that is taken out.
        if last.is_some() || index == 0 {
            gap = before;
        }
        if let Some(name) = name {
            text.push_str(gap);
            text.push_str(name);
            last = Some(range.end);
        }
    }
    let tail = names
        .last()
        .map_or("", |(range, _)| typed.get(range.end..).unwrap_or(""));
    let separator = separator_of(typed, names);
    if last.is_none() {
        return Some(added.join(&separator));
    }
    for name in added {
        text.push_str(&separator);
        text.push_str(name);
    }
    Some(text + tail)
}

/// What stands between the cell's names; a line break or a comma, where there are no two.
fn separator_of(typed: &str, names: &[(Range<usize>, Option<String>)]) -> String {
    let between = names
        .windows(2)
        .find_map(|pair| typed.get(pair[0].0.end..pair[1].0.start));
    let is_plain = |text: &&str| {
        !text.chars().any(char::is_alphanumeric) && !text.trim().is_empty() || text.contains('\n')
    };
    match between.filter(is_plain) {
        Some(between) if between.contains('\n') => "\n".into(),
        Some(between) => between.to_owned(),
        None => ", ".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::joined;

    fn names(typed: &str, list: &[&str]) -> Vec<(std::ops::Range<usize>, Option<String>)> {
        let find = |name: &&str| {
            let at = typed.find(*name).unwrap();
            (at..at + name.len(), Some((*name).to_owned()))
        };
        list.iter().map(find).collect()
    }

    #[test]
    fn names_come_and_go() {
        let typed = "Ким О., Дюма А. / Седых В.";
        let all = names(typed, &["Ким О.", "Дюма А.", "Седых В."]);
        let with = |index: usize, name: Option<&str>| {
            let mut all = all.clone();
            all[index].1 = name.map(str::to_owned);
            joined(typed, &all, &[]).unwrap()
        };
        assert_eq!(with(1, Some("Черных Г.")), "Ким О., Черных Г. / Седых В.");
        assert_eq!(with(0, None), "Дюма А. / Седых В.");
        assert_eq!(with(1, None), "Ким О. / Седых В.");
        assert_eq!(with(2, None), "Ким О., Дюма А.");
        let more = joined(typed, &all, &["Черных Г.".into()]).unwrap();
        assert_eq!(more, "Ким О., Дюма А. / Седых В., Черных Г.");
        let lines = "Ким О.\nДюма А.";
        let more = joined(
            lines,
            &names(lines, &["Ким О.", "Дюма А."]),
            &["Черных Г.".into()],
        );
        assert_eq!(more.unwrap(), "Ким О.\nДюма А.\nЧерных Г.");
        assert_eq!(joined("—", &[], &["Ким О.".into()]).unwrap(), "Ким О.");
    }
}
