//! Surnames compared as families share them: Иванов and Иванова, Петровский and Петровская.

use crate::domain::surname_at;

/// Endings of adjective surnames; the stem is what precedes them.
const ADJECTIVE: [&str; 10] = [
    "ский", "ская", "ской", "ый", "ий", "ой", "ая", "skiy", "skaya", "sky",
];

/// Endings after which a feminine `а` is dropped.
const POSSESSIVE: [&str; 8] = ["ова", "ева", "ина", "ына", "ova", "eva", "ina", "yna"];

/// Letters a stem keeps at least, so that short surnames stay themselves.
const SHORTEST_STEM: usize = 2;

/// What two people of one family have in common in their surnames, or `None` for a name without a surname.
///
/// Case and `ё`/`е` do not matter.
pub fn family_stem(name: &str) -> Option<String> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let surname = words[surname_at(&words)?].to_lowercase().replace('ё', "е");
    let possessive = POSSESSIVE.iter().any(|ending| surname.ends_with(ending));
    if possessive {
        let letters = surname.chars().count();
        return Some(surname.chars().take(letters - 1).collect());
    }
    let stem = ADJECTIVE.iter().find_map(|ending| {
        let stem = surname.strip_suffix(ending)?;
        let skin = if ending.starts_with("ск") {
            "ск"
        } else {
            ""
        };
        let skin = if ending.starts_with("sk") { "sk" } else { skin };
        (stem.chars().count() >= SHORTEST_STEM).then(|| format!("{stem}{skin}"))
    });
    Some(stem.unwrap_or(surname))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn families_share_a_stem() {
        for (a, b) in [
            ("Иванов Пётр Ильич", "Иванова А. П."),
            ("Сергеев И. И.", "СЕРГЕЕВА Анна"),
            ("Киселёв А.", "Киселева Б."),
            ("Пушкин А. С.", "Пушкина Н. Н."),
            ("Петровский О. О.", "Петровская Я. И."),
            ("Троцкий Л. Д.", "Троцкая Н. И."),
            ("Толстой Л. Н.", "Толстая С. А."),
            ("Белый А.", "Белая Б."),
            ("А. П. Иванова", "Иванов А. П."),
            ("Шевченко Т. Г.", "Шевченко О. И."),
            ("Petrov Ivan", "Petrova Anna"),
            ("Karl R Lawson", "Lawson Ann"),
            ("Kowalsky Jan", "Kowalskaya Ewa"),
        ] {
            assert_eq!(family_stem(a), family_stem(b), "{a} and {b}");
        }
    }

    #[test]
    fn other_families_do_not() {
        for (a, b) in [
            ("Иванов А.", "Ивановский А."),
            ("Петров А.", "Петренко А."),
            ("Белый А.", "Белов А."),
            ("Цой В.", "Чой В."),
        ] {
            assert_ne!(family_stem(a), family_stem(b), "{a} and {b}");
        }
    }

    #[test]
    fn initials_alone_are_no_surname() {
        assert_eq!(family_stem("А. П."), None);
        assert_eq!(family_stem(""), None);
    }
}
