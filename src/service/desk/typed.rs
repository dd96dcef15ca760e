//! Tables typed on the page: begun, rows added, changed and taken out, and a schedule laid out at once.

use crate::amend::{CellAt, CellEdit, Edits, NewRow};
use crate::check;
use crate::domain::Lang;
use crate::input::{self, InputFile, SheetChoice, TableKind};
use crate::lang::desk as words;

use super::books::Books;
use super::history::Label;
use super::outcome::Outcome;
use super::planned::{PlannedSitting, ScheduleOrder, Spread, known_sittings, spread};
use super::written::rewritten;
use super::{Desk, DeskError};

/// What is typed into one table, as one step.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Typed {
    /// The file.
    pub file: String,
    /// The sheet, in a workbook.
    pub sheet: Option<String>,
    /// Row, column (both 1-based) and new text.
    pub cells: Vec<(u32, u32, String)>,
    /// New rows, below all others: texts, the first column first.
    pub add: Vec<Vec<String>>,
    /// Rows that go.
    pub drop: Vec<u32>,
}

/// A schedule laid out, not yet entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// The sittings, by day and lesson.
    pub sittings: Vec<PlannedSitting>,
    /// Classes and subjects for which no day was left.
    pub left: Vec<(String, String)>,
    /// What could be better about the schedule then.
    pub advice: Vec<String>,
}

impl Desk {
    /// Begins a table that the school does not have, with its headings and no row.
    pub fn begin_table(&mut self, table: &str, lang: Lang) -> Result<Outcome, DeskError> {
        let kind = TableKind::from_name(table).ok_or(DeskError::NoSuchPlace)?;
        if self.scene.books.kinds().contains(&kind) {
            return Err(DeskError::NoSuchPlace);
        }
        let files = &self.scene.books.files;
        let is_taken = |name: &str| files.iter().any(|file| file.name == name);
        let file = input::begun_table(kind, lang, &is_taken);
        let label = Label::File(file.name.clone());
        let mut choices = self.choices()?;
        let mut changed = vec![file];
        if TableKind::from_name(stem(&changed[0].name)) != Some(kind) {
            choices.set(SheetChoice {
                file: changed[0].name.clone(),
                sheet: None,
                table: Some(kind),
                columns: Vec::new(),
            });
            changed.extend(choices.file());
        }
        Ok(self.step(label, self.scene.with_lists(changed)))
    }

    /// Writes what was typed into the user's file.
    pub fn type_in(&mut self, typed: &Typed) -> Result<Outcome, DeskError> {
        let mut files = self.scene.books.files.iter();
        let file = files.find(|file| file.name == typed.file);
        let file = file.ok_or(DeskError::NoSuchPlace)?;
        let changed = rewritten(file, &edits(file, typed)?)?;
        let label = Label::Correct(file.name.clone());
        Ok(self.step(label, self.scene.with_lists([changed])))
    }

    /// Days, classes and subjects as sittings, with what there is to say about them.
    pub fn plan_schedule(&self, order: &ScheduleOrder, lang: Lang) -> Result<Planned, DeskError> {
        let (spread, changed) = self.laid_out(order, lang)?;
        let books = Books::read(self.scene.with_lists(changed).books.files.clone());
        let advice = books.facts.iter().flat_map(|facts| {
            let school = &facts.school;
            let advice = check::schedule_advice(school);
            let sentences = advice.iter().map(|it| it.sentence(school, lang));
            sentences.collect::<Vec<_>>()
        });
        Ok(Planned {
            advice: advice.collect(),
            sittings: spread.sittings,
            left: spread.left,
        })
    }

    /// The same, entered into the schedule.
    pub fn enter_schedule(
        &mut self,
        order: &ScheduleOrder,
        lang: Lang,
    ) -> Result<Outcome, DeskError> {
        let (_, changed) = self.laid_out(order, lang)?;
        Ok(self.step(Label::Schedule, self.scene.with_lists(changed)))
    }

    /// The sittings, and the schedule's file with them.
    fn laid_out(
        &self,
        order: &ScheduleOrder,
        lang: Lang,
    ) -> Result<(Spread, Vec<InputFile>), DeskError> {
        let books = &self.scene.books;
        let mut placed = books.placed();
        let source = placed.find(|(_, kind)| *kind == TableKind::Schedule);
        let (file, sheet) = match source {
            Some((source, _)) => {
                let mut files = books.files.iter();
                let file = files.find(|file| file.name == source.file);
                let file = file.ok_or(DeskError::NoSuchPlace)?.clone();
                (file, source.sheet.clone())
            }
            None => {
                let is_taken = |name: &str| books.files.iter().any(|file| file.name == name);
                (
                    input::begun_table(TableKind::Schedule, lang, &is_taken),
                    None,
                )
            }
        };
        let said = self.choices()?;
        let headings = input::headings((&file, sheet.as_deref()), TableKind::Schedule, &said);
        let place = |name: &str| {
            let mut headings = headings.iter();
            headings
                .find(|it| it.column == Some(name))
                .map(|it| it.place)
        };
        let places = [
            place("date"),
            place("lesson"),
            place("class"),
            place("subject"),
        ];
        let [Some(date), Some(lesson), Some(class), Some(subject)] = places else {
            return Err(DeskError::ScheduleUnclear(file.name));
        };
        let spread = spread(order, &known_sittings(books));
        let rows = spread.sittings.iter().map(|sitting| {
            let day = words::day(sitting.date, lang);
            vec![
                (date, day),
                (lesson, sitting.lesson.clone()),
                (class, sitting.class.clone()),
                (subject, sitting.subject.clone()),
            ]
        });
        let after = last_row(&file, sheet.as_deref())?;
        let rows = rows.map(|cells| NewRow {
            sheet: sheet.clone(),
            after,
            cells,
        });
        let edits = Edits {
            rows: rows.collect(),
            ..Edits::default()
        };
        let file = rewritten(&file, &edits)?;
        Ok((spread, vec![file]))
    }

    /// Sets a key of the policy; an empty text: as by default.
    pub fn set_setting(
        &mut self,
        (section, key): (&str, &str),
        text: &str,
    ) -> Result<Outcome, DeskError> {
        let mut settings = input::settings().into_iter();
        let setting = settings.find(|it| it.section == section && it.key == key);
        let setting = setting.ok_or(DeskError::NoSuchPlace)?;
        let mut files = self.scene.books.files.iter();
        let file = files.find(|file| file.name == super::lists::POLICY);
        let bytes = input::change_setting(file, &setting, text);
        let policy = InputFile {
            name: super::lists::POLICY.to_owned(),
            bytes: bytes.ok_or(DeskError::NoSuchValue)?,
        };
        Ok(self.step(Label::Setting, self.scene.with_lists([policy])))
    }
}

/// What has to be written.
fn edits(file: &InputFile, typed: &Typed) -> Result<Edits, DeskError> {
    let grid = super::view::grid_of(file, typed.sheet.as_deref()).ok_or(DeskError::NoSuchPlace)?;
    let at = |row: u32, column: u32| CellAt {
        sheet: typed.sheet.clone(),
        row,
        column,
    };
    let mut cells: Vec<CellEdit> = Vec::new();
    for (row, column, text) in &typed.cells {
        cells.push(CellEdit {
            at: at(*row, *column),
            text: text.clone(),
        });
    }
    for &gone in &typed.drop {
        let row = grid.rows.iter().find(|row| row.row == gone);
        let row = row.ok_or(DeskError::NoSuchPlace)?;
        cells.retain(|edit| edit.at.row != gone);
        let filled = row
            .cells
            .iter()
            .zip(1..)
            .filter(|(text, _)| !text.is_empty());
        cells.extend(filled.map(|(_, column)| CellEdit {
            at: at(gone, column),
            text: String::new(),
        }));
    }
    let after = grid.rows.last().map_or(0, |row| row.row);
    let rows = typed.add.iter().map(|texts| NewRow {
        sheet: typed.sheet.clone(),
        after,
        cells: (1..).zip(texts.iter().cloned()).collect(),
    });
    Ok(Edits {
        cells,
        rows: rows.collect(),
    })
}

fn last_row(file: &InputFile, sheet: Option<&str>) -> Result<u32, DeskError> {
    let grid = super::view::grid_of(file, sheet).ok_or(DeskError::NoSuchPlace)?;
    Ok(grid.rows.last().map_or(0, |row| row.row))
}

fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}
