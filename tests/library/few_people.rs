//! `prefer = "few-people"` on the sample schools: as few as are proven to be needed, and nothing lost at levels 1–3.

use std::collections::BTreeSet;

use crate::samples::{files_of, generated};
use recuse::check::check;
use recuse::domain::{Role, Seat};
use recuse::service::Generated;

fn made(folder: &str, prefer: &str) -> Generated {
    let mut files = files_of(folder);
    let policy = files.iter_mut().find(|file| file.name == "policy.toml");
    let bytes = &mut policy.expect("the samples have a policy").bytes;
    let text = String::from_utf8(bytes.clone()).expect("UTF-8");
    *bytes = format!("prefer = \"{prefer}\"\n{text}").into_bytes();
    generated(&files).expect("it can be staffed")
}

/// People with a time-bound duty.
fn people(made: &Generated) -> usize {
    let duties = made
        .roster
        .rows
        .iter()
        .filter(|row| row.role != Role::Checker);
    let people: BTreeSet<_> = duties
        .filter_map(|row| match row.seat {
            Seat::Person(person) => Some(person),
            _ => None,
        })
        .collect();
    people.len()
}

#[test]
fn no_more_people_are_called_in_than_are_proven_to_be_needed() {
    for (folder, most) in [("school-31", 31), ("school-small", 8)] {
        let fair = made(folder, "fairness");
        let few = made(folder, "few-people");
        let called = few.answer.called.expect("people are counted");
        assert_eq!((called.people, called.bound), (most, most), "{folder}");
        assert_eq!(people(&few) as u64, most, "{folder}");
        assert!(people(&fair) as u64 > most, "{folder}");
        let (few, fair) = (
            check(&few.school, &few.roster),
            check(&fair.school, &fair.roster),
        );
        assert_eq!(few.objective.unfilled, fair.objective.unfilled, "{folder}");
        assert_eq!(few.objective.avoided, fair.objective.avoided, "{folder}");
        assert_eq!(
            few.objective.lessons_lost, fair.objective.lessons_lost,
            "{folder}"
        );
        assert_eq!(few.conflicts.len(), fair.conflicts.len(), "{folder}");
    }
}
