//! Places that the roster has no row or cell for, as new rows in its own layout.

use std::collections::BTreeMap;

use crate::amend::NewRow;
use crate::domain::{Lang, RosterRow, RowSitting, SittingId};
use crate::input::{Form, Meaning, SheetLayout, role_words, sitting_words};
use crate::service::Checked;
use crate::service::suggest::Suggestion;

use super::spelling::Spelling;

/// The new rows, and the positions of changes for which the layout has no column.
pub fn edits(
    checked: &Checked,
    made: &[(usize, &Suggestion)],
    spelling: &Spelling<'_>,
) -> (Vec<NewRow>, Vec<usize>) {
    let new = made.iter().filter(|(_, change)| change.row.is_none());
    let mut of_sitting: BTreeMap<SittingId, Vec<(usize, &Suggestion)>> = BTreeMap::new();
    for &(index, change) in new {
        of_sitting
            .entry(change.sitting)
            .or_default()
            .push((index, change));
    }
    let (mut rows, mut unsaid) = (Vec::new(), Vec::new());
    for (sitting, changes) in of_sitting {
        // A row of the sitting that is to name its day cannot be looked at as its sibling yet.
        let is_moved = made.iter().any(|(_, it)| it.moves && it.sitting == sitting);
        let writer = RowWriter::of(checked, sitting);
        let writer = writer.filter(|it| !(is_moved && it.layout.form == Form::Wide));
        match writer.and_then(|writer| writer.rows(&changes, spelling)) {
            Some(new) => rows.extend(new),
            None => unsaid.extend(changes.iter().map(|(index, _)| *index)),
        }
    }
    (rows, unsaid)
}

/// Writes rows about a sitting into the table that speaks of it, else into the last one.
struct RowWriter<'a> {
    checked: &'a Checked,
    sitting: SittingId,
    layout: &'a SheetLayout,
    /// A row about the same sitting.
    sibling: Option<&'a RosterRow>,
    /// The row of the file behind which the new ones belong.
    after: u32,
}

impl<'a> RowWriter<'a> {
    fn of(checked: &'a Checked, sitting: SittingId) -> Option<Self> {
        let rows = &checked.roster.rows;
        let is_here = |row: &&RosterRow| row.sitting == RowSitting::Known(sitting);
        let sibling = rows.iter().rfind(is_here);
        let neighbour = sibling.or(rows.last());
        let layout = match neighbour {
            Some(row) => checked.layout(row)?,
            None => checked.layouts.last()?,
        };
        let header = layout.header.last().copied().unwrap_or(1);
        Some(Self {
            checked,
            sitting,
            layout,
            sibling,
            after: neighbour.map_or(header, |row| row.row.max(row.name.row)),
        })
    }

    fn rows(
        &self,
        changes: &[(usize, &Suggestion)],
        spelling: &Spelling<'_>,
    ) -> Option<Vec<NewRow>> {
        match self.layout.form {
            Form::Tidy => changes
                .iter()
                .map(|(_, it)| self.tidy(it, spelling))
                .collect(),
            // The row of the sitting is there, and has no cell for the role.
            Form::Wide if self.sibling.is_some() => None,
            Form::Wide => Some(vec![self.wide(changes, spelling)?]),
        }
    }

    fn tidy(&self, change: &Suggestion, spelling: &Spelling<'_>) -> Option<NewRow> {
        let person = self.column(Meaning::Person)?;
        let role = self.column(Meaning::Role)?;
        let name = spelling.name(change.to?, None, self.layout.sheet.as_ref());
        let mut cells = self.cells();
        cells.push((role, self.role_as_typed(change, role)));
        cells.push((person, name));
        Some(self.row(cells))
    }

    fn wide(&self, changes: &[(usize, &Suggestion)], spelling: &Spelling<'_>) -> Option<NewRow> {
        let mut people: BTreeMap<u32, Vec<String>> = BTreeMap::new();
        for (_, change) in changes {
            let column = self.column(Meaning::People(change.role))?;
            let name = spelling.name(change.to?, None, self.layout.sheet.as_ref());
            people.entry(column).or_default().push(name);
        }
        let mut cells = self.cells();
        let named = people.into_iter();
        cells.extend(named.map(|(column, names)| (column, names.join(", "))));
        Some(self.row(cells))
    }

    fn row(&self, cells: Vec<(u32, String)>) -> NewRow {
        NewRow {
            sheet: self.layout.sheet.clone(),
            after: self.after,
            cells,
        }
    }

    /// The first column of that meaning, 1-based.
    fn column(&self, meaning: Meaning) -> Option<u32> {
        let columns = self.layout.columns.iter();
        let place = columns
            .clone()
            .position(|column| column.meaning == meaning)?;
        Some(place as u32 + 1)
    }

    /// What the columns say of the sitting: as the row beside it, where there is one, else as the schedule.
    fn cells(&self) -> Vec<(u32, String)> {
        let school = &self.checked.school;
        let words = sitting_words(school, self.sitting, self.lang());
        let mut cells = Vec::new();
        for (meaning, text) in words {
            let Some(column) = self.column(meaning) else {
                continue;
            };
            let beside = self.sibling.map(|row| self.layout.text(row.row, column));
            // A cell with a list speaks of other classes too.
            let typed = beside.filter(|typed| !typed.is_empty() && meaning != Meaning::Class);
            let text = typed.map_or(text, str::to_owned);
            if !text.is_empty() {
                cells.push((column, text));
            }
        }
        cells
    }

    /// The role's word, as the roster writes it elsewhere.
    fn role_as_typed(&self, change: &Suggestion, column: u32) -> String {
        let mut rows = self.checked.roster.rows.iter();
        let same = |row: &&RosterRow| row.role == change.role && row.sheet == self.layout.sheet;
        let typed = rows.find(same).map(|row| self.layout.text(row.row, column));
        match typed.filter(|typed| !typed.is_empty()) {
            Some(typed) => typed.to_owned(),
            None => role_words(change.role, self.lang()).to_owned(),
        }
    }

    fn lang(&self) -> Lang {
        let is_cyrillic = |letter: char| ('\u{400}'..='\u{4ff}').contains(&letter);
        let mut columns = self.layout.columns.iter();
        if columns.any(|column| column.heading.contains(is_cyrillic)) {
            Lang::Ru
        } else {
            Lang::En
        }
    }
}
