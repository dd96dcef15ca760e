//! Values of options that need more than a word of a list.

use std::time::Duration;

use crate::domain::Date;

/// A day, as rosters write it in either language.
pub fn date(text: &str) -> Result<Date, String> {
    ["%d.%m.%Y", "%Y-%m-%d"]
        .iter()
        .find_map(|format| Date::parse_from_str(text, format).ok())
        .ok_or_else(|| "a date is needed, such as 21.04.2026 or 2026-04-21".to_owned())
}

/// More works of one checker than this are no limit.
const MOST_WORKS: u32 = 99_999;

/// A length of time above zero, in seconds; fractions are fine.
pub fn seconds(text: &str) -> Result<Duration, String> {
    let seconds: f64 = text
        .parse()
        .map_err(|_| "a number of seconds is needed, such as 10 or 0.5".to_owned())?;
    if seconds <= 0.0 {
        return Err("it must be more than 0".to_owned());
    }
    Duration::try_from_secs_f64(seconds).map_err(|_| "it is too long".to_owned())
}

/// Works of one checker, all in all.
pub fn works(text: &str) -> Result<u32, String> {
    let works = text.trim().parse().ok();
    works
        .filter(|works| (1..=MOST_WORKS).contains(works))
        .ok_or_else(|| format!("a number of works from 1 to {MOST_WORKS} is needed, such as 60"))
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
