use super::*;
use crate::input::testing;

fn school() -> School {
    testing::school(&[
        ("staff.csv", "person\nИванова Анна Петровна\n"),
        (
            "subjects.csv",
            "subject,short\nМатематика,мат\nИстория,ист\nИнформатика,\nОбществознание,\nРусский язык,\nИностранный язык,\nРусская литература,\n",
        ),
        ("classes.csv", "class\n5А\n5Б\n5В\n6А\n6Б\n5/1\n"),
        ("load.csv", "person,subject,class\n"),
        (
            "schedule.csv",
            "date,lesson,class,subject\n21.04.2026,2,5А,мат\n",
        ),
    ])
}

fn classes(text: &str) -> Vec<String> {
    let school = school();
    let read = Names::of(&school).classes_in(text, "");
    read.iter()
        .flat_map(|piece| &piece.classes)
        .map(|&class| school.class(class).name.clone())
        .collect()
}

#[test]
fn classes_are_read_however_they_are_listed() {
    for text in [
        "5А, 5Б",
        "5А; 5б",
        "5А/5Б",
        "5А\n5Б",
        "5А и 5Б",
        "5А,Б",
        "5 А, Б",
        "5АБ",
        "5А-5Б",
        "5 «А», 5 «Б» классы",
        "5-а, 5-б кл.",
    ] {
        assert_eq!(classes(text), ["5А", "5Б"], "{text}");
    }
    assert_eq!(classes("5А–В"), ["5А", "5Б", "5В"]);
    assert_eq!(classes("5А-5В"), ["5А", "5Б", "5В"]);
    assert_eq!(classes("5АБВ"), ["5А", "5Б", "5В"]);
    assert_eq!(classes("5/1"), ["5/1"]);
    assert_eq!(classes("6-е классы"), ["6А", "6Б"]);
    assert_eq!(classes("6 класс"), ["6А", "6Б"]);
    assert_eq!(classes("5 «А» класс"), ["5А"]);
    assert_eq!(classes("7А"), Vec::<String>::new());
    assert_eq!(classes("5А, 7Я"), ["5А"]);
}

#[test]
fn subjects_are_read_however_they_are_shortened() {
    let school = school();
    let names = Names::of(&school);
    let sure = |text| match names.subject_in(text) {
        SubjectRead::Sure(subject) => school.subject(subject).name.clone(),
        other => format!("{other:?}"),
    };
    for (text, subject) in [
        ("матем.", "Математика"),
        ("рус. яз.", "Русский язык"),
        ("Русск. язык", "Русский язык"),
        ("общ-во", "Обществознание"),
        ("общ-знание", "Обществознание"),
        ("ВПР по предмету «История»", "История"),
        ("Математика (база)", "Математика"),
        ("ин. яз", "Иностранный язык"),
    ] {
        assert_eq!(sure(text), subject, "{text}");
    }
    let likely = |text| match names.subject_in(text) {
        SubjectRead::Likely(subjects) => subjects.len(),
        _ => 0,
    };
    assert_eq!(likely("рус"), 2);
    assert_eq!(likely("Матемтика"), 1);
    assert_eq!(likely("ВПР по истории"), 1);
    assert_eq!(likely("по русскому языку"), 1);
    for text in ["Химия", "и", "Физика", ""] {
        assert_eq!(names.subject_in(text), SubjectRead::Unknown, "{text}");
    }
}
