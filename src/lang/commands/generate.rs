//! What `generate` says.

use super::{Lang, plural_en, plural_ru};

/// The first line: how many places are filled.
pub fn filled(filled: usize, places: usize, lang: Lang) -> String {
    let count = places as u64;
    match lang {
        Lang::En => format!(
            "{filled} of {places} {} filled",
            plural_en(count, "place", "places")
        ),
        Lang::Ru => {
            let word = plural_ru(count, "места", "мест", "мест");
            format!("Заполнено {filled} из {places} {word}")
        }
    }
}

/// `120 of 122`.
pub fn of(part: usize, whole: usize, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{part} of {whole}"),
        Lang::Ru => format!("{part} из {whole}"),
    }
}

/// Conflicts beside empty places; the roster was read back.
pub fn conflicts(count: usize, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "Conflicts: {count} (the file was read back and checked by code that knows no solver)"
        ),
        Lang::Ru => {
            format!("Конфликты: {count} (файл прочитан заново и проверен отдельно от решателя)")
        }
    }
}

/// How many exceptions.
pub fn exceptions(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::En, 0) => "Exceptions: none".into(),
        (Lang::Ru, 0) => "Исключения: нет".into(),
        (Lang::En, _) => format!("Exceptions: {count}, each only because nobody else is left"),
        (Lang::Ru, _) => format!("Исключения: {count}, только там, где больше некому"),
    }
}

/// Who granted an exception, and why.
pub fn waiver(reason: &str, approved: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("waived: {reason} (approved by {approved})"),
        Lang::Ru => format!("исключение: {reason} (утвердил(а) {approved})"),
    }
}

/// Own lessons missed.
pub fn lessons_lost(lessons: u64, lang: Lang) -> String {
    match lang {
        Lang::En => format!("Lessons lost: {lessons}"),
        Lang::Ru => format!("Потеряно уроков: {lessons}"),
    }
}

/// No weekly timetable, so lessons are not counted.
pub fn no_timetable(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "Lessons lost: not counted, there is no timetable",
        Lang::Ru => "Потеряно уроков: не считается, нет расписания",
    }
}

/// Title of the load.
pub fn load(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "Load, fewest–most",
        Lang::Ru => "Нагрузка, меньше всего – больше всего",
    }
}

/// Unit of a load up to that number: works of a checker, duties of the others.
pub fn load_unit(most: u64, works: bool, lang: Lang) -> &'static str {
    match (lang, works) {
        (Lang::En, false) => plural_en(most, "duty", "duties"),
        (Lang::En, true) => plural_en(most, "work", "works"),
        (Lang::Ru, false) => plural_ru(most, "дежурство", "дежурства", "дежурств"),
        (Lang::Ru, true) => plural_ru(most, "работа", "работы", "работ"),
    }
}

/// The busiest of a role has more than three times the mean: `(most, mean in tenths)`; what to do about it.
pub fn lopsided((most, tenths): (u64, u64), works: bool, lang: Lang) -> String {
    let unit = load_unit(most, works, lang);
    let point = match lang {
        Lang::En => '.',
        Lang::Ru => ',',
    };
    let mean = match tenths % 10 {
        0 => (tenths / 10).to_string(),
        tenth => format!("{}{point}{tenth}", tenths / 10),
    };
    let what = match (lang, works) {
        (Lang::En, true) => "recuse tradeoff shows what a limit on works would cost",
        (Lang::En, false) => "limits of a person (max_total, max_per_week) would change that",
        (Lang::Ru, true) => "сколько стоит предел на работы, покажет recuse tradeoff",
        (Lang::Ru, false) => {
            "это изменят пределы для человека («Максимум всего», «Максимум в неделю»)"
        }
    };
    match lang {
        Lang::En => format!(
            "The busiest has {most} {unit}, more than three times the mean of {mean}; {what}"
        ),
        Lang::Ru => format!(
            "У самого занятого – {most} {unit}, больше чем втрое выше среднего ({mean}); {what}"
        ),
    }
}

/// How many people are called in, where few are preferred, and how few are known to be needed.
pub fn called(people: u64, bound: u64, lang: Lang) -> String {
    match (lang, people == bound) {
        (Lang::En, true) => format!("People called in: {people}, and no fewer would do"),
        (Lang::En, false) => {
            format!("People called in: {people} (not proven: fewer than {bound} cannot do)")
        }
        (Lang::Ru, true) => format!("Привлечено людей: {people}, меньшим числом не обойтись"),
        (Lang::Ru, false) => {
            format!("Привлечено людей: {people} (не доказано: меньше {bound} быть не может)")
        }
    }
}

/// How many pairs of a checker and a subject in a grade there are, where few are preferred, and how few are known to be needed.
pub fn commissions((pairs, bound): (u64, u64), lang: Lang) -> String {
    match (lang, pairs == bound) {
        (Lang::En, true) => format!(
            "Commissions: {pairs} pairs of a checker and a subject in a grade, and no fewer would do"
        ),
        (Lang::En, false) => format!(
            "Commissions: {pairs} pairs of a checker and a subject in a grade (not proven: fewer than {bound} cannot do)"
        ),
        (Lang::Ru, true) => {
            format!(
                "Комиссии: пар «эксперт – предмет в параллели» {pairs}, меньшим числом не обойтись"
            )
        }
        (Lang::Ru, false) => format!(
            "Комиссии: пар «эксперт – предмет в параллели» {pairs} (не доказано: меньше {bound} быть не может)"
        ),
    }
}

/// Everything is proven.
pub fn proven(lang: Lang) -> &'static str {
    match lang {
        Lang::En => {
            "Proven: no roster fills more, needs fewer exceptions, loses fewer lessons or spreads the load more evenly"
        }
        Lang::Ru => {
            "Доказано: нельзя заполнить больше, обойтись меньшим числом исключений, потерять меньше уроков или распределить ровнее"
        }
    }
}

/// A general solver made the roster: how many of the levels it calls least.
pub fn opinion((least, levels): (usize, usize), engine: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "Feasible, as the general model says: {least} of {levels} levels called least by {engine}; \
             there is no certificate, so nothing is proven (--engine exact proves)"
        ),
        Lang::Ru => format!(
            "Допустимо, по общей модели: {engine} считает наилучшими уровней: {least} из {levels}; \
             сертификата нет, поэтому ничего не доказано (доказывает --engine exact)"
        ),
    }
}

/// Something is not proven: what, its value, and the bound.
pub fn unproven(level: &str, value: u64, bound: u64, lang: Lang) -> String {
    match lang {
        Lang::En => format!("Not proven: {level} is {value}, and cannot be below {bound}"),
        Lang::Ru => format!("Не доказано: {level} – {value}, меньше {bound} быть не может"),
    }
}

/// Names of the levels: unfilled, avoided, lessons lost, evenness.
pub fn levels(lang: Lang) -> [&'static str; 4] {
    match lang {
        Lang::En => [
            "empty places",
            "exceptions",
            "lessons lost",
            "evenness of load (squares)",
        ],
        Lang::Ru => [
            "пустых мест",
            "исключений",
            "потерянных уроков",
            "ровность нагрузки (квадраты)",
        ],
    }
}

/// Title of the places that stay empty.
pub fn unfilled(count: usize, lang: Lang) -> String {
    let places = count as u64;
    match lang {
        Lang::En => format!(
            "{count} {} empty:",
            plural_en(places, "place stays", "places stay")
        ),
        Lang::Ru => format!(
            "{} {count} {}:",
            plural_ru(
                places,
                "Осталось пустым",
                "Остались пустыми",
                "Остались пустыми"
            ),
            plural_ru(places, "место", "места", "мест")
        ),
    }
}

/// Where the roster was written.
pub fn written(path: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("Written: {path}"),
        Lang::Ru => format!("Записано: {path}"),
    }
}

/// What to do next: nothing is open.
pub fn next_clean(roster: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "Next: look through {roster}; recuse check {roster} judges it again after any change by hand"
        ),
        Lang::Ru => {
            format!("Дальше: просмотрите {roster}; после правок вручную – recuse check {roster}")
        }
    }
}

/// What to do next: exceptions to agree on.
pub fn next_exceptions(lang: Lang) -> &'static str {
    match lang {
        Lang::En => {
            "Next: agree each exception with the person who signs, or add a qualified person and generate again"
        }
        Lang::Ru => {
            "Дальше: согласуйте каждое исключение с тем, кто подписывает приказ, или добавьте специалиста и повторите"
        }
    }
}

/// What to do next: places to fill.
pub fn next_unfilled(lang: Lang) -> &'static str {
    match lang {
        Lang::En => {
            "Next: for the empty places add people (staff, parents), widen limits or dates, move a sitting, \
             or enter a written waiver; then generate again with --force"
        }
        Lang::Ru => {
            "Дальше: для пустых мест добавьте людей (сотрудников, родителей), ослабьте пределы или даты, перенесите \
             работу или внесите письменное исключение; затем повторите с --force"
        }
    }
}

/// A progress line: so many of so many are done.
pub fn counted(done: usize, all: usize, lang: Lang) -> String {
    match lang {
        Lang::En => format!("solving: {done} of {all}"),
        Lang::Ru => format!("решение: {done} из {all}"),
    }
}

/// A progress line: the level (1–4), what a part of the school has there so far, and what bounds it.
pub fn progress(level: u8, (value, bound): (u64, u64), lang: Lang) -> String {
    let names = levels(lang);
    let name = names[usize::from(level.clamp(1, 4)) - 1];
    match (lang, value == bound) {
        (Lang::En, true) => format!("solving, part by part: {name} {value}, no fewer possible"),
        (Lang::En, false) => format!("solving, part by part: {name} {value}, not below {bound}"),
        (Lang::Ru, true) => format!("решение по частям: {name} – {value}, меньше нельзя"),
        (Lang::Ru, false) => format!("решение по частям: {name} – {value}, не меньше {bound}"),
    }
}
