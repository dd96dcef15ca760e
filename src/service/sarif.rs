//! The findings of a check as SARIF 2.1.0, for editors and code hosts.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::domain::{Lang, cell_name};
use crate::input::SourceText;
use crate::lang::commands::check as words;

use super::PlanFindingReport;
use super::check::Checked;
use super::report::{
    EvidenceReport, FindingReport, QuestionReport, SeverityReport, UncheckedReport,
};
use super::rules::rule_cards;
use super::shown::ShownRow;

impl Checked {
    /// The log: one run, the whole catalogue as its rules, one result per finding, per question, and per rule that could not be checked; `text` is the roster's
    /// file.
    pub fn sarif(&self, text: &SourceText, lang: Lang) -> Value {
        let report = self.report(lang);
        let cards = rule_cards(lang);
        let index: BTreeMap<&str, usize> = cards
            .iter()
            .enumerate()
            .map(|(index, card)| (card.code, index))
            .collect();
        let rules: Vec<Value> = cards
            .iter()
            .map(|card| {
                json!({
                    "id": card.code,
                    "shortDescription": { "text": card.what },
                    "fullDescription": { "text": card.why },
                    "help": { "text": card.fix },
                })
            })
            .collect();
        let found = &self.findings;
        let results = found
            .conflicts
            .iter()
            .zip(&report.conflicts)
            .chain(found.exceptions.iter().zip(&report.exceptions))
            .chain(found.possible.iter().zip(&report.possible))
            .map(|(finding, report)| {
                let place = self.location(finding.row, text);
                result(report, &place, index.get(report.rule))
            });
        let questions = found.questions.iter().zip(&report.questions);
        let questions = questions.map(|(question, report)| {
            let place = self.location(Some(question.row), text);
            review(report, &place, lang)
        });
        let preferences = found.preferences.iter().zip(&report.preferences);
        let preferences = preferences.map(|(finding, report)| {
            let place = self.location(finding.row, text);
            let mut used = result(report, &place, index.get(report.rule));
            used["kind"] = json!("informational");
            used["level"] = json!("none");
            used
        });
        let whole = self.location(None, text);
        let missing = report.unchecked.iter();
        let missing = missing.map(|claim| open(claim, &whole, index.get(claim.rule)));
        let plan = report.plan.iter().map(of_plan);
        let results = results
            .chain(questions)
            .chain(preferences)
            .chain(missing)
            .chain(plan);
        json!({
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
            "version": "2.1.0",
            "runs": [{
                "tool": { "driver": {
                    "name": "recuse",
                    "version": env!("CARGO_PKG_VERSION"),
                    "rules": rules,
                }},
                "columnKind": "unicodeCodePoints",
                "results": results.collect::<Vec<_>>(),
            }],
        })
    }

    /// Where a row of the roster stands: its line, and the letters of the name; in a workbook the cell.
    fn location(&self, row: Option<usize>, text: &SourceText) -> Value {
        let file = json!({ "uri": uri(&self.file) });
        let place = row.and_then(|index| Some((index, self.roster.rows.get(index)?)));
        let Some((index, row)) = place else {
            return json!({ "physicalLocation": { "artifactLocation": file } });
        };
        let shown = self.shown(index, text);
        let line = shown.as_ref().map_or(row.row, |shown| shown.line);
        let mut region = json!({ "startLine": line });
        let Some(sheet) = &row.sheet else {
            if let Some(shown) = shown {
                mark(&mut region, &shown);
            }
            return json!({ "physicalLocation": { "artifactLocation": file, "region": region } });
        };
        let cell = cell_name(row.name.row, Some(row.name.column).filter(|&it| it > 0));
        json!({
            "physicalLocation": { "artifactLocation": file, "region": region },
            "logicalLocations": [{ "name": cell, "fullyQualifiedName": format!("{sheet}!{cell}") }],
        })
    }
}

/// The letters of the name; a record may take several lines.
fn mark(region: &mut Value, shown: &ShownRow) {
    let before = shown.text.get(..shown.name.start).unwrap_or_default();
    let name = shown.text.get(shown.name.clone()).unwrap_or_default();
    if name.contains(['\n', '\r']) {
        return;
    }
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let column = before[start..].chars().count() + 1;
    let lines = before.matches('\n').count();
    region["startLine"] = json!(shown.line as usize + lines);
    region["startColumn"] = json!(column);
    region["endColumn"] = json!(column + name.chars().count());
}

fn result(finding: &FindingReport, place: &Value, rule_index: Option<&usize>) -> Value {
    let mut result = json!({
        "ruleId": finding.rule,
        "level": level(finding.severity),
        "message": { "text": finding.message },
        "locations": [place],
        "relatedLocations": finding.evidence.iter().map(related).collect::<Vec<_>>(),
        "properties": {
            "certainty": finding.certainty,
            "regulation": finding.regulation,
            "suggestion": finding.suggestion,
        },
    });
    if let Some(index) = rule_index {
        result["ruleIndex"] = json!(index);
    }
    result
}

/// A name that a person has to decide about.
fn review(question: &QuestionReport, place: &Value, lang: Lang) -> Value {
    let candidates = question.candidates.join(" / ");
    json!({
        "kind": "review",
        "level": "none",
        "message": { "text": words::question(&question.text, &candidates, lang) },
        "locations": [place],
        "properties": { "certainty": "question", "suggestion": question.suggestion },
    })
}

/// A rule of which there is too little to go by.
fn open(claim: &UncheckedReport, place: &Value, rule_index: Option<&usize>) -> Value {
    let mut result = json!({
        "ruleId": claim.rule,
        "kind": "open",
        "level": "none",
        "message": { "text": claim.because },
        "locations": [place],
        "properties": { "certainty": "unchecked" },
    });
    if let Some(index) = rule_index {
        result["ruleIndex"] = json!(index);
    }
    result
}

/// A cell of a plan's table.
fn of_plan(finding: &PlanFindingReport) -> Value {
    let mut physical = json!({ "artifactLocation": { "uri": uri(finding.file) } });
    if let Some(row) = finding.row {
        physical["region"] = json!({ "startLine": row });
    }
    json!({
        "level": if finding.open { "note" } else { "error" },
        "message": { "text": format!("{}: {}", finding.place, finding.message) },
        "locations": [{ "physicalLocation": physical }],
        "properties": { "certainty": if finding.open { "open" } else { "plan" } },
    })
}

fn related(cell: &EvidenceReport) -> Value {
    json!({ "physicalLocation": {
        "artifactLocation": { "uri": uri(&cell.file) },
        "region": { "startLine": cell.row },
    }})
}

fn level(severity: SeverityReport) -> &'static str {
    match severity {
        SeverityReport::Always | SeverityReport::Forbid => "error",
        SeverityReport::Avoid => "warning",
        SeverityReport::Possible => "note",
    }
}

/// A relative file name as a URI: all but unreserved characters and `/` percent-encoded.
fn uri(file: &str) -> String {
    let mut uri = String::new();
    for byte in file.replace('\\', "/").bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(char::from(byte));
            }
            _ => {
                use std::fmt::Write;
                write!(uri, "%{byte:02X}").expect("a string takes all");
            }
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn names_become_uris() {
        assert_eq!(
            uri("график 1.csv"),
            "%D0%B3%D1%80%D0%B0%D1%84%D0%B8%D0%BA%201.csv"
        );
        assert_eq!(uri("a/b-1.csv"), "a/b-1.csv");
    }
}
