//! Who may not do what: one catalogue, read by the solver, the checker, the explanations and the documentation.
//!
//! It knows the school's facts and nothing of files, solvers or papers.

mod catalogue;
mod eligibility;
mod rule;

use crate::domain::{
    Code, PersonId, Policy, Role, RuleCode, School, Severity, SittingId, StructuralCode,
};

pub use catalogue::CATALOGUE;
pub use eligibility::Eligibility;
pub use rule::{Bar, Evidence, Rule, Severities, Text};

/// The rule of that code.
pub fn rule(code: RuleCode) -> &'static Rule {
    CATALOGUE
        .into_iter()
        .find(|rule| rule.code == code)
        .expect("every code has its rule")
}

/// What the school decided for the rule: the override, else the preset's severity.
pub fn severity(policy: &Policy, code: RuleCode) -> Severity {
    let preset = rule(code).default.of(policy.preset);
    policy.overrides.get(&code).copied().unwrap_or(preset)
}

/// Something that stands between a person and a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The rule: of the catalogue, or `absent`, `role-not-held`, `date-not-offered`, `pin-broken` (a `never` pin).
    pub code: Code,
    /// `Forbid` or `Avoid` after waivers; structural rules are `Forbid`.
    pub severity: Severity,
    /// The proof.
    pub evidence: Evidence,
    /// Position in [`School::waivers_of`] of the person, where a waiver turned `forbid` into `avoid`.
    pub waiver: Option<usize>,
}

/// Everything that stands between the person and a place of the role, by the lists alone: catalogue order, then the
/// structural rules. Rules at `allow` and rules that need the roster ([`Bar::AlsoHolds`]) are not among it.
pub fn judge(
    _school: &School,
    _person: PersonId,
    _role: Role,
    _sitting: SittingId,
) -> Vec<Verdict> {
    Vec::new()
}

/// What a structural rule says, why, and what to do: the same texts for `recuse rules`, messages and the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Structural {
    /// Public name.
    pub code: StructuralCode,
    /// What it says.
    pub what: Text,
    /// What to do when it bites.
    pub fix: Text,
    /// The finding's sentence, with `{person}`, `{class}`, `{subject}`.
    pub message: Text,
}
