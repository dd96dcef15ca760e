//! The same bytes every time, under names that every system takes, all of them linked.

use std::collections::BTreeSet;

use recuse::service::export;

use crate::case::Case;

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
        assert!(name.chars().all(is_safe), "{name}");
        assert!(
            index.contains(&format!("href=\"{name}\"")),
            "{name} is linked"
        );
    }
}
