//! Schedules drawn as a grid, by texts and by workbooks.

use crate::domain::{School, Sitting};
use crate::input::testing::{read_school, said};
use crate::input::{Gravity, InputFile, ReadOptions, Reading, read};

fn lines(school: &School) -> Vec<String> {
    let line = |sitting: &Sitting| {
        let class = &school.class(sitting.class).name;
        let subject = &school.subject(sitting.subject).name;
        let lessons: Vec<String> = sitting
            .span
            .lessons
            .iter()
            .map(|it| it.to_string())
            .collect();
        format!(
            "{} {class} {subject} {}",
            sitting.date.format("%d.%m"),
            lessons.join(",")
        )
    };
    school.sittings.iter().map(line).collect()
}

fn works(schedule: &str) -> Vec<String> {
    let reading = read_school(&[("schedule.csv", schedule)]);
    let told = said(&reading);
    lines(
        &reading
            .school
            .unwrap_or_else(|| panic!("{schedule}: {told:#?}")),
    )
}

const EXPECTED: [&str; 3] = [
    "21.04 5А Математика 2",
    "22.04 5А История 2",
    "22.04 6А Физика 2",
];

#[test]
fn days_down_and_classes_across() {
    for schedule in [
        "Дата;Урок;5А;5Б;6А\n21.04.2026;2;Математика;;\n22.04.2026;2;История;-;Физика\n",
        "УТВЕРЖДАЮ\nГрафик\nДата;День;Урок;5А класс;6А класс\n21.04.2026;вт;2;матем.;\n22.04.2026;ср;2;История;Физика\n;;;;\nДиректор ______;;;;\n",
        ";5 «А»;6 «А»\n21.04.2026 (вт);Математика (2 урок);\n22.04.2026, среда;История, 2 урок;Физика 2-й урок\n",
        "Дата;№ урока;5-А;6-А\n21.04.2026;2;Математика;\n22.04.2026;2;История;\n;2;;Физика\n",
        "Дата;5А;6А\n21.04.2026;урок 2 Математика;нет\n22.04.2026;ур. 2 История;Физика (каб. 12, ур. 2)\n",
    ] {
        assert_eq!(works(schedule), EXPECTED, "{schedule}");
    }
}

#[test]
fn classes_down_and_days_across() {
    for schedule in [
        "Класс;21.04.2026;22.04.2026\n5А;Математика, 2 урок;История (2 урок)\n6А;;Физика 2 ур.\n",
        "Класс;Урок;вт 21.04.2026;ср 22.04.2026\n5А класс;2;Математика;История\n6А класс;2;;Физика\n",
    ] {
        let mut found = works(schedule);
        found.sort();
        assert_eq!(found, EXPECTED, "{schedule}");
    }
}

#[test]
fn several_works_of_a_cell_and_lessons_in_ranges() {
    let schedule = "Дата;5А;5Б\n21.04.2026;\"Математика (2-3 урок)\nИстория (5 урок)\";Химия, урок 4\n22.04.2026;;Физика 1 урок\n";
    let expected = [
        "21.04 5А Математика 2,3",
        "21.04 5А История 5",
        "21.04 5Б Химия 4",
        "22.04 5Б Физика 1",
    ];
    assert_eq!(works(schedule), expected);
}

#[test]
fn what_a_grid_lacks_is_told_at_its_row() {
    let missing = "Дата;5А;6А\n21.04.2026;Математика;\n22.04.2026;История;Физика\n";
    let told = said(&read_school(&[("schedule.csv", missing)]));
    let times = told
        .iter()
        .filter(|line| line.contains("nothing says when"));
    assert_eq!(times.count(), 3, "{told:#?}");
    let unknown = "Дата;Урок;5А;9Я\n21.04.2026;2;Математека;\n22.04.2026;2;История;Физика\n";
    let told = said(&read_school(&[("schedule.csv", unknown)]));
    let starts = |start: &str| told.iter().any(|line| line.starts_with(start));
    assert!(starts("schedule.csv:2:0 \"Математека\""), "{told:#?}");
    assert!(starts("schedule.csv:3:0 \"9Я\""), "{told:#?}");
    let clash = "Дата;Урок;5А;6А\n21.04.2026 (пн);2;Математика;\n22.04.2026;2;История;Физика\n";
    let told = said(&read_school(&[("schedule.csv", clash)]));
    assert!(
        told.iter().any(|line| line.contains("that date is a Tue")),
        "{told:#?}"
    );
}

#[test]
fn a_drawing_of_people_and_a_list_are_no_grid() {
    let people =
        "Дата;5А;5Б\n21.04.2026;Иванова А.П.;Петров П.И.\n22.04.2026;Петров П.И.;Иванова А.П.\n";
    assert!(read_school(&[("schedule.csv", people)]).school.is_none());
    let list =
        "Дата;Урок;Класс;Предмет;5;6\n21.04.2026;2;5А;Математика;;\n22.04.2026;2;5Б;История;;\n";
    assert_eq!(works(list), ["21.04 5А Математика 2", "22.04 5Б История 2"]);
}

fn book(merge: bool) -> Reading {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet().set_name("ВПР").unwrap();
    let rows = [
        ["График ВПР", "", "", "", ""],
        ["Дата", "День", "5А", "5Б", "6А"],
        ["21 апреля 2026", "вт", "Математика (2 урок)", "", ""],
        [
            "22 апреля 2026",
            "ср",
            "",
            "История (3 урок)",
            "Физика (3 урок)",
        ],
    ];
    for (row, cells) in (0_u32..).zip(rows) {
        for (column, text) in (0_u16..).zip(cells) {
            sheet.write_string(row, column, text).unwrap();
        }
    }
    if merge {
        let plain = rust_xlsxwriter::Format::new();
        sheet
            .merge_range(2, 2, 2, 3, "Математика (2 урок)", &plain)
            .unwrap();
    }
    let file = |name: &str, text: &str| InputFile {
        name: name.to_owned(),
        bytes: text.as_bytes().to_vec(),
    };
    let files = [
        InputFile {
            name: "График ВПР.xlsx".to_owned(),
            bytes: book.save_to_buffer().unwrap(),
        },
        file("staff.csv", "person,subjects\nЩукина Анна Юрьевна,Физика\n"),
        file("classes.csv", "class\n5А\n5Б\n6А\n"),
        file("parents.csv", "parent,class\n"),
    ];
    read(&files, &ReadOptions::default())
}

#[test]
fn a_workbook_under_its_own_name_with_merged_cells() {
    let told = said(&book(false));
    let school = book(false).school.unwrap_or_else(|| panic!("{told:#?}"));
    let apart = [
        "21.04 5А Математика 2",
        "22.04 5Б История 3",
        "22.04 6А Физика 3",
    ];
    assert_eq!(lines(&school), apart);
    let school = book(true).school.expect("a school");
    let both = ["21.04 5А Математика 2", "21.04 5Б Математика 2"];
    assert_eq!(lines(&school)[..2], both);
    let reading = book(true);
    let notes: Vec<_> = reading
        .complaints
        .iter()
        .filter(|it| it.sentence(crate::lang::Lang::En).contains("4 works"))
        .collect();
    assert_eq!(notes.len(), 1, "{:#?}", said(&reading));
    assert_eq!(notes[0].gravity, Gravity::Note);
}
