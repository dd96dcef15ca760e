//! The columns of a roster drawn at random, and the header above them.

use super::super::book::{SheetPlan, Value};
use super::super::rng::Rng;
use super::super::school::Role;

/// One row a sitting, or one row a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Wide,
    Tidy,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    Number,
    Day,
    Time,
    Class,
    Subject,
    Group,
    Room,
    Signature,
    Role,
    Person,
    /// People of a role; `of` so many columns of it.
    People {
        role: Role,
        of: usize,
    },
}

/// Columns in random order, those of one role together.
pub fn headings(
    form: Form,
    most_named: [usize; 4],
    days_above: bool,
    has_groups: bool,
    rng: &mut Rng,
) -> Vec<Column> {
    let mut blocks: Vec<Vec<Column>> = vec![vec![Column::Class], vec![Column::Subject]];
    for (column, percent) in [
        (Column::Day, if days_above { 0 } else { 100 }),
        (Column::Time, 70),
        (Column::Number, 40),
        (Column::Room, 40),
        (Column::Signature, 20),
        (Column::Group, if has_groups { 100 } else { 0 }),
    ] {
        if rng.chance(percent) {
            blocks.push(vec![column]);
        }
    }
    match form {
        Form::Tidy => blocks.extend([vec![Column::Role], vec![Column::Person]]),
        Form::Wide => {
            for role in Role::ALL {
                let most = most_named[role as usize];
                let of = if rng.chance(50) { 1 } else { most };
                blocks.push(vec![Column::People { role, of }; of]);
            }
        }
    }
    if rng.chance(50) {
        rng.shuffle(&mut blocks);
    }
    blocks.concat()
}

/// The header in one line, or in two where a role has several columns.
pub fn put_header(plan: &mut SheetPlan, columns: &[Column], is_workbook: bool, rng: &mut Rng) {
    let has_many = columns
        .iter()
        .any(|column| matches!(column, Column::People { of, .. } if *of > 1));
    if has_many && rng.chance(40) {
        two_lines(plan, columns, is_workbook, rng);
        return;
    }
    let mut number = 0;
    let mut row = Vec::new();
    for (index, column) in columns.iter().enumerate() {
        number = if index > 0 && columns[index - 1] == *column {
            number + 1
        } else {
            1
        };
        let heading = heading(*column, rng);
        row.push(Value::Text(match column {
            Column::People { of, .. } if *of > 1 => format!("{heading} {number}"),
            _ => heading.to_owned(),
        }));
    }
    plan.rows.push(row);
}

/// A role's name above its columns, numbers below; everything else over both lines.
fn two_lines(plan: &mut SheetPlan, columns: &[Column], is_workbook: bool, rng: &mut Rng) {
    let top = plan.rows.len();
    let (mut above, mut below) = (Vec::new(), Vec::new());
    let mut number = 0;
    for (index, column) in columns.iter().enumerate() {
        let goes_on = index > 0 && columns[index - 1] == *column;
        number = if goes_on { number + 1 } else { 1 };
        match column {
            Column::People { of, .. } if *of > 1 => {
                below.push(Value::Text(format!("№ {number}")));
                above.push(if goes_on {
                    Value::Blank
                } else {
                    Value::Text(heading(*column, rng).to_owned())
                });
                if is_workbook && number == *of {
                    plan.merged.push((top, index + 1 - of, top, index));
                }
            }
            _ => {
                above.push(Value::Text(heading(*column, rng).to_owned()));
                below.push(Value::Blank);
                if is_workbook {
                    plan.merged.push((top, index, top + 1, index));
                }
            }
        }
    }
    plan.rows.extend([above, below]);
}

fn heading(column: Column, rng: &mut Rng) -> &'static str {
    let words: &[&str] = match column {
        Column::Number => &["№", "№ п/п", "N"],
        Column::Day => &[
            "Дата",
            "Дата проведения",
            "ДАТА",
            "Дата/день недели",
            "date",
        ],
        Column::Time => &[
            "Урок",
            "№ урока",
            "Урок/время",
            "Время проведения",
            "lesson",
        ],
        Column::Class => &["Класс", "класс", "Кл.", "class"],
        Column::Subject => &["Предмет", "Учебный предмет", "ПРЕДМЕТ", "subject"],
        Column::Group => &["Группа", "Подгруппа", "group"],
        Column::Room => &["Каб.", "Кабинет", "Аудитория", "room"],
        Column::Signature => &["Подпись", "Телефон"],
        Column::Role => &["Роль", "В качестве", "role"],
        Column::Person => &["ФИО", "Ф.И.О.", "ФИО педагога", "Сотрудник", "person"],
        Column::People {
            role: Role::Proctor,
            ..
        } => &[
            "Организатор",
            "Организатор в аудитории",
            "Орг.",
            "ФИО организатора",
            "proctor",
        ],
        Column::People {
            role: Role::Checker,
            ..
        } => &["Эксперт", "Проверяющий", "Эксперт (проверка)", "checker"],
        Column::People {
            role: Role::Observer,
            ..
        } => &[
            "Наблюдатель",
            "Общ. наблюдатель",
            "Общественный наблюдатель",
            "observer",
        ],
        Column::People {
            role: Role::Assistant,
            ..
        } => &["Ассистент", "Ассистент ОВЗ", "assistant"],
    };
    rng.pick::<&str>(words)
}
