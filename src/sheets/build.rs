//! Short hands for the model's blocks, so that a sheet's file reads like the sheet.

use super::model::{Align, Block, Column, Mark, Orientation, Row, Section, Table, Weight};

/// A text.
pub fn text(weight: Weight, align: Align, text: impl Into<String>) -> Block {
    Block::Text {
        text: text.into(),
        weight,
        align,
    }
}

/// The title, in the middle.
pub fn title(words: impl Into<String>) -> Block {
    text(Weight::Title, Align::Center, words)
}

/// A heading in the middle.
pub fn heading(words: impl Into<String>) -> Block {
    text(Weight::Heading, Align::Center, words)
}

/// Running text.
pub fn para(words: impl Into<String>) -> Block {
    text(Weight::Body, Align::Justify, words)
}

/// A line at the left margin.
pub fn line(words: impl Into<String>) -> Block {
    text(Weight::Body, Align::Left, words)
}

/// A remark.
pub fn small(words: impl Into<String>) -> Block {
    text(Weight::Small, Align::Left, words)
}

/// An item of a numbered list.
pub fn item(number: impl Into<String>, words: impl Into<String>) -> Block {
    Block::Item {
        number: number.into(),
        text: words.into(),
    }
}

/// Upright pages.
pub fn portrait(blocks: Vec<Block>) -> Section {
    Section {
        orientation: Orientation::Portrait,
        blocks,
    }
}

/// Lying pages.
pub fn landscape(blocks: Vec<Block>) -> Section {
    Section {
        orientation: Orientation::Landscape,
        blocks,
    }
}

/// A column whose cells stand at the left.
pub fn wide(heading: &str, share: u32) -> Column {
    column(heading, share, Align::Left)
}

/// A column of short entries in the middle.
pub fn narrow(heading: &str, share: u32) -> Column {
    column(heading, share, Align::Center)
}

/// A column of numbers.
pub fn number(heading: &str, share: u32) -> Column {
    column(heading, share, Align::Right)
}

fn column(heading: &str, share: u32, align: Align) -> Column {
    Column {
        heading: heading.to_owned(),
        share,
        align,
    }
}

/// An empty table with these columns.
pub fn table(caption: &str, columns: Vec<Column>) -> Table {
    Table {
        caption: caption.to_owned(),
        columns,
        rows: Vec::new(),
    }
}

/// Labels and values, without a header row.
pub fn facts(caption: &str, shares: [u32; 2], rows: Vec<[String; 2]>) -> Table {
    Table {
        caption: caption.to_owned(),
        columns: shares.map(|share| wide("", share)).into(),
        rows: rows
            .into_iter()
            .map(|cells| Row {
                cells: cells.into(),
                mark: Mark::Plain,
            })
            .collect(),
    }
}

impl Table {
    /// Adds a row.
    pub(super) fn push(&mut self, mark: Mark, cells: impl Into<Vec<String>>) {
        self.rows.push(Row {
            cells: cells.into(),
            mark,
        });
    }

    /// Adds a row with its number in the first cell.
    pub(super) fn push_numbered<const N: usize>(&mut self, mark: Mark, cells: [String; N]) {
        let number = (self.rows.len() + 1).to_string();
        let cells: Vec<String> = std::iter::once(number).chain(cells).collect();
        self.push(mark, cells);
    }

    /// The table as a block; `None` where it has no row.
    pub(super) fn filled(self) -> Option<Block> {
        (!self.rows.is_empty()).then_some(Block::Table(self))
    }
}
