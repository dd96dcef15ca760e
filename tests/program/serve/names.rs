//! A name that looks like a page's code is a name, wherever it is shown.

use std::fs;

use serde_json::json;

use super::client::{Server, school};

const NAME: &str = "<script>alert(1)</script>";

#[test]
fn a_person_named_like_a_script_comes_out_as_text() {
    let dir = school("school-small");
    let path = dir.path().join("staff.csv");
    let staff = fs::read_to_string(&path).unwrap();
    fs::write(&path, format!("{staff}{NAME},librarian,,,proctor,,,\n")).unwrap();
    let server = Server::start(dir.path());
    let school = server.raw(&server.request("GET", "/api/school"));
    assert_eq!(school.header("content-type"), Some("application/json"));
    let people = school.json()["school"]["people"].clone();
    let mut people = people.as_array().unwrap().iter();
    let person = people.find(|person| person["name"] == NAME).unwrap();
    let made = server.generate();
    let seated = server.done(
        "/api/edit",
        &json!({"revision": made["revision"], "edits": [{"cell": [0, 0, 0], "person": person["id"]}]}),
    );
    assert_eq!(seated["cells"][0][3], person["id"]);
    for sheet in ["roster", "order", "personal-assignments"] {
        let address = format!("/api/sheets/{sheet}.html?draft=1");
        let sheet = server.raw(&server.request("GET", &address));
        assert_eq!(sheet.status, 200);
        let policy = sheet.header("content-security-policy").unwrap();
        assert!(
            policy.contains("sandbox") && !policy.contains("script"),
            "{policy}"
        );
        let page = String::from_utf8(sheet.body).unwrap();
        assert!(!page.contains("<script"), "the name is escaped");
        assert!(page.contains("script&#62;") || page.contains("script&gt;"));
    }
}
