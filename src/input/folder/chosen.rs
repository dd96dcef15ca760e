//! `tables.toml`: what a person says that files and sheets of the folder are, and what their columns hold. It stands beside the
//! files, so that the page and the command line read them alike.

use std::sync::Arc;

use toml_edit::{ArrayOfTables, DocumentMut, InlineTable, Item, Table, Value, value};

use crate::domain::Source;
use crate::input::InputFile;
use crate::input::grid::{Grid, GridRow};
use crate::input::header::Column;
use crate::input::names::word_key;
use crate::input::tables::TableKind;

/// Name of the file.
pub const CHOICES: &str = "tables.toml";
/// What a sheet is that holds no table of the school.
const NO_TABLE: &str = "none";
/// A header stands among the first rows.
const MOST_ROWS_ABOVE: usize = 30;

/// What a file, or a sheet of it, is said to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetChoice {
    /// The file.
    pub file: String,
    /// The sheet, in a workbook.
    pub sheet: Option<String>,
    /// The table; `None`: it is left aside.
    pub table: Option<TableKind>,
    /// Headings, and the columns they stand for; `None`: the column is left aside.
    pub columns: Vec<(String, Option<Column>)>,
}

impl SheetChoice {
    /// What is said in words: the table's name (none: left aside), and headings with the columns' names (empty: left aside). `None`
    /// where a name is none.
    pub fn of_words(
        (file, sheet): (&str, Option<&str>),
        table: Option<&str>,
        columns: &[(String, String)],
    ) -> Option<Self> {
        let table = match table {
            None => None,
            Some(name) => Some(TableKind::from_name(name)?),
        };
        let column = |(heading, name): &(String, String)| {
            let column = match name.as_str() {
                "" => None,
                name => Some(table?.layout().column(name)?),
            };
            Some((heading.clone(), column))
        };
        Some(Self {
            file: file.to_owned(),
            sheet: sheet.map(str::to_owned),
            table,
            columns: columns.iter().map(column).collect::<Option<_>>()?,
        })
    }

    fn is_about(&self, source: &Source) -> bool {
        self.file == source.file && self.sheet == source.sheet
    }
}

/// The file says nothing that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("tables.toml cannot be read")]
pub struct ChoicesUnread;

/// All that was said.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SheetChoices {
    list: Vec<SheetChoice>,
}

impl SheetChoices {
    /// What the folder's file says.
    pub fn read(files: &[InputFile]) -> Result<Self, ChoicesUnread> {
        let Some(file) = files.iter().find(|file| file.name == CHOICES) else {
            return Ok(Self::default());
        };
        let text = String::from_utf8_lossy(&file.bytes);
        let document: DocumentMut = text
            .trim_start_matches('\u{feff}')
            .parse()
            .map_err(|_| ChoicesUnread)?;
        let Some(sheets) = document.get("sheet") else {
            return Ok(Self::default());
        };
        let sheets = sheets.as_array_of_tables().ok_or(ChoicesUnread)?;
        let list = sheets.iter().map(read_one).collect::<Option<_>>();
        Ok(Self {
            list: list.ok_or(ChoicesUnread)?,
        })
    }

    /// What was said of that file, or that sheet of it.
    pub fn of(&self, source: &Source) -> Option<&SheetChoice> {
        self.list.iter().find(|choice| choice.is_about(source))
    }

    /// What was said of that sheet of that file.
    pub fn about(&self, file: &str, sheet: Option<&str>) -> Option<&SheetChoice> {
        let is_it = |choice: &&SheetChoice| choice.file == file && choice.sheet.as_deref() == sheet;
        self.list.iter().find(is_it)
    }

    /// Sheets of that file that were left aside are not so any more.
    pub fn want_again(&mut self, file: &str) {
        self.list
            .retain(|choice| choice.file != file || choice.table.is_some());
    }

    /// Is something said of that file?
    pub fn names(&self, file: &str) -> bool {
        self.list.iter().any(|choice| choice.file == file)
    }

    /// Says it, in place of what was said of the same sheet.
    pub fn set(&mut self, choice: SheetChoice) {
        self.list
            .retain(|old| (&old.file, &old.sheet) != (&choice.file, &choice.sheet));
        self.list.push(choice);
        self.list
            .sort_by(|a, b| (&a.file, &a.sheet).cmp(&(&b.file, &b.sheet)));
    }

    /// Nothing is said of that sheet any more.
    pub fn forget_sheet(&mut self, file: &str, sheet: Option<&str>) {
        self.list
            .retain(|choice| choice.file != file || choice.sheet.as_deref() != sheet);
    }

    /// Nothing is said of that file any more.
    pub fn forget(&mut self, file: &str) {
        self.list.retain(|choice| choice.file != file);
    }

    /// The file; `None` where nothing is said.
    pub fn file(&self) -> Option<InputFile> {
        if self.list.is_empty() {
            return None;
        }
        let mut sheets = ArrayOfTables::new();
        for choice in &self.list {
            sheets.push(written(choice));
        }
        let mut document = DocumentMut::new();
        document.insert("sheet", Item::ArrayOfTables(sheets));
        Some(InputFile {
            name: CHOICES.to_owned(),
            bytes: document.to_string().into_bytes(),
        })
    }

    /// The grid as a person says it is to be read; `false`: not at all.
    pub fn apply(&self, grid: &mut Grid, source: &Source) -> bool {
        let Some(choice) = self.of(source) else {
            return true;
        };
        let Some(kind) = choice.table else {
            return false;
        };
        kind.word().en.clone_into(&mut grid.name);
        if !choice.columns.is_empty() {
            put_headings(grid, &choice.columns);
        }
        true
    }
}

fn read_one(table: &Table) -> Option<SheetChoice> {
    let text = |key: &str| table.get(key)?.as_str().map(str::to_owned);
    let kind = match text("table")?.as_str() {
        NO_TABLE => None,
        name => Some(TableKind::from_name(name)?),
    };
    let columns = match table.get("columns") {
        None => Vec::new(),
        Some(columns) => {
            let columns = columns.as_table_like()?.iter();
            let column = |(heading, item): (&str, &Item)| {
                let name = item.as_str()?;
                let column = match name {
                    "" => None,
                    name => Some(kind?.layout().column(name)?),
                };
                Some((heading.to_owned(), column))
            };
            columns.map(column).collect::<Option<_>>()?
        }
    };
    Some(SheetChoice {
        file: text("file")?,
        sheet: text("sheet"),
        table: kind,
        columns,
    })
}

fn written(choice: &SheetChoice) -> Table {
    let mut table = Table::new();
    table.insert("file", value(&choice.file));
    if let Some(sheet) = &choice.sheet {
        table.insert("sheet", value(sheet));
    }
    let kind = choice.table.map_or(NO_TABLE, |kind| kind.word().en);
    table.insert("table", value(kind));
    if !choice.columns.is_empty() {
        let mut columns = InlineTable::new();
        for (heading, column) in &choice.columns {
            let name = column.map_or("", |column| column.headers()[0]);
            columns.insert(heading, Value::from(name));
        }
        table.insert("columns", value(columns));
    }
    table
}

/// Writes the columns' own headings over those that a person has said they are. The header is the first row that has the most
/// of them.
fn put_headings(grid: &mut Grid, columns: &[(String, Option<Column>)]) {
    let said = |text: &str| {
        let key = word_key(text);
        let mut columns = columns.iter();
        columns.find(|(heading, _)| !text.is_empty() && word_key(heading) == key)
    };
    let count = |row: &GridRow| row.cells.iter().filter(|text| said(text).is_some()).count();
    let rows = grid.rows.iter().take(MOST_ROWS_ABOVE).enumerate();
    let best = rows
        .map(|(index, row)| (count(row), std::cmp::Reverse(index)))
        .max();
    let Some((1.., std::cmp::Reverse(header))) = best else {
        return;
    };
    let taken: Vec<Column> = columns.iter().filter_map(|(_, column)| *column).collect();
    let rows = grid.rows.iter().enumerate().map(|(index, row)| {
        if index != header {
            return row.clone();
        }
        let heading = |text: &str| match said(text) {
            Some((_, Some(column))) => column.headers()[0].to_owned(),
            Some((_, None)) => String::new(),
            // A heading that another column was chosen for must not claim it again.
            None if taken.iter().any(|column| names(*column, text)) => String::new(),
            None => text.to_owned(),
        };
        GridRow {
            row: row.row,
            cells: row.cells.iter().map(heading).collect(),
        }
    });
    grid.rows = Arc::new(rows.collect());
}

/// Is the text one of the column's headings?
fn names(column: Column, text: &str) -> bool {
    let key = word_key(text);
    column.headers().iter().any(|name| word_key(name) == key)
}

#[cfg(test)]
mod tests {
    use super::{ChoicesUnread, Column, SheetChoice, SheetChoices, TableKind};
    use crate::input::{InputFile, ReadOptions, read};

    fn file(name: &str, text: &str) -> InputFile {
        InputFile {
            name: name.to_owned(),
            bytes: text.into(),
        }
    }

    fn choice(file: &str, table: Option<TableKind>) -> SheetChoice {
        SheetChoice {
            file: file.to_owned(),
            sheet: None,
            table,
            columns: Vec::new(),
        }
    }

    #[test]
    fn what_is_said_is_written_and_read_again() {
        let mut said = SheetChoices::default();
        assert_eq!(said.file(), None);
        said.set(choice("б.csv", None));
        said.set(SheetChoice {
            sheet: Some("Лист \"1\"".to_owned()),
            columns: vec![
                ("Кто = это?".to_owned(), Some(Column::Person)),
                ("Разряд".to_owned(), None),
            ],
            ..choice("а.xlsx", Some(TableKind::Staff))
        });
        let written = said.file().unwrap();
        assert_eq!(SheetChoices::read(&[written]), Ok(said.clone()));
        said.forget("а.xlsx");
        assert!(said.names("б.csv") && !said.names("а.xlsx"));
    }

    #[test]
    fn a_broken_file_is_no_choice() {
        for text in [
            "sheet = 1",
            "[[sheet]]\nfile = \"a\"\n",
            "[[sheet]]\nfile = \"a\"\ntable = \"stuff\"\n",
            "[[sheet]]\nfile = \"a\"\ntable = \"staff\"\ncolumns = { a = \"lesson\" }\n",
            "][",
        ] {
            assert_eq!(
                SheetChoices::read(&[file("tables.toml", text)]),
                Err(ChoicesUnread),
                "{text}"
            );
        }
        assert_eq!(SheetChoices::read(&[]), Ok(SheetChoices::default()));
    }

    #[test]
    fn a_table_is_read_as_it_is_said_to_be() {
        let mut said = SheetChoices::default();
        said.set(SheetChoice {
            columns: vec![
                ("Кто".to_owned(), Some(Column::Person)),
                ("ФИО".to_owned(), None),
                ("Что ведёт".to_owned(), Some(Column::Subjects)),
            ],
            ..choice("люди.csv", Some(TableKind::Staff))
        });
        said.set(choice("staff.csv", None));
        let files = [
            file("staff.csv", "person\nСтарый Иван Иванович\n"),
            file(
                "люди.csv",
                "Наши люди\nКто;ФИО;Что ведёт\nИванова Анна Петровна;секретарь;Математика\n",
            ),
            file("classes.csv", "class\n5А\n"),
            file("parents.csv", "parent,class\n"),
            file(
                "schedule.csv",
                "date,lesson,class,subject\n21.04.2026,2,5А,Математика\n",
            ),
            said.file().unwrap(),
        ];
        let reading = read(&files, &ReadOptions::default());
        let school = reading.school.expect("a school");
        let names: Vec<&str> = school.people.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(names, ["Иванова Анна Петровна"]);
        let staff = school.people[0].staff.as_ref().unwrap();
        assert_eq!(staff.subjects.len(), 1);
    }
}
