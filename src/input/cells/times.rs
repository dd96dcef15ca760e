//! Times of the day: `9:25`, `09:25`.

use crate::domain::Minute;

use super::{FactProblem, Parsed};

/// A time of the day. `9.25`, as a habit of hand, and seconds, as spreadsheets add them, are read too.
pub fn time(text: &str) -> Parsed<Minute> {
    minute(text).ok_or(FactProblem::NotATime)
}

fn minute(text: &str) -> Option<Minute> {
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
        for text in ["9:25", "09:25", "9.25", "09:25:00"] {
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
        ] {
            assert_eq!(time(text), Err(FactProblem::NotATime), "{text}");
        }
    }
}
