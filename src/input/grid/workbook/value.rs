//! Values of cells as the text people would type: `21.04.2026`, `09:25`, `3`, `yes`.

use chrono::{Days, NaiveDate, NaiveDateTime};

/// The day that a spreadsheet program counts its days from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Epoch {
    /// Day 1 is 1 January 1900, and 1900 is taken for a leap year.
    Year1900,
    /// Day 0 is 1 January 1904.
    Year1904,
}

/// A truth value, in a word that the tables know.
pub fn truth(value: bool) -> String {
    if value { "yes" } else { "no" }.to_owned()
}

/// A number: whole ones without a fraction, others rounded to ten digits, so that sums of tenths show as typed.
pub fn number(value: f64) -> String {
    const FRACTION: usize = 10;
    if !value.is_finite() {
        return String::new();
    }
    let text = format!("{value:.FRACTION$}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0" } else { text }.to_owned()
}

/// A date, a time, or both, of a day number with a fraction; a number that is no day stays a number.
pub fn day_number(value: f64, epoch: Epoch) -> String {
    /// 31 December 9999.
    const LAST: f64 = 2_958_466.0;
    const MINUTES: u32 = 24 * 60;
    if !(0.0..LAST).contains(&value) {
        return number(value);
    }
    let minutes = (value * f64::from(MINUTES)).round() as i64;
    let (day, minute) = (minutes / i64::from(MINUTES), minutes % i64::from(MINUTES));
    let first = match epoch {
        // 29 February 1900, which never was, is day 60.
        Epoch::Year1900 if day < 60 => NaiveDate::from_ymd_opt(1899, 12, 31),
        Epoch::Year1900 => NaiveDate::from_ymd_opt(1899, 12, 30),
        Epoch::Year1904 => NaiveDate::from_ymd_opt(1904, 1, 1),
    };
    let date = first.and_then(|first| first.checked_add_days(Days::new(day.unsigned_abs())));
    let time = format!("{:02}:{:02}", minute / 60, minute % 60);
    match date {
        _ if day == 0 => time,
        Some(date) if minute == 0 => date.format("%d.%m.%Y").to_string(),
        Some(date) => format!("{} {time}", date.format("%d.%m.%Y")),
        None => number(value),
    }
}

/// A length of time of a day number, in hours and minutes.
pub fn length(days: f64) -> String {
    if !(0.0..10_000.0).contains(&days) {
        return number(days);
    }
    let minutes = (days * 24.0 * 60.0).round() as i64;
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// A date with or without time, written as ISO 8601; anything else as it is.
pub fn iso_date(text: &str) -> String {
    if let Ok(date) = text.parse::<NaiveDate>() {
        return date.format("%d.%m.%Y").to_string();
    }
    let Ok(moment) = text.trim_end_matches('Z').parse::<NaiveDateTime>() else {
        return text.to_owned();
    };
    let minutes = moment.format("%H:%M").to_string();
    let date = moment.format("%d.%m.%Y");
    if minutes == "00:00" {
        date.to_string()
    } else {
        format!("{date} {minutes}")
    }
}

/// A length of time written as ISO 8601 (`PT09H25M00S`), in hours and minutes; anything else as it is.
pub fn iso_length(text: &str) -> String {
    let Some(mut rest) = text.strip_prefix("PT") else {
        return text.to_owned();
    };
    let mut seconds = 0.0;
    while let Some(end) = rest.find(['H', 'M', 'S']) {
        let unit = match rest.as_bytes()[end] {
            b'H' => 3600.0,
            b'M' => 60.0,
            _ => 1.0,
        };
        let Ok(count) = rest[..end].parse::<f64>() else {
            return text.to_owned();
        };
        seconds += count * unit;
        rest = &rest[end + 1..];
    }
    length(seconds / 86_400.0)
}
