//! What files and sheets are taken for, and what they could be.

use serde::Serialize;

use crate::domain::{Lang, Source};
use crate::input::{self, Choices, EmptyColumn, SheetRead, TableKind};
use crate::service::desk::meaning::is_list;
use crate::service::desk::{Desk, DeskError};

use super::school::capitalised;

/// A sheet that is no table of the school.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AsideView {
    /// The file.
    pub file: String,
    /// The sheet, in a workbook.
    pub sheet: Option<String>,
    /// Rows with text.
    pub rows: usize,
    /// Somebody said so.
    pub said: bool,
}

/// A table that the school does not have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MissingView {
    /// Canonical name.
    pub table: &'static str,
    /// Name in the page's language.
    pub title: String,
    /// What it is for.
    pub about: &'static str,
    /// No roster can be made without it.
    pub needed: bool,
}

/// A sheet to be said what it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReadingView {
    /// What it is taken for, or asked about as; `null`: nothing.
    pub table: Option<&'static str>,
    /// Every table that it could be.
    pub tables: Vec<ChoiceView>,
    /// The columns of that table.
    pub columns: Vec<ColumnView>,
    /// The headings of the sheet.
    pub headings: Vec<HeadingView>,
}

/// Something to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChoiceView {
    /// By which it is chosen.
    pub name: &'static str,
    /// For people.
    pub title: String,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ColumnView {
    /// By which it is chosen.
    pub name: &'static str,
    /// What it is called.
    pub heading: &'static str,
    /// What stands in it.
    pub note: &'static str,
    /// A cell of it.
    pub example: &'static str,
    /// No row can do without it.
    pub required: bool,
    /// What its cells may be chosen from; empty: anything.
    pub choices: Vec<String>,
}

/// A heading of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HeadingView {
    /// Its text.
    pub text: String,
    /// Its place, from 1.
    pub place: u32,
    /// The column it is taken for.
    pub column: Option<&'static str>,
    /// The first texts below it.
    pub samples: Vec<String>,
}

impl Desk {
    /// Sheets of the folder that are no table of the school.
    pub(super) fn aside(&self) -> Vec<AsideView> {
        let books = &self.scene.books;
        let said = self.choices().unwrap_or_default();
        let is_placed = |file: &str, sheet: &Option<String>| {
            let is_it = |source: &Source| source.file == file && source.sheet == *sheet;
            books.placed().any(|(source, _)| is_it(source))
        };
        let mut aside = Vec::new();
        for file in books.files.iter().filter(|file| is_list(file)) {
            for SheetRead { sheet, rows, .. } in input::sheets_of(file) {
                if !is_placed(&file.name, &sheet) {
                    let said = said.about(&file.name, sheet.as_deref());
                    aside.push(AsideView {
                        said: said.is_some_and(|choice| choice.table.is_none()),
                        file: file.name.clone(),
                        sheet,
                        rows,
                    });
                }
            }
        }
        aside
    }

    /// Tables that the school does not have, those that it needs first.
    pub(super) fn missing(&self, lang: Lang) -> Vec<MissingView> {
        let kinds = self.scene.books.kinds();
        let forms = input::empty_tables(lang);
        let missing = TableKind::ALL.into_iter().filter_map(|kind| {
            let form = forms
                .iter()
                .find(|it| it.name == kind.word().in_lang(lang))?;
            (!kinds.contains(&kind)).then(|| MissingView {
                table: kind.word().en,
                title: capitalised(form.name),
                about: form.about,
                needed: self.is_needed(kind),
            })
        });
        let mut missing: Vec<MissingView> = missing.collect();
        missing.sort_by_key(|it| !it.needed);
        missing
    }

    /// The sheet, as what it is taken for, or as that table.
    pub fn reading_view(
        &self,
        (file, sheet): (&str, Option<&str>),
        table: Option<&str>,
        lang: Lang,
    ) -> Result<ReadingView, DeskError> {
        let books = &self.scene.books;
        let read = books.files.iter().find(|it| it.name == file);
        let read = read.ok_or(DeskError::NoSuchPlace)?;
        let is_it = |source: &Source| source.file == file && source.sheet.as_deref() == sheet;
        let placed = || {
            let mut placed = books.placed();
            placed
                .find(|(source, _)| is_it(source))
                .map(|(_, kind)| kind)
        };
        let kind = match table {
            Some("") => None,
            Some(name) => Some(TableKind::from_name(name).ok_or(DeskError::NoSuchPlace)?),
            None => placed().or_else(|| {
                let mut sheets = input::sheets_of(read).into_iter();
                let own = sheets.find(|it| it.sheet.as_deref() == sheet)?;
                own.told.or(own.hint)
            }),
        };
        let said = self.choices()?;
        let headings = kind.map(|kind| input::headings((read, sheet), kind, &said));
        let headings = headings
            .unwrap_or_default()
            .into_iter()
            .map(|it| HeadingView {
                text: it.text,
                place: it.place,
                column: it.column,
                samples: it.samples,
            });
        Ok(ReadingView {
            table: kind.map(|kind| kind.word().en),
            tables: input::empty_tables(lang)
                .into_iter()
                .filter_map(|it| {
                    Some(ChoiceView {
                        name: TableKind::from_name(it.name)?.word().en,
                        title: capitalised(it.name),
                    })
                })
                .collect(),
            columns: kind.map_or_else(Vec::new, |kind| self.columns_of(kind, lang)),
            headings: headings.collect(),
        })
    }

    /// The columns of a table, with what their cells may be chosen from.
    pub(super) fn columns_of(&self, kind: TableKind, lang: Lang) -> Vec<ColumnView> {
        let columns = input::columns_of(kind, lang).into_iter();
        columns
            .map(|column| ColumnView {
                name: column.name,
                heading: column.form.heading,
                note: column.form.note,
                example: column.form.example,
                required: column.form.is_required,
                choices: self.choices_of(&column.form),
            })
            .collect()
    }

    fn choices_of(&self, form: &EmptyColumn) -> Vec<String> {
        let facts = self.scene.books.facts.as_ref();
        match &form.choices {
            Choices::Any => Vec::new(),
            Choices::Words(words) => words.iter().map(|&word| word.to_owned()).collect(),
            Choices::Table(table) => {
                let Some(kind) = TableKind::from_name(table) else {
                    return Vec::new();
                };
                if let (TableKind::Subjects, Some(facts)) = (kind, facts) {
                    let subjects = facts.school.subjects.iter();
                    return subjects.map(|it| it.name.clone()).collect();
                }
                self.first_column(kind)
            }
        }
    }

    /// What stands in the first column of that table, each text once.
    fn first_column(&self, kind: TableKind) -> Vec<String> {
        let books = &self.scene.books;
        let mut placed = books.placed();
        let Some((source, _)) = placed.find(|(_, it)| *it == kind) else {
            return Vec::new();
        };
        let Some(file) = books.files.iter().find(|file| file.name == source.file) else {
            return Vec::new();
        };
        let Ok(said) = self.choices() else {
            return Vec::new();
        };
        let sheet = source.sheet.as_deref();
        let first = input::columns_of(kind, Lang::En).first().map(|it| it.name);
        let headings = input::headings((file, sheet), kind, &said);
        let heading = headings.iter().find(|it| it.column == first);
        let (Some(heading), Some(grid)) = (heading, super::table::grid_of(file, sheet)) else {
            return Vec::new();
        };
        let place = heading.place as usize - 1;
        let rows = grid.rows.iter();
        let below = rows.skip_while(|row| row.cells.get(place) != Some(heading.text.as_str()));
        let texts = below.skip(1).filter_map(|row| row.cells.get(place));
        let mut found: Vec<String> = Vec::new();
        for text in texts.filter(|text| !text.is_empty()) {
            if !found.iter().any(|it| it == text) {
                found.push(text.to_owned());
            }
        }
        found
    }
}
