//! `repair`: the fewest changes that make a roster valid again, written beside it.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::cli::Outcome;
use crate::cli::args::ReportFormat;
use crate::cli::complaints;
use crate::cli::failure::Failure;
use crate::cli::findings;
use crate::cli::patience::Patience;
use crate::cli::progress::Progress;
use crate::cli::screen::{BAD, CARE, GOOD, STRONG, Screen, Volume, print};
use crate::cli::values::seconds;
use crate::disk;
use crate::disk::{Output, Overwrite, refuse_to_overwrite, write_all};
use crate::input::{Gravity, ReadOptions};
use crate::lang::{Lang, commands::generate, repair as words};
use crate::service::report::RepairReport;
use crate::service::{self, GenerateError, Repair, RepairRequest};

use super::check::folder_of;
use super::diff::differences;

#[derive(Debug, clap::Args)]
pub struct RepairArgs {
    /// The roster
    pub roster: PathBuf,
    /// Folder with the lists (default: the roster's folder)
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// Sheet of the workbook (default: the first that holds a roster)
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// Somebody who is away: always, on that day (days: 21.04-23.04), or in those lessons; may be given many times
    #[arg(long, value_name = "PERSON[@DATE[@LESSONS]]")]
    pub absent: Vec<String>,
    /// Where to write the repaired roster (default: ROSTER-repaired.csv beside it)
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Chooses among equally good rosters; the same seed gives the same roster
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// Stop after this many seconds with the best roster so far
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    pub time_limit: Option<Duration>,
    /// What to print
    #[arg(long, default_value = "text")]
    pub format: ReportFormat,
    /// Overwrite the file
    #[arg(long)]
    pub force: bool,
}

/// Reads, repairs, writes, and prints the changes or the object.
pub fn run(args: &RepairArgs, screen: Screen) -> Result<Outcome, Failure> {
    let started = Instant::now();
    let target = args.output.clone().unwrap_or_else(|| beside(&args.roster));
    let overwrite = if args.force {
        Overwrite::Yes
    } else {
        Overwrite::No
    };
    refuse_to_overwrite(&target, overwrite)?;
    let data = args.data.clone().unwrap_or_else(|| folder_of(&args.roster));
    let roster = disk::read_file(&args.roster)?;
    let files = disk::read_folder(&data, Some(&args.roster))?;
    let patience = Patience::start(args.time_limit);
    let progress = Progress::start(screen);
    let result = service::repair(&RepairRequest {
        files: &files,
        roster: &roster,
        read: ReadOptions {
            absent: args.absent.clone(),
            sheet: args.sheet.clone(),
            ..ReadOptions::default()
        },
        seed: args.seed,
        stop: &|| patience.is_over(),
        stop_explaining: &|| patience.is_said(),
        progress: &|stage| progress.show(stage),
    });
    drop(progress);
    let shown = match screen.volume {
        Volume::Verbose => Gravity::Note,
        Volume::Normal => Gravity::Warning,
        Volume::Quiet => Gravity::Error,
    };
    let texts: Vec<_> = files.into_iter().chain([roster]).collect();
    let complaints = |complaints| complaints::render(complaints, &texts, shown, screen.lang);
    let repair = match result {
        Ok(repair) => repair,
        Err(GenerateError::Refused(list)) => return Err(Failure::Complaints(complaints(&list))),
        Err(GenerateError::TooLarge(size)) => return Err(Failure::TooLarge(size)),
        Err(GenerateError::Internal(misstep)) => return Err(Failure::Internal(misstep)),
    };
    screen.remark(&complaints(&repair.checked.complaints));
    let output = Output {
        path: target.clone(),
        bytes: &repair.file,
    };
    write_all(&[output], overwrite)?;
    let elapsed = started.elapsed().as_millis();
    let report = repair.report(u64::try_from(elapsed).unwrap_or(u64::MAX), screen.lang);
    match args.format {
        ReportFormat::Json => {
            let text = serde_json::to_string_pretty(&report);
            print(&text.expect("the report's keys are text"));
        }
        ReportFormat::Text if screen.volume > Volume::Quiet => {
            let path = target.display().to_string();
            print(&text((&repair, &report), &path, screen.lang));
            if !args.absent.is_empty() {
                print(words::next_absent(screen.lang));
            }
        }
        ReportFormat::Text => {}
    }
    Ok(if repair.checked.is_clean() && report.read_as.is_empty() {
        Outcome::Clean
    } else {
        Outcome::NeedsAnEye
    })
}

/// `roster-repaired.csv` beside `roster.csv` or `roster.xlsx`.
fn beside(roster: &Path) -> PathBuf {
    let stem = roster.file_stem().unwrap_or_default().to_string_lossy();
    roster.with_file_name(format!("{stem}-repaired.csv"))
}

/// How much changed, what changed, whom to tell, what is left for a person.
fn text((repair, report): (&Repair, &RepairReport), path: &str, lang: Lang) -> String {
    let line = words::changed(report.changed, report.kept, lang);
    let proof = if report.fewest_is_proven {
        format!("{GOOD}{}{GOOD:#}", words::proven(lang))
    } else {
        let line = words::unproven(report.changed, report.fewest, lang);
        format!("{CARE}{line}{CARE:#}")
    };
    let after = report.check.conflicts.len() + report.check.questions.len();
    let style = match (after, report.check.unchecked.is_empty()) {
        (0, true) => GOOD,
        (0, false) => CARE,
        _ => BAD,
    };
    let conflicts = words::conflicts(report.conflicts_before, after, lang);
    let exceptions = generate::exceptions(report.check.exceptions.len(), lang);
    let avoided = findings::preferences_line(&repair.checked, lang);
    let missing = findings::not_checked(&report.check.unchecked, lang);
    let mut text = format!(
        "{STRONG}{line}{STRONG:#}\n{proof}\n{style}{conflicts}{style:#}\n{exceptions}\n{avoided}{missing}"
    );
    if !report.changes.is_empty() {
        text = format!(
            "{text}\n{}",
            differences(&report.changes, &report.told, lang)
        );
    }
    let mut open: Vec<String> = report
        .read_as
        .iter()
        .map(|read| words::read_as(read.row, &read.text, &read.person, lang))
        .collect();
    let findings = report.check.conflicts.iter();
    open.extend(findings.map(|finding| finding.message.clone()));
    if !open.is_empty() {
        text = format!("{text}\n{CARE}{}{CARE:#}\n", words::left(lang));
        for line in open {
            text = format!("{text}  {line}\n");
        }
    }
    format!("{text}\n{}\n", generate::written(path, lang))
}
