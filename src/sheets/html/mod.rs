//! Sheets as web pages: self-contained, printed as A4, every text escaped by the templates.

mod index;

use askama::Template;

use super::columns;
use super::model::{Align, Bar, Block, Mark, Orientation, Packet, Section, Sheet, Table, Weight};
use super::typeset::Faces;
use crate::domain::Lang;
use crate::lang::pages::{ADDED, BEFORE};

pub use index::{Entry, Group, Link, index};

/// Style of every page, on screen and on paper.
const STYLE: &str = include_str!("style.css");

/// Width that a table has on an upright and on a lying page, in points: between the margins and within the frame of a slip.
const PORTRAIT: f32 = 455.0;
const LANDSCAPE: f32 = 730.0;

#[derive(Template)]
#[template(path = "page.html", config = "src/sheets/html/askama.toml")]
struct Page<'a> {
    lang: &'static str,
    school: &'a str,
    stamp: Option<&'a str>,
    style: &'static str,
    legend: [&'static str; 2],
    faces: &'a Faces,
    sheet: &'a Sheet,
}

/// The sheet as one file.
///
/// # Panics
/// Never: writing to memory does not fail.
pub fn write(packet: &Packet, sheet: &Sheet) -> Vec<u8> {
    let page = Page {
        lang: lang_code(packet.lang),
        school: &packet.school,
        stamp: packet.stamp.as_deref(),
        style: STYLE,
        legend: [BEFORE, ADDED].map(|word| word.in_lang(packet.lang)),
        faces: Faces::load(),
        sheet,
    };
    let text = page.render().expect("writing to memory does not fail");
    text.into_bytes()
}

fn lang_code(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "en",
        Lang::Ru => "ru",
    }
}

impl Orientation {
    /// Class of the style.
    fn class(self) -> &'static str {
        match self {
            Orientation::Portrait => "portrait",
            Orientation::Landscape => "landscape",
        }
    }
}

impl Weight {
    /// Class of the style.
    fn class(self) -> &'static str {
        match self {
            Weight::Poster => "poster",
            Weight::Large => "large",
            Weight::Title => "title",
            Weight::Heading => "heading",
            Weight::Body => "body",
            Weight::Small => "small",
        }
    }
}

impl Align {
    /// Class of the style.
    fn class(self) -> &'static str {
        match self {
            Align::Left => "left",
            Align::Center => "center",
            Align::Right => "right",
            Align::Justify => "justify",
        }
    }
}

impl Mark {
    /// The row's class; nothing where it has none.
    fn attribute(self) -> &'static str {
        match self {
            Mark::Plain => "",
            Mark::Exception => " class=\"exception\"",
            Mark::Conflict => " class=\"conflict\"",
        }
    }
}

/// Widths of the table's columns, in parts of its own.
fn widths(table: &Table, section: &Section, faces: &Faces) -> Vec<String> {
    let width = match section.orientation {
        Orientation::Portrait => PORTRAIT,
        Orientation::Landscape => LANDSCAPE,
    };
    let edges = columns::edges(table, faces, width);
    let widths = edges.windows(2).map(|edge| (edge[1] - edge[0]) / width);
    widths.map(|part| format!("{:.2}%", part * 100.0)).collect()
}

impl Bar {
    /// Lengths of its two parts beside the longest bar.
    fn widths(&self, bars: &[Bar]) -> [String; 2] {
        let longest = bars.iter().map(Bar::total).max();
        [self.before, self.added].map(|part| percent(part, longest.unwrap_or(0)))
    }
}

/// `12.34%`, in whole numbers so that every machine writes the same.
fn percent(part: u64, whole: u64) -> String {
    let hundredths = u128::from(part) * 10_000 / u128::from(whole.max(1));
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn shares_are_written_in_whole_numbers() {
        assert_eq!(percent(1, 3), "33.33%");
        assert_eq!(percent(0, 0), "0.00%");
        assert_eq!(percent(5, 5), "100.00%");
    }
}
