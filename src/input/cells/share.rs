//! Parts of a full post.

use crate::domain::Share;

use super::{FactProblem, Parsed};

/// A part of a full post with two decimals at most, behind a comma or a point: `1`, `0,5`, `1.25`.
pub fn share(text: &str) -> Parsed<Share> {
    read(text).ok_or(FactProblem::NotAShare)
}

fn read(text: &str) -> Option<Share> {
    let (whole, decimals) = match text.split_once(['.', ',']) {
        Some((whole, decimals)) => (whole, Some(decimals)),
        None => (text, None),
    };
    let decimals = match decimals.map(|it| it.trim_end_matches('0')) {
        Some("") if text.ends_with(['.', ',']) => return None,
        None | Some("") => 0,
        Some(tenths) if tenths.len() == 1 => 10 * digits(tenths)?,
        Some(hundredths) if hundredths.len() == 2 => digits(hundredths)?,
        Some(_) => return None,
    };
    let whole = digits(whole)?.checked_mul(100)?;
    Share::of_hundredths(whole.checked_add(decimals)?)
}

fn digits(text: &str) -> Option<u32> {
    let are_digits = !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
    are_digits.then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_have_two_decimals_at_most_and_are_in_range() {
        let hundredths = |text| share(text).map(Share::hundredths).ok();
        for (text, expected) in [
            ("1", 100),
            ("0,5", 50),
            ("0.50", 50),
            ("1,25", 125),
            ("1.0", 100),
            ("0.05", 5),
            ("3,000", 300),
            ("00,75", 75),
        ] {
            assert_eq!(hundredths(text), Some(expected), "{text}");
        }
        for text in [
            "",
            "0",
            "0,04",
            "3,01",
            "1,255",
            "-1",
            "1,",
            ",5",
            "0,5 ставки",
            "½",
            "1e0",
            "1.5.0",
            "٥",
            "99999999999",
        ] {
            assert_eq!(share(text), Err(FactProblem::NotAShare), "{text}");
        }
    }
}
