//! What could not be checked, and what the lists lack for it.

use super::{Lang, plural_en};

/// Names that are shown of a long list; the rest are counted.
const MOST_NAMED: usize = 8;

/// `5А, 5Б, 5В, and 4 more`.
fn some(names: &[String], lang: Lang) -> String {
    let shown = names[..names.len().min(MOST_NAMED)].join(", ");
    match (names.len().saturating_sub(MOST_NAMED), lang) {
        (0, _) => shown,
        (more, Lang::En) => format!("{shown}, and {more} more"),
        (more, Lang::Ru) => format!("{shown} и ещё {more}"),
    }
}

/// The claim that works are spread evenly.
pub fn even_works(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "even spread of works",
        Lang::Ru => "равномерность проверки работ",
    }
}

/// May somebody in that position teach a class? Yes where nothing is said.
pub fn may_teach(position: &str) -> bool {
    let position = position.to_lowercase();
    position.trim().is_empty()
        || ["учител", "преподавател", "teacher"]
            .iter()
            .any(|word| position.contains(word))
}

/// May somebody in that position lead the school, and hold a subject without lessons of it?
pub fn may_lead(position: &str) -> bool {
    let position = position.to_lowercase();
    let leaders = [
        "директор",
        "заместител",
        "зам.",
        "завуч",
        "head",
        "principal",
        "deputy",
    ];
    leaders.iter().any(|word| position.contains(word))
}

/// No place at all.
pub fn no_places(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "the schedule has no place to fill: nothing was checked",
        Lang::Ru => "в графике нет ни одного места: проверять было нечего",
    }
}

/// Nobody knows who teaches which class.
pub fn no_teaching(lang: Lang) -> &'static str {
    match lang {
        Lang::En => {
            "who teaches which class is unknown: no load, no timetable, no classes in staff"
        }
        Lang::Ru => {
            "неизвестно, кто ведёт какой класс: нет ни нагрузки, ни расписания, ни классов у сотрудников"
        }
    }
}

/// Classes without any teacher in the lists.
pub fn untaught_classes(classes: &[String], lang: Lang) -> String {
    let classes = some(classes, lang);
    match lang {
        Lang::En => format!("no list says who teaches {classes}"),
        Lang::Ru => format!("ни в одном списке нет учителей классов: {classes}"),
    }
}

/// Works whose subject nobody is listed to teach.
pub fn untaught_works(works: &[String], lang: Lang) -> String {
    let works = some(works, lang);
    match lang {
        Lang::En => format!("no list says who teaches the subject in the class: {works}"),
        Lang::Ru => format!("ни в одном списке нет того, кто ведёт предмет в классе: {works}"),
    }
}

/// Teachers without classes.
pub fn without_classes(people: &[String], lang: Lang) -> String {
    let people = some(people, lang);
    match lang {
        Lang::En => format!("no class is known of {people}"),
        Lang::Ru => format!("не указано ни одного класса: {people}"),
    }
}

/// No subjects at all.
pub fn no_subjects(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "nobody’s subjects are known: none in staff, no load",
        Lang::Ru => {
            "неизвестно, кто какой предмет ведёт: нет ни предметов у сотрудников, ни нагрузки"
        }
    }
}

/// Subjects that stand beside nobody.
pub fn unheld_subjects(subjects: &[String], lang: Lang) -> String {
    let subjects = some(subjects, lang);
    match lang {
        Lang::En => format!("no specialist is listed in {subjects}"),
        Lang::Ru => format!("в списках нет ни одного специалиста по предметам: {subjects}"),
    }
}

/// Teachers without subjects.
pub fn without_subjects(people: &[String], lang: Lang) -> String {
    let people = some(people, lang);
    match lang {
        Lang::En => format!("no subject is known of {people}"),
        Lang::Ru => format!("не указано ни одного предмета: {people}"),
    }
}

/// No class teachers at all.
pub fn no_class_teachers(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "no class teachers are listed",
        Lang::Ru => "в списках нет классных руководителей",
    }
}

/// Classes without a class teacher.
pub fn without_teacher(classes: &[String], lang: Lang) -> String {
    let classes = some(classes, lang);
    match lang {
        Lang::En => format!("no class teacher is listed for {classes}"),
        Lang::Ru => format!("не указан классный руководитель: {classes}"),
    }
}

/// No parents at all.
pub fn no_parents(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "whose children are in which class is unknown: no parents",
        Lang::Ru => "неизвестно, чьи дети в каком классе: нет списка родителей",
    }
}

/// Numbers of pupils that nobody knows.
pub fn pupils(unknown: usize, all: usize, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "the number of pupils is unknown for {unknown} of {all} sittings; there works count one a sitting"
        ),
        Lang::Ru => format!(
            "неизвестно число учеников ({unknown} работ из {all}); там считается по одной работе на класс"
        ),
    }
}

/// Title of what was not checked.
pub fn title(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "Not checked",
        Lang::Ru => "Не проверено",
    }
}

/// What the claims are: rules by name, or how evenly works are spread.
pub fn claim(rule: Option<&str>, lang: Lang) -> String {
    match (rule, lang) {
        (Some(rule), _) => rule.to_owned(),
        (None, Lang::En) => "even spread of works".into(),
        (None, Lang::Ru) => "равномерность проверки работ".into(),
    }
}

/// The first line of a check: nothing found, but not everything checked.
pub fn clean_but(places: usize, lang: Lang) -> String {
    match lang {
        Lang::En => {
            let word = plural_en(places as u64, "place", "places");
            format!(
                "NOT EVERYTHING CHECKED: nothing found in {places} {word} by what the lists say"
            )
        }
        Lang::Ru => {
            format!("ПРОВЕРЕНО НЕ ВСЁ: мест – {places}, по имеющимся спискам нарушений не найдено")
        }
    }
}

/// Beside a count of conflicts: not all was checked.
pub fn in_part(rules: usize, lang: Lang) -> String {
    match lang {
        Lang::En => {
            let word = plural_en(rules as u64, "rule", "rules");
            format!("not everything could be checked: {rules} {word}")
        }
        Lang::Ru => format!("проверено не всё, правил: {rules}"),
    }
}

/// What is proven where works have no weights.
pub fn proven_by_sittings(lang: Lang) -> &'static str {
    match lang {
        Lang::En => {
            "Proven: no roster fills more, needs fewer exceptions or loses fewer lessons. How evenly works are spread is \
             not known: pupils are missing"
        }
        Lang::Ru => {
            "Доказано: нельзя заполнить больше, обойтись меньшим числом исключений или потерять меньше уроков. \
             Равномерность проверки неизвестна: не указано число учеников"
        }
    }
}

/// What to do next: lists to complete.
pub fn next(lang: Lang) -> &'static str {
    match lang {
        Lang::En => {
            "Next: complete the lists named under \"Not checked\", and generate again with --force"
        }
        Lang::Ru => "Дальше: дополните списки, названные под «Не проверено», и повторите с --force",
    }
}
