//! Sheets of the roster on the page: each that is listed can be had, none to be signed while conflicts stand.

use serde_json::json;

use super::client::{Server, school};

#[test]
fn every_sheet_that_is_listed_can_be_had() {
    let dir = school("school-small");
    let server = Server::start(dir.path());
    let early = server.raw(&server.request("GET", "/api/sheets"));
    assert_eq!(
        (early.status, early.json()["kind"].clone()),
        (422, json!("refused"))
    );
    let made = server.generate();
    assert_ne!(made["verdict"]["unfilled"], 0, "empty places are blanks");
    let list = server.get("/api/sheets");
    let list = list.as_array().unwrap();
    assert!(list.len() > 20);
    for entry in list {
        let name = entry["name"].as_str().unwrap();
        let sheet = server.raw(&server.request("GET", &format!("/api/sheets/{name}")));
        assert_eq!(sheet.status, 200, "{name}");
        let start: &[u8] = match entry["format"].as_str().unwrap() {
            "pdf" => b"%PDF",
            "html" => b"<!DOCTYPE",
            "txt" => "Кто занят".as_bytes(),
            _ => b"PK",
        };
        let is_page = entry["format"] == "html";
        assert!(
            sheet.body[..start.len()].eq_ignore_ascii_case(start),
            "{name}"
        );
        assert_eq!(
            sheet.header("content-disposition").is_none(),
            is_page,
            "{name}"
        );
    }
    let all = server.raw(&server.request("GET", "/api/sheets.zip"));
    assert_eq!((all.status, &all.body[..2]), (200, &b"PK"[..]));
    for name in ["no-such.pdf", "order.exe", "order", "roster.csv"] {
        let reply = server.raw(&server.request("GET", &format!("/api/sheets/{name}")));
        assert_eq!(reply.status, 400, "{name}");
    }
}

#[test]
fn conflicts_are_printed_as_a_draft_only() {
    let dir = school("school-small");
    let server = Server::start(dir.path());
    let made = server.generate();
    let all = server.get("/api/candidates?sitting=0&role=0&seat=0");
    let mut candidates = all["candidates"].as_array().unwrap().iter();
    let barred = candidates.find(|it| it["status"] == "barred").unwrap();
    let edits = json!({"revision": made["revision"], "edits": [{"cell": [0, 0, 0], "person": barred["person"]}]});
    server.done("/api/edit", &edits);
    for path in ["/api/sheets", "/api/sheets/order.pdf", "/api/sheets.zip"] {
        let reply = server.raw(&server.request("GET", path));
        assert_eq!(reply.status, 422, "{path}");
        assert!(reply.json()["error"].as_str().unwrap().contains("draft"));
        let reply = server.raw(&server.request("GET", &format!("{path}?draft=1")));
        assert_eq!(reply.status, 200, "{path}");
    }
    let public = server.get("/api/sheets?draft=1&public=1");
    let stems: Vec<_> = public
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["about"].as_str().unwrap())
        .collect();
    assert!(!stems.contains(&"order"), "{stems:?}");
}
