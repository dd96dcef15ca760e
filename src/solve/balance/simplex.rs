//! A small linear program that starts from a known basis: minimise costs·x where columns·x = right, x ≥ 0.
//!
//! The revised simplex method with an explicit inverse (Dantzig, "Linear Programming and Extensions", 1963). What it finds
//! are prices, and prices need no trust: a wrong digit makes a bound worse, never false.

/// Reduced costs and pivots nearer to zero than this are zero.
const NOTHING: f64 = 1e-9;

/// A column: rows, ascending, and its entries there.
pub type Entries = Vec<(usize, f64)>;

/// The program and its present basis.
#[derive(Debug, Clone)]
pub struct Simplex {
    rows: usize,
    columns: Vec<Entries>,
    costs: Vec<f64>,
    /// The column that stands in the basis for each row.
    basis: Vec<usize>,
    /// Inverse of the basis, row by row.
    inverse: Vec<f64>,
    /// Values of the basis' columns.
    values: Vec<f64>,
    /// Dual values of the rows.
    duals: Vec<f64>,
}

impl Simplex {
    /// A program whose first columns are a basis, the n-th with a single entry of ±1 in row n besides entries in rows
    /// before; the values that follow from `right` must not be negative.
    pub fn new(columns: Vec<Entries>, costs: Vec<f64>, right: &[f64]) -> Self {
        let rows = right.len();
        let mut inverse = vec![0.0; rows * rows];
        let mut values = right.to_vec();
        // From the last row up: what a column puts into rows before it is taken off them.
        for row in 0..rows {
            inverse[row * rows + row] = 1.0;
        }
        for row in (0..rows).rev() {
            let entries = &columns[row];
            let own = entries.last().map_or(1.0, |entry| entry.1);
            for entry in &mut inverse[row * rows..][..rows] {
                *entry *= own;
            }
            values[row] *= own;
            for &(other, entry) in &entries[..entries.len().saturating_sub(1)] {
                let (upper, lower) = inverse.split_at_mut(row * rows);
                for (upper, lower) in upper[other * rows..][..rows].iter_mut().zip(&lower[..rows]) {
                    *upper -= entry * lower;
                }
                values[other] -= entry * values[row];
            }
        }
        Self {
            rows,
            columns,
            costs,
            basis: (0..rows).collect(),
            inverse,
            values,
            duals: vec![0.0; rows],
        }
    }

    /// Adds a column.
    pub fn add(&mut self, entries: Entries, cost: f64) {
        self.columns.push(entries);
        self.costs.push(cost);
    }

    /// Changes the cost of a column.
    pub fn set_cost(&mut self, column: usize, cost: f64) {
        self.costs[column] = cost;
    }

    /// The cost of a column.
    pub fn cost(&self, column: usize) -> f64 {
        self.costs[column]
    }

    /// Dual values of the rows.
    pub fn duals(&self) -> &[f64] {
        &self.duals
    }

    /// Columns of the basis and their values.
    pub fn basis(&self) -> impl Iterator<Item = (usize, f64)> + '_ {
        self.basis.iter().copied().zip(self.values.iter().copied())
    }

    /// Minimises, or stops after so many exchanges.
    pub fn minimise(&mut self, exchanges: usize) {
        self.find_duals();
        // Columns that looked good a while ago are looked at first.
        let mut promising: Vec<usize> = Vec::new();
        for _ in 0..exchanges {
            let Some((column, reduced)) = self.entering(&mut promising) else {
                return;
            };
            let direction = self.direction(column);
            let Some(row) = self.leaving(&direction) else {
                return;
            };
            self.exchange(row, column, &direction);
            // The row of the new inverse is what the duals move along.
            let line = &self.inverse[row * self.rows..][..self.rows];
            for (dual, line) in self.duals.iter_mut().zip(line) {
                *dual += reduced * line;
            }
        }
    }

    fn find_duals(&mut self) {
        self.duals.fill(0.0);
        for (line, &column) in self.inverse.chunks_exact(self.rows).zip(&self.basis) {
            let cost = self.costs[column];
            for (dual, line) in self.duals.iter_mut().zip(line) {
                *dual += cost * line;
            }
        }
    }

    fn reduced(&self, column: usize) -> f64 {
        let paid = |&(row, entry): &(usize, f64)| entry * self.duals[row];
        self.costs[column] - self.columns[column].iter().map(paid).sum::<f64>()
    }

    /// The column that lowers the cost most for each unit of it, of those that look promising.
    fn entering(&self, promising: &mut Vec<usize>) -> Option<(usize, f64)> {
        let best = |columns: &mut dyn Iterator<Item = usize>| {
            let reduced = columns.map(|column| (column, self.reduced(column)));
            reduced
                .filter(|&(_, reduced)| reduced < -NOTHING)
                .min_by(|a, b| a.1.total_cmp(&b.1))
        };
        promising.retain(|&column| self.reduced(column) < -NOTHING);
        best(&mut promising.iter().copied()).or_else(|| {
            promising.extend((0..self.columns.len()).filter(|&it| self.reduced(it) < -NOTHING));
            best(&mut promising.iter().copied())
        })
    }

    /// What the basis' values lose for each unit of the column.
    fn direction(&self, column: usize) -> Vec<f64> {
        let entries = &self.columns[column];
        let of_row = |line: &[f64]| entries.iter().map(|&(row, entry)| entry * line[row]).sum();
        self.inverse.chunks_exact(self.rows).map(of_row).collect()
    }

    /// The row whose value is used up first; among equals the one with the largest pivot.
    fn leaving(&self, direction: &[f64]) -> Option<usize> {
        let mut best: Option<(f64, usize)> = None;
        for (row, (&loss, &value)) in direction.iter().zip(&self.values).enumerate() {
            if loss <= 1e-7 {
                continue;
            }
            let reach = value.max(0.0) / loss;
            let better = best.is_none_or(|(least, known)| {
                reach < least - NOTHING || reach <= least + NOTHING && loss > direction[known]
            });
            if better {
                best = Some((reach, row));
            }
        }
        best.map(|(_, row)| row)
    }

    fn exchange(&mut self, row: usize, column: usize, direction: &[f64]) {
        let rows = self.rows;
        let pivot = direction[row];
        let reach = self.values[row] / pivot;
        let mut line = self.inverse[row * rows..][..rows].to_vec();
        for entry in &mut line {
            *entry /= pivot;
        }
        for (other, &loss) in direction.iter().enumerate() {
            if other != row && loss != 0.0 {
                self.values[other] -= loss * reach;
                let mine = &mut self.inverse[other * rows..][..rows];
                for (entry, line) in mine.iter_mut().zip(&line) {
                    *entry -= loss * line;
                }
            }
        }
        self.values[row] = reach;
        self.inverse[row * rows..][..rows].copy_from_slice(&line);
        self.basis[row] = column;
    }
}
