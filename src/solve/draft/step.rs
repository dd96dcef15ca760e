//! What a few duties cost, or what exchanging them changes, at levels 2–5: small enough to be added and compared by the
//! million.

use std::ops::{AddAssign, SubAssign};

use crate::domain::{RoleMap, RuleCode};

use super::super::instance::{Candidate, Demand};

/// Amounts at the levels of a few duties, ordered as the objective orders them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Step {
    changed: i64,
    /// Rules used, as digits of base 8: the sign of a sum is that of its first digit as long as none exceeds 7.
    avoided: i64,
    lost: i64,
    loads: RoleMap<i64>,
    lessons: RoleMap<i64>,
}

impl Step {
    /// Most duties of one sum, so that no digit exceeds 7 even where `checker-proctored` counts beside them.
    pub const DUTIES: usize = 3;

    /// Nothing changes.
    pub const NONE: Self = Self {
        changed: 0,
        avoided: 0,
        lost: 0,
        loads: RoleMap([0; 4]),
        lessons: RoleMap([0; 4]),
    };

    /// Levels 2 and 3 of a duty, and whether it is a change.
    pub fn of_candidate(candidate: &Candidate) -> Self {
        let avoided = candidate.avoided.iter().map(digit).sum();
        Self {
            changed: i64::from(candidate.changed),
            avoided,
            lost: i64::from(candidate.lost),
            ..Self::NONE
        }
    }

    /// Uses one more rule.
    pub fn avoid(&mut self, code: RuleCode) {
        self.avoided += digit(code);
    }

    /// Adds what the duty adds to the squares of a person who has these amounts already.
    pub fn grow(&mut self, demand: &Demand, load: u32, lessons: u32) {
        let growth = |before: u32, more: u32| {
            let (before, more) = (i64::from(before), i64::from(more));
            more * (2 * before + more)
        };
        self.loads[demand.role] += growth(load, demand.load);
        if demand.role.is_time_bound() {
            self.lessons[demand.role] += growth(lessons, demand.lessons);
        }
    }
}

/// The first rule is the most important.
fn digit(code: RuleCode) -> i64 {
    1 << (3 * (RuleCode::ALL.len() - 1 - code as usize))
}

impl AddAssign for Step {
    fn add_assign(&mut self, other: Self) {
        self.changed += other.changed;
        self.avoided += other.avoided;
        self.lost += other.lost;
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
        self.changed -= other.changed;
        self.avoided -= other.avoided;
        self.lost -= other.lost;
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
            Step::of_candidate(&Candidate {
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
            let mut change = duty(&[code]);
            for _ in 0..7 {
                change -= duty(&RuleCode::ALL[at + 1..]);
            }
            assert!(change > Step::NONE, "{code:?}");
            change -= duty(&[code]);
            assert!(change <= Step::NONE, "{code:?}");
        }
    }
}
