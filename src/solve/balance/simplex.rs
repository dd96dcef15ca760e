//! A small linear program that starts from a known basis: minimise costs·x where columns·x = right, x ≥ 0.
//!
//! The revised simplex method with an explicit inverse (Dantzig, "Linear Programming and Extensions", 1963). What it finds
//! are prices, and prices need no trust: a wrong digit makes a bound worse, never false.

use super::super::budget::Stop;

/// Reduced costs and pivots nearer to zero than this are zero.
const NOTHING: f64 = 1e-7;

/// Columns that looked best are tried again before all are looked at.
const TIE: f64 = 1e-10;
const PROMISING: usize = 32;

/// The program and its present basis.
#[derive(Debug, Clone)]
pub struct Simplex {
    rows: usize,
    /// Entries of all columns: row and value.
    entries: Vec<(u32, f64)>,
    /// Where each column's entries end.
    ends: Vec<usize>,
    costs: Vec<f64>,
    /// The column that stands in the basis for each row.
    basis: Vec<usize>,
    /// Inverse of the basis, column by column.
    inverse: Vec<f64>,
    /// Values of the basis' columns.
    values: Vec<f64>,
    /// Dual values of the rows.
    duals: Vec<f64>,
}

impl Simplex {
    /// A program whose first columns are a basis, the n-th with a single entry of ±1 in row n besides entries in rows
    /// before; the values that follow from `right` must not be negative.
    pub fn new(columns: &[Vec<(u32, f64)>], costs: Vec<f64>, right: &[f64]) -> Self {
        let rows = right.len();
        let mut inverse = vec![0.0; rows * rows];
        let mut values = right.to_vec();
        // From the last row up: what a column puts into rows before it is taken off them. A last row has nothing but
        // its own entry, so that what is taken off is a multiple of a unit.
        for row in (0..rows).rev() {
            let entries = &columns[row];
            let own = entries.last().map_or(1.0, |entry| entry.1);
            inverse[row * rows + row] = own;
            values[row] *= own;
            for &(other, entry) in &entries[..entries.len().saturating_sub(1)] {
                let other = other as usize;
                values[other] -= entry * values[row];
                inverse[row * rows + other] -= entry * own;
            }
        }
        for row in 0..rows {
            let own = columns[row].last().map_or(1.0, |entry| entry.1);
            for column in row + 1..rows {
                inverse[column * rows + row] *= own;
            }
        }
        let mut ends = Vec::with_capacity(columns.len());
        let mut all = Vec::new();
        for column in columns {
            all.extend(column);
            ends.push(all.len());
        }
        Self {
            rows,
            entries: all,
            ends,
            costs,
            basis: (0..rows).collect(),
            inverse,
            values,
            duals: vec![0.0; rows],
        }
    }

    /// Adds a column.
    pub fn add(&mut self, entries: &[(u32, f64)], cost: f64) {
        self.entries.extend(entries);
        self.ends.push(self.entries.len());
        self.costs.push(cost);
    }

    fn entries(&self, column: usize) -> &[(u32, f64)] {
        let start = column.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.entries[start..self.ends[column]]
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

    /// Minimises, or ends after so many exchanges or where `stop` says so; the basis is a good one at any time.
    pub fn minimise(&mut self, exchanges: usize, stop: Stop<'_>) {
        self.find_duals();
        // Columns that looked good a while ago are looked at first.
        let mut promising: Vec<usize> = Vec::new();
        for _ in 0..exchanges {
            if stop() {
                return;
            }
            let Some((column, reduced)) = self.entering(&mut promising) else {
                return;
            };
            let direction = self.direction(column);
            let Some(row) = self.leaving(&direction) else {
                return;
            };
            self.exchange(row, column, &direction);
            // The row of the new inverse is what the duals move along.
            let columns = self.inverse.chunks_exact(self.rows);
            for (dual, inverse) in self.duals.iter_mut().zip(columns) {
                *dual += reduced * inverse[row];
            }
        }
    }

    fn find_duals(&mut self) {
        let costs: Vec<f64> = self
            .basis
            .iter()
            .map(|&column| self.costs[column])
            .collect();
        let columns = self.inverse.chunks_exact(self.rows);
        for (dual, inverse) in self.duals.iter_mut().zip(columns) {
            *dual = costs.iter().zip(inverse).map(|(cost, it)| cost * it).sum();
        }
    }

    fn reduced(&self, column: usize) -> f64 {
        let paid = |&(row, entry): &(u32, f64)| entry * self.duals[row as usize];
        self.costs[column] - self.entries(column).iter().map(paid).sum::<f64>()
    }

    /// The column that lowers the cost most for each unit of it, of those that look promising.
    fn entering(&self, promising: &mut Vec<usize>) -> Option<(usize, f64)> {
        let good = |column: usize| {
            let reduced = self.reduced(column);
            (reduced < -NOTHING).then_some((column, reduced))
        };
        let again = promising.iter().filter_map(|&column| good(column));
        let best = again.min_by(|a, b| a.1.total_cmp(&b.1));
        if best.is_some() {
            return best;
        }
        let mut all: Vec<(usize, f64)> = (0..self.costs.len()).filter_map(good).collect();
        let count = all.len().min(PROMISING);
        if count < all.len() {
            all.select_nth_unstable_by(count, |a, b| a.1.total_cmp(&b.1));
        }
        promising.clear();
        promising.extend(all[..count].iter().map(|&(column, _)| column));
        all[..count]
            .iter()
            .copied()
            .min_by(|a, b| a.1.total_cmp(&b.1))
    }

    /// What the basis' values lose for each unit of the column.
    fn direction(&self, column: usize) -> Vec<f64> {
        let mut direction = vec![0.0; self.rows];
        for &(row, entry) in self.entries(column) {
            let inverse = &self.inverse[row as usize * self.rows..][..self.rows];
            for (sum, inverse) in direction.iter_mut().zip(inverse) {
                *sum += entry * inverse;
            }
        }
        direction
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
                reach < least - TIE || reach <= least + TIE && loss > direction[known]
            });
            if better {
                best = Some((reach, row));
            }
        }
        best.map(|(_, row)| row)
    }

    fn exchange(&mut self, row: usize, column: usize, direction: &[f64]) {
        let pivot = direction[row];
        let reach = self.values[row] / pivot;
        for (value, loss) in self.values.iter_mut().zip(direction) {
            *value -= loss * reach;
        }
        self.values[row] = reach;
        for inverse in self.inverse.chunks_exact_mut(self.rows) {
            let own = inverse[row] / pivot;
            if own != 0.0 {
                for (entry, loss) in inverse.iter_mut().zip(direction) {
                    *entry -= loss * own;
                }
                inverse[row] = own;
            }
        }
        self.basis[row] = column;
    }
}
