//! The working calendar: days of the week, days off, and the days on which works are checked.

use chrono::{Datelike, Weekday};

use super::Date;

/// A set of days of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Weekdays(u8);

impl Weekdays {
    /// The set of the given days.
    pub fn of(days: impl IntoIterator<Item = Weekday>) -> Self {
        let bit = |day: Weekday| 1 << day.num_days_from_monday();
        Self(days.into_iter().fold(0, |set, day| set | bit(day)))
    }

    /// No day at all?
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Is the day in the set?
    pub fn contains(self, day: Weekday) -> bool {
        self.0 & (1 << day.num_days_from_monday()) != 0
    }

    /// The days, from Monday on.
    pub fn iter(self) -> impl Iterator<Item = Weekday> {
        let all = std::iter::successors(Some(Weekday::Mon), |day| Some(day.succ()));
        all.take(7).filter(move |&day| self.contains(day))
    }
}

/// Days on which nobody works wherever they fall, as month and day: article 112 of the Labour Code of Russia.
const HOLIDAYS: [(u32, u32); 14] = [
    (1, 1),
    (1, 2),
    (1, 3),
    (1, 4),
    (1, 5),
    (1, 6),
    (1, 7),
    (1, 8),
    (2, 23),
    (3, 8),
    (5, 1),
    (5, 9),
    (6, 12),
    (11, 4),
];

/// Monday to Saturday, public holidays left out; days off that the government moves each year are not known.
pub fn is_working_day(date: Date) -> bool {
    date.weekday() != Weekday::Sun && !HOLIDAYS.contains(&(date.month(), date.day()))
}

/// When works are checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Checking {
    /// On the day of the sitting and so many working days after it.
    Within(u32),
    /// Works wait until somebody has time.
    Open,
}

impl Checking {
    /// More working days than these are no window.
    pub const MOST_DAYS: u32 = 99;

    /// The keyword of works that wait.
    pub const OPEN: &str = "open";

    /// The days on which works of a sitting of that day are checked, ascending; nothing where they wait.
    pub fn window(self, sitting: Date) -> Vec<Date> {
        let Checking::Within(days) = self else {
            return Vec::new();
        };
        let after = sitting
            .iter_days()
            .skip(1)
            .filter(|&day| is_working_day(day));
        std::iter::once(sitting)
            .chain(after.take(days as usize))
            .collect()
    }
}

impl Default for Checking {
    /// Two working days after the sitting, as school orders have it.
    fn default() -> Self {
        Checking::Within(2)
    }
}

/// The Monday of the date's week: two dates of one calendar week have it in common.
pub fn week_of(date: Date) -> Date {
    date.week(Weekday::Mon)
        .checked_first_day()
        .unwrap_or(Date::MIN)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(month: u32, day: u32) -> Date {
        Date::from_ymd_opt(2026, month, day).unwrap()
    }

    #[test]
    fn a_window_leaves_sundays_and_holidays_out() {
        // 25 April 2026 is a Saturday, 30 April the day before a holiday.
        let window = Checking::Within(2).window(day(4, 25));
        assert_eq!(window, [day(4, 25), day(4, 27), day(4, 28)]);
        let window = Checking::Within(2).window(day(4, 30));
        assert_eq!(window, [day(4, 30), day(5, 2), day(5, 4)]);
        assert_eq!(Checking::Within(0).window(day(4, 26)), [day(4, 26)]);
        assert!(Checking::Open.window(day(4, 25)).is_empty());
    }

    #[test]
    fn a_week_begins_on_monday() {
        assert_eq!(week_of(day(4, 26)), day(4, 20));
        assert_eq!(week_of(day(4, 27)), day(4, 27));
    }

    #[test]
    fn days_of_the_week_stand_in_order() {
        let days = Weekdays::of([Weekday::Sat, Weekday::Mon, Weekday::Sat]);
        let listed: Vec<Weekday> = days.iter().collect();
        assert_eq!(listed, [Weekday::Mon, Weekday::Sat]);
        assert!(!days.contains(Weekday::Tue) && Weekdays::default().is_empty());
    }
}
