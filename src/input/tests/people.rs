//! Parents who are staff, class teachers, and whom names mean.

use crate::input::testing::{complaints, person, read_school, school};

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
