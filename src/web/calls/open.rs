//! Calls about the folder: files that come in, the sample, another folder.

use serde::Deserialize;

use crate::input::InputFile;
use crate::web::app::App;
use crate::web::asked::Asked;
use crate::web::failure::Failure;
use crate::web::reply::Reply;

use super::free;
use super::look::school_of;

/// `PUT /api/files?name`.
pub fn file(app: &App, asked: &Asked) -> Result<Reply, Failure> {
    let file = InputFile {
        name: asked.value("name")?.to_owned(),
        bytes: asked.body.to_vec(),
    };
    let mut session = free(app)?;
    session.change(|desk| desk.put(file))?;
    Ok(school_of(&session, asked))
}

/// `POST /api/sample`.
pub fn sample(app: &App, asked: &Asked) -> Result<Reply, Failure> {
    let mut session = free(app)?;
    session.sample()?;
    Ok(school_of(&session, asked))
}

/// A folder below the served one; empty: the served one.
#[derive(Deserialize)]
struct Below {
    folder: String,
}

/// `POST /api/open`.
pub fn open(app: &App, asked: &Asked) -> Result<Reply, Failure> {
    let Below { folder } = asked.message()?;
    let mut session = free(app)?;
    session.open_below(&folder)?;
    Ok(school_of(&session, asked))
}

/// `POST /api/reload`: what stands in the folder now.
pub fn reload(app: &App, asked: &Asked) -> Result<Reply, Failure> {
    let mut session = free(app)?;
    session.reload()?;
    Ok(school_of(&session, asked))
}
