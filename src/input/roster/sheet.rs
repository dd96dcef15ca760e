//! A sheet's cells with what is merged: a cell of a merged block says what the block's first cell says.

use std::cell::RefCell;

use crate::input::grid::{Block, Grid};
use crate::input::map::Map;

use super::headings::{Heading, heading};

/// More covered rows, over all blocks, than any table has: a sheet with more is read as if nothing were merged.
const MOST_COVERED: usize = 1_000_000;

/// A grid with its merged cells at hand.
pub struct Sheet<'g> {
    pub grid: &'g Grid,
    /// What is seen of it, where that is not all.
    view: Option<View>,
    /// The blocks that cover each row of the grid; empty where nothing is merged.
    covering: Vec<Vec<Block>>,
    /// What the texts say as headings: every row is looked at, and texts repeat.
    headings: RefCell<Map<&'g str, Option<Heading>>>,
}

/// Part of a sheet: one of several tables side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// Position in the grid of the row from which on only its columns are seen; above it, those left of them too.
    pub from: usize,
    /// So many columns on the left are seen with every table.
    pub shared: usize,
    /// Its columns.
    pub columns: std::ops::Range<usize>,
}

impl View {
    fn hides(&self, row: usize, column: usize) -> bool {
        let is_above = row < self.from && column < self.columns.end;
        column >= self.shared && !is_above && !self.columns.contains(&column)
    }
}

/// What a cell says, and where that stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CellText<'g> {
    /// The text, as typed; empty where there is none.
    pub text: &'g str,
    /// Row of the text, 1-based.
    pub row: u32,
    /// Column of the text, 1-based.
    pub column: u32,
}

impl CellText<'_> {
    /// Says nothing.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Where the text stands: cells of one block stand in one place.
    pub fn place(&self) -> (u32, u32) {
        (self.row, self.column)
    }
}

impl<'g> Sheet<'g> {
    /// Of the grid.
    pub fn of(grid: &'g Grid) -> Self {
        let rows = if grid.merged.is_empty() {
            0
        } else {
            grid.rows.len()
        };
        let mut covering = vec![Vec::new(); rows];
        let mut covered = 0;
        for block in &grid.merged {
            let first = grid.rows.partition_point(|row| row.row < block.top);
            let last = grid.rows.partition_point(|row| row.row <= block.bottom);
            covered += last - first;
            if covered > MOST_COVERED {
                covering = Vec::new();
                break;
            }
            for row in &mut covering[first..last] {
                row.push(*block);
            }
        }
        Self {
            grid,
            view: None,
            covering,
            headings: RefCell::default(),
        }
    }

    /// Of the grid, as far as the view shows it.
    pub fn seen(grid: &'g Grid, view: View) -> Self {
        Self {
            view: Some(view),
            ..Self::of(grid)
        }
    }

    /// How many rows have text.
    pub fn height(&self) -> usize {
        self.grid.rows.len()
    }

    /// How many columns there are.
    pub fn width(&self) -> usize {
        self.grid.rows.first().map_or(0, |row| row.cells.len())
    }

    /// The row's number in the file.
    pub fn row_number(&self, row: usize) -> u32 {
        self.grid.rows[row].row
    }

    /// The cell at these positions in the grid.
    pub fn cell(&self, row: usize, column: usize) -> CellText<'g> {
        let rows = &self.grid.rows;
        let number = column as u32 + 1;
        if self
            .view
            .as_ref()
            .is_some_and(|view| view.hides(row, column))
        {
            return CellText {
                text: "",
                row: rows[row].row,
                column: number,
            };
        }
        let covers = |block: &&Block| (block.left..=block.right).contains(&number);
        let covering = self.covering.get(row);
        let Some(block) = covering.and_then(|blocks| blocks.iter().find(covers)) else {
            return CellText {
                text: self.typed(row, column),
                row: rows[row].row,
                column: number,
            };
        };
        let first = rows.binary_search_by_key(&block.top, |row| row.row);
        let text = first.map_or("", |row| self.typed(row, block.left as usize - 1));
        CellText {
            text,
            row: block.top,
            column: block.left,
        }
    }

    /// The cells of the row, merged ones as often as they cover it.
    pub fn cells(&self, row: usize) -> impl Iterator<Item = CellText<'g>> + '_ {
        (0..self.width()).map(move |column| self.cell(row, column))
    }

    /// The texts of the row, each merged block once; blank ones left out.
    pub fn texts(&self, row: usize) -> impl Iterator<Item = CellText<'g>> + '_ {
        let mut before = None;
        self.cells(row).filter(move |cell| {
            let is_new = !cell.is_empty() && before != Some(cell.place());
            if is_new {
                before = Some(cell.place());
            }
            is_new
        })
    }

    /// What the text says as a heading.
    pub fn heading(&self, text: &'g str) -> Option<Heading> {
        let mut headings = self.headings.borrow_mut();
        *headings.entry(text).or_insert_with(|| heading(text))
    }

    fn typed(&self, row: usize, column: usize) -> &'g str {
        self.grid.rows[row].cells.get(column).unwrap_or_default()
    }
}
