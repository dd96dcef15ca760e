//! The names of a cell: where each begins and ends.
//!
//! People separate names by commas, semicolons, slashes, line breaks, «и», or by nothing but a space; they add positions and
//! telephone numbers. What is a name as a whole is never cut.

use std::ops::Range;

use crate::input::cells::is_none_mark;
use crate::input::names::{NoPerson, is_aside_word, is_job, no_person};

/// The names of the text, as ranges of its bytes, in order. A position or a number behind a name belongs to its range.
pub fn names_in(text: &str, is_name: &impl Fn(&str) -> bool) -> Vec<Range<usize>> {
    if is_nobody(text) {
        return Vec::new();
    }
    let mut pieces = Vec::new();
    cut(Piece { text, at: 0 }.trimmed(), &CUTS, is_name, &mut pieces);
    let mut names: Vec<Range<usize>> = Vec::new();
    for piece in pieces {
        match names.last_mut() {
            _ if is_nobody(piece.text) => {}
            Some(name) if is_remark(piece.text, is_name) => name.end = piece.range().end,
            _ => names.push(piece.range()),
        }
    }
    names
}

/// Says the text that there is nobody?
pub fn is_nobody(text: &str) -> bool {
    let has_letters = text.contains(char::is_alphabetic) && !text.starts_with('#');
    is_none_mark(text) || (has_letters && no_person(text) == Some(NoPerson::Nobody))
}

/// A part of the cell's text and where it begins.
#[derive(Debug, Clone, Copy)]
struct Piece<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Piece<'t> {
    fn range(self) -> Range<usize> {
        self.at..self.at + self.text.len()
    }

    fn part(self, range: Range<usize>) -> Self {
        Self {
            text: &self.text[range.clone()],
            at: self.at + range.start,
        }
        .trimmed()
    }

    fn trimmed(self) -> Self {
        let text = self.text.trim_start();
        Self {
            text: text.trim_end(),
            at: self.at + self.text.len() - text.len(),
        }
    }

    /// The parts between the separators, which are ranges in order; within brackets nothing separates.
    fn between(self, separators: &[Range<usize>]) -> Vec<Piece<'t>> {
        let mut from = 0;
        let mut parts = Vec::with_capacity(separators.len() + 1);
        let brackets = brackets_in(self.text);
        let is_outside = |at: usize| !brackets.iter().any(|bracket| bracket.contains(&at));
        for separator in separators.iter().filter(|range| is_outside(range.start)) {
            parts.push(self.part(from..separator.start));
            from = separator.end;
        }
        parts.push(self.part(from..self.text.len()));
        parts.retain(|part| !part.text.is_empty());
        parts
    }
}

/// Pairs of brackets within one line, as ranges of bytes.
fn brackets_in(text: &str) -> Vec<Range<usize>> {
    let mut brackets = Vec::new();
    let mut open = None;
    for (at, letter) in text.char_indices() {
        match letter {
            '(' | '[' => open = open.or(Some(at)),
            ')' | ']' => brackets.extend(open.take().map(|from| from..at)),
            '\n' => open = None,
            _ => {}
        }
    }
    brackets
}

type Cut = for<'t> fn(Piece<'t>) -> Vec<Piece<'t>>;

/// From what surely separates names to what may belong to one.
const CUTS: [Cut; 4] = [at_lines, at_commas, at_words, at_nothing];

fn cut<'t>(
    piece: Piece<'t>,
    cuts: &[Cut],
    is_name: &impl Fn(&str) -> bool,
    pieces: &mut Vec<Piece<'t>>,
) {
    let Some((first, finer)) = cuts.split_first() else {
        pieces.push(piece);
        return;
    };
    if piece.text.is_empty() {
        return;
    }
    if is_name(piece.text) {
        pieces.push(piece);
        return;
    }
    for part in first(piece) {
        cut(part, finer, is_name, pieces);
    }
}

/// Line breaks, semicolons, bars, and numbers of a list (`1. Иванова 2. Петров`).
fn at_lines(piece: Piece<'_>) -> Vec<Piece<'_>> {
    let text = piece.text;
    let mut separators = Vec::new();
    for (at, letter) in text.char_indices() {
        if matches!(letter, '\n' | '\r' | ';' | '|' | '•') {
            separators.push(at..at + letter.len_utf8());
        } else if letter.is_ascii_digit() {
            let begins = text[..at].ends_with(char::is_whitespace) || at == 0;
            let number = text[at..].trim_start_matches(|digit: char| digit.is_ascii_digit());
            let end = text.len() - number.len();
            let listed = begins && end - at <= 2 && number.starts_with(['.', ')']);
            if listed && !number[1..].starts_with(|next: char| next.is_ascii_digit()) {
                separators.push(at..end + 1);
            }
        }
    }
    piece.between(&separators)
}

/// Commas; but `Иванова, А.П.` is one name.
fn at_commas(piece: Piece<'_>) -> Vec<Piece<'_>> {
    let commas = piece.text.match_indices(',').filter(|&(at, _)| {
        let next = piece.text[at + 1..].split(',').next().unwrap_or_default();
        !is_initials(next.trim()) || next.trim().is_empty()
    });
    let separators: Vec<_> = commas.map(|(at, _)| at..at + 1).collect();
    piece.between(&separators)
}

/// Slashes, «и», `and`, `&`, `+`.
fn at_words(piece: Piece<'_>) -> Vec<Piece<'_>> {
    const WORDS: [&str; 8] = ["/", "\\", " и ", " and ", "&", " + ", " или ", " or "];
    let mut separators: Vec<Range<usize>> = WORDS
        .iter()
        .flat_map(|word| piece.text.match_indices(word))
        .map(|(at, word)| at..at + word.len())
        .collect();
    separators.sort_by_key(|separator| separator.start);
    piece.between(&separators)
}

/// `Иванова А.П. Петров П.И.`: a surname behind initials begins a name, or ends one where initials come first.
fn at_nothing(piece: Piece<'_>) -> Vec<Piece<'_>> {
    let brackets = brackets_in(piece.text);
    let is_outside = |word: &Piece<'_>| !brackets.iter().any(|bracket| bracket.contains(&word.at));
    let words: Vec<Piece<'_>> = piece
        .text
        .split_whitespace()
        .map(|word| Piece {
            text: word,
            at: word.as_ptr() as usize - piece.text.as_ptr() as usize,
        })
        .filter(is_outside)
        .collect();
    let is_short: Vec<bool> = words.iter().map(|word| is_initials(word.text)).collect();
    let surnames = is_short.iter().filter(|short| !**short).count();
    let (Some(first_is_short), true) = (is_short.first(), surnames > 1 && is_short.contains(&true))
    else {
        return vec![piece];
    };
    // Every surname must have initials of its own, on the same side.
    let begins = |index: usize| {
        let (before, here) = (
            index.checked_sub(1).map(|before| is_short[before]),
            is_short[index],
        );
        if *first_is_short {
            here && before == Some(false)
        } else {
            !here && before == Some(true)
        }
    };
    let starts: Vec<usize> = (1..words.len()).filter(|&index| begins(index)).collect();
    if starts.len() + 1 != surnames {
        return vec![piece];
    }
    let separators: Vec<_> = starts
        .iter()
        .map(|&index| words[index].at..words[index].at)
        .collect();
    piece.between(&separators)
}

/// `А.`, `А.П.`, `А. П.`: single letters with points.
fn is_initials(text: &str) -> bool {
    let mut letters = text
        .split('.')
        .map(str::trim)
        .filter(|part| !part.is_empty());
    text.contains('.')
        && letters.clone().count() <= 3
        && letters.all(|part| part.chars().count() == 1 && part.chars().all(char::is_alphabetic))
}

/// A position (`учитель математики`), a telephone number, a room (`каб. 12`), or anything in brackets but a name.
fn is_remark(text: &str, is_name: &impl Fn(&str) -> bool) -> bool {
    if let Some(within) = text.strip_prefix('(') {
        return !is_name(within.trim_end_matches(')'));
    }
    let first = text.split_whitespace().next();
    let is_position = first.is_some_and(|word| is_job(word) || is_aside_word(word));
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let is_number = digits >= 5 && !text.contains(char::is_alphabetic);
    is_number || (is_position && !is_name(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: [&str; 5] = ["Иванова А.П.", "Иванова", "Петров П.И.", "Зам, Ира", "А/Б"];

    fn names(text: &str) -> Vec<&str> {
        let ranges = names_in(text, &|name| KNOWN.contains(&name));
        ranges.into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn every_habit_separates() {
        for text in [
            "Иванова А.П., Петров П.И.",
            "Иванова А.П.; Петров П.И.",
            "Иванова А.П./Петров П.И.",
            "Иванова А.П.\nПетров П.И.",
            "Иванова А.П. и Петров П.И.",
            "Иванова А.П. + Петров П.И.",
            "Иванова А.П. Петров П.И.",
            "1. Иванова А.П. 2. Петров П.И.",
            "1) Иванова А.П.\n2) Петров П.И.",
            "Иванова А.П., , Петров П.И.,",
        ] {
            assert_eq!(names(text), ["Иванова А.П.", "Петров П.И."], "{text}");
        }
        assert_eq!(
            names("А.П. Иванова П.И. Петров"),
            ["А.П. Иванова", "П.И. Петров"]
        );
        assert_eq!(
            names("Сидорова О. Л., Ким Р."),
            ["Сидорова О. Л.", "Ким Р."]
        );
    }

    #[test]
    fn a_name_is_never_cut() {
        assert_eq!(names("Зам, Ира"), ["Зам, Ира"]);
        assert_eq!(names("А/Б; Иванова"), ["А/Б", "Иванова"]);
        assert_eq!(names("Ким, О.Л."), ["Ким, О.Л."]);
        assert_eq!(names("Сидорова Ольга Львовна"), ["Сидорова Ольга Львовна"]);
    }

    #[test]
    fn positions_and_numbers_belong_to_the_name_before() {
        let text = "Иванова А.П., учитель математики, 8-912-000-00-00; Петров П.И.";
        assert_eq!(
            names(text),
            [
                "Иванова А.П., учитель математики, 8-912-000-00-00",
                "Петров П.И."
            ]
        );
        assert_eq!(names("учитель математики"), ["учитель математики"]);
        assert_eq!(
            names("Иванова А.П., Замятина О.Л."),
            ["Иванова А.П.", "Замятина О.Л."]
        );
    }

    #[test]
    fn remarks_belong_to_the_name_before() {
        for text in [
            "Иванова А.П. (отв.), Петров П.И.",
            "Иванова А.П. (замена) Петров П.И.",
            "Иванова А.П. (каб. 12); Петров П.И.",
            "Иванова А.П. (математика, физика), Петров П.И.",
            "Иванова А.П., (отв.), Петров П.И.",
            "Иванова А.П., тел. 8-900-000-00-00, Петров П.И.",
            "Иванова А.П., каб. 12, Петров П.И.",
            "Иванова А.П. [резерв] / Петров П.И.",
        ] {
            let names = names(text);
            assert_eq!(names.len(), 2, "{text}: {names:?}");
            assert!(names[0].starts_with("Иванова А.П."), "{text}");
            assert_eq!(names[1], "Петров П.И.", "{text}");
        }
        assert_eq!(names("Иванова А.П. (\nПетров П.И.").len(), 2);
    }

    #[test]
    fn nobody_is_nobody() {
        for text in [
            "вакансия",
            "Вакансия (физика)",
            "TBD",
            "нет учителя",
            "вакант",
            "",
            "-",
            "—",
            "нет",
            "не требуется",
            " – ",
            "?",
        ] {
            assert!(names(text).is_empty(), "{text}");
        }
        assert_eq!(names("Иванова А.П., -"), ["Иванова А.П."]);
    }
}
