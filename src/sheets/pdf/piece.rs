//! What must not be cut by the end of a page: marks on paper relative to its upper left corner, in points.

use std::rc::Rc;

use crate::sheets::typeset::Style;

/// A grey or a colour, red, green and blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ink(pub u8, pub u8, pub u8);

/// A mark; `y` grows downwards.
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    /// A line of text, black.
    Text {
        /// Left end.
        x: f32,
        /// Baseline.
        y: f32,
        /// Size.
        size: f32,
        /// Upright or bold.
        style: Style,
        /// The words.
        text: String,
        /// Added to the width of each space.
        stretch: f32,
    },
    /// A filled rectangle.
    Fill {
        /// Left.
        x: f32,
        /// Top.
        y: f32,
        /// Width.
        width: f32,
        /// Height.
        height: f32,
        /// Its colour.
        ink: Ink,
    },
    /// A rectangle's outline.
    Frame {
        /// Left.
        x: f32,
        /// Top.
        y: f32,
        /// Width.
        width: f32,
        /// Height.
        height: f32,
        /// Dashed, as to cut along.
        dashed: bool,
    },
}

impl Mark {
    /// The mark moved right and down.
    pub fn moved(mut self, dx: f32, dy: f32) -> Self {
        let (Self::Text { x, y, .. } | Self::Fill { x, y, .. } | Self::Frame { x, y, .. }) =
            &mut self;
        *x += dx;
        *y += dy;
        self
    }
}

/// A piece of a page.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Piece {
    /// Free space above it, unless it is the first on its page.
    pub before: f32,
    /// Its height.
    pub height: f32,
    /// What is drawn.
    pub marks: Vec<Mark>,
    /// Must stand on the page of the piece after it.
    pub with_next: bool,
    /// Drawn above it where it is the first on a page.
    pub header: Option<Rc<Piece>>,
}

impl Piece {
    /// The pieces one below the other, as one.
    pub fn stacked(pieces: Vec<Piece>) -> Self {
        let mut whole = Self::default();
        for (index, piece) in pieces.into_iter().enumerate() {
            let above = if index == 0 { 0.0 } else { piece.before };
            let top = whole.height + above;
            whole
                .marks
                .extend(piece.marks.into_iter().map(|mark| mark.moved(0.0, top)));
            whole.height = top + piece.height;
        }
        whole
    }

    /// The piece moved right.
    pub fn indented(mut self, by: f32) -> Self {
        self.marks = self
            .marks
            .into_iter()
            .map(|mark| mark.moved(by, 0.0))
            .collect();
        self.header = self
            .header
            .map(|header| Rc::new(Piece::clone(&header).indented(by)));
        self
    }
}
