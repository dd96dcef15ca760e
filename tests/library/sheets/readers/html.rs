//! A sheet's page.

use super::tree::Node;

/// A table: its header (empty where it has none) and its rows.
pub struct Table {
    pub header: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// Position of the column of that heading.
    pub fn column(&self, heading: &str) -> usize {
        let column = self.header.iter().position(|cell| cell == heading);
        column.unwrap_or_else(|| panic!("{heading} is in {:?}", self.header))
    }
}

/// A page in the order of reading.
pub struct Page {
    root: Node,
}

impl Page {
    pub fn read(bytes: &[u8]) -> Self {
        let text = std::str::from_utf8(bytes).expect("UTF-8");
        Self {
            root: Node::parse(text),
        }
    }

    /// Elements of that name, in order.
    pub fn all(&self, name: &str) -> Vec<&Node> {
        self.root.all(name)
    }

    /// Its tables, in order.
    pub fn tables(&self) -> Vec<Table> {
        self.root.all("table").into_iter().map(table).collect()
    }

    /// The first table that has this heading.
    pub fn table(&self, heading: &str) -> Option<Table> {
        let mut tables = self.tables().into_iter();
        tables.find(|table| table.header.iter().any(|cell| cell == heading))
    }

    /// Everything said, in order, without the stamps and the chart.
    pub fn text(&self) -> String {
        let main = self.root.all("main");
        main.into_iter().map(words).collect()
    }
}

/// The table of an element.
pub fn table(node: &Node) -> Table {
    let cells =
        |row: &Node, name: &str| -> Vec<String> { row.named(name).map(Node::text).collect() };
    let of = |part: &str, name: &str| -> Vec<Vec<String>> {
        let rows = node.named(part).flat_map(|part| part.named("tr"));
        rows.map(|row| cells(row, name)).collect()
    };
    Table {
        header: of("thead", "th").pop().unwrap_or_default(),
        rows: of("tbody", "td"),
    }
}

fn words(node: &Node) -> String {
    if node.is_of("draft") || node.is_of("chart") {
        return String::new();
    }
    if node.nodes().next().is_none() {
        return format!("{} ", node.text());
    }
    let children = node.children.iter().map(|child| match child {
        super::tree::Child::Text(text) => text.clone(),
        super::tree::Child::Node(node) => words(node),
    });
    children.collect()
}
