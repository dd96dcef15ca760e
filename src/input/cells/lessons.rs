//! Lesson numbers: `2`, `2-3`, `2,3`.

use crate::domain::Lessons;

use super::{FactProblem, Parsed};

/// One or more lesson numbers, 0–63.
pub fn lessons(text: &str) -> Parsed<Lessons> {
    text.split([',', ';', '|', '/', '\n'])
        .map(|part| range(part.trim()))
        .collect::<Option<Vec<_>>>()
        .map(|ranges| Lessons::of(ranges.into_iter().flatten()))
        .filter(|lessons| !lessons.is_empty())
        .ok_or(FactProblem::NotLessons)
}

fn range(text: &str) -> Option<std::ops::RangeInclusive<u32>> {
    let (first, last) = text
        .split_once(['-', '–', '—', '\u{2011}'])
        .unwrap_or((text, text));
    let (first, last) = (number(first)?, number(last)?);
    (first <= last).then_some(first..=last)
}

fn number(text: &str) -> Option<u32> {
    let text = text.trim();
    let plain = !text.is_empty() && text.bytes().all(|digit| digit.is_ascii_digit());
    text.parse()
        .ok()
        .filter(|&number| plain && number <= Lessons::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_ranges_and_lists_are_read() {
        for (text, numbers) in [
            ("2", vec![2]),
            ("2-3", vec![2, 3]),
            ("2 – 3", vec![2, 3]),
            ("2,3", vec![2, 3]),
            ("2; 4-5", vec![2, 4, 5]),
            ("0", vec![0]),
        ] {
            assert_eq!(lessons(text), Ok(Lessons::of(numbers)), "{text}");
        }
    }

    #[test]
    fn everything_else_is_refused() {
        for text in [
            "",
            "два",
            "64",
            "3-2",
            "2,",
            "1-999999999999",
            "-2",
            "2--3",
            "02.03.2026",
        ] {
            assert_eq!(lessons(text), Err(FactProblem::NotLessons), "{text}");
        }
    }
}
