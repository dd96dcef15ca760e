//! The cells of a table's rows in one text: a table has too many of them for each to be a text of its own.

use std::fmt;
use std::ops::Index;
use std::sync::Arc;

/// Texts of a table's cells, row by row.
#[derive(Debug, Default)]
pub struct Texts {
    /// The texts, one behind the other.
    text: String,
    /// Where each ends.
    ends: Vec<u32>,
}

impl Texts {
    /// Adds a cell behind the others.
    pub fn push(&mut self, text: &str) {
        self.text.push_str(text);
        self.ends.push(self.text.len() as u32);
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    #[inline]
    fn get(&self, index: usize) -> &str {
        let start = match index.checked_sub(1) {
            Some(before) => self.ends[before] as usize,
            None => 0,
        };
        &self.text[start..self.ends[index] as usize]
    }
}

/// Texts of a row's cells, the first column first.
#[derive(Clone, Default)]
pub struct Cells {
    /// The texts of the whole table.
    texts: Arc<Texts>,
    /// The row's first cell among them.
    first: u32,
    /// How many of them are the row's.
    filled: u32,
    /// How many cells it has, empty ones behind those included.
    width: u32,
}

impl Cells {
    /// So many of the texts, from that one on.
    pub fn of(texts: &Arc<Texts>, first: usize, count: usize) -> Self {
        Self {
            texts: Arc::clone(texts),
            first: first as u32,
            filled: count as u32,
            width: count as u32,
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.width as usize
    }

    /// Is there none?
    pub fn is_empty(&self) -> bool {
        self.width == 0
    }

    /// The cell at that position, 0-based.
    #[inline]
    pub fn get(&self, index: usize) -> Option<&str> {
        (index < self.len()).then(|| self.text(index))
    }

    /// All of them in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &str> + ExactSizeIterator + Clone {
        (0..self.len()).map(|index| self.text(index))
    }

    /// The cell's text; empty behind those that are filled.
    #[inline]
    fn text(&self, index: usize) -> &str {
        if index < self.filled as usize {
            self.texts.get(self.first as usize + index)
        } else {
            ""
        }
    }

    /// Adds empty cells until there are so many.
    pub fn widen(&mut self, width: usize) {
        self.width = self.width.max(width as u32);
    }
}

impl PartialEq for Cells {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Eq for Cells {}

impl Index<usize> for Cells {
    type Output = str;

    #[inline]
    fn index(&self, index: usize) -> &str {
        assert!(index < self.len(), "a cell of the row");
        self.text(index)
    }
}

impl<T: AsRef<str>> FromIterator<T> for Cells {
    fn from_iter<I: IntoIterator<Item = T>>(cells: I) -> Self {
        let mut texts = Texts::default();
        for cell in cells {
            texts.push(cell.as_ref());
        }
        let count = texts.len();
        Self::of(&Arc::new(texts), 0, count)
    }
}

impl fmt::Debug for Cells {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Cells, Texts};

    #[test]
    fn cells_are_as_they_were_written() {
        let mut texts = Texts::default();
        for text in ["день", "Ё", "", "5А", "Б"] {
            texts.push(text);
        }
        let texts = Arc::new(texts);
        let (first, mut second) = (Cells::of(&texts, 0, 3), Cells::of(&texts, 3, 2));
        second.widen(4);
        second.widen(2);
        assert_eq!(first.iter().collect::<Vec<_>>(), ["день", "Ё", ""]);
        assert_eq!(second.iter().collect::<Vec<_>>(), ["5А", "Б", "", ""]);
        assert_eq!((&second[1], second.get(2)), ("Б", Some("")));
        assert_eq!((first.get(3), second.get(4)), (None, None));
        assert_eq!(format!("{second:?}"), "[\"5А\", \"Б\", \"\", \"\"]");
        assert_eq!(first, ["день", "Ё", ""].into_iter().collect());
        assert_ne!(first, second);
    }
}
