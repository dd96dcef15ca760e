//! Complaints as a person sees them: the sentence, the place, the line of the file with the cell marked.

use std::collections::BTreeMap;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use crate::domain::{Cell, Source, cell_name};
use crate::input::{Complaint, Gravity, InputFile};
use crate::lang::{Lang, commands as words};
use crate::service::{Complaints, SourceText};

/// A longer record is no help to the eye; its place is named, its text is not shown.
const MOST_SHOWN: usize = 2_000;

/// Texts of the files that complaints point at, decoded once each.
struct Texts<'a> {
    files: &'a [InputFile],
    decoded: BTreeMap<&'a str, SourceText>,
}

impl Texts<'_> {
    fn of(&mut self, name: &str) -> Option<&SourceText> {
        let file = self.files.iter().find(|file| file.name == name)?;
        Some(
            self.decoded
                .entry(&file.name)
                .or_insert_with(|| SourceText::new(&file.bytes)),
        )
    }
}

/// The complaints that are at least as grave as `gravity`, and notes that a verdict may not stand without, in their order, and a last line with their number.
pub fn render(
    complaints: &Complaints,
    files: &[InputFile],
    gravity: Gravity,
    lang: Lang,
) -> String {
    let mut texts = Texts {
        files,
        decoded: BTreeMap::new(),
    };
    let mut report: String = complaints
        .list
        .iter()
        .filter(|complaint| {
            let always = gravity == Gravity::Warning && complaint.is_shown_always();
            complaint.gravity <= gravity || always
        })
        .map(|complaint| one(complaints, complaint, &mut texts, lang) + "\n\n")
        .collect();
    if !report.is_empty() {
        report.push_str(&totals(complaints, lang));
        report.push('\n');
    }
    report
}

fn totals(complaints: &Complaints, lang: Lang) -> String {
    let (errors, warnings) = (
        complaints.count(Gravity::Error),
        complaints.count(Gravity::Warning),
    );
    let mut parts = Vec::new();
    if errors > 0 {
        parts.push(words::errors(errors, lang));
    }
    if warnings > 0 {
        parts.push(words::warnings(warnings, lang));
    }
    if errors > 0 {
        parts.push(words::nothing_written(lang).to_owned());
    }
    parts.join(", ")
}

fn one(complaints: &Complaints, complaint: &Complaint, texts: &mut Texts, lang: Lang) -> String {
    let [error, warning, note] = words::gravities(lang);
    let level = match complaint.gravity {
        Gravity::Error => Level::ERROR.with_name(error),
        Gravity::Warning => Level::WARNING.with_name(warning),
        Gravity::Note => Level::NOTE.with_name(note),
    };
    let title = level.primary_title(complaint.sentence(lang));
    let group = match complaints.place_of(complaint) {
        Some((source, Some(cell))) => marked(Group::with_title(title), source, cell, texts),
        Some((source, None)) => Group::with_title(title).element(Origin::path(shown(source))),
        None => Group::with_title(title),
    };
    Renderer::styled().render(&[group])
}

/// The line of the file with the cell marked; in a workbook, the cell's name.
fn marked<'a>(group: Group<'a>, source: &Source, cell: Cell, texts: &mut Texts) -> Group<'a> {
    if source.sheet.is_some() {
        let place = format!("{}, {}", shown(source), cell_name(cell.row, cell.column));
        return group.element(Origin::path(place));
    }
    let excerpt = texts.of(&source.file).and_then(|text| text.excerpt(cell));
    match excerpt.filter(|excerpt| excerpt.text.len() <= MOST_SHOWN) {
        Some(excerpt) => group.element(
            Snippet::source(excerpt.text)
                .line_start(cell.row as usize)
                .path(source.file.clone())
                .annotation(AnnotationKind::Primary.span(excerpt.cell)),
        ),
        None => group.element(Origin::path(source.file.clone()).line(cell.row as usize)),
    }
}

/// `school.xlsx [load]`, or the file's name.
fn shown(source: &Source) -> String {
    match &source.sheet {
        Some(sheet) => format!("{} [{sheet}]", source.file),
        None => source.file.clone(),
    }
}
