//! Rows of cells before they are written: texts, where they stand, how they look.

use rust_xlsxwriter::Format;

use crate::sheets::model::{Align, Row, Table, Weight};
use crate::sheets::printable::printable;
use crate::sheets::typeset::Style;

use super::grid::{Grid, Span};
use super::look;

/// Greatest height of a row, in points.
const HIGHEST_ROW: f32 = 409.0;

/// Text of a cell, where it stands and how it looks.
pub struct Piece<'t> {
    /// Its columns.
    pub span: Span,
    /// The text.
    pub text: &'t str,
    /// Its look.
    pub format: Format,
    /// Style of its letters, and their size in points: what its height follows from.
    pub style: Style,
    /// See `style`.
    pub size: f32,
}

/// A text in those columns.
pub fn text(span: Span, text: &str, weight: Weight, align: Align) -> Piece<'_> {
    Piece {
        span,
        text,
        format: look::text(weight, align),
        style: look::style(weight),
        size: look::size(weight),
    }
}

/// The header, where there is one, and the rows of a table.
pub fn table<'t>(table: &'t Table, grid: &Grid<'_>) -> Vec<Vec<Piece<'t>>> {
    let spans = grid.spans(table);
    let mut rows = Vec::new();
    if table.has_header() {
        let header = spans
            .iter()
            .zip(&table.columns)
            .map(|(&span, column)| Piece {
                span,
                text: &column.heading,
                format: look::heading(),
                style: Style::Bold,
                size: look::TABLE_SIZE,
            });
        rows.push(header.collect());
    }
    rows.extend(table.rows.iter().map(|row| cells(table, &spans, row)));
    rows
}

fn cells<'t>(table: &Table, spans: &[Span], row: &'t Row) -> Vec<Piece<'t>> {
    let texts = row.cells.iter().map(String::as_str);
    spans
        .iter()
        .zip(&table.columns)
        .zip(texts.chain(std::iter::repeat("")))
        .map(|((&span, column), text)| Piece {
            span,
            text,
            format: look::cell(column.align, row.mark, text),
            style: Style::Regular,
            size: look::TABLE_SIZE,
        })
        .collect()
}

/// Points that a row of those pieces needs.
pub fn height(pieces: &[Piece<'_>], grid: &Grid<'_>) -> f32 {
    let mut height = look::size(Weight::Body) * 1.3;
    for piece in pieces {
        let text = printable(piece.text);
        let lines = grid.lines(piece.span, piece.style, piece.size, &text);
        height = height.max(lines as f32 * piece.size * 1.2 + 3.0);
    }
    height.min(HIGHEST_ROW)
}
