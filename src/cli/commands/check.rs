//! `check`: every conflict in a roster, whoever made it.

use std::path::{Path, PathBuf};

use clap::ValueEnum;

use crate::cli::Outcome;
use crate::cli::complaints;
use crate::cli::failure::Failure;
use crate::cli::findings;
use crate::cli::screen::{Screen, Volume, print, print_bytes};
use crate::disk;
use crate::input::{Gravity, InputFile, ReadOptions};
use crate::service::{self, CheckError, CheckRequest, Checked, SourceText};

use super::check_files::Targets;
use super::learn::learn;
use super::reading;

#[derive(Debug, clap::Args)]
pub struct CheckArgs {
    /// The roster
    pub roster: PathBuf,
    /// Folder with the lists (default: the roster's folder)
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// Sheet of the workbook (default: the first that holds a roster)
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// Folder with the tables of a plan, judged too (default: plan, beside the roster, if it is there)
    #[arg(long, value_name = "DIR")]
    pub plan: Option<PathBuf>,
    /// What to print
    #[arg(long, default_value = "text")]
    pub format: CheckFormat,
    /// Show the table as it was understood, cell by cell, before the findings
    #[arg(long)]
    pub show_reading: bool,
    /// Ask about unclear names, and keep the answers in names.csv of the folder
    #[arg(long)]
    pub learn: bool,
    /// Write the roster with the fewest changes that settle its conflicts, in its own layout and format; rows without a
    /// conflict stay
    #[arg(long, value_name = "OUT")]
    pub fix: Option<PathBuf>,
    /// Write the roster's own workbook with the findings in it: cells coloured, notes, a column of remarks
    #[arg(long, value_name = "OUT.xlsx")]
    pub annotate: Option<PathBuf>,
    /// Overwrite files that are there
    #[arg(long)]
    pub force: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    /// A report for a person
    Text,
    /// One object
    Json,
    /// A table that opens in a spreadsheet program
    Csv,
    /// SARIF 2.1.0, for editors and code hosts
    Sarif,
}

/// Reads the lists and the roster, judges, writes what was asked for, and prints in the form asked for.
pub fn run(args: &CheckArgs, screen: Screen) -> Result<Outcome, Failure> {
    let targets = Targets::of(args)?;
    let data = args.data.clone().unwrap_or_else(|| folder_of(&args.roster));
    let roster = disk::read_file(&args.roster)?;
    let mut files = disk::read_folder(&data, Some(&args.roster))?;
    let mut checked = judged(args, &files, &roster, screen)?;
    if args.learn && learn(&checked, &files, &data, screen)? {
        files = disk::read_folder(&data, Some(&args.roster))?;
        checked = judged(args, &files, &roster, screen)?;
    }
    let plan = disk::read_some(&plan_of(args), &service::plan_files())?;
    let checked = checked.with_suggestions().with_plan(&plan);
    let texts: Vec<_> = files.into_iter().chain([roster]).collect();
    let gravity = gravity(args, screen);
    let complaints = complaints::render(&checked.complaints, &texts, gravity, screen.lang);
    screen.remark(&complaints);
    if args.show_reading && args.format == CheckFormat::Text {
        print(&reading::text(&checked, screen.lang));
    }
    let roster = texts.last();
    let written = match roster {
        Some(roster) => targets.write(&checked, (roster, args.sheet.as_deref()), screen.lang)?,
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
    Ok(if checked.is_clean() {
        Outcome::Clean
    } else {
        Outcome::NeedsAnEye
    })
}

/// Folder of the plan's tables: as said, else the one beside the roster that `plan` writes.
fn plan_of(args: &CheckArgs) -> PathBuf {
    let said = args.plan.clone();
    said.unwrap_or_else(|| folder_of(&args.roster).join("plan"))
}

/// The roster, judged; complaints that make that impossible are the failure.
fn judged(
    args: &CheckArgs,
    files: &[InputFile],
    roster: &InputFile,
    screen: Screen,
) -> Result<Checked, Failure> {
    let request = CheckRequest {
        files,
        roster,
        read: ReadOptions {
            sheet: args.sheet.clone(),
            ..ReadOptions::default()
        },
    };
    service::check(&request).map_err(|CheckError::Refused(complaints)| {
        let texts: Vec<_> = files.iter().chain([roster]).cloned().collect();
        let gravity = gravity(args, screen);
        Failure::Complaints(complaints::render(
            &complaints,
            &texts,
            gravity,
            screen.lang,
        ))
    })
}

/// What is told: notes too, where somebody asks how the roster was read.
fn gravity(args: &CheckArgs, screen: Screen) -> Gravity {
    match screen.volume {
        Volume::Normal if args.show_reading => Gravity::Note,
        Volume::Verbose => Gravity::Note,
        Volume::Normal => Gravity::Warning,
        Volume::Quiet => Gravity::Error,
    }
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
