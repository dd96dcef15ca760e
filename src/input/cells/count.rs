//! Whole numbers.

use super::{FactProblem, Parsed};

/// A whole number from 0 to `max`; `12,0` and `12.0`, as spreadsheets write it, are 12.
pub fn count(text: &str, max: u32) -> Parsed<u32> {
    let whole = text
        .split_once(['.', ','])
        .filter(|(_, fraction)| !fraction.is_empty() && fraction.bytes().all(|digit| digit == b'0'))
        .map_or(text, |(whole, _)| whole);
    let digits = !whole.is_empty() && whole.bytes().all(|digit| digit.is_ascii_digit());
    whole
        .parse()
        .ok()
        .filter(|&count| digits && count <= max)
        .ok_or(FactProblem::NotACount { max })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_whole_and_within_reason() {
        assert_eq!(count("0", 9), Ok(0));
        assert_eq!(count("007", 9), Ok(7));
        assert_eq!(count("3.0", 9), Ok(3));
        for text in [
            "",
            "-1",
            "+1",
            "1.5",
            "1,",
            "10",
            "два",
            "99999999999999999999",
            "1 2",
        ] {
            assert_eq!(
                count(text, 9),
                Err(FactProblem::NotACount { max: 9 }),
                "{text}"
            );
        }
    }
}
