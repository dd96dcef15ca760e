//! Words that stand on every page of a sheet, whatever is on it: page numbers, legends of charts, names of tabs.

use super::Lang;
use super::facts::Word;

/// `Page 2 of 5`; the numbers may be a format's own fields (`&P`).
pub fn page_of(page: &str, pages: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("Page {page} of {pages}"),
        Lang::Ru => format!("Страница {page} из {pages}"),
    }
}

/// Legend of the part of a bar that was carried over.
pub const BEFORE: Word = Word {
    en: "Before",
    ru: "Было ранее",
};

/// Legend of the part of a bar that this roster adds.
pub const ADDED: Word = Word {
    en: "Added",
    ru: "Добавлено",
};

/// A tab whose sheet has no title.
pub const UNTITLED: Word = Word {
    en: "Sheet",
    ru: "Лист",
};
