//! Workbooks, of either kind, beside the school's lists.

#![no_main]

use libfuzzer_sys::fuzz_target;
use recuse_fuzz::{as_they_are, chosen, school_with};

fuzz_target!(|bytes: &[u8]| {
    if let Some((kind, bytes)) = chosen(bytes, 2) {
        let name = ["school.xlsx", "school.ods"][kind];
        recuse::service::validate(&school_with(name, bytes), &as_they_are());
    }
});
