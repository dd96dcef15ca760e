//! What a repair would change, before it is carried out.

use serde::Serialize;

use crate::domain::Lang;
use crate::lang::repair as words;
use crate::service::desk::job::Made;

use super::changes::{ChangeView, ToldView, change_views, told_views};

/// What would change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlanView {
    /// How much, and whether that is proven to be the least.
    pub summary: String,
    /// The changes.
    pub changes: Vec<ChangeView>,
    /// Who would have to be told.
    pub told: Vec<ToldView>,
    /// What would be left for a person to settle, a sentence each.
    pub left: Vec<String>,
}

impl PlanView {
    /// Of a repair; nothing to show of a roster made afresh.
    pub fn of(made: &Made, lang: Lang) -> Self {
        let repair = match made {
            Made::Repaired(repair) | Made::AroundLocks(repair) => repair,
            Made::Afresh(_) => {
                return Self {
                    summary: String::new(),
                    changes: Vec::new(),
                    told: Vec::new(),
                    left: Vec::new(),
                };
            }
        };
        let (school, solved) = (&repair.checked.school, &repair.solved);
        let proof = if solved.fewest_is_proven {
            words::proven(lang).to_owned()
        } else {
            words::unproven(solved.changed, solved.fewest, lang)
        };
        let changed = words::changed(solved.changed, repair.kept, lang);
        let conflicts = repair.checked.findings.conflicts.iter();
        Self {
            summary: format!("{changed}. {proof}."),
            changes: change_views(school, &repair.changes, lang),
            told: told_views(school, &repair.changes, lang),
            left: conflicts
                .map(|it| it.sentence(school, &repair.checked.roster, lang))
                .collect(),
        }
    }
}
