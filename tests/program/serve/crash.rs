//! Power cuts: the program is killed at random moments of two hundred sequences of moves. After each, the folder opens, every
//! move that was answered for is there, and nothing stands half-written.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::mpsc::{self, Sender};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

use super::client::{Server, school};

const SEQUENCES: u64 = 200;

type Cell = [u64; 3];

/// Numbers that look random and are the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

/// What must stand in the folder.
struct Expected {
    people: BTreeMap<Cell, Value>,
    /// A move that was sent and not answered: it may be there, or not.
    open: Option<(Cell, Value)>,
    answered: usize,
    /// How many people there are to move.
    persons: u64,
}

impl Expected {
    /// Compares, and takes over what became of the open move.
    fn settle(&mut self, roster: &Value) {
        let found = people(roster);
        if let Some((cell, person)) = self.open.take()
            && found[&cell] == person
        {
            self.people.insert(cell, person);
        }
        assert_eq!(found, self.people);
    }
}

fn people(roster: &Value) -> BTreeMap<Cell, Value> {
    let cells = roster["cells"].as_array().unwrap().iter();
    cells
        .map(|cell| {
            let number = |index: usize| cell[index].as_u64().unwrap();
            ([number(0), number(1), number(2)], cell[3].clone())
        })
        .collect()
}

/// Moves people about until the server is gone; tells of every answer.
fn move_until_killed(
    server: &Server,
    expected: &mut Expected,
    random: &mut Random,
    answers: &Sender<()>,
) {
    let Ok(reply) = server.try_call("GET", "/api/roster", "text/plain", b"") else {
        return;
    };
    let mut revision = reply.json()["revision"].as_u64().unwrap();
    let cells: Vec<Cell> = expected.people.keys().copied().collect();
    loop {
        let cell = cells[random.below(cells.len() as u64) as usize];
        let person = json!(random.below(expected.persons));
        expected.open = Some((cell, person.clone()));
        let message = json!({"revision": revision, "edits": [{"cell": cell, "person": person}]});
        let body = message.to_string();
        let answer = server.try_call("POST", "/api/edit", "application/json", body.as_bytes());
        let Ok(reply) = answer else {
            return;
        };
        assert_eq!(
            reply.status,
            200,
            "{}",
            String::from_utf8_lossy(&reply.body)
        );
        revision = reply.json()["revision"].as_u64().unwrap();
        expected.people.insert(cell, person);
        expected.open = None;
        expected.answered += 1;
        // Whoever listens may have heard enough already.
        let _ = answers.send(());
    }
}

/// Every line of the journal is whole, and every answered move has one.
fn assert_whole(dir: &Path, answered: usize) {
    let journal = fs::read_to_string(dir.join("journal.csv")).unwrap();
    let lines: Vec<&str> = journal.lines().collect();
    for line in &lines {
        assert_eq!(line.split(';').count(), 9, "{line}");
    }
    let moves = lines
        .iter()
        .filter(|line| line.contains(";anna;перестановка;"))
        .count();
    assert!(moves >= answered, "{moves} lines for {answered} moves");
}

#[test]
fn nothing_answered_for_is_lost() {
    let dir = school("school-small");
    let mut random = Random(20_260_421);
    let mut server = Server::start(dir.path());
    let lists = server.get("/api/school");
    let persons = lists["school"]["people"].as_array().unwrap().len() as u64;
    let mut expected = Expected {
        people: people(&server.generate()),
        persons,
        open: None,
        answered: 0,
    };
    for _ in 0..SEQUENCES {
        let moves = random.below(4);
        let wait = Duration::from_micros(random.below(8_000));
        let process = server.process.clone();
        let (answers, heard) = mpsc::channel();
        thread::scope(|scope| {
            scope.spawn(move || {
                for _ in 0..moves {
                    heard.recv().unwrap();
                }
                thread::sleep(wait);
                process.kill();
            });
            move_until_killed(&server, &mut expected, &mut random, &answers);
        });
        drop(server);
        server = Server::start(dir.path());
        let roster = server.get("/api/roster");
        expected.settle(&roster);
        let complaints = server.get("/api/school")["complaints"].clone();
        let mut complaints = complaints.as_array().unwrap().iter();
        assert!(complaints.all(|complaint| complaint["gravity"] != "error"));
    }
    assert!(expected.answered >= SEQUENCES as usize);
    // The last line may have been cut short; the next move mends it.
    let revision = server.revision();
    server.done(
        "/api/edit",
        &json!({"revision": revision, "edits": [{"cell": [0, 0, 0], "person": 0}]}),
    );
    assert_whole(dir.path(), expected.answered);
    let left: Vec<String> = fs::read_dir(dir.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| [".tmp", ".old"].iter().any(|ending| name.ends_with(ending)))
        .collect();
    assert_eq!(left, Vec::<String>::new());
}
