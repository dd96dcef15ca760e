//! Each duty against the rules that judge one duty: the catalogue, absence, role, offered days, `never` pins.

use crate::domain::{Code, Severity};
use crate::rules::{Verdict, judge_holding};

use super::finding::{Finding, Weight};
use super::ledger::{Ledger, Listed};

/// What the rules say of each duty: conflicts, exceptions and preferences.
pub fn findings(ledger: &Ledger<'_>) -> Vec<Finding> {
    ledger
        .duties
        .iter()
        .flat_map(|&listed| verdicts(ledger, listed))
        .collect()
}

fn verdicts(ledger: &Ledger<'_>, listed: Listed) -> impl Iterator<Item = Finding> {
    let Listed { row, duty } = listed;
    let held = ledger.held(duty);
    judge_holding(ledger.school, duty.person, duty.role, duty.sitting, held)
        .into_iter()
        .map(move |verdict| Finding {
            code: verdict.code,
            weight: weight(&verdict),
            row: Some(row),
            sitting: Some(duty.sitting),
            role: duty.role,
            person: Some(duty.person),
            evidence: verdict.evidence,
            waiver: verdict.waiver,
            clash: None,
        })
}

fn weight(verdict: &Verdict) -> Weight {
    match (verdict.code, verdict.severity) {
        (Code::Structural(_), _) => Weight::Always,
        (Code::Rule(_), Severity::Forbid) => Weight::Forbid,
        (Code::Rule(_), _) => Weight::Avoid,
    }
}
