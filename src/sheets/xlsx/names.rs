//! Names of tabs: at most 31 characters, none that a spreadsheet refuses, none twice.

use std::collections::BTreeSet;

use crate::domain::Lang;
use crate::lang::pages::UNTITLED;
use crate::sheets::printable::on_one_line;

/// Characters that the format allows in a name, counted as UTF-16.
const LONGEST: usize = 31;

/// The names given so far in one workbook.
pub struct TabNames {
    lang: Lang,
    /// In lower case: a spreadsheet takes `Order` and `order` for the same.
    taken: BTreeSet<String>,
}

impl TabNames {
    /// No name given yet; `History` is reserved by Excel.
    pub fn new(lang: Lang) -> Self {
        Self {
            lang,
            taken: BTreeSet::from(["history".to_owned()]),
        }
    }

    /// A name for a tab with that title.
    pub fn unique(&mut self, title: &str) -> String {
        let name = allowed(title);
        let name = if name.is_empty() {
            UNTITLED.in_lang(self.lang).to_owned()
        } else {
            name
        };
        let mut candidate = cut(&name, LONGEST);
        let mut number = 2;
        while !self.taken.insert(candidate.to_lowercase()) {
            let suffix = format!(" ({number})");
            candidate = cut(&name, LONGEST - suffix.len()) + &suffix;
            number += 1;
        }
        candidate
    }
}

fn allowed(title: &str) -> String {
    let name: String = on_one_line(title)
        .chars()
        .map(|c| match c {
            '[' | ']' | ':' | '*' | '?' | '/' | '\\' => ' ',
            // References to a tab put its name in quotes.
            '\'' => '’',
            c => c,
        })
        .collect();
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    name.trim_matches('’').trim().to_owned()
}

/// The first units of the text, without half a character and without what a name may not end with.
fn cut(text: &str, units: usize) -> String {
    let mut left = units;
    let cut: String = text
        .chars()
        .take_while(|c| {
            let fits = c.len_utf16() <= left;
            left = left.saturating_sub(c.len_utf16());
            fits
        })
        .collect();
    let is_mid_word = text[cut.len()..].starts_with(|c: char| c.is_alphanumeric());
    let whole_words = cut.rfind(' ').filter(|_| is_mid_word).map(|at| &cut[..at]);
    // A word cut in two is worse than a shorter name, unless little would be left.
    let cut = whole_words
        .filter(|words| words.len() * 2 > cut.len())
        .unwrap_or(&cut);
    cut.trim_end_matches([' ', '’']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_allowed_short_and_unique() {
        let mut names = TabNames::new(Lang::Ru);
        assert_eq!(
            names.unique("Приказ № 5/2: [проект]"),
            "Приказ № 5 2 проект"
        );
        let long = "Организаторы в аудиториях и вне аудиторий";
        assert_eq!(names.unique(long), "Организаторы в аудиториях и вне");
        assert_eq!(
            names.unique(&long.to_uppercase()),
            "ОРГАНИЗАТОРЫ В АУДИТОРИЯХ И (2)"
        );
        assert_eq!(names.unique("'History'"), "History (2)");
        assert_eq!(names.unique("\u{1}"), "Лист");
        assert_eq!(names.unique("🦀".repeat(20).as_str()), "🦀".repeat(15));
    }
}
