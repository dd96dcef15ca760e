//! `check` in its four forms, and `validate`.

use serde_json::Value;

use super::town::{Town, stderr, stdout};

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
    assert!(text.starts_with("CONFLICTS: 4 in 3 places\n"), "{text}");
    for needle in [
        "row 2",
        "[teaches the class that writes]",
        "[is a specialist in the subject]",
        "[is the class teacher]",
        "[own child’s class]",
        "(load.csv row 2)",
        "avoided where possible: own subject once; observer’s child writes the same work once\n",
    ] {
        assert!(text.contains(needle), "{needle} in {text}");
    }
    assert!(!text.contains("[checks the subject they teach]"), "{text}");
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
    assert_eq!(object["preferences"][0]["rule"], "checker-own-subject");
    assert_eq!(object["preferences"][0]["severity"], "avoid");
    assert_eq!(
        object["objective"]["avoided"],
        serde_json::json!({"checker-own-subject": 1, "observer-same-work": 1})
    );
}

#[test]
fn sarif_names_rules_rows_and_levels() {
    let text = stdout(&mut bad().recuse(&["check", "plan.csv", "--format", "sarif"]));
    let log: Value = serde_json::from_str(&text).unwrap();
    let run = &log["runs"][0];
    assert_eq!(run["tool"]["driver"]["rules"].as_array().unwrap().len(), 33);
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), 6);
    assert_eq!(results[0]["level"], "error");
    assert_eq!(results[3]["level"], "error");
    for preference in &results[4..] {
        assert_eq!(preference["kind"], "informational");
        assert_eq!(preference["level"], "none");
    }
    let location = &results[0]["locations"][0]["physicalLocation"];
    assert_eq!(location["artifactLocation"]["uri"], "plan.csv");
    assert_eq!(
        location["region"],
        serde_json::json!({"startLine": 2, "startColumn": 33, "endColumn": 42})
    );
}

/// The parts that the SARIF 2.1.0 schema requires, and the kinds of values it allows for what is there.
fn assert_is_sarif(log: &Value) {
    assert_eq!(log["version"], "2.1.0");
    assert!(
        log["$schema"]
            .as_str()
            .unwrap()
            .ends_with("sarif-2.1.0.json")
    );
    let text = |value: &Value| !value["text"].as_str().unwrap().is_empty();
    for run in log["runs"].as_array().unwrap() {
        let driver = &run["tool"]["driver"];
        assert_eq!(driver["name"], "recuse");
        let kinds = ["utf16CodeUnits", "unicodeCodePoints"];
        assert!(kinds.contains(&run["columnKind"].as_str().unwrap()));
        let rules = driver["rules"].as_array().unwrap();
        let ids: std::collections::BTreeSet<_> =
            rules.iter().map(|it| it["id"].as_str().unwrap()).collect();
        assert_eq!(ids.len(), rules.len());
        for rule in rules {
            assert!(
                ["shortDescription", "fullDescription", "help"]
                    .iter()
                    .all(|it| text(&rule[it]))
            );
        }
        for result in run["results"].as_array().unwrap() {
            assert!(text(&result["message"]));
            let level = result["level"].as_str().unwrap();
            assert!(["none", "note", "warning", "error"].contains(&level));
            match result.get("kind") {
                // Where the kind is not `fail`, there is no level.
                Some(kind) => {
                    let kinds = ["review", "informational", "open"];
                    assert!(kinds.contains(&kind.as_str().unwrap()) && level == "none");
                }
                None => {
                    let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
                    assert_eq!(rules[index]["id"], result["ruleId"]);
                }
            }
            let related = result.get("relatedLocations").and_then(Value::as_array);
            let locations = result["locations"].as_array().unwrap();
            for location in locations.iter().chain(related.into_iter().flatten()) {
                let physical = &location["physicalLocation"];
                let uri = physical["artifactLocation"]["uri"].as_str().unwrap();
                assert!(uri.is_ascii() && !uri.contains([' ', '\\']), "{uri}");
                let Some(region) = physical.get("region") else {
                    continue;
                };
                let number = |name: &str| region.get(name).map(|it| it.as_u64().unwrap());
                assert!(number("startLine").unwrap() >= 1);
                if let Some(start) = number("startColumn") {
                    assert!(start >= 1 && number("endColumn").unwrap() >= start);
                }
            }
        }
    }
}

#[test]
fn sarif_has_what_its_schema_requires() {
    let town = bad();
    town.write(
        "plan.csv",
        "дата;урок;класс;предмет;роль;кто\n21.04.2026;2;7A;Physics;организатор;\"Stone\"\n\
         21.04.2026;2;7A;Physics;эксперт;Oscar Vael\n22.04.2026;1;7A;History;эксперт;Somebody Else\n",
    );
    for lang in ["en", "ru"] {
        let text =
            stdout(&mut town.recuse(&["check", "plan.csv", "--format", "sarif", "--lang", lang]));
        let log: Value = serde_json::from_str(&text).unwrap();
        assert_is_sarif(&log);
        let results = log["runs"][0]["results"].as_array().unwrap();
        let kinds = results.iter().filter_map(|it| it["kind"].as_str());
        assert_eq!(kinds.collect::<Vec<_>>(), ["review"], "{text}");
        let first = &results[0]["locations"][0]["physicalLocation"]["region"];
        assert_eq!(
            (&first["startColumn"], &first["endColumn"]),
            (&38.into(), &43.into())
        );
    }
}

#[test]
fn csv_opens_in_a_spreadsheet_program_of_the_language() {
    let town = bad();
    let text = stdout(&mut town.recuse(&["check", "plan.csv", "--format", "csv", "--lang", "ru"]));
    assert!(
        text.starts_with("\u{feff}Вид;Правило;Строка;Ячейка;Лист;"),
        "{text}"
    );
    assert_eq!(text.lines().count(), 7);
    assert_eq!(text.matches("\nпредпочтение;").count(), 2);
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

/// The roster of [`BAD`] with a proctor and an observer who may not.
fn fixing(args: &[&str]) -> (Town, i32, String, String) {
    let town = bad();
    let args = [&["check", "plan.csv"], args].concat();
    let output = town.recuse(&args).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (
        town,
        output.status.code().unwrap(),
        text(output.stdout),
        text(output.stderr),
    )
}

#[test]
fn fix_writes_the_corrected_roster_and_lists_the_changes() {
    let (town, code, out, _) = fixing(&["--fix", "new.csv"]);
    assert_eq!(code, 1);
    assert_eq!(
        town.read("new.csv"),
        BAD.replace("proctor,Ada Stone", "proctor,Clara Wood")
            .replace("observer,Karl Lake", "observer,Dora Lake")
    );
    assert_eq!(town.read("plan.csv"), BAD);
    for needle in [
        "to do: replace with Clara Wood",
        "2 places are changed",
        "Conflicts: 4 before, 0 now",
        "Ada Stone → Clara Wood",
        "To be told: 4",
        "Written: new.csv",
    ] {
        assert!(out.contains(needle), "{needle} in {out}");
    }
}

#[test]
fn fix_and_annotate_write_nothing_over_what_is_there() {
    for (args, said) in [
        (
            &["--fix", "plan.csv", "--force"][..],
            "is the file that is checked",
        ),
        (&["--fix", "./plan.csv"][..], "is the file that is checked"),
        (&["--annotate", "load.csv"][..], "exists already"),
        (&["--fix", "staff.csv"][..], "exists already"),
        (&["--fix", "a.xlsx"][..], "give it that ending"),
        (&["--annotate", "a.csv"][..], "give it that ending"),
        (
            &["--fix", "a.csv", "--annotate", "a.csv"][..],
            "would both write",
        ),
    ] {
        let (town, code, out, error) = fixing(args);
        assert_eq!((code, out.as_str()), (2, ""), "{args:?}");
        assert!(error.contains(said), "{args:?}: {error}");
        assert_eq!(town.read("plan.csv"), BAD);
        assert_eq!(town.names().len(), 6, "{:?}", town.names());
    }
    let town = bad();
    town.write("new.csv", "old");
    let args = ["check", "plan.csv", "--fix", "new.csv", "--force"];
    town.recuse(&args).assert().code(1);
    assert!(town.read("new.csv").contains("Clara Wood"));
}

#[test]
fn tables_and_objects_stay_alone_on_standard_output() {
    let (town, _, out, error) =
        fixing(&["--format", "json", "--fix", "a.csv", "--annotate", "b.xlsx"]);
    let object: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(
        object["conflicts"][0]["suggestion"],
        "replace with Clara Wood"
    );
    assert_eq!(object["conflicts"][0]["certainty"], "conflict");
    assert!(error.contains("Written: b.xlsx"), "{error}");
    assert!(
        std::fs::read(town.file("b.xlsx"))
            .unwrap()
            .starts_with(b"PK")
    );
}
