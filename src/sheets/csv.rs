//! The tables of sheets as text that opens in a spreadsheet program.

use ::csv::WriterBuilder;

use crate::domain::Lang;

use super::model::{Block, Sheet, SheetKind, Table};

/// The sheet's tables, in their order. Slips, door sheets, records and labels are no tables for a spreadsheet, and the
/// roster has its own file.
pub fn tables(sheet: &Sheet) -> Vec<&Table> {
    let is_listed = !matches!(
        sheet.kind,
        SheetKind::Roster | SheetKind::Personal | SheetKind::Door | SheetKind::ObserverAct
    );
    let blocks = sheet.sections.iter().flat_map(|section| &section.blocks);
    blocks
        .filter_map(|block| match block {
            Block::Table(table) if is_listed && table.has_header() => Some(table),
            _ => None,
        })
        .collect()
}

/// One table: `;` and a byte order mark for Russian (as its spreadsheets expect), `,` for English.
///
/// # Panics
/// Never: writing to memory does not fail.
pub fn write(table: &Table, lang: Lang) -> Vec<u8> {
    let (mark, delimiter) = match lang {
        Lang::En => ("", b','),
        Lang::Ru => ("\u{feff}", b';'),
    };
    let mut writer = WriterBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .from_writer(mark.as_bytes().to_vec());
    let headings = table.columns.iter().map(|column| &column.heading).collect();
    let rows = table.rows.iter().map(|row| row.cells.iter().collect());
    for cells in std::iter::once::<Vec<&String>>(headings).chain(rows) {
        let cells = cells.into_iter().map(|cell| harmless(cell));
        writer.write_record(cells).expect("a vector takes all");
    }
    writer.into_inner().expect("a vector takes all")
}

/// On one line, and never a formula: a spreadsheet program would run a cell that starts like one; a leading `'` keeps
/// it text.
fn harmless(cell: &str) -> String {
    let cell = cell.replace('\n', " ");
    let start = cell.trim_start_matches('\'').trim_start();
    if start.starts_with(['=', '+', '-', '@']) {
        format!("'{cell}")
    } else {
        cell
    }
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn formulas_stay_text() {
        assert_eq!(harmless("=1+1"), "'=1+1");
        assert_eq!(harmless(" \u{a0}@x"), "' \u{a0}@x");
        assert_eq!(harmless("Иванова,\nучитель"), "Иванова, учитель");
    }
}
