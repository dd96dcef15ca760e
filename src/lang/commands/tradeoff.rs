//! What `tradeoff` says.

use super::{Lang, plural_en, plural_ru};

/// Title: how many ways were solved.
pub fn title(ways: usize, lang: Lang) -> String {
    let count = ways as u64;
    match lang {
        Lang::En => format!(
            "The price of a rule: the school staffed {ways} {}, each roster read back and checked",
            plural_en(count, "way", "ways")
        ),
        Lang::Ru => {
            let word = plural_ru(count, "вариант", "варианта", "вариантов");
            format!("Цена правила: {ways} {word}, каждый решён, прочитан заново и проверен")
        }
    }
}

/// What the arrow means.
pub fn now(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "→ the policy as it stands.",
        Lang::Ru => "→ политика, как она есть сейчас.",
    }
}

/// Above the lines of one number of checkers and one word on own subject.
pub fn group(checkers: Option<u32>, own_subject: &str, lang: Lang) -> String {
    let own = match (own_subject, lang) {
        ("avoid", Lang::En) => "own subject avoided",
        ("allow", Lang::En) => "own subject allowed",
        (_, Lang::En) => "own subject forbidden",
        ("avoid", Lang::Ru) => "свой предмет – по возможности избегать",
        ("allow", Lang::Ru) => "свой предмет разрешён",
        (_, Lang::Ru) => "свой предмет запрещён",
    };
    match (checkers, lang) {
        (None, _) => capitalised(own),
        (Some(1), Lang::En) => format!("One checker for a work, {own}"),
        (Some(2), Lang::En) => format!("Two checkers for a work, {own}"),
        (Some(count), Lang::En) => format!("{count} checkers for a work, {own}"),
        (Some(1), Lang::Ru) => format!("Один эксперт на работу, {own}"),
        (Some(2), Lang::Ru) => format!("Два эксперта на работу, {own}"),
        (Some(count), Lang::Ru) => format!("Экспертов на работу: {count}, {own}"),
    }
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// Headings: limit, empty places, preferences, exceptions, own subject, most works, fewest works, without works, lessons,
/// proven.
pub fn headings(lang: Lang) -> [&'static str; 10] {
    match lang {
        Lang::En => [
            "limit",
            "empty",
            "preferences",
            "exceptions",
            "own subject",
            "most works",
            "fewest",
            "no works",
            "lessons lost",
            "proof",
        ],
        Lang::Ru => [
            "предел",
            "пусто",
            "предпочтений",
            "исключений",
            "свой предмет",
            "больше всех",
            "меньше всех",
            "без работ",
            "потеряно уроков",
            "доказательство",
        ],
    }
}

/// No limit on works.
pub fn no_limit(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "none",
        Lang::Ru => "нет",
    }
}

/// Is the line proven?
pub fn verdict(is_proven: bool, lang: Lang) -> &'static str {
    match (lang, is_proven) {
        (Lang::En, true) => "proven",
        (Lang::En, false) => "open",
        (Lang::Ru, true) => "доказано",
        (Lang::Ru, false) => "не доказано",
    }
}

/// Values meet their bounds, and still nothing is certified.
pub fn open_somewhere(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "Not proven: the search ended before its cases were through",
        Lang::Ru => "Не доказано: поиск кончился раньше, чем были пройдены все случаи",
    }
}

/// What the columns count, and what "proven" is about.
pub fn what_numbers_are(lang: Lang) -> &'static str {
    match lang {
        Lang::En => {
            "Proven: no roster under that line's rules leaves fewer places empty, then sets fewer preferences aside, then loses \
             fewer lessons, then spreads the load more evenly. Most and fewest works are those of the roster that was found; \
             fewest is among those who check at all, \"no works\" counts those who may check and have none. \"Own subject\" counts \
             checkers who teach the subject here, allowed or not."
        }
        Lang::Ru => {
            "Доказано: по правилам этой строки нельзя оставить пустыми меньше мест, затем реже отступать от предпочтений, затем \
             потерять меньше уроков, затем распределить ровнее. «Больше всех» и «меньше всех» – работы в найденной расстановке; \
             «меньше всех» – среди тех, кто проверяет, «без работ» – сколько человек могли бы проверять, но не заняты. «Свой \
             предмет» – сколько мест у экспертов, которые ведут этот предмет здесь, разрешено это или нет."
        }
    }
}

/// Sittings whose number of checkers stands in the lists.
pub fn listed(listed: usize, all: usize, lang: Lang) -> String {
    match (lang, listed == all) {
        (Lang::En, true) => {
            "The lists name the number of checkers of every sitting (schedule, subjects): the policy's does nothing, and one or \
             two are not compared."
                .to_owned()
        }
        (Lang::Ru, true) => {
            "Число экспертов у каждой работы задано в списках (график, предметы): политика его не меняет, один и два не \
             сравниваются."
                .to_owned()
        }
        (Lang::En, false) => format!(
            "The lists name the number of checkers of {listed} of {all} sittings: it stays the same in every line."
        ),
        (Lang::Ru, false) => format!(
            "Число экспертов задано в списках у {listed} из {all} работ: в каждой строке оно остаётся таким."
        ),
    }
}

/// People with a limit of their own.
pub fn own_limits(people: usize, lang: Lang) -> String {
    let count = people as u64;
    match lang {
        Lang::En => format!(
            "{people} {} a limit of works of their own in the list of staff: it stands in every line.",
            plural_en(count, "person has", "people have")
        ),
        Lang::Ru => format!(
            "У {people} {} свой «Максимум работ» в списке сотрудников: он действует в каждой строке.",
            plural_ru(count, "человека", "человек", "человек")
        ),
    }
}

/// Lessons are not counted.
pub fn no_timetable(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "Lessons lost are not counted: there is no timetable.",
        Lang::Ru => "Потерянные уроки не считаются: нет расписания.",
    }
}
