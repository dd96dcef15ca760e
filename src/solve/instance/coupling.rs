//! `checker-proctored`: the one rule of the catalogue that speaks of two duties of a roster, and so ties proctors and
//! checkers together.

use crate::domain::{PersonId, RuleCode, School, Severity, SittingId};
use crate::rules;

/// What the rule means for a person who proctors a sitting and checks its works.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coupling {
    severity: Severity,
    /// Where a waiver turns `forbid` into `avoid`, ascending.
    waived: Vec<(PersonId, SittingId)>,
}

impl Default for Coupling {
    fn default() -> Self {
        Self::new(Severity::Allow, Vec::new())
    }
}

impl Coupling {
    /// The rule at this severity, waived for some.
    pub fn new(severity: Severity, mut waived: Vec<(PersonId, SittingId)>) -> Self {
        waived.sort_unstable();
        Self { severity, waived }
    }

    /// What the school decided.
    pub fn of(school: &School) -> Self {
        let severity = rules::severity(&school.policy, RuleCode::CheckerProctored);
        if severity != Severity::Forbid {
            return Self::new(severity, Vec::new());
        }
        let waived = school
            .waivers
            .iter()
            .filter(|waiver| waiver.rule == RuleCode::CheckerProctored)
            .flat_map(|waiver| {
                school
                    .sitting_ids()
                    .filter(|&id| waiver.covers(waiver.person, waiver.rule, school.sitting(id)))
                    .map(|id| (waiver.person, id))
            })
            .collect();
        Self::new(severity, waived)
    }

    /// Is the rule off for everybody?
    pub fn is_off(&self) -> bool {
        self.severity == Severity::Allow
    }

    /// What it means for whoever has no waiver.
    pub fn strictest(&self) -> Severity {
        self.severity
    }

    /// What it means for the person at the sitting.
    pub fn severity(&self, person: PersonId, sitting: SittingId) -> Severity {
        let waived = self.waived.binary_search(&(person, sitting)).is_ok();
        match self.severity {
            Severity::Forbid if waived => Severity::Avoid,
            severity => severity,
        }
    }
}
