//! The form in which two spellings of one name are equal. For comparison only, never shown.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};

/// Latin capitals and the Cyrillic capitals that look the same. Digits stay out: О is not 0, З is not 3.
const LOOK_ALIKES: [(char, char); 15] = [
    ('A', 'А'),
    ('B', 'В'),
    ('C', 'С'),
    ('E', 'Е'),
    ('H', 'Н'),
    ('I', 'І'),
    ('J', 'Ј'),
    ('K', 'К'),
    ('M', 'М'),
    ('O', 'О'),
    ('P', 'Р'),
    ('S', 'Ѕ'),
    ('T', 'Т'),
    ('X', 'Х'),
    ('Y', 'У'),
];

/// The Cyrillic capital that looks like this Latin capital, else the letter itself.
fn look_alike(letter: char) -> char {
    LOOK_ALIKES
        .iter()
        .find(|(latin, _)| *latin == letter)
        .map_or(letter, |&(_, cyrillic)| cyrillic)
}

/// Marks that are there but cannot be seen: zero-width spaces, soft hyphens, direction marks.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}')
}

/// Hyphens and dashes of every length.
fn is_dash(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

fn is_quote(letter: char) -> bool {
    matches!(
        letter,
        '"' | '\'' | '`' | '«' | '»' | '‹' | '›' | '\u{2018}'..='\u{201f}'
    )
}

/// Compatible forms made one.
fn composed(text: &str) -> Cow<'_, str> {
    if is_nfkc_quick(text.chars()) == IsNormalized::Yes {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.nfkc().collect())
    }
}

/// Compatible forms made one, invisible marks left out, capitals throughout, `Ё` read as `Е`; then only what `keep`
/// wants, as `fold` makes it.
fn folded(text: &str, keep: impl Fn(char) -> bool, fold: impl Fn(char) -> char) -> String {
    composed(text)
        .chars()
        .filter(|&letter| !is_invisible(letter))
        .flat_map(char::to_uppercase)
        .map(|letter| if letter == 'Ё' { 'Е' } else { letter })
        .filter(|&letter| keep(letter))
        .map(fold)
        .collect()
}

/// The text with runs of spaces (non-breaking ones too) made one and invisible marks left out: fit to be shown.
pub fn clean(text: &str) -> String {
    let visible: String = text
        .chars()
        .filter(|&letter| !is_invisible(letter))
        .collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `5А` = `5 «а»` = `5-A`: case, spaces, quotes, `-`, `.`, `_` and look-alike letters do not matter.
pub fn class_key(text: &str) -> String {
    let is_decoration = |letter: char| {
        letter.is_whitespace() || is_quote(letter) || is_dash(letter) || matches!(letter, '.' | '_')
    };
    folded(text, |letter| !is_decoration(letter), look_alike)
}

/// Case, spaces and look-alike letters do not matter.
pub fn subject_key(text: &str) -> String {
    folded(text, |letter| !letter.is_whitespace(), look_alike)
}

/// As [`subject_key`]: groups are named as freely as subjects.
pub fn group_key(text: &str) -> String {
    subject_key(text)
}

/// A header or a keyword: only its letters and digits matter.
pub fn word_key(text: &str) -> String {
    folded(text, char::is_alphanumeric, look_alike)
}

/// The words of a person's name, folded; an initial is a word of one letter (`Иванова А.П.` → ИВАНОВА, А, П).
pub fn person_words(text: &str) -> Vec<String> {
    let fold = |letter| {
        if is_dash(letter) {
            '-'
        } else {
            look_alike(letter)
        }
    };
    folded(text, |_| true, fold)
        .split(|letter: char| letter.is_whitespace() || letter == '.')
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Case, `ё`/`е`, look-alike letters, kinds and runs of spaces, and spaces between initials do not matter.
pub fn person_key(text: &str) -> String {
    person_words(text).join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_is_the_same_however_it_is_typed() {
        for text in [
            "5А",
            "5 «а»",
            "5-A",
            "5_а",
            " 5 \"А\" ",
            "5.А",
            "5\u{a0}а",
            "5–А",
        ] {
            assert_eq!(class_key(text), "5А", "{text}");
        }
    }

    #[test]
    fn letters_are_not_digits() {
        assert_ne!(class_key("1О"), class_key("10"));
        assert_ne!(class_key("5З"), class_key("53"));
    }

    #[test]
    fn different_classes_stay_different() {
        let names = ["5А", "5Б", "5В", "6А", "15А", "5АБ", "10", "1О"];
        let keys: std::collections::BTreeSet<String> = names.iter().map(|n| class_key(n)).collect();
        assert_eq!(keys.len(), names.len());
    }

    #[test]
    fn a_person_is_the_same_however_spaced() {
        let key = person_key("Королёва А. П.");
        for text in [
            "королева А.П.",
            "КОРОЛЁВА\u{a0}А.\u{202f}П.",
            "Королева  А.  П",
            "Короле\u{308}ва А.П.",
        ] {
            assert_eq!(person_key(text), key, "{text}");
        }
        assert_ne!(person_key("Королёва А. Б."), key);
    }

    #[test]
    fn a_header_is_its_letters() {
        assert_eq!(word_key("Max per_day *"), word_key("max_per_day"));
        assert_eq!(word_key("Ф. И. О."), word_key("ФИО"));
    }

    #[test]
    fn what_is_shown_keeps_its_letters() {
        assert_eq!(clean(" Иванова\u{a0} А.\nП. "), "Иванова А. П.");
    }
}
