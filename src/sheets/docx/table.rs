//! Tables: fixed widths, a header that stands again on every page, rows that no page break cuts.

use crate::sheets::columns;
use crate::sheets::model::{Align, Mark, Table};
use crate::sheets::typeset::Faces;

use super::xml::{Paragraph, Twips};

const TWIPS_PER_POINT: f32 = 20.0;

/// A cell as it is written.
pub struct Cell {
    /// Width.
    pub width: Twips,
    /// Columns of the grid that it covers.
    pub span: usize,
    /// Its borders, as elements of `w:tcBorders` in order; empty for those of the table.
    pub borders: &'static str,
    /// Colour of its ground, six hexadecimal digits.
    pub fill: Option<&'static str>,
    /// Its paragraphs; never empty.
    pub content: String,
}

impl Cell {
    /// A cell without ground or borders of its own.
    pub fn plain(width: Twips, content: String) -> Self {
        Self {
            width,
            span: 1,
            borders: "",
            fill: None,
            content,
        }
    }

    fn xml(&self) -> String {
        let span = if self.span > 1 {
            format!("<w:gridSpan w:val=\"{}\"/>", self.span)
        } else {
            String::new()
        };
        let borders = if self.borders.is_empty() {
            String::new()
        } else {
            format!("<w:tcBorders>{}</w:tcBorders>", self.borders)
        };
        let fill = self.fill.map_or_else(String::new, |fill| {
            format!("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{fill}\"/>")
        });
        format!(
            "<w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/>{span}{borders}{fill}</w:tcPr>{}</w:tc>",
            self.width, self.content
        )
    }
}

/// A row on one page; a header where `header` says so.
pub fn row(cells: &[Cell], header: bool) -> String {
    let header = if header { "<w:tblHeader/>" } else { "" };
    let cells: String = cells.iter().map(Cell::xml).collect();
    format!("<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{cells}</w:tr>")
}

/// Lines around and inside a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lines {
    /// Thin lines everywhere.
    All,
    /// A dashed frame to cut along.
    Cut,
    /// None.
    None,
}

impl Lines {
    /// Free space inside of the cells.
    fn margins(self) -> String {
        let height = match self {
            Self::Cut => 100,
            Self::All | Self::None => 15,
        };
        [
            ("top", height),
            ("left", 70),
            ("bottom", height),
            ("right", 70),
        ]
        .map(|(side, width)| format!("<w:{side} w:w=\"{width}\" w:type=\"dxa\"/>"))
        .concat()
    }

    fn xml(self) -> String {
        let (outer, inner) = match self {
            Self::All => ("single", "single"),
            Self::Cut => ("dashed", "nil"),
            Self::None => return String::new(),
        };
        let border = |side: &str, value: &str| {
            format!("<w:{side} w:val=\"{value}\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>")
        };
        let outside: String = ["top", "left", "bottom", "right"]
            .map(|side| border(side, outer))
            .concat();
        let inside = ["insideH", "insideV"]
            .map(|side| border(side, inner))
            .concat();
        format!("<w:tblBorders>{outside}{inside}</w:tblBorders>")
    }
}

/// A table of ready rows over a grid of those widths.
pub fn framed(lines: Lines, widths: &[Twips], rows: &str) -> String {
    let total: Twips = widths.iter().sum();
    let grid: String = widths
        .iter()
        .map(|width| format!("<w:gridCol w:w=\"{width}\"/>"))
        .collect();
    format!(
        "<w:tbl><w:tblPr><w:tblW w:w=\"{total}\" w:type=\"dxa\"/>{}<w:tblLayout w:type=\"fixed\"/>\
         <w:tblCellMar>{}</w:tblCellMar></w:tblPr>\
         <w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>",
        lines.xml(),
        lines.margins()
    )
}

/// A table of the sheet, as wide as `width`. Empty where it has no columns, or neither header nor rows.
pub fn table(table: &Table, width: Twips, faces: &Faces) -> String {
    let widths = widths(table, width, faces);
    let has_header = table.has_header();
    if widths.is_empty() || (!has_header && table.rows.is_empty()) {
        return String::new();
    }
    let mut rows = String::new();
    if has_header {
        let cells: Vec<Cell> = table
            .columns
            .iter()
            .zip(&widths)
            .map(|(column, &width)| Cell {
                fill: Some("E7E6E6"),
                ..Cell::plain(
                    width,
                    Paragraph::in_cell(Align::Center, true)
                        .keeping_next()
                        .with(&column.heading),
                )
            })
            .collect();
        rows += &row(&cells, true);
    }
    for (index, body) in table.rows.iter().enumerate() {
        let fill = match body.mark {
            Mark::Plain => None,
            Mark::Exception => Some("FFF2CC"),
            Mark::Conflict => Some("F8CBAD"),
        };
        let texts = body.cells.iter().map(String::as_str);
        let cells: Vec<Cell> = table
            .columns
            .iter()
            .zip(&widths)
            .zip(texts.chain(std::iter::repeat("")))
            .map(|((column, &width), text)| {
                let paragraph = Paragraph::in_cell(column.align, false);
                let paragraph = if table.starts_together(index) {
                    paragraph.keeping_next()
                } else {
                    paragraph
                };
                Cell {
                    fill,
                    ..Cell::plain(width, paragraph.with(text))
                }
            })
            .collect();
        rows += &row(&cells, false);
    }
    framed(Lines::All, &widths, &rows)
}

/// Widths of the columns; together exactly `width`.
fn widths(table: &Table, width: Twips, faces: &Faces) -> Vec<Twips> {
    let points = width as f32 / TWIPS_PER_POINT;
    columns::edges(table, faces, points)
        .windows(2)
        .map(|edge| twips(edge[1]) - twips(edge[0]))
        .collect()
}

#[expect(clippy::cast_sign_loss, reason = "widths are not negative")]
fn twips(points: f32) -> Twips {
    (points * TWIPS_PER_POINT).round() as Twips
}
