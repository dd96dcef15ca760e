//! Replies, and the headers that every one of them carries.

use axum::body::Body;
use axum::http::header::{
    ALLOW, CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName,
    LOCATION, REFERRER_POLICY, SET_COOKIE, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderValue, Response, StatusCode};

use crate::input::InputFile;
use crate::lang::{Lang, desk as words};
use crate::page::{Failure, HTML, Reply, lang_name, media_of};

/// What the page itself may do: load our own files, ask us, show our own previews; nothing else, and nobody may frame it.
const PAGE_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
     connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// What a sheet may do in a frame of the page: show itself and be printed. No script, no request.
const SHEET_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; \
     form-action 'none'; frame-ancestors 'self'; sandbox allow-same-origin allow-modals";

/// A call's reply with its headers.
pub fn response(reply_to: Reply) -> Response<Body> {
    match reply_to {
        Reply::Json(bytes) => reply(StatusCode::OK, "application/json", bytes),
        Reply::Sheet(bytes) => {
            let mut response = reply(StatusCode::OK, HTML, bytes);
            set(&mut response, CONTENT_SECURITY_POLICY, SHEET_POLICY);
            response
        }
        Reply::Download(InputFile { name, bytes }) => {
            let mut response = reply(StatusCode::OK, media_of(&name), bytes);
            set(&mut response, CONTENT_DISPOSITION, &attachment(&name));
            response
        }
    }
}

/// The header that makes a browser save the file: the name in letters that any header may hold, and as it is.
fn attachment(name: &str) -> String {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || ".-_ ".contains(letter);
    let plain: String = name
        .chars()
        .map(|letter| if is_plain(letter) { letter } else { '_' })
        .collect();
    let exact: String = name
        .bytes()
        .map(|byte| {
            if byte.is_ascii_alphanumeric() || b".-_".contains(&byte) {
                char::from(byte).to_string()
            } else {
                format!("%{byte:02X}")
            }
        })
        .collect();
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{exact}")
}

/// A file of the page.
pub fn page(media: &'static str, bytes: &'static [u8]) -> Response<Body> {
    reply(StatusCode::OK, media, bytes.to_vec())
}

/// A refusal, for the script.
pub fn refusal(failure: &Failure, lang: Lang) -> Response<Body> {
    let view = serde_json::to_vec(&failure.view(lang)).expect("views have text as keys");
    reply(status_of(failure), "application/json", view)
}

/// A method that the address does not know.
pub fn other_method(failure: &Failure, allow: &str, lang: Lang) -> Response<Body> {
    let mut response = refusal(failure, lang);
    set(&mut response, ALLOW, allow);
    response
}

/// A refusal, for a person who has opened the address by hand.
pub fn refusal_page(failure: &Failure, lang: Lang) -> Response<Body> {
    let page = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<meta charset=\"utf-8\">\n<title>recuse</title>\n<p>{}</p>\n<p>{}</p>\n</html>\n",
        lang_name(lang),
        failure.sentence(lang),
        words::start_again(lang)
    );
    reply(status_of(failure), HTML, page.into_bytes())
}

/// Lets the browser in: the cookie, and the address without the token.
pub fn welcome(cookie: &str, lang: Lang) -> Response<Body> {
    let mut response = reply(StatusCode::SEE_OTHER, "text/plain", Vec::new());
    set(&mut response, SET_COOKIE, cookie);
    set(
        &mut response,
        LOCATION,
        &format!("/?lang={}", lang_name(lang)),
    );
    response
}

fn status_of(failure: &Failure) -> StatusCode {
    StatusCode::from_u16(failure.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

fn reply(status: StatusCode, media: &str, bytes: Vec<u8>) -> Response<Body> {
    let mut response = Response::new(Body::from(bytes));
    *response.status_mut() = status;
    set(&mut response, CONTENT_TYPE, media);
    set(&mut response, CACHE_CONTROL, "no-store");
    set(&mut response, CONTENT_SECURITY_POLICY, PAGE_POLICY);
    set(&mut response, X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(&mut response, REFERRER_POLICY, "same-origin");
    for name in ["cross-origin-opener-policy", "cross-origin-resource-policy"] {
        set(&mut response, HeaderName::from_static(name), "same-origin");
    }
    response
}

fn set(response: &mut Response<Body>, name: HeaderName, value: &str) {
    // Every value is of our own making: letters, digits, signs.
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().insert(name, value);
    }
}
