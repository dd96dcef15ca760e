//! The page in a single file: no server, no disk and no clock around it. Every call is a parcel of bytes that goes in, and one that
//! comes out; whoever carries them keeps the school's files, which come along whenever they change.

use std::sync::{Mutex, PoisonError};

use serde::Serialize;

use crate::input::InputFile;
use crate::service::OutputFile;
use crate::service::desk::{Desk, zipped};

use super::asked::{Asked, MOST_IN_FILE};
use super::failure::{BadRequest, Failure};
use super::job::Pulse;
use super::keeper::Trouble;
use super::memory::{Change, Memory, Schools};
use super::reply::{HTML, Reply, media_of};
use super::{Page, find};

/// A call as it comes in.
#[derive(Debug, Clone, Copy)]
struct Incoming<'a> {
    /// `2026-04-21 10:15:00`, as the clock on the wall shows it.
    now: &'a str,
    method: &'a str,
    address: &'a str,
}

/// What all calls share.
pub struct SingleFile {
    page: Page,
    memory: Memory,
    /// As all was before the last change.
    before: Mutex<Option<(Schools, Desk)>>,
    /// Files that are about to be a school.
    held: Mutex<Vec<InputFile>>,
}

/// What goes out: this, in JSON, on a line of its own; then the reply's bytes; then each changed file's.
#[derive(Debug, Serialize)]
struct Envelope<'a> {
    status: u16,
    media: &'a str,
    /// Of a file to save.
    name: Option<&'a str>,
    /// Of the reply, in bytes.
    length: usize,
    /// The open school's, among all that are in memory.
    school: &'a str,
    changes: Vec<Changed<'a>>,
}

/// A file of the open school that is not as it was before the call.
#[derive(Debug, Serialize)]
struct Changed<'a> {
    name: &'a str,
    /// In bytes; `null`: it is gone.
    length: Option<usize>,
}

impl<'a> Incoming<'a> {
    /// Three lines: time, method, address.
    fn read(head: &'a str) -> Self {
        let mut lines = head.split('\n');
        let mut line = || lines.next().unwrap_or_default();
        Self {
            now: line(),
            method: line(),
            address: line(),
        }
    }
}

impl SingleFile {
    /// Without a school. The pulse is asked while a roster is being made.
    pub fn open(pulse: Box<Pulse>) -> Result<Self, Box<dyn Trouble>> {
        let memory = Memory::new();
        Ok(Self {
            page: Page::with_pulse(memory.clone(), pulse)?,
            memory,
            before: Mutex::new(None),
            held: Mutex::new(Vec::new()),
        })
    }

    /// Does what is asked for; the parcel that goes out. A head is three lines: time, method, address.
    pub fn answer(&self, head: &str, body: Vec<u8>) -> Vec<u8> {
        let call = Incoming::read(head);
        self.memory.tell_time(call.now);
        let asked = Asked::new(call.address, body);
        let (answer, changes) = if asked.path().starts_with("/own/") {
            (self.own(call.method, &asked), Vec::new())
        } else {
            self.of_the_page(call.method, &asked)
        };
        self.parcel(answer, &asked, &changes)
    }

    /// A call of the page; with it the files that it changed.
    fn of_the_page(&self, method: &str, asked: &Asked) -> (Result<Reply, Failure>, Vec<Change>) {
        if asked.body.len() > MOST_IN_FILE {
            return (Err(Failure::Request(BadRequest::Size)), Vec::new());
        }
        if method == "GET" || find(method, asked.path()).is_none() {
            return (self.page.answer(method, asked), Vec::new());
        }
        let then = self.memory.copy();
        let desk = self.page.session().desk.clone();
        let answer = self.page.answer(method, asked);
        let changes = self.memory.changed_since(&then);
        *locked(&self.before) = Some((then, desk));
        (answer, changes)
    }

    /// What the carrier asks for itself.
    fn own(&self, method: &str, asked: &Asked) -> Result<Reply, Failure> {
        match (method, asked.path()) {
            ("PUT", "/own/held") => {
                let name = asked.value("name")?.to_owned();
                let bytes = asked.body.clone();
                locked(&self.held).push(InputFile { name, bytes });
                Ok(Reply::json(&()))
            }
            ("POST", "/own/school") => self.lay(asked.value("name")?, asked),
            ("POST", "/own/back") => {
                if let Some((then, desk)) = locked(&self.before).take() {
                    self.memory.put_back(then);
                    self.page.session().desk = desk;
                }
                Ok(Reply::json(&()))
            }
            ("GET", "/own/all") => {
                let files = self.memory.files().into_iter();
                let files: Vec<OutputFile> = files
                    .map(|InputFile { name, bytes }| OutputFile { name, bytes })
                    .collect();
                let bytes = zipped(&files).ok_or(Failure::Broken)?;
                let name = "recuse.zip".to_owned();
                Ok(Reply::Download(InputFile { name, bytes }))
            }
            _ => Err(Failure::Request(BadRequest::Address)),
        }
    }

    /// The files that came in are that school's, and it is opened, or read again.
    fn lay(&self, name: &str, asked: &Asked) -> Result<Reply, Failure> {
        let files = std::mem::take(&mut *locked(&self.held));
        self.memory.lay(name, files);
        self.page.session().open_below(name)?;
        *locked(&self.before) = None;
        self.page.answer(
            "GET",
            &Asked::new("/api/school", Vec::new()).in_the_language_of(asked),
        )
    }

    fn parcel(&self, answer: Result<Reply, Failure>, asked: &Asked, changes: &[Change]) -> Vec<u8> {
        const JSON: &str = "application/json";
        let mut status = 200;
        let (media, name, bytes) = match answer {
            Ok(Reply::Json(bytes)) => (JSON, None, bytes),
            Ok(Reply::Sheet(bytes)) => (HTML, None, bytes),
            Ok(Reply::Download(file)) => (media_of(&file.name), Some(file.name), file.bytes),
            Err(failure) => {
                status = failure.status();
                let view = serde_json::to_vec(&failure.view(asked.lang));
                (JSON, None, view.expect("views have text as keys"))
            }
        };
        let envelope = Envelope {
            status,
            media,
            name: name.as_deref(),
            length: bytes.len(),
            school: &self.memory.open_one(),
            changes: changes
                .iter()
                .map(|(name, bytes)| Changed {
                    name,
                    length: bytes.as_ref().map(Vec::len),
                })
                .collect(),
        };
        let mut parcel = serde_json::to_vec(&envelope).expect("views have text as keys");
        parcel.push(b'\n');
        parcel.extend(bytes);
        parcel.extend(
            changes
                .iter()
                .filter_map(|(_, bytes)| bytes.as_deref())
                .flatten(),
        );
        parcel
    }
}

fn locked<T>(it: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    it.lock().unwrap_or_else(PoisonError::into_inner)
}
