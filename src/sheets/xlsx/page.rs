//! The printed page of a tab: A4, margins, school and stamp above, page numbers below.

use rust_xlsxwriter::Worksheet;

use crate::lang::pages::page_of;
use crate::sheets::model::{Orientation, Packet};
use crate::sheets::printable::on_one_line;

const A4: u8 = 9;

/// Most characters of a school's name in a header: the format allows 255 in all.
const LONGEST_SCHOOL: usize = 90;

/// Inches per millimetre.
const INCH: f64 = 1.0 / 25.4;

/// Width between the margins, in pixels; a twentieth less than there is, since programs round columns up.
pub fn pixels(orientation: Orientation) -> u32 {
    match orientation {
        // 170 mm
        Orientation::Portrait => 605,
        // 267 mm
        Orientation::Landscape => 950,
    }
}

/// Height between the margins, in points; a fiftieth less than there is, since programs round rows up.
pub fn points(orientation: Orientation) -> f32 {
    match orientation {
        // 257 mm
        Orientation::Portrait => 714.0,
        // 170 mm
        Orientation::Landscape => 472.0,
    }
}

/// Sets paper, margins, header and footer.
pub fn set_up(worksheet: &mut Worksheet, packet: &Packet, orientation: Orientation) {
    worksheet.set_paper_size(A4);
    let (left, right) = match orientation {
        Orientation::Portrait => {
            worksheet.set_portrait();
            (30.0, 10.0)
        }
        Orientation::Landscape => {
            worksheet.set_landscape();
            (20.0, 10.0)
        }
    };
    worksheet.set_margins(
        left * INCH,
        right * INCH,
        20.0 * INCH,
        20.0 * INCH,
        8.0 * INCH,
        8.0 * INCH,
    );
    let font = "&\"Times New Roman,Regular\"&9";
    let school: String = on_one_line(&packet.school)
        .chars()
        .take(LONGEST_SCHOOL)
        .collect();
    let stamp = packet.stamp.as_deref().map(on_one_line).unwrap_or_default();
    let stamp = if stamp.is_empty() {
        String::new()
    } else {
        format!("&R&\"Times New Roman,Bold\"&16{}", escaped(&stamp))
    };
    worksheet.set_header(format!("&L{font}{}{stamp}", spaced(&escaped(&school))));
    worksheet.set_footer(format!(
        "&C{font}{}",
        spaced(&page_of("&P", "&N", packet.lang))
    ));
}

/// `&` starts a code in headers.
fn escaped(text: &str) -> String {
    text.replace('&', "&&")
}

/// A digit right after the font size would be read as part of it.
fn spaced(text: &str) -> String {
    format!(" {text}")
}
