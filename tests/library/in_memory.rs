//! The page's calls on schools that are kept in memory: no server, no disk, and the same bytes as the program's.

use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use assert_cmd::Command;
use recuse::input::InputFile;
use recuse::page::{Asked, Memory, Page, Reply, SingleFile};
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

/// A parcel taken apart: what its first line says, the reply, the changed files by name.
struct Parcel {
    envelope: Value,
    reply: Vec<u8>,
    changes: Vec<(String, Option<Vec<u8>>)>,
}

impl Parcel {
    fn reply(&self) -> Value {
        serde_json::from_slice(&self.reply).unwrap()
    }

    fn names(&self) -> Vec<&str> {
        self.changes.iter().map(|(name, _)| name.as_str()).collect()
    }
}

fn sent(door: &SingleFile, what: &str, body: &[u8]) -> Parcel {
    let (method, address) = what.split_once(' ').unwrap();
    let head = format!("2026-04-21 10:15:00\n{method}\n{address}");
    let parcel = door.answer(&head, body.to_vec());
    let end = parcel.iter().position(|byte| *byte == b'\n').unwrap();
    let envelope: Value = serde_json::from_slice(&parcel[..end]).unwrap();
    let mut rest = &parcel[end + 1..];
    let mut next = |length: &Value| {
        let length = usize::try_from(length.as_u64()?).unwrap();
        let (bytes, after) = rest.split_at(length);
        rest = after;
        Some(bytes.to_vec())
    };
    let reply = next(&envelope["length"]).unwrap();
    let changes = envelope["changes"].as_array().unwrap().iter();
    let changes = changes
        .map(|it| (it["name"].as_str().unwrap().to_owned(), next(&it["length"])))
        .collect();
    assert!(rest.is_empty());
    Parcel {
        envelope,
        reply,
        changes,
    }
}

/// A single file's door on these files, laid out as a school of that name.
fn laid(name: &str, files: &[InputFile], pulses: &Arc<AtomicUsize>) -> SingleFile {
    let pulses = Arc::clone(pulses);
    let door = SingleFile::open(Box::new(move |_| {
        pulses.fetch_add(1, Ordering::SeqCst);
        false
    }));
    let door = door.unwrap();
    for file in files {
        sent(
            &door,
            &format!("PUT /own/held?name={}", file.name),
            &file.bytes,
        );
    }
    let school = sent(&door, &format!("POST /own/school?name={name}&lang=ru"), b"");
    assert_eq!(school.envelope["status"], 200);
    assert_eq!(school.envelope["school"], name);
    assert_eq!(school.reply()["folder"], name);
    door
}

#[test]
fn a_single_file_gives_every_changed_file_out() {
    let files = folder("school-31");
    let pulses = Arc::default();
    let door = laid("school", &files, &pulses);
    let revision = sent(&door, "GET /api/school", b"").reply()["revision"].clone();
    let order = json!({ "revision": revision }).to_string();
    let made = sent(&door, "POST /api/generate?lang=ru", order.as_bytes());
    assert_eq!(made.names(), ["journal.csv", "roster.csv", "roster.proof"]);
    assert!(pulses.load(Ordering::SeqCst) > 0, "the search asks");
    let (_, memory) = generated(&files);
    // The other journal tells of files that came in one by one.
    for file in memory.files().iter().filter(|it| it.name != "journal.csv") {
        let given = made.changes.iter().find(|(name, _)| *name == file.name);
        let there = given.map_or_else(
            || {
                files
                    .iter()
                    .find(|it| it.name == file.name)
                    .unwrap()
                    .bytes
                    .clone()
            },
            |(_, bytes)| bytes.clone().unwrap(),
        );
        assert!(there == file.bytes, "{}", file.name);
    }

    // Where the files cannot be kept, the step is taken back: with its revision, and all it had changed.
    let before = sent(&door, "GET /api/roster", b"").reply;
    let reply = made.reply();
    let mut cells = reply["cells"].as_array().unwrap().iter();
    let place = cells.find(|cell| !cell[3].is_null()).unwrap();
    let edit = json!({ "revision": made.reply()["revision"], "edits": [
        { "cell": [place[0], place[1], place[2]], "person": null } ] });
    let edit = edit.to_string();
    let first = sent(&door, "POST /api/edit", edit.as_bytes());
    assert_eq!(first.names(), ["journal.csv", "roster.csv"]);
    assert_ne!(sent(&door, "GET /api/roster", b"").reply, before);
    sent(&door, "POST /own/back", b"");
    assert_eq!(sent(&door, "GET /api/roster", b"").reply, before);
    let again = sent(&door, "POST /api/edit", edit.as_bytes());
    assert_eq!(again.changes, first.changes);
}

#[test]
fn a_single_file_reads_its_school_again_and_keeps_others_apart() {
    let pulses = Arc::default();
    let door = laid("school", &folder("school-31"), &pulses);
    let sample = sent(&door, "POST /api/sample", b"{}");
    assert_eq!(sample.envelope["school"], "demo-school");
    assert!(
        sample.names().contains(&"сотрудники.csv"),
        "{:?}",
        sample.names()
    );
    let back = sent(&door, "POST /api/open", br#"{"folder":"school"}"#);
    assert_eq!(back.envelope["school"], "school");
    assert!(back.changes.is_empty());
    let parents = |reply: &Value| {
        let mut tables = reply["tables"].as_array().unwrap().iter();
        let table = tables.find(|it| it["file"] == "родители.csv").unwrap();
        table["rows"].as_u64().unwrap()
    };
    let all = parents(&back.reply());

    // Another program has taken a person off.
    for mut file in folder("school-31") {
        if file.name == "родители.csv" {
            let text = String::from_utf8(file.bytes).unwrap();
            let (rest, _) = text.trim_end().rsplit_once('\n').unwrap();
            file.bytes = format!("{rest}\n").into_bytes();
        }
        sent(
            &door,
            &format!("PUT /own/held?name={}", file.name),
            &file.bytes,
        );
    }
    let read = sent(&door, "POST /own/school?name=school", b"");
    assert_eq!(parents(&read.reply()), all - 1);
    let archive = sent(&door, "GET /own/all", b"");
    assert_eq!(archive.envelope["name"], "recuse.zip");
    assert_eq!(&archive.reply[..2], b"PK");
    for (what, status) in [
        ("GET /own/nothing", 404),
        ("PUT /api/nothing", 404),
        ("POST /own/school", 400),
        ("", 404),
    ] {
        let what = if what.is_empty() { " " } else { what };
        assert_eq!(sent(&door, what, b"").envelope["status"], status, "{what}");
    }
}

/// Puts a file in; the school then.
fn put(page: &Page, name: &str, bytes: &[u8]) -> Value {
    let address = format!("PUT /api/files?lang=ru&name={name}");
    serde_json::from_slice(&call(page, &address, bytes.to_vec())).unwrap()
}

/// A workbook with these sheets, each a header and rows.
fn workbook(sheets: &[(&str, &[&[&str]])]) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, rows) in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(*name).unwrap();
        for (row, cells) in (0..).zip(*rows) {
            for (column, text) in (0..).zip(*cells) {
                sheet.write_string(row, column, *text).unwrap();
            }
        }
    }
    book.save_to_buffer().unwrap()
}

/// Four workbooks as they come, one for each table; none is named as we name ours.
fn own_files() -> [(&'static str, Vec<u8>); 4] {
    let staff: &[&[&str]] = &[
        &["ФИО", "Должность", "Предметы"],
        &["Иванова Анна Петровна", "учитель", "Математика"],
        &["Кузнецова Олеся Викторовна", "учитель", "Русский язык"],
        &["Морозов Егор Ильич", "учитель", "История"],
        &["Седова Алла Львовна", "завуч", ""],
        &["Белова Инна Юрьевна", "учитель", "Биология"],
    ];
    let classes: &[&[&str]] = &[&["Класс", "Учащихся"], &["5А", "20"]];
    let parents: &[&[&str]] = &[&["Родитель", "Класс"], &["Орлова Вера Сергеевна", "5А"]];
    let schedule: &[&[&str]] = &[
        &["Дата", "Урок", "Класс", "Предмет"],
        &["21.04.2026", "2", "5А", "Математика"],
    ];
    [
        ("Учителя.xlsx", workbook(&[("Лист1", staff)])),
        ("классы 2026.xlsx", workbook(&[("Лист1", classes)])),
        ("родители книга.xlsx", workbook(&[("Лист1", parents)])),
        ("График ВПР.xlsx", workbook(&[("Лист1", schedule)])),
    ]
}

fn names(view: &Value) -> Vec<String> {
    let people = view["school"]["people"].as_array().expect("a school");
    let name = |person: &Value| person["name"].as_str().unwrap().to_owned();
    people.iter().map(name).collect()
}

fn on_memory() -> (Page, Memory) {
    let memory = Memory::new();
    memory.tell_time("2026-04-21 10:15:00");
    (Page::open(memory.clone()).unwrap(), memory)
}

#[test]
fn a_file_that_comes_later_takes_the_place_of_its_tables_alone() {
    let (page, memory) = on_memory();
    for (name, bytes) in own_files() {
        put(&page, name, &bytes);
    }
    let first = view(&page, "GET /api/school?lang=ru", &Value::Null);
    assert_eq!(names(&first).len(), 6);
    // Another workbook with one table: whatever its name, the other tables stay.
    let rows: &[&[&str]] = &[&["ФИО", "Предметы"], &["Новикова Нина Ильинична", "Химия"]];
    for name in ["кадры.xlsx", "school.xlsx", "Учителя.xlsx"] {
        let now = put(&page, name, &workbook(&[("сотрудники", rows)]));
        assert_eq!(
            names(&now),
            ["Новикова Нина Ильинична", "Орлова Вера Сергеевна"],
            "{name}"
        );
        assert_eq!(now["school"]["sittings"].as_array().unwrap().len(), 1);
    }
    let kept: Vec<String> = memory.files().into_iter().map(|file| file.name).collect();
    for (name, _) in own_files() {
        assert!(kept.iter().any(|file| file == name), "{name} of {kept:?}");
    }
    // Read anew by the program, they say the same.
    let again = view(&page, "POST /api/reload?lang=ru", &json!({}));
    assert_eq!(names(&again).len(), 2);
}

#[test]
fn every_file_that_came_can_be_taken_back() {
    let (page, _) = on_memory();
    for (name, bytes) in own_files() {
        put(&page, name, &bytes);
    }
    let first = view(&page, "GET /api/school?lang=ru", &Value::Null);
    let rows: &[&[&str]] = &[&["ФИО", "Предметы"], &["Новикова Нина Ильинична", "Химия"]];
    put(&page, "school.xlsx", &workbook(&[("сотрудники", rows)]));
    let revision = view(&page, "GET /api/school", &Value::Null)["revision"].clone();
    view(&page, "POST /api/undo", &json!({ "revision": revision }));
    let undone = view(&page, "GET /api/school?lang=ru", &Value::Null);
    assert_eq!(names(&undone), names(&first));
    assert_eq!(undone["tables"], first["tables"]);
}

#[test]
fn own_files_and_the_sample_are_never_one_school() {
    let (page, _) = on_memory();
    view(&page, "POST /api/sample?lang=ru", &json!({}));
    let sample = view(&page, "GET /api/school?lang=ru", &Value::Null);
    let refused = Asked::new("/api/files?name=picture.png", b"png".to_vec());
    assert!(page.answer("PUT", &refused).is_err());
    let still = view(&page, "GET /api/school?lang=ru", &Value::Null);
    assert_eq!(still["folder"], sample["folder"]);
    for (name, bytes) in own_files() {
        put(&page, name, &bytes);
    }
    let own = view(&page, "GET /api/school?lang=ru", &Value::Null);
    assert_eq!(own["folder"], "");
    assert_eq!(names(&own).len(), 6);
    let begun = view(&page, "POST /api/new?lang=ru", &json!({}));
    assert_eq!(
        (&begun["folder"], &begun["open"]),
        (&json!("school"), &json!(false))
    );
    let back = view(
        &page,
        "POST /api/open?lang=ru",
        &json!({ "folder": sample["folder"] }),
    );
    assert_eq!(names(&back), names(&sample));
    let back = view(&page, "POST /api/open?lang=ru", &json!({ "folder": "" }));
    assert_eq!(names(&back), names(&own));
}
