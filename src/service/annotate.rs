//! `check --annotate`: the user's own workbook with every finding at its cell, in a note and in a column of remarks.

use std::collections::BTreeMap;

use crate::amend::{self, AmendProblem, CellAt, CellMark, Colour, MarkedSheet, Marks, RowRemark};
use crate::check::Finding;
use crate::domain::{Lang, RosterRow};
use crate::input::InputFile;
use crate::lang::annotate as words;

use super::Checked;
use super::report::{FindingReport, QuestionReport};

/// The roster's file with the findings marked in it; of a text or an `.ods`, a new workbook.
pub fn annotate(checked: &Checked, file: &InputFile, lang: Lang) -> Result<Vec<u8>, AmendProblem> {
    amend::annotate(&file.bytes, &marks(checked, lang))
}

/// What is said of one place of the file.
#[derive(Default)]
struct Said {
    colour: Option<Colour>,
    notes: Vec<String>,
}

/// Collects what is to be marked.
struct Marker<'a> {
    checked: &'a Checked,
    lang: Lang,
    cells: BTreeMap<CellAt, Said>,
    rows: BTreeMap<(Option<String>, u32), Vec<String>>,
    general: Vec<String>,
}

fn marks(checked: &Checked, lang: Lang) -> Marks {
    let report = checked.report(lang);
    let found = &checked.findings;
    let mut marker = Marker {
        checked,
        lang,
        cells: BTreeMap::new(),
        rows: BTreeMap::new(),
        general: Vec::new(),
    };
    for (colour, findings, reports) in [
        (Colour::Red, &found.conflicts, &report.conflicts),
        (Colour::Orange, &found.exceptions, &report.exceptions),
        (Colour::Blue, &found.possible, &report.possible),
    ] {
        for (finding, report) in findings.iter().zip(reports) {
            marker.finding(colour, finding, report);
        }
    }
    for (question, report) in found.questions.iter().zip(&report.questions) {
        marker.question(question.row, report);
    }
    marker.finish()
}

impl Marker<'_> {
    fn finding(&mut self, colour: Colour, finding: &Finding, report: &FindingReport) {
        let (school, roster) = (&self.checked.school, &self.checked.roster);
        let statement = finding.statement(school, roster, self.lang);
        let advice = report.suggestion.as_deref().unwrap_or_default();
        let note = words::note(&statement, report.regulation, advice, self.lang);
        let remark = words::remark(&statement, advice, self.lang);
        match finding.row.and_then(|row| roster.rows.get(row)) {
            Some(row) => self.at(row, colour, (note, remark)),
            None => {
                let remark = words::remark(&report.message, advice, self.lang);
                self.general.push(remark);
            }
        }
    }

    fn question(&mut self, row: usize, report: &QuestionReport) {
        let candidates = report.candidates.join(" / ");
        let asked = crate::lang::commands::check::question(&report.text, &candidates, self.lang);
        let advice = report.suggestion.as_deref().unwrap_or_default();
        let remark = words::remark(&asked, advice, self.lang);
        if let Some(row) = self.checked.roster.rows.get(row) {
            self.at(row, Colour::Yellow, (remark.clone(), remark));
        }
    }

    /// At the cell of the name, and beside the row of the duty.
    fn at(&mut self, row: &RosterRow, colour: Colour, (note, remark): (String, String)) {
        let beside = (row.sheet.clone(), row.row);
        push_new(self.rows.entry(beside).or_default(), remark);
        if row.name.column == 0 {
            return;
        }
        let cell = CellAt {
            sheet: row.sheet.clone(),
            row: row.name.row,
            column: row.name.column,
        };
        let said = self.cells.entry(cell).or_default();
        said.colour = Some(said.colour.map_or(colour, |gravest| gravest.min(colour)));
        push_new(&mut said.notes, note);
    }

    fn finish(self) -> Marks {
        let cells = self.cells.into_iter();
        let rows = self.rows.into_iter();
        Marks {
            heading: words::heading(self.lang).to_owned(),
            author: words::AUTHOR.to_owned(),
            cells: cells
                .map(|(at, said)| CellMark {
                    at,
                    colour: said.colour.unwrap_or(Colour::Blue),
                    note: said.notes.join("\n\n"),
                })
                .collect(),
            rows: rows
                .map(|((sheet, row), remarks)| RowRemark {
                    sheet,
                    row,
                    text: remarks.join("; "),
                })
                .collect(),
            sheets: sheets(self.checked),
            general: self.general,
        }
    }
}

/// One row may make several duties of which the same is said.
fn push_new(list: &mut Vec<String>, text: String) {
    if !list.contains(&text) {
        list.push(text);
    }
}

/// The sheets that were read, each once: several tables of a sheet are one.
fn sheets(checked: &Checked) -> Vec<MarkedSheet> {
    let mut sheets: Vec<MarkedSheet> = Vec::new();
    for layout in &checked.layouts {
        match sheets.iter_mut().find(|sheet| sheet.name == layout.sheet) {
            Some(_) => {}
            None => sheets.push(MarkedSheet {
                name: layout.sheet.clone(),
                header: layout.header.clone(),
                rows: layout.rows.to_vec(),
                merged: layout.merged.clone(),
            }),
        }
    }
    sheets
}
