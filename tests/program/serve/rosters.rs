//! Rosters on the page: made, moved, taken back, repaired, locked; each reply is what the check says, each step is on the disk.

use std::fs;

use serde_json::{Value, json};

use super::client::{Server, kept, school};

fn verdict(roster: &Value) -> &Value {
    &roster["verdict"]
}

fn edit(server: &Server, edits: &Value) -> Value {
    server.done(
        "/api/edit",
        &json!({"revision": server.revision(), "edits": edits}),
    )
}

fn candidates(server: &Server, cell: [u64; 3]) -> Vec<Value> {
    let [sitting, role, seat] = cell;
    let path = format!("/api/candidates?sitting={sitting}&role={role}&seat={seat}");
    server.get(&path)["candidates"].as_array().unwrap().clone()
}

/// Somebody of that standing for the cell.
fn somebody(server: &Server, cell: [u64; 3], status: &str) -> Value {
    let all = candidates(server, cell);
    let mut fitting = all
        .iter()
        .filter(|it| it["status"] == status && it["here"] == false);
    fitting.next().unwrap_or_else(|| panic!("{status}"))["person"].clone()
}

/// What `recuse check` says of the roster in the folder.
fn checked(dir: &std::path::Path) -> Value {
    let out = std::process::Command::new(env!("CARGO_BIN_EXE_recuse"))
        .args(["check", "--format", "json"])
        .arg(dir.join("roster.csv"))
        .output()
        .unwrap();
    serde_json::from_slice(&out.stdout).unwrap()
}

#[test]
fn from_the_sample_to_a_conflict_and_back() {
    let dir = tempfile::tempdir().unwrap();
    let server = Server::start(dir.path());
    let start = server.get("/api/school");
    assert_eq!(
        (&start["open"], &start["complaints"]),
        (&json!(false), &json!([]))
    );
    assert_eq!(server.get("/api/roster")["verdict"]["kind"], "none");
    let sample = server.done("/api/sample", &json!({}));
    assert_eq!(
        (&sample["folder"], &sample["open"]),
        (&json!("demo-school"), &json!(true))
    );
    let folder = dir.path().join("demo-school");
    let made = server.generate();
    assert_eq!(
        (&verdict(&made)["kind"], &verdict(&made)["proven"]),
        (&json!("clean"), &json!(true))
    );
    let bytes = fs::read(folder.join("roster.csv")).unwrap();
    let cell = [0, 0, 0];
    let barred = somebody(&server, cell, "barred");
    let moved = edit(&server, &json!([{"cell": cell, "person": barred}]));
    assert_eq!(verdict(&moved)["kind"], "conflicts");
    assert_eq!(verdict(&moved)["proven"], false);
    let finding = &moved["findings"][0];
    assert_eq!(
        (&finding["kind"], &finding["cell"]),
        (&json!("conflict"), &json!(0))
    );
    assert!(!finding["message"].as_str().unwrap().is_empty());
    let conflicts = checked(&folder)["conflicts"].as_array().unwrap().len();
    assert_eq!(
        verdict(&moved)["conflicts"],
        conflicts,
        "the same check as the command's"
    );
    let undone = server.done("/api/undo", &json!({ "revision": moved["revision"] }));
    assert_eq!(
        (verdict(&undone), &undone["cells"]),
        (verdict(&made), &made["cells"])
    );
    assert_eq!(fs::read(folder.join("roster.csv")).unwrap(), bytes);
    let again = server.done("/api/redo", &json!({ "revision": undone["revision"] }));
    assert_eq!(
        (verdict(&again), &again["cells"]),
        (verdict(&moved), &moved["cells"])
    );
    assert_eq!(again["redo"], json!(null));
}

#[test]
fn several_moves_are_one_step_and_a_wrong_one_stops_all() {
    let dir = school("school-small");
    let server = Server::start(dir.path());
    let made = server.generate();
    let both = edit(
        &server,
        &json!([{"cell": [0, 0, 0], "person": null}, {"cell": [1, 0, 0], "person": null}]),
    );
    let empty = |roster| verdict(roster)["unfilled"].as_u64().unwrap();
    assert_eq!(empty(&both), empty(&made) + 2);
    assert_eq!(both["changes"].as_array().unwrap().len(), 2);
    let bytes = fs::read(dir.path().join("roster.csv")).unwrap();
    for wrong in [
        json!({"cell": [0, 0, 9], "person": 0}),
        json!({"cell": [99_999, 0, 0], "person": 0}),
        json!({"cell": [0, 4, 0], "person": 0}),
        json!({"cell": [0, 0, 0], "person": 99_999}),
        json!({"drop": 0}),
        json!({"cell": [0, 0, 0], "lock": 1}),
        json!({"cell": [0, 0, 0], "person": 0, "x": 1}),
    ] {
        let edits = json!([{"cell": [0, 0, 0], "person": 0}, wrong]);
        let reply = server.post(
            "/api/edit",
            &json!({"revision": both["revision"], "edits": edits}),
        );
        assert_eq!(reply.status, 400, "{edits}");
    }
    assert_eq!(fs::read(dir.path().join("roster.csv")).unwrap(), bytes);
    assert_eq!(server.revision(), both["revision"]);
    let undone = server.done("/api/undo", &json!({ "revision": both["revision"] }));
    assert_eq!(undone["cells"], made["cells"]);
}

#[test]
fn a_swap_changes_both_and_what_is_equally_good_is_still_proven() {
    let dir = school("school-small");
    let server = Server::start(dir.path());
    let made = server.generate();
    let cell = |roster: &Value, at: [u64; 3]| {
        let cells = roster["cells"].as_array().unwrap().clone();
        cells
            .into_iter()
            .find(|it| it[0] == at[0] && it[1] == at[1] && it[2] == at[2])
            .unwrap()
    };
    let (a, b) = ([0, 0, 0], [3, 0, 0]);
    let swapped = edit(&server, &json!([{"swap": [a, b]}]));
    assert_eq!(cell(&swapped, a)[3], cell(&made, b)[3]);
    assert_eq!(cell(&swapped, b)[3], cell(&made, a)[3]);
    let back = edit(&server, &json!([{"swap": [b, a]}]));
    assert_eq!(back["cells"], made["cells"]);
    assert_eq!(
        verdict(&back)["proven"],
        verdict(&made)["proven"],
        "by hand, and as good as the best"
    );
}

#[test]
fn locks_stay_where_a_roster_is_made_again() {
    let dir = school("school-small");
    let server = Server::start(dir.path());
    server.generate();
    let cell = [0, 0, 0];
    let other = somebody(&server, cell, "free");
    let locked = edit(
        &server,
        &json!([{"cell": cell, "person": other}, {"cell": cell, "lock": true}]),
    );
    assert_eq!(locked["cells"][0], json!([0, 0, 0, other, 1, null]));
    let revision = locked["revision"].clone();
    let made = server.done(
        "/api/generate",
        &json!({"revision": revision, "keepLocks": true}),
    );
    assert_eq!(made["cells"][0], json!([0, 0, 0, other, 1, null]));
    assert_eq!(verdict(&made)["conflicts"], 0);
    assert!(
        verdict(&made)["words"]
            .as_str()
            .unwrap()
            .contains("with these locks")
    );
    let unlocked = edit(&server, &json!([{"cell": cell, "lock": false}]));
    assert_eq!(
        verdict(&unlocked)["proven"],
        false,
        "the proof was about rosters with the lock"
    );
    let free = server.generate();
    assert_eq!(verdict(&free)["proven"], true);
    let kept = kept(dir.path(), "roster.csv");
    assert_eq!(
        kept.len(),
        2,
        "a roster that a new one replaces stays beside it"
    );
}

#[test]
fn candidates_come_best_first_with_what_bars_the_others() {
    let dir = school("school-small");
    let server = Server::start(dir.path());
    let made = server.generate();
    let all = candidates(&server, [0, 0, 0]);
    let people = server.get("/api/school")["school"]["people"]
        .as_array()
        .unwrap()
        .len();
    assert_eq!(all.len(), people);
    let rank = |candidate: &Value| match candidate["status"].as_str().unwrap() {
        "free" => 0,
        "held" => 1,
        _ => 2,
    };
    assert!(all.is_sorted_by_key(rank));
    let here: Vec<&Value> = all.iter().filter(|it| it["here"] == true).collect();
    assert_eq!(here.len(), 1);
    assert_eq!(here[0]["person"], made["cells"][0][3]);
    for candidate in &all {
        let bars = candidate["bars"].as_array().unwrap();
        let barring = bars
            .iter()
            .filter(|bar| bar["severity"] == "forbid")
            .count();
        assert_eq!(barring > 0, candidate["status"] == "barred", "{candidate}");
        assert!(
            bars.iter()
                .all(|bar| !bar["message"].as_str().unwrap().is_empty())
        );
    }
    // An empty place of several: the one before it is taken.
    let emptied = edit(&server, &json!([{"cell": [0, 0, 0], "person": null}]));
    let empty = |roster| verdict(roster)["unfilled"].as_u64().unwrap();
    assert_eq!(empty(&emptied), empty(&made) + 1);
    assert!(
        candidates(&server, [0, 0, 0])
            .iter()
            .all(|it| it["here"] == false)
    );
}

#[test]
fn somebody_is_ill_this_morning() {
    let dir = school("school-small");
    let server = Server::start(dir.path());
    let made = server.generate();
    let (person, date) = {
        let lists = server.get("/api/school");
        let sitting = made["cells"][0][0].as_u64().unwrap() as usize;
        (
            made["cells"][0][3].clone(),
            lists["school"]["sittings"][sitting]["date"].clone(),
        )
    };
    let absences = fs::read(dir.path().join("absences.csv")).unwrap();
    let away = json!([{"person": person, "from": date, "to": date, "reason": "flu"}]);
    let message =
        |preview| json!({"revision": made["revision"], "absent": away, "preview": preview});
    let plan = server.done("/api/repair", &message(true));
    assert!(!plan["changes"].as_array().unwrap().is_empty());
    assert!(
        plan["summary"].as_str().unwrap().contains("Proven"),
        "{plan}"
    );
    assert_eq!(
        server.revision(),
        made["revision"],
        "a preview changes nothing"
    );
    assert_eq!(fs::read(dir.path().join("absences.csv")).unwrap(), absences);
    let done = server.done("/api/repair", &message(false));
    assert_eq!(done["changes"], plan["changes"]);
    assert_eq!(verdict(&done)["conflicts"], 0);
    let told: Vec<&Value> = done["told"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| &it["person"])
        .collect();
    let names = server.get("/api/school")["school"]["people"].clone();
    assert!(told.contains(&&names[person.as_u64().unwrap() as usize]["name"]));
    let text = fs::read_to_string(dir.path().join("absences.csv")).unwrap();
    assert!(text.trim_end().ends_with("flu"), "{text}");
    assert_eq!(kept(dir.path(), "absences.csv").len(), 1);
    let conflicts = checked(dir.path())["conflicts"].as_array().unwrap().len();
    assert_eq!(
        verdict(&done)["unfilled"],
        conflicts,
        "empty places, as before"
    );
    let undone = server.done("/api/undo", &json!({ "revision": done["revision"] }));
    assert_eq!(undone["cells"], made["cells"]);
    assert_eq!(fs::read(dir.path().join("absences.csv")).unwrap(), absences);
    let wrong = json!({"revision": undone["revision"], "absent": [{"person": person, "from": "2026-04-22", "to": "2026-04-21"}]});
    assert_eq!(server.post("/api/repair", &wrong).status, 422);
}

#[test]
fn the_journal_says_who_did_what() {
    let dir = school("school-small");
    let server = Server::start(dir.path());
    server.generate();
    let moved = edit(&server, &json!([{"cell": [0, 0, 0], "person": null}]));
    server.done("/api/undo", &json!({ "revision": moved["revision"] }));
    let journal = server.get("/api/journal?lang=ru");
    let rows = journal["rows"].as_array().unwrap();
    let what: Vec<&str> = rows
        .iter()
        .map(|row| row["what"].as_str().unwrap())
        .collect();
    assert_eq!(what, ["отмена", "перестановка", "составление"]);
    assert!(rows.iter().all(|row| row["who"] == "anna"));
    assert_eq!(
        (&rows[1]["to"], &rows[1]["from"]),
        (&json!(""), &rows[0]["to"])
    );
}
