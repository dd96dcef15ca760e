//! The policy's file.

#![no_main]

use libfuzzer_sys::fuzz_target;
use recuse_fuzz::{as_they_are, school_with};

fuzz_target!(|bytes: &[u8]| {
    recuse::service::validate(&school_with("policy.toml", bytes), &as_they_are());
});
