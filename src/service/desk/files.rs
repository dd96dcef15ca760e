//! Files that come into the folder: which are taken, under which name, and what they take the place of.

use std::sync::Arc;

use crate::input::{self, ImportKind, InputFile, TableKind};
use crate::service::import;

use super::books::Books;
use super::displaced::displaced;
use super::history::Label;
use super::outcome::Outcome;
use super::scene::Scene;
use super::{Desk, DeskError, ROSTER};

const POLICY: &str = "policy.toml";
/// The workbook that holds a whole school.
const SCHOOL: &str = "school";

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
                let displaced = displaced(&self.scene.books, &new);
                let books = Books::read(displaced.applied(&self.scene.books.files));
                let disk = Arc::new(displaced.applied(&self.scene.disk));
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
            "csv" if is_roster(&file) => {
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
            "xlsx" | "xlsm" | "ods" if !input::tables_told(&file).is_empty() => {
                vec![self.named_book(file)]
            }
            "xlsx" | "xlsm" | "ods" if input::holds_timetable_grid(&file) => {
                self.import_grid(file)?
            }
            "csv" | "tsv" | "txt" | "xlsx" | "xlsm" | "ods" if self.may_be_told(&file) => {
                vec![under_own_name(file)]
            }
            "fet" => self.import(ImportKind::Fet, &[file])?,
            "xml" => self.import(ImportKind::Asc, &[file])?,
            _ => return Err(refused()),
        };
        Ok(Incoming::Lists(lists))
    }

    /// A workbook under the name it is kept by. One that holds every table the school has is the school's; any other stands
    /// beside the files that are here, and takes the place of none that says more than it.
    fn named_book(&self, file: InputFile) -> InputFile {
        let told = input::tables_told(&file);
        let (stem, ending) = parts(&file.name);
        let (stem, ending) = (stem.to_owned(), ending.to_lowercase());
        let holds_all = |kinds: &[TableKind]| kinds.iter().all(|kind| told.contains(kind));
        let is_whole = holds_all(&TableKind::REQUIRED) && holds_all(&self.scene.books.kinds());
        if is_whole && holds_tables(&file) {
            let name = format!("{SCHOOL}.{ending}");
            return InputFile { name, ..file };
        }
        let files = &self.scene.books.files;
        let is_free = |name: &String| {
            let mut old = files.iter().filter(|old| is_same_book(name, &old.name));
            old.all(|old| holds_all(&input::tables_told(old)))
        };
        let mut names = (1_u32..).map(|number| match number {
            1 if stem.eq_ignore_ascii_case(SCHOOL) => format!("{SCHOOL}.{ending}"),
            1 => format!("{stem}.{ending}"),
            _ => format!("{stem}-{number}.{ending}"),
        });
        let name = names.find(is_free).unwrap_or_else(|| file.name.clone());
        InputFile { name, ..file }
    }

    /// Could a person say what table it is? A roster made by hand is none.
    fn may_be_told(&self, file: &InputFile) -> bool {
        let is_roster = self.school().is_ok_and(|school| {
            let reading = input::read_roster(file, school);
            reading.roster.is_some_and(|roster| !roster.rows.is_empty())
        });
        !is_roster && !input::sheets_of(file).is_empty()
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

/// A table is read under an ending that says so.
fn under_own_name(file: InputFile) -> InputFile {
    let (stem, ending) = parts(&file.name);
    let is_text = matches!(ending.to_lowercase().as_str(), "tsv" | "txt");
    let name = if is_text {
        format!("{stem}.csv")
    } else {
        file.name.clone()
    };
    InputFile { name, ..file }
}

/// Is it the roster, by its name?
pub fn is_roster(file: &InputFile) -> bool {
    let name = file.name.to_lowercase();
    matches!(name.as_str(), "roster.csv" | "расстановка.csv")
}

/// Is one of the workbook's sheets a table?
fn holds_tables(file: &InputFile) -> bool {
    input::read_grid(file)
        .iter()
        .any(|grid| TableKind::from_name(&grid.name).is_some())
}

/// Does the new file stand for the same thing, whatever the names?
pub(super) fn replaces(new: &InputFile, old: &InputFile) -> bool {
    if is_same_book(&new.name, &old.name) {
        return true;
    }
    let ((new, new_ending), (old, old_ending)) = (parts(&new.name), parts(&old.name));
    new_ending == "csv"
        && old_ending.eq_ignore_ascii_case("csv")
        && TableKind::from_name(new).is_some_and(|it| TableKind::from_name(old) == Some(it))
}

/// Do both names stand for one file? A school has one workbook of its own, whatever the ending.
fn is_same_book(new: &str, old: &str) -> bool {
    let is_school = |name: &str| {
        let (stem, ending) = parts(name);
        stem.eq_ignore_ascii_case(SCHOOL) && !ending.eq_ignore_ascii_case("csv")
    };
    new == old || is_school(new) && is_school(old)
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
