//! Two windows, two programs, somebody else at the files: nobody's work is overwritten.

use std::fs;

use serde_json::json;

use super::client::{Server, kept, school, serve};

#[test]
fn a_window_that_has_not_seen_the_last_change_is_told() {
    let dir = school("school-small");
    let server = Server::start(dir.path());
    let first = server.generate();
    let seen = first["revision"].clone();
    let clear =
        |revision| json!({"revision": revision, "edits": [{"cell": [0, 0, 0], "person": null}]});
    let now = server.done("/api/edit", &clear(seen.clone()));
    let before = fs::read(dir.path().join("roster.csv")).unwrap();
    let late = server.post("/api/edit", &clear(seen.clone()));
    assert_eq!(late.status, 409);
    let late = late.json();
    assert_eq!(late["kind"], "stale");
    assert!(late["error"].as_str().unwrap().contains("another window"));
    for path in [
        "/api/undo",
        "/api/redo",
        "/api/generate",
        "/api/repair",
        "/api/policy",
        "/api/rows",
    ] {
        let reply = server.post(path, &json!({ "revision": seen }));
        assert_eq!(
            (reply.status, reply.json()["kind"].clone()),
            (409, json!("stale")),
            "{path}"
        );
    }
    assert_eq!(fs::read(dir.path().join("roster.csv")).unwrap(), before);
    assert_eq!(server.revision(), now["revision"]);
}

#[test]
fn a_second_program_on_the_folder_says_so_and_ends() {
    let dir = school("school-small");
    let server = Server::start(dir.path());
    let second = serve(dir.path()).output().unwrap();
    assert_eq!(second.status.code(), Some(2));
    assert_eq!(second.stdout, b"");
    let words = String::from_utf8(second.stderr).unwrap();
    assert!(
        words.contains(&format!("http://127.0.0.1:{}/", server.port)),
        "{words}"
    );
    assert!(words.contains("already open"), "{words}");
    server.process.kill();
    Server::start(dir.path());
}

#[test]
fn a_folder_that_is_not_there_and_a_port_that_is_taken() {
    let dir = tempfile::tempdir().unwrap();
    let missing = serve(&dir.path().join("nowhere")).output().unwrap();
    assert_eq!(
        (missing.status.code(), missing.stdout),
        (Some(2), Vec::new())
    );
    let server = Server::start(dir.path());
    let other = tempfile::tempdir().unwrap();
    let taken = serve(other.path())
        .args(["--port", &server.port.to_string()])
        .output()
        .unwrap();
    assert_eq!(taken.status.code(), Some(2));
}

#[test]
fn what_somebody_else_wrote_meanwhile_is_kept() {
    let dir = school("school-small");
    let server = Server::start(dir.path());
    let made = server.generate();
    let roster = dir.path().join("roster.csv");
    fs::write(&roster, "date,class,subject,role,person\nby hand\n").unwrap();
    let edits =
        json!({"revision": made["revision"], "edits": [{"cell": [0, 0, 0], "person": null}]});
    server.done("/api/edit", &edits);
    let kept = kept(dir.path(), "roster.csv");
    assert_eq!(kept.len(), 1);
    assert_eq!(
        fs::read_to_string(&kept[0]).unwrap(),
        "date,class,subject,role,person\nby hand\n"
    );
    assert!(
        fs::read_to_string(&roster)
            .unwrap()
            .starts_with("\u{feff}Дата;Урок;Начало;")
    );
}

#[test]
fn a_folder_read_again_shows_what_somebody_changed() {
    let dir = school("school-small");
    let server = Server::start(dir.path());
    let made = server.generate();
    fs::write(
        dir.path().join("roster.csv"),
        "date,class,subject,role,person\n",
    )
    .unwrap();
    let school = server.done("/api/reload", &json!({}));
    assert!(school["revision"].as_u64() > made["revision"].as_u64());
    let roster = server.get("/api/roster");
    assert_eq!(
        roster["verdict"]["unfilled"],
        roster["cells"].as_array().unwrap().len()
    );
    assert_eq!(roster["undo"], json!(null));
}
