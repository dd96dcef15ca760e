//! The header of a table: which row it is, and which column stands where.

mod column;
mod days;
mod headings;
mod lines;
mod surnames;

use std::sync::LazyLock;

use crate::domain::Cell;
use crate::input::map::{Map, Set};

use super::complaint::{Complaints, Gravity};
use super::grid::{Grid, GridRow};
use super::names::{Nearest, word_key};
use super::problem::FactProblem;

pub use column::{COLUMNS, Column};
pub use days::unfold_days;
use lines::{Lines, lines_of};
pub use surnames::join_names;

/// A title and remarks may stand above the header, but not more than this.
const MOST_ROWS_ABOVE: usize = 30;

/// The columns a table may have, and those it must have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    /// Must be there.
    pub required: &'static [Column],
    /// May be there.
    pub optional: &'static [Column],
}

impl Layout {
    fn columns(&self) -> impl Iterator<Item = Column> {
        self.required.iter().chain(self.optional).copied()
    }

    /// The column that the header names; of two that share it, the required or earlier one.
    pub fn column(&self, header: &str) -> Option<Column> {
        let whole = self.named(header);
        whole.or_else(|| self.named(&bare(header)?))
    }

    fn named(&self, header: &str) -> Option<Column> {
        let named = NAMED.get(&word_key(header))?;
        self.columns().find(|column| named.contains(column))
    }
}

/// The header without what stands in brackets and without signs at its end, where it has any: `ФИО (полностью)`,
/// `Кабинет №`. `Класс(ы)` is one word.
fn bare(header: &str) -> Option<String> {
    let (before, bracketed) = header.split_once('(').unwrap_or((header, ""));
    let (_, behind) = bracketed.split_once(')').unwrap_or(("", ""));
    let bare = format!("{before}{behind}");
    let bare = bare.trim_end_matches([' ', '№', ':', '*']).to_owned();
    (bare != header && !bare.is_empty()).then_some(bare)
}

/// The columns that each header names, of whatever table, by key.
static NAMED: LazyLock<Map<String, Vec<Column>>> = LazyLock::new(|| {
    let mut named: Map<String, Vec<Column>> = Map::default();
    for column in Column::all() {
        for name in column.headers() {
            named.entry(word_key(name)).or_default().push(column);
        }
    }
    named
});

/// Where the columns of one table stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// Position of the header in the grid's rows.
    pub index: usize,
    /// Its row, 1-based.
    pub row: u32,
    /// Position in a row's cells, per column.
    places: [Option<u32>; COLUMNS],
    /// Headers that no column has.
    pub unknown: Vec<String>,
}

impl Header {
    /// Position of the column in a row's cells.
    pub fn place(&self, column: Column) -> Option<usize> {
        self.places[column as usize].map(|place| place as usize)
    }

    /// Positions of all known columns.
    pub fn all_places(&self) -> impl Iterator<Item = usize> {
        self.places.iter().flatten().map(|&place| place as usize)
    }

    /// Is the column there?
    pub fn has(&self, column: Column) -> bool {
        self.place(column).is_some()
    }
}

/// How many of the layout's columns the likeliest header row has, and which row that is: of equals, the first.
pub fn likeliest_row(grid: &Grid, layout: &Layout) -> Option<(usize, usize)> {
    let texts = |row: &GridRow| row.cells.iter().filter(|cell| !cell.is_empty()).count();
    let known = |row: &GridRow| {
        let cells = row.cells.iter();
        cells.filter(|cell| layout.column(cell).is_some()).count()
    };
    let mut best: Option<(usize, usize)> = None;
    for (index, row) in grid.rows.iter().take(MOST_ROWS_ABOVE).enumerate() {
        let most = best.map_or(0, |(count, _)| count);
        if texts(row) <= most {
            continue;
        }
        let count = known(row);
        if count > most {
            best = Some((count, index));
        }
    }
    best
}

/// The header, where the grid has every column that the layout must have; nothing is said where it has not.
pub fn fits(grid: &Grid, layout: &Layout) -> Option<Header> {
    let (count, _) = likeliest_row(grid, layout)?;
    let is_likely = count > 0;
    let mut quiet = Complaints::default();
    let header = is_likely
        .then(|| find(grid, layout, &mut quiet))
        .flatten()?;
    let has_all = layout.required.iter().all(|&column| header.has(column));
    (has_all && !stands_below(grid, &header, layout)).then_some(header)
}

/// Does a required column hold its own heading once more? Then it is no heading: `учитель` is what many people are.
fn stands_below(grid: &Grid, header: &Header, layout: &Layout) -> bool {
    let texts = &grid.rows[header.index].cells;
    layout.required.iter().any(|&column| {
        let Some(place) = header.place(column) else {
            return false;
        };
        let heading = texts.get(place).map(word_key).unwrap_or_default();
        let below = grid.rows.iter().skip(header.index + 1);
        let mut cells = below.filter_map(|row| row.cells.get(place));
        !heading.is_empty() && cells.any(|text| word_key(text) == heading)
    })
}

/// Finds the header. `None` where the table cannot be read for lack of one; why is among the complaints.
pub fn find(grid: &Grid, layout: &Layout, complaints: &mut Complaints) -> Option<Header> {
    let Some((_, index)) = likeliest_row(grid, layout) else {
        let columns = layout.required.iter().map(|column| column.word()).collect();
        let at = Cell {
            source: grid.source,
            row: grid.rows.first().map_or(1, |row| row.row),
            column: None,
        };
        complaints.error(at, "", FactProblem::NoHeader(columns));
        return None;
    };
    read_lines(grid, &lines_of(grid, index, layout), layout, complaints)
}

fn read_lines(
    grid: &Grid,
    lines: &Lines,
    layout: &Layout,
    complaints: &mut Complaints,
) -> Option<Header> {
    let row = &grid.rows[lines.last];
    let mut header = Header {
        index: lines.last,
        row: row.row,
        places: [None; COLUMNS],
        unknown: Vec::new(),
    };
    let at = |column: Option<usize>| Cell {
        source: grid.source,
        row: row.row,
        column: column.map(|column| column as u32 + 1),
    };
    let mut sound = true;
    for (place, cell) in lines.texts.iter().enumerate() {
        let Some(column) = layout.column(cell) else {
            if !cell.trim().is_empty() {
                header.unknown.push(cell.to_owned());
            }
            continue;
        };
        let Some(first) = header.place(column) else {
            header.places[column as usize] = Some(place as u32);
            continue;
        };
        let other = &lines.texts[first];
        match (column.is_canonical(other), column.is_canonical(cell)) {
            (true, false) => header.unknown.push(cell.to_owned()),
            (false, true) => {
                header.unknown.push(other.to_owned());
                header.places[column as usize] = Some(place as u32);
            }
            _ => {
                sound = false;
                let problem = FactProblem::ColumnTwice {
                    column: column.word(),
                    other: other.to_owned(),
                };
                complaints.error(at(Some(place)), cell, problem);
            }
        }
    }
    for &column in layout
        .required
        .iter()
        .filter(|&&column| !header.has(column))
    {
        sound = false;
        let problem = FactProblem::MissingColumn {
            column: column.word(),
            nearest: nearest_header(column, &header.unknown, complaints),
        };
        complaints.error(at(None), "", problem);
    }
    sound &= ask_about_columns(&header, layout, complaints, at(None));
    tell_unknown(&header, complaints, at(None));
    sound.then_some(header)
}

/// Columns that are not read are told: in passing where lists usually have them, else worth a look.
fn tell_unknown(header: &Header, complaints: &mut Complaints, at: Cell) {
    let (usual, others): (Vec<String>, Vec<String>) = header
        .unknown
        .iter()
        .cloned()
        .partition(|text| is_usual(text));
    for (gravity, names) in [(Gravity::Warning, others), (Gravity::Note, usual)] {
        if !names.is_empty() {
            complaints.add(gravity, at, "", FactProblem::UnknownColumns(names));
        }
    }
}

/// Asks about headers that look like a column which is not there. An error where rules would be left empty without it;
/// then the table is not sound.
fn ask_about_columns(
    header: &Header,
    layout: &Layout,
    complaints: &mut Complaints,
    at: Cell,
) -> bool {
    let mut sound = true;
    let absent: Vec<Column> = layout
        .optional
        .iter()
        .copied()
        .filter(|&column| !header.has(column))
        .collect();
    for text in &header.unknown {
        let Some(column) = looks_like(text, &absent, complaints) else {
            continue;
        };
        let gravity = if column.carries_rules() {
            sound = false;
            Gravity::Error
        } else {
            Gravity::Warning
        };
        let problem = FactProblem::ColumnLooksLike {
            column: column.word(),
        };
        complaints.add(gravity, at, text, problem);
    }
    sound
}

/// The column whose name the header nearly is, or has among its words.
fn looks_like(text: &str, columns: &[Column], complaints: &mut Complaints) -> Option<Column> {
    /// Shorter headers are near to everything.
    const SHORTEST: usize = 4;
    let key = word_key(text);
    if key.chars().count() < SHORTEST || is_usual(text) {
        return None;
    }
    let is_word = |letter: char| !letter.is_alphabetic();
    let words = text.split(is_word).map(word_key);
    let mut words = words.filter(|word| word.chars().count() >= SHORTEST);
    let named = words.find_map(|word| {
        columns.iter().copied().find(|column| {
            let mut names = column.headers().iter();
            names.any(|name| word_key(name) == word)
        })
    });
    named.or_else(|| {
        columns.iter().copied().find(|column| {
            let mut nearest = Nearest::default();
            let long = column.headers().iter().map(|name| (word_key(name), name));
            for (name_key, name) in long.filter(|(key, _)| key.chars().count() >= SHORTEST) {
                nearest.add(name_key, name);
            }
            nearest.to(&key, complaints.budget()).is_some()
        })
    })
}

/// Columns that lists usually have and nobody here needs.
const USUAL: [&str; 34] = [
    "№",
    "№ п/п",
    "п/п",
    "№ п.п.",
    "nr",
    "no",
    "#",
    "id",
    "Подпись",
    "Телефон",
    "Тел.",
    "Контактный телефон",
    "phone",
    "Должность",
    "position",
    "Категория",
    "Квалификационная категория",
    "Стаж",
    "Стаж работы",
    "Педагогический стаж",
    "Образование",
    "Дата рождения",
    "Дата приёма",
    "Дата согласия",
    "Адрес",
    "СНИЛС",
    "Примечание",
    "Примечания",
    "note",
    "notes",
    "ФИО ребёнка",
    "Ребёнок",
    "Фамилия ребёнка",
    "Пол",
];

/// A column of no concern here.
fn is_usual(text: &str) -> bool {
    let key = word_key(text);
    key.is_empty() || USUAL_KEYS.contains(&key)
}

static USUAL_KEYS: LazyLock<Set<String>> =
    LazyLock::new(|| USUAL.iter().map(|text| word_key(text)).collect());

fn nearest_header(
    column: Column,
    unknown: &[String],
    complaints: &mut Complaints,
) -> Option<String> {
    let mut nearest = Nearest::default();
    for header in unknown {
        nearest.add(word_key(header), header);
    }
    column
        .headers()
        .iter()
        .find_map(|name| nearest.to(&word_key(name), complaints.budget()))
        .map(str::to_owned)
}

#[cfg(test)]
mod tests;
