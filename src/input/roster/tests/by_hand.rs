//! Rosters as people type them: remarks, titles, tables side by side, days and times in every form.

use super::*;
use crate::lang::Lang;

/// Three classes; two proctors for 5А.
fn plan() -> School {
    testing::school(&[
        (
            "staff.csv",
            "person,subjects\nЛипова Вера Ивановна,Математика\nГрушин Олег Петрович,Физика\nТополева Инна Львовна,История\n\
             5. Рябов Пётр Ильич,\nDr. Ada Stone,\nMs Mary Ann Field,\n",
        ),
        ("classes.csv", "class\n5А\n5Б\n7А\n"),
        ("parents.csv", "parent,class\n"),
        (
            "bells.csv",
            "lesson,start,end\n2,9:30,10:15\n3,10:30,11:15\n",
        ),
        (
            "schedule.csv",
            "date,lesson,class,subject,proctors,checkers,observers\n20.04.2026,2,5А,Математика,2,0,0\n\
             21.04.2026,2,7А,Физика,1,0,0\n22.04.2026,3,5Б,История,1,0,0\n",
        ),
    ])
}

/// Who stands where: class, name, in the file's order; `?` before a name that is not sure.
fn seats(text: &str) -> Vec<String> {
    let school = plan();
    let reading = read_text(&school, text);
    let said: Vec<String> = reading
        .complaints
        .iter()
        .map(|complaint| complaint.sentence(Lang::En))
        .collect();
    let rows = reading.roster.unwrap_or_else(|| panic!("{said:#?}")).rows;
    let seat = |row: &RosterRow| {
        let class = match &row.sitting {
            RowSitting::Known(sitting) => school.class(school.sitting(*sitting).class).name.clone(),
            RowSitting::Unknown { class, .. } => format!("?{class}"),
        };
        match &row.seat {
            Seat::Person(person) => Some(format!("{class} {}", school.person(*person).name)),
            Seat::Ambiguous { text, .. } | Seat::Unknown(text) => Some(format!("{class} ?{text}")),
            Seat::Empty => None,
        }
    };
    rows.iter().filter_map(seat).collect()
}

const RYABOV: &str = "5А Рябов Пётр Ильич";

#[test]
fn a_remark_behind_a_name_is_nobody() {
    for cell in [
        "Рябов П.И. (отв.), Грушин О.П.",
        "Рябов П.И. (замена) / Грушин О.П.",
        "Рябов П.И. (математика, физика), Грушин О.П.",
        "Рябов П.И. (каб. 12), Грушин О.П. (каб. 12)",
        "Рябов П.И., тел. 8-900-000-00-00, Грушин О.П.",
        "Рябов П.И. 8-900-000-00-00, Грушин О.П. каб. 12",
        "Рябов П.И., (отв.), Грушин О.П.",
        "Рябов Пётр (резерв), Грушин Олег Петрович (1 корпус)",
        "Рябов П.И. [отв.], Грушин О.П. ауд. 7",
        "учитель Рябов П.И. (отв.) и Грушин О.П., +7 900 000 00 00",
    ] {
        let text =
            format!("Дата;Урок;Класс;Предмет;Организатор\n20.04.2026;2;5А;Математика;{cell}\n");
        assert_eq!(seats(&text), [RYABOV, "5А Грушин Олег Петрович"], "{cell}");
    }
}

#[test]
fn a_word_that_may_matter_behind_a_name_is_asked_about() {
    for cell in ["Рябов П.И. уволен", "Рябов П.И. (Грушин О.П.)"] {
        let text =
            format!("Дата;Урок;Класс;Предмет;Организатор\n20.04.2026;2;5А;Математика;{cell}\n");
        let seats = seats(&text);
        assert!(seats.iter().any(|seat| seat.contains('?')), "{seats:?}");
    }
}

#[test]
fn titles_and_numbers_are_left_aside_on_both_sides() {
    for (cell, name) in [
        ("Ada Stone", "Dr. Ada Stone"),
        ("Stone A.", "Dr. Ada Stone"),
        ("Prof. Dr. Ada Stone", "Dr. Ada Stone"),
        ("Mrs. Field", "Ms Mary Ann Field"),
        ("Mary Ann Field", "Ms Mary Ann Field"),
        ("Рябов П.И.", "Рябов Пётр Ильич"),
        ("3) Рябов Пётр Ильич", "Рябов Пётр Ильич"),
        ("г-н Рябов П.И.", "Рябов Пётр Ильич"),
    ] {
        let text = format!("date,class,subject,role,person\n21.04.2026,7А,Физика,proctor,{cell}\n");
        assert_eq!(seats(&text), [format!("7А {name}")], "{cell}");
    }
}

#[test]
fn a_number_or_a_title_that_tells_people_apart_is_kept() {
    let school = testing::school(&[
        ("staff.csv", "person\nTeacher 1\nMr Oak\nStaff 10002\n"),
        ("parents.csv", "parent,class\nMrs Oak,5А\n"),
    ]);
    let names = KnownNames::of(&school);
    for text in ["Teacher 13", "Staff 10001", "Teacher 1234567", "Miss Oak"] {
        assert!(!matches!(names.seat(text), Seat::Person(_)), "{text}");
    }
    assert_eq!(school.people.len(), 4);
    assert_eq!(names.seat("Mr. Oak"), person(1));
    assert_eq!(names.seat("Mrs. Oak"), person(3));
}

#[test]
fn words_for_nobody_are_nobody() {
    for cell in [
        "вакант",
        "Вакансия (физика)",
        "TBD",
        "нет учителя",
        "–",
        "не назначен",
        "n/a",
    ] {
        let text =
            format!("Дата;Урок;Класс;Предмет;Организатор\n20.04.2026;2;5А;Математика;{cell}\n");
        assert_eq!(seats(&text), Vec::<String>::new(), "{cell}");
    }
}

#[test]
fn days_and_times_in_the_forms_of_orders() {
    for day in [
        "«20» апреля 2026 г.",
        "\"20\" апреля 2026 года",
        "«20» апреля",
        "20.04.2026 0:00",
        "20 апр.",
    ] {
        let day = day.replace('"', "\"\"");
        let text =
            format!("Дата;Урок;Класс;Предмет;Организатор\n\"{day}\";2;5А;Математика;Рябов П.И.\n");
        assert_eq!(seats(&text), [RYABOV], "{day}");
    }
    for time in [
        "9³⁰",
        "9³⁰–10¹⁵",
        "9 ч 30 мин",
        "0,395833",
        "0.39583333",
        "9:30",
        "2",
    ] {
        let text = format!(
            "Дата;Время;Класс;Предмет;Организатор\n20.04.2026;{time};5А;Математика;Рябов П.И.\n"
        );
        let school = plan();
        let reading = read_text(&school, &text);
        assert_eq!(
            reading
                .complaints
                .iter()
                .filter(|it| it.gravity <= crate::input::Gravity::Warning)
                .count(),
            0,
            "{time}: {:?}",
            reading.complaints
        );
        assert_eq!(seats(&text), [RYABOV], "{time}");
    }
}

#[test]
fn a_slash_in_a_class_is_no_second_class() {
    for class in ["5/А", "5-й А", "V А", "5 «А» класс", "5А (24 чел.)"] {
        let text = format!(
            "Дата;Урок;Класс;Предмет;Организатор\n20.04.2026;2;{class};Математика;Рябов П.И.\n"
        );
        assert_eq!(seats(&text), [RYABOV], "{class}");
    }
}

#[test]
fn tables_side_by_side_are_tables_of_their_own() {
    let all = [
        RYABOV,
        "7А Тополева Инна Львовна",
        "5Б Липова Вера Ивановна",
    ];
    for text in [
        // A day above each.
        "20.04.2026;;;21.04.2026;;;22.04.2026;;\nКласс;Предмет;Организатор;Класс;Предмет;Организатор;Класс;Предмет;Организатор\n\
         5А;Математика;Рябов П.И.;7А;Физика;Тополева И.Л.;5Б;История;Липова В.И.\n",
        // Halves of one table, a gap between them, the second shorter.
        "Дата;Класс;Предмет;Организатор;;Дата;Класс;Предмет;Организатор\n20.04.2026;5А;Математика;Рябов П.И.;;22.04.2026;5Б;История;Липова В.И.\n\
         21.04.2026;7А;Физика;Тополева И.Л.;;;;;\n",
        // A running number, and a title over all.
        "Организаторы ВПР;;;;;;;;;\n№;Дата;Класс;Предмет;ФИО;№;Дата;Класс;Предмет;ФИО\n1;20.04.2026;5А;Математика;Рябов П.И.;3;22.04.2026;5Б;История;Липова В.И.\n\
         2;21.04.2026;7А;Физика;Тополева И.Л.;;;;;\n",
        // English, tidy.
        "date,class,subject,role,person,,date,class,subject,role,person\n2026-04-20,5А,Математика,proctor,Рябов П.И.,,2026-04-21,7А,Физика,proctor,Тополева И.Л.\n\
         2026-04-22,5Б,История,proctor,Липова В.И.,,,,,,\n",
    ] {
        let mut read = seats(text);
        read.sort();
        let mut wanted = all.to_vec();
        wanted.sort_unstable();
        assert_eq!(read, wanted, "{text}");
    }
}

#[test]
fn the_day_on_the_left_is_that_of_every_table() {
    let text = "Дата;Класс;Предмет;Организатор;Класс;Предмет;Организатор\n\
                20.04.2026;5А;Математика;Рябов П.И.;;;\n21.04.2026;;;;7А;Физика;Тополева И.Л.\n";
    let read = seats(text);
    assert_eq!(read, [RYABOV, "7А Тополева Инна Львовна"]);
}

#[test]
fn a_class_twice_above_one_table_is_told() {
    let school = plan();
    let reading = read_text(
        &school,
        "Дата;Класс;Предмет;Организатор;Класс\n20.04.2026;5А;Математика;Рябов П.И.;7А\n",
    );
    let said: Vec<String> = reading
        .complaints
        .iter()
        .map(|complaint| complaint.sentence(Lang::En))
        .collect();
    assert!(
        said.iter()
            .any(|line| line.contains("stands more than once")),
        "{said:#?}"
    );
}
