//! A roster of the user's own: judged as it lies in its file, suggestions accepted one by one or all, taken over.

use std::fs;

use serde_json::{Value, json};

use super::client::{Server, kept, school};

/// A roster of a school in which one place was given to somebody who may not have it; the server, and the file.
fn with_a_conflict() -> (tempfile::TempDir, Server, String) {
    let dir = school("school-small");
    let server = Server::start(dir.path());
    let made = server.generate();
    let all = server.get("/api/candidates?sitting=0&role=0&seat=0")["candidates"].clone();
    let mut all = all.as_array().unwrap().iter();
    let barred = all.find(|it| it["status"] == "barred").unwrap();
    let edits = json!([{"cell": [0, 0, 0], "person": barred["person"]}]);
    let moved = server.done(
        "/api/edit",
        &json!({"revision": made["revision"], "edits": edits}),
    );
    let text = fs::read_to_string(dir.path().join("roster.csv")).unwrap();
    server.done("/api/undo", &json!({ "revision": moved["revision"] }));
    (dir, server, text)
}

fn conflict(view: &Value) -> &Value {
    let mut findings = view["findings"].as_array().unwrap().iter();
    findings.find(|it| it["kind"] == "conflict").unwrap()
}

#[test]
fn a_suggestion_is_accepted_and_the_roster_taken_over() {
    let (dir, server, text) = with_a_conflict();
    assert_eq!(server.raw(&server.request("GET", "/api/check")).status, 422);
    let reply = server.put("/api/check?name=plan.csv", text.as_bytes());
    assert_eq!(
        reply.status,
        200,
        "{}",
        String::from_utf8_lossy(&reply.body)
    );
    let view = reply.json();
    assert_eq!(
        (&view["file"], &view["verdict"]["conflicts"]),
        (&json!("plan.csv"), &json!(1))
    );
    let found = conflict(&view);
    assert_eq!(
        (&found["accept"], &found["accepted"]),
        (&json!(true), &json!(false))
    );
    let table = &view["reading"][found["table"].as_u64().unwrap() as usize];
    let row = &table["rows"][found["row"].as_u64().unwrap() as usize];
    let name = row[found["column"].as_u64().unwrap() as usize]
        .as_str()
        .unwrap();
    assert!(
        found["message"].as_str().unwrap().contains(name),
        "the cell of the name: {name}"
    );
    let accepted = server.done("/api/check/accept", &json!({"finding": [found["id"]]}));
    assert_eq!(
        (
            &accepted["after"]["conflicts"],
            &accepted["verdict"]["conflicts"]
        ),
        (&json!(0), &json!(1))
    );
    assert_eq!(conflict(&accepted)["accepted"], true);
    let reset = server.done("/api/check/accept", &json!({"finding": "none"}));
    assert_eq!(reset["after"]["conflicts"], 1);
    let all = server.done("/api/check/accept", &json!({"finding": "all"}));
    assert_eq!(all["after"]["conflicts"], 0);
    for wrong in [json!([9_999]), json!("some"), json!(1)] {
        assert_eq!(
            server
                .post("/api/check/accept", &json!({ "finding": wrong }))
                .status,
            400
        );
    }
    let before = fs::read(dir.path().join("roster.csv")).unwrap();
    let adopt = |server: &Server| {
        server.done(
            "/api/check/adopt",
            &json!({ "revision": server.revision() }),
        )
    };
    assert_eq!(adopt(&server)["verdict"]["conflicts"], 0);
    server.done("/api/check/accept", &json!({"finding": "none"}));
    let adopted = adopt(&server);
    assert_eq!(adopted["verdict"]["conflicts"], 1, "as it came");
    assert_eq!(adopted["undo"], "file plan.csv");
    let kept = kept(dir.path(), "roster.csv");
    assert_eq!(fs::read(kept.last().unwrap()).unwrap(), before);
}

#[test]
fn the_own_file_comes_back_corrected_and_marked() {
    let (_dir, server, text) = with_a_conflict();
    server.put(
        "/api/check?name=%D0%BF%D0%BB%D0%B0%D0%BD.csv",
        text.as_bytes(),
    );
    let fixed = server.raw(&server.request("GET", "/api/check/fixed"));
    assert_eq!(fixed.status, 200);
    let disposition = fixed.header("content-disposition").unwrap();
    assert!(
        disposition.ends_with("filename*=UTF-8''%D0%BF%D0%BB%D0%B0%D0%BD-fixed.csv"),
        "{disposition}"
    );
    let again = server.put("/api/check?name=again.csv", &fixed.body).json();
    assert_eq!(again["verdict"]["conflicts"], 0);
    let lines = |bytes: &[u8]| {
        String::from_utf8_lossy(bytes)
            .lines()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let (was, is) = (lines(text.as_bytes()), lines(&fixed.body));
    assert_eq!(was.iter().zip(&is).filter(|(was, is)| was != is).count(), 1);
    let marked = server.raw(&server.request("GET", "/api/check/annotated"));
    assert_eq!((marked.status, &marked.body[..2]), (200, &b"PK"[..]));
}

#[test]
fn what_is_no_roster_is_refused_in_words() {
    let dir = school("school-small");
    let server = Server::start(dir.path());
    for bytes in [&b"\x00\x01\x02"[..], b"", b"a,b\n1,2\n", b"PK\x03\x04"] {
        let reply = server.put("/api/check?name=x.csv", bytes);
        assert_eq!(reply.status, 422);
        assert!(!reply.json()["complaints"].as_array().unwrap().is_empty());
    }
}
