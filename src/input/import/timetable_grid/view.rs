//! A sheet as it stands, or turned on its side, so that what is across and what is down is read by the same code.

use std::cell::RefCell;
use std::rc::Rc;

use crate::input::map::Map;
use crate::input::roster::{CellText, Sheet};

use super::subjects::is_surname;
use super::words::{self, Heading};

/// What a text says along an edge.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Label {
    /// Weekday, 0 = Monday.
    pub day: Option<usize>,
    /// Number of a lesson.
    pub lesson: Option<u32>,
    /// Name of a class.
    pub class: Option<String>,
    /// A bare number that may be a class.
    pub is_grade: bool,
    /// A person, with initials or a patronymic.
    pub is_person: bool,
    /// A surname alone.
    pub is_surname: bool,
    /// A heading.
    pub heading: Option<Heading>,
}

/// What texts say, each looked at once.
pub type Labels<'g> = RefCell<Map<&'g str, Rc<Label>>>;

/// A sheet, as seen.
pub struct View<'s, 'g> {
    sheet: &'s Sheet<'g>,
    labels: &'s Labels<'g>,
    /// Columns are rows, and rows columns.
    is_turned: bool,
}

impl<'s, 'g> View<'s, 'g> {
    /// Of the sheet.
    pub fn of(sheet: &'s Sheet<'g>, labels: &'s Labels<'g>, is_turned: bool) -> Self {
        Self {
            sheet,
            labels,
            is_turned,
        }
    }

    /// How many rows there are.
    pub fn height(&self) -> usize {
        if self.is_turned {
            self.sheet.width()
        } else {
            self.sheet.height()
        }
    }

    /// How many columns there are.
    pub fn width(&self) -> usize {
        if self.is_turned {
            self.sheet.height()
        } else {
            self.sheet.width()
        }
    }

    /// The cell; one of a merged block says what the block says.
    pub fn at(&self, row: usize, column: usize) -> CellText<'g> {
        if self.is_turned {
            self.sheet.cell(column, row)
        } else {
            self.sheet.cell(row, column)
        }
    }

    /// The text that stands in this very cell, or nothing where a merged block continues here.
    pub fn own(&self, row: usize, column: usize) -> &'g str {
        let cell = self.at(row, column);
        let (row, column) = if self.is_turned {
            (column, row)
        } else {
            (row, column)
        };
        let is_here = (self.sheet.row_number(row), column as u32 + 1) == cell.place();
        if is_here { cell.text } else { "" }
    }

    /// What the text says as a label.
    pub fn label(&self, text: &'g str) -> Rc<Label> {
        let mut labels = self.labels.borrow_mut();
        let label = labels
            .entry(text)
            .or_insert_with(|| Rc::new(label_of(text)));
        Rc::clone(label)
    }

    /// What the cell says as a label.
    pub fn label_at(&self, row: usize, column: usize) -> Rc<Label> {
        self.label(self.at(row, column).text)
    }

    /// The row's own texts, with their columns.
    pub fn texts(&self, row: usize) -> impl Iterator<Item = (usize, &'g str)> + '_ {
        (0..self.width())
            .map(move |column| (column, self.own(row, column)))
            .filter(|(_, text)| !text.is_empty())
    }
}

fn label_of(text: &str) -> Label {
    /// Longer texts are no labels.
    const LONGEST: usize = 120;
    if text.is_empty() || text.len() > LONGEST * 2 {
        return Label::default();
    }
    let heading = words::heading(text);
    Label {
        day: words::day(text),
        lesson: words::lesson(text),
        class: words::class(text).filter(|_| heading.is_none()),
        is_grade: words::grade_of(text).is_some_and(|(_, rest)| rest.is_empty()),
        is_person: words::is_person(text),
        is_surname: is_surname(text),
        heading,
    }
}
