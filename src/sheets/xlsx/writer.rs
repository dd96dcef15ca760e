//! Blocks become rows of a tab, from the top down.

use rust_xlsxwriter::{Worksheet, XlsxError};

use crate::domain::Lang;
use crate::sheets::model::{Align, Bar, Block, Packet, Table, Weight};
use crate::sheets::printable::printable;
use crate::sheets::typeset::Faces;

use super::chart::{Drawing, MOST_BARS};
use super::grid::{Grid, Span};
use super::pieces::{self, Piece};
use super::tabs::Tab;
use super::{look, page};

/// Longest text of a cell, in UTF-16 units.
const LONGEST_TEXT: usize = 32_767;

/// Height of an empty row, in points.
const ROW: f32 = 15.0;

/// Height of the row that parts two slips.
const CUT: f32 = 12.0;

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
    let grid = Grid::of(tab, pixels, faces);
    for (column, width) in (0..).zip(grid.widths()) {
        worksheet.set_column_width_pixels(column, width)?;
    }
    let mut writer = Writer {
        worksheet,
        grid: &grid,
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
    grid: &'a Grid<'a>,
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

    /// A row of pieces, as high as the highest needs it: not every program finds that out by itself.
    fn put(&mut self, row: &[Piece<'_>]) -> Result<(), XlsxError> {
        for piece in row {
            let text = cell_text(piece.text);
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
        let height = pieces::height(row, self.grid);
        self.worksheet.set_row_height(self.row, f64::from(height))?;
        if self.filled + height > self.page_height {
            // The page ends here by itself.
            self.filled = 0.0;
        }
        self.filled += height;
        self.row += 1;
        Ok(())
    }

    fn text(&mut self, text: &str, weight: Weight, align: Align) -> Result<(), XlsxError> {
        let text = printable(text);
        for line in text.split('\n') {
            self.put(&[pieces::text(self.grid.whole(), line, weight, align)])?;
        }
        Ok(())
    }

    fn ends(&mut self, left: &str, right: &str) -> Result<(), XlsxError> {
        let Some((near, far)) = self.grid.parted(500) else {
            return self.text(&format!("{left}   {right}"), Weight::Body, Align::Left);
        };
        self.put(&[
            pieces::text(near, left, Weight::Body, Align::Left),
            pieces::text(far, right, Weight::Body, Align::Right),
        ])
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
        let header = self.row;
        for row in pieces::table(table, self.grid) {
            self.put(&row)?;
        }
        if self.list.is_some_and(|list| std::ptr::eq(list, table)) {
            self.serve_list(header, self.row.saturating_sub(1))?;
        }
        Ok(())
    }

    /// Freezes the header, filters below it, and prints it on every page.
    fn serve_list(&mut self, header: u32, last: u32) -> Result<(), XlsxError> {
        let worksheet = &mut *self.worksheet;
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
        let whole = self.grid.whole();
        let line = |text, weight| vec![pieces::text(whole, text, weight, Align::Left)];
        let mut rows = vec![line(heading, Weight::Heading)];
        rows.extend(lines.iter().map(|text| line(text, Weight::Body)));
        rows.extend(
            table
                .into_iter()
                .flat_map(|table| pieces::table(table, self.grid)),
        );
        rows.extend(footer.iter().map(|text| line(text, Weight::Body)));
        let height: f32 = rows.iter().map(|row| pieces::height(row, self.grid)).sum();
        if self.filled + height + CUT > self.page_height {
            self.break_page();
        }
        for row in &rows {
            self.put(row)?;
        }
        self.cutting_line()
    }

    /// A low row with the line to cut along: on the page of the slip above it.
    fn cutting_line(&mut self) -> Result<(), XlsxError> {
        let worksheet = &mut *self.worksheet;
        for column in 0..self.grid.count() {
            worksheet.write_blank(self.row, column, &look::cutting())?;
        }
        worksheet.set_row_height(self.row, f64::from(CUT))?;
        self.row += 1;
        self.filled += CUT;
        Ok(())
    }

    fn chart(&mut self, caption: &str, bars: &[Bar]) -> Result<(), XlsxError> {
        for (index, bars) in bars.chunks(MOST_BARS).enumerate() {
            let drawing = Drawing {
                bars,
                row: self.row,
                column: self.grid.count() + 1,
                pixels: self.pixels,
                lang: self.lang,
            };
            let height = drawing.rows() as f32 * ROW;
            if self.filled + height > self.page_height {
                self.break_page();
            }
            if index == 0 && !caption.is_empty() {
                self.text(caption, Weight::Heading, Align::Left)?;
            }
            let drawing = Drawing {
                row: self.row,
                ..drawing
            };
            drawing.draw(self.worksheet)?;
            self.row += drawing.rows();
            self.filled += height;
        }
        Ok(())
    }

    /// An empty row.
    fn gap(&mut self) {
        self.row += 1;
        self.filled += ROW;
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
