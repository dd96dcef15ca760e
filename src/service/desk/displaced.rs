//! What files that come in take the place of: a file of the same name goes, a table that stands elsewhere is left aside and its
//! file stays.

use std::collections::BTreeSet;

use crate::input::{self, CHOICES, InputFile, SheetChoice, SheetChoices, TableKind};

use super::books::Books;
use super::files::replaces;

/// What comes in, with what has to be said so that its tables, and no others of their kind, are read.
pub struct Displaced<'n> {
    new: &'n [InputFile],
    /// What is said of files and sheets; `None`: nothing has to be said anew.
    choices: Option<SheetChoices>,
}

/// Tables of these files take the place of the same tables of others.
pub fn displaced<'n>(books: &Books, new: &'n [InputFile]) -> Displaced<'n> {
    // What a person has written there and cannot be read is not overwritten.
    let Ok(before) = SheetChoices::read(&books.files) else {
        return Displaced { new, choices: None };
    };
    if new.iter().any(|file| file.name == CHOICES) {
        return Displaced { new, choices: None };
    }
    let mut choices = before.clone();
    for old in books.files.iter().filter(|old| goes(old, new)) {
        choices.forget(&old.name);
    }
    let said = before_of(new, &before);
    let mut taken = BTreeSet::new();
    for file in new {
        let told = input::sheets_told(file, &said);
        taken.extend(told.iter().map(|(_, kind)| *kind));
        for choice in own_choices(file, &told, &said) {
            choices.set(choice);
        }
    }
    for (source, kind) in books.placed() {
        let stays = !new.iter().any(|file| file.name == source.file);
        let stays = stays
            && books
                .files
                .iter()
                .any(|file| file.name == source.file && !goes(file, new));
        if stays && taken.contains(&kind) {
            choices.set(SheetChoice {
                file: source.file.clone(),
                sheet: source.sheet.clone(),
                table: None,
                columns: Vec::new(),
            });
        }
    }
    let choices = (choices != before).then_some(choices);
    Displaced { new, choices }
}

/// What was said of the files of the same names, which is still so where the sheets are.
fn before_of(new: &[InputFile], before: &SheetChoices) -> SheetChoices {
    let mut said = before.clone();
    // A table that was left aside and comes again is wanted.
    for file in new {
        said.want_again(&file.name);
    }
    said
}

/// A workbook of a name of its own is read wherever it is said what its sheets are.
fn own_choices(
    file: &InputFile,
    told: &[(Option<String>, TableKind)],
    said: &SheetChoices,
) -> Vec<SheetChoice> {
    let is_alone = |kind: TableKind| told.iter().filter(|(_, it)| *it == kind).count() == 1;
    let choices = told.iter().filter_map(|(sheet, kind)| {
        let before = said.about(&file.name, sheet.as_deref());
        if before.is_some() {
            return before.cloned();
        }
        let is_own = sheet.is_some() && !file.name.to_lowercase().starts_with("school.");
        (is_own && is_alone(*kind)).then(|| SheetChoice {
            file: file.name.clone(),
            sheet: sheet.clone(),
            table: Some(*kind),
            columns: Vec::new(),
        })
    });
    choices.collect()
}

/// Does one of the new files stand for that one?
fn goes(old: &InputFile, new: &[InputFile]) -> bool {
    new.iter().any(|new| replaces(new, old))
}

impl Displaced<'_> {
    /// The files as they are then.
    pub fn applied(&self, files: &[InputFile]) -> Vec<InputFile> {
        let is_old = |file: &&InputFile| {
            !goes(file, self.new) && (self.choices.is_none() || file.name != CHOICES)
        };
        let mut all: Vec<InputFile> = files.iter().filter(is_old).cloned().collect();
        all.extend(self.new.iter().cloned());
        all.extend(self.choices.as_ref().and_then(SheetChoices::file));
        all
    }
}
