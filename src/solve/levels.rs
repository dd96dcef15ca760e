//! The objective as one vector, compared lexicographically: every level of every role in its order.

use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};

use crate::domain::{Objective, Role, RuleCode, RuleSet};

/// Where the entries of the vector begin: unfilled of each role, changed, each rule, lessons lost, load squares and lesson squares of
/// each role.
const CHANGED: usize = Role::COUNT;
const AVOIDED: usize = CHANGED + 1;
const LESSONS_LOST: usize = AVOIDED + RuleCode::ALL.len();
const LOAD_SQUARES: usize = LESSONS_LOST + 1;
const LESSON_SQUARES: usize = LOAD_SQUARES + Role::COUNT;
const LEN: usize = LESSON_SQUARES + Role::COUNT;

/// One entry of the objective.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Level 1 of a role.
    Unfilled(Role),
    /// Duties that somebody takes on anew when a roster is repaired; nothing when it is made afresh.
    Changed,
    /// Level 2 of a rule.
    Avoided(RuleCode),
    /// Level 3.
    LessonsLost,
    /// Level 4 of a role.
    LoadSquares(Role),
    /// Level 5 of a role.
    LessonSquares(Role),
}

impl Level {
    /// Every level, from the most to the least important.
    pub fn all() -> impl Iterator<Item = Level> {
        Role::ALL
            .into_iter()
            .map(Level::Unfilled)
            .chain([Level::Changed])
            .chain(RuleCode::ALL.into_iter().map(Level::Avoided))
            .chain([Level::LessonsLost])
            .chain(Role::ALL.into_iter().map(Level::LoadSquares))
            .chain(Role::ALL.into_iter().map(Level::LessonSquares))
    }

    /// Belongs to levels 1–4 (and what is changed), those that `optimal` speaks of.
    pub fn decides_status(self) -> bool {
        !matches!(self, Level::LessonSquares(_))
    }

    /// Belongs to levels 1–3 (and what is changed).
    pub fn is_above_spread(self) -> bool {
        !matches!(self, Level::LoadSquares(_) | Level::LessonSquares(_))
    }

    /// Which of levels 1–4 it belongs to; `None` for what only counts changes, or does not decide.
    pub fn number(self) -> Option<u8> {
        match self {
            Level::Unfilled(_) => Some(1),
            Level::Avoided(_) => Some(2),
            Level::LessonsLost => Some(3),
            Level::LoadSquares(_) => Some(4),
            Level::Changed | Level::LessonSquares(_) => None,
        }
    }

    fn index(self) -> usize {
        match self {
            Level::Unfilled(role) => role as usize,
            Level::Changed => CHANGED,
            Level::Avoided(code) => AVOIDED + code as usize,
            Level::LessonsLost => LESSONS_LOST,
            Level::LoadSquares(role) => LOAD_SQUARES + role as usize,
            Level::LessonSquares(role) => LESSON_SQUARES + role as usize,
        }
    }
}

/// An amount at every level; ordered by the first difference. Sums of independent parts keep that order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Levels([i64; LEN]);

impl Default for Levels {
    fn default() -> Self {
        Self([0; LEN])
    }
}

impl Levels {
    /// `amount` at one level, nothing elsewhere.
    pub fn single(level: Level, amount: i64) -> Self {
        let mut levels = Self::default();
        levels.0[level.index()] = amount;
        levels
    }

    /// The amount at a level.
    pub fn get(&self, level: Level) -> i64 {
        self.0[level.index()]
    }

    /// Sets the amount at a level.
    pub fn set(&mut self, level: Level, amount: i64) {
        self.0[level.index()] = amount;
    }

    /// What one duty costs at levels 2 and 3.
    pub fn of_duty(avoided: RuleSet, lost: u32) -> Self {
        let mut levels = Self::single(Level::LessonsLost, i64::from(lost));
        for code in avoided.iter() {
            levels.0[Level::Avoided(code).index()] = 1;
        }
        levels
    }

    /// Levels 1–4 alone, with what is changed.
    pub fn deciding(mut self) -> Self {
        for level in Level::all().filter(|level| !level.decides_status()) {
            self.set(level, 0);
        }
        self
    }

    /// Levels 1–3 alone, with what is changed.
    pub fn above_spread(mut self) -> Self {
        for level in Level::all().filter(|level| !level.is_above_spread()) {
            self.set(level, 0);
        }
        self
    }

    /// This bound as far as it says anything of a roster of that value: at the first level that differs, rosters in
    /// between may have anything below.
    pub fn up_to_gap(mut self, value: &Self) -> Self {
        let gap = Level::all().find(|&level| self.get(level) != value.get(level));
        for level in Level::all().filter(|&level| gap.is_some_and(|gap| level > gap)) {
            self.set(level, 0);
        }
        self
    }

    /// As the public objective; entries are sums of counts and never negative.
    pub fn to_objective(self) -> Objective {
        let at = |level: Level| self.get(level).max(0).unsigned_abs();
        let mut objective = Objective {
            lessons_lost: at(Level::LessonsLost),
            ..Objective::default()
        };
        for role in Role::ALL {
            objective.unfilled[role] = at(Level::Unfilled(role));
            objective.load_squares[role] = at(Level::LoadSquares(role));
            objective.lesson_squares[role] = at(Level::LessonSquares(role));
        }
        objective.avoided = RuleCode::ALL
            .into_iter()
            .map(|code| (code, at(Level::Avoided(code))))
            .filter(|&(_, count)| count > 0)
            .collect();
        objective
    }
}

impl AddAssign for Levels {
    fn add_assign(&mut self, other: Self) {
        for (mine, theirs) in self.0.iter_mut().zip(other.0) {
            *mine += theirs;
        }
    }
}

impl SubAssign for Levels {
    fn sub_assign(&mut self, other: Self) {
        for (mine, theirs) in self.0.iter_mut().zip(other.0) {
            *mine -= theirs;
        }
    }
}

impl Add for Levels {
    type Output = Self;
    fn add(mut self, other: Self) -> Self {
        self += other;
        self
    }
}

impl Sub for Levels {
    type Output = Self;
    fn sub(mut self, other: Self) -> Self {
        self -= other;
        self
    }
}

impl Neg for Levels {
    type Output = Self;
    fn neg(self) -> Self {
        Self::default() - self
    }
}
