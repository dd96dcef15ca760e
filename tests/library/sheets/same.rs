//! The same bytes every time, under names that every system takes, all of them linked.

use std::collections::BTreeSet;

use recuse::service::export;

use crate::sheets::case::Case;

/// Names that one system keeps for itself, whatever the ending.
const RESERVED: [&str; 10] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "lpt1", "lpt2", "lpt3",
];

#[test]
fn twice_the_same_bytes_and_a_new_name_for_every_file() {
    let case = Case::by_hand();
    let request = case.request();
    let (first, second) = (export(&request), export(&request));
    let (first, second) = (first.expect("sheets").files, second.expect("sheets").files);
    assert!(first == second, "two runs differ");
    let names: BTreeSet<&str> = first.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names.len(), first.len());
    let index = String::from_utf8(first[0].bytes.clone()).expect("UTF-8");
    for name in names.iter().filter(|name| **name != "index.html") {
        let is_safe = |letter: char| letter.is_ascii_alphanumeric() || "-./".contains(letter);
        assert!(name.chars().all(is_safe) && name.len() < 60, "{name}");
        let parts = name.split('/').filter_map(|part| part.split('.').next());
        for stem in parts {
            assert!(!RESERVED.contains(&stem) && !stem.is_empty(), "{name}");
        }
        assert!(
            index.contains(&format!("href=\"{name}\"")),
            "{name} is linked"
        );
    }
}
