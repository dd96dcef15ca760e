//! What stands in the sheets of a file, for whoever says what they are: rows, headings, and the columns that headings are taken for.

use std::cmp::Reverse;

use crate::domain::Lang;
use crate::input::InputFile;
use crate::input::form::{Choices, EmptyColumn, empty_tables};
use crate::input::grid::{Grid, GridRow, read_grid_file};
use crate::input::header::{self, Column};
use crate::input::tables::TableKind;

use super::chosen::SheetChoices;
use super::guess::hint;
use super::kind_told;

/// A header stands among the first rows.
const MOST_ROWS_ABOVE: usize = 30;
/// So many cells of a column show what stands in it.
const SAMPLES: usize = 3;

/// A sheet of a workbook, or a text file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetRead {
    /// Its name, in a workbook.
    pub sheet: Option<String>,
    /// What it would be taken for by its name or its headings, were nothing said of it.
    pub told: Option<TableKind>,
    /// The table that a word of its name, or of the file's, begins like.
    pub hint: Option<TableKind>,
    /// Rows with text.
    pub rows: usize,
}

/// A heading of a sheet, and what stands below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadingRead {
    /// Its text.
    pub text: String,
    /// Its place, 1-based.
    pub place: u32,
    /// The column it is taken for, by its English name.
    pub column: Option<&'static str>,
    /// The first texts below it.
    pub samples: Vec<String>,
}

/// A column that a table may have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnRead {
    /// Its English name, by which it is chosen.
    pub name: &'static str,
    /// What it is called, what it holds, and what its cells may be chosen from.
    pub form: EmptyColumn,
}

/// The sheets of the file that hold anything.
pub fn sheets_of(file: &InputFile) -> Vec<SheetRead> {
    let mut sources = Vec::new();
    let grids = read_grid_file(file, &mut sources, &mut Vec::new());
    let filled = grids.into_iter().filter(|grid| !grid.rows.is_empty());
    let sheet = |mut grid: Grid| {
        header::join_names(&mut grid);
        SheetRead {
            sheet: sources[grid.source.index()].sheet.clone(),
            told: kind_told(&grid, &file.name),
            hint: hint(&grid, &file.name),
            rows: grid.rows.len(),
        }
    };
    filled.map(sheet).collect()
}

/// The headings of a sheet that is, or is to be, that table; none where there is no such sheet.
pub fn headings(
    (file, sheet): (&InputFile, Option<&str>),
    kind: TableKind,
    said: &SheetChoices,
) -> Vec<HeadingRead> {
    let mut sources = Vec::new();
    let grids = read_grid_file(file, &mut sources, &mut Vec::new());
    let is_it = |grid: &&Grid| sources[grid.source.index()].sheet.as_deref() == sheet;
    let Some(mut grid) = grids.iter().find(is_it).cloned() else {
        return Vec::new();
    };
    header::join_names(&mut grid);
    let grid = &grid;
    let said = said
        .about(&file.name, sheet)
        .filter(|choice| choice.table == Some(kind));
    let said = said.map_or(&[][..], |choice| &choice.columns);
    let row = header_row(grid, kind, said);
    let Some(header) = grid.rows.get(row) else {
        return Vec::new();
    };
    let mut taken: Vec<Column> = said.iter().filter_map(|(_, column)| *column).collect();
    let filled = header.cells.iter().enumerate();
    let filled = filled.filter(|(_, text)| !text.is_empty());
    filled
        .map(|(place, text)| HeadingRead {
            text: text.to_owned(),
            place: place as u32 + 1,
            column: match said.iter().find(|(heading, _)| heading == text) {
                Some((_, column)) => column.map(|column| column.headers()[0]),
                None => understood(kind, text, &mut taken),
            },
            samples: samples(grid, row, place),
        })
        .collect()
}

/// The column that the heading names by itself, unless another heading is it.
fn understood(kind: TableKind, text: &str, taken: &mut Vec<Column>) -> Option<&'static str> {
    let column = kind.layout().column(text)?;
    if taken.contains(&column) {
        return None;
    }
    taken.push(column);
    Some(column.headers()[0])
}

/// The row with most of the headings that were said; else the header, where all is known; else the first row nearly as full as any.
fn header_row(grid: &Grid, kind: TableKind, said: &[(String, Option<Column>)]) -> usize {
    let first = || grid.rows.iter().take(MOST_ROWS_ABOVE).enumerate();
    let texts = |row: &GridRow| row.cells.iter().filter(|text| !text.is_empty()).count();
    let of_said = |row: &GridRow| {
        let cells = row.cells.iter();
        cells
            .filter(|text| said.iter().any(|(heading, _)| heading == text))
            .count()
    };
    let counts = first().map(|(index, row)| (of_said(row), Reverse(index)));
    if let Some((1.., Reverse(row))) = counts.max() {
        return row;
    }
    if let Some(header) = header::fits(grid, kind.layout()) {
        return header.index;
    }
    let fullest = first().map(|(_, row)| texts(row)).max().unwrap_or_default();
    let mut full = first().filter(|(_, row)| texts(row) * 3 >= fullest * 2);
    full.next().map_or(0, |(index, _)| index)
}

fn samples(grid: &Grid, header: usize, place: usize) -> Vec<String> {
    let below = grid.rows.iter().skip(header + 1);
    let texts = below.filter_map(|row| row.cells.get(place));
    let filled = texts.filter(|text| !text.is_empty());
    filled.take(SAMPLES).map(str::to_owned).collect()
}

/// The columns of that table, the required ones first.
pub fn columns_of(kind: TableKind, lang: Lang) -> Vec<ColumnRead> {
    let layout = kind.layout();
    let columns = layout.required.iter().chain(layout.optional);
    let names = columns.map(|column| column.headers()[0]);
    let name = kind.word().in_lang(lang);
    let form = empty_tables(lang).into_iter().find(|it| it.name == name);
    let form = form.map_or_else(Vec::new, |table| table.columns);
    let read = |(name, form)| ColumnRead { name, form };
    let mut all: Vec<ColumnRead> = names.zip(form).map(read).collect();
    // Words to choose from stand where they are typed, not in a sheet of a workbook.
    for column in &mut all {
        if let Choices::Table(table) = column.form.choices {
            let other = TableKind::from_name(table).map_or(table, |kind| kind.word().en);
            column.form.choices = Choices::Table(other);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::{headings, sheets_of};
    use crate::input::folder::{SheetChoice, SheetChoices};
    use crate::input::{InputFile, TableKind};

    fn file(text: &str) -> InputFile {
        InputFile {
            name: "наши люди.csv".to_owned(),
            bytes: text.into(),
        }
    }

    #[test]
    fn headings_stand_in_the_first_full_row_where_none_is_known() {
        let file = file("Наша школа;;\nКто у нас;Чему учит;\nИванова А. П.;Химия;x\n");
        assert_eq!(sheets_of(&file)[0].told, None);
        let read = headings((&file, None), TableKind::Staff, &SheetChoices::default());
        let texts: Vec<_> = read.iter().map(|it| it.text.as_str()).collect();
        assert_eq!(texts, ["Кто у нас", "Чему учит"]);
    }

    #[test]
    fn what_many_people_are_is_no_heading() {
        let file = file(
            "Наши;Кем работает\nИванова Анна Петровна;учитель\nПетрова Ольга Ивановна;учитель\n",
        );
        assert_eq!(sheets_of(&file)[0].told, None);
        let read = headings((&file, None), TableKind::Staff, &SheetChoices::default());
        assert_eq!(read[0].text, "Наши");
    }

    #[test]
    fn what_was_said_comes_before_what_is_understood() {
        let file = file("ФИО;Кто у нас;Предмет\nзавуч;Иванова А. П.;Химия\n");
        let mut said = SheetChoices::default();
        let columns = [("Кто у нас".to_owned(), "person".to_owned())];
        let choice = SheetChoice::of_words((&file.name, None), Some("staff"), &columns);
        said.set(choice.unwrap());
        let read = headings((&file, None), TableKind::Staff, &said);
        let columns: Vec<_> = read.iter().map(|it| it.column).collect();
        assert_eq!(columns, [None, Some("person"), Some("subjects")]);
        assert_eq!(read[1].samples, ["Иванова А. П."]);
    }

    #[test]
    fn words_that_name_nothing_say_nothing() {
        let of = |table, column: &str| {
            let columns = [("a".to_owned(), column.to_owned())];
            SheetChoice::of_words(("x.csv", None), table, &columns)
        };
        assert!(of(Some("staff"), "person").is_some());
        assert!(of(Some("staff"), "").is_some());
        assert!(of(None, "").is_some());
        assert_eq!(of(Some("stuff"), "person"), None);
        assert_eq!(of(Some("staff"), "lesson"), None);
        assert_eq!(of(None, "person"), None);
    }
}
