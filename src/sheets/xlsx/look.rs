//! How cells look: font, borders, colours.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::delimited::begins_as_formula;
use crate::sheets::model::{Align, Mark, Weight};
use crate::sheets::typeset::Style;

/// Size of text in tables, in points.
pub const TABLE_SIZE: f32 = 10.0;

const FONT: &str = "Times New Roman";
const CONFLICT: Color = Color::RGB(0x00F8_CBAD);
const EXCEPTION: Color = Color::RGB(0x00FF_F2CC);
const HEADER: Color = Color::RGB(0x00E7_E6E6);

/// Size of a text, in points.
pub fn size(weight: Weight) -> f32 {
    match weight {
        Weight::Poster => 36.0,
        Weight::Large => 20.0,
        Weight::Title => 14.0,
        Weight::Heading => 12.0,
        Weight::Body => 11.0,
        Weight::Small => 9.0,
    }
}

/// Style of a text.
pub fn style(weight: Weight) -> Style {
    match weight {
        Weight::Poster | Weight::Large | Weight::Title | Weight::Heading => Style::Bold,
        Weight::Body | Weight::Small => Style::Regular,
    }
}

/// A cell that nothing is said about.
pub fn plain() -> Format {
    Format::new().set_font_name(FONT).set_font_size(11)
}

fn base(size: f32) -> Format {
    Format::new()
        .set_font_name(FONT)
        .set_font_size(f64::from(size))
        .set_text_wrap()
}

fn aligned(format: Format, align: Align) -> Format {
    format.set_align(match align {
        // Stretched words are hard to read on a screen.
        Align::Left | Align::Justify => FormatAlign::Left,
        Align::Center => FormatAlign::Center,
        Align::Right => FormatAlign::Right,
    })
}

/// A text of its own.
pub fn text(weight: Weight, align: Align) -> Format {
    let format = aligned(base(size(weight)), align).set_align(FormatAlign::Top);
    match style(weight) {
        Style::Bold => format.set_bold(),
        Style::Regular => format,
    }
}

/// The heading of a column.
pub fn heading() -> Format {
    base(TABLE_SIZE)
        .set_bold()
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
        .set_background_color(HEADER)
        .set_border(FormatBorder::Thin)
}

/// A cell of a table.
pub fn cell(align: Align, mark: Mark, text: &str) -> Format {
    let format = aligned(base(TABLE_SIZE), align)
        .set_align(FormatAlign::Top)
        .set_border(FormatBorder::Thin);
    let format = match mark {
        Mark::Plain => format,
        Mark::Exception => format.set_background_color(EXCEPTION),
        Mark::Conflict => format.set_background_color(CONFLICT),
    };
    // The cell is text already; this keeps it text when a person edits it.
    if begins_as_formula(text) {
        format.set_quote_prefix()
    } else {
        format
    }
}

/// The line to cut along, above a slip.
pub fn cutting() -> Format {
    Format::new().set_border_bottom(FormatBorder::Dashed)
}
