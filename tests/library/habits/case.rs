//! A roster of a case file: the habit in a line, the cells as people see them, what they mean, and what is found.
//!
//! ```text
//! # The habit.
//! file: plan.csv | windows-1251 | ; | crlf
//! sheet: Лист1
//! Дата | Класс | Организатор
//! @2026-04-20 | 5А | Белова В.А.
//! meant:
//! 3 proctor: nobody
//! found:
//! unfilled | C2 | proctor |
//! ```
//!
//! In a cell `\n` is a line break, `@2026-04-20` and `@9:25` are a day and a time as spreadsheets keep them, `#2` is a number,
//! `<` and `^` belong to the merged cell on their left and above. `meant` lists what differs from the usual duties: the sitting's number,
//! the role and everybody who has it.

use std::fs;
use std::path::{Path, PathBuf};

use super::school;
use crate::oracle::book::{Block, Encoding, SheetPlan, TextStyle, Value, csv, ods, xlsx};
use crate::oracle::judge::{Row, Who};
use crate::oracle::school::Role;

/// A case.
pub struct Case {
    path: PathBuf,
    /// Everything up to what is found.
    given: String,
    /// The roster's file name.
    pub file: String,
    pub bytes: Vec<u8>,
    /// The sheet asked for.
    pub wanted: Option<String>,
    /// The rows that the roster means, in no order.
    pub meant: Vec<Row>,
    /// Duties of names that nobody can be sure of: sitting, role.
    pub unclear: Vec<(usize, Role)>,
    /// What is to be found.
    pub found: String,
}

/// All cases, by name.
pub fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/habits/cases");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    paths.into_iter().map(Case::read).collect()
}

impl Case {
    /// The file's name.
    pub fn name(&self) -> &str {
        self.path.file_stem().unwrap().to_str().unwrap()
    }

    fn read(path: PathBuf) -> Self {
        let text = fs::read_to_string(&path).unwrap();
        let (given, found) = text.split_once("\nfound:\n").expect("a part `found:`");
        let (head, meant) = given.split_once("\nmeant:\n").unwrap_or((given, ""));
        let mut lines = head.lines().filter(|line| !line.starts_with("# "));
        let file = lines.next().and_then(|line| line.strip_prefix("file: "));
        let said: Vec<&str> = file.expect("a line `file:`").split(" | ").collect();
        let mut lines: Vec<&str> = lines.collect();
        let wanted = lines
            .first()
            .and_then(|line| line.strip_prefix("wanted: "))
            .map(str::to_owned);
        if wanted.is_some() {
            lines.remove(0);
        }
        let (meant, unclear) = rows(meant);
        Self {
            file: said[0].to_owned(),
            bytes: bytes(&said, &sheets(&lines)),
            wanted,
            meant,
            unclear,
            given: given.to_owned(),
            found: found.to_owned(),
            path,
        }
    }

    /// Keeps what was found as what is to be found.
    pub fn rewrite(&self, found: &str) {
        fs::write(&self.path, format!("{}\nfound:\n{found}", self.given)).unwrap();
    }
}

fn bytes(said: &[&str], sheets: &[SheetPlan]) -> Vec<u8> {
    let kind = said[0].rsplit('.').next().unwrap();
    match kind {
        "xlsx" | "xlsm" => xlsx(sheets),
        "ods" => ods(sheets),
        _ => csv(
            &sheets[0],
            TextStyle {
                encoding: match said.get(1).copied().unwrap_or("utf-8") {
                    "windows-1251" => Encoding::Windows1251,
                    "utf-8 bom" => Encoding::Utf8Bom,
                    "utf-16" => Encoding::Utf16,
                    _ => Encoding::Utf8,
                },
                delimiter: match said.get(2).copied().unwrap_or(";") {
                    "tab" => '\t',
                    other => other.chars().next().unwrap(),
                },
                crlf: said.contains(&"crlf"),
            },
        ),
    }
}

fn sheets(lines: &[&str]) -> Vec<SheetPlan> {
    let mut sheets: Vec<SheetPlan> = Vec::new();
    for line in lines {
        if let Some(name) = line.strip_prefix("sheet: ") {
            let (name, hidden) = match name.strip_suffix(" (hidden)") {
                Some(name) => (name, true),
                None => (name, false),
            };
            sheets.push(SheetPlan {
                name: name.to_owned(),
                hidden,
                ..SheetPlan::default()
            });
            continue;
        }
        if sheets.is_empty() {
            sheets.push(SheetPlan::default());
        }
        let sheet = sheets.last_mut().unwrap();
        let row = sheet.rows.len();
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        for (column, cell) in cells.iter().enumerate() {
            match *cell {
                "<" => grow(&mut sheet.merged, (row, column - 1), (row, column)),
                "^" => grow(&mut sheet.merged, (row - 1, column), (row, column)),
                _ => {}
            }
        }
        sheet.rows.push(cells.into_iter().map(value).collect());
    }
    sheets
}

/// The block of the cell on the left or above takes in this one.
fn grow(merged: &mut Vec<Block>, from: (usize, usize), to: (usize, usize)) {
    let holds = |block: &&mut Block| {
        (block.0..=block.2).contains(&from.0) && (block.1..=block.3).contains(&from.1)
    };
    if let Some(block) = merged.iter_mut().find(holds) {
        (block.2, block.3) = (block.2.max(to.0), block.3.max(to.1));
    } else {
        merged.push((from.0, from.1, to.0, to.1));
    }
}

fn value(cell: &str) -> Value {
    let number = |text: &str| text.parse::<f64>().unwrap();
    match cell.chars().next() {
        None => Value::Blank,
        Some('<' | '^') if cell.chars().count() == 1 => Value::Blank,
        Some('#') => Value::Number(number(&cell[1..])),
        Some('@') => {
            let whole = |text: &str| text.parse::<u16>().unwrap();
            if let Some((hour, minute)) = cell[1..].split_once(':') {
                Value::Time(u32::from(whole(hour) * 60 + whole(minute)))
            } else {
                let parts: Vec<u16> = cell[1..].split('-').map(whole).collect();
                Value::Date(parts[0], parts[1] as u8, parts[2] as u8)
            }
        }
        _ => Value::Text(cell.replace("\\n", "\n")),
    }
}

/// The usual duties with what differs: `3 proctor: Жук, stranger`, `+ proctor: Жук` of a sitting that the schedule does not have.
fn rows(meant: &str) -> (Vec<Row>, Vec<(usize, Role)>) {
    let mut rows = school::duties();
    let mut unclear = Vec::new();
    for line in meant.lines().filter(|line| !line.trim().is_empty()) {
        let (place, people) = line.split_once(':').expect("a place and its people");
        let (number, role) = place.split_once(' ').expect("a sitting and a role");
        let role = match role.trim() {
            "proctor" => Role::Proctor,
            "checker" => Role::Checker,
            "observer" => Role::Observer,
            "assistant" => Role::Assistant,
            other => panic!("no role {other}"),
        };
        let sitting = number.parse::<usize>().ok();
        if sitting.is_some() {
            rows.retain(|row| (row.sitting, row.role) != (sitting, role));
        }
        for name in people.split(',').map(str::trim) {
            let who = match name {
                "nobody" => continue,
                "stranger" => Who::Stranger,
                "unclear" => {
                    unclear.push((sitting.expect("a sitting"), role));
                    Who::Stranger
                }
                _ => Who::Person(school::person(name)),
            };
            rows.push(Row { sitting, role, who });
        }
    }
    (rows, unclear)
}
