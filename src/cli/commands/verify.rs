//! `verify`: is the roster legal, and does its proof hold?

use crate::cli::Outcome;
use crate::cli::args::VerifyArgs;
use crate::cli::complaints;
use crate::cli::failure::Failure;
use crate::cli::findings;
use crate::cli::screen::{BAD, CARE, GOOD, Screen, Volume, print};
use crate::disk;
use crate::input::{Gravity, ReadOptions};
use crate::lang::{Lang, verify as words};
use crate::service::{self, Rejection, Verification, VerifyError, VerifyRequest};

use super::check::folder_of;

/// Reads, verifies, and prints level by level.
pub fn run(args: &VerifyArgs, screen: Screen) -> Result<Outcome, Failure> {
    let data = args.data.clone().unwrap_or_else(|| folder_of(&args.roster));
    let roster = disk::read_file(&args.roster)?;
    let proof = disk::read_file(&args.proof)?;
    let files = disk::read_folder(&data, Some(&args.roster))?;
    let result = service::verify(&VerifyRequest {
        files: &files,
        roster: &roster,
        read: ReadOptions {
            sheet: args.sheet.clone(),
            ..disk::read_options(args.made_by.policy.as_deref(), args.made_by.strict)?
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
            let missing = findings::not_checked(&verification.unchecked(screen.lang), screen.lang);
            print(&missing);
            let proven = verification.verdict.is_ok_and(|it| it.gap.is_none());
            Ok(if proven && missing.is_empty() {
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
            &Rejection::Proof(problem).sentence(screen.lang),
        ))),
    }
}

fn text(verification: &Verification, lang: Lang) -> String {
    match &verification.verdict {
        Err(rejection) => {
            let why = rejection.sentence(lang);
            format!("{BAD}{}{BAD:#}: {why}\n", words::rejected(lang))
        }
        Ok(verified) => {
            let first = match verified.gap {
                None => format!("{GOOD}{}{GOOD:#}\n", words::verified(lang)),
                Some(_) => format!("{CARE}{}{CARE:#}\n", words::legal_only(lang)),
            };
            let level = |number| {
                let certified = verified.is_proven(number);
                format!("  {}\n", words::level(number, certified, lang))
            };
            first + &(1..=5).map(level).collect::<String>()
        }
    }
}
