//! `check`: every conflict in a roster, whoever made it.

use std::path::{Path, PathBuf};

use crate::cli::Outcome;
use crate::cli::args::{CheckArgs, CheckFormat};
use crate::cli::complaints;
use crate::cli::failure::Failure;
use crate::cli::files;
use crate::cli::layout::{indent, wrap};
use crate::cli::screen::{BAD, CARE, FAINT, GOOD, STRONG, Screen, Volume, print, print_bytes};
use crate::input::{Gravity, InputFile, ReadOptions};
use crate::lang::{Lang, commands::check as words};
use crate::service::report::{CheckReport, FindingReport, Verdict};
use crate::service::{self, CheckError, CheckRequest, Checked};

use super::learn::learn;
use super::reading;

/// Reads the lists and the roster, judges, and prints in the form asked for.
pub fn run(args: &CheckArgs, screen: Screen) -> Result<Outcome, Failure> {
    let data = args.data.clone().unwrap_or_else(|| folder_of(&args.roster));
    let roster = files::read_file(&args.roster)?;
    let mut files = files::read_folder(&data, Some(&args.roster))?;
    let mut checked = judged(args, &files, &roster, screen)?;
    if args.learn && learn(&checked, &files, &data, screen)? {
        files = files::read_folder(&data, Some(&args.roster))?;
        checked = judged(args, &files, &roster, screen)?;
    }
    let texts: Vec<_> = files.into_iter().chain([roster]).collect();
    let gravity = gravity(args, screen);
    let complaints = complaints::render(&checked.complaints, &texts, gravity, screen.lang);
    screen.remark(&complaints);
    if args.show_reading && args.format == CheckFormat::Text {
        print(&reading::text(&checked, screen.lang));
    }
    show(&checked, args.format, screen);
    Ok(match checked.verdict() {
        Verdict::Clean => Outcome::Clean,
        Verdict::Exceptions | Verdict::Conflicts => Outcome::NeedsAnEye,
    })
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
fn show(checked: &Checked, format: CheckFormat, screen: Screen) {
    let lang = screen.lang;
    match format {
        CheckFormat::Text => print(&text(checked, lang)),
        CheckFormat::Json => {
            let report = serde_json::to_string_pretty(&checked.report(lang));
            print(&report.expect("the report's keys are text"));
        }
        CheckFormat::Csv => print_bytes(&checked.csv(lang)),
        CheckFormat::Sarif => {
            let log = serde_json::to_string_pretty(&checked.sarif(lang));
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

/// The verdict, then the findings by group.
pub fn text(checked: &Checked, lang: Lang) -> String {
    let report = checked.report(lang);
    let [conflicts, exceptions, possible, unclear, advice] = words::titles(lang);
    let questions: Vec<String> = report
        .questions
        .iter()
        .map(|question| {
            let candidates = question.candidates.join(" / ");
            let sentence = words::question(&question.text, &candidates, lang);
            format!("  {}: {sentence}\n", question.place)
        })
        .collect();
    let advised: Vec<String> = checked
        .advice
        .iter()
        .map(|advice| format!("  {}\n", advice.sentence(&checked.school, lang)))
        .collect();
    let list = |findings: &[FindingReport]| -> String {
        findings.iter().map(|finding| one(finding, lang)).collect()
    };
    let groups = [
        (conflicts, list(&report.conflicts)),
        (unclear, questions.concat()),
        (exceptions, list(&report.exceptions)),
        (possible, list(&report.possible)),
        (advice, advised.concat()),
    ];
    let groups: Vec<String> = groups
        .into_iter()
        .filter(|(_, lines)| !lines.is_empty())
        .map(|(title, lines)| format!("\n{STRONG}{title}{STRONG:#}\n{lines}"))
        .collect();
    format!("{}\n{}", verdict(&report, lang), groups.concat())
}

fn verdict(report: &CheckReport, lang: Lang) -> String {
    let places = report.checked_places;
    let (style, line) = match report.verdict {
        Verdict::Clean => (GOOD, words::clean(places, lang)),
        Verdict::Exceptions => (
            CARE,
            words::exceptions_only(report.exceptions.len(), places, lang),
        ),
        Verdict::Conflicts => {
            let (conflicts, questions) = (report.conflicts.len(), report.questions.len());
            (BAD, words::conflicts(conflicts, questions, places, lang))
        }
    };
    format!("{style}{line}{style:#}")
}

fn one(finding: &FindingReport, lang: Lang) -> String {
    let mut text = format!(
        "  {STRONG}{}{STRONG:#}: {} {FAINT}[{}]{FAINT:#}\n",
        finding.place, finding.message, finding.rule
    );
    if let Some(fix) = &finding.suggestion {
        let fix = wrap(&format!("{}: {fix}", words::fix(lang)), 96);
        text = format!("{text}{}", indent(&fix, 4));
    }
    text
}
