//! A school of as many sittings as asked for, and its roster made by hand: wide, surnames with initials, days in words.

use std::fmt::Write as _;

use recuse::domain::School;
use recuse::input::{InputFile, ReadOptions, read};

/// Sittings of one day.
const A_DAY: usize = 400;
/// Everybody who proctors, grades or observes.
const PEOPLE: usize = 300;

const SUBJECTS: [&str; 10] = [
    "Математика",
    "Русский язык",
    "История",
    "Биология",
    "Физика",
    "Химия",
    "География",
    "Литература",
    "Информатика",
    "Обществознание",
];

/// The school, and its roster of one row a sitting.
pub fn made_by_hand(sittings: usize) -> (School, InputFile) {
    let (mut staff, mut parents) = (
        String::from("person,subjects\n"),
        String::from("parent,class\n"),
    );
    for index in 0..PEOPLE {
        let subject = SUBJECTS[index % SUBJECTS.len()];
        let _ = writeln!(staff, "{} Анна Петровна,{subject}", surname(index));
        let _ = writeln!(
            parents,
            "{} Вера Ильинична,{}",
            surname(PEOPLE + index),
            class(index)
        );
    }
    let mut classes = String::from("class,pupils\n");
    for index in 0..A_DAY {
        let _ = writeln!(classes, "{},25", class(index));
    }
    let mut schedule = String::from("date,lesson,class,subject\n");
    let mut roster = String::from(
        "Дата;Урок;Класс;Предмет;Организатор в аудитории;Эксперты;Общественный наблюдатель\n",
    );
    for index in 0..sittings {
        let (day, of_day) = (index / A_DAY, index % A_DAY);
        let (month, date) = (4 + day / 25, 1 + day % 25);
        let (lesson, subject) = (2 + of_day % 3, SUBJECTS[day % SUBJECTS.len()]);
        let _ = writeln!(
            schedule,
            "2026-{month:02}-{date:02},{lesson},{},{subject}",
            class(of_day)
        );
        let month = ["апреля", "мая"][month - 4];
        let [proctor, checker] = [index % PEOPLE, index * 7 % PEOPLE].map(surname);
        let observer = surname(PEOPLE + index * 11 % PEOPLE);
        let _ = writeln!(
            roster,
            "{date} {month};{lesson} урок;{};{subject};{proctor} А.П.;{checker} А.П.;{observer}",
            class(of_day)
        );
    }
    let tables = [
        ("staff.csv", staff),
        ("parents.csv", parents),
        ("classes.csv", classes),
        ("schedule.csv", schedule),
    ];
    let files: Vec<InputFile> = tables
        .into_iter()
        .map(|(name, text)| InputFile {
            name: name.to_owned(),
            bytes: text.into_bytes(),
        })
        .collect();
    let school = read(&files, &ReadOptions::default()).school;
    let file = InputFile {
        name: "plan.csv".to_owned(),
        bytes: roster.into_bytes(),
    };
    (school.expect("the made-up lists are readable"), file)
}

/// Syllables make surnames that differ in more than one letter.
fn surname(index: usize) -> String {
    const FIRST: [&str; 10] = [
        "Бар", "Вол", "Гор", "Дуб", "Жел", "Зор", "Кар", "Лап", "Мор", "Рас",
    ];
    const SECOND: [&str; 10] = [
        "асим", "ебор", "игуш", "ольк", "унов", "яков", "атюш", "онеч", "ирил", "едош",
    ];
    const THIRD: [&str; 6] = ["енко", "овец", "ский", "ин", "чук", "швили"];
    let (first, second, third) = (index % 10, index / 10 % 10, index / 100 % 6);
    format!("{}{}{}", FIRST[first], SECOND[second], THIRD[third])
}

fn class(index: usize) -> String {
    const LETTERS: [char; 5] = ['А', 'Б', 'В', 'Г', 'Д'];
    let (grade, letter) = (1 + index / 5 % 11, LETTERS[index % 5]);
    match index / 55 {
        0 => format!("{grade}{letter}"),
        part => format!("{grade}{letter}{part}"),
    }
}
