//! A chart: a bar a person, what was carried over and what this roster adds.

use crate::domain::Lang;
use crate::lang::pages::{ADDED, BEFORE};
use crate::sheets::model::{Align, Bar, Weight};
use crate::sheets::typeset::Faces;

use super::piece::{Ink, Mark, Piece};
use super::words::{Setting, Type};

const CARRIED: Ink = Ink(0x9d, 0xb2, 0xcc);
const NEW: Ink = Ink(0x35, 0x5e, 0x8d);

/// Parts of the width: labels, bars; the numbers take the rest.
const LABEL: f32 = 0.32;
const BAR: f32 = 0.55;

/// Caption, legend, and a piece per bar.
pub fn pieces(caption: &str, bars: &[Bar], faces: &Faces, lang: Lang, width: f32) -> Vec<Piece> {
    let Some(most) = bars.iter().map(Bar::total).max() else {
        return Vec::new();
    };
    let caption_setting = Setting {
        faces,
        of: Type::of(Weight::Heading),
        align: Align::Left,
        width,
    };
    let mut pieces = caption_setting.pieces(caption, 8.0);
    pieces.push(legend(faces, lang));
    for piece in &mut pieces {
        piece.with_next = true;
    }
    let points = |value: u64| value as f32 / most.max(1) as f32 * BAR * width;
    pieces.extend(bars.iter().map(|bar| {
        let label = Setting {
            faces,
            of: Type::SMALL,
            align: Align::Left,
            width: LABEL * width - 6.0,
        };
        let line_height = Type::SMALL.line_height();
        let lines = label.lines(&bar.label);
        let mut marks: Vec<Mark> = (0u8..)
            .zip(&lines)
            .map(|(index, line)| label.mark(line, 0.0, f32::from(index) * line_height))
            .collect();
        let (carried, whole) = (points(bar.before), points(bar.total()));
        for (from, to, ink) in [(0.0, carried, CARRIED), (carried, whole, NEW)] {
            if to > from {
                marks.push(Mark::Fill {
                    x: LABEL * width + from,
                    y: 1.0,
                    width: to - from,
                    height: line_height - 2.0,
                    ink,
                });
            }
        }
        let numbers = Setting {
            width: (1.0 - LABEL - BAR) * width - 4.0,
            ..label
        };
        for line in numbers
            .lines(&format!("{} + {}", bar.before, bar.added))
            .iter()
            .take(1)
        {
            marks.push(numbers.mark(line, LABEL * width + whole + 4.0, 0.0));
        }
        Piece {
            before: 2.0,
            height: lines.len() as f32 * line_height,
            marks,
            ..Piece::default()
        }
    }));
    pieces
}

fn legend(faces: &Faces, lang: Lang) -> Piece {
    let mut marks = Vec::new();
    let mut x = 0.0;
    for (word, ink) in [(BEFORE, CARRIED), (ADDED, NEW)] {
        let setting = Setting {
            faces,
            of: Type::SMALL,
            align: Align::Left,
            width: 200.0,
        };
        marks.push(Mark::Fill {
            x,
            y: 2.0,
            width: 8.0,
            height: 8.0,
            ink,
        });
        for line in &setting.lines(word.in_lang(lang)) {
            marks.push(setting.mark(line, x + 12.0, 0.0));
            x += line.width + 30.0;
        }
    }
    Piece {
        before: 2.0,
        height: Type::SMALL.line_height() + 2.0,
        marks,
        ..Piece::default()
    }
}
