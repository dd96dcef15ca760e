//! Delimited text in the place of each of the school's lists.

#![no_main]

use libfuzzer_sys::fuzz_target;
use recuse_fuzz::{SCHOOL, as_they_are, chosen, school_with};

fuzz_target!(|bytes: &[u8]| {
    let lists = SCHOOL.iter().filter(|file| file.name.ends_with(".csv"));
    let names: Vec<&str> = lists.map(|file| file.name.as_str()).collect();
    if let Some((list, bytes)) = chosen(bytes, names.len()) {
        recuse::service::validate(&school_with(names[list], bytes), &as_they_are());
    }
});
