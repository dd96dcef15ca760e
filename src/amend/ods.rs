//! Cells of an `.ods` written anew in its `content.xml`. Rows and cells that stand there once for many are taken apart where
//! one of them changes.

use std::collections::BTreeMap;

use super::package::Parts;
use super::splice::Splices;
use super::xml::{Tag, TagKind, close_of, escaped, tags};
use super::{AmendProblem, Edits};
use crate::domain::cell_name;

const CONTENT: &str = "content.xml";
const ROWS_REPEATED: &str = "table:number-rows-repeated";
const CELLS_REPEATED: &str = "table:number-columns-repeated";

/// Attributes of a cell that do not speak of its value.
const KEPT: [&str; 5] = [
    "table:style-name",
    "table:number-columns-spanned",
    "table:number-rows-spanned",
    "table:content-validation-name",
    "table:protect",
];

/// New texts of a row's cells, by column.
type RowEdits = BTreeMap<u32, String>;

/// The workbook with the edits made.
pub fn rewrite(bytes: &[u8], edits: &Edits) -> Result<Vec<u8>, AmendProblem> {
    let mut parts = Parts::open(bytes)?;
    let text = parts.text(CONTENT)?;
    let tags = tags(&text)?;
    let mut of_sheet: BTreeMap<Option<&str>, BTreeMap<u32, RowEdits>> = BTreeMap::new();
    for edit in &edits.cells {
        let rows = of_sheet.entry(edit.at.sheet.as_deref()).or_default();
        let row = rows.entry(edit.at.row).or_default();
        row.insert(edit.at.column, edit.text.clone());
    }
    for row in &edits.rows {
        of_sheet.entry(row.sheet.as_deref()).or_default();
    }
    let mut splices = Splices::default();
    for (name, mut rows) in of_sheet {
        let table = Table::find(&text, &tags, name.unwrap_or_default())?;
        let new = edits.rows.iter().filter(|row| row.sheet.as_deref() == name);
        for (row, at) in new.zip(table.last_row_with_text() + 1..) {
            rows.insert(at, row.cells.iter().cloned().collect());
        }
        table.change(rows, &mut splices)?;
    }
    let text = splices.apply(&text);
    parts.put(CONTENT, text);
    parts.packed()
}

/// A sheet.
struct Table<'x, 't> {
    text: &'x str,
    tags: &'t [Tag<'x>],
    rows: Vec<RowAt>,
    name: String,
}

/// A row, or several alike: positions of its tags.
struct RowAt {
    first: u32,
    times: u32,
    open: usize,
    close: usize,
}

/// A cell, or several alike: positions of its tags in the row's.
struct CellRun {
    first: u32,
    times: u32,
    open: usize,
    close: usize,
}

impl<'x, 't> Table<'x, 't> {
    fn find(text: &'x str, tags: &'t [Tag<'x>], name: &str) -> Result<Self, AmendProblem> {
        let is_it = |tag: &Tag<'_>| {
            tag.kind != TagKind::Close
                && tag.name() == "table:table"
                && tag.attribute("table:name").as_deref() == Some(name)
        };
        let missing = || AmendProblem::Missing(name.to_owned());
        let open = tags.iter().position(is_it).ok_or_else(missing)?;
        let close = close_of(tags, open)?;
        let (mut rows, mut at, mut next) = (Vec::new(), open + 1, 1_u32);
        while at < close {
            if tags[at].kind == TagKind::Close || tags[at].name() != "table:table-row" {
                at += 1;
                continue;
            }
            let times = times(&tags[at], ROWS_REPEATED);
            let end = close_of(tags, at)?;
            rows.push(RowAt {
                first: next,
                times,
                open: at,
                close: end,
            });
            next = next.saturating_add(times);
            at = end + 1;
        }
        Ok(Self {
            text,
            tags,
            rows,
            name: name.to_owned(),
        })
    }

    /// The last row in which something stands; 0 where there is none.
    fn last_row_with_text(&self) -> u32 {
        for row in self.rows.iter().rev() {
            let cells = &self.tags[row.open..=row.close];
            if cells
                .iter()
                .any(|tag| tag.begins("p") || tag.attribute("office:value-type").is_some())
            {
                return row.first + (row.times - 1);
            }
        }
        0
    }

    fn change(
        &self,
        mut edits: BTreeMap<u32, RowEdits>,
        splices: &mut Splices,
    ) -> Result<(), AmendProblem> {
        for row in &self.rows {
            let mut mine = edits.split_off(&row.first);
            let mut later = mine.split_off(&row.first.saturating_add(row.times));
            edits.append(&mut later);
            if mine.is_empty() {
                continue;
            }
            let range = self.tags[row.open].start..self.tags[row.close].end();
            splices.replace(range, self.row_changed(row, &mine)?);
        }
        match edits.first_key_value() {
            None => Ok(()),
            Some((row, _)) => self.append(*row, &edits, splices),
        }
    }

    /// Rows below the last one that the sheet has.
    fn append(
        &self,
        first: u32,
        edits: &BTreeMap<u32, RowEdits>,
        splices: &mut Splices,
    ) -> Result<(), AmendProblem> {
        let last = self.rows.last();
        let last = last.ok_or_else(|| AmendProblem::Missing(format!("{}: {first}", self.name)))?;
        let mut next = last.first.saturating_add(last.times);
        let mut added = String::new();
        for (row, cells) in edits {
            if *row > next {
                let gap = row - next;
                added.push_str(&format!(
                    "<table:table-row {ROWS_REPEATED}=\"{gap}\"><table:table-cell/></table:table-row>"
                ));
            }
            let cells = new_cells(1, cells);
            added.push_str(&format!("<table:table-row>{cells}</table:table-row>"));
            next = row + 1;
        }
        splices.insert(self.tags[last.close].end(), added);
        Ok(())
    }

    /// The row with its edits; of several alike, those before, between and behind them as they were.
    fn row_changed(
        &self,
        row: &RowAt,
        edits: &BTreeMap<u32, RowEdits>,
    ) -> Result<String, AmendProblem> {
        let mut text = String::new();
        let mut next = row.first;
        for (number, cells) in edits {
            text.push_str(&self.rows_alike(row, number - next));
            text.push_str(&self.one_row(row, *number, cells)?);
            next = number + 1;
        }
        let end = row.first.saturating_add(row.times);
        text.push_str(&self.rows_alike(row, end.saturating_sub(next)));
        Ok(text)
    }

    fn rows_alike(&self, row: &RowAt, times: u32) -> String {
        if times == 0 {
            return String::new();
        }
        let open = self.tags[row.open];
        let inside = &self.text[open.end()..self.tags[row.close].end().max(open.end())];
        format!("{}{inside}", repeated(&open, ROWS_REPEATED, times))
    }

    fn one_row(&self, row: &RowAt, number: u32, edits: &RowEdits) -> Result<String, AmendProblem> {
        let open = self.tags[row.open];
        let opened = repeated(&open, ROWS_REPEATED, 1);
        if open.kind == TagKind::Empty {
            let opened = opened.trim_end_matches("/>");
            let cells = new_cells(1, edits);
            return Ok(format!("{opened}>{cells}</{}>", open.name()));
        }
        let mut splices = Splices::default();
        let cells = self.cells(row)?;
        let mut rest = edits.clone();
        for cell in &cells {
            let mut mine = rest.split_off(&cell.first);
            let mut later = mine.split_off(&cell.first.saturating_add(cell.times));
            rest.append(&mut later);
            if !mine.is_empty() {
                let range = self.tags[cell.open].start..self.tags[cell.close].end();
                splices.replace(range, self.cell_changed(cell, number, &mine)?);
            }
        }
        let end = cells
            .last()
            .map_or(1, |cell| cell.first.saturating_add(cell.times));
        let close = self.tags[row.close];
        if !rest.is_empty() {
            splices.insert(close.start, new_cells(end, &rest));
        }
        // The splices speak of bytes of the whole part.
        let mut text = opened;
        let mut at = open.end();
        for (range, new) in splices.in_order() {
            text.push_str(&self.text[at..range.start]);
            text.push_str(&new);
            at = range.end;
        }
        text.push_str(&self.text[at..close.end()]);
        Ok(text)
    }

    fn cells(&self, row: &RowAt) -> Result<Vec<CellRun>, AmendProblem> {
        let (mut cells, mut at, mut next) = (Vec::new(), row.open + 1, 1_u32);
        while at < row.close {
            let tag = &self.tags[at];
            let is_cell = matches!(tag.name(), "table:table-cell" | "table:covered-table-cell");
            let close = close_of(self.tags, at)?;
            if is_cell {
                let times = times(tag, CELLS_REPEATED);
                cells.push(CellRun {
                    first: next,
                    times,
                    open: at,
                    close,
                });
                next = next.saturating_add(times);
            }
            at = close + 1;
        }
        Ok(cells)
    }

    fn cell_changed(
        &self,
        cell: &CellRun,
        row: u32,
        edits: &RowEdits,
    ) -> Result<String, AmendProblem> {
        let open = self.tags[cell.open];
        let inside = &self.text[open.end()..self.tags[cell.close].end().max(open.end())];
        let alike = |times: u32| match times {
            0 => String::new(),
            times => format!("{}{inside}", repeated(&open, CELLS_REPEATED, times)),
        };
        let mut text = String::new();
        let mut next = cell.first;
        for (column, new) in edits {
            if open.attribute("table:formula").is_some() {
                return Err(AmendProblem::Formula(cell_name(row, Some(*column))));
            }
            text.push_str(&alike(column - next));
            text.push_str(&self.one_cell(cell, new)?);
            next = column + 1;
        }
        let end = cell.first.saturating_add(cell.times);
        text.push_str(&alike(end.saturating_sub(next)));
        Ok(text)
    }

    /// The cell with another text: its looks and whatever hangs on it (a note) stay.
    fn one_cell(&self, cell: &CellRun, text: &str) -> Result<String, AmendProblem> {
        let open = self.tags[cell.open];
        let mut attributes = open.attributes();
        attributes.retain(|(name, _)| KEPT.contains(&name.as_str()));
        let mut aside = String::new();
        let mut at = cell.open + 1;
        while at < cell.close {
            let close = close_of(self.tags, at)?;
            if !matches!(self.tags[at].name(), "text:p" | "text:h") {
                aside.push_str(&self.text[self.tags[at].start..self.tags[close].end()]);
            }
            at = close + 1;
        }
        Ok(cell_with(open.name(), &attributes, &aside, text))
    }
}

/// Cells from the column on, with gaps between them.
fn new_cells(from: u32, edits: &RowEdits) -> String {
    let mut text = String::new();
    let mut next = from;
    for (column, new) in edits {
        if *column > next {
            let gap = column - next;
            text.push_str(&format!("<table:table-cell {CELLS_REPEATED}=\"{gap}\"/>"));
        }
        text.push_str(&cell_with("table:table-cell", &[], "", new));
        next = column + 1;
    }
    text
}

fn cell_with(name: &str, attributes: &[(String, String)], aside: &str, text: &str) -> String {
    let attributes: String = attributes
        .iter()
        .map(|(name, value)| format!(" {name}=\"{}\"", value.replace('"', "&quot;")))
        .collect();
    if text.is_empty() && aside.is_empty() {
        return format!("<{name}{attributes}/>");
    }
    let value = if text.is_empty() {
        ""
    } else {
        " office:value-type=\"string\""
    };
    let lines = text
        .lines()
        .map(|line| format!("<text:p>{}</text:p>", escaped(line)));
    let lines: String = lines.collect();
    format!("<{name}{attributes}{value}>{aside}{lines}</{name}>")
}

/// The tag, standing for so many.
fn repeated(tag: &Tag<'_>, name: &str, times: u32) -> String {
    let mut attributes = tag.attributes();
    let same = attributes
        .iter()
        .any(|(of, value)| of == name && *value == times.to_string());
    if same || times == 1 && attributes.iter().all(|(of, _)| of != name) {
        return tag.text.to_owned();
    }
    attributes.retain(|(of, _)| of != name);
    if times > 1 {
        attributes.push((name.to_owned(), times.to_string()));
    }
    tag.with(&attributes)
}

/// How many the tag stands for.
fn times(tag: &Tag<'_>, name: &str) -> u32 {
    let said = tag.attribute(name);
    let times = said.map_or(1, |said| said.trim().parse().unwrap_or(u32::MAX));
    times.max(1)
}
