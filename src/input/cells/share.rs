//! Part of a full post.

use super::{FactProblem, Parsed};

/// Least and most of a post, in hundredths.
const LEAST: u32 = 5;
const MOST: u32 = 300;

/// `0,5`, `1` or `1.25`, in hundredths: from 0.05 to 3, with two decimals at most (noughts behind them do no harm).
pub fn share(text: &str) -> Parsed<u32> {
    hundredths(text)
        .filter(|share| (LEAST..=MOST).contains(share))
        .ok_or(FactProblem::NotAShare)
}

fn hundredths(text: &str) -> Option<u32> {
    let (whole, fraction) = text.split_once([',', '.']).unwrap_or((text, "0"));
    let fraction = fraction.trim_end_matches('0');
    let is_number = |text: &str| text.bytes().all(|digit| digit.is_ascii_digit());
    if whole.is_empty() || whole.len() > 2 || fraction.len() > 2 {
        return None;
    }
    if !is_number(whole) || !is_number(fraction) {
        return None;
    }
    let whole: u32 = whole.parse().ok()?;
    let fraction: u32 = format!("{fraction:0<2}").parse().ok()?;
    Some(whole * 100 + fraction)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_have_two_decimals_and_either_mark() {
        for (text, hundredths) in [
            ("1", 100),
            ("0,5", 50),
            ("0.50", 50),
            ("1.25", 125),
            ("0,05", 5),
            ("3.000", 300),
            ("0,7500", 75),
        ] {
            assert_eq!(share(text), Ok(hundredths), "{text}");
        }
        for text in [
            "",
            "0",
            "0,04",
            "3,01",
            "0,333",
            "-1",
            "пол",
            ",5",
            "0,5 ст.",
        ] {
            assert_eq!(share(text), Err(FactProblem::NotAShare), "{text}");
        }
    }
}
