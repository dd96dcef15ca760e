//! What `check --show-reading` and `check --learn` say.

use super::{Lang, role_names};
use crate::lang::facts::quoted;

/// Where a table stands and how it lies: `sheet Plan: header in row 3, one row a sitting`.
pub fn table(sheet: Option<&str>, header: &str, is_wide: bool, lang: Lang) -> String {
    match lang {
        Lang::En => {
            let sheet = sheet.map_or(String::new(), |sheet| format!("sheet {sheet}: "));
            let form = if is_wide {
                "one row a sitting"
            } else {
                "one row a place"
            };
            format!("{sheet}header in row {header}, {form}")
        }
        Lang::Ru => {
            let sheet = sheet.map_or(String::new(), |sheet| format!("лист {sheet}: "));
            let form = if is_wide {
                "строка – работа"
            } else {
                "строка – место"
            };
            format!("{sheet}заголовок в строке {header}, {form}")
        }
    }
}

/// What a column says, in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnWord {
    /// Left alone.
    Unknown,
    /// Known and not needed.
    Aside,
    /// Day, lesson, start, end, class, subject, group, room, role, person, school, pinned, note: in this order.
    Known(usize),
    /// People of that role.
    People(usize),
}

/// What a column was taken to mean.
pub fn column(word: ColumnWord, lang: Lang) -> &'static str {
    const KNOWN: [[&str; 2]; 13] = [
        ["date", "дата"],
        ["lesson or time", "урок или время"],
        ["start", "начало"],
        ["end", "конец"],
        ["class", "класс"],
        ["subject", "предмет"],
        ["group", "группа"],
        ["room", "кабинет"],
        ["role", "роль"],
        ["person", "ФИО"],
        ["school", "школа"],
        ["pinned", "закреплено"],
        ["note", "примечание"],
    ];
    match (word, lang) {
        (ColumnWord::Unknown, Lang::En) => "not known, left aside",
        (ColumnWord::Unknown, Lang::Ru) => "неизвестно, не учтено",
        (ColumnWord::Aside, Lang::En) => "not needed",
        (ColumnWord::Aside, Lang::Ru) => "не нужно",
        (ColumnWord::Known(index), _) => KNOWN[index][lang as usize],
        (ColumnWord::People(role), _) => role_names(lang)[role],
    }
}

/// Header of the table of places: cell, date, lesson, class, subject, role, as typed, understood.
pub fn header(lang: Lang) -> [&'static str; 8] {
    match lang {
        Lang::En => [
            "cell",
            "date",
            "lesson",
            "class",
            "subject",
            "role",
            "typed",
            "understood",
        ],
        Lang::Ru => [
            "ячейка",
            "дата",
            "урок",
            "класс",
            "предмет",
            "роль",
            "написано",
            "понято",
        ],
    }
}

/// Nobody is named.
pub fn nobody(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "nobody",
        Lang::Ru => "никто",
    }
}

/// A name that no list knows.
pub fn stranger(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "not in the lists",
        Lang::Ru => "нет в списках",
    }
}

/// Whom a doubtful name may mean.
pub fn doubtful(candidates: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("unclear: {candidates}?"),
        Lang::Ru => format!("неясно: {candidates}?"),
    }
}

/// A sitting that the schedule does not have.
pub fn no_sitting(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "not in the schedule",
        Lang::Ru => "нет в графике",
    }
}

/// Asks whom a name means.
pub fn who_is(place: &str, text: &str, lang: Lang) -> String {
    let text = quoted(text, lang);
    match lang {
        Lang::En => format!("{place}: who is {text}?"),
        Lang::Ru => format!("{place}: кто это – {text}?"),
    }
}

/// The answers that are always possible, below the candidates.
pub fn other_answers(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "  0  none of them\n  Enter: later",
        Lang::Ru => "  0  никто из них\n  Enter: позже",
    }
}

/// The answer is none of the numbers.
pub fn no_answer(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "one of the numbers, please",
        Lang::Ru => "введите один из номеров",
    }
}

/// Answers were kept.
pub fn kept(count: usize, file: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("answers kept: {count}, in {file}"),
        Lang::Ru => format!("ответы записаны: {count}, файл {file}"),
    }
}

/// The folder keeps its answers in a workbook, which is not written.
pub fn in_workbook(lang: Lang) -> &'static str {
    match lang {
        Lang::En => {
            "the folder keeps its answers in a sheet of school.xlsx, which is not changed: enter the new ones there"
        }
        Lang::Ru => {
            "ответы этой папки – на листе книги school.xlsx, она не изменяется: впишите новые ответы туда"
        }
    }
}
