//! Folders for the tests of this stage, from literals: files of plain `,` rows become grids.

use crate::domain::{PersonId, School, Source, SourceId};
use crate::lang::Lang;

use super::complaint::Complaints;
use super::grid::{Dialect, Grid, GridRow};
use super::{Complaint, InputFile, ReadOptions, Reading, folder};

/// Cells of a row; quotes protect commas.
fn split(line: &str) -> Vec<String> {
    let (mut cells, mut quoted) = (vec![String::new()], false);
    for letter in line.chars() {
        match letter {
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            _ => cells.last_mut().unwrap().push(letter),
        }
    }
    cells.iter().map(|cell| cell.trim().to_owned()).collect()
}

/// One file as a grid.
pub fn grid(name: &str, text: &str, source: usize) -> Grid {
    let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
    let rows = text
        .lines()
        .enumerate()
        .map(|(index, line)| GridRow {
            row: index as u32 + 1,
            cells: split(line),
        })
        .filter(|row| row.cells.iter().any(|cell| !cell.is_empty()));
    Grid {
        source: SourceId::new(source),
        name: file.trim_end_matches(".csv").to_lowercase(),
        folder: folder.to_owned(),
        dialect: Dialect::Csv {
            encoding: "UTF-8",
            delimiter: ',',
        },
        rows: rows.collect(),
    }
}

/// A folder of files (name, text) as a reading.
pub fn read_with(files: &[(&str, &str)], options: &ReadOptions) -> Reading {
    let tables = files.iter().filter(|(name, _)| name.ends_with(".csv"));
    let (mut grids, mut sources) = (Vec::new(), Vec::new());
    for (name, text) in tables {
        grids.push(grid(name, text, sources.len()));
        sources.push(Source {
            file: (*name).to_owned(),
            sheet: None,
        });
    }
    let files: Vec<InputFile> = files
        .iter()
        .map(|(name, text)| InputFile {
            name: (*name).to_owned(),
            bytes: text.as_bytes().to_vec(),
        })
        .collect();
    let complaints = Complaints::default();
    let found = folder::Found {
        grids,
        sources,
        complaints,
    };
    folder::read(&files, options, found)
}

/// A small school: what a test does not replace by a file of the same name.
const SCHOOL: [(&str, &str); 5] = [
    (
        "staff.csv",
        "person,position,subjects,homeroom\n\
         Иванова Анна Петровна,учитель,\"Математика, Физика\",5А\n\
         Петров Пётр Ильич,учитель,История,\n\
         Сидорова Ольга Львовна,учитель,Химия,\n",
    ),
    (
        "subjects.csv",
        "subject,short,aliases,area\nМатематика,мат,матем,\nФизика,физ,,\nИстория,ист,,\nХимия,хим,,\n",
    ),
    (
        "classes.csv",
        "class,pupils,room\n5А,25,12\n5Б,24,13\n6А,20,14\n",
    ),
    ("parents.csv", "parent,class\nОрлова Вера Юрьевна,5А\n"),
    (
        "schedule.csv",
        "date,lesson,class,subject\n21.04.2026,2,5А,Математика\n22.04.2026,3,5Б,История\n",
    ),
];

/// The small school with some files added or replaced.
pub fn read_school(files: &[(&str, &str)]) -> Reading {
    let kept = SCHOOL
        .iter()
        .filter(|(name, _)| files.iter().all(|(other, _)| name != other));
    let all: Vec<(&str, &str)> = kept.chain(files).copied().collect();
    read_with(&all, &ReadOptions::default())
}

/// The school of a folder that must be without errors.
pub fn school(files: &[(&str, &str)]) -> School {
    let reading = read_school(files);
    let said = said(&reading);
    reading.school.unwrap_or_else(|| panic!("{said:#?}"))
}

/// The complaints: file, row, column (0 = none) and sentence.
pub fn said(reading: &Reading) -> Vec<String> {
    let line = |complaint: &Complaint| {
        let file = complaint
            .source(&reading.sources)
            .map_or("", |source| source.file.as_str());
        let row = complaint.at.map_or(0, |cell| cell.row);
        let column = complaint.at.and_then(|cell| cell.column).unwrap_or(0);
        let sentence = complaint.sentence(Lang::En);
        assert!(!complaint.sentence(Lang::Ru).is_empty());
        format!("{file}:{row}:{column} {sentence}")
    };
    reading.complaints.iter().map(line).collect()
}

/// What a changed small school is told.
pub fn complaints(files: &[(&str, &str)]) -> Vec<String> {
    said(&read_school(files))
}

/// The person of that name.
pub fn person(school: &School, name: &str) -> PersonId {
    school
        .person_ids()
        .find(|&id| school.person(id).name == name)
        .unwrap_or_else(|| panic!("no {name}"))
}
