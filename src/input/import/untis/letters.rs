//! Bytes of Untis's text files to letters: the program writes UTF-8 where its box is ticked, else what Windows uses in the country.

use std::borrow::Cow;

use encoding_rs::{Encoding, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252};

/// The text as UTF-8 where its letters had to be guessed, and the encoding that was taken for it; `None` where the bytes say
/// themselves what they are, or are Cyrillic, as every reader here takes them to be.
pub fn guessed(bytes: &[u8]) -> Option<(Vec<u8>, &'static str)> {
    let is_told = match std::str::from_utf8(bytes) {
        Ok(_) => true,
        // Broken off in the last letter.
        Err(error) => error.error_len().is_none() && !bytes[..error.valid_up_to()].is_ascii(),
    };
    if is_told || Encoding::for_bom(bytes).is_some() || bytes.contains(&0) || is_cyrillic(bytes) {
        return None;
    }
    let western = text_in(WINDOWS_1252, bytes);
    let eastern = text_in(WINDOWS_1250, bytes);
    let (text, encoding) = if signs_in_words(&eastern) < signs_in_words(&western) {
        (eastern, WINDOWS_1250)
    } else {
        (western, WINDOWS_1252)
    };
    Some((text.into_owned().into_bytes(), encoding.name()))
}

fn text_in<'b>(encoding: &'static Encoding, bytes: &'b [u8]) -> Cow<'b, str> {
    encoding.decode_without_bom_handling(bytes).0
}

/// Cyrillic words have no ASCII letters, and words of other scripts have hardly any without.
fn is_cyrillic(bytes: &[u8]) -> bool {
    let (mut pure, mut mixed) = (0, 0);
    let is_letter = |byte: &u8| byte.is_ascii_alphabetic() || !byte.is_ascii();
    for word in bytes.split(|byte| !is_letter(byte)) {
        let high = word.iter().filter(|byte| !byte.is_ascii()).count();
        if high > 0 && high < word.len() {
            mixed += 1;
        } else if high > 1 {
            pure += 1;
        }
    }
    let decoded = WINDOWS_1251.decode_without_bom_handling(bytes);
    pure > mixed && !decoded.1
}

/// Signs that stand in the middle of words, where only letters should; `œ` stands before `u` in words that have it.
fn signs_in_words(text: &str) -> usize {
    let letters: Vec<char> = text.chars().collect();
    letters
        .windows(2)
        .filter(|pair| {
            let is_sign = |letter: char| !letter.is_ascii() && !letter.is_alphabetic();
            let is_odd = matches!(pair[0], 'œ' | 'Œ') && !matches!(pair[1], 'u' | 'U');
            (pair[0].is_alphabetic() && is_sign(pair[1]))
                || ((is_sign(pair[0]) || is_odd) && pair[1].is_alphabetic())
        })
        .count()
}
