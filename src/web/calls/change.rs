//! Calls that move people, back and forth.

use serde::Deserialize;

use crate::service::desk::{Desk, DeskError, Edit, Outcome};
use crate::web::app::App;
use crate::web::asked::Asked;
use crate::web::failure::Failure;
use crate::web::reply::Reply;

use super::{Seen, free};

/// A step on the desk by a window that has seen the last one; the reply is the roster with what changed.
pub fn step(
    app: &App,
    asked: &Asked,
    revision: u64,
    step: impl FnOnce(&mut Desk) -> Result<Outcome, DeskError>,
) -> Result<Reply, Failure> {
    let mut session = free(app)?;
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
pub fn edit(app: &App, asked: &Asked) -> Result<Reply, Failure> {
    let Edits { revision, edits } = asked.message()?;
    step(app, asked, revision, |desk| desk.edit(&edits))
}

/// `POST /api/undo`.
pub fn undo(app: &App, asked: &Asked) -> Result<Reply, Failure> {
    let Seen { revision } = asked.message()?;
    step(app, asked, revision, Desk::undo)
}

/// `POST /api/redo`.
pub fn redo(app: &App, asked: &Asked) -> Result<Reply, Failure> {
    let Seen { revision } = asked.message()?;
    step(app, asked, revision, Desk::redo)
}
