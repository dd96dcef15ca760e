//! The findings of a check as SARIF 2.1.0, for editors and code hosts.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::domain::Lang;

use super::check::Checked;
use super::report::{EvidenceReport, FindingReport, SeverityReport};
use super::rules::rule_cards;

impl Checked {
    /// The log: one run, the whole catalogue as its rules, one result per finding.
    pub fn sarif(&self, lang: Lang) -> Value {
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
        let findings = report
            .conflicts
            .iter()
            .chain(&report.exceptions)
            .chain(&report.possible);
        let results: Vec<Value> = findings
            .map(|finding| result(&self.file, finding, index.get(finding.rule)))
            .collect();
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
                "results": results,
            }],
        })
    }
}

fn result(file: &str, finding: &FindingReport, rule_index: Option<&usize>) -> Value {
    let mut region = json!({});
    if let Some(row) = finding.row {
        region = json!({ "startLine": row });
    }
    let mut location = json!({ "physicalLocation": {
        "artifactLocation": { "uri": uri(file) },
        "region": region,
    }});
    if finding.row.is_none() {
        location = json!({ "physicalLocation": { "artifactLocation": { "uri": uri(file) } } });
    }
    let mut result = json!({
        "ruleId": finding.rule,
        "level": level(finding.severity),
        "message": { "text": finding.message },
        "locations": [location],
        "relatedLocations": finding.evidence.iter().map(related).collect::<Vec<_>>(),
    });
    if let Some(index) = rule_index {
        result["ruleIndex"] = json!(index);
    }
    result
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
