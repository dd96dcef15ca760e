//! A check's findings as a person reads them: the verdict, then group by group the row with the name marked, what is wrong
//! and what proves it, the regulation behind the rule, what to do.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use anstream::adapter::strip_str;

use crate::check::{Finding, Warning};
use crate::domain::{Code, StructuralCode};
use crate::lang::commands::plan_check as plan_words;
use crate::lang::{
    Lang, commands::check as words, preferences as preference_words, unchecked, warnings,
};
use crate::service::report::{
    CheckReport, FindingReport, QuestionReport, UncheckedReport, Verdict, unchecked_lines,
};
use crate::service::{Checked, ShownRow, SourceText, cleared_rows, preferences, warning_sentence};

use super::layout::wrap;
use super::screen::{BAD, CARE, GOOD, STRONG};

/// Hard days of one kind that are listed; a count says how many more there are.
const MOST_WARNINGS: usize = 6;
/// Letters of a line of advice.
const WIDTH: usize = 96;
/// A longer row is no help to the eye; its place is named, its text is not shown.
const MOST_SHOWN: usize = 2_000;

/// The whole report; `text` is the roster's file.
pub fn render(checked: &Checked, text: &SourceText, lang: Lang) -> String {
    let report = checked.report(lang);
    let page = Page {
        checked,
        text,
        lang,
    };
    let found = &checked.findings;
    let [conflict, exception, possible, question] = words::csv_groups(lang);
    let groups = [
        page.findings(
            &found.conflicts,
            &report.conflicts,
            &Level::ERROR.with_name(conflict),
        ),
        page.questions(&report.questions, &Level::HELP.with_name(question)),
        page.findings(
            &found.exceptions,
            &report.exceptions,
            &Level::WARNING.with_name(exception),
        ),
        page.findings(
            &found.possible,
            &report.possible,
            &Level::NOTE.with_name(possible),
        ),
        page.advice(),
        page.warnings(),
    ];
    let counts = [
        report.conflicts.len(),
        report.questions.len(),
        report.exceptions.len(),
        report.possible.len(),
        checked.advice.len(),
        checked.warnings.len(),
    ];
    let [conflicts, exceptions, possible, unclear, advice] = words::titles(lang);
    let before = warnings::title(lang);
    let titles = [conflicts, unclear, exceptions, possible, advice, before];
    let groups: Vec<String> = titles
        .into_iter()
        .zip(counts)
        .zip(groups)
        .filter(|((_, count), _)| *count > 0)
        .map(|((title, count), lines)| {
            let lines = lines.trim_end();
            format!("\n{STRONG}{title}: {count}{STRONG:#}\n\n{lines}\n")
        })
        .collect();
    let rows = cleared(&report.possible, lang);
    let head = verdict((&report, checked.roster_verdict()), lang);
    let plan = plan(checked, lang);
    let missing = not_checked(&report.unchecked, lang);
    let avoided = preferences_line(checked, lang);
    format!("{head}\n{missing}{avoided}{}{rows}{plan}", groups.concat())
}

/// Rows for the table `cleared`, to be pasted; empty where nothing is hinted at.
fn cleared(possible: &[FindingReport], lang: Lang) -> String {
    let rows = cleared_rows(possible, lang);
    if rows.is_empty() {
        return String::new();
    }
    format!("\n{}\n\n{}\n", words::cleared_rows(lang), rows.join("\n"))
}

/// What the plan allows and was avoided where possible, in one line; empty where it never came up.
pub fn preferences_line(checked: &Checked, lang: Lang) -> String {
    let all = preferences(&checked.findings, None, lang);
    if all.is_empty() {
        return String::new();
    }
    preference_words::line(&all, lang) + "\n"
}

/// What could not be checked, a line for each reason with the rules it concerns; empty where everything was.
pub fn not_checked(unchecked: &[UncheckedReport], lang: Lang) -> String {
    let lines = unchecked_lines(unchecked);
    if lines.is_empty() {
        return String::new();
    }
    let title = unchecked::title(lang);
    let lines: String = lines.iter().map(|line| format!("  {line}\n")).collect();
    format!("{CARE}{title}:{CARE:#}\n{lines}")
}

/// The first line.
fn verdict((report, verdict): (&CheckReport, Verdict), lang: Lang) -> String {
    let places = report.checked_places;
    let (style, line) = match verdict {
        Verdict::Clean if !report.unchecked.is_empty() => {
            (CARE, unchecked::clean_but(places, lang))
        }
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

/// What is wrong with the plan's tables, and what they leave open; empty where there are none.
fn plan(checked: &Checked, lang: Lang) -> String {
    let report = checked.plan_report(lang);
    let group = |is_open: bool| {
        let told: Vec<String> = report
            .iter()
            .filter(|it| it.open == is_open)
            .map(|it| format!("  {}: {}\n", it.place, it.message))
            .collect();
        let title = plan_words::title(is_open, lang);
        if told.is_empty() {
            String::new()
        } else {
            let style = if is_open { CARE } else { BAD };
            format!(
                "\n{style}{title}: {}{style:#}\n\n{}",
                told.len(),
                told.concat()
            )
        }
    };
    match checked.plan.rows {
        Some(rows) if report.iter().all(|it| it.open) => {
            let holds = plan_words::holds(rows, lang);
            format!("\n{GOOD}{holds}{GOOD:#}\n{}", group(true))
        }
        _ => format!("{}{}", group(false), group(true)),
    }
}

/// What the parts of the report have in common.
struct Page<'a> {
    checked: &'a Checked,
    text: &'a SourceText,
    lang: Lang,
}

impl Page<'_> {
    /// Findings by place; those of one place under one picture of its row. Empty places without a row are listed after.
    fn findings(&self, found: &[Finding], reports: &[FindingReport], level: &Level<'_>) -> String {
        let all = found.iter().zip(reports);
        let (silent, told): (Vec<_>, Vec<_>) = all.partition(|(finding, _)| {
            finding.row.is_none() && finding.code == Code::Structural(StructuralCode::Unfilled)
        });
        let places = told.chunk_by(|(a, _), (b, _)| a.row.is_some() && a.row == b.row);
        let mut text: String = places.map(|place| self.place(place, level)).collect();
        if let [first, ..] = silent[..] {
            text.push_str(&self.silent(&silent, first.1, level));
        }
        text
    }

    /// Places of which the roster says nothing, a line each.
    fn silent(
        &self,
        places: &[(&Finding, &FindingReport)],
        first: &FindingReport,
        level: &Level<'_>,
    ) -> String {
        let title = level
            .clone()
            .primary_title(words::silent(places.len(), self.lang));
        let [regulation, _] = words::labels(self.lang);
        let group = Group::with_title(title.id(first.name));
        let head = drawn(&[group.element(message(regulation, first.regulation))]);
        let (school, roster) = (&self.checked.school, &self.checked.roster);
        let lines = places.iter().map(|(finding, report)| {
            let place = finding.place_line(school, roster, self.lang);
            match &report.suggestion {
                Some(advice) => format!("  {place} – {advice}\n"),
                None => format!("  {place}\n"),
            }
        });
        format!("{head}{}\n", lines.collect::<String>())
    }

    fn place(&self, place: &[(&Finding, &FindingReport)], level: &Level<'_>) -> String {
        let mut groups = Vec::new();
        let mut advised = None;
        for (index, (finding, report)) in place.iter().enumerate() {
            let title = level.clone().primary_title(report.message.clone());
            let mut group = Group::with_title(title.id(report.name));
            if index == 0 {
                group = self.pictures(group, finding, &report.place);
            }
            let [regulation, suggestion] = words::labels(self.lang);
            group = group.element(message(regulation, report.regulation));
            // Several findings of one row come to the same advice; once is enough.
            if advised != report.suggestion.as_ref() {
                advised = report.suggestion.as_ref();
                let advice = advised.map(|advice| message(suggestion, advice));
                group = advice.into_iter().fold(group, Group::element);
            }
            groups.push(group);
        }
        drawn(&groups)
    }

    /// The row, and the one it clashes with.
    fn pictures<'g>(&self, group: Group<'g>, finding: &Finding, place: &str) -> Group<'g> {
        let own = finding
            .row
            .and_then(|row| self.checked.shown(row, self.text));
        let other = finding
            .clash
            .and_then(|row| self.checked.shown(row, self.text));
        let Some(own) = own else {
            return group;
        };
        let origin = format!("{}, {place}", self.checked.file);
        let group = group.element(Origin::path(origin));
        let group = picture(group, own, AnnotationKind::Primary);
        match other {
            Some(other) => picture(group, other, AnnotationKind::Context),
            None => group,
        }
    }

    fn questions(&self, questions: &[QuestionReport], level: &Level<'_>) -> String {
        let asked = self.checked.findings.questions.iter().zip(questions);
        let one = |(found, report): (&crate::check::Question, &QuestionReport)| {
            let candidates = report.candidates.join(" / ");
            let title = words::question(&report.text, &candidates, self.lang);
            let mut group = Group::with_title(level.clone().primary_title(title));
            if let Some(shown) = self.checked.shown(found.row, self.text) {
                let origin = format!("{}, {}", self.checked.file, report.place);
                group = group.element(Origin::path(origin));
                group = picture(group, shown, AnnotationKind::Primary);
            }
            if let Some(suggestion) = &report.suggestion {
                let [_, label] = words::labels(self.lang);
                group = group.element(message(label, suggestion));
            }
            drawn(&[group])
        };
        asked.map(one).collect()
    }

    fn advice(&self) -> String {
        let school = &self.checked.school;
        let lines = self.checked.advice.iter();
        lines
            .map(|advice| format!("  {}\n", advice.sentence(school, self.lang)))
            .collect()
    }

    /// The first hard days of each kind, and how many more there are.
    fn warnings(&self) -> String {
        let Checked {
            school, warnings, ..
        } = self.checked;
        let kind = |warning: &Warning| std::mem::discriminant(&warning.kind);
        let mut text = String::new();
        for same in warnings.chunk_by(|a, b| kind(a) == kind(b)) {
            for warning in same.iter().take(MOST_WARNINGS) {
                let sentence = warning_sentence(school, warning, self.lang);
                text = format!("{text}  {sentence}\n");
            }
            if same.len() > MOST_WARNINGS {
                let more = warnings::more(same.len() - MOST_WARNINGS, self.lang);
                text = format!("{text}  {more}\n");
            }
        }
        text
    }
}

/// The row with the name marked.
fn picture(group: Group<'_>, shown: ShownRow, kind: AnnotationKind) -> Group<'_> {
    if shown.text.len() > MOST_SHOWN {
        return group;
    }
    let mark = kind.span(shown.name);
    group.element(
        Snippet::source(shown.text)
            .line_start(shown.line as usize)
            .annotation(mark),
    )
}

/// The groups as text. The renderer heads every row of a file that is not named again with a mark and no name.
fn drawn(groups: &[Group<'_>]) -> String {
    let text = Renderer::styled().render(groups);
    let says_something = |line: &&str| strip_str(line).to_string().trim() != ":::";
    let lines: Vec<&str> = text.lines().filter(says_something).collect();
    lines.join("\n") + "\n\n"
}

fn message<'g>(label: &'g str, text: &str) -> annotate_snippets::Message<'g> {
    Level::NOTE.with_name(label).message(wrap(text, WIDTH))
}
