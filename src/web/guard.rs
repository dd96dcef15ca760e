//! Who may ask: the browser that came with the start token, from our own page, at our own address.

use std::sync::{Mutex, PoisonError};

use axum::http::header::{COOKIE, HOST, ORIGIN};
use axum::http::request::Parts;
use axum::http::{HeaderName, HeaderValue, Method};

use crate::page::BadRequest;
use crate::sheets::hex;

use super::request::query_of;

/// Bytes of randomness in the token and in the cookie.
const SECRET: usize = 32;
/// No address of ours is longer.
const LONGEST_ADDRESS: usize = 2_000;

/// The locks on the door.
pub struct Guard {
    host: String,
    origin: String,
    cookie_name: String,
    cookie: String,
    /// Good for one visit.
    token: Mutex<Option<String>>,
}

/// What becomes of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// It is answered.
    Admitted,
    /// The token was right: the browser gets this cookie.
    Welcome(String),
    /// It is refused.
    Refused(BadRequest),
}

impl Guard {
    /// New secrets for the server at that port; returns the token as well.
    pub fn new(port: u16) -> Result<(Self, String), getrandom::Error> {
        let token = secret()?;
        let guard = Self {
            host: format!("127.0.0.1:{port}"),
            origin: format!("http://127.0.0.1:{port}"),
            // Browsers send one host's cookies to all its ports: each run has a name of its own.
            cookie_name: format!("recuse-{}", &secret()?[..8]),
            cookie: secret()?,
            token: Mutex::new(Some(token.clone())),
        };
        Ok((guard, token))
    }

    /// Looks at everything but the body.
    pub fn judge(&self, request: &Parts) -> Entry {
        match self.check(request) {
            Ok(entry) => entry,
            Err(what) => Entry::Refused(what),
        }
    }

    fn check(&self, request: &Parts) -> Result<Entry, BadRequest> {
        if only(request, HOST) != Some(&self.host) || request.uri.authority().is_some() {
            return Err(BadRequest::Stranger);
        }
        let is_change = match request.method {
            Method::GET | Method::HEAD => false,
            Method::POST | Method::PUT => true,
            _ => return Err(BadRequest::Method),
        };
        let address = request.uri.path_and_query().map_or("", |it| it.as_str());
        if address.len() > LONGEST_ADDRESS || request.uri.path().contains("..") {
            return Err(BadRequest::Address);
        }
        let site = request.headers.get("sec-fetch-site");
        let site = site.map(HeaderValue::as_bytes);
        if !is_change
            && request.uri.path() == "/"
            && let Some(token) = query_of(&request.uri).get("token")
        {
            return self.exchange(request, token);
        }
        let from_us = match site {
            None | Some(b"same-origin") => true,
            // Typed, or a bookmark: for looking only.
            Some(b"none") => !is_change,
            Some(_) => false,
        };
        if !from_us || !self.has_cookie(request) {
            return Err(BadRequest::Stranger);
        }
        if is_change && only(request, ORIGIN) != Some(&self.origin) {
            return Err(BadRequest::Stranger);
        }
        Ok(Entry::Admitted)
    }

    /// A right token is worth a cookie, once; whoever has the cookie already needs no token.
    fn exchange(&self, request: &Parts, given: &str) -> Result<Entry, BadRequest> {
        let mut token = self.token.lock().unwrap_or_else(PoisonError::into_inner);
        let is_right = token.as_deref().is_some_and(|token| same(token, given));
        if !is_right && !self.has_cookie(request) {
            return Err(BadRequest::Stranger);
        }
        if is_right {
            *token = None;
        }
        let (name, value) = (&self.cookie_name, &self.cookie);
        Ok(Entry::Welcome(format!(
            "{name}={value}; Path=/; HttpOnly; SameSite=Strict"
        )))
    }

    fn has_cookie(&self, request: &Parts) -> bool {
        let cookies = request.headers.get_all(COOKIE);
        let pairs = cookies
            .iter()
            .filter_map(|header| header.to_str().ok())
            .flat_map(|header| header.split(';'))
            .filter_map(|pair| pair.trim().split_once('='));
        pairs
            .filter(|(name, _)| *name == self.cookie_name)
            .any(|(_, value)| same(value, &self.cookie))
    }
}

/// The header's value, where it stands there just once.
fn only(request: &Parts, name: HeaderName) -> Option<&str> {
    let mut values = request.headers.get_all(name).iter();
    match (values.next(), values.next()) {
        (Some(value), None) => value.to_str().ok(),
        _ => None,
    }
}

/// Are the secrets the same? Takes as long for a near miss as for a wild guess.
fn same(a: &str, b: &str) -> bool {
    let differing = a
        .bytes()
        .zip(b.bytes())
        .fold(0, |sum, (a, b)| sum | (a ^ b));
    a.len() == b.len() && differing == 0
}

fn secret() -> Result<String, getrandom::Error> {
    let mut bytes = [0; SECRET];
    getrandom::fill(&mut bytes)?;
    Ok(hex(&bytes))
}
