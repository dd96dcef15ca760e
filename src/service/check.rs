//! `check`: a school's lists and any roster in, everything there is to say about it out.

use thiserror::Error;

use crate::check::{self, Advice, Finding, Findings, Warning, Weight};
use crate::domain::{
    Code, Doubt, Lang, Roster, RosterRow, RowSitting, School, Seat, Word, cell_name,
};
use crate::input::{Form, Gravity, InputFile, ReadOptions, RowTime, SheetLayout};
use crate::lang::commands::check as words;
use crate::lang::facts::quoted;
use crate::rules::{rule, structural};

use super::Complaints;
use super::check_plan::JudgedPlan;
use super::opened::open;
use super::report::{
    Certainty, CheckReport, DoubtReport, FindingReport, ObjectiveReport, QuestionReport,
    SeverityReport, UnreadReport, Verdict, unchecked_reports,
};
use super::suggest::{Judged, Remedy, Suggestions, suggest};
use super::views::{evidence_of, words_of};

/// What to judge, and by which lists.
pub struct CheckRequest<'a> {
    /// The school's files.
    pub files: &'a [InputFile],
    /// The roster's file.
    pub roster: &'a InputFile,
    /// What to read beside the folder.
    pub read: ReadOptions,
}

/// Why there is no verdict.
#[derive(Debug, Error)]
pub enum CheckError {
    /// The lists, or the roster, cannot be used.
    #[error("the lists or the roster cannot be used")]
    Refused(Complaints),
}

/// A judged roster.
#[derive(Debug, Clone)]
pub struct Checked {
    /// The facts.
    pub school: School,
    /// Warnings and notes about the files.
    pub complaints: Complaints,
    /// Name of the roster's file.
    pub file: String,
    /// The roster.
    pub roster: Roster,
    /// When each row says its sitting is; in the roster's order.
    pub times: Vec<RowTime>,
    /// How it lies in its file: the cells as typed, and what the columns were taken to mean.
    pub layouts: Vec<SheetLayout>,
    /// The findings.
    pub findings: Findings,
    /// What could be better about the schedule.
    pub advice: Vec<Advice>,
    /// What to look at before publishing.
    pub warnings: Vec<Warning>,
    /// What to do about the findings; `None` where nobody has asked, or the school is beyond what can be solved.
    pub suggestions: Option<Suggestions>,
    /// The tables of a plan; nothing where nobody has asked.
    pub plan: JudgedPlan,
}

/// Judges a roster.
pub fn check(request: &CheckRequest<'_>) -> Result<Checked, CheckError> {
    let opened = open(request.files, &request.read, request.roster).map_err(CheckError::Refused)?;
    Ok(Checked {
        findings: check::check(&opened.school, &opened.roster),
        suggestions: None,
        plan: JudgedPlan::default(),
        advice: check::schedule_advice(&opened.school),
        warnings: check::warnings(&opened.school, &opened.roster),
        complaints: opened.complaints,
        file: request.roster.name.clone(),
        roster: opened.roster,
        times: opened.times,
        layouts: opened.layouts,
        school: opened.school,
    })
}

impl Checked {
    /// The verdict, of the plan beside the roster too.
    pub fn verdict(&self) -> Verdict {
        let plan = &self.plan.findings;
        let of_plan = if plan.iter().any(|it| !it.is_open) {
            Verdict::Conflicts
        } else if plan.is_empty() {
            Verdict::Clean
        } else {
            Verdict::Exceptions
        };
        self.roster_verdict().max(of_plan)
    }

    /// The verdict of the roster alone. A name that nobody can be sure of is no clean roster.
    pub fn roster_verdict(&self) -> Verdict {
        if !self.findings.conflicts.is_empty() || !self.findings.questions.is_empty() {
            Verdict::Conflicts
        } else if self.findings.exceptions.is_empty() {
            Verdict::Clean
        } else {
            Verdict::Exceptions
        }
    }

    /// Nothing to report, and nothing that could not be checked?
    pub fn is_clean(&self) -> bool {
        self.verdict() == Verdict::Clean && self.findings.unchecked.is_empty()
    }

    /// The same, with what to do about each finding.
    #[must_use]
    pub fn with_suggestions(mut self) -> Self {
        self.suggestions = suggest(self.judged()).ok();
        self
    }

    /// The roster and its findings, as suggestions are made from them.
    pub fn judged(&self) -> Judged<'_> {
        Judged {
            school: &self.school,
            roster: &self.roster,
            times: &self.times,
            findings: &self.findings,
        }
    }

    /// The object of `--format json`.
    pub fn report(&self, lang: Lang) -> CheckReport {
        let suggestions = self.suggestions.as_ref();
        let all = |findings: &[Finding], remedies: Option<&Vec<Remedy>>| -> Vec<FindingReport> {
            findings
                .iter()
                .enumerate()
                .map(|(index, finding)| {
                    let remedy = remedies.and_then(|all| all.get(index));
                    self.finding(finding, remedy, lang)
                })
                .collect()
        };
        CheckReport {
            verdict: self.verdict(),
            conflicts: all(
                &self.findings.conflicts,
                suggestions.map(|it| &it.conflicts),
            ),
            exceptions: all(
                &self.findings.exceptions,
                suggestions.map(|it| &it.exceptions),
            ),
            preferences: all(&self.findings.preferences, None),
            unchecked: unchecked_reports(&self.school, &self.findings.unchecked, lang),
            possible: all(&self.findings.possible, None),
            questions: self.questions(lang),
            unread: self.unread(lang),
            plan: self.plan_report(lang),
            checked_places: self.findings.checked_places,
            warnings: super::warnings::reports((&self.school, &self.roster), &self.warnings, lang),
            objective: ObjectiveReport {
                commission_pairs: (self.school.policy.prefer.stable_commissions())
                    .then(|| check::commission_pairs(&self.school, &self.roster)),
                ..(&self.findings.objective).into()
            },
        }
    }

    /// One finding, its sentences in that language.
    fn finding(&self, finding: &Finding, remedy: Option<&Remedy>, lang: Lang) -> FindingReport {
        let row = finding.row.and_then(|index| self.roster.rows.get(index));
        let keys = finding
            .sitting
            .map(|sitting| words_of(&self.school, self.school.sitting(sitting)));
        let unknown = row.and_then(|row| match &row.sitting {
            RowSitting::Unknown {
                date,
                class,
                subject,
            } => Some((
                date.map(|date| date.format("%Y-%m-%d").to_string()),
                class.clone(),
                subject.clone(),
            )),
            RowSitting::Known(_) => None,
        });
        let (date, class, subject) = match (&keys, unknown) {
            (Some(keys), _) => (
                Some(keys.date.clone()),
                Some(keys.class.clone()),
                Some(keys.subject.clone()),
            ),
            (None, Some((date, class, subject))) => (date, Some(class), Some(subject)),
            (None, None) => (None, None, None),
        };
        let typed = row.and_then(|row| match &row.seat {
            Seat::Unknown(text) | Seat::Ambiguous { text, .. } => Some(text.clone()),
            Seat::Empty | Seat::Person(_) => None,
        });
        FindingReport {
            rule: finding.code.name(),
            name: super::rules::rule_name(finding.code, lang),
            severity: severity_of(finding.weight),
            certainty: certainty_of(finding),
            row: row.map(|row| row.row),
            column: row.map(|row| self.heading(row)),
            cell: row.and_then(cell_of),
            sheet: row.and_then(|row| row.sheet.clone()),
            place: self.place(row, lang),
            date,
            lesson: keys.map(|keys| keys.lesson),
            class,
            subject,
            role: finding.role.name(),
            person: finding
                .person
                .map(|person| self.school.person(person).name.clone())
                .or(typed),
            message: finding.sentence(&self.school, &self.roster, lang),
            evidence: evidence_of(&self.school, &finding.evidence.cells),
            regulation: regulation(finding.code).in_lang(lang),
            suggestion: Some(self.suggestion(finding, remedy, lang)),
        }
    }

    /// What to do about the finding; what its rule advises, where nothing better is known.
    fn suggestion(&self, finding: &Finding, remedy: Option<&Remedy>, lang: Lang) -> String {
        match (&self.suggestions, remedy) {
            (Some(all), Some(remedy)) => all.sentence(self.judged(), (finding, remedy), lang),
            _ => finding.suggestion(lang).to_owned(),
        }
    }

    fn questions(&self, lang: Lang) -> Vec<QuestionReport> {
        let answer = |index| {
            let suggestions = self.suggestions.as_ref()?;
            suggestions.answer(&self.school, index, lang)
        };
        let questions = self.findings.questions.iter();
        questions
            .enumerate()
            .filter_map(|(index, question)| {
                let row = self.roster.rows.get(question.row)?;
                let candidates = question.candidates.iter();
                Some(QuestionReport {
                    row: row.row,
                    column: self.heading(row),
                    cell: cell_of(row),
                    sheet: row.sheet.clone(),
                    place: self.place(Some(row), lang),
                    doubt: match question.doubt {
                        Doubt::SeveralFit => DoubtReport::SeveralFit,
                        Doubt::Misspelt => DoubtReport::Misspelt,
                    },
                    text: question.text.clone(),
                    candidates: candidates
                        .map(|&person| self.school.person(person).name.clone())
                        .collect(),
                    suggestion: answer(index),
                })
            })
            .collect()
    }

    /// What was not understood of the roster's file.
    fn unread(&self, lang: Lang) -> Vec<UnreadReport> {
        let told = self.complaints.list.iter().filter_map(|told| {
            let (source, cell) = self.complaints.place_of(told)?;
            let is_unread = source.file == self.file && told.gravity <= Gravity::Warning;
            is_unread.then(|| UnreadReport {
                row: cell.map(|cell| cell.row),
                column: cell.and_then(|cell| cell.column),
                sheet: source.sheet.clone(),
                text: told.text.clone(),
                message: told.sentence(lang),
            })
        });
        told.collect()
    }

    /// The table that a row of the roster was read from.
    pub fn layout(&self, row: &RosterRow) -> Option<&SheetLayout> {
        let above = |layout: &&SheetLayout| {
            let header = layout.header.last();
            layout.sheet == row.sheet && header.is_some_and(|&header| header < row.row)
        };
        self.layouts.iter().rfind(above)
    }

    /// The heading above the name, as typed.
    fn heading(&self, row: &RosterRow) -> String {
        let heading = self
            .layout(row)
            .map_or("", |layout| layout.heading(row.name.column));
        if heading.is_empty() {
            "person"
        } else {
            heading
        }
        .to_owned()
    }

    /// The row; in a workbook the cell, in a wide text file the column too.
    fn place(&self, row: Option<&RosterRow>, lang: Lang) -> String {
        let Some(row) = row else {
            return words::place(None, None, lang);
        };
        if let Some(cell) = cell_of(row) {
            return words::cell_place(&cell, row.sheet.as_deref().unwrap_or_default(), lang);
        }
        let place = words::place(Some(row.row), row.sheet.as_deref(), lang);
        match self.layout(row) {
            Some(layout) if layout.form == Form::Wide => {
                format!("{place}, {}", quoted(&self.heading(row), lang))
            }
            _ => place,
        }
    }
}

/// The cell of the duty in its sheet: the name's column in the duty's row.
fn cell_of(row: &RosterRow) -> Option<String> {
    let has_cell = row.sheet.is_some() && row.name.column > 0;
    has_cell.then(|| cell_name(row.row, Some(row.name.column)))
}

fn severity_of(weight: Weight) -> SeverityReport {
    match weight {
        Weight::Forbid => SeverityReport::Forbid,
        Weight::Avoid => SeverityReport::Avoid,
        Weight::Always => SeverityReport::Always,
        Weight::Possible => SeverityReport::Possible,
    }
}

fn certainty_of(finding: &Finding) -> Certainty {
    match finding.weight {
        Weight::Forbid | Weight::Always => Certainty::Conflict,
        Weight::Avoid if finding.is_preference() => Certainty::Preference,
        Weight::Avoid => Certainty::Exception,
        Weight::Possible => Certainty::Possible,
    }
}

/// Where the rule comes from; a structural one says why it is there.
fn regulation(code: Code) -> Word {
    match code {
        Code::Rule(code) => rule(code).source,
        Code::Structural(code) => structural(code).why,
    }
}
