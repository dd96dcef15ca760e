//! The form in which two spellings of one name are equal. For comparison only, never shown.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};

/// The Cyrillic capital that looks like this Latin capital, else the letter itself. Digits stay out: О is not 0, З is not 3.
fn look_alike(letter: char) -> char {
    match letter {
        'A' => 'А',
        'B' => 'В',
        'C' => 'С',
        'E' => 'Е',
        'H' => 'Н',
        'I' => 'І',
        'J' => 'Ј',
        'K' => 'К',
        'M' => 'М',
        'O' => 'О',
        'P' => 'Р',
        'S' => 'Ѕ',
        'T' => 'Т',
        'X' => 'Х',
        'Y' => 'У',
        other => other,
    }
}

/// The capital of a letter that names are mostly made of, one form already: ASCII and Russian. `Ё` is read as `Е`.
fn plain_capital(letter: char) -> Option<char> {
    match letter {
        '\0'..='\u{7f}' => Some(letter.to_ascii_uppercase()),
        'А'..='Я' => Some(letter),
        'а'..='я' => char::from_u32(u32::from(letter) - (u32::from('а') - u32::from('А'))),
        'Ё' | 'ё' => Some('Е'),
        _ => None,
    }
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
    let is_plain = |letter| plain_capital(letter).is_some();
    if text.chars().all(is_plain) || is_nfkc_quick(text.chars()) == IsNormalized::Yes {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.nfkc().collect())
    }
}

/// Compatible forms made one, invisible marks left out, capitals throughout, `Ё` read as `Е`.
fn each_capital(text: &str, mut take: impl FnMut(char)) {
    for letter in composed(text).chars() {
        match plain_capital(letter) {
            Some(capital) => take(capital),
            None if is_invisible(letter) => {}
            None => letter.to_uppercase().for_each(&mut take),
        }
    }
}

/// The capitals that `keep` wants, as [`look_alike`] reads them.
fn folded(text: &str, keep: impl Fn(char) -> bool) -> String {
    let mut key = String::with_capacity(text.len());
    each_capital(text, |capital| {
        if keep(capital) {
            key.push(look_alike(capital));
        }
    });
    key
}

/// The text with runs of spaces (non-breaking ones too) made one and invisible marks left out: fit to be shown.
pub fn clean(text: &str) -> String {
    cleaned(text).into_owned()
}

/// As [`clean`]; a text that is fit already is taken as it is.
pub fn cleaned(text: &str) -> Cow<'_, str> {
    if is_clean(text) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        let visible = word.chars().filter(|&letter| !is_invisible(letter));
        let end = shown.len();
        if !shown.is_empty() {
            shown.push(' ');
        }
        let start = shown.len();
        shown.extend(visible);
        if shown.len() == start {
            shown.truncate(end);
        }
    }
    Cow::Owned(shown)
}

/// Only single spaces, between what can be seen?
fn is_clean(text: &str) -> bool {
    let mut before = ' ';
    let is_fit = text.chars().all(|letter| {
        let is_behind_gap = std::mem::replace(&mut before, letter) == ' ';
        match letter {
            '!'..='~' | 'А'..='я' => true,
            ' ' => !is_behind_gap,
            _ => !letter.is_whitespace() && !is_invisible(letter),
        }
    });
    is_fit && (before != ' ' || text.is_empty())
}

/// `5А` = `5 «а»` = `5-A`: case, spaces, quotes, `-`, `.`, `_` and look-alike letters do not matter.
pub fn class_key(text: &str) -> String {
    let is_decoration = |letter: char| {
        letter.is_whitespace() || is_quote(letter) || is_dash(letter) || matches!(letter, '.' | '_')
    };
    folded(text, |letter| !is_decoration(letter))
}

/// Case, spaces and look-alike letters do not matter.
pub fn subject_key(text: &str) -> String {
    folded(text, |letter| !letter.is_whitespace())
}

/// As [`subject_key`]: groups are named as freely as subjects.
pub fn group_key(text: &str) -> String {
    subject_key(text)
}

/// A header or a keyword: only its letters and digits matter.
pub fn word_key(text: &str) -> String {
    let is_word = |letter: char| matches!(letter, 'А'..='Я') || letter.is_alphanumeric();
    folded(text, is_word)
}

/// Case, `ё`/`е`, look-alike letters, kinds and runs of spaces, and spaces between initials do not matter: the words of a
/// person's name, folded, each behind a space.
pub fn person_key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    let mut is_behind_gap = false;
    each_capital(text, |capital| {
        if capital.is_whitespace() || capital == '.' {
            is_behind_gap = true;
            return;
        }
        if is_behind_gap && !key.is_empty() {
            key.push(' ');
        }
        is_behind_gap = false;
        let is_dash = is_dash(capital);
        key.push(if is_dash { '-' } else { look_alike(capital) });
    });
    key
}

/// The words of a person's name, folded; an initial is a word of one letter (`Иванова А.П.` → ИВАНОВА, А, П).
pub fn person_words(text: &str) -> Vec<String> {
    let key = person_key(text);
    let words = key.split(' ').filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
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
        for text in [
            " Иванова\u{a0} А.\nП. ",
            "Иванова А. П.",
            "Иванова  А. П.",
            "Иванова А.\u{200b} П.",
            "Иванова \u{200b} А. П.\u{feff}",
            "\u{2060} Иванова А. П. ",
        ] {
            assert_eq!(clean(text), "Иванова А. П.", "{text:?}");
        }
        assert_eq!(clean(" \u{200b} "), "");
        assert_eq!(clean(""), "");
    }
}
