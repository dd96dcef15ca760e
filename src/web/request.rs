//! A request of HTTP, read for the page.

use std::collections::BTreeMap;

use axum::body::Body;
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use axum::http::request::Parts;
use axum::http::{HeaderValue, Method, Uri};

use crate::lang::Lang;
use crate::page::{self, Asked, BadRequest, Failure};

/// Largest message of the script, in bytes.
const MOST_IN_MESSAGE: usize = 1 << 20;
/// Largest file that is dropped, in bytes.
const MOST_IN_FILE: usize = 64 << 20;

/// Reads the body; a message is JSON, a file is bytes.
pub async fn read(parts: &Parts, body: Body) -> Result<Asked, Failure> {
    let (media, limit) = match parts.method {
        Method::POST => (Some("application/json"), MOST_IN_MESSAGE),
        Method::PUT => (Some("application/octet-stream"), MOST_IN_FILE),
        _ => (None, 0),
    };
    let given = parts.headers.get(CONTENT_TYPE).map(HeaderValue::as_bytes);
    if media.is_some_and(|media| given != Some(media.as_bytes())) {
        return Err(Failure::Request(BadRequest::Media));
    }
    let said = parts.headers.get(CONTENT_LENGTH);
    let said = said.and_then(|length| length.to_str().ok()?.parse::<u64>().ok());
    if said.is_some_and(|length| length > limit as u64) {
        return Err(Failure::Request(BadRequest::Size));
    }
    let body = axum::body::to_bytes(body, limit).await;
    let body = body.map_err(|_| Failure::Request(BadRequest::Size))?;
    let address = parts.uri.path_and_query().map_or("", |it| it.as_str());
    Ok(Asked::new(address, body.into()))
}

/// The query's values.
pub fn query_of(uri: &Uri) -> BTreeMap<String, String> {
    page::query_of(uri.query().unwrap_or_default())
}

/// The language that the address asks for, else English.
pub fn lang_of(uri: &Uri) -> Lang {
    page::lang_of(&query_of(uri))
}
