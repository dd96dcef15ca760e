//! `verify`: lists, a roster and its proof in; what is proven out.

use thiserror::Error;

use crate::domain::{Lang, Roster, School};
use crate::input::{InputFile, ReadOptions};
use crate::lang::verify as words;
use crate::proof::{self, Unreadable};
use crate::verify::{self, Flaw, Verified};

use super::Complaints;
use super::opened::{Opened, open};

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
    /// The roster is not legal, or the proof does not hold; the line of the roster's row, where it is one.
    Flaw(Flaw, Option<u32>),
}

impl Rejection {
    /// One sentence.
    pub fn sentence(&self, lang: Lang) -> String {
        match self {
            Rejection::Proof(problem) => unreadable(problem, lang),
            Rejection::Flaw(Flaw::Duty(_), Some(row)) => words::not_legal(*row, lang),
            Rejection::Flaw(Flaw::Unknown, _) => words::unknown(lang).to_owned(),
            Rejection::Flaw(Flaw::Pin, _) => words::pin(lang).to_owned(),
            Rejection::Flaw(..) => words::does_not_hold(lang).to_owned(),
        }
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

/// Verifies a roster against its proof.
pub fn verify(request: &VerifyRequest<'_>) -> Result<Verification, VerifyError> {
    let Opened {
        school,
        roster,
        complaints,
        ..
    } = open(request.files, &request.read, request.roster).map_err(VerifyError::Refused)?;
    let verdict = match verdict(&school, &roster, request.proof) {
        Err(Rejection::Proof(Unreadable::NotAProof)) => {
            return Err(VerifyError::NoProof(Unreadable::NotAProof));
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
    verify::verify(school, roster, &proof).map_err(|flaw| {
        let row = match flaw {
            Flaw::Duty(row) => roster.rows.get(row).map(|row| row.row),
            _ => None,
        };
        Rejection::Flaw(flaw, row)
    })
}

fn unreadable(problem: &Unreadable, lang: Lang) -> String {
    let what = match *problem {
        Unreadable::NotAProof => words::Mismatch::NotAProof,
        Unreadable::Altered => words::Mismatch::Altered,
        Unreadable::OtherTables => words::Mismatch::OtherTables,
        Unreadable::OtherRoster => words::Mismatch::OtherRoster,
        Unreadable::Line(line) => words::Mismatch::Line(line),
    };
    words::mismatch(what, lang)
}
