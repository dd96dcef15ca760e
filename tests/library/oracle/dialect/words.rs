//! How a person of habit spells days, lessons, classes, subjects and names. Written from people's habits alone; it knows no reader.

use super::super::book::Value;
use super::super::generator::listed_people;
use super::super::rng::Rng;
use super::super::school::{School, When};

/// A day of April 2026, some way or other.
pub fn day(day: u32, is_workbook: bool, school: &School, rng: &mut Rng) -> Value {
    let weekday = ["понедельник", "вторник", "среда"][(day - 20) as usize];
    let short = ["пн", "Вт", "ср."][(day - 20) as usize];
    // Without a schedule nothing tells the year.
    let forms = if school.schedule.is_empty() { 5 } else { 11 };
    let text = match rng.below(forms) {
        0 if is_workbook => return Value::Date(2026, 4, day as u8),
        0 | 1 => format!("{day:02}.04.2026"),
        2 => format!("2026-04-{day}"),
        3 => format!("{day}.4.26"),
        4 => format!("{day:02}.04.2026 г."),
        5 => format!("{day}.04"),
        6 => format!("{day} апреля"),
        7 => format!("{short} {day}.04.2026"),
        8 => format!("{weekday}, {day} апреля 2026 г."),
        9 => format!("{day}.04 ({short})"),
        _ => format!("{day}/04/2026"),
    };
    Value::Text(text)
}

/// Lessons or a time.
pub fn time(when: &When, is_workbook: bool, rng: &mut Rng) -> Value {
    let clock = |minutes: u32| format!("{}:{:02}", minutes / 60, minutes % 60);
    let text = match when {
        When::Clock(start, end) => {
            let dash = rng.pick(&["-", "–", " - "]);
            format!("{}{dash}{}", clock(*start), clock(*end))
        }
        When::Lessons(lessons) => match lessons.as_slice() {
            [one] if is_workbook && rng.chance(50) => return Value::Number(f64::from(*one)),
            [one] => match rng.below(4) {
                0 => format!("{one} урок"),
                1 => format!("{one}-й урок"),
                2 => format!("урок {one}"),
                _ => one.to_string(),
            },
            [first, second] if first + 1 == *second => match rng.below(4) {
                0 => format!("{first}-{second}"),
                1 => format!("{first}–{second} уроки"),
                2 => format!("{first} и {second}"),
                _ => format!("{first}, {second}"),
            },
            many => many
                .iter()
                .map(u32::to_string)
                .collect::<Vec<_>>()
                .join(", "),
        },
    };
    Value::Text(text)
}

/// A class.
pub fn class(name: &str, rng: &mut Rng) -> String {
    let (grade, letter) = name.split_at(name.len() - 'А'.len_utf8());
    match rng.below(6) {
        0 => format!("{grade} «{letter}»"),
        1 => format!("{grade}-{}", letter.to_lowercase()),
        2 => format!("{grade} {letter} класс"),
        3 => look_alike(name),
        _ => name.to_owned(),
    }
}

/// A subject: its name, its short name, its beginning.
pub fn subject(school: &School, subject: usize, rng: &mut Rng) -> String {
    let row = &school.subjects[subject];
    let beginning: String = row.name.chars().take(4).collect();
    match rng.below(5) {
        0 if !row.short.is_empty() => row.short.clone(),
        1 => format!("{}.", beginning.to_lowercase()),
        2 => row.name.to_lowercase(),
        3 => format!("ВПР {}", row.name),
        _ => row.name.clone(),
    }
}

/// A form of the name that fits nobody else of the lists.
pub fn person(school: &School, person: usize, rng: &mut Rng) -> String {
    let name = &school.people[person];
    let words: Vec<&str> = name.split(' ').collect();
    let [surname, first, patronymic] = words.as_slice() else {
        return name.clone();
    };
    let initial = |word: &str| word.chars().next().expect("a word has letters");
    let (a, b) = (initial(first), initial(patronymic));
    match rng.below(14) {
        0 | 1 => format!("{surname} {a}.{b}."),
        2 => format!("{surname} {a}. {b}."),
        3 => format!("{a}.{b}. {surname}"),
        4 => format!("{surname} {first}"),
        5 => format!("{first} {patronymic} {surname}"),
        6 => format!("{first} {patronymic}"),
        7 => name.to_uppercase().replace('Ё', "Е"),
        8 => look_alike(&format!("{surname} {a}.{b}.")),
        9 => format!("{surname} (Зимина) {a}.{b}."),
        10 => format!("{surname} {a}.{b}. (учитель)"),
        11 if bearers(school, surname).len() == 1 => (*surname).to_owned(),
        _ => name.clone(),
    }
}

/// Listed people of that surname.
pub fn bearers(school: &School, surname: &str) -> Vec<usize> {
    listed_people(school)
        .into_iter()
        .filter(|&person| school.people[person].split(' ').next() == Some(surname))
        .collect()
}

/// A form that leaves a doubt, and all whom it may mean: a surname of several, or two letters exchanged.
pub fn doubtful(school: &School, person: usize, rng: &mut Rng) -> Option<(String, Vec<usize>)> {
    let words: Vec<&str> = school.people[person].split(' ').collect();
    let surname = *words.first()?;
    let bearers = bearers(school, surname);
    if bearers.len() > 1 && rng.chance(50) {
        return Some((surname.to_owned(), bearers));
    }
    let mut letters: Vec<char> = surname.chars().collect();
    if letters.len() < 5 {
        return None;
    }
    let at = 1 + rng.below(letters.len() - 2);
    if letters[at] == letters[at + 1] {
        return None;
    }
    letters.swap(at, at + 1);
    let misspelt: String = letters.into_iter().collect();
    let initials: String = words[1..]
        .iter()
        .filter_map(|word| word.chars().next())
        .map(|letter| format!("{letter}."))
        .collect();
    Some((format!("{misspelt} {initials}"), vec![person]))
}

/// Cyrillic letters replaced by Latin ones that look the same.
fn look_alike(text: &str) -> String {
    text.chars()
        .map(|letter| match letter {
            'А' => 'A',
            'В' => 'B',
            'Е' => 'E',
            'К' => 'K',
            'М' => 'M',
            'О' => 'O',
            'С' => 'C',
            'а' => 'a',
            'е' => 'e',
            'о' => 'o',
            'с' => 'c',
            other => other,
        })
        .collect()
}
