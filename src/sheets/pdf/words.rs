//! Texts as pieces: a piece per line, the lines at both ends of a paragraph kept in pairs.

use crate::sheets::model::{Align, Weight};
use crate::sheets::printable::printable;
use crate::sheets::typeset::{Faces, Line, Style, break_lines};

use super::piece::{Mark, Piece};

/// Distance of baselines, and of the first from the top, in sizes.
pub const LEADING: f32 = 1.15;
const ASCENT: f32 = 0.91;

/// Indent of running text: 12.5 mm.
const INDENT: f32 = 35.4;

/// A size and a style.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Type {
    /// Points.
    pub size: f32,
    /// Upright or bold.
    pub style: Style,
}

impl Type {
    /// Text in tables and slips.
    pub const SMALL: Self = Self {
        size: 10.0,
        style: Style::Regular,
    };
    /// Headings of columns.
    pub const SMALL_BOLD: Self = Self {
        size: 10.0,
        style: Style::Bold,
    };
    /// Running text.
    pub const BODY: Self = Self {
        size: 12.0,
        style: Style::Regular,
    };

    /// The type of a text of its own.
    pub fn of(weight: Weight) -> Self {
        let (size, style) = match weight {
            Weight::Poster => (48.0, Style::Bold),
            Weight::Large => (22.0, Style::Bold),
            Weight::Title => (14.0, Style::Bold),
            Weight::Heading => (13.0, Style::Bold),
            Weight::Body => return Self::BODY,
            Weight::Small => return Self::SMALL,
        };
        Self { size, style }
    }

    /// Distance of lines.
    pub fn line_height(self) -> f32 {
        self.size * LEADING
    }

    /// Smaller where a word would not fit the line, but never below running text.
    pub fn fitted(self, faces: &Faces, text: &str, width: f32) -> Self {
        let face = faces.face(self.style);
        let widest = text
            .split_whitespace()
            .map(|word| face.width(word, self.size))
            .fold(0.0, f32::max);
        let size = if widest > width {
            (self.size * width / widest).max(Self::BODY.size)
        } else {
            self.size
        };
        Self { size, ..self }
    }
}

/// A text in a column of the page.
#[derive(Clone, Copy)]
pub struct Setting<'f> {
    /// The fonts.
    pub faces: &'f Faces,
    /// How it is written.
    pub of: Type,
    /// Where it stands.
    pub align: Align,
    /// Width of the column.
    pub width: f32,
}

impl Setting<'_> {
    /// The lines of a text.
    pub fn lines(&self, text: &str) -> Vec<Line> {
        let face = self.faces.face(self.of.style);
        break_lines(
            face,
            self.of.size,
            &printable(text),
            self.width,
            self.indent(),
        )
    }

    fn indent(&self) -> f32 {
        if self.align == Align::Justify {
            INDENT
        } else {
            0.0
        }
    }

    /// A line as a mark, `top` below the upper edge and `left` from it.
    pub fn mark(&self, line: &Line, left: f32, top: f32) -> Mark {
        self.line(line, left, top, 0.0)
    }

    fn line(&self, line: &Line, left: f32, top: f32, indent: f32) -> Mark {
        let free = (self.width - indent - line.width).max(0.0);
        let spaces = line.text.matches(' ').count() as f32;
        let is_stretched = self.align == Align::Justify && !line.is_last && spaces > 0.0;
        let x = match self.align {
            Align::Left | Align::Justify => indent,
            Align::Center => free / 2.0,
            Align::Right => free,
        };
        Mark::Text {
            x: left + x,
            y: top + ASCENT * self.of.size,
            size: self.of.size,
            style: self.of.style,
            text: line.text.clone(),
            stretch: if is_stretched { free / spaces } else { 0.0 },
        }
    }

    /// A piece per line, `before` free above the first.
    pub fn pieces(&self, text: &str, before: f32) -> Vec<Piece> {
        let lines = self.lines(text);
        let count = lines.len();
        let mut starts_paragraph = true;
        lines
            .iter()
            .enumerate()
            .map(|(index, line)| {
                let indent = if starts_paragraph { self.indent() } else { 0.0 };
                starts_paragraph = line.is_last;
                Piece {
                    before: if index == 0 { before } else { 0.0 },
                    height: self.of.line_height(),
                    marks: vec![self.line(line, 0.0, 0.0, indent)],
                    with_next: index + 1 < count && (index == 0 || index + 2 == count),
                    header: None,
                }
            })
            .collect()
    }
}
