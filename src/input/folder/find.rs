//! Which files and sheets are tables, and of which school.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::Source;
use crate::input::complaint::{Complaints, Gravity};
use crate::input::desk::Folder;
use crate::input::grid::Grid;
use crate::input::header;
use crate::input::names::{Nearest, word_key};
use crate::input::problem::FactProblem;
use crate::input::tables::TableKind;
use crate::lang::facts::Word;

use super::guess::{Guess, guess};

/// The tables of one school, each with the grid it stands in.
pub type Tables<'g> = BTreeMap<TableKind, &'g Grid>;

/// The folders that hold a school: the folder itself, or, where it holds no table, its folders that do.
pub fn folders_of_schools(grids: &[Grid], complaints: &mut Complaints) -> BTreeSet<String> {
    let with_tables: BTreeSet<String> = grids
        .iter()
        .filter(|grid| TableKind::from_name(&grid.name).is_some())
        .map(|grid| grid.folder.clone())
        .collect();
    if !with_tables.is_empty() && !with_tables.contains("") {
        return with_tables;
    }
    for name in with_tables.iter().filter(|name| !name.is_empty()) {
        let file = Source {
            file: name.clone(),
            sheet: None,
        };
        complaints.about_file(Gravity::Note, file, name, FactProblem::FolderAside);
    }
    BTreeSet::from([String::new()])
}

/// The tables of the school in that folder; what is missing, there twice, or no table at all becomes a complaint.
/// `unread` are files that exist and cannot be read, which has been said.
pub fn tables_of<'g>(
    name: &str,
    grids: &'g [Grid],
    unread: &BTreeSet<String>,
    folder: &mut Folder,
) -> Tables<'g> {
    let mut tables = Tables::new();
    let mut unnamed = Vec::new();
    for grid in grids.iter().filter(|grid| grid.folder == name) {
        let source = &folder.lists.sources[grid.source.index()];
        if is_roster(grid, source) {
            continue;
        }
        let Some(kind) = TableKind::from_name(&grid.name) else {
            unnamed.extend((!grid.rows.is_empty()).then_some(grid));
            continue;
        };
        if let Some(first) = tables.get(&kind).map(|first: &&Grid| first.source) {
            let problem = FactProblem::TableTwice {
                table: kind.word(),
                other: shown(&folder.lists.sources[first.index()]),
            };
            folder
                .complaints
                .about_file(Gravity::Error, source.clone(), "", problem);
            continue;
        }
        tables.insert(kind, grid);
    }
    take_unnamed(&unnamed, &mut tables, folder);
    let observers = folder.lists.policy.options.observers;
    let is_required = |kind: &TableKind| *kind != TableKind::Parents || observers;
    for kind in TableKind::REQUIRED.into_iter().filter(is_required) {
        if !tables.contains_key(&kind) && !unread.iter().any(|file| may_hold(file, name, kind)) {
            let parent = if name.is_empty() {
                String::new()
            } else {
                format!("{name}/")
            };
            let file = Source {
                file: format!("{parent}{}.csv", kind.word().en),
                sheet: None,
            };
            let problem = FactProblem::MissingTable(kind.word());
            folder
                .complaints
                .about_file(Gravity::Error, file, "", problem);
        }
    }
    tables
}

/// Sheets whose names say nothing are taken for the tables that are still missing, where their headings say which; what each was
/// taken for is told.
fn take_unnamed<'g>(unnamed: &[&'g Grid], tables: &mut Tables<'g>, folder: &mut Folder) {
    let named: BTreeSet<TableKind> = tables.keys().copied().collect();
    for grid in unnamed {
        let source = folder.lists.sources[grid.source.index()].clone();
        let (gravity, problem) = match guess(grid, &source.file) {
            Guess::Table(kind) if !named.contains(&kind) => {
                match tables.get(&kind).map(|first: &&Grid| first.source) {
                    None => {
                        tables.insert(kind, grid);
                        let is_required = TableKind::REQUIRED.contains(&kind);
                        let gravity = if is_required {
                            Gravity::Note
                        } else {
                            Gravity::Warning
                        };
                        (gravity, FactProblem::TakenFor(kind.word()))
                    }
                    Some(first) => {
                        let problem = FactProblem::TableTwice {
                            table: kind.word(),
                            other: shown(&folder.lists.sources[first.index()]),
                        };
                        (Gravity::Error, problem)
                    }
                }
            }
            Guess::Unsure(kinds) if kinds.iter().any(|kind| !named.contains(kind)) => {
                let words = kinds.into_iter().map(TableKind::word).collect();
                (Gravity::Warning, FactProblem::WhichTable(words))
            }
            guessed => {
                let nearest = nearest_table(&grid.name, &mut folder.complaints);
                // A second list of people or classes may hold what a rule needs.
                let gravity = match guessed {
                    Guess::Nothing => Gravity::Note,
                    Guess::Table(_) | Guess::Unsure(_) => Gravity::Warning,
                };
                (gravity, FactProblem::NoTable { nearest })
            }
        };
        let complaints = &mut folder.complaints;
        complaints.about_file(gravity, source, &grid.name, problem);
    }
}

/// Is a table that no school can do without nowhere named? Then it may stand under another name.
pub fn lacks_tables(grids: &[Grid]) -> bool {
    let own = || grids.iter().filter(|grid| grid.folder.is_empty());
    let is_district = own().next().is_none() && !grids.is_empty();
    let is_named =
        |kind: TableKind| own().any(|grid| TableKind::from_name(&grid.name) == Some(kind));
    !is_district && !TableKind::REQUIRED.into_iter().all(is_named)
}

/// Could the file, which could not be read, be where the school's table stands?
fn may_hold(file: &str, folder: &str, kind: TableKind) -> bool {
    let (parent, name) = file.rsplit_once('/').unwrap_or(("", file));
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    parent == folder
        && (stem.to_lowercase() == "school" || TableKind::from_name(stem) == Some(kind))
}

/// A roster, a key to its names that is no table of answers, or the journal of the work on it, lying beside the tables.
fn is_roster(grid: &Grid, source: &Source) -> bool {
    let file = source
        .file
        .rsplit('/')
        .next()
        .unwrap_or_default()
        .to_lowercase();
    let starts = |prefix: &str| grid.name.starts_with(prefix) || file.starts_with(prefix);
    let is_key = grid.name == "names" && !holds_answers(grid);
    starts("roster") || starts("расстановка") || is_key || grid.name == "journal"
}

/// Has the table both columns of answers about names?
fn holds_answers(grid: &Grid) -> bool {
    let layout = TableKind::Names.layout();
    header::likeliest_row(grid, layout).is_some_and(|(count, _)| count >= layout.required.len())
}

fn nearest_table(name: &str, complaints: &mut Complaints) -> Option<Word> {
    let mut nearest = Nearest::default();
    for kind in TableKind::ALL {
        let word = kind.word();
        nearest.add(word_key(word.en), word.en);
        nearest.add(word_key(word.ru), word.en);
    }
    let near = nearest.to(&word_key(name), complaints.budget())?;
    TableKind::from_name(near).map(TableKind::word)
}

fn shown(source: &Source) -> String {
    match &source.sheet {
        Some(sheet) => format!("{}, {sheet}", source.file),
        None => source.file.clone(),
    }
}
