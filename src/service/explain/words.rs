//! Explanations in words: ways out, holds, costs.

use crate::domain::{Code, Date, Holders, Lang, Role, RoleMap, RuleCode, School, SittingId, Span};
use crate::explain::{Change, Way};
use crate::lang::facts::quoted;
use crate::lang::{commands, commands::unfilled, explain as words};
use crate::rules::{self, Hold};
use crate::service::views::when_and_what;

/// How a sentence names a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RuleNames {
    /// By what it is called, in quotes.
    Names,
    /// By what it says, in quotes.
    Titles,
}

impl RuleNames {
    fn name(self, code: RuleCode, lang: Lang) -> String {
        match self {
            Self::Names => quoted(rules::words(Code::Rule(code)).name.in_lang(lang), lang),
            Self::Titles => {
                let title = rules::words(Code::Rule(code)).what.in_lang(lang);
                quoted(title.trim_end_matches('.'), lang)
            }
        }
    }
}

/// The way out in one sentence.
pub fn way(school: &School, way: &Way, names: RuleNames, lang: Lang) -> String {
    let name = |person| school.person(person).name.as_str();
    let place = |sitting| when_and_what(school, sitting, lang);
    match *way {
        Way::OfferDay { person, date } => words::offer_day(name(person), &day(date, lang), lang),
        Way::RaiseDailyLimit { person, to } => words::raise_limit(name(person), to, true, lang),
        Way::RaiseWeeklyLimit { person, to } => words::raise_weekly_limit(name(person), to, lang),
        Way::RaiseWorksLimit { person, to } => words::raise_works_limit(name(person), to, lang),
        Way::RaiseTotalLimit { person, to } => words::raise_limit(name(person), to, false, lang),
        Way::ComeIn { person, date } => {
            let absence = school
                .absences_of(person)
                .iter()
                .find(|absence| absence.is_on(date));
            let reason = absence.map_or("", |absence| absence.reason.as_str());
            words::come_in(name(person), &day(date, lang), reason, lang)
        }
        Way::WidenWindow { days } => words::widen_window(days, lang),
        Way::LiftPin { pin } => {
            let pin = &school.pins[pin];
            let must = pin.kind == crate::domain::PinKind::Must;
            let role = role_name(pin.role, lang);
            words::lift_pin(name(pin.person), role, &place(pin.sitting), must, lang)
        }
        Way::GrantRole { person, role } => {
            words::grant_role(name(person), role_name(role, lang), lang)
        }
        Way::MoveLesson { sitting, ref span } => {
            words::move_lesson(&place(sitting), &lessons(span, lang), lang)
        }
        Way::MoveDate { sitting, date } => {
            words::move_date(&place(sitting), &day(date, lang), lang)
        }
        Way::Waive {
            person,
            rule,
            sitting,
        } => words::waive(name(person), &names.name(rule, lang), &place(sitting), lang),
        Way::Find { role, sitting, .. } => find(school, role, sitting, lang),
    }
}

fn find(school: &School, role: Role, sitting: SittingId, lang: Lang) -> String {
    let sitting = school.sitting(sitting);
    let class = &school.class(sitting.class).name;
    let subject = &school.subject(sitting.subject).name;
    let date = day(sitting.date, lang);
    match role.card().holders {
        Holders::Parents => words::find_observer(&date, class, lang),
        Holders::OwnStaff | Holders::AnyStaff if role.is_time_bound() => {
            words::find_staff(role_name(role, lang), &date, class, subject, lang)
        }
        Holders::OwnStaff | Holders::AnyStaff => words::find_checker(subject, lang),
    }
}

/// What keeps somebody from a place.
pub fn hold(school: &School, hold: Hold, lang: Lang) -> String {
    match hold {
        Hold::AlreadyHere => unfilled::already_here(lang),
        Hold::Elsewhere(sitting) => {
            unfilled::elsewhere(&when_and_what(school, sitting, lang), lang)
        }
        Hold::DailyLimit(limit) => unfilled::daily_limit(limit, lang),
        Hold::WeeklyLimit(limit) => unfilled::weekly_limit(limit, lang),
        Hold::WorksLimit(limit) => unfilled::works_limit(limit, false, lang),
        Hold::WorksADay(limit) => unfilled::works_limit(limit, true, lang),
        Hold::TotalLimit(limit) => unfilled::total_limit(limit, lang),
    }
}

/// The levels that change, the most important first: `lessons lost +1, load more even`. Of evenness, a sum of squares, only
/// the direction means something to a person.
pub fn change(change: &Change, lang: Lang) -> String {
    let [empty, exceptions, lessons, ..] = words::levels(lang);
    let sum = |roles: RoleMap<i64>| roles.0.iter().sum::<i64>();
    let rules = RuleCode::ALL
        .into_iter()
        .zip(change.avoided)
        .map(|(code, count)| {
            let level = if crate::rules::plan_allows(code) {
                words::preferences(lang)
            } else {
                exceptions
            };
            let name = rules::words(Code::Rule(code)).name.in_lang(lang);
            (format!("{level} ({name})"), count)
        });
    let counted = std::iter::once((empty.to_owned(), sum(change.unfilled)))
        .chain(rules)
        .chain([(lessons.to_owned(), change.lessons_lost)])
        .filter(|&(_, amount): &(String, i64)| amount != 0)
        .map(|(name, amount)| {
            let sign = if amount < 0 { '−' } else { '+' };
            format!("{name} {sign}{}", amount.unsigned_abs())
        });
    let squares = [sum(change.load_squares), sum(change.lesson_squares)];
    let evenness = squares
        .into_iter()
        .zip(words::evenness(lang))
        .filter(|&(amount, _)| amount != 0)
        .map(|(amount, [more, less])| if amount < 0 { more } else { less }.to_owned());
    let parts: Vec<String> = counted.chain(evenness).collect();
    if parts.is_empty() {
        words::no_change(lang).to_owned()
    } else {
        parts.join(", ")
    }
}

/// The role, one person.
pub fn role_name(role: Role, lang: Lang) -> &'static str {
    role.words().one.in_lang(lang)
}

fn day(date: Date, lang: Lang) -> String {
    let format = match lang {
        Lang::En => "%Y-%m-%d",
        Lang::Ru => "%d.%m.%Y",
    };
    date.format(format).to_string()
}

fn lessons(span: &Span, lang: Lang) -> String {
    commands::lessons(&span.lessons.to_string(), span.lessons.count(), lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_told_level_by_level_and_evenness_by_its_direction() {
        let mut cost = Change {
            lessons_lost: 1,
            ..Change::default()
        };
        cost.load_squares[Role::Proctor] = -14;
        cost.lesson_squares[Role::Proctor] = 3;
        assert_eq!(
            change(&cost, Lang::En),
            "lessons lost +1, load more even, lessons less even"
        );
        assert_eq!(
            change(&Change::default(), Lang::Ru),
            "ничего: так же хорошо"
        );
    }
}
