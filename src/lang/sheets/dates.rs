//! Days, weekdays and periods as papers write them.

use chrono::{Datelike, NaiveDate as Date, Weekday};

use super::super::Lang;

const MONTHS_RU: [&str; 12] = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
];

const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn month(date: Date, lang: Lang) -> &'static str {
    let index = date.month0() as usize;
    match lang {
        Lang::En => MONTHS_EN[index],
        Lang::Ru => MONTHS_RU[index],
    }
}

/// `21 апреля 2026 г.`, `21 April 2026`.
pub fn long(date: Date, lang: Lang) -> String {
    let (day, month, year) = (date.day(), month(date, lang), date.year());
    match lang {
        Lang::En => format!("{day} {month} {year}"),
        Lang::Ru => format!("{day}\u{a0}{month} {year}\u{a0}г."),
    }
}

/// `21.04.2026`, `2026-04-21`: as rosters write it.
pub fn short(date: Date, lang: Lang) -> String {
    let format = match lang {
        Lang::En => "%Y-%m-%d",
        Lang::Ru => "%d.%m.%Y",
    };
    date.format(format).to_string()
}

/// `вторник`, `Tuesday`.
pub fn weekday(day: Weekday, lang: Lang) -> &'static str {
    let (en, ru) = match day {
        Weekday::Mon => ("Monday", "понедельник"),
        Weekday::Tue => ("Tuesday", "вторник"),
        Weekday::Wed => ("Wednesday", "среда"),
        Weekday::Thu => ("Thursday", "четверг"),
        Weekday::Fri => ("Friday", "пятница"),
        Weekday::Sat => ("Saturday", "суббота"),
        Weekday::Sun => ("Sunday", "воскресенье"),
    };
    match lang {
        Lang::En => en,
        Lang::Ru => ru,
    }
}

/// `21.04.2026, вторник`, `2026-04-21, Tuesday`.
pub fn with_weekday(date: Date, lang: Lang) -> String {
    format!("{}, {}", short(date, lang), weekday(date.weekday(), lang))
}

/// `вторник, 21 апреля 2026 г.`
pub fn long_with_weekday(date: Date, lang: Lang) -> String {
    format!("{}, {}", weekday(date.weekday(), lang), long(date, lang))
}

/// `в период с 21 апреля по 20 мая 2026 года`, `from 21 April to 20 May 2026`; one day: `21 апреля 2026 года`, `on 21 April 2026`.
pub fn period(first: Date, last: Date, lang: Lang) -> String {
    let start = match (first.year() == last.year(), first.month() == last.month()) {
        (true, true) => first.day().to_string(),
        (true, false) => format!("{}\u{a0}{}", first.day(), month(first, lang)),
        (false, _) => end_of_period(first, lang),
    };
    let end = end_of_period(last, lang);
    match (lang, first == last) {
        (Lang::En, true) => format!("on {end}"),
        (Lang::Ru, true) => end,
        (Lang::En, false) => format!("from {start} to {end}"),
        (Lang::Ru, false) => format!("в период с\u{a0}{start} по\u{a0}{end}"),
    }
}

fn end_of_period(date: Date, lang: Lang) -> String {
    let (day, month, year) = (date.day(), month(date, lang), date.year());
    match lang {
        Lang::En => format!("{day}\u{a0}{month} {year}"),
        Lang::Ru => format!("{day}\u{a0}{month} {year}\u{a0}года"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(year: i32, month: u32, day: u32) -> Date {
        Date::from_ymd_opt(year, month, day).unwrap()
    }

    fn plain(text: &str) -> String {
        text.replace('\u{a0}', " ")
    }

    #[test]
    fn days_and_periods_read_as_people_write_them() {
        let (day, later) = (date(2026, 4, 21), date(2026, 5, 20));
        assert_eq!(plain(&long(day, Lang::Ru)), "21 апреля 2026 г.");
        assert_eq!(with_weekday(day, Lang::Ru), "21.04.2026, вторник");
        assert_eq!(
            plain(&period(day, later, Lang::Ru)),
            "в период с 21 апреля по 20 мая 2026 года"
        );
        assert_eq!(
            plain(&period(day, date(2026, 4, 30), Lang::En)),
            "from 21 to 30 April 2026"
        );
        assert_eq!(plain(&period(day, day, Lang::Ru)), "21 апреля 2026 года");
        assert_eq!(
            plain(&period(date(2025, 12, 30), date(2026, 1, 2), Lang::Ru)),
            "в период с 30 декабря 2025 года по 2 января 2026 года"
        );
    }
}
