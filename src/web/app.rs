//! What every request meets: the guard, then a file of the page or a call.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::Response;
use axum::http::request::Parts;

use crate::page::{BadRequest, CALLS, Call, Failure, Page, Reply, find};

use super::assets::asset;
use super::guard::{Entry, Guard};
use super::idle::Idle;
use super::reply;
use super::request::{lang_of, read};

/// What all requests share.
pub struct App {
    guard: Guard,
    page: Page,
}

impl App {
    /// With that door and that page.
    pub fn new(guard: Guard, page: Page) -> Self {
        Self { guard, page }
    }
}

/// All addresses.
pub fn router(app: &Arc<App>, idle: &Idle) -> Router {
    let (app, idle) = (Arc::clone(app), idle.clone());
    Router::new().fallback(move |request: Request| answer(Arc::clone(&app), idle.clone(), request))
}

async fn answer(app: Arc<App>, idle: Idle, request: Request) -> Response<Body> {
    let (parts, body) = request.into_parts();
    let lang = lang_of(&parts.uri);
    match app.guard.judge(&parts) {
        Entry::Refused(what) => {
            let failure = Failure::Request(what);
            if parts.uri.path() == "/" {
                reply::refusal_page(&failure, lang)
            } else {
                reply::refusal(&failure, lang)
            }
        }
        Entry::Welcome(cookie) => reply::welcome(&cookie, lang),
        Entry::Admitted => {
            idle.touch();
            admitted(app, &parts, body).await
        }
    }
}

async fn admitted(app: Arc<App>, parts: &Parts, body: Body) -> Response<Body> {
    let lang = lang_of(&parts.uri);
    let method = match parts.method.as_str() {
        "HEAD" => "GET",
        other => other,
    };
    let path = parts.uri.path();
    if let Some(asset) = asset(path).filter(|_| method == "GET") {
        return reply::page(asset.media, asset.bytes);
    }
    let Some(call) = find(method, path) else {
        let others = CALLS.iter().filter(|call| call.is_at(path));
        let allow: Vec<&str> = others.map(|call| call.method).collect();
        return if allow.is_empty() && asset(path).is_none() {
            reply::refusal(&Failure::Request(BadRequest::Address), lang)
        } else {
            let failure = Failure::Request(BadRequest::Method);
            reply::other_method(&failure, &allow.join(", "), lang)
        };
    };
    match carry_out(app, call, parts, body).await {
        Ok(reply) => reply::response(reply),
        Err(failure) => reply::refusal(&failure, lang),
    }
}

/// Calls wait for the disk and compute: each on a thread of its own, so that others are answered meanwhile.
async fn carry_out(
    app: Arc<App>,
    call: &'static Call,
    parts: &Parts,
    body: Body,
) -> Result<Reply, Failure> {
    let asked = read(parts, body).await?;
    let work = tokio::task::spawn_blocking(move || (call.carry_out)(&app.page, &asked));
    work.await.map_err(|_| Failure::Broken)?
}
