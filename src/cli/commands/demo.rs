//! `demo`: a sample school, its roster, and what to try next.

use crate::cli::Outcome;
use crate::cli::args::{DemoArgs, Engine};
use crate::cli::failure::Failure;
use crate::cli::screen::{STRONG, Screen, Volume, print};
use crate::disk::{Output, Overwrite, refuse_to_fill, write_all};
use crate::input::{InputFile, ReadOptions};
use crate::lang::commands::demo as words;
use crate::service::demo::{self, Size};
use crate::service::{ExportRequest, Format, Planning};
use crate::sheets::Audience;

use super::export::{outputs as sheet_outputs, sheets_of};
use super::generate::{Request, outcome_of};
use super::summary::summary;

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
