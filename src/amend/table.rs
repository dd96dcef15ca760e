//! A roster that is no `.xlsx`, as a new workbook: the rows where they stand, and the marks.

use rust_xlsxwriter::{Format, Note, Workbook, Worksheet, XlsxError};

use crate::input::Block;

use super::AmendProblem;
use super::mark::{MarkedSheet, Marks};

/// Letters of a cell that a spreadsheet program takes.
const MOST_LETTERS: usize = 32_000;
/// Widest column, in letters.
const WIDEST: usize = 40;

/// The workbook.
pub fn write(marks: &Marks) -> Result<Vec<u8>, AmendProblem> {
    let mut workbook = Workbook::new();
    for (index, sheet) in marks.sheets.iter().enumerate() {
        let worksheet = workbook.add_worksheet();
        fill(worksheet, sheet, marks, index == 0).map_err(|_| AmendProblem::Broken)?;
    }
    workbook.save_to_buffer().map_err(|_| AmendProblem::Broken)
}

fn fill(
    worksheet: &mut Worksheet,
    sheet: &MarkedSheet,
    marks: &Marks,
    is_first: bool,
) -> Result<(), XlsxError> {
    if let Some(name) = &sheet.name {
        worksheet.set_name(name)?;
    }
    let (plain, bold) = (
        Format::new().set_text_wrap(),
        Format::new().set_bold().set_text_wrap(),
    );
    let width = sheet
        .rows
        .iter()
        .map(|row| row.cells.len())
        .max()
        .unwrap_or(0);
    for row in &sheet.rows {
        let is_header = sheet.header.contains(&row.row);
        for (column, text) in row
            .cells
            .iter()
            .enumerate()
            .filter(|(_, text)| !text.is_empty())
        {
            let format = if is_header { &bold } else { &plain };
            worksheet.write_string_with_format(
                row.row - 1,
                column as u16,
                clipped(text),
                format,
            )?;
        }
    }
    for column in 0..width {
        let letters = sheet.rows.iter().filter_map(|row| row.cells.get(column));
        let longest = letters
            .flat_map(|text| text.lines())
            .map(|line| line.chars().count())
            .max();
        worksheet.set_column_width(
            column as u16,
            f64::from(longest.unwrap_or(0).clamp(6, WIDEST) as u32) + 1.0,
        )?;
    }
    for block in sheet.merged.iter().filter(|block| is_plain(sheet, block)) {
        let text = text_at(sheet, block.top, block.left);
        let (top, left) = (block.top - 1, block.left as u16 - 1);
        let (bottom, right) = (block.bottom - 1, block.right as u16 - 1);
        worksheet.merge_range(top, left, bottom, right, &clipped(text), &plain)?;
    }
    remarks(worksheet, (sheet, width as u16), marks, is_first)
}

fn remarks(
    worksheet: &mut Worksheet,
    (sheet, column): (&MarkedSheet, u16),
    marks: &Marks,
    is_first: bool,
) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    for mark in marks
        .cells
        .iter()
        .filter(|mark| mark.at.sheet == sheet.name)
    {
        let colour = Format::new()
            .set_text_wrap()
            .set_background_color(mark.colour.rgb());
        let (row, column) = (mark.at.row - 1, mark.at.column as u16 - 1);
        let text = text_at(sheet, mark.at.row, mark.at.column);
        if text.is_empty() {
            worksheet.write_blank(row, column, &colour)?;
        } else {
            worksheet.write_string_with_format(row, column, clipped(text), &colour)?;
        }
        let note = Note::new(clipped(&mark.note))
            .set_author(&marks.author)
            .add_author_prefix(false);
        worksheet.insert_note(row, column, &note.set_width(320).set_height(140))?;
    }
    worksheet.set_column_width(column, 100)?;
    let header = sheet.header.last().copied().unwrap_or(1);
    worksheet.write_string_with_format(header - 1, column, &marks.heading, &bold)?;
    for remark in marks
        .rows
        .iter()
        .filter(|remark| remark.sheet == sheet.name)
    {
        worksheet.write_string(remark.row - 1, column, clipped(&remark.text))?;
    }
    let last = sheet.rows.last().map_or(0, |row| row.row);
    let general = marks.general.iter().filter(|_| is_first);
    for (text, row) in general.zip(last + 1..) {
        worksheet.write_string(row, column, clipped(text))?;
    }
    worksheet.set_freeze_panes(header, 0)?;
    Ok(())
}

/// Merging writes the first cell anew; a block with text elsewhere, or of one cell, is left as it is.
fn is_plain(sheet: &MarkedSheet, block: &Block) -> bool {
    let mut others = (block.top..=block.bottom)
        .flat_map(|row| (block.left..=block.right).map(move |column| (row, column)))
        .skip(1);
    (block.top, block.left) != (block.bottom, block.right)
        && others.all(|(row, column)| text_at(sheet, row, column).is_empty())
}

fn text_at(sheet: &MarkedSheet, row: u32, column: u32) -> &str {
    let at = sheet.rows.binary_search_by_key(&row, |row| row.row);
    let cells = at.ok().map(|at| &sheet.rows[at].cells);
    let text = cells.and_then(|cells| cells.get((column as usize).checked_sub(1)?));
    text.unwrap_or_default()
}

fn clipped(text: &str) -> String {
    text.chars().take(MOST_LETTERS).collect()
}
