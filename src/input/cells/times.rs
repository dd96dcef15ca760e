//! Times of the day: `9:25`, `09:25`.

use std::borrow::Cow;

use crate::domain::Minute;

use super::{FactProblem, Parsed};

/// A time of the day. `9.25`, as a habit of hand, and seconds, as spreadsheets add them, are read too.
pub fn time(text: &str) -> Parsed<Minute> {
    minute(text).ok_or(FactProblem::NotATime)
}

/// `9³⁰` → `9:30`, `9 ч 30 мин` → `9:30`: minutes however they are set apart from the hour.
pub fn with_colons(text: &str) -> Cow<'_, str> {
    const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    let raised = |letter: char| RAISED.chars().position(|digit| digit == letter);
    if text.contains(|letter| raised(letter).is_some()) {
        let mut plain = String::with_capacity(text.len());
        let mut before = ' ';
        for letter in text.chars() {
            match raised(letter).and_then(|digit| char::from_digit(digit as u32, 10)) {
                Some(digit) => {
                    if before.is_ascii_digit() && raised(before).is_none() {
                        plain.push(':');
                    }
                    plain.push(digit);
                }
                None => plain.push(letter),
            }
            before = letter;
        }
        return Cow::Owned(plain);
    }
    if text.contains("мин") || text.contains("min") {
        let words: Vec<&str> = text.split_whitespace().collect();
        let mut plain: Vec<String> = Vec::new();
        let mut words = words.as_slice();
        while let [first, rest @ ..] = words {
            words = rest;
            if let [hour_word, minutes, unit, behind @ ..] = rest
                && is_hour_word(hour_word)
                && is_minute_word(unit)
                && first.bytes().all(|digit| digit.is_ascii_digit())
                && minutes.bytes().all(|digit| digit.is_ascii_digit())
            {
                plain.push(format!("{first}:{minutes:0>2}"));
                words = behind;
            } else {
                plain.push((*first).to_owned());
            }
        }
        return Cow::Owned(plain.join(" "));
    }
    Cow::Borrowed(text)
}

fn is_hour_word(word: &str) -> bool {
    matches!(
        word.trim_end_matches('.'),
        "ч" | "час" | "часа" | "часов" | "h"
    )
}

fn is_minute_word(word: &str) -> bool {
    matches!(
        word.trim_end_matches(['.', ',']),
        "мин" | "минут" | "min" | "m"
    )
}

/// `0,395833`: the part of a day that a spreadsheet saves a time as.
pub fn fraction_of_day(text: &str) -> Option<Minute> {
    const FEWEST_DIGITS: usize = 3;
    const MINUTES: f64 = 1440.0;
    let (whole, part) = text.trim().split_once(['.', ','])?;
    let is_part = part.len() >= FEWEST_DIGITS && part.bytes().all(|digit| digit.is_ascii_digit());
    let fraction: f64 = format!("0.{part}")
        .parse()
        .ok()
        .filter(|_| whole == "0" && is_part)?;
    let minute = (fraction * MINUTES).round();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "from 0 to 1440"
    )]
    (minute < MINUTES).then_some(Minute(minute as u16))
}

fn minute(text: &str) -> Option<Minute> {
    let text = with_colons(text);
    if let Some(minute) = fraction_of_day(&text) {
        return Some(minute);
    }
    let mut parts = text.split([':', '.']).map(str::trim);
    let hour = digits(parts.next()?, 1..=2)?;
    let minute = digits(parts.next()?, 2..=2)?;
    let seconds = parts.next().map_or(Some(0), |part| digits(part, 2..=2))?;
    let valid = hour < 24 && minute < 60 && seconds < 60 && parts.next().is_none();
    valid.then_some(Minute(hour * 60 + minute))
}

fn digits(text: &str, length: std::ops::RangeInclusive<usize>) -> Option<u16> {
    let plain = text.bytes().all(|digit| digit.is_ascii_digit());
    text.parse()
        .ok()
        .filter(|_| plain && length.contains(&text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read() {
        for text in [
            "9:25",
            "09:25",
            "9.25",
            "09:25:00",
            "9²⁵",
            "09²⁵",
            "9 ч 25 мин",
            "9 час. 25 мин.",
            "0,392361",
            "0.39236111",
        ] {
            assert_eq!(time(text), Ok(Minute(9 * 60 + 25)), "{text}");
        }
        assert_eq!(time("23:59"), Ok(Minute(1439)));
    }

    #[test]
    fn everything_else_is_refused() {
        for text in [
            "",
            "9",
            "24:00",
            "9:60",
            "9:5",
            "9:25:00:00",
            "9:25 утра",
            "-1:00",
            "+9:25",
            "0,3",
            "1,392361",
            "0,9999",
        ] {
            assert_eq!(time(text), Err(FactProblem::NotATime), "{text}");
        }
    }
}
