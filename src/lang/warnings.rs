//! Warnings before publishing: hard days of people, in one line each or counted.

use super::{Lang, plural_en, plural_ru};

/// Title of the group.
pub fn title(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "Before publishing, look at (no conflicts)",
        Lang::Ru => "Перед публикацией посмотрите (это не конфликты)",
    }
}

/// Lessons and duties without a free lesson.
pub fn in_a_row(count: u32, lang: Lang) -> String {
    let number = u64::from(count);
    match lang {
        Lang::En => format!(
            "{count} {} in a row",
            plural_en(number, "lesson or duty", "lessons and duties")
        ),
        Lang::Ru => format!(
            "{count} {} подряд, без перерыва (уроки и дежурства)",
            plural_ru(number, "урок", "урока", "уроков")
        ),
    }
}

/// A duty on a day without lessons.
pub fn day_without_lessons(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "on duty on a day without own lessons",
        Lang::Ru => "дежурство в день, когда нет своих уроков",
    }
}

/// From one building to another within one break.
pub fn two_buildings(from: &str, to: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("from building {from} to {to} within one break"),
        Lang::Ru => format!("за одну перемену из корпуса «{from}» в корпус «{to}»"),
    }
}

/// Works of one day.
pub fn works_a_day(works: u32, most: u32, lang: Lang) -> String {
    let number = u64::from(works);
    match lang {
        Lang::En => format!(
            "{works} {} of one day to check, more than {most}",
            plural_en(number, "work", "works")
        ),
        Lang::Ru => format!(
            "на проверку {works} {} одного дня, больше {most}",
            plural_ru(number, "работа", "работы", "работ")
        ),
    }
}

/// How often each kind came up: in a row (at least so many), days without lessons, buildings, works (more than so many).
pub fn counted(kind: Kind, times: usize, lang: Lang) -> String {
    let count = times as u64;
    match (lang, kind) {
        (Lang::En, Kind::InARow(least)) => format!(
            "{times} {} with {least} or more lessons and duties in a row",
            plural_en(count, "run", "runs")
        ),
        (Lang::Ru, Kind::InARow(least)) => {
            format!(
                "{least} и больше уроков и дежурств подряд – {times} {}",
                times_ru(count)
            )
        }
        (Lang::En, Kind::DayWithoutLessons) => format!(
            "{times} {} of duty on a day without own lessons",
            plural_en(count, "day", "days")
        ),
        (Lang::Ru, Kind::DayWithoutLessons) => {
            format!(
                "дежурство в день без своих уроков – {times} {}",
                times_ru(count)
            )
        }
        (Lang::En, Kind::TwoBuildings) => format!(
            "{times} {} between buildings within one break",
            plural_en(count, "walk", "walks")
        ),
        (Lang::Ru, Kind::TwoBuildings) => {
            format!("два корпуса за одну перемену – {times} {}", times_ru(count))
        }
        (Lang::En, Kind::WorksADay(most)) => format!(
            "{times} {} with more than {most} works of one day",
            plural_en(count, "checker", "checkers")
        ),
        (Lang::Ru, Kind::WorksADay(most)) => {
            format!(
                "больше {most} работ одного дня – {times} {}",
                times_ru(count)
            )
        }
    }
}

fn times_ru(count: u64) -> &'static str {
    plural_ru(count, "раз", "раза", "раз")
}

/// A kind of warning, with the number that the policy sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// In a row, from so many on.
    InARow(u32),
    /// On a day without lessons.
    DayWithoutLessons,
    /// Two buildings within one break.
    TwoBuildings,
    /// More works of one day than so many.
    WorksADay(u32),
}

/// The line of all counts.
pub fn line(counts: &[String], lang: Lang) -> String {
    let all = counts.join("; ");
    match lang {
        Lang::En => format!("Before publishing, look at: {all}"),
        Lang::Ru => format!("Перед публикацией посмотрите: {all}"),
    }
}

/// Lines that are left out of a list.
pub fn more(count: usize, lang: Lang) -> String {
    match lang {
        Lang::En => format!("and {count} more (all of them with --format json)"),
        Lang::Ru => format!("и ещё {count} (все – с --format json)"),
    }
}
