//! The calls of the script: one table of addresses, one function each.

mod change;
mod lists;
mod look;
mod make;
mod open;
mod own;
mod sheets;
mod tables;

use std::sync::MutexGuard;

use serde::Deserialize;

use super::Page;
use super::asked::Asked;
use super::failure::Failure;
use super::reply::Reply;
use super::session::Session;

/// What a call does.
type CarryOut = fn(&Page, &Asked) -> Result<Reply, Failure>;

/// A call.
pub struct Call {
    /// Its method.
    pub method: &'static str,
    /// Its address; one that ends in `/` stands for all below it.
    pub path: &'static str,
    /// What it does.
    pub carry_out: CarryOut,
}

/// Every call.
pub const CALLS: &[Call] = &[
    get("/api/school", look::school),
    get("/api/roster", look::roster),
    get("/api/candidates", look::candidates),
    get("/api/obstacles", look::obstacles),
    get("/api/table", look::table),
    get("/api/rules", look::rules),
    get("/api/journal", look::journal),
    get("/api/progress", make::progress),
    get("/api/sheets", sheets::list),
    get("/api/sheets/", sheets::one),
    get("/api/sheets.zip", sheets::all),
    get("/api/chat", sheets::chat),
    get("/api/template.xlsx", open::template),
    put("/api/check", own::check),
    get("/api/check", own::look),
    post("/api/check/accept", own::accept),
    post("/api/check/adopt", own::adopt),
    get("/api/check/fixed", own::fixed),
    get("/api/check/annotated", own::annotated),
    put("/api/files", open::file),
    post("/api/sample", open::sample),
    post("/api/new", open::new),
    post("/api/open", open::open),
    post("/api/reload", open::reload),
    post("/api/generate", make::generate),
    post("/api/price", make::price),
    post("/api/repair", make::repair),
    post("/api/way", make::way),
    post("/api/cancel", make::cancel),
    post("/api/edit", change::edit),
    post("/api/undo", change::undo),
    post("/api/redo", change::redo),
    get("/api/reading", tables::reading),
    post("/api/meaning", tables::meaning),
    post("/api/observers", tables::observers),
    post("/api/begin", tables::begin),
    post("/api/rows", tables::rows),
    post("/api/schedule", tables::schedule),
    get("/api/settings", tables::settings),
    post("/api/setting", tables::setting),
    post("/api/policy", lists::policy),
    post("/api/waivers", lists::waivers),
    post("/api/interest", lists::interest),
];

const fn get(path: &'static str, carry_out: CarryOut) -> Call {
    Call {
        method: "GET",
        path,
        carry_out,
    }
}

const fn post(path: &'static str, carry_out: CarryOut) -> Call {
    Call {
        method: "POST",
        path,
        carry_out,
    }
}

const fn put(path: &'static str, carry_out: CarryOut) -> Call {
    Call {
        method: "PUT",
        path,
        carry_out,
    }
}

impl Call {
    /// Is it the call at that address?
    pub fn is_at(&self, path: &str) -> bool {
        if self.path.ends_with('/') {
            path.len() > self.path.len() && path.starts_with(self.path)
        } else {
            path == self.path
        }
    }
}

/// The call of that method at that address.
pub fn find(method: &str, path: &str) -> Option<&'static Call> {
    let mut calls = CALLS.iter();
    calls.find(|call| call.method == method && call.is_at(path))
}

/// What every change says: the last change that the window has seen.
#[derive(Deserialize)]
struct Seen {
    revision: u64,
}

/// The session, where nothing else is at work: while a roster is being made, the desk must stay as it is.
fn free(page: &Page) -> Result<MutexGuard<'_, Session>, Failure> {
    let session = page.session();
    if page.job.is_running() {
        return Err(Failure::Busy);
    }
    Ok(session)
}
