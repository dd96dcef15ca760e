//! Dates: `21.04.2026`, `21.4.26`, `2026-04-21`, and the day numbers of spreadsheets.

use chrono::{Days, NaiveDate};

use crate::domain::Date;

use super::{FactProblem, Parsed};

/// Do bare day numbers of spreadsheets count as dates?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Serials {
    /// In sheets of workbooks.
    Allowed,
    /// In text files, where a bare number is a slip.
    Refused,
}

/// Day numbers from 1.1.2000 to 31.12.2099.
const SERIALS: std::ops::RangeInclusive<u64> = 36526..=73050;

/// A date. Two-digit years are of this century; a trailing `г.` and the midnight that some programs add are ignored.
pub fn date(text: &str, serials: Serials) -> Parsed<Date> {
    let bare = text
        .trim_end_matches([' ', '\u{a0}', 'г', '.'])
        .trim_end_matches(" 00:00:00")
        .trim_end_matches(" 00:00")
        .trim_end_matches("T00:00:00");
    dotted(bare)
        .or_else(|| iso(bare))
        .or_else(|| serial(bare).filter(|_| serials == Serials::Allowed))
        .ok_or(FactProblem::NotADate)
}

fn dotted(text: &str) -> Option<Date> {
    let [day, month, year] = parts(text, '.')?;
    let number: i32 = digits(year)?.try_into().ok()?;
    let year = match year.len() {
        2 => 2000 + number,
        4 => number,
        _ => return None,
    };
    NaiveDate::from_ymd_opt(year, digits(month)?, digits(day)?)
}

fn iso(text: &str) -> Option<Date> {
    let [year, month, day] = parts(text, '-')?;
    let number: i32 = digits(year)?.try_into().ok()?;
    (year.len() == 4)
        .then(|| NaiveDate::from_ymd_opt(number, digits(month)?, digits(day)?))
        .flatten()
}

/// Days since 30.12.1899, the spreadsheets' day 0.
fn serial(text: &str) -> Option<Date> {
    let number = u64::from(digits(text)?);
    let epoch = NaiveDate::from_ymd_opt(1899, 12, 30)?;
    SERIALS
        .contains(&number)
        .then(|| epoch.checked_add_days(Days::new(number)))
        .flatten()
}

/// The three parts between two separators, without the spaces around them.
fn parts(text: &str, separator: char) -> Option<[&str; 3]> {
    let mut parts = text.split(separator).map(str::trim);
    let three = [parts.next()?, parts.next()?, parts.next()?];
    parts.next().is_none().then_some(three)
}

fn digits(text: &str) -> Option<u32> {
    let plain = !text.is_empty() && text.bytes().all(|digit| digit.is_ascii_digit());
    text.parse().ok().filter(|_| plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day() -> Date {
        NaiveDate::from_ymd_opt(2026, 4, 5).unwrap()
    }

    #[test]
    fn every_form_of_a_date_is_read() {
        for text in [
            "05.04.2026",
            "5.4.26",
            "5.04.2026",
            "2026-04-05",
            "05.04.2026 г.",
            "2026-04-05 00:00:00",
        ] {
            assert_eq!(date(text, Serials::Refused), Ok(day()), "{text}");
        }
        assert_eq!(date("46117", Serials::Allowed), Ok(day()));
    }

    #[test]
    fn no_other_text_is_a_date() {
        for text in [
            "",
            "5.4",
            "31.02.2026",
            "5.4.026",
            "05/04/2026",
            "4.5.2026.1",
            "апрель",
            "46117",
            "2026-4",
            "-5.4.2026",
            "5.+4.2026",
            "99999999999.1.2026",
            "26-04-05",
        ] {
            assert_eq!(
                date(text, Serials::Refused),
                Err(FactProblem::NotADate),
                "{text}"
            );
        }
        assert!(date("1", Serials::Allowed).is_err());
    }
}
