//! Lists with the headings, subjects and values that schools really type.

use crate::input::testing::{complaints, school};

#[test]
fn subjects_of_staff_are_read_under_a_singular_heading() {
    for heading in [
        "Предмет",
        "Предметы",
        "subject",
        "Предмет(ы)",
        "Учебный предмет",
        "Предмет преподавания",
    ] {
        let staff =
            format!("Ф.И.О. учителя,Должность,{heading}\nИванова Анна Петровна,учитель,Физика\n");
        let school = school(&[("staff.csv", &staff)]);
        let person = school.person_ids().next().unwrap();
        let staff = school.person(person).staff.as_ref().unwrap();
        assert_eq!(staff.subjects.len(), 1, "{heading}");
    }
}

#[test]
fn a_heading_that_loses_rules_is_an_error() {
    let said = complaints(&[(
        "staff.csv",
        "ФИО,Предмет который ведёт\nИванова Анна Петровна,Физика\n",
    )]);
    assert!(
        said.iter().any(|line| line.contains("is it \"subjects\"")),
        "{said:#?}"
    );
    let said = complaints(&[("classes.csv", "Класс,Кл. руководителль\n5А,\n5Б,\n6А,\n")]);
    assert!(
        said.iter().any(|line| line.contains("is it \"homeroom\"")),
        "{said:#?}"
    );
}

#[test]
fn a_spreadsheet_error_is_told_in_its_cell() {
    let said = complaints(&[(
        "schedule.csv",
        "Дата проведения,№ урока,Класс,Предмет\n«21» апреля 2026 г.,2 урок,#N/A,#Н/Д\n",
    )]);
    let errors = said
        .iter()
        .filter(|line| line.contains("error of the spreadsheet"));
    assert_eq!(errors.count(), 2, "{said:#?}");
}

#[test]
fn a_shortened_subject_is_the_subject() {
    let school = school(&[(
        "schedule.csv",
        "Дата,Урок №,Класс,Предмет\n21.04.2026 0:00,2 урок,5А,Матем-ка\n22 апреля 2026 г.,3-й урок,5Б,Ист.\n",
    )]);
    let names: Vec<&str> = school
        .subjects
        .iter()
        .map(|subject| subject.name.as_str())
        .collect();
    assert_eq!(names, ["Математика", "Физика", "История", "Химия"]);
    assert_eq!(school.sitting_ids().count(), 2);
}

#[test]
fn classes_in_other_spellings_are_the_lists_classes() {
    for (listed, written) in [
        ("5А", "5/А"),
        ("5А", "5-й «а» класс"),
        ("5А", "V А"),
        ("5А", "5A (24 чел.)"),
        ("5/А", "5 А"),
        ("8", "8 класс"),
        ("8-й", "8"),
        ("Year 7", "7"),
    ] {
        let classes = format!("class\n{listed}\n9Я\n");
        let schedule = format!("date,lesson,class,subject\n21.04.2026,2,{written},Физика\n");
        let parents = format!("parent,class\nОрлова Вера Юрьевна,{written}\n");
        let staff = format!("person,subjects,classes\nИванова Анна Петровна,Физика,{written}\n");
        let school = school(&[
            ("classes.csv", &classes),
            ("schedule.csv", &schedule),
            ("parents.csv", &parents),
            ("staff.csv", &staff),
        ]);
        assert_eq!(school.classes.len(), 2, "{written}");
        let sitting = school.sitting(school.sitting_ids().next().unwrap());
        assert_eq!(sitting.class.index(), 0, "{written}");
        assert_eq!(school.teaching[0].class.index(), 0, "{written}");
        assert_eq!(school.children[0].class.index(), 0, "{written}");
    }
}

#[test]
fn one_class_in_two_spellings_is_no_second_class() {
    for (one, other) in [
        ("5А", "5/А"),
        ("8", "8-й"),
        ("6 класс", "6"),
        ("V А", "5А"),
        ("5А", "5А (24)"),
    ] {
        let said = complaints(&[("classes.csv", &format!("class\n{one}\n{other}\n"))]);
        let twice = said
            .iter()
            .filter(|line| line.contains("are the same name"));
        assert_eq!(twice.count(), 1, "{one}, {other}: {said:#?}");
    }
    let said = complaints(&[("classes.csv", "class\n5А\n5Б\n6А\n10\n1О\n")]);
    let asked: Vec<&String> = said
        .iter()
        .filter(|line| line.contains("two classes"))
        .collect();
    assert_eq!(asked.len(), 1, "{said:#?}");
    assert!(asked[0].starts_with("classes.csv:6:1"), "{asked:?}");
}

#[test]
fn classes_of_one_cell_are_read_by_letters_and_ranges() {
    for (cell, count) in [
        ("5А, Б", 2),
        ("5А–5В", 3),
        ("5А-В, 6А", 4),
        ("5АБВ", 3),
        ("5/А, 5/Б", 2),
        ("5 «А», «В»", 2),
    ] {
        let school = school(&[
            ("classes.csv", "class\n5А\n5Б\n5В\n6А\n"),
            (
                "staff.csv",
                &format!("person;subjects;classes\nИванова Анна Петровна;Физика;{cell}\n"),
            ),
        ]);
        assert_eq!(school.teaching.len(), count, "{cell}");
    }
}

#[test]
fn rows_that_are_no_people_are_left_aside_and_told() {
    for (table, text, told) in [
        (
            "staff.csv",
            "person,subjects,roles\nУчителя математики,,\nИванова Анна Петровна,Физика,\nИтого: 5,,\nДиректор школы ____________ Н.Н. Серова,,\n",
            3,
        ),
        (
            "staff.csv",
            "ФИО;Предмет;Должность\n1;2;3\nИванова Анна Петровна;Физика;учитель\nФИО;Предмет;Должность\nПетров Пётр Ильич;История;учитель\nВсего;;2\n",
            3,
        ),
        (
            "parents.csv",
            "parent,class\nОрлова Вера Юрьевна,5А\n\"Итого: 5\",5А\n",
            1,
        ),
        (
            "classes.csv",
            "class,pupils,room\n5А,25,12\n5Б,24,13\n6А,20,14\nИтого,69,\n",
            1,
        ),
        (
            "schedule.csv",
            "date;lesson;class;subject\n21.04.2026;2;5А;Математика\nВсего: 1;;;\nЗаместитель директора Серова Н.Н.;;;\n",
            2,
        ),
        (
            "load.csv",
            "person\tsubject\tclass\nИванова Анна Петровна\tФизика\t5А\nTotal\t\t1\n",
            1,
        ),
    ] {
        let reading = crate::input::testing::read_school(&[(table, text)]);
        let said = crate::input::testing::said(&reading);
        let aside = said
            .iter()
            .filter(|line| line.contains("is not read"))
            .count();
        assert_eq!(aside, told, "{table}: {said:#?}");
        let school = reading.school.unwrap_or_else(|| panic!("{said:#?}"));
        let odd = ["Учител", "Итого", "Всего", "Директор", "ФИО", "1"];
        for person in &school.people {
            assert!(
                !odd.iter().any(|word| person.name.starts_with(word)),
                "{}",
                person.name
            );
        }
        assert!(school.classes.iter().all(|class| class.name != "Итого"));
    }
}

#[test]
fn a_header_may_take_two_lines() {
    let school = school(&[
        (
            "staff.csv",
            "ФИО;Предмет;Максимум;\n;;в день;всего\nИванова Анна Петровна;Физика;2;9\n",
        ),
        (
            "load.csv",
            ";Нагрузка;;\nУчитель;;;\n;Предмет;Класс;Часы\nИванова Анна Петровна;Физика;5А;4\n",
        ),
    ]);
    let person = school.person_ids().next().unwrap();
    let staff = school.person(person).staff.as_ref().unwrap();
    assert_eq!((staff.max_per_day, staff.max_total), (Some(2), Some(9)));
    assert_eq!(
        school.people.iter().filter(|it| it.staff.is_some()).count(),
        1
    );
    assert_eq!(school.teaching.len(), 1);
}

#[test]
fn two_spellings_of_a_subject_are_asked_about() {
    for (staff, schedule) in [
        ("Русский", "Русский язык"),
        ("Русский язык", "Русский"),
        ("Maths", "Mathematics"),
        ("Технология (труд)", "Технология"),
        ("Окружающий", "Окружающий мир"),
        ("Математека", "Математика"),
    ] {
        let reading = crate::input::testing::read_with(
            &[
                (
                    "staff.csv",
                    &format!("person,subjects\nИванова Анна Петровна,{staff}\n"),
                ),
                ("classes.csv", "class\n5А\n"),
                ("parents.csv", "parent,class\n"),
                (
                    "schedule.csv",
                    &format!("date,lesson,class,subject\n21.04.2026,2,5А,{schedule}\n"),
                ),
            ],
            &crate::input::ReadOptions::default(),
        );
        let said = crate::input::testing::said(&reading);
        let asked = said
            .iter()
            .filter(|line| line.contains("counted as two subjects"));
        assert_eq!(asked.count(), 1, "{staff}, {schedule}: {said:#?}");
    }
}

#[test]
fn a_heading_with_a_columns_word_is_asked_about_and_others_are_told() {
    for (table, text, column) in [
        (
            "staff.csv",
            "ФИО,Основной предмет\nИванова Анна Петровна,Физика\n",
            "subjects",
        ),
        (
            "staff.csv",
            "ФИО;Учит в классах;Занят в классах (классы)\nИванова Анна Петровна;;5А\n",
            "classes",
        ),
        (
            "classes.csv",
            "Класс,Списочно учеников\n5А,20\n5Б,20\n6А,20\n",
            "pupils",
        ),
        (
            "parents.csv",
            "Родитель,Класс,Удобные даты\nОрлова Вера Юрьевна,5А,\n",
            "dates",
        ),
        (
            "staff.csv",
            "person,which subjects\nИванова Анна Петровна,Физика\n",
            "subjects",
        ),
    ] {
        let said = complaints(&[(table, text)]);
        let question = format!("is it \"{column}\"");
        assert!(
            said.iter().any(|line| line.contains(&question)),
            "{text}: {said:#?}"
        );
    }
    let reading = crate::input::testing::read_school(&[(
        "staff.csv",
        "№ п/п,ФИО,Дата рождения,Любимый цвет\n1,Иванова Анна Петровна,1.1.1980,синий\n2,Петров Пётр Ильич,,\n",
    )]);
    let gravities: Vec<_> = reading
        .complaints
        .iter()
        .filter_map(|complaint| match &complaint.problem {
            crate::input::Problem::Fact(crate::input::FactProblem::UnknownColumns(names)) => {
                Some((complaint.gravity, names.clone()))
            }
            _ => None,
        })
        .collect();
    assert_eq!(
        gravities,
        [
            (
                crate::input::Gravity::Warning,
                vec!["Любимый цвет".to_owned()]
            ),
            (
                crate::input::Gravity::Note,
                vec!["№ п/п".to_owned(), "Дата рождения".to_owned()]
            ),
        ]
    );
}

/// An empty table from the template says nothing: who teaches where is still taken from the staff, subjects as written.
#[test]
fn a_table_without_rows_is_as_none() {
    let school = school(&[
        (
            "staff.csv",
            "person,subjects,classes\nИванова Анна Петровна,Физика,5А\n",
        ),
        ("load.csv", "person,subject,class\n"),
        ("subjects.csv", "subject,short\n"),
    ]);
    assert_eq!(school.teaching.len(), 1);
    // As the schedule and the staff write them.
    assert_eq!(school.subjects.len(), 3);
}
