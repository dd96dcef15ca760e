//! Blocks as pieces.

use crate::domain::Lang;
use crate::sheets::model::{Align, Block, Weight};
use crate::sheets::typeset::Faces;

use super::piece::{Mark, Piece};
use super::table::{self, Room};
use super::words::{Setting, Type};
use super::{bars, slip};

/// Where the text of a numbered item starts.
const ITEM: f32 = 35.4;

/// The pieces of a block.
pub fn pieces(block: &Block, faces: &Faces, lang: Lang, room: Room) -> Vec<Piece> {
    let body = |align, width| Setting {
        faces,
        of: Type::BODY,
        align,
        width,
    };
    match block {
        Block::Text {
            text,
            weight,
            align,
        } => free_text(text, *weight, *align, faces, room.width),
        Block::Item { number, text } => item(number, text, faces, room.width),
        Block::Ends { left, right } => {
            let half = room.width / 2.0;
            vec![beside(&[
                (body(Align::Left, half - 6.0), left, 0.0),
                (body(Align::Right, half - 6.0), right, half + 6.0),
            ])]
        }
        Block::Table(table) => table::rows(table, faces, room),
        Block::Signature { office, name } => vec![signature(office, name, faces, room.width)],
        Block::Slip {
            heading,
            lines,
            table,
            footer,
        } => {
            let slip = slip::Slip {
                heading,
                lines,
                table: table.as_ref(),
                footer,
            };
            slip::pieces(&slip, faces, room)
        }
        Block::Chart { caption, bars } => bars::pieces(caption, bars, faces, lang, room.width),
    }
}

/// A text of its own; titles and headings stay with what they head.
fn free_text(text: &str, weight: Weight, align: Align, faces: &Faces, width: f32) -> Vec<Piece> {
    let of = Type::of(weight);
    let of = match weight {
        Weight::Poster | Weight::Large => of.fitted(faces, text, width),
        _ => of,
    };
    let setting = Setting {
        faces,
        of,
        align,
        width,
    };
    let before = if of.style == Type::BODY.style {
        3.0
    } else {
        8.0
    };
    let mut pieces = setting.pieces(text, before);
    if matches!(weight, Weight::Title | Weight::Heading) {
        for piece in &mut pieces {
            piece.with_next = true;
        }
    }
    pieces
}

/// The number at the margin, the text beside it; a number too wide for that runs on before the text.
fn item(number: &str, text: &str, faces: &Faces, width: f32) -> Vec<Piece> {
    let number_setting = Setting {
        faces,
        of: Type::BODY,
        align: Align::Left,
        width: ITEM - 3.0,
    };
    let text_setting = Setting {
        width: width - ITEM,
        ..number_setting
    };
    let numbers = number_setting.lines(number);
    let [number_line] = numbers.as_slice() else {
        let run_on = Setting {
            width,
            ..number_setting
        };
        return run_on.pieces(&format!("{number} {text}"), 3.0);
    };
    let mut pieces: Vec<Piece> = text_setting
        .pieces(text, 3.0)
        .into_iter()
        .map(|piece| piece.indented(ITEM))
        .collect();
    if let Some(first) = pieces.first_mut() {
        // Drawn first, so that it is also read, selected and copied before the text.
        first
            .marks
            .insert(0, number_setting.mark(number_line, 0.0, 0.0));
    }
    pieces
}

/// Texts beside one another, each at its distance from the left: one piece.
fn beside(columns: &[(Setting<'_>, &str, f32)]) -> Piece {
    let mut piece = Piece {
        before: 6.0,
        ..Piece::default()
    };
    for (setting, text, left) in columns {
        let mut top = 0.0;
        for line in setting.lines(text) {
            piece.marks.push(setting.mark(&line, *left, top));
            top += setting.of.line_height();
        }
        piece.height = piece.height.max(top);
    }
    piece
}

/// Who signs, a line, and the name; the line at the foot of what is beside it.
fn signature(office: &str, name: &str, faces: &Faces, width: f32) -> Piece {
    let column = |share: f32| Setting {
        faces,
        of: Type::BODY,
        align: Align::Left,
        width: share * width,
    };
    let mut piece = beside(&[
        (column(0.4), office, 0.0),
        (column(0.34), name, 0.66 * width),
    ]);
    piece.before = 18.0;
    piece.marks.push(Mark::Fill {
        x: 0.42 * width,
        y: piece.height - 2.0,
        width: 0.22 * width,
        height: 0.6,
        ink: super::piece::Ink(0, 0, 0),
    });
    piece
}
