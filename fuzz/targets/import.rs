//! Files of timetable programs.

#![no_main]

use libfuzzer_sys::fuzz_target;
use recuse::input::ImportKind;
use recuse_fuzz::{chosen, file};

const FILES: [(ImportKind, &str); 6] = [
    (ImportKind::Fet, "school.fet"),
    (ImportKind::Asc, "school.xml"),
    (ImportKind::Untis, "GPU001.TXT"),
    (ImportKind::Untis, "GPU002.TXT"),
    (ImportKind::Grid, "timetable.csv"),
    (ImportKind::Grid, "timetable.xlsx"),
];

fuzz_target!(|bytes: &[u8]| {
    if let Some((which, bytes)) = chosen(bytes, FILES.len()) {
        let (kind, name) = FILES[which];
        recuse::service::import(kind, &[file(name, bytes)]);
    }
});
