//! People's names as papers print them.

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
    fn yo_stands_beside_ye() {
        assert!(sort_key("Ёлкина") < sort_key("Жукова"));
    }
}
