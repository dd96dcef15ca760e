//! Calls about a roster of the user's own.

use serde::Deserialize;

use crate::input::InputFile;
use crate::page::Page;
use crate::page::asked::Asked;
use crate::page::failure::{BadRequest, Failure};
use crate::page::reply::Reply;
use crate::service::desk::Accept;

use super::change::step;
use super::{Seen, free};

/// `PUT /api/check?name`: judged apart from the desk, for it takes its time.
pub fn check(page: &Page, asked: &Asked) -> Result<Reply, Failure> {
    let file = InputFile {
        name: asked.value("name")?.to_owned(),
        bytes: asked.body.clone(),
    };
    let desk = page.session().desk.clone();
    let own = desk.check_own(file)?;
    let mut session = page.session();
    session.desk.note_own(own);
    Ok(Reply::json(&session.desk.own_view(asked.lang)?))
}

/// `GET /api/check`.
pub fn look(page: &Page, asked: &Asked) -> Result<Reply, Failure> {
    let desk = page.session().desk.clone();
    Ok(Reply::json(&desk.own_view(asked.lang)?))
}

/// Numbers of findings, or `"all"`, or `"none"`.
#[derive(Deserialize)]
#[serde(untagged)]
enum Which {
    Findings(Vec<usize>),
    Word(String),
}

/// Suggestions are accepted.
#[derive(Deserialize)]
struct Accepted {
    finding: Which,
}

/// `POST /api/check/accept`.
pub fn accept(page: &Page, asked: &Asked) -> Result<Reply, Failure> {
    let Accepted { finding } = asked.message()?;
    let which = match finding {
        Which::Findings(numbers) => Accept::Findings(numbers),
        Which::Word(word) if word == "all" => Accept::All,
        Which::Word(word) if word == "none" => Accept::Reset,
        Which::Word(_) => return Err(Failure::Request(BadRequest::Content)),
    };
    let mut session = free(page)?;
    session.desk.accept_own(&which)?;
    Ok(Reply::json(&session.desk.own_view(asked.lang)?))
}

/// `POST /api/check/adopt`.
pub fn adopt(page: &Page, asked: &Asked) -> Result<Reply, Failure> {
    let Seen { revision } = asked.message()?;
    step(page, asked, revision, |desk| desk.adopt_own(asked.lang))
}

/// `GET /api/check/fixed`.
pub fn fixed(page: &Page, _: &Asked) -> Result<Reply, Failure> {
    let desk = page.session().desk.clone();
    Ok(Reply::Download(desk.fixed_own()?))
}

/// `GET /api/check/annotated`.
pub fn annotated(page: &Page, asked: &Asked) -> Result<Reply, Failure> {
    let desk = page.session().desk.clone();
    Ok(Reply::Download(desk.annotated_own(asked.lang)?))
}
