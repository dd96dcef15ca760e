//! Words of the text for the staff chat.

use chrono::{Datelike, NaiveDate as Date, Weekday};

use super::super::Lang;

/// Before each line of a list.
pub const BULLET: &str = "• ";

/// The first line: what this is, when, and whose.
pub fn title(school: &str, period: &str, (is_change, lang): (bool, Lang)) -> String {
    let what = match (lang, is_change) {
        (Lang::En, false) => "Who is on duty at the assessments",
        (Lang::En, true) => "Changes: who is on duty at the assessments",
        (Lang::Ru, false) => "Кто занят на проверочных работах",
        (Lang::Ru, true) => "Изменения: кто занят на проверочных работах",
    };
    let mut title = what.to_owned();
    if !period.is_empty() {
        title = format!("{title} {period}");
    }
    if !school.is_empty() {
        title = format!("{title}. {school}");
    }
    title
}

/// Above the people.
pub fn by_name(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "BY NAME",
        Lang::Ru => "ПО ФАМИЛИЯМ",
    }
}

/// Above the days.
pub fn by_day(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "BY DAY",
        Lang::Ru => "ПО ДНЯМ",
    }
}

/// `вт 21.04`, `Tue 21 Apr`.
pub fn day(date: Date, lang: Lang) -> String {
    let (en, ru) = match date.weekday() {
        Weekday::Mon => ("Mon", "пн"),
        Weekday::Tue => ("Tue", "вт"),
        Weekday::Wed => ("Wed", "ср"),
        Weekday::Thu => ("Thu", "чт"),
        Weekday::Fri => ("Fri", "пт"),
        Weekday::Sat => ("Sat", "сб"),
        Weekday::Sun => ("Sun", "вс"),
    };
    match lang {
        Lang::En => format!("{en} {}", date.format("%-d %b")),
        Lang::Ru => format!("{ru} {}", date.format("%d.%m")),
    }
}

/// `каб. 12`.
pub fn room(room: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("room {room}"),
        Lang::Ru => format!("каб. {room}"),
    }
}

/// Labels of what a person has to know: gives up, takes on, moved.
pub fn messages(lang: Lang) -> [&'static str; 3] {
    match lang {
        Lang::En => ["no more", "new", "moved"],
        Lang::Ru => ["больше не нужно", "новое", "перенесено"],
    }
}

/// When it was to be before.
pub fn before(when: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("before: {when}"),
        Lang::Ru => format!("раньше: {when}"),
    }
}

/// Whoever is not named.
pub fn rest_stays(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "What is not named here stays as it was.",
        Lang::Ru => "Что здесь не названо, остаётся как было.",
    }
}

/// Nothing differs.
pub fn unchanged(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "Nothing has changed.",
        Lang::Ru => "Изменений нет.",
    }
}

/// A change whose day nobody could read.
pub fn no_day(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "No day named",
        Lang::Ru => "День не указан",
    }
}

/// Its line in the index.
pub fn in_index(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "Text for the staff chat",
        Lang::Ru => "Текст для чата сотрудников",
    }
}
