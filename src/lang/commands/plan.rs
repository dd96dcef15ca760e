//! What `plan` says, and the words of its tables.

use super::{Lang, plural_en, plural_ru};
use crate::lang::facts::Word;

const fn word(en: &'static str, ru: &'static str) -> Word {
    Word { en, ru }
}

/// Title of a step.
pub fn step(name: &str, lang: Lang) -> &'static str {
    let word = match name {
        "rooms" => word("Rooms", "Кабинеты"),
        "meetings" => word("Meetings on criteria", "Заседания комиссий"),
        _ => word("Substitutes", "Замещение уроков"),
    };
    word.in_lang(lang)
}

/// What a level of a step counts.
pub fn level(step: &str, level: &str, lang: Lang) -> &'static str {
    let word = match (step, level) {
        ("rooms", "without-room") => word(
            "sittings without a room that holds them",
            "работ без кабинета, где хватает мест",
        ),
        ("rooms", "without-camera") => word("sittings without a camera", "работ без камеры"),
        ("rooms", "lessons-without-room") => word(
            "lessons that find no other room",
            "уроков, которым не нашлось кабинета",
        ),
        ("rooms", "lessons-moved") => word("lessons moved", "перенесено уроков"),
        ("rooms", _) => word(
            "sittings away from the class’s own room",
            "работ не в своём кабинете",
        ),
        ("meetings", "missing") => word("members missing", "членов комиссий не будет"),
        ("meetings", "lessons-lost") => word("own lessons lost", "потеряно своих уроков"),
        ("meetings", _) => word("minutes to the ends, in all", "минут до окончания, всего"),
        (_, "nobody") => word("lessons with nobody", "уроков без замены"),
        (_, "anybody") => word("taken by anybody", "заменяет кто-нибудь"),
        (_, "anybody-freed") => word(
            "taken by anybody whose class writes",
            "заменяет кто-нибудь, чей класс пишет",
        ),
        (_, "subject") => word("taken by the subject", "заменяет предметник"),
        (_, "subject-freed") => word(
            "taken by the subject, whose class writes",
            "заменяет предметник, чей класс пишет",
        ),
        (_, "class") => word("taken by a teacher of the class", "заменяет учитель класса"),
        (_, "class-freed") => word(
            "taken by a teacher of the class, whose other class writes",
            "заменяет учитель класса, чей другой класс пишет",
        ),
        (_, "subject-and-class") => word(
            "taken by the subject and the class",
            "заменяет предметник этого класса",
        ),
        (_, "breaks") => word("double lessons broken", "разорвано сдвоенных уроков"),
        (_, "days") => word(
            "days on which somebody comes only for this",
            "дней, когда приходят только ради замены",
        ),
        _ => word("squares of lessons taken", "сумма квадратов замен"),
    };
    word.in_lang(lang)
}

/// A level's value, and what is known of it.
pub fn value(value: i64, bound: i64, lang: Lang) -> String {
    match (lang, value == bound) {
        (Lang::En, true) => format!("{value} (proven)"),
        (Lang::Ru, true) => format!("{value} (доказано)"),
        (Lang::En, false) => format!("{value} (not proven: no fewer than {bound})"),
        (Lang::Ru, false) => format!("{value} (не доказано: не меньше {bound})"),
    }
}

/// Why a step was not taken.
pub fn not_taken(step: &str, lang: Lang) -> &'static str {
    let word = match step {
        "rooms" => word(
            "not planned: there is no table of rooms",
            "не распределены: нет таблицы кабинетов",
        ),
        "meetings" => word(
            "not planned: the policy gives no minutes for them ([meetings] minutes = 20)",
            "не назначены: в policy.toml не указано время ([meetings] minutes = 20)",
        ),
        _ => word(
            "not planned: there is no timetable, so nobody knows which lessons are lost",
            "не назначены: нет расписания, и неизвестно, какие уроки теряются",
        ),
    };
    word.in_lang(lang)
}

/// Nothing at all could be planned.
pub fn nothing(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "Nothing was planned, and nothing written",
        Lang::Ru => "Планировать нечего, файлы не записаны",
    }
}

/// The files that were written.
pub fn written(paths: &[String], lang: Lang) -> String {
    let paths = paths.join(", ");
    match lang {
        Lang::En => format!("Written: {paths}"),
        Lang::Ru => format!("Записано: {paths}"),
    }
}

/// A table would take the place of a list that was read.
pub fn over_a_list(path: &str, lang: Lang) -> String {
    match lang {
        Lang::En => {
            format!("{path} is a list of the school; choose another folder with -o")
        }
        Lang::Ru => {
            format!("{path} – список школы; укажите другую папку через -o")
        }
    }
}

/// What needs a person's eye, with a heading.
pub fn open(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "For a person:",
        Lang::Ru => "Решать человеку:",
    }
}

/// A lesson that nobody takes.
pub fn nobody_takes(
    (when, class, subject): (&str, &str, &str),
    candidates: usize,
    lang: Lang,
) -> String {
    let count = candidates as u64;
    match (lang, candidates) {
        (Lang::En, 0) => format!("{when}, {class}, {subject}: nobody is free"),
        (Lang::Ru, 0) => format!("{when}, {class}, {subject}: никто не свободен"),
        (Lang::En, _) => format!(
            "{when}, {class}, {subject}: nobody is left ({candidates} {} free, all needed elsewhere)",
            plural_en(count, "person is", "people are")
        ),
        (Lang::Ru, _) => format!(
            "{when}, {class}, {subject}: никого не остаётся ({} {candidates} {}, все нужны на других уроках)",
            plural_ru(count, "свободен", "свободны", "свободны"),
            plural_ru(count, "человек", "человека", "человек"),
        ),
    }
}

/// A sitting without a room.
pub fn no_room(when: &str, pupils: u32, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{when}: no free room holds {pupils}"),
        Lang::Ru => format!("{when}: нет свободного кабинета на {pupils} мест"),
    }
}

/// A given room that is too small.
pub fn too_small(when: &str, room: &str, pupils: u32, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{when}: room {room} does not hold {pupils}"),
        Lang::Ru => format!("{when}: в кабинете {room} нет {pupils} мест"),
    }
}

/// A room that the schedule gives to two sittings at once.
pub fn given_twice(when: &str, room: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{when}: the schedule gives room {room} to another sitting then"),
        Lang::Ru => format!("{when}: кабинет {room} в это время по графику занят другой работой"),
    }
}

/// A lesson that has to leave its room and finds none.
pub fn lesson_without_room(when: &str, class: &str, room: &str, lang: Lang) -> String {
    match lang {
        Lang::En => {
            format!("{when}, lesson of {class}: has to leave room {room}, no other is free")
        }
        Lang::Ru => {
            format!("{when}, урок {class}: кабинет {room} занят под работу, свободного нет")
        }
    }
}

/// A member who does not come to a meeting, why, and when it takes place without them.
pub fn misses(
    (commission, person, why): (&str, &str, &str),
    when: Option<&str>,
    lang: Lang,
) -> String {
    match (lang, when) {
        (Lang::En, None) => format!("{commission}: {person} cannot come, {why}"),
        (Lang::Ru, None) => format!("{commission}: {person} не может прийти, {why}"),
        (Lang::En, Some(when)) => {
            format!("{commission}: {person} cannot come, {why}; it meets without them {when}")
        }
        (Lang::Ru, Some(when)) => {
            format!(
                "{commission}: {person} не может прийти, {why}; заседание без этого члена {when}"
            )
        }
    }
}

/// Why a member does not come: away, on duty, at another meeting, no time at all.
pub fn hindrance(which: usize, lang: Lang) -> &'static str {
    let words = [
        word("away then", "отсутствует"),
        word("on duty then", "на дежурстве"),
        word("at another meeting then", "на другом заседании"),
        word(
            "there is no time after the sitting within the days of checking",
            "после работы в дни проверки времени нет",
        ),
    ];
    words[which.min(3)].in_lang(lang)
}

/// `Maths, grade 5`.
pub fn commission(subject: &str, grades: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{subject}, grade {grades}"),
        Lang::Ru => format!("{subject}, {grades} класс"),
    }
}

/// Heading of a column of the table in that file; `None` behind the last.
pub fn heading(file: &str, column: usize, lang: Lang) -> Option<&'static str> {
    let headings: &[&str] = match file {
        "rooms.csv" => &rooms_header(lang),
        "meetings.csv" => &meetings_header(lang),
        "substitutes.csv" => &substitutes_header(lang),
        _ => &[],
    };
    headings.get(column).copied()
}

/// Headings of `rooms.csv`.
pub fn rooms_header(lang: Lang) -> [&'static str; 13] {
    match lang {
        Lang::En => [
            "date", "lesson", "start", "end", "what", "class", "subject", "group", "room",
            "camera", "from", "note", "school",
        ],
        Lang::Ru => [
            "Дата",
            "Урок",
            "Начало",
            "Конец",
            "Что",
            "Класс",
            "Предмет",
            "Группа",
            "Кабинет",
            "Камера",
            "Из кабинета",
            "Примечание",
            "Школа",
        ],
    }
}

/// What stands in a room: a sitting, or a lesson that moves there.
pub fn what(is_sitting: bool, lang: Lang) -> &'static str {
    match (lang, is_sitting) {
        (Lang::En, true) => "sitting",
        (Lang::En, false) => "lesson",
        (Lang::Ru, true) => "работа",
        (Lang::Ru, false) => "урок",
    }
}

/// Notes of rooms: given by the schedule, too small, none.
pub fn room_note(which: usize, lang: Lang) -> &'static str {
    let words = [
        word("by the schedule", "по графику"),
        word("by the schedule, too small", "по графику, мест не хватает"),
        word("no room", "кабинета нет"),
    ];
    words[which.min(2)].in_lang(lang)
}

/// Headings of `meetings.csv`.
pub fn meetings_header(lang: Lang) -> [&'static str; 12] {
    match lang {
        Lang::En => [
            "subject",
            "grade",
            "date",
            "lesson",
            "start",
            "end",
            "room",
            "chair",
            "members",
            "missing",
            "lessons_lost",
            "school",
        ],
        Lang::Ru => [
            "Предмет",
            "Параллель",
            "Дата",
            "Урок",
            "Начало",
            "Конец",
            "Кабинет",
            "Председатель",
            "Члены комиссии",
            "Не смогут",
            "Потеряно уроков",
            "Школа",
        ],
    }
}

/// Headings of `substitutes.csv`.
pub fn substitutes_header(lang: Lang) -> [&'static str; 11] {
    match lang {
        Lang::En => [
            "date",
            "lesson",
            "start",
            "end",
            "class",
            "subject",
            "absent",
            "substitute",
            "fit",
            "note",
            "school",
        ],
        Lang::Ru => [
            "Дата",
            "Урок",
            "Начало",
            "Конец",
            "Класс",
            "Предмет",
            "Кого замещают",
            "Кто замещает",
            "Соответствие",
            "Примечание",
            "Школа",
        ],
    }
}

/// How well somebody fits, the best first.
pub fn fit(which: usize, lang: Lang) -> &'static str {
    let words = [
        word("subject and class", "предмет и класс"),
        word("class", "класс"),
        word("subject", "предмет"),
        word("anybody", "любой"),
    ];
    words[which.min(3)].in_lang(lang)
}

/// Notes of substitutes: whose own class writes; where nobody is free.
pub fn substitute_note(is_freed: bool, lang: Lang) -> &'static str {
    match (lang, is_freed) {
        (Lang::En, true) => "their own class writes then",
        (Lang::Ru, true) => "свой класс в это время пишет работу",
        (Lang::En, false) => "nobody",
        (Lang::Ru, false) => "замены нет",
    }
}
