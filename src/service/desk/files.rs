//! Files that come into the folder: which are taken, under which name, and what they take the place of.

use std::sync::Arc;

use crate::input::{self, ImportKind, InputFile, TableKind};
use crate::service::import;

use super::books::Books;
use super::history::Label;
use super::outcome::Outcome;
use super::scene::Scene;
use super::{Desk, DeskError, ROSTER};

const POLICY: &str = "policy.toml";

/// What a file is, by its name and, for a workbook, its sheets.
enum Incoming {
    /// Tables, or the policy, under the names they are kept by.
    Lists(Vec<InputFile>),
    /// The roster.
    Roster(InputFile),
}

impl Desk {
    /// Takes a file into the folder: a table, a workbook of tables, the policy, the roster, or a timetable program's file,
    /// which becomes tables.
    pub fn put(&mut self, file: InputFile) -> Result<Outcome, DeskError> {
        let name = file.name.clone();
        self.import_notes = Arc::default();
        let next = match self.incoming(file)? {
            Incoming::Roster(file) => Scene::read(
                Arc::clone(&self.scene.disk),
                Arc::clone(&self.scene.books),
                Some(Arc::new(file)),
            ),
            Incoming::Lists(new) => {
                let with_new = |files: &[InputFile]| -> Vec<InputFile> {
                    let stays = |old: &&InputFile| !new.iter().any(|new| replaces(new, old));
                    let kept = files.iter().filter(stays);
                    kept.chain(&new).cloned().collect()
                };
                let books = Books::read(with_new(&self.scene.books.files));
                let disk = Arc::new(with_new(&self.scene.disk));
                Scene::read(disk, Arc::new(books), self.scene.roster_file.clone())
            }
        };
        Ok(self.step(Label::File(name), next))
    }

    fn incoming(&mut self, file: InputFile) -> Result<Incoming, DeskError> {
        let refused = || DeskError::NotATable(file.name.clone());
        let (stem, ending) = parts(&file.name);
        if is_device(stem) {
            return Err(refused());
        }
        let stem = stem.to_lowercase();
        if file.name.contains(['/', '\\', '\0']) || file.name.starts_with(['.', '~']) {
            return Err(refused());
        }
        let lists = match ending.to_lowercase().as_str() {
            "txt" | "csv" if input::is_of_untis(&file.name) => self.import_untis(file)?,
            "toml" if stem == "policy" => vec![InputFile {
                name: POLICY.to_owned(),
                ..file
            }],
            "csv" if stem == "roster" || stem == "расстановка" => {
                return Ok(Incoming::Roster(InputFile {
                    name: ROSTER.to_owned(),
                    ..file
                }));
            }
            "csv" if TableKind::from_name(&stem).is_some() => vec![InputFile {
                name: format!("{stem}.csv"),
                ..file
            }],
            "csv" if !input::tables_told(&file).is_empty() => {
                let table = input::tables_told(&file)[0];
                vec![InputFile {
                    name: format!("{}.csv", table.word().en),
                    ..file
                }]
            }
            // One of several books: it stands beside the others while tables are missing, and takes no book's place.
            "xlsx" | "xlsm" | "ods" if stem != "school" && self.is_one_more(&file) => vec![file],
            ending @ ("xlsx" | "xlsm" | "ods") if holds_tables(&file) => vec![InputFile {
                name: format!("school.{ending}"),
                ..file
            }],
            "xlsx" | "xlsm" | "ods" if input::holds_timetable_grid(&file) => {
                self.import_grid(file)?
            }
            "fet" => self.import(ImportKind::Fet, &[file])?,
            "xml" => self.import(ImportKind::Asc, &[file])?,
            _ => return Err(refused()),
        };
        Ok(Incoming::Lists(lists))
    }

    /// Does the workbook hold some tables, but not all, and are some missing in the folder?
    fn is_one_more(&self, file: &InputFile) -> bool {
        let told = input::tables_told(file);
        let has_all = TableKind::REQUIRED.iter().all(|kind| told.contains(kind));
        let missing = input::missing_tables(&self.scene.books.files);
        !told.is_empty() && !has_all && !missing.is_empty()
    }

    fn import(
        &mut self,
        kind: ImportKind,
        files: &[InputFile],
    ) -> Result<Vec<InputFile>, DeskError> {
        let (lists, complaints) = import(kind, files);
        if complaints.refuse() {
            return Err(DeskError::Refused(complaints));
        }
        self.import_notes = Arc::new(complaints);
        Ok(lists)
    }

    /// Reads a timetable that is a grid: the timetable itself, and of the other tables those that are not there yet, as they know
    /// people better than by initials.
    fn import_grid(&mut self, file: InputFile) -> Result<Vec<InputFile>, DeskError> {
        let mut lists = self.import(ImportKind::Grid, &[file])?;
        let tables = &self.scene.books.tables;
        let is_there = |stem: &str| tables.iter().any(|table| table.table == stem);
        lists.retain(|list| {
            let (stem, _) = parts(&list.name);
            stem == "timetable" || !is_there(stem)
        });
        Ok(lists)
    }

    /// Reads the file of Untis together with those that came before it.
    fn import_untis(&mut self, file: InputFile) -> Result<Vec<InputFile>, DeskError> {
        let is_other = |old: &&InputFile| !old.name.eq_ignore_ascii_case(&file.name);
        let mut files: Vec<InputFile> = self.untis.iter().filter(is_other).cloned().collect();
        files.push(file);
        let lists = self.import(ImportKind::Untis, &files)?;
        self.untis = Arc::new(files);
        Ok(lists)
    }
}

/// Is one of the workbook's sheets a table?
fn holds_tables(file: &InputFile) -> bool {
    input::read_grid(file)
        .iter()
        .any(|grid| TableKind::from_name(&grid.name).is_some())
}

/// Does the new file stand for the same thing, whatever the names?
fn replaces(new: &InputFile, old: &InputFile) -> bool {
    if new.name == old.name {
        return true;
    }
    let ((new, new_ending), (old, old_ending)) = (parts(&new.name), parts(&old.name));
    if new_ending == "csv" && old_ending.eq_ignore_ascii_case("csv") {
        return TableKind::from_name(new).is_some_and(|it| TableKind::from_name(old) == Some(it));
    }
    new == "school" && old.eq_ignore_ascii_case("school")
}

/// Name and ending.
fn parts(name: &str) -> (&str, &str) {
    name.rsplit_once('.').unwrap_or((name, ""))
}

/// Names that Windows keeps for devices: no file can be called so there.
fn is_device(stem: &str) -> bool {
    let stem = stem.trim().to_ascii_lowercase();
    let numbered = |device: &str| {
        let number = stem.strip_prefix(device).unwrap_or_default();
        number.len() == 1 && number.bytes().all(|digit| digit.is_ascii_digit())
    };
    matches!(stem.as_str(), "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}
