//! A model: columns with whole values, rows that hold, and levels that are to be least.

use crate::solve::linear::Row;

/// Columns and their factors.
pub type Sum = Vec<(usize, i64)>;

/// A count whose every step has a column of its own: of `steps`, just so many are 1 as `of` adds up to, the first ones first.
///
/// Steps stand in levels only, each dearer than the one before: so a sum of squares is a sum of steps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// Columns that count one each.
    pub of: Vec<usize>,
    /// Columns of the steps; as many as the count can be.
    pub steps: Vec<usize>,
}

/// Columns from 0 on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Model {
    /// Highest value of each column.
    pub most: Vec<u32>,
    /// What holds.
    pub rows: Vec<Row>,
    /// Counts by steps.
    pub tallies: Vec<Tally>,
    /// What is to be least, the first before all others.
    pub levels: Vec<Sum>,
}

impl Model {
    /// One more column; its position.
    pub fn column(&mut self, most: u32) -> usize {
        self.most.push(most);
        self.most.len() - 1
    }

    /// One more row: at most so much.
    pub fn at_most(&mut self, terms: Sum, most: i64) {
        self.rows.push(Row {
            terms,
            is_equal: false,
            most,
        });
    }

    /// One more row: just so much.
    pub fn equal(&mut self, terms: Sum, most: i64) {
        self.rows.push(Row {
            terms,
            is_equal: true,
            most,
        });
    }

    /// The sum of squares of `before` + a count, as a sum of steps: each step's own cost.
    pub fn squares(&mut self, of: Vec<usize>, before: u32) -> Sum {
        let before = i64::from(before);
        let steps: Vec<usize> = of.iter().map(|_| self.column(1)).collect();
        let costs = steps.iter().zip(1_i64..);
        let sum = costs.map(|(&step, nth)| (step, 2 * (before + nth) - 1));
        let sum = sum.collect();
        self.tallies.push(Tally { of, steps });
        sum
    }

    /// Sets the steps of every tally to its count.
    pub fn settle_tallies(&self, values: &mut [u32]) {
        for tally in &self.tallies {
            let count: u32 = tally.of.iter().map(|&column| values[column]).sum();
            for (&step, nth) in tally.steps.iter().zip(0..) {
                values[step] = u32::from(nth < count);
            }
        }
    }

    /// What the level costs, column by column.
    pub fn costs(&self, level: usize) -> Vec<i64> {
        let mut costs = vec![0; self.most.len()];
        for &(column, cost) in &self.levels[level] {
            costs[column] += cost;
        }
        costs
    }

    /// The level's value.
    pub fn value(&self, level: usize, values: &[u32]) -> i64 {
        super::dot(&self.levels[level], values)
    }

    /// What the level is at least, whatever the rows say.
    pub fn lowest(&self, level: usize) -> i64 {
        let ranges: Vec<_> = self.most.iter().map(|&most| (0, most)).collect();
        super::lowest(&self.levels[level], &ranges)
    }

    /// Do these values keep every row, and every column its range?
    pub fn keeps(&self, values: &[u32]) -> bool {
        let within = values.len() == self.most.len()
            && values.iter().zip(&self.most).all(|(it, most)| it <= most);
        within && self.rows.iter().all(|row| keeps(row, values))
    }
}

/// Do the values keep the row?
pub fn keeps(row: &Row, values: &[u32]) -> bool {
    let left = super::dot(&row.terms, values);
    if row.is_equal {
        left == row.most
    } else {
        left <= row.most
    }
}
