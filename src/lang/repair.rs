//! What `repair` and `diff` say.

use super::commands::{lessons, numbers};
use super::{Lang, plural_en, plural_ru};

/// The first line of a repair: how much changes, how much stays.
pub fn changed(changed: u64, kept: usize, lang: Lang) -> String {
    let stay = kept as u64;
    match (lang, changed) {
        (Lang::En, 0) => format!("Nobody takes on a new duty; {kept} stay as they are"),
        (Lang::Ru, 0) => format!("Новых назначений ни у кого нет; без изменений – {kept}"),
        (Lang::En, _) => format!(
            "{changed} {} somebody else, {kept} {}",
            plural_en(changed, "duty goes to", "duties go to"),
            plural_en(stay, "stays", "stay")
        ),
        (Lang::Ru, _) => format!(
            "{} {changed} {}, без изменений – {kept}",
            plural_ru(changed, "Переходит", "Переходят", "Переходит"),
            plural_ru(changed, "назначение", "назначения", "назначений"),
        ),
    }
}

/// The number of changes is the smallest.
pub fn proven(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "Proven: no roster that fills as many places changes fewer duties",
        Lang::Ru => "Доказано: столько же мест нельзя заполнить с меньшим числом перемен",
    }
}

/// The number of changes may not be the smallest.
pub fn unproven(changed: u64, fewest: u64, lang: Lang) -> String {
    match lang {
        Lang::En => {
            format!("Not proven: {changed} duties change, and fewer than {fewest} cannot")
        }
        Lang::Ru => {
            format!("Не доказано: меняется назначений – {changed}, меньше {fewest} быть не может")
        }
    }
}

/// Conflicts before and after.
pub fn conflicts(before: usize, after: usize, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "Conflicts: {before} before, {after} now (the file was read back and checked by code that knows no solver)"
        ),
        Lang::Ru => format!(
            "Конфликты: было {before}, стало {after} (файл прочитан заново и проверен отдельно от решателя)"
        ),
    }
}

/// Title of the conflicts that remain: pinned rows, pins, empty places.
pub fn left(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "What a person has to settle",
        Lang::Ru => "Решать человеку",
    }
}

/// Title of the changes.
pub fn changes(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "Changes",
        Lang::Ru => "Изменения",
    }
}

/// Title of the people.
pub fn told(people: usize, lang: Lang) -> String {
    match lang {
        Lang::En => format!("To be told: {people}"),
        Lang::Ru => format!("Кому сообщить: {people}"),
    }
}

/// Nothing differs.
pub fn no_difference(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "Nothing differs",
        Lang::Ru => "Различий нет",
    }
}

/// Nobody, where somebody was or is.
pub fn nobody(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "nobody",
        Lang::Ru => "никто",
    }
}

/// Labels of what to tell somebody: gives up, takes on, moved.
pub fn messages(lang: Lang) -> [&'static str; 3] {
    match lang {
        Lang::En => ["no more", "new", "moved"],
        Lang::Ru => ["больше не нужно", "новое", "перенесено"],
    }
}

/// When it was to be before.
pub fn moved_from(when: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("moved from {when}"),
        Lang::Ru => format!("раньше – {when}"),
    }
}

/// A name that fits several was read as the one who may take the place.
pub fn read_as(row: u32, text: &str, person: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "row {row}: \"{text}\" fits several people and was read as {person}, who alone may take the place; confirm"
        ),
        Lang::Ru => format!(
            "строка {row}: «{text}» подходит нескольким, прочитано как {person} – остальным это место нельзя; подтвердите"
        ),
    }
}

/// The objective before and after.
pub fn objective(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "Before and after",
        Lang::Ru => "Было и стало",
    }
}

/// No level of the objective differs.
pub fn same_objective(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "equally good at every level",
        Lang::Ru => "одинаково хороши на всех уровнях",
    }
}

/// What to do so that the absences are not forgotten.
pub fn next_absent(lang: Lang) -> &'static str {
    match lang {
        Lang::En => {
            "Next: enter the absence in absences.csv too, so that the next generate and check know of it"
        }
        Lang::Ru => {
            "Дальше: внесите отсутствие и в таблицу отсутствий, чтобы о нём знали следующие generate и check"
        }
    }
}

/// The day of a report (ISO) as people write it.
pub fn day(date: &str, lang: Lang) -> String {
    let parts: Vec<&str> = date.split('-').collect();
    match (lang, parts.as_slice()) {
        (Lang::Ru, [year, month, day]) => format!("{day}.{month}.{year}"),
        _ => date.to_owned(),
    }
}

/// `lesson 2`, `lessons 2–3`, or the time.
pub fn time(lesson: &str, lang: Lang) -> String {
    if lesson.is_empty() || lesson.contains(':') {
        return numbers(lesson);
    }
    let count = if lesson.contains(['-', ',']) { 2 } else { 1 };
    lessons(lesson, count, lang)
}
