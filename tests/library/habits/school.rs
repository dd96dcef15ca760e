//! The school of the hand-made rosters: few people, each known by some way to write their name; and the duties that most of
//! the rosters tell, four of them faulty.

use crate::oracle::judge::{Row, Who};
use crate::oracle::school::{
    ClassRow, LoadRow, ParentRow, Policy, Role, School, Severity, Sitting, StaffRow, SubjectRow,
    When,
};

/// Staff, then parents.
const PEOPLE: [&str; 19] = [
    "Иванова Анна Петровна",
    "Петров Пётр Ильич",
    "Сидорова Ольга Львовна",
    "Королёва Мария Юрьевна",
    "Ким Роман Олегович",
    "Белова Вера Андреевна",
    "Орлов Виктор Юрьевич",
    "Фёдорова Нина Павловна",
    "Жук Степан Ильич",
    "Юрьева Ирина Романовна",
    "Орлова Вера Сергеевна",
    "Соколова Елена Игоревна",
    "Смирнова Анна Ильинична",
    "Смирнова Алла Игоревна",
    "Лисицына Татьяна Ивановна",
    "Волкова Юлия Петровна",
    "Зайцев Игорь Львович",
    "Медведева Ольга Павловна",
    "Соболев Антон Юрьевич",
];

const STAFF: usize = 14;

const CLASSES: [&str; 6] = ["5А", "5Б", "6А", "6Б", "7А", "8А"];

const SUBJECTS: [(&str, &str); 5] = [
    ("Математика", "мат"),
    ("Русский язык", "рус"),
    ("История", "ист"),
    ("Биология", "био"),
    ("Физика", "физ"),
];

/// Who teaches which subject where.
const LOAD: [(usize, usize, &[usize]); 11] = [
    (0, 0, &[0, 1]),
    (1, 0, &[2, 4]),
    (2, 1, &[0, 2]),
    (3, 1, &[3, 4]),
    (4, 2, &[0, 1, 2]),
    (5, 2, &[3, 4]),
    (6, 3, &[0, 1, 2]),
    (7, 3, &[3, 4]),
    (8, 4, &[4]),
    (9, 4, &[5]),
    (10, 0, &[5]),
];

/// Day of April, lessons, class, subject, proctors, checkers.
type Writing = (u32, &'static [u32], usize, usize, u32, u32);

const SCHEDULE: [Writing; 8] = [
    (20, &[2], 0, 0, 1, 1),
    (20, &[2], 1, 0, 1, 1),
    (20, &[3], 2, 1, 1, 1),
    (21, &[2, 3], 3, 1, 1, 1),
    (21, &[2, 3], 4, 4, 1, 1),
    (22, &[3], 0, 2, 1, 1),
    (22, &[3], 1, 3, 1, 1),
    (23, &[4], 4, 0, 2, 2),
];

/// The school as plain tables.
pub fn school() -> School {
    School {
        people: PEOPLE.map(str::to_owned).into(),
        policy: Policy {
            preset: None,
            overrides: vec![
                ("checker-own-subject", Severity::Allow),
                ("observer-same-work", Severity::Allow),
            ],
            places: [None; 4],
            primary_generalist_is_specialist: true,
            by_group: false,
            works: None,
            works_a_day: None,
            checking_days: Some(2),
        },
        subjects: SUBJECTS
            .map(|(name, short)| SubjectRow {
                name: name.to_owned(),
                short: short.to_owned(),
                area: String::new(),
                places: [None; 4],
            })
            .into(),
        classes: CLASSES
            .map(|name| ClassRow {
                name: name.to_owned(),
                grade: name[..1].parse().expect("a grade of one digit"),
                pupils: Some(24),
                homeroom: None,
            })
            .into(),
        staff: (0..STAFF).map(staff).collect(),
        load: Some(load()),
        parents: (STAFF..PEOPLE.len())
            .map(|person| ParentRow {
                person,
                alias: None,
                class: [0, 1, 2, 4, 3][person - STAFF],
                observer: None,
                dates: Vec::new(),
            })
            .collect(),
        schedule: SCHEDULE.map(sitting).into(),
        bells: (1..=6)
            .map(|lesson| (lesson, 460 + 55 * lesson, 505 + 55 * lesson))
            .collect(),
        timetable: Vec::new(),
        absences: Vec::new(),
        pins: Vec::new(),
        ties: Vec::new(),
        waivers: Vec::new(),
        history: Vec::new(),
    }
}

fn staff(person: usize) -> StaffRow {
    let subjects = LOAD.iter().filter(|row| row.0 == person);
    StaffRow {
        person,
        subjects: subjects.map(|row| row.1).collect(),
        classes: Vec::new(),
        homeroom: None,
        roles: Vec::new(),
        checks: Vec::new(),
        max_per_day: None,
        max_per_week: None,
        max_total: None,
        max_works: None,
        share: None,
    }
}

fn load() -> Vec<LoadRow> {
    let rows = LOAD.iter().flat_map(|&(person, subject, classes)| {
        classes.iter().map(move |&class| LoadRow {
            person,
            subject,
            class,
            group: None,
        })
    });
    rows.collect()
}

fn sitting(
    (day, lessons, class, subject, proctors, checkers): (u32, &[u32], usize, usize, u32, u32),
) -> Sitting {
    Sitting {
        day,
        when: When::Lessons(lessons.to_vec()),
        class,
        subject,
        group: None,
        pupils: None,
        places: [Some(proctors), Some(checkers), Some(1), Some(0)],
    }
}

/// What most of the rosters tell: sitting, role, person. Faulty: Орлов proctors 6А, which he teaches; Медведева observes her
/// child's class; Королёва is in two places on the 22nd; Иванова checks a class that she teaches; nobody observes on the 23rd.
const DUTIES: [(usize, Role, usize); 25] = [
    (0, Role::Proctor, 5),
    (0, Role::Checker, 1),
    (0, Role::Observer, 15),
    (1, Role::Proctor, 7),
    (1, Role::Checker, 0),
    (1, Role::Observer, 14),
    (2, Role::Proctor, 6),
    (2, Role::Checker, 3),
    (2, Role::Observer, 17),
    (3, Role::Proctor, 4),
    (3, Role::Checker, 2),
    (3, Role::Observer, 16),
    (4, Role::Proctor, 2),
    (4, Role::Checker, 9),
    (4, Role::Observer, 17),
    (5, Role::Proctor, 3),
    (5, Role::Checker, 5),
    (5, Role::Observer, 18),
    (6, Role::Proctor, 3),
    (6, Role::Checker, 7),
    (6, Role::Observer, 16),
    (7, Role::Proctor, 6),
    (7, Role::Proctor, 11),
    (7, Role::Checker, 0),
    (7, Role::Checker, 10),
];

/// The duties as rows of the oracle.
pub fn duties() -> Vec<Row> {
    let rows = DUTIES.iter().map(|&(sitting, role, person)| Row {
        sitting: Some(sitting),
        role,
        who: Who::Person(person),
    });
    rows.collect()
}

/// The person whose name begins so.
pub fn person(name: &str) -> usize {
    let mut found = (0..PEOPLE.len()).filter(|&index| PEOPLE[index].starts_with(name));
    let person = found
        .next()
        .unwrap_or_else(|| panic!("nobody is called {name}"));
    assert!(found.next().is_none(), "two people are called {name}");
    person
}
