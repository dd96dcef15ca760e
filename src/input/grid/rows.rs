//! Rows under construction, with limits that no file can pass: cells come in one by one, rows of equal width come out.
//!
//! It knows neither text files nor workbooks.

use std::collections::BTreeMap;

use super::{GridProblem, GridRow};

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
    written: BTreeMap<u32, Vec<String>>,
}

impl<'b> Rows<'b> {
    /// No rows yet.
    pub fn new(limits: Limits, budget: &'b mut Budget) -> Self {
        Self {
            limits,
            budget,
            written: BTreeMap::new(),
        }
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
        let cells = self.written.entry(row).or_default();
        let width = cells.len().max(column as usize);
        self.budget
            .spend(width - cells.len(), text.len())
            .ok_or_else(|| refuse(GridProblem::TooMuch))?;
        cells.resize(width, String::new());
        if let Some(cell) = column
            .checked_sub(1)
            .and_then(|index| cells.get_mut(index as usize))
        {
            text.clone_into(cell);
        }
        Ok(())
    }

    /// The rows with text, all as long as the widest.
    pub fn finish(self) -> Result<Vec<GridRow>, Refusal> {
        let width = self.written.values().map(Vec::len).max().unwrap_or(0);
        let padding = self.written.values().map(|cells| width - cells.len()).sum();
        self.budget
            .spend(padding, 0)
            .ok_or_else(|| Refusal::from(GridProblem::TooMuch))?;
        Ok(self
            .written
            .into_iter()
            .map(|(row, mut cells)| {
                cells.resize(width, String::new());
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
