//! What a person sees after `generate`.

use std::path::Path;

use crate::check::Finding;
use crate::cli::findings;
use crate::cli::layout::{bar, columns};
use crate::cli::screen::{BAD, CARE, FAINT, GOOD, STRONG, Screen, Volume};
use crate::domain::{Code, Objective, Role, RoleMap, StructuralCode};
use crate::lang::{
    Lang, commands::generate as words, explain, preferences as preference_words, unchecked,
    warnings as warning_words,
};
use crate::service::report::unchecked_reports;
use crate::service::{Generated, Spread, avoided_level, rule_name, warning_counts, when_and_what};

/// Length of the longest bar, in letters.
const WIDEST_BAR: usize = 30;

/// The summary: places, conflicts, exceptions, lessons, load, proof, empty places, what to do next.
pub fn summary(generated: &Generated, target: &Path, screen: Screen) -> String {
    let lang = screen.lang;
    let path = target.display().to_string();
    let mut parts = vec![
        places(generated, lang),
        conflicts(generated, lang),
        exceptions(generated, lang),
        preferences(generated, lang),
        not_checked(generated, lang),
        lessons(generated, lang),
        load(&generated.spreads(), lang),
    ];
    parts.push(warnings(generated, lang));
    if let Some(called) = generated.answer.called {
        parts.push(words::called(called.people, called.bound, lang));
    }
    if let Some(it) = generated.answer.commissions {
        parts.push(words::commissions((it.pairs, it.bound), lang));
    }
    parts.push(proof(generated, screen));
    if !generated.unfilled.is_empty() {
        parts.push(unfilled(generated, lang));
    }
    parts.push(words::written(&path, lang));
    parts.push(next(generated, &path, lang));
    parts.retain(|part| !part.is_empty());
    parts.join("\n")
}

fn places(generated: &Generated, lang: Lang) -> String {
    let tallies = generated.tallies();
    let filled = tallies.iter().map(|tally| tally.filled).sum();
    let places = tallies.iter().map(|tally| tally.places).sum();
    let style = if filled == places { GOOD } else { CARE };
    let rows: Vec<[String; 2]> = tallies
        .iter()
        .map(|tally| {
            let name = format!("  {}", tally.role.words().many.in_lang(lang));
            [name, words::of(tally.filled, tally.places, lang)]
        })
        .collect();
    let line = words::filled(filled, places, lang);
    format!("{style}{line}{style:#}\n{}", columns(&rows))
}

fn conflicts(generated: &Generated, lang: Lang) -> String {
    let others: Vec<&Finding> = generated
        .findings
        .conflicts
        .iter()
        .filter(|finding| finding.code != Code::Structural(StructuralCode::Unfilled))
        .collect();
    let style = match (others.is_empty(), generated.findings.unchecked.is_empty()) {
        (true, true) => GOOD,
        (true, false) => CARE,
        (false, _) => BAD,
    };
    let mut text = format!("{style}{}{style:#}", words::conflicts(others.len(), lang));
    for finding in others {
        let sentence = finding.sentence(&generated.school, &generated.roster, lang);
        text = format!("{text}\n  {sentence}");
    }
    text
}

fn exceptions(generated: &Generated, lang: Lang) -> String {
    let exceptions = &generated.findings.exceptions;
    let style = if exceptions.is_empty() { GOOD } else { CARE };
    let mut text = format!(
        "{style}{}{style:#}",
        words::exceptions(exceptions.len(), lang)
    );
    for finding in exceptions {
        text = format!("{text}\n  {}", exception(generated, finding, lang));
    }
    text
}

/// What the plan allows and was avoided where possible; nothing where it never came up.
fn preferences(generated: &Generated, lang: Lang) -> String {
    let all = generated.preferences(lang);
    if all.is_empty() {
        String::new()
    } else {
        preference_words::line(&all, lang)
    }
}

/// How many hard days of each kind; nothing where there are none.
fn warnings(generated: &Generated, lang: Lang) -> String {
    let counts = warning_counts(&generated.school, &generated.warnings, lang);
    if counts.is_empty() {
        return String::new();
    }
    warning_words::line(&counts, lang)
}

/// Who, under which rule, where; and who granted it.
fn exception(generated: &Generated, finding: &Finding, lang: Lang) -> String {
    let school = &generated.school;
    let name = finding
        .person
        .map_or("", |person| &school.person(person).name);
    let place = finding
        .sitting
        .map(|sitting| when_and_what(school, sitting, lang));
    let mut line = format!(
        "{name} – {}, {}: {FAINT}{}{FAINT:#}",
        finding.role.words().one.in_lang(lang),
        place.unwrap_or_default(),
        rule_name(finding.code, lang)
    );
    let waiver = finding
        .person
        .zip(finding.waiver)
        .and_then(|(person, waiver)| school.waivers_of(person).get(waiver));
    if let Some(waiver) = waiver {
        let granted = words::waiver(&waiver.reason, &waiver.approved, lang);
        line = format!("{line}; {granted}");
    }
    line
}

/// What could not be checked; nothing where everything was.
fn not_checked(generated: &Generated, lang: Lang) -> String {
    let all = unchecked_reports(&generated.school, &generated.findings.unchecked, lang);
    findings::not_checked(&all, lang).trim_end().to_owned()
}

fn lessons(generated: &Generated, lang: Lang) -> String {
    if generated.school.lessons.is_empty() {
        words::no_timetable(lang).to_owned()
    } else {
        words::lessons_lost(generated.answer.objective.lessons_lost, lang)
    }
}

fn load(spreads: &[Spread], lang: Lang) -> String {
    let mut text = format!("\n{STRONG}{}{STRONG:#}\n", words::load(lang));
    for spread in spreads {
        let unit = words::load_unit(spread.most, spread.role.counts_works(), lang);
        let range = range(spread.fewest, spread.most);
        text = format!(
            "{text}  {}: {range} {unit}\n{}",
            spread.role.words().many.in_lang(lang),
            bars(spread)
        );
        if spread.is_lopsided() {
            let works = spread.role.counts_works();
            let line = words::lopsided((spread.most, spread.mean_in_tenths()), works, lang);
            text = format!("{text}    {CARE}{line}{CARE:#}\n");
        }
    }
    text
}

/// `0–5`, or `1` where both ends are one.
fn range(from: u64, to: u64) -> String {
    if from == to {
        from.to_string()
    } else {
        format!("{from}–{to}")
    }
}

fn bars(spread: &Spread) -> String {
    let most = spread.bars.iter().map(|bar| bar.2).max().unwrap_or(0);
    let labels: Vec<String> = spread.bars.iter().map(|bar| range(bar.0, bar.1)).collect();
    let width = labels
        .iter()
        .map(|label| label.chars().count())
        .max()
        .unwrap_or(0);
    let lines: Vec<String> = spread
        .bars
        .iter()
        .zip(&labels)
        .map(|(&(_, _, people), label)| {
            format!(
                "    {label:>width$} {} {people}\n",
                bar(people, most, WIDEST_BAR)
            )
        })
        .collect();
    lines.concat()
}

fn proof(generated: &Generated, screen: Screen) -> String {
    let (lang, answer) = (screen.lang, &generated.answer);
    let mut lines = Vec::new();
    if let Some(opinion) = &answer.opinion {
        let levels = (opinion.least, opinion.levels);
        let line = words::opinion(levels, opinion.engine, lang);
        lines.push(format!("{CARE}{line}{CARE:#}"));
    } else if answer.optimal && !generated.weighs_works() {
        lines.push(format!(
            "{CARE}{}{CARE:#}",
            unchecked::proven_by_sittings(lang)
        ));
    } else if answer.optimal {
        lines.push(format!("{GOOD}{}{GOOD:#}", words::proven(lang)));
    } else {
        lines.extend(
            gaps(&answer.objective, &answer.bound, lang)
                .into_iter()
                .map(|line| format!("{CARE}{line}{CARE:#}")),
        );
    }
    if screen.volume == Volume::Verbose {
        lines.push(format!("{FAINT}{}{FAINT:#}", answer.solver));
    }
    lines.join("\n")
}

/// The levels whose value and bound differ.
pub fn gaps(value: &Objective, bound: &Objective, lang: Lang) -> Vec<String> {
    let [unfilled, _, lessons, evenness] = words::levels(lang);
    let by_role = |level: &str, value: RoleMap<u64>, bound: RoleMap<u64>| -> Vec<_> {
        Role::ALL
            .into_iter()
            .map(|role| {
                (
                    format!("{level}, {}", role.words().many.in_lang(lang)),
                    value[role],
                    bound[role],
                )
            })
            .collect()
    };
    let mut levels = by_role(unfilled, value.unfilled, bound.unfilled);
    levels.extend(value.avoided.iter().map(|(code, &uses)| {
        let least = bound.avoided.get(code).copied().unwrap_or(0);
        (
            format!(
                "{}, {}",
                avoided_level(*code, lang),
                rule_name(Code::Rule(*code), lang)
            ),
            uses,
            least,
        )
    }));
    levels.push((lessons.to_owned(), value.lessons_lost, bound.lessons_lost));
    levels.extend(by_role(evenness, value.load_squares, bound.load_squares));
    levels
        .into_iter()
        .filter(|(_, value, bound)| value != bound)
        .map(|(level, value, bound)| words::unproven(&level, value, bound, lang))
        .collect()
}

/// Empty places by obstacle, each with its reason and ways out.
fn unfilled(generated: &Generated, lang: Lang) -> String {
    let school = &generated.school;
    let mut text = format!(
        "\n{CARE}{}{CARE:#}\n",
        words::unfilled(generated.empty_places(), lang)
    );
    for explained in &generated.unfilled {
        for place in explained.places() {
            let sitting = when_and_what(school, place.sitting, lang);
            text = format!(
                "{text}  {sitting}: {}\n",
                place.role.words().one.in_lang(lang)
            );
        }
        text = format!("{text}    {}\n", explained.because(school, lang));
        let ways = explained.ways_out(school, lang);
        if !ways.is_empty() {
            text = format!("{text}    {}\n", explain::ways_title(lang));
        }
        for way in ways {
            text = format!("{text}      – {way}\n");
        }
    }
    text
}

fn next(generated: &Generated, path: &str, lang: Lang) -> String {
    if !generated.unfilled.is_empty() {
        words::next_unfilled(lang).to_owned()
    } else if !generated.findings.unchecked.is_empty() {
        unchecked::next(lang).to_owned()
    } else if generated.findings.exceptions.is_empty() {
        words::next_clean(path, lang)
    } else {
        words::next_exceptions(lang).to_owned()
    }
}
