//! What people write beside a name – kinship, a post, a telephone, another surname – and whose rules must not be lost by it.

use crate::domain::School;
use crate::input::testing::{read_school, said, school};

/// The members of staff who have a child in 5Б.
fn staff_with_child(school: &School) -> Vec<&str> {
    let children = school.children.iter();
    let of_class = children.filter(|child| school.class(child.class).name == "5Б");
    let people = of_class.map(|child| school.person(child.parent));
    people
        .filter(|person| person.staff.is_some())
        .map(|person| person.name.as_str())
        .collect()
}

#[test]
fn kin_post_and_telephone_are_no_part_of_a_parents_name() {
    for name in [
        "Сидорова Ольга Львовна",
        "Сидорова О.Л.",
        "мама Сидорова Ольга Львовна",
        "Мама: Сидорова О.Л.",
        "Сидорова Ольга Львовна (мама)",
        "Сидорова О.Л. (мама Кати)",
        "Сидорова Ольга Львовна (учитель химии)",
        "учитель химии Сидорова О.Л.",
        "учитель Сидорова О.Л.",
        "Сидорова Ольга Львовна – бабушка",
        "Сидорова О.Л. - опекун",
        "\"Сидорова Ольга Львовна, бабушка\"",
        "\"Сидорова О.Л., мама Кати\"",
        "Сидорова Ольга Львовна мама",
        "Сидорова Ольга Львовна 8-900-111-22-33",
        "Сидорова О.Л. тел. 89001112233",
        "Сидорова Ольга Львовна*",
        "законный представитель Сидорова О.Л.",
    ] {
        let parents = format!("parent,class\n{name},5Б\n");
        let school = school(&[("parents.csv", &parents)]);
        let found = staff_with_child(&school);
        assert_eq!(found, ["Сидорова Ольга Львовна"], "{name}");
        assert_eq!(school.people.len(), 3, "{name}");
    }
}

#[test]
fn another_surname_beside_the_first_is_asked_about() {
    for name in [
        "Сидорова (Котова) Ольга Львовна",
        "Сидорова-Котова Ольга Львовна",
        "Котова-Сидорова Ольга Львовна",
        "Сидорова Ольга Львовна (Котова)",
        "Сидорова-Котова О.Л.",
    ] {
        let parents = format!("parent,class\n{name},5Б\n");
        let reading = read_school(&[("parents.csv", &parents)]);
        let told = said(&reading);
        let asked = told
            .iter()
            .any(|text| text.contains("may be \"Сидорова Ольга Львовна\" of the staff"));
        assert!(asked, "{name}: {told:?}");
    }
    let staff = "person,subjects\nСидорова-Котова Ольга Львовна,Химия\n";
    let files = [
        ("staff.csv", staff),
        ("parents.csv", "parent,class\nКотова Ольга Львовна,5Б\n"),
    ];
    let told = said(&read_school(&files));
    assert!(
        told.iter().any(|text| text.contains("Сидорова-Котова")),
        "{told:?}"
    );
}

#[test]
fn a_code_or_a_surname_keeps_its_words() {
    for name in [
        "Parent 5 1",
        "Teacher 12",
        "Anna Parent",
        "Marie Anne Parent",
        "Мамаева Ольга Львовна",
        "Попов Иван (Школа № 2)",
    ] {
        let parents = format!("parent,class\n{name},5Б\n");
        let school = school(&[("parents.csv", &parents)]);
        let last = school.people.last().map(|person| person.name.as_str());
        assert_eq!(last, Some(name));
        assert!(staff_with_child(&school).is_empty(), "{name}");
    }
}

#[test]
fn a_parent_is_kept_without_kin_and_with_other_brackets() {
    for (typed, kept) in [
        (
            "Котова Лидия Павловна (мама Котова Сергея)",
            "Котова Лидия Павловна",
        ),
        ("папа Зуев Пётр Ильич", "Зуев Пётр Ильич"),
        (
            "Котова Лидия Павловна (Школа № 2)",
            "Котова Лидия Павловна (Школа № 2)",
        ),
    ] {
        let parents = format!("parent,class\n{typed},5Б\n{kept},6А\n");
        let school = school(&[("parents.csv", &parents)]);
        let parents: Vec<&str> = school
            .people
            .iter()
            .filter(|person| person.parent.is_some())
            .map(|person| person.name.as_str())
            .collect();
        assert_eq!(parents, [kept], "{typed}");
    }
}

#[test]
fn the_column_staff_may_say_no() {
    for word in ["нет", "-", "–", "no", ""] {
        let parents = format!("parent,class,staff\nКотова Лидия Павловна,5Б,{word}\n");
        let school = school(&[("parents.csv", &parents)]);
        assert!(staff_with_child(&school).is_empty(), "{word}");
    }
    for word in ["да", "она же", "?"] {
        let parents = format!("parent,class,staff\nКотова Лидия Павловна,5Б,{word}\n");
        assert!(
            read_school(&[("parents.csv", &parents)]).school.is_none(),
            "{word}"
        );
    }
}

#[test]
fn names_of_other_tables_have_remarks_too() {
    for name in [
        "Сидорова О.Л. (совместитель)",
        "учитель Сидорова О.Л.",
        "Сидорова О.Л. каб. 12",
    ] {
        let load = format!("person,subject,class\n{name},Химия,5Б\n");
        let school = school(&[("load.csv", &load)]);
        let teachers: Vec<&str> = school
            .teaching
            .iter()
            .map(|row| school.person(row.person).name.as_str())
            .collect();
        assert_eq!(teachers, ["Сидорова Ольга Львовна"], "{name}");
    }
    for name in ["Сидорова О.Л. уволена", "Сидорова О.Л. Петров П.И."]
    {
        let load = format!("person,subject,class\n{name},Химия,5Б\n");
        assert!(
            read_school(&[("load.csv", &load)]).school.is_none(),
            "{name}"
        );
    }
}

#[test]
fn classes_of_staff_are_their_load_under_any_usual_heading() {
    for heading in [
        "Ведёт в классах",
        "Классы",
        "В каких классах",
        "Классы, в которых преподаёт",
        "Преподает в классах",
        "classes taught",
    ] {
        let staff = format!(
            "ФИО;Предмет;{heading}\nСидорова Ольга Львовна;Химия;5А, 5Б\nПетров Пётр Ильич;История;6А\n"
        );
        let school = school(&[("staff.csv", &staff)]);
        let load: Vec<(&str, &str)> = school
            .teaching
            .iter()
            .map(|row| {
                let class = &school.class(row.class).name;
                (school.person(row.person).name.as_str(), class.as_str())
            })
            .collect();
        let (chemist, historian) = ("Сидорова Ольга Львовна", "Петров Пётр Ильич");
        assert_eq!(
            load,
            [(chemist, "5А"), (chemist, "5Б"), (historian, "6А")],
            "{heading}"
        );
    }
}

#[test]
fn a_second_list_that_is_not_read_is_a_warning() {
    for (file, text) in [
        (
            "учителя корпуса 2.csv",
            "ФИО;Предмет\nДубов Пётр Ильич;Химия\n",
        ),
        (
            "ещё нагрузка.csv",
            "ФИО;Предмет;Класс\nСидорова О.Л.;Химия;5А\nСидорова О.Л.;Химия;5Б\n",
        ),
    ] {
        let reading = read_school(&[(file, text)]);
        let told = said(&reading);
        let warned = reading.complaints.iter().any(|it| {
            let source = it.source(&reading.sources);
            it.gravity != crate::input::Gravity::Note && source.is_some_and(|it| it.file == file)
        });
        assert!(warned, "{file}: {told:?}");
    }
    let files = [(
        "отпуска.csv",
        "ФИО;С;По\nСидорова О.Л.;21.04.2026;22.04.2026\n",
    )];
    assert_eq!(school(&files).absences.len(), 1);
}
