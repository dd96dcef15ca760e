//! Subjects as people shorten them in their lists: `рус. яз.`, `лит. чт.`, `физ-ра`, `матем.`

use super::subject_key;

/// Is the text marked as a shortening, by a point or a hyphen, and can it be one of that name? Each word begins the name's
/// (`рус. яз.`), or begins and ends it (`физ-ра`).
pub fn shortens(text: &str, name: &str) -> bool {
    let (words, whole) = (words(text), words(name));
    let is_marked = text.contains(['.', '-', '–']);
    let is_short = words.iter().zip(&whole).any(|(word, of)| word != of);
    let fits = words.iter().zip(&whole).all(|(word, of)| begins(word, of));
    is_marked && is_short && fits && !words.is_empty() && words.len() == whole.len()
}

fn begins(word: &str, whole: &str) -> bool {
    match word.split_once(['-', '–']) {
        Some((start, end)) => {
            let rest = whole.strip_prefix(start).filter(|_| !start.is_empty());
            word == whole || rest.is_some_and(|rest| !end.is_empty() && rest.ends_with(end))
        }
        None => whole.starts_with(word),
    }
}

/// The words, folded; a point ends a word.
fn words(text: &str) -> Vec<String> {
    text.split(|letter: char| letter.is_whitespace() || matches!(letter, '.' | ','))
        .map(subject_key)
        .filter(|word| !word.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::shortens;

    #[test]
    fn usual_shortenings() {
        for (text, name) in [
            ("рус. яз.", "Русский язык"),
            ("рус.яз.", "Русский язык"),
            ("Матем.", "Математика"),
            ("окр. мир", "Окружающий мир"),
            ("лит. чт.", "Литературное чтение"),
            ("физ-ра", "Физкультура"),
            ("лит-ра", "Литература"),
            ("ин. яз.", "Иностранный язык"),
            ("Geogr.", "Geography"),
        ] {
            assert!(shortens(text, name), "{text}");
        }
    }

    #[test]
    fn other_subjects_are_no_shortenings() {
        for (text, name) in [
            ("История", "История России"),
            ("Право", "Правоведение"),
            ("лит.", "Литературное чтение"),
            ("Математика", "Математика"),
            ("физ-ра", "Физика"),
            (".", "Физика"),
            ("", ""),
        ] {
            assert!(!shortens(text, name), "{text}");
        }
    }
}
