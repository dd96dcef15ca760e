//! The example of a school's own sheet writes what it says.

use crate::sheets::readers::docx::Document;
use crate::sheets::readers::{pdf, xlsx};

#[path = "../../../examples/own_sheet.rs"]
#[expect(dead_code, reason = "its main is not called here")]
mod own_sheet;

#[test]
fn a_sheet_of_ones_own_is_written_in_three_formats() {
    let folder = tempfile::tempdir().expect("a folder");
    let written = own_sheet::write_into(folder.path()).expect("written");
    let [document, paper, workbook] = written.as_slice() else {
        panic!("three files: {written:?}");
    };
    let bytes = |path: &std::path::Path| std::fs::read(path).expect("readable");
    let document = Document::read(&bytes(document)).text();
    let pages = pdf::read(&bytes(paper)).pages;
    let rows = xlsx::rows(&bytes(workbook));
    for name in ["Карелина Ольга Петровна", "Сафин Тимур Рашидович"]
    {
        assert!(document.contains(name), "{document}");
        assert_eq!(pages[0].iter().filter(|text| *text == name).count(), 1);
        assert_eq!(
            rows.iter().flatten().filter(|cell| *cell == name).count(),
            1
        );
    }
    let stamps = pages[0].iter().filter(|text| *text == "ПРОЕКТ");
    assert_eq!(stamps.count(), 2, "above the text and across it");
    own_sheet::write_into(folder.path()).expect_err("what is there stays there");
}
