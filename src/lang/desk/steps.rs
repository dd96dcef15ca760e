//! Names of steps and of what the journal says was done.

use chrono::NaiveDate;

use crate::lang::{Lang, plural_en, plural_ru};

/// Names of steps that can be taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepName<'a> {
    /// One place changed hands: the place, who it was, who it is.
    Move(&'a str),
    /// Several places changed hands.
    Moves(usize),
    /// Locks.
    Locks,
    /// A new roster.
    Generate,
    /// The fewest changes.
    Repair,
    /// A way out was taken.
    Way,
    /// Cells of a file were corrected.
    Correct(&'a str),
    /// It was said what a file is.
    Meaning(&'a str),
    /// A schedule was laid out.
    Schedule,
    /// A setting was decided.
    Setting,
    /// Rules were decided.
    Policy,
    /// An exception was granted or taken back.
    Waiver,
    /// A tie was entered, or a hint was looked into.
    Interest,
    /// A file came.
    File(&'a str),
}

/// The step's name.
pub fn step(name: StepName<'_>, lang: Lang) -> String {
    match (lang, name) {
        (_, StepName::Move(change)) => change.to_owned(),
        (Lang::En, StepName::Moves(count)) => {
            format!("{count} {}", plural_en(count as u64, "change", "changes"))
        }
        (Lang::Ru, StepName::Moves(count)) => format!(
            "{count} {}",
            plural_ru(count as u64, "изменение", "изменения", "изменений")
        ),
        (Lang::En, StepName::Locks) => "lock".to_owned(),
        (Lang::Ru, StepName::Locks) => "закрепление".to_owned(),
        (Lang::En, StepName::Generate) => "generate".to_owned(),
        (Lang::Ru, StepName::Generate) => "составление".to_owned(),
        (Lang::En, StepName::Repair) => "repair".to_owned(),
        (Lang::Ru, StepName::Repair) => "исправление".to_owned(),
        (Lang::En, StepName::Way) => "way out".to_owned(),
        (Lang::Ru, StepName::Way) => "выход из положения".to_owned(),
        (Lang::En, StepName::Correct(file)) => format!("correction in {file}"),
        (Lang::Ru, StepName::Correct(file)) => format!("правка в {file}"),
        (Lang::En, StepName::Meaning(file)) => format!("what {file} is"),
        (Lang::Ru, StepName::Meaning(file)) => format!("что такое {file}"),
        (Lang::En, StepName::Schedule) => "schedule".to_owned(),
        (Lang::Ru, StepName::Schedule) => "график".to_owned(),
        (Lang::En, StepName::Setting) => "setting".to_owned(),
        (Lang::Ru, StepName::Setting) => "настройка".to_owned(),
        (Lang::En, StepName::Policy) => "rules".to_owned(),
        (Lang::Ru, StepName::Policy) => "правила".to_owned(),
        (Lang::En, StepName::Waiver) => "exception".to_owned(),
        (Lang::Ru, StepName::Waiver) => "исключение".to_owned(),
        (Lang::En, StepName::Interest) => "interest".to_owned(),
        (Lang::Ru, StepName::Interest) => "заинтересованность".to_owned(),
        (Lang::En, StepName::File(file)) => format!("file {file}"),
        (Lang::Ru, StepName::File(file)) => format!("файл {file}"),
    }
}

/// `21.04.2026, урок 2, 5А, Физика, организатор: Петрова А. И. → Сидорова В. Г.`
pub fn change(place: &str, was: Option<&str>, now: Option<&str>, lang: Lang) -> String {
    let nobody = crate::lang::repair::nobody(lang);
    format!(
        "{place}: {} → {}",
        was.unwrap_or(nobody),
        now.unwrap_or(nobody)
    )
}

/// Headings of the journal.
pub fn journal_head(lang: Lang) -> [&'static str; 9] {
    match lang {
        Lang::En => [
            "when", "who", "what", "date", "class", "subject", "role", "from", "to",
        ],
        Lang::Ru => [
            "Когда",
            "Кто",
            "Что",
            "Дата",
            "Класс",
            "Предмет",
            "Роль",
            "Было",
            "Стало",
        ],
    }
}

/// What the journal says was done: a move, a lock, an unlock, a new roster, a repair, a way out, a correction, rules, an
/// exception, a file, a step back, a step again.
pub fn deeds(lang: Lang) -> [&'static str; 12] {
    match lang {
        Lang::En => [
            "move",
            "lock",
            "unlock",
            "generate",
            "repair",
            "way out",
            "correction",
            "rules",
            "exception",
            "file",
            "undo",
            "redo",
        ],
        Lang::Ru => [
            "перестановка",
            "закрепление",
            "снятие закрепления",
            "составление",
            "исправление",
            "выход из положения",
            "правка списков",
            "правила",
            "исключение",
            "файл",
            "отмена",
            "повтор",
        ],
    }
}

/// The day as a schedule of that language has it.
pub fn day(date: NaiveDate, lang: Lang) -> String {
    let format = match lang {
        Lang::En => "%Y-%m-%d",
        Lang::Ru => "%d.%m.%Y",
    };
    date.format(format).to_string()
}
