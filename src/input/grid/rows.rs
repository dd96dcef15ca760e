//! Rows under construction, with limits that no file can pass: cells come in one by one, rows of equal width come out.
//!
//! It knows neither text files nor workbooks.

use std::collections::BTreeMap;

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
    /// The last column that was offered, blank ones too.
    widest: usize,
    /// The row that was written to last: cells of one row come one after the other.
    open: GridRow,
    written: BTreeMap<u32, Cells>,
    /// Cells that came behind others of their row, by row and position.
    late: BTreeMap<u32, BTreeMap<usize, String>>,
}

impl<'b> Rows<'b> {
    /// No rows yet.
    pub fn new(limits: Limits, budget: &'b mut Budget) -> Self {
        Self {
            limits,
            budget,
            widest: 0,
            open: GridRow {
                row: 0,
                cells: Cells::default(),
            },
            written: BTreeMap::new(),
            late: BTreeMap::new(),
        }
    }

    /// Lays the open row with the others and opens that one.
    fn turn_to(&mut self, row: u32) {
        let known = self.written.remove(&row);
        let cells = known.unwrap_or_else(|| Cells::with_room(&self.open.cells, self.widest));
        let before = std::mem::replace(&mut self.open, GridRow { row, cells });
        if !before.cells.is_empty() {
            self.written.insert(before.row, before.cells);
        }
    }

    /// Writes `text`, trimmed, at `row` and `column` (1-based); blank text takes no place.
    pub fn put(&mut self, row: u32, column: u32, text: &str) -> Result<(), Refusal> {
        let text = text.trim();
        self.widest = self.widest.max(column.min(self.limits.columns) as usize);
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
        if row != self.open.row {
            self.turn_to(row);
        }
        let cells = &mut self.open.cells;
        let width = cells.len().max(column as usize);
        self.budget
            .spend(width - cells.len(), text.len())
            .ok_or_else(|| refuse(GridProblem::TooMuch))?;
        let Some(index) = (column as usize).checked_sub(1) else {
            return Ok(());
        };
        if index < cells.len() {
            let late = self.late.entry(row).or_default();
            late.insert(index, text.to_owned());
        } else {
            cells.widen(index);
            cells.push(text);
        }
        Ok(())
    }

    /// The rows with text, all as long as the widest.
    pub fn finish(mut self) -> Result<Vec<GridRow>, Refusal> {
        self.turn_to(u32::MAX);
        for (row, late) in &self.late {
            if let Some(cells) = self.written.get_mut(row) {
                let texts = cells.iter().enumerate();
                let text = |(index, text)| late.get(&index).map_or(text, String::as_str);
                *cells = texts.map(text).collect();
            }
        }
        let width = self.written.values().map(Cells::len).max().unwrap_or(0);
        let padding = self.written.values().map(|cells| width - cells.len()).sum();
        self.budget
            .spend(padding, 0)
            .ok_or_else(|| Refusal::from(GridProblem::TooMuch))?;
        Ok(self
            .written
            .into_iter()
            .map(|(row, mut cells)| {
                cells.widen(width);
                GridRow { row, cells }
            })
            .collect())
    }
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
