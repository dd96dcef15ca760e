//! Sheets as web pages: self-contained, printed as A4, every text escaped by the templates.

mod index;

use askama::Template;

use super::model::{Align, Bar, Block, Column, Mark, Orientation, Packet, Sheet, Table, Weight};
use crate::domain::Lang;
use crate::lang::sheets as words;

pub use index::{Entry, Group, Link, index};

/// Style of every page, on screen and on paper.
const STYLE: &str = include_str!("style.css");

#[derive(Template)]
#[template(path = "page.html", config = "src/sheets/html/askama.toml")]
struct Page<'a> {
    lang: &'static str,
    school: &'a str,
    stamp: Option<&'a str>,
    style: &'static str,
    legend: [&'static str; 2],
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
        legend: words::chart_legend(packet.lang),
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

/// The column's part of the table's width.
fn share(column: &Column, table: &Table) -> String {
    let sum: u64 = table
        .columns
        .iter()
        .map(|column| u64::from(column.share))
        .sum();
    percent(u64::from(column.share), sum)
}

impl Bar {
    /// Lengths of its two parts beside the longest bar.
    fn widths(&self, bars: &[Bar]) -> [String; 2] {
        let longest = bars.iter().map(|bar| bar.before + bar.added).max();
        [self.before, self.added].map(|part| percent(part, longest.unwrap_or(0)))
    }
}

/// `12.34%`, in whole numbers so that every machine writes the same.
fn percent(part: u64, whole: u64) -> String {
    let hundredths = part * 10_000 / whole.max(1);
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

fn has_header(table: &Table) -> bool {
    table
        .columns
        .iter()
        .any(|column| !column.heading.is_empty())
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
