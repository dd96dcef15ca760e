//! Sheets of `.ods` workbooks.
//!
//! Our own reader of `content.xml`, because calamine 0.38 writes out `number-rows-repeated` × `number-columns-repeated` up to 100 million
//! cells before anyone can ask, and never returns from a table that is not closed. Here repeated blanks are only counted, and
//! repeated text meets the limits of [`Rows`].

mod said;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::package::Package;
use super::{Block, Budget, GridProblem, Refusal, Rows, SHEET_LIMITS, Sheet, blocks};

use said::{attribute, repeated, resolved, said_value};

/// Reads all sheets.
pub fn read(package: &mut Package) -> Result<Vec<Sheet>, GridProblem> {
    let manifest = "META-INF/manifest.xml";
    if package.holds(manifest) {
        let manifest = package.part(manifest)?;
        let mark = b"encryption-data";
        if manifest.windows(mark.len()).any(|window| window == mark) {
            return Err(GridProblem::PasswordProtected);
        }
    }
    let content = package.part("content.xml")?;
    let mut budget = Budget::of_a_file();
    let mut walk = Walk::new(&mut budget);
    let mut reader = Reader::from_reader(content.as_slice());
    reader.config_mut().expand_empty_elements = true;
    loop {
        match reader
            .read_event()
            .map_err(|_| GridProblem::BrokenWorkbook)?
        {
            Event::Start(element) => walk.open(&element)?,
            Event::End(element) => walk.close(element.name().as_ref()),
            Event::Text(text) => walk.text(&text.xml10_content()),
            Event::CData(text) => walk.text(&text.xml10_content()),
            Event::GeneralRef(reference) => walk.text(&resolved(&reference)?),
            Event::Eof => break,
            _ => {}
        }
    }
    if walk.depth > 0 {
        return Err(GridProblem::BrokenWorkbook);
    }
    Ok(walk.sheets)
}

/// What one step of the walk is inside of.
struct Walk<'b> {
    budget: &'b mut Budget,
    /// Elements that are open.
    depth: u32,
    /// Depth of an element whose content is not the cell's text: a note, a picture, a table within a cell.
    aside: Option<u32>,
    sheets: Vec<Sheet>,
    sheet: Option<OpenSheet>,
    cell: Option<OpenCell>,
}

/// A sheet that is read.
struct OpenSheet {
    name: String,
    rows: Vec<RepeatedRow>,
    /// Row of the next `table-row`, 1-based.
    next_row: u64,
    /// Column of the next cell, 1-based.
    next_column: u64,
    merged: Vec<Block>,
    flaws: Vec<Refusal>,
}

/// A row with text, as many times as it stands there.
struct RepeatedRow {
    first: u64,
    times: u64,
    cells: Vec<RepeatedCell>,
}

/// A cell with text, as many times as it stands there.
struct RepeatedCell {
    first: u64,
    times: u64,
    text: String,
}

/// A cell that is read.
struct OpenCell {
    times: u64,
    value: Value,
    text: String,
    paragraphs: u32,
    /// Columns and rows that it covers, itself included.
    covers: (u64, u64),
    formula: Option<String>,
}

/// Where the text of a cell comes from.
enum Value {
    /// From its attributes.
    Said(String),
    /// From its paragraphs.
    Written,
    /// Nowhere: the cell is hidden under a merged one.
    Covered,
}

impl<'b> Walk<'b> {
    fn new(budget: &'b mut Budget) -> Self {
        Self {
            budget,
            depth: 0,
            aside: None,
            sheets: Vec::new(),
            sheet: None,
            cell: None,
        }
    }

    fn open(&mut self, element: &BytesStart) -> Result<(), GridProblem> {
        self.depth += 1;
        if self.aside.is_some() {
            return Ok(());
        }
        if let Some(cell) = &mut self.cell {
            if !cell.takes(element)? {
                self.aside = Some(self.depth);
            }
            return Ok(());
        }
        match (element.name().as_ref(), &mut self.sheet) {
            ("table:table", None) => {
                self.sheet = Some(OpenSheet {
                    name: attribute(element, "table:name")?.unwrap_or_default(),
                    rows: Vec::new(),
                    next_row: 1,
                    next_column: 1,
                    merged: Vec::new(),
                    flaws: Vec::new(),
                });
            }
            ("table:table-row", Some(sheet)) => {
                let times = repeated(element, "table:number-rows-repeated")?;
                sheet.rows.push(RepeatedRow {
                    first: sheet.next_row,
                    times,
                    cells: Vec::new(),
                });
                sheet.next_row = sheet.next_row.saturating_add(times);
                sheet.next_column = 1;
            }
            ("table:table-cell", Some(_)) => {
                let value = said_value(element)?.map_or(Value::Written, Value::Said);
                self.cell = Some(OpenCell::new(element, value)?);
            }
            ("table:covered-table-cell", Some(_)) => {
                self.cell = Some(OpenCell::new(element, Value::Covered)?);
            }
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &str) {
        let depth = self.depth;
        self.depth = depth.saturating_sub(1);
        if let Some(aside) = self.aside {
            if aside == depth {
                self.aside = None;
            }
            return;
        }
        match name {
            "table:table-cell" | "table:covered-table-cell" => {
                if let (Some(cell), Some(sheet)) = (self.cell.take(), &mut self.sheet) {
                    sheet.take_cell(cell);
                }
            }
            "table:table-row" => {
                if let Some(sheet) = &mut self.sheet {
                    sheet.rows.pop_if(|row| row.cells.is_empty());
                }
            }
            "table:table" => {
                if let Some(sheet) = self.sheet.take() {
                    let sheet = sheet.finish(self.budget);
                    self.sheets.push(sheet);
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if let (Some(cell), None) = (&mut self.cell, self.aside)
            && cell.paragraphs > 0
        {
            cell.text.push_str(text);
        }
    }
}

impl OpenSheet {
    fn take_cell(&mut self, cell: OpenCell) {
        let first = self.next_column;
        self.next_column = first.saturating_add(cell.times);
        let row = self.rows.last().map_or(1, |row| row.first);
        self.merged.extend(cell.block(row, first));
        let text = match cell.value {
            Value::Said(text) => text,
            Value::Written => {
                if let Some(formula) = cell.formula.filter(|_| cell.paragraphs == 0) {
                    self.flaws.push(Refusal {
                        problem: GridProblem::NoValue,
                        place: Some((number(row), Some(number(first)))),
                        text: formula,
                    });
                }
                cell.text
            }
            Value::Covered => return,
        };
        if text.trim().is_empty() {
            return;
        }
        if let Some(row) = self.rows.last_mut() {
            row.cells.push(RepeatedCell {
                first,
                times: cell.times,
                text,
            });
        }
    }

    fn finish(self, budget: &mut Budget) -> Sheet {
        Sheet {
            rows: laid_out(&self.rows, Rows::new(SHEET_LIMITS, budget)),
            merged: blocks(self.merged),
            hidden: false,
            flaws: self.flaws,
            name: self.name,
        }
    }
}

/// A row or column; beyond all counting, one that the limits refuse.
fn number(place: u64) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

/// Writes out what is repeated; the limits of `rows` end it.
fn laid_out(repeated: &[RepeatedRow], mut rows: Rows) -> Result<Vec<super::GridRow>, Refusal> {
    for run in repeated {
        for row in run.first..run.first.saturating_add(run.times) {
            for cell in &run.cells {
                for column in cell.first..cell.first.saturating_add(cell.times) {
                    rows.put(number(row), number(column), &cell.text)?;
                }
            }
        }
    }
    rows.finish()
}

impl OpenCell {
    fn new(element: &BytesStart, value: Value) -> Result<Self, GridProblem> {
        Ok(Self {
            times: repeated(element, "table:number-columns-repeated")?,
            value,
            text: String::new(),
            paragraphs: 0,
            covers: (
                repeated(element, "table:number-columns-spanned")?,
                repeated(element, "table:number-rows-spanned")?,
            ),
            formula: attribute(element, "table:formula")?,
        })
    }

    /// The cells that it is merged with, where it stands at that row and column.
    fn block(&self, row: u64, column: u64) -> Option<Block> {
        let (columns, rows) = self.covers;
        (columns > 1 || rows > 1).then(|| Block {
            top: number(row),
            left: number(column),
            bottom: number(row.saturating_add(rows - 1)),
            right: number(column.saturating_add(columns - 1)),
        })
    }

    /// Takes up an element of the cell's text; `false` for anything else.
    fn takes(&mut self, element: &BytesStart) -> Result<bool, GridProblem> {
        /// Spaces that one element can stand for; more are blank space for no reader.
        const SPACES: u64 = 100;
        match element.name().as_ref() {
            "text:p" | "text:h" => {
                if self.paragraphs > 0 {
                    self.text.push('\n');
                }
                self.paragraphs += 1;
            }
            "text:line-break" => self.text.push('\n'),
            "text:tab" => self.text.push('\t'),
            "text:s" => {
                let spaces = repeated(element, "text:c")?.min(SPACES);
                self.text.extend((0..spaces).map(|_| ' '));
            }
            "text:span" | "text:a" => {}
            _ => return Ok(false),
        }
        Ok(true)
    }
}
