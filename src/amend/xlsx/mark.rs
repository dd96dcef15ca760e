//! The user's own workbook with cells coloured and noted, and a column of remarks beside each roster.

use crate::amend::AmendProblem;
use crate::amend::mark::{MarkedSheet, Marks};
use crate::amend::package::Parts;
use crate::amend::splice::Splices;
use crate::amend::xml::{Tag, TagKind, close_of};

use super::book;
use super::cells::{CellChange, SheetPart};
use super::notes::{self, Note, NotesAt};
use super::rels::{OFFICE, relations};
use super::styles::{Look, Styles};

/// Width of the column of remarks, in letters.
const WIDTH: u32 = 100;
/// The last column a sheet can have.
const LAST_COLUMN: u32 = 16_384;

/// What stands behind a drawing of notes in a sheet's part.
const BEHIND: [&str; 9] = [
    "legacyDrawingHF",
    "drawingHF",
    "picture",
    "oleObjects",
    "controls",
    "webPublishItems",
    "tableParts",
    "extLst",
    "AlternateContent",
];

/// The workbook with the marks.
pub fn annotate(bytes: &[u8], marks: &Marks) -> Result<Vec<u8>, AmendProblem> {
    let mut parts = Parts::open(bytes)?;
    let sheets = book::sheets(&mut parts)?;
    let workbook = book::workbook(&mut parts)?;
    // The strict form of the format has other names for everything that is added here.
    if parts.text(&workbook)?.contains("purl.oclc.org/ooxml") {
        return Err(AmendProblem::NotMarkable);
    }
    let styles = relations(&mut parts, &workbook)?;
    let styles = styles.into_iter().find(|it| it.kind == "styles");
    let styles = styles.ok_or(AmendProblem::NotMarkable)?.target;
    let text = parts.text(&styles)?;
    let mut formats = Styles::read(&text)?;
    for (index, sheet) in marks.sheets.iter().enumerate() {
        let part = book::part_of(&sheets, sheet.name.as_deref())?;
        let general = if index == 0 {
            marks.general.as_slice()
        } else {
            &[]
        };
        mark_sheet(
            &mut parts,
            &mut formats,
            part,
            &OneSheet {
                sheet,
                marks,
                general,
            },
        )?;
    }
    let text = formats.finish()?;
    parts.put(&styles, text);
    parts.packed()
}

/// What is marked in one sheet.
struct OneSheet<'m> {
    sheet: &'m MarkedSheet,
    marks: &'m Marks,
    general: &'m [String],
}

fn mark_sheet(
    parts: &mut Parts<'_>,
    formats: &mut Styles<'_>,
    name: &str,
    one: &OneSheet<'_>,
) -> Result<(), AmendProblem> {
    let text = parts.text(name)?;
    let sheet = SheetPart::read(&text)?;
    let mut changes = Vec::new();
    let mut notes: Vec<Note<'_>> = Vec::new();
    let mine = one
        .marks
        .cells
        .iter()
        .filter(|mark| mark.at.sheet == one.sheet.name);
    for mark in mine {
        let (row, column) = (mark.at.row, mark.at.column);
        let format = formats.derived(sheet.format_of(row, column), Look::Filled(mark.colour))?;
        changes.push(CellChange {
            row,
            column,
            text: None,
            format: Some(format),
        });
        notes.push((row, column, &mark.note));
    }
    let column = sheet.last_column_with_text() + 1;
    let is_room = column <= LAST_COLUMN;
    if is_room {
        remarks(&sheet, formats, (column, one), &mut changes)?;
    }
    let mut splices = Splices::default();
    sheet.change(changes, &mut splices)?;
    if is_room {
        widen(&sheet, column, &mut splices)?;
    }
    if !notes.is_empty() {
        let at = NotesAt {
            sheet: name,
            author: &one.marks.author,
        };
        if let Some(id) = notes::add(parts, &at, &notes)? {
            name_drawing(&sheet, &id, &mut splices)?;
        }
    }
    let text = splices.apply(&text);
    parts.put(name, text);
    Ok(())
}

/// The heading in the format of the header beside it, the remarks in that of the rows, not wrapped.
fn remarks(
    sheet: &SheetPart<'_>,
    formats: &mut Styles<'_>,
    (column, one): (u32, &OneSheet<'_>),
    changes: &mut Vec<CellChange>,
) -> Result<(), AmendProblem> {
    let header = one.sheet.header.last().copied().unwrap_or(1);
    let beside = column.saturating_sub(1).max(1);
    changes.push(CellChange {
        row: header,
        column,
        text: Some(one.marks.heading.clone()),
        format: Some(sheet.format_of(header, beside)),
    });
    let mine = one
        .marks
        .rows
        .iter()
        .filter(|it| it.sheet == one.sheet.name);
    let below = sheet.last_row_with_text() + 2;
    let general = one
        .general
        .iter()
        .zip(below..)
        .map(|(text, row)| (row, text));
    for (row, text) in mine.map(|it| (it.row, &it.text)).chain(general) {
        let format = formats.derived(sheet.format_of(row, beside), Look::Unwrapped)?;
        changes.push(CellChange {
            row,
            column,
            text: Some(text.clone()),
            format: Some(format),
        });
    }
    Ok(())
}

/// Makes the column wide, unless the sheet has said how wide it is.
fn widen(sheet: &SheetPart<'_>, column: u32, splices: &mut Splices) -> Result<(), AmendProblem> {
    let prefix = sheet.data().prefix();
    let wide = format!(
        "<{prefix}col min=\"{column}\" max=\"{column}\" width=\"{WIDTH}\" customWidth=\"1\"/>"
    );
    let head = sheet.head();
    let Some(open) = head.iter().position(|tag| tag.begins("cols")) else {
        splices.insert(
            sheet.data().start,
            format!("<{prefix}cols>{wide}</{prefix}cols>"),
        );
        return Ok(());
    };
    let last = |tag: &Tag<'_>| tag.attribute("max").and_then(|it| it.parse::<u32>().ok());
    let columns = head.iter().filter(|tag| tag.begins("col"));
    let said = columns.filter_map(last).max().unwrap_or(0);
    let close = close_of(head, open)?;
    if said < column && head[open].kind == TagKind::Open {
        splices.insert(head[close].start, wide);
    }
    Ok(())
}

/// Names the drawing of the notes where the format wants it.
fn name_drawing(
    sheet: &SheetPart<'_>,
    id: &str,
    splices: &mut Splices,
) -> Result<(), AmendProblem> {
    let tags = sheet.tags();
    let prefix = sheet.data().prefix();
    let drawing = format!("<{prefix}legacyDrawing xmlns:r=\"{OFFICE}\" r:id=\"{id}\"/>");
    let root = tags.first().ok_or(AmendProblem::Broken)?;
    let (mut depth, mut at) = (0, None);
    let data = tags.iter().position(|tag| tag.start == sheet.data().start);
    for tag in &tags[data.unwrap_or(0)..] {
        let is_behind = tag.kind != TagKind::Close && BEHIND.contains(&tag.local());
        if depth == 0 && (is_behind || tag.closes(root.local())) {
            at = Some(tag.start);
            break;
        }
        match tag.kind {
            TagKind::Open => depth += 1,
            TagKind::Close => depth -= 1,
            TagKind::Empty => {}
        }
    }
    splices.insert(at.ok_or(AmendProblem::Broken)?, drawing);
    Ok(())
}
