//! Sections and blocks as the body of a document.

use crate::domain::Lang;
use crate::sheets::model::{Align, Block, Orientation, Section, Sheet, Weight};
use crate::sheets::typeset::Faces;

use super::xml::{Paragraph, Twips};
use super::{boxes, section, table};

/// Where the text of a numbered item starts.
const ITEM: Twips = 709;

/// A paragraph as low as can be: it parts two tables, and carries a section's end.
const THIN: &str = "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/>";

const NAMESPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

/// The main part.
pub fn document(sheet: &Sheet, lang: Lang) -> String {
    let faces = Faces::load();
    let mut body = String::new();
    let mut sections = sheet
        .sections
        .iter()
        .filter(|section| !section.blocks.is_empty())
        .peekable();
    let mut last = Orientation::Portrait;
    while let Some(section) = sections.next() {
        body += &content(section, faces, lang);
        last = section.orientation;
        if sections.peek().is_some() {
            // The properties of a section stand in its last paragraph; those of the last one in the body.
            body += &format!(
                "<w:p><w:pPr>{THIN}{}</w:pPr></w:p>",
                section::properties(section.orientation)
            );
        }
    }
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document {NAMESPACES}><w:body>{body}{}</w:body></w:document>",
        section::properties(last)
    )
}

/// The blocks; tables that follow one another are kept apart, and none ends the section.
fn content(section: &Section, faces: &Faces, lang: Lang) -> String {
    let width = section::text_width(section.orientation);
    let mut content = String::new();
    let mut blocks = section.blocks.iter().peekable();
    while let Some(block) = blocks.next() {
        let leads_up = matches!(blocks.peek(), Some(Block::Table(_)));
        let written = match block {
            Block::Text {
                text,
                weight,
                align,
            } if leads_up => Paragraph::new(*weight, *align).keeping_next().with(text),
            _ => self::block(block, width, faces, lang),
        };
        let is_table = written.ends_with("</w:tbl>");
        content += &written;
        if is_table {
            let gap = match block {
                Block::Slip { .. } => {
                    "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"160\" w:lineRule=\"exact\"/>"
                }
                _ => THIN,
            };
            content += &format!("<w:p><w:pPr>{gap}</w:pPr></w:p>");
        }
    }
    content
}

fn block(block: &Block, width: Twips, faces: &Faces, lang: Lang) -> String {
    match block {
        Block::Text {
            text,
            weight,
            align,
        } => Paragraph::new(*weight, *align).with(text),
        Block::Item { number, text } => Paragraph::new(Weight::Body, Align::Justify)
            .hanging(ITEM)
            .with_number(number, text),
        Block::Ends { left, right } => boxes::ends(left, right, width),
        Block::Table(table) => table::table(table, width, faces),
        Block::Signature { office, name } => {
            let gap = Paragraph::new(Weight::Small, Align::Left)
                .keeping_next()
                .with("");
            gap + &boxes::signature(office, name, width)
        }
        Block::Slip {
            heading,
            lines,
            table,
            footer,
        } => {
            let slip = boxes::Slip {
                heading,
                lines,
                duties: table.as_ref(),
                footer,
            };
            boxes::slip(&slip, width, faces)
        }
        Block::Chart { caption, bars } => boxes::chart(caption, bars, lang, width),
    }
}
