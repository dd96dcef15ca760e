//! Nothing that was on the page is lost: random walks over all its buttons, dropped files and reloads. A step that is refused has
//! changed nothing; one that is done is taken back and done again; a school that is left is found again as it was; and all is as it
//! was when the page is opened anew.

use recuse::page::{Asked, Memory, Page, Reply};
use serde_json::{Value, json};

/// How many walks each test has, and how many steps a walk has: two hundred walks in all.
const WALKS: u64 = 50;
const STEPS: usize = 14;
/// A school of more people is the sample, which takes long to solve in a build for tests.
const SMALL: usize = 40;

const STAFF: &str = "ФИО;Должность;Предметы\nИванова Анна Петровна;учитель;Математика\nПетров Иван Сергеевич;учитель;Русский язык\n\
    Сидорова Ольга Львовна;учитель;История\nКозлов Пётр Ильич;учитель;Физика\nМорозова Вера Олеговна;учитель;Химия\n";
const LOAD: &str = "ФИО;Предмет;Класс\nИванова А.П.;Математика;5А\nПетров И.С.;Русский язык;5А\nИванова А.П.;Математика;6А\n";
const CLASSES: &str = "Класс;Учеников\n5А;20\n6А;22\n";
const SCHEDULE: &str = "Дата;Урок;Класс;Предмет\n21.04.2026;2;5А;Математика\n22.04.2026;3;6А;Математика\n23.04.2026;2;5А;Русский язык\n";
const PARENTS: &str = "Родитель;Класс\nОрлова Нина Павловна;5А\nБелов Олег Юрьевич;6А\n";

/// What may be dropped: lists, other lists under other names, and what is none.
const FILES: [(&str, &str); 12] = [
    ("сотрудники.csv", STAFF),
    ("Тарификация.csv", LOAD),
    ("классы.csv", CLASSES),
    ("график.csv", SCHEDULE),
    ("родители.csv", PARENTS),
    (
        "Педагоги.csv",
        "ФИО;Должность\nНовый Олег Иванович;учитель\n",
    ),
    ("наши.csv", "Кто;Что\nЛебедев Олег Иванович;Музыка\n"),
    ("policy.toml", "preset = \"plan\"\n"),
    ("policy.toml", "preset = \"none\"\n"),
    (
        "roster.csv",
        "Дата;Урок;Класс;Предмет;Роль;ФИО\n21.04.2026;2;5А;Математика;организатор;Козлов П.И.\n",
    ),
    ("фото.jpg", "\u{1}\u{2}"),
    ("../график.csv", SCHEDULE),
];

/// Numbers that are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % most.max(1)
    }

    fn one_of<'a, T>(&mut self, list: &'a [T]) -> Option<&'a T> {
        let at = self.below(list.len());
        list.get(at)
    }
}

/// What came of a call: `Err` where it was refused.
fn call(page: &Page, what: &str, body: Vec<u8>) -> Result<Value, String> {
    let (method, address) = what.split_once(' ').unwrap();
    match page.answer(method, &Asked::new(address, body)) {
        Ok(Reply::Json(bytes)) => Ok(serde_json::from_slice(&bytes).unwrap()),
        Ok(_) => Ok(Value::Null),
        Err(failure) => Err(failure.to_string()),
    }
}

fn look(page: &Page, what: &str) -> Value {
    call(page, what, Vec::new()).unwrap()
}

fn revision(page: &Page) -> Value {
    look(page, "GET /api/school?lang=ru")["revision"].clone()
}

fn post(page: &Page, path: &str, mut body: Value) -> Result<Value, String> {
    body["revision"] = revision(page);
    call(
        page,
        &format!("POST /api/{path}?lang=ru"),
        body.to_string().into_bytes(),
    )
}

/// All that the page shows, but for numbers of changes and names of steps.
#[derive(Debug, Clone, PartialEq)]
struct Shown {
    folder: String,
    lists: Value,
    roster: Value,
    proven: bool,
    locks: bool,
}

fn shown(page: &Page) -> Shown {
    let school = look(page, "GET /api/school?lang=ru");
    let roster = look(page, "GET /api/roster?lang=ru");
    let of = |value: &Value, keys: &[&str]| -> Value {
        keys.iter()
            .map(|&key| (key.to_owned(), value[key].clone()))
            .collect()
    };
    let cells = roster["cells"].as_array().unwrap();
    let mut tables = of(
        &school,
        &["school", "tables", "aside", "missing", "observers"],
    );
    let small = school["school"]["people"]
        .as_array()
        .is_none_or(|people| people.len() <= SMALL);
    let listed = school["tables"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|_| small);
    let texts = listed.map(|table| {
        let file = table["file"].as_str().unwrap();
        look(page, &format!("GET /api/table?lang=ru&file={file}"))["cells"].clone()
    });
    tables["texts"] = texts.collect();
    tables["settings"] = look(page, "GET /api/settings?lang=ru");
    Shown {
        folder: school["folder"].as_str().unwrap().to_owned(),
        lists: tables,
        roster: of(
            &roster,
            &["cells", "strays", "findings", "load", "objective"],
        ),
        proven: roster["verdict"]["proven"] == true,
        locks: cells.iter().any(|cell| cell[4].as_u64().unwrap() & 1 == 1),
    }
}

/// Is it the same once it was read again? What was proven around locks is not kept.
fn is_found_again(before: &Shown, after: &Shown) -> Result<(), String> {
    let differs = |what: &str, a: &Value, b: &Value| {
        if a == b {
            Ok(())
        } else {
            Err(format!("{what}:\n{a}\n{b}"))
        }
    };
    differs("lists", &before.lists, &after.lists)?;
    differs("roster", &before.roster, &after.roster)?;
    if before.proven && !before.locks && !after.proven {
        return Err("the proof is lost".to_owned());
    }
    Ok(())
}

fn is_small(page: &Page) -> bool {
    let school = look(page, "GET /api/school?lang=ru");
    school["school"]["people"]
        .as_array()
        .is_some_and(|people| people.len() <= SMALL)
}

fn is_large(page: &Page) -> bool {
    let school = look(page, "GET /api/school?lang=ru");
    school["school"].is_object() && !is_small(page)
}

/// Something typed into, added to, or taken out of a table that is there.
fn type_rows(page: &Page, dice: &mut Dice) -> Result<Value, String> {
    let school = look(page, "GET /api/school?lang=ru");
    let Some(table) = dice.one_of(school["tables"].as_array().unwrap()) else {
        return Err("no table".to_owned());
    };
    let file = table["file"].as_str().unwrap();
    let view = look(page, &format!("GET /api/table?lang=ru&file={file}"));
    let row = dice.one_of(view["rows"].as_array().unwrap()).cloned();
    let texts = [
        "",
        "5А",
        "Смирнова Инна Ивановна",
        "2",
        "Математика",
        "=1+1",
        "\"",
        "а;б",
    ];
    let text = *dice.one_of(&texts).unwrap();
    let body = match dice.below(3) {
        0 => json!({ "file": file, "add": [[text, "5А"]] }),
        1 => json!({ "file": file, "cells": [[row, dice.below(5) + 1, text]] }),
        _ => json!({ "file": file, "drop": [row] }),
    };
    post(page, "rows", body)
}

/// A place cleared, filled with somebody, or locked.
fn edit(page: &Page, dice: &mut Dice) -> Result<Value, String> {
    let roster = look(page, "GET /api/roster?lang=ru");
    let Some(cell) = dice.one_of(roster["cells"].as_array().unwrap()) else {
        return Err("no cell".to_owned());
    };
    let place = json!([cell[0], cell[1], cell[2]]);
    let edit = match dice.below(3) {
        0 => json!({ "cell": place, "person": null }),
        1 => json!({ "cell": place, "person": dice.below(5) }),
        _ => json!({ "cell": place, "lock": dice.below(2) == 0 }),
    };
    post(page, "edit", json!({ "edits": [edit] }))
}

fn step(page: &Page, dice: &mut Dice) -> (String, Result<Value, String>) {
    let mut kind = dice.below(22);
    if dice.below(2) == 0 && is_large(page) {
        kind = 7;
    }
    let tables = [
        "staff", "load", "classes", "parents", "schedule", "bells", "pins", "stuff",
    ];
    let table = tables[dice.below(tables.len())];
    let (name, done) = match kind {
        0..=5 => {
            let (name, text) = FILES[dice.below(FILES.len())];
            let path = format!("PUT /api/files?lang=ru&name={name}");
            (format!("drop {name}"), call(page, &path, text.into()))
        }
        6 => ("new".to_owned(), post(page, "new", json!({}))),
        7 => {
            let folders = look(page, "GET /api/school?lang=ru")["folders"].clone();
            let mut folders: Vec<Value> = folders.as_array().unwrap().clone();
            folders.push(json!(""));
            folders.push(json!("nowhere"));
            let folder = folders[dice.below(folders.len())].clone();
            (
                format!("open {folder}"),
                post(page, "open", json!({ "folder": folder })),
            )
        }
        8 if dice.below(6) == 0 => ("sample".to_owned(), post(page, "sample", json!({}))),
        8 | 9 => ("reload".to_owned(), post(page, "reload", json!({}))),
        10 | 11 if is_small(page) => (
            "generate".to_owned(),
            post(page, "generate", json!({ "keepLocks": dice.below(2) == 0 })),
        ),
        10..=12 => ("edit".to_owned(), edit(page, dice)),
        13..=15 => ("rows".to_owned(), type_rows(page, dice)),
        16 => (
            format!("begin {table}"),
            post(page, "begin", json!({ "table": table })),
        ),
        17 => (
            "observers".to_owned(),
            post(page, "observers", json!({ "invited": dice.below(3) == 0 })),
        ),
        18 => {
            let (file, _) = FILES[dice.below(FILES.len())];
            let said = json!({ "file": file, "sheet": null, "table": table, "columns": { "Кто": "person" } });
            (format!("{file} is {table}"), post(page, "meaning", said))
        }
        19 => (
            "schedule".to_owned(),
            post(
                page,
                "schedule",
                json!({ "days": ["2026-05-04", "2026-05-05"], "classes": ["5А", "6А"],
            "subjects": ["История"], "first": 2, "last": 4, "length": 1, "mostADay": 1 }),
            ),
        ),
        20 => (
            "setting".to_owned(),
            post(
                page,
                "setting",
                json!({ "section": "places", "key": "checker", "value": dice.below(3).to_string() }),
            ),
        ),
        _ => {
            let preset = ["vpr", "plan", "soft"][dice.below(3)];
            let policy = json!({ "preset": preset, "rules": {} });
            (format!("preset {preset}"), post(page, "policy", policy))
        }
    };
    (name, done)
}

/// Takes the step back and does it again, where it was one that can be.
fn back_and_forth(page: &Page, before: &Shown, after: &Shown) -> Result<(), String> {
    post(page, "undo", json!({})).map_err(|why| format!("undo: {why}"))?;
    let undone = shown(page);
    if undone != *before {
        return Err(format!("undone:\n{before:?}\n{undone:?}"));
    }
    post(page, "redo", json!({})).map_err(|why| format!("redo: {why}"))?;
    let redone = shown(page);
    if redone != *after {
        return Err(format!("redone:\n{after:?}\n{redone:?}"));
    }
    Ok(())
}

/// One walk; what it did, should it fail. How many steps were done and not refused, otherwise.
fn walk(seed: u64) -> Result<[usize; 3], String> {
    let memory = Memory::new();
    memory.tell_time("2026-04-21 10:15:00");
    let mut page = Page::open(memory.clone()).unwrap();
    let mut dice = Dice(seed * 7919 + 1);
    let mut trace: Vec<String> = Vec::new();
    let mut counts = [0; 3];
    // Most walks begin with a school that can be solved.
    if dice.below(4) > 0 {
        for (name, text) in &FILES[..5] {
            call(
                &page,
                &format!("PUT /api/files?lang=ru&name={name}"),
                (*text).into(),
            )
            .unwrap();
        }
    }
    for _ in 0..STEPS {
        let before = shown(&page);
        let steps_before = look(&page, "GET /api/school?lang=ru")["undo"].clone();
        let (name, done) = step(&page, &mut dice);
        trace.push(format!(
            "{name}{}",
            if done.is_err() { " (refused)" } else { "" }
        ));
        let fail = |why: String| format!("walk {seed}: {}\n{why}", trace.join(", "));
        let after = shown(&page);
        if done.is_err() {
            if after != before {
                return Err(fail(format!(
                    "a refused step changed:\n{before:?}\n{after:?}"
                )));
            }
            continue;
        }
        counts[0] += 1;
        // A new school where there is none yet is the one that is open.
        let is_look = name == "reload" || (name == "new" && after.folder == before.folder);
        if is_look {
            is_found_again(&before, &after).map_err(fail)?;
        } else if after.folder == before.folder && !name.starts_with("open") {
            if look(&page, "GET /api/school?lang=ru")["undo"].is_null() {
                return Err(fail(format!("cannot be undone; before: {steps_before}")));
            }
            if dice.below(2) == 0 {
                back_and_forth(&page, &before, &after).map_err(fail)?;
                counts[1] += 1;
            }
        } else {
            post(&page, "open", json!({ "folder": before.folder })).map_err(fail)?;
            is_found_again(&before, &shown(&page)).map_err(fail)?;
            post(&page, "open", json!({ "folder": after.folder })).map_err(fail)?;
        }
        if dice.below(5) == 0 {
            page = Page::open(memory.clone()).unwrap();
            is_found_again(&after, &shown(&page)).map_err(fail)?;
            counts[2] += 1;
        }
    }
    Ok(counts)
}

/// A quarter of the walks; the quarters run beside one another.
fn walks_from(first: u64) {
    let mut failures = Vec::new();
    let mut sums = [0; 3];
    for seed in first..first + WALKS {
        match walk(seed) {
            Ok(counts) => (0..3).for_each(|at| sums[at] += counts[at]),
            Err(why) => failures.push(why),
        }
    }
    let few = failures.iter().take(5);
    let shown: Vec<String> = few.map(|why| why.chars().take(3000).collect()).collect();
    let failed = failures.len();
    assert_eq!(failed, 0, "of {WALKS} walks:\n{}", shown.join("\n\n"));
    // The walks did something: steps done, taken back, and pages opened anew.
    assert!(sums[0] > 250 && sums[1] > 50 && sums[2] > 35, "{sums:?}");
}

#[test]
fn nothing_that_was_on_the_page_is_lost_in_the_first_walks() {
    walks_from(0);
}

#[test]
fn nothing_that_was_on_the_page_is_lost_in_the_second_walks() {
    walks_from(WALKS);
}

#[test]
fn nothing_that_was_on_the_page_is_lost_in_the_third_walks() {
    walks_from(2 * WALKS);
}

#[test]
fn nothing_that_was_on_the_page_is_lost_in_the_last_walks() {
    walks_from(3 * WALKS);
}
