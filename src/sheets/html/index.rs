//! The page that links all files of an export.

use askama::Template;

use super::{STYLE, lang_code};
use crate::sheets::model::Packet;

/// A file to open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Where it lies, beside the index.
    pub href: String,
    /// What to click on.
    pub label: String,
}

/// A line of the index: one sheet in several formats, or one calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it is.
    pub title: String,
    /// Its files.
    pub links: Vec<Link>,
}

/// Entries under one heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The heading.
    pub title: String,
    /// The entries.
    pub entries: Vec<Entry>,
}

#[derive(Template)]
#[template(path = "index.html", config = "src/sheets/html/askama.toml")]
struct Index<'a> {
    lang: &'static str,
    school: &'a str,
    stamp: Option<&'a str>,
    style: &'static str,
    title: &'a str,
    groups: &'a [Group],
}

/// The index of an export.
///
/// # Panics
/// Never: writing to memory does not fail.
pub fn index(packet: &Packet, title: &str, groups: &[Group]) -> Vec<u8> {
    let page = Index {
        lang: lang_code(packet.lang),
        school: &packet.school,
        stamp: packet.stamp.as_deref(),
        style: STYLE,
        title,
        groups,
    };
    let text = page.render().expect("writing to memory does not fail");
    text.into_bytes()
}
