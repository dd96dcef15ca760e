//! A subject as people shorten it: `рус. яз.`, `матем`, `общ-во`, `ВПР по истории`, or with a slip of the pen.

use crate::domain::SubjectId;
use crate::input::names::subject_key;

use super::Names;

/// What a text says of a subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SubjectRead {
    /// This one.
    Sure(SubjectId),
    /// Any of these, if the class writes one of them then; the text may be misspelt.
    Likely(Vec<SubjectId>),
    /// None that is known.
    Unknown,
}

impl Names<'_> {
    /// The subject of a cell.
    pub fn subject_in(&self, text: &str) -> SubjectRead {
        if let Some(subject) = self.subjects.find(text) {
            return SubjectRead::Sure(subject);
        }
        let bare = bare(text);
        if let Some(subject) = self.subjects.find(&bare) {
            return SubjectRead::Sure(subject);
        }
        let words = words(&bare);
        if words.is_empty() {
            return SubjectRead::Unknown;
        }
        match self
            .subjects_like(|name| is_short_for(&words, name))
            .as_slice()
        {
            [] => {}
            [one] => return SubjectRead::Sure(*one),
            several => return SubjectRead::Likely(several.to_vec()),
        }
        let like = self.subjects_like(|name| is_nearly(&words, name));
        if like.is_empty() {
            SubjectRead::Unknown
        } else {
            SubjectRead::Likely(like)
        }
    }

    fn subjects_like(&self, is_like: impl Fn(&[String]) -> bool) -> Vec<SubjectId> {
        let subjects = self.school.subjects.iter().enumerate();
        subjects
            .filter(|(_, subject)| is_like(&words(&subject.name)))
            .map(|(index, _)| SubjectId::new(index))
            .collect()
    }
}

/// Without brackets, quotes, and the words around a subject's name.
fn bare(text: &str) -> String {
    const WORDS: [&str; 9] = [
        "впр",
        "по",
        "предмету",
        "работа",
        "предмет",
        "exam",
        "test",
        "in",
        "часть",
    ];
    let mut depth = 0_usize;
    let outside = text.chars().filter(|letter| {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => {
                depth = depth.saturating_sub(1);
                return false;
            }
            '«' | '»' | '"' => return false,
            _ => {}
        }
        depth == 0
    });
    let outside: String = outside.collect();
    outside
        .split_whitespace()
        .filter(|word| !WORDS.contains(&word.to_lowercase().trim_matches(['.', ',', ':'])))
        .collect::<Vec<_>>()
        .join(" ")
}

/// The words, folded; an abbreviation's point ends a word.
fn words(text: &str) -> Vec<String> {
    text.split(|letter: char| letter.is_whitespace() || matches!(letter, '.' | ','))
        .map(subject_key)
        .filter(|word| !word.is_empty())
        .collect()
}

/// Is each word a beginning of the name's (`рус яз`), or a beginning and a later part (`общ-во`)? Fewer words than the name has are enough, the first
/// among them.
fn is_short_for(words: &[String], name: &[String]) -> bool {
    /// `ист` is history; `и` is anything.
    const SHORTEST: usize = 2;
    let shortens = |(word, whole): (&String, &String)| match word.split_once(['-', '–']) {
        Some((start, end)) => {
            let rest = whole.strip_prefix(start).filter(|_| !start.is_empty());
            rest.is_some_and(|rest| rest.contains(end))
        }
        None => whole.starts_with(word.as_str()),
    };
    let length: usize = words.iter().map(|word| word.chars().count()).sum();
    words.len() <= name.len() && length > SHORTEST && words.iter().zip(name).all(shortens)
}

/// Is each word the name's, but for one slip or another ending (`по истории`)?
fn is_nearly(words: &[String], name: &[String]) -> bool {
    /// Shorter words are other words when a letter changes.
    const SHORTEST: usize = 4;
    let is_near = |(word, whole): (&String, &String)| {
        let (length, whole_length) = (word.chars().count(), whole.chars().count());
        let shared = word
            .chars()
            .zip(whole.chars())
            .take_while(|(a, b)| a == b)
            .count();
        let another_ending = shared >= SHORTEST && shared + 3 >= length.max(whole_length);
        word == whole
            || another_ending
            || (length >= SHORTEST && strsim::osa_distance(word, whole) <= 1)
    };
    words.len() == name.len() && words.iter().zip(name).all(is_near)
}
