//! What Word has no element for and a table without lines can do: lines to sign, slips to cut, bars.

use crate::domain::Lang;
use crate::lang::pages::{ADDED, BEFORE};
use crate::sheets::model::{Align, Bar, Table, Weight};
use crate::sheets::typeset::Faces;

use super::table::{Cell, Lines, framed, row, table};
use super::xml::{Paragraph, Twips};

/// Steps of a bar's length: Word allows 63 columns to a table.
const STEPS: u64 = 40;

/// Colours of what was carried over, and of what this roster adds.
const CARRIED: &str = "9DB2CC";
const NEW: &str = "355E8D";

/// A line below the cell to sign on.
const SIGNING: &str = "<w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>";

/// Who signs, a line, and the name.
pub fn signature(office: &str, name: &str, width: Twips) -> String {
    let (left, middle) = (width * 2 / 5, width / 5);
    let widths = [left, middle, width - left - middle];
    let text = |text: &str| Paragraph::new(Weight::Body, Align::Left).with(text);
    let line = Cell {
        borders: SIGNING,
        ..Cell::plain(middle, text(""))
    };
    let cells = [
        Cell::plain(left, text(office)),
        line,
        Cell::plain(widths[2], text(name)),
    ];
    framed(Lines::None, &widths, &row(&cells, false))
}

/// A text at each margin.
pub fn ends(left: &str, right: &str, width: Twips) -> String {
    let half = width / 2;
    let cells = [
        Cell::plain(half, Paragraph::new(Weight::Body, Align::Left).with(left)),
        Cell::plain(
            width - half,
            Paragraph::new(Weight::Body, Align::Right).with(right),
        ),
    ];
    framed(Lines::None, &[half, width - half], &row(&cells, false))
}

/// White above and below a bar, so that bars do not grow together.
const GAP: &str = "<w:top w:val=\"single\" w:sz=\"12\" w:space=\"0\" w:color=\"FFFFFF\"/><w:bottom w:val=\"single\" w:sz=\"12\" w:space=\"0\" w:color=\"FFFFFF\"/>";

/// What stands on a slip.
pub struct Slip<'p> {
    /// Heading.
    pub heading: &'p str,
    /// Lines above the table.
    pub lines: &'p [String],
    /// The table.
    pub duties: Option<&'p Table>,
    /// Lines below.
    pub footer: &'p [String],
}

/// A slip: one cell that no page break cuts.
pub fn slip(slip: &Slip<'_>, width: Twips, faces: &Faces) -> String {
    let Slip {
        heading,
        lines,
        duties,
        footer,
    } = *slip;
    let small = Paragraph::in_cell(Align::Left, false);
    let text = |lines: &[String]| -> String { lines.iter().map(|line| small.with(line)).collect() };
    let mut content = Paragraph::new(Weight::Heading, Align::Left).with(heading);
    content += &text(lines);
    // A cell must end with a paragraph, so one stands below the table in any case.
    if let Some(duties) = duties {
        content += &table(duties, width - 200, faces);
        content += &small.with("");
    }
    content += &text(footer);
    framed(
        Lines::Cut,
        &[width],
        &row(&[Cell::plain(width, content)], false),
    )
}

/// A legend, and bars: a row of cells each, as many steps wide as the value asks.
pub fn chart(caption: &str, bars: &[Bar], lang: Lang, width: Twips) -> String {
    let Some(most) = bars.iter().map(Bar::total).max() else {
        return String::new();
    };
    let steps =
        |value: u64| (u128::from(value) * u128::from(STEPS) / u128::from(most.max(1))) as usize;
    let step = (width * 11 / 20) / STEPS as Twips;
    let label = width * 3 / 10;
    let last = width - label - step * STEPS as Twips;
    let mut widths = vec![label];
    widths.extend(std::iter::repeat_n(step, STEPS as usize));
    widths.push(last);
    let small = |text: &str| Paragraph::in_cell(Align::Left, false).with(text);
    let line = |label_text: &str, parts: &[(usize, Option<&'static str>, &str)], numbers: &str| {
        let mut cells = vec![Cell::plain(label, small(label_text))];
        for &(span, fill, text) in parts.iter().filter(|(span, ..)| *span > 0) {
            cells.push(Cell {
                span,
                borders: GAP,
                fill,
                ..Cell::plain(step * span as Twips, small(text))
            });
        }
        cells.push(Cell::plain(last, small(numbers)));
        row(&cells, false)
    };
    let rows: String = bars
        .iter()
        .map(|bar| {
            let (before, whole) = (steps(bar.before), steps(bar.total()));
            let parts = [
                (before, Some(CARRIED), ""),
                (whole.saturating_sub(before), Some(NEW), ""),
                (STEPS as usize - whole, None, ""),
            ];
            let numbers = format!("{} + {}", bar.before, bar.added);
            line(&bar.label, &parts, &numbers)
        })
        .collect();
    let legend = line(
        "",
        &[
            (1, Some(CARRIED), ""),
            (19, None, BEFORE.in_lang(lang)),
            (1, Some(NEW), ""),
            (19, None, ADDED.in_lang(lang)),
        ],
        "",
    );
    Paragraph::new(Weight::Heading, Align::Left).with(caption)
        + &framed(Lines::None, &widths, &(legend + &rows))
}
