//! What can be wrong with a policy, in words.

use crate::lang::Lang;
use crate::lang::facts::{alternatives, did_you_mean, quoted};

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum PolicyProblem {
    /// Not TOML.
    Syntax {
        /// What the parser expected.
        message: String,
    },
    /// No such key.
    UnknownKey {
        /// The keys that may stand here.
        known: Vec<&'static str>,
        /// The nearest of them.
        nearest: Option<&'static str>,
    },
    /// No such value.
    UnknownValue {
        /// The key.
        key: String,
        /// The values it may have.
        known: Vec<&'static str>,
        /// The nearest of them.
        nearest: Option<&'static str>,
    },
    /// The key is that of a section.
    NotASection {
        /// The key.
        key: String,
    },
    /// Not a whole number up to `max`.
    NotACount {
        /// The key.
        key: String,
        /// The largest.
        max: u32,
    },
    /// Neither `true` nor `false`.
    NotTrueOrFalse {
        /// The key.
        key: String,
    },
    /// Not lesson numbers.
    NotLessons,
    /// Not a text.
    NotAText {
        /// The key.
        key: String,
    },
}

impl PolicyProblem {
    /// One sentence: the text in quotes, what is wrong with it, what would be right.
    pub fn sentence(&self, text: &str, lang: Lang) -> String {
        match lang {
            Lang::En => self.english(text),
            Lang::Ru => self.russian(text),
        }
    }

    fn english(&self, text: &str) -> String {
        let lang = Lang::En;
        let q = quoted(text, lang);
        match self {
            Self::Syntax { message } => format!(
                "{q} is not written as policy.toml must be ({message}); a line is key = \"value\", a number, true or false, or [section]"
            ),
            Self::UnknownKey {
                known,
                nearest: None,
            } => format!(
                "there is no key {q} here; the keys are {}",
                alternatives(known, lang)
            ),
            Self::UnknownKey { nearest, .. } => {
                format!("there is no key {q} here{}", did_you_mean(*nearest, lang))
            }
            Self::UnknownValue {
                key,
                known,
                nearest,
            } => format!(
                "{q} is not a value of {}; write {}{}",
                quoted(key, lang),
                alternatives(known, lang),
                did_you_mean(*nearest, lang)
            ),
            Self::NotASection { key } => format!(
                "{q}: {} is a section; write [{key}] and its keys below",
                quoted(key, lang)
            ),
            Self::NotACount { key, max } => format!(
                "{q} is not a value of {}; write a whole number from 0 to {max}, without quotes",
                quoted(key, lang)
            ),
            Self::NotTrueOrFalse { key } => format!(
                "{q} is not a value of {}; write true or false, without quotes",
                quoted(key, lang)
            ),
            Self::NotLessons => {
                format!("{q} is no lesson numbers; write \"7\" or \"7-8\"")
            }
            Self::NotAText { key } => format!(
                "{q} is not a value of {}; write a text in quotes",
                quoted(key, lang)
            ),
        }
    }

    fn russian(&self, text: &str) -> String {
        let lang = Lang::Ru;
        let q = quoted(text, lang);
        match self {
            Self::Syntax { message } => format!(
                "{q} – так в policy.toml не пишут ({message}); строка – это ключ = \"значение\", число, true или false либо [раздел]"
            ),
            Self::UnknownKey {
                known,
                nearest: None,
            } => format!("здесь нет ключа {q}; ключи: {}", alternatives(known, lang)),
            Self::UnknownKey { nearest, .. } => {
                format!("здесь нет ключа {q}{}", did_you_mean(*nearest, lang))
            }
            Self::UnknownValue {
                key,
                known,
                nearest,
            } => format!(
                "{q} – не значение ключа {}; пишите {}{}",
                quoted(key, lang),
                alternatives(known, lang),
                did_you_mean(*nearest, lang)
            ),
            Self::NotASection { key } => format!(
                "{q}: {} – раздел; напишите [{key}] и его ключи ниже",
                quoted(key, lang)
            ),
            Self::NotACount { key, max } => format!(
                "{q} – не значение ключа {}; нужно целое число от 0 до {max}, без кавычек",
                quoted(key, lang)
            ),
            Self::NotTrueOrFalse { key } => format!(
                "{q} – не значение ключа {}; нужно true или false, без кавычек",
                quoted(key, lang)
            ),
            Self::NotLessons => {
                format!("{q} – не номера уроков; пишите \"7\" или \"7-8\"")
            }
            Self::NotAText { key } => format!(
                "{q} – не значение ключа {}; нужен текст в кавычках",
                quoted(key, lang)
            ),
        }
    }
}
