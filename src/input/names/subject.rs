//! Subjects as people shorten them in their lists: `рус. яз.`, `лит. чт.`, `физ-ра`, `матем.`

use super::subject_key;

/// Is the text marked as a shortening, by a point or a hyphen, and can it be one of that name? Each word begins the name's
/// (`рус. яз.`), or begins and ends it (`физ-ра`).
pub fn shortens(text: &str, name: &str) -> bool {
    if let Some(names) = meant_by(text) {
        let key = subject_key(name);
        return names.iter().any(|name| subject_key(name) == key);
    }
    let (words, whole) = (words(text), words(name));
    let is_marked = text.contains(['.', '-', '–']);
    let is_short = words.iter().zip(&whole).any(|(word, of)| word != of);
    let fits = words.iter().zip(&whole).all(|(word, of)| begins(word, of));
    is_marked && is_short && fits && !words.is_empty() && words.len() == whole.len()
}

/// Shortenings that every school writes, and the subjects that they mean and no others.
const USUAL: [(&str, &[&str]); 9] = [
    ("физ-ра", &["Физическая культура", "Физкультура"]),
    ("физкультура", &["Физическая культура"]),
    ("ОБЖ", &["Основы безопасности жизнедеятельности"]),
    (
        "ОБЗР",
        &[
            "Основы безопасности и защиты Родины",
            "Основы безопасности и защита Родины",
        ],
    ),
    ("ИЗО", &["Изобразительное искусство"]),
    ("МХК", &["Мировая художественная культура"]),
    ("ин. яз.", &["Иностранный язык"]),
    ("иняз", &["Иностранный язык"]),
    ("общ-во", &["Обществознание"]),
];

/// The subjects that a usual shortening means.
fn meant_by(text: &str) -> Option<&'static [&'static str]> {
    let key = subject_key(text);
    let mut usual = USUAL.iter();
    let known = usual.find(|(short, _)| subject_key(short) == key);
    known.map(|(_, names)| *names)
}

/// Is the text a usual shortening, which no likeness of letters makes another subject?
pub fn is_usual_short(text: &str) -> bool {
    meant_by(text).is_some()
}

/// May both be names of one subject, the one with fewer words or letters than the other: `Русский` beside `Русский язык`,
/// `Физкультура` beside `Физическая культура`, `ОБЖ`, `Maths`? A question for people; nothing is decided by it.
pub fn may_be_one(one: &str, other: &str) -> bool {
    if is_usual_short(one) || is_usual_short(other) {
        return shortens(one, other) || shortens(other, one);
    }
    let [one, other] = [one, other].map(|name| name.replace(['(', ')', '/', '«', '»', '"'], " "));
    let (a, b) = (words(&one), words(&other));
    if a.is_empty() || b.is_empty() || a == b {
        return false;
    }
    is_less(&a, &b) || is_less(&b, &a)
}

/// Are the words a shorter form of the whole?
fn is_less(words: &[String], whole: &[String]) -> bool {
    /// `и` begins too much.
    const SHORTEST: usize = 2;
    let begins_long = words[0].chars().count() > SHORTEST;
    let length = |word: &str| word.chars().count();
    let fewer = words.len() < whole.len();
    let shorter = fewer || words.iter().zip(whole).any(|(word, of)| word != of);
    let is_beginning = |(word, of): (&String, &String)| {
        let is_long = length(word) >= SHORTEST || word == of;
        is_long && (of.starts_with(word.as_str()) || hyphened(word, of))
    };
    if words.len() <= whole.len()
        && shorter
        && begins_long
        && words.iter().zip(whole).all(is_beginning)
    {
        return true;
    }
    let [word] = words else {
        return false;
    };
    is_of_first_letters(word, whole) || is_run_together(word, whole) || is_clipped(word, whole)
}

/// `общ-во` of `обществознание`: the beginning at least.
fn hyphened(word: &str, whole: &str) -> bool {
    let start = word.split(['-', '–']).next().unwrap_or_default();
    start.len() < word.len() && !start.is_empty() && whole.starts_with(start)
}

/// `ОБЖ` of `Основы безопасности жизнедеятельности`; small words may count or not.
fn is_of_first_letters(word: &str, whole: &[String]) -> bool {
    let first = |words: &mut dyn Iterator<Item = &String>| -> String {
        words.filter_map(|word| word.chars().next()).collect()
    };
    let long = |word: &&String| word.chars().count() > 2;
    whole.len() > 1
        && (first(&mut whole.iter()) == word || first(&mut whole.iter().filter(long)) == word)
}

/// `Физкультура` of `Физическая культура`.
fn is_run_together(word: &str, whole: &[String]) -> bool {
    let [first, .., last] = whole else {
        return false;
    };
    let rest = word.strip_suffix(last.as_str()).unwrap_or_default();
    rest.chars().count() > 2 && first.starts_with(rest)
}

/// `Maths` of `Mathematics`, `Общество` of `Обществознание`: all but the last letter or two begin the only word.
fn is_clipped(word: &str, whole: &[String]) -> bool {
    /// Shorter beginnings are shared by other subjects.
    const SHORTEST: usize = 4;
    let [of] = whole else {
        return false;
    };
    let shared = word.chars().zip(of.chars()).take_while(|(a, b)| a == b);
    let (shared, length) = (shared.count(), word.chars().count());
    length < of.chars().count() && shared >= SHORTEST && shared + 1 >= length
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
    use super::{may_be_one, shortens};

    #[test]
    fn two_spellings_that_may_be_one() {
        for (one, other) in [
            ("Русский", "Русский язык"),
            ("Английский язык", "Английский"),
            ("матем", "Математика"),
            ("рус яз", "Русский язык"),
            ("История", "История России"),
            ("Физкультура", "Физическая культура"),
            ("физ-ра", "Физкультура"),
            ("ОБЖ", "Основы безопасности жизнедеятельности"),
            ("ИЗО", "Изобразительное искусство"),
            ("МХК", "Мировая художественная культура"),
            ("PE", "Physical Education"),
            ("Maths", "Mathematics"),
            ("Geo", "Geography"),
            ("Обществоведение", "Обществознание"),
            ("Общество", "Обществознание"),
            ("Технология (труд)", "Технология"),
            ("Информатика и ИКТ", "Информатика"),
        ] {
            let is_asked = may_be_one(one, other);
            // An edit or two away is the nearest name's business.
            assert!(is_asked || one == "Обществоведение", "{one} – {other}");
            assert_eq!(may_be_one(other, one), is_asked, "{other} – {one}");
        }
    }

    #[test]
    fn two_subjects_are_two() {
        for (one, other) in [
            ("Физика", "Физическая культура"),
            ("Русский язык", "Русская литература"),
            ("Литература", "Родная литература"),
            ("Геометрия", "География"),
            ("Химия", "История"),
            ("Алгебра", "Геометрия"),
            ("Английский язык", "Немецкий язык"),
            ("Музыка", "Математика"),
            ("Физика", "Физика"),
            ("Biology", "Physics"),
            ("История", "ИЗО"),
            ("физ-ра", "Физика"),
            ("Физкультура", "Физика"),
            ("ОБЖ", "Общая биология, жизнь"),
        ] {
            assert!(!may_be_one(one, other), "{one} – {other}");
        }
    }

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
            ("физ-ра", "Физическая культура"),
            ("ФИЗКУЛЬТУРА", "Физическая культура"),
            ("ОБЖ", "Основы безопасности жизнедеятельности"),
            ("изо", "Изобразительное искусство"),
            ("общ-во", "Обществознание"),
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
