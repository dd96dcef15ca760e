//! Dates: `21.04.2026`, `21.4.26`, `2026-04-21`, and the day numbers of spreadsheets.

use chrono::{Datelike, Days, NaiveDate, Weekday};

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

/// A date. Two-digit years are of this century; a trailing `г.` and the midnight that some programs add are ignored. A day of the
/// week may stand beside it, where it is that of the date.
pub fn date(text: &str, serials: Serials) -> Parsed<Date> {
    if let Some(date) = alone(text, serials) {
        return Ok(date);
    }
    let (rest, weekday) = apart_from_weekday(text).ok_or(FactProblem::NotADate)?;
    let date = alone(rest, serials).ok_or(FactProblem::NotADate)?;
    if date.weekday() == weekday {
        Ok(date)
    } else {
        Err(FactProblem::OtherWeekday {
            right: super::weekday_word(date.weekday()),
        })
    }
}

/// A date with nothing beside it.
fn alone(text: &str, serials: Serials) -> Option<Date> {
    let bare = without_midnight(without_year_word(text));
    dotted(bare)
        .or_else(|| iso(bare))
        .or_else(|| in_words(bare))
        .or_else(|| with_other_signs(bare))
        .or_else(|| serial(bare).filter(|_| serials == Serials::Allowed))
}

/// `пн 20.04.2026`, `20.04.2026 (понедельник)`, `20.04.2026, Mon`: the date and the day of the week.
fn apart_from_weekday(text: &str) -> Option<(&str, Weekday)> {
    let is_sign = |letter: char| letter.is_whitespace() || matches!(letter, ',' | '(' | ')' | '.');
    let text = text.trim_matches(is_sign);
    let is_letter = |letter: char| letter.is_alphabetic();
    let first = text.find(|letter| !is_letter(letter)).unwrap_or(0);
    let last = text.trim_end_matches(is_letter).len();
    [
        (&text[..first], &text[first..]),
        (&text[last..], &text[..last]),
    ]
    .into_iter()
    .filter(|(word, _)| !word.is_empty())
    .find_map(|(word, rest)| {
        let weekday = super::weekday(word).ok()?;
        Some((rest.trim_matches(is_sign), weekday))
    })
}

/// `2026.04.20`, `20,04,2026`, and `20/04/2026` where the day cannot be a month.
fn with_other_signs(text: &str) -> Option<Date> {
    const MONTHS: u32 = 12;
    if let Some([year, month, day]) = parts(text, '.').or_else(|| parts(text, '/')) {
        let is_year = year.len() == 4;
        let date = || iso(&format!("{year}-{month}-{day}"));
        if let Some(date) = is_year.then(date).flatten() {
            return Some(date);
        }
    }
    if let Some([day, month, year]) = parts(text, '/') {
        let is_day = digits(day).is_some_and(|day| day > MONTHS);
        return is_day
            .then(|| dotted(&format!("{day}.{month}.{year}")))
            .flatten();
    }
    let [day, month, year] = parts(text, ',')?;
    dotted(&format!("{day}.{month}.{year}"))
}

/// Day and month of a date without its year: `21 апреля`, `«21» апр.`, `21.04`.
pub fn day_and_month(text: &str) -> Option<(u32, u32)> {
    let text = apart_from_weekday(text).map_or(text, |(rest, _)| rest);
    let text = text.trim().trim_end_matches('.');
    let full = |year: &str| date(&format!("{text}{year}"), Serials::Refused).ok();
    // 29 February is a day of leap years.
    let date = full(" 2024").or_else(|| full(".2024"))?;
    Some((date.day(), date.month()))
}

/// Without the `г.`, `г` or `года` behind the year.
fn without_year_word(text: &str) -> &str {
    let text = text.trim();
    let text = text.strip_suffix("года").unwrap_or(text);
    text.trim_end_matches([' ', '\u{a0}', 'г', '.'])
}

/// Without the midnight that spreadsheets add.
fn without_midnight(text: &str) -> &str {
    const MIDNIGHTS: [&str; 6] = [
        " 00:00:00",
        " 0:00:00",
        " 00:00",
        " 0:00",
        "T00:00:00",
        "T00:00",
    ];
    let mut midnights = MIDNIGHTS.iter();
    midnights
        .find_map(|midnight| text.strip_suffix(midnight))
        .unwrap_or(text)
}

/// `«20» апреля 2026`, `20 апр. 2026`, `20 April 2026`, `20-апр-26`.
fn in_words(text: &str) -> Option<Date> {
    let is_gap = |letter: char| {
        letter.is_whitespace()
            || matches!(
                letter,
                '«' | '»' | '"' | '“' | '”' | '„' | '\'' | '.' | ',' | '-' | '_' | '/'
            )
    };
    let mut words = text.split(is_gap).filter(|word| !word.is_empty());
    let three = [words.next()?, words.next()?, words.next()?];
    let [day, name, year] = words.next().is_none().then_some(three)?;
    let (day, name) = match month(name) {
        Some(month) => (day, month),
        // `April 20, 2026`
        None => (name, month(day)?),
    };
    let number: i32 = digits(year)?.try_into().ok()?;
    let year = match year.len() {
        2 => 2000 + number,
        4 => number,
        _ => return None,
    };
    NaiveDate::from_ymd_opt(year, name, digits(day)?)
}

/// The number of a month by its name, whole or shortened.
fn month(name: &str) -> Option<u32> {
    const STEMS: [(&str, &str); 12] = [
        ("янв", "january"),
        ("фев", "february"),
        ("мар", "march"),
        ("апр", "april"),
        ("ма", "may"),
        ("июн", "june"),
        ("июл", "july"),
        ("авг", "august"),
        ("сен", "september"),
        ("окт", "october"),
        ("ноя", "november"),
        ("дек", "december"),
    ];
    /// Fewer letters may be any month.
    const SHORTEST: usize = 3;
    let name = name.to_lowercase();
    let is_long = name.chars().count() >= SHORTEST;
    let named = |&(ru, en): &(&str, &str)| match ru {
        "ма" => matches!(name.as_str(), "май" | "мая" | "may"),
        _ => name.starts_with(ru) || en.starts_with(name.as_str()),
    };
    let place = STEMS.iter().position(named).filter(|_| is_long)?;
    u32::try_from(place + 1).ok()
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
            "05.04.2026 0:00",
            "05.04.2026 0:00:00",
            "«05» апреля 2026 г.",
            "\"5\" апреля 2026 года",
            "5 апр. 2026",
            "5-апр-26",
            "5 April 2026",
            "April 5, 2026",
            "вс 05.04.2026",
            "Вс, 5.04.2026",
            "05.04.2026 (вс)",
            "05.04.2026, воскресенье",
            "воскресенье, 5 апреля 2026 г.",
            "Sun 2026-04-05",
            "2026.04.05",
            "2026/4/5",
            "05,04,2026",
        ] {
            assert_eq!(date(text, Serials::Refused), Ok(day()), "{text}");
        }
        assert_eq!(date("46117", Serials::Allowed), Ok(day()));
        let later = NaiveDate::from_ymd_opt(2026, 4, 20);
        assert_eq!(date("20/04/2026", Serials::Refused).ok(), later);
        assert_eq!(date("20/4/26", Serials::Refused).ok(), later);
    }

    #[test]
    fn a_day_of_the_week_must_be_that_of_the_date() {
        let right = super::super::weekday_word(Weekday::Sun);
        for text in ["пн 05.04.2026", "05.04.2026 (вторник)", "Mon 2026-04-05"] {
            let problem = FactProblem::OtherWeekday { right };
            assert_eq!(date(text, Serials::Refused), Err(problem), "{text}");
        }
        for text in ["каб 05.04.2026", "вс", "05.04.2026 вс пн"] {
            assert_eq!(
                date(text, Serials::Refused),
                Err(FactProblem::NotADate),
                "{text}"
            );
        }
    }

    #[test]
    fn a_day_without_its_year() {
        for text in [
            "21 апреля",
            "«21» апр.",
            "21.04",
            "21.4.",
            "21 April",
            "April 21",
            "21 апреля, вторник",
            "вт 21.04",
        ] {
            assert_eq!(day_and_month(text), Some((21, 4)), "{text}");
        }
        assert_eq!(day_and_month("29 февраля"), Some((29, 2)));
        for text in ["апрель", "21", "31.04", "2-3", "9.25", "", "21.04.2026"] {
            assert_eq!(day_and_month(text), None, "{text}");
        }
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
            "5 апреля",
            "31 апреля 2026",
            "5 ма 2026",
            "5 – 7 апреля 2026",
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
