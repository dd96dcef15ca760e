//! The columns of a tab: fine enough that each of its tables finds its own edges among them.

use crate::sheets::columns;
use crate::sheets::model::Table;
use crate::sheets::typeset::{Faces, Style, break_lines};

use super::tabs::Tab;

/// Edges nearer than this, in thousandths of the width, are one.
const SNAP: u32 = 12;

/// Pixels that spreadsheet programs keep free beside a cell's text.
const PADDING: f32 = 9.0;

/// Points per pixel.
const POINTS: f32 = 0.75;

/// Columns first to last, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// First column.
    pub first: u16,
    /// Last column.
    pub last: u16,
}

/// The columns of a tab.
pub struct Grid<'f> {
    faces: &'f Faces,
    /// Edges in thousandths of the width, from 0 to 1000.
    edges: Vec<u32>,
    /// Width of all columns, in pixels.
    pixels: u32,
}

impl<'f> Grid<'f> {
    /// The columns that the tab's tables need; two halves where it has none.
    pub fn of(tab: &Tab<'_>, pixels: u32, faces: &'f Faces) -> Self {
        let mut grid = Self {
            faces,
            edges: vec![0, 1000],
            pixels,
        };
        for table in tab.tables() {
            for edge in grid.edges_of(table) {
                if let Err(place) = grid.edges.binary_search(&edge) {
                    grid.edges.insert(place, edge);
                }
            }
        }
        if grid.edges.len() == 2 {
            grid.edges.insert(1, 500);
        }
        grid
    }

    /// How many columns there are.
    pub fn count(&self) -> u16 {
        (self.edges.len() - 1) as u16
    }

    /// Width of each column, in pixels.
    pub fn widths(&self) -> impl Iterator<Item = u32> {
        self.edges
            .windows(2)
            .map(|edge| ((edge[1] - edge[0]) * self.pixels / 1000).max(12))
    }

    /// All columns.
    pub fn whole(&self) -> Span {
        Span {
            first: 0,
            last: self.count() - 1,
        }
    }

    /// Left and right part, parted at the edge nearest to `share` thousandths; `None` where there is one column.
    pub fn parted(&self, share: u32) -> Option<(Span, Span)> {
        let inner = 1..self.edges.len() - 1;
        let at = inner.min_by_key(|&index| self.edges[index].abs_diff(share))? as u16;
        let left = Span {
            first: 0,
            last: at - 1,
        };
        let right = Span {
            first: at,
            last: self.count() - 1,
        };
        Some((left, right))
    }

    /// Where the table's columns stand.
    pub fn spans(&self, table: &Table) -> Vec<Span> {
        let edges = self.edges_of(table);
        let place =
            |edge: &u32| self.edges.binary_search(edge).unwrap_or_else(|place| place) as u16;
        edges
            .windows(2)
            .map(|pair| {
                let first = place(&pair[0]).min(self.count() - 1);
                let last = place(&pair[1])
                    .saturating_sub(1)
                    .clamp(first, self.count() - 1);
                Span { first, last }
            })
            .collect()
    }

    /// Lines that the text takes in those columns.
    pub fn lines(&self, span: Span, style: Style, size: f32, text: &str) -> usize {
        let edge = |column: u16| self.edges[usize::from(column)] as f32;
        let share = (edge(span.last + 1) - edge(span.first)) / 1000.0;
        // A twentieth less than there is: programs round letters' widths up to whole pixels.
        let points = (self.pixels as f32 * share - PADDING) * POINTS * 0.95;
        break_lines(self.faces.face(style), size, text, points.max(size), 0.0).len()
    }

    /// The table's edges, each moved onto one that is there already where that is near.
    fn edges_of(&self, table: &Table) -> Vec<u32> {
        let width = self.pixels as f32 * POINTS;
        let asked = columns::edges(table, self.faces, width);
        let mut edges = vec![0];
        let mut last = 0;
        for edge in asked.into_iter().skip(1) {
            let exact = thousandths(edge / width);
            let near = self
                .edges
                .iter()
                .copied()
                .filter(|&edge| edge > last && edge.abs_diff(exact) <= SNAP)
                .min_by_key(|edge| edge.abs_diff(exact));
            last = near.unwrap_or(exact.max(last + 1));
            edges.push(last);
        }
        edges
    }
}

#[expect(clippy::cast_sign_loss, reason = "edges are not negative")]
fn thousandths(part: f32) -> u32 {
    (part * 1000.0).round() as u32
}
