//! Who may not do what: one catalogue, read by the solver, the checker, the explanations and the documentation.
//!
//! It knows the school's facts and nothing of files, solvers or papers.
//!
//! How the contract is read where it leaves room:
//! - `absent` bars the roles that are present at the sitting; a checker grades afterwards, at another time.
//! - `date-not-offered` bars observers; the days a parent offers say nothing of their other roles.
//! - `by_group` tells groups apart only where the sitting names one; where a class writes undivided, each group's
//!   teacher teaches those who write. It speaks of "teaches the class", not of "teaches the subject somewhere".
//! - A primary generalist teaches four or more areas in one class of grades 1–4; with the option off, they are no
//!   specialist, in any subject, for the sittings of every *other* class of grades 1–4.
//! - `checker-same-grade` and `observer-same-work` look over the whole folder, a district's other schools included.
//! - `observer-same-work` counts the sitting itself: a child in the class that writes does write the same work.
//! - `checker-unqualified` bars everybody who stands in no `staff`.
//! - A waiver touches rules at `forbid` only; a rule at `avoid` stays what it is.

mod away;
mod bars;
mod catalogue;
mod eligibility;
mod facts;
mod hold;
mod joint;
mod preference;
mod rule;
mod scope;
mod structural;
#[cfg(test)]
pub(crate) mod test_random;
#[cfg(test)]
pub(crate) mod test_school;
#[cfg(test)]
mod tests;
mod unchecked;
mod vacancy;
mod words;

use crate::domain::{Code, PersonId, Policy, Role, RoleSet, RuleCode, School, Severity, SittingId};

pub use crate::domain::Word;
pub use away::{Missed, missed_works};
pub use catalogue::CATALOGUE;
pub use eligibility::Eligibility;
pub use hold::{Hold, holds_beside, is_free_beside, left_beside};
pub use joint::{JointRule, joint_rules};
pub use preference::{plan_allows, preference};
pub use rule::{Bar, Evidence, Fact, Rule, Severities};
pub use scope::{Reach, Scope, ScopeKey};
pub use structural::{STRUCTURAL, Structural, structural};
pub use unchecked::{Claim, Gap, Unchecked, unchecked};
pub use vacancy::{Offer, Vacancy, are_settled_alone, kept_pins, legal_duties, vacancies};
pub use words::{Words, words};

/// The rule of that code.
pub fn rule(code: RuleCode) -> &'static Rule {
    // The catalogue stands in the order of the codes; a test holds it to that.
    CATALOGUE[code as usize]
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
pub fn judge(school: &School, person: PersonId, role: Role, sitting: SittingId) -> Vec<Verdict> {
    judge_holding(school, person, role, sitting, RoleSet::default())
}

/// [`judge`], where the person also holds the roles `held` at the sitting: the rules that need the roster speak too.
pub fn judge_holding(
    school: &School,
    person: PersonId,
    role: Role,
    sitting: SittingId,
    held: RoleSet,
) -> Vec<Verdict> {
    let by_rule = CATALOGUE
        .into_iter()
        .filter(|rule| rule.roles.contains(role))
        .filter_map(|rule| rule_verdict(school, rule, person, sitting, held));
    let structural = bars::bars_of(school, person, role, sitting).map(|(code, evidence)| Verdict {
        code: Code::Structural(code),
        severity: Severity::Forbid,
        evidence,
        waiver: None,
    });
    by_rule.chain(structural).collect()
}

/// One rule's verdict on one duty.
fn rule_verdict(
    school: &School,
    rule: &Rule,
    person: PersonId,
    sitting: SittingId,
    held: RoleSet,
) -> Option<Verdict> {
    let severity = severity(&school.policy, rule.code);
    if severity == Severity::Allow {
        return None;
    }
    let sitting = school.sitting(sitting);
    let evidence = rule.bars(school, person, sitting, held)?;
    let waiver = waiver_of(school, person, rule.code, severity, sitting);
    Some(Verdict {
        code: Code::Rule(rule.code),
        severity: waiver.map_or(severity, |_| Severity::Avoid),
        evidence,
        waiver,
    })
}

/// Position among the person's waivers of the first that turns the rule's `forbid` into `avoid` here.
fn waiver_of(
    school: &School,
    person: PersonId,
    rule: RuleCode,
    severity: Severity,
    sitting: &crate::domain::Sitting,
) -> Option<usize> {
    if severity != Severity::Forbid {
        return None;
    }
    school
        .waivers_of(person)
        .iter()
        .position(|waiver| waiver.covers(person, rule, sitting))
}
