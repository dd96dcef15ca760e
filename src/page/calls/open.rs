//! Calls about the folder: files that come in, the sample, another folder.

use serde::Deserialize;

use crate::input::InputFile;
use crate::page::Page;
use crate::page::asked::Asked;
use crate::page::failure::Failure;
use crate::page::reply::Reply;
use crate::service;
use crate::service::desk::DeskError;

use super::free;
use super::look::school_of;

/// `PUT /api/files?name`.
pub fn file(page: &Page, asked: &Asked) -> Result<Reply, Failure> {
    let file = InputFile {
        name: asked.value("name")?.to_owned(),
        bytes: asked.body.clone(),
    };
    let mut session = free(page)?;
    session.put(file)?;
    Ok(school_of(&session, asked))
}

/// `POST /api/sample`.
pub fn sample(page: &Page, asked: &Asked) -> Result<Reply, Failure> {
    let mut session = free(page)?;
    session.sample()?;
    Ok(school_of(&session, asked))
}

/// `POST /api/new`: a school without a file; no other is lost.
pub fn new(page: &Page, asked: &Asked) -> Result<Reply, Failure> {
    let mut session = free(page)?;
    session.new_school()?;
    Ok(school_of(&session, asked))
}

/// A folder below the served one; empty: the served one.
#[derive(Deserialize)]
struct Below {
    folder: String,
}

/// `POST /api/open`.
pub fn open(page: &Page, asked: &Asked) -> Result<Reply, Failure> {
    let Below { folder } = asked.message()?;
    let mut session = free(page)?;
    session.open_below(&folder)?;
    Ok(school_of(&session, asked))
}

/// `POST /api/reload`: what stands in the folder now.
pub fn reload(page: &Page, asked: &Asked) -> Result<Reply, Failure> {
    let mut session = free(page)?;
    session.reload()?;
    Ok(school_of(&session, asked))
}

/// `GET /api/template.xlsx`: empty tables in the reader's language.
pub fn template(_page: &Page, asked: &Asked) -> Result<Reply, Failure> {
    let workbook = service::template(asked.lang).map_err(DeskError::from)?;
    Ok(Reply::Download(workbook))
}
