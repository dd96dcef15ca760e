//! The file's text: UTF-8, or what else an editor may have saved.

use std::borrow::Cow;

use encoding_rs::{Encoding, WINDOWS_1251};

/// The text of the bytes: by its mark, as UTF-8, else as windows-1251.
pub fn decoded(bytes: &[u8]) -> Cow<'_, str> {
    match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding.decode(bytes).0,
        None => match std::str::from_utf8(bytes) {
            Ok(text) => Cow::Borrowed(text),
            Err(_) => WINDOWS_1251.decode(bytes).0,
        },
    }
}
