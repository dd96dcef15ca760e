//! `.xlsx` and `.xlsm`: cells written anew in the sheets' parts, or marked; every other part is copied.

mod book;
mod cells;
mod mark;
mod notes;
mod rels;
mod styles;

use std::collections::BTreeMap;

use super::package::Parts;
use super::{AmendProblem, Edits};

use cells::{CellChange, SheetPart};

pub use mark::annotate;

/// The workbook with the edits made.
pub fn rewrite(bytes: &[u8], edits: &Edits) -> Result<Vec<u8>, AmendProblem> {
    let mut parts = Parts::open(bytes)?;
    let sheets = book::sheets(&mut parts)?;
    let mut of_sheet: BTreeMap<Option<&str>, Vec<CellChange>> = BTreeMap::new();
    for edit in &edits.cells {
        let sheet = edit.at.sheet.as_deref();
        let changes = of_sheet.entry(sheet).or_default();
        changes.push(CellChange::text(edit.at.row, edit.at.column, &edit.text));
    }
    for row in &edits.rows {
        of_sheet.entry(row.sheet.as_deref()).or_default();
    }
    for (sheet, mut changes) in of_sheet {
        let name = book::part_of(&sheets, sheet)?;
        let text = parts.text(name)?;
        let part = SheetPart::read(&text)?;
        let rows = edits
            .rows
            .iter()
            .filter(|row| row.sheet.as_deref() == sheet);
        for (row, at) in rows.zip(part.last_row_with_text() + 1..) {
            let cells = row.cells.iter();
            changes.extend(cells.map(|(column, text)| CellChange::text(at, *column, text)));
        }
        let changed = part.changed(changes)?;
        parts.put(name, changed);
    }
    parts.packed()
}
