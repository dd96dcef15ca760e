//! Pages: A4, margins, which header and footer.

use crate::sheets::model::Orientation;

use super::xml::Twips;

/// Twips of a millimetre, times ten.
const TWIPS_PER_CM: Twips = 567;

const fn millimetres(mm: Twips) -> Twips {
    mm * TWIPS_PER_CM / 10
}

/// A4.
const SHORT: Twips = 11906;
const LONG: Twips = 16838;
const TOP: Twips = millimetres(20);
const RIGHT: Twips = millimetres(10);

fn left(orientation: Orientation) -> Twips {
    match orientation {
        Orientation::Portrait => millimetres(30),
        Orientation::Landscape => millimetres(20),
    }
}

/// Width between the margins.
pub fn text_width(orientation: Orientation) -> Twips {
    let width = match orientation {
        Orientation::Portrait => SHORT,
        Orientation::Landscape => LONG,
    };
    width - left(orientation) - RIGHT
}

/// Properties of a section; it starts on a new page.
pub fn properties(orientation: Orientation) -> String {
    let size = match orientation {
        Orientation::Portrait => format!("<w:pgSz w:w=\"{SHORT}\" w:h=\"{LONG}\"/>"),
        Orientation::Landscape => {
            format!("<w:pgSz w:w=\"{LONG}\" w:h=\"{SHORT}\" w:orient=\"landscape\"/>")
        }
    };
    let left = left(orientation);
    format!(
        "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId2\"/><w:footerReference w:type=\"default\" r:id=\"rId3\"/>\
         <w:type w:val=\"nextPage\"/>{size}\
         <w:pgMar w:top=\"{TOP}\" w:right=\"{RIGHT}\" w:bottom=\"{TOP}\" w:left=\"{left}\" w:header=\"454\" w:footer=\"454\" w:gutter=\"0\"/>\
         <w:cols w:space=\"708\"/></w:sectPr>"
    )
}
