//! Runs and paragraphs, with text that is safe in XML.

use crate::sheets::model::{Align, Weight};
use crate::sheets::printable::printable;

/// Widths in twentieths of a point.
pub type Twips = u32;

/// The text with what XML would read as markup escaped, and what it forbids left out.
pub fn escaped(text: &str) -> String {
    printable(text)
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// Size of a text, in half points.
fn half_points(weight: Weight) -> u32 {
    match weight {
        Weight::Poster => 72,
        Weight::Large => 44,
        Weight::Title => 28,
        Weight::Heading => 26,
        Weight::Body => 24,
        Weight::Small => 20,
    }
}

fn is_bold(weight: Weight) -> bool {
    matches!(
        weight,
        Weight::Poster | Weight::Large | Weight::Title | Weight::Heading
    )
}

fn justification(align: Align) -> &'static str {
    match align {
        Align::Left => "left",
        Align::Center => "center",
        Align::Right => "right",
        Align::Justify => "both",
    }
}

/// A run of text; line breaks stay.
fn run(text: &str, half_points: u32, bold: bool) -> String {
    let bold = if bold { "<w:b/><w:bCs/>" } else { "" };
    let properties = format!(
        "<w:rPr>{bold}<w:sz w:val=\"{half_points}\"/><w:szCs w:val=\"{half_points}\"/></w:rPr>"
    );
    let mut runs = String::new();
    for (index, line) in escaped(text).split('\n').enumerate() {
        let lead = if index > 0 { "<w:br/>" } else { "" };
        runs += &format!("<w:r>{properties}{lead}<w:t xml:space=\"preserve\">{line}</w:t></w:r>");
    }
    runs
}

/// A paragraph, and where it stands.
pub struct Paragraph {
    weight: Weight,
    align: Align,
    keep_next: bool,
    hanging: Option<Twips>,
    half_points: u32,
    bold: bool,
    after: Twips,
}

impl Paragraph {
    /// A text of its own. Titles and headings stay with what they head.
    pub fn new(weight: Weight, align: Align) -> Self {
        let bold = is_bold(weight);
        Self {
            weight,
            align,
            keep_next: bold,
            hanging: None,
            half_points: half_points(weight),
            bold,
            after: if bold { 120 } else { 40 },
        }
    }

    /// A text in a cell of a table.
    pub fn in_cell(align: Align, bold: bool) -> Self {
        let align = match align {
            // A narrow column stretched to both margins shows holes.
            Align::Justify => Align::Left,
            align => align,
        };
        Self {
            half_points: 20,
            bold,
            keep_next: false,
            after: 0,
            ..Self::new(Weight::Body, align)
        }
    }

    /// Stays on the page of the paragraph after it.
    pub fn keeping_next(self) -> Self {
        Self {
            keep_next: true,
            ..self
        }
    }

    /// A number in the margin of the text.
    pub fn hanging(self, twips: Twips) -> Self {
        Self {
            hanging: Some(twips),
            ..self
        }
    }

    /// The paragraph with that text. Properties stand in the order of the schema.
    pub fn with(&self, text: &str) -> String {
        self.around(&run(text, self.half_points, self.bold))
    }

    /// The paragraph of a numbered item.
    pub fn with_number(&self, number: &str, text: &str) -> String {
        let number = run(number, self.half_points, self.bold);
        let text = run(text, self.half_points, self.bold);
        self.around(&format!("{number}<w:r><w:tab/></w:r>{text}"))
    }

    fn around(&self, runs: &str) -> String {
        let mut properties = String::new();
        if self.keep_next {
            properties += "<w:keepNext/>";
        }
        if self.bold {
            properties += "<w:keepLines/>";
        }
        if let Some(twips) = self.hanging {
            properties += &format!("<w:tabs><w:tab w:val=\"left\" w:pos=\"{twips}\"/></w:tabs>");
        }
        properties += &format!("<w:spacing w:before=\"0\" w:after=\"{}\"/>", self.after);
        if let Some(twips) = self.hanging {
            properties += &format!("<w:ind w:left=\"{twips}\" w:hanging=\"{twips}\"/>");
        } else if self.align == Align::Justify {
            properties += "<w:ind w:firstLine=\"709\"/>";
        }
        properties += &format!("<w:jc w:val=\"{}\"/>", justification(self.align));
        if let Some(level) = self.outline_level() {
            properties += &format!("<w:outlineLvl w:val=\"{level}\"/>");
        }
        format!("<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>")
    }

    /// Place in Word's outline of headings.
    fn outline_level(&self) -> Option<u8> {
        match self.weight {
            Weight::Title => Some(0),
            Weight::Heading => Some(1),
            Weight::Poster | Weight::Large | Weight::Body | Weight::Small => None,
        }
    }
}
