//! Numbers for all levels at once.

use std::ops::{Add, Index, IndexMut, Sub};

use super::Level;

/// An amount at every level. Of two, the first level at which they differ decides, as in the objective.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Amounts([i128; Level::COUNT]);

impl Amounts {
    /// Nothing at any level.
    pub const NONE: Self = Self([0; Level::COUNT]);

    /// More than there is of anything.
    pub const MOST: Self = Self([i64::MAX as i128; Level::COUNT]);

    /// That at one level, nothing elsewhere.
    pub fn at(level: Level, amount: i128) -> Self {
        let mut amounts = Self::NONE;
        amounts[level] = amount;
        amounts
    }

    /// These down to a level, and the most at all below it.
    #[must_use]
    pub fn most_below(self, level: Level) -> Self {
        let at = |it| if it > level { Self::MOST[it] } else { self[it] };
        Level::all().map(|it| (it, at(it))).collect()
    }

    /// The levels at which there is something, and how much.
    pub fn some(&self) -> impl Iterator<Item = (Level, i128)> + '_ {
        let all = Level::all().map(|level| (level, self[level]));
        all.filter(|it| it.1 != 0)
    }

    /// Of all levels together.
    pub fn total(&self) -> i128 {
        self.0.iter().sum()
    }

    /// What others come to where each level counts so many times.
    pub fn of(&self, others: &Self) -> i128 {
        let pairs = self.0.iter().zip(&others.0);
        pairs.map(|(times, amount)| times * amount).sum()
    }
}

impl Default for Amounts {
    fn default() -> Self {
        Self::NONE
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
        for (mine, theirs) in self.0.iter_mut().zip(other.0) {
            *mine += theirs;
        }
        self
    }
}

impl Sub for Amounts {
    type Output = Self;

    fn sub(mut self, other: Self) -> Self {
        for (mine, theirs) in self.0.iter_mut().zip(other.0) {
            *mine -= theirs;
        }
        self
    }
}
