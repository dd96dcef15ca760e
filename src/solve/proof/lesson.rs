//! Levels that the lesson program has priced, as blocks: the same numbers.

use crate::proof::{Block, Prices, Step};

use super::super::lesson::Priced;
use super::name;

/// The block of a level, of the open demands alone.
pub fn block(priced: &Priced, open: &[usize]) -> Option<Block> {
    let multipliers = priced.multipliers.iter();
    let multipliers = multipliers.filter_map(|&(level, times)| Some((name(level)?, times.into())));
    let prices = Prices {
        divisor: priced.divisor,
        multipliers: multipliers.collect(),
        of_lots: open.iter().map(|&it| priced.prices[it].into()).collect(),
    };
    Some(Block {
        level: name(priced.level)?,
        steps: vec![Step::Prices(prices)],
    })
}
