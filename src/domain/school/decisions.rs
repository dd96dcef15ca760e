//! What people decided by hand: pins, and exceptions in writing.

use std::ops::Deref;

use super::Sitting;
use crate::domain::{Cell, ClassId, Date, PersonId, Role, RuleCode, SittingId, SubjectId};

/// What a pin decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PinKind {
    /// The person takes a place of the sitting.
    Must,
    /// The person never does.
    Never,
}

/// A decision by hand about one person and one role. A pin that fits several sittings (groups) is one entry each;
/// `Must` always names exactly one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pin {
    /// The sitting.
    pub sitting: SittingId,
    /// The role.
    pub role: Role,
    /// Who.
    pub person: PersonId,
    /// Must or never.
    pub kind: PinKind,
    /// Row of `pins`.
    pub read_at: Cell,
}

/// What is granted in writing: where it matches, `forbid` becomes `avoid`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exemption {
    /// For whom.
    pub person: PersonId,
    /// From which rule.
    pub rule: RuleCode,
    /// Only in this class.
    pub class: Option<ClassId>,
    /// Only in this subject.
    pub subject: Option<SubjectId>,
    /// Not before.
    pub from: Option<Date>,
    /// Not after.
    pub to: Option<Date>,
    /// The reason given.
    pub reason: String,
    /// Who approved.
    pub approved: String,
}

/// An exemption that stands in the lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiver {
    /// What is granted.
    pub exemption: Exemption,
    /// Row of `waivers`.
    pub read_at: Cell,
}

impl Deref for Waiver {
    type Target = Exemption;

    fn deref(&self) -> &Exemption {
        &self.exemption
    }
}

impl Exemption {
    /// Does it cover the person, the rule and the sitting?
    pub fn covers(&self, person: PersonId, rule: RuleCode, sitting: &Sitting) -> bool {
        self.person == person
            && self.rule == rule
            && self.class.is_none_or(|class| class == sitting.class)
            && self
                .subject
                .is_none_or(|subject| subject == sitting.subject)
            && self.from.is_none_or(|from| from <= sitting.date)
            && self.to.is_none_or(|to| sitting.date <= to)
    }
}
