//! Judges a roster, whoever made it. It shares nothing with the solver.

use crate::domain::{Cell, Code, Objective, PersonId, Role, Roster, School, SittingId};
use crate::lang::Lang;

/// What stands behind a finding's severity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// A rule of the catalogue at `forbid`.
    Forbid,
    /// A rule at `avoid`, or waived.
    Avoid,
    /// A structural rule.
    Always,
    /// A hint a person should confirm.
    Possible,
}

/// One thing to say about one duty or one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule; hints carry the rule they would become (`personal-tie`).
    pub code: Code,
    /// Its weight.
    pub weight: Weight,
    /// Position in [`Roster::rows`] of the row it is about; `None` where the place has no row.
    pub row: Option<usize>,
    /// The sitting, where known.
    pub sitting: Option<SittingId>,
    /// The role.
    pub role: Role,
    /// The person, where known.
    pub person: Option<PersonId>,
    /// The cells that prove it.
    pub evidence: Vec<Cell>,
    /// Position in [`School::waivers_of`] of the person, where a waiver turned `forbid` into `avoid`.
    pub waiver: Option<usize>,
}

/// A name that could not be resolved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Position in [`Roster::rows`].
    pub row: usize,
    /// The text.
    pub text: String,
    /// Whom it may mean.
    pub candidates: Vec<PersonId>,
}

/// Everything there is to say about a roster.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Findings {
    /// Conflicts, by row.
    pub conflicts: Vec<Finding>,
    /// Uses of rules at `avoid` and of waivers, by row.
    pub exceptions: Vec<Finding>,
    /// Hints, by row.
    pub possible: Vec<Finding>,
    /// Names that fit several people.
    pub questions: Vec<Question>,
    /// Places of the schedule.
    pub checked_places: usize,
    /// The roster's objective, counted from its rows.
    pub objective: Objective,
}

/// Judges every row against every rule.
pub fn check(_school: &School, _roster: &Roster) -> Findings {
    Findings::default()
}

impl Finding {
    /// The finding in one sentence for a person: who, what, where, and the cells that prove it.
    pub fn sentence(&self, _school: &School, _roster: &Roster, _lang: Lang) -> String {
        String::new()
    }
}

/// What could be better about the schedule itself; never a conflict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AdviceKind {
    /// A class has two sittings on one day.
    TwoOnOneDay,
    /// A sitting in the first or last lesson of the class's day.
    FirstOrLastLesson,
    /// The same subject in a grade twice within 17 days.
    SubjectAgainSoon,
    /// One room used twice at one time.
    RoomTwice,
    /// A sitting on a day off.
    DayOff,
}

/// One piece of advice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Advice {
    /// The sitting it is about; of two, the later one.
    pub sitting: SittingId,
    /// What it says.
    pub kind: AdviceKind,
    /// The other sitting, where two are involved.
    pub other: Option<SittingId>,
}

impl Advice {
    /// The advice in one sentence.
    pub fn sentence(&self, _school: &School, _lang: Lang) -> String {
        String::new()
    }
}

/// Advice about the schedule, by sitting.
pub fn schedule_advice(_school: &School) -> Vec<Advice> {
    Vec::new()
}
