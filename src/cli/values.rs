//! Values of options that need more than a word of a list.

use std::time::Duration;

use thiserror::Error;

use crate::domain::Date;
use crate::lang::{Lang, usage::Wanted};

/// A value that cannot be read, with what would be right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("{}", .0.words(Lang::En))]
pub struct WrongValue(pub Wanted);

/// A day, as rosters write it in either language.
pub fn date(text: &str) -> Result<Date, WrongValue> {
    ["%d.%m.%Y", "%Y-%m-%d"]
        .iter()
        .find_map(|format| Date::parse_from_str(text, format).ok())
        .ok_or(WrongValue(Wanted::Date))
}

/// More works of one checker than this are no limit.
const MOST_WORKS: u32 = 99_999;

/// A length of time above zero, in seconds; fractions are fine.
pub fn seconds(text: &str) -> Result<Duration, WrongValue> {
    let seconds: f64 = text.parse().map_err(|_| WrongValue(Wanted::Seconds))?;
    if seconds <= 0.0 {
        return Err(WrongValue(Wanted::Positive));
    }
    Duration::try_from_secs_f64(seconds).map_err(|_| WrongValue(Wanted::Shorter))
}

/// Works of one checker, all in all.
pub fn works(text: &str) -> Result<u32, WrongValue> {
    let works = text.trim().parse().ok();
    works
        .filter(|works| (1..=MOST_WORKS).contains(works))
        .ok_or(WrongValue(Wanted::Works))
}

#[cfg(test)]
mod tests {
    use super::{seconds, works};
    use std::time::Duration;

    #[test]
    fn seconds_are_positive_numbers() {
        assert_eq!(seconds("0.5"), Ok(Duration::from_millis(500)));
        assert!(seconds("0").is_err());
        assert!(seconds("-1").is_err());
        assert!(seconds("NaN").is_err());
        assert!(seconds("1e300").is_err());
    }

    #[test]
    fn works_are_whole_numbers() {
        assert_eq!(works(" 60"), Ok(60));
        for wrong in ["0", "-5", "60.5", "", "много", "100000"] {
            assert!(works(wrong).is_err(), "{wrong}");
        }
    }
}
