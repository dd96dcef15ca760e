//! A timetable as schools draw it: a grid of classes, or of teachers, by lessons, in a workbook with a sheet for each day, each class,
//! or the whole week.
//!
//! [`frame`] finds the edges of a sheet, [`content`] reads its cells, [`join`] puts together what several sheets say of one lesson.
//! What is understood is told, sheet by sheet; a cell that can be read in two ways is not read, and a sheet whose days cannot be told
//! is an error.

mod content;
mod facts;
mod frame;
mod join;
mod people;
mod problem;
mod subjects;
mod view;
mod words;

#[cfg(test)]
mod tests;

use std::cell::RefCell;

use crate::domain::{Cell, SourceId};
use crate::input::InputFile;
use crate::input::grid::Grid;
use crate::input::map::Map;
use crate::input::roster::Sheet;

use super::ImportProblem;
use super::draft::Draft;
use super::log::Log;

use facts::Facts;
use frame::{Across, Fault, Frame};
use view::{Labels, View};

pub use problem::TableGridProblem;

/// A sheet that is a timetable.
#[derive(Debug)]
struct TimetableSheet {
    source: SourceId,
    across: Across,
    frame: Frame,
}

/// Cells of a sheet that are looked at; larger sheets are no school's.
const MOST_CELLS: usize = 400_000;

/// Reads the files.
pub fn read(files: &[InputFile], log: &mut Log) -> Option<Draft> {
    let mut sheets = Vec::new();
    for file in files {
        log.turn_to(&file.name);
        let grids = log.grids(file);
        for grid in grids
            .iter()
            .filter(|grid| !grid.hidden && !grid.rows.is_empty())
        {
            sheets.extend(sheet_of(grid, log));
        }
    }
    if sheets.is_empty() && !log.has_error() {
        log.about_file(ImportProblem::TableGrid(TableGridProblem::NoneFound));
    }
    if log.has_error() {
        return None;
    }
    let facts = Facts::of(&sheets, log);
    join::draft_of(&facts, log)
}

/// Is one of the file's sheets a timetable, whatever may be wrong with it?
pub fn holds_one(file: &InputFile) -> bool {
    let mut log = Log::new(&file.name);
    let grids = log.grids(file);
    let mut shown = grids
        .iter()
        .filter(|grid| !grid.hidden && !grid.rows.is_empty());
    shown.any(|grid| sheet_of(grid, &mut log).is_some())
}

/// The sheet as a timetable, if it is one.
fn sheet_of(grid: &Grid, log: &mut Log) -> Option<TimetableSheet> {
    /// A sheet without days has a fault in each of its cells.
    const ENOUGH: usize = 3;
    let name = log.name_of(grid.source);
    let sheet = Sheet::of(grid);
    let (across, frame) = best_frame(&sheet, &name);
    if frame.places.is_empty() && frame.faults.is_empty() {
        let problem = ImportProblem::TableGrid(TableGridProblem::NoTimetable);
        log.about_sheet(grid.source, &name, problem);
        return None;
    }
    for &(fault, at) in frame.faults.iter().take(ENOUGH) {
        let problem = match fault {
            Fault::NoDay => TableGridProblem::NoDay,
            Fault::DayRepeats => TableGridProblem::DayRepeats,
            Fault::NobodyNamed => TableGridProblem::NobodyNamed,
        };
        let text = text_at(&sheet, at);
        log.about_cell(
            cell(grid.source, at),
            text,
            ImportProblem::TableGrid(problem),
        );
    }
    let is_lesson = |at: &&(u32, u32)| !subjects::is_no_lesson(text_at(&sheet, **at));
    for &at in frame.stray.iter().filter(is_lesson) {
        let problem = ImportProblem::TableGrid(TableGridProblem::CellStray);
        log.about_cell(cell(grid.source, at), text_at(&sheet, at), problem);
    }
    Some(TimetableSheet {
        source: grid.source,
        across,
        frame,
    })
}

/// The way of reading the sheet that finds most; one without faults comes before one with them.
fn best_frame(sheet: &Sheet<'_>, name: &str) -> (Across, Frame) {
    const WAYS: [(Across, bool); 8] = [
        (Across::Classes, false),
        (Across::Classes, true),
        (Across::DaysOfClass, false),
        (Across::DaysOfClass, true),
        (Across::Teachers, false),
        (Across::Teachers, true),
        (Across::DaysOfTeacher, false),
        (Across::DaysOfTeacher, true),
    ];
    let labels: Labels = RefCell::new(Map::default());
    let mut best = (Across::Classes, Frame::default());
    if sheet.width().saturating_mul(sheet.height()) > MOST_CELLS {
        return best;
    }
    let rank = |frame: &Frame| {
        (
            !frame.places.is_empty() && frame.faults.is_empty(),
            frame.places.len(),
            frame.faults.len(),
        )
    };
    for (across, is_turned) in WAYS {
        let frame = frame::read(&View::of(sheet, &labels, is_turned), across, name);
        if rank(&frame) > rank(&best.1) {
            best = (across, frame);
        }
    }
    best
}

fn cell(source: SourceId, (row, column): (u32, u32)) -> Cell {
    Cell {
        source,
        row,
        column: Some(column),
    }
}

/// The text of the cell.
fn text_at<'g>(sheet: &Sheet<'g>, (row, column): (u32, u32)) -> &'g str {
    let found = (0..sheet.height()).find(|&index| sheet.row_number(index) == row);
    found.map_or("", |index| sheet.cell(index, column as usize - 1).text)
}
