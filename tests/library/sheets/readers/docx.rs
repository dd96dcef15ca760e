//! A sheet's document: parts of a zip, read as XML.

use std::io::Cursor;

use super::tree::Node;

/// A document.
pub struct Document {
    body: Node,
}

impl Document {
    pub fn read(bytes: &[u8]) -> Self {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
        let part = archive.by_name("word/document.xml").expect("the main part");
        let text = std::io::read_to_string(part).expect("UTF-8");
        Self {
            body: Node::parse(&text),
        }
    }

    /// Everything said, in order.
    pub fn text(&self) -> String {
        self.body.all("w:t").into_iter().map(Node::text).collect()
    }

    /// The cells of every row of every table, those of tables within cells as rows of their own.
    pub fn rows(&self) -> Vec<Vec<String>> {
        let rows = self.body.all("w:tr").into_iter();
        rows.map(|row| row.named("w:tc").map(cell).collect())
            .collect()
    }
}

/// Text of a cell without the tables in it.
fn cell(node: &Node) -> String {
    let paragraphs = node.named("w:p").flat_map(|paragraph| paragraph.all("w:t"));
    paragraphs.map(Node::text).collect()
}
