//! Slips to cut out: framed, and on one page each unless higher than that.

use crate::sheets::model::{Align, Table, Weight};
use crate::sheets::typeset::Faces;

use super::piece::{Mark, Piece};
use super::table::{self, Room};
use super::words::{Setting, Type};

const PADDING: f32 = 8.0;

/// Free space between slips.
const BETWEEN: f32 = 12.0;

/// What stands on a slip.
pub struct Slip<'p> {
    /// Heading.
    pub heading: &'p str,
    /// Lines above the table.
    pub lines: &'p [String],
    /// The table.
    pub table: Option<&'p Table>,
    /// Lines below.
    pub footer: &'p [String],
}

/// The slip as one framed piece; as several without a frame where a page does not hold it.
pub fn pieces(slip: &Slip<'_>, faces: &Faces, room: Room) -> Vec<Piece> {
    let inner = Room {
        width: room.width - 2.0 * PADDING,
        height: room.height - 2.0 * PADDING,
    };
    let setting = |of| Setting {
        faces,
        of,
        align: Align::Left,
        width: inner.width,
    };
    let mut pieces = setting(Type::of(Weight::Heading)).pieces(slip.heading, BETWEEN);
    for line in slip.lines {
        pieces.extend(setting(Type::SMALL).pieces(line, 2.0));
    }
    for piece in &mut pieces {
        piece.with_next = true;
    }
    if let Some(table) = slip.table {
        pieces.extend(table::rows(table, faces, inner));
    }
    for (index, line) in slip.footer.iter().enumerate() {
        pieces.extend(setting(Type::SMALL).pieces(line, if index == 0 { 6.0 } else { 2.0 }));
    }
    if let Some(last) = pieces.last_mut() {
        last.with_next = false;
    }
    let height: f32 = pieces.iter().map(|piece| piece.before + piece.height).sum();
    if height > inner.height {
        return pieces;
    }
    let content = Piece::stacked(pieces).indented(PADDING);
    let height = content.height + 2.0 * PADDING;
    let mut marks: Vec<Mark> = content
        .marks
        .into_iter()
        .map(|mark| mark.moved(0.0, PADDING))
        .collect();
    marks.push(Mark::Frame {
        x: 0.0,
        y: 0.0,
        width: room.width,
        height,
        dashed: true,
    });
    vec![Piece {
        before: BETWEEN,
        height,
        marks,
        ..Piece::default()
    }]
}
