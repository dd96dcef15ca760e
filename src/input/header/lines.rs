//! A header in one line or two: a group above (`Максимум`) and what it consists of below (`в день`, `всего`).

use crate::input::grid::{Grid, GridRow};
use crate::input::names::clean;

use super::Layout;

/// A header's texts, column by column.
pub struct Lines {
    /// Position in the grid of its last line.
    pub last: usize,
    /// What stands above each column.
    pub texts: Vec<String>,
}

/// The header whose likeliest line is the row at `index`: with the line below or above it, where both together name more
/// columns.
pub fn lines_of(grid: &Grid, index: usize, layout: &Layout) -> Lines {
    let row = &grid.rows[index];
    let alone = Lines {
        last: index,
        texts: row.cells.iter().map(str::to_owned).collect(),
    };
    let known = known(&alone.texts, layout);
    let below = grid
        .rows
        .get(index + 1)
        .filter(|below| below.row == row.row + 1 && leaves_required_blank(row, below, layout));
    let above = index.checked_sub(1).map(|above| &grid.rows[above]);
    let above = above.filter(|above| above.row + 1 == row.row);
    let pairs = [
        below.map(|below| (index + 1, row, below)),
        above.map(|above| (index, above, row)),
    ];
    let mut best = (known, alone);
    for (last, above, below) in pairs.into_iter().flatten() {
        let texts = together(above, below, layout);
        let count = self::known(&texts, layout);
        if count > best.0 {
            best = (count, Lines { last, texts });
        }
    }
    best.1
}

/// How many columns the texts name.
fn known(texts: &[String], layout: &Layout) -> usize {
    let mut columns: Vec<_> = texts
        .iter()
        .filter_map(|text| layout.column(text))
        .collect();
    columns.sort_unstable_by_key(|&column| column as usize);
    columns.dedup();
    columns.len()
}

/// A row of the table fills the columns that must be filled; the second line of a header does not.
fn leaves_required_blank(row: &GridRow, below: &GridRow, layout: &Layout) -> bool {
    let mut told = 0;
    for (place, text) in row.cells.iter().enumerate() {
        let is_required = layout
            .column(text)
            .is_some_and(|column| layout.required.contains(&column));
        if is_required {
            told += 1;
            if !below.cells.get(place).unwrap_or_default().is_empty() {
                return false;
            }
        }
    }
    told > 0
}

fn together(above: &GridRow, below: &GridRow, layout: &Layout) -> Vec<String> {
    let mut group = "";
    let columns = above.cells.len().max(below.cells.len());
    let text_of = |row: &'_ GridRow, place| row.cells.get(place).map(str::to_owned);
    (0..columns)
        .map(|place| {
            let own = above.cells.get(place).unwrap_or_default();
            let within = text_of(below, place).unwrap_or_default();
            if !own.is_empty() {
                group = own;
            } else if within.is_empty() {
                group = "";
            }
            if within.is_empty() || group.is_empty() {
                return if within.is_empty() {
                    own.to_owned()
                } else {
                    within
                };
            }
            let both = clean(&format!("{group} {within}"));
            if layout.column(&both).is_some() || layout.column(&within).is_none() {
                both
            } else {
                within
            }
        })
        .collect()
}
