//! Which of Untis's files is which: by the number in its name, else by its columns.

use crate::domain::Lessons;
use crate::input::InputFile;
use crate::input::grid::{Grid, GridRow};
use crate::input::import::ImportProblem;
use crate::input::import::log::Log;

use super::UntisProblem;
use super::letters::guessed;

/// One file's rows.
#[derive(Debug)]
pub struct Listed {
    /// Name of the file.
    pub name: String,
    rows: Grid,
}

/// A row; its columns are numbered as Untis's manual numbers them, the first being 1.
#[derive(Debug, Clone, Copy)]
pub struct Record<'g>(&'g GridRow);

/// The files that are read, each at most once.
#[derive(Debug, Default)]
pub struct Files {
    /// `GPU001`: lessons at their times.
    pub timetable: Option<Listed>,
    /// `GPU002`: who teaches what to whom.
    pub lessons: Option<Listed>,
    /// `GPU003`.
    pub classes: Option<Listed>,
    /// `GPU004`.
    pub teachers: Option<Listed>,
    /// `GPU006`.
    pub subjects: Option<Listed>,
}

/// Columns of `GPU001`.
pub mod timetable {
    pub const LESSON: usize = 1;
    pub const CLASS: usize = 2;
    pub const TEACHER: usize = 3;
    pub const SUBJECT: usize = 4;
    pub const ROOM: usize = 5;
    pub const DAY: usize = 6;
    pub const PERIOD: usize = 7;
}

/// Columns of `GPU002`.
pub mod lessons {
    pub const LESSON: usize = 1;
    pub const HOURS: usize = 2;
    pub const CLASS: usize = 5;
    pub const TEACHER: usize = 6;
    pub const SUBJECT: usize = 7;
    pub const GROUP: usize = 42;
}

impl Files {
    /// Sorts the files; what is none of them, or one twice, is told of.
    pub fn of(files: &[InputFile], log: &mut Log) -> Self {
        let mut sorted = Self::default();
        for file in files {
            log.turn_to(&file.name);
            let number = number_in(&file.name);
            if number.is_some_and(|number| !matches!(number, 1..=4 | 6)) {
                log.about_file(ImportProblem::Untis(UntisProblem::LeftAside));
                continue;
            }
            let Some(listed) = listed(file, log) else {
                continue;
            };
            let problem = match number.or_else(|| listed.number_by_columns()) {
                None => Some(UntisProblem::NotUntis),
                Some(number) if !listed.has_columns_of(number) => {
                    Some(UntisProblem::OtherColumns { number })
                }
                Some(number) => {
                    let place = sorted.place(number);
                    let is_taken = place.is_some();
                    place.get_or_insert(listed);
                    is_taken.then_some(UntisProblem::SameFile)
                }
            };
            if let Some(problem) = problem {
                log.about_file(ImportProblem::Untis(problem));
            }
        }
        sorted
    }

    fn place(&mut self, number: u32) -> &mut Option<Listed> {
        match number {
            1 => &mut self.timetable,
            2 => &mut self.lessons,
            3 => &mut self.classes,
            4 => &mut self.teachers,
            _ => &mut self.subjects,
        }
    }
}

/// Is the file named as one of Untis's?
pub fn is_of_untis(name: &str) -> bool {
    number_in(name).is_some()
}

/// The number of `GPU001.TXT`, `gpu002 (1).csv`.
fn number_in(name: &str) -> Option<u32> {
    let small = name.to_ascii_lowercase();
    let (_, behind) = small.rsplit_once("gpu")?;
    behind.get(..3)?.parse().ok()
}

/// The file's rows, its letters guessed where it does not say what they are.
fn listed(file: &InputFile, log: &mut Log) -> Option<Listed> {
    let decoded = guessed(&file.bytes).map(|(bytes, encoding)| {
        log.about_file(ImportProblem::Untis(UntisProblem::OtherLetters {
            encoding,
        }));
        InputFile {
            name: file.name.clone(),
            bytes,
        }
    });
    let mut grids = log.grids(decoded.as_ref().unwrap_or(file));
    let rows = (!grids.is_empty()).then(|| grids.swap_remove(0))?;
    (!rows.rows.is_empty()).then(|| Listed {
        name: file.name.clone(),
        rows,
    })
}

impl Listed {
    /// The rows, without one of headings.
    pub fn records(&self) -> impl Iterator<Item = Record<'_>> {
        let records = self.rows.rows.iter().map(Record).enumerate();
        records
            .filter(|(index, record)| *index > 0 || !record.is_heading())
            .map(|(_, record)| record)
    }

    /// What the columns say that it is: a timetable, or lessons. Lists of names look all alike.
    fn number_by_columns(&self) -> Option<u32> {
        [1, 2].into_iter().find(|&number| self.fits_well(number))
    }

    /// Most rows have what a file of that number has.
    fn has_columns_of(&self, number: u32) -> bool {
        let all = self.records().count();
        let fitting = self.records().filter(|record| record.fits(number)).count();
        fitting > 0 && fitting * 2 >= all
    }

    /// Nearly all rows do, and there is nothing else that it could be.
    fn fits_well(&self, number: u32) -> bool {
        const OF_A_HUNDRED: usize = 95;
        let all = self.records().count();
        let fitting = self.records().filter(|record| record.fits(number)).count();
        fitting > 0 && fitting * 100 >= all * OF_A_HUNDRED
    }
}

impl<'g> Record<'g> {
    /// Line of the file, 1-based.
    pub fn line(self) -> u32 {
        self.0.row
    }

    /// Text of that column, without the quotation marks of a program that writes `'`.
    pub fn text(self, column: usize) -> &'g str {
        let text = self.0.cells.get(column - 1).unwrap_or_default();
        let bare = text
            .strip_prefix('\'')
            .and_then(|text| text.strip_suffix('\''));
        bare.unwrap_or(text).trim()
    }

    /// Whole number in that column.
    pub fn number(self, column: usize) -> Option<u32> {
        self.text(column).parse().ok()
    }

    /// Hundredths in that column: `2`, `2.5`, `2,500`.
    pub fn hundredths(self, column: usize) -> Option<u32> {
        /// More than any week has.
        const MOST: u32 = 1_000;
        let text = self.text(column);
        let (whole, part) = text.split_once(['.', ',']).unwrap_or((text, "0"));
        let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let whole: u32 = whole.parse().ok().filter(|&whole| whole <= MOST)?;
        let first_two: String = part.chars().chain("00".chars()).take(2).collect();
        is_number(part)
            .then(|| first_two.parse().ok())?
            .map(|part: u32| whole * 100 + part)
    }

    /// Day, 0 = Monday, and period of a row of the timetable.
    pub fn time(self) -> Option<(usize, u32)> {
        let day = self.number(timetable::DAY)?;
        let period = self.number(timetable::PERIOD)?;
        let is_in_week = (1..=7).contains(&day) && period <= Lessons::MAX;
        is_in_week.then_some((day as usize - 1, period))
    }

    /// The texts, one behind the other, as far as they are of use in a message.
    pub fn shown(self) -> String {
        const FEW: usize = 7;
        let texts: Vec<&str> = self.0.cells.iter().take(FEW).collect();
        texts.join(" ").trim().to_owned()
    }

    /// Has it the numbers that a row of that file has? Lists of names have none that they need.
    fn fits(self, number: u32) -> bool {
        let is_name = |column| self.text(column).contains(char::is_alphabetic);
        match number {
            1 => {
                let names = [timetable::TEACHER, timetable::SUBJECT, timetable::CLASS];
                self.time().is_some() && names.into_iter().any(is_name)
            }
            2 => {
                let names = [lessons::TEACHER, lessons::SUBJECT];
                self.number(lessons::LESSON).is_some()
                    && self.hundredths(lessons::HOURS).is_some()
                    && names.into_iter().any(is_name)
            }
            _ => !self.text(1).is_empty(),
        }
    }

    /// Untis writes no headings; other programs and people do.
    fn is_heading(self) -> bool {
        const HEADINGS: [&str; 9] = [
            "name",
            "kurzname",
            "kürzel",
            "short name",
            "long name",
            "langname",
            "full name",
            "klasse",
            "class",
        ];
        let is_word = |column: usize| HEADINGS.contains(&self.text(column).to_lowercase().as_str());
        (1..=7).filter(|&column| is_word(column)).count() > 1
            || (is_word(2)
                && !self
                    .text(1)
                    .contains(|letter: char| letter.is_ascii_digit()))
    }
}
