//! Lists on the page: files dropped, cells corrected, rules decided, exceptions granted, ways out taken.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::client::{Server, kept, percent, school};

fn complaints(school: &Value, gravity: &str) -> Vec<Value> {
    let all = school["complaints"].as_array().unwrap().iter();
    all.filter(|it| it["gravity"] == gravity).cloned().collect()
}

/// Row and column of the first cell that holds that text.
fn cell(table: &Value, text: &str) -> (usize, usize) {
    let rows = table["cells"].as_array().unwrap().iter().enumerate();
    rows.flat_map(|(row, cells)| {
        let cells = cells.as_array().unwrap().iter().enumerate();
        cells.map(move |(column, cell)| (row, column, cell))
    })
    .find(|(_, _, cell)| *cell == text)
    .map_or_else(|| panic!("{text}"), |(row, column, _)| (row, column))
}

#[test]
fn files_are_dropped_one_by_one_in_windows_1251() {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/school-31");
    let dir = tempfile::tempdir().unwrap();
    let server = Server::start(dir.path());
    let mut school = Value::Null;
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let bytes = fs::read(&path).unwrap();
        let name_in_query = percent(&name);
        let reply = server.put(&format!("/api/files?name={name_in_query}"), &bytes);
        assert_eq!(reply.status, 200, "{name}");
        assert_eq!(fs::read(dir.path().join(&name)).unwrap(), bytes);
        school = reply.json();
    }
    assert_eq!(complaints(&school, "error"), Vec::<Value>::new());
    let tables = school["tables"].as_array().unwrap();
    assert!(
        tables
            .iter()
            .any(|table| table["encoding"] == "windows-1251")
    );
    assert_eq!(server.generate()["verdict"]["kind"], "clean");
}

#[test]
fn a_file_takes_the_place_of_the_same_table_which_stays_beside_it() {
    let dir = school("school-small");
    let server = Server::start(dir.path());
    let old = fs::read(dir.path().join("staff.csv")).unwrap();
    let new = String::from_utf8(old.clone()).unwrap() + "\n";
    let name = percent("сотрудники.csv");
    let school = server
        .put(&format!("/api/files?name={name}"), new.as_bytes())
        .json();
    assert_eq!(
        complaints(&school, "error"),
        Vec::<Value>::new(),
        "one table, not two"
    );
    assert!(!dir.path().join("staff.csv").exists());
    let kept = kept(dir.path(), "staff.csv");
    assert_eq!(fs::read(&kept[0]).unwrap(), old);
    let undone = server.done("/api/undo", &json!({ "revision": school["revision"] }));
    assert_eq!(undone["redo"], "file сотрудники.csv");
    assert_eq!(fs::read(dir.path().join("staff.csv")).unwrap(), old);
}

#[test]
fn a_cell_is_corrected_in_its_file_and_the_file_as_it_came_is_kept() {
    let dir = school("school-small");
    let path = dir.path().join("load.csv");
    let good = fs::read_to_string(&path).unwrap();
    let line = good.lines().nth(1).unwrap();
    let subject = line.split([',', ';']).nth(1).unwrap();
    let misspelt: String = subject.chars().chain(['x']).collect();
    let bad = good.replacen(subject, &misspelt, 1);
    fs::write(&path, &bad).unwrap();
    let server = Server::start(dir.path());
    let school = server.get("/api/school");
    assert_eq!(school["school"], Value::Null);
    let errors = complaints(&school, "error");
    assert_eq!(
        (&errors[0]["file"], &errors[0]["row"], &errors[0]["nearest"]),
        (&json!("load.csv"), &json!(2), &json!(subject))
    );
    assert_eq!(
        server
            .post("/api/generate", &json!({ "revision": school["revision"] }))
            .json()["kind"],
        "refused"
    );
    let table = server.get("/api/table?file=load.csv");
    let (row, column) = cell(&table, &misspelt);
    let marks = table["marks"].as_array().unwrap().iter();
    assert!(
        marks
            .clone()
            .any(|mark| mark["row"] == row && mark["column"] == column)
    );
    let correction = json!({"revision": table["revision"], "file": "load.csv", "cells": [[table["rows"][row], column + 1, subject]]});
    let school = server.done("/api/rows", &correction);
    assert_eq!(complaints(&school, "error"), Vec::<Value>::new());
    assert_eq!(school["undo"], "correction in load.csv");
    assert_eq!(fs::read_to_string(&path).unwrap(), good);
    assert_eq!(
        fs::read_to_string(&kept(dir.path(), "load.csv")[0]).unwrap(),
        bad
    );
    let wrong = json!({"revision": school["revision"], "file": "load.csv", "cells": [[0, 1, "x"]]});
    assert_eq!(server.post("/api/rows", &wrong).status, 422);
    let wrong =
        json!({"revision": school["revision"], "file": "../load.csv", "cells": [[1, 1, "x"]]});
    assert_eq!(server.post("/api/rows", &wrong).status, 400);
}

#[test]
fn rules_are_decided_and_exceptions_granted() {
    let dir = school("school-small");
    let server = Server::start(dir.path());
    let made = server.generate();
    let policy = fs::read_to_string(dir.path().join("policy.toml")).unwrap();
    let rules = server.get("/api/rules");
    let codes: Vec<&str> = rules["rules"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["code"].as_str().unwrap())
        .collect();
    let expected: Vec<&str> = recuse::rules::CATALOGUE
        .iter()
        .map(|rule| rule.code.name())
        .collect();
    assert_eq!(codes, expected);
    let order = json!({"revision": made["revision"], "preset": "strict", "rules": {"checker-own-subject": "avoid"}});
    let strict = server.done("/api/policy", &order);
    let rules = server.get("/api/rules");
    assert_eq!(rules["preset"], "strict");
    let own = rules["rules"]
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["code"] == "checker-own-subject")
        .unwrap();
    assert_eq!(
        (&own["severity"], &own["default"], &own["overridden"]),
        (&json!("avoid"), &json!("forbid"), &json!(true))
    );
    let waiver = json!({"revision": strict["revision"], "person": 0, "rule": "personal-tie", "class": "", "reason": "order 7", "approved": "E. Fox"});
    let granted = server.done("/api/waivers", &waiver);
    assert_eq!(server.get("/api/rules")["waivers"][0]["reason"], "order 7");
    let gone = server.done(
        "/api/waivers",
        &json!({"revision": granted["revision"], "remove": 0}),
    );
    assert_eq!(server.get("/api/rules")["waivers"], json!([]));
    for wrong in [
        json!({"preset": "lax"}),
        json!({"rules": {"no-such-rule": "avoid"}}),
        json!({"rules": {"personal-tie": "never"}}),
    ] {
        let mut order = wrong.clone();
        order["revision"] = gone["revision"].clone();
        assert_eq!(server.post("/api/policy", &order).status, 400, "{wrong}");
    }
    let mut revision = gone["revision"].clone();
    for _ in 0..3 {
        revision = server.done("/api/undo", &json!({ "revision": revision }))["revision"].clone();
    }
    assert_eq!(
        fs::read_to_string(dir.path().join("policy.toml")).unwrap(),
        policy
    );
    assert_eq!(
        server.get("/api/roster")["verdict"],
        made["verdict"],
        "the proof is back too"
    );
}

#[test]
fn a_way_out_is_taken_and_fills_the_place() {
    let dir = school("school-small");
    // Nobody has more than one duty: places stay empty, and raising a limit is among the ways.
    let path = dir.path().join("staff.csv");
    let staff = fs::read_to_string(&path).unwrap();
    assert!(staff.lines().next().unwrap().ends_with(",max_total"));
    let limited: Vec<String> = staff
        .lines()
        .map(|line| {
            line.strip_suffix(',')
                .map_or(line.to_owned(), |line| format!("{line},1"))
        })
        .collect();
    fs::write(&path, limited.join("\n") + "\n").unwrap();
    let server = Server::start(dir.path());
    let made = server.generate();
    let unfilled = made["verdict"]["unfilled"].as_u64().unwrap();
    assert!(unfilled > 0);
    let obstacles = server.get("/api/obstacles");
    let cells = |obstacle: &Value| obstacle["cells"].as_array().unwrap().len() as u64;
    let all = obstacles["unfilled"].as_array().unwrap();
    assert_eq!(all.iter().map(cells).sum::<u64>(), unfilled);
    for index in all.iter().flat_map(|it| it["cells"].as_array().unwrap()) {
        let cell = &made["cells"][index.as_u64().unwrap() as usize];
        assert_eq!(cell[3], Value::Null);
    }
    let ways = all.iter().enumerate().flat_map(|(obstacle, it)| {
        let ways = it["ways"].as_array().unwrap().iter();
        ways.map(move |way| (obstacle, way))
    });
    let easy = ways
        .clone()
        .find(|(_, way)| way["applies"] == true && way["signed"] == false);
    let (obstacle, way) = easy.expect("a way that asks nobody outside");
    let message = json!({"revision": made["revision"], "obstacle": obstacle, "way": way["id"]});
    let taken = server.done("/api/way", &message);
    let left = taken["verdict"]["unfilled"].as_u64().unwrap();
    assert!(left < unfilled, "{left} of {unfilled}");
    assert_eq!(taken["verdict"]["conflicts"], 0);
    let undone = server.done("/api/undo", &json!({ "revision": taken["revision"] }));
    assert_eq!(undone["cells"], made["cells"]);
    if let Some((obstacle, way)) = ways.clone().find(|(_, way)| way["signed"] == true) {
        server.get("/api/obstacles");
        let message =
            json!({"revision": undone["revision"], "obstacle": obstacle, "way": way["id"]});
        assert_eq!(
            server.post("/api/way", &message).status,
            422,
            "nobody has signed"
        );
    }
}

#[test]
fn a_districts_schools_are_opened_one_by_one() {
    let district = tempfile::tempdir().unwrap();
    for name in ["north", "south"] {
        let from = school("school-small");
        let to = district.path().join(name);
        fs::create_dir(&to).unwrap();
        for entry in fs::read_dir(from.path()).unwrap() {
            let path = entry.unwrap().path();
            fs::copy(&path, to.join(path.file_name().unwrap())).unwrap();
        }
    }
    let server = Server::start(district.path());
    let whole = server.get("/api/school");
    assert_eq!(whole["folders"], json!(["north", "south"]));
    assert_eq!(whole["school"]["schools"], json!(["north", "south"]));
    let north = server.done("/api/open", &json!({"folder": "north"}));
    assert_eq!(
        (&north["folder"], &north["school"]["schools"]),
        (&json!("north"), &json!([]))
    );
    server.generate();
    assert!(district.path().join("north/roster.csv").exists());
    for wrong in ["west", "..", "../..", "north/.."] {
        assert_eq!(
            server.post("/api/open", &json!({ "folder": wrong })).status,
            400,
            "{wrong}"
        );
    }
    let back = server.done("/api/open", &json!({"folder": ""}));
    assert_eq!(back["school"]["schools"], json!(["north", "south"]));
}

#[test]
fn the_school_that_was_open_last_is_open_again() {
    let dir = tempfile::tempdir().unwrap();
    let server = Server::start(dir.path());
    let sample = server.done("/api/sample", &json!({}));
    drop(server);
    let server = Server::start(dir.path());
    let again = server.get("/api/school");
    assert_eq!(again["folder"], sample["folder"]);
    assert_eq!(again["school"]["people"], sample["school"]["people"]);
    // A school of one's own beside it, under names that are nobody's: neither is part of the other.
    let text = "ФИО;Должность\nИванова Анна Петровна;учитель\n";
    let name = percent("Наши люди.csv");
    let own = server.put(&format!("/api/files?name={name}"), text.as_bytes());
    assert_eq!(own.status, 200);
    let own = own.json();
    assert_ne!(own["folder"], sample["folder"]);
    assert_eq!(own["tables"].as_array().unwrap().len(), 1);
    drop(server);
    let server = Server::start(dir.path());
    let again = server.get("/api/school");
    assert_eq!(again["folder"], own["folder"]);
    assert_eq!(again["tables"], own["tables"]);
    assert_eq!(again["folders"], json!(["demo-school"]));
    // One more, without a file yet: it is open from then on, and the others are still there.
    server.done("/api/new", &json!({}));
    drop(server);
    let server = Server::start(dir.path());
    let again = server.get("/api/school");
    assert_eq!(
        (&again["folder"], &again["open"]),
        (&json!("school"), &json!(false))
    );
    assert_eq!(again["folders"], json!(["demo-school", "school"]));
    let first = server.done("/api/open", &json!({ "folder": "" }));
    assert_eq!(first["tables"], own["tables"]);
}
