//! Sentences of explanations: ways out, costs, and what the command `explain` says.

use super::facts::quoted;
use super::{Lang, plural_en, plural_ru};

/// A severity, `forbid` or `avoid`, beside what it is of.
pub fn severity(keyword: &'static str, lang: Lang) -> &'static str {
    match (lang, keyword) {
        (Lang::En, "avoid") => "avoided",
        (Lang::En, _) => "forbidden",
        (Lang::Ru, "avoid") => "избегать",
        (Lang::Ru, _) => "нельзя",
    }
}

/// A parent comes on one more day.
pub fn offer_day(person: &str, date: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("ask {person} to come on {date} too"),
        Lang::Ru => format!("попросить прийти и {date}: {person}"),
    }
}

/// A limit is raised.
pub fn raise_limit(person: &str, to: u32, per_day: bool, lang: Lang) -> String {
    match (lang, per_day) {
        (Lang::En, true) => format!("let {person} do {to} duties a day"),
        (Lang::En, false) => format!("let {person} do {to} duties in all"),
        (Lang::Ru, true) => format!("поднять предел до {to} в день: {person}"),
        (Lang::Ru, false) => format!("поднять предел до {to} за всё время: {person}"),
    }
}

/// The limit of a week is raised.
pub fn raise_weekly_limit(person: &str, to: u32, lang: Lang) -> String {
    match lang {
        Lang::En => format!("let {person} do {to} duties a week"),
        Lang::Ru => format!("поднять предел до {to} в неделю: {person}"),
    }
}

/// The limit of works is raised.
pub fn raise_works_limit(person: &str, to: u32, lang: Lang) -> String {
    match lang {
        Lang::En => format!("raise the limit of works of {person} to {to}"),
        Lang::Ru => format!("поднять предел работ до {to}: {person}"),
    }
}

/// Somebody who is away comes in.
pub fn come_in(person: &str, date: &str, reason: &str, lang: Lang) -> String {
    let reason = if reason.is_empty() {
        String::new()
    } else {
        format!(" ({reason})")
    };
    match lang {
        Lang::En => format!("have {person} at school on {date} in spite of the absence{reason}"),
        Lang::Ru => format!("отменить отсутствие {date}{reason}: {person}"),
    }
}

/// Works wait longer.
pub fn widen_window(days: u32, lang: Lang) -> String {
    let number = u64::from(days);
    match lang {
        Lang::En => format!(
            "let works be checked within {days} working {} of the sitting ([checking] days in policy.toml)",
            plural_en(number, "day", "days")
        ),
        Lang::Ru => format!(
            "дать на проверку {days} {} после работы ([checking] days в policy.toml)",
            plural_ru(number, "рабочий день", "рабочих дня", "рабочих дней")
        ),
    }
}

/// A `never` pin is lifted, or a `must` pin, so that its person is released.
pub fn lift_pin(person: &str, role: &str, sitting: &str, must: bool, lang: Lang) -> String {
    match (lang, must) {
        (Lang::En, true) => {
            format!("release {person} from the place pinned by hand: {sitting}, {role}")
        }
        (Lang::En, false) => {
            format!("take back the decision that {person} is never {role} here: {sitting}")
        }
        (Lang::Ru, true) => {
            format!("освободить от закреплённого места ({sitting}, {role}): {person}")
        }
        (Lang::Ru, false) => {
            format!("снять запрет, поставленный вручную ({sitting}, {role}): {person}")
        }
    }
}

/// A person takes on a role.
pub fn grant_role(person: &str, role: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("give {person} the role of {role}"),
        Lang::Ru => format!("добавить роль «{role}»: {person}"),
    }
}

/// A sitting moves within its day.
pub fn move_lesson(sitting: &str, lessons: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("move {sitting} to {lessons}"),
        Lang::Ru => format!("перенести: {sitting} – на {lessons}"),
    }
}

/// A sitting moves to another day.
pub fn move_date(sitting: &str, date: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("move {sitting} to {date}, at the same time"),
        Lang::Ru => format!("перенести: {sitting} – на {date}, в то же время"),
    }
}

/// A written exception.
pub fn waive(person: &str, rule: &str, sitting: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("grant {person} a waiver of the rule {rule} for {sitting}"),
        Lang::Ru => format!("оформить исключение из правила {rule} ({sitting}): {person}"),
    }
}

/// One more checker is found.
pub fn find_checker(subject: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "find one more checker qualified in {}",
            quoted(subject, lang)
        ),
        Lang::Ru => format!(
            "найти ещё одного эксперта по предмету {}",
            quoted(subject, lang)
        ),
    }
}

/// One more proctor or assistant is found.
pub fn find_staff(role: &str, date: &str, class: &str, subject: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "find one more {role} for {date} who teaches neither {class} nor {}",
            quoted(subject, lang)
        ),
        Lang::Ru => format!(
            "найти на {date} ещё одного человека ({role}), который не преподаёт ни в {class}, ни предмет {}",
            quoted(subject, lang)
        ),
    }
}

/// One more parent is found.
pub fn find_observer(date: &str, class: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("find one more parent to observe on {date}, not of {class}"),
        Lang::Ru => format!("найти на {date} ещё одного родителя-наблюдателя, не из {class}"),
    }
}

/// How many of several empty places a way fills.
pub fn fills(count: usize, of: usize, lang: Lang) -> String {
    match lang {
        Lang::En => format!("fills {count} of the {of}"),
        Lang::Ru => format!("заполнит {count} из {of}"),
    }
}

/// Title of the ways out.
pub fn ways_title(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "Ways out, each tried, cheapest first:",
        Lang::Ru => "Что поможет (проверено, сначала простое):",
    }
}

/// No single change helps.
pub fn no_way(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "No single change of one person, rule, date or time fills it.",
        Lang::Ru => "Одним изменением (человек, правило, дата, время) место не заполнить.",
    }
}

/// Ways left out of the list.
pub fn more_ways(count: usize, lang: Lang) -> String {
    let number = count as u64;
    match lang {
        Lang::En => format!("and {count} more like these (all of them: --format json)"),
        Lang::Ru => format!(
            "и ещё {count} {} (все – с --format json)",
            plural_ru(number, "такой способ", "таких способа", "таких способов")
        ),
    }
}

/// The place can be filled as things stand.
pub fn fillable(changes: &[String], lang: Lang) -> String {
    let changes = changes.join("; ");
    match lang {
        Lang::En if changes.is_empty() => "it can be filled as things stand: generate again".into(),
        Lang::Ru if changes.is_empty() => {
            "место можно заполнить уже сейчас: составьте расстановку заново".into()
        }
        Lang::En => format!("it can be filled as things stand: {changes}"),
        Lang::Ru => format!("место можно заполнить уже сейчас: {changes}"),
    }
}

/// The search ended without an answer.
pub fn unknown(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "nobody knows whether it can be filled: the search ended first",
        Lang::Ru => "неизвестно, можно ли заполнить место: перебор остановлен раньше",
    }
}

/// Nobody takes the place, or whom the lists do not know.
pub fn occupant(person: Option<&str>, lang: Lang) -> String {
    match (person, lang) {
        (Some(person), _) => person.to_owned(),
        (None, Lang::En) => "nobody".into(),
        (None, Lang::Ru) => "никто".into(),
    }
}

/// Labels of the sections: why this person, who else, who is held, who is barred.
pub fn sections(lang: Lang) -> [&'static str; 4] {
    match lang {
        Lang::En => [
            "Why this person:",
            "Could take it too, and what would change:",
            "May, but are held by other duties:",
            "May not:",
        ],
        Lang::Ru => [
            "Почему этот человек:",
            "Могли бы и другие; что изменится:",
            "Можно, но заняты:",
            "Нельзя:",
        ],
    }
}

/// What stands in favour: no bar; load among who hold the role; own lessons missed; how many others could.
pub fn in_favour(load: u64, fewest: u64, most: u64, works: bool, lang: Lang) -> String {
    match (lang, works) {
        (Lang::En, false) => format!("duties in this role: {load}, others have {fewest}–{most}"),
        (Lang::En, true) => format!("works to check: {load}, others have {fewest}–{most}"),
        (Lang::Ru, false) => {
            format!("назначений в этой роли: {load}, у других – от {fewest} до {most}")
        }
        (Lang::Ru, true) => format!("работ на проверку: {load}, у других – от {fewest} до {most}"),
    }
}

/// Own lessons missed.
pub fn own_lessons(count: usize, lang: Lang) -> String {
    let number = count as u64;
    match (lang, count) {
        (Lang::En, 0) => "misses no lesson of their own".into(),
        (Lang::Ru, 0) => "своих уроков не теряет".into(),
        (Lang::En, _) => format!(
            "misses {count} {} of their own",
            plural_en(number, "lesson", "lessons")
        ),
        (Lang::Ru, _) => format!(
            "теряет {count} {}",
            plural_ru(number, "свой урок", "своих урока", "своих уроков")
        ),
    }
}

/// No rule bars the person.
pub fn not_barred(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "no rule bars them",
        Lang::Ru => "ни одно правило не мешает",
    }
}

/// What changes when the person takes the place.
pub fn would_change(change: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("could take it; what would change: {change}"),
        Lang::Ru => format!("можно назначить; что изменится: {change}"),
    }
}

/// Nothing changes in the objective.
pub fn no_change(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "nothing: just as good",
        Lang::Ru => "ничего: так же хорошо",
    }
}

/// Names of the objective's levels: empty places, exceptions, lessons lost, evenness, evenness in lessons.
pub fn levels(lang: Lang) -> [&'static str; 5] {
    match lang {
        Lang::En => [
            "empty places",
            "exceptions",
            "lessons lost",
            "unevenness of load",
            "unevenness in lessons",
        ],
        Lang::Ru => [
            "пустых мест",
            "исключений",
            "потеряно уроков",
            "неравномерность нагрузки",
            "неравномерность по урокам",
        ],
    }
}

/// Uses of rules that the plan allows, beside the exceptions of [`levels`].
pub fn preferences(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "preferences set aside",
        Lang::Ru => "отступлений от предпочтений",
    }
}

/// Load, and load in lessons: more even, less even.
pub fn evenness(lang: Lang) -> [[&'static str; 2]; 2] {
    match lang {
        Lang::En => [
            ["load more even", "load less even"],
            ["lessons more even", "lessons less even"],
        ],
        Lang::Ru => [
            ["нагрузка ровнее", "нагрузка менее ровная"],
            ["по урокам ровнее", "по урокам менее ровно"],
        ],
    }
}

/// A text of the question that means nothing here, what it should have been, and the nearest known name.
pub fn not_understood(what: [&str; 2], text: &str, nearest: Option<&str>, lang: Lang) -> String {
    let hint = super::facts::did_you_mean(nearest, lang);
    let text = quoted(text, lang);
    match lang {
        Lang::En => format!("{text} is no {} here{hint}", what[0]),
        Lang::Ru => format!("{text} – нет такого: {}{hint}", what[1]),
    }
}

/// A name that fits several people.
pub fn several(text: &str, people: &[String], lang: Lang) -> String {
    let (text, people) = (quoted(text, lang), people.join("; "));
    match lang {
        Lang::En => format!("{text} fits several people: {people}"),
        Lang::Ru => format!("{text} – подходит нескольким: {people}"),
    }
}

/// No such sitting; the days on which the class writes the subject.
pub fn no_sitting(days: &[String], lang: Lang) -> String {
    let (what, on) = match lang {
        Lang::En => (
            "the class does not write this subject on that day, or has no place of that role",
            "it writes it on",
        ),
        Lang::Ru => (
            "в этот день класс этот предмет не пишет, или у работы нет мест этой роли",
            "класс пишет его",
        ),
    };
    if days.is_empty() {
        return what.to_owned();
    }
    format!("{what}; {on} {}", days.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_read_as_things_to_do() {
        assert_eq!(
            move_lesson("2026-04-21, lesson 2, 7Б, Физика", "lesson 4", Lang::En),
            "move 2026-04-21, lesson 2, 7Б, Физика to lesson 4"
        );
        assert_eq!(
            raise_limit("Ким А. Б.", 3, true, Lang::Ru),
            "поднять предел до 3 в день: Ким А. Б."
        );
        assert_eq!(
            more_ways(2, Lang::Ru),
            "и ещё 2 таких способа (все – с --format json)"
        );
        assert_eq!(
            come_in("A. Kim", "2026-04-21", "", Lang::En),
            "have A. Kim at school on 2026-04-21 in spite of the absence"
        );
    }

    #[test]
    fn what_is_not_understood_is_quoted_with_the_nearest() {
        assert_eq!(
            not_understood(["class", "класс"], "5В", Some("5Б"), Lang::En),
            "\"5В\" is no class here; did you mean \"5Б\"?"
        );
    }
}
