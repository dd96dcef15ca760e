//! The cells of a row in one text: a table has too many of them for each to be a text of its own.

use std::fmt;
use std::ops::Index;

/// Texts of a row's cells, the first column first.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Cells {
    /// The texts, one behind the other.
    text: String,
    /// Where each ends.
    ends: Vec<u32>,
}

impl Cells {
    /// No cells yet; room for texts somewhat longer than those others, and for so many cells.
    pub fn with_room(others: &Self, width: usize) -> Self {
        Self {
            text: String::with_capacity(others.text.len() + others.text.len() / 4),
            ends: Vec::with_capacity(width),
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Is there none?
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The cell at that position, 0-based.
    pub fn get(&self, index: usize) -> Option<&str> {
        let end = *self.ends.get(index)? as usize;
        Some(&self.text[self.start(index)..end])
    }

    /// All of them in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &str> + ExactSizeIterator + Clone {
        (0..self.len()).map(|index| &self[index])
    }

    /// Adds a cell behind the others.
    pub fn push(&mut self, text: &str) {
        self.text.push_str(text);
        self.ends.push(self.text.len() as u32);
    }

    /// Adds empty cells until there are so many.
    pub fn widen(&mut self, width: usize) {
        let end = self.text.len() as u32;
        self.ends.resize(width.max(self.len()), end);
    }

    fn start(&self, index: usize) -> usize {
        let before = index.checked_sub(1);
        before.map_or(0, |before| self.ends[before] as usize)
    }
}

impl Index<usize> for Cells {
    type Output = str;

    fn index(&self, index: usize) -> &str {
        &self.text[self.start(index)..self.ends[index] as usize]
    }
}

impl<T: AsRef<str>> FromIterator<T> for Cells {
    fn from_iter<I: IntoIterator<Item = T>>(texts: I) -> Self {
        let mut cells = Self::default();
        for text in texts {
            cells.push(text.as_ref());
        }
        cells
    }
}

impl fmt::Debug for Cells {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::Cells;

    #[test]
    fn cells_are_as_they_were_written() {
        let mut cells: Cells = ["день", "Ё"].into_iter().collect();
        cells.widen(3);
        cells.push("5А");
        cells.widen(5);
        cells.widen(2);
        let texts: Vec<&str> = cells.iter().collect();
        assert_eq!(texts, ["день", "Ё", "", "5А", ""]);
        assert_eq!((&cells[1], cells.get(3)), ("Ё", Some("5А")));
        assert_eq!(cells.get(5), None);
        assert_eq!(
            format!("{cells:?}"),
            "[\"день\", \"Ё\", \"\", \"5А\", \"\"]"
        );
    }
}
