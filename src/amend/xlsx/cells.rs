//! A sheet's part: its rows and cells by the bytes they take, and changes to some of them.

use std::collections::BTreeMap;

use crate::amend::AmendProblem;
use crate::amend::splice::Splices;
use crate::amend::xml::{Tag, TagKind, close_of, escaped, tags};
use crate::domain::cell_name;

/// What a cell is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellChange {
    /// Row of the sheet, 1-based.
    pub row: u32,
    /// Column, 1-based.
    pub column: u32,
    /// Its text; `None` leaves what is there.
    pub text: Option<String>,
    /// Position of its format; `None` leaves the one it has.
    pub format: Option<u32>,
}

impl CellChange {
    /// Another text in the same format.
    pub fn text(row: u32, column: u32, text: &str) -> Self {
        Self {
            row,
            column,
            text: Some(text.to_owned()),
            format: None,
        }
    }
}

/// A sheet's part, taken apart.
pub struct SheetPart<'x> {
    text: &'x str,
    tags: Vec<Tag<'x>>,
    /// Position of the tag that begins `sheetData`.
    data: usize,
    rows: BTreeMap<u32, RowAt>,
}

/// A row: positions of its tags.
struct RowAt {
    open: usize,
    close: usize,
    cells: BTreeMap<u32, CellTags>,
}

/// A cell: positions of its tags.
#[derive(Debug, Clone, Copy)]
struct CellTags {
    open: usize,
    close: usize,
}

impl<'x> SheetPart<'x> {
    /// Finds the rows and cells.
    pub fn read(text: &'x str) -> Result<Self, AmendProblem> {
        let tags = tags(text)?;
        let data = tags.iter().position(|tag| tag.begins("sheetData"));
        let data = data.ok_or(AmendProblem::Broken)?;
        let end = close_of(&tags, data)?;
        let mut part = Self {
            text,
            tags,
            data,
            rows: BTreeMap::new(),
        };
        let (mut at, mut number) = (data + 1, 0);
        while at < end {
            if !part.tags[at].begins("row") {
                at += 1;
                continue;
            }
            let said = part.tags[at].attribute("r").and_then(|r| r.parse().ok());
            number = said.unwrap_or(number + 1);
            let close = close_of(&part.tags, at)?;
            let cells = part.cells(at, close)?;
            let row = RowAt {
                open: at,
                close,
                cells,
            };
            part.rows.insert(number, row);
            at = close + 1;
        }
        Ok(part)
    }

    fn cells(&self, open: usize, close: usize) -> Result<BTreeMap<u32, CellTags>, AmendProblem> {
        let (mut cells, mut at, mut column) = (BTreeMap::new(), open + 1, 0);
        while at < close {
            if !self.tags[at].begins("c") {
                at += 1;
                continue;
            }
            let said = self.tags[at].attribute("r");
            column = said.and_then(|r| column_of(&r)).unwrap_or(column + 1);
            let close = close_of(&self.tags, at)?;
            cells.insert(column, CellTags { open: at, close });
            at = close + 1;
        }
        Ok(cells)
    }

    /// The last row in which a cell has content; 0 where there is none.
    pub fn last_row_with_text(&self) -> u32 {
        let has_content = |row: &RowAt| row.cells.values().any(|cell| cell.open != cell.close);
        let mut rows = self.rows.iter().rev();
        let last = rows.find(|(_, row)| has_content(row));
        last.map_or(0, |(number, _)| *number)
    }

    /// The last column in which a cell has content; 0 where there is none.
    pub fn last_column_with_text(&self) -> u32 {
        let cells = self.rows.values().flat_map(|row| &row.cells);
        let filled = cells.filter(|(_, cell)| cell.open != cell.close);
        filled.map(|(column, _)| *column).max().unwrap_or(0)
    }

    /// The tag that begins the rows.
    pub fn data(&self) -> Tag<'x> {
        self.tags[self.data]
    }

    /// All tags.
    pub fn tags(&self) -> &[Tag<'x>] {
        &self.tags
    }

    /// Tags before the rows.
    pub fn head(&self) -> &[Tag<'x>] {
        &self.tags[..self.data]
    }

    /// Position of the cell's format: its own, its row's, its column's, or the first.
    pub fn format_of(&self, row: u32, column: u32) -> u32 {
        let number = |tag: &Tag<'_>, name| tag.attribute(name).and_then(|it| it.parse().ok());
        let at = self.rows.get(&row);
        let cell = at.and_then(|row| row.cells.get(&column));
        if let Some(cell) = cell {
            return number(&self.tags[cell.open], "s").unwrap_or(0);
        }
        let of_row = at
            .map(|row| &self.tags[row.open])
            .and_then(|tag| number(tag, "s"));
        of_row
            .or_else(|| self.format_of_column(column))
            .unwrap_or(0)
    }

    fn format_of_column(&self, column: u32) -> Option<u32> {
        let number = |tag: &Tag<'_>, name| -> Option<u32> { tag.attribute(name)?.parse().ok() };
        let before = self.tags[..self.data].iter();
        let mut columns = before.filter(|tag| tag.begins("col"));
        let covering = columns.find(|tag| {
            let (first, last) = (number(tag, "min"), number(tag, "max"));
            first.is_some_and(|it| it <= column) && last.is_some_and(|it| column <= it)
        })?;
        number(covering, "style")
    }

    /// The part with the changes made.
    pub fn changed(&self, changes: Vec<CellChange>) -> Result<String, AmendProblem> {
        let mut splices = Splices::default();
        self.change(changes, &mut splices)?;
        Ok(splices.apply(self.text))
    }

    /// Adds what the changes replace.
    pub fn change(
        &self,
        changes: Vec<CellChange>,
        splices: &mut Splices,
    ) -> Result<(), AmendProblem> {
        let mut by_row: BTreeMap<u32, BTreeMap<u32, CellChange>> = BTreeMap::new();
        for change in changes {
            let row = by_row.entry(change.row).or_default();
            row.insert(change.column, change);
        }
        let mut new_rows = String::new();
        let data = self.tags[self.data];
        let prefix = data.prefix();
        for (number, cells) in &by_row {
            if let Some(row) = self.rows.get(number) {
                self.change_row(*number, row, cells, splices)?;
                continue;
            }
            let cells = cells.values().map(|change| self.cell(change, ""));
            let row = format!(
                "<{prefix}row r=\"{number}\">{}</{prefix}row>",
                cells.collect::<String>()
            );
            match self.rows.range(number..).next() {
                Some((_, next)) => splices.insert(self.tags[next.open].start, row),
                None => new_rows.push_str(&row),
            }
        }
        if new_rows.is_empty() {
            return Ok(());
        }
        if data.kind == TagKind::Empty {
            let opened = data.text.trim_end_matches("/>");
            let name = data.name();
            let rows = format!("{opened}>{new_rows}</{name}>");
            splices.replace(data.range(), rows);
        } else {
            splices.insert(self.end_of_rows(), new_rows);
        }
        Ok(())
    }

    /// Byte at which the rows end.
    fn end_of_rows(&self) -> usize {
        let last = self
            .rows
            .values()
            .map(|row| self.tags[row.close].end())
            .max();
        last.unwrap_or_else(|| self.tags[self.data].end())
    }

    fn change_row(
        &self,
        number: u32,
        row: &RowAt,
        changes: &BTreeMap<u32, CellChange>,
        splices: &mut Splices,
    ) -> Result<(), AmendProblem> {
        let open = self.tags[row.open];
        let mut new_cells: Vec<(usize, String)> = Vec::new();
        for (column, change) in changes {
            let Some(cell) = row.cells.get(column) else {
                let format = self.format_of(number, *column);
                let format = (format > 0).then(|| format!(" s=\"{format}\""));
                let text = self.cell(change, &format.unwrap_or_default());
                let next = row.cells.range(column..).next();
                let at = next.map_or(self.tags[row.close].start, |(_, it)| {
                    self.tags[it.open].start
                });
                new_cells.push((at, text));
                continue;
            };
            self.change_cell(*cell, change, splices)?;
        }
        if open.kind == TagKind::Empty && !new_cells.is_empty() {
            let cells: String = new_cells.into_iter().map(|(_, text)| text).collect();
            let opened = open.text.trim_end_matches("/>");
            let row = format!("{opened}>{cells}</{}>", open.name());
            splices.replace(open.range(), row);
            return Ok(());
        }
        for (at, text) in new_cells {
            splices.insert(at, text);
        }
        Ok(())
    }

    fn change_cell(
        &self,
        cell: CellTags,
        change: &CellChange,
        splices: &mut Splices,
    ) -> Result<(), AmendProblem> {
        let open = self.tags[cell.open];
        if change.text.is_some() {
            let inside = &self.tags[cell.open..=cell.close];
            if inside.iter().any(|tag| tag.begins("f")) {
                return Err(AmendProblem::Formula(cell_name(
                    change.row,
                    Some(change.column),
                )));
            }
            let format = open.attribute("s");
            let format = format.map(|format| format!(" s=\"{format}\""));
            let text = self.cell(change, &format.unwrap_or_default());
            splices.replace(open.start..self.tags[cell.close].end(), text);
            return Ok(());
        }
        if let Some(format) = change.format {
            let mut attributes = open.attributes();
            attributes.retain(|(name, _)| name != "s");
            let at = attributes.iter().position(|(name, _)| name == "r");
            let format = ("s".to_owned(), format.to_string());
            attributes.insert(at.map_or(0, |at| at + 1), format);
            splices.replace(open.range(), open.with(&attributes));
        }
        Ok(())
    }

    /// The cell as an element; `format` is the attribute that it has where the change names none.
    fn cell(&self, change: &CellChange, format: &str) -> String {
        let prefix = self.tags[self.data].prefix();
        let name = cell_name(change.row, Some(change.column));
        let own = change.format.map(|format| format!(" s=\"{format}\""));
        let format = own.unwrap_or_else(|| format.to_owned());
        match change.text.as_deref() {
            None | Some("") => format!("<{prefix}c r=\"{name}\"{format}/>"),
            Some(text) => format!(
                "<{prefix}c r=\"{name}\"{format} t=\"inlineStr\"><{prefix}is><{prefix}t xml:space=\"preserve\">{}</{prefix}t></{prefix}is></{prefix}c>",
                escaped(text)
            ),
        }
    }
}

/// The column of `C17`.
fn column_of(reference: &str) -> Option<u32> {
    let letters = reference.bytes().take_while(u8::is_ascii_alphabetic);
    let column = letters.fold(0_u32, |column, letter| {
        column
            .saturating_mul(26)
            .saturating_add(u32::from(letter.to_ascii_uppercase() - b'A') + 1)
    });
    (column > 0).then_some(column)
}

#[cfg(test)]
mod tests {
    use super::{CellChange, SheetPart};

    fn changed(sheet: &str, changes: &[(u32, u32, &str)]) -> String {
        let part = SheetPart::read(sheet).unwrap();
        let changes = changes
            .iter()
            .map(|&(row, column, text)| CellChange::text(row, column, text));
        part.changed(changes.collect()).unwrap()
    }

    const SHEET: &str = "<worksheet><sheetData><row r=\"2\" spans=\"1:2\"><c r=\"A2\" s=\"3\" t=\"s\"><v>0</v></c>\
        <c r=\"C2\"/></row><row r=\"4\"/></sheetData><mergeCells/></worksheet>";

    #[test]
    fn a_cell_keeps_its_format_and_its_neighbours() {
        assert_eq!(
            changed(SHEET, &[(2, 1, "Ким & Ко")]),
            SHEET.replace(
                "<c r=\"A2\" s=\"3\" t=\"s\"><v>0</v></c>",
                "<c r=\"A2\" s=\"3\" t=\"inlineStr\"><is><t xml:space=\"preserve\">Ким &amp; Ко</t></is></c>"
            )
        );
        assert_eq!(
            changed(SHEET, &[(2, 1, "")]),
            SHEET.replace(
                "<c r=\"A2\" s=\"3\" t=\"s\"><v>0</v></c>",
                "<c r=\"A2\" s=\"3\"/>"
            )
        );
    }

    #[test]
    fn cells_and_rows_that_are_not_there_stand_in_order() {
        let text = changed(
            SHEET,
            &[
                (2, 2, "b"),
                (2, 4, "d"),
                (3, 1, "x"),
                (4, 2, "y"),
                (9, 1, "z"),
                (10, 1, "q"),
            ],
        );
        let order: Vec<&str> = text
            .match_indices("r=\"")
            .map(|(at, _)| {
                let rest = &text[at + 3..];
                &rest[..rest.find('"').unwrap()]
            })
            .collect();
        assert_eq!(
            order,
            [
                "2", "A2", "B2", "C2", "D2", "3", "A3", "4", "B4", "9", "A9", "10", "A10"
            ]
        );
        assert!(
            text.ends_with("</row></sheetData><mergeCells/></worksheet>"),
            "{text}"
        );
    }

    #[test]
    fn an_empty_sheet_takes_rows() {
        assert_eq!(
            changed("<x:worksheet><x:sheetData/></x:worksheet>", &[(1, 1, "a")]),
            "<x:worksheet><x:sheetData><x:row r=\"1\"><x:c r=\"A1\" t=\"inlineStr\"><x:is><x:t xml:space=\"preserve\">a</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>"
        );
    }

    #[test]
    fn a_formula_is_left_alone() {
        let sheet = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><f>B1</f><v>1</v></c></row></sheetData></worksheet>";
        let part = SheetPart::read(sheet).unwrap();
        assert!(part.changed(vec![CellChange::text(1, 1, "x")]).is_err());
    }
}
