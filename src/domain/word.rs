//! A word in every language the program speaks.

use super::Lang;

/// A word or a short phrase in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// English.
    pub en: &'static str,
    /// Russian.
    pub ru: &'static str,
}

impl Word {
    /// The word in that language.
    pub fn in_lang(self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.en,
            Lang::Ru => self.ru,
        }
    }
}
