//! The tables of sheets as text that opens in a spreadsheet program.

use crate::delimited;
use crate::domain::Lang;

use super::model::{Block, Sheet, SheetKind, Table};

/// The sheet's tables, in their order. Slips, door sheets, records and labels are no tables for a spreadsheet, and the
/// roster has its own file.
pub fn tables(sheet: &Sheet) -> Vec<&Table> {
    let is_listed = !matches!(
        sheet.kind,
        SheetKind::Roster
            | SheetKind::Personal
            | SheetKind::Door
            | SheetKind::ObserverAct
            | SheetKind::Declarations
            | SheetKind::Applications
            | SheetKind::Accounts
    );
    let blocks = sheet.sections.iter().flat_map(|section| &section.blocks);
    blocks
        .filter_map(|block| match block {
            Block::Table(table) if is_listed && table.has_header() => Some(table),
            _ => None,
        })
        .collect()
}

/// One table, every cell on one line.
pub fn write(table: &Table, lang: Lang) -> Vec<u8> {
    let one_line = |cell: &String| cell.replace('\n', " ");
    let headings = table.columns.iter().map(|it| one_line(&it.heading));
    let rows = table.rows.iter();
    let rows = rows.map(|row| row.cells.iter().map(one_line).collect::<Vec<_>>());
    delimited::file(std::iter::once(headings.collect()).chain(rows), lang)
}
