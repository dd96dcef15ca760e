//! `generate --proof`, then `verify`: what is said, and the exit code.

use super::town::{Town, stderr, stdout};

fn proven() -> Town {
    let town = Town::new();
    town.recuse(&["generate", "--proof", "roster.proof"])
        .assert()
        .code(0);
    town
}

#[test]
fn a_roster_of_ours_is_verified() {
    let town = proven();
    let mut command = town.recuse(&["verify", "roster.csv", "roster.proof"]);
    let text = stdout(&mut command);
    assert!(text.starts_with("Verified: the roster is legal"), "{text}");
    assert!(text.contains("4  even load: certified"), "{text}");
    assert!(
        text.contains("5  even lessons on duty: not certified"),
        "{text}"
    );
    command.assert().code(0);
}

#[test]
fn another_roster_an_altered_proof_and_other_lists_are_rejected() {
    let town = proven();
    let verify = |words: &str| {
        let mut command = town.recuse(&["verify", "roster.csv", "roster.proof"]);
        let text = stdout(&mut command);
        assert!(text.contains(words), "{text}");
        command.assert().code(1);
    };
    let (roster, proof) = (town.read("roster.csv"), town.read("roster.proof"));
    town.write("roster.csv", &roster.replace("Dora Lake", ""));
    verify("another roster");
    town.write("roster.csv", &roster);
    town.write("roster.proof", &proof.replace("divisor 1\n", "divisor 2\n"));
    verify("altered");
    town.write("roster.proof", &proof);
    town.write("classes.csv", "class,pupils\n7A,22\n7B,20\n");
    verify("other lists");
}

#[test]
fn a_strict_roster_is_verified_as_such() {
    let town = Town::new();
    let generate = ["generate", "--strict", "--proof", "roster.proof"];
    town.recuse(&generate).output().unwrap();
    let verify = ["verify", "roster.csv", "roster.proof", "--strict"];
    town.recuse(&verify).assert().code(0);
    town.recuse(&verify[..3]).assert().code(1);
}

#[test]
fn what_is_no_proof_is_bad_input() {
    let town = proven();
    let mut command = town.recuse(&["verify", "roster.csv", "staff.csv"]);
    assert!(stderr(&mut command).contains("no proof file"));
    command.assert().code(2);
    town.recuse(&["verify", "roster.csv", "missing"])
        .assert()
        .code(2);
}

#[test]
fn a_proof_in_the_way_stops_everything() {
    let town = Town::with("roster.proof", "mine");
    town.recuse(&["generate", "--proof", "roster.proof"])
        .assert()
        .code(2);
    assert!(!town.file("roster.csv").exists());
    assert_eq!(town.read("roster.proof"), "mine");
}
