//! Rows under construction, with limits that no file can pass: cells come in one by one, rows of equal width come out.
//!
//! It knows neither text files nor workbooks.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::cells::Texts;
use super::{Cells, GridProblem, GridRow};

/// How far from the first cell text may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Last row that is read, 1-based.
    pub rows: u32,
    /// Last column that is read, 1-based.
    pub columns: u32,
    /// What text below the last row is called.
    pub too_long: GridProblem,
}

/// Limits of a sheet.
pub const SHEET_LIMITS: Limits = Limits {
    rows: 20_000,
    columns: 256,
    too_long: GridProblem::SheetTooLong,
};

/// Limits of a CSV file.
pub const CSV_LIMITS: Limits = Limits {
    rows: 200_000,
    columns: 256,
    too_long: GridProblem::CsvTooLong,
};

/// What one file may still take of memory; shared by the sheets of a workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Budget {
    /// Cells, empty ones between and after texts included.
    cells: usize,
    /// Bytes of text.
    text: usize,
}

impl Budget {
    /// What a file may take: 2,000,000 cells and 64 MB of text.
    pub fn of_a_file() -> Self {
        Self {
            cells: 2_000_000,
            text: 64 * 1024 * 1024,
        }
    }

    /// Takes `cells` and `text` off, if there is so much left.
    fn spend(&mut self, cells: usize, text: usize) -> Option<()> {
        self.cells = self.cells.checked_sub(cells)?;
        self.text = self.text.checked_sub(text)?;
        Some(())
    }
}

/// Why a table is not read, and where it shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// What is wrong.
    pub problem: GridProblem,
    /// Row and column, 1-based, where there is a cell to show.
    pub place: Option<(u32, Option<u32>)>,
    /// Text of that cell, shortened.
    pub text: String,
}

impl From<GridProblem> for Refusal {
    fn from(problem: GridProblem) -> Self {
        Self {
            problem,
            place: None,
            text: String::new(),
        }
    }
}

/// The rows of one table while it is read.
#[derive(Debug)]
pub struct Rows<'b> {
    limits: Limits,
    budget: &'b mut Budget,
    /// The cells that came in order: row by row, and from left to right.
    texts: Texts,
    /// The rows of these cells, ascending.
    laid: Vec<Laid>,
    /// Cells that came behind later ones, by row and position.
    late: BTreeMap<u32, BTreeMap<usize, String>>,
}

/// A row among the texts.
#[derive(Debug, Clone, Copy)]
struct Laid {
    row: u32,
    /// Its first cell.
    first: usize,
    /// How many cells it has.
    count: usize,
}

impl<'b> Rows<'b> {
    /// No rows yet.
    pub fn new(limits: Limits, budget: &'b mut Budget) -> Self {
        Self {
            limits,
            budget,
            texts: Texts::default(),
            laid: Vec::new(),
            late: BTreeMap::new(),
        }
    }

    /// How many cells the row has so far.
    fn width_of(&self, row: u32) -> usize {
        let known = match self.laid.last() {
            Some(last) if last.row == row => return last.count,
            _ => self.laid.binary_search_by_key(&row, |laid| laid.row),
        };
        let laid = known.map_or(0, |at| self.laid[at].count);
        let late = self.late.get(&row).and_then(BTreeMap::last_key_value);
        laid.max(late.map_or(0, |(&index, _)| index + 1))
    }

    /// Writes `text`, trimmed, at `row` and `column` (1-based); blank text takes no place.
    pub fn put(&mut self, row: u32, column: u32, text: &str) -> Result<(), Refusal> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(());
        }
        let refuse = |problem| Refusal {
            problem,
            place: Some((row, Some(column))),
            text: shortened(text),
        };
        if row > self.limits.rows {
            return Err(refuse(self.limits.too_long));
        }
        if column > self.limits.columns {
            return Err(refuse(GridProblem::TooWide));
        }
        if self.laid.last().is_none_or(|last| last.row < row) {
            self.laid.push(Laid {
                row,
                first: self.texts.len(),
                count: 0,
            });
        }
        let width = self.width_of(row);
        self.budget
            .spend((column as usize).saturating_sub(width), text.len())
            .ok_or_else(|| refuse(GridProblem::TooMuch))?;
        let Some(index) = (column as usize).checked_sub(1) else {
            return Ok(());
        };
        match self.laid.last_mut() {
            Some(last) if last.row == row && index >= last.count => {
                for _ in last.count..index {
                    self.texts.push("");
                }
                self.texts.push(text);
                last.count = index + 1;
            }
            _ => {
                let late = self.late.entry(row).or_default();
                late.insert(index, text.to_owned());
            }
        }
        Ok(())
    }

    /// The rows with text, all as long as the widest.
    pub fn finish(self) -> Result<Vec<GridRow>, Refusal> {
        let texts = Arc::new(self.texts);
        let laid = self.laid.iter().map(|laid| GridRow {
            row: laid.row,
            cells: Cells::of(&texts, laid.first, laid.count),
        });
        let mut rows: Vec<GridRow> = laid.collect();
        for (row, late) in &self.late {
            match self.laid.binary_search_by_key(row, |laid| laid.row) {
                Ok(at) => rows[at].cells = with_late(&rows[at].cells, late),
                Err(_) => rows.push(GridRow {
                    row: *row,
                    cells: with_late(&Cells::default(), late),
                }),
            }
        }
        rows.retain(|row| !row.cells.is_empty());
        rows.sort_by_key(|row| row.row);
        let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        let padding = rows.iter().map(|row| width - row.cells.len()).sum();
        self.budget
            .spend(padding, 0)
            .ok_or_else(|| Refusal::from(GridProblem::TooMuch))?;
        for row in &mut rows {
            row.cells.widen(width);
        }
        Ok(rows)
    }
}

/// The row's cells, with those that came late in their places.
fn with_late(cells: &Cells, late: &BTreeMap<usize, String>) -> Cells {
    let behind = late.last_key_value().map_or(0, |(&index, _)| index + 1);
    let text = |index| match late.get(&index) {
        Some(text) => text.as_str(),
        None => cells.get(index).unwrap_or_default(),
    };
    (0..cells.len().max(behind)).map(text).collect()
}

/// The first letters of a long text.
pub fn shortened(text: &str) -> String {
    const LETTERS: usize = 40;
    let line = text.lines().next().unwrap_or_default();
    if text.chars().count() <= LETTERS && line.len() == text.len() {
        return text.to_owned();
    }
    line.chars().take(LETTERS).chain(['…']).collect()
}
