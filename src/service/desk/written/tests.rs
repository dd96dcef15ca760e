//! Facts entered are read back as meant, and nothing else changes.

use super::written;
use crate::domain::{
    Date, Exemption, Lessons, PersonId, Role, RuleCode, School, SittingId, Span, Weekdays,
};
use crate::input::{Entry, InputFile, NoRow, ReadOptions, enter, read};

const STAFF: &str = "person;roles;max_per_day\nAnn Lee;proctor;1\nBob Kay;;\n";
const CLASSES: &str = "class;pupils\n5A;20\n6B;20\n";
const PARENTS: &str = "parent;class;observer;dates\nCy Dow;5A;no;21.04.2026\nCy Dow;6B;yes;\n";
const SCHEDULE: &str =
    "date;lesson;class;subject\n21.04.2026;2;5A;Maths\n2026-04-22;2-3;6B;Maths\n";
const ABSENCES: &str = "person;from;to;reason\nAnn Lee;20.04.2026;24.04.2026;course\n";

fn files() -> Vec<InputFile> {
    [
        ("staff.csv", STAFF),
        ("classes.csv", CLASSES),
        ("parents.csv", PARENTS),
        ("schedule.csv", SCHEDULE),
        ("absences.csv", ABSENCES),
    ]
    .map(|(name, text)| InputFile {
        name: name.into(),
        bytes: text.into(),
    })
    .to_vec()
}

fn school(files: &[InputFile]) -> School {
    let reading = read(files, &ReadOptions::default());
    reading
        .school
        .unwrap_or_else(|| panic!("{:?}", reading.complaints))
}

fn person(school: &School, name: &str) -> PersonId {
    let mut people = school.person_ids();
    people.find(|&id| school.person(id).name == name).unwrap()
}

/// The files that changed, as texts, and the school they say together with the others.
fn entered(files: &[InputFile], entry: &Entry) -> (Vec<(String, String)>, School) {
    let changed = written(files, enter(files, &school(files), entry).unwrap()).unwrap();
    let mut all: Vec<InputFile> = files
        .iter()
        .filter(|old| changed.iter().all(|new| new.name != old.name))
        .cloned()
        .collect();
    all.extend(changed.clone());
    let texts = changed
        .into_iter()
        .map(|file| (file.name, String::from_utf8(file.bytes).unwrap()));
    (texts.collect(), school(&all))
}

fn only(texts: Vec<(String, String)>) -> String {
    let [(_, text)] = <[(String, String); 1]>::try_from(texts).unwrap();
    text
}

fn day(day: u32) -> Date {
    Date::from_ymd_opt(2026, 4, day).unwrap()
}

#[test]
fn an_absence_is_added() {
    let files = files();
    let bob = person(&school(&files), "Bob Kay");
    let entry = Entry::Absence {
        person: bob,
        from: day(21),
        to: day(21),
        weekdays: Weekdays::default(),
        lessons: Lessons::of([2, 3]),
        reason: "ill".into(),
    };
    let (texts, after) = entered(&files, &entry);
    assert_eq!(
        only(texts),
        "person;from;to;reason;lessons\nAnn Lee;20.04.2026;24.04.2026;course\nBob Kay;2026-04-21;2026-04-21;ill;2-3\n"
    );
    let absence = &after.absences_of(bob)[0];
    assert_eq!((absence.from, absence.to), (day(21), day(21)));
    assert_eq!(absence.span.as_ref().unwrap().lessons, Lessons::of([2, 3]));
}

#[test]
fn coming_in_cuts_an_absence_in_two() {
    let files = files();
    let ann = person(&school(&files), "Ann Lee");
    let (texts, after) = entered(
        &files,
        &Entry::ComesIn {
            person: ann,
            date: day(22),
        },
    );
    assert_eq!(
        only(texts),
        "person;from;to;reason\nAnn Lee;20.04.2026;21.04.2026;course\nAnn Lee;23.04.2026;24.04.2026;course\n"
    );
    assert_eq!(after.absences_of(ann).len(), 2);
    let (_, after) = entered(
        &files,
        &Entry::ComesIn {
            person: ann,
            date: day(20),
        },
    );
    assert_eq!(after.absences_of(ann)[0].from, day(21));
}

#[test]
fn parents_offer_days_and_observe() {
    let files = files();
    let cy = person(&school(&files), "Cy Dow");
    let (texts, after) = entered(
        &files,
        &Entry::OffersDay {
            person: cy,
            date: day(22),
        },
    );
    assert!(only(texts).contains("Cy Dow;5A;no;21.04.2026, 22.04.2026\n"));
    let parent = |school: &School| school.person(cy).parent.clone().unwrap();
    assert!(parent(&after).dates.unwrap().contains(&day(22)));
    let entry = Entry::TakesRole {
        person: cy,
        role: Role::Observer,
    };
    let (_, after) = entered(&files, &entry);
    assert!(parent(&after).observer);
}

#[test]
fn limits_and_roles_of_staff() {
    let files = files();
    let before = school(&files);
    let (ann, bob) = (person(&before, "Ann Lee"), person(&before, "Bob Kay"));
    let staff = |school: &School, person| school.person(person).staff.clone().unwrap();
    let (_, after) = entered(
        &files,
        &Entry::DailyLimit {
            person: ann,
            most: 2,
        },
    );
    assert_eq!(staff(&after, ann).max_per_day, Some(2));
    let (texts, after) = entered(
        &files,
        &Entry::TotalLimit {
            person: bob,
            most: 7,
        },
    );
    assert!(
        only(texts)
            .starts_with("person;roles;max_per_day;max_total\nAnn Lee;proctor;1\nBob Kay;;;7\n")
    );
    assert_eq!(staff(&after, bob).max_total, Some(7));
    let role = Role::Assistant;
    for person in [ann, bob] {
        let (_, after) = entered(&files, &Entry::TakesRole { person, role });
        assert_eq!(
            staff(&after, person).roles,
            staff(&before, person).roles.with(role)
        );
    }
}

#[test]
fn sittings_move() {
    let files = files();
    let sitting = SittingId::new(1);
    let (texts, after) = entered(
        &files,
        &Entry::MovesToDay {
            sitting,
            date: day(23),
        },
    );
    assert!(only(texts).contains("\n2026-04-23;2-3;6B;Maths\n"));
    assert_eq!(after.sitting(sitting).date, day(23));
    let span = Span {
        lessons: Lessons::of([4, 5]),
        clock: Vec::new(),
    };
    let (_, after) = entered(
        &files,
        &Entry::MovesInDay {
            sitting,
            span: span.clone(),
        },
    );
    assert_eq!(after.sitting(sitting).span, span);
}

#[test]
fn a_waiver_is_granted_in_a_new_table_and_taken_back() {
    let files = files();
    let before = school(&files);
    let waiver = Exemption {
        person: person(&before, "Bob Kay"),
        rule: RuleCode::CheckerUnqualified,
        class: Some(before.sitting(SittingId::new(0)).class),
        subject: None,
        from: Some(day(21)),
        to: None,
        reason: "order 5".into(),
        approved: "E. Fox".into(),
    };
    let (texts, after) = entered(&files, &Entry::Waiver(waiver.clone()));
    assert_eq!(texts[0].0, "waivers.csv");
    let granted = &after.waivers[0];
    assert_eq!(
        (granted.person, granted.rule, granted.class),
        (waiver.person, waiver.rule, waiver.class)
    );
    assert_eq!((granted.from, granted.to), (waiver.from, None));
    assert_eq!(
        (&granted.reason, &granted.approved),
        (&waiver.reason, &waiver.approved)
    );
    let mut all = files;
    all.push(InputFile {
        name: texts[0].0.clone(),
        bytes: texts[0].1.clone().into_bytes(),
    });
    let (_, after) = entered(&all, &Entry::NoWaiver { waiver: 0 });
    assert!(after.waivers.is_empty());
    assert_eq!(
        enter(&all, &after, &Entry::NoWaiver { waiver: 0 }),
        Err(NoRow)
    );
}
