//! Judges a roster, whoever made it. It shares nothing with the solver.
//!
//! How the contract is read where it leaves room:
//! - Duties are ordered by date, start (else first lesson), then position in the roster. Of two that clash the later
//!   one carries the finding; a duty carries each code at most once, however many others it clashes with.
//! - `double-booked` holds for any two overlapping time-bound duties, two places of one sitting among them: those are
//!   `double-booked` and `twice-in-sitting`.
//! - A limit is reported once: at the first duty beyond it (of the day; in all).
//! - A row that names somebody takes its place, even where the name is unknown (`unknown-person`) or fits several (a
//!   question): such a place is not `unfilled`. Rows beyond the places give one `overfilled`, at the first of them.
//! - Each unfilled place is one finding, at an empty row of that sitting and role while there are any, else at no row.
//! - A `must` pin that is not honoured is reported at the first row of its sitting and role, if any; a name that may
//!   mean the pinned person is a question, not a broken pin.
//! - Only known people in known sittings count in the objective, apart from level 1, which counts places without a name.
//!   Level 4 sums over those who hold the role; levels 3 and 5 over everybody on duty.

mod advice;
mod coverage;
mod duties;
mod finding;
mod hints;
mod ledger;
mod objective;
mod pins;
mod plan;
mod surname;
#[cfg(test)]
mod test_roster;
#[cfg(test)]
mod tests;
mod times;
mod warnings;
mod words;

use crate::domain::{Roster, School};
use crate::rules;

pub use advice::{Advice, AdviceKind, schedule_advice};
pub use finding::{Finding, Findings, Question, Weight};
pub use objective::commission_pairs;
pub use plan::{PlanFinding, PlanFlaw, judge_plan};
pub use surname::family_stem;
pub use warnings::{Warning, WarningKind, warnings};

use ledger::Ledger;

/// Judges every row against every rule.
pub fn check(school: &School, roster: &Roster) -> Findings {
    let ledger = Ledger::of(school, roster);
    let by_rule = duties::findings(&ledger);
    let objective = objective::objective(&ledger, &by_rule);
    let (uses, mut conflicts): (Vec<_>, Vec<_>) = by_rule
        .into_iter()
        .partition(|finding| finding.weight == Weight::Avoid);
    let (mut preferences, mut exceptions): (Vec<_>, Vec<_>) =
        uses.into_iter().partition(Finding::is_preference);
    conflicts.extend(times::findings(&ledger));
    conflicts.extend(coverage::findings(&ledger));
    conflicts.extend(pins::findings(&ledger));
    let mut possible = hints::findings(&ledger);
    for findings in [
        &mut conflicts,
        &mut exceptions,
        &mut preferences,
        &mut possible,
    ] {
        findings.sort_by_key(Finding::order);
    }
    Findings {
        conflicts,
        exceptions,
        preferences,
        possible,
        questions: coverage::questions(roster),
        unchecked: rules::unchecked(school),
        checked_places: coverage::places(school),
        objective,
    }
}
