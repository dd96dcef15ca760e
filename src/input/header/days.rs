//! A schedule that is drawn as a grid – days down and classes across, or the other way round, subjects in the cells – becomes a
//! row for each work.

use std::sync::Arc;

use crate::domain::Lang;
use crate::input::cells::{self, Serials};
use crate::input::grid::{Dialect, Grid, GridRow};
use crate::input::names::{has_initials, is_class_word};
use crate::input::problem::FactProblem;
use crate::input::tables::TableKind;

use super::{Column, MOST_ROWS_ABOVE};

/// Fewer days or classes may stand in any table.
const FEWEST: usize = 2;

/// What stands along an edge of the grid.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Edge {
    Days,
    Classes,
}

impl Edge {
    fn other(self) -> Self {
        match self {
            Self::Days => Self::Classes,
            Self::Classes => Self::Days,
        }
    }

    fn column(self) -> Column {
        match self {
            Self::Days => Column::Date,
            Self::Classes => Column::Class,
        }
    }

    /// Does the text name one of them?
    fn is_one(self, text: &str, serials: Serials) -> bool {
        match self {
            Self::Days => {
                let date = cells::date(text, serials);
                let is_date = matches!(date, Ok(_) | Err(FactProblem::OtherWeekday { .. }));
                is_date || cells::day_and_month(text).is_some()
            }
            Self::Classes => is_class(text),
        }
    }
}

/// Where the edges are.
struct Frame {
    /// Position of the row with what stands across.
    header: usize,
    /// What stands across, in which columns.
    across: Edge,
    places: Vec<usize>,
    /// The column of what stands down.
    down: usize,
}

/// Turns the grid into rows, where it is one; how many works there are.
pub fn unfold_days(grid: &mut Grid) -> Option<usize> {
    let kind = TableKind::from_name(&grid.name);
    if kind.is_some_and(|kind| kind != TableKind::Schedule) {
        return None;
    }
    if is_list(grid) {
        return None;
    }
    let frame = frame_of(grid)?;
    let rows = unfolded(grid, &frame);
    let works = rows.len() - 1;
    grid.rows = Arc::new(rows);
    grid.is_unfolded = true;
    Some(works)
}

fn serials_of(grid: &Grid) -> Serials {
    match grid.dialect {
        Dialect::Csv { .. } => Serials::Refused,
        Dialect::Sheet => Serials::Allowed,
    }
}

/// Has the sheet the headings of a list, where each row is a work already?
fn is_list(grid: &Grid) -> bool {
    let layout = TableKind::Schedule.layout();
    grid.rows.iter().take(MOST_ROWS_ABOVE).any(|row| {
        let has = |column| {
            let mut texts = row.cells.iter();
            texts.any(|text| layout.column(text) == Some(column))
        };
        has(Column::Subject) || (has(Column::Class) && has(Column::Date))
    })
}

fn frame_of(grid: &Grid) -> Option<Frame> {
    let above = grid.rows.iter().take(MOST_ROWS_ABOVE).enumerate();
    above
        .flat_map(|(header, _)| [(header, Edge::Classes), (header, Edge::Days)])
        .find_map(|(header, across)| frame_at(grid, header, across))
}

/// The frame whose header is that row; none where the row is the header of a list, or people stand in the cells.
fn frame_at(grid: &Grid, header: usize, across: Edge) -> Option<Frame> {
    let serials = serials_of(grid);
    let heads = &grid.rows[header].cells;
    let is_across = |place: &usize| across.is_one(&heads[*place], serials);
    let places: Vec<usize> = (0..heads.len()).filter(is_across).collect();
    if places.len() < FEWEST {
        return None;
    }
    let below = &grid.rows[header + 1..];
    let is_filled = |row: &&GridRow| places.iter().any(|&place| says_work(&row.cells[place]));
    let down = (0..places[0]).find(|&place| {
        let mut edge = below
            .iter()
            .filter(is_filled)
            .map(|row| &row.cells[place])
            .filter(|text| !text.is_empty());
        let named = edge
            .clone()
            .filter(|text| across.other().is_one(text, serials));
        let named = named.count();
        named >= FEWEST && named * 2 > edge.by_ref().count()
    })?;
    let texts = below
        .iter()
        .flat_map(|row| places.iter().map(|&place| &row.cells[place]))
        .filter(|text| says_work(text));
    let people = texts.clone().filter(|text| has_initials(text)).count();
    let all = texts.count();
    (all > 0 && people * 2 <= all).then_some(Frame {
        header,
        across,
        places,
        down,
    })
}

/// `5`, `5А`, `5 «А»`, `5 класс`, `10-Б кл.`
fn is_class(text: &str) -> bool {
    const LAST_GRADE: u32 = 12;
    let bare: String = text
        .split_whitespace()
        .filter(|word| !is_class_word(word))
        .flat_map(str::chars)
        .filter(|letter| letter.is_alphanumeric())
        .collect();
    let letters = bare.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let grade = bare[..bare.len() - letters.len()].parse();
    let is_grade = grade.is_ok_and(|grade: u32| (1..=LAST_GRADE).contains(&grade));
    is_grade && letters.chars().count() <= 1
}

fn says_work(text: &str) -> bool {
    text.contains(char::is_alphabetic) && !cells::is_none_mark(text) && !is_class(text)
}

/// A header and a row for each work: the columns beside the grid as they are, then class or day, subject, lesson and room.
fn unfolded(grid: &Grid, frame: &Frame) -> Vec<GridRow> {
    let drawing = Drawing::of(grid, frame);
    let mut rows = vec![drawing.header()];
    let mut edge = "";
    for row in &grid.rows[frame.header + 1..] {
        let own = &row.cells[frame.down];
        edge = if own.is_empty() { edge } else { own };
        rows.extend(drawing.works(row, edge));
    }
    rows
}

/// A grid and its frame, with what stands beside it.
struct Drawing<'g> {
    grid: &'g Grid,
    frame: &'g Frame,
    /// Columns that hold no works.
    beside: Vec<usize>,
    /// Has it no columns for lesson and room? Then the cells may tell them.
    lacks: [bool; 2],
}

impl<'g> Drawing<'g> {
    fn of(grid: &'g Grid, frame: &'g Frame) -> Self {
        let heads = &grid.rows[frame.header].cells;
        let is_beside = |place: &usize| !frame.places.contains(place);
        let beside: Vec<usize> = (0..heads.len()).filter(is_beside).collect();
        let layout = TableKind::Schedule.layout();
        let lacks = [Column::Lesson, Column::Room].map(|column| {
            let mut texts = beside.iter().map(|&place| &heads[place]);
            texts.all(|text| layout.column(text) != Some(column))
        });
        Self {
            grid,
            frame,
            beside,
            lacks,
        }
    }

    fn header(&self) -> GridRow {
        let row = &self.grid.rows[self.frame.header];
        let word = |column: Column| column.word().in_lang(Lang::En);
        let down = word(self.frame.across.other().column());
        let more = [self.frame.across.column(), Column::Subject].map(word);
        let told = [Column::Lesson, Column::Room].map(word);
        self.row(row, (down, more, told))
    }

    /// The works of one row of the grid; `edge` is its day or class.
    fn works(&self, row: &GridRow, edge: &str) -> Vec<GridRow> {
        let heads = &self.grid.rows[self.frame.header].cells;
        let mut rows = Vec::new();
        for &place in &self.frame.places {
            let text = text_at(self.grid, row, place);
            for work in text.split(['\n', ';']).filter(|text| says_work(text)) {
                let work = Work::of(work);
                let own = [&heads[place], work.subject.as_str()];
                let told = [work.lesson.as_str(), work.room.as_str()];
                rows.push(self.row(row, (edge, own, told)));
            }
        }
        rows
    }

    /// The cells beside the grid, with `edge` where days or classes stand, and those of a work.
    fn row(&self, row: &GridRow, (edge, own, told): (&str, [&str; 2], [&str; 2])) -> GridRow {
        let cell = |place: &usize| {
            if *place == self.frame.down {
                edge
            } else {
                &row.cells[*place]
            }
        };
        let told = told.into_iter().zip(self.lacks);
        let told = told.filter_map(|(text, is_lacking)| is_lacking.then_some(text));
        GridRow {
            row: row.row,
            cells: self
                .beside
                .iter()
                .map(cell)
                .chain(own)
                .chain(told)
                .collect(),
        }
    }
}

/// The cell's text, or that of the cell on its left which it is merged with.
fn text_at<'g>(grid: &'g Grid, row: &'g GridRow, place: usize) -> &'g str {
    let text = &row.cells[place];
    let column = place as u32 + 1;
    let covers = |block: &&crate::input::grid::Block| {
        block.top == row.row && (block.left + 1..=block.right).contains(&column)
    };
    match grid.merged.iter().find(covers) {
        Some(block) if text.is_empty() => row.cells.get(block.left as usize - 1).unwrap_or(text),
        _ => text,
    }
}

/// What a cell says of a work.
#[derive(Default)]
struct Work {
    subject: String,
    lesson: String,
    room: String,
}

impl Work {
    /// `Русский язык (2-3 урок, каб. 12)`: the subject is what neither lesson nor room is.
    fn of(text: &str) -> Self {
        let is_gap = |letter: char| letter.is_whitespace() || matches!(letter, '(' | ')' | ',');
        let words: Vec<&str> = text.split(is_gap).filter(|word| !word.is_empty()).collect();
        let mut work = Self::default();
        let mut subject: Vec<&str> = Vec::new();
        let mut words = words.into_iter().peekable();
        while let Some(word) = words.next() {
            let small = word.to_lowercase();
            let begins = |stems: &[&str]| stems.iter().any(|stem| small.starts_with(stem));
            if begins(&["каб", "ауд", "room"]) && words.peek().is_some_and(|next| has_digit(next))
            {
                words.next().unwrap_or_default().clone_into(&mut work.room);
            } else if is_lesson_word(&small) {
                let is_number = |word: &&&str| cells::lessons(word).is_ok();
                let before = subject.last().filter(is_number).copied();
                subject.truncate(subject.len() - usize::from(before.is_some()));
                let number = before.or_else(|| words.next_if(|next| cells::lessons(next).is_ok()));
                number.unwrap_or_default().clone_into(&mut work.lesson);
            } else {
                subject.push(word);
            }
        }
        work.subject = subject.join(" ");
        work
    }
}

fn has_digit(text: &str) -> bool {
    text.contains(|letter: char| letter.is_ascii_digit())
}

/// `урок`, `ур.`, `уроки`, `lesson`
fn is_lesson_word(word: &str) -> bool {
    let bare = word.trim_matches(['.', ':', '-', '–', '—']);
    [
        "ур",
        "урок",
        "уроки",
        "урока",
        "уроке",
        "lesson",
        "lessons",
        "period",
    ]
    .contains(&bare)
}

#[cfg(test)]
mod tests;
