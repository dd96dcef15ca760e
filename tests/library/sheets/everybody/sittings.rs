//! Sheets with one entry per sitting, place or lesson.

use std::collections::BTreeSet;

use recuse::domain::{Role, Seat};

use super::{Bag, Book, bag, initials, role_name, rows_under};

/// The roster sheet and the statement of checks: a row per row of the roster.
pub fn rosters_again(book: &Book<'_>) {
    let rows = &book.exported.checked.roster.rows;
    let expected = bag(rows.iter().map(|row| match &row.seat {
        Seat::Person(person) => format!("{}|{}", role_name(row.role), book.name(*person)),
        _ => format!("{}|", role_name(row.role)),
    }));
    let found = rows_under(book.page("roster").table("person"), &["role", "person"]);
    let found = found.into_iter().map(|(key, count)| {
        let key = if key.starts_with("observer") {
            format!("public {key}")
        } else {
            key
        };
        (key, count)
    });
    book.same("roster", found.collect(), expected.clone());
    let found = rows_under(book.page("checks").table("Outcome"), &["Role", "Name"]);
    book.same("checks", found, expected);
}

/// A page per sitting, naming who is in the room.
pub fn doors(book: &Book<'_>) {
    let page = book.page("door-sheets");
    let sections = page.all("section");
    assert_eq!(
        sections.len(),
        book.school.sittings.len(),
        "seed {}",
        book.seed
    );
    let mut found = Bag::new();
    for section in sections {
        for line in section.named("p").filter(|line| line.is_of("large")) {
            let line = line.text();
            let Some((label, names)) = line.split_once(": ").filter(|line| line.0 != "Pupils")
            else {
                continue;
            };
            for name in names.split(", ") {
                *found.entry(format!("{label}|{name}")).or_default() += 1;
            }
        }
    }
    let mut expected = Vec::new();
    for (role, label) in [
        (Role::Proctor, "Proctor"),
        (Role::Observer, "Observer"),
        (Role::Assistant, "Assistant"),
    ] {
        let names = book.places(role).into_iter();
        expected.extend(names.map(|(_, name)| format!("{label}|{}", initials(&name))));
    }
    book.same("doors", found, bag(expected));
}

/// Every lesson that a duty costs, once.
pub fn lessons_lost(book: &Book<'_>) {
    let mut expected = BTreeSet::new();
    for duty in book
        .duties()
        .into_iter()
        .filter(|duty| duty.role.is_time_bound())
    {
        let sitting = book.school.sitting(duty.sitting);
        for lesson in book.school.lessons_lost(duty.person, sitting) {
            expected.insert((sitting.date, duty.person, lesson.read_at));
        }
    }
    let found = if book.has("lessons-without-teacher") {
        let table = book.page("lessons-without-teacher").table("Absent");
        rows_under(table, &["Date", "Absent"])
    } else {
        Bag::new()
    };
    let expected = expected
        .into_iter()
        .map(|(date, person, _)| format!("{date}|{}", initials(book.name(person))));
    book.same("lessons lost", found, bag(expected));
}

/// Every sitting with the initials of all who are there.
pub fn notice_board(book: &Book<'_>) {
    let table = book.page("notice-board").table("Proctor").expect("a table");
    assert_eq!(
        table.rows.len(),
        book.school.sittings.len(),
        "seed {}",
        book.seed
    );
    for (role, heading) in [
        (Role::Proctor, "Proctor"),
        (Role::Checker, "Checkers"),
        (Role::Observer, "Observer"),
    ] {
        let column = table.column(heading);
        let names = table.rows.iter().flat_map(|row| row[column].split('\n'));
        let found = bag(names.filter(|name| !name.is_empty()).map(str::to_owned));
        let places = book.places(role).into_iter();
        book.same(heading, found, bag(places.map(|(_, name)| initials(&name))));
    }
}
