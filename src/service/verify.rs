//! `verify`: lists, a roster and its proof in; what is proven out.

use thiserror::Error;

use crate::check::check;
use crate::domain::{Lang, Objective, Roster, RosterRow, RowSitting, School, Seat};
use crate::input::{InputFile, ReadOptions};
use crate::lang::verify as words;
use crate::proof::{self, Amounts, Flaw, Level, Unreadable};
use crate::rules;
use crate::verify;

use super::Complaints;
use super::opened::{Opened, open};
use super::report::{UncheckedReport, unchecked_reports};

/// What to verify.
pub struct VerifyRequest<'a> {
    /// The school's files.
    pub files: &'a [InputFile],
    /// The roster's file.
    pub roster: &'a InputFile,
    /// What to read beside the folder.
    pub read: ReadOptions,
    /// The proof's file.
    pub proof: &'a InputFile,
}

/// Why nothing was verified.
#[derive(Debug, Error)]
pub enum VerifyError {
    /// The lists, or the roster, cannot be used.
    #[error("the lists or the roster cannot be used")]
    Refused(Complaints),
    /// The file is no proof of a version that we know.
    #[error(transparent)]
    NoProof(Unreadable),
}

/// Why a proof or roster was rejected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rejection {
    /// The proof does not belong to the roster and the lists, or was altered.
    Proof(Unreadable),
    /// The row of that line names a person or a sitting that no list knows.
    Unknown(u32),
    /// The duty of that line may not stand.
    Duty(u32),
    /// The roster breaks a pin, or the proof does not hold.
    Flaw(Flaw),
}

impl Rejection {
    /// One sentence.
    pub fn sentence(&self, lang: Lang) -> String {
        match self {
            Rejection::Proof(problem) => unreadable(problem, lang),
            Rejection::Unknown(row) => words::unknown(*row, lang),
            Rejection::Duty(row) => words::not_legal(*row, lang),
            Rejection::Flaw(Flaw::Pin) => words::pin(lang).to_owned(),
            Rejection::Flaw(_) => words::does_not_hold(lang).to_owned(),
        }
    }
}

/// What is proven of a legal roster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// Every entry of levels 1–4, in the order of the objective.
    pub entries: Vec<Entry>,
}

/// An entry of the objective, and what is proven of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// Which.
    pub level: Level,
    /// What the roster has.
    pub value: u64,
    /// What any roster has at least that is alike in the entries before.
    pub bound: u64,
}

impl Verified {
    fn of(objective: &Objective, slack: &Amounts) -> Self {
        let entry = |level| {
            let value = value(objective, level);
            let less = u64::try_from(slack[level]).unwrap_or(u64::MAX);
            Entry {
                level,
                value,
                bound: value.saturating_sub(less),
            }
        };
        Self {
            entries: Level::all().map(entry).collect(),
        }
    }

    /// The first entry of the objective that is not shown to be the best; `None` where levels 1–4 are.
    pub fn gap(&self) -> Option<Level> {
        let mut open = self.entries.iter().filter(|it| it.bound < it.value);
        open.next().map(|it| it.level)
    }

    /// Is that whole level proven, and all above it?
    pub fn is_proven(&self, level: u8) -> bool {
        level < 5 && self.gap().is_none_or(|gap| level < gap.number())
    }
}

fn value(objective: &Objective, level: Level) -> u64 {
    match level {
        Level::Unfilled(role) => objective.unfilled[role],
        Level::Avoided(code) => objective.avoided.get(&code).copied().unwrap_or(0),
        Level::LessonsLost => objective.lessons_lost,
        Level::LoadSquares(role) => objective.load_squares[role],
    }
}

/// What came of it.
#[derive(Debug, Clone)]
pub struct Verification {
    /// The facts.
    pub school: School,
    /// Warnings and notes about the files.
    pub complaints: Complaints,
    /// What is proven, or why it was rejected.
    pub verdict: Result<Verified, Rejection>,
}

impl Verification {
    /// What could not be checked: a bar that no list knows of is no bar to the verifier either.
    pub fn unchecked(&self, lang: Lang) -> Vec<UncheckedReport> {
        unchecked_reports(&self.school, &rules::unchecked(&self.school), lang)
    }
}

/// Verifies a roster against its proof.
pub fn verify(request: &VerifyRequest<'_>) -> Result<Verification, VerifyError> {
    let Opened {
        school,
        roster,
        complaints,
        ..
    } = open(request.files, &request.read, request.roster).map_err(VerifyError::Refused)?;
    let verdict = match verdict(&school, &roster, request.proof) {
        Err(Rejection::Proof(problem @ (Unreadable::NotAProof | Unreadable::OtherFormat(_)))) => {
            return Err(VerifyError::NoProof(problem));
        }
        verdict => verdict,
    };
    Ok(Verification {
        school,
        complaints,
        verdict,
    })
}

/// A roster that was read, held against a proof's file.
pub(super) fn verdict(
    school: &School,
    roster: &Roster,
    proof: &InputFile,
) -> Result<Verified, Rejection> {
    let text =
        std::str::from_utf8(&proof.bytes).map_err(|_| Rejection::Proof(Unreadable::NotAProof))?;
    let duties = roster.duties().map(|(_, duty)| duty);
    let proof = proof::read(text, school, duties).map_err(Rejection::Proof)?;
    match verify::verify(school, roster, &proof) {
        Ok(slack) => Ok(Verified::of(&check(school, roster).objective, &slack)),
        Err(Flaw::Duty(row)) => Err(not_legal(&roster.rows[row])),
        Err(flaw) => Err(Rejection::Flaw(flaw)),
    }
}

fn not_legal(row: &RosterRow) -> Rejection {
    match (&row.sitting, &row.seat) {
        (RowSitting::Known(_), Seat::Person(_)) => Rejection::Duty(row.row),
        _ => Rejection::Unknown(row.row),
    }
}

fn unreadable(problem: &Unreadable, lang: Lang) -> String {
    let what = match *problem {
        Unreadable::NotAProof => words::Mismatch::NotAProof,
        Unreadable::OtherFormat(format) => words::Mismatch::OtherFormat(format),
        Unreadable::Altered => words::Mismatch::Altered,
        Unreadable::OtherTables => words::Mismatch::OtherTables,
        Unreadable::OtherRoster => words::Mismatch::OtherRoster,
        Unreadable::Line(line) => words::Mismatch::Line(line),
    };
    words::mismatch(what, lang)
}
