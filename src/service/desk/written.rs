//! Changes to the lists written into the user's own files.

#[cfg(test)]
mod tests;

use crate::amend::{self, AmendProblem, CellAt, CellEdit, Edits, NewRow};
use crate::input::{Entered, InputFile, TableEdit};

use super::DeskError;

/// The files that change, and those that are new.
pub fn written(files: &[InputFile], entered: Entered) -> Result<Vec<InputFile>, DeskError> {
    let mut changed = Vec::new();
    for file in files {
        let edits: Vec<&TableEdit> = entered
            .edits
            .iter()
            .filter(|edit| edit.file == file.name)
            .collect();
        if !edits.is_empty() {
            changed.push(rewritten(file, &edits_of(&edits))?);
        }
    }
    changed.extend(entered.new);
    Ok(changed)
}

/// The file with the edits made.
pub fn rewritten(file: &InputFile, edits: &Edits) -> Result<InputFile, DeskError> {
    let bytes = amend::rewrite(&file.bytes, edits);
    Ok(InputFile {
        name: file.name.clone(),
        bytes: bytes.map_err(|problem| cannot(file, problem))?,
    })
}

fn cannot(file: &InputFile, problem: AmendProblem) -> DeskError {
    DeskError::Amend {
        file: file.name.clone(),
        problem,
    }
}

fn edits_of(tables: &[&TableEdit]) -> Edits {
    let mut edits = Edits::default();
    for table in tables {
        let cells = table.cells.iter().map(|(row, column, text)| CellEdit {
            at: CellAt {
                sheet: table.sheet.clone(),
                row: *row,
                column: *column,
            },
            text: text.clone(),
        });
        edits.cells.extend(cells);
        let rows = table.rows.iter().map(|(after, cells)| NewRow {
            sheet: table.sheet.clone(),
            after: *after,
            cells: cells.clone(),
        });
        edits.rows.extend(rows);
    }
    edits
}
