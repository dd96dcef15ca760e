//! Writes into tables by row and column name; a table or a column that is not there yet is added.

use crate::domain::{Cell, Lang, PersonId, School, SchoolId, Source};
use crate::input::complaint::Complaints;
use crate::input::correct::{NewText, add_rows, set_cells};
use crate::input::grid::{Grid, push_cell, read_grid_file};
use crate::input::header::{self, Column, Header};
use crate::input::tables::TableKind;
use crate::input::{CannotCorrect, InputFile};

use super::CannotEnter;

/// Files under the pen.
pub struct Pen<'a> {
    /// The school that the files say.
    pub school: &'a School,
    files: Vec<InputFile>,
    changed: Vec<bool>,
}

/// A table that is open for writing.
struct Open {
    /// Position among the files.
    file: usize,
    sheet: Option<String>,
    grid: Grid,
    header: Header,
}

impl<'a> Pen<'a> {
    /// Nothing is written yet.
    pub fn new(files: &[InputFile], school: &'a School) -> Self {
        Self {
            school,
            changed: vec![false; files.len()],
            files: files.to_vec(),
        }
    }

    /// The files that were written into.
    pub fn changed(self) -> Vec<InputFile> {
        let files = self.files.into_iter().zip(self.changed);
        files
            .filter(|(_, changed)| *changed)
            .map(|(file, _)| file)
            .collect()
    }

    /// Sets cells of the row that a fact was read from.
    pub fn set(
        &mut self,
        kind: TableKind,
        at: Cell,
        cells: &[(Column, String)],
    ) -> Result<(), CannotEnter> {
        let source = self.source(at)?.clone();
        let table = self.open(kind, &source).ok_or(CannotEnter::NoRow)?;
        let lang = lang_of(&table);
        let mut new = Vec::new();
        let mut width = table.grid.rows.first().map_or(0, |row| row.cells.len());
        for (column, text) in cells {
            let place = table.header.place(*column).unwrap_or_else(|| {
                let place = width;
                width += 1;
                new.push(text_at(table.header.row, place, column.heading(lang)));
                place
            });
            new.push(text_at(at.row, place, text));
        }
        let file = &self.files[table.file];
        let bytes = set_cells(file, table.sheet.as_deref(), &new);
        self.replace(table.file, bytes)
    }

    /// Empties the row.
    pub fn clear(&mut self, kind: TableKind, at: Cell) -> Result<(), CannotEnter> {
        let source = self.source(at)?.clone();
        let table = self.open(kind, &source).ok_or(CannotEnter::NoRow)?;
        let row = table.grid.rows.iter().find(|row| row.row == at.row);
        let cells = row.map_or(&[][..], |row| &row.cells);
        let filled = cells
            .iter()
            .enumerate()
            .filter(|(_, text)| !text.is_empty());
        let new: Vec<NewText> = filled
            .map(|(place, _)| text_at(at.row, place, ""))
            .collect();
        let bytes = set_cells(&self.files[table.file], table.sheet.as_deref(), &new);
        self.replace(table.file, bytes)
    }

    /// What stands in the row's column.
    pub fn text(&self, kind: TableKind, at: Cell, column: Column) -> Option<String> {
        let table = self.open(kind, self.source(at).ok()?)?;
        let place = table.header.place(column)?;
        let row = table.grid.rows.iter().find(|row| row.row == at.row)?;
        row.cells.get(place).cloned()
    }

    /// Has the table that column?
    pub fn has(&self, kind: TableKind, at: Cell, column: Column) -> bool {
        let table = self
            .source(at)
            .ok()
            .and_then(|source| self.open(kind, source));
        table.is_some_and(|table| table.header.has(column))
    }

    /// Adds a row to the school's table of that kind.
    pub fn add(
        &mut self,
        kind: TableKind,
        school: SchoolId,
        cells: impl FnOnce(Lang) -> Vec<(Column, String)>,
    ) -> Result<(), CannotEnter> {
        let folder = self.folder(school);
        let source = self
            .school
            .sources
            .iter()
            .find(|it| is_table(it, &folder, kind));
        let Some(table) = source.and_then(|source| self.open(kind, source)) else {
            self.add_table(kind, &folder, cells);
            return Ok(());
        };
        let cells = cells(lang_of(&table));
        let missing: Vec<Column> = cells
            .iter()
            .filter(|(column, text)| !text.is_empty() && !table.header.has(*column))
            .map(|(column, _)| *column)
            .collect();
        if !missing.is_empty() {
            self.add_columns(&table, &missing)?;
            let source = source.cloned().ok_or(CannotEnter::NoRow)?;
            let table = self.open(kind, &source).ok_or(CannotEnter::NoRow)?;
            return self.add_row(&table, &cells);
        }
        self.add_row(&table, &cells)
    }

    fn add_row(&mut self, table: &Open, cells: &[(Column, String)]) -> Result<(), CannotEnter> {
        let width = table.grid.rows.first().map_or(0, |row| row.cells.len());
        let mut row = vec![String::new(); width];
        for (column, text) in cells {
            if let Some(cell) = table.header.place(*column).and_then(|at| row.get_mut(at)) {
                cell.clone_from(text);
            }
        }
        let bytes = add_rows(&self.files[table.file], table.sheet.as_deref(), &[row]);
        self.replace(table.file, bytes)
    }

    fn add_columns(&mut self, table: &Open, columns: &[Column]) -> Result<(), CannotEnter> {
        let lang = lang_of(table);
        let width = table.grid.rows.first().map_or(0, |row| row.cells.len());
        let new: Vec<NewText> = (width..)
            .zip(columns)
            .map(|(place, column)| text_at(table.header.row, place, column.heading(lang)))
            .collect();
        let bytes = set_cells(&self.files[table.file], table.sheet.as_deref(), &new);
        self.replace(table.file, bytes)
    }

    /// A new file, named and written as the folder's other files are.
    fn add_table(
        &mut self,
        kind: TableKind,
        folder: &str,
        cells: impl FnOnce(Lang) -> Vec<(Column, String)>,
    ) {
        let lang = self.lang();
        let delimiter = match lang {
            Lang::En => ',',
            Lang::Ru => ';',
        };
        let mut text = match lang {
            Lang::En => String::new(),
            Lang::Ru => "\u{feff}".to_owned(),
        };
        let (columns, row): (Vec<Column>, Vec<String>) = cells(lang).into_iter().unzip();
        let heads = columns.iter().map(|column| column.heading(lang).to_owned());
        for record in [heads.collect(), row] {
            for (index, cell) in record.iter().enumerate() {
                if index > 0 {
                    text.push(delimiter);
                }
                push_cell(&mut text, cell, delimiter);
            }
            text.push_str("\r\n");
        }
        let name = format!("{}.csv", kind.word().in_lang(lang));
        let name = if folder.is_empty() {
            name
        } else {
            format!("{folder}/{name}")
        };
        self.files.push(InputFile {
            name,
            bytes: text.into_bytes(),
        });
        self.changed.push(true);
    }

    /// Language of the folder: that of its table of staff.
    fn lang(&self) -> Lang {
        let mut staff = self
            .school
            .people
            .iter()
            .filter_map(|person| person.staff.as_ref());
        staff
            .next()
            .and_then(|staff| self.open(TableKind::Staff, self.source(staff.read_at).ok()?))
            .map_or(Lang::En, |table| lang_of(&table))
    }

    /// Folder of the school's files, in a district.
    fn folder(&self, school: SchoolId) -> String {
        if self.school.is_district() {
            self.school.schools[school.index()].clone()
        } else {
            String::new()
        }
    }

    /// The school in whose lists the person stands.
    pub fn school_of(&self, person: PersonId) -> SchoolId {
        let staff = self.school.person(person).staff.as_ref();
        let by_child = || {
            let child = self.school.children_of(person).first()?;
            Some(self.school.class(child.class).school)
        };
        staff
            .map(|staff| staff.school)
            .or_else(by_child)
            .unwrap_or_else(|| SchoolId::new(0))
    }

    /// The person's name as the own school's lists have it.
    pub fn name(&self, person: PersonId) -> String {
        let name = &self.school.person(person).name;
        let of_school = &self.school.schools[self.school_of(person).index()];
        let bare = name.strip_suffix(&format!(" ({of_school})"));
        bare.unwrap_or(name).to_owned()
    }

    fn source(&self, at: Cell) -> Result<&Source, CannotEnter> {
        let source = self.school.sources.get(at.source.index());
        source.ok_or(CannotEnter::NoRow)
    }

    fn open(&self, kind: TableKind, source: &Source) -> Option<Open> {
        let file = self
            .files
            .iter()
            .position(|file| file.name == source.file)?;
        let mut sources = Vec::new();
        let grids = read_grid_file(&self.files[file], &mut sources, &mut Vec::new());
        let is_it = |grid: &Grid| {
            let read = sources.get(grid.source.index());
            read.is_some_and(|read| read.sheet == source.sheet)
        };
        let grid = grids.into_iter().find(is_it)?;
        let header = header::find(&grid, kind.layout(), &mut Complaints::default())?;
        Some(Open {
            file,
            sheet: source.sheet.clone(),
            grid,
            header,
        })
    }

    fn replace(
        &mut self,
        file: usize,
        bytes: Result<Vec<u8>, CannotCorrect>,
    ) -> Result<(), CannotEnter> {
        let bytes = bytes.map_err(|reason| CannotEnter::Cell {
            file: self.files[file].name.clone(),
            reason,
        })?;
        self.files[file].bytes = bytes;
        self.changed[file] = true;
        Ok(())
    }
}

fn text_at(row: u32, place: usize, text: &str) -> NewText {
    NewText {
        row,
        column: place as u32 + 1,
        text: text.to_owned(),
    }
}

/// Is the source the folder's table of that kind?
fn is_table(source: &Source, folder: &str, kind: TableKind) -> bool {
    let (of_folder, name) = source.file.rsplit_once('/').unwrap_or(("", &source.file));
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let name = source.sheet.as_deref().unwrap_or(stem);
    of_folder == folder && TableKind::from_name(name) == Some(kind)
}

/// Russian where one of the headers has a Cyrillic letter.
fn lang_of(table: &Open) -> Lang {
    let cells = &table.grid.rows[table.header.index].cells;
    let is_cyrillic = |letter: char| ('\u{400}'..='\u{4ff}').contains(&letter);
    let mut known = table
        .header
        .all_places()
        .filter_map(|place| cells.get(place));
    if known.any(|cell| cell.contains(is_cyrillic)) {
        Lang::Ru
    } else {
        Lang::En
    }
}
