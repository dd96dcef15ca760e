//! One part at one level as a program of its own: fixed columns are numbers, tallies and sums held are rows.

use crate::solve::linear::{Column, Engine, Found, Program, Row};

use super::parts::Part;
use super::{Model, Range, Sum, dot};

/// The part's columns, each from 0 on.
pub struct Open<'a> {
    model: &'a Model,
    /// The model's columns, ascending.
    pub columns: Vec<usize>,
    /// Where each begins and ends in the model.
    pub ranges: Vec<Range>,
    /// Rows over positions among `columns`, less what fixed columns and lowest values add.
    pub rows: Vec<Row>,
    /// How many of the rows, the last ones, hold levels above.
    pub held: usize,
    /// What is to be least, over the model's columns.
    pub sum: Sum,
    /// The same, by position; what lowest values add is `base`.
    pub costs: Vec<i64>,
    /// What the sum is where all columns are lowest.
    pub base: i64,
}

impl<'a> Open<'a> {
    /// The part's program.
    pub fn of(
        model: &'a Model,
        part: &Part,
        (ranges, held, sum): (&[Range], &[(Sum, i64)], &Sum),
    ) -> Self {
        let mut position = vec![usize::MAX; model.most.len()];
        for (at, &column) in part.columns.iter().enumerate() {
            position[column] = at;
        }
        let within = |terms: &mut dyn Iterator<Item = (usize, i64)>, most: i64, is_equal: bool| {
            let mut left = most;
            let mut own = Vec::new();
            for (column, factor) in terms {
                left -= factor * i64::from(ranges[column].0);
                if position[column] != usize::MAX {
                    own.push((position[column], factor));
                }
            }
            Row {
                terms: own,
                is_equal,
                most: left,
            }
        };
        let mut rows = Vec::new();
        for &at in &part.rows {
            let row = &model.rows[at];
            let mut terms = row.terms.iter().copied();
            rows.push(within(&mut terms, row.most, row.is_equal));
        }
        for &at in &part.tallies {
            let tally = &model.tallies[at];
            let of = tally.of.iter().map(|&column| (column, 1));
            let mut terms = of.chain(tally.steps.iter().map(|&step| (step, -1)));
            rows.push(within(&mut terms, 0, true));
        }
        for &at in &part.held {
            let (sum, value) = &held[at];
            rows.push(within(&mut sum.iter().copied(), *value, false));
        }
        let mut costs = vec![0; part.columns.len()];
        for &(column, cost) in sum {
            costs[position[column]] = cost;
        }
        let lows: Vec<Range> = part.columns.iter().map(|&it| ranges[it]).collect();
        let base = costs.iter().zip(&lows);
        Self {
            model,
            base: base.map(|(cost, range)| cost * i64::from(range.0)).sum(),
            columns: part.columns.clone(),
            ranges: lows,
            rows,
            held: part.held.len(),
            sum: sum.clone(),
            costs,
        }
    }

    /// The same within narrower ranges.
    pub fn within(&self, ranges: &[Range]) -> Self {
        let risen = ranges.iter().zip(&self.ranges);
        let risen: Vec<i64> = risen.map(|(new, old)| i64::from(new.0 - old.0)).collect();
        let less =
            |terms: &Sum| -> i64 { terms.iter().map(|&(at, factor)| factor * risen[at]).sum() };
        let row = |row: &Row| Row {
            most: row.most - less(&row.terms),
            ..row.clone()
        };
        let base: i64 = self
            .costs
            .iter()
            .zip(&risen)
            .map(|(cost, by)| cost * by)
            .sum();
        Self {
            model: self.model,
            columns: self.columns.clone(),
            ranges: ranges.to_vec(),
            rows: self.rows.iter().map(row).collect(),
            held: self.held,
            sum: self.sum.clone(),
            costs: self.costs.clone(),
            base: self.base + base,
        }
    }

    /// How far each column may rise.
    pub fn rises(&self) -> Vec<u32> {
        let rise = |&(low, high): &Range| high - low;
        self.ranges.iter().map(rise).collect()
    }

    /// What a general solver finds, where it keeps everything and is better.
    pub fn improve(&self, values: &mut Vec<u32>, how: (Engine, f64)) {
        let whole = |most: u32| Column {
            most,
            is_whole: true,
        };
        let program = Program {
            columns: self.rises().into_iter().map(whole).collect(),
            rows: self.rows.clone(),
        };
        let costs: Sum = self.costs.iter().copied().enumerate().collect();
        let costs: Sum = costs.into_iter().filter(|it| it.1 != 0).collect();
        if let Found::Least(found) | Found::Some(found) = program.least(&costs, how) {
            self.take(&found, values);
        }
    }

    /// Takes values over, rounded, where they keep every row and are better.
    pub fn take(&self, found: &[f64], values: &mut Vec<u32>) {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "clamped to a column's range, which is small"
        )]
        let whole = |(value, most): (&f64, u32)| value.round().clamp(0.0, f64::from(most)) as u32;
        let rounded: Vec<u32> = found.iter().zip(self.rises()).map(whole).collect();
        let keeps = |row: &Row| super::model::keeps(row, &rounded);
        if rounded.len() != self.columns.len() || !self.rows.iter().all(keeps) {
            return;
        }
        let mut candidate = values.clone();
        for ((&column, range), value) in self.columns.iter().zip(&self.ranges).zip(rounded) {
            candidate[column] = range.0 + value;
        }
        if dot(&self.sum, &candidate) < dot(&self.sum, values) && self.model.keeps(&candidate) {
            *values = candidate;
        }
    }
}
