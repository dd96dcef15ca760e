//! What must not be signed says so.

use recuse::service::{ExportError, ExportRequest, export};

use crate::case::{Case, files_of, is_a, text};

#[test]
fn a_roster_in_conflict_is_exported_as_a_draft_only() {
    let case = Case::generated(files_of("school-small"));
    let refused = export(&ExportRequest {
        draft: false,
        ..case.request()
    });
    assert!(matches!(refused, Err(ExportError::InConflict(6))));
    let draft = export(&case.request()).expect("a draft");
    for file in draft.files.iter().filter(|file| is_a(&file.name, "html")) {
        let text = std::str::from_utf8(&file.bytes).expect("UTF-8");
        assert!(text.contains("DRAFT"), "{}", file.name);
    }
    assert!(text(&draft, "checks.html").contains("CONFLICTS: the roster must not be signed"));
}
