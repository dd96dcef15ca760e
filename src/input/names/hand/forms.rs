//! Ways to write a name, undone: numbers before it, titles, letters run together, brackets, positions after it.

use std::sync::LazyLock;

use super::super::fold::word_key;
use crate::input::map::Set;

/// A name with something in brackets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bracketed {
    /// The text without the bracket.
    pub without: String,
    /// What stands within, or its last word (`урожд. Петрова`).
    pub within: String,
    /// All that stands within.
    pub whole: String,
    /// The text with that word in place of the surname.
    pub exchanged: String,
}

/// A text with one pair of brackets behind its first word.
pub fn bracketed(text: &str) -> Option<Bracketed> {
    let (before, rest) = text.split_once('(')?;
    let (within, after) = rest.split_once(')')?;
    let (before, after) = (before.trim(), after.trim());
    if before.is_empty() || after.contains('(') {
        return None;
    }
    let without = format!("{before} {after}").trim().to_owned();
    let whole = within.trim().to_owned();
    let within = within.split_whitespace().last()?.to_owned();
    let mut words = without.splitn(2, char::is_whitespace);
    let (_, others) = (words.next(), words.next());
    let exchanged = match others {
        Some(others) => format!("{within} {others}"),
        None => within.clone(),
    };
    Some(Bracketed {
        without,
        within,
        whole,
        exchanged,
    })
}

/// Forms of a listed name: without its bracket; and by the maiden name in it, where it stands right behind the surname.
pub fn maiden_forms(name: &str) -> Vec<String> {
    let Some(bracket) = bracketed(name) else {
        return Vec::new();
    };
    let follows_surname = name
        .split_whitespace()
        .nth(1)
        .is_some_and(|word| word.starts_with('(') && word.ends_with(')'));
    let mut forms = vec![bracket.without];
    if follows_surname {
        forms.push(bracket.exchanged);
    }
    forms
}

/// Better ways to write the text, the mildest first; none where there is nothing to better.
pub fn rewritten(text: &str) -> Vec<String> {
    let mut forms: Vec<String> = Vec::new();
    let mut form = text.to_owned();
    for better in [
        without_number,
        without_marks,
        without_title,
        without_comma,
        apart,
    ] {
        let next = better(&form);
        if next != form && !next.is_empty() {
            forms.push(next.clone());
            form = next;
        }
    }
    forms
}

/// `1. Иванова А.П.` → `Иванова А.П.`
fn without_number(text: &str) -> String {
    let rest = text.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let numbered = rest.len() < text.len() && rest.starts_with(['.', ')']);
    let name = if numbered { &rest[1..] } else { text };
    name.trim().to_owned()
}

/// `Иванова А.П.*` → `Иванова А.П.`
fn without_marks(text: &str) -> String {
    let is_mark = |letter: char| {
        letter.is_whitespace()
            || matches!(
                letter,
                '*' | '!' | '?' | ',' | ';' | ':' | '"' | '«' | '»' | '_' | '+' | '✓' | '–' | '—'
            )
    };
    text.trim_matches(is_mark).to_owned()
}

/// `Mrs. Smith` → `Smith`
fn without_title(text: &str) -> String {
    const TITLES: [&str; 14] = [
        "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "гжа", "гн", "др", "проф", "доц",
        "тов",
    ];
    let mut rest = text;
    while let Some((first, behind)) = rest.split_once([' ', '.']) {
        let key = word_key(first);
        let behind = behind.trim_start_matches([' ', '.']);
        if behind.is_empty() || !TITLES.iter().any(|title| word_key(title) == key) {
            break;
        }
        rest = behind;
    }
    rest.to_owned()
}

/// `5. Дубов П.И.` → `Дубов П.И.`, `Dr. Anna Birch` → `Anna Birch`: without what only stands before a name.
pub fn without_front(text: &str) -> String {
    without_title(&without_list_number(text))
}

/// `5. Дубов П.И.`, `5) Дубов П.И.`, `№ 5 Дубов П.И.` → `Дубов П.И.`
pub fn without_list_number(text: &str) -> String {
    let rest = text.trim_start_matches(['№', ' ']);
    let name = rest.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let name = name.trim_start_matches(['.', ')', ' ', '\u{a0}', '\t']);
    let is_numbered = rest.starts_with(|letter: char| letter.is_ascii_digit());
    // `5 А` is no numbered name.
    let is_name = name
        .split_whitespace()
        .next()
        .is_some_and(|word| word.starts_with(char::is_alphabetic) && word.chars().count() > 1);
    let has_sign = rest.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let is_marked = text.starts_with('№') || has_sign.starts_with(['.', ')']);
    if is_numbered && is_name && is_marked {
        name.to_owned()
    } else {
        text.to_owned()
    }
}

/// Words that begin a remark behind a name: a room, a telephone, a part played.
const ASIDE: &str = "каб кабинет ауд аудитория тел телефон моб сот отв ответственный ответственная замена резерв запасной \
    совм совместитель совместительство корпус room phone tel mobile reserve";

static ASIDE_KEYS: LazyLock<Set<String>> =
    LazyLock::new(|| ASIDE.split_whitespace().map(word_key).collect());

/// Does the word begin a remark behind a name?
pub fn is_aside_word(word: &str) -> bool {
    ASIDE_KEYS.contains(&word_key(word))
}

/// `Дубов П.И. каб. 12`, `Дубов П.И. 8-900-000-00-00` → `Дубов П.И.`
pub fn without_remark(text: &str) -> Option<&str> {
    let start_of = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    let mut words = text.split_whitespace();
    words.next()?;
    let at = words.map(start_of).find(|&at| {
        is_telephone(&text[at..])
            || text[at..]
                .split_whitespace()
                .next()
                .is_some_and(is_aside_word)
    })?;
    let name = text[..at].trim_matches([' ', ',', ';', '-', '–', '—', '(']);
    // A bare word and a number may be a code: `Teacher 12`.
    (name.contains([' ', '.'])).then_some(name)
}

/// `Щербак Н.Ф. (мама)`, `мама Щербак Н.Ф.`, `Щербак Н.Ф. – бабушка`, `Щербак Н.Ф. 8-900-000-00-00` → `Щербак Н.Ф.`: without kinship,
/// position, room or telephone on either side. Other brackets stay: they tell namesakes apart.
pub fn without_asides(text: &str) -> String {
    let outside = without_aside_bracket(text.trim());
    let outside = without_remark(outside).unwrap_or(outside);
    let name = without_job_behind(without_job_before(outside));
    let is_word = |word: &str| word.starts_with(char::is_alphabetic);
    let is_name = name.split_whitespace().all(is_word) && name.contains([' ', '.']);
    // `Teacher 12` is a code, and a word alone is no name.
    if is_name && name.len() < text.len() {
        name.to_owned()
    } else {
        text.to_owned()
    }
}

/// Without brackets at the end that hold a remark.
fn without_aside_bracket(text: &str) -> &str {
    let Some((outside, within)) = text.split_once('(') else {
        return text;
    };
    match within.split_once(')') {
        Some((inner, "")) if is_aside(inner.trim()) => outside.trim_end(),
        _ => text,
    }
}

/// `учитель химии Щербак Н.Ф.` → `Щербак Н.Ф.`; `Parent` with a capital may be a surname or a code.
fn without_job_before(text: &str) -> &str {
    let first = text.split_whitespace().next().unwrap_or_default();
    let is_small = |word: &str| word.starts_with(char::is_lowercase);
    if !is_job(first) || (first.is_ascii() && !is_small(first)) {
        return text;
    }
    let mut words = text.split_whitespace().skip(1);
    let name = words.find(|word| !is_small(word) && word.starts_with(char::is_alphabetic));
    name.map_or(text, |word| {
        &text[word.as_ptr() as usize - text.as_ptr() as usize..]
    })
}

/// `Щербак Н.Ф., мама Кати` → `Щербак Н.Ф.`; a word with a capital and no sign before it may be a surname.
fn without_job_behind(text: &str) -> &str {
    const SIGNS: [char; 6] = [',', ';', '-', '–', '—', '/'];
    let before = |word: &str| &text[..word.as_ptr() as usize - text.as_ptr() as usize];
    let is_behind = |word: &&str| {
        let is_parted = before(word).trim_end().ends_with(SIGNS);
        is_job(word) && (is_parted || word.starts_with(char::is_lowercase))
    };
    let job = text.split_whitespace().skip(1).find(is_behind);
    let name = job.map_or(text, before);
    name.trim_end_matches(|letter: char| letter.is_whitespace() || SIGNS.contains(&letter))
        .trim_end_matches('*')
}

/// Does the text begin as a remark does?
fn is_aside(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    is_job(first) || is_aside_word(first) || is_telephone(text)
}

/// Each half of a double surname with the other names: `Щербак-Котова Нина` → `Щербак Нина`, `Котова Нина`.
pub fn halves_of_surname(name: &str) -> Vec<String> {
    let Some((surname, others)) = name.split_once(char::is_whitespace) else {
        return Vec::new();
    };
    let halves: Vec<&str> = surname.split(['-', '–']).collect();
    if halves.len() < 2 || halves.iter().any(|half| half.chars().count() < 2) {
        return Vec::new();
    }
    let with_others = |half: &str| format!("{half} {others}");
    halves.into_iter().map(with_others).collect()
}

/// Digits of a telephone number and nothing else but its signs.
fn is_telephone(text: &str) -> bool {
    const FEWEST: usize = 6;
    let is_sign = |letter: char| matches!(letter, '+' | '-' | '–' | '(' | ')' | ' ' | '.');
    let digits = text.chars().filter(char::is_ascii_digit).count();
    digits >= FEWEST
        && text
            .chars()
            .all(|letter| letter.is_ascii_digit() || is_sign(letter))
}

/// Does one name have a man's title and the other a woman's?
pub fn titles_clash(one: &str, other: &str) -> bool {
    const MEN: [&str; 3] = ["MR", "SIR", "ГН"];
    const WOMEN: [&str; 4] = ["MRS", "MS", "MISS", "ГЖА"];
    let has = |name: &str, titles: &[&str]| {
        let first = name.split([' ', '.']).next().map(word_key);
        first.is_some_and(|first| titles.iter().any(|title| word_key(title) == first))
    };
    (has(one, &MEN) && has(other, &WOMEN)) || (has(one, &WOMEN) && has(other, &MEN))
}

/// `Smith, A.` → `Smith A.`
fn without_comma(text: &str) -> String {
    match text.split_once(',') {
        Some((before, after)) if !after.contains(',') => {
            format!("{} {}", before.trim(), after.trim())
        }
        _ => text.to_owned(),
    }
}

/// `ИвановаА.П.` → `Иванова А.П.`, `Иванова АП` → `Иванова А П`: a capital behind a small letter begins a word, and two capitals
/// at the end are initials.
fn apart(text: &str) -> String {
    let mut apart = String::with_capacity(text.len() + 2);
    let mut before = ' ';
    for letter in text.chars() {
        if before.is_lowercase() && letter.is_uppercase() {
            apart.push(' ');
        }
        apart.push(letter);
        before = letter;
    }
    let initials: Vec<char> = apart
        .rsplit(char::is_whitespace)
        .next()
        .unwrap_or_default()
        .trim_end_matches('.')
        .chars()
        .collect();
    if let [first, second] = initials.as_slice()
        && first.is_uppercase()
        && second.is_uppercase()
        && let Some((name, _)) = apart.rsplit_once(char::is_whitespace)
    {
        return format!("{name} {first} {second}");
    }
    apart
}

/// Words that tell a position or a kinship. Whole words: Замятина and Мамаева are surnames.
const JOBS: &str = "учитель учителя учительница директор директора зам заместитель завуч библиотекарь психолог педагог воспитатель \
    воспитательница секретарь лаборант логопед дефектолог тьютор методист социальный соцпедагог инженер преподаватель родитель \
    родительница мама папа мать отец бабушка дедушка опекун попечитель отчим мачеха тётя дядя законный представитель классный кл администрация вожатый вожатая медсестра врач \
    teacher deputy headteacher librarian parent mother father grandmother psychologist nurse secretary";

static JOB_KEYS: LazyLock<Set<String>> =
    LazyLock::new(|| JOBS.split_whitespace().map(word_key).collect());

/// Does the word, or the part of it before a hyphen, tell a position?
pub fn is_job(word: &str) -> bool {
    let first = word.split(['-', '.', ',']).next().unwrap_or_default();
    JOB_KEYS.contains(&word_key(first))
}

/// The name before, or behind, the words of a position: `Иванова А.П. учитель математики`, `учитель математики Иванова А.П.`
pub fn without_job(text: &str, is_name: impl Fn(&str) -> bool) -> Option<&str> {
    let starts: Vec<usize> = text
        .split_whitespace()
        .map(|word| word.as_ptr() as usize - text.as_ptr() as usize)
        .collect();
    let job = *starts
        .iter()
        .find(|&&start| is_job(text[start..].split_whitespace().next().unwrap_or_default()))?;
    let separators = [' ', ',', '-', '–', '—', '(', ')'];
    let before = text[..job].trim_matches(separators);
    if job > 0 {
        return (!before.is_empty()).then_some(before);
    }
    let behind = |&start: &usize| text[start..].trim_matches(separators);
    starts.iter().skip(1).map(behind).find(|name| is_name(name))
}

/// Ends the word as patronymics do?
pub fn is_patronymic(word: &str) -> bool {
    const ENDINGS: [&str; 6] = ["ВИЧ", "ЬИЧ", "ВНА", "ЧНА", "КЫЗЫ", "ОГЛЫ"];
    ENDINGS.iter().any(|ending| word.ends_with(ending))
}

/// Letters of the Latin alphabet, none of the Cyrillic.
pub fn is_latin(name: &str) -> bool {
    let is_cyrillic = |letter: char| ('\u{400}'..='\u{4ff}').contains(&letter);
    name.chars().any(|letter| letter.is_ascii_alphabetic()) && !name.contains(is_cyrillic)
}
