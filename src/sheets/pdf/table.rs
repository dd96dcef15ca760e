//! Tables: a piece per row, with the header to repeat; only a row higher than a page is cut.

use std::rc::Rc;

use crate::sheets::columns;
use crate::sheets::model::{Align, Mark as RowMark, Row, Table};
use crate::sheets::typeset::{Faces, Line};

use super::piece::{Ink, Mark, Piece};
use super::words::{Setting, Type};

const PADDING: f32 = 3.0;
const HEADER: Ink = Ink(0xe7, 0xe6, 0xe6);

/// The room that a table has.
#[derive(Debug, Clone, Copy)]
pub struct Room {
    /// Width of the table.
    pub width: f32,
    /// Height of a page.
    pub height: f32,
}

/// The rows of a table; none where it has no columns.
pub fn rows(table: &Table, faces: &Faces, room: Room) -> Vec<Piece> {
    let columns = Columns {
        faces,
        edges: columns::edges(table, faces, room.width),
    };
    if columns.edges.len() < 2 {
        return Vec::new();
    }
    let mut pieces = Vec::new();
    let header = columns.header(table, room).map(Rc::new);
    if let Some(header) = &header {
        pieces.push(Piece {
            before: 6.0,
            with_next: !table.rows.is_empty(),
            ..Piece::clone(header)
        });
    }
    let taken = header.as_ref().map_or(0.0, |header| header.height);
    for (index, row) in table.rows.iter().enumerate() {
        let mut parts = columns.row(table, row, room.height - taken, header.as_ref());
        if let ([part], true) = (parts.as_mut_slice(), table.starts_together(index)) {
            part.with_next = true;
        }
        pieces.extend(parts);
    }
    if let (None, Some(first)) = (&header, pieces.first_mut()) {
        first.before = 6.0;
    }
    pieces
}

/// Where the columns of a table stand.
struct Columns<'f> {
    faces: &'f Faces,
    /// Edges from left to right, one more than columns.
    edges: Vec<f32>,
}

impl<'f> Columns<'f> {
    fn width(&self, column: usize) -> f32 {
        self.edges[column + 1] - self.edges[column]
    }

    fn setting(&self, column: usize, of: Type, align: Align) -> Setting<'f> {
        Setting {
            faces: self.faces,
            of,
            align: match align {
                // A narrow column stretched to both margins shows holes.
                Align::Justify => Align::Left,
                align => align,
            },
            width: (self.width(column) - 2.0 * PADDING).max(1.0),
        }
    }

    /// The header row; none where every heading is empty. One higher than half a page is cut short.
    fn header(&self, table: &Table, room: Room) -> Option<Piece> {
        if !table.has_header() {
            return None;
        }
        let most = lines_in(room.height / 2.0);
        let cells: Vec<CellText<'f>> = (0..)
            .zip(&table.columns)
            .map(|(index, column)| {
                let setting = self.setting(index, Type::SMALL_BOLD, Align::Center);
                let mut lines = setting.lines(&column.heading);
                lines.truncate(most);
                CellText { setting, lines }
            })
            .collect();
        Some(self.piece(&cells, 0, usize::MAX, Some(HEADER)))
    }

    /// The row as one piece, or as several where it is higher than `height`.
    fn row(&self, table: &Table, row: &Row, height: f32, header: Option<&Rc<Piece>>) -> Vec<Piece> {
        let texts = row.cells.iter().map(String::as_str);
        let cells: Vec<CellText<'f>> = (0..)
            .zip(&table.columns)
            .zip(texts.chain(std::iter::repeat("")))
            .map(|((index, column), text)| {
                let setting = self.setting(index, Type::SMALL, column.align);
                CellText {
                    lines: setting.lines(text),
                    setting,
                }
            })
            .collect();
        let ground = match row.mark {
            RowMark::Plain => None,
            RowMark::Exception => Some(Ink(0xff, 0xf2, 0xcc)),
            RowMark::Conflict => Some(Ink(0xf8, 0xcb, 0xad)),
        };
        let most = lines_in(height);
        let lines = cells.iter().map(|cell| cell.lines.len()).max().unwrap_or(1);
        (0..lines)
            .step_by(most)
            .map(|from| Piece {
                header: header.cloned(),
                ..self.piece(&cells, from, most, ground)
            })
            .collect()
    }

    /// Lines `from` to `from + most` of each cell, with frames and ground.
    fn piece(
        &self,
        cells: &[CellText<'_>],
        from: usize,
        most: usize,
        ground: Option<Ink>,
    ) -> Piece {
        let shown = |cell: &CellText<'_>| cell.lines.len().saturating_sub(from).min(most);
        let lines = cells.iter().map(shown).max().unwrap_or(1);
        let line_height = Type::SMALL.line_height();
        let height = lines as f32 * line_height + 2.0 * PADDING;
        let mut marks = Vec::new();
        for (index, cell) in cells.iter().enumerate() {
            let (x, width) = (self.edges[index], self.width(index));
            marks.extend(ground.map(|ink| Mark::Fill {
                x,
                y: 0.0,
                width,
                height,
                ink,
            }));
            marks.push(Mark::Frame {
                x,
                y: 0.0,
                width,
                height,
                dashed: false,
            });
            let mut top = PADDING;
            for line in cell.lines.iter().skip(from).take(shown(cell)) {
                marks.push(cell.setting.mark(line, x + PADDING, top));
                top += line_height;
            }
        }
        Piece {
            height,
            marks,
            ..Piece::default()
        }
    }
}

/// A cell's text, broken into lines.
struct CellText<'f> {
    setting: Setting<'f>,
    lines: Vec<Line>,
}

/// Lines that a row of that height holds, at least one.
#[expect(clippy::cast_sign_loss, reason = "at least one")]
fn lines_in(height: f32) -> usize {
    ((height - 2.0 * PADDING) / Type::SMALL.line_height()).max(1.0) as usize
}
