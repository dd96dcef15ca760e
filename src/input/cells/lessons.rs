//! Lesson numbers: `2`, `2-3`, `2,3`.

use crate::domain::Lessons;

use super::{FactProblem, Parsed};

/// One or more lesson numbers, 0–63. The word itself (`2 урок`, `№ 2`, `уроки 2-3`, `2-й урок`) says nothing more.
pub fn lessons(text: &str) -> Parsed<Lessons> {
    plain(text).or_else(|problem| {
        let bare = without_word(text).ok_or(problem)?;
        plain(&bare)
    })
}

/// The text without the word for lessons, ordinal endings and `№`, where it has any; or else what a date was made of.
fn without_word(text: &str) -> Option<String> {
    const WORDS: [&str; 9] = [
        "уроки",
        "уроков",
        "урок",
        "ур.",
        "ур",
        "lessons",
        "lesson",
        "periods",
        "period",
    ];
    let small = text.to_lowercase().replace('№', "");
    let mut bare = small.clone();
    for word in WORDS {
        bare = bare.replacen(word, "", 1);
    }
    for ending in ["-й", "-ый", "-ой", "-го"] {
        bare = bare.replace(ending, "");
    }
    let bare = bare.trim().to_owned();
    (bare != text.trim()).then_some(bare)
}

/// What a spreadsheet may have made this date of: `02.03.2026` of `2-3`.
fn turned_over(text: &str) -> Option<String> {
    let date = super::date(text, super::Serials::Refused).ok()?;
    let (first, last) = (chrono::Datelike::day(&date), chrono::Datelike::month(&date));
    (first < last).then(|| format!("{first}-{last}"))
}

fn plain(text: &str) -> Parsed<Lessons> {
    text.split([',', ';', '|', '/', '\n'])
        .map(|part| range(part.trim()))
        .collect::<Option<Vec<_>>>()
        .map(|ranges| Lessons::of(ranges.into_iter().flatten()))
        .filter(|lessons| !lessons.is_empty())
        .ok_or_else(|| match turned_over(text) {
            Some(lessons) => FactProblem::LessonsAsDate { lessons },
            None => FactProblem::NotLessons,
        })
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
            ("2 урок", vec![2]),
            ("2-й урок", vec![2]),
            ("№ 3", vec![3]),
            ("уроки 2-3", vec![2, 3]),
            ("2–3 ур.", vec![2, 3]),
            ("lesson 4", vec![4]),
        ] {
            assert_eq!(lessons(text), Ok(Lessons::of(numbers)), "{text}");
        }
    }

    #[test]
    fn a_date_that_was_lessons_is_told() {
        for (text, typed) in [("02.03.2026", "2-3"), ("2026-06-05 00:00:00", "5-6")] {
            let lessons_typed = typed.to_owned();
            let problem = FactProblem::LessonsAsDate {
                lessons: lessons_typed,
            };
            assert_eq!(lessons(text), Err(problem), "{text}");
        }
        assert_eq!(lessons("21.04.2026"), Err(FactProblem::NotLessons));
    }

    #[test]
    fn everything_else_is_refused() {
        for text in ["", "два", "64", "3-2", "2,", "1-999999999999", "-2", "2--3"] {
            assert_eq!(lessons(text), Err(FactProblem::NotLessons), "{text}");
        }
    }
}
