//! Folders for the tests of this stage, from literals.

use crate::domain::{PersonId, School};
use crate::lang::Lang;

use super::{Complaint, InputFile, ReadOptions, Reading, read};

/// A folder of files (name, text) as a reading.
pub fn read_with(files: &[(&str, &str)], options: &ReadOptions) -> Reading {
    let files: Vec<InputFile> = files
        .iter()
        .map(|(name, text)| InputFile {
            name: (*name).to_owned(),
            bytes: text.as_bytes().to_vec(),
        })
        .collect();
    read(&files, options)
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
