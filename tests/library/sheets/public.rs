//! What hangs in the corridor names nobody in full and nothing private.

use std::collections::BTreeSet;

use recuse::service::{ExportRequest, export};
use recuse::sheets::Audience;

use crate::sheets::case::{Case, is_text};

#[test]
fn the_public_sees_initials_and_nothing_private() {
    let case = Case::by_hand();
    let exported = export(&ExportRequest {
        audience: Audience::Public,
        ..case.request()
    })
    .expect("sheets");
    let school = &exported.checked.school;
    let files = exported.files.iter().filter(|file| is_text(file));
    let shown: String = files
        .map(|file| std::str::from_utf8(&file.bytes).expect("UTF-8"))
        .collect();
    let words: BTreeSet<&str> = shown
        .split(|letter: char| !letter.is_alphabetic())
        .collect();
    for person in &school.people {
        for given in person.name.split_whitespace().skip(1) {
            let is_full = given.chars().count() > 3 && !given.contains('.');
            assert!(!(is_full && words.contains(given)), "{given}");
        }
        let phone = person.parent.as_ref().map(|parent| parent.phone.as_str());
        for phone in phone.into_iter().filter(|phone| !phone.is_empty()) {
            assert!(!shown.contains(phone), "{phone}");
        }
    }
    for absence in &school.absences {
        let reason = absence.reason.as_str();
        assert!(reason.is_empty() || !shown.contains(reason), "{reason}");
    }
    assert!(
        !exported
            .files
            .iter()
            .any(|file| file.name.contains("person"))
    );
}
