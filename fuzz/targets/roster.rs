//! Rosters made by hand.

#![no_main]

use libfuzzer_sys::fuzz_target;
use recuse::service::{CheckRequest, check};
use recuse_fuzz::{SCHOOL, as_they_are, file};

fuzz_target!(|bytes: &[u8]| {
    let roster = file("roster.csv", bytes);
    let _ = check(&CheckRequest {
        files: &SCHOOL,
        roster: &roster,
        read: as_they_are(),
    });
});
