//! Costs on the network's arcs: one machine word where the levels fit into it, else two, else the vector itself.

use std::fmt::Debug;
use std::ops::{Add, AddAssign, Neg, Sub};

use super::levels::{Level, Levels};

/// An ordered group: all that potentials and reduced costs need.
pub trait Cost:
    Copy
    + Ord
    + Default
    + Debug
    + Send
    + Sync
    + Add<Output = Self>
    + Sub<Output = Self>
    + Neg<Output = Self>
    + AddAssign
{
    /// The cost, `count` times.
    fn times(self, count: i64) -> Self;
}

impl Cost for i64 {
    fn times(self, count: i64) -> Self {
        self * count
    }
}

impl Cost for i128 {
    fn times(self, count: i64) -> Self {
        self * Self::from(count)
    }
}

impl Cost for Levels {
    fn times(self, count: i64) -> Self {
        let mut product = self;
        for level in Level::all() {
            product.set(level, self.get(level) * count);
        }
        product
    }
}

/// How levels become a cost of type `C`, and back.
pub trait Packing<C: Cost>: Sync {
    /// The cost of these levels.
    fn pack(&self, levels: Levels) -> C;
    /// The levels of a cost that is a sum of packed, non-negative levels.
    fn unpack(&self, cost: C) -> Levels;
    /// The cost in a unit that has no level 5: what remains of a sum of costs and their negatives when it is dropped.
    fn truncate(&self, cost: C) -> C;
    /// The levels of a truncated cost, or of a potential: a difference of such costs.
    fn unpack_truncated(&self, cost: C) -> Levels;
}

/// Levels kept as they are.
pub struct Unpacked;

impl Packing<Levels> for Unpacked {
    fn pack(&self, levels: Levels) -> Levels {
        levels
    }

    fn unpack(&self, cost: Levels) -> Levels {
        cost
    }

    fn truncate(&self, cost: Levels) -> Levels {
        cost.deciding()
    }

    fn unpack_truncated(&self, cost: Levels) -> Levels {
        cost
    }
}

/// A number that mixed-radix digits fit into.
pub trait Word: Cost + From<i64> {
    /// The product, where it fits.
    fn product(self, other: Self) -> Option<Self>;
    /// Quotient and remainder, the remainder never negative.
    fn divided(self, by: Self) -> (Self, Self);
    /// A digit as the amount of a level; beyond what a level holds, the largest amount.
    fn amount(self) -> i64;
}

impl Word for i64 {
    fn product(self, other: Self) -> Option<Self> {
        self.checked_mul(other)
    }

    fn divided(self, by: Self) -> (Self, Self) {
        (self.div_euclid(by), self.rem_euclid(by))
    }

    fn amount(self) -> i64 {
        self
    }
}

impl Word for i128 {
    fn product(self, other: Self) -> Option<Self> {
        self.checked_mul(other)
    }

    fn divided(self, by: Self) -> (Self, Self) {
        (self.div_euclid(by), self.rem_euclid(by))
    }

    fn amount(self) -> i64 {
        i64::try_from(self).unwrap_or(i64::MAX)
    }
}

/// Levels as digits of one word in a mixed radix: exact as long as no total exceeds its level's greatest value.
pub struct MixedRadix<W> {
    /// Level and weight, most important first.
    digits: Vec<(Level, W)>,
    /// Weight of the least of levels 1–4.
    unit: W,
}

/// Potentials are sums of arc costs and their negatives: their last digits stray below and above those of totals by no
/// more than this many times the greatest total.
const STRAY: i64 = 8;

/// Digits from minus the greatest total to the greatest total, so that differences can be read as well.
fn radix(greatest: i64) -> Option<i64> {
    greatest.checked_mul(2)?.checked_add(1)
}

impl<W: Word> MixedRadix<W> {
    /// A radix for totals up to `greatest`, or `None` where sums of them would not fit into a word.
    pub fn new(greatest: &Levels) -> Option<Self> {
        let used: Vec<Level> = Level::all()
            .filter(|&level| greatest.get(level) > 0)
            .collect();
        let mut weight = W::from(1);
        let mut unit = None;
        let mut digits = Vec::with_capacity(used.len());
        for &level in used.iter().rev() {
            if level.decides_status() && unit.is_none() {
                let stray = if digits.is_empty() { 1 } else { STRAY };
                weight = weight.product(W::from(stray))?;
                unit = Some(weight);
            }
            digits.push((level, weight));
            weight = weight.product(W::from(radix(greatest.get(level))?))?;
        }
        weight.product(W::from(STRAY * STRAY))?;
        digits.reverse();
        let unit = unit.unwrap_or(weight);
        Some(Self { digits, unit })
    }

    fn digits_of(&self, cost: W, unit: W) -> Levels {
        let mut levels = Levels::default();
        let mut rest = cost;
        for &(level, weight) in self.digits.iter().filter(|&&(_, weight)| weight >= unit) {
            let weight = weight.divided(unit).0;
            let half = weight.divided(W::from(2)).0;
            let (digit, below) = (rest + half).divided(weight);
            levels.set(level, digit.amount());
            rest = below - half;
        }
        levels
    }
}

impl<W: Word> Packing<W> for MixedRadix<W> {
    fn pack(&self, levels: Levels) -> W {
        let mut packed = W::default();
        for &(level, weight) in &self.digits {
            packed += weight.times(levels.get(level));
        }
        packed
    }

    fn unpack(&self, cost: W) -> Levels {
        self.digits_of(cost, W::from(1))
    }

    fn truncate(&self, cost: W) -> W {
        (cost + self.unit.divided(W::from(2)).0)
            .divided(self.unit)
            .0
    }

    fn unpack_truncated(&self, cost: W) -> Levels {
        self.digits_of(cost, self.unit)
    }
}

/// Levels 1–4 as digits of one wide word, for prices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weights(Vec<(Level, i128)>);

/// Prices are found by search: their digits stray farther than those of potentials.
const PRICES: i128 = 16;

/// Bits that totals may take, so that multiples of them still fit.
const WIDE: u32 = 90;

impl Weights {
    /// Weights for totals up to `greatest` and differences of them, or `None` where they would be too large.
    pub fn new(greatest: &Levels) -> Option<Self> {
        Self::of(greatest, 1, Level::decides_status)
    }

    /// The same for the levels above an even spread alone, the least of which has the weight `unit`.
    pub fn above_spread(greatest: &Levels, unit: i128) -> Option<Self> {
        Self::of(greatest, unit, Level::is_above_spread)
    }

    fn of(greatest: &Levels, unit: i128, counts: fn(Level) -> bool) -> Option<Self> {
        let used: Vec<Level> = Level::all()
            .filter(|&level| counts(level) && greatest.get(level) > 0)
            .collect();
        let mut weight = unit;
        let mut digits = Vec::with_capacity(used.len());
        for &level in used.iter().rev() {
            digits.push((level, weight));
            weight = weight.checked_mul(PRICES * i128::from(radix(greatest.get(level))?))?;
        }
        digits.reverse();
        (weight < 1 << WIDE).then_some(Self(digits))
    }

    /// Every level times a number, whatever their order: not to be unpacked.
    pub fn sum(times: impl Iterator<Item = (Level, i64)>) -> Self {
        Self(times.map(|(level, times)| (level, times.into())).collect())
    }

    /// The weighted sum.
    pub fn pack(&self, levels: &Levels) -> i128 {
        self.0
            .iter()
            .map(|&(level, weight)| i128::from(levels.get(level)) * weight)
            .sum()
    }

    /// The levels of a total.
    pub fn unpack(&self, total: i128) -> Levels {
        let mut levels = Levels::default();
        let mut rest = total;
        for &(level, weight) in &self.0 {
            let digit = i64::try_from(rest.div_euclid(weight)).unwrap_or(i64::MAX);
            levels.set(level, digit);
            rest = rest.rem_euclid(weight);
        }
        levels
    }

    /// The levels of a price, which is a multiple of 1/`divisor`: at every level the whole number that leaves least to
    /// the levels below; and what is left in the end.
    pub fn nearest(&self, price: i128, divisor: i128) -> (Levels, i128) {
        let mut levels = Levels::default();
        let mut rest = price;
        for &(level, weight) in &self.0 {
            let unit = weight * divisor;
            let digit = (2 * rest + unit).div_euclid(2 * unit);
            rest -= digit * unit;
            levels.set(level, i64::try_from(digit).unwrap_or(i64::MAX));
        }
        (levels, rest)
    }

    /// Levels and weights, the most important first.
    pub fn digits(&self) -> impl Iterator<Item = (Level, i128)> {
        self.0.iter().copied()
    }

    /// The least important level.
    pub fn least(&self) -> Option<Level> {
        self.0.last().map(|&(level, _)| level)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Role;

    fn sample() -> (MixedRadix<i64>, Levels) {
        let mut greatest = Levels::single(Level::Unfilled(Role::Proctor), 9);
        greatest.set(Level::LessonsLost, 3);
        greatest.set(Level::LoadSquares(Role::Proctor), 100);
        greatest.set(Level::LessonSquares(Role::Proctor), 50);
        let mut levels = Levels::single(Level::Unfilled(Role::Proctor), 2);
        levels.set(Level::LoadSquares(Role::Proctor), 77);
        levels.set(Level::LessonSquares(Role::Proctor), 50);
        (MixedRadix::new(&greatest).unwrap(), levels)
    }

    #[test]
    fn a_packed_total_unpacks_to_the_same_levels() {
        let (radix, levels) = sample();
        assert_eq!(radix.unpack(radix.pack(levels)), levels);
        let lost = radix.pack(Levels::single(Level::LessonsLost, 1));
        assert!(lost > radix.pack(Levels::single(Level::LoadSquares(Role::Proctor), 100)));
    }

    #[test]
    fn truncation_drops_level_five_from_totals_and_from_differences() {
        let (radix, levels) = sample();
        let cost = radix.pack(levels);
        assert_eq!(
            radix.unpack_truncated(radix.truncate(cost)),
            Unpacked.truncate(levels)
        );
        let lessons = radix.pack(Levels::single(Level::LessonSquares(Role::Proctor), 99));
        assert_eq!(radix.truncate(cost - lessons), radix.truncate(cost));
        assert_eq!(radix.truncate(-cost), -radix.truncate(cost));
    }

    #[test]
    fn levels_too_large_for_a_word_are_refused() {
        let mut greatest = Levels::default();
        for level in Level::all() {
            greatest.set(level, 1_000);
        }
        assert!(MixedRadix::<i64>::new(&greatest).is_none());
    }
}
