//! Text as it may stand on paper: no control characters, nothing that turns the direction of reading round.

use unicode_normalization::UnicodeNormalization;

/// The text in composed form (NFC) and without characters that no page shows: controls other than a line break,
/// overrides of direction, non-characters. Tabs become spaces; every kind of line break becomes `\n`.
pub fn printable(text: &str) -> String {
    let text = text
        .replace("\r\n", "\n")
        .replace(['\r', '\u{b}', '\u{c}', '\u{2028}', '\u{2029}'], "\n");
    text.nfc()
        .map(|c| if c == '\t' { ' ' } else { c })
        .filter(|&c| c == '\n' || !(c.is_control() || is_invisible_order(c) || is_noncharacter(c)))
        .collect()
}

/// The text on one line.
pub fn on_one_line(text: &str) -> String {
    printable(text).replace('\n', " ")
}

/// Marks that reorder the text around them, and marks of byte order.
fn is_invisible_order(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Code points that XML 1.0 bars beyond the controls.
fn is_noncharacter(c: char) -> bool {
    u32::from(c) & 0xfffe == 0xfffe || matches!(c, '\u{fdd0}'..='\u{fdef}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn controls_and_overrides_go() {
        assert_eq!(
            printable("a\u{0}b\u{7}\u{1b}[31m\u{202e}c\u{ffff}"),
            "ab[31mc"
        );
    }

    #[test]
    fn breaks_become_one_kind_and_letters_are_composed() {
        assert_eq!(printable("й\r\nx\ty\u{2028}z"), "й\nx y\nz");
        assert_eq!(printable("и\u{306}"), "й");
        assert_eq!(on_one_line("a\nb"), "a b");
    }
}
