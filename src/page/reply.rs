//! Replies to calls.

use serde::Serialize;

use crate::input::InputFile;

/// A page's media type.
pub const HTML: &str = "text/html; charset=utf-8";

/// A reply to a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    /// For the script.
    Json(Vec<u8>),
    /// A sheet to show inside the page.
    Sheet(Vec<u8>),
    /// A file to save.
    Download(InputFile),
}

impl Reply {
    /// For the script.
    pub(super) fn json(value: &impl Serialize) -> Self {
        Self::Json(serde_json::to_vec(value).expect("views have text as keys"))
    }
}

/// The media type of a file by its ending.
pub fn media_of(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => HTML,
        "pdf" => "application/pdf",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "zip" => "application/zip",
        _ => "application/octet-stream",
    }
}
