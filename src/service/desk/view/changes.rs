//! What a step changed, and who has to be told.

use serde::Serialize;

use crate::domain::{Lang, School};
use crate::lang::desk as words;
use crate::service::diff::{Change, Wording};
use crate::service::report::{ChangeReport, DutyReport, ToldReport};
use crate::service::views::duty_words;

/// A change in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChangeView {
    /// One line.
    pub words: String,
    /// The change.
    #[serde(flatten)]
    pub change: ChangeReport,
}

/// Who has to be told what, a line each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ToldView {
    /// Who.
    pub person: String,
    /// Duties no more theirs.
    pub gives_up: Vec<String>,
    /// Duties that are theirs now.
    pub takes_on: Vec<String>,
}

/// Changes, each in one line.
pub fn change_views(school: &School, changes: &[Change], lang: Lang) -> Vec<ChangeView> {
    let reports = Wording(school).changes(changes);
    let view = |change: ChangeReport| ChangeView {
        words: words::change(
            &duty_words(&change.duty, lang),
            change.was.as_deref(),
            change.now.as_deref(),
            lang,
        ),
        change,
    };
    reports.into_iter().map(view).collect()
}

/// Who has to be told what.
pub fn told_views(school: &School, changes: &[Change], lang: Lang) -> Vec<ToldView> {
    let lines = |duties: &[DutyReport]| duties.iter().map(|duty| duty_words(duty, lang)).collect();
    let view = |told: ToldReport| ToldView {
        gives_up: lines(&told.gives_up),
        takes_on: lines(&told.takes_on),
        person: told.person,
    };
    Wording(school)
        .told(changes)
        .into_iter()
        .map(view)
        .collect()
}
