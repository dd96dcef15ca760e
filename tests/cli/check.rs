//! `check` in its four forms, and `validate`.

use serde_json::Value;

use crate::town::{Town, stderr, stdout};

const BAD: &str = "date,lesson,class,subject,role,person\n\
    2026-04-21,2,7A,Physics,proctor,Ada Stone\n\
    2026-04-21,2,7A,Physics,checker,Boris Hill\n\
    2026-04-21,2,7A,Physics,observer,Karl Lake\n";

fn bad() -> Town {
    Town::with("plan.csv", BAD)
}

#[test]
fn the_verdict_comes_first_and_every_conflict_has_its_row() {
    let town = bad();
    let text = stdout(&mut town.recuse(&["check", "plan.csv"]));
    assert!(text.starts_with("CONFLICTS: 3 in 3 places\n"), "{text}");
    for needle in [
        "row 2",
        "[proctor-teaches-class]",
        "[proctor-subject-specialist]",
        "[observer-own-child-class]",
        "(load.csv row 2)",
        "[checker-own-subject]",
        "[observer-same-work]",
    ] {
        assert!(text.contains(needle), "{needle} in {text}");
    }
    town.recuse(&["check", "plan.csv"]).assert().code(1);
}

#[test]
fn the_object_has_the_keys_of_the_contract() {
    let text = stdout(&mut bad().recuse(&["check", "plan.csv", "--format", "json"]));
    let object: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(object["verdict"], "conflicts");
    assert_eq!(object["checked_places"], 3);
    let first = &object["conflicts"][0];
    assert_eq!(first["rule"], "proctor-teaches-class");
    assert_eq!(first["severity"], "forbid");
    assert_eq!(first["row"], 2);
    assert_eq!(first["column"], "person");
    assert_eq!(first["sheet"], Value::Null);
    assert_eq!(first["date"], "2026-04-21");
    assert_eq!(first["lesson"], "2");
    assert_eq!(first["person"], "Ada Stone");
    assert_eq!(
        first["evidence"][0],
        serde_json::json!({"file": "load.csv", "row": 2})
    );
    assert_eq!(object["exceptions"][0]["rule"], "checker-own-subject");
    assert_eq!(object["exceptions"][0]["severity"], "avoid");
    assert_eq!(
        object["objective"]["avoided"],
        serde_json::json!({"checker-own-subject": 1, "observer-same-work": 1})
    );
}

#[test]
fn sarif_names_rules_rows_and_levels() {
    let text = stdout(&mut bad().recuse(&["check", "plan.csv", "--format", "sarif"]));
    let log: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    assert_eq!(run["tool"]["driver"]["rules"].as_array().unwrap().len(), 30);
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), 5);
    assert_eq!(results[0]["level"], "error");
    assert_eq!(results[3]["level"], "warning");
    let location = &results[0]["locations"][0]["physicalLocation"];
    assert_eq!(location["artifactLocation"]["uri"], "plan.csv");
    assert_eq!(location["region"]["startLine"], 2);
    let index = usize::try_from(results[0]["ruleIndex"].as_u64().unwrap()).unwrap();
    assert_eq!(
        run["tool"]["driver"]["rules"][index]["id"],
        results[0]["ruleId"]
    );
}

#[test]
fn csv_opens_in_a_spreadsheet_program_of_the_language() {
    let town = bad();
    let text = stdout(&mut town.recuse(&["check", "plan.csv", "--format", "csv", "--lang", "ru"]));
    assert!(text.starts_with("\u{feff}Вид;Правило;Строка;"), "{text}");
    assert_eq!(text.lines().count(), 6);
    let text = stdout(&mut town.recuse(&["check", "plan.csv", "--format", "csv"]));
    assert!(text.starts_with("kind,rule,row,"), "{text}");
}

#[test]
fn the_lists_may_stand_elsewhere() {
    let (town, elsewhere) = (Town::new(), tempfile::tempdir().unwrap());
    let roster = elsewhere.path().join("plan.csv");
    std::fs::write(&roster, BAD).unwrap();
    let roster = roster.to_str().unwrap();
    town.recuse(&["check", roster, "--data", "."])
        .assert()
        .code(1);
    town.recuse(&["check", roster]).assert().code(2);
}

#[test]
fn validate_shows_what_was_understood() {
    let text = stdout(&mut Town::new().recuse(&["validate"]));
    for needle in [
        "staff.csv",
        "UTF-8",
        "row 1",
        "6 people (4 staff, 2 parents), 2 classes, 1 sitting",
    ] {
        assert!(text.contains(needle), "{needle} in {text}");
    }
}

#[test]
fn a_complaint_shows_the_line_and_marks_the_cell_by_letters() {
    let town = Town::with(
        "schedule.csv",
        "дата;урок;класс;предмет\n21.04.2026;2;7Ы;Physics\n",
    );
    let mut command = town.recuse(&["validate"]);
    let text = stderr(&mut command);
    assert!(text.contains("error: "), "{text}");
    assert!(text.contains("schedule.csv:2:14"), "{text}");
    assert!(text.contains("2 | 21.04.2026;2;7Ы;Physics"), "{text}");
    assert!(text.contains("^^"), "{text}");
    assert!(
        text.trim_end().ends_with("1 error, nothing was written"),
        "{text}"
    );
    command.assert().code(2);
}
