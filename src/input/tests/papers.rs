//! A school's first papers: workbooks under any name, names in three columns, days without a year, titles and numbers.

use crate::input::testing::{complaints, read_school, read_with, said, school};
use crate::input::{Gravity, InputFile, ReadOptions, Reading, read};

fn workbook(sheets: &[(&str, &[&[&str]])]) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, rows) in sheets {
        let sheet = book.add_worksheet().set_name(*name).unwrap();
        for (row, cells) in (0_u32..).zip(*rows) {
            for (column, text) in (0_u16..).zip(*cells) {
                sheet.write_string(row, column, *text).unwrap();
            }
        }
    }
    book.save_to_buffer().unwrap()
}

fn read_files(files: Vec<(&str, Vec<u8>)>) -> Reading {
    let files: Vec<InputFile> = files
        .into_iter()
        .map(|(name, bytes)| InputFile {
            name: name.to_owned(),
            bytes,
        })
        .collect();
    read(&files, &ReadOptions::default())
}

fn tables(reading: &Reading) -> Vec<(&'static str, String)> {
    let name = |source: &crate::domain::Source| match &source.sheet {
        Some(sheet) => format!("{} [{sheet}]", source.file),
        None => source.file.clone(),
    };
    let tables = reading.tables.iter();
    tables
        .map(|table| (table.table, name(&reading.sources[table.source.index()])))
        .collect()
}

const STAFF: &[&[&str]] = &[
    &["Список педагогических работников"],
    &[
        "№",
        "Фамилия Имя Отчество",
        "Должность",
        "Какой предмет ведёт",
        "Кл. рук.",
    ],
    &["1", "Яшина Мария Петровна", "учитель", "физика", "5 кл"],
    &["2", "Петухова Анна Сергеевна", "учитель", "история", "6"],
];
const CLASSES: &[&[&str]] = &[
    &["Класс", "Кол-во уч-ся", "Кл. руководитель"],
    &["5 класс", "9", "Яшина М.П."],
    &["6-й", "11", "Петухова А.С."],
];
const SCHEDULE: &[&[&str]] = &[
    &["Дата", "Урок", "Класс", "Предмет"],
    &["21.04.2026", "2 урок", "5", "История"],
    &["22 апреля", "3", "6 кл.", "Физика"],
];
const PARENTS: &[&[&str]] = &[&["Родитель", "Класс"], &["Орлова Н.П.", "5"]];

#[test]
fn workbooks_under_any_name_are_known_by_their_headings() {
    let reading = read_files(vec![
        ("Учителя.xlsx", workbook(&[("Лист1", STAFF)])),
        ("классы 2026.xlsx", workbook(&[("Лист1", CLASSES)])),
        (
            "ВПР весна.xlsx",
            workbook(&[("апрель", SCHEDULE), ("Лист2", &[&["заметки"]])]),
        ),
        ("родители книга.xlsx", workbook(&[("Лист1", PARENTS)])),
    ]);
    let said = said(&reading);
    let school = reading
        .school
        .as_ref()
        .unwrap_or_else(|| panic!("{said:#?}"));
    let mut found = tables(&reading);
    found.sort();
    assert_eq!(
        found,
        [
            ("classes", "классы 2026.xlsx [Лист1]".to_owned()),
            ("parents", "родители книга.xlsx [Лист1]".to_owned()),
            ("schedule", "ВПР весна.xlsx [апрель]".to_owned()),
            ("staff", "Учителя.xlsx [Лист1]".to_owned()),
        ]
    );
    assert_eq!((school.classes.len(), school.sitting_ids().count()), (2, 2));
    assert_eq!((school.homerooms.len(), school.subjects.len()), (4, 2));
    assert_eq!(
        said.iter()
            .filter(|line| line.contains("is taken for"))
            .count(),
        4,
        "{said:#?}"
    );
    let without_year = said.iter().filter(|line| line.contains("has no year"));
    assert_eq!(without_year.count(), 1, "{said:#?}");
}

#[test]
fn sheets_of_one_book_and_text_files_too() {
    let book = workbook(&[("кадры", STAFF), ("5-6", CLASSES), ("график ВПР", SCHEDULE)]);
    let reading = read_files(vec![
        ("school.xlsx", book),
        (
            "родители 2026.csv",
            "ФИО;Класс\nОрлова Н.П.;5\n".as_bytes().to_vec(),
        ),
    ]);
    let said = said(&reading);
    assert!(reading.school.is_some(), "{said:#?}");
    let found = tables(&reading);
    assert_eq!(found.len(), 4, "{found:?}");
    assert!(found.contains(&("parents", "родители 2026.csv".to_owned())));
}

#[test]
fn what_may_be_two_tables_is_asked_and_a_roster_is_none() {
    let files = [
        (
            "staff.csv",
            "person,subjects\nИванова Анна Петровна,Физика\n",
        ),
        ("classes.csv", "class\n5А\n"),
        ("люди.csv", "ФИО;Класс\nОрлова Н.П.;5А\n"),
        (
            "посадка.csv",
            "Дата;Класс;Предмет;Организатор\n21.04.2026;5А;Физика;Иванова А.П.\n",
        ),
    ];
    let reading = read_with(&files, &ReadOptions::default());
    let said = said(&reading);
    let about = |file: &str, words: &str| {
        said.iter()
            .any(|line| line.starts_with(file) && line.contains(words))
    };
    assert!(about("люди.csv", "may be"), "{said:#?}");
    assert!(about("посадка.csv", "left aside"), "{said:#?}");
    assert!(about("schedule.csv", "is missing"), "{said:#?}");
    assert!(about("parents.csv", "is missing"), "{said:#?}");
}

#[test]
fn two_sheets_for_one_table_name_both() {
    let reading = read_files(vec![
        ("Учителя.xlsx", workbook(&[("Лист1", STAFF)])),
        ("Учителя старые.xlsx", workbook(&[("Лист1", STAFF)])),
        ("classes.csv", "class\n5\n6\n".into()),
        ("parents.csv", "parent,class\n".into()),
        (
            "schedule.csv",
            "date,lesson,class,subject\n21.04.2026,2,5,физика\n".into(),
        ),
    ]);
    let said = said(&reading);
    assert!(reading.school.is_none());
    assert!(
        said.iter().any(|line| line.contains("stands here and in")),
        "{said:#?}"
    );
}

#[test]
fn a_complete_folder_takes_no_stray_sheet() {
    let reading = read_school(&[
        ("нагрузка.txt", "ФИО;Предмет;Класс\n"),
        (
            "report.csv",
            "Предмет;Средний балл\nФизика;4,1\nАстрономия;5\n",
        ),
        ("Учителя.csv", "ФИО;Предмет\nЧужая Анна Петровна;Физика\n"),
    ]);
    let said = said(&reading);
    let school = reading.school.unwrap_or_else(|| panic!("{said:#?}"));
    assert!(
        school
            .people
            .iter()
            .all(|person| person.name != "Чужая Анна Петровна")
    );
    assert_eq!(
        said.iter()
            .filter(|line| line.contains("left aside"))
            .count(),
        2,
        "{said:#?}"
    );
}

#[test]
fn names_in_three_columns_are_one_name() {
    for (file, text) in [
        (
            "staff.csv",
            "№;Фамилия;Имя;Отчество;Предмет\n1;Иванова;Анна;Петровна;Физика\n",
        ),
        (
            "staff.csv",
            "Предмет,Отчество,Имя,Фамилия\nФизика,Петровна,Анна,Иванова\n",
        ),
        (
            "staff.csv",
            "Фамилия;Имя Отчество;Предметы\nИванова;Анна Петровна;Физика\n",
        ),
        (
            "staff.csv",
            "Фамилия учителя;Имя учителя;Отчество учителя\nИванова;Анна;Петровна\n",
        ),
        (
            "staff.csv",
            "surname,first name,patronymic,subjects\nИванова,Анна,Петровна,Физика\n",
        ),
    ] {
        let school = school(&[(file, text)]);
        assert_eq!(school.people[0].name, "Иванова Анна Петровна", "{text}");
    }
    let parents = "Фамилия родителя;Имя;Отчество;Класс\nОрлова;Вера;Юрьевна;5А\nОрлов;Пётр;;5Б\n";
    let school = school(&[("parents.csv", parents)]);
    let names: Vec<&str> = school
        .people
        .iter()
        .map(|person| person.name.as_str())
        .collect();
    assert!(names.contains(&"Орлова Вера Юрьевна") && names.contains(&"Орлов Пётр"));
}

#[test]
fn a_day_without_a_year_is_of_the_schedules_year_or_asked_about() {
    let one = school(&[
        (
            "schedule.csv",
            "date,lesson,class,subject\n21.04.2026,2,5А,Математика\n«22» апреля,3,5Б,История\n23.04,3,5Б,Химия\n",
        ),
        ("absences.csv", "person,from\nПетров П.И.,24 апр.\n"),
    ]);
    let days: Vec<String> = one
        .sitting_ids()
        .map(|id| one.sitting(id).date.to_string())
        .collect();
    assert_eq!(days, ["2026-04-21", "2026-04-22", "2026-04-23"]);
    assert_eq!(one.absences[0].from.to_string(), "2026-04-24");
    for dates in [["21 апреля", "22 апреля"], ["21.04", "22.04"]] {
        let [first, second] = dates;
        let said = complaints(&[(
            "schedule.csv",
            &format!("date,lesson,class,subject\n{first},2,5А,Математика\n{second},2,5Б,История\n"),
        )]);
        let asked = said
            .iter()
            .filter(|line| line.contains("has no year"))
            .count();
        assert_eq!(asked, 1, "{said:#?}");
    }
    // Of two years nobody knows which.
    let said = complaints(&[(
        "schedule.csv",
        "date,lesson,class,subject\n21.12.2025,2,5А,Математика\n21.04.2026,2,5А,Математика\n22.04,2,5Б,История\n",
    )]);
    assert!(
        said.iter().any(|line| line.contains("has no year; write")),
        "{said:#?}"
    );
}

#[test]
fn titles_and_list_numbers_are_no_part_of_a_name() {
    let reading = read_school(&[
        (
            "staff.csv",
            "person,subjects\n5. Рябов Пётр Ильич,Физика\n№ 6 Липова Анна Петровна,Химия\nDr. Ada Stone,История\nProf. Dr. Bob Oak,История\n",
        ),
        (
            "load.csv",
            "person,subject,class\nРябов П.И.,Физика,5А\nЛипова А.П.,Химия,5Б\nAda Stone,История,5А\nMr. Bob Oak,История,5Б\n",
        ),
        (
            "parents.csv",
            "parent,class\nMrs. Ada Stone,6А\n1) Рябов Пётр Ильич,6А\n",
        ),
    ]);
    let told = said(&reading);
    let school = reading.school.unwrap_or_else(|| panic!("{told:#?}"));
    let names: Vec<&str> = school
        .people
        .iter()
        .map(|person| person.name.as_str())
        .collect();
    assert_eq!(
        names,
        [
            "Рябов Пётр Ильич",
            "Липова Анна Петровна",
            "Dr. Ada Stone",
            "Prof. Dr. Bob Oak"
        ]
    );
    assert_eq!(school.teaching.len(), 4);
    assert_eq!(school.children.len(), 2);
    let warned = reading
        .complaints
        .iter()
        .filter(|it| it.gravity <= Gravity::Warning);
    assert_eq!(warned.count(), 0, "{told:#?}");
}

#[test]
fn a_parent_who_may_be_of_the_staff_is_asked_about() {
    let staff = "person,subjects\nПетрова (Сидорова) Анна Ивановна,Физика\nЛипова Наталья Олеговна,Химия\nJane Smith,История\n";
    for (parent, is_asked) in [
        ("Петрова Анна", true),
        ("Сидорова Анна Ивановна", true),
        ("Сидорова Анна", true),
        ("Липова Наталия Олеговна", true),
        ("Липова Наталья", true),
        ("Jane Smyth", true),
        ("Липов Наталий Олегович", false),
        ("Липова Ольга Олеговна", false),
        ("Сидорова Мария Ивановна", false),
        ("Петров Анатолий Иванович", false),
        ("Липова Наталья Олеговна", false),
        ("John Smith", false),
    ] {
        let said = complaints(&[
            ("staff.csv", staff),
            ("parents.csv", &format!("parent,class\n{parent},5А\n")),
        ]);
        let asked = said
            .iter()
            .filter(|line| line.contains("of the staff"))
            .count();
        assert_eq!(asked, usize::from(is_asked), "{parent}: {said:#?}");
    }
}
