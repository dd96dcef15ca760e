//! Whatever the cells say, reading ends, and a school comes out exactly where nothing is an error.

use proptest::prelude::*;

use crate::input::Gravity;
use crate::input::testing::{read_school, said};

const TABLES: [(&str, &str); 12] = [
    (
        "staff.csv",
        "person,subjects,classes,homeroom,roles,checks,max_per_day",
    ),
    ("load.csv", "person,subject,class,group"),
    ("subjects.csv", "subject,short,aliases,area,proctors"),
    ("classes.csv", "class,grade,pupils,homeroom,shift"),
    ("parents.csv", "parent,class,observer,dates,staff"),
    ("schedule.csv", "date,lesson,start,end,class,subject,group"),
    ("bells.csv", "lesson,start,end,shift"),
    ("timetable.csv", "weekday,lesson,class,subject,person"),
    ("absences.csv", "person,from,to,lessons"),
    ("pins.csv", "date,class,subject,role,person,pin"),
    ("waivers.csv", "person,rule,class,from,to,reason,approved"),
    ("history.csv", "person,role,load"),
];

const TEXTS: [&str; 30] = [
    "",
    "",
    "5А",
    "5б",
    "6А",
    "Иванова А.П.",
    "Петров Пётр Ильич",
    "Иванова",
    "мат",
    "Физика",
    "21.04.2026",
    "22.4.26",
    "2",
    "2-3",
    "0",
    "9:25",
    "10:05",
    "да",
    "no",
    "proctor",
    "эксперт",
    "must",
    "Пн",
    "personal-tie",
    "-",
    "'=1",
    "/",
    "Ⅴ",
    "5А|6А",
    "😀",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn nothing_a_cell_says_breaks_the_reading(
        tables in prop::collection::vec((0..TABLES.len(), prop::collection::vec(prop::collection::vec(0..TEXTS.len(), 7), 0..5)), 1..4),
    ) {
        let mut files: Vec<(&str, String)> = Vec::new();
        for (table, rows) in tables {
            let (name, header) = TABLES[table];
            if files.iter().any(|(other, _)| *other == name) {
                continue;
            }
            let rows: Vec<String> = rows
                .iter()
                .map(|row| row.iter().map(|&text| TEXTS[text]).collect::<Vec<_>>().join(","))
                .collect();
            files.push((name, format!("{header}\n{}\n", rows.join("\n"))));
        }
        let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (*name, text.as_str())).collect();
        let reading = read_school(&files);
        let errors = reading.complaints.iter().any(|complaint| complaint.gravity == Gravity::Error);
        prop_assert_eq!(reading.school.is_none(), errors);
        said(&reading);
    }
}
