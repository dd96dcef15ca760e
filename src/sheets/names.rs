//! People's names as papers print them.

/// A space at which no line breaks.
const NO_BREAK: &str = "\u{a0}";

/// Endings of patronymics in Latin letters.
const PATRONYMICS: [&str; 3] = ["vich", "vna", "ichna"];

/// `Иванова А. П.` of `Иванова Анна Петровна` or `Иванова А.П.`, `A. Stone` of `Ada Stone`: the surname in full, capitals of
/// the rest. What stands in brackets, and particles without a capital, are left out.
pub fn initials(name: &str) -> String {
    let words: Vec<&str> = name
        .split_whitespace()
        .take_while(|word| !word.starts_with('('))
        .collect();
    match words.as_slice() {
        [] => String::new(),
        [given @ .., surname] if is_surname_last(&words) => {
            let capitals = capitals(given);
            let parts = capitals.iter().map(String::as_str).chain([*surname]);
            parts.collect::<Vec<_>>().join(NO_BREAK)
        }
        [surname, given @ ..] => {
            let capitals = capitals(given);
            let parts = std::iter::once(*surname).chain(capitals.iter().map(String::as_str));
            parts.collect::<Vec<_>>().join(NO_BREAK)
        }
    }
}

/// Lists in Latin letters put the given name first, unless an initial (`Stone A.`) or a patronymic follows the surname.
fn is_surname_last(words: &[&str]) -> bool {
    let is_latin = words.iter().all(|word| !word.chars().any(is_cyrillic));
    let may_be_surname = |word: &&str| {
        let is_whole = word.chars().count() > 1 && !word.contains('.');
        is_whole && !PATRONYMICS.iter().any(|ending| word.ends_with(ending))
    };
    words.len() > 1 && is_latin && words.last().is_some_and(may_be_surname)
}

fn is_cyrillic(letter: char) -> bool {
    matches!(letter, '\u{400}'..='\u{52f}')
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
        assert_eq!(initials("Ada Stone"), "A.\u{a0}Stone");
        assert_eq!(initials("Tamara B Ellis"), "T.\u{a0}B.\u{a0}Ellis");
        assert_eq!(initials("Stone A."), "Stone\u{a0}A.");
        assert_eq!(initials("Petrova Anna Ivanovna"), "Petrova\u{a0}A.\u{a0}I.");
        assert_eq!(initials("  "), "");
    }

    #[test]
    fn yo_stands_beside_ye() {
        assert!(sort_key("Ёлкина") < sort_key("Жукова"));
    }
}
