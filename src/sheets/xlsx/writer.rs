//! Blocks become rows of a tab, from the top down.

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use crate::domain::Lang;
use crate::sheets::model::{Align, Bar, Block, Packet, Row, Table, Weight};
use crate::sheets::printable::printable;
use crate::sheets::typeset::{Faces, Style};

use super::chart::{Drawing, MOST_BARS};
use super::grid::{Grid, Span};
use super::tabs::{Tab, has_header};
use super::{look, page};

/// Longest text of a cell, in UTF-16 units, and greatest height of a row, in points.
const LONGEST_TEXT: usize = 32_767;
const HIGHEST_ROW: f32 = 409.0;

/// Rows above a header beyond which it is not frozen: too little of the screen would be left.
const MOST_FROZEN: u32 = 6;

/// Writes the blocks of a tab.
pub fn write_tab(
    worksheet: &mut Worksheet,
    tab: &Tab<'_>,
    packet: &Packet,
    faces: &Faces,
) -> Result<(), XlsxError> {
    let pixels = page::pixels(tab.orientation);
    let grid = Grid::of(tab, pixels);
    for (column, width) in (0..).zip(grid.widths()) {
        worksheet.set_column_width_pixels(column, width)?;
    }
    let mut writer = Writer {
        worksheet,
        grid: &grid,
        faces,
        lang: packet.lang,
        pixels,
        row: 0,
        filled: 0.0,
        page_height: page::points(tab.orientation),
        breaks: Vec::new(),
        list: tab.list(),
    };
    for (index, blocks) in tab.pages.iter().enumerate() {
        if index > 0 {
            writer.break_page();
        }
        for block in blocks {
            writer.block(block)?;
        }
    }
    let (rows, breaks) = (writer.row.max(1), writer.breaks);
    if tab.list().is_some() {
        worksheet.set_print_fit_to_pages(1, 0);
    } else {
        worksheet.set_page_breaks(&breaks)?;
    }
    worksheet.set_print_area(0, 0, rows - 1, grid.count() - 1)?;
    Ok(())
}

/// A tab while it is filled.
struct Writer<'a> {
    worksheet: &'a mut Worksheet,
    grid: &'a Grid,
    faces: &'a Faces,
    lang: Lang,
    pixels: u32,
    /// The next row.
    row: u32,
    /// Points of the page that are used, as far as heights are known.
    filled: f32,
    page_height: f32,
    breaks: Vec<u32>,
    /// The table to freeze, filter and print with its header on every page.
    list: Option<&'a Table>,
}

/// Text of a cell, where it stands and how it looks.
struct Piece<'t> {
    span: Span,
    text: &'t str,
    format: Format,
    style: Style,
    size: f32,
}

impl Writer<'_> {
    fn block(&mut self, block: &Block) -> Result<(), XlsxError> {
        match block {
            Block::Text {
                text,
                weight,
                align,
            } => self.text(text, *weight, *align),
            Block::Item { number, text } => {
                self.text(&format!("{number} {text}"), Weight::Body, Align::Left)
            }
            Block::Ends { left, right } => self.ends(left, right),
            Block::Table(table) => self.table(table),
            Block::Signature { office, name } => self.signature(office, name),
            Block::Slip {
                heading,
                lines,
                table,
                footer,
            } => self.slip(heading, lines, table.as_ref(), footer),
            Block::Chart { caption, bars } => self.chart(caption, bars),
        }
    }

    /// A row of pieces, as high as the highest needs it; `fixed` where the program cannot find that out by itself.
    fn put(&mut self, pieces: &[Piece<'_>], fixed: bool) -> Result<(), XlsxError> {
        let mut height = look::size(Weight::Body) * 1.3;
        for piece in pieces {
            let text = cell_text(piece.text);
            let face = self.faces.face(piece.style);
            let lines = self.grid.lines(piece.span, face, piece.size, &text);
            height = height.max(lines as f32 * piece.size * 1.2 + 3.0);
            let Span { first, last } = piece.span;
            if first == last {
                self.worksheet
                    .write_string_with_format(self.row, first, &text, &piece.format)?;
            } else {
                self.worksheet.merge_range(
                    self.row,
                    first,
                    self.row,
                    last,
                    &text,
                    &piece.format,
                )?;
            }
        }
        let height = height.min(HIGHEST_ROW);
        if fixed {
            self.worksheet.set_row_height(self.row, f64::from(height))?;
        }
        self.filled += height;
        self.row += 1;
        Ok(())
    }

    fn text(&mut self, text: &str, weight: Weight, align: Align) -> Result<(), XlsxError> {
        let text = printable(text);
        for line in text.split('\n') {
            let piece = Piece {
                span: self.grid.whole(),
                text: line,
                format: look::text(weight, align),
                style: look::style(weight),
                size: look::size(weight),
            };
            self.put(&[piece], true)?;
        }
        Ok(())
    }

    fn ends(&mut self, left: &str, right: &str) -> Result<(), XlsxError> {
        let Some((near, far)) = self.grid.parted(500) else {
            return self.text(&format!("{left}   {right}"), Weight::Body, Align::Left);
        };
        let piece = |span, text, align| Piece {
            span,
            text,
            format: look::text(Weight::Body, align),
            style: Style::Regular,
            size: look::size(Weight::Body),
        };
        self.put(
            &[
                piece(near, left, Align::Left),
                piece(far, right, Align::Right),
            ],
            true,
        )
    }

    fn signature(&mut self, office: &str, name: &str) -> Result<(), XlsxError> {
        let text = if name.is_empty() {
            format!("{office} ____________________")
        } else {
            format!("{office} ____________________ {name}")
        };
        self.gap();
        self.text(&text, Weight::Body, Align::Left)
    }

    fn table(&mut self, table: &Table) -> Result<(), XlsxError> {
        let is_list = self.list.is_some_and(|list| std::ptr::eq(list, table));
        let spans = self.grid.spans(table);
        if has_header(table) {
            let pieces: Vec<Piece<'_>> = spans
                .iter()
                .zip(&table.columns)
                .map(|(&span, column)| Piece {
                    span,
                    text: &column.heading,
                    format: look::heading(),
                    style: Style::Bold,
                    size: look::TABLE_SIZE,
                })
                .collect();
            self.put(&pieces, true)?;
        }
        let header = self.row.saturating_sub(1);
        for row in &table.rows {
            self.row_of(table, &spans, row, !is_list)?;
        }
        if is_list && !spans.is_empty() {
            self.serve_list(header, self.row.saturating_sub(1))?;
        }
        Ok(())
    }

    fn row_of(
        &mut self,
        table: &Table,
        spans: &[Span],
        row: &Row,
        fixed: bool,
    ) -> Result<(), XlsxError> {
        let cells = row
            .cells
            .iter()
            .map(String::as_str)
            .chain(std::iter::repeat(""));
        let pieces: Vec<Piece<'_>> = spans
            .iter()
            .zip(&table.columns)
            .zip(cells)
            .map(|((&span, column), text)| Piece {
                span,
                text,
                format: look::cell(column.align, row.mark, text),
                style: Style::Regular,
                size: look::TABLE_SIZE,
            })
            .collect();
        let merged = spans.iter().any(|span| span.first != span.last);
        self.put(&pieces, fixed || merged)
    }

    /// Freezes the header, filters below it, and prints it on every page.
    fn serve_list(&mut self, header: u32, last: u32) -> Result<(), XlsxError> {
        let worksheet = &mut self.worksheet;
        worksheet.set_repeat_rows(header, header)?;
        worksheet.autofilter(header, 0, last, self.grid.count() - 1)?;
        if header <= MOST_FROZEN {
            worksheet.set_freeze_panes(header + 1, 0)?;
        }
        Ok(())
    }

    fn slip(
        &mut self,
        heading: &str,
        lines: &[String],
        table: Option<&Table>,
        footer: &[String],
    ) -> Result<(), XlsxError> {
        let rows = table.map_or(0, |table| table.rows.len() + 1);
        // Two lines to a row of a table: names and subjects mostly take one or two.
        let needed = 18.0 * (2 + lines.len() + footer.len()) as f32 + 27.0 * rows as f32;
        if self.filled > 0.0 && self.filled + needed > self.page_height {
            self.break_page();
        }
        self.text(heading, Weight::Heading, Align::Left)?;
        for line in lines {
            self.text(line, Weight::Body, Align::Left)?;
        }
        if let Some(table) = table {
            self.table(table)?;
        }
        for line in footer {
            self.text(line, Weight::Body, Align::Left)?;
        }
        for column in 0..self.grid.count() {
            self.worksheet
                .write_blank(self.row, column, &look::cutting())?;
        }
        self.gap();
        self.gap();
        Ok(())
    }

    fn chart(&mut self, caption: &str, bars: &[Bar]) -> Result<(), XlsxError> {
        if !caption.is_empty() {
            self.text(caption, Weight::Heading, Align::Left)?;
        }
        for bars in bars.chunks(MOST_BARS) {
            let drawing = Drawing {
                bars,
                row: self.row,
                column: self.grid.count() + 1,
                pixels: self.pixels,
                lang: self.lang,
            };
            drawing.draw(self.worksheet)?;
            self.row += drawing.rows();
            self.filled += drawing.rows() as f32 * 15.0;
        }
        Ok(())
    }

    /// An empty row.
    fn gap(&mut self) {
        self.row += 1;
        self.filled += 15.0;
    }

    fn break_page(&mut self) {
        // Two breaks at one row, or one at the top, would be an empty page.
        if self.row > 0 && self.breaks.last() != Some(&self.row) {
            self.breaks.push(self.row);
        }
        self.filled = 0.0;
    }
}

/// The text as a cell may hold it.
fn cell_text(text: &str) -> String {
    let text = printable(text);
    if text.encode_utf16().count() <= LONGEST_TEXT {
        return text;
    }
    // A character has at most two units.
    text.chars()
        .take(LONGEST_TEXT / 2 - 1)
        .chain(['…'])
        .collect()
}
