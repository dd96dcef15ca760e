//! Requests that our own page would never send are refused, and every reply carries the headers that keep the page alone.

use std::io::{Read, Write};
use std::net::TcpStream;

use super::client::{Reply, Server, percent, school};

const HEADERS: [(&str, &str); 6] = [
    ("cache-control", "no-store"),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("access-control-allow-origin", ""),
];

fn assert_sealed(reply: &Reply) {
    for (name, value) in HEADERS {
        assert_eq!(reply.header(name).unwrap_or_default(), value, "{name}");
    }
    let policy = reply.header("content-security-policy").unwrap();
    assert!(policy.starts_with("default-src 'none'; "), "{policy}");
    for foreign in ["http", "*", "'unsafe-eval'", "script-src 'unsafe"] {
        assert!(!policy.contains(foreign), "{policy}");
    }
}

/// A head with one line changed, or left out.
fn with(head: &str, name: &str, value: Option<&str>) -> String {
    let mut lines: Vec<String> = head
        .split_terminator("\r\n")
        .filter(|line| !line.starts_with(&format!("{name}:")))
        .map(str::to_owned)
        .collect();
    lines.extend(value.map(|value| format!("{name}: {value}")));
    lines.join("\r\n") + "\r\n"
}

fn change(server: &Server) -> String {
    let head = server.request("POST", "/api/undo");
    format!("{head}Content-Type: application/json\r\nContent-Length: 14\r\n")
}

fn status(server: &Server, head: &str) -> u16 {
    let reply = server.send(head.as_bytes(), b"{\"revision\":1}").unwrap();
    assert_sealed(&reply);
    reply.status
}

#[test]
fn strangers_are_refused() {
    let dir = school("school-small");
    let server = Server::start(dir.path());
    let (look, change) = (server.request("GET", "/api/roster"), change(&server));
    assert_eq!(status(&server, &look), 200);
    assert_eq!(status(&server, &change), 422, "nothing to undo, but let in");
    let port = server.port;
    let hosts = ["localhost", "127.0.0.1", "evil.example"];
    let hosts = hosts.map(|host| Some(format!("{host}:{port}")));
    let other_port = Some(format!("127.0.0.1:{}", port ^ 1));
    let bare = Some("127.0.0.1".to_owned());
    for host in hosts
        .iter()
        .skip(2)
        .chain([&hosts[0], &other_port, &bare, &None])
    {
        for head in [&look, &change] {
            let head = with(head, "Host", host.as_deref());
            assert_eq!(status(&server, &head), 403, "{host:?}");
        }
    }
    let twice = format!("{look}Host: 127.0.0.1:{port}\r\n");
    assert_eq!(status(&server, &twice), 403);
    let evil = [
        "http://evil.example",
        "null",
        &format!("https://127.0.0.1:{port}"),
        "",
    ];
    for origin in evil.map(Some).into_iter().chain([None]) {
        let head = with(&change, "Origin", origin);
        assert_eq!(status(&server, &head), 403, "{origin:?}");
    }
    let (start, last) = server.cookie.split_at(server.cookie.len() - 1);
    let wrong = format!("{start}{}", if last == "0" { "1" } else { "0" });
    let other_name = format!("x{}", server.cookie);
    for cookie in [Some(wrong.as_str()), Some(&other_name), Some(""), None] {
        for head in [&look, &change] {
            let head = with(head, "Cookie", cookie);
            assert_eq!(status(&server, &head), 403, "{cookie:?}");
        }
    }
    for site in ["cross-site", "same-site"] {
        for head in [&look, &change] {
            let head = with(head, "Sec-Fetch-Site", Some(site));
            assert_eq!(status(&server, &head), 403, "{site}");
        }
    }
    assert_eq!(
        status(&server, &with(&change, "Sec-Fetch-Site", Some("none"))),
        403
    );
    assert_eq!(
        status(&server, &with(&look, "Sec-Fetch-Site", Some("none"))),
        200
    );
    assert_eq!(status(&server, &with(&change, "Sec-Fetch-Site", None)), 422);
}

#[test]
fn the_token_is_good_for_one_visit() {
    let dir = school("school-small");
    let mut server = Server::start_outside(dir.path());
    let visit = |server: &Server, token: &str, cookie: &str| {
        let head = server.request("GET", &format!("/?token={token}&lang=ru"));
        let reply = server.raw(&with(&head, "Cookie", Some(cookie)));
        assert_sealed(&reply);
        reply
    };
    let page = server.raw(&server.request("GET", "/"));
    assert_eq!(page.status, 403);
    assert_eq!(
        page.header("content-type"),
        Some("text/html; charset=utf-8")
    );
    let wrong = "0".repeat(server.token.len());
    assert_eq!(visit(&server, &wrong, "").status, 403);
    assert_eq!(visit(&server, "", "").status, 403);
    let reply = visit(&server, &server.token, "");
    assert_eq!(
        (reply.status, reply.header("location")),
        (303, Some("/?lang=ru"))
    );
    let cookie = reply.header("set-cookie").unwrap();
    assert!(
        cookie.ends_with("; Path=/; HttpOnly; SameSite=Strict"),
        "{cookie}"
    );
    let cookie = cookie.split(';').next().unwrap().to_owned();
    let again = visit(&server, &server.token, "");
    assert_eq!(again.status, 403);
    let words = String::from_utf8(again.body).unwrap();
    assert!(words.contains("recuse serve"), "{words}");
    assert_eq!(
        visit(&server, &server.token, &cookie).status,
        303,
        "the same browser"
    );
    server.cookie = cookie;
    assert_eq!(server.raw(&server.request("GET", "/")).status, 200);
}

#[test]
fn methods_addresses_and_forms_that_are_not_ours() {
    let dir = school("school-small");
    let server = Server::start(dir.path());
    for method in ["DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"] {
        assert_eq!(
            status(&server, &server.request(method, "/api/roster")),
            405,
            "{method}"
        );
    }
    let reply = server.raw(&server.request("GET", "/api/undo"));
    assert_eq!((reply.status, reply.header("allow")), (405, Some("POST")));
    let long = format!("/{}", "a".repeat(5_000));
    let addresses = [
        "/api",
        "/api/",
        "/etc/passwd",
        "/../Cargo.toml",
        "/api/sheets/../../policy.toml",
        "//",
        "/api/roster/",
        "/%2e%2e/policy.toml",
        "/script/%2e%2e/index.html",
        "/policy.toml",
        "/.recuse.lock",
        &long,
    ];
    for path in addresses {
        assert_eq!(status(&server, &server.request("GET", path)), 404, "{path}");
    }
    let elsewhere = server.request(
        "GET",
        &format!("http://127.0.0.1:{}/api/roster", server.port),
    );
    assert_eq!(status(&server, &elsewhere), 403, "a proxy's request");
    let head = change(&server);
    for media in [
        Some("text/plain"),
        Some("application/x-www-form-urlencoded"),
        None,
    ] {
        assert_eq!(status(&server, &with(&head, "Content-Type", media)), 415);
    }
    for message in [
        "",
        "{",
        "[]",
        "{\"revision\":-1}",
        "{\"revision\":\"1\"}",
        "\u{0}",
    ] {
        let reply = server.try_call("POST", "/api/undo", "application/json", message.as_bytes());
        assert_eq!(reply.unwrap().status, 400, "{message}");
    }
    let names = [
        "../staff.csv",
        "a/staff.csv",
        "..\\staff.csv",
        ".staff.csv",
        "staff.exe",
        "CON.csv",
        "",
    ];
    for name in names {
        let name = percent(name);
        let reply = server.put(&format!("/api/files?name={name}"), b"person\n");
        assert_eq!(reply.status, 422, "{name}");
    }
    assert_eq!(server.put("/api/files", b"person\n").status, 400);
    let files: Vec<_> = std::fs::read_dir(dir.path()).unwrap().collect();
    assert_eq!(files.len(), 13, "school-small and the lock");
}

#[test]
fn more_than_is_read_is_refused_before_it_is_read() {
    let dir = school("school-small");
    let server = Server::start(dir.path());
    for (method, path, media, length) in [
        ("POST", "/api/edit", "application/json", 2 << 20),
        (
            "PUT",
            "/api/files?name=staff.csv",
            "application/octet-stream",
            65_u64 << 20,
        ),
    ] {
        let head = format!(
            "{}Content-Type: {media}\r\nContent-Length: {length}\r\n",
            server.request(method, path)
        );
        assert_eq!(server.raw(&head).status, 413, "{path}");
    }
    // Said to be endless, and found to be too long on the way.
    let head = format!(
        "{}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n",
        server.request("POST", "/api/edit")
    );
    let chunk = format!("100000\r\n{}\r\n", "a".repeat(1 << 20));
    let reply = server
        .send(head.as_bytes(), chunk.repeat(3).as_bytes())
        .unwrap();
    assert_eq!(reply.status, 413);
}

#[test]
fn noise_does_not_end_the_server() {
    let dir = school("school-small");
    let server = Server::start(dir.path());
    let noises: [&[u8]; 5] = [
        b"\r\n\r\n",
        b"GET\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"GET / HTTP/1.1\r\nHost: \xff\xfe\r\n\r\n",
        b"POST /api/edit HTTP/1.1\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n",
    ];
    for noise in noises {
        let mut stream = TcpStream::connect(("127.0.0.1", server.port)).unwrap();
        stream.write_all(noise).unwrap();
        stream.shutdown(std::net::Shutdown::Write).unwrap();
        let _ = stream.read_to_end(&mut Vec::new());
    }
    assert_eq!(server.raw(&server.request("GET", "/")).status, 200);
}
