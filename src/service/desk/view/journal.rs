//! The journal, the latest first.

use csv::ReaderBuilder;
use serde::Serialize;

use crate::domain::Lang;
use crate::lang::desk as words;

/// The journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct JournalView {
    /// The latest first.
    pub rows: Vec<JournalRow>,
}

/// A line of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct JournalRow {
    pub when: String,
    pub who: String,
    pub what: String,
    pub date: String,
    pub class: String,
    pub subject: String,
    pub role: String,
    pub from: String,
    pub to: String,
}

impl JournalView {
    /// Reads the journal's file; what was done is said in that language.
    pub fn read(bytes: &[u8], lang: Lang) -> Self {
        let mut reader = ReaderBuilder::new()
            .delimiter(b';')
            .flexible(true)
            .from_reader(bytes);
        // A line that is no record is left out: the file itself keeps it.
        let records = reader.records().flatten();
        let mut rows: Vec<JournalRow> = records
            .map(|record| {
                let cell = |index: usize| record.get(index).unwrap_or_default().to_owned();
                JournalRow {
                    when: cell(0),
                    who: cell(1),
                    what: in_lang(&cell(2), lang),
                    date: cell(3),
                    class: cell(4),
                    subject: cell(5),
                    role: cell(6),
                    from: cell(7),
                    to: cell(8),
                }
            })
            .collect();
        rows.reverse();
        Self { rows }
    }
}

/// What was done, whatever language it was written in.
fn in_lang(text: &str, lang: Lang) -> String {
    let known = [Lang::En, Lang::Ru]
        .into_iter()
        .find_map(|written| words::deeds(written).iter().position(|word| *word == text));
    known.map_or_else(|| text.to_owned(), |at| words::deeds(lang)[at].to_owned())
}
