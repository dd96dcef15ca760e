//! What the order and its annexes must hold.

use std::collections::BTreeSet;

use recuse::domain::{Role, SittingId};

use super::{Bag, Book, bag, first_line, role_name, rows_under, under};

/// Schedule, proctors, assistants and observers: a row per sitting, or per place.
pub fn annexes_of_sittings(book: &Book<'_>) {
    let order = book.page("order");
    let place = ["Date", "Lesson", "Class", "Subject"];
    let found = rows_under(
        order.table("Date, weekday"),
        &["Date, weekday", "Lesson", "Class", "Subject"],
    );
    let found = found.into_iter().map(|(key, count)| {
        let (date, rest) = key.split_once(", ").expect("a date and a weekday");
        let (_, rest) = rest.split_once('|').expect("a lesson");
        (format!("{date}|{rest}"), count)
    });
    let sittings = book.school.sitting_ids().map(|id| book.sitting(id));
    book.same("schedule", found.collect(), bag(sittings));
    for (role, heading) in [
        (Role::Proctor, "Proctor (name, position)"),
        (Role::Assistant, "Assistant (name, position)"),
    ] {
        let headings: Vec<&str> = place.into_iter().chain([heading]).collect();
        let found = rows_under(order.table(heading), &headings);
        let found = found.iter().map(|(key, count)| (first_line(key), *count));
        let places = book.places(role).into_iter();
        let expected = bag(places.map(|(id, name)| format!("{}|{name}", book.sitting(id))));
        book.same(heading, found.collect(), expected);
    }
    let headings = [
        "Date",
        "Lesson",
        "Class, subject observed",
        "Name",
        "Child’s class",
    ];
    let found = rows_under(order.table("Class, subject observed"), &headings);
    let places = book.places(Role::Observer).into_iter().map(|(id, name)| {
        let sitting = book.sitting(id).replacen('|', "\u{0}", 1);
        let (start, subject) = sitting.rsplit_once('|').expect("a subject");
        let line = format!("{start}, {subject}|{name}|{}", children_of(book, &name));
        line.replacen('\u{0}', "|", 1)
    });
    book.same("observers", found, bag(places));
}

fn children_of(book: &Book<'_>, name: &str) -> String {
    let person = book.school.person_ids().find(|&id| book.name(id) == name);
    let children = person.map_or(&[][..], |person| book.school.children_of(person));
    let classes = children
        .iter()
        .map(|child| book.school.class(child.class).name.clone());
    classes.collect::<Vec<_>>().join(", ")
}

/// Commissions: a row per subject and checker with the classes; the checking schedule: a row per sitting.
pub fn commissions(book: &Book<'_>) {
    let order = book.page("order");
    let headings = ["Subject", "Checker (name, position)"];
    let found = rows_under(order.table(headings[1]), &headings);
    let found = found.iter().map(|(key, count)| (first_line(key), *count));
    let places = book.places(Role::Checker);
    let of_place = |(id, name): &(SittingId, String)| {
        let subject = book.school.sitting(*id).subject;
        format!("{}|{name}", book.school.subject(subject).name)
    };
    let expected: BTreeSet<String> = places.iter().map(of_place).collect();
    book.same("commissions", found.collect(), bag(expected));
    if let Some(table) = order.table(headings[1]) {
        for row in &table.rows {
            let key = first_line(&under(&table, row, &headings));
            let expected = places.iter().filter(|place| of_place(place) == key);
            let expected: BTreeSet<String> = expected.map(|(id, _)| book.class(*id)).collect();
            // `5А, group 1` holds a comma of its own.
            let listed = row[table.column("Classes")].replace(", group", "; group");
            let listed = listed
                .split(", ")
                .map(|class| class.replace("; group", ", group"));
            let listed: BTreeSet<String> = listed.collect();
            assert_eq!(listed, expected, "{key} of school {}", book.seed);
        }
    }
    let found = rows_under(
        order.table("Checked on, time"),
        &["Held on", "Class", "Subject"],
    );
    let checked: BTreeSet<SittingId> = places.iter().map(|(id, _)| *id).collect();
    let expected = checked.into_iter().map(|id| {
        let sitting = book.sitting(id);
        let mut parts = sitting.split('|');
        let date = parts.next().expect("a date");
        let rest: Vec<&str> = parts.skip(1).collect();
        format!("{date}|{}", rest.join("|"))
    });
    book.same("checking", found, bag(expected));
}

/// Every exception used stands in the annex of exceptions, with its duty.
pub fn exceptions(book: &Book<'_>) {
    let table = book.page("order").table("Grounds");
    let mut found = Bag::new();
    for row in table.iter().flat_map(|table| &table.rows) {
        let table = table.as_ref().expect("a table with rows");
        let (name, role) = (&row[table.column("Name")], &row[table.column("Role")]);
        for duty in row[table.column("Duties")].split(";\n") {
            *found.entry(format!("{name}|{role}|{duty}")).or_default() += 1;
        }
    }
    let findings = &book.exported.checked.findings.exceptions;
    let expected = findings.iter().map(|finding| {
        let (person, id) = finding.person.zip(finding.sitting).expect("known");
        let sitting = book.school.sitting(id);
        let subject = &book.school.subject(sitting.subject).name;
        let role = role_name(finding.role);
        format!(
            "{}|{role}|{}, {}, {subject}",
            book.name(person),
            sitting.date,
            book.class(id)
        )
    });
    book.same("exceptions", found, bag(expected));
}
