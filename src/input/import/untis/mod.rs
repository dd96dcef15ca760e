//! Text files of Untis: rows without headings, the columns known by their place; the same lesson number ties the rows of a lesson
//! together, one for each class and teacher.
//!
//! Format: the program's own export "TXT file (CSV, DIF)". `GPU001` is the timetable (lesson, class, teacher, subject, room, day,
//! period), `GPU002` the lessons (lesson, periods a week, of the class, of the teacher, class, teacher, subject …), `GPU003`,
//! `GPU004` and `GPU006` the names of classes, teachers and subjects.

mod files;
mod lessons;
mod letters;
mod lists;
mod problem;

#[cfg(test)]
mod tests;

use crate::input::InputFile;

use super::ImportProblem;
use super::draft::Draft;
use super::log::Log;

use files::Files;
use lists::Lists;

pub use files::is_of_untis;
pub use problem::UntisProblem;

/// Reads the files.
pub fn read(given: &[InputFile], log: &mut Log) -> Option<Draft> {
    let files = Files::of(given, log);
    if log.has_error() {
        return None;
    }
    if files.timetable.is_none() && files.lessons.is_none() {
        if let Some(first) = given.first() {
            log.turn_to(&first.name);
        }
        let has_names =
            files.classes.is_some() || files.teachers.is_some() || files.subjects.is_some();
        let problem = if has_names {
            UntisProblem::NoLessons
        } else {
            UntisProblem::NotUntis
        };
        log.about_file(ImportProblem::Untis(problem));
        return None;
    }
    let mut lists = Lists::of(&files, log);
    lessons::read(&files, &mut lists, log)?;
    if lists.draft.load.is_empty() {
        log.about_file(ImportProblem::NothingToImport);
        return None;
    }
    Some(lists.draft)
}
