//! Rows that name a wrong day or time: the cells that say when are written anew, in the way they were written.

use std::collections::{BTreeMap, BTreeSet};

use crate::amend::{CellAt, CellEdit};
use crate::domain::{Lang, RosterRow, SittingId};
use crate::input::{Meaning, SheetLayout, sitting_words};
use crate::service::Checked;
use crate::service::suggest::Suggestion;

/// What says when a sitting is.
const WHEN: [Meaning; 4] = [Meaning::Date, Meaning::Lesson, Meaning::Start, Meaning::End];

/// A line of the file: sheet and row.
type Line = (Option<String>, u32);

/// The edits, and the positions of changes whose day stands in a cell that is not theirs alone.
pub fn edits(checked: &Checked, made: &[(usize, &Suggestion)]) -> (Vec<CellEdit>, Vec<usize>) {
    let rows = &checked.roster.rows;
    let mut lines: BTreeMap<Line, Vec<(usize, &Suggestion)>> = BTreeMap::new();
    for &(index, change) in made.iter().filter(|(_, change)| change.moves) {
        if let Some(row) = change.row.and_then(|row| rows.get(row)) {
            let line = lines.entry((row.sheet.clone(), row.row)).or_default();
            line.push((index, change));
        }
    }
    let (mut edits, mut unsaid) = (Vec::new(), Vec::new());
    for changes in lines.into_values() {
        match line(checked, &changes) {
            Some(cells) => edits.extend(cells),
            None => unsaid.extend(changes.iter().map(|(index, _)| *index)),
        }
    }
    (edits, unsaid)
}

/// The cells of one row of the file; `None` where it cannot say when the sitting is.
fn line(checked: &Checked, changes: &[(usize, &Suggestion)]) -> Option<Vec<CellEdit>> {
    let sittings: BTreeSet<SittingId> = changes.iter().map(|(_, it)| it.sitting).collect();
    let sitting = *sittings.first().filter(|_| sittings.len() == 1)?;
    let index = changes.first()?.1.row?;
    let (row, time) = (checked.roster.rows.get(index)?, checked.times.get(index)?);
    let facts = checked.school.sitting(sitting);
    let layout = checked.layout(row)?;
    let mut edits = Vec::new();
    let words = sitting_words(&checked.school, sitting, Lang::Ru);
    for (meaning, word) in words.into_iter().filter(|(it, _)| WHEN.contains(it)) {
        let is_said = match meaning {
            Meaning::Date => time.date == Some(facts.date),
            Meaning::Lesson => time.lessons.is_empty() || time.lessons == facts.span.lessons,
            _ => time.start.is_none() || time.start == facts.span.start(),
        };
        if is_said || word.is_empty() {
            continue;
        }
        let cell = own_cell(layout, row, meaning);
        let Some((at, typed)) = cell else {
            // A day must be said; lessons and times are there or not.
            if meaning == Meaning::Date {
                return None;
            }
            continue;
        };
        let text = match meaning {
            Meaning::Date => dated(typed, facts.date),
            _ => word,
        };
        edits.push(CellEdit { at, text });
    }
    (!edits.is_empty()).then_some(edits)
}

/// The row's own cell of that meaning and its text; none where it is empty, or merged with others below.
fn own_cell<'a>(
    layout: &'a SheetLayout,
    row: &RosterRow,
    meaning: Meaning,
) -> Option<(CellAt, &'a str)> {
    let mut columns = layout.columns.iter();
    let column = columns.position(|column| column.meaning == meaning)? as u32 + 1;
    let typed = layout.text(row.row, column);
    let covers = |block: &&crate::input::Block| {
        (block.top..=block.bottom).contains(&row.row)
            && (block.left..=block.right).contains(&column)
    };
    let is_shared = layout
        .merged
        .iter()
        .any(|block| covers(&block) && block.top != block.bottom);
    let at = CellAt {
        sheet: row.sheet.clone(),
        row: row.row,
        column,
    };
    (!typed.is_empty() && !is_shared).then_some((at, typed))
}

/// The day, as the other one was written.
fn dated(typed: &str, date: crate::domain::Date) -> String {
    let digits = |text: &str| text.chars().all(|letter| letter.is_ascii_digit());
    let parts: Vec<&str> = typed.split(['.', '-', '/']).collect();
    let format = match parts.as_slice() {
        [year, _, _] if year.len() == 4 && typed.contains('-') => "%Y-%m-%d",
        [day, month, year] if [day, month, year].iter().all(|part| digits(part)) => {
            match (day.len().min(month.len()), year.len(), typed.contains('/')) {
                (1, 2, _) => "%-d.%-m.%y",
                (_, 2, _) => "%d.%m.%y",
                (_, _, true) => "%d/%m/%Y",
                _ => "%d.%m.%Y",
            }
        }
        [day, month] if digits(day) && digits(month) => "%d.%m",
        _ => "%d.%m.%Y",
    };
    date.format(format).to_string()
}

#[cfg(test)]
mod tests {
    use super::dated;
    use crate::domain::Date;

    #[test]
    fn days_are_written_as_they_were() {
        let date = Date::from_ymd_opt(2026, 4, 2).unwrap();
        for (typed, written) in [
            ("21.04.2026", "02.04.2026"),
            ("2026-04-21", "2026-04-02"),
            ("21.04.26", "02.04.26"),
            ("1.4.26", "2.4.26"),
            ("21/04/2026", "02/04/2026"),
            ("21.04", "02.04"),
            ("21 апреля", "02.04.2026"),
        ] {
            assert_eq!(dated(typed, date), written, "{typed}");
        }
    }
}
