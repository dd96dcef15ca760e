//! A table whose header is known: its rows, and their fields by column.

use crate::domain::Cell;
use crate::input::cells::Serials;
use crate::input::grid::{Dialect, Grid, GridRow};
use crate::input::header::{Column, Header};

/// A grid and its header.
#[derive(Debug, Clone)]
pub struct Table<'g> {
    /// The text.
    pub grid: &'g Grid,
    /// Where the columns stand; `None` for a table without any row, which needs none.
    pub header: Option<Header>,
    /// Positions in the grid of rows below it that are none of the table's, in order.
    pub aside: Vec<usize>,
}

impl Table<'_> {
    /// Rows below the header with text in a known column.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        let start = match &self.header {
            Some(header) => header.index + 1,
            None => self.grid.rows.len(),
        };
        let below = self.grid.rows.iter().enumerate().skip(start);
        below
            .filter(|(index, _)| self.aside.binary_search(index).is_err())
            .map(|(_, row)| Row { table: self, row })
            .filter(Row::says_something)
    }

    /// The file's delimiter, where it is a text file.
    pub fn delimiter(&self) -> Option<char> {
        match self.grid.dialect {
            Dialect::Csv { delimiter, .. } => Some(delimiter),
            Dialect::Sheet => None,
        }
    }

    /// Do bare day numbers count as dates here?
    pub fn serials(&self) -> Serials {
        match self.grid.dialect {
            Dialect::Csv { .. } => Serials::Refused,
            Dialect::Sheet => Serials::Allowed,
        }
    }
}

/// One row.
#[derive(Debug, Clone, Copy)]
pub struct Row<'t> {
    table: &'t Table<'t>,
    row: &'t GridRow,
}

/// One cell of a row, by its column.
#[derive(Debug, Clone, Copy)]
pub struct Field<'t> {
    /// The table.
    pub table: &'t Table<'t>,
    /// The column.
    pub column: Column,
    /// The text; empty where the table has no such column.
    pub text: &'t str,
    /// The cell; the row, where the table has no such column.
    pub at: Cell,
}

impl<'t> Row<'t> {
    /// The cell of the column.
    pub fn field(&self, column: Column) -> Field<'t> {
        let place = self
            .table
            .header
            .as_ref()
            .and_then(|header| header.place(column));
        let text = place
            .and_then(|place| self.row.cells.get(place))
            .unwrap_or_default();
        Field {
            table: self.table,
            column,
            text,
            at: Cell {
                column: place
                    .filter(|_| !self.table.grid.is_unfolded)
                    .map(|place| place as u32 + 1),
                ..self.at()
            },
        }
    }

    /// The row itself.
    pub fn at(&self) -> Cell {
        Cell {
            source: self.table.grid.source,
            row: self.row.row,
            column: None,
        }
    }

    fn says_something(&self) -> bool {
        let Some(header) = &self.table.header else {
            return false;
        };
        header.all_places().any(|place| {
            self.row
                .cells
                .get(place)
                .is_some_and(|cell| !cell.is_empty())
        })
    }
}

impl Field<'_> {
    /// Nothing in the cell?
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}
