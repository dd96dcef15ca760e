//! Sheets with one entry per person.

use std::collections::{BTreeMap, BTreeSet};

use recuse::domain::{Code, PersonId, Role, RuleCode, Severity, SittingId};
use recuse::rules;

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

/// A declaration for everybody on duty, each with what bars them at `forbid` and nothing else; all of them in the register; an
/// application and a memo for each observer.
pub fn declarations(book: &Book<'_>) {
    let serving: BTreeSet<PersonId> = book.duties().iter().map(|duty| duty.person).collect();
    if !book.has("declarations") {
        return assert!(serving.is_empty(), "school {}", book.seed);
    }
    let pages = book.page("declarations");
    let sections = pages.all("section");
    let mut found = Vec::new();
    for section in &sections {
        let text = section.text();
        let who = serving
            .iter()
            .find(|&&person| text.contains(&format!("I, {}, ", book.name(person))));
        let &who = who.unwrap_or_else(|| panic!("nobody of school {}: {text}", book.seed));
        found.push(book.name(who).to_owned());
        let tables = section.all("table").into_iter().map(table);
        let bars = tables.filter(|table| table.header.iter().any(|it| it == "Why"));
        let told: BTreeSet<String> = bars
            .flat_map(|bars| bars.rows.clone())
            .map(|row| format!("{}|{}", row[0], row[1]))
            .collect();
        assert_eq!(
            told,
            barred(book, who),
            "{} of school {}",
            book.name(who),
            book.seed
        );
    }
    let names = || serving.iter().map(|&person| book.name(person).to_owned());
    book.same("declarations", bag(found), bag(names()));
    let register = book.page("declaration-register").table("Signed on");
    book.same("register", rows_under(register, &["Name"]), bag(names()));
    let observers = serving.iter().filter(|&&person| {
        let mut duties = book.duties().into_iter();
        duties.any(|duty| duty.person == person && duty.role == Role::Observer)
    });
    let observers = observers.count();
    if book.has("observer-applications") {
        let pages = book.page("observer-applications");
        assert_eq!(pages.all("section").len(), 2 * observers);
    } else {
        assert_eq!(observers, 0, "school {}", book.seed);
    }
}

/// Role and rule of everything about interest that is forbidden to the person somewhere, as the rules judge it.
fn barred(book: &Book<'_>, person: PersonId) -> BTreeSet<String> {
    let mut barred = BTreeSet::new();
    for role in Role::ALL {
        for sitting in book.school.sitting_ids() {
            if !book.school.is_candidate(person, role) {
                continue;
            }
            for verdict in rules::judge(book.school, person, role, sitting) {
                if let Code::Rule(code) = verdict.code
                    && verdict.severity == Severity::Forbid
                    && code != RuleCode::CheckerUnqualified
                {
                    let name = rules::rule(code).name.en;
                    barred.insert(format!("{}|{name}", role_name(role)));
                }
            }
        }
    }
    barred
}

/// Each person's page ends, role by role, at what they carry in all; beside it stand the least, the middle and the most.
pub fn accounts(book: &Book<'_>) {
    if !book.has("personal-accounts") {
        return;
    }
    for section in book.page("personal-accounts").all("section") {
        let text = section.text();
        let people = book.school.person_ids();
        let mut named = people.filter(|&person| text.contains(&format!("{}, ", book.name(person))));
        let person = named.next().expect("a name");
        let tables: Vec<Table> = section.all("table").into_iter().map(table).collect();
        let [rows, beside] = tables.as_slice() else {
            panic!("two tables: {text}");
        };
        for line in &beside.rows {
            let role = Role::ALL
                .into_iter()
                .find(|&role| headed(role) == line[beside.column("Role")])
                .expect("a role");
            let mut sums: Vec<u64> = carried(book, role).into_values().collect();
            sums.sort_unstable();
            let own = carried(book, role)[&person];
            let cell = |heading: &str| line[beside.column(heading)].clone();
            assert_eq!(cell("Own"), own.to_string(), "{text}");
            assert_eq!(cell("People"), sums.len().to_string(), "{text}");
            assert_eq!(cell("Least"), sums[0].to_string(), "{text}");
            assert_eq!(cell("Most"), sums[sums.len() - 1].to_string(), "{text}");
            let middle = sums[(sums.len() - 1) / 2] + sums[sums.len() / 2];
            let half = if middle % 2 == 1 { ".5" } else { "" };
            assert_eq!(cell("Median"), format!("{}{half}", middle / 2), "{text}");
            let is_of_role = |row: &&Vec<String>| row[rows.column("Role")] == role_name(role);
            let last = rows.rows.iter().rfind(is_of_role);
            let sum = last.map_or("0", |row| &row[rows.column("Sum in the role")]);
            assert_eq!(sum, own.to_string(), "{text}");
        }
    }
}

/// What everybody who holds the role, or serves in it, carries with what they carried before.
fn carried(book: &Book<'_>, role: Role) -> BTreeMap<PersonId, u64> {
    let people = book.school.person_ids();
    let mut sums: BTreeMap<PersonId, u64> = people
        .filter(|&person| book.school.is_candidate(person, role))
        .map(|person| (person, 0))
        .collect();
    for duty in book.duties() {
        if duty.role == role {
            let load = u64::from(book.school.sitting(duty.sitting).load(role));
            *sums.entry(duty.person).or_default() += load;
        }
    }
    for (person, sum) in &mut sums {
        *sum += u64::from(book.school.person(*person).history[role]);
    }
    sums
}

fn headed(role: Role) -> &'static str {
    match role {
        Role::Proctor => "Proctors",
        Role::Checker => "Checkers",
        Role::Observer => "Public observers",
        Role::Assistant => "Assistants",
    }
}
