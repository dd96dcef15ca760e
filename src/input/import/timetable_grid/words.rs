//! What a text along the edge of a timetable says: a day, the number of a lesson, a class, a person; or only what stands below it.

use crate::input::cells;
use crate::input::names::{
    clean, has_initials, is_class_word, is_patronymic_word, no_person, roman_beginnings,
};

/// Lessons of one day that schools number.
const MOST_LESSONS: u32 = 16;

/// Grades that schools have.
const HIGHEST_GRADE: u32 = 13;

/// What a column or a row holds that is no timetable itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heading {
    /// Numbers of lessons, days, times, classes: the edge.
    Edge,
    /// Rooms.
    Room,
    /// Subjects, teachers: part of what a lesson is.
    Part,
}

/// The heading that the text is, where it is nothing else.
pub fn heading(text: &str) -> Option<Heading> {
    const EDGE: [&str; 27] = [
        "урок",
        "уроки",
        "номер",
        "урока",
        "день",
        "дни",
        "недели",
        "класс",
        "классы",
        "кл",
        "время",
        "звонки",
        "дата",
        "начало",
        "конец",
        "пп",
        "п",
        "lesson",
        "lessons",
        "period",
        "day",
        "days",
        "class",
        "classes",
        "time",
        "час",
        "смена",
    ];
    const ROOMS: [&str; 9] = [
        "каб",
        "кабинет",
        "кабинеты",
        "ауд",
        "аудитория",
        "room",
        "rooms",
        "к",
        "помещение",
    ];
    const PARTS: [&str; 12] = [
        "предмет",
        "предметы",
        "учитель",
        "учителя",
        "фио",
        "дисциплина",
        "педагог",
        "subject",
        "subjects",
        "teacher",
        "teachers",
        "преподаватель",
    ];
    if text.contains(|letter: char| letter.is_ascii_digit()) {
        return None;
    }
    let words = words(text);
    let all = |list: &[&str]| words.iter().all(|word| list.contains(&word.as_str()));
    if words.is_empty() {
        return text.contains('№').then_some(Heading::Edge);
    }
    if all(&ROOMS) {
        Some(Heading::Room)
    } else if all(&PARTS) {
        Some(Heading::Part)
    } else if all(&EDGE) {
        Some(Heading::Edge)
    } else {
        None
    }
}

/// Small words of letters alone.
fn words(text: &str) -> Vec<String> {
    text.to_lowercase()
        .split(|letter: char| !letter.is_alphabetic())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The weekday (0 = Monday) that the text names, alone or with a date, a shift: `Понедельник`, `П О Н Е Д Е Л Ь Н И К`, `Пн 12.01`.
pub fn day(text: &str) -> Option<usize> {
    /// Longer texts speak of something else.
    const LONGEST: usize = 60;
    if text.chars().count() > LONGEST {
        return None;
    }
    let of = |word: &str| {
        let day = cells::weekday(word).ok()?;
        Some(day.num_days_from_monday() as usize)
    };
    let joined: String = text
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .collect();
    if let Some(day) = of(text).or_else(|| of(&joined)) {
        return Some(day);
    }
    let words = words(text);
    let mut days = words.iter().filter_map(|word| of(word));
    let first = days.next()?;
    let others = words.iter().filter(|word| of(word).is_none());
    let is_plain = others.clone().count() <= 3 && others.clone().all(|word| is_beside_day(word));
    (is_plain && days.all(|day| day == first)).then_some(first)
}

/// The only weekday among the words of a title: `Расписание на понедельник`.
pub fn day_in_title(text: &str) -> Option<usize> {
    let mut days = words(text)
        .into_iter()
        .filter(|word| word.chars().count() > 3)
        .filter_map(|word| {
            let accusative = match word.as_str() {
                "среду" => "среда",
                "пятницу" => "пятница",
                "субботу" => "суббота",
                other => other,
            };
            cells::weekday(accusative).ok()
        });
    let first = days.next()?;
    days.all(|day| day == first)
        .then(|| first.num_days_from_monday() as usize)
}

/// Words that stand beside a weekday and change nothing.
fn is_beside_day(word: &str) -> bool {
    const BESIDE: [&str; 9] = [
        "смена",
        "i",
        "ii",
        "день",
        "неделя",
        "недели",
        "г",
        "год",
        "на",
    ];
    const MONTHS: [&str; 12] = [
        "январ",
        "феврал",
        "март",
        "апрел",
        "ма",
        "июн",
        "июл",
        "август",
        "сентябр",
        "октябр",
        "ноябр",
        "декабр",
    ];
    BESIDE.contains(&word) || MONTHS.iter().any(|month| word.starts_with(month))
}

/// The lesson that the text numbers: `1`, `1.`, `1 урок`, `1-й`, `I`, `1 (8:00–8:45)`.
pub fn lesson(text: &str) -> Option<u32> {
    let text = text.trim();
    let text = text
        .strip_prefix("Урок")
        .or_else(|| text.strip_prefix("урок"))
        .or_else(|| text.strip_prefix('№'))
        .unwrap_or(text)
        .trim_start_matches([' ', '№'].as_slice());
    let end = text
        .find(|letter: char| !letter.is_ascii_digit())
        .unwrap_or(text.len());
    let (number, rest) = text.split_at(end);
    if number.is_empty() {
        let (grade, end) = roman_beginnings(text).next()?;
        let is_alone = text[end..].trim_matches([' ', '.'].as_slice()).is_empty();
        return is_alone.then_some(grade);
    }
    let number: u32 = number
        .parse()
        .ok()
        .filter(|&number| number <= MOST_LESSONS)?;
    let is_time = rest.starts_with([':', '-', '–'])
        && rest[1..].starts_with(|l: char| l.is_ascii_digit())
        || rest.starts_with('.') && rest[1..].starts_with(|letter: char| letter.is_ascii_digit())
        || rest.starts_with('–');
    let is_plain = words(rest).iter().all(|word| {
        matches!(
            word.as_str(),
            "урок" | "й" | "ый" | "ой" | "пара" | "lesson" | "period" | "st" | "nd" | "rd" | "th"
        )
    });
    (!is_time && is_plain).then_some(number)
}

/// The class that the text names, as its name: `5А`, `5 «а» класс`, `5А (каб. 12)`, `V Б`; what stands behind it on another line or in
/// brackets is no part of the name. A bare number is a class only where it is called one.
pub fn class(text: &str) -> Option<String> {
    let line = text.lines().next().unwrap_or_default();
    let line = line.split('(').next().unwrap_or_default().trim();
    if speaks_of_several(line) {
        return None;
    }
    let mut has_word = false;
    let words: Vec<&str> = line
        .split_whitespace()
        .filter(|word| {
            let is_word = is_class_word(word);
            has_word = has_word || is_word;
            !is_word
        })
        .collect();
    let is_of_group = |word: &&str| {
        let small = word.to_lowercase();
        let bare = small.trim_matches(|letter: char| !letter.is_alphabetic());
        matches!(
            bare,
            "" | "гр" | "группа" | "подгр" | "подгруппа" | "пг" | "group"
        )
    };
    let named = words.len() > 1
        && words[1..]
            .iter()
            .any(|word| word.contains(char::is_alphabetic))
        && words[1..].iter().all(is_of_group);
    let bare = clean(&if named {
        words[0].to_owned()
    } else {
        words.join(" ")
    });
    if is_class_name(&bare)
        || (has_word && grade_of(&bare).is_some_and(|(_, rest)| rest.is_empty()))
    {
        Some(bare)
    } else {
        None
    }
}

/// `5–9 классы`.
fn speaks_of_several(text: &str) -> bool {
    let is_plural = |word: &String| matches!(word.as_str(), "классы" | "классов" | "classes");
    words(text).iter().any(is_plural)
}

/// A grade and a letter, or a grade and a number behind a mark.
fn is_class_name(text: &str) -> bool {
    let Some((_, rest)) = grade_of(text) else {
        return false;
    };
    let is_mark = |letter: char| {
        letter.is_whitespace()
            || matches!(letter, '-' | '–' | '/' | '.' | '«' | '»' | '"' | '\'' | '_')
    };
    let bare = rest.trim_matches(is_mark);
    let mut letters = bare.chars();
    match (letters.next(), letters.next(), letters.next()) {
        (Some(letter), None, None) if letter.is_alphabetic() => true,
        (Some(digit), None, None) => digit.is_ascii_digit() && rest.starts_with(['-', '/', '.']),
        (Some(first), Some(second), None) => first.is_alphabetic() && second.is_ascii_digit(),
        _ => false,
    }
}

/// The grade that the text begins with, and what follows.
pub fn grade_of(text: &str) -> Option<(u32, &str)> {
    let end = text
        .find(|letter: char| !letter.is_ascii_digit())
        .unwrap_or(text.len());
    if end == 0 {
        let (grade, end) = roman_beginnings(text).find(|&(_, end)| {
            let rest = &text[end..];
            rest.is_empty() || rest.starts_with([' ', '-', '«', '"'])
        })?;
        return Some((grade, &text[end..]));
    }
    let grade = text[..end].parse().ok()?;
    (1..=HIGHEST_GRADE)
        .contains(&grade)
        .then_some((grade, &text[end..]))
}

/// The only class in a title: `Расписание 5А класса`, `Класс: 5 «Б»`, the sheet's name.
pub fn class_in_title(text: &str) -> Option<String> {
    if speaks_of_several(text) {
        return None;
    }
    if let Some(class) = class(text) {
        return Some(class);
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut found: Vec<String> = Vec::new();
    let bare = |text: &str| text.trim_matches([',', '.', ':'].as_slice()).to_owned();
    for index in 0..words.len() {
        let pair = words
            .get(index..index + 2)
            .map(|pair| bare(&pair.join(" ")));
        let pair =
            pair.filter(|pair| grade_of(pair).is_some_and(|(_, rest)| rest.starts_with(' ')));
        let named = pair
            .and_then(|pair| class(&pair))
            .or_else(|| class(&bare(words[index])));
        found.extend(named);
    }
    found.dedup();
    (found.len() == 1).then(|| found.remove(0))
}

/// One person's name, with initials or a patronymic.
pub fn is_person(text: &str) -> bool {
    let bare = text.split('(').next().unwrap_or_default().trim();
    if no_person(bare).is_some() || bare.contains(|letter: char| letter.is_ascii_digit()) {
        return false;
    }
    let words: Vec<&str> = bare.split_whitespace().collect();
    let is_name = |word: &&str| word.starts_with(char::is_uppercase);
    let has_patronymic =
        words.len() == 3 && words.iter().all(is_name) && is_patronymic_word(words[2]);
    words.len() <= 4 && words.iter().all(is_name) && (has_initials(bare) || has_patronymic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_known_however_they_are_set() {
        for (text, expected) in [
            ("Понедельник", 0),
            ("П О Н Е Д Е Л Ь Н И К", 0),
            ("В\nт\nо\nр\nн\nи\nк", 1),
            ("СРЕДА", 2),
            ("Чт.", 3),
            ("Пятница 12 сентября", 4),
            ("Пятница, 12.09.2026", 4),
            ("суббота (2 смена)", 5),
            ("Wednesday", 2),
        ] {
            assert_eq!(day(text), Some(expected), "{text}");
        }
        for text in [
            "Математика",
            "Пн-Пт",
            "Понедельник – пятница",
            "окружающая среда",
            "",
        ] {
            assert_eq!(day(text), None, "{text}");
        }
    }

    #[test]
    fn lessons_are_numbers_and_times_are_none() {
        for (text, expected) in [
            ("1", 1),
            ("2.", 2),
            ("3 урок", 3),
            ("4-й", 4),
            ("5-й урок", 5),
            ("Урок 6", 6),
            ("№ 7", 7),
            ("1 (8:00-8:45)", 1),
            ("1\n8.00-8.45", 1),
            ("II", 2),
            ("0", 0),
        ] {
            assert_eq!(lesson(text), Some(expected), "{text}");
        }
        for text in [
            "8:00",
            "8.00-8.45",
            "8-30",
            "21",
            "5А",
            "5 класс",
            "1 гр",
            "",
            "Иванова",
        ] {
            assert_eq!(lesson(text), None, "{text}");
        }
    }

    #[test]
    fn classes_are_named_in_every_way() {
        for (text, expected) in [
            ("5А", "5А"),
            ("5 «а»", "5 «а»"),
            ("5-А класс", "5-А"),
            ("5А (24)", "5А"),
            ("5А\nкаб. 12", "5А"),
            ("10 Б класс", "10 Б"),
            ("7 класс", "7"),
            ("V А", "V А"),
            ("5/1", "5/1"),
            ("11б", "11б"),
            ("5м1", "5м1"),
        ] {
            assert_eq!(class(text).as_deref(), Some(expected), "{text}");
        }
        for text in [
            "5",
            "каб. 5А1",
            "14А",
            "Алгебра",
            "5А Математика",
            "8:00",
            "1 гр",
            "каб 12",
            "5АБВ",
        ] {
            assert_eq!(class(text), None, "{text}");
        }
        for (text, expected) in [
            ("Расписание 5А класса", "5А"),
            ("Расписание уроков 5 «Б» класса", "5 «Б»"),
            ("Класс: 6В", "6В"),
            ("7 класс", "7"),
            ("Расписание 8Г", "8Г"),
        ] {
            assert_eq!(class_in_title(text).as_deref(), Some(expected), "{text}");
        }
        for text in [
            "Расписание 5А и 5Б классов",
            "Расписание",
            "5-9 классы",
            "с 8 класса по 9Б",
        ] {
            assert_eq!(class_in_title(text), None, "{text}");
        }
    }

    #[test]
    fn people_have_initials_or_patronymics() {
        for text in [
            "Иванова А.П.",
            "А. П. Иванова",
            "Иванова Анна Петровна",
            "Ким Ю.",
            "J. Smith",
        ] {
            assert!(is_person(text), "{text}");
        }
        for text in [
            "Математика",
            "Иванова",
            "рус. яз.",
            "5А",
            "каб. 12",
            "Физ. культура",
            "Вакансия",
        ] {
            assert!(!is_person(text), "{text}");
        }
    }
}
