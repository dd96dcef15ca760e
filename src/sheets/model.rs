//! A sheet as every writer sees it: pages of headings, paragraphs, tables and lines to sign.
//!
//! What a sheet says is decided before this; how a format shows it is decided after.

/// Which sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SheetKind {
    /// The order, with its annexes.
    Order,
    /// What an order changes in the order, after a repair.
    Amendment,
    /// The roster, as `check` reads it again.
    Roster,
    /// One slip per person, several to a page for cutting.
    Personal,
    /// One page per sitting for the door.
    Door,
    /// The observer's act, one per observer and sitting.
    ObserverAct,
    /// Who was acquainted with the order.
    Acquaintance,
    /// Lessons without a teacher, and who is free then, or takes them.
    Substitution,
    /// Rooms of sittings, and lessons that move.
    Rooms,
    /// Protocols of the meetings on criteria, one a page.
    Meetings,
    /// What pupils find otherwise than in the timetable.
    Changes,
    /// What was re-checked, and what is proven.
    Evidence,
    /// For the notice board: initials only.
    NoticeBoard,
    /// Duties and works per person, before and after.
    Load,
    /// What each person who serves is barred from, with room to add, to be signed.
    Declarations,
    /// All declarations in one list.
    DeclarationRegister,
    /// The observer's application and memo.
    Applications,
    /// Each person's own duties and works, beside the others' without names.
    Accounts,
    /// What is asked for when objectivity is inspected, and where it is.
    Documents,
}

/// How the page lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Orientation {
    /// Upright A4: margins 30 mm left, 10 right, 20 above and below.
    Portrait,
    /// Lying A4: margins 20 mm above and below, 20 left, 10 right.
    Landscape,
}

/// Where a text stands on its line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Align {
    /// At the left margin.
    Left,
    /// In the middle.
    Center,
    /// At the right margin.
    Right,
    /// Both margins, first line indented: running text.
    Justify,
}

/// How much a text matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// Letters to be read from afar, as on a door.
    Poster,
    /// Letters to be read from a few steps, below a poster's.
    Large,
    /// The sheet's title.
    Title,
    /// A heading inside.
    Heading,
    /// Plain text.
    Body,
    /// Remarks.
    Small,
}

/// What a row of a table tells by its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mark {
    /// Nothing.
    Plain,
    /// An exception was used.
    Exception,
    /// A conflict, or an empty place.
    Conflict,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The heading.
    pub heading: String,
    /// Share of the table's width, in thousandths; a table's shares add up to about 1000.
    pub share: u32,
    /// How its cells stand.
    pub align: Align,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// One text per column; may hold line breaks.
    pub cells: Vec<String>,
    /// Its colour.
    pub mark: Mark,
}

/// A table; its header stands again on every page. Where every heading is empty, the table has no header row: labels
/// in its first column, values beside them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Name for people, and for the file or sheet that holds it alone.
    pub caption: String,
    /// Columns.
    pub columns: Vec<Column>,
    /// Rows.
    pub rows: Vec<Row>,
}

impl Table {
    /// Must the row stand on the page of the next one? A long table does not begin with a row or two at a page's end.
    pub fn starts_together(&self, row: usize) -> bool {
        self.has_header() && self.rows.len() > 4 && row < 2
    }

    /// Has any column a heading?
    pub fn has_header(&self) -> bool {
        self.columns.iter().any(|column| !column.heading.is_empty())
    }
}

/// A bar of a chart, in whole units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// Whose.
    pub label: String,
    /// Carried over from earlier.
    pub before: u64,
    /// Added by this roster.
    pub added: u64,
}

impl Bar {
    /// Its whole length.
    pub fn total(&self) -> u64 {
        self.before.saturating_add(self.added)
    }
}

/// A piece of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A text of its own.
    Text {
        /// The words; may hold line breaks.
        text: String,
        /// How much it matters.
        weight: Weight,
        /// Where it stands.
        align: Align,
    },
    /// An item of a numbered list, with its number as printed (`2.1.`).
    Item {
        /// The number.
        number: String,
        /// The words.
        text: String,
    },
    /// A table.
    Table(Table),
    /// One line with a text at each margin: date and number of an order.
    Ends {
        /// At the left margin.
        left: String,
        /// At the right margin.
        right: String,
    },
    /// A line to sign: who, a line, and the name in brackets.
    Signature {
        /// Office of who signs.
        office: String,
        /// Name of who signs, or empty.
        name: String,
    },
    /// Lines of label and value, kept together on one page with a frame round them: a slip to cut out.
    Slip {
        /// The slip's heading.
        heading: String,
        /// The lines above its table.
        lines: Vec<String>,
        /// Its table.
        table: Option<Table>,
        /// The lines below.
        footer: Vec<String>,
    },
    /// Bars, one under the other.
    Chart {
        /// What is counted.
        caption: String,
        /// The bars.
        bars: Vec<Bar>,
    },
}

/// Blocks that start on a new page and share its orientation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// How its pages lie.
    pub orientation: Orientation,
    /// What stands on them.
    pub blocks: Vec<Block>,
}

/// A sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Which one.
    pub kind: SheetKind,
    /// Its title, for the index and for a workbook's tab.
    pub title: String,
    /// Name of its file, without extension: from a fixed list of words, dates and numbers.
    pub file_stem: String,
    /// Its pages.
    pub sections: Vec<Section>,
}

/// All sheets of one export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Packet {
    /// Name of the school, for headers.
    pub school: String,
    /// Language of the sheets.
    pub lang: crate::domain::Lang,
    /// Stamped on every page where the roster must not be signed yet: `ПРОЕКТ` or `DRAFT`.
    pub stamp: Option<String>,
    /// The sheets.
    pub sheets: Vec<Sheet>,
}
