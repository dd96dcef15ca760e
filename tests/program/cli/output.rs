//! Colours, quiet, pipes, usage, completions.

use std::io::Read;
use std::process::{Command, Stdio};

use super::town::{Town, recuse, stderr, stdout};

const ESCAPE: char = '\u{1b}';

#[test]
fn colours_only_where_asked_for() {
    let town = Town::new();
    assert!(!stdout(&mut town.recuse(&["rules", "absent"])).contains(ESCAPE));
    assert!(stdout(&mut town.recuse(&["rules", "absent", "--color", "always"])).contains(ESCAPE));
    assert!(
        !stdout(
            town.recuse(&["rules", "absent", "--color", "never"])
                .env("CLICOLOR_FORCE", "1")
        )
        .contains(ESCAPE)
    );
}

#[test]
fn quiet_says_nothing_when_all_is_well() {
    let town = Town::new();
    let output = town.recuse(&["generate", "-q"]).output().unwrap();
    assert_eq!((output.stdout.len(), output.stderr.len()), (0, 0));
    assert!(town.file("roster.csv").exists());
}

#[test]
fn a_listener_that_leaves_early_is_no_error() {
    let mut child = Command::new(assert_cmd::cargo::cargo_bin("recuse"))
        .args(["rules", "--lang", "en"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let status = child.wait().unwrap();
    let mut words = String::new();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut words)
        .unwrap();
    assert_eq!(status.code(), Some(0), "{words}");
    assert_eq!(words, "");
}

#[test]
fn usage_errors_are_bad_input() {
    for args in [
        &["generate", "--seed", "x"][..],
        &["frobnicate"],
        &[],
        &["generate", "--time-limit", "0"],
    ] {
        recuse().args(args).assert().code(2);
    }
    recuse().arg("--help").assert().code(0);
}

#[test]
fn help_names_only_what_there_is() {
    let help = stdout(recuse().arg("--help"));
    for command in [
        "demo",
        "validate",
        "generate",
        "check",
        "explain",
        "repair",
        "diff",
        "export",
        "verify",
        "import",
        "rules",
        "completions",
    ] {
        assert!(help.contains(&format!("\n  {command}")), "{command}");
    }
}

#[test]
fn an_unknown_rule_gets_the_nearest() {
    let mut command = recuse();
    command.args(["rules", "checker-own-subjekt"]);
    let words = stderr(&mut command);
    assert!(
        words.contains("the nearest is checker-own-subject"),
        "{words}"
    );
    command.assert().code(2);
}

#[test]
fn every_rule_can_be_explained_in_both_languages() {
    for lang in ["en", "ru"] {
        let text = stdout(recuse().args(["rules", "observer-staff", "--lang", lang]));
        assert!(
            text.contains("vpr forbid, plan forbid, strict forbid"),
            "{text}"
        );
    }
}

#[test]
fn completions_are_scripts() {
    assert!(stdout(recuse().args(["completions", "bash"])).contains("_recuse()"));
}
