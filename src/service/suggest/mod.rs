//! What to do about each finding: the fewest changes that make the roster valid, found by one repair of the whole, so
//! that all of them can be accepted together; or why nobody can be had.
//!
//! Rows without a conflict stay, and pinned rows stay whatever is wrong with them. Only where that leaves places empty
//! which moving somebody out of a good row would fill are such moves suggested too ([`Suggestions::moves_good_rows`]).
//! Nobody whom a rule bars is ever suggested: the repair and the alternatives both go by the same eligibility, and a test
//! holds them to it.

mod assign;
mod better;
mod homes;
mod plan;
mod remedy;
mod together;
mod touched;
mod words;

use crate::check::Findings;
use crate::domain::{PersonId, Role, Roster, RosterRow, RowSitting, School, Seat, SittingId};
use crate::input::RowTime;
use crate::rules::Eligibility;
use crate::solve::TooLarge;

use super::explain::{Explained, explain_empty};
use plan::{Plan, Stays, plan};

pub use remedy::Remedy;
pub use words::change_line;

/// A place that somebody else should have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// Position in [`Roster::rows`]; `None` where the place has no row yet.
    pub row: Option<usize>,
    /// The sitting.
    pub sitting: SittingId,
    /// The role.
    pub role: Role,
    /// Who the row names now.
    pub from: Seat,
    /// Who should have the place; nobody, where nobody may or the row is one too many.
    pub to: Option<PersonId>,
    /// Others of the list, by position, without which this one would break a rule: they are accepted together.
    pub with: Vec<usize>,
    /// The row has no conflict of its own: somebody is moved to where they are needed more.
    pub is_good_row: bool,
    /// The row names a day or time at which the schedule has no such sitting: it is to name that of this one.
    pub moves: bool,
}

/// What to do about a roster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestions {
    /// Every change, in the roster's order; those without a row come last.
    pub list: Vec<Suggestion>,
    /// For each of [`Findings::conflicts`].
    pub conflicts: Vec<Remedy>,
    /// For each of [`Findings::exceptions`].
    pub exceptions: Vec<Remedy>,
    /// For each of [`Findings::questions`].
    pub questions: Vec<Remedy>,
    /// What keeps places empty although every suggestion is accepted.
    pub obstacles: Vec<Explained>,
}

/// The roster, and what was found in it.
#[derive(Clone, Copy)]
pub struct Judged<'a> {
    /// The lists.
    pub school: &'a School,
    /// The roster.
    pub roster: &'a Roster,
    /// When each row says its sitting is; in the roster's order.
    pub times: &'a [RowTime],
    /// The findings.
    pub findings: &'a Findings,
}

/// Finds what to do about every finding.
pub fn suggest(judged: Judged<'_>) -> Result<Suggestions, TooLarge> {
    let eligibility = Eligibility::of(judged.school);
    if judged.findings.conflicts.is_empty() {
        let plan = Plan::nothing(judged);
        return Ok(remedy::suggestions(judged, &eligibility, plan, Vec::new()));
    }
    let strict = plan(judged, &eligibility, Stays::GoodRows)?;
    let plan = if strict.empty == 0 {
        strict
    } else {
        let free = plan(judged, &eligibility, Stays::PinnedRows)?;
        if free.empty < strict.empty {
            free
        } else {
            strict
        }
    };
    let obstacles = if plan.empty == 0 {
        Vec::new()
    } else {
        explain_empty((judged.school, &eligibility), &plan.staffing, &|| false)
    };
    Ok(remedy::suggestions(judged, &eligibility, plan, obstacles))
}

/// The changes that make the roster valid while all rows without a conflict stay, in the roster's order.
pub fn fewest_changes(judged: Judged<'_>) -> Result<Vec<Suggestion>, TooLarge> {
    if judged.findings.conflicts.is_empty() {
        return Ok(Vec::new());
    }
    let eligibility = Eligibility::of(judged.school);
    Ok(plan(judged, &eligibility, Stays::GoodRows)?.changes)
}

impl Suggestions {
    /// Must somebody leave a row that has no conflict?
    pub fn moves_good_rows(&self) -> bool {
        self.list.iter().any(|suggestion| suggestion.is_good_row)
    }

    /// The suggestion and all that must be accepted with it, ascending.
    pub fn together(&self, suggestion: usize) -> Vec<usize> {
        let with = self.list.get(suggestion).map(|it| it.with.as_slice());
        let mut all = with.unwrap_or_default().to_vec();
        all.push(suggestion);
        all.sort_unstable();
        all
    }
}

/// The roster with these suggestions accepted.
pub fn accept<'s>(
    roster: &Roster,
    suggestions: impl IntoIterator<Item = &'s Suggestion>,
) -> Roster {
    let mut accepted = roster.clone();
    for suggestion in suggestions {
        let seat = suggestion.to.map_or(Seat::Empty, Seat::Person);
        match suggestion.row {
            Some(row) => {
                accepted.rows[row].seat = seat;
                accepted.rows[row].sitting = RowSitting::Known(suggestion.sitting);
            }
            None => accepted
                .rows
                .push(RosterRow::new(suggestion.sitting, suggestion.role, seat)),
        }
    }
    accepted
}
