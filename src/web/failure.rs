//! Why a request is not answered as asked: a status, a kind for the script, a sentence for the person.

use axum::http::StatusCode;
use serde::Serialize;
use thiserror::Error;

use crate::disk::FileError;
use crate::lang::{Lang, desk as words};
use crate::service::desk::{ComplaintView, DeskError, ErrorKind};

use super::folder::FolderError;

/// Why.
#[derive(Debug, Error)]
pub enum Failure {
    /// The desk does not do it.
    #[error(transparent)]
    Desk(#[from] DeskError),
    /// The folder cannot be opened.
    #[error(transparent)]
    Folder(#[from] FolderError),
    /// The disk.
    #[error(transparent)]
    File(#[from] FileError),
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
    /// The status.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::Desk(error) => match error.kind() {
                ErrorKind::Stale => StatusCode::CONFLICT,
                ErrorKind::Refused => StatusCode::UNPROCESSABLE_ENTITY,
                ErrorKind::Bad => StatusCode::BAD_REQUEST,
                ErrorKind::Internal => StatusCode::INTERNAL_SERVER_ERROR,
            },
            Self::Folder(_) | Self::File(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Busy => StatusCode::CONFLICT,
            Self::Broken => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Request(what) => match what {
                BadRequest::Stranger => StatusCode::FORBIDDEN,
                BadRequest::Address => StatusCode::NOT_FOUND,
                BadRequest::Method => StatusCode::METHOD_NOT_ALLOWED,
                BadRequest::Media => StatusCode::UNSUPPORTED_MEDIA_TYPE,
                BadRequest::Size => StatusCode::PAYLOAD_TOO_LARGE,
                BadRequest::Content => StatusCode::BAD_REQUEST,
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
            Self::Folder(_) | Self::File(_) => "disk",
            Self::Busy => "busy",
            Self::Broken => "internal",
            Self::Request(_) => "bad",
        }
    }

    /// One sentence.
    pub fn sentence(&self, lang: Lang) -> String {
        match self {
            Self::Desk(error) => error.sentence(lang),
            Self::Folder(error) => error.sentence(lang),
            Self::File(error) => error.sentence(lang),
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
