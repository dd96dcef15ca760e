//! Rows below a header that are no rows of the table: totals, headlines, signatures, the header again, its column numbers.

use crate::input::grid::{Grid, GridRow};
use crate::input::header::{Column, Header};
use crate::input::names::{is_patronymic_word, word_key};

use super::TableKind;

/// Why a row is none of the table's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aside {
    /// The header, as on every page of a print.
    HeaderAgain,
    /// The columns' numbers below the header.
    Numbers,
    /// `Итого`, `Total`.
    Total,
    /// A line to sign on, or who signs.
    Signature,
    /// A headline of the rows below it.
    Headline,
}

/// Positions in the grid of such rows, in order.
pub fn rows_aside(grid: &Grid, header: &Header, kind: TableKind) -> Vec<(usize, Aside)> {
    if kind == TableKind::Names {
        return Vec::new();
    }
    let required = kind.layout().required;
    let names_people = [Column::Person, Column::Parent]
        .iter()
        .any(|column| required.contains(column));
    let start = header.index + 1;
    let end_of_wide = 1 + last_wide(grid, start).unwrap_or(start);
    let rows = grid.rows.iter().enumerate().skip(start);
    let aside = rows.filter_map(|(index, row)| {
        let texts: Vec<&str> = texts_of(row);
        let why = if is_header_again(grid, header, row) {
            Aside::HeaderAgain
        } else if index == start && are_numbers(&texts, kind) {
            Aside::Numbers
        } else if texts.first().is_some_and(|text| is_total(text)) {
            Aside::Total
        } else if is_signature(&texts, index >= end_of_wide) {
            Aside::Signature
        } else if names_people && is_headline(&texts) {
            Aside::Headline
        } else {
            return None;
        };
        Some((index, why))
    });
    aside.collect()
}

/// More cells are a row of a table, whatever they say.
const FEW: usize = 3;

/// The texts of the row; of a long row, no more than can matter here.
fn texts_of(row: &GridRow) -> Vec<&str> {
    let texts = row.cells.iter().filter(|text| !text.is_empty());
    texts.take(MOST_NUMBERS).collect()
}

const MOST_NUMBERS: usize = 12;

/// The last row with two texts at least, from `start` on.
fn last_wide(grid: &Grid, start: usize) -> Option<usize> {
    let is_wide = |row: &GridRow| row.cells.iter().filter(|text| !text.is_empty()).count() > 1;
    let rows = grid.rows.iter().enumerate().skip(start);
    let mut wide = rows.rev().filter(|(_, row)| is_wide(row));
    wide.find(|(_, row)| !texts_of(row).iter().any(|text| text.contains(LINE)))
        .map(|(index, _)| index)
}

/// A line to write on.
const LINE: &str = "___";

fn is_header_again(grid: &Grid, header: &Header, row: &GridRow) -> bool {
    let heading = &grid.rows[header.index].cells;
    let mut told = 0;
    for place in header.all_places() {
        let text = row.cells.get(place).unwrap_or_default();
        if text != heading.get(place).unwrap_or_default() {
            return false;
        }
        told += usize::from(!text.is_empty());
    }
    told > 0
}

fn are_numbers(texts: &[&str], kind: TableKind) -> bool {
    // A first class of two pupils in room 3 is one.
    let fewest = if kind == TableKind::Classes { 5 } else { 3 };
    let is_count =
        |(text, number): (&&str, usize)| text.trim_end_matches('.') == number.to_string();
    texts.len() >= fewest && texts.iter().zip(1..).all(is_count)
}

/// The first word's letters.
fn first_word(text: &str) -> &str {
    let text = text.trim_start_matches(|letter: char| !letter.is_alphabetic());
    let end = text.find(|letter: char| !letter.is_alphabetic() && letter != '-');
    &text[..end.unwrap_or(text.len())]
}

fn begins_with(text: &str, words: &[&str]) -> bool {
    let first = first_word(text);
    // Names of tables' rows are mostly names: the first letters tell them apart without folding them.
    let long = (2..=32).contains(&first.len());
    long && words
        .iter()
        .any(|word| word.len() == first.len() && word_key(word) == word_key(first))
}

fn is_total(text: &str) -> bool {
    const TOTALS: [&str; 8] = [
        "итого",
        "всего",
        "итог",
        "total",
        "totals",
        "сумма",
        "кол-во",
        "количество",
    ];
    begins_with(text, &TOTALS)
}

fn is_signature(texts: &[&str], is_below_all: bool) -> bool {
    const SIGNS: [&str; 16] = [
        "директор",
        "зам",
        "заместитель",
        "исполнитель",
        "исп",
        "составил",
        "составила",
        "подготовил",
        "подготовила",
        "утверждаю",
        "согласовано",
        "подпись",
        "principal",
        "headteacher",
        "signed",
        "signature",
    ];
    if texts.len() > FEW {
        return false;
    }
    let has_line = texts.iter().any(|text| text.contains(LINE));
    let is_last = is_below_all && texts.len() == 1;
    has_line || (is_last && begins_with(texts[0], &SIGNS))
}

/// `Учителя математики`, `Начальные классы`: no person is called so.
fn is_headline(texts: &[&str]) -> bool {
    const GROUPS: [&str; 18] = [
        "учителя",
        "педагоги",
        "преподаватели",
        "администрация",
        "кафедра",
        "методобъединение",
        "методическое",
        "начальная",
        "начальные",
        "родители",
        "список",
        "технический",
        "обслуживающий",
        "teachers",
        "department",
        "administration",
        "parents",
        "совместители",
    ];
    let [text, others @ ..] = texts else {
        return false;
    };
    if others.len() >= FEW || text.contains(',') {
        return false;
    }
    let is_union = text.starts_with("МО ") || text.starts_with("ШМО ");
    let counted = others
        .iter()
        .all(|other| other.chars().all(|letter| letter.is_ascii_digit()));
    if (is_union || begins_with(text, &GROUPS)) && counted {
        return true;
    }
    others.is_empty() && is_phrase(text)
}

/// A capital word and small ones behind it, as no name has them: `Вспомогательный персонал`.
fn is_phrase(text: &str) -> bool {
    const LONGEST_PARTICLE: usize = 4;
    let words: Vec<&str> = text.split_whitespace().collect();
    let [first, second, ..] = words.as_slice() else {
        return false;
    };
    let are_letters = |word: &&str| {
        word.chars()
            .all(|letter| letter.is_alphabetic() || letter == '-')
    };
    let is_small = |word: &str| word.chars().all(|letter| !letter.is_uppercase());
    let is_cyrillic = |word: &str| word.starts_with(|letter| ('А'..='я').contains(&letter));
    first.starts_with(char::is_uppercase)
        && first.chars().count() > LONGEST_PARTICLE
        && is_cyrillic(first)
        && is_small(second)
        && second.chars().count() > LONGEST_PARTICLE
        && words.iter().all(are_letters)
        && !words.iter().any(|word| is_patronymic_word(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn totals_signatures_and_headlines_are_no_rows() {
        for text in [
            "Итого: 5",
            "ВСЕГО",
            "Всего учителей: 12",
            "Total",
            "Кол-во: 7",
        ] {
            assert!(is_total(text), "{text}");
        }
        for texts in [
            &["Директор школы ____________ Н.Н. Серова"][..],
            &["Исполнитель", "________"],
            &["Заместитель директора по УВР Серова Н.Н."],
            &["_______________"],
        ] {
            assert!(is_signature(texts, true), "{texts:?}");
        }
        for texts in [
            &["Учителя математики"][..],
            &["УЧИТЕЛЯ"],
            &["Учителя физики", "8"],
            &["МО учителей естественных наук"],
            &["Начальные классы"],
            &["Вспомогательный персонал"],
            &["Teachers of maths"],
        ] {
            assert!(is_headline(texts), "{texts:?}");
        }
    }

    #[test]
    fn people_are_rows() {
        for name in [
            "Дубов Пётр Ильич",
            "Дубов",
            "иванова анна петровна",
            "Иванова анна Петровна",
            "Мамедов Али Гасан оглы",
            "Ван дер Берг Анна",
            "Мо Ян",
            "Всеволодова И. П.",
            "Учителева Анна",
            "Замятина О.Л.",
            "Директоренко П.И.",
            "Родителев, Иван",
        ] {
            assert!(!is_total(name), "{name}");
            assert!(!is_signature(&[name], true), "{name}");
            assert!(!is_headline(&[name]), "{name}");
        }
        // With a position of their own they are people.
        assert!(!is_headline(&["Учителя Анна", "учитель"]));
        assert!(!is_signature(&["Директор Серова Н.Н."], false));
    }

    #[test]
    fn numbers_of_columns() {
        assert!(are_numbers(&["1", "2", "3"], TableKind::Staff));
        assert!(are_numbers(&["1.", "2.", "3."], TableKind::Load));
        assert!(!are_numbers(&["1", "2", "3"], TableKind::Classes));
        assert!(!are_numbers(&["1", "2"], TableKind::Staff));
    }
}
