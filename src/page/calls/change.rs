//! Calls that move people, back and forth.

use serde::Deserialize;

use crate::page::Page;
use crate::page::asked::Asked;
use crate::page::failure::Failure;
use crate::page::reply::Reply;
use crate::service::desk::{Desk, DeskError, Edit, Outcome};

use super::{Seen, free};

/// A step on the desk by a window that has seen the last one; the reply is the roster with what changed.
pub fn step(
    page: &Page,
    asked: &Asked,
    revision: u64,
    step: impl FnOnce(&mut Desk) -> Result<Outcome, DeskError>,
) -> Result<Reply, Failure> {
    let mut session = free(page)?;
    let outcome = session.change(|desk| {
        desk.expect(revision)?;
        step(desk)
    })?;
    let view = session.desk.roster_view_after(&outcome.changes, asked.lang);
    Ok(Reply::json(&view))
}

/// Moves.
#[derive(Deserialize)]
struct Edits {
    revision: u64,
    edits: Vec<Edit>,
}

/// `POST /api/edit`.
pub fn edit(page: &Page, asked: &Asked) -> Result<Reply, Failure> {
    let Edits { revision, edits } = asked.message()?;
    step(page, asked, revision, |desk| desk.edit(&edits))
}

/// `POST /api/undo`.
pub fn undo(page: &Page, asked: &Asked) -> Result<Reply, Failure> {
    let Seen { revision } = asked.message()?;
    step(page, asked, revision, Desk::undo)
}

/// `POST /api/redo`.
pub fn redo(page: &Page, asked: &Asked) -> Result<Reply, Failure> {
    let Seen { revision } = asked.message()?;
    step(page, asked, revision, Desk::redo)
}
