//! Small models with levels: values made least one after the other, those above held, each with a bound counted in integers.
//!
//! A model is rows of whole numbers ([`Model`]). At each level the columns that are still open fall into parts that share
//! no row; of each part, prices found by a general solver ([`crate::solve::linear`]) are rounded, and what they prove is counted
//! again in whole numbers ([`priced`]). What a solver suggests as values is held against every row before it counts. A level is
//! proven where value and bound meet; what cannot differ any more is fixed before the next. Where a level stays open, nothing is
//! claimed of those below.

mod branch;
mod model;
mod parts;
mod priced;
mod program;

use crate::solve::budget::Stop;
use crate::solve::linear::Engine;

pub use model::{Model, Sum};
use parts::Part;
use priced::Priced;
use program::Open;

/// A level's value, and what no choice of values can be below, given the levels above.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reached {
    /// Of these values.
    pub value: i64,
    /// Of any.
    pub bound: i64,
}

/// What is found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Of each column.
    pub values: Vec<u32>,
    /// Of each level.
    pub levels: Vec<Reached>,
}

/// How long to look.
#[derive(Clone, Copy)]
pub struct Effort<'a> {
    /// Asked between steps: stop now?
    pub stop: Stop<'a>,
    /// Seconds of a general solver for one part and level.
    pub seconds: f64,
    /// Cases into which one part and level may be split.
    pub cases: usize,
}

/// Lowest and highest value of a column.
type Range = (u32, u32);

/// Makes level after level least, beginning with values that keep every row.
pub fn solve(model: &Model, start: Vec<u32>, effort: Effort<'_>) -> Found {
    let mut search = Search {
        model,
        ranges: model.most.iter().map(|&most| (0, most)).collect(),
        held: Vec::new(),
        values: start,
        effort,
    };
    model.settle_tallies(&mut search.values);
    let mut levels = Vec::new();
    let mut is_open = false;
    for level in 0..model.levels.len() {
        let mut bound = search.level(level);
        let value = model.value(level, &search.values);
        if is_open {
            bound = model.lowest(level);
        }
        is_open |= value != bound;
        levels.push(Reached { value, bound });
    }
    Found {
        values: search.values,
        levels,
    }
}

struct Search<'a> {
    model: &'a Model,
    ranges: Vec<Range>,
    /// Sums of levels above, each of one part, and their values.
    held: Vec<(Sum, i64)>,
    values: Vec<u32>,
    effort: Effort<'a>,
}

impl Search<'_> {
    /// Makes the level least; its bound.
    fn level(&mut self, level: usize) -> i64 {
        let parts = parts::of(self.model, (level, &self.ranges, &self.held));
        let cost = self.model.costs(level);
        let mut bound = 0;
        for (column, &cost) in cost.iter().enumerate() {
            if self.is_fixed(column) {
                bound += cost * i64::from(self.ranges[column].0);
            }
        }
        for part in &parts {
            bound += self.part(part, &cost);
        }
        self.model.settle_tallies(&mut self.values);
        bound
    }

    fn is_fixed(&self, column: usize) -> bool {
        self.ranges[column].0 == self.ranges[column].1
    }

    /// Makes one part least, fixes what cannot differ, and holds the value; the bound.
    fn part(&mut self, part: &Part, cost: &[i64]) -> i64 {
        let sum: Sum = part
            .columns
            .iter()
            .map(|&column| (column, cost[column]))
            .filter(|&(_, cost)| cost != 0)
            .collect();
        if sum.is_empty() {
            return 0;
        }
        let lowest = lowest(&sum, &self.ranges);
        let value = |values: &[u32]| -> i64 { dot(&sum, values) };
        if value(&self.values) == lowest {
            self.fix_at_lowest(&sum);
            return lowest;
        }
        let open = Open::of(self.model, part, (&self.ranges, &self.held, &sum));
        let simple = open.simply_priced();
        if value(&self.values) == simple.bound {
            // Only rows that say "just so much" have a price: whoever is left has just this value.
            self.fix_by_prices(&open, &simple, simple.bound);
            return simple.bound;
        }
        let lowest = lowest.max(simple.bound);
        let priced = open.priced(value(&self.values), self.effort.stop);
        let mut bound = priced.as_ref().map_or(lowest, |it| it.bound.max(lowest));
        if value(&self.values) > bound {
            open.improve(&mut self.values, (Engine::default(), self.effort.seconds));
        }
        if value(&self.values) > bound {
            bound = branch::bound(&open, &mut self.values, self.effort).max(bound);
        }
        let least = value(&self.values);
        if let Some(priced) = priced {
            self.fix_by_prices(&open, &priced, least);
        }
        if sum.iter().any(|&(column, _)| !self.is_fixed(column)) {
            self.held.push((sum, least));
        }
        bound
    }

    /// All columns of the sum are as low as can be: so they are in every choice with this value.
    fn fix_at_lowest(&mut self, sum: &Sum) {
        for &(column, cost) in sum {
            let (low, high) = self.ranges[column];
            let at = if cost > 0 { low } else { high };
            self.ranges[column] = (at, at);
        }
    }

    /// A column whose price is more than what is left between value and prices' sum cannot move.
    fn fix_by_prices(&mut self, open: &Open<'_>, priced: &Priced, value: i64) {
        let left = i128::from(value) * priced.parts - priced.sum;
        for (&column, &reduced) in open.columns.iter().zip(&priced.reduced) {
            let (low, high) = self.ranges[column];
            if reduced > left {
                self.ranges[column] = (low, low);
            } else if -reduced > left {
                self.ranges[column] = (high, high);
            }
        }
    }
}

fn dot(sum: &Sum, values: &[u32]) -> i64 {
    sum.iter()
        .map(|&(column, cost)| cost * i64::from(values[column]))
        .sum()
}

/// What the sum cannot be below within the ranges, whatever the rows say.
fn lowest(sum: &Sum, ranges: &[Range]) -> i64 {
    sum.iter()
        .map(|&(column, cost)| {
            let (low, high) = ranges[column];
            cost * i64::from(if cost > 0 { low } else { high })
        })
        .sum()
}
