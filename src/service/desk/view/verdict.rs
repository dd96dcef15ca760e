//! The verdict: what the check counts, and what is proven.

use serde::Serialize;

use crate::check::Findings;
use crate::domain::Lang;
use crate::lang::desk::{self as words, Counts, Goodness};
use crate::lang::unchecked;
use crate::service::desk::Desk;
use crate::service::desk::board::Board;
use crate::service::desk::scene::{Best, Standing, locks};

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
        let mut checked = words::verdict(counts, lang);
        let missing = &findings.unchecked;
        if !missing.is_empty() {
            checked = format!("{checked}; {}", unchecked::in_part(missing.len(), lang));
        }
        VerdictView {
            kind: match counts.kind() {
                "clean" if !missing.is_empty() => "exceptions",
                kind => kind,
            },
            words: format!("{checked}; {}", words::goodness(goodness, lang)),
            proven: matches!(goodness, Goodness::Best | Goodness::BestWithLocks),
            conflicts: counts.conflicts,
            exceptions: counts.exceptions,
            possible: findings.possible.len(),
            unfilled,
        }
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
    } else if best.locks.is_empty() {
        Goodness::Best
    } else {
        Goodness::BestWithLocks
    }
}
