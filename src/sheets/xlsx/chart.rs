//! Bars as a chart of the spreadsheet, with their numbers beside the printed page.

use rust_xlsxwriter::{
    Chart, ChartFormat, ChartLegendPosition, ChartSolidFill, ChartType, Color, Worksheet, XlsxError,
};

use crate::domain::Lang;
use crate::lang::pages::{ADDED, BEFORE};
use crate::sheets::model::{Align, Bar, Weight};
use crate::sheets::printable::on_one_line;

use super::look;

/// Most bars on one chart: more would not fit a page.
pub const MOST_BARS: usize = 32;

/// Height of a row of the default size, in pixels.
const ROW: u32 = 20;

/// A chart to draw.
pub struct Drawing<'p> {
    /// At most [`MOST_BARS`].
    pub bars: &'p [Bar],
    /// Row at which it starts.
    pub row: u32,
    /// Column where its numbers stand, outside of the printed page.
    pub column: u16,
    /// Its width, in pixels.
    pub pixels: u32,
    /// Language of the legend.
    pub lang: Lang,
}

impl Drawing<'_> {
    fn height(&self) -> u32 {
        90 + 22 * self.bars.len() as u32
    }

    /// Rows it covers.
    pub fn rows(&self) -> u32 {
        self.height().div_ceil(ROW) + 1
    }

    /// Writes the numbers and the chart over them.
    pub fn draw(&self, worksheet: &mut Worksheet) -> Result<(), XlsxError> {
        let tab = worksheet.name();
        let (labels, before, added) = (self.column, self.column + 1, self.column + 2);
        let small = look::text(Weight::Small, Align::Left).set_text_wrap();
        let (first, last) = (self.row + 1, self.row + self.bars.len() as u32);
        worksheet.write_string_with_format(self.row, before, BEFORE.in_lang(self.lang), &small)?;
        worksheet.write_string_with_format(self.row, added, ADDED.in_lang(self.lang), &small)?;
        for (row, bar) in (first..).zip(self.bars) {
            worksheet.write_string_with_format(row, labels, on_one_line(&bar.label), &small)?;
            worksheet.write_number_with_format(row, before, bar.before as f64, &small)?;
            worksheet.write_number_with_format(row, added, bar.added as f64, &small)?;
        }
        let mut chart = Chart::new(ChartType::BarStacked);
        for (column, color) in [
            (before, Color::RGB(0x009D_B2CC)),
            (added, Color::RGB(0x0035_5E8D)),
        ] {
            chart
                .add_series()
                .set_name((tab.as_str(), self.row, column))
                .set_categories((tab.as_str(), first, labels, last, labels))
                .set_values((tab.as_str(), first, column, last, column))
                .set_format(
                    ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(color)),
                )
                .set_gap(40);
        }
        // A title given as text is read as a reference to cells where it looks like one; it stands in a cell instead.
        chart.title().set_hidden();
        chart.legend().set_position(ChartLegendPosition::Bottom);
        // Bars grow from the bottom up unless told otherwise; the first person stands on top.
        chart.y_axis().set_reverse();
        chart.set_width(self.pixels).set_height(self.height());
        worksheet.insert_chart(self.row, 0, &chart)?;
        Ok(())
    }
}
