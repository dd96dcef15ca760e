//! What a person says that files and sheets are: kept beside the files, so that every reader takes them alike.

use std::sync::Arc;

use crate::input::{CHOICES, InputFile, PolicyChange, SheetChoice, SheetChoices, TableKind};

use super::books::Books;
use super::history::Label;
use super::outcome::Outcome;
use super::scene::Scene;
use super::{Desk, DeskError};

/// What a sheet is said to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The file.
    pub file: String,
    /// The sheet, in a workbook.
    pub sheet: Option<String>,
    /// The table's name; `None`: it is left aside.
    pub table: Option<String>,
    /// Headings, and the names of the columns that they stand for; empty: the column is left aside.
    pub columns: Vec<(String, String)>,
}

impl Desk {
    /// Reads a sheet as what it is said to be. Where another was that table, it is left aside.
    pub fn say(&mut self, said: &Said) -> Result<Outcome, DeskError> {
        let books = &self.scene.books;
        let mut choices = self.choices()?;
        let at = (said.file.as_str(), said.sheet.as_deref());
        if !books.files.iter().any(|file| file.name == said.file) {
            return Err(DeskError::NoSuchPlace);
        }
        let choice = SheetChoice::of_words(at, said.table.as_deref(), &said.columns);
        let choice = choice.ok_or(DeskError::NoSuchPlace)?;
        let others = books.placed().filter(|(source, kind)| {
            choice.table == Some(*kind) && (source.file.as_str(), source.sheet.as_deref()) != at
        });
        for (source, _) in others {
            choices.set(SheetChoice {
                file: source.file.clone(),
                sheet: source.sheet.clone(),
                table: None,
                columns: Vec::new(),
            });
        }
        choices.set(choice);
        let file = choices.file();
        Ok(self.step(
            Label::Meaning(said.file.clone()),
            self.scene.with_lists(file),
        ))
    }

    /// What was said of the files so far; what cannot be read is not overwritten.
    pub(super) fn choices(&self) -> Result<SheetChoices, DeskError> {
        let books = &self.scene.books;
        let choices = SheetChoices::read(&books.files);
        choices.map_err(|_| DeskError::Refused(books.complaints.clone()))
    }

    /// Invites observers, or none this year.
    pub fn invite_observers(&mut self, are_invited: bool) -> Result<Outcome, DeskError> {
        let change = PolicyChange {
            observers: Some(are_invited),
            ..PolicyChange::default()
        };
        let policy = self.changed_policy(&change)?;
        Ok(self.step(Label::Policy, self.scene.with_lists([policy])))
    }

    /// Are observers invited?
    pub(super) fn observers(&self) -> bool {
        self.scene.books.policy.options.observers
    }

    /// Is the table missing that no school can do without?
    pub(super) fn is_needed(&self, kind: TableKind) -> bool {
        let is_required = kind != TableKind::Parents || self.observers();
        is_required
            && TableKind::REQUIRED.contains(&kind)
            && !self.scene.books.kinds().contains(&kind)
    }
}

impl Scene {
    /// These files in place of those of the same names, whatever comes of it: lists are typed bit by bit.
    pub(super) fn with_lists(&self, changed: impl IntoIterator<Item = InputFile>) -> Self {
        let changed: Vec<InputFile> = changed.into_iter().collect();
        let replaced = |files: &[InputFile]| -> Vec<InputFile> {
            let stays = |old: &&InputFile| changed.iter().all(|new| new.name != old.name);
            let kept = files.iter().filter(stays).cloned();
            kept.chain(changed.iter().cloned()).collect()
        };
        let books = Books::read(replaced(&self.books.files));
        let disk = Arc::new(replaced(&self.disk));
        Self::read(disk, Arc::new(books), self.roster_file.clone())
    }
}

/// Files of the folder that are no lists.
pub(super) fn is_list(file: &InputFile) -> bool {
    let name = file.name.to_lowercase();
    file.name != CHOICES && !name.ends_with(".toml")
}
