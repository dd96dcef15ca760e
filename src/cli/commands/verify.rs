//! `verify`: is the roster legal, and does its proof hold?

use crate::cli::Outcome;
use crate::cli::args::VerifyArgs;
use crate::cli::complaints;
use crate::cli::failure::Failure;
use crate::cli::files;
use crate::cli::screen::{BAD, CARE, GOOD, Screen, Volume, print};
use crate::domain::Preset;
use crate::input::{Gravity, ReadOptions};
use crate::lang::{Lang, verify as words};
use crate::proof::Unreadable;
use crate::service::{self, Rejection, Verification, VerifyError, VerifyRequest};
use crate::verify::Flaw;

use super::check::folder_of;

/// Reads, verifies, and prints level by level.
pub fn run(args: &VerifyArgs, screen: Screen) -> Result<Outcome, Failure> {
    let data = args.data.clone().unwrap_or_else(|| folder_of(&args.roster));
    let roster = files::read_file(&args.roster)?;
    let proof = files::read_file(&args.proof)?;
    let files = files::read_folder(&data, Some(&args.roster))?;
    let result = service::verify(&VerifyRequest {
        files: &files,
        roster: &roster,
        read: ReadOptions {
            policy: args.policy.as_deref().map(files::read_file).transpose()?,
            preset: args.strict.then_some(Preset::Strict),
            sheet: args.sheet.clone(),
            ..ReadOptions::default()
        },
        proof: &proof,
    });
    let texts: Vec<_> = files.into_iter().chain([roster]).collect();
    let shown = |complaints, gravity| complaints::render(complaints, &texts, gravity, screen.lang);
    match result {
        Ok(verification) => {
            if screen.volume == Volume::Verbose {
                screen.remark(&shown(&verification.complaints, Gravity::Note));
            }
            print(&text(&verification, screen.lang));
            let proven = verification.verdict.is_ok_and(|it| it.gap.is_none());
            Ok(if proven {
                Outcome::Clean
            } else {
                Outcome::NeedsAnEye
            })
        }
        Err(VerifyError::Refused(complaints)) => {
            Err(Failure::Complaints(shown(&complaints, Gravity::Error)))
        }
        Err(VerifyError::NoProof(problem)) => Err(Failure::Complaints(Screen::error_line(
            screen.lang,
            &words::mismatch(mismatch(&problem), screen.lang),
        ))),
    }
}

fn text(verification: &Verification, lang: Lang) -> String {
    match &verification.verdict {
        Err(rejection) => {
            let why = reason(rejection, lang);
            format!("{BAD}{}{BAD:#}: {why}\n", words::rejected(lang))
        }
        Ok(verified) => {
            let first = match verified.gap {
                None => format!("{GOOD}{}{GOOD:#}\n", words::verified(lang)),
                Some(_) => format!("{CARE}{}{CARE:#}\n", words::legal_only(lang)),
            };
            let level = |number| {
                let certified = number < 5 && verified.is_proven(number);
                format!("  {}\n", words::level(number, certified, lang))
            };
            first + &(1..=5).map(level).collect::<String>()
        }
    }
}

fn reason(rejection: &Rejection, lang: Lang) -> String {
    match rejection {
        Rejection::Proof(problem) => words::mismatch(mismatch(problem), lang),
        Rejection::Flaw(Flaw::Barred(_), Some(row)) => words::barred(*row, lang),
        Rejection::Flaw(Flaw::Clash(_), Some(row)) => words::clash(*row, lang),
        Rejection::Flaw(Flaw::Unknown, _) => words::unknown(lang).to_owned(),
        Rejection::Flaw(Flaw::Pin, _) => words::pin(lang).to_owned(),
        Rejection::Flaw(..) => words::does_not_hold(lang).to_owned(),
    }
}

fn mismatch(problem: &Unreadable) -> words::Mismatch {
    match *problem {
        Unreadable::NotAProof => words::Mismatch::NotAProof,
        Unreadable::Altered => words::Mismatch::Altered,
        Unreadable::OtherTables => words::Mismatch::OtherTables,
        Unreadable::OtherRoster => words::Mismatch::OtherRoster,
        Unreadable::Line(line) => words::Mismatch::Line(line),
    }
}
