//! Parents who are staff, class teachers, and whom names mean.

use crate::input::testing::{complaints, person, read_school, said, school};

#[test]
fn a_parent_with_a_name_of_staff_or_whose_cell_names_staff_is_that_person() {
    let files = [(
        "parents.csv",
        "Родитель,Класс,Сотрудник\nпетров  петр ильич,6А,\nОрлова Вера Юрьевна,5А,Сидорова О.Л.\nИванова А.П.,5Б,\n",
    )];
    let school = school(&files);
    assert_eq!(school.people.len(), 3);
    for (name, class) in [
        ("Петров Пётр Ильич", "6А"),
        ("Сидорова Ольга Львовна", "5А"),
        ("Иванова Анна Петровна", "5Б"),
    ] {
        let children = school.children_of(person(&school, name));
        assert_eq!(school.class(children[0].class).name, class, "{name}");
    }
}

#[test]
fn one_parent_over_several_rows() {
    let files = [(
        "parents.csv",
        "parent,class,observer,dates,phone\nОрлова Вера Юрьевна,5А,yes,\"21.04.2026, 22.04.2026\",\n\
         Орлова В.Ю.,5Б,,2026-04-23,555\nЗуев Олег,6А,нет,,\nЗуев Олег,5А,да,,\n",
    )];
    let school = school(&files);
    let orlova = &school.person(person(&school, "Орлова Вера Юрьевна")).parent;
    let orlova = orlova.as_ref().unwrap();
    assert!(orlova.observer);
    assert_eq!(orlova.dates.as_ref().unwrap().len(), 3);
    assert_eq!(orlova.phone, "555");
    assert_eq!((orlova.read_at.row, orlova.read_at.column), (2, Some(4)));
    let zuev = person(&school, "Зуев Олег");
    assert_eq!(school.children_of(zuev).len(), 2);
    let zuev = school.person(zuev).parent.as_ref().unwrap();
    assert!(!zuev.observer);
    assert_eq!((zuev.read_at.row, zuev.read_at.column), (4, Some(3)));
    assert_eq!(zuev.dates, None);
}

#[test]
fn a_name_that_fits_two_lists_them_and_a_name_that_fits_none_suggests() {
    let said = complaints(&[
        (
            "staff.csv",
            "person\nИванова Анна Петровна\nИванова Алла Павловна\n",
        ),
        (
            "load.csv",
            "person,subject,class\nИванова А.П.,мат,5А\nИвановна Алла Павловна,мат,5Ж\n",
        ),
    ]);
    assert_eq!(
        said,
        [
            "load.csv:2:1 \"Иванова А.П.\" fits several people: \"Иванова Анна Петровна\" or \"Иванова Алла Павловна\"; write the full name",
            "load.csv:3:1 \"Ивановна Алла Павловна\": nobody of this name is in staff; did you mean \"Иванова Алла Павловна\"?",
            "load.csv:3:3 \"5Ж\": there is no such class in classes; did you mean \"5А\"?",
        ]
    );
}

#[test]
fn a_parent_cannot_be_two_members_of_staff() {
    let said = complaints(&[(
        "parents.csv",
        "parent,class,staff\nОрлова Вера,5А,Петров П.И.\nОрлова Вера,5Б,Иванова А.П.\n",
    )]);
    assert_eq!(
        said,
        [
            "parents.csv:3:3 \"Иванова А.П.\": another row of this parent names \"Петров Пётр Ильич\"; one parent is one member of staff"
        ]
    );
}

#[test]
fn two_class_teachers_of_one_class_both_count_and_are_mentioned() {
    let files = [("classes.csv", "class,homeroom\n5А,Петров П.И.\n5Б,\n6А,\n")];
    let reading = read_school(&files);
    let school = reading.school.as_ref().unwrap();
    assert_eq!(school.homerooms.len(), 2);
    assert_eq!(
        complaints(&files),
        [
            "classes.csv:2:2 \"Петров Пётр Ильич\" and \"Иванова Анна Петровна\" are both class teachers of \"5А\"; both are counted"
        ]
    );
}

#[test]
fn the_same_class_teacher_in_both_tables_is_two_cells_of_evidence() {
    let files = [("classes.csv", "class,homeroom\n5А,Иванова А.П.\n5Б,\n6А,\n")];
    let school = school(&files);
    let sources: Vec<usize> = school
        .homerooms
        .iter()
        .map(|homeroom| homeroom.read_at.source.index())
        .collect();
    assert_eq!(school.homerooms.len(), 2);
    assert_ne!(sources[0], sources[1]);
    assert_eq!(complaints(&files), Vec::<String>::new());
}

/// Every table that names people, with a row that names two in one cell, or nobody.
#[test]
fn a_cell_names_one_person_in_every_table() {
    let tables = |name: &str| {
        [
            (
                "staff.csv",
                format!(
                    "person,subjects\nИванова Анна Петровна,Физика\nПетров Пётр Ильич,История\n\"{name}\",Химия\n"
                ),
            ),
            (
                "load.csv",
                format!("person,subject,class\n\"{name}\",Физика,5А\n"),
            ),
            (
                "timetable.csv",
                format!("weekday,lesson,class,subject,person\nвт,2,5А,Физика,\"{name}\"\n"),
            ),
            ("ties.csv", format!("person,class\n\"{name}\",5А\n")),
            (
                "absences.csv",
                format!("person,from\n\"{name}\",21.04.2026\n"),
            ),
            (
                "pins.csv",
                format!(
                    "date,class,subject,role,person\n21.04.2026,5А,Математика,proctor,\"{name}\"\n"
                ),
            ),
            (
                "history.csv",
                format!("person,role,load\n\"{name}\",proctor,2\n"),
            ),
            ("parents.csv", format!("parent,class\n\"{name}\",5А\n")),
        ]
    };
    for (name, right) in [
        ("Иванова А.П./Петров П.И.", "names several people"),
        ("Иванова А.П., Петров П.И.", "names several people"),
        ("Иванова А.П.; Петров П.И.", "names several people"),
        (
            "Иванова Анна Петровна и Петров Пётр Ильич",
            "names several people",
        ),
        ("Ivanova Anna & Petrov Peter", "names several people"),
        ("Вакансия", "marks an empty place"),
        ("нет", "marks an empty place"),
        ("TBD", "marks an empty place"),
        ("—", "marks an empty place"),
        ("#N/A", "is an error of the spreadsheet"),
    ] {
        for (file, text) in tables(name) {
            let reading = read_school(&[(file, &text)]);
            let said = said(&reading);
            assert!(
                said.iter().any(|complaint| complaint.contains(right)),
                "{file}, {name}: {said:#?}"
            );
        }
    }
}

/// A word behind a name is looked at, not passed over.
#[test]
fn a_word_behind_a_name_is_asked_about() {
    for name in [
        "Иванова А.П. уволена",
        "Иванова Анна Петровна декрет",
        "Иванова А.П. Петров П.И.",
        "Иванова Анна Петровна Петрова",
        "Иванова А.П. б/л",
    ] {
        let text = format!("person,subject,class\n{name},Физика,5А\n");
        let reading = read_school(&[("load.csv", &text)]);
        assert!(reading.school.is_none(), "{name}: {:#?}", said(&reading));
        let offer = "did you mean";
        assert!(
            said(&reading)[0].contains(offer),
            "{name}: {:#?}",
            said(&reading)
        );
    }
}

/// Two rows that may be one person are asked about, whichever comes first; namesakes told apart by brackets are not.
#[test]
fn one_person_in_two_rows_is_asked_about() {
    let asked = |first: &str, second: &str| {
        let text = format!("person\n{first}\n{second}\n");
        let reading = read_school(&[("staff.csv", &text)]);
        said(&reading)
            .iter()
            .any(|complaint| complaint.contains("who stands in row 2"))
    };
    for (first, second) in [
        ("Сосновская Инна Львовна", "Сосновская И.Л."),
        ("Сосновская И.Л.", "Сосновская Инна Львовна"),
        ("Сосновская Инна Львовна", "Сосновская Инна"),
        (
            "Сосновская Инна Львовна",
            "Сосновская Инна Львовна (внутр. совм.)",
        ),
        ("Oak Mary Ann", "Oak M."),
    ] {
        assert!(asked(first, second), "{first}, {second}");
    }
    for (first, second) in [
        ("Ким Инна Львовна", "Ким Инна Львовна (Школа № 2)"),
        ("Ким Инна Львовна", "Ким Ирина Львовна"),
        ("Ким Инна Львовна", "Ким А.Л."),
    ] {
        assert!(!asked(first, second), "{first}, {second}");
    }
}

/// A parent's name with initials and a remark was taken for the teacher's; it must not become somebody else.
#[test]
fn a_parent_with_a_word_behind_initials_is_asked_about() {
    let said = complaints(&[("parents.csv", "parent,class\nИванова А.П. Петина,5Б\n")]);
    assert!(said[0].contains("did you mean"), "{said:#?}");
}
