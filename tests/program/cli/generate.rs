//! `generate`, `demo`, `import`: what is written, and what the exit code says.

use serde_json::Value;

use super::town::{Town, recuse, stderr, stdout};

#[test]
fn a_roster_that_can_be_made_is_made_and_stands_its_check() {
    let town = Town::new();
    town.recuse(&["generate"]).assert().code(0);
    let roster = town.read("roster.csv");
    // Ada teaches the class, Boris is a physicist: Clara is left to proctor; only Oscar checks without teaching physics.
    assert!(
        roster.contains("2026-04-21,2,,,7A,Physics,,,proctor,Clara Wood"),
        "{roster}"
    );
    assert!(
        roster.contains("2026-04-21,2,,,7A,Physics,,,checker,Oscar Vale"),
        "{roster}"
    );
    assert!(
        roster.contains("2026-04-21,2,,,7A,Physics,,,observer,Dora Lake"),
        "{roster}"
    );
    town.recuse(&["check", "roster.csv"]).assert().code(0);
}

#[test]
fn the_object_has_the_keys_of_the_contract() {
    let town = Town::new();
    let text = stdout(&mut town.recuse(&["generate", "--format", "json"]));
    let object: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(object["status"], "optimal");
    assert_eq!(object["places"], 3);
    assert_eq!(object["people"], 6);
    assert_eq!(object["unfilled"], serde_json::json!([]));
    assert_eq!(object["objective"]["avoided"], serde_json::json!({}));
    assert_eq!(object["objective"]["lessons_lost"], 0);
    assert_eq!(object["objective"]["load_squares"]["checker"], 400);
    assert_eq!(object["objective"]["lesson_squares"]["observer"], 1);
    assert_eq!(object["objective"]["lesson_squares"].get("checker"), None);
    assert_eq!(object["objective"], object["bound"]);
    assert!(object["elapsed_ms"].is_u64() && object["solver"].is_string());
}

#[test]
fn an_empty_place_says_why_and_asks_for_an_eye() {
    let town = Town::with("parents.csv", "parent,class\nKarl Lake,7A\n");
    let mut command = town.recuse(&["generate", "--format", "json"]);
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let object: Value = serde_json::from_slice(&output.stdout).unwrap();
    let unfilled = &object["unfilled"][0];
    assert_eq!(unfilled["role"], "observer");
    assert_eq!(unfilled["class"], "7A");
    assert_eq!(
        unfilled["barred"],
        serde_json::json!({"observer-own-child-class": 1})
    );
    let because = unfilled["because"].as_str().unwrap();
    assert!(because.contains("nobody may take it"), "{because}");
    assert!(
        town.read("roster.csv").contains(because),
        "the note says the same"
    );
}

#[test]
fn an_exception_is_named_and_asks_for_an_eye() {
    let town = Town::with(
        "staff.csv",
        "person,subjects,roles,checks,homeroom\nAda Stone,Physics,,,\nBoris Hill,Physics,,,7B\nClara Wood,History,,,7A\n\
         Oscar Vale,,checker,Physics,\n",
    );
    town.write("policy.toml", "[rules]\nproctor-homeroom = \"avoid\"\n");
    let text = stdout(town.recuse(&["generate"]).env("LANG", "C"));
    assert!(text.contains("Exceptions: 1"), "{text}");
    assert!(
        text.contains(
            "Clara Wood – proctor, 2026-04-21, lesson 2, 7A, Physics: is the class teacher"
        ),
        "{text}"
    );
    town.recuse(&["generate", "--force"]).assert().code(1);
}

/// What the plan allows is counted; nobody has to approve it.
#[test]
fn a_preference_is_counted_and_asks_for_nobody() {
    let town = Town::with(
        "staff.csv",
        "person,subjects,homeroom\nAda Stone,Physics,7A\nBoris Hill,Physics,7B\nClara Wood,History,\n",
    );
    let text = stdout(town.recuse(&["generate"]).env("LANG", "C"));
    assert!(text.contains("Exceptions: none"), "{text}");
    assert!(
        text.contains("avoided where possible: own subject once, no fewer possible\n"),
        "{text}"
    );
    town.recuse(&["generate", "--force"]).assert().code(0);
    let check = ["check", "roster.csv", "--format", "json"];
    let object: Value = serde_json::from_str(&stdout(&mut town.recuse(&check))).unwrap();
    assert_eq!(object["verdict"], "clean");
    assert_eq!(object["exceptions"], serde_json::json!([]));
    assert_eq!(object["preferences"][0]["certainty"], "preference");
    assert_eq!(object["unchecked"], serde_json::json!([]));
    town.recuse(&check).assert().code(0);
}

/// One list after the other is taken away, and each time the verdict says what it cannot say.
#[test]
fn what_cannot_be_checked_is_said_and_asks_for_an_eye() {
    for (name, text, rule) in [
        ("load.csv", "person,subject,class\n", "checker-own-subject"),
        ("parents.csv", "parent,class\n", "observer-own-child-class"),
        ("classes.csv", "class\n7A\n7B\n", "load_squares"),
        ("schedule.csv", "date,lesson,class,subject\n", "unfilled"),
        (
            "staff.csv",
            "person,subjects,roles,checks\nAda Stone,Physics,,\nBoris Hill,Physics,,\nClara Wood,History,,\n\
             Oscar Vale,,checker,Physics\n",
            "proctor-homeroom",
        ),
    ] {
        let town = Town::with(name, text);
        let generate = ["generate", "--format", "json", "--force"];
        let object: Value = serde_json::from_str(&stdout(&mut town.recuse(&generate))).unwrap();
        let rules: Vec<&Value> = object["unchecked"]
            .as_array()
            .unwrap()
            .iter()
            .map(|it| &it["rule"])
            .collect();
        assert!(rules.contains(&&Value::from(rule)), "{name}: {rules:?}");
        town.recuse(&generate).assert().code(1);
        let proven = object["status"] == "optimal";
        assert_eq!(proven, rule != "load_squares", "{name}");
        let said = stdout(&mut town.recuse(&["check", "roster.csv"]));
        assert!(said.contains("Not checked:\n"), "{name}: {said}");
        assert!(!said.starts_with("CLEAN"), "{name}: {said}");
        town.recuse(&["check", "roster.csv"]).assert().code(1);
        let csv = stdout(&mut town.recuse(&["check", "roster.csv", "--format", "csv"]));
        assert!(csv.contains(&format!("\nnot checked,{rule},")), "{csv}");
        let sarif = stdout(&mut town.recuse(&["check", "roster.csv", "--format", "sarif"]));
        assert!(sarif.contains("\"kind\": \"open\""), "{sarif}");
    }
}

#[test]
fn strict_leaves_the_place_empty_instead() {
    let town = Town::with(
        "staff.csv",
        "person,subjects\nAda Stone,Physics\nBoris Hill,Physics\nClara Wood,History\n",
    );
    let text = stdout(&mut town.recuse(&["generate", "--strict", "--format", "json"]));
    let object: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(object["objective"]["unfilled"]["checker"], 1);
}

#[test]
fn another_policy_can_be_handed_over() {
    let town = Town::new();
    town.write("other.toml", "[places]\nobserver = 0\n");
    let text =
        stdout(&mut town.recuse(&["generate", "--policy", "other.toml", "--format", "json"]));
    let object: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(object["places"], 2);
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    let town = Town::new();
    for file in ["a.csv", "b.csv"] {
        town.recuse(&["generate", "--seed", "5", "-o", file])
            .assert()
            .code(0);
    }
    assert_eq!(town.read("a.csv"), town.read("b.csv"));
}

#[test]
fn russian_rosters_open_in_a_russian_spreadsheet_program() {
    let town = Town::new();
    let text = stdout(&mut town.recuse(&["generate", "--lang", "ru"]));
    assert!(text.contains("Заполнено 3 из 3 мест"), "{text}");
    let roster = town.read("roster.csv");
    assert!(
        roster.starts_with('\u{feff}') && roster.contains("21.04.2026;2;"),
        "{roster}"
    );
    town.recuse(&["check", "roster.csv"]).assert().code(0);
}

#[test]
fn the_locale_names_the_language() {
    let town = Town::new();
    let text = stdout(town.recuse(&["rules"]).env("LANG", "ru_RU.UTF-8"));
    assert!(text.contains("правило"), "{text}");
    let text = stdout(
        town.recuse(&["rules"])
            .env("LC_ALL", "C")
            .env("LANG", "ru_RU.UTF-8"),
    );
    assert!(text.contains("what it says"), "{text}");
}

#[test]
fn a_made_up_school_is_written_generated_and_checked() {
    let dir = tempfile::tempdir().unwrap();
    let mut demo = recuse();
    demo.current_dir(dir.path())
        .args(["demo", "new", "--size", "small", "--seed", "3"]);
    let output = demo.output().unwrap();
    assert!(output.status.code() < Some(2), "{output:?}");
    assert!(dir.path().join("new/schedule.csv").exists());
    assert!(dir.path().join("new/roster.csv").exists());
    demo.assert().code(2);
}

#[test]
fn import_writes_lists_that_can_be_read() {
    let dir = tempfile::tempdir().unwrap();
    let source = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/import/small.fet");
    let mut import = recuse();
    import
        .current_dir(dir.path())
        .args(["import", "fet", source, "-o", "school"]);
    import.assert().code(0);
    assert!(dir.path().join("school/staff.csv").exists());
    assert!(stderr(&mut import).contains("exists already"));
    import.assert().code(2);
}
