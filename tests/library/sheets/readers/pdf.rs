//! Text of a PDF, by a small reader of our own: streams inflated, glyphs turned into letters by the fonts' own maps.
//!
//! It reads what a page shows in the order in which it is drawn; it knows no object streams and no encryption.

use std::collections::BTreeMap;
use std::io::Read;

use flate2::read::ZlibDecoder;

use super::squeezed;

/// The texts of a PDF, page by page, a string for each that was drawn.
pub struct Paper {
    pub pages: Vec<Vec<String>>,
}

/// Glyphs of a font, by number.
type Letters = BTreeMap<u16, String>;

pub fn read(bytes: &[u8]) -> Paper {
    let objects = objects(bytes);
    let catalog = objects.values().find(|object| object.says("/Type /Pages"));
    let kids = references(catalog.expect("pages").after("/Kids"));
    let fonts: BTreeMap<u32, Letters> = objects
        .iter()
        .filter(|(_, object)| object.says("/ToUnicode"))
        .map(|(&number, object)| {
            let map = references(object.after("/ToUnicode"))[0];
            (number, letters(&objects[&map].text()))
        })
        .collect();
    let pages = kids.iter().map(|page| {
        let page = &objects[page];
        let names = names_of_fonts(page.after("/Font"));
        let content = objects[&references(page.after("/Contents"))[0]].text();
        drawn(&content, |name| &fonts[&names[name]])
    });
    Paper {
        pages: pages.collect(),
    }
}

impl Paper {
    /// Everything drawn between the margins, in order, without spaces; `edges` are the texts outside of them.
    pub fn text(&self, edges: &[&str]) -> String {
        let count = self.pages.len();
        let mut text = String::new();
        for (number, page) in (1..).zip(&self.pages) {
            let footer = format!("Page {number} of {count}");
            let inner = page.iter().filter(|line| {
                let is_edge = **line == footer || edges.contains(&line.as_str());
                !is_edge
            });
            text.extend(inner.map(|line| squeezed(line)));
        }
        text
    }
}

/// Asserts that `found` is `expected`, but for headers that stand again where a page begins.
pub fn assert_same_but_headers(found: &str, expected: &str, headers: &[String], what: &str) {
    let (mut found, mut expected) = (found, expected);
    while !(found.is_empty() && expected.is_empty()) {
        let same = found
            .char_indices()
            .zip(expected.chars())
            .take_while(|((_, a), b)| a == b)
            .count();
        let split = |text: &str| {
            text.char_indices()
                .nth(same)
                .map_or(text.len(), |(at, _)| at)
        };
        (found, expected) = (&found[split(found)..], &expected[split(expected)..]);
        if found.is_empty() && expected.is_empty() {
            return;
        }
        let header = headers
            .iter()
            .find(|header| found.starts_with(header.as_str()));
        let near = |text: &str| text.chars().take(60).collect::<String>();
        let Some(header) = header else {
            panic!("{what}: {} instead of {}", near(found), near(expected));
        };
        found = &found[header.len()..];
    }
}

/// An object: its dictionary, and its stream as it stands.
struct Object {
    dictionary: String,
    stream: Vec<u8>,
}

impl Object {
    fn says(&self, words: &str) -> bool {
        self.dictionary.contains(words)
    }

    fn after(&self, key: &str) -> &str {
        let (_, rest) = self.dictionary.split_once(key).expect("the key");
        rest
    }

    /// The stream as text, inflated where it has to be.
    fn text(&self) -> String {
        if !self.says("/FlateDecode") {
            return self.stream.iter().map(|&byte| char::from(byte)).collect();
        }
        let mut bytes = Vec::new();
        let mut decoder = ZlibDecoder::new(self.stream.as_slice());
        decoder.read_to_end(&mut bytes).expect("a stream");
        bytes.into_iter().map(char::from).collect()
    }
}

fn objects(bytes: &[u8]) -> BTreeMap<u32, Object> {
    let mut objects = BTreeMap::new();
    let mut rest = bytes;
    while let Some(at) = find(rest, b" 0 obj") {
        let digits = rest[..at]
            .iter()
            .rev()
            .take_while(|byte| byte.is_ascii_digit());
        let digits = digits.count();
        let number = String::from_utf8_lossy(&rest[at - digits..at]);
        let number: u32 = number.parse().expect("a number");
        rest = &rest[at + b" 0 obj".len()..];
        let end = find(rest, b"endobj").expect("an end");
        let stream = find(&rest[..end], b"stream\n");
        let dictionary = String::from_utf8_lossy(&rest[..stream.unwrap_or(end)]).into_owned();
        let stream = stream.map_or(Vec::new(), |at| {
            let length = number_after(&dictionary, "/Length");
            let start = at + b"stream\n".len();
            let stream = rest[start..start + length].to_vec();
            rest = &rest[start + length..];
            stream
        });
        objects.insert(number, Object { dictionary, stream });
    }
    objects
}

fn find(bytes: &[u8], word: &[u8]) -> Option<usize> {
    bytes.windows(word.len()).position(|window| window == word)
}

fn number_after(text: &str, key: &str) -> usize {
    let (_, rest) = text.split_once(key).expect("the key");
    let digits: String = rest
        .trim_start()
        .chars()
        .take_while(char::is_ascii_digit)
        .collect();
    digits.parse().expect("a number")
}

/// The references from here up to the end of the list, or the first one.
fn references(text: &str) -> Vec<u32> {
    let list = match text.trim_start().strip_prefix('[') {
        Some(list) => list.split(']').next().unwrap_or(list),
        None => text.split('R').next().unwrap_or(text),
    };
    let words = list.split_whitespace();
    words
        .step_by(3)
        .filter_map(|word| word.parse().ok())
        .collect()
}

/// `/f0 2 0 R /f1 8 0 R`.
fn names_of_fonts(text: &str) -> BTreeMap<String, u32> {
    let list = text.split(">>").next().unwrap_or(text).replace("<<", " ");
    let words: Vec<&str> = list.split_whitespace().collect();
    let fonts = words.chunks_exact(4);
    fonts
        .map(|font| (font[0].to_owned(), font[1].parse().expect("a number")))
        .collect()
}

/// The map from glyphs to letters.
fn letters(map: &str) -> Letters {
    let mut letters = Letters::new();
    for (begin, end, step) in [
        ("beginbfchar", "endbfchar", 2),
        ("beginbfrange", "endbfrange", 3),
    ] {
        for block in map.split(begin).skip(1) {
            let block = block.split(end).next().unwrap_or(block);
            let codes: Vec<&str> = block.split(['<', '>']).skip(1).step_by(2).collect();
            for entry in codes.chunks_exact(step) {
                let code = |at: usize| u16::from_str_radix(entry[at], 16).expect("a code");
                let (first, last) = (code(0), code(step - 2));
                for (offset, glyph) in (first..=last).enumerate() {
                    letters.insert(glyph, letter(entry[step - 1], offset));
                }
            }
        }
    }
    letters
}

/// The letter of a code in UTF-16, so many after it.
fn letter(code: &str, offset: usize) -> String {
    let units = code.as_bytes().chunks(4).map(|unit| {
        let unit = std::str::from_utf8(unit).expect("digits");
        u16::from_str_radix(unit, 16).expect("a unit")
    });
    let mut units: Vec<u16> = units.collect();
    *units.last_mut().expect("a unit") += offset as u16;
    String::from_utf16(&units).expect("letters")
}

/// Texts in the order of drawing.
fn drawn<'f>(content: &str, font: impl Fn(&str) -> &'f Letters) -> Vec<String> {
    let mut texts = Vec::new();
    let mut current = None;
    for part in content.split("BT\n").skip(1) {
        let part = part.split("\nET").next().unwrap_or(part);
        let name = part.split_whitespace().find(|word| word.starts_with("/f"));
        current = name.map(&font).or(current);
        let letters = current.expect("a font");
        let glyphs: Vec<u8> = strings(part);
        let text = glyphs.chunks_exact(2).map(|glyph| {
            let glyph = u16::from_be_bytes([glyph[0], glyph[1]]);
            letters.get(&glyph).map_or("\u{fffd}", String::as_str)
        });
        texts.push(text.collect());
    }
    texts
}

/// Bytes of all strings in brackets.
fn strings(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut letters = text.chars().peekable();
    let mut depth = 0;
    while let Some(letter) = letters.next() {
        match letter {
            '(' if depth == 0 => depth = 1,
            ')' if depth == 1 => depth = 0,
            '\\' if depth > 0 => {
                let escaped = letters.next().expect("something is escaped");
                bytes.push(match escaped {
                    'n' => b'\n',
                    'r' => b'\r',
                    't' => b'\t',
                    'b' => 8,
                    'f' => 12,
                    '0'..='7' => {
                        let mut code = escaped.to_digit(8).expect("a digit");
                        for _ in 0..2 {
                            let next = letters.next_if(|digit| digit.is_digit(8));
                            code = next.map_or(code, |digit| {
                                code * 8 + digit.to_digit(8).expect("a digit")
                            });
                        }
                        code as u8
                    }
                    other => other as u8,
                });
            }
            letter if depth > 0 => {
                depth += i32::from(letter == '(') - i32::from(letter == ')');
                bytes.push(letter as u8);
            }
            _ => {}
        }
    }
    bytes
}
