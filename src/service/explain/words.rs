//! Explanations in words: ways out, holds, costs.

use crate::domain::{Date, Lang, Role, RoleMap, RuleCode, School, SittingId, Span};
use crate::explain::{Change, Way};
use crate::lang::{commands, commands::unfilled, explain as words};
use crate::rules::Hold;
use crate::service::views::when_and_what;

/// The way out in one sentence.
pub fn way(school: &School, way: &Way, lang: Lang) -> String {
    let name = |person| school.person(person).name.as_str();
    let place = |sitting| when_and_what(school, sitting, lang);
    match *way {
        Way::OfferDay { person, date } => words::offer_day(name(person), &day(date, lang), lang),
        Way::RaiseDailyLimit { person, to } => words::raise_limit(name(person), to, true, lang),
        Way::RaiseTotalLimit { person, to } => words::raise_limit(name(person), to, false, lang),
        Way::ComeIn { person, date } => {
            let absence = school
                .absences_of(person)
                .iter()
                .find(|absence| absence.from <= date && date <= absence.to);
            let reason = absence.map_or("", |absence| absence.reason.as_str());
            words::come_in(name(person), &day(date, lang), reason, lang)
        }
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
        } => words::waive(name(person), rule.name(), &place(sitting), lang),
        Way::Find { role, sitting, .. } => find(school, role, sitting, lang),
    }
}

fn find(school: &School, role: Role, sitting: SittingId, lang: Lang) -> String {
    let sitting = school.sitting(sitting);
    let class = &school.class(sitting.class).name;
    let subject = &school.subject(sitting.subject).name;
    let date = day(sitting.date, lang);
    match role {
        Role::Checker => words::find_checker(subject, lang),
        Role::Observer => words::find_observer(&date, class, lang),
        Role::Proctor | Role::Assistant => {
            words::find_staff(role_name(role, lang), &date, class, subject, lang)
        }
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
        Hold::TotalLimit(limit) => unfilled::total_limit(limit, lang),
    }
}

/// The levels that change, the most important first: `lessons lost +1, unevenness of load −2`.
pub fn change(change: &Change, lang: Lang) -> String {
    let [empty, exceptions, lessons, load, by_lessons] = words::levels(lang);
    let of_roles = |name: &str, roles: RoleMap<i64>| (name.to_owned(), roles.0.iter().sum());
    let rules = RuleCode::ALL
        .into_iter()
        .zip(change.avoided)
        .map(|(code, count)| (format!("{exceptions} ({})", code.name()), count));
    let levels = std::iter::once(of_roles(empty, change.unfilled))
        .chain(rules)
        .chain([
            (lessons.to_owned(), change.lessons_lost),
            of_roles(load, change.load_squares),
            of_roles(by_lessons, change.lesson_squares),
        ]);
    let parts: Vec<String> = levels
        .filter(|&(_, amount): &(String, i64)| amount != 0)
        .map(|(name, amount)| {
            let sign = if amount < 0 { '−' } else { '+' };
            format!("{name} {sign}{}", amount.unsigned_abs())
        })
        .collect();
    if parts.is_empty() {
        words::no_change(lang).to_owned()
    } else {
        parts.join(", ")
    }
}

/// The role, one person.
pub fn role_name(role: Role, lang: Lang) -> &'static str {
    RoleMap(commands::role_names(lang))[role]
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
