//! Calls that only look.

#![expect(
    clippy::unnecessary_wraps,
    reason = "all calls have one form, also those that cannot fail"
)]

use std::sync::Arc;

use serde::Serialize;

use crate::page::Page;
use crate::page::asked::Asked;
use crate::page::failure::Failure;
use crate::page::reply::Reply;
use crate::page::session::Session;
use crate::service::desk::{JournalView, SchoolView};

/// What the page shows of the lists, and of the folder they stand in.
#[derive(Serialize)]
struct FolderView {
    /// Name of the folder.
    folder: String,
    /// Does it hold anything yet?
    open: bool,
    /// School folders below the served one.
    folders: Vec<String>,
    /// The computer's date.
    today: String,
    #[serde(flatten)]
    lists: SchoolView,
}

/// The lists, for whoever changed them too.
pub fn school_of(session: &Session, asked: &Asked) -> Reply {
    Reply::json(&FolderView {
        folder: session.folder_name(),
        open: !session.desk.is_blank(),
        folders: session.folders(),
        today: session.today(),
        lists: session.desk.school_view(asked.lang),
    })
}

/// `GET /api/school`.
pub fn school(page: &Page, asked: &Asked) -> Result<Reply, Failure> {
    Ok(school_of(&page.session(), asked))
}

/// `GET /api/roster`.
pub fn roster(page: &Page, asked: &Asked) -> Result<Reply, Failure> {
    let desk = page.session().desk.clone();
    Ok(Reply::json(&desk.roster_view(asked.lang)))
}

/// `GET /api/candidates?sitting&role&seat`.
pub fn candidates(page: &Page, asked: &Asked) -> Result<Reply, Failure> {
    let cell = (
        asked.number("sitting")?,
        asked.number("role")?,
        asked.number("seat")?,
    );
    let desk = page.session().desk.clone();
    Ok(Reply::json(&desk.candidates(cell, asked.lang)?))
}

/// `GET /api/obstacles`: slow where many places are empty, so the desk is not held meanwhile.
pub fn obstacles(page: &Page, asked: &Asked) -> Result<Reply, Failure> {
    let desk = page.session().desk.clone();
    let obstacles = desk.obstacles()?;
    let view = desk.obstacles_view(&obstacles, asked.lang)?;
    let known = Arc::clone(&obstacles);
    page.session().desk.note_obstacles(desk.revision(), known);
    Ok(Reply::json(&view))
}

/// `GET /api/table?file&sheet`.
pub fn table(page: &Page, asked: &Asked) -> Result<Reply, Failure> {
    let (file, sheet) = (asked.value("file")?, asked.optional("sheet"));
    let desk = page.session().desk.clone();
    Ok(Reply::json(&desk.table_view(file, sheet, asked.lang)?))
}

/// `GET /api/rules`.
pub fn rules(page: &Page, asked: &Asked) -> Result<Reply, Failure> {
    let desk = page.session().desk.clone();
    Ok(Reply::json(&desk.rules_view(asked.lang)?))
}

/// `GET /api/journal`.
pub fn journal(page: &Page, asked: &Asked) -> Result<Reply, Failure> {
    let bytes = page.session().journal()?;
    Ok(Reply::json(&JournalView::read(&bytes, asked.lang)))
}
