//! What `check --show-reading` and `check --learn` say.

use super::Lang;
use crate::lang::facts::{Word, quoted};

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

const fn word(en: &'static str, ru: &'static str) -> Word {
    Word { en, ru }
}

/// What a column was taken to mean: nothing that is known.
pub const UNKNOWN: Word = word("not known, left aside", "неизвестно, не учтено");
/// Known, and no part of a roster.
pub const ASIDE: Word = word("not needed", "не нужно");
/// The day.
pub const DATE: Word = word("date", "дата");
/// Lesson numbers, or clock times.
pub const LESSON: Word = word("lesson or time", "урок или время");
/// When it starts.
pub const START: Word = word("start", "начало");
/// When it ends.
pub const END: Word = word("end", "конец");
/// The class.
pub const CLASS: Word = word("class", "класс");
/// The subject.
pub const SUBJECT: Word = word("subject", "предмет");
/// The group of a class.
pub const GROUP: Word = word("group", "группа");
/// The room.
pub const ROOM: Word = word("room", "кабинет");
/// The role of the people in the row.
pub const ROLE: Word = word("role", "роль");
/// The people.
pub const PERSON: Word = word("person", "ФИО");
/// The school, of several.
pub const SCHOOL: Word = word("school", "школа");
/// Is the duty held fast?
pub const PINNED: Word = word("pinned", "закреплено");
/// Whatever is noted.
pub const NOTE: Word = word("note", "примечание");

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
