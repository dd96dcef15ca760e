//! `demo`: a sample school, its roster, and what to try next.

use std::path::PathBuf;

use clap::ValueEnum;

use crate::cli::Outcome;
use crate::cli::failure::Failure;
use crate::cli::screen::{STRONG, Screen, Volume, print};
use crate::disk::{Output, Overwrite, refuse_to_fill, write_all};
use crate::input::{InputFile, ReadOptions};
use crate::lang::commands::demo as words;
use crate::service::demo::{self, Size};
use crate::service::{ExportRequest, Format, Planning};
use crate::sheets::Audience;

use super::export::{outputs as sheet_outputs, sheets_of};
use super::generate::{Engine, Request, outcome_of};
use super::summary::summary;

#[derive(Debug, clap::Args)]
pub struct DemoArgs {
    /// New folder
    #[arg(default_value = "demo-school")]
    pub dir: PathBuf,
    /// A made-up school of this size instead of the sample
    #[arg(long)]
    pub size: Option<SizeArg>,
    /// Another made-up school of the same size
    #[arg(long)]
    pub seed: Option<u64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SizeArg {
    /// About 12 staff and 20 sittings
    Small,
    /// About 60 staff and 150 sittings
    School,
    /// About 180 staff and 700 sittings
    Large,
}

impl From<SizeArg> for Size {
    fn from(size: SizeArg) -> Self {
        match size {
            SizeArg::Small => Size::Small,
            SizeArg::School => Size::School,
            SizeArg::Large => Size::Large,
        }
    }
}

/// Writes the school and its roster into a new folder and says what it did.
pub fn run(args: &DemoArgs, screen: Screen) -> Result<Outcome, Failure> {
    let lang = screen.lang;
    refuse_to_fill(&args.dir)?;
    let request = Request {
        files: school_of(args),
        read: ReadOptions::default(),
        engine: Engine::Exact,
        plan: Planning::Nothing,
        seed: 1,
        time_limit: None,
    };
    let generated = request.generate(screen)?;
    let roster = args.dir.join("roster.csv");
    let mut outputs: Vec<Output> = request
        .files
        .iter()
        .map(|file| Output {
            path: args.dir.join(&file.name),
            bytes: &file.bytes,
        })
        .collect();
    outputs.push(Output {
        path: roster.clone(),
        bytes: &generated.file,
    });
    let written = InputFile {
        name: "roster.csv".into(),
        bytes: generated.file.clone(),
    };
    let proof = InputFile {
        name: "roster.proof".into(),
        bytes: generated.proof().into_bytes(),
    };
    outputs.push(Output {
        path: args.dir.join(&proof.name),
        bytes: &proof.bytes,
    });
    let exported = sheets_of(
        &ExportRequest {
            files: &request.files,
            roster: &written,
            was: None,
            amends: None,
            read: ReadOptions::default(),
            formats: &Format::ALL,
            audience: Audience::Staff,
            person: None,
            date: None,
            draft: !generated.findings.conflicts.is_empty(),
            lang,
            sheets_lang: screen.lang_asked,
            plan: &[],
            proof: Some(&proof),
        },
        screen.quiet(),
    )?;
    let sheets = args.dir.join("sheets");
    outputs.extend(sheet_outputs(&exported, &sheets));
    write_all(&outputs, Overwrite::No)?;
    let folder = args.dir.display().to_string();
    if screen.volume > Volume::Quiet {
        print(&format!(
            "{STRONG}{}{STRONG:#}\n\n{}\n\n{}\n\n{}",
            words::sample(&folder, request.files.len(), lang),
            summary(&generated, &roster, screen),
            words::sheets(exported.files.len(), &sheets.display().to_string(), lang),
            words::try_next(&folder, lang)
        ));
    }
    Ok(outcome_of(&generated))
}

fn school_of(args: &DemoArgs) -> Vec<InputFile> {
    match (args.size, args.seed) {
        (None, None) => demo::sample(),
        (size, seed) => demo::made_up(size.map_or(Size::School, Size::from), seed.unwrap_or(1)),
    }
}
