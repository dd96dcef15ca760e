//! A request taken apart: language, query, body.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;

use crate::domain::{Date, Lessons, Weekdays};
use crate::lang::Lang;
use crate::service::desk::{read_lessons, read_weekdays};

use super::failure::{BadRequest, Failure};

/// A request.
#[derive(Debug)]
pub struct Asked {
    /// Language of sentences.
    pub lang: Lang,
    path: String,
    query: BTreeMap<String, String>,
    /// A message, or a file.
    pub body: Vec<u8>,
}

impl Asked {
    /// At that address (path and query, without host), with that body.
    pub fn new(address: &str, body: Vec<u8>) -> Self {
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let query = query_of(query);
        Self {
            lang: lang_of(&query),
            path: path.to_owned(),
            query,
            body,
        }
    }

    /// Its address without the query.
    pub fn path(&self) -> &str {
        &self.path
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

/// The query's values, plus and percent signs decoded; of several of one name, the last.
pub fn query_of(query: &str) -> BTreeMap<String, String> {
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decoded(name), decoded(value))
        })
        .collect()
}

/// Text of a query: `+` is a space, `%41` a byte. What is no sign of either kind stands as it is.
fn decoded(text: &str) -> String {
    let digit = |byte: Option<&u8>| byte.and_then(|byte| char::from(*byte).to_digit(16));
    let bytes = text.as_bytes();
    let (mut found, mut at) = (Vec::with_capacity(bytes.len()), 0);
    while at < bytes.len() {
        let pair = (digit(bytes.get(at + 1)), digit(bytes.get(at + 2)));
        match (bytes[at], pair) {
            (b'%', (Some(high), Some(low))) => {
                found.extend(u8::try_from(high * 16 + low));
                at += 3;
            }
            (b'+', _) => {
                found.push(b' ');
                at += 1;
            }
            (byte, _) => {
                found.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&found).into_owned()
}

/// The language that a query asks for, else English.
pub fn lang_of(query: &BTreeMap<String, String>) -> Lang {
    match query.get("lang").map(String::as_str) {
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

/// Days of the week as people list them; none: an empty text.
pub fn weekdays(text: &str) -> Result<Weekdays, Failure> {
    if text.trim().is_empty() {
        return Ok(Weekdays::default());
    }
    read_weekdays(text).ok_or(Failure::Request(BadRequest::Content))
}

/// `en`, `ru`.
pub fn lang_name(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "en",
        Lang::Ru => "ru",
    }
}

#[cfg(test)]
mod tests {
    use super::{Asked, query_of};
    use crate::lang::Lang;

    #[test]
    fn an_address_is_taken_apart() {
        let asked = Asked::new(
            "/api/files?name=%D1%88%D0%BA+1%2B.csv&lang=ru&a=1&a=2&b",
            Vec::new(),
        );
        assert_eq!(asked.path(), "/api/files");
        assert_eq!(asked.value("name").unwrap(), "шк 1+.csv");
        assert_eq!(asked.number("a").unwrap(), 2);
        assert_eq!(asked.value("b").unwrap(), "");
        assert!(asked.value("c").is_err());
        assert_eq!(asked.lang, Lang::Ru);
        assert_eq!(asked.below("/api/"), "files");
    }

    #[test]
    fn what_is_no_sign_stands_as_it_is() {
        for (text, wanted) in [
            ("a=%", "%"),
            ("a=%4", "%4"),
            ("a=%zz", "%zz"),
            ("a=%41%", "A%"),
            ("a=b=c", "b=c"),
            ("a=%FF", "\u{fffd}"),
        ] {
            assert_eq!(query_of(text)["a"], wanted);
        }
        assert!(query_of("&&").is_empty());
    }
}
