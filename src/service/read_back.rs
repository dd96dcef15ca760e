//! A roster of ours by the door of manual ones: written, read again, judged by code that knows no solver.

use crate::check::{self, Finding, Findings, Weight};
use crate::domain::{Code, Lang, Objective, Roster, School, StructuralCode};
use crate::input::{self, InputFile, RosterReading};

use super::Misstep;

/// Whose fault is a conflict in a roster of ours?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PinnedRows {
    /// Ours, wherever it stands.
    AreOurs,
    /// Where its row is pinned, of those who pinned it.
    AreGiven,
}

/// Reads the file and judges it; what the check forbids must not have been made, and both must count the same.
pub fn read_back(
    school: &School,
    file: &[u8],
    claimed: &Objective,
    pinned: PinnedRows,
) -> Result<(RosterReading, Roster, Findings), Misstep> {
    let file = InputFile {
        name: "roster.csv".into(),
        bytes: file.to_vec(),
    };
    let mut reading = input::read_roster(&file, school);
    let Some(roster) = reading.roster.take() else {
        return Err(Misstep::Unreadable);
    };
    let findings = check::check(school, &roster);
    let is_given = |finding: &Finding| {
        let row = finding.row.and_then(|row| roster.rows.get(row));
        pinned == PinnedRows::AreGiven && row.is_some_and(|row| row.pinned)
    };
    let made = findings
        .conflicts
        .iter()
        .filter(|finding| !is_given(finding))
        .find(|finding| finding.weight == Weight::Forbid || !is_an_answer(finding.code));
    if let Some(finding) = made {
        return Err(Misstep::Conflict(finding.sentence(
            school,
            &roster,
            Lang::En,
        )));
    }
    if findings.objective != *claimed {
        return Err(Misstep::Miscounted {
            claimed: Box::new(claimed.into()),
            found: Box::new((&findings.objective).into()),
        });
    }
    Ok((reading, roster, findings))
}

/// An empty place, or a pin that the rules do not let stand, is an answer, not a mistake.
fn is_an_answer(code: Code) -> bool {
    matches!(
        code,
        Code::Structural(StructuralCode::Unfilled | StructuralCode::PinBroken)
    )
}
