//! The header of a roster's table: one line or two, in whatever row it stands.

use crate::domain::Role;
use crate::input::names::clean;

use super::headings::{Heading, Sureness, heading};
use super::layout::{ColumnUse, Form, Meaning};
use super::sheet::{CellText, Sheet};

/// Fewer meanings than this make no header below another one: a row of duties may use words of headings too.
const FEWEST_BELOW: usize = 3;

/// Fewer make no header at all.
const FEWEST: usize = 2;

/// A header that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// Position of its first line in the grid.
    pub first: usize,
    /// How many lines of the grid it takes.
    pub lines: usize,
    /// One row a place, or one row a sitting.
    pub form: Form,
    /// What each column says.
    pub columns: Vec<ColumnUse>,
    /// Every column of the tidy form is there under its own name.
    pub is_own: bool,
    /// How many different things its columns say.
    pub score: usize,
}

impl Header {
    /// The first column with that meaning.
    pub fn place(&self, meaning: Meaning) -> Option<usize> {
        self.columns
            .iter()
            .position(|column| column.meaning == meaning)
    }

    /// Is there such a column?
    pub fn has(&self, meaning: Meaning) -> bool {
        self.place(meaning).is_some()
    }

    /// Columns that name people, with the role where the heading says it.
    pub fn people(&self) -> impl Iterator<Item = (usize, Option<Role>)> + '_ {
        let columns = self.columns.iter().enumerate();
        columns.filter_map(|(place, column)| match column.meaning {
            Meaning::People(role) => Some((place, Some(role))),
            Meaning::Person => Some((place, None)),
            _ => None,
        })
    }
}

/// The first header of the sheet among its first rows: the first that says much, else the one that says most.
pub fn first_header(sheet: &Sheet<'_>, most_above: usize) -> Option<Header> {
    let mut best: Option<Header> = None;
    for row in 0..sheet.height().min(most_above) {
        let Some(header) = header_at(sheet, row).filter(|header| header.score >= FEWEST) else {
            continue;
        };
        if header.score > FEWEST_BELOW {
            return Some(header);
        }
        if best.as_ref().is_none_or(|best| header.score > best.score) {
            best = Some(header);
        }
    }
    best
}

/// The header that begins in that row, below another table.
pub fn next_header(sheet: &Sheet<'_>, row: usize) -> Option<Header> {
    if !may_be_first_line(sheet, row) {
        return None;
    }
    header_at(sheet, row).filter(|header| header.score >= FEWEST_BELOW)
}

fn header_at(sheet: &Sheet<'_>, row: usize) -> Option<Header> {
    let one = header_of(sheet, row, 1);
    let two = (may_be_first_line(sheet, row) && may_be_second_line(sheet, row + 1))
        .then(|| header_of(sheet, row, 2))
        .flatten();
    match (one, two) {
        // A second line must say something that the first does not, or be nothing but words of headings.
        (Some(one), Some(two)) => {
            let says_more = two.columns_known() > one.columns_known();
            Some(if says_more || is_all_headings(sheet, row + 1) {
                two
            } else {
                one
            })
        }
        (one, two) => one.or(two),
    }
}

impl Header {
    fn columns_known(&self) -> usize {
        let known = |column: &&ColumnUse| column.meaning != Meaning::Unknown;
        self.columns.iter().filter(known).count()
    }
}

fn header_of(sheet: &Sheet<'_>, first: usize, lines: usize) -> Option<Header> {
    let headings: Vec<(String, Option<Heading>)> = if lines == 1 {
        sheet
            .cells(first)
            .map(|cell| (clean(cell.text), sheet.heading(cell.text)))
            .collect()
    } else {
        two_lines(sheet, first)
    };
    let (form, meanings) = settled(&headings);
    let mut said: Vec<Meaning> = meanings
        .iter()
        .copied()
        .filter(|meaning| !matches!(meaning, Meaning::Unknown | Meaning::Aside))
        .collect();
    said.sort_by_key(|meaning| format!("{meaning:?}"));
    said.dedup();
    let names_people = said
        .iter()
        .any(|meaning| matches!(meaning, Meaning::Person | Meaning::People(_)));
    let names_works = said
        .iter()
        .any(|meaning| matches!(meaning, Meaning::Class | Meaning::Subject));
    let is_own = |heading: &Option<Heading>| {
        heading.is_some_and(|heading| heading.sureness == Sureness::Own)
    };
    let own = headings
        .iter()
        .filter(|(_, heading)| is_own(heading))
        .count();
    (names_people && names_works).then(|| Header {
        first,
        lines,
        form,
        is_own: form == Form::Tidy && said.len() >= OWN_COLUMNS && own >= OWN_COLUMNS,
        score: said.len(),
        columns: headings
            .into_iter()
            .zip(meanings)
            .map(|((heading, _), meaning)| ColumnUse { heading, meaning })
            .collect(),
    })
}

/// Columns of the tidy form as it is written.
const OWN_COLUMNS: usize = super::COLUMNS.len();

/// Headings of two lines: a group above (`Организаторы`) and what it consists of below (`1`, `2`; `ФИО`, `Телефон`).
fn two_lines(sheet: &Sheet<'_>, first: usize) -> Vec<(String, Option<Heading>)> {
    let mut group = "";
    (0..sheet.width())
        .map(|column| {
            let (above, below) = (sheet.cell(first, column), sheet.cell(first + 1, column));
            if below.place() == above.place() {
                group = "";
                return (clean(above.text), heading(above.text));
            }
            // In a text file a group's name stands over its first column only.
            if !above.is_empty() {
                group = above.text;
            } else if below.is_empty() {
                group = "";
            }
            let both = clean(&format!("{group} {}", below.text));
            let meaning = together(group, below.text, &both);
            (both, meaning)
        })
        .collect()
}

/// What a group and a heading within it say together.
fn together(group: &str, below: &str, both: &str) -> Option<Heading> {
    let (above, within) = (heading(group), heading(below));
    if below.is_empty() || group.is_empty() {
        return above.filter(|_| below.is_empty()).or(within);
    }
    let Some(Meaning::People(_)) = above.map(|above| above.meaning) else {
        return within.or_else(|| heading(both)).or(above);
    };
    match within.map(|within| within.meaning) {
        _ if is_counter(below) => above,
        Some(Meaning::Person) => above,
        Some(Meaning::People(_) | Meaning::Aside) => within,
        // A day, a room, a class of that role's own is none of the sitting's.
        Some(_) => Some(Heading {
            meaning: Meaning::Aside,
            sureness: Sureness::Usual,
        }),
        None => heading(both).or(above),
    }
}

/// `1`, `№ 2`: which of several.
fn is_counter(text: &str) -> bool {
    let number = text.trim_start_matches(['№', 'N', '#', ' ']);
    !number.is_empty() && number.chars().all(|letter| letter.is_ascii_digit())
}

/// A row that can be the first of two lines: mostly words of headings. A title or a row of duties is none.
fn may_be_first_line(sheet: &Sheet<'_>, row: usize) -> bool {
    let texts = sheet.texts(row).count();
    let (mut known, mut others) = (0, 0);
    for cell in sheet.texts(row) {
        match sheet.heading(cell.text) {
            Some(_) => known += 1,
            None => others += 1,
        }
        if others * 2 > texts {
            return false;
        }
    }
    known > 0
}

/// A row that can be the second line of a header: right below the first, some texts of its own, most of them words of
/// headings or numbers, and no run of numbers.
fn may_be_second_line(sheet: &Sheet<'_>, row: usize) -> bool {
    if row >= sheet.height() || sheet.row_number(row) != sheet.row_number(row - 1) + 1 {
        return false;
    }
    let own = own_texts(sheet, row);
    let known = own.iter().filter(|text| is_of_header(sheet, text)).count();
    !own.is_empty() && known * 2 >= own.len() && !is_numbering(sheet, row)
}

fn is_all_headings(sheet: &Sheet<'_>, row: usize) -> bool {
    own_texts(sheet, row)
        .iter()
        .all(|text| is_of_header(sheet, text))
}

fn is_of_header<'g>(sheet: &Sheet<'g>, text: &'g str) -> bool {
    sheet.heading(text).is_some() || is_counter(text)
}

/// Texts of the row itself, less those of blocks that begin above it.
fn own_texts<'g>(sheet: &Sheet<'g>, row: usize) -> Vec<&'g str> {
    let number = sheet.row_number(row);
    sheet
        .texts(row)
        .filter(|cell| cell.row == number)
        .map(|cell| cell.text)
        .collect()
}

/// The row of column numbers that official tables have below their header: 1, 2, 3 …
pub fn is_numbering(sheet: &Sheet<'_>, row: usize) -> bool {
    const FEWEST_NUMBERS: usize = 3;
    let is_count = |(cell, number): (CellText<'_>, usize)| {
        cell.text.trim_end_matches('.') == number.to_string()
    };
    sheet.texts(row).zip(1..).all(is_count) && sheet.texts(row).count() >= FEWEST_NUMBERS
}

/// One meaning for each column: of two headings for one thing the surer, else the first; what may stand for people does so only
/// where nothing else does.
fn settled(headings: &[(String, Option<Heading>)]) -> (Form, Vec<Meaning>) {
    let known = |meaning: Meaning| {
        headings
            .iter()
            .filter_map(|(_, heading)| *heading)
            .filter(move |heading| heading.meaning == meaning)
    };
    let is_there = |meaning| known(meaning).next().is_some();
    let has_people = Role::ALL
        .into_iter()
        .any(|role| is_there(Meaning::People(role)));
    let form = if is_there(Meaning::Person) && (is_there(Meaning::Role) || !has_people) {
        Form::Tidy
    } else {
        Form::Wide
    };
    let surest = |meaning| known(meaning).map(|heading| heading.sureness).min();
    let has_proctor = is_there(Meaning::People(Role::Proctor));
    let mut taken: Vec<Meaning> = Vec::new();
    let meanings = headings.iter().map(|(_, heading)| {
        let Some(Heading { meaning, sureness }) = *heading else {
            return Meaning::Unknown;
        };
        let is_surest = surest(meaning) == Some(sureness);
        match (meaning, form) {
            (Meaning::Aside, _) => Meaning::Aside,
            // A roster's role column says it all; other headings with roles count places.
            (Meaning::People(_), Form::Tidy) => Meaning::Unknown,
            (Meaning::People(_), Form::Wide) if sureness < Sureness::Weak || is_surest => meaning,
            (Meaning::People(_), Form::Wide) => Meaning::Aside,
            (Meaning::Role, Form::Wide) => Meaning::Unknown,
            // Beside checkers and observers, the teacher is who sits in the room; beside proctors, whose lesson it is.
            (Meaning::Person, Form::Wide) if has_proctor => Meaning::Aside,
            (Meaning::Person, Form::Wide) => Meaning::People(Role::Proctor),
            (Meaning::Person, Form::Tidy) if is_surest && sureness > Sureness::Own => meaning,
            _ if is_surest && !taken.contains(&meaning) => {
                taken.push(meaning);
                meaning
            }
            _ => Meaning::Unknown,
        }
    });
    (form, meanings.collect())
}
