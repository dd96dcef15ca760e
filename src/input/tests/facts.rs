//! Good rows of every table become facts.

use chrono::Weekday;

use crate::domain::{
    Absence, Checking, Lessons, Minute, PersonId, PinKind, Role, RoleMap, RoleSet, RuleCode,
};
use crate::input::testing::{complaints, person, read_school, said, school};

#[test]
fn a_sitting_takes_what_its_row_leaves_out_from_class_subject_and_policy() {
    let files = [
        (
            "subjects.csv",
            "subject,short,checkers\nМатематика,мат,3\nИстория,ист,\nФизика,,\nХимия,,\n",
        ),
        (
            "schedule.csv",
            "date,lesson,class,subject,room,pupils,group,proctors,checkers\n\
             21.04.2026,2-3,5а,мат,,,,,\n2026-04-22,3,5 «Б»,история,99,7,1,2,1\n",
        ),
        ("policy.toml", "[places]\nassistant = 1\n"),
    ];
    let school = school(&files);
    let [first, second] = school.sittings.as_slice() else {
        panic!("two sittings");
    };
    assert_eq!(first.places, RoleMap([1, 3, 1, 1]));
    assert_eq!((first.room.as_str(), first.pupils), ("12", 25));
    assert_eq!(first.span.lessons, Lessons::of([2, 3]));
    assert_eq!(school.subject(first.subject).name, "Математика");
    assert_eq!(first.group, None);
    assert_eq!((first.read_at.row, first.read_at.column), (2, None));
    assert_eq!(second.places, RoleMap([2, 1, 1, 1]));
    assert_eq!((second.room.as_str(), second.pupils), ("99", 7));
    assert_eq!(school.groups[second.group.unwrap().index()], "1");
    assert_eq!(school.class(second.class).name, "5Б");
}

#[test]
fn staff_with_everything_and_with_nothing() {
    let files = [(
        "staff.csv",
        "ФИО,Должность,Предметы,Классное руководство,Роли,Проверяет,Максимум в день,Максимум всего,Корпус,Почта\n\
         Иванова Анна Петровна,учитель,\"мат, Физика\",\"5А, 5Б\",эксперт|ассистент,Химия,1,8,Б,a@b.ru\n\
         Петров Пётр Ильич,,,,,,,,,\nСидорова Ольга Львовна,,,,-,,,,,\n",
    )];
    let school = school(&files);
    let staff = school.people[0].staff.as_ref().unwrap();
    let names = |ids: &[crate::domain::SubjectId]| -> Vec<String> {
        ids.iter()
            .map(|&id| school.subject(id).name.clone())
            .collect()
    };
    assert_eq!(names(&staff.subjects), ["Математика", "Физика"]);
    assert_eq!(names(&staff.checks), ["Химия"]);
    assert_eq!(staff.roles, RoleSet::of(&[Role::Checker, Role::Assistant]));
    assert_eq!((staff.max_per_day, staff.max_total), (Some(1), Some(8)));
    assert_eq!(
        (staff.building.as_str(), staff.email.as_str()),
        ("Б", "a@b.ru")
    );
    assert_eq!(staff.roles_at.column, Some(5));
    assert_eq!(
        school
            .homerooms_of(person(&school, "Иванова Анна Петровна"))
            .len(),
        2
    );
    let plain = school.people[1].staff.as_ref().unwrap();
    assert_eq!(plain.roles, RoleSet::of(&[Role::Proctor, Role::Checker]));
    assert_eq!(plain.max_total, None);
    assert!(school.people[2].staff.as_ref().unwrap().roles.is_empty());
}

#[test]
fn load_says_who_teaches_and_repeats_add_nothing() {
    let files = [(
        "load.csv",
        "person,subject,class,group,hours\nПетров П.И.,ист,5А,,2\nПетров П. И.,История,5a,,2\nИванова А.П.,мат,5Б,1,3.5\n",
    )];
    let school = school(&files);
    let taught = school.taught_by(person(&school, "Петров Пётр Ильич"));
    assert_eq!(taught.len(), 1);
    assert!(taught[0].specialist);
    assert_eq!(taught[0].read_at.row, 2);
    let other = school.taught_by(person(&school, "Иванова Анна Петровна"));
    assert_eq!(school.groups[other[0].group.unwrap().index()], "1");
}

#[test]
fn without_load_staff_teach_each_subject_in_each_class() {
    let files = [(
        "staff.csv",
        "person,subjects,classes\nИванова Анна Петровна,\"Математика, Физика\",\"5А, 5Б\"\n",
    )];
    let school = school(&files);
    assert_eq!(school.teaching.len(), 4);
    assert!(school.teaching.iter().all(|teaching| teaching.specialist));
    assert_eq!(school.teaching[0].read_at.column, Some(3));
}

#[test]
fn with_load_the_staffs_classes_and_the_timetable_make_no_specialists() {
    let files = [
        (
            "staff.csv",
            "person,subjects,classes\nИванова Анна Петровна,Математика,5А\n",
        ),
        ("load.csv", "person,subject,class\nИванова А.П.,Физика,5Б\n"),
        (
            "timetable.csv",
            "День,Урок,Класс,Предмет,Учитель,Кабинет\nПн,1,5Б,Физика,Иванова А.П.,12\nВторник,2,6А,Химия,Иванова А.П.,\n\
             вт,2,6А,Химия,Иванова А.П.,\n",
        ),
    ];
    let reading = read_school(&files);
    let school = reading.school.as_ref().unwrap();
    let taught: Vec<(&str, bool)> = school
        .teaching
        .iter()
        .map(|teaching| {
            (
                school.subject(teaching.subject).name.as_str(),
                teaching.specialist,
            )
        })
        .collect();
    assert_eq!(taught, [("Физика", true), ("Химия", false)]);
    let days: Vec<Weekday> = school.lessons.iter().map(|lesson| lesson.weekday).collect();
    assert_eq!(days, [Weekday::Mon, Weekday::Tue]);
    assert_eq!(
        complaints(&files),
        [
            "timetable.csv:4:5 \"Иванова А.П.\": the row says what row 3 says and is not counted twice"
        ]
    );
}

#[test]
fn areas_join_subjects() {
    let files = [(
        "subjects.csv",
        "subject,area\nАлгебра,Математика\nГеометрия,математика\nМатематика,\nИстория,\nФизика,\nХимия,\n",
    )];
    let school = school(&files);
    let area = |index: usize| school.subjects[index].area;
    assert_eq!(area(0), area(1));
    assert_eq!(area(0), area(2));
    assert_ne!(area(0), area(3));
    assert_eq!(school.areas, ["Математика", "История", "Физика", "Химия"]);
}

#[test]
fn absences_ties_waivers_and_history() {
    let files = [
        (
            "absences.csv",
            "person,from,to,lessons,reason\nПетров П.И.,21.04.2026,23.04.2026,2-3,курсы\nОрлова В.Ю.,22.4.26,,,\n",
        ),
        (
            "ties.csv",
            "person,class,kind,note\nПетров П.И.,6А,дедушка,\n",
        ),
        (
            "waivers.csv",
            "person,rule,class,subject,from,to,reason,approved\n\
             Петров П.И.,proctor_teaches_class,5А,мат,20.04.2026,24.04.2026,приказ 7,директор\nСидорова О.Л.,personal-tie,,,,,устно,директор\n",
        ),
        (
            "history.csv",
            "ФИО,Роль,Нагрузка\nПетров П.И.,организатор,3\nПетров П.И.,эксперт,75\n",
        ),
    ];
    let school = school(&files);
    let petrov = person(&school, "Петров Пётр Ильич");
    let absence = &school.absences_of(petrov)[0];
    assert_eq!((absence.to - absence.from).num_days(), 2);
    assert_eq!(absence.span.as_ref().unwrap().lessons, Lessons::of([2, 3]));
    let day = &school.absences_of(person(&school, "Орлова Вера Юрьевна"))[0];
    assert_eq!((day.from, day.span.as_ref()), (day.to, None));
    assert_eq!(school.ties_of(petrov)[0].kind, "дедушка");
    let waiver = &school.waivers_of(petrov)[0];
    assert_eq!(waiver.rule, RuleCode::ProctorTeachesClass);
    assert!(waiver.class.is_some() && waiver.subject.is_some() && waiver.from.is_some());
    assert_eq!(school.person(petrov).history, RoleMap([3, 75, 0, 0]));
}

#[test]
fn pins_find_their_sittings() {
    let files = [
        (
            "schedule.csv",
            "date,lesson,class,subject,group\n21.04.2026,2,5А,мат,1\n21.04.2026,2,5А,мат,2\n22.04.2026,3,5Б,ист,\n",
        ),
        (
            "pins.csv",
            "date,class,subject,role,person,pin,group\n21.04.2026,5А,мат,эксперт,Петров П.И.,нельзя,\n\
             22.04.2026,5Б,ист,proctor,Сидорова О.Л.,,\n21.04.2026,5А,мат,proctor,Сидорова О.Л.,must,2\n",
        ),
    ];
    let school = school(&files);
    let pins: Vec<(usize, PinKind)> = school
        .pins
        .iter()
        .map(|pin| (pin.sitting.index(), pin.kind))
        .collect();
    assert_eq!(
        pins,
        [
            (0, PinKind::Never),
            (1, PinKind::Never),
            (2, PinKind::Must),
            (1, PinKind::Must)
        ]
    );
}

#[test]
fn bells_give_lessons_their_times() {
    let files = [(
        "bells.csv",
        "Урок,Начало,Конец\n2,9:25,10:05\n3,10:20,11:00\n",
    )];
    let school = school(&files);
    assert_eq!(school.sittings[0].span.start(), Some(Minute(565)));
    assert_eq!(school.sittings[0].span.end(), Some(Minute(605)));
}

#[test]
fn without_a_table_of_subjects_every_text_is_one() {
    let reading = crate::input::testing::read_with(
        &[
            ("staff.csv", "person,subjects\nA,\"Maths, Art\"\n"),
            ("classes.csv", "class\n5A\n"),
            ("parents.csv", ""),
            (
                "schedule.csv",
                "date,lesson,class,subject\n21.04.2026,2,5A,maths\n21.04.2026,3,5A,Music\n",
            ),
        ],
        &crate::input::ReadOptions::default(),
    );
    let school = reading.school.unwrap();
    let names: Vec<&str> = school
        .subjects
        .iter()
        .map(|subject| subject.name.as_str())
        .collect();
    assert_eq!(names, ["Maths", "Art", "Music"]);
    assert_eq!(school.areas.len(), 3);
}

#[test]
fn answers_about_names_are_kept_and_stale_ones_told() {
    let files = [(
        "имена.csv",
        "Написано;ФИО\nИв.;Иванова А.П.\nгость;\nбывший;Уволен Уволенович\n",
    )];
    let reading = read_school(&files);
    let school = reading.school.as_ref().expect("a stale answer is no error");
    let ivanova = person(school, "Иванова Анна Петровна");
    assert_eq!(
        school.learned,
        [
            ("Ив.".to_owned(), Some(ivanova)),
            ("гость".to_owned(), None)
        ]
    );
    assert_eq!(
        said(&reading),
        ["имена.csv:4:2 \"Уволен Уволенович\": nobody of this name is in staff or parents"]
    );
}

#[test]
fn absences_that_come_back_limits_shares_and_hints_that_are_none() {
    let files = [
        (
            "absences.csv",
            "person;weekday;to\nПетров П.И.;пн, 3;\nОрлова В.Ю.;вт-чт;30.04.2026\n",
        ),
        (
            "staff.csv",
            "ФИО;Максимум в неделю;Максимум работ;Ставка\nИванова Анна Петровна;3;0;0,5\n\
             Петров Пётр Ильич;;;\nСидорова Ольга Львовна;;;1.25\n",
        ),
        (
            "cleared.csv",
            "person;class;reason;by\nПетров П.И.;6А;однофамилец;завуч\n",
        ),
        (
            "policy.toml",
            "[limits]\nworks = 60\nworks_a_day = 40\n[checking]\ndays = \"open\"\n",
        ),
    ];
    let school = school(&files);
    let petrov = person(&school, "Петров Пётр Ильич");
    let absence = &school.absences_of(petrov)[0];
    let days: Vec<Weekday> = absence.weekdays.iter().collect();
    assert_eq!(days, [Weekday::Mon, Weekday::Wed]);
    assert_eq!((absence.from, absence.to), Absence::EVER);
    let until = &school.absences_of(person(&school, "Орлова Вера Юрьевна"))[0];
    assert_eq!(
        (until.from, until.weekdays.iter().count()),
        (Absence::EVER.0, 3)
    );
    let staff = school.people[0].staff.as_ref().unwrap();
    assert_eq!(
        (staff.max_per_week, staff.max_works, staff.share),
        (Some(3), Some(0), 50)
    );
    let limits = [0, 1].map(|id| school.works_limit(PersonId::new(id)));
    assert_eq!(limits, [Some(0), Some(60)]);
    assert_eq!(school.policy.limits.works_a_day, Some(40));
    assert_eq!(school.policy.checking, Checking::Open);
    let weights = [0, 1, 2].map(|id| school.weight(PersonId::new(id), Role::Proctor));
    assert_eq!(weights, [10, 5, 4]);
    let class = school.cleared[0].class;
    assert!(school.is_cleared(petrov, class) && !school.is_cleared(PersonId::new(0), class));
}

#[test]
fn wrong_days_of_the_week_shares_and_windows_are_told() {
    let files = [
        ("absences.csv", "person;weekday\nПетров П.И.;завтра\n"),
        (
            "staff.csv",
            "ФИО;Ставка\nИванова Анна Петровна;пол\nПетров Пётр Ильич;\nСидорова Ольга Львовна;\n",
        ),
        (
            "policy.toml",
            "[checking]\ndays = \"opem\"\n[limits]\nwork = 3\n",
        ),
    ];
    let said = complaints(&files).join("\n");
    for part in ["завтра", "пол", "opem", "work"] {
        assert!(said.contains(part), "{part}: {said}");
    }
}
