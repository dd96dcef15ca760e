//! What must not be signed says so; an empty place is a blank, and no reason against signing.

use recuse::service::{ExportError, ExportRequest, export};

use crate::sheets::case::{Case, files_of, is_a, text};

#[test]
fn empty_places_are_blanks_that_the_order_lists() {
    let case = Case::generated(files_of("school-small"));
    let order = export(&ExportRequest {
        draft: false,
        ..case.request()
    })
    .expect("an order");
    for file in order.files.iter().filter(|file| is_a(&file.name, "html")) {
        let text = std::str::from_utf8(&file.bytes).expect("UTF-8");
        assert!(!text.contains("DRAFT"), "{}", file.name);
    }
    let page = text(&order, "order.html");
    assert!(page.contains("Places still empty"), "the annex");
    assert!(page.contains("(6), before the sittings begin"), "the item");
    assert!(page.contains("______________"), "the blanks");
    let checks = text(&order, "checks.html");
    assert!(
        checks.contains("6 places are empty, listed below"),
        "the statement"
    );
    assert!(checks.contains("Every place but the empty ones is taken"));
}

#[test]
fn a_roster_in_conflict_is_exported_as_a_draft_only() {
    let mut case = Case::generated(files_of("school-31"));
    let roster = String::from_utf8(case.roster.bytes).expect("UTF-8");
    let row = roster.lines().nth(1).expect("a row").to_owned();
    let doubled = format!("{row}\n{row}\n");
    case.roster.bytes = roster
        .replacen(&format!("{row}\n"), &doubled, 1)
        .into_bytes();
    if !String::from_utf8_lossy(&case.roster.bytes).contains(&doubled) {
        let doubled = format!("{row}\r\n{row}\r\n");
        case.roster.bytes = roster
            .replacen(&format!("{row}\r\n"), &doubled, 1)
            .into_bytes();
    }
    let refused = export(&ExportRequest {
        draft: false,
        ..case.request()
    });
    assert!(matches!(refused, Err(ExportError::InConflict(1..))));
    let draft = export(&case.request()).expect("a draft");
    for file in draft.files.iter().filter(|file| is_a(&file.name, "html")) {
        let text = std::str::from_utf8(&file.bytes).expect("UTF-8");
        assert!(text.contains("DRAFT"), "{}", file.name);
    }
    assert!(text(&draft, "checks.html").contains("the roster must not be signed"));
}
