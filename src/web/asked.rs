//! A request taken apart: language, query, body.

use std::collections::BTreeMap;

use axum::body::{Body, Bytes};
use axum::extract::Query;
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use axum::http::request::Parts;
use axum::http::{HeaderValue, Method, Uri};
use serde::de::DeserializeOwned;

use crate::domain::{Date, Lessons};
use crate::lang::Lang;
use crate::service::desk::read_lessons;

use super::failure::{BadRequest, Failure};

/// Largest message of the script, in bytes.
const MOST_IN_MESSAGE: usize = 1 << 20;
/// Largest file that is dropped, in bytes.
const MOST_IN_FILE: usize = 64 << 20;

/// A request.
pub struct Asked {
    /// Language of sentences.
    pub lang: Lang,
    path: String,
    query: BTreeMap<String, String>,
    /// A message, or a file.
    pub body: Bytes,
}

impl Asked {
    /// Reads the body; a message is JSON, a file is bytes.
    pub async fn read(parts: &Parts, body: Body) -> Result<Self, Failure> {
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
        Ok(Self {
            lang: lang_of(&parts.uri),
            path: parts.uri.path().to_owned(),
            query: query_of(&parts.uri),
            body: body.map_err(|_| Failure::Request(BadRequest::Size))?,
        })
    }

    /// The message.
    pub fn message<T: DeserializeOwned>(&self) -> Result<T, Failure> {
        serde_json::from_slice(&self.body).map_err(|_| Failure::Request(BadRequest::Content))
    }

    /// A value of the query.
    pub fn value(&self, name: &str) -> Result<&str, Failure> {
        let value = self.query.get(name).map(String::as_str);
        value.ok_or(Failure::Request(BadRequest::Content))
    }

    /// A value of the query that may be missing.
    pub fn optional(&self, name: &str) -> Option<&str> {
        let value = self.query.get(name).map(String::as_str);
        value.filter(|value| !value.is_empty())
    }

    /// Does the query say yes to it?
    pub fn is_set(&self, name: &str) -> bool {
        self.optional(name) == Some("1")
    }

    /// What follows that beginning of the address.
    pub fn below(&self, start: &str) -> &str {
        self.path.strip_prefix(start).unwrap_or_default()
    }

    /// A number of the query.
    pub fn number(&self, name: &str) -> Result<u32, Failure> {
        let number = self.value(name)?.parse();
        number.map_err(|_| Failure::Request(BadRequest::Content))
    }
}

/// The query's values, percent signs decoded; of several of one name, the last. None where it cannot be read.
pub fn query_of(uri: &Uri) -> BTreeMap<String, String> {
    Query::try_from_uri(uri).map_or_else(|_| BTreeMap::new(), |Query(query)| query)
}

/// The language that the address asks for, else English.
pub fn lang_of(uri: &Uri) -> Lang {
    match query_of(uri).get("lang").map(String::as_str) {
        Some("ru") => Lang::Ru,
        _ => Lang::En,
    }
}

/// A day, ISO.
pub fn day(text: &str) -> Result<Date, Failure> {
    Date::parse_from_str(text, "%Y-%m-%d").map_err(|_| Failure::Request(BadRequest::Content))
}

/// Lesson numbers as people write them; none: an empty text.
pub fn lessons(text: &str) -> Result<Lessons, Failure> {
    if text.trim().is_empty() {
        return Ok(Lessons::default());
    }
    read_lessons(text).ok_or(Failure::Request(BadRequest::Content))
}

/// `en`, `ru`.
pub fn lang_name(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "en",
        Lang::Ru => "ru",
    }
}
