//! The bound of one level, given the values of those above: whole numbers only.

use super::super::cost::Weights;
use super::super::instance::Instance;
use super::super::levels::{Level, Levels};
use super::super::prices::{Leaf, Market, SCALE};

/// Prices and multipliers that bound one level of a component: whatever a roster has at the levels above, `divisor` times
/// this level and each multiplier times its level are together at least what the prices come to, person by person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Priced {
    /// The component's demands, as positions among the instance's.
    pub demands: Vec<usize>,
    /// What is bounded.
    pub level: Level,
    /// Prices and multipliers are multiples of 1 by this.
    pub divisor: i64,
    /// Of levels above.
    pub multipliers: Vec<(Level, i64)>,
    /// What a seat of each demand pays.
    pub prices: Vec<i64>,
    /// The least that all levels, so multiplied, can come to.
    pub least: i128,
}

impl Priced {
    /// Counts what these prices prove; `None` where a person's day has too many different times.
    pub fn count(self, instance: &Instance) -> Option<Self> {
        let least = self.least_in(instance)?;
        Some(Self { least, ..self })
    }

    fn least_in(&self, instance: &Instance) -> Option<i128> {
        let market = Market::new(instance, &self.demands, self.weights())?;
        let scaled = |&price: &i64| SCALE * i128::from(price);
        let leaf = Leaf {
            fixed: Vec::new(),
            prices: self.prices.iter().map(scaled).collect(),
        };
        // Whole prices make whole sums.
        Some(market.bound(&leaf)?.div_euclid(SCALE))
    }

    fn weights(&self) -> Weights {
        let own = (self.level, self.divisor);
        Weights::sum(self.multipliers.iter().copied().chain([own]))
    }

    /// Does a count give the same again?
    pub fn holds(&self, instance: &Instance) -> bool {
        self.divisor > 0 && self.least_in(instance) == Some(self.least)
    }

    /// What the level has at least where those above have these values.
    pub fn bound(&self, above: &Levels) -> i64 {
        let paid =
            |&(level, times): &(Level, i64)| i128::from(times) * i128::from(above.get(level));
        let rest = self.least - self.multipliers.iter().map(paid).sum::<i128>();
        let divisor = i128::from(self.divisor);
        let bound = -(-rest).div_euclid(divisor);
        i64::try_from(bound.max(0)).unwrap_or(i64::MAX)
    }
}
