//! The calls of the script: one table of addresses, one function each.

use std::sync::atomic::Ordering;

use serde::{Deserialize, Serialize};

use crate::input::InputFile;
use crate::service::desk::{Edit, SchoolView, Watch};

use super::app::{App, JobState};
use super::asked::Asked;
use super::failure::Failure;
use super::reply::Reply;
use super::session::Session;

/// A call.
pub struct Call {
    /// Its method.
    pub method: &'static str,
    /// Its address.
    pub path: &'static str,
    /// What it does.
    pub carry_out: fn(&App, &Asked) -> Result<Reply, Failure>,
}

/// Every call.
pub const CALLS: &[Call] = &[
    get("/api/school", school),
    get("/api/roster", roster),
    get("/api/candidates", candidates),
    get("/api/progress", progress),
    put("/api/files", files),
    post("/api/sample", sample),
    post("/api/generate", generate),
    post("/api/cancel", cancel),
    post("/api/edit", edit),
    post("/api/undo", undo),
    post("/api/redo", redo),
];

type CarryOut = fn(&App, &Asked) -> Result<Reply, Failure>;

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

/// The call of that method at that address.
pub fn find(method: &str, path: &str) -> Option<&'static Call> {
    CALLS
        .iter()
        .find(|call| call.method == method && call.path == path)
}

/// What the page shows of the lists.
#[derive(Serialize)]
struct FolderView {
    /// Name of the folder.
    folder: String,
    /// Does it hold anything yet?
    open: bool,
    #[serde(flatten)]
    lists: SchoolView,
}

fn school_of(session: &Session, asked: &Asked) -> Reply {
    Reply::json(&FolderView {
        folder: session.folder_name(),
        open: !session.desk.is_blank(),
        lists: session.desk.school_view(asked.lang),
    })
}

fn school(app: &App, asked: &Asked) -> Result<Reply, Failure> {
    Ok(school_of(&app.session(), asked))
}

fn roster(app: &App, asked: &Asked) -> Result<Reply, Failure> {
    Ok(Reply::json(&app.session().desk.roster_view(asked.lang)))
}

fn candidates(app: &App, asked: &Asked) -> Result<Reply, Failure> {
    let cell = (
        asked.number("sitting")?,
        asked.number("role")?,
        asked.number("seat")?,
    );
    let desk = app.session().desk.clone();
    Ok(Reply::json(&desk.candidates(cell, asked.lang)?))
}

/// While a roster is being made, the desk must stay as it is.
fn free<'a>(app: &'a App) -> Result<std::sync::MutexGuard<'a, Session>, Failure> {
    let session = app.session();
    if app.job.running.load(Ordering::SeqCst) {
        return Err(Failure::Busy);
    }
    Ok(session)
}

fn files(app: &App, asked: &Asked) -> Result<Reply, Failure> {
    let file = InputFile {
        name: asked.value("name")?.to_owned(),
        bytes: asked.body.to_vec(),
    };
    let mut session = free(app)?;
    session.change(|desk| desk.put(file))?;
    Ok(school_of(&session, asked))
}

fn sample(app: &App, asked: &Asked) -> Result<Reply, Failure> {
    let mut session = free(app)?;
    session.sample()?;
    Ok(school_of(&session, asked))
}

/// What every change says: the last change that the window has seen.
#[derive(Deserialize)]
struct Seen {
    revision: u64,
}

/// A request for a new roster.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Wanted {
    revision: u64,
    #[serde(default)]
    keep_locks: bool,
}

/// Ends with the call, whatever happens in it.
struct Running<'a>(&'a JobState);

impl Drop for Running<'_> {
    fn drop(&mut self) {
        self.0.running.store(false, Ordering::SeqCst);
    }
}

fn generate(app: &App, asked: &Asked) -> Result<Reply, Failure> {
    let wanted: Wanted = asked.message()?;
    let (job, _running) = {
        let session = free(app)?;
        session.desk.expect(wanted.revision)?;
        let job = session.desk.generate(wanted.keep_locks, asked.lang)?;
        app.job.stop.store(false, Ordering::SeqCst);
        app.job.proven.store(0, Ordering::SeqCst);
        app.job.running.store(true, Ordering::SeqCst);
        (job, Running(&app.job))
    };
    let made = job.run(&Watch {
        stop: &|| app.job.stop.load(Ordering::SeqCst),
        progress: &|proven, levels| {
            app.job.proven.store(proven, Ordering::SeqCst);
            app.job.levels.store(levels, Ordering::SeqCst);
        },
    })?;
    let mut session = app.session();
    session.change(|desk| desk.adopt(&made, asked.lang))?;
    Ok(Reply::json(&session.desk.roster_view(asked.lang)))
}

/// How far a roster is that is being made.
#[derive(Serialize)]
struct Progress {
    running: bool,
    proven: usize,
    levels: usize,
}

fn progress(app: &App, _: &Asked) -> Result<Reply, Failure> {
    Ok(Reply::json(&Progress {
        running: app.job.running.load(Ordering::SeqCst),
        proven: app.job.proven.load(Ordering::SeqCst),
        levels: app.job.levels.load(Ordering::SeqCst),
    }))
}

fn cancel(app: &App, asked: &Asked) -> Result<Reply, Failure> {
    app.job.stop.store(true, Ordering::SeqCst);
    progress(app, asked)
}

/// Moves.
#[derive(Deserialize)]
struct Edits {
    revision: u64,
    edits: Vec<Edit>,
}

fn edit(app: &App, asked: &Asked) -> Result<Reply, Failure> {
    let Edits { revision, edits } = asked.message()?;
    let mut session = free(app)?;
    let outcome = session.change(|desk| {
        desk.expect(revision)?;
        desk.edit(&edits)
    })?;
    Ok(Reply::json(
        &session.desk.roster_view_after(&outcome.changes, asked.lang),
    ))
}

fn undo(app: &App, asked: &Asked) -> Result<Reply, Failure> {
    let Seen { revision } = asked.message()?;
    let mut session = free(app)?;
    let outcome = session.change(|desk| {
        desk.expect(revision)?;
        desk.undo()
    })?;
    Ok(Reply::json(
        &session.desk.roster_view_after(&outcome.changes, asked.lang),
    ))
}

fn redo(app: &App, asked: &Asked) -> Result<Reply, Failure> {
    let Seen { revision } = asked.message()?;
    let mut session = free(app)?;
    let outcome = session.change(|desk| {
        desk.expect(revision)?;
        desk.redo()
    })?;
    Ok(Reply::json(
        &session.desk.roster_view_after(&outcome.changes, asked.lang),
    ))
}
