//! What a few duties cost, or what exchanging them changes, at levels 2–5: small enough to be added and compared by the
//! million.

use std::ops::{AddAssign, SubAssign};

use crate::domain::{Role, RoleMap, RuleCode};

use super::super::instance::{Candidate, Demand};
use super::Amounts;

/// Whether duties are changes, and what they cost at levels 2 and 3, as one number: changes above rules, as digits of base
/// 8, above lessons lost. The sign of a sum is that of its first amount as long as no digit exceeds 7.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Upper(i128);

impl Upper {
    /// Where the rules' digits begin, and where they end.
    const RULES: u32 = 40;
    const CHANGED: u32 = Self::RULES + 3 * RuleCode::ALL.len() as u32;

    /// Of a duty.
    pub fn of(candidate: &Candidate) -> Self {
        let mut upper = Self(i128::from(candidate.lost));
        if candidate.changed {
            upper.0 += 1 << Self::CHANGED;
        }
        if !candidate.avoided.is_empty() {
            candidate.avoided.iter().for_each(|code| upper.avoid(code));
        }
        upper
    }

    /// Uses one more rule; the first is the most important.
    fn avoid(&mut self, code: RuleCode) {
        let digit = RuleCode::ALL.len() - 1 - code as usize;
        self.0 += 1 << (Self::RULES + 3 * digit as u32);
    }
}

/// Amounts at the levels of a few duties, ordered as the objective orders them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Step {
    upper: Upper,
    loads: RoleMap<i64>,
    lessons: RoleMap<i64>,
}

impl Step {
    /// Most duties of one sum, so that no digit exceeds 7 even where `checker-proctored` counts beside them.
    pub const DUTIES: usize = 3;

    /// Nothing changes.
    pub const NONE: Self = Self {
        upper: Upper(0),
        loads: RoleMap([0; Role::COUNT]),
        lessons: RoleMap([0; Role::COUNT]),
    };

    /// Uses one more rule.
    pub fn avoid(&mut self, code: RuleCode) {
        self.upper.avoid(code);
    }

    /// Adds what the duty adds to the squares of a person who has these amounts already, and whose square weighs so much.
    pub fn grow(&mut self, demand: &Demand, (Amounts { load, lessons }, weight): (Amounts, i64)) {
        let growth = |before: u32, more: u32| {
            let (before, more) = (i64::from(before), i64::from(more));
            more * (2 * before + more)
        };
        self.loads[demand.role] += weight * growth(load, demand.load);
        if demand.role.is_time_bound() {
            self.lessons[demand.role] += growth(lessons, demand.lessons);
        }
    }

    /// Adds what changes at the squares when somebody who has these amounts hands the duty to somebody who has those.
    pub fn pass(&mut self, demand: &Demand, from: (Amounts, i64), to: (Amounts, i64)) {
        let change = |(from, less): (u32, i64), (to, weight): (u32, i64), more: u32| {
            let (from, to, more) = (i64::from(from), i64::from(to), i64::from(more));
            more * (weight * (2 * to + more) - less * (2 * from - more))
        };
        self.loads[demand.role] += change((from.0.load, from.1), (to.0.load, to.1), demand.load);
        if demand.role.is_time_bound() {
            let (from, to) = ((from.0.lessons, 1), (to.0.lessons, 1));
            self.lessons[demand.role] += change(from, to, demand.lessons);
        }
    }

    /// Adds twice the product of two duties of one role, so many times: (a + b)² − a² − b² = 2ab. Loads count as many times
    /// as weights say, lessons as many times as people.
    pub fn meet(&mut self, (one, other): (&Demand, &Demand), (weights, people): (i64, i64)) {
        let product = |one: u32, other: u32| 2 * i64::from(one) * i64::from(other);
        self.loads[one.role] += weights * product(one.load, other.load);
        if one.role.is_time_bound() {
            self.lessons[one.role] += people * product(one.lessons, other.lessons);
        }
    }
}

impl AddAssign<Upper> for Step {
    fn add_assign(&mut self, other: Upper) {
        self.upper.0 += other.0;
    }
}

impl SubAssign<Upper> for Step {
    fn sub_assign(&mut self, other: Upper) {
        self.upper.0 -= other.0;
    }
}

impl AddAssign for Step {
    fn add_assign(&mut self, other: Self) {
        self.upper.0 += other.upper.0;
        for (mine, theirs) in self.loads.0.iter_mut().zip(other.loads.0) {
            *mine += theirs;
        }
        for (mine, theirs) in self.lessons.0.iter_mut().zip(other.lessons.0) {
            *mine += theirs;
        }
    }
}

impl SubAssign for Step {
    fn sub_assign(&mut self, other: Self) {
        self.upper.0 -= other.upper.0;
        for (mine, theirs) in self.loads.0.iter_mut().zip(other.loads.0) {
            *mine -= theirs;
        }
        for (mine, theirs) in self.lessons.0.iter_mut().zip(other.lessons.0) {
            *mine -= theirs;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{PersonId, RuleSet};

    #[test]
    fn an_earlier_rule_outweighs_all_later_ones_together() {
        let duty = |codes: &[RuleCode]| {
            Upper::of(&Candidate {
                person: PersonId::new(0),
                avoided: codes
                    .iter()
                    .copied()
                    .fold(RuleSet::default(), RuleSet::with),
                lost: 0,
                changed: false,
            })
        };
        for (at, &code) in RuleCode::ALL.iter().enumerate() {
            let mut change = Step::NONE;
            change += duty(&[code]);
            for _ in 0..7 {
                change -= duty(&RuleCode::ALL[at + 1..]);
            }
            assert!(change > Step::NONE, "{code:?}");
            change -= duty(&[code]);
            assert!(change <= Step::NONE, "{code:?}");
        }
    }
}
