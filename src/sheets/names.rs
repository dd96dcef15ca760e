//! People's names as papers print them.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use crate::domain::surname_at;

/// A space at which no line breaks.
const NO_BREAK: &str = "\u{a0}";

/// `Иванова А. П.` of `Иванова Анна Петровна`, `Иванова А.П.` or `А. П. Иванова`: the surname in full and capitals of the
/// rest. What stands in brackets, and particles without a capital, are left out.
pub fn initials(name: &str) -> String {
    let mut words: Vec<&str> = name
        .split_whitespace()
        .take_while(|word| !word.starts_with('('))
        .collect();
    let Some(surname) = surname_at(&words).or((!words.is_empty()).then_some(0)) else {
        return String::new();
    };
    let surname = words.remove(surname).to_owned();
    let parts: Vec<String> = std::iter::once(surname).chain(capitals(&words)).collect();
    parts.join(NO_BREAK)
}

/// Each name by surname and initials; where these are alike, with as many letters as tell the names apart: `Иванова Ан. П.` beside
/// `Иванова Ал. П.`; where one name is the other's beginning, in full.
pub fn told_apart(names: &[&str]) -> Vec<String> {
    let short: Vec<String> = names.iter().map(|name| initials(name)).collect();
    let mut alike: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for (name, short) in names.iter().zip(&short) {
        alike.entry(sort_key(short)).or_default().insert(name);
    }
    let apart = names.iter().zip(&short).map(|(name, short)| {
        let others: Vec<&str> = alike[&sort_key(short)]
            .iter()
            .copied()
            .filter(|other| other != name)
            .collect();
        if others.is_empty() {
            short.clone()
        } else {
            apart_from(name, &others)
        }
    });
    apart.collect()
}

/// The shortest form of the name that is none of the others' too.
fn apart_from(name: &str, others: &[&str]) -> String {
    let longest = name.chars().count();
    for given in 0..2 {
        for letters in 1..=longest {
            let form = |name: &str| with_letters(name, given, letters);
            let own = form(name);
            if others
                .iter()
                .all(|other| sort_key(&form(other)) != sort_key(&own))
            {
                return own;
            }
        }
    }
    name.to_owned()
}

/// The surname, names before the one at `given` in full, that one with so many letters, initials of the rest.
fn with_letters(name: &str, given: usize, letters: usize) -> String {
    let mut words: Vec<&str> = name
        .split_whitespace()
        .take_while(|word| !word.starts_with('('))
        .collect();
    let Some(surname) = surname_at(&words).or((!words.is_empty()).then_some(0)) else {
        return name.to_owned();
    };
    let surname = words.remove(surname).to_owned();
    let parts = words.iter().flat_map(|word| word.split('.'));
    let parts = parts.filter(|part| part.starts_with(char::is_uppercase));
    let shown = parts.enumerate().map(|(place, part)| {
        let wanted = match place.cmp(&given) {
            Ordering::Less => usize::MAX,
            Ordering::Equal => letters,
            Ordering::Greater => 1,
        };
        let length = part.chars().count();
        if wanted < length || length == 1 {
            let shown: String = part.chars().take(wanted).collect();
            format!("{shown}.")
        } else {
            part.to_owned()
        }
    });
    let parts: Vec<String> = std::iter::once(surname).chain(shown).collect();
    parts.join(NO_BREAK)
}

/// `А.`, `П.` of `Анна Петровна` or `А.П.`.
fn capitals(words: &[&str]) -> Vec<String> {
    let parts = words.iter().flat_map(|word| word.split('.'));
    let letters = parts.filter_map(|part| part.chars().find(|letter| letter.is_alphanumeric()));
    letters
        .filter(|letter| letter.is_uppercase())
        .map(|letter| format!("{letter}."))
        .collect()
}

/// Sorts names as a Russian list does: case aside, `ё` beside `е`.
pub fn sort_key(name: &str) -> String {
    name.to_lowercase().replace('ё', "е")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_surname_stays_and_the_rest_is_initials() {
        assert_eq!(initials("Иванова Анна Петровна"), "Иванова\u{a0}А.\u{a0}П.");
        assert_eq!(initials("Иванова А.П."), "Иванова\u{a0}А.\u{a0}П.");
        assert_eq!(
            initials("Мамедов Али Гасан оглы"),
            "Мамедов\u{a0}А.\u{a0}Г."
        );
        assert_eq!(
            initials("Римская-Корсакова Анна-Мария (Школа № 2)"),
            "Римская-Корсакова\u{a0}А."
        );
        assert_eq!(initials("Мадонна"), "Мадонна");
        assert_eq!(initials("А. П. Иванова"), "Иванова\u{a0}А.\u{a0}П.");
        assert_eq!(initials("Costea Anda"), "Costea\u{a0}A.");
        assert_eq!(initials("Karl R Lawson"), "Lawson\u{a0}K.\u{a0}R.");
        assert_eq!(initials("А."), "А.");
        assert_eq!(initials("  "), "");
    }

    #[test]
    fn alike_initials_get_as_many_letters_as_tell_them_apart() {
        let apart = |names: &[&str]| -> Vec<String> {
            let shown = told_apart(names).into_iter();
            shown.map(|name| name.replace(NO_BREAK, " ")).collect()
        };
        assert_eq!(
            apart(&[
                "Иванова Анна Петровна",
                "Иванова Алла Павловна",
                "Ким Анна Петровна"
            ]),
            ["Иванова Ан. П.", "Иванова Ал. П.", "Ким А. П."]
        );
        assert_eq!(
            apart(&["Иванова Анна Петровна", "Иванова Анна Павловна"]),
            ["Иванова Анна Пе.", "Иванова Анна Па."]
        );
        assert_eq!(
            apart(&[
                "Иванова Мария Петровна",
                "Иванова Марина Петровна",
                "Иванова Марта П."
            ]),
            ["Иванова Мария П.", "Иванова Марин. П.", "Иванова Март. П."]
        );
        assert_eq!(
            apart(&["Smith John", "Smith Jane"]),
            ["Smith Jo.", "Smith Ja."]
        );
        assert_eq!(
            apart(&["Иванова Анна Петровна", "Иванова Анна Петровна (Школа № 2)"]),
            ["Иванова Анна Петровна", "Иванова Анна Петровна (Школа № 2)"]
        );
        assert_eq!(
            apart(&["Семёнова Яна", "Семенова Ярослава"]),
            ["Семёнова Ян.", "Семенова Яр."]
        );
        assert_eq!(
            apart(&["Иванова Анна", "Иванова Анна"]),
            ["Иванова А.", "Иванова А."]
        );
        let many: Vec<String> = (0..20)
            .map(|it| format!("Иванова А{}", "н".repeat(it)))
            .collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        let shown: BTreeSet<String> = told_apart(&many).into_iter().collect();
        assert_eq!(shown.len(), many.len());
    }

    #[test]
    fn yo_stands_beside_ye() {
        assert!(sort_key("Ёлкина") < sort_key("Жукова"));
    }
}
