//! Which word of a person's name is the surname.

/// Position of the surname among the words: the first word that is no initial (`Иванова А. П.`, `А. П. Иванова`); of an
/// English name with an initial in between (`Karl R Lawson`), the last.
pub fn surname_at(words: &[&str]) -> Option<usize> {
    let first = words.iter().position(|word| !is_initial(word))?;
    let is_english = match &words[first..] {
        [_, second, .., last] => {
            is_initial(second) && !is_initial(last) && !words.iter().any(|word| is_cyrillic(word))
        }
        _ => false,
    };
    Some(if is_english { words.len() - 1 } else { first })
}

fn is_initial(word: &str) -> bool {
    word.contains('.') || word.chars().count() == 1
}

fn is_cyrillic(word: &str) -> bool {
    word.contains(|letter: char| ('\u{400}'..='\u{4ff}').contains(&letter))
}

#[cfg(test)]
mod tests {
    use super::surname_at;

    #[test]
    fn the_surname_is_found_wherever_it_stands() {
        for (name, surname) in [
            ("Иванова Анна Петровна", Some("Иванова")),
            ("Иванова А. П.", Some("Иванова")),
            ("А. П. Иванова", Some("Иванова")),
            ("Иванова А. Петровна", Some("Иванова")),
            ("Karl R Lawson", Some("Lawson")),
            ("Karl R. J. Lawson", Some("Lawson")),
            ("K. R. Lawson", Some("Lawson")),
            ("Lawson K. R.", Some("Lawson")),
            ("Costea Anda", Some("Costea")),
            ("А.", None),
            ("", None),
        ] {
            let words: Vec<&str> = name.split_whitespace().collect();
            assert_eq!(surname_at(&words).map(|at| words[at]), surname, "{name}");
        }
    }
}
