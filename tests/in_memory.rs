//! The page's calls on schools that are kept in memory: no server, no disk, and the same bytes as the program's.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use recuse::input::InputFile;
use recuse::page::{Asked, Memory, Page, Reply};
use serde_json::{Value, json};
use tempfile::tempdir;

fn folder(name: &str) -> Vec<InputFile> {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("data")
        .join(name);
    let mut files: Vec<InputFile> = fs::read_dir(dir)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .map(|path| InputFile {
            name: path.file_name().unwrap().to_str().unwrap().to_owned(),
            bytes: fs::read(path).unwrap(),
        })
        .collect();
    files.retain(|file| file.name.ends_with(".csv") || file.name.ends_with(".toml"));
    files.retain(|file| file.name != "roster.csv");
    files.sort_by(|a, b| a.name.cmp(&b.name));
    files
}

fn call(page: &Page, what: &str, body: Vec<u8>) -> Vec<u8> {
    let (method, address) = what.split_once(' ').unwrap();
    match page.answer(method, &Asked::new(address, body)) {
        Ok(Reply::Json(bytes) | Reply::Sheet(bytes)) => bytes,
        Ok(Reply::Download(file)) => file.bytes,
        Err(failure) => panic!("{what}: {failure}"),
    }
}

fn view(page: &Page, what: &str, body: &Value) -> Value {
    serde_json::from_slice(&call(page, what, body.to_string().into_bytes())).unwrap()
}

/// A page on these files, with a roster made.
fn generated(files: &[InputFile]) -> (Page, Memory) {
    let memory = Memory::new();
    memory.tell_time("2026-04-21 10:15:00");
    let page = Page::open(memory.clone()).unwrap();
    for file in files {
        let address = format!("PUT /api/files?lang=ru&name={}", file.name);
        call(&page, &address, file.bytes.clone());
    }
    let revision = view(&page, "GET /api/school", &Value::Null)["revision"].clone();
    view(
        &page,
        "POST /api/generate?lang=ru",
        &json!({ "revision": revision }),
    );
    (page, memory)
}

#[test]
fn rosters_and_sheets_are_the_programs_byte_for_byte() {
    // The small school cannot fill all places: its sheets are a draft.
    for (school, draft) in [("school-31", 0), ("school-small", 1)] {
        let files = folder(school);
        let (page, memory) = generated(&files);
        let kept = memory.files();
        let roster = kept.iter().find(|file| file.name == "roster.csv").unwrap();

        let dir = tempdir().unwrap();
        for file in &files {
            fs::write(dir.path().join(&file.name), &file.bytes).unwrap();
        }
        let program = |parts: &[&str]| {
            let mut command = Command::cargo_bin("recuse").unwrap();
            let ended = command
                .current_dir(dir.path())
                .args(parts)
                .output()
                .unwrap();
            let said = String::from_utf8_lossy(&ended.stderr).into_owned();
            assert!(matches!(ended.status.code(), Some(0 | 1)), "{said}");
        };
        program(&[
            "generate",
            ".",
            "-o",
            "roster.csv",
            "--lang",
            "ru",
            "--proof",
            "roster.proof",
        ]);
        let native = fs::read(dir.path().join("roster.csv")).unwrap();
        assert!(roster.bytes == native, "{school}");

        // The page has the proof at hand; the program is given it.
        let order = [
            "export",
            "roster.csv",
            "-o",
            "sheets",
            "--lang",
            "ru",
            "--proof",
            "roster.proof",
            "--draft",
        ];
        program(&order[..order.len() - 1 + draft]);
        let list = view(
            &page,
            &format!("GET /api/sheets?draft={draft}&public=0&lang=ru"),
            &Value::Null,
        );
        let list = list.as_array().unwrap();
        let mut compared = 0;
        for name in list.iter().map(|sheet| sheet["name"].as_str().unwrap()) {
            // Archives of sheets are the page's alone.
            if name.ends_with(".zip") {
                continue;
            }
            let native = fs::read(dir.path().join("sheets").join(name));
            let native = native.unwrap_or_else(|error| panic!("{school}: {name}: {error}"));
            let address =
                format!("GET /api/sheets/{name}?draft={draft}&public=0&download=1&lang=ru");
            assert!(
                call(&page, &address, Vec::new()) == native,
                "{school}: {name}"
            );
            compared += 1;
        }
        assert!(
            compared > 10,
            "{school}: {compared} of {} sheets",
            list.len()
        );
    }
}

#[test]
fn a_step_is_kept_with_its_time_and_taken_back() {
    let (page, memory) = generated(&folder("school-31"));
    let journal = |memory: &Memory| {
        let files = memory.files();
        let file = files.into_iter().find(|file| file.name == "journal.csv");
        String::from_utf8(file.unwrap().bytes).unwrap()
    };
    assert!(journal(&memory).contains("2026-04-21 10:15:00"));
    let before = memory.files();
    let roster = view(&page, "GET /api/roster", &Value::Null);
    let place = roster["cells"]
        .as_array()
        .unwrap()
        .iter()
        .find(|cell| !cell[3].is_null())
        .unwrap();
    let edit = json!({ "revision": roster["revision"], "edits": [
        { "cell": [place[0], place[1], place[2]], "person": null } ] });
    memory.tell_time("2026-04-22 09:00:00");
    let after = view(&page, "POST /api/edit", &edit);
    assert_eq!(after["verdict"]["kind"], "unfilled");
    assert!(journal(&memory).contains("2026-04-22 09:00:00"));
    let stale = page.answer(
        "POST",
        &Asked::new("/api/edit", edit.to_string().into_bytes()),
    );
    assert_eq!(stale.unwrap_err().status(), 409);
    view(
        &page,
        "POST /api/undo",
        &json!({ "revision": after["revision"] }),
    );
    let roster_of = |files: &[InputFile]| {
        files
            .iter()
            .find(|file| file.name == "roster.csv")
            .unwrap()
            .bytes
            .clone()
    };
    assert_eq!(roster_of(&before), roster_of(&memory.files()));
    let nowhere = page.answer("GET", &Asked::new("/api/nothing", Vec::new()));
    assert_eq!(nowhere.unwrap_err().status(), 404);
}
