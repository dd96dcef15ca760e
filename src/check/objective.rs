//! The roster's objective, counted from its rows.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{Code, Duty, Objective, PersonId, Role, RoleMap, Roster, RuleCode, School};

use super::coverage;
use super::finding::{Finding, Weight};
use super::ledger::Ledger;

/// Levels 1–5; `by_rule` are the findings of the rules that judge one duty.
pub fn objective(ledger: &Ledger<'_>, by_rule: &[Finding]) -> Objective {
    Objective {
        unfilled: RoleMap(Role::ALL.map(|role| unfilled(ledger, role))),
        avoided: avoided(by_rule),
        lessons_lost: lessons_lost(ledger),
        load_squares: RoleMap(Role::ALL.map(|role| load_squares(ledger, role))),
        lesson_squares: RoleMap(Role::ALL.map(|role| lesson_squares(ledger, role))),
    }
}

/// Pairs of a checker and a subject in a grade, for those who want the same people to check a parallel.
pub fn commission_pairs(school: &School, roster: &Roster) -> u64 {
    let duties = roster.duties().map(|(_, duty)| duty);
    let checks = duties.filter(|duty| duty.role == Role::Checker);
    let pair = |duty: Duty| {
        let sitting = school.sitting(duty.sitting);
        (
            duty.person,
            sitting.subject,
            school.class(sitting.class).grade,
        )
    };
    checks.map(pair).collect::<BTreeSet<_>>().len() as u64
}

/// Level 1: places of the role that no row names anybody for.
fn unfilled(ledger: &Ledger<'_>, role: Role) -> u64 {
    let sittings = ledger.school.sitting_ids();
    sittings
        .map(|sitting| coverage::unfilled(ledger, sitting, role) as u64)
        .sum()
}

/// Level 2: uses of each rule at `avoid`.
fn avoided(by_rule: &[Finding]) -> BTreeMap<RuleCode, u64> {
    let mut avoided = BTreeMap::new();
    for finding in by_rule {
        if let (Code::Rule(code), Weight::Avoid) = (finding.code, finding.weight) {
            *avoided.entry(code).or_default() += 1;
        }
    }
    avoided
}

/// Level 3: own lessons missed, duty by duty.
fn lessons_lost(ledger: &Ledger<'_>) -> u64 {
    ledger
        .duties
        .iter()
        .map(|listed| listed.duty)
        .map(|duty| {
            let spot = (duty.sitting, duty.role);
            ledger.school.lessons_missed(duty.person, spot) as u64
        })
        .sum()
}

/// Level 4: Σ (history + load)² over everybody who holds the role, weighted by their shares of a post.
fn load_squares(ledger: &Ledger<'_>, role: Role) -> u64 {
    let loads = sums(ledger, role, |duty| {
        u64::from(ledger.sitting(duty).load(role))
    });
    let school = ledger.school;
    let load = |person: PersonId| {
        let history = u64::from(school.person(person).history[role]);
        history.saturating_add(loads.get(&person).copied().unwrap_or(0))
    };
    let holders = school
        .person_ids()
        .filter(|&person| school.is_candidate(person, role));
    let squares = holders.map(|person| {
        let weight = u64::from(school.square_weight(person, role));
        square(load(person)).saturating_mul(weight)
    });
    squares.fold(0, u64::saturating_add)
}

/// Level 5: Σ (lessons on duty)²; nothing for checkers.
fn lesson_squares(ledger: &Ledger<'_>, role: Role) -> u64 {
    if !role.is_time_bound() {
        return 0;
    }
    let lessons = sums(ledger, role, |duty| {
        u64::from(ledger.sitting(duty).span.lesson_count())
    });
    lessons
        .into_values()
        .map(square)
        .fold(0, u64::saturating_add)
}

/// Each person's sum over their duties of the role.
fn sums(
    ledger: &Ledger<'_>,
    role: Role,
    of_duty: impl Fn(crate::domain::Duty) -> u64,
) -> BTreeMap<PersonId, u64> {
    let mut sums: BTreeMap<PersonId, u64> = BTreeMap::new();
    for listed in ledger
        .duties
        .iter()
        .filter(|listed| listed.duty.role == role)
    {
        let sum = sums.entry(listed.duty.person).or_default();
        *sum = sum.saturating_add(of_duty(listed.duty));
    }
    sums
}

/// Absurd histories saturate rather than wrap.
fn square(value: u64) -> u64 {
    value.saturating_mul(value)
}
