//! What prices of rows prove, counted in whole numbers.
//!
//! Whatever the prices y of the rows (those of rows that say "at most" are no more than 0), Σ y·b plus, of each column, the least
//! that its cost less its rows' prices can add is a bound. A general solver finds good prices in floating point; here they
//! are whole multiples of 1/D, and the sum is exact. A wrong digit makes the bound worse, never false.

use crate::solve::budget::Stop;
use crate::solve::linear::{Row, dual};

use super::program::Open;

/// Parts of one that prices are whole multiples of, the simplest first.
const PARTS: [i128; 4] = [1, 2, 12, 5_040];

/// Much more than a whole level's value: what a general solver pays for passing a level above.
const PASSING: f64 = 1e4;

/// A bound, and what it leaves to each column.
#[derive(Debug, Clone, PartialEq)]
pub struct Priced {
    /// No choice is below.
    pub bound: i64,
    /// D.
    pub parts: i128,
    /// D times the bound before it was rounded up.
    pub sum: i128,
    /// D times each column's cost less its rows' prices.
    pub reduced: Vec<i128>,
    /// Values in floating point that the prices go with.
    pub values: Vec<f64>,
}

impl Open<'_> {
    /// The best bound of rounded prices; the first that reaches `value` is best. `None` where the arithmetic fails.
    pub fn priced(&self, value: i64, stop: Stop<'_>) -> Option<Priced> {
        let optimum = self.relaxed().solve(stop)?;
        let mut best: Option<Priced> = None;
        for parts in PARTS {
            let priced = self.rounded(&optimum, parts);
            let is_better = best
                .as_ref()
                .is_none_or(|best| priced.sum * best.parts > best.sum * priced.parts);
            if is_better {
                let is_enough = priced.bound >= value;
                best = Some(priced);
                if is_enough {
                    break;
                }
            }
        }
        best
    }

    /// The program without whole numbers. Levels above may be passed, at a price, so that something is always found.
    fn relaxed(&self) -> dual::Program {
        #[expect(
            clippy::cast_precision_loss,
            reason = "what the solver says is counted again in whole numbers"
        )]
        let float = |number: i64| number as f64;
        let mut costs: Vec<f64> = self.costs.iter().map(|&cost| float(cost)).collect();
        let mut rows = Vec::new();
        let first_held = self.rows.len() - self.held;
        for (at, row) in self.rows.iter().enumerate() {
            let terms = row.terms.iter();
            let mut terms: Vec<(u32, f64)> = terms
                .map(|&(column, factor)| (column as u32, float(factor)))
                .collect();
            if at >= first_held {
                terms.push((costs.len() as u32, -1.0));
                costs.push(PASSING);
            }
            rows.push(dual::Row {
                terms,
                is_equal: row.is_equal,
                most: float(row.most),
            });
        }
        for (column, rise) in self.unbounded() {
            rows.push(dual::Row {
                terms: vec![(column as u32, 1.0)],
                is_equal: false,
                most: f64::from(rise),
            });
        }
        dual::Program { costs, rows }
    }

    /// Columns that no row keeps from rising too far.
    fn unbounded(&self) -> Vec<(usize, u32)> {
        let rises = self.rises();
        let mut is_bounded = vec![false; rises.len()];
        for row in &self.rows {
            if row.terms.iter().all(|&(_, factor)| factor > 0) {
                for &(column, factor) in &row.terms {
                    is_bounded[column] |= row.most <= factor * i64::from(rises[column]);
                }
            }
        }
        let all = rises.into_iter().enumerate();
        all.filter(|&(column, _)| !is_bounded[column]).collect()
    }

    /// The bound of choices of one among several: of each, the cheapest, whatever the other rows say.
    pub fn simply_priced(&self) -> Priced {
        let mut left = self.costs.clone();
        let mut prices = vec![0; self.rows.len()];
        for (row, price) in self.rows.iter().zip(&mut prices) {
            let is_choice = row.is_equal && row.most == 1 && row.terms.iter().all(|it| it.1 == 1);
            let cheapest = row.terms.iter().map(|&(column, _)| left[column]).min();
            let Some(cheapest) = cheapest.filter(|&it| is_choice && it > 0) else {
                continue;
            };
            *price = i128::from(cheapest);
            for &(column, _) in &row.terms {
                left[column] -= cheapest;
            }
        }
        self.proven(&prices, 1)
    }

    /// What these prices prove, as multiples of 1/`parts`.
    fn rounded(&self, optimum: &dual::Optimum, parts: i128) -> Priced {
        let price = |(row, &dual): (&Row, &f64)| {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_precision_loss,
                reason = "prices are far below 2^63; a wrong one makes the bound worse, never false"
            )]
            let price = i128::from((dual * parts as f64).round() as i64);
            if row.is_equal { price } else { price.min(0) }
        };
        let prices: Vec<i128> = self.rows.iter().zip(&optimum.duals).map(price).collect();
        let mut priced = self.proven(&prices, parts);
        priced.values = optimum.values[..self.columns.len()].to_vec();
        priced
    }

    /// The bound of rows' prices, each a multiple of 1/`parts`.
    fn proven(&self, prices: &[i128], parts: i128) -> Priced {
        let costs = self.costs.iter();
        let mut reduced: Vec<i128> = costs.map(|&cost| i128::from(cost) * parts).collect();
        let mut sum = i128::from(self.base) * parts;
        for (row, price) in self.rows.iter().zip(prices) {
            sum += price * i128::from(row.most);
            for &(column, factor) in &row.terms {
                reduced[column] -= price * i128::from(factor);
            }
        }
        // What lowest values cost is in `base`, and what they add to rows is not in `most`.
        for (&reduced, rise) in reduced.iter().zip(self.rises()) {
            sum += reduced.min(0) * i128::from(rise);
        }
        let up = sum.div_euclid(parts) + i128::from(sum.rem_euclid(parts) != 0);
        Priced {
            bound: i64::try_from(up).unwrap_or(i64::MIN),
            parts,
            sum,
            reduced,
            values: Vec::new(),
        }
    }
}
