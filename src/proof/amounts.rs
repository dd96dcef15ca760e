//! Numbers for all levels at once.

use std::ops::{Add, Index, IndexMut, Mul, Sub};

use super::Level;

/// An amount at every level. Of two, the first level at which they differ decides, as in the objective; so sums of parts
/// are compared as the parts are, and no level ever needs a weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Amounts([i128; Level::COUNT]);

impl Amounts {
    /// Nothing at any level.
    pub const NONE: Self = Self([0; Level::COUNT]);

    /// More than anything costs.
    pub const MOST: Self = {
        let mut amounts = Self::NONE;
        amounts.0[0] = i64::MAX as i128;
        amounts
    };

    /// That at one level, nothing elsewhere.
    pub fn at(level: Level, amount: i128) -> Self {
        let mut amounts = Self::NONE;
        amounts[level] = amount;
        amounts
    }

    /// The first level at which there is something.
    pub fn first(&self) -> Option<Level> {
        Level::all().find(|&level| self[level] != 0)
    }
}

impl FromIterator<(Level, i128)> for Amounts {
    fn from_iter<T: IntoIterator<Item = (Level, i128)>>(all: T) -> Self {
        let mut amounts = Self::NONE;
        for (level, amount) in all {
            amounts[level] += amount;
        }
        amounts
    }
}

impl Index<Level> for Amounts {
    type Output = i128;

    fn index(&self, level: Level) -> &i128 {
        &self.0[level.index()]
    }
}

impl IndexMut<Level> for Amounts {
    fn index_mut(&mut self, level: Level) -> &mut i128 {
        &mut self.0[level.index()]
    }
}

impl Add for Amounts {
    type Output = Self;

    fn add(mut self, other: Self) -> Self {
        self.0.iter_mut().zip(other.0).for_each(|it| *it.0 += it.1);
        self
    }
}

impl Sub for Amounts {
    type Output = Self;

    fn sub(mut self, other: Self) -> Self {
        self.0.iter_mut().zip(other.0).for_each(|it| *it.0 -= it.1);
        self
    }
}

impl Mul<i128> for Amounts {
    type Output = Self;

    fn mul(self, times: i128) -> Self {
        Self(self.0.map(|amount| amount * times))
    }
}
