//! People's names as papers print them.

/// A space at which no line breaks.
const NO_BREAK: char = '\u{a0}';

/// `Иванова А. П.` of `Иванова Анна Петровна` or `Иванова А.П.`: the surname in full, capitals of the rest. What stands in
/// brackets, and particles without a capital, are left out.
pub fn initials(name: &str) -> String {
    let mut words = name
        .split_whitespace()
        .take_while(|word| !word.starts_with('('));
    let Some(surname) = words.next() else {
        return String::new();
    };
    let mut short = surname.to_owned();
    for word in words {
        for part in word.split('.').filter(|part| !part.is_empty()) {
            let Some(letter) = part.chars().find(|letter| letter.is_alphanumeric()) else {
                continue;
            };
            if letter.is_uppercase() {
                short.push(NO_BREAK);
                short.push(letter);
                short.push('.');
            }
        }
    }
    short
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
        assert_eq!(initials("  "), "");
    }

    #[test]
    fn yo_stands_beside_ye() {
        assert!(sort_key("Ёлкина") < sort_key("Жукова"));
    }
}
