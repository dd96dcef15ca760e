//! Sheets with one entry per person.

use std::collections::{BTreeMap, BTreeSet};

use recuse::domain::{PersonId, Role, SittingId};

use super::{Bag, Book, bag, role_name, rows_under, under};
use crate::sheets::readers::calendar::{Event, events};
use crate::sheets::readers::html::{Table, table};

/// A slip per person on duty, on it their duties.
pub fn slips(book: &Book<'_>) {
    let mut found = Vec::new();
    if book.has("personal-assignments") {
        for slip in book.page("personal-assignments").all("article") {
            let heading = slip.all("h2")[0].text();
            let name = heading.split(", ").next().expect("a name");
            let duties = table(slip.all("table")[0]);
            let headings = ["Date", "Lesson", "Class", "Subject", "Role"];
            for row in &duties.rows {
                let key = under(&duties, row, &headings);
                let key = key
                    .split(", ")
                    .next()
                    .filter(|_| key.contains(" work"))
                    .map_or(key.clone(), |_| {
                        // `checker, 24 works`
                        key.rsplit_once(", ").expect("works").0.to_owned()
                    });
                found.push(format!("{name}|{key}"));
            }
        }
    }
    let expected = book.duties().into_iter().map(|duty| {
        let sitting = book.sitting(duty.sitting);
        format!(
            "{}|{sitting}|{}",
            book.name(duty.person),
            role_name(duty.role)
        )
    });
    book.same("slips", bag(found), bag(expected));
}

/// A record per observer and sitting.
pub fn acts(book: &Book<'_>) {
    let mut found = Vec::new();
    if book.has("observer-acts") {
        for section in book.page("observer-acts").all("section") {
            let facts = table(section.all("table")[0]);
            let fact = |label: &str| {
                let mut rows = facts.rows.iter();
                rows.find(|row| row[0] == label).expect("a label")[1].clone()
            };
            found.push(format!(
                "{}|{}|{}",
                fact("Public observer"),
                fact("Class"),
                fact("Subject")
            ));
        }
    }
    let duties = book
        .duties()
        .into_iter()
        .filter(|duty| duty.role == Role::Observer);
    let expected = duties.map(|duty| {
        let subject = book.school.sitting(duty.sitting).subject;
        let (name, class) = (book.name(duty.person), book.class(duty.sitting));
        format!("{name}|{class}|{}", book.school.subject(subject).name)
    });
    book.same("records", bag(found), bag(expected));
}

/// Everybody on duty once, with their roles.
pub fn acquaintance(book: &Book<'_>) {
    let mut roles: BTreeMap<PersonId, BTreeSet<Role>> = BTreeMap::new();
    for duty in book.duties() {
        roles.entry(duty.person).or_default().insert(duty.role);
    }
    let expected = roles.iter().map(|(&person, roles)| {
        let roles: Vec<&str> = roles.iter().map(|&role| role_name(role)).collect();
        format!("{}|{}", book.name(person), roles.join(", "))
    });
    let expected = bag(expected);
    let found = if book.has("acknowledgement") {
        rows_under(
            book.page("acknowledgement").table("Roles"),
            &["Name", "Roles"],
        )
    } else {
        Bag::new()
    };
    book.same("acknowledgement", found, expected);
}

/// What each person carried, and what the roster adds.
pub fn load(book: &Book<'_>) {
    let tables: Vec<Table> = book.page("load").tables();
    let found = bag(tables.iter().flat_map(|table| {
        let rows = table.rows.iter();
        rows.map(|row| under(table, row, &["Name", "Before", "Added", "After"]))
    }));
    let mut expected = Vec::new();
    for role in Role::ALL {
        if !book
            .school
            .sittings
            .iter()
            .any(|sitting| sitting.places[role] > 0)
        {
            continue;
        }
        for person in book.school.person_ids() {
            let before = u64::from(book.school.person(person).history[role]);
            let duties = book.duties().into_iter();
            let duties = duties.filter(|duty| duty.person == person && duty.role == role);
            let loads = duties.map(|duty| u64::from(book.school.sitting(duty.sitting).load(role)));
            let added: Vec<u64> = loads.collect();
            let is_listed = if role == Role::Observer {
                (book.school.is_candidate(person, role) && before > 0) || !added.is_empty()
            } else {
                book.school.is_candidate(person, role) || !added.is_empty()
            };
            if is_listed {
                let added: u64 = added.iter().sum();
                let after = before + added;
                expected.push(format!("{}|{before}|{added}|{after}", book.name(person)));
            }
        }
    }
    book.same("load", found, bag(expected));
}

/// Every duty in the calendar of who has it, every sitting in the calendar of the class.
pub fn calendars(book: &Book<'_>) {
    let calendars = |prefix: &str| -> Vec<Event> {
        let files = book.exported.files.iter();
        let files = files.filter(|file| file.name.starts_with(&format!("calendars/{prefix}")));
        files.flat_map(|file| events(&file.bytes)).collect()
    };
    let key = |event: &Event| {
        let day: String = event["DTSTART"].chars().take(8).collect();
        let title = event["SUMMARY"].trim_start_matches("DRAFT. ");
        format!("{day}|{title}")
    };
    let day = |id: SittingId| book.school.sitting(id).date.format("%Y%m%d").to_string();
    let subject = |id: SittingId| &book.school.subject(book.school.sitting(id).subject).name;
    let people = calendars("person-");
    let expected = book.duties().into_iter().map(|duty| {
        let (id, role) = (duty.sitting, role_name(duty.role));
        format!("{}|{role}: {}, {}", day(id), book.class(id), subject(id))
    });
    book.same("calendars", bag(people.iter().map(key)), bag(expected));
    let classes = calendars("class-");
    let sittings = book.school.sitting_ids();
    let expected = sittings.map(|id| format!("{}|{}: {}", day(id), book.class(id), subject(id)));
    book.same(
        "class calendars",
        bag(classes.iter().map(key)),
        bag(expected),
    );
    let uids: BTreeSet<&String> = people
        .iter()
        .chain(&classes)
        .map(|event| &event["UID"])
        .collect();
    assert_eq!(
        uids.len(),
        people.len() + classes.len(),
        "UIDs of school {}",
        book.seed
    );
}
