//! Pieces of a text replaced, the rest copied.

use std::ops::Range;

/// Replacements, each of a range of bytes; they do not overlap.
#[derive(Debug, Clone, Default)]
pub struct Splices(Vec<(Range<usize>, String)>);

impl Splices {
    /// Puts the text in place of the range.
    pub fn replace(&mut self, range: Range<usize>, text: String) {
        self.0.push((range, text));
    }

    /// Puts the text before the byte; of several at one byte, the first added stands first.
    pub fn insert(&mut self, at: usize, text: String) {
        self.replace(at..at, text);
    }

    /// The replacements from the first byte on; what is inserted at a byte comes before what is replaced from there on.
    pub fn in_order(mut self) -> Vec<(Range<usize>, String)> {
        self.0.sort_by_key(|(range, _)| (range.start, range.end));
        self.0
    }

    /// The text with all of them done.
    pub fn apply(self, text: &str) -> String {
        let mut done = String::with_capacity(text.len());
        let mut at = 0;
        for (range, new) in self.in_order() {
            done.push_str(text.get(at..range.start).unwrap_or_default());
            done.push_str(&new);
            at = at.max(range.end);
        }
        done.push_str(text.get(at..).unwrap_or_default());
        done
    }
}

#[cfg(test)]
mod tests {
    use super::Splices;

    #[test]
    fn what_is_not_replaced_is_copied() {
        let mut splices = Splices::default();
        splices.replace(4..6, "У".into());
        splices.insert(0, "<".into());
        splices.insert(4, "1".into());
        splices.insert(4, "2".into());
        assert_eq!(splices.apply("абвг"), "<аб12Уг");
    }
}
