//! `diff`: what changed between two rosters, and who has to be told.

use std::path::PathBuf;

use crate::cli::Outcome;
use crate::cli::args::ReportFormat;
use crate::cli::complaints;
use crate::cli::failure::Failure;
use crate::cli::layout::columns;
use crate::cli::screen::{CARE, FAINT, GOOD, STRONG, Screen, Volume, print};
use crate::disk;
use crate::domain::{Code, Role};
use crate::input::{Gravity, ReadOptions};
use crate::lang::{Lang, explain, repair as words};
use crate::service::report::{
    ChangeReport, DutyReport, ObjectiveChange, ObjectiveReport, PerRole, ToldReport,
};
use crate::service::{self, CheckError, DiffRequest, duty_words};

use super::check::folder_of;

#[derive(Debug, clap::Args)]
pub struct DiffArgs {
    /// The roster that was
    pub old: PathBuf,
    /// The roster that is
    pub new: PathBuf,
    /// Folder with the lists (default: the new roster's folder)
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// What to print
    #[arg(long, default_value = "text")]
    pub format: ReportFormat,
}

/// Reads both rosters, compares, and prints.
pub fn run(args: &DiffArgs, screen: Screen) -> Result<Outcome, Failure> {
    let data = args.data.clone().unwrap_or_else(|| folder_of(&args.new));
    let (old, new) = (disk::read_file(&args.old)?, disk::read_file(&args.new)?);
    let mut files = disk::read_folder(&data, Some(&args.old))?;
    let is_new = |name: &str| data.join(name).canonicalize().ok() == args.new.canonicalize().ok();
    files.retain(|file| !is_new(&file.name));
    let result = service::diff(&DiffRequest {
        files: &files,
        old: &old,
        new: &new,
        read: ReadOptions::default(),
    });
    let shown = match screen.volume {
        Volume::Verbose => Gravity::Note,
        Volume::Normal => Gravity::Warning,
        Volume::Quiet => Gravity::Error,
    };
    let texts: Vec<_> = files.into_iter().chain([old, new]).collect();
    let complaints = |complaints| complaints::render(complaints, &texts, shown, screen.lang);
    let difference = match result {
        Ok(difference) => difference,
        Err(CheckError::Refused(list)) => return Err(Failure::Complaints(complaints(&list))),
    };
    screen.remark(&complaints(&difference.complaints));
    let report = difference.report();
    match args.format {
        ReportFormat::Json => {
            let text = serde_json::to_string_pretty(&report);
            print(&text.expect("the report's keys are text"));
        }
        ReportFormat::Text if report.changes.is_empty() => {
            let line = words::no_difference(screen.lang);
            print(&format!("{GOOD}{line}{GOOD:#}"));
        }
        ReportFormat::Text => {
            let changes = differences(&report.changes, &report.told, screen.lang);
            print(&format!(
                "{changes}\n{}",
                objective(&report.objective, screen.lang)
            ));
        }
    }
    Ok(if report.changes.is_empty() {
        Outcome::Clean
    } else {
        Outcome::NeedsAnEye
    })
}

/// The changes day by day, then the people who have to be told.
pub fn differences(changes: &[ChangeReport], told: &[ToldReport], lang: Lang) -> String {
    let mut text = format!("{STRONG}{}{STRONG:#}\n", words::changes(lang));
    for changes in changes.chunk_by(|a, b| a.duty.date == b.duty.date) {
        text = format!("{text}{}\n", words::day(&changes[0].duty.date, lang));
        let rows: Vec<[String; 2]> = changes.iter().map(|it| row(it, lang)).collect();
        text.push_str(&columns(&rows));
    }
    text = format!(
        "{text}\n{STRONG}{}{STRONG:#}\n",
        words::told(told.len(), lang)
    );
    let [gives_up, takes_on, moved] = words::messages(lang);
    for person in told {
        text = format!("{text}  {}\n", person.person);
        for duty in &person.gives_up {
            text = format!("{text}    – {gives_up}: {}\n", duty_words(duty, lang));
        }
        for duty in &person.takes_on {
            text = format!("{text}    + {takes_on}: {}\n", duty_words(duty, lang));
        }
        for change in &person.moved {
            let from = duty_words(&change.from, lang);
            let to = duty_words(&change.to, lang);
            text = format!("{text}    → {moved}: {from} → {to}\n");
        }
    }
    text
}

/// The place; who had it → who has it.
fn row(change: &ChangeReport, lang: Lang) -> [String; 2] {
    let nobody = || words::nobody(lang).to_owned();
    let (was, now) = (change.was.clone(), change.now.clone());
    let mut who = if was == now {
        format!("{CARE}{}{CARE:#}", now.unwrap_or_else(nobody))
    } else {
        let (was, now) = (was.unwrap_or_else(nobody), now.unwrap_or_else(nobody));
        format!("{was} → {CARE}{now}{CARE:#}")
    };
    if let Some(from) = &change.moved_from {
        let from = joined([
            words::day(&from.date, lang),
            words::time(&from.lesson, lang),
        ]);
        who = format!("{who} {FAINT}({}){FAINT:#}", words::moved_from(&from, lang));
    }
    let duty = DutyReport {
        date: String::new(),
        ..change.duty.clone()
    };
    [format!("  {}", duty_words(&duty, lang)), who]
}

fn joined<const N: usize>(parts: [String; N]) -> String {
    let known: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    known.join(", ")
}

/// The levels that differ, before and after; that none does, where none does.
pub fn objective(change: &ObjectiveChange, lang: Lang) -> String {
    let before = levels(&change.before, &change.after, lang);
    let after = levels(&change.after, &change.before, lang);
    let rows: Vec<[String; 2]> = before
        .into_iter()
        .zip(after)
        .filter(|((_, before), (_, after))| before != after)
        .map(|((level, before), (_, after))| [format!("  {level}"), format!("{before} → {after}")])
        .collect();
    let title = words::objective(lang);
    if rows.is_empty() {
        return format!(
            "{STRONG}{title}{STRONG:#}\n  {}\n",
            words::same_objective(lang)
        );
    }
    format!("{STRONG}{title}{STRONG:#}\n{}", columns(&rows))
}

/// Every level by name, the most important first; rules that either roster uses, one by one.
fn levels(of: &ObjectiveReport, other: &ObjectiveReport, lang: Lang) -> Vec<(String, u64)> {
    let [unfilled, avoided, lessons, evenness, by_lessons] = explain::levels(lang);
    let by_role = |level: &'static str, of: PerRole| {
        let name = move |role: Role| format!("{level}, {}", role.words().many.in_lang(lang));
        of.iter().map(move |(role, value)| (name(role), value))
    };
    let mut rules: Vec<_> = of
        .avoided
        .0
        .iter()
        .chain(&other.avoided.0)
        .map(|it| it.0)
        .collect();
    rules.sort_unstable();
    rules.dedup();
    let uses = |rule| {
        let mut counts = of.avoided.0.iter();
        counts
            .find(|(code, _)| *code == rule)
            .map_or(0, |&(_, uses)| uses)
    };
    let rules = rules.into_iter().map(|rule| {
        let level = match rule {
            Code::Rule(code) => service::avoided_level(code, lang),
            Code::Structural(_) => avoided,
        };
        (format!("{level}, {}", rule.name()), uses(rule))
    });
    by_role(unfilled, of.unfilled)
        .chain(rules)
        .chain([(lessons.to_owned(), of.lessons_lost)])
        .chain(by_role(evenness, of.load_squares))
        .chain(by_role(by_lessons, of.lesson_squares))
        .collect()
}
