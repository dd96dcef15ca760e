//! An XML file as a tree, small enough to hold: names, attributes, texts, and the line of each element.
//!
//! It knows nothing of timetables.

use encoding_rs::{Encoding, UTF_8};
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::ImportProblem;

/// Bytes that are read.
const BYTES: usize = 64 * 1024 * 1024;
/// Elements that are read; the largest timetable known has 60,000.
const ELEMENTS: usize = 500_000;
/// Elements within each other; a timetable has six.
const DEPTH: usize = 64;

/// A whole file.
#[derive(Debug)]
pub struct Document {
    /// The outermost element.
    pub root: Element,
    /// Some bytes were no letters of the file's encoding.
    pub has_broken_letters: bool,
    /// The file is UTF-8 though it names another encoding.
    pub has_other_letters: bool,
}

/// An element.
#[derive(Debug, Default)]
pub struct Element {
    /// Its name.
    pub name: String,
    /// Line of its start tag, 1-based.
    pub line: u32,
    /// Text directly in it, trimmed.
    text: String,
    attributes: Vec<(String, String)>,
    children: Vec<Element>,
}

impl Element {
    /// Elements of this name directly in it.
    pub fn all<'e>(&'e self, name: &'e str) -> impl Iterator<Item = &'e Element> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// Elements `entry` in the element `list` directly in it.
    pub fn entries<'e>(
        &'e self,
        list: &'e str,
        entry: &'e str,
    ) -> impl Iterator<Item = &'e Element> {
        self.all(list).flat_map(move |list| list.all(entry))
    }

    /// Text of the first element of this name directly in it; empty where there is none.
    pub fn text_of(&self, name: &str) -> &str {
        self.children
            .iter()
            .find(|child| child.name == name)
            .map_or("", |child| child.text.as_str())
    }

    /// Texts of all elements of this name directly in it, blank ones left out.
    pub fn texts_of<'e>(&'e self, name: &'e str) -> impl Iterator<Item = &'e str> {
        self.all(name)
            .map(|child| child.text.as_str())
            .filter(|text| !text.is_empty())
    }

    /// An attribute, trimmed; empty where there is none.
    pub fn attribute(&self, name: &str) -> &str {
        self.attributes
            .iter()
            .find(|(key, _)| key == name)
            .map_or("", |(_, value)| value.trim())
    }

    /// A list of ids in an attribute, separated by commas.
    pub fn ids<'e>(&'e self, name: &str) -> impl Iterator<Item = &'e str> + use<'e> {
        self.attribute(name)
            .split(',')
            .map(str::trim)
            .filter(|id| !id.is_empty())
    }
}

/// Reads a file.
pub fn parse(bytes: &[u8]) -> Result<Document, ImportProblem> {
    if bytes.len() > BYTES {
        return Err(ImportProblem::TooLarge);
    }
    let declared = encoding_of(bytes);
    // Text of another encoding is hardly ever UTF-8 by chance.
    let is_utf8 = Encoding::for_bom(bytes).is_none()
        && declared != UTF_8
        && std::str::from_utf8(bytes).is_ok();
    let encoding = if is_utf8 { UTF_8 } else { declared };
    let (text, _, has_broken_letters) = encoding.decode(bytes);
    let root = tree(&text)?;
    Ok(Document {
        root,
        has_broken_letters: has_broken_letters || is_garbled(&text),
        has_other_letters: is_utf8 && !text.is_ascii(),
    })
}

/// Whether Cyrillic or Greek was read as accented Latin: `Ïåòðîâà`. No language has four accented letters in a row.
fn is_garbled(text: &str) -> bool {
    const ROW: usize = 4;
    let mut in_a_row = 0;
    text.chars().any(|letter| {
        let is_accented = letter.is_alphabetic() && ('\u{c0}'..='\u{17f}').contains(&letter);
        in_a_row = if is_accented { in_a_row + 1 } else { 0 };
        in_a_row >= ROW
    })
}

/// The encoding that the first line names; a byte order mark goes before it, as decoding sees to.
fn encoding_of(bytes: &[u8]) -> &'static Encoding {
    /// The declaration stands at the very beginning.
    const DECLARATION: usize = 200;
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(DECLARATION)]);
    let declared = start
        .split("?>")
        .next()
        .filter(|declaration| declaration.trim_start().starts_with("<?xml"))
        .and_then(|declaration| declaration.split_once("encoding"))
        .map(|(_, rest)| rest.trim_start_matches([' ', '=', '"', '\'']))
        .and_then(|rest| rest.split(['"', '\'']).next());
    declared
        .and_then(|label| Encoding::for_label(label.as_bytes()))
        .unwrap_or(UTF_8)
}

fn tree(text: &str) -> Result<Element, ImportProblem> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    let mut lines = Lines::new(text);
    // The bottom of the stack stands for the file itself.
    let mut open = vec![Element::default()];
    let mut elements = 0;
    loop {
        let event = reader.read_event();
        let line = lines.at(reader.buffer_position());
        let broken = ImportProblem::BrokenXml { line };
        match event.map_err(|_| broken)? {
            Event::Start(start) => {
                elements += 1;
                if elements > ELEMENTS {
                    return Err(ImportProblem::TooLarge);
                }
                if open.len() > DEPTH {
                    return Err(broken);
                }
                open.push(opened(&start, line).ok_or(broken)?);
            }
            Event::End(_) => {
                let mut closed = open.pop().ok_or(broken)?;
                trim(&mut closed.text);
                open.last_mut().ok_or(broken)?.children.push(closed);
            }
            Event::Text(text) => append(&mut open, &text.xml10_content()),
            Event::CData(text) => append(&mut open, &text.xml10_content()),
            Event::GeneralRef(reference) => append(&mut open, &resolved(&reference).ok_or(broken)?),
            Event::Eof => {
                let file = open.pop().filter(|_| open.is_empty()).ok_or(broken)?;
                return file.children.into_iter().next().ok_or(broken);
            }
            Event::Empty(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::DocType(_) => {}
        }
    }
}

fn opened(start: &BytesStart, line: u32) -> Option<Element> {
    let attributes = start
        .attributes()
        .map(|attribute| {
            let attribute = attribute.ok()?;
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?;
            Some((attribute.key.as_ref().to_owned(), value.into_owned()))
        })
        .collect::<Option<_>>()?;
    Some(Element {
        name: start.name().as_ref().to_owned(),
        line,
        attributes,
        ..Element::default()
    })
}

/// Takes blanks off both ends.
fn trim(text: &mut String) {
    text.truncate(text.trim_end().len());
    text.drain(..text.len() - text.trim_start().len());
}

fn append(open: &mut [Element], text: &str) {
    if let Some(element) = open.last_mut() {
        element.text.push_str(text);
    }
}

/// The letter that `&amp;` or `&#1040;` stands for. Entities that a file defines itself are not followed.
fn resolved(reference: &BytesRef) -> Option<String> {
    if let Some(text) = quick_xml::escape::resolve_xml_entity(reference) {
        return Some(text.to_owned());
    }
    let letter = reference.resolve_char_ref().ok()??;
    Some(letter.to_string())
}

/// Counts lines up to positions that only grow.
struct Lines<'t> {
    rest: &'t [u8],
    position: u64,
    line: u32,
}

impl<'t> Lines<'t> {
    fn new(text: &'t str) -> Self {
        Self {
            rest: text.as_bytes(),
            position: 0,
            line: 1,
        }
    }

    /// Line of the byte at `position`.
    fn at(&mut self, position: u64) -> u32 {
        let step = position.saturating_sub(self.position) as usize;
        let (passed, rest) = self.rest.split_at(step.min(self.rest.len()));
        let breaks = passed.split(|&byte| byte == b'\n').count() - 1;
        self.line = self.line.saturating_add(breaks as u32);
        self.rest = rest;
        self.position = self.position.max(position);
        self.line
    }
}
