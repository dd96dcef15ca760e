//! Why a request is not answered as asked: a status, a kind for the script, a sentence for the person.

use serde::Serialize;
use thiserror::Error;

use crate::lang::{Lang, desk as words};
use crate::service::desk::{ComplaintView, DeskError, ErrorKind};

use super::keeper::Trouble;

/// Why.
#[derive(Debug, Error)]
pub enum Failure {
    /// The desk does not do it.
    #[error(transparent)]
    Desk(#[from] DeskError),
    /// Where the school is kept, something cannot be read or written.
    #[error("{0}")]
    Kept(Box<dyn Trouble>),
    /// The request itself.
    #[error("{0:?}")]
    Request(BadRequest),
    /// A roster is being made.
    #[error("a roster is being made")]
    Busy,
    /// A mistake of ours.
    #[error("a call panicked")]
    Broken,
}

/// What is wrong with a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadRequest {
    /// Not from our own page: host, origin, cookie.
    Stranger,
    /// No such address.
    Address,
    /// Not with this method.
    Method,
    /// Not in this form.
    Media,
    /// More than is read.
    Size,
    /// Not what the call takes.
    Content,
}

/// A failure as the script gets it.
#[derive(Debug, Serialize)]
pub struct FailureView {
    error: String,
    kind: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    complaints: Vec<ComplaintView>,
}

impl Failure {
    /// The status, in the numbers of HTTP.
    pub fn status(&self) -> u16 {
        match self {
            Self::Desk(error) => match error.kind() {
                ErrorKind::Stale => 409,
                ErrorKind::Refused => 422,
                ErrorKind::Bad => 400,
                ErrorKind::Internal => 500,
            },
            Self::Kept(_) => 422,
            Self::Busy => 409,
            Self::Broken => 500,
            Self::Request(what) => match what {
                BadRequest::Stranger => 403,
                BadRequest::Address => 404,
                BadRequest::Method => 405,
                BadRequest::Media => 415,
                BadRequest::Size => 413,
                BadRequest::Content => 400,
            },
        }
    }

    fn kind(&self) -> &'static str {
        match self {
            Self::Desk(error) => match error.kind() {
                ErrorKind::Stale => "stale",
                ErrorKind::Refused => "refused",
                ErrorKind::Bad => "bad",
                ErrorKind::Internal => "internal",
            },
            Self::Kept(_) => "disk",
            Self::Busy => "busy",
            Self::Broken => "internal",
            Self::Request(_) => "bad",
        }
    }

    /// One sentence.
    pub fn sentence(&self, lang: Lang) -> String {
        match self {
            Self::Desk(error) => error.sentence(lang),
            Self::Kept(trouble) => trouble.sentence(lang),
            Self::Busy => words::busy(lang).to_owned(),
            Self::Broken => words::broken(lang).to_owned(),
            Self::Request(what) => match what {
                BadRequest::Stranger => words::stranger(lang).to_owned(),
                BadRequest::Address => words::no_address(lang).to_owned(),
                BadRequest::Size => words::too_much(lang).to_owned(),
                BadRequest::Method | BadRequest::Media | BadRequest::Content => {
                    words::bad_request(lang).to_owned()
                }
            },
        }
    }

    /// For the script.
    pub fn view(&self, lang: Lang) -> FailureView {
        FailureView {
            error: self.sentence(lang),
            kind: self.kind(),
            complaints: match self {
                Self::Desk(error) => error.complaints(lang),
                _ => Vec::new(),
            },
        }
    }
}

impl From<Box<dyn Trouble>> for Failure {
    fn from(trouble: Box<dyn Trouble>) -> Self {
        Self::Kept(trouble)
    }
}
