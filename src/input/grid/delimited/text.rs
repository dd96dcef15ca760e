//! Bytes to text: a byte order mark decides, else valid UTF-8, else windows-1251.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251};

use super::GridProblem;

/// A text file, decoded.
#[derive(Debug, PartialEq, Eq)]
pub struct Decoded<'b> {
    /// The text, without byte order mark.
    pub text: Cow<'b, str>,
    /// Name of the encoding, as people know it.
    pub encoding: &'static str,
    /// Some bytes were no letters; they are `U+FFFD` now.
    pub broken: bool,
}

/// Decodes a text file.
pub fn decode(bytes: &[u8]) -> Result<Decoded<'_>, GridProblem> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        return Err(GridProblem::WorkbookNamedCsv);
    }
    let (encoding, name, content) = encoding_of(bytes);
    let (text, broken) = encoding.decode_without_bom_handling(content);
    if is_binary(&text) {
        return Err(GridProblem::NotText);
    }
    Ok(Decoded {
        text,
        encoding: name,
        broken,
    })
}

/// Encoding, its name, and the bytes after the byte order mark.
pub fn encoding_of(bytes: &[u8]) -> (&'static Encoding, &'static str, &[u8]) {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        let name = match encoding {
            e if e == UTF_16LE => "UTF-16LE",
            e if e == UTF_16BE => "UTF-16BE",
            _ => "UTF-8 with BOM",
        };
        return (encoding, name, &bytes[length..]);
    }
    match std::str::from_utf8(bytes) {
        Ok(_) => (UTF_8, "UTF-8", bytes),
        // Good letters up to a last one that breaks off: UTF-8 that was cut, not windows-1251.
        Err(error) if error.error_len().is_none() && !bytes[..error.valid_up_to()].is_ascii() => {
            (UTF_8, "UTF-8", bytes)
        }
        Err(_) => (WINDOWS_1251, "windows-1251", bytes),
    }
}

/// Text has no NUL, and hardly any other control character.
fn is_binary(text: &str) -> bool {
    let is_control = |byte: &u8| matches!(byte, 0..=8 | 11 | 12 | 14..=0x1f | 0x7f);
    // Whole blocks are asked at once, without a way out within: nearly every text has none.
    let has_any = |block: &[u8]| block.iter().fold(false, |any, it| any | is_control(it));
    if !text.as_bytes().chunks(64).any(has_any) {
        return false;
    }
    let controls = text
        .as_bytes()
        .iter()
        .filter(|byte| is_control(byte))
        .count();
    text.contains('\0') || controls > 0 && controls * 50 > text.chars().count().max(50)
}
