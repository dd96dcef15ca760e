//! A roster in a layout and a dialect drawn at random, and where each name of it stands. Written from people's habits alone.

mod columns;
pub mod words;

use recuse::input::InputFile;

use super::book::{Encoding, SheetPlan, TextStyle, Value, csv, ods, xlsx};
use super::judge::{Row, Who};
use super::rng::Rng;
use super::school::{Role, School, When};
use columns::{Column, Form, headings, put_header};

/// A row of the oracle and where its name stands.
#[derive(Debug, Clone)]
pub struct Placed {
    pub row: Row,
    /// Row and column, 1-based.
    pub cell: (u32, u32),
    /// Whom a doubtful name may mean; empty where there is no doubt.
    pub candidates: Vec<usize>,
}

/// A roster's file.
pub struct Written {
    pub file: InputFile,
    /// Everybody who is named, in the file's order.
    pub rows: Vec<Placed>,
}

/// How the days are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Days {
    /// In every row.
    Always,
    /// In the first row of each day; merged over its rows in a workbook.
    Once,
    /// As a line of its own above each day.
    Headline,
}

/// What was drawn.
struct Style {
    form: Form,
    is_workbook: bool,
    days: Days,
    columns: Vec<Column>,
    /// Separates names of a cell.
    between: &'static str,
    /// The group stands beside the class.
    group_in_class: bool,
    doubts: bool,
}

/// Writes the roster; with `doubts`, some names leave a doubt.
pub fn write(school: &School, roster: &[Row], doubts: bool, seed: u64) -> Written {
    let rng = &mut Rng::new(seed ^ 0xD1A1);
    let style = style(school, roster, doubts, rng);
    let mut plan = SheetPlan {
        name: "Лист1".to_owned(),
        ..SheetPlan::default()
    };
    for _ in 0..rng.below(4) {
        let title = *rng.pick(&[
            "Приложение № 2 к приказу от 29.08.2025 № 139",
            "Расстановка ВПР",
            "",
            "УТВЕРЖДАЮ",
        ]);
        plan.rows.push(vec![Value::Text(title.to_owned())]);
    }
    put_header(&mut plan, &style.columns, style.is_workbook, rng);
    let rows = Writer {
        school,
        style: &style,
        rng,
        plan: &mut plan,
        placed: Vec::new(),
    }
    .body(roster);
    finish(&mut plan, &style, rng);
    let rows = if style.is_workbook {
        rows
    } else {
        on_lines(rows, &plan)
    };
    Written {
        file: file(plan, &style, rng),
        rows,
    }
}

/// In a text file a row is the line where its record starts; a line break within a cell makes the record longer.
fn on_lines(mut placed: Vec<Placed>, plan: &SheetPlan) -> Vec<Placed> {
    let breaks = |row: &Vec<Value>| -> usize {
        let cells = row.iter().map(|cell| match cell {
            Value::Text(text) => text.matches('\n').count(),
            _ => 0,
        });
        cells.sum()
    };
    for name in &mut placed {
        let above = &plan.rows[..name.cell.0 as usize - 1];
        name.cell.0 += above.iter().map(breaks).sum::<usize>() as u32;
    }
    placed
}

fn style(school: &School, roster: &[Row], doubts: bool, rng: &mut Rng) -> Style {
    let form = if rng.chance(65) {
        Form::Wide
    } else {
        Form::Tidy
    };
    let days = *rng.pick(&[Days::Always, Days::Always, Days::Once, Days::Headline]);
    let is_workbook = rng.chance(60);
    let has_groups = school
        .schedule
        .iter()
        .any(|sitting| sitting.group.is_some());
    let group_in_class = has_groups && rng.chance(50);
    let columns = headings(
        form,
        most_named(roster),
        days == Days::Headline,
        has_groups && !group_in_class,
        rng,
    );
    Style {
        form,
        is_workbook,
        days,
        columns,
        between: rng.pick::<&str>(&[", ", "; ", "\n", " / ", " и "]),
        group_in_class,
        doubts,
    }
}

/// How many people the roster names for one sitting, by role.
fn most_named(roster: &[Row]) -> [usize; 4] {
    Role::ALL.map(|role| {
        let named = |sitting: usize| {
            let rows = roster
                .iter()
                .filter(|row| row.sitting == Some(sitting) && row.role == role);
            rows.filter(|row| row.who != Who::Nobody).count()
        };
        let sittings = roster.iter().filter_map(|row| row.sitting);
        sittings.map(named).max().unwrap_or(0).max(1)
    })
}

/// What a line of the roster is about: a sitting, or one that the schedule does not have; and who is named there.
struct Line {
    sitting: Option<usize>,
    day: u32,
    rows: Vec<Row>,
}

struct Writer<'a> {
    school: &'a School,
    style: &'a Style,
    rng: &'a mut Rng,
    plan: &'a mut SheetPlan,
    placed: Vec<Placed>,
}

impl Writer<'_> {
    fn body(mut self, roster: &[Row]) -> Vec<Placed> {
        let lines = self.lines(roster);
        let header = self.plan.rows.last().cloned().unwrap_or_default();
        let in_one_line = header.iter().all(|cell| *cell != Value::Blank);
        let mut last = None;
        let mut first_of_day = 0;
        for line in lines {
            let is_new_day = last != Some(line.day);
            if is_new_day && self.style.days == Days::Headline {
                let headline = words::day(line.day, false, self.school, self.rng);
                self.plan.rows.push(vec![headline]);
            } else if self.rng.chance(3) && in_one_line && self.style.days == Days::Always {
                self.plan.rows.push(header.clone());
            }
            let row = self.plan.rows.len();
            if is_new_day {
                first_of_day = row;
            }
            let cells = self.cells(&line, is_new_day);
            self.plan.rows.push(cells);
            let day_column = self
                .style
                .columns
                .iter()
                .position(|column| *column == Column::Day);
            if let (Some(column), false, Days::Once, true) = (
                day_column,
                is_new_day,
                self.style.days,
                self.style.is_workbook,
            ) {
                self.plan
                    .merged
                    .retain(|block| (block.0, block.1) != (first_of_day, column));
                self.plan.merged.push((first_of_day, column, row, column));
            }
            last = Some(line.day);
            if self.rng.chance(4) && self.style.days != Days::Once {
                self.plan.rows.push(Vec::new());
            }
        }
        self.placed
    }

    /// The rows as lines: of a wide roster those of a sitting together; by day, where days are told once.
    fn lines(&mut self, roster: &[Row]) -> Vec<Line> {
        let day = |row: &Row| {
            row.sitting
                .map_or(20, |sitting| self.school.schedule[sitting].day)
        };
        let mut lines: Vec<Line> = Vec::new();
        for row in roster {
            let is_together = self.style.form == Form::Wide && row.sitting.is_some();
            let same = lines
                .iter_mut()
                .find(|line| is_together && line.sitting == row.sitting);
            match same {
                Some(line) => line.rows.push(*row),
                None => lines.push(Line {
                    sitting: row.sitting,
                    day: day(row),
                    rows: vec![*row],
                }),
            }
        }
        if self.style.days == Days::Always {
            self.rng.shuffle(&mut lines);
        } else {
            lines.sort_by_key(|line| line.day);
        }
        lines
    }

    fn cells(&mut self, line: &Line, is_new_day: bool) -> Vec<Value> {
        let number = self.plan.rows.len() as u32 + 1;
        let columns = self.style.columns.clone();
        let mut cells = Vec::with_capacity(columns.len());
        let sitting = line
            .sitting
            .map(|sitting| self.school.schedule[sitting].clone());
        let mut left = line.rows.clone();
        for (index, column) in columns.iter().enumerate() {
            let at = (number, index as u32 + 1);
            let text = |text: String| {
                if text.is_empty() {
                    Value::Blank
                } else {
                    Value::Text(text)
                }
            };
            cells.push(match column {
                Column::Number => Value::Text(number.to_string()),
                Column::Day if is_new_day || self.style.days == Days::Always => {
                    words::day(line.day, self.style.is_workbook, self.school, self.rng)
                }
                Column::Day | Column::Signature => Value::Blank,
                Column::Time => match &sitting {
                    Some(sitting) => words::time(&sitting.when, self.style.is_workbook, self.rng),
                    None => words::time(&When::Lessons(vec![1]), self.style.is_workbook, self.rng),
                },
                Column::Class => match &sitting {
                    Some(sitting) => {
                        let class =
                            words::class(&self.school.classes[sitting.class].name, self.rng);
                        match sitting.group.filter(|_| self.style.group_in_class) {
                            Some(group) => Value::Text(format!("{class} ({group} группа)")),
                            None => Value::Text(class),
                        }
                    }
                    None => Value::Text("99Я".to_owned()),
                },
                Column::Subject => match &sitting {
                    Some(sitting) => {
                        Value::Text(words::subject(self.school, sitting.subject, self.rng))
                    }
                    None => Value::Text("Астрономия".to_owned()),
                },
                Column::Group => {
                    let group = sitting.as_ref().and_then(|sitting| sitting.group);
                    text(group.unwrap_or_default().to_owned())
                }
                Column::Room => text((200 + index).to_string()),
                Column::Role => Value::Text(role(line.rows[0].role, self.rng).to_owned()),
                Column::Person => text(self.names(&mut left, None, at, usize::MAX)),
                Column::People { role, of } => {
                    let most = if *of == 1 { usize::MAX } else { 1 };
                    text(self.names(&mut left, Some(*role), at, most))
                }
            });
        }
        cells
    }

    /// Names of the role that are left, at most so many, as the text of a cell.
    fn names(
        &mut self,
        left: &mut Vec<Row>,
        role: Option<Role>,
        at: (u32, u32),
        most: usize,
    ) -> String {
        let mut names = Vec::new();
        let mut index = 0;
        while index < left.len() {
            let row = left[index];
            if role.is_some_and(|role| role != row.role)
                || (names.len() == most && row.who != Who::Nobody)
            {
                index += 1;
                continue;
            }
            left.remove(index);
            if row.who != Who::Nobody {
                names.push(self.name(row, at));
            }
        }
        if names.is_empty() {
            return (*self.rng.pick(&["", "", "-", "—", "нет"])).to_owned();
        }
        names.join(self.style.between)
    }

    fn name(&mut self, row: Row, cell: (u32, u32)) -> String {
        let Who::Person(person) = row.who else {
            self.placed.push(Placed {
                row,
                cell,
                candidates: Vec::new(),
            });
            return "Незнакомкина Эмма Яновна".to_owned();
        };
        let doubt = (self.style.doubts && self.rng.chance(4))
            .then(|| words::doubtful(self.school, person, self.rng))
            .flatten();
        let (name, candidates) =
            doubt.unwrap_or_else(|| (words::person(self.school, person, self.rng), Vec::new()));
        let who = if candidates.is_empty() {
            row.who
        } else {
            Who::Stranger
        };
        self.placed.push(Placed {
            row: Row { who, ..row },
            cell,
            candidates,
        });
        name
    }
}

fn role(role: Role, rng: &mut Rng) -> &'static str {
    let words = match role {
        Role::Proctor => ["организатор", "Организатор в аудитории", "орг."],
        Role::Checker => ["эксперт", "Проверяющий", "эксперт (проверка)"],
        Role::Observer => [
            "наблюдатель",
            "общ. наблюдатель",
            "Общественный наблюдатель",
        ],
        Role::Assistant => ["ассистент", "Ассистент", "ассистенты"],
    };
    rng.pick::<&str>(&words)
}

/// Totals, remarks and a signature below, where no name stands.
fn finish(plan: &mut SheetPlan, style: &Style, rng: &mut Rng) {
    let is_free = |column: &Column| !matches!(column, Column::People { .. } | Column::Person);
    let Some(free) = style.columns.iter().position(is_free) else {
        return;
    };
    let texts = [
        "Директор ____________ И.И. Серова",
        "* замена по согласованию",
        "Исполнитель: Серова, тел. 22-33-44",
    ];
    for _ in 0..rng.below(3) {
        let mut row = vec![Value::Blank; free];
        row.push(Value::Text((*rng.pick(&texts)).to_owned()));
        plan.rows.push(row);
    }
}

fn file(plan: SheetPlan, style: &Style, rng: &mut Rng) -> InputFile {
    if !style.is_workbook {
        let delimiter = *rng.pick(&[';', ',', '\t']);
        let encoding = *rng.pick(&[
            Encoding::Utf8,
            Encoding::Utf8Bom,
            Encoding::Utf16,
            Encoding::Windows1251,
        ]);
        let crlf = rng.chance(50);
        // Rows of one width, as spreadsheet programs save them.
        let width = plan.rows.iter().map(Vec::len).max().unwrap_or(0);
        let mut plan = plan;
        for row in &mut plan.rows {
            row.resize(width, Value::Blank);
        }
        return InputFile {
            name: "plan.csv".to_owned(),
            bytes: csv(
                &plan,
                TextStyle {
                    delimiter,
                    encoding,
                    crlf,
                },
            ),
        };
    }
    let aside = SheetPlan::of(
        "Списки",
        vec![vec![
            Value::Text("ФИО".to_owned()),
            Value::Text("Телефон".to_owned()),
        ]],
    );
    let sheets = match rng.below(3) {
        0 => vec![plan],
        1 => vec![aside, plan],
        _ => vec![plan, aside],
    };
    if rng.chance(60) {
        InputFile {
            name: "plan.xlsx".to_owned(),
            bytes: xlsx(&sheets),
        }
    } else {
        InputFile {
            name: "plan.ods".to_owned(),
            bytes: ods(&sheets),
        }
    }
}
