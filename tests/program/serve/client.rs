//! A server of our own and a browser of a few lines: what goes over the wire is written and read as it is.

use std::fmt::Write as _;
use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};

use serde_json::{Value, json};
use tempfile::TempDir;

/// A process that anybody may end.
#[derive(Clone)]
pub struct Process(Arc<Mutex<Child>>);

impl Process {
    /// Its number.
    pub fn id(&self) -> u32 {
        self.0.lock().unwrap().id()
    }

    /// Ends it as a power cut would.
    pub fn kill(&self) {
        let mut child = self.0.lock().unwrap();
        child.kill().unwrap();
        child.wait().unwrap();
    }
}

/// A running server; killed when it goes.
pub struct Server {
    pub process: Process,
    pub port: u16,
    pub token: String,
    /// `NAME=VALUE`.
    pub cookie: String,
}

/// What came back.
#[derive(Debug)]
pub struct Reply {
    pub status: u16,
    /// Names in lower case.
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Reply {
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut found = self.headers.iter().filter(|(key, _)| key == name);
        let value = found.next().map(|(_, value)| value.as_str());
        assert_eq!(found.next(), None, "{name} twice");
        value
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body)
            .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&self.body)))
    }
}

/// `recuse serve DIR --no-open`, not started.
pub fn serve(dir: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_recuse"));
    command
        .arg("serve")
        .arg(dir)
        .args(["--no-open", "--lang", "en"]);
    command.env("USER", "anna");
    command
}

impl Server {
    /// Starts on the folder and lets itself in.
    pub fn start(dir: &Path) -> Self {
        let mut server = Self::start_outside(dir);
        let reply = server.raw(&server.request("GET", &format!("/?token={}", server.token)));
        assert_eq!(reply.status, 303);
        let cookie = reply.header("set-cookie").unwrap();
        cookie
            .split(';')
            .next()
            .unwrap()
            .clone_into(&mut server.cookie);
        server
    }

    /// Starts, and has not used the token yet.
    pub fn start_outside(dir: &Path) -> Self {
        let mut child = serve(dir)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        out.read_line(&mut line).unwrap();
        let rest = line.strip_prefix("http://127.0.0.1:").expect("the address");
        let (port, rest) = rest.split_once("/?token=").unwrap();
        Self {
            process: Process(Arc::new(Mutex::new(child))),
            port: port.parse().unwrap(),
            token: rest.split('&').next().unwrap().to_owned(),
            cookie: String::new(),
        }
    }

    /// Head of a request as our own page sends it, without the last empty line.
    pub fn request(&self, method: &str, path: &str) -> String {
        let port = self.port;
        format!(
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nOrigin: http://127.0.0.1:{port}\r\n\
             Sec-Fetch-Site: same-origin\r\nCookie: {}\r\nConnection: close\r\n",
            self.cookie
        )
    }

    /// Sends a head and nothing more.
    pub fn raw(&self, head: &str) -> Reply {
        self.send(head.as_bytes(), b"").unwrap()
    }

    /// Sends a head and a body.
    pub fn send(&self, head: &[u8], body: &[u8]) -> io::Result<Reply> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        stream.write_all(head)?;
        stream.write_all(b"\r\n")?;
        // A server that refuses the head need not read the body.
        let _ = stream.write_all(body);
        let mut bytes = Vec::new();
        let read = stream.read_to_end(&mut bytes);
        parse(&bytes).ok_or_else(|| read.err().unwrap_or(io::ErrorKind::UnexpectedEof.into()))
    }

    pub fn try_call(
        &self,
        method: &str,
        path: &str,
        media: &str,
        body: &[u8],
    ) -> io::Result<Reply> {
        let head = format!(
            "{}Content-Type: {media}\r\nContent-Length: {}\r\n",
            self.request(method, path),
            body.len()
        );
        self.send(head.as_bytes(), body)
    }

    pub fn get(&self, path: &str) -> Value {
        let reply = self.raw(&self.request("GET", path));
        assert_eq!(
            reply.status,
            200,
            "{path}: {}",
            String::from_utf8_lossy(&reply.body)
        );
        reply.json()
    }

    pub fn post(&self, path: &str, message: &Value) -> Reply {
        let body = message.to_string();
        self.try_call("POST", path, "application/json", body.as_bytes())
            .unwrap()
    }

    pub fn put(&self, path: &str, bytes: &[u8]) -> Reply {
        self.try_call("PUT", path, "application/octet-stream", bytes)
            .unwrap()
    }

    /// A call that must succeed.
    pub fn done(&self, path: &str, message: &Value) -> Value {
        let reply = self.post(path, message);
        assert_eq!(
            reply.status,
            200,
            "{path}: {}",
            String::from_utf8_lossy(&reply.body)
        );
        reply.json()
    }

    pub fn revision(&self) -> Value {
        self.get("/api/roster")["revision"].clone()
    }

    /// Makes a roster.
    pub fn generate(&self) -> Value {
        self.done("/api/generate", &json!({ "revision": self.revision() }))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.process.kill();
    }
}

fn parse(bytes: &[u8]) -> Option<Reply> {
    let end = bytes.windows(4).position(|window| window == b"\r\n\r\n")?;
    let head = std::str::from_utf8(&bytes[..end]).ok()?;
    let mut lines = head.split("\r\n");
    let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
    let headers: Vec<(String, String)> = lines
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_lowercase(), value.to_owned()))
        .collect();
    let body = bytes[end + 4..].to_vec();
    let length = headers.iter().find(|(name, _)| name == "content-length");
    if length.is_some_and(|(_, length)| length.parse() != Ok(body.len())) {
        return None;
    }
    Some(Reply {
        status,
        headers,
        body,
    })
}

/// A copy of a sample school.
pub fn school(name: &str) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    let from = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("data")
        .join(name);
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, dir.path().join(path.file_name().unwrap())).unwrap();
    }
    dir
}

/// Files that were kept beside those of that name.
pub fn kept(dir: &Path, name: &str) -> Vec<PathBuf> {
    let mut kept: Vec<PathBuf> = fs::read_dir(dir)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            let file = path.file_name().unwrap().to_string_lossy().into_owned();
            file.starts_with(&format!("{name}.")) && path.extension().is_some_and(|it| it == "bak")
        })
        .collect();
    kept.sort();
    kept
}

/// The text as a query writes it.
pub fn percent(text: &str) -> String {
    text.bytes().fold(String::new(), |mut all, byte| {
        write!(all, "%{byte:02x}").unwrap();
        all
    })
}
