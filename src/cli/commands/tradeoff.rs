//! `tradeoff`: the price of a rule, line by line.

use std::path::PathBuf;
use std::time::Duration;

use crate::cli::Outcome;
use crate::cli::args::ReportFormat;
use crate::cli::complaints;
use crate::cli::failure::Failure;
use crate::cli::findings::not_checked;
use crate::cli::layout::columns;
use crate::cli::patience::Patience;
use crate::cli::progress::Progress;
use crate::cli::screen::{CARE, FAINT, GOOD, STRONG, Screen, Volume, print};
use crate::cli::values::{seconds, works};
use crate::disk;
use crate::input::Gravity;
use crate::lang::{Lang, commands::tradeoff as words, unchecked};
use crate::service::tradeoff::{
    self, Choice, Choices, Price, TradeoffReport, TradeoffRequest, choices,
};
use crate::service::{self, GenerateError};

use super::summary::gaps;

#[derive(Debug, clap::Args)]
pub struct TradeoffArgs {
    /// Folder with the lists
    #[arg(default_value = ".")]
    pub dir: PathBuf,
    /// Limits on the works of one checker to compare, beside none
    #[arg(long, value_name = "WORKS", value_delimiter = ',', value_parser = works, default_value = "40,60,80")]
    pub works: Vec<u32>,
    /// Rules and options to begin from instead of DIR/policy.toml
    #[arg(long, value_name = "FILE")]
    pub policy: Option<PathBuf>,
    /// Stop each line after this many seconds with the best so far
    #[arg(long, value_name = "SECONDS", value_parser = seconds, default_value = "5")]
    pub time_limit: Duration,
    /// What to print
    #[arg(long, default_value = "text")]
    pub format: ReportFormat,
}

/// Solves the school under each choice and prints the lines.
pub fn run(args: &TradeoffArgs, screen: Screen) -> Result<Outcome, Failure> {
    let files = disk::read_folder(&args.dir, None)?;
    let read = disk::read_options(args.policy.as_deref(), false)?;
    let request = TradeoffRequest {
        files: &files,
        read: &read,
        lang: screen.lang,
    };
    let shown = match screen.volume {
        Volume::Verbose => Gravity::Note,
        Volume::Normal => Gravity::Warning,
        Volume::Quiet => Gravity::Error,
    };
    let told = |complaints: &service::Complaints| {
        complaints::render(complaints, &files, shown, screen.lang)
    };
    let choices = choices(request, &args.works).map_err(|list| Failure::Complaints(told(&list)))?;
    screen.remark(&told(&choices.complaints));
    let progress = Progress::start(screen);
    let mut prices = Vec::new();
    for &choice in &choices.list {
        progress.count(prices.len(), choices.list.len());
        let patience = Patience::start(Some(args.time_limit));
        let price = tradeoff::price(request, choice, &|| patience.is_over());
        prices.push(price.map_err(|error| match error {
            GenerateError::Refused(list) => Failure::Complaints(told(&list)),
            GenerateError::TooLarge(size) => Failure::TooLarge(size),
            GenerateError::Internal(misstep) => Failure::Internal(misstep),
        })?);
    }
    drop(progress);
    let report = TradeoffReport::of(&choices, &prices, screen.lang);
    match args.format {
        ReportFormat::Json => {
            let text = serde_json::to_string_pretty(&report);
            print(&text.expect("the report's keys are text"));
        }
        ReportFormat::Text => print(&text(&choices, &prices, &report, screen.lang)),
    }
    let is_whole = report.unchecked.is_empty() && prices.iter().all(Price::is_proven);
    Ok(if is_whole {
        Outcome::Clean
    } else {
        Outcome::NeedsAnEye
    })
}

/// A table for each number of checkers and each word on own subject, a line for each limit; what is open below.
fn text(choices: &Choices, prices: &[Price], report: &TradeoffReport, lang: Lang) -> String {
    let title = words::title(prices.len(), lang);
    let mut text = format!("{STRONG}{title}{STRONG:#}\n");
    let group = |price: &Price| (price.choice.checkers, price.choice.own_subject);
    for prices in prices.chunk_by(|a, b| group(a) == group(b)) {
        let heading = heading(prices[0].choice, choices, lang);
        text = format!("{text}\n{STRONG}{heading}{STRONG:#}\n");
        text.push_str(&lines(prices, choices.now, lang));
    }
    for note in notes(choices, prices, lang) {
        text = format!("{text}\n{FAINT}{note}{FAINT:#}");
    }
    let open = not_checked(&report.unchecked, lang);
    if open.is_empty() {
        return text;
    }
    format!("{text}\n{}", open.trim_end())
}

fn heading(choice: Choice, choices: &Choices, lang: Lang) -> String {
    let checkers = (!choices.checkers_are_listed).then_some(choice.checkers);
    words::group(checkers, choice.own_subject.name(), lang)
}

/// The lines of one group, headings above; an arrow at the policy as it stands.
fn lines(prices: &[Price], now: Choice, lang: Lang) -> String {
    let mut rows: Vec<[String; 10]> = vec![words::headings(lang).map(str::to_owned)];
    rows.extend(prices.iter().map(|price| row(price, lang)));
    let mut text = String::new();
    for (index, line) in columns(&rows).lines().enumerate() {
        let Some(price) = index.checked_sub(1).map(|at| &prices[at]) else {
            text = format!("  {FAINT}{line}{FAINT:#}\n");
            continue;
        };
        let mark = if price.choice == now { '→' } else { ' ' };
        let style = if price.is_proven() { GOOD } else { CARE };
        // The last word of a line says whether it is proven; only that is coloured.
        let (numbers, verdict) = line.split_at(line.rfind("  ").map_or(0, |at| at + 2));
        text = format!("{text}{mark} {numbers}{style}{verdict}{style:#}\n");
        if !price.is_proven() {
            for level in open_levels(price, lang) {
                text = format!("{text}      {CARE}{level}{CARE:#}\n");
            }
        }
    }
    text
}

fn row(price: &Price, lang: Lang) -> [String; 10] {
    let choice = price.choice;
    [
        choice.works.map_or_else(
            || words::no_limit(lang).to_owned(),
            |works| works.to_string(),
        ),
        price.empty.to_string(),
        price.preferences.to_string(),
        price.exceptions.to_string(),
        price.own_subject.to_string(),
        price.most_works.to_string(),
        price.fewest_works.to_string(),
        price.idle.to_string(),
        price
            .lessons_lost
            .map_or_else(|| "–".to_owned(), |lessons| lessons.to_string()),
        words::verdict(price.is_proven(), lang).to_owned(),
    ]
}

/// What is not proven, each level with its value and bound.
fn open_levels(price: &Price, lang: Lang) -> Vec<String> {
    let mut open = gaps(&price.answer.objective, &price.answer.bound, lang);
    if !price.findings.weighs_works() {
        open.push(unchecked::proven_by_sittings(lang).to_owned());
    }
    if open.is_empty() {
        open.push(words::open_somewhere(lang).to_owned());
    }
    open
}

/// What the numbers mean, and what no choice changes.
fn notes(choices: &Choices, prices: &[Price], lang: Lang) -> Vec<String> {
    let mut notes = vec![
        words::now(lang).to_owned(),
        words::what_numbers_are(lang).to_owned(),
    ];
    let (listed, all) = choices.listed_sittings;
    if listed > 0 {
        notes.push(words::listed(listed, all, lang));
    }
    if choices.own_limits > 0 {
        notes.push(words::own_limits(choices.own_limits, lang));
    }
    if prices.iter().any(|price| price.lessons_lost.is_none()) {
        notes.push(words::no_timetable(lang).to_owned());
    }
    notes
}
