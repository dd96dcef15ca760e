//! `verify`: is the roster legal, and does its proof hold?

use std::path::PathBuf;

use crate::cli::Outcome;
use crate::cli::args::MadeBy;
use crate::cli::complaints;
use crate::cli::failure::Failure;
use crate::cli::findings;
use crate::cli::screen::{BAD, CARE, GOOD, Screen, Volume, print};
use crate::disk;
use crate::domain::Code;
use crate::input::{Gravity, ReadOptions};
use crate::lang::commands::generate::levels;
use crate::lang::{Lang, verify as words};
use crate::proof::Level;
use crate::service::{self, Entry, Rejection, Verification, Verified, VerifyError, VerifyRequest};

use super::check::folder_of;

#[derive(Debug, clap::Args)]
pub struct VerifyArgs {
    /// The roster
    pub roster: PathBuf,
    /// Its proof, as `generate --proof` wrote it
    pub proof: PathBuf,
    /// Folder with the lists (default: the roster's folder)
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// Sheet of the workbook (default: the first that holds a roster)
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    #[command(flatten)]
    pub made_by: MadeBy,
}

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
            let proven = verification.verdict.is_ok_and(|it| it.gap().is_none());
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
            let first = match verified.gap() {
                None => format!("{GOOD}{}{GOOD:#}\n", words::verified(lang)),
                Some(_) => format!("{CARE}{}{CARE:#}\n", words::legal_only(lang)),
            };
            let level = |number| {
                let certified = verified.is_proven(number);
                let entries = entries(verified, number, lang);
                format!("  {}\n{entries}", words::level(number, certified, lang))
            };
            let text = first + &(1..=5).map(level).collect::<String>();
            match verified.gap() {
                None => text,
                Some(_) => format!("{text}{}\n", words::given(lang)),
            }
        }
    }
}

/// A line for each entry of the level that the roster has anything of.
fn entries(verified: &Verified, number: u8, lang: Lang) -> String {
    let of_level = verified.entries.iter();
    let of_level = of_level.filter(|it| it.level.number() == number && it.value > 0);
    let line = |it: &Entry| {
        let words = words::entry(&name(it.level, lang), (it.value, it.bound), lang);
        format!("     {words}\n")
    };
    of_level.map(line).collect()
}

fn name(level: Level, lang: Lang) -> String {
    let [unfilled, _, lessons, evenness] = levels(lang);
    match level {
        Level::Unfilled(role) => format!("{unfilled}, {}", role.words().many.in_lang(lang)),
        Level::Avoided(code) => {
            let level = service::avoided_level(code, lang);
            format!("{level}, {}", service::rule_name(Code::Rule(code), lang))
        }
        Level::LessonsLost => lessons.to_owned(),
        Level::LoadSquares(role) => format!("{evenness}, {}", role.words().many.in_lang(lang)),
    }
}
