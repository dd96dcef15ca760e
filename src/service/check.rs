//! `check`: a school's lists and any roster in, everything there is to say about it out.

use thiserror::Error;

use crate::check::{self, Advice, Finding, Findings, Weight};
use crate::domain::{Doubt, Lang, Roster, RosterRow, RowSitting, School, Seat, cell_name};
use crate::input::{self, Form, Gravity, InputFile, ReadOptions, SheetLayout};
use crate::lang::commands::check as words;
use crate::lang::facts::quoted;
use crate::rules;

use super::Complaints;
use super::report::{
    CheckReport, DoubtReport, FindingReport, QuestionReport, SeverityReport, UnreadReport, Verdict,
};
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
    /// How it lies in its file: the cells as typed, and what the columns were taken to mean.
    pub layouts: Vec<SheetLayout>,
    /// The findings.
    pub findings: Findings,
    /// What could be better about the schedule.
    pub advice: Vec<Advice>,
}

/// Judges a roster.
pub fn check(request: &CheckRequest<'_>) -> Result<Checked, CheckError> {
    let reading = input::read(request.files, &request.read);
    let complaints = Complaints {
        list: reading.complaints,
        sources: reading.sources,
    };
    let Some(school) = reading.school else {
        return Err(CheckError::Refused(complaints));
    };
    let of_roster =
        input::read_roster_sheet(request.roster, &school, request.read.sheet.as_deref());
    let complaints = complaints.and(Complaints {
        list: of_roster.complaints,
        sources: of_roster.sources,
    });
    let Some(roster) = of_roster.roster else {
        return Err(CheckError::Refused(complaints));
    };
    Ok(Checked {
        findings: check::check(&school, &roster),
        advice: check::schedule_advice(&school),
        complaints,
        file: request.roster.name.clone(),
        roster,
        layouts: of_roster.layouts,
        school,
    })
}

impl Checked {
    /// The verdict. A name that nobody can be sure of is no clean roster.
    pub fn verdict(&self) -> Verdict {
        if !self.findings.conflicts.is_empty() || !self.findings.questions.is_empty() {
            Verdict::Conflicts
        } else if self.findings.exceptions.is_empty() {
            Verdict::Clean
        } else {
            Verdict::Exceptions
        }
    }

    /// The object of `--format json`.
    pub fn report(&self, lang: Lang) -> CheckReport {
        let all = |findings: &[Finding]| -> Vec<FindingReport> {
            findings
                .iter()
                .map(|finding| self.finding(finding, lang))
                .collect()
        };
        CheckReport {
            verdict: self.verdict(),
            conflicts: all(&self.findings.conflicts),
            exceptions: all(&self.findings.exceptions),
            possible: all(&self.findings.possible),
            questions: self.questions(lang),
            unread: self.unread(lang),
            checked_places: self.findings.checked_places,
            objective: (&self.findings.objective).into(),
        }
    }

    /// One finding, its sentence in that language.
    pub fn finding(&self, finding: &Finding, lang: Lang) -> FindingReport {
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
            severity: severity_of(finding.weight),
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
            evidence: evidence_of(&self.school, &finding.evidence),
            suggestion: Some(rules::words(finding.code).fix.in_lang(lang).to_owned()),
        }
    }

    fn questions(&self, lang: Lang) -> Vec<QuestionReport> {
        let questions = self.findings.questions.iter();
        questions
            .filter_map(|question| {
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
        self.layouts.iter().filter(above).next_back()
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
