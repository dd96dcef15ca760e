//! A roster's file becomes a roster: the sheets that hold it, their tables, their rows.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::domain::{Cell, Lang, Role, Roster, School, Source};
use crate::input::InputFile;
use crate::input::complaint::{Complaints, Gravity};
use crate::input::grid::{Dialect, Grid, read_grid_file};
use crate::input::names::word_key;
use crate::input::tables::TableKind;

use super::RosterReading;
use super::beside::{Part, parts_of, repeated};
use super::fill::filled;
use super::layout::{Form, Meaning, SheetLayout};
use super::names::Names;
use super::problem::RosterProblem;
use super::rows::{SheetRead, SheetReader};
use super::tables::DutyTable;

/// Reads a roster against the school it staffs, whatever its form: a text file, or the sheets of a workbook that tell its
/// duties.
pub fn read_roster(file: &InputFile, school: &School) -> RosterReading {
    read_roster_sheet(file, school, None)
}

/// Reads a roster from the sheet of that name; without a name, from the first that is one, and from others that go on with it.
pub fn read_roster_sheet(file: &InputFile, school: &School, sheet: Option<&str>) -> RosterReading {
    let (mut sources, mut complaints) = (Vec::new(), Vec::new());
    let grids = read_grid_file(file, &mut sources, &mut complaints);
    let mut complaints = Complaints::continue_from(complaints);
    let names = Names::of(school);
    let mut reader = FileReader {
        file,
        sources: &sources,
        names: &names,
        complaints: &mut complaints,
        layouts: Vec::new(),
        read: SheetRead::default(),
    };
    reader.read(&grids, sheet);
    let (layouts, read) = (reader.layouts, reader.read);
    let lang = lang_of(&layouts);
    let (rows, times) = filled(school, read.entries)
        .into_iter()
        .map(|entry| (entry.row, entry.time))
        .unzip();
    RosterReading {
        roster: (!complaints.has_error()).then_some(Roster { rows }),
        layouts,
        times,
        lang,
        complaints: complaints.sorted(&sources),
        sources,
    }
}

/// A sheet with tables of duties.
struct Found<'g> {
    grid: &'g Grid,
    /// One, or several side by side.
    parts: Vec<Part<'g>>,
}

impl Found<'_> {
    fn tables(&self) -> impl Iterator<Item = &DutyTable> {
        self.parts.iter().flat_map(|(_, tables)| tables)
    }

    /// The roster as it was written by this program.
    fn is_own(&self) -> bool {
        self.tables().any(|table| table.header.is_own)
    }

    /// Hidden, or named as one of the school's tables, which have classes and people too.
    fn is_unlikely(&self) -> bool {
        let grid = self.grid;
        let is_table = grid.dialect == Dialect::Sheet
            && match TableKind::from_name(&grid.name) {
                // Chairs and meetings, or who checks what: `Комиссия` is both.
                Some(TableKind::Commissions) => !self.names_people_of(Role::Checker),
                kind => kind.is_some(),
            };
        grid.hidden || is_table
    }

    fn names_people_of(&self, role: Role) -> bool {
        let mut columns = self.tables().flat_map(|table| &table.header.columns);
        columns.any(|column| column.meaning == Meaning::People(role))
    }
}

/// Reads the sheets of a file.
struct FileReader<'a, 's> {
    file: &'a InputFile,
    sources: &'a [Source],
    names: &'a Names<'s>,
    complaints: &'a mut Complaints,
    layouts: Vec<SheetLayout>,
    read: SheetRead,
}

impl FileReader<'_, '_> {
    fn read(&mut self, grids: &[Grid], wanted: Option<&str>) {
        let Some(grids) = self.chosen(grids, wanted) else {
            return;
        };
        let mut found: Vec<Found<'_>> = grids
            .iter()
            .map(|grid| {
                let parts = parts_of(grid);
                Found { grid, parts }
            })
            .filter(|found| found.tables().next().is_some())
            .collect();
        // What stands beside a roster of ours in an exported workbook tells the same duties again; and a likely sheet is
        // not read together with an unlikely one.
        for is_better in [Found::is_own, |found: &Found<'_>| !found.is_unlikely()] {
            if found.iter().any(is_better) {
                found.retain(is_better);
            }
        }
        if found.is_empty() {
            self.about_file(&self.file.name.clone(), RosterProblem::NoTable);
        }
        for found in &found {
            self.sheet(found);
        }
        self.tell_roles();
    }

    /// The sheets to look at: the one of that name, or all.
    fn chosen<'g>(&mut self, grids: &'g [Grid], wanted: Option<&str>) -> Option<&'g [Grid]> {
        if self.complaints.has_error() && grids.is_empty() {
            return None;
        }
        let Some(wanted) = wanted else {
            return Some(grids);
        };
        let sheet_of = |grid: &Grid| self.sources[grid.source.index()].sheet.clone();
        let sheets: Vec<String> = grids.iter().filter_map(sheet_of).collect();
        let is_wanted =
            |grid: &Grid| sheet_of(grid).is_some_and(|name| word_key(&name) == word_key(wanted));
        let at = grids.iter().position(is_wanted);
        if at.is_none() {
            let problem = if sheets.is_empty() {
                RosterProblem::NoSheets
            } else {
                RosterProblem::NoSheet(sheets)
            };
            self.about_file(wanted, problem);
        }
        at.map(|at| &grids[at..=at])
    }

    /// Reads a sheet, unless it tells again what was told before.
    fn sheet(&mut self, found: &Found<'_>) {
        let source = &self.sources[found.grid.source.index()];
        let mut complaints = Complaints::default();
        let mut read = SheetRead::default();
        for (sheet, tables) in &found.parts {
            let name = source.sheet.clone();
            let part = SheetReader::new(sheet, name, self.names, &mut complaints).read(tables);
            read.entries.extend(part.entries);
            read.roles.extend(part.roles);
        }
        tell_repeated(found, &mut complaints);
        let is_asked = !self.layouts.is_empty() && !found.is_own();
        let named = if is_asked {
            read.named()
        } else {
            BTreeSet::default()
        };
        let says_new = !named.is_empty() && named.is_disjoint(&self.read.named());
        if !is_asked || says_new {
            self.complaints.absorb(complaints);
            self.layouts.extend(layouts_of(found, source));
            self.read.entries.extend(read.entries);
            self.read.roles.extend(read.roles);
            return;
        }
        let first = self.layouts.first().and_then(|layout| layout.sheet.clone());
        let problem = RosterProblem::SheetAside {
            read: first.unwrap_or_default(),
        };
        let text = source.sheet.clone().unwrap_or_default();
        let gravity = if named.is_empty() {
            Gravity::Note
        } else {
            Gravity::Warning
        };
        self.complaints
            .about_file(gravity, source.clone(), &text, problem);
    }

    /// Roles with places that no column speaks of.
    fn tell_roles(&mut self) {
        let all_wide = self.layouts.iter().all(|layout| layout.form == Form::Wide);
        if self.layouts.is_empty() || !all_wide {
            return;
        }
        let school = self.names.school;
        for role in Role::ALL {
            let has_places = school
                .sitting_ids()
                .any(|id| school.sitting(id).places[role] > 0);
            if has_places && !self.read.roles.contains(&role) {
                let source = Source {
                    file: self.file.name.clone(),
                    sheet: None,
                };
                let problem = RosterProblem::NoColumn(role);
                self.complaints
                    .about_file(Gravity::Warning, source, "", problem);
            }
        }
    }

    fn about_file(&mut self, text: &str, problem: RosterProblem) {
        let source = Source {
            file: self.file.name.clone(),
            sheet: None,
        };
        self.complaints
            .about_file(Gravity::Error, source, text, problem);
    }
}

/// Headings of a class or a subject that stand twice above one table: only the first is read.
fn tell_repeated(found: &Found<'_>, complaints: &mut Complaints) {
    for table in found.tables() {
        let Some(place) = repeated(&table.header) else {
            continue;
        };
        let at = Cell {
            source: found.grid.source,
            row: found.grid.rows[table.header.first].row,
            column: Some(place as u32 + 1),
        };
        let heading = &table.header.columns[place].heading;
        complaints.add(Gravity::Warning, at, heading, RosterProblem::HeadingTwice);
    }
}

/// Each table's columns, over the same cells.
fn layouts_of<'f>(
    found: &'f Found<'_>,
    source: &'f Source,
) -> impl Iterator<Item = SheetLayout> + 'f {
    let grid = found.grid;
    found.tables().map(move |table| SheetLayout {
        source: grid.source,
        sheet: source.sheet.clone(),
        dialect: grid.dialect.clone(),
        form: table.header.form,
        rows: Arc::clone(&grid.rows),
        merged: grid.merged.clone(),
        header: (table.header.first..table.header.first + table.header.lines)
            .map(|row| grid.rows[row].row)
            .collect(),
        columns: table.header.columns.clone(),
    })
}

/// Russian where a known column's heading has a Cyrillic letter.
fn lang_of(layouts: &[SheetLayout]) -> Lang {
    let is_cyrillic = |letter: char| ('\u{400}'..='\u{4ff}').contains(&letter);
    let mut columns = layouts.iter().flat_map(|layout| &layout.columns);
    if columns
        .any(|column| column.meaning != Meaning::Unknown && column.heading.contains(is_cyrillic))
    {
        Lang::Ru
    } else {
        Lang::En
    }
}
