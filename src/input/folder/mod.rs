//! A folder's files become tables, and the tables one school or a district.

mod chosen;
mod find;
mod guess;
mod headings;

use std::collections::HashMap;

use crate::domain::{
    Cell, Policy, Preset, School, SchoolId, Severity, Source, SourceId, are_squares_countable,
};

use super::complaint::{Complaints, Gravity};
use super::desk::{Folder, Readable, Reader, SchoolFacts};
use super::grid::{Grid, read_grid_file, read_grids, read_other_workbooks};
use super::header;
use super::names::Found;
use super::problem::FactProblem;
use super::tables::{self, Aside, Table, TableKind};
use super::{InputFile, ReadOptions, Reading, TableSummary, policy};
pub use chosen::{CHOICES, ChoicesUnread, SheetChoice, SheetChoices};
use find::{Tables, folders_of_schools, lacks_tables, tables_of};
pub use guess::{Guess, guess};
pub use headings::{ColumnRead, HeadingRead, SheetRead, columns_of, headings, sheets_of};

const POLICY: &str = "policy.toml";

/// Reads a school folder or a district folder.
pub fn read(files: &[InputFile], options: &ReadOptions) -> Reading {
    let (mut sources, mut complaints) = (Vec::new(), Vec::new());
    let said = SheetChoices::read(files);
    let choices = said.clone().unwrap_or_default();
    let mut grids = read_grids(files, &mut sources, &mut complaints);
    grids.retain_mut(|grid| choices.apply(grid, &sources[grid.source.index()]));
    let lacks = lacks_tables(&grids);
    let is_wanted = |file: &InputFile| lacks || choices.names(&file.name);
    let mut others = read_other_workbooks(files, &is_wanted, (&mut sources, &mut complaints));
    others.retain_mut(|grid| choices.apply(grid, &sources[grid.source.index()]));
    grids.extend(others);
    let mut drawn = Vec::new();
    for grid in &mut grids {
        header::join_names(grid);
        drawn.extend(header::unfold_days(grid).map(|works| (grid.source, works)));
    }
    let mut complaints = Complaints::continue_from(complaints);
    for (source, works) in drawn {
        let source = sources[source.index()].clone();
        let problem = FactProblem::GridOfDays { works };
        complaints.about_file(Gravity::Note, source, "", problem);
    }
    if said.is_err() {
        let source = Source {
            file: CHOICES.to_owned(),
            sheet: None,
        };
        complaints.about_file(Gravity::Error, source, "", FactProblem::ChoicesUnread);
    }
    let unread = complaints.files_in_error(&sources);
    let mut folder = Folder::default();
    folder.complaints = complaints;
    let chosen = folders_of_schools(&grids, &mut folder.complaints);
    let is_district = !chosen.contains("");
    folder.lists.policy = read_policy(files, options, &mut sources, &mut folder.complaints);
    let absent = absent_grid(&options.absent, &mut sources);
    folder.lists.sources.clone_from(&sources);
    folder.lists.schools = chosen
        .iter()
        .map(|name| {
            if is_district {
                name.clone()
            } else {
                folder.lists.policy.document.school.clone()
            }
        })
        .collect();
    let tables: Vec<Tables<'_>> = chosen
        .iter()
        .map(|name| tables_of(name, &grids, &unread, &mut folder))
        .collect();
    let summaries = read_schools(&tables, &absent, &mut folder);
    folder.settle_areas();
    refuse_fine_shares(&mut folder);
    let sound = !folder.complaints.has_error();
    Reading {
        school: sound.then(|| School::new(folder.lists)),
        tables: summaries,
        complaints: folder.complaints.sorted(&sources),
        sources,
    }
}

/// The tables that a file holds, by the names of its sheets or else by their headings.
pub fn tables_told(file: &InputFile) -> Vec<TableKind> {
    let told = sheets_told(file, &SheetChoices::default());
    told.into_iter().map(|(_, kind)| kind).collect()
}

/// The sheets of a file that are tables, each with what it is: as said in `choices`, else by its name or its headings. A file that
/// is no workbook has no sheet's name.
pub fn sheets_told(file: &InputFile, choices: &SheetChoices) -> Vec<(Option<String>, TableKind)> {
    let mut sources = Vec::new();
    let grids = read_grid_file(file, &mut sources, &mut Vec::new());
    let told = |mut grid: Grid| {
        let source = &sources[grid.source.index()];
        if !choices.apply(&mut grid, source) {
            return None;
        }
        header::join_names(&mut grid);
        header::unfold_days(&mut grid);
        Some((source.sheet.clone(), kind_told(&grid, &file.name)?))
    };
    grids.into_iter().filter_map(told).collect()
}

/// What the sheet is, by its name or else by its headings.
fn kind_told(grid: &Grid, file: &str) -> Option<TableKind> {
    TableKind::from_name(&grid.name).or_else(|| match guess(grid, file) {
        Guess::Table(kind) => Some(kind),
        Guess::Unsure(_) | Guess::Nothing => None,
    })
}

/// The policy: the one given, else the folder's; with the preset given.
fn read_policy(
    files: &[InputFile],
    options: &ReadOptions,
    sources: &mut Vec<Source>,
    complaints: &mut Complaints,
) -> Policy {
    let own = files.iter().find(|file| file.name == POLICY);
    let mut result = Policy::default();
    if let Some(file) = options.policy.as_ref().or(own) {
        let source = SourceId::new(sources.len());
        sources.push(Source {
            file: file.name.clone(),
            sheet: None,
        });
        result = policy::read(file, source, complaints);
    }
    for file in files {
        if file.name.ends_with(&format!("/{POLICY}")) {
            let source = Source {
                file: file.name.clone(),
                sheet: None,
            };
            complaints.about_file(Gravity::Warning, source, "", FactProblem::PolicyAside);
        }
    }
    if let Some(preset) = options.preset {
        result.preset = preset;
        if preset == Preset::Strict {
            result
                .overrides
                .retain(|_, &mut severity| severity == Severity::Forbid);
        }
    }
    result
}

/// Reads every table of every school, names before what uses them.
fn read_schools(schools: &[Tables<'_>], absent: &Grid, folder: &mut Folder) -> Vec<TableSummary> {
    let mut summaries = Vec::new();
    let mut opened: Vec<Opened<'_>> = schools
        .iter()
        .enumerate()
        .map(|(index, tables)| {
            let mut facts = SchoolFacts::new(SchoolId::new(index));
            let open = open_tables(tables, &mut facts, folder, &mut summaries);
            facts.year = open.get(&TableKind::Schedule).and_then(tables::year_of);
            (facts, open)
        })
        .collect();
    read_stage(NAMES, &mut opened, folder);
    read_stage(PARENTS, &mut opened, folder);
    folder.tell_namesakes_apart();
    for (school, _) in opened.iter_mut().filter(|(school, _)| !school.has_load) {
        tables::load_from_staff(&mut Reader { school, folder });
    }
    read_stage(FACTS, &mut opened, folder);
    read_absent(absent, &mut opened, folder);
    for (school, _) in &mut opened {
        Reader { school, folder }.check_times_compare();
    }
    summaries
}

type Opened<'g> = (SchoolFacts, HashMap<TableKind, Table<'g>>);

type Stage = &'static [(TableKind, fn(&Table<'_>, &mut Reader<'_>))];

/// What things are called.
const NAMES: Stage = &[
    (TableKind::Bells, tables::read_bells),
    (TableKind::Subjects, tables::read_subjects),
    (TableKind::Classes, tables::read_classes),
    (TableKind::Staff, tables::read_staff),
    (TableKind::Classes, tables::read_class_teachers),
];

/// Parents, who may be staff.
const PARENTS: Stage = &[(TableKind::Parents, tables::read_parents)];

/// Everything that speaks of people, classes and subjects by name.
const FACTS: Stage = &[
    (TableKind::Load, tables::read_load),
    (TableKind::Schedule, tables::read_schedule),
    (TableKind::Timetable, tables::read_timetable),
    (TableKind::Absences, tables::read_absences),
    (TableKind::Pins, tables::read_pins),
    (TableKind::Ties, tables::read_ties),
    (TableKind::Waivers, tables::read_waivers),
    (TableKind::Cleared, tables::read_cleared),
    (TableKind::Commissions, tables::read_commissions),
    (TableKind::Rooms, tables::read_rooms),
    (TableKind::History, tables::read_history),
    (TableKind::Names, tables::read_names),
];

/// Reads a stage's tables of every school.
fn read_stage(stage: Stage, schools: &mut [Opened<'_>], folder: &mut Folder) {
    for (school, open) in schools {
        for (kind, read) in stage {
            if let Some(table) = open.get(kind) {
                read(table, &mut Reader { school, folder });
            }
        }
    }
}

/// What was said of absences beside the folder, as a table of one row each.
fn absent_grid(said: &[String], sources: &mut Vec<Source>) -> Grid {
    let source = SourceId::new(sources.len());
    if !said.is_empty() {
        sources.push(Source {
            file: "--absent".to_owned(),
            sheet: None,
        });
    }
    tables::absent_grid(said, source)
}

/// Each row is about the school that knows its person; where none does, the first says so.
fn read_absent(grid: &Grid, schools: &mut [Opened<'_>], folder: &mut Folder) {
    let header = header::find(
        grid,
        TableKind::Absences.layout(),
        &mut Complaints::default(),
    );
    let table = Table {
        grid,
        header,
        aside: Vec::new(),
    };
    for row in table.rows() {
        let name = row.field(header::Column::Person).text;
        let knows = |(school, _): &Opened<'_>| school.people.find(name) != Found::Nobody;
        let at = schools.iter().position(knows).unwrap_or(0);
        if let Some((school, _)) = schools.get_mut(at) {
            tables::read_absence(&row, &mut Reader { school, folder });
        }
    }
}

/// Finds the tables' headers; a table whose header is not found is left out, and what depends on it stays silent.
fn open_tables<'g>(
    tables: &Tables<'g>,
    facts: &mut SchoolFacts,
    folder: &mut Folder,
    summaries: &mut Vec<TableSummary>,
) -> HashMap<TableKind, Table<'g>> {
    let mut open = HashMap::new();
    for (&kind, &grid) in tables {
        let may_be_blank = kind == TableKind::Parents || !TableKind::REQUIRED.contains(&kind);
        let header = if grid.rows.is_empty() && may_be_blank {
            None
        } else {
            let Some(header) = header::find(grid, kind.layout(), &mut folder.complaints) else {
                continue;
            };
            Some(header)
        };
        let aside = leave_aside(grid, header.as_ref(), kind, &mut folder.complaints);
        let table = Table {
            grid,
            header,
            aside,
        };
        let summary = summary_of(kind, &table);
        if summary.rows == 0 && !may_be_blank {
            let at = Cell {
                source: grid.source,
                row: summary.header_row,
                column: None,
            };
            folder
                .complaints
                .add(Gravity::Warning, at, "", FactProblem::NoRows);
        }
        summaries.push(summary);
        open.insert(kind, table);
    }
    // A table without a row says nothing, as if it were not there; one that cannot be opened may say anything.
    let is_used = |kind: TableKind| {
        let is_blank = |table: &Table<'_>| table.rows().next().is_none();
        tables.contains_key(&kind) && !open.get(&kind).is_some_and(is_blank)
    };
    facts.has_load = is_used(TableKind::Load);
    facts.has_subjects = is_used(TableKind::Subjects);
    let readable = |kind| open.contains_key(&kind);
    let or_absent = |kind| open.contains_key(&kind) || !tables.contains_key(&kind);
    facts.readable = Readable {
        staff: readable(TableKind::Staff),
        parents: readable(TableKind::Parents),
        classes: readable(TableKind::Classes),
        schedule: readable(TableKind::Schedule),
        subjects: or_absent(TableKind::Subjects),
        bells: or_absent(TableKind::Bells),
    };
    open
}

/// Finds the rows that are none of the table's, and says so.
fn leave_aside(
    grid: &Grid,
    header: Option<&header::Header>,
    kind: TableKind,
    complaints: &mut Complaints,
) -> Vec<usize> {
    let Some(header) = header else {
        return Vec::new();
    };
    let aside = tables::rows_aside(grid, header, kind);
    for &(index, why) in &aside {
        let row = &grid.rows[index];
        let at = Cell {
            source: grid.source,
            row: row.row,
            column: None,
        };
        let gravity = match why {
            Aside::HeaderAgain | Aside::Numbers => Gravity::Note,
            Aside::Total | Aside::Signature | Aside::Headline => Gravity::Warning,
        };
        let text = row.cells.iter().find(|text| !text.is_empty());
        complaints.add(
            gravity,
            at,
            text.unwrap_or_default(),
            FactProblem::RowAside(why),
        );
    }
    aside.into_iter().map(|(index, _)| index).collect()
}

/// Squares weighted by shares must be countable.
fn refuse_fine_shares(folder: &mut Folder) {
    if are_squares_countable(&folder.lists) {
        return;
    }
    let staff = folder
        .lists
        .people
        .iter()
        .filter_map(|it| it.staff.as_ref());
    let finest = staff.max_by_key(|it| {
        let hundredths = it.share.hundredths();
        (hundredths % 25 != 0, hundredths % 5 != 0, hundredths)
    });
    if let Some(staff) = finest {
        let problem = FactProblem::SharesTooFine;
        folder
            .complaints
            .error(staff.read_at, &staff.share.to_string(), problem);
    }
}

fn summary_of(kind: TableKind, table: &Table<'_>) -> TableSummary {
    let header = table.header.as_ref();
    TableSummary {
        source: table.grid.source,
        table: kind.word().en,
        dialect: table.grid.dialect.clone(),
        header_row: header.map_or(1, |header| header.row),
        rows: table.rows().count(),
        unknown_columns: header
            .map(|header| header.unknown.clone())
            .unwrap_or_default(),
    }
}
