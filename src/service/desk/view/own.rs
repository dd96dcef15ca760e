//! A roster of the user's own as it lies in its file, with the findings at its cells.

use serde::Serialize;

use crate::check::Findings;
use crate::domain::{Lang, RosterRow};
use crate::input::{Form, SheetLayout};
use crate::lang::desk as words;
use crate::service::desk::own::Own;
use crate::service::desk::{Desk, DeskError};
use crate::service::report::{
    EvidenceReport, FindingReport, QuestionReport, unchecked_lines, unchecked_reports,
};
use crate::service::{Checked, preferences};

use super::findings::is_unfilled;
use super::school::{ComplaintView, complaint_views};
use super::verdict::told;

/// A roster of the user's own, judged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OwnView {
    /// The file.
    pub file: String,
    /// The check's word on it as it came.
    pub verdict: OwnVerdict,
    /// The check's word on it with what was accepted.
    pub after: OwnVerdict,
    /// Its tables as typed.
    pub reading: Vec<OwnTable>,
    /// Conflicts, exceptions, hints, questions.
    pub findings: Vec<OwnFinding>,
    /// What there is to say about the file itself.
    pub complaints: Vec<ComplaintView>,
}

/// A verdict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OwnVerdict {
    /// `conflicts`, `unfilled`, `exceptions`, `clean`.
    pub kind: &'static str,
    /// One line.
    pub words: String,
    /// Conflicts beside empty places, and unclear names.
    pub conflicts: usize,
    /// Empty places.
    pub unfilled: usize,
    /// Exceptions.
    pub exceptions: usize,
    /// What could not be checked, a line for each reason.
    pub unchecked: Vec<String>,
    /// How often each preference was set aside, a line each.
    pub preferences: Vec<String>,
}

/// A table of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OwnTable {
    /// Sheet, in a workbook.
    pub sheet: Option<String>,
    /// One sitting a row, or one place?
    pub wide: bool,
    /// Rows with text.
    pub rows: Vec<Vec<String>>,
    /// Line of the file, or row of the sheet, of each of them.
    pub numbers: Vec<u32>,
    /// Positions of the header's lines among them.
    pub header: Vec<usize>,
    /// Headings.
    pub columns: Vec<String>,
}

/// A finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OwnFinding {
    /// Its number, to accept it by.
    pub id: usize,
    /// `conflict`, `unfilled`, `exception`, `possible`, `question`.
    pub kind: &'static str,
    /// Name of the rule; empty for a question.
    pub rule: &'static str,
    /// Position of the table.
    pub table: Option<usize>,
    /// Position of the row in it.
    pub row: Option<usize>,
    /// Position of the column; `null`: the whole row.
    pub column: Option<usize>,
    /// Where it stands, in words.
    pub place: String,
    /// One sentence.
    pub message: String,
    /// What to do about it.
    pub suggestion: Option<String>,
    /// The rows that prove it.
    pub evidence: Vec<EvidenceReport>,
    /// Can the suggestion be accepted?
    pub accept: bool,
    /// Has it been?
    pub accepted: bool,
}

impl Desk {
    /// The user's own roster, judged.
    pub fn own_view(&self, lang: Lang) -> Result<OwnView, DeskError> {
        let own = self.own()?;
        let checked = &own.checked;
        Ok(OwnView {
            file: own.file.name.clone(),
            verdict: verdict(checked, &checked.findings, lang),
            after: verdict(checked, &own.findings(), lang),
            reading: checked.layouts.iter().map(table).collect(),
            findings: findings(own, lang),
            complaints: complaint_views(&checked.complaints, lang)
                .into_iter()
                .filter(|it| it.file.as_ref() == Some(&own.file.name))
                .collect(),
        })
    }
}

fn verdict(checked: &Checked, findings: &Findings, lang: Lang) -> OwnVerdict {
    let unfilled = findings
        .conflicts
        .iter()
        .filter(|it| is_unfilled(it))
        .count();
    let counts = words::Counts {
        conflicts: findings.conflicts.len() - unfilled + findings.questions.len(),
        unfilled,
        exceptions: findings.exceptions.len(),
    };
    let (kind, words) = told(counts, findings, lang);
    let missing = unchecked_reports(&checked.school, &findings.unchecked, lang);
    OwnVerdict {
        kind,
        words,
        unchecked: unchecked_lines(&missing),
        preferences: preferences(findings, None, lang),
        conflicts: counts.conflicts,
        unfilled,
        exceptions: counts.exceptions,
    }
}

fn table(layout: &SheetLayout) -> OwnTable {
    let numbers: Vec<u32> = layout.rows.iter().map(|row| row.row).collect();
    let header = layout.header.iter();
    OwnTable {
        sheet: layout.sheet.clone(),
        wide: layout.form == Form::Wide,
        header: header
            .filter_map(|line| numbers.iter().position(|number| number == line))
            .collect(),
        rows: layout
            .rows
            .iter()
            .map(|row| row.cells.iter().map(str::to_owned).collect())
            .collect(),
        columns: layout
            .columns
            .iter()
            .map(|column| column.heading.clone())
            .collect(),
        numbers,
    }
}

fn findings(own: &Own, lang: Lang) -> Vec<OwnFinding> {
    let (checked, found) = (&own.checked, &own.checked.findings);
    let report = checked.report(lang);
    let groups = [
        ("conflict", &found.conflicts, report.conflicts),
        ("exception", &found.exceptions, report.exceptions),
        ("possible", &found.possible, report.possible),
    ];
    let mut views = Vec::new();
    for (kind, found, reports) in groups {
        for (finding, report) in found.iter().zip(reports) {
            let row = finding.row.and_then(|row| checked.roster.rows.get(row));
            let kind = if is_unfilled(finding) {
                "unfilled"
            } else {
                kind
            };
            let id = views.len();
            views.push(finding_view(own, (id, kind), row, report));
        }
    }
    for (question, report) in found.questions.iter().zip(report.questions) {
        let row = checked.roster.rows.get(question.row);
        let id = views.len();
        views.push(question_view(own, id, row, report, lang));
    }
    views
}

fn finding_view(
    own: &Own,
    (id, kind): (usize, &'static str),
    row: Option<&RosterRow>,
    report: FindingReport,
) -> OwnFinding {
    let settling = own.settling(id);
    let [table, at, column] = place(own, row);
    OwnFinding {
        id,
        kind,
        rule: report.rule,
        table,
        row: at,
        column,
        place: report.place,
        message: report.message,
        suggestion: report.suggestion,
        evidence: report.evidence,
        accept: settling.is_some(),
        accepted: settling.is_some_and(|suggestions| own.has_accepted(&suggestions)),
    }
}

fn question_view(
    own: &Own,
    id: usize,
    row: Option<&RosterRow>,
    report: QuestionReport,
    lang: Lang,
) -> OwnFinding {
    let [table, at, column] = place(own, row);
    let candidates = report.candidates.join(" / ");
    OwnFinding {
        id,
        kind: "question",
        rule: "",
        table,
        row: at,
        column,
        place: report.place,
        message: crate::lang::commands::check::question(&report.text, &candidates, lang),
        suggestion: report.suggestion,
        evidence: Vec::new(),
        accept: false,
        accepted: false,
    }
}

/// Positions of the table, the row in it, and the column.
fn place(own: &Own, row: Option<&RosterRow>) -> [Option<usize>; 3] {
    let Some(row) = row else {
        return [None; 3];
    };
    let layouts = &own.checked.layouts;
    let layout = own.checked.layout(row);
    let table = layout.and_then(|it| layouts.iter().position(|other| std::ptr::eq(it, other)));
    let line = if row.name.row > 0 {
        row.name.row
    } else {
        row.row
    };
    let at = layout.and_then(|it| it.rows.iter().position(|other| other.row == line));
    let column = (row.name.column as usize).checked_sub(1);
    [table, at, column]
}
