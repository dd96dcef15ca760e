//! Rows of the table `cleared` for the hints of a check, to be pasted as they stand.

use std::collections::BTreeSet;

use crate::delimited::push_cell;
use crate::domain::Lang;
use crate::lang::commands::check as words;

use super::report::FindingReport;

/// A row for each person and class that are hinted at: who, class, reason, and nobody yet who looked, without whom no row is
/// taken. Delimited as the language's files are.
pub fn cleared_rows(possible: &[FindingReport], lang: Lang) -> Vec<String> {
    let pairs: BTreeSet<[&str; 2]> = possible
        .iter()
        .filter_map(|it| Some([it.person.as_deref()?, it.class.as_deref()?]))
        .collect();
    pairs
        .into_iter()
        .map(|[person, class]| row([person, class, words::cleared_reason(lang), ""], lang))
        .collect()
}

fn row(cells: [&str; 4], lang: Lang) -> String {
    let delimiter = match lang {
        Lang::En => ',',
        Lang::Ru => ';',
    };
    let mut text = String::new();
    for (index, cell) in cells.into_iter().enumerate() {
        if index > 0 {
            text.push(delimiter);
        }
        push_cell(&mut text, cell, delimiter);
    }
    text
}
