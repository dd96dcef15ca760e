//! Which blocks stand on which tab.
//!
//! A filter and a frozen header serve one table, so a sheet whose tables follow one another with different columns gets a tab
//! for each. A sheet whose kinds of table alternate is a stack of forms and stays on one tab.

use crate::sheets::model::{Block, Orientation, Section, Sheet, SheetKind, Table};

/// A tab to be.
pub struct Tab<'p> {
    /// Title to name it by.
    pub name: &'p str,
    /// How its pages lie.
    pub orientation: Orientation,
    /// Blocks that start on a new page each.
    pub pages: Vec<Vec<&'p Block>>,
}

impl<'p> Tab<'p> {
    /// Its tables, those of slips too.
    pub fn tables(&self) -> impl Iterator<Item = &'p Table> {
        self.pages.iter().flatten().filter_map(|block| table(block))
    }

    /// The only table with a header, on the only page: the tab is a list to sort and filter.
    pub fn list(&self) -> Option<&'p Table> {
        let mut headed = self.tables().filter(|table| table.has_header());
        let first = headed.next()?;
        let has_slip = self
            .pages
            .iter()
            .flatten()
            .any(|block| matches!(block, Block::Slip { .. }));
        (headed.next().is_none() && self.pages.len() == 1 && !has_slip).then_some(first)
    }

    fn columns(&self) -> Option<&'p Table> {
        self.tables().find(|table| table.has_header())
    }

    fn new(sheet: &'p Sheet, section: &Section) -> Self {
        Self {
            name: &sheet.title,
            orientation: section.orientation,
            pages: vec![Vec::new()],
        }
    }
}

/// The table of a block, or of a slip.
fn table(block: &Block) -> Option<&Table> {
    match block {
        Block::Table(table)
        | Block::Slip {
            table: Some(table), ..
        } => Some(table),
        _ => None,
    }
}

/// The tabs of a sheet, in order; at least one.
pub fn split(sheet: &Sheet) -> Vec<Tab<'_>> {
    if alternates(sheet) {
        return vec![stacked(sheet)];
    }
    let mut tabs: Vec<Tab<'_>> = Vec::new();
    for section in &sheet.sections {
        let first = section
            .blocks
            .iter()
            .filter_map(table)
            .find(|t| t.has_header());
        match tabs.last_mut() {
            Some(tab) if continues(tab, section, first) => tab.pages.push(Vec::new()),
            _ => tabs.push(Tab::new(sheet, section)),
        }
        fill(&mut tabs, sheet, section);
    }
    for tab in tabs.iter_mut().skip(1) {
        let caption = tab.columns().map_or("", |table| &table.caption);
        if !caption.trim().is_empty() {
            tab.name = caption;
        }
    }
    if tabs.is_empty() {
        tabs.push(stacked(sheet));
    }
    tabs
}

/// May the section stand below what the tab has?
fn continues(tab: &Tab<'_>, section: &Section, first: Option<&Table>) -> bool {
    let fits = match (tab.columns(), first) {
        (Some(columns), Some(first)) => same_columns(columns, first),
        (None, Some(_)) => false,
        (_, None) => true,
    };
    fits && tab.orientation == section.orientation
}

/// Puts the section's blocks on the last tab, and on new ones where the columns change.
fn fill<'p>(tabs: &mut Vec<Tab<'p>>, sheet: &'p Sheet, section: &'p Section) {
    for block in &section.blocks {
        let Some(tab) = tabs.last_mut() else { return };
        let changes = table(block)
            .filter(|table| table.has_header())
            .zip(tab.columns())
            .is_some_and(|(table, columns)| !same_columns(table, columns));
        if changes {
            let above = taken_along(tab);
            let mut next = Tab::new(sheet, section);
            next.pages = vec![above];
            tabs.push(next);
        }
        if let Some(page) = tabs.last_mut().and_then(|tab| tab.pages.last_mut()) {
            page.push(block);
        }
    }
}

/// The blocks below the tab's last table: they lead up to the next one.
fn taken_along<'p>(tab: &mut Tab<'p>) -> Vec<&'p Block> {
    let Some(page) = tab.pages.last_mut() else {
        return Vec::new();
    };
    let keep = page
        .iter()
        .rposition(|block| !matches!(block, Block::Text { .. }))
        .map_or(0, |at| at + 1);
    page.split_off(keep)
}

fn same_columns(a: &Table, b: &Table) -> bool {
    a.columns == b.columns
}

/// Do some columns come back after others?
fn alternates(sheet: &Sheet) -> bool {
    if sheet.kind == SheetKind::Order {
        // Its annexes are lists of their own, whatever stands between them.
        return false;
    }
    let mut seen: Vec<&Table> = Vec::new();
    let blocks = sheet.sections.iter().flat_map(|section| &section.blocks);
    for table in blocks.filter_map(table).filter(|table| table.has_header()) {
        if seen.last().is_some_and(|last| same_columns(last, table)) {
            continue;
        }
        if seen.iter().any(|earlier| same_columns(earlier, table)) {
            return true;
        }
        seen.push(table);
    }
    false
}

fn stacked(sheet: &Sheet) -> Tab<'_> {
    Tab {
        name: &sheet.title,
        orientation: sheet
            .sections
            .first()
            .map_or(Orientation::Portrait, |section| section.orientation),
        pages: sheet
            .sections
            .iter()
            .map(|section| section.blocks.iter().collect())
            .collect(),
    }
}
