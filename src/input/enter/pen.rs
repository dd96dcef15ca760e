//! Collects what is to be written into tables, by row and column name; a table or a column that is not there yet is added.

use crate::delimited::push_cell;
use crate::domain::{Cell, Lang, PersonId, School, SchoolId, Source};
use crate::input::InputFile;
use crate::input::complaint::Complaints;
use crate::input::folder::{Guess, SheetChoices, guess};
use crate::input::grid::{Grid, read_grid_file};
use crate::input::header::{self, Column, Header};
use crate::input::tables::TableKind;

use super::{Entered, NoRow, TableEdit};

/// What is written so far.
pub struct Pen<'a> {
    /// The school that the files say.
    pub school: &'a School,
    files: &'a [InputFile],
    choices: SheetChoices,
    entered: Entered,
}

/// A table that is open for writing.
struct Open {
    file: String,
    sheet: Option<String>,
    grid: Grid,
    header: Header,
}

impl<'a> Pen<'a> {
    /// Nothing is written yet.
    pub fn new(files: &'a [InputFile], school: &'a School) -> Self {
        Self {
            school,
            files,
            choices: SheetChoices::read(files).unwrap_or_default(),
            entered: Entered::default(),
        }
    }

    /// All that is to be written.
    pub fn entered(self) -> Entered {
        self.entered
    }

    /// Sets cells of the row that a fact was read from.
    pub fn set(
        &mut self,
        kind: TableKind,
        at: Cell,
        cells: &[(Column, String)],
    ) -> Result<(), NoRow> {
        let table = self.open(kind, self.source(at)?).ok_or(NoRow)?;
        let places = self.places(&table, cells.iter().map(|(column, _)| *column));
        let texts = cells.iter().map(|(_, text)| text.clone());
        let new = places.into_iter().zip(texts);
        let edit = self.edit(&table);
        edit.cells
            .extend(new.map(|(place, text)| (at.row, place, text)));
        Ok(())
    }

    /// Empties the row.
    pub fn clear(&mut self, kind: TableKind, at: Cell) -> Result<(), NoRow> {
        let table = self.open(kind, self.source(at)?).ok_or(NoRow)?;
        let row = table.grid.rows.iter().find(|row| row.row == at.row);
        let cells = row.into_iter().flat_map(|row| row.cells.iter());
        let filled = cells.zip(1..).filter(|(text, _)| !text.is_empty());
        let emptied = filled.map(|(_, column)| (at.row, column, String::new()));
        self.edit(&table).cells.extend(emptied);
        Ok(())
    }

    /// What stands in the row's column.
    pub fn text(&self, kind: TableKind, at: Cell, column: Column) -> Option<String> {
        let table = self.open(kind, self.source(at).ok()?)?;
        let place = table.header.place(column)?;
        let row = table.grid.rows.iter().find(|row| row.row == at.row)?;
        row.cells.get(place).map(str::to_owned)
    }

    /// The language of the row's table: that of its headers.
    pub fn lang_at(&self, kind: TableKind, at: Cell) -> Lang {
        let source = self.source(at).ok();
        let table = source.and_then(|source| self.open(kind, source));
        table.map_or(Lang::En, |table| lang_of(&table))
    }

    /// Has the table that column?
    pub fn has(&self, kind: TableKind, at: Cell, column: Column) -> bool {
        let source = self.source(at).ok();
        let table = source.and_then(|source| self.open(kind, source));
        table.is_some_and(|table| table.header.has(column))
    }

    /// Adds a row to the school's table of that kind.
    pub fn add(
        &mut self,
        kind: TableKind,
        school: SchoolId,
        cells: impl FnOnce(Lang) -> Vec<(Column, String)>,
    ) {
        let folder = self.folder(school);
        let school: &'a School = self.school;
        let mut sources = school.sources.iter();
        let said = |source: &&Source| self.choices.of(source).map(|choice| choice.table);
        let source = school
            .sources
            .iter()
            .find(|source| folder_of(source) == folder && said(source) == Some(Some(kind)));
        let is_named = |source: &&Source| said(source).is_none() && is_table(source, &folder, kind);
        let source = source.or_else(|| sources.find(is_named));
        let source = source.or_else(|| self.guessed(kind, &folder));
        let Some(table) = source.and_then(|source| self.open(kind, source)) else {
            self.add_table(kind, &folder, cells);
            return;
        };
        let cells: Vec<(Column, String)> = cells(lang_of(&table))
            .into_iter()
            .filter(|(_, text)| !text.is_empty())
            .collect();
        let places = self.places(&table, cells.iter().map(|(column, _)| *column));
        let texts = cells.into_iter().map(|(_, text)| text);
        let row = places.into_iter().zip(texts).collect();
        let after = table.grid.rows.last().map_or(0, |row| row.row);
        self.edit(&table).rows.push((after, row));
    }

    /// Columns, 1-based; those that the table does not have are added to its header.
    fn places(&mut self, table: &Open, columns: impl Iterator<Item = Column>) -> Vec<u32> {
        let lang = lang_of(table);
        let mut width = table.grid.rows.first().map_or(0, |row| row.cells.len()) as u32;
        let mut heads = Vec::new();
        let places = columns
            .map(|column| {
                if let Some(place) = table.header.place(column) {
                    return place as u32 + 1;
                }
                width += 1;
                heads.push((table.header.row, width, column.heading(lang).to_owned()));
                width
            })
            .collect();
        self.edit(table).cells.extend(heads);
        places
    }

    /// What is written into that table so far.
    fn edit(&mut self, table: &Open) -> &mut TableEdit {
        let is_it = |edit: &TableEdit| (&edit.file, &edit.sheet) == (&table.file, &table.sheet);
        let edits = &mut self.entered.edits;
        let at = edits.iter().position(is_it).unwrap_or_else(|| {
            edits.push(TableEdit {
                file: table.file.clone(),
                sheet: table.sheet.clone(),
                ..TableEdit::default()
            });
            edits.len() - 1
        });
        &mut edits[at]
    }

    /// A new file, named and written as the folder's other files are.
    fn add_table(
        &mut self,
        kind: TableKind,
        folder: &str,
        cells: impl FnOnce(Lang) -> Vec<(Column, String)>,
    ) {
        let lang = self.lang();
        let (delimiter, mut text) = match lang {
            Lang::En => (',', String::new()),
            Lang::Ru => (';', "\u{feff}".to_owned()),
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
        self.entered.new.push(InputFile {
            name: if folder.is_empty() {
                name
            } else {
                format!("{folder}/{name}")
            },
            bytes: text.into_bytes(),
        });
    }

    /// Language of the folder: that of its table of staff.
    fn lang(&self) -> Lang {
        let mut staff = self.school.people.iter();
        let staff = staff.find_map(|person| person.staff.as_ref());
        staff.map_or(Lang::En, |staff| {
            self.lang_at(TableKind::Staff, staff.read_at)
        })
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

    fn source(&self, at: Cell) -> Result<&'a Source, NoRow> {
        let school: &'a School = self.school;
        school.sources.get(at.source.index()).ok_or(NoRow)
    }

    /// The folder's sheet that was taken for the table, though its name does not say so.
    fn guessed(&self, kind: TableKind, folder: &str) -> Option<&'a Source> {
        let school: &'a School = self.school;
        school.sources.iter().find(|source| {
            folder_of(source) == folder
                && kind_of(source).is_none()
                && self.choices.of(source).is_none()
                && self
                    .grid(source)
                    .is_some_and(|grid| guess(&grid, &source.file) == Guess::Table(kind))
        })
    }

    /// The source's rows.
    fn grid(&self, source: &Source) -> Option<Grid> {
        let file = self.files.iter().find(|file| file.name == source.file)?;
        let mut sources = Vec::new();
        let grids = read_grid_file(file, &mut sources, &mut Vec::new());
        let is_it = |grid: &Grid| {
            let read = sources.get(grid.source.index());
            read.is_some_and(|read| read.sheet == source.sheet)
        };
        let mut grid = grids.into_iter().find(is_it)?;
        // What was set aside is none of the tables, and never asked for.
        self.choices.apply(&mut grid, source);
        header::join_names(&mut grid);
        Some(grid)
    }

    fn open(&self, kind: TableKind, source: &Source) -> Option<Open> {
        let grid = self.grid(source)?;
        let header = header::find(&grid, kind.layout(), &mut Complaints::default())?;
        Some(Open {
            file: source.file.clone(),
            sheet: source.sheet.clone(),
            grid,
            header,
        })
    }
}

fn folder_of(source: &Source) -> &str {
    source
        .file
        .rsplit_once('/')
        .map_or("", |(folder, _)| folder)
}

/// Is the source the folder's table of that kind?
fn is_table(source: &Source, folder: &str, kind: TableKind) -> bool {
    folder_of(source) == folder && kind_of(source) == Some(kind)
}

/// The table that the source's name says.
fn kind_of(source: &Source) -> Option<TableKind> {
    let (_, name) = source.file.rsplit_once('/').unwrap_or(("", &source.file));
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    TableKind::from_name(source.sheet.as_deref().unwrap_or(stem))
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
