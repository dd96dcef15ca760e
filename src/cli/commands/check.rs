//! `check`: every conflict in a roster, whoever made it.

use std::path::{Path, PathBuf};

use crate::cli::Outcome;
use crate::cli::args::{CheckArgs, CheckFormat};
use crate::cli::complaints;
use crate::cli::failure::Failure;
use crate::cli::files;
use crate::cli::findings;
use crate::cli::screen::{Screen, Volume, print, print_bytes};
use crate::input::{Gravity, InputFile, ReadOptions};
use crate::service::report::Verdict;
use crate::service::{self, CheckError, CheckRequest, Checked, SourceText};

use super::check_files::Targets;

/// Reads the lists and the roster, judges, writes what was asked for, and prints in the form asked for.
pub fn run(args: &CheckArgs, screen: Screen) -> Result<Outcome, Failure> {
    let targets = Targets::of(args)?;
    let data = args.data.clone().unwrap_or_else(|| folder_of(&args.roster));
    let roster = files::read_file(&args.roster)?;
    let files = files::read_folder(&data, Some(&args.roster))?;
    let read = ReadOptions::default();
    let result = service::check(&CheckRequest {
        files: &files,
        roster: &roster,
        read: read.clone(),
    });
    let shown = match screen.volume {
        Volume::Verbose => Gravity::Note,
        Volume::Normal => Gravity::Warning,
        Volume::Quiet => Gravity::Error,
    };
    let texts: Vec<_> = files.into_iter().chain([roster]).collect();
    let words = |complaints| complaints::render(complaints, &texts, shown, screen.lang);
    let checked = match result {
        Ok(checked) => checked.with_suggestions(),
        Err(CheckError::Refused(complaints)) => {
            return Err(Failure::Complaints(words(&complaints)));
        }
    };
    screen.remark(&words(&checked.complaints));
    let roster = texts.last();
    let written = match roster {
        Some(roster) => targets.write(&checked, (roster, read.sheet.as_deref()), screen.lang)?,
        None => String::new(),
    };
    show(&checked, roster, args.format, screen);
    if !written.is_empty() {
        // A table or an object on standard output stays alone there.
        match args.format {
            CheckFormat::Text => print(&written),
            _ => screen.remark(&written),
        }
    }
    Ok(match checked.verdict() {
        Verdict::Clean => Outcome::Clean,
        Verdict::Exceptions | Verdict::Conflicts => Outcome::NeedsAnEye,
    })
}

/// Prints in the form asked for.
fn show(checked: &Checked, roster: Option<&InputFile>, format: CheckFormat, screen: Screen) {
    let lang = screen.lang;
    let text = SourceText::new(roster.map_or(&[], |file| &file.bytes));
    match format {
        CheckFormat::Text => print(&findings::render(checked, &text, lang)),
        CheckFormat::Json => {
            let report = serde_json::to_string_pretty(&checked.report(lang));
            print(&report.expect("the report's keys are text"));
        }
        CheckFormat::Csv => print_bytes(&checked.csv(lang)),
        CheckFormat::Sarif => {
            let log = serde_json::to_string_pretty(&checked.sarif(&text, lang));
            print(&log.expect("the log's keys are text"));
        }
    }
}

/// The folder a file stands in.
pub fn folder_of(file: &Path) -> PathBuf {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}
