//! Importing a calendar again updates it: what stays keeps its UID, what is new is new, what is gone is cancelled.

use std::collections::BTreeMap;

use recuse::input::InputFile;
use recuse::service::{ExportRequest, Exported, export};

use crate::sheets::case::{Case, files_of};
use crate::sheets::readers::calendar::{Event, events};

/// Events of every person's calendar, by UID.
fn by_uid(exported: &Exported) -> BTreeMap<String, Event> {
    let files = exported.files.iter();
    let files = files.filter(|file| file.name.starts_with("calendars/person-"));
    let events = files.flat_map(|file| events(&file.bytes));
    events.map(|event| (event["UID"].clone(), event)).collect()
}

/// The roster with one proctor in another's place.
fn repaired(roster: &InputFile, gone: &str, new: &str) -> InputFile {
    let text = String::from_utf8(roster.bytes.clone()).expect("UTF-8");
    let mut is_changed = false;
    let lines = text.lines().map(|line| {
        let is_the_one = !is_changed && line.contains(gone) && line.contains("организатор");
        if is_the_one {
            is_changed = true;
            return line.replace(gone, new);
        }
        line.to_owned()
    });
    let lines: Vec<String> = lines.collect();
    assert!(is_changed, "{gone} is a proctor");
    InputFile {
        name: "roster-repaired.csv".to_owned(),
        bytes: (lines.join("\n") + "\n").into_bytes(),
    }
}

fn proctors(exported: &Exported) -> Vec<String> {
    let checked = &exported.checked;
    let proctors = checked.roster.duties();
    let proctors = proctors.filter(|(_, duty)| duty.role == recuse::domain::Role::Proctor);
    proctors
        .map(|(_, duty)| checked.school.person(duty.person).name.clone())
        .collect()
}

#[test]
fn a_repair_cancels_what_is_gone_and_keeps_what_stays() {
    let case = Case::generated(files_of("school-small"));
    let before = export(&case.request()).expect("sheets");
    let names = proctors(&before);
    let gone = &names[0];
    let new = names.iter().find(|name| *name != gone).expect("another");
    let after = Case {
        roster: repaired(&case.roster, gone, new),
        files: case.files.clone(),
    };
    let updated = export(&ExportRequest {
        was: Some(&case.roster),
        ..after.request()
    })
    .expect("sheets");
    let (old, now) = (by_uid(&before), by_uid(&updated));
    let of = |events: &BTreeMap<String, Event>, status: &str| -> Vec<String> {
        let events = events.iter().filter(|(_, event)| event["STATUS"] == status);
        events.map(|(uid, _)| uid.clone()).collect()
    };
    let cancelled = of(&now, "CANCELLED");
    assert_eq!(cancelled.len(), 1, "one duty is gone");
    assert!(old.contains_key(&cancelled[0]), "its UID is the one it had");
    assert_eq!(now[&cancelled[0]]["SEQUENCE"], "2");
    assert!(!now[&cancelled[0]]["SUMMARY"].starts_with("DRAFT"));
    let new: Vec<&String> = now.keys().filter(|uid| !old.contains_key(*uid)).collect();
    assert_eq!(new.len(), 1, "one duty is new");
    assert_eq!(now[new[0]]["SEQUENCE"], "1");
    for (uid, event) in &old {
        assert!(now.contains_key(uid), "{uid} is still told of");
        if *uid != cancelled[0] {
            assert_eq!(&now[uid], event, "{uid} stays as it was");
        }
    }
}

#[test]
fn another_room_or_hour_keeps_the_uid() {
    let case = Case::generated(files_of("school-small"));
    let before = export(&case.request()).expect("sheets");
    let mut moved = Case {
        files: case.files.clone(),
        roster: case.roster.clone(),
    };
    for (name, old, new) in [("bells.csv", ":25", ":20"), ("classes.csv", ",1", ",2")] {
        let table = moved.files.iter_mut().find(|file| file.name == name);
        let table = table.expect("the table");
        let text = String::from_utf8(table.bytes.clone()).expect("UTF-8");
        assert!(text.contains(old), "{name} changes");
        table.bytes = text.replace(old, new).into_bytes();
    }
    let after = export(&moved.request()).expect("sheets");
    let (old, now) = (by_uid(&before), by_uid(&after));
    assert!(old.keys().eq(now.keys()), "the same UIDs");
    assert_ne!(old, now, "hours and rooms are others");
}

#[test]
fn the_same_roster_as_before_changes_nothing() {
    let case = Case::generated(files_of("school-small"));
    let alone = export(&case.request()).expect("sheets");
    let beside = export(&ExportRequest {
        was: Some(&case.roster),
        ..case.request()
    })
    .expect("sheets");
    assert_eq!(by_uid(&alone), by_uid(&beside));
}
