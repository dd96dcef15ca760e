//! The verdict: what the check counts, and what is proven.

use serde::Serialize;

use crate::check::{self, Findings};
use crate::domain::Lang;
use crate::lang::desk::{self as words, Counts, Goodness};
use crate::lang::unchecked;
use crate::service::desk::Desk;
use crate::service::desk::board::Board;
use crate::service::desk::scene::{Best, Standing, locks};
use crate::service::report::{unchecked_lines, unchecked_reports};
use crate::service::{preferences, warning_sentence};

use super::findings::is_unfilled;

/// The verdict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VerdictView {
    /// `none`, `conflicts`, `unfilled`, `exceptions`, `clean`.
    pub kind: &'static str,
    /// One line.
    pub words: String,
    /// Is it proven to be the best?
    pub proven: bool,
    /// Conflicts beside empty places, and unclear names.
    pub conflicts: usize,
    /// Exceptions.
    pub exceptions: usize,
    /// What could not be checked, a line for each reason.
    pub unchecked: Vec<String>,
    /// How often each preference was set aside, a line each.
    pub preferences: Vec<String>,
    /// What to look at before publishing, a line for each hard day.
    pub warnings: Vec<String>,
    /// Hints.
    pub possible: usize,
    /// Empty places.
    pub unfilled: usize,
}

impl VerdictView {
    /// While there is no roster.
    pub fn none(lang: Lang) -> Self {
        Self {
            kind: "none",
            words: words::verdict_none(lang).to_owned(),
            proven: false,
            conflicts: 0,
            exceptions: 0,
            unchecked: Vec::new(),
            preferences: Vec::new(),
            warnings: Vec::new(),
            possible: 0,
            unfilled: 0,
        }
    }
}

impl Desk {
    /// The verdict on the roster as it lies.
    pub(super) fn verdict(&self, findings: &Findings, lang: Lang) -> VerdictView {
        let unfilled = findings
            .conflicts
            .iter()
            .filter(|it| is_unfilled(it))
            .count();
        let counts = Counts {
            conflicts: findings.conflicts.len() - unfilled + findings.questions.len(),
            unfilled,
            exceptions: findings.exceptions.len(),
        };
        let goodness = self.goodness(findings, counts.conflicts);
        let (kind, checked) = told(counts, findings, lang);
        let least = match &self.scene.standing {
            Some(standing) => match &**standing {
                Standing::Best(best) => Some(&best.objective),
                _ => None,
            },
            None => None,
        };
        let is_best = matches!(
            goodness,
            Goodness::Best | Goodness::BestWithLocks | Goodness::BestButWorks
        );
        VerdictView {
            kind,
            words: format!("{checked}; {}", words::goodness(goodness, lang)),
            unchecked: self.unchecked(findings, lang),
            preferences: preferences(findings, least.filter(|_| is_best), lang),
            warnings: self.warnings(lang),
            proven: matches!(goodness, Goodness::Best | Goodness::BestWithLocks),
            conflicts: counts.conflicts,
            exceptions: counts.exceptions,
            possible: findings.possible.len(),
            unfilled,
        }
    }

    /// What could not be checked, a line for each reason.
    fn unchecked(&self, findings: &Findings, lang: Lang) -> Vec<String> {
        let Ok(school) = self.school() else {
            return Vec::new();
        };
        unchecked_lines(&unchecked_reports(school, &findings.unchecked, lang))
    }

    /// Hard days of people in the roster as it lies.
    fn warnings(&self, lang: Lang) -> Vec<String> {
        let (Ok(school), Some(board)) = (self.school(), &self.scene.board) else {
            return Vec::new();
        };
        let warnings = check::warnings(school, &board.roster);
        let sentences = warnings.iter().map(|it| warning_sentence(school, it, lang));
        sentences.collect()
    }

    /// What is known of how good the roster is. A proof holds for every roster that the check counts the same, as long
    /// as the locks it was made with are still there.
    fn goodness(&self, findings: &Findings, conflicts: usize) -> Goodness {
        let (Some(standing), Some(board)) = (&self.scene.standing, &self.scene.board) else {
            return Goodness::Unknown;
        };
        match &**standing {
            Standing::Unproven => Goodness::Unproven,
            Standing::FewestChanges(only) if *only == board.roster => Goodness::FewestChanges,
            Standing::FewestChanges(_) => Goodness::Unknown,
            Standing::Best(best) => best_still(best, findings, board, conflicts),
        }
    }
}

/// The kind of a verdict and what is said of it: nothing is clean while something could not be checked.
pub fn told(counts: Counts, findings: &Findings, lang: Lang) -> (&'static str, String) {
    let words = words::verdict(counts, lang);
    match (counts.kind(), findings.unchecked.len()) {
        (kind, 0) => (kind, words),
        ("clean", rules) => (
            "exceptions",
            format!("{words}; {}", unchecked::in_part(rules, lang)),
        ),
        (kind, rules) => (
            kind,
            format!("{words}; {}", unchecked::in_part(rules, lang)),
        ),
    }
}

/// Is the roster as good as the one that was proven to be best?
fn best_still(best: &Best, findings: &Findings, board: &Board, conflicts: usize) -> Goodness {
    let (is, proven) = (&findings.objective, &best.objective);
    let same = is.unfilled == proven.unfilled
        && is.avoided == proven.avoided
        && is.lessons_lost == proven.lessons_lost
        && is.load_squares == proven.load_squares;
    let is_the_one = !best.only_this || best.made == board.roster;
    if conflicts > 0 || !same || !is_the_one || !best.locks.is_subset(&locks(board)) {
        Goodness::Unknown
    } else if !findings.weighs_works() {
        Goodness::BestButWorks
    } else if best.locks.is_empty() {
        Goodness::Best
    } else {
        Goodness::BestWithLocks
    }
}
