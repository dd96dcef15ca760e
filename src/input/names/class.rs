//! Classes by name, in the spellings that people use beside the list's own: `8-й`, `6 класс`, `5/А`, `V А`, `5А (24)`; and
//! several classes named at once: `5А–5В`, `5АБВ`.

use super::{Budget, KeyIndex, class_key};
use crate::input::map::Map;
use crate::input::memo::Memo;

/// Classes of one school by name.
#[derive(Debug, Clone)]
pub struct ClassIndex<Id> {
    exact: KeyIndex<Id>,
    /// Classes by their plain spelling.
    plain: Map<String, Id>,
    /// Names by what may be mistaken for them.
    alike: Map<String, (Id, String)>,
    found: Memo<Option<Id>>,
}

impl<Id: Copy + PartialEq> Default for ClassIndex<Id> {
    fn default() -> Self {
        Self {
            exact: KeyIndex::new(class_key),
            plain: Map::default(),
            alike: Map::default(),
            found: Memo::default(),
        }
    }
}

impl<Id: Copy + PartialEq> ClassIndex<Id> {
    /// Enters a name. Where it is a spelling of a class that is there, nothing changes and that class is returned.
    pub fn insert(&mut self, name: &str, id: Id) -> Option<Id> {
        let plain = plain(name);
        if let Some(&taken) = self.plain.get(&plain) {
            return Some(taken);
        }
        if let Some(taken) = self.exact.insert(name, id) {
            return Some(taken);
        }
        let entry = (id, name.to_owned());
        self.alike.entry(alike(name)).or_insert(entry);
        self.plain.insert(plain, id);
        self.found.clear();
        None
    }

    /// What the text names: by the name itself, else by any spelling of it.
    pub fn find(&self, text: &str) -> Option<Id> {
        self.found.of(text, |text| {
            let exact = self.exact.find(text);
            exact.or_else(|| self.plain.get(&plain(text)).copied())
        })
    }

    /// The class that the text may be mistaken for: `VA` for `5А`, `1О` for `10`.
    pub fn mistaken_for(&self, text: &str) -> Option<&str> {
        let known = self.alike.get(&alike(text));
        known.map(|(_, name)| name.as_str())
    }

    /// The known name nearest to the text.
    pub fn nearest(&self, text: &str, budget: &mut Budget) -> Option<&str> {
        let bare = text.split('(').next().unwrap_or_default().trim();
        let known = self
            .mistaken_for(text)
            .or_else(|| self.mistaken_for(bare).filter(|_| !bare.is_empty()));
        known.or_else(|| self.exact.nearest(text, budget))
    }
}

/// The name without what people add to it or leave out, as a key.
fn plain(text: &str) -> String {
    let counted = without_count(text);
    let is_plural = |word: &str| ["классы", "классов", "classes"].contains(&word);
    if counted.to_lowercase().split_whitespace().any(is_plural) {
        return class_key(text);
    }
    let words: Vec<&str> = counted
        .split_whitespace()
        .filter(|word| !is_class_word(word))
        .map(without_ordinal)
        .collect();
    if words.is_empty() {
        return class_key(text);
    }
    let joined = words.join(" ");
    class_key(&without_slash(&in_digits(&joined, is_followed_plainly)))
}

/// As [`plain`], and what the eye takes for one another made one.
fn alike(text: &str) -> String {
    let digits = in_digits(&plain(text), |_, rest| rest.chars().count() <= 1);
    digits
        .chars()
        .map(|letter| match letter {
            'О' => '0',
            'З' => '3',
            other => other,
        })
        .collect()
}

/// Words that only say that it is a class.
pub fn is_class_word(word: &str) -> bool {
    const WORDS: [&str; 16] = [
        "класс",
        "класса",
        "классы",
        "классов",
        "классе",
        "кл",
        "class",
        "classes",
        "grade",
        "form",
        "year",
        "klasse",
        "classe",
        "clasa",
        "уч",
        "klass",
    ];
    let bare = word
        .trim_matches(['(', ')', ',', '.', ':', '№'])
        .to_lowercase();
    WORDS.contains(&bare.as_str())
}

/// `5А (24)`, `5А (24 чел.)`: without the number of pupils.
fn without_count(text: &str) -> &str {
    const UNITS: [&str; 12] = [
        "",
        "чел",
        "человек",
        "человека",
        "уч",
        "учся",
        "учеников",
        "учащихся",
        "обучающихся",
        "детей",
        "pupils",
        "students",
    ];
    let Some((name, within)) = text
        .trim_end()
        .strip_suffix(')')
        .and_then(|text| text.rsplit_once('('))
    else {
        return text;
    };
    let unit: String = within
        .trim_start_matches(|letter: char| letter.is_ascii_digit())
        .chars()
        .filter(|letter| letter.is_alphabetic())
        .flat_map(char::to_lowercase)
        .collect();
    let is_count = within.starts_with(|letter: char| letter.is_ascii_digit());
    if is_count && UNITS.contains(&unit.as_str()) && !name.trim().is_empty() {
        name
    } else {
        text
    }
}

/// `8-й` → `8`, `5th` → `5`.
fn without_ordinal(word: &str) -> &str {
    const ENDINGS: [&str; 9] = ["й", "ый", "ой", "ий", "го", "st", "nd", "rd", "th"];
    let end = word
        .find(|letter: char| !letter.is_ascii_digit())
        .unwrap_or(word.len());
    let (number, ending) = word.split_at(end);
    let ending = ending
        .trim_matches(['-', '–', '‑', '.', ','])
        .to_lowercase();
    if !number.is_empty() && ENDINGS.contains(&ending.as_str()) {
        number
    } else {
        word
    }
}

/// `5/А` → `5А`; a slash between numbers, or between letters, tells classes apart.
fn without_slash(text: &str) -> String {
    let end = text
        .find(|letter: char| !letter.is_ascii_digit())
        .unwrap_or(text.len());
    let (number, rest) = text.split_at(end);
    let letters = rest.trim_start().strip_prefix(['/', '\\']).map(str::trim);
    match letters {
        Some(letters) if !number.is_empty() && !letters.contains(['/', '\\']) => {
            let begins = letters
                .trim_start_matches(['«', '"', '\''])
                .starts_with(char::is_alphabetic);
            if begins {
                format!("{number}{letters}")
            } else {
                text.to_owned()
            }
        }
        _ => text.to_owned(),
    }
}

/// `V А` → `5 А`, where what follows the figures allows it.
fn in_digits(text: &str, may_follow: impl Fn(bool, &str) -> bool) -> String {
    for (grade, end) in roman_beginnings(text) {
        let (before, rest) = text.split_at(end);
        if may_follow(before.is_ascii(), rest) {
            return format!("{grade}{rest}");
        }
    }
    text.to_owned()
}

/// The Roman numerals up to 13 that the text begins with, the longest first, and where each ends in bytes;
/// Cyrillic Х and І count.
pub fn roman_beginnings(text: &str) -> impl Iterator<Item = (u32, usize)> {
    let figures: Vec<(usize, char)> = text
        .char_indices()
        .map_while(|(at, letter)| match letter {
            'I' | 'V' | 'X' => Some((at + 1, letter)),
            'І' => Some((at + letter.len_utf8(), 'I')),
            'Х' => Some((at + letter.len_utf8(), 'X')),
            _ => None,
        })
        .collect();
    (1..=figures.len()).rev().filter_map(move |length| {
        let word: String = figures[..length].iter().map(|it| it.1).collect();
        let grade = (1..=HIGHEST_ROMAN).find(|&grade| roman(grade) == word)?;
        Some((grade, figures[length - 1].0))
    })
}

/// Behind Roman figures stands nothing, a gap, or, behind Latin ones, one Cyrillic letter.
fn is_followed_plainly(are_latin: bool, rest: &str) -> bool {
    let is_cyrillic = |letter: char| ('\u{400}'..='\u{4ff}').contains(&letter);
    let mut letters = rest.chars();
    match letters.next() {
        None => true,
        Some(letter) if !letter.is_alphanumeric() => true,
        Some(letter) => are_latin && is_cyrillic(letter) && letters.next().is_none(),
    }
}

/// Roman numerals stand for grades only as far as schools go.
const HIGHEST_ROMAN: u32 = 13;

/// The number in Roman figures, below forty.
fn roman(grade: u32) -> String {
    let tens = "X".repeat(grade as usize / 10);
    let units = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"][grade as usize % 10];
    format!("{tens}{units}")
}

/// `5А–5В`, `5А-В`: every class of the grade from the first to the last; `5АБВ`: every letter a class; `5–7` where each number is
/// a class by itself. `grade` is the number the text begins with, or that of the classes named before it.
pub fn several_classes<T>(
    text: &str,
    grade: &str,
    named: &impl Fn(&str) -> Vec<T>,
) -> Option<Vec<Vec<T>>> {
    let letters = text.strip_prefix(grade).filter(|_| !grade.is_empty())?;
    let letter_of = |part: &str| {
        let bare = part.trim().trim_start_matches(grade).trim();
        let mut letters = bare.trim_matches(['«', '»', '"', '\'']).chars();
        letters
            .next()
            .filter(|letter| letter.is_alphabetic() && letters.next().is_none())
    };
    let of_letter = |letter: char| named(&format!("{grade}{letter}"));
    if let Some((first, last)) = letters.split_once(['-', '–', '—', '…']) {
        if let (Some(first), Some(last)) = (letter_of(first), letter_of(last)) {
            let (first, last) = (upper(first), upper(last));
            if of_letter(first).is_empty() || of_letter(last).is_empty() || first >= last {
                return None;
            }
            let between = (first..=last).map(of_letter);
            return Some(between.filter(|classes| !classes.is_empty()).collect());
        }
        let number = |text: &str| text.trim().parse::<u32>().ok();
        if first.trim().is_empty()
            && let (Some(first), Some(last)) = (number(grade), number(last))
            && first < last
            && last <= HIGHEST_ROMAN
        {
            let each: Vec<Vec<T>> = (first..=last)
                .map(|grade| named(&grade.to_string()))
                .collect();
            return each
                .iter()
                .all(|classes| !classes.is_empty())
                .then_some(each);
        }
    }
    let each: Vec<Vec<T>> = letters.trim().chars().map(of_letter).collect();
    (each.len() > 1 && each.iter().all(|classes| !classes.is_empty())).then_some(each)
}

fn upper(letter: char) -> char {
    letter.to_uppercase().next().unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index(names: &[&str]) -> ClassIndex<usize> {
        let mut index = ClassIndex::default();
        for (id, name) in names.iter().enumerate() {
            assert_eq!(index.insert(name, id), None, "{name}");
        }
        index
    }

    #[test]
    fn a_class_is_found_in_every_spelling() {
        let classes = index(&["5А", "5Б", "8", "10В", "6"]);
        for (text, id) in [
            ("5/А", 0),
            ("5 / «а»", 0),
            ("5-й А", 0),
            ("5-й «А» класс", 0),
            ("5 А кл.", 0),
            ("V А", 0),
            ("V-А", 0),
            ("VА", 0),
            ("V «Б»", 1),
            ("5А (24)", 0),
            ("5А (24 чел.)", 0),
            ("5a", 0),
            ("класс 5Б", 1),
            ("8-й", 2),
            ("8 класс", 2),
            ("VIII", 2),
            ("8th grade", 2),
            ("Х В", 3),
            ("X/В", 3),
            ("10-й В класс", 3),
            ("6 класс", 4),
            ("Grade 6", 4),
        ] {
            assert_eq!(classes.find(text), Some(id), "{text}");
        }
        for text in [
            "5",
            "5/6",
            "5А/Б",
            "8А",
            "6-е классы",
            "5А (англ.)",
            "9",
            "класс",
            "VIP",
            "",
        ] {
            assert_eq!(classes.find(text), None, "{text}");
        }
    }

    #[test]
    fn the_lists_own_spelling_is_found_by_the_plain_one() {
        for (listed, text) in [
            ("5/А", "5А"),
            ("6 класс", "6"),
            ("8-й", "8 класс"),
            ("V А", "5А"),
            ("5А (24)", "5 «А»"),
            ("Year 7", "7"),
        ] {
            assert_eq!(index(&[listed]).find(text), Some(0), "{listed}");
            assert_eq!(index(&[listed]).insert(text, 1), Some(0), "{listed}");
        }
    }

    #[test]
    fn classes_told_apart_stay_apart() {
        let names = [
            "5А",
            "5Б",
            "5/1",
            "51",
            "10",
            "1О",
            "IB",
            "1B",
            "5 (каз.)",
            "5 (рус.)",
            "5Й",
            "5Е",
            "VIP",
            "6Р",
            "5АБ",
            "5А/5Б",
        ];
        let classes = index(&names);
        for (id, name) in names.iter().enumerate() {
            assert_eq!(classes.find(name), Some(id), "{name}");
        }
    }

    #[test]
    fn what_may_be_a_class_is_offered() {
        let classes = index(&["5А", "10", "3"]);
        let budget = &mut Budget::default();
        for (text, name) in [("VA", "5А"), ("1О", "10"), ("5А (англ.)", "5А"), ("З", "3")]
        {
            assert_eq!(classes.find(text), None, "{text}");
            assert_eq!(classes.nearest(text, budget), Some(name), "{text}");
        }
    }

    #[test]
    fn several_classes_at_once() {
        let known = ["5А", "5Б", "5В", "7", "8", "9"];
        let named = |text: &str| {
            let place = known.iter().position(|name| *name == text.to_uppercase());
            place.into_iter().collect::<Vec<usize>>()
        };
        let read = |text: &str, grade: &str| several_classes(text, grade, &named);
        let all = Some(vec![vec![0], vec![1], vec![2]]);
        for text in ["5А-В", "5А – 5В", "5АБВ", "5 а-в"] {
            assert_eq!(read(text, "5"), all, "{text}");
        }
        assert_eq!(
            read("7-9", "7"),
            all.map(|_| vec![vec![3], vec![4], vec![5]])
        );
        for (text, grade) in [("5-7", "5"), ("5В-А", "5"), ("6А-В", "6"), ("5", "5")] {
            assert_eq!(read(text, grade), None, "{text}");
        }
    }
}
