//! The tags of an XML part, each with the bytes it takes, so that elements can be replaced where they stand.

use std::ops::Range;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::AmendProblem;

/// What a tag does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TagKind {
    /// Opens an element.
    Open,
    /// Is a whole element.
    Empty,
    /// Closes an element.
    Close,
}

/// A tag.
#[derive(Debug, Clone, Copy)]
pub struct Tag<'x> {
    /// What it does.
    pub kind: TagKind,
    /// Byte in the part at which it begins.
    pub start: usize,
    /// All of it, brackets included.
    pub text: &'x str,
}

impl<'x> Tag<'x> {
    /// Its bytes in the part.
    pub fn range(&self) -> Range<usize> {
        self.start..self.start + self.text.len()
    }

    /// Byte after it.
    pub fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// The name with its prefix.
    pub fn name(&self) -> &'x str {
        let inner = self.text.trim_start_matches(['<', '/']);
        let end = inner.find(|letter: char| letter.is_whitespace() || matches!(letter, '/' | '>'));
        &inner[..end.unwrap_or(inner.len())]
    }

    /// The name without prefix.
    pub fn local(&self) -> &'x str {
        self.name().rsplit(':').next().unwrap_or_default()
    }

    /// The prefix with its colon; nothing where there is none.
    pub fn prefix(&self) -> &'x str {
        let name = self.name();
        &name[..name.len() - self.local().len()]
    }

    /// Does it begin an element of that local name, with content or without?
    pub fn begins(&self, local: &str) -> bool {
        self.kind != TagKind::Close && self.local() == local
    }

    /// Does it close an element of that local name?
    pub fn closes(&self, local: &str) -> bool {
        self.kind == TagKind::Close && self.local() == local
    }

    /// The tag as quick-xml knows tags.
    fn parsed(&self) -> BytesStart<'x> {
        let inner = self.text.trim_start_matches('<').trim_end_matches('>');
        let inner = inner.strip_suffix('/').unwrap_or(inner);
        BytesStart::from_content(inner, self.name().len())
    }

    /// The attribute's value; `name` with its prefix.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let parsed = self.parsed();
        let attribute = parsed.try_get_attribute(name).ok()??;
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?;
        Some(value.into_owned())
    }

    /// All attributes as they are written: names with prefixes, values escaped.
    pub fn attributes(&self) -> Vec<(String, String)> {
        let parsed = self.parsed();
        let mut attributes = parsed.attributes();
        let attributes = attributes.with_checks(false);
        let written = attributes.filter_map(Result::ok).map(|attribute| {
            let name: &str = attribute.key.as_ref();
            (name.to_owned(), attribute.value.into_owned())
        });
        written.collect()
    }

    /// The tag with these attributes instead of its own; `(name, value)` as they are written.
    pub fn with(&self, attributes: &[(String, String)]) -> String {
        let attributes: String = attributes
            .iter()
            .map(|(name, value)| format!(" {name}=\"{}\"", value.replace('"', "&quot;")))
            .collect();
        let end = if self.kind == TagKind::Empty {
            "/>"
        } else {
            ">"
        };
        format!("<{}{attributes}{end}", self.name())
    }
}

/// All tags of the part, in order.
pub fn tags(part: &str) -> Result<Vec<Tag<'_>>, AmendProblem> {
    let mut reader = Reader::from_str(part);
    let mut tags = Vec::new();
    loop {
        let start = position(&reader);
        let kind = match reader.read_event().map_err(|_| AmendProblem::Broken)? {
            Event::Start(_) => TagKind::Open,
            Event::Empty(_) => TagKind::Empty,
            Event::End(_) => TagKind::Close,
            Event::Eof => return Ok(tags),
            _ => continue,
        };
        let text = part.get(start..position(&reader));
        let text = text.filter(|text| text.starts_with('<') && text.ends_with('>'));
        tags.push(Tag {
            kind,
            start,
            text: text.ok_or(AmendProblem::Broken)?,
        });
    }
}

fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

/// Position of the tag that closes the element which `open` begins; itself, where it has no content.
pub fn close_of(tags: &[Tag<'_>], open: usize) -> Result<usize, AmendProblem> {
    if tags[open].kind == TagKind::Empty {
        return Ok(open);
    }
    let mut depth = 0_usize;
    for (index, tag) in tags.iter().enumerate().skip(open) {
        match tag.kind {
            TagKind::Open => depth += 1,
            TagKind::Close => depth -= 1,
            TagKind::Empty => {}
        }
        if depth == 0 {
            return Ok(index);
        }
    }
    Err(AmendProblem::Broken)
}

/// The text with what XML would read as markup escaped, and what it forbids left out.
pub fn escaped(text: &str) -> String {
    let is_allowed = |letter: &char| !matches!(letter, '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    let allowed: String = text.chars().filter(is_allowed).collect();
    quick_xml::escape::escape(allowed.as_str()).into_owned()
}
