//! Proofs of the roster as it is, and of others.

#![no_main]

use libfuzzer_sys::fuzz_target;
use recuse::service::{VerifyRequest, verify};
use recuse_fuzz::{MADE, SCHOOL, as_they_are, file};

fuzz_target!(|bytes: &[u8]| {
    let proof = file("roster.proof", bytes);
    let _ = verify(&VerifyRequest {
        files: &SCHOOL,
        roster: &MADE[0],
        read: as_they_are(),
        proof: &proof,
    });
});
