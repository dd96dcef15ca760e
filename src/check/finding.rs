//! What there is to say about a roster: conflicts, exceptions, hints, questions.

use crate::domain::{Code, Doubt, Duty, Objective, PersonId, Role, SittingId, StructuralCode};
use crate::rules::{self, Claim, Evidence, Unchecked};

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
    /// Position in [`crate::domain::Roster::rows`] of the row it is about; `None` where the place has no row.
    pub row: Option<usize>,
    /// The sitting, where known.
    pub sitting: Option<SittingId>,
    /// The role.
    pub role: Role,
    /// The person, where known.
    pub person: Option<PersonId>,
    /// The cells that prove it, with the class and the subject that they speak of.
    pub evidence: Evidence,
    /// Position in [`crate::domain::School::waivers_of`] of the person, where a waiver turned `forbid` into `avoid`.
    pub waiver: Option<usize>,
    /// Position of the row of the other duty, where two clash.
    pub clash: Option<usize>,
}

impl Finding {
    /// A structural rule, broken by a duty.
    pub(super) fn of_duty(code: StructuralCode, row: usize, duty: Duty) -> Self {
        Self {
            row: Some(row),
            person: Some(duty.person),
            ..Self::of_place(code, duty.sitting, duty.role)
        }
    }

    /// A structural rule, broken at a sitting.
    pub(super) fn of_place(code: StructuralCode, sitting: SittingId, role: Role) -> Self {
        Self {
            sitting: Some(sitting),
            ..Self::of_role(code, role)
        }
    }

    /// A structural rule, broken in a role.
    pub(super) fn of_role(code: StructuralCode, role: Role) -> Self {
        Self {
            code: Code::Structural(code),
            weight: Weight::Always,
            row: None,
            sitting: None,
            role,
            person: None,
            evidence: Evidence::default(),
            waiver: None,
            clash: None,
        }
    }

    /// A use of a rule at `avoid` that the plan allows: counted, and nobody has to approve it.
    pub fn is_preference(&self) -> bool {
        let Code::Rule(code) = self.code else {
            return false;
        };
        self.weight == Weight::Avoid && self.waiver.is_none() && rules::plan_allows(code)
    }

    /// Findings stand by row; those without a row come last.
    pub(super) fn order(&self) -> (usize, Option<SittingId>, Role, Code, Option<PersonId>) {
        let row = self.row.unwrap_or(usize::MAX);
        (row, self.sitting, self.role, self.code, self.person)
    }
}

impl Findings {
    /// Is it known of every sitting how many works there are? Else nothing is proven of how evenly they are spread.
    pub fn weighs_works(&self) -> bool {
        let mut unchecked = self.unchecked.iter();
        !unchecked.any(|it| it.claim == Claim::EvenWorks)
    }
}

/// A name that could not be resolved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Position in [`crate::domain::Roster::rows`].
    pub row: usize,
    /// The text.
    pub text: String,
    /// Whom it may mean.
    pub candidates: Vec<PersonId>,
    /// What makes it doubtful.
    pub doubt: Doubt,
}

/// Everything there is to say about a roster.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Findings {
    /// Conflicts, by row.
    pub conflicts: Vec<Finding>,
    /// Uses of waivers, and of rules at `avoid` that the plan does not allow, by row.
    pub exceptions: Vec<Finding>,
    /// Uses of rules at `avoid` that the plan allows, by row: counted, approved by nobody.
    pub preferences: Vec<Finding>,
    /// Hints, by row.
    pub possible: Vec<Finding>,
    /// Names that nobody can be sure of.
    pub questions: Vec<Question>,
    /// Rules that could not be checked, and because of what: no verdict is clean without it.
    pub unchecked: Vec<Unchecked>,
    /// Places of the schedule.
    pub checked_places: usize,
    /// The roster's objective, counted from its rows.
    pub objective: Objective,
}
