//! The findings of a check as a table that opens in a spreadsheet program.

use crate::delimited;
use crate::domain::Lang;
use crate::lang::commands::{check as words, plan_check as plan_words};

use super::PlanFindingReport;
use super::check::Checked;
use super::report::{EvidenceReport, FindingReport, QuestionReport, UncheckedReport};

impl Checked {
    /// One row per finding, question, and rule that could not be checked: `;` and a byte order mark for Russian (as its spreadsheets expect), `,` for English.
    pub fn csv(&self, lang: Lang) -> Vec<u8> {
        let report = self.report(lang);
        let groups = words::csv_groups(lang);
        let mut rows = vec![words::csv_header(lang).map(str::to_owned)];
        let findings = [&report.conflicts, &report.exceptions, &report.possible];
        for (group, findings) in groups.into_iter().zip(findings) {
            rows.extend(findings.iter().map(|finding| finding_row(group, finding)));
        }
        rows.extend(
            report
                .questions
                .iter()
                .map(|question| question_row(groups[3], question)),
        );
        let [preference, unchecked] = words::csv_more_groups(lang);
        let preferences = report.preferences.iter();
        rows.extend(preferences.map(|finding| finding_row(preference, finding)));
        let missing = report.unchecked.iter();
        rows.extend(missing.map(|claim| unchecked_row(unchecked, claim)));
        let plan = self.plan_report(lang).into_iter();
        rows.extend(plan.map(|finding| plan_row(finding, lang)));
        delimited::file(&rows, lang)
    }
}

fn finding_row(group: &str, finding: &FindingReport) -> [String; 15] {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    [
        group.to_owned(),
        finding.rule.to_owned(),
        finding.row.map(|row| row.to_string()).unwrap_or_default(),
        text(&finding.cell),
        text(&finding.sheet),
        text(&finding.date),
        text(&finding.lesson),
        text(&finding.class),
        text(&finding.subject),
        finding.role.to_owned(),
        text(&finding.person),
        finding.message.clone(),
        evidence_text(&finding.evidence),
        finding.regulation.to_owned(),
        text(&finding.suggestion),
    ]
}

fn question_row(group: &str, question: &QuestionReport) -> [String; 15] {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let mut row: [String; 15] = Default::default();
    group.clone_into(&mut row[0]);
    row[2] = question.row.to_string();
    row[3] = text(&question.cell);
    row[4] = text(&question.sheet);
    row[10].clone_from(&question.text);
    row[11] = question.candidates.join(" / ");
    row[14] = text(&question.suggestion);
    row
}

fn unchecked_row(group: &str, claim: &UncheckedReport) -> [String; 15] {
    let mut row: [String; 15] = Default::default();
    group.clone_into(&mut row[0]);
    claim.rule.clone_into(&mut row[1]);
    row[11].clone_from(&claim.because);
    row
}

/// A finding about a plan's table; its file stands where a workbook's sheet does.
fn plan_row(finding: PlanFindingReport, lang: Lang) -> [String; 15] {
    let mut row: [String; 15] = Default::default();
    plan_words::title(finding.open, lang).clone_into(&mut row[0]);
    row[2] = finding.row.map(|row| row.to_string()).unwrap_or_default();
    finding.column.clone_into(&mut row[3]);
    finding.file.clone_into(&mut row[4]);
    row[11] = finding.message;
    row
}

/// `load.csv:40 | staff.csv:7`, with the sheet in a workbook (`school.xlsx[load]:40`).
pub fn evidence_text(evidence: &[EvidenceReport]) -> String {
    let one = |cell: &EvidenceReport| match &cell.sheet {
        Some(sheet) => format!("{}[{sheet}]:{}", cell.file, cell.row),
        None => format!("{}:{}", cell.file, cell.row),
    };
    evidence.iter().map(one).collect::<Vec<_>>().join(" | ")
}
