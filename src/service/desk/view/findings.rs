//! Findings of the check, each at its cell.

use serde::Serialize;

use crate::check::{Finding, Findings, Question};
use crate::domain::{Code, Lang, School, StructuralCode};
use crate::lang::commands::check as words;
use crate::rules;
use crate::service::desk::board::Board;
use crate::service::report::EvidenceReport;
use crate::service::views::evidence_of;

/// A finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FindingView {
    /// `conflict`, `unfilled`, `exception`, `possible`, `question`.
    pub kind: &'static str,
    /// Name of the rule; empty for a question.
    pub rule: &'static str,
    /// Position among the cells.
    pub cell: Option<usize>,
    /// Position among the strays.
    pub stray: Option<usize>,
    /// One sentence.
    pub message: String,
    /// What to do about it.
    pub fix: String,
    /// The rows that prove it.
    pub evidence: Vec<EvidenceReport>,
    /// Whom an unclear name may mean.
    pub candidates: Vec<usize>,
}

/// Is it a place without a person?
pub fn is_unfilled(finding: &Finding) -> bool {
    finding.code == Code::Structural(StructuralCode::Unfilled)
}

/// Findings in words: conflicts first, then exceptions, hints and unclear names.
pub fn finding_views(
    school: &School,
    board: &Board,
    findings: &Findings,
    lang: Lang,
) -> Vec<FindingView> {
    let known = board.known();
    let view = |kind: &'static str| {
        move |finding: &Finding| FindingView {
            kind: if is_unfilled(finding) {
                "unfilled"
            } else {
                kind
            },
            rule: finding.code.name(),
            cell: finding.row.filter(|&row| row < known),
            stray: finding.row.and_then(|row| row.checked_sub(known)),
            message: finding.sentence(school, &board.roster, lang),
            fix: rules::words(finding.code).fix.in_lang(lang).to_owned(),
            evidence: evidence_of(school, &finding.evidence.cells),
            candidates: Vec::new(),
        }
    };
    let question = |question: &Question| FindingView {
        kind: "question",
        rule: "",
        cell: Some(question.row).filter(|&row| row < known),
        stray: question.row.checked_sub(known),
        message: words::question(&question.text, &names(school, question).join(" / "), lang),
        fix: String::new(),
        evidence: Vec::new(),
        candidates: question.candidates.iter().map(|it| it.index()).collect(),
    };
    let groups = [
        ("conflict", &findings.conflicts),
        ("exception", &findings.exceptions),
        ("possible", &findings.possible),
    ];
    let mut views: Vec<FindingView> = groups
        .into_iter()
        .flat_map(|(kind, group)| group.iter().map(view(kind)))
        .collect();
    views.extend(findings.questions.iter().map(question));
    views
}

fn names<'a>(school: &'a School, question: &Question) -> Vec<&'a str> {
    let candidates = question.candidates.iter();
    candidates
        .map(|&person| school.person(person).name.as_str())
        .collect()
}
