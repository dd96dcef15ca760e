//! Number and date of the order, out of one line as people write it.

use chrono::NaiveDate;

use crate::domain::{Date, Lang};
use crate::lang::sheets::{dates, order as words};

/// Number and date of the order; lines to fill where they are not known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderDetails {
    /// `№ 61`.
    pub number: String,
    /// `13 апреля 2026 г.`
    pub date: String,
    /// `№ 61 от 13.04.2026`.
    pub reference: String,
    /// The date, where it could be read.
    pub day: Option<Date>,
}

/// Words between number and date.
const BETWEEN: [&str; 4] = [" от ", " of ", " dated ", ", "];

impl OrderDetails {
    /// Reads `№ 61 от 13.04.2026`.
    pub fn read(text: &str, lang: Lang) -> Self {
        let text = text.trim();
        let parts = BETWEEN.iter().find_map(|word| text.split_once(word));
        let (number, written) = parts.unwrap_or((text, ""));
        let (number, written) = (number.trim(), written.trim());
        let day = read_date(written);
        let number = if number.is_empty() {
            words::blank_number(lang).to_owned()
        } else {
            number.to_owned()
        };
        let (in_words, in_digits) = match day {
            Some(day) => (dates::long(day, lang), dates::short(day, lang)),
            None if written.is_empty() => {
                let blank = words::blank_date(lang).to_owned();
                (blank, "____________".to_owned())
            }
            None => (written.to_owned(), written.to_owned()),
        };
        Self {
            reference: words::numbered(&number, &in_digits, lang),
            number,
            date: in_words,
            day,
        }
    }
}

fn read_date(text: &str) -> Option<Date> {
    let text = text.trim_end_matches(['г', '.', ' ', '\u{a0}']);
    ["%d.%m.%Y", "%Y-%m-%d"]
        .iter()
        .find_map(|format| NaiveDate::parse_from_str(text, format).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn number_and_date_are_told_apart() {
        let read = OrderDetails::read("№ 61 от 13.04.2026 г.", Lang::Ru);
        assert_eq!(read.number, "№ 61");
        assert_eq!(read.date.replace('\u{a0}', " "), "13 апреля 2026 г.");
        assert_eq!(read.reference, "№ 61 от 13.04.2026");
        assert_eq!(read.day, NaiveDate::from_ymd_opt(2026, 4, 13));
    }

    #[test]
    fn what_is_not_known_is_left_to_fill() {
        let read = OrderDetails::read("", Lang::Ru);
        assert!(read.number.contains('_') && read.date.contains('_'));
        let read = OrderDetails::read("No. 7", Lang::En);
        assert_eq!(read.number, "No. 7");
        assert!(read.date.contains('_'));
    }
}
