//! A school typed on the page: tables begun, rows, what files are, a schedule laid out, settings.

use std::fs;

use serde_json::{Value, json};
use tempfile::TempDir;

use super::client::Server;

/// A call with the number of the last change.
fn step(server: &Server, path: &str, mut body: Value) -> Value {
    body["revision"] = server.get("/api/school")["revision"].clone();
    server.done(path, &body)
}

fn titles(school: &Value, list: &str, key: &str) -> Vec<String> {
    let items = school[list].as_array().unwrap().iter();
    items
        .map(|item| item[key].as_str().unwrap().to_owned())
        .collect()
}

/// Eight classes, fifteen people, twenty sittings, typed from nothing.
fn typed_school(server: &Server) -> Value {
    for table in ["staff", "classes", "load", "schedule"] {
        step(server, "/api/begin", json!({ "table": table }));
    }
    let classes = ["4A", "4B", "5A", "5B", "6A", "6B", "7A", "7B"];
    let rows: Vec<Value> = classes.iter().map(|class| json!([class, "20"])).collect();
    step(
        server,
        "/api/rows",
        json!({ "file": "classes.csv", "add": rows }),
    );
    let names = [
        "Abel", "Baker", "Cole", "Dean", "Ellis", "Ford", "Gray", "Hill", "Irwin", "Jones", "King",
        "Lane", "Moore", "Nash", "Owen",
    ];
    let people: Vec<Value> = names
        .iter()
        .enumerate()
        .map(|(at, name)| {
            let subject = ["Maths", "Russian", "History"][at % 3];
            json!([format!("{name} Ann Mary"), "teacher", subject])
        })
        .collect();
    step(
        server,
        "/api/rows",
        json!({ "file": "staff.csv", "add": people }),
    );
    let load: Vec<Value> = classes
        .iter()
        .enumerate()
        .flat_map(|(at, class)| {
            let teacher = ["Abel Ann Mary", "Dean Ann Mary"][at % 2];
            [
                json!([teacher, "Maths", class]),
                json!(["Baker Ann Mary", "Russian", class]),
            ]
        })
        .collect();
    step(
        server,
        "/api/rows",
        json!({ "file": "load.csv", "add": load }),
    );
    step(server, "/api/observers", json!({ "invited": false }));
    let order = json!({
        "days": ["2026-04-20", "2026-04-21", "2026-04-22", "2026-04-23", "2026-04-24"],
        "classes": classes, "subjects": ["Maths", "Russian"],
        "first": 2, "last": 4, "length": 1, "mostADay": 1,
    });
    let mut preview = order.clone();
    preview["preview"] = json!(true);
    let planned = step(server, "/api/schedule", preview);
    assert_eq!(planned["sittings"].as_array().unwrap().len(), 16);
    assert_eq!(
        (&planned["left"], &planned["advice"]),
        (&json!([]), &json!([]))
    );
    step(server, "/api/schedule", order);
    let four: Vec<Value> = ["4A", "4B", "5A", "5B"]
        .iter()
        .map(|class| json!(["2026-04-27", "3", class, "History"]))
        .collect();
    step(
        server,
        "/api/rows",
        json!({ "file": "schedule.csv", "add": four }),
    )
}

#[test]
fn a_school_is_typed_from_nothing_and_opened_again() {
    let dir = TempDir::new().unwrap();
    let server = Server::start(dir.path());
    let school = typed_school(&server);
    assert_eq!(
        titles(&school, "complaints", "message"),
        Vec::<String>::new()
    );
    assert_eq!(school["school"]["sittings"].as_array().unwrap().len(), 20);
    assert_eq!(school["school"]["people"].as_array().unwrap().len(), 15);
    let made = server.generate();
    let verdict = &made["verdict"];
    let counts = [&verdict["conflicts"], &verdict["unfilled"]];
    assert_eq!(counts, [&json!(0), &json!(0)], "{verdict}");
    let before = (server.get("/api/school"), server.get("/api/roster"));
    drop(server);
    let server = Server::start(dir.path());
    let after = (server.get("/api/school"), server.get("/api/roster"));
    assert_eq!(after.0["school"], before.0["school"]);
    assert_eq!(after.1["cells"], before.1["cells"]);
}

#[test]
fn rows_go_and_come_back() {
    let dir = TempDir::new().unwrap();
    let server = Server::start(dir.path());
    typed_school(&server);
    let path = dir.path().join("staff.csv");
    let before = fs::read(&path).unwrap();
    let school = step(
        &server,
        "/api/rows",
        json!({ "file": "staff.csv", "drop": [16] }),
    );
    assert_eq!(school["school"]["people"].as_array().unwrap().len(), 14);
    let table = server.get("/api/table?file=staff.csv");
    assert_eq!(table["cells"].as_array().unwrap().len(), 15);
    step(&server, "/api/undo", json!({}));
    assert_eq!(fs::read(&path).unwrap(), before);
    let late = json!({ "revision": 1, "file": "staff.csv", "drop": [2] });
    assert_eq!(server.post("/api/rows", &late).status, 409);
    let gone = json!({ "revision": server.get("/api/school")["revision"], "file": "staff.csv", "drop": [99] });
    assert_eq!(server.post("/api/rows", &gone).status, 400);
}

#[test]
fn a_file_is_what_it_is_said_to_be() {
    let dir = TempDir::new().unwrap();
    let server = Server::start(dir.path());
    let text = "Who we are,What they teach\nAbel Ann Mary,Maths\n";
    let reply = server.put("/api/files?name=us.csv", text.as_bytes());
    let school = reply.json();
    assert_eq!(school["open"], true);
    assert_eq!(titles(&school, "aside", "file"), ["us.csv"]);
    assert_eq!(
        titles(&school, "missing", "table")[..4],
        ["staff", "classes", "parents", "schedule"]
    );
    let reading = server.get("/api/reading?file=us.csv&table=staff");
    assert_eq!(reading["headings"][0]["text"], "Who we are");
    assert_eq!(reading["headings"][0]["samples"], json!(["Abel Ann Mary"]));
    let said = json!({ "file": "us.csv", "sheet": null, "table": "staff",
        "columns": { "Who we are": "person", "What they teach": "subjects" } });
    let school = step(&server, "/api/meaning", said);
    assert_eq!(titles(&school, "tables", "table"), ["staff"]);
    assert_eq!(school["aside"], json!([]));
    assert!(
        fs::read_to_string(dir.path().join("tables.toml"))
            .unwrap()
            .contains("us.csv")
    );
    let wrong = json!({ "file": "us.csv", "sheet": null, "table": "stuff", "revision": school["revision"] });
    assert_eq!(server.post("/api/meaning", &wrong).status, 400);
    step(&server, "/api/undo", json!({}));
    assert_eq!(
        titles(&server.get("/api/school"), "aside", "file"),
        ["us.csv"]
    );
    assert!(!dir.path().join("tables.toml").exists());
}

#[test]
fn settings_are_shown_set_and_refused() {
    let dir = TempDir::new().unwrap();
    let server = Server::start(dir.path());
    typed_school(&server);
    let value = |key: &str| {
        let sections = server.get("/api/settings");
        let sections = sections.as_array().unwrap().iter();
        let mut all = sections.flat_map(|it| it["settings"].as_array().unwrap().clone());
        all.find(|it| it["key"] == key).unwrap()["value"].clone()
    };
    assert_eq!(
        (value("observers"), value("school")),
        (json!("false"), json!(""))
    );
    step(
        &server,
        "/api/setting",
        json!({ "section": "document", "key": "school", "value": "School \"7\"" }),
    );
    step(
        &server,
        "/api/setting",
        json!({ "section": "places", "key": "checker", "value": "2" }),
    );
    assert_eq!(
        (value("school"), value("checker")),
        (json!("School \"7\""), json!("2"))
    );
    let school = server.get("/api/school");
    assert_eq!(school["school"]["name"], "School \"7\"");
    assert_eq!(school["school"]["sittings"][0]["places"]["checker"], 2);
    for (section, key, text) in [
        ("places", "checker", "many"),
        ("places", "cook", "1"),
        ("options", "by_group", "1"),
    ] {
        let body = json!({ "section": section, "key": key, "value": text, "revision": school["revision"] });
        assert!(
            matches!(server.post("/api/setting", &body).status, 400 | 422),
            "{key}"
        );
    }
    step(
        &server,
        "/api/setting",
        json!({ "section": "places", "key": "checker", "value": "" }),
    );
    assert_eq!(value("checker"), "");
}

#[test]
fn the_price_of_a_limit_is_told_and_changes_nothing() {
    let dir = TempDir::new().unwrap();
    let server = Server::start(dir.path());
    let school = typed_school(&server);
    let revision = server.get("/api/school")["revision"].clone();
    let price = |works: Value| {
        let body = json!({ "revision": revision, "works": works });
        server.post("/api/price", &body)
    };
    let free = price(Value::Null).json();
    let most = free["lines"][0]["most_works"].as_u64().unwrap();
    assert!(most > 1, "{free}");
    assert_eq!(free["lines"][0]["empty"], 0);
    let tight = price(json!(most - 1)).json();
    let line = &tight["lines"][0];
    assert!(
        line["most_works"].as_u64().unwrap() < most || line["empty"].as_u64().unwrap() > 0,
        "{tight}"
    );
    assert_eq!(price(json!(0)).status, 422);
    assert_eq!(server.get("/api/school")["revision"], revision);
    drop(school);
}

#[test]
fn orders_that_make_no_sense_are_refused() {
    let dir = TempDir::new().unwrap();
    let server = Server::start(dir.path());
    typed_school(&server);
    let revision = server.get("/api/school")["revision"].clone();
    let order = |key: &str, value: Value| {
        let mut body = json!({ "revision": revision, "days": ["2026-05-04"], "classes": ["4A"], "subjects": ["Art"],
            "first": 2, "last": 4, "length": 1, "mostADay": 1, "preview": true });
        body[key] = value;
        server.post("/api/schedule", &body).status
    };
    assert_eq!(order("first", json!(2)), 200);
    for (key, value) in [
        ("first", json!(0)),
        ("last", json!(1)),
        ("length", json!(9)),
        ("mostADay", json!(0)),
        ("days", json!(["31.02.2026"])),
        ("days", json!("x")),
    ] {
        let status = order(key, value.clone());
        assert!(matches!(status, 400 | 422), "{key} {value}: {status}");
    }
}
