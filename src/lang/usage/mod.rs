//! How the command line is explained: what commands and options do, and what is wrong with arguments.
//!
//! English stands at the definitions, where `clap` reads it; Russian stands beside the same sentence here. A test of the
//! command line holds every sentence of the definitions to this table.

mod table;

use super::Lang;
use super::facts::{did_you_mean, quoted};

/// The sentence in the language; English where the table does not know it.
pub fn said(english: &str, lang: Lang) -> String {
    let mut words = table::SENTENCES.iter();
    let known = words.find(|(en, _)| *en == english);
    match (lang, known) {
        (Lang::Ru, Some((_, ru))) => (*ru).to_owned(),
        _ => english.to_owned(),
    }
}

/// Is there a Russian sentence for it?
pub fn is_known(english: &str) -> bool {
    table::SENTENCES.iter().any(|(en, _)| *en == english)
}

/// Headings of a page of help: usage, commands, arguments, options.
pub fn headings(lang: Lang) -> [&'static str; 4] {
    match lang {
        Lang::En => ["Usage:", "Commands", "Arguments", "Options"],
        Lang::Ru => ["Как вызвать:", "Команды", "Аргументы", "Параметры"],
    }
}

/// After an option's sentence: what it is where it is not given.
pub fn default(value: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("[default: {value}]"),
        Lang::Ru => format!("[если не указано: {value}]"),
    }
}

/// Before the list of an option's values.
pub fn values(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "Possible values",
        Lang::Ru => "Возможные значения",
    }
}

/// What `--help`, `--version` and the command `help` do.
pub fn own(lang: Lang) -> [&'static str; 3] {
    match lang {
        Lang::En => ["Print help", "Print version", "Print the help of a command"],
        Lang::Ru => [
            "Показать эту справку",
            "Показать версию",
            "Показать справку по команде",
        ],
    }
}

/// What is wrong with the arguments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Misuse {
    /// No such command; the nearest.
    Command(String, Option<String>),
    /// No such option, or an argument too many; the nearest option.
    Argument(String, Option<String>),
    /// A value that the option does not take: option, value, the values there are, the nearest.
    Value(String, String, Vec<String>, Option<String>),
    /// A value that cannot be read: option, value, what would be right.
    Unread(String, String, String),
    /// The option has no value.
    NoValue(String),
    /// The option takes no value.
    TakesNone(String),
    /// What has to be given is missing.
    Missing(Vec<String>),
    /// Two that exclude each other.
    Conflict(String, Vec<String>),
    /// Anything else, in the library's words.
    Other(String),
}

impl Misuse {
    /// One sentence.
    pub fn sentence(&self, lang: Lang) -> String {
        let hint = |nearest: &Option<String>| did_you_mean(nearest.as_deref(), lang);
        let q = |text: &str| quoted(text, lang);
        match (self, lang) {
            (Misuse::Command(name, near), Lang::En) => {
                format!("there is no command {}{}", q(name), hint(near))
            }
            (Misuse::Command(name, near), Lang::Ru) => {
                format!("нет команды {}{}", q(name), hint(near))
            }
            (Misuse::Argument(name, near), Lang::En) => {
                format!(
                    "the argument {} is not expected here{}",
                    q(name),
                    hint(near)
                )
            }
            (Misuse::Argument(name, near), Lang::Ru) => {
                format!("аргумент {} здесь не ожидается{}", q(name), hint(near))
            }
            (Misuse::Value(option, value, known, near), Lang::En) => format!(
                "{} is no value of {option}; there are {}{}",
                q(value),
                known.join(", "),
                hint(near)
            ),
            (Misuse::Value(option, value, known, near), Lang::Ru) => format!(
                "{} – не значение для {option}; возможны: {}{}",
                q(value),
                known.join(", "),
                hint(near)
            ),
            (Misuse::Unread(option, value, right), Lang::En) => {
                format!("{} is no value of {option}: {right}", q(value))
            }
            (Misuse::Unread(option, value, right), Lang::Ru) => {
                format!("{} – не значение для {option}: {right}", q(value))
            }
            (Misuse::NoValue(option), Lang::En) => format!("{option} needs a value"),
            (Misuse::NoValue(option), Lang::Ru) => format!("для {option} нужно значение"),
            (Misuse::TakesNone(option), Lang::En) => format!("{option} takes no value"),
            (Misuse::TakesNone(option), Lang::Ru) => format!("{option} пишется без значения"),
            (Misuse::Missing(what), Lang::En) => format!("missing: {}", what.join(", ")),
            (Misuse::Missing(what), Lang::Ru) => format!("не указано: {}", what.join(", ")),
            (Misuse::Conflict(one, others), Lang::En) => {
                format!("{one} cannot be used together with {}", others.join(", "))
            }
            (Misuse::Conflict(one, others), Lang::Ru) => {
                format!("{one} нельзя указать вместе с {}", others.join(", "))
            }
            (Misuse::Other(words), _) => words.clone(),
        }
    }
}

/// Below a misuse: where help is.
pub fn see_help(command: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("For more, try {command} --help"),
        Lang::Ru => format!("Подробнее: {command} --help"),
    }
}

/// A value of an option that cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// A day.
    Date,
    /// A number of seconds.
    Seconds,
    /// More than nothing.
    Positive,
    /// Less than that.
    Shorter,
    /// A whole number.
    Number,
}

impl Wanted {
    /// What would be right.
    pub fn words(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Wanted::Date, Lang::En) => "a date is needed, such as 21.04.2026 or 2026-04-21",
            (Wanted::Date, Lang::Ru) => "нужна дата, например 21.04.2026 или 2026-04-21",
            (Wanted::Seconds, Lang::En) => "a number of seconds is needed, such as 10 or 0.5",
            (Wanted::Seconds, Lang::Ru) => "нужно число секунд, например 10 или 0.5",
            (Wanted::Positive, Lang::En) => "it must be more than 0",
            (Wanted::Positive, Lang::Ru) => "должно быть больше 0",
            (Wanted::Shorter, Lang::En) => "it is too long",
            (Wanted::Shorter, Lang::Ru) => "слишком долго",
            (Wanted::Number, Lang::En) => "a whole number is needed",
            (Wanted::Number, Lang::Ru) => "нужно целое число",
        }
    }
}

/// Below what the program printed for nobody: how the page is opened and the terminal used, on a double click.
pub fn opened_by_click(folder: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "Opening the page on {folder}. In a terminal, recuse --help lists the commands."
        ),
        Lang::Ru => {
            format!("Открываем страницу, папка {folder}. Команды для терминала: recuse --help.")
        }
    }
}
