//! A linear program that gets new rows and loses columns while it runs: minimise costs·x where rows hold, x ≥ 0.
//!
//! The dual simplex method with an explicit inverse (Lemke, "The dual method of solving the linear programming problem",
//! 1954): a basis whose prices are good stays good with every cut and every column that is barred. What it finds are
//! prices and shares, which need no trust.

use super::super::budget::Stop;

/// Smaller than this is nothing: values, and pivots.
const NOTHING: f64 = 1e-7;
const SMALLEST_PIVOT: f64 = 1e-6;

/// Where a program came to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// The shares are the cheapest mixture.
    Best,
    /// No mixture keeps all rows: along the ray the prices bound without end.
    Empty,
    /// Stopped, or too many exchanges.
    Stopped,
}

/// The program and its basis.
#[derive(Debug, Clone)]
pub struct Dual {
    /// Entries of each column.
    columns: Vec<Vec<(usize, f64)>>,
    costs: Vec<f64>,
    /// Must the column be 0?
    barred: Vec<bool>,
    right: Vec<f64>,
    /// The column that stands in the basis for each row.
    basis: Vec<usize>,
    is_basic: Vec<bool>,
    /// Inverse of the basis, row by row.
    inverse: Vec<Vec<f64>>,
    values: Vec<f64>,
    duals: Vec<f64>,
    /// What the duals moved along when the program was found empty.
    ray: Vec<f64>,
}

impl Dual {
    /// A program without columns, one barred column of cost `price` in the basis of each row: rows hold with equality.
    pub fn new(right: &[f64], prices: &[f64]) -> Self {
        let rows = right.len();
        let unit = |row: usize| {
            let mut unit = vec![0.0; rows];
            unit[row] = 1.0;
            unit
        };
        Self {
            columns: (0..rows).map(|row| vec![(row, 1.0)]).collect(),
            costs: prices.to_vec(),
            barred: vec![true; rows],
            right: right.to_vec(),
            basis: (0..rows).collect(),
            is_basic: vec![true; rows],
            inverse: (0..rows).map(unit).collect(),
            values: right.to_vec(),
            duals: prices.to_vec(),
            ray: Vec::new(),
        }
    }

    /// Adds a column; it must not cost less than its rows pay.
    pub fn add_column(&mut self, entries: Vec<(usize, f64)>, cost: f64) -> usize {
        self.columns.push(entries);
        self.costs.push(cost);
        self.barred.push(false);
        self.is_basic.push(false);
        self.columns.len() - 1
    }

    /// Adds a row: Σ coefficients·x ≤ right, with a slack column, which is returned.
    pub fn add_row(&mut self, coefficients: &[(usize, f64)], right: f64) -> usize {
        let row = self.right.len();
        for &(column, coefficient) in coefficients {
            self.columns[column].push((row, coefficient));
        }
        let slack = self.add_column(vec![(row, 1.0)], 0.0);
        let mut inverse = vec![0.0; row + 1];
        let mut value = right;
        for (position, &basic) in self.basis.iter().enumerate() {
            let entry = self.entry(basic, row);
            if entry != 0.0 {
                value -= entry * self.values[position];
                for (sum, own) in inverse.iter_mut().zip(&self.inverse[position]) {
                    *sum -= entry * own;
                }
            }
        }
        inverse[row] = 1.0;
        for own in &mut self.inverse {
            own.push(0.0);
        }
        self.inverse.push(inverse);
        self.basis.push(slack);
        self.is_basic[slack] = true;
        self.right.push(right);
        self.values.push(value);
        self.duals.push(0.0);
        slack
    }

    /// The column's last entry, where it stands in this row: rows are only ever added at the end.
    fn entry(&self, column: usize, row: usize) -> f64 {
        let last = self.columns[column].last();
        last.filter(|entry| entry.0 == row).map_or(0.0, |it| it.1)
    }

    /// The column must be 0 from now on.
    pub fn bar(&mut self, column: usize) {
        self.barred[column] = true;
    }

    /// May the column be more than 0?
    pub fn is_free(&self, column: usize) -> bool {
        !self.barred[column]
    }

    /// Dual values of the rows.
    pub fn duals(&self) -> &[f64] {
        &self.duals
    }

    /// The direction in which the duals of an empty program bound without end.
    pub fn ray(&self) -> &[f64] {
        &self.ray
    }

    /// Columns that are more than 0, with their values.
    pub fn shares(&self) -> impl Iterator<Item = (usize, f64)> + '_ {
        let shares = self.basis.iter().copied().zip(self.values.iter().copied());
        shares.filter(|share| share.1 > NOTHING)
    }

    /// Minimises from where it stands.
    pub fn minimise(&mut self, exchanges: usize, stop: Stop<'_>) -> End {
        for exchange in 0..exchanges {
            if stop() {
                return End::Stopped;
            }
            if exchange % 64 == 0 {
                self.refresh();
            }
            let Some((position, sign)) = self.leaving() else {
                return End::Best;
            };
            let Some((column, reduced, pivot)) = self.entering(position, sign) else {
                let own = &self.inverse[position];
                self.ray = own.iter().map(|it| -sign * it).collect();
                return End::Empty;
            };
            let step = reduced / pivot;
            for (dual, own) in self.duals.iter_mut().zip(&self.inverse[position]) {
                *dual += step * own;
            }
            self.exchange(position, column);
        }
        End::Stopped
    }

    /// Values and duals again from the inverse, so that what was rounded off does not add up.
    fn refresh(&mut self) {
        self.duals.fill(0.0);
        for ((own, &basic), value) in self.inverse.iter().zip(&self.basis).zip(&mut self.values) {
            *value = own
                .iter()
                .zip(&self.right)
                .map(|(it, right)| it * right)
                .sum();
            for (dual, it) in self.duals.iter_mut().zip(own) {
                *dual += self.costs[basic] * it;
            }
        }
    }

    /// The basic column farthest from what it may be, and the sign of what it is.
    fn leaving(&self) -> Option<(usize, f64)> {
        let wrong = |(position, &value): (usize, &f64)| {
            let wrong = if value < 0.0 || self.barred[self.basis[position]] {
                value
            } else {
                0.0
            };
            (wrong.abs() > NOTHING).then_some((position, wrong))
        };
        let all = self.values.iter().enumerate().filter_map(wrong);
        all.max_by(|a, b| a.1.abs().total_cmp(&b.1.abs()))
            .map(|(position, wrong)| (position, wrong.signum()))
    }

    /// The free column whose reduced cost is used up first, with that cost and its pivot; of those nearly as near the one
    /// with the largest pivot.
    fn entering(&self, position: usize, sign: f64) -> Option<(usize, f64, f64)> {
        let own = &self.inverse[position];
        let mut near: Vec<(usize, f64, f64)> = Vec::new();
        for column in 0..self.columns.len() {
            if self.barred[column] || self.is_basic[column] {
                continue;
            }
            let (mut pivot, mut reduced) = (0.0, self.costs[column]);
            for &(row, entry) in &self.columns[column] {
                pivot += entry * own[row];
                reduced -= entry * self.duals[row];
            }
            if sign * pivot > SMALLEST_PIVOT {
                near.push((column, reduced.max(0.0), pivot));
            }
        }
        let reach = near.iter().map(|it| (it.1 + NOTHING) / it.2.abs());
        let reach = reach.min_by(f64::total_cmp)?;
        let near = near.into_iter().filter(|it| it.1 / it.2.abs() <= reach);
        near.max_by(|a, b| a.2.abs().total_cmp(&b.2.abs()))
    }

    fn exchange(&mut self, position: usize, column: usize) {
        let mut direction = vec![0.0; self.basis.len()];
        for (sum, own) in direction.iter_mut().zip(&self.inverse) {
            *sum = self.columns[column]
                .iter()
                .map(|&(row, it)| it * own[row])
                .sum();
        }
        let pivot = direction[position];
        let mut own = std::mem::take(&mut self.inverse[position]);
        own.iter_mut().for_each(|it| *it /= pivot);
        let reach = self.values[position] / pivot;
        for (at, &loss) in direction.iter().enumerate() {
            if at == position || loss == 0.0 {
                continue;
            }
            self.values[at] -= loss * reach;
            for (entry, it) in self.inverse[at].iter_mut().zip(&own) {
                *entry -= loss * it;
            }
        }
        self.values[position] = reach;
        self.inverse[position] = own;
        self.is_basic[self.basis[position]] = false;
        self.is_basic[column] = true;
        self.basis[position] = column;
    }
}
