//! Days and times as people type them: `21.04`, `вт 21 апреля`, `2 урок`, `9:25–10:10`, or all of it in one cell.
//!
//! A text is read against the calendar of the schedule, which knows the year; what is left over is told.

mod words;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::domain::{Date, Lessons, Minute, School};

use words::{Token, is_filler, is_ordinal, month, roman, tokens};

/// The days of the schedule.
#[derive(Debug, Clone, Default)]
pub struct Calendar {
    days: BTreeSet<Date>,
}

/// What a column's cells are mostly about; decides what a bare number or `9.25` means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expect {
    /// Days first.
    Day,
    /// Lessons and times only.
    Time,
    /// Days first, and no bare numbers: a sentence that may mention one.
    Sentence,
}

/// What a text says of the time.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Said {
    /// The day.
    pub date: Option<Date>,
    /// The day of the week.
    pub weekday: Option<Weekday>,
    /// Lesson numbers.
    pub lessons: Lessons,
    /// The start.
    pub start: Option<Minute>,
    /// The end.
    pub end: Option<Minute>,
    /// Words that say none of this.
    pub unread: Vec<String>,
}

impl Said {
    /// The weekday said is not the date's.
    pub fn is_at_odds(&self) -> bool {
        let of_date = self.date.map(|date| date.weekday());
        of_date
            .zip(self.weekday)
            .is_some_and(|(of, said)| of != said)
    }
}

impl Calendar {
    /// Of the schedule.
    pub fn of(school: &School) -> Self {
        let days = school.sitting_ids().map(|id| school.sitting(id).date);
        Self {
            days: days.collect(),
        }
    }

    /// Is it a day of the schedule?
    pub fn has(&self, date: Date) -> bool {
        self.days.contains(&date)
    }

    /// The day of the schedule that is the only one to fall on that weekday.
    pub fn only(&self, weekday: Weekday) -> Option<Date> {
        let mut days = self.days.iter().filter(|day| day.weekday() == weekday);
        days.next().copied().filter(|_| days.next().is_none())
    }

    /// Reads a text.
    pub fn read(&self, text: &str, expect: Expect) -> Said {
        let text = &*crate::input::cells::with_colons(text);
        let tokens = tokens(text);
        let mut said = Said::default();
        let mut reader = Reader {
            calendar: self,
            tokens: &tokens,
            said: &mut said,
            expect,
        };
        let mut at = 0;
        while at < tokens.len() {
            at += reader.step(at);
        }
        if expect == Expect::Day && said.date.is_none() {
            // A bare number is no lesson here.
            said.lessons = Lessons::default();
            said.date = self.number(text);
            if said.date.is_some() {
                said.unread.clear();
            }
        } else if said
            .unread
            .iter()
            .any(|word| word.starts_with(|letter: char| letter.is_ascii_digit()))
        {
            // `21–22 апреля`: which of them?
            said.date = None;
        }
        said
    }

    /// The year that a day and a month are of: the schedule's.
    fn without_year(&self, day: u32, month: u32) -> Option<Date> {
        let fits = |date: &&Date| (date.day(), date.month()) == (day, month);
        let known = self.days.iter().find(fits).copied();
        let year = self.days.first().map(chrono::Datelike::year)?;
        known.or_else(|| NaiveDate::from_ymd_opt(year, month, day))
    }

    /// The day of the month, where the schedule has only one such day; or a spreadsheet's day number that fell out of its
    /// format.
    fn number(&self, text: &str) -> Option<Date> {
        let number: u64 = text.trim().parse().ok()?;
        let mut days = self
            .days
            .iter()
            .filter(|day| u64::from(day.day()) == number);
        if let (Some(&day), None) = (days.next(), days.next()) {
            return Some(day);
        }
        let date = NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(number))?;
        let (first, last) = (self.days.first()?, self.days.last()?);
        // A year on either side: a plain number is no date.
        let near = first.year() - 1..=last.year() + 1;
        near.contains(&date.year()).then_some(date)
    }
}

/// No school day has more lessons.
const LAST_LESSON: u32 = 20;

/// A walk over the tokens of a text.
struct Reader<'a> {
    calendar: &'a Calendar,
    tokens: &'a [Token],
    said: &'a mut Said,
    expect: Expect,
}

impl Reader<'_> {
    /// Takes what begins at the token; returns how many tokens that was, at least one.
    fn step(&mut self, at: usize) -> usize {
        let dates = self.expect != Expect::Time && self.said.date.is_none();
        if let Some((date, length)) = dates.then(|| self.date(at)).flatten() {
            // A sentence mentions other days too: that of an order.
            let is_meant = self.expect == Expect::Day || self.calendar.has(date);
            self.said.date = Some(date).filter(|_| is_meant);
            return length;
        }
        if self.expect != Expect::Sentence
            && let Some(length) = self.time(at).or_else(|| self.lessons(at))
        {
            return length;
        }
        match &self.tokens[at] {
            Token::Word(word) => self.word(word),
            Token::Number { value, .. } => self.said.unread.push(value.to_string()),
            Token::Sign(_) => {}
        }
        1
    }

    fn word(&mut self, word: &str) {
        if let Ok(weekday) = crate::input::cells::weekday(word) {
            self.said.weekday.get_or_insert(weekday);
        } else if !is_filler(word) {
            self.said.unread.push(word.to_owned());
        }
    }

    fn number(&self, at: usize) -> Option<(u32, usize)> {
        match self.tokens.get(at) {
            Some(Token::Number { value, digits }) => Some((*value, *digits)),
            _ => None,
        }
    }

    fn sign(&self, at: usize) -> Option<char> {
        match self.tokens.get(at) {
            Some(Token::Sign(sign)) => Some(*sign),
            _ => None,
        }
    }

    fn month(&self, at: usize) -> Option<u32> {
        match self.tokens.get(at) {
            Some(Token::Word(word)) => month(word),
            _ => None,
        }
    }

    /// A date that begins at the token, and how many tokens it takes.
    fn date(&self, at: usize) -> Option<(Date, usize)> {
        if let Some(month) = self.month(at) {
            // `April 21, 2026`
            let (day, digits) = self.number(at + 1)?;
            let comma = usize::from(self.sign(at + 2) == Some(','));
            let year = self.year(at + 2 + comma);
            let length = 2 + year.map_or(0, |_| comma + 1);
            return (digits <= 2)
                .then(|| self.day_of(day, month, year))
                .flatten()
                .map(|date| (date, length));
        }
        let (first, digits) = self.number(at)?;
        if let Some((month, month_at)) = self.month_behind(at) {
            // `21 апреля 2026`, `21-апр-26`, `21-го апреля`
            let gap = usize::from(matches!(self.sign(month_at + 1), Some('-' | '.' | ',')));
            let year_at = [month_at + 1, month_at + 1 + gap];
            let year = year_at
                .into_iter()
                .find_map(|at| Some((self.year(at)?, at)));
            let length = year.map_or(month_at + 1, |(_, year_at)| year_at + 1) - at;
            let date = self.day_of(first, month, year.map(|(year, _)| year))?;
            return Some((date, length));
        }
        let sign = self
            .sign(at + 1)
            .filter(|sign| matches!(sign, '.' | '/' | '-'))?;
        let (second, _) = self.number(at + 2)?;
        if digits == 4 && self.sign(at + 3) == Some(sign) {
            // `2026-04-21`
            let (third, _) = self.number(at + 4)?;
            return Some((
                NaiveDate::from_ymd_opt(first.try_into().ok()?, second, third)?,
                5,
            ));
        }
        let year = (self.sign(at + 3) == Some(sign))
            .then(|| self.year(at + 4))
            .flatten();
        let date = match year {
            Some(_) => self.day_or_month(first, second, year, sign)?,
            // Without a year `9.25` may be a time and `2-3` lessons: only a day of the schedule, or one with a point and two digits.
            None => {
                let date = self.day_or_month(first, second, None, sign)?;
                let typed = sign != '-' && self.number(at + 2)?.1 == 2;
                (self.calendar.has(date) || typed).then_some(date)?
            }
        };
        Some((date, if year.is_some() { 5 } else { 3 }))
    }

    /// The month behind a number, and where it stands.
    fn month_behind(&self, at: usize) -> Option<(u32, usize)> {
        let between = |at: usize| match self.tokens.get(at) {
            Some(Token::Word(word)) => is_ordinal(word),
            Some(Token::Sign(sign)) => {
                matches!(sign, '-' | '.' | '»' | '"' | '”' | '“' | '\'' | '_')
            }
            _ => false,
        };
        let month_at = (at + 1..=at + 3).find(|&at| !between(at))?;
        Some((self.month(month_at)?, month_at))
    }

    /// Day and month; the other way round with `/` and `-`, where only that can be, or only that is a day of the schedule.
    fn day_or_month(&self, first: u32, second: u32, year: Option<i32>, sign: char) -> Option<Date> {
        let usual = self.day_of(first, second, year);
        let turned = (sign != '.')
            .then(|| self.day_of(second, first, year))
            .flatten();
        let in_schedule = |date: Option<Date>| date.filter(|&date| self.calendar.has(date));
        in_schedule(usual)
            .or(in_schedule(turned))
            .or(usual)
            .or(turned)
    }

    fn day_of(&self, day: u32, month: u32, year: Option<i32>) -> Option<Date> {
        match year {
            Some(year) => NaiveDate::from_ymd_opt(year, month, day),
            None => self.calendar.without_year(day, month),
        }
    }

    /// A year of four digits, or of two in this century.
    fn year(&self, at: usize) -> Option<i32> {
        let (number, digits) = self.number(at)?;
        let year = match digits {
            2 => 2000 + number,
            4 => number,
            _ => return None,
        };
        // `21 апреля 10:10`, `21 апреля 10.10`: a time, not a year.
        let is_time = matches!(self.sign(at + 1), Some(':' | '.')) && self.number(at + 2).is_some();
        if is_time {
            return None;
        }
        year.try_into().ok()
    }

    /// A time of the day: `9:25`, `9.25`, `9-25`.
    fn time(&mut self, at: usize) -> Option<usize> {
        let (hour, _) = self.number(at)?;
        let sign = self.sign(at + 1)?;
        let (minute, digits) = self.number(at + 2)?;
        let dated = sign == '.' && self.sign(at + 3) == Some('.') && self.number(at + 4).is_some();
        let says_time = match sign {
            ':' => true,
            '.' => !dated,
            // Lessons have small numbers.
            '-' => hour > 6 && (minute > 12 || minute == 0 || self.said.start.is_some()),
            _ => false,
        };
        if !says_time || digits != 2 || hour > 23 || minute > 59 || hour < 6 && sign != ':' {
            return None;
        }
        let time = Minute((hour * 60 + minute) as u16);
        if time == Minute(0) {
            // The midnight that programs add to a day.
        } else if self.said.start.is_none() {
            self.said.start = Some(time);
        } else {
            self.said.end.get_or_insert(time);
        }
        // Seconds, as spreadsheets add them.
        let seconds =
            sign == ':' && self.sign(at + 3) == Some(':') && self.number(at + 4).is_some();
        Some(if seconds { 5 } else { 3 })
    }

    /// Lesson numbers: `2`, `2-3`, `2,3`, `II`; a number of a shift is none.
    fn lessons(&mut self, at: usize) -> Option<usize> {
        let number = |at: usize| match self.tokens.get(at)? {
            Token::Number { value, .. } => Some(*value).filter(|value| *value <= LAST_LESSON),
            Token::Word(word) => roman(word),
            Token::Sign(_) => None,
        };
        let first = number(at)?;
        if self.is_shift(at + 1) {
            return Some(1);
        }
        let mut length = 1;
        let mut lessons = vec![first];
        if matches!(self.sign(at + 1), Some('-'))
            && let Some(last) = number(at + 2).filter(|&last| last >= first && last - first < 12)
        {
            lessons.extend(first + 1..=last);
            length = 3;
        } else if let Some(last) = self.damaged(at, first) {
            lessons.extend(first + 1..=last);
            length = 5;
        }
        let so_far = self.said.lessons.iter();
        self.said.lessons = Lessons::of(so_far.chain(lessons));
        Some(length)
    }

    /// Does a shift stand there, as it may behind an ending (`2-я смена`)?
    fn is_shift(&self, at: usize) -> bool {
        let words = self.tokens[at.min(self.tokens.len())..].iter();
        let mut words = words.filter(|token| !matches!(token, Token::Sign(_)));
        let is_shift = |token: Option<&Token>| matches!(token, Some(Token::Word(word)) if word.starts_with("смен") || word == "shift");
        let first = words.next();
        let ending = matches!(first, Some(Token::Word(word)) if word.chars().count() <= 2);
        is_shift(first) || ending && is_shift(words.next())
    }

    /// `2-3` that a spreadsheet program has taken for 2 March: `02.03.2026`.
    fn damaged(&self, at: usize, first: u32) -> Option<u32> {
        let (second, digits) = self.number(at + 2)?;
        let (_, year_digits) = self.number(at + 4)?;
        let dots = self.sign(at + 1) == Some('.') && self.sign(at + 3) == Some('.');
        (dots && digits == 2 && year_digits == 4 && second >= first && first > 0).then_some(second)
    }
}
