//! `explain`: why a place is empty, why this person, who else, and why somebody may not.

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::ValueEnum;

use crate::cli::Outcome;
use crate::cli::complaints;
use crate::cli::failure::Failure;
use crate::cli::layout::{indent, wrap};
use crate::cli::screen::{CARE, FAINT, GOOD, STRONG, Screen, Volume, print};
use crate::disk;
use crate::domain::PersonId;
use crate::explain::{Candidate, Occupant};
use crate::input::{Ask, Gravity, ReadOptions};
use crate::lang::{Lang, commands::check, explain as words};
use crate::service::{
    self, CandidateReport, ExplainError, ExplainRequest, Explained, ExplainedPlace, Explanation,
    when_and_what,
};

use super::check::folder_of;

#[derive(Debug, clap::Args)]
pub struct ExplainArgs {
    /// The roster
    pub roster: PathBuf,
    /// Day of the sitting
    #[arg(long)]
    pub date: String,
    /// Its class
    #[arg(long)]
    pub class: String,
    /// Its subject
    #[arg(long)]
    pub subject: String,
    /// Only the places of this role
    #[arg(long)]
    pub role: Option<String>,
    /// Only this person
    #[arg(long)]
    pub person: Option<String>,
    /// Folder with the lists (default: the roster's folder)
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// Sheet of the workbook (default: the first that holds a roster)
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// What to print
    #[arg(long, default_value = "text")]
    pub format: ExplainFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ExplainFormat {
    /// For a person
    Text,
    /// One object
    Json,
}

/// Ways out that are shown of one obstacle, and people of one list; JSON has them all.
const MOST_SHOWN: usize = 10;
/// Letters to a line.
const WIDTH: usize = 96;

/// Reads the lists and the roster, explains, and prints.
pub fn run(args: &ExplainArgs, screen: Screen) -> Result<Outcome, Failure> {
    let data = args.data.clone().unwrap_or_else(|| folder_of(&args.roster));
    let roster = disk::read_file(&args.roster)?;
    let files = disk::read_folder(&data, Some(&args.roster))?;
    let result = service::explain(&ExplainRequest {
        files: &files,
        roster: &roster,
        read: ReadOptions {
            sheet: args.sheet.clone(),
            ..ReadOptions::default()
        },
        ask: Ask {
            date: args.date.clone(),
            class: args.class.clone(),
            subject: args.subject.clone(),
            role: args.role.clone(),
            person: args.person.clone(),
        },
    });
    let shown = match screen.volume {
        Volume::Verbose => Gravity::Note,
        Volume::Normal | Volume::Quiet => Gravity::Error,
    };
    let texts: Vec<_> = files.into_iter().chain([roster]).collect();
    let complaints = |complaints| complaints::render(complaints, &texts, shown, screen.lang);
    let explanation = match result {
        Ok(explanation) => explanation,
        Err(ExplainError::Refused(list)) => return Err(Failure::Complaints(complaints(&list))),
        Err(ExplainError::Unclear(problems)) => return Err(Failure::Unclear(problems)),
    };
    screen.remark(&complaints(&explanation.complaints));
    match args.format {
        ExplainFormat::Text => print(&text(&explanation, screen.lang)),
        ExplainFormat::Json => {
            let report = serde_json::to_string_pretty(&explanation.report(screen.lang));
            print(&report.expect("the report's keys are text"));
        }
    }
    Ok(if explanation.needs_an_eye() {
        Outcome::NeedsAnEye
    } else {
        Outcome::Clean
    })
}

/// Every place asked for, one after another.
pub fn text(explanation: &Explanation, lang: Lang) -> String {
    let place = |explained: &ExplainedPlace| place(explanation, explained, lang);
    let places: Vec<String> = explanation.places.iter().map(place).collect();
    places.join("\n")
}

fn place(explanation: &Explanation, explained: &ExplainedPlace, lang: Lang) -> String {
    let school = &explanation.school;
    let when = when_and_what(school, explained.place.sitting, lang);
    let (style, person) = match explained.occupant {
        Occupant::Person(person) => (GOOD, Some(school.person(person).name.as_str())),
        Occupant::Nobody | Occupant::Stranger => (CARE, None),
    };
    let role = explained.place.role.words().one.in_lang(lang);
    let who = words::occupant(person, lang);
    let mut text = format!("{STRONG}{when}, {role}{STRONG:#}: {style}{who}{style:#}\n");
    if explanation.person.is_some() {
        for candidate in &explained.candidates {
            text.push_str(&one(explanation, explained, candidate, lang));
        }
        return text;
    }
    if let Some(found) = &explained.obstacle {
        text.push_str(&obstacle(explanation, found, lang));
    }
    if let Occupant::Person(person) = explained.occupant {
        let [why, ..] = words::sections(lang);
        text = format!(
            "{text}{why}\n{}",
            in_favour(explanation, explained, person, lang)
        );
    }
    text + &others(explanation, explained, lang)
}

/// The reason and the ways out.
fn obstacle(explanation: &Explanation, found: &Explained, lang: Lang) -> String {
    let school = &explanation.school;
    let mut text = indent(&wrap(&found.because(school, lang), WIDTH), 2);
    let spots = found.obstacle.spots();
    if spots.len() > 1 {
        for (sitting, _) in spots {
            text = format!("{text}    · {}\n", when_and_what(school, sitting, lang));
        }
    }
    let ways = found.ways_out(school, lang);
    if ways.is_empty() {
        return format!("{text}  {}\n", words::no_way(lang));
    }
    text = format!("{text}  {}\n", words::ways_title(lang));
    // Two of each kind: eight waivers say less than one waiver and one move.
    let mut of_kind = BTreeMap::new();
    let mut shown = 0;
    for (way, out) in ways.iter().zip(&found.ways) {
        let seen = of_kind.entry(out.way.kind()).or_insert(0);
        *seen += 1;
        if *seen <= 2 && shown < MOST_SHOWN {
            shown += 1;
            text = format!("{text}    – {way}\n");
        }
    }
    if shown < ways.len() {
        text = format!(
            "{text}    {FAINT}{}{FAINT:#}\n",
            words::more_ways(ways.len() - shown, lang)
        );
    }
    text
}

/// What stands in favour of who takes the place: no bar, own lessons, load.
fn in_favour(
    explanation: &Explanation,
    explained: &ExplainedPlace,
    person: PersonId,
    lang: Lang,
) -> String {
    let role = explained.place.role;
    let own = explained.candidates.iter().find(|it| it.person == person);
    let against = own.filter(|it| !it.is_free() || !it.verdicts.is_empty());
    let mut lines = Vec::new();
    let mut text = String::new();
    match against {
        Some(candidate) => text = one(explanation, explained, candidate, lang),
        None => lines.push(words::not_barred(lang).to_owned()),
    }
    let school = &explanation.school;
    if role.misses_lessons() && !school.lessons.is_empty() {
        let sitting = school.sitting(explained.place.sitting);
        let lost = school.lessons_lost(person, sitting).count();
        lines.push(words::own_lessons(lost, lang));
    }
    let (load, least, most) = explanation.load(person, role);
    lines.push(words::in_favour(
        load,
        least,
        most,
        role.counts_works(),
        lang,
    ));
    text.push_str(&indent(&wrap(&lines.join("; "), WIDTH), 2));
    text
}

/// Everybody else who holds the role: who could, who is held, who may not.
fn others(explanation: &Explanation, explained: &ExplainedPlace, lang: Lang) -> String {
    let school = &explanation.school;
    let (role, sitting) = (
        explained.place.role,
        school.sitting(explained.place.sitting),
    );
    let others = || {
        explained
            .candidates
            .iter()
            .filter(|it| explained.occupant != Occupant::Person(it.person))
    };
    let [_, could, held, barred] = words::sections(lang);
    let groups: [(&str, Vec<&Candidate>); 3] = [
        (could, others().filter(|it| it.is_free()).collect()),
        (
            held,
            others()
                .filter(|it| !it.is_barred() && !it.is_free())
                .collect(),
        ),
        (
            barred,
            others()
                .filter(|it| it.is_barred() && school.holds_role(it.person, role, sitting))
                .collect(),
        ),
    ];
    let mut text = String::new();
    for (title, people) in groups.iter().filter(|(_, people)| !people.is_empty()) {
        text = format!("{text}{title}\n");
        for candidate in people {
            let report = explanation.candidate(explained, candidate, lang);
            text.push_str(&indent(&wrap(&summary(&report, candidate, lang), WIDTH), 2));
        }
    }
    text
}

fn summary(report: &CandidateReport, candidate: &Candidate, lang: Lang) -> String {
    let what = if candidate.is_barred() {
        let rules = report.rules.iter().filter(|rule| rule.severity == "forbid");
        rules.map(|rule| rule.name.to_owned()).collect::<Vec<_>>()
    } else if candidate.is_free() {
        vec![service::change_words(&candidate.cost, lang)]
    } else {
        report.held_by.clone()
    };
    format!("{}: {}", report.person, what.join("; "))
}

/// One person: every rule that stands against them with its proof, what holds them, and what would change.
fn one(
    explanation: &Explanation,
    explained: &ExplainedPlace,
    candidate: &Candidate,
    lang: Lang,
) -> String {
    let report = explanation.candidate(explained, candidate, lang);
    let mut lines = Vec::new();
    if report.rules.is_empty() {
        lines.push(format!("{}: {}", report.person, words::not_barred(lang)));
    }
    for rule in &report.rules {
        let cells: Vec<String> = rule
            .evidence
            .iter()
            .map(|cell| {
                let place = check::place(Some(cell.row), cell.sheet.as_deref(), lang);
                format!("{} {place}", cell.file)
            })
            .collect();
        let proof = if cells.is_empty() {
            String::new()
        } else {
            format!(" ({})", cells.join("; "))
        };
        let severity = words::severity(rule.severity, lang);
        let name = format!("[{}, {severity}]", rule.name);
        lines.push(format!("{}{proof} {name}", rule.message));
    }
    lines.extend(report.held_by.iter().cloned());
    if candidate.is_free() && explained.occupant != Occupant::Person(candidate.person) {
        let change = service::change_words(&candidate.cost, lang);
        lines.push(words::would_change(&change, lang));
    }
    let lines = lines.iter().map(|line| indent(&wrap(line, WIDTH), 2));
    lines.collect()
}
