//! Which character separates the cells: said by a `sep=` line, else the one that makes the first records a table.

use super::fields::{Ending, Fields, line_breaks};

/// Where the table begins and how its cells are separated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    /// The delimiter, an ASCII character.
    pub delimiter: u8,
    /// Byte offset of the first record.
    pub start: usize,
    /// Line of the first record, 1-based.
    pub line: u32,
}

/// Delimiters that are looked for; of equals the first wins, because lists within a cell are most often written with commas.
const DELIMITERS: [u8; 3] = [b';', b'\t', b','];

/// Records that are looked at.
const SAMPLE: usize = 50;

/// Cells after which a record is looked at no further.
const WIDEST: usize = 10_000;

/// How well a delimiter fits; more is better, the fields compared in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
struct Fit {
    /// Records (of a thousand) with at least two cells, and no more than the header.
    within: usize,
    /// Records (of a thousand) with as many cells as the header.
    equal: usize,
    /// Cells of the header.
    width: usize,
}

/// The layout of a text.
pub fn layout_of(text: &str) -> Layout {
    if let Some(layout) = said(text) {
        return layout;
    }
    let at_start = |delimiter| Layout {
        delimiter,
        start: 0,
        line: 1,
    };
    // Where nothing fits (one column, blank rows), any delimiter that is there.
    let occurs = |delimiter: &u8| text.as_bytes().contains(delimiter);
    let mut occurring = DELIMITERS.into_iter().filter(occurs).peekable();
    let mut best = (Fit::default(), occurring.peek().copied().unwrap_or(b','));
    for delimiter in occurring {
        let fit = fit_of(&widths(text, at_start(delimiter)));
        if fit > best.0 {
            best = (fit, delimiter);
        }
    }
    at_start(best.1)
}

/// The layout that a first line `sep=;` asks for.
fn said(text: &str) -> Option<Layout> {
    let length = text.find(['\n', '\r']).unwrap_or(text.len());
    let line = &text[..length];
    let line = line
        .strip_prefix('"')
        .and_then(|line| line.strip_suffix('"'))
        .unwrap_or(line);
    let key = line.get(..4)?;
    let [delimiter] = line.as_bytes()[4..] else {
        return None;
    };
    let separates = delimiter == b'\t' || (delimiter.is_ascii_punctuation() && delimiter != b'"');
    if !key.eq_ignore_ascii_case("sep=") || !separates {
        return None;
    }
    let rest = &text[length..];
    let line_break = match rest.as_bytes() {
        [b'\r', b'\n', ..] => 2,
        [] => 0,
        _ => 1,
    };
    Some(Layout {
        delimiter,
        start: length + line_break,
        line: 1 + line_breaks(&rest[..line_break]),
    })
}

/// Numbers of cells of the first records with text.
fn widths(text: &str, layout: Layout) -> Vec<usize> {
    let mut widths = Vec::with_capacity(SAMPLE);
    let (mut width, mut has_text) = (0, false);
    for field in Fields::new(text, layout) {
        width += 1;
        has_text = has_text || !field.text.trim().is_empty();
        if field.ending == Ending::Delimiter && width < WIDEST {
            continue;
        }
        if has_text {
            widths.push(width);
        }
        if widths.len() == SAMPLE {
            break;
        }
        (width, has_text) = (0, false);
    }
    widths
}

/// The first record with two cells is the header, as far as can be known here: a title line above it fits no delimiter,
/// and a delimiter that shows only below it (a decimal comma, a list) leaves the header itself without a fit.
fn fit_of(widths: &[usize]) -> Fit {
    let Some(&header) = widths.iter().find(|&&width| width > 1) else {
        return Fit::default();
    };
    let share = |fits: &dyn Fn(usize) -> bool| {
        widths.iter().filter(|&&width| fits(width)).count() * 1000 / widths.len()
    };
    Fit {
        within: share(&|width| (2..=header).contains(&width)),
        equal: share(&|width| width == header),
        width: header,
    }
}
