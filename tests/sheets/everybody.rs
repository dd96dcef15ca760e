//! Every person, sitting and place of the roster stands on the sheets where it belongs, none twice: counted from the roster,
//! over random schools, in the pages as a browser would read them.

use std::collections::{BTreeMap, BTreeSet};

use recuse::domain::{Duty, PersonId, Role, School, Seat, SittingId};
use recuse::service::{Exported, export};

use crate::case::{Case, file};
use crate::oracle::bridge::Both;
use crate::oracle::files::write_roster;
use crate::oracle::generator::{Size, random_school};
use crate::oracle::rng::Rng;
use crate::oracle::rosters;
use crate::readers::calendar::{Event, events};
use crate::readers::html::{Page, Table, table};

/// A random school with a roster of its own, exported.
pub fn random(seed: u64) -> Exported {
    let both =
        Both::read(random_school(seed, Size::SMALL), seed).unwrap_or_else(|text| panic!("{text}"));
    let rng = &mut Rng::new(seed);
    let roster = rosters::good(&both.ours, rng);
    let case = Case {
        roster: write_roster(&both.ours, &roster, seed),
        files: both.files,
    };
    export(&case.request()).unwrap_or_else(|error| panic!("{seed}: {error}"))
}

/// Things, and how often each is there.
type Bag = BTreeMap<String, usize>;

fn bag(things: impl IntoIterator<Item = String>) -> Bag {
    let mut bag = Bag::new();
    for thing in things {
        *bag.entry(thing).or_default() += 1;
    }
    bag
}

/// The export beside what it was made from.
struct Book<'a> {
    exported: &'a Exported,
    school: &'a School,
    seed: u64,
}

impl Book<'_> {
    fn page(&self, stem: &str) -> Page {
        Page::read(&file(self.exported, &format!("{stem}.html")).bytes)
    }

    fn has(&self, stem: &str) -> bool {
        let name = format!("{stem}.html");
        self.exported.files.iter().any(|file| file.name == name)
    }

    fn duties(&self) -> Vec<Duty> {
        let rows = self.exported.checked.roster.duties();
        rows.map(|(_, duty)| duty).collect()
    }

    fn name(&self, person: PersonId) -> &str {
        &self.school.person(person).name
    }

    /// `2026-04-21|2|5А, group 1|Алгебра`.
    fn sitting(&self, id: SittingId) -> String {
        let sitting = self.school.sitting(id);
        let (lessons, subject) = (
            sitting.span.lessons,
            &self.school.subject(sitting.subject).name,
        );
        format!("{}|{lessons}|{}|{subject}", sitting.date, self.class(id))
    }

    fn class(&self, id: SittingId) -> String {
        let sitting = self.school.sitting(id);
        let class = &self.school.class(sitting.class).name;
        match sitting.group {
            Some(group) => format!("{class}, group {}", self.school.groups[group.index()]),
            None => class.clone(),
        }
    }

    /// Names in the places of the role, those of empty ones too.
    fn places(&self, role: Role) -> Vec<(SittingId, String)> {
        let mut places = Vec::new();
        for id in self.school.sitting_ids() {
            let duties = self.duties();
            let names = duties
                .iter()
                .filter(|duty| duty.sitting == id && duty.role == role)
                .map(|duty| self.name(duty.person).to_owned());
            let mut names: Vec<String> = names.collect();
            let wanted = self.school.sitting(id).places[role] as usize;
            names.resize(names.len().max(wanted), "not assigned".to_owned());
            places.extend(names.into_iter().map(|name| (id, name)));
        }
        places
    }

    /// The table must hold exactly these things, read from these columns.
    fn same(&self, what: &str, found: Bag, expected: Bag) {
        assert_eq!(found, expected, "{what} of school {}", self.seed);
    }
}

/// The row's cells under these headings.
fn under(table: &Table, row: &[String], headings: &[&str]) -> String {
    let cells = headings
        .iter()
        .map(|heading| row[table.column(heading)].clone());
    cells.collect::<Vec<_>>().join("|")
}

fn rows_under(table: Option<Table>, headings: &[&str]) -> Bag {
    let Some(table) = table else {
        return Bag::new();
    };
    bag(table.rows.iter().map(|row| under(&table, row, headings)))
}

/// The name without the position below it.
fn first_line(key: &str) -> String {
    key.split(",\n").next().unwrap_or(key).to_owned()
}

#[test]
fn everybody_and_everything_stands_where_it_belongs_and_once() {
    for seed in 0..40 {
        let exported = random(seed);
        let book = Book {
            exported: &exported,
            school: &exported.checked.school,
            seed,
        };
        annexes_of_sittings(&book);
        commissions(&book);
        exceptions(&book);
        rosters_again(&book);
        slips(&book);
        doors(&book);
        acts(&book);
        acquaintance(&book);
        lessons_lost(&book);
        notice_board(&book);
        load(&book);
        calendars(&book);
    }
}

/// Schedule, proctors, assistants and observers: a row per sitting, or per place.
fn annexes_of_sittings(book: &Book<'_>) {
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
fn commissions(book: &Book<'_>) {
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
fn exceptions(book: &Book<'_>) {
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

fn role_name(role: Role) -> &'static str {
    match role {
        Role::Proctor => "proctor",
        Role::Checker => "checker",
        Role::Observer => "public observer",
        Role::Assistant => "assistant",
    }
}

/// The roster sheet and the statement of checks: a row per row of the roster.
fn rosters_again(book: &Book<'_>) {
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

/// A slip per person on duty, on it their duties.
fn slips(book: &Book<'_>) {
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

/// A page per sitting, naming who is in the room.
fn doors(book: &Book<'_>) {
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

/// `Ким А. П.` of a name in three words.
fn initials(name: &str) -> String {
    if name == "not assigned" {
        return name.to_owned();
    }
    let mut words = name.split_whitespace();
    let surname = words.next().unwrap_or_default().to_owned();
    words
        .take_while(|word| !word.starts_with('('))
        .fold(surname, |short, word| {
            let letter = word.chars().next().unwrap_or_default();
            format!("{short}\u{a0}{letter}.")
        })
}

/// A record per observer and sitting.
fn acts(book: &Book<'_>) {
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
fn acquaintance(book: &Book<'_>) {
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

/// Every lesson that a duty costs, once.
fn lessons_lost(book: &Book<'_>) {
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
fn notice_board(book: &Book<'_>) {
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

/// What each person carried, and what the roster adds.
fn load(book: &Book<'_>) {
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
fn calendars(book: &Book<'_>) {
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
