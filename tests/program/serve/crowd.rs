//! Many at once, and some who are slow: everybody is answered, each change counts once, and memory stays where it was.
//! `RECUSE_TURNS` says how often each of the crowd asks, and how often a step is taken back and done again.

use std::io::Write;
use std::net::TcpStream;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::json;

use super::client::{Server, school};

const CROWD: u64 = 50;

/// Turns of a test that takes so many by itself.
fn turns(by_itself: u64) -> u64 {
    std::env::var("RECUSE_TURNS").map_or(by_itself, |turns| turns.parse().unwrap())
}

/// Moves somebody, with the last change that this window has seen; was it taken?
fn is_moved(server: &Server, number: u64) -> bool {
    let edit = json!({"cell": [number % 3, 0, 0], "person": number % 7});
    let reply = server.post(
        "/api/edit",
        &json!({"revision": server.revision(), "edits": [edit]}),
    );
    assert!([200, 409].contains(&reply.status), "{}", reply.status);
    reply.status == 200
}

#[test]
fn fifty_at_once_are_all_answered_and_each_change_counts_once() {
    let dir = school("school-small");
    let server = Server::start(dir.path());
    let made = server.generate()["revision"].as_u64().unwrap();
    let moved: u64 = thread::scope(|scope| {
        let window = |number| {
            let server = &server;
            move || {
                (0..turns(4))
                    .filter(|turn| is_moved(server, number + turn))
                    .count() as u64
            }
        };
        let crowd: Vec<_> = (0..CROWD)
            .map(|number| scope.spawn(window(number)))
            .collect();
        crowd.into_iter().map(|one| one.join().unwrap()).sum()
    });
    assert!(moved > 0);
    assert_eq!(server.revision().as_u64().unwrap(), made + moved);
    let journal = std::fs::read_to_string(dir.path().join("journal.csv")).unwrap();
    let lines = journal
        .lines()
        .filter(|line| line.contains(";anna;"))
        .count() as u64;
    assert!(lines >= moved, "{lines} lines for {moved} moves");
}

#[test]
fn whoever_is_slow_keeps_nobody_waiting() {
    let dir = school("school-small");
    let server = Server::start(dir.path());
    server.generate();
    let begun = server.request("POST", "/api/edit");
    let slow: Vec<TcpStream> = (0..CROWD)
        .map(|number| {
            let mut stream = TcpStream::connect(("127.0.0.1", server.port)).unwrap();
            // Nothing at all, half a head, or a head without the body that it promises.
            let said = match number % 3 {
                0 => String::new(),
                1 => begun[..begun.len() / 2].to_owned(),
                _ => format!(
                    "{begun}Content-Type: application/json\r\nContent-Length: 900\r\n\r\n{{"
                ),
            };
            stream.write_all(said.as_bytes()).unwrap();
            stream
        })
        .collect();
    let asked = Instant::now();
    assert!((0..10).any(|number| is_moved(&server, number)));
    assert!(
        asked.elapsed() < Duration::from_secs(5),
        "{:?}",
        asked.elapsed()
    );
    drop(slow);
    assert!((0..10).any(|number| is_moved(&server, number)));
}

/// Memory of a process, in KiB.
#[cfg(target_os = "linux")]
fn memory(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let line = status
        .lines()
        .find(|line| line.starts_with("VmRSS:"))
        .unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

#[cfg(target_os = "linux")]
#[test]
fn steps_taken_back_and_done_again_cost_no_memory() {
    let dir = school("school-small");
    let server = Server::start(dir.path());
    server.generate();
    let back_and_forth = |times| {
        for _ in 0..times {
            for call in ["/api/undo", "/api/redo"] {
                server.done(call, &json!({ "revision": server.revision() }));
            }
        }
    };
    assert!((0..10).any(|number| is_moved(&server, number)));
    let people = server.get("/api/roster")["cells"].clone();
    back_and_forth(50);
    let before = memory(server.process.id());
    back_and_forth(turns(150));
    let after = memory(server.process.id());
    assert!(
        after < before + before / 5,
        "{before} KiB, then {after} KiB"
    );
    assert_eq!(server.get("/api/roster")["cells"], people);
}
