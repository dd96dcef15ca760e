use chrono::Weekday;

use crate::check::test_roster::{roster, row};
use crate::domain::{Lang, Role, School};
use crate::rules::test_school::TestSchool;

use super::{Warning, WarningKind, warnings};

/// «Петрова А. И.» is proctor at the first sitting: Tuesday, lesson 2.
fn of_proctor(school: &School) -> Vec<WarningKind> {
    let all = warnings(school, &roster(&[row(0, Role::Proctor, 0)]));
    all.into_iter().map(|it: Warning| it.kind).collect()
}

fn school() -> TestSchool {
    TestSchool::writing("5А", "Математика")
}

#[test]
fn lessons_around_a_duty_are_counted_while_none_between_is_free() {
    let lessons = |numbers: &[u32]| {
        let each =
            |school: TestSchool, &number: &u32| school.lesson(Weekday::Tue, number, "Физика", "7А");
        numbers.iter().fold(school(), each)
    };
    assert_eq!(
        of_proctor(&lessons(&[1, 3]).build()),
        [WarningKind::InARow(3)]
    );
    // The lesson of the duty's own time is given by somebody else, the fourth is free, and the sixth is apart.
    assert_eq!(
        of_proctor(&lessons(&[1, 2, 3, 5, 6]).build()),
        [WarningKind::InARow(3)]
    );
    assert_eq!(of_proctor(&lessons(&[1, 4, 5, 6]).build()), []);
    let four = lessons(&[1, 3]).policy(|policy| policy.warnings.in_a_row = Some(4));
    assert_eq!(of_proctor(&four.build()), []);
    let never = lessons(&[1, 3, 4, 5]).policy(|policy| policy.warnings.in_a_row = None);
    assert_eq!(of_proctor(&never.build()), []);
}

#[test]
fn a_lesson_whose_class_writes_is_not_held() {
    let school = school()
        .lesson(Weekday::Tue, 1, "Физика", "7А")
        .lesson(Weekday::Tue, 3, "Физика", "7А")
        .writes("7А", "История")
        .at(21, &[3]);
    assert_eq!(of_proctor(&school.build()), []);
}

#[test]
fn a_day_without_own_lessons_is_told_of_those_who_have_lessons() {
    assert_eq!(of_proctor(&school().build()), []);
    let on_monday = || school().lesson(Weekday::Mon, 2, "Физика", "7А");
    assert_eq!(
        of_proctor(&on_monday().build()),
        [WarningKind::DayWithoutLessons]
    );
    let off = on_monday().policy(|policy| policy.warnings.day_without_lessons = false);
    assert_eq!(of_proctor(&off.build()), []);
}

#[test]
fn two_buildings_are_told_only_where_no_lesson_lies_between() {
    let in_buildings = |lesson: u32| {
        let mut school = school().lesson(Weekday::Tue, lesson, "Физика", "7А");
        school.lists.classes[0].building = "Лесная".to_owned();
        school.lists.classes[1].building = "Садовая".to_owned();
        school.build()
    };
    let walk = |from: &str, to: &str| WarningKind::TwoBuildings {
        from: from.to_owned(),
        to: to.to_owned(),
    };
    assert_eq!(of_proctor(&in_buildings(3)), [walk("Лесная", "Садовая")]);
    assert_eq!(of_proctor(&in_buildings(1)), [walk("Садовая", "Лесная")]);
    assert_eq!(of_proctor(&in_buildings(4)), []);
}

#[test]
fn works_of_one_day_are_counted_together() {
    let mut school = school().writes("5Б", "Математика");
    for sitting in &mut school.lists.sittings {
        sitting.pupils = 26;
        sitting.places[Role::Checker] = 1;
    }
    let school = school.build();
    let both = roster(&[row(0, Role::Checker, 0), row(1, Role::Checker, 0)]);
    let found = warnings(&school, &both);
    let kinds: Vec<&WarningKind> = found.iter().map(|it| &it.kind).collect();
    assert_eq!(kinds, [&WarningKind::WorksADay(52)]);
    let one = roster(&[row(0, Role::Checker, 0)]);
    assert_eq!(warnings(&school, &one), []);
}

#[test]
fn a_warning_names_its_day_and_person() {
    let school = school()
        .lesson(Weekday::Tue, 1, "Физика", "7А")
        .lesson(Weekday::Tue, 3, "Физика", "7А")
        .build();
    let found = warnings(&school, &roster(&[row(0, Role::Proctor, 0)]));
    let said = |lang| crate::lang::warnings::in_a_row(3, lang);
    assert_eq!(
        said(Lang::Ru),
        "3 урока подряд, без перерыва (уроки и дежурства)"
    );
    assert_eq!(said(Lang::En), "3 lessons and duties in a row");
    assert_eq!((found[0].row, found[0].person), (0, TestSchool::person()));
}
