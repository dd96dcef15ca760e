//! Advice about schedules, kind by kind.

use chrono::Weekday;

use super::*;
use crate::lang::Lang;
use crate::rules::test_school::TestSchool;

fn advice(school: TestSchool) -> Vec<(usize, AdviceKind, Option<usize>)> {
    let other = |advice: &Advice| advice.other.map(SittingId::index);
    schedule_advice(&school.build())
        .iter()
        .map(|advice| (advice.sitting.index(), advice.kind, other(advice)))
        .collect()
}

fn sentence(school: TestSchool, lang: Lang) -> String {
    let school = school.build();
    schedule_advice(&school)[0].sentence(&school, lang)
}

/// 5А writes mathematics on Tuesday 21.04.2026, lesson 2.
fn school() -> TestSchool {
    TestSchool::writing("5А", "Математика")
}

#[test]
fn a_quiet_schedule_needs_no_advice() {
    assert_eq!(advice(school().writes("6Б", "Физика")), []);
}

#[test]
fn two_works_of_a_class_on_one_day() {
    let twice = || school().writes("5А", "Физика").at(21, &[4]);
    assert_eq!(advice(twice()), [(1, AdviceKind::TwoOnOneDay, Some(0))]);
    assert_eq!(
        sentence(twice(), Lang::Ru),
        "21.04.2026, урок 4, 5А, Физика: в этот день класс уже пишет работу «Математика»; больше одной работы в день не проводят."
    );
    assert_eq!(advice(school().writes("5А", "Физика").at(22, &[4])), []);
}

#[test]
fn two_groups_that_write_one_subject_are_one_work() {
    let groups = school()
        .only_group("1")
        .writes("5А", "Математика")
        .only_group("2");
    assert_eq!(advice(groups), []);
}

#[test]
fn the_first_and_the_last_lesson_of_the_timetable() {
    let day = |lessons: &[u32]| {
        let school = school().at(21, lessons);
        (2..=5).fold(school, |school, lesson| {
            school.lesson(Weekday::Tue, lesson, "Физика", "5А")
        })
    };
    let edge = [(0, AdviceKind::FirstOrLastLesson, None)];
    assert_eq!(advice(day(&[2])), edge);
    assert_eq!(advice(day(&[3, 4])), []);
    assert_eq!(advice(day(&[4, 5])), edge);
    assert_eq!(advice(day(&[6])), edge);
    assert!(
        sentence(day(&[2]), Lang::En).ends_with("this is the first lesson of the class’s day.")
    );
    assert!(sentence(day(&[5]), Lang::Ru).ends_with("это последний урок класса в этот день."));
}

#[test]
fn without_a_timetable_lesson_1_is_the_first() {
    assert_eq!(
        advice(school().at(21, &[1, 2])),
        [(0, AdviceKind::FirstOrLastLesson, None)]
    );
    assert_eq!(advice(school().at(21, &[7])), []);
}

#[test]
fn the_same_subject_in_a_grade_within_17_days() {
    let again = |day: u32| {
        school()
            .at(3, &[2])
            .writes("5Б", "Математика")
            .at(day, &[2])
    };
    let soon = [(1, AdviceKind::SubjectAgainSoon, Some(0))];
    assert_eq!(advice(again(3)), [], "one day for the whole grade");
    assert_eq!(advice(again(6)), soon);
    assert_eq!(advice(again(20)), soon, "17 days later");
    assert_eq!(advice(again(21)), [], "18 days later");
    let other_grade = school().at(3, &[2]).writes("6Б", "Математика").at(6, &[2]);
    assert_eq!(advice(other_grade), []);
}

#[test]
fn one_room_for_two_classes() {
    let rooms = |other: &str| school().in_room("12").writes("6Б", "Физика").in_room(other);
    assert_eq!(advice(rooms("12 ")), [(1, AdviceKind::RoomTwice, Some(0))]);
    assert_eq!(advice(rooms("13")), []);
    assert_eq!(
        advice(school().writes("6Б", "Физика")),
        [],
        "no room, no clash"
    );
    assert_eq!(advice(rooms("12").at(21, &[3])), []);
}

#[test]
fn days_off() {
    let off = [(0, AdviceKind::DayOff, None)];
    assert_eq!(advice(school().at(26, &[2])), off, "a Sunday");
    assert_eq!(
        advice(school().at(25, &[2])),
        [],
        "a Saturday, nothing known of the week"
    );
    let five_days = school()
        .at(25, &[2])
        .lesson(Weekday::Fri, 1, "Физика", "6Б");
    assert_eq!(advice(five_days), off);
    let six_days = school()
        .at(25, &[2])
        .lesson(Weekday::Sat, 1, "Физика", "6Б");
    assert_eq!(advice(six_days), []);
    assert_eq!(
        sentence(school().at(26, &[2]), Lang::En),
        "2026-04-26, lesson 2, 5А, Математика: Sunday is a day off."
    );
}
