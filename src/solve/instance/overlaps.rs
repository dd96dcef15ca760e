//! Which of the schedule's distinct time spans overlap.

use crate::domain::Span;

/// A symmetric relation between spans, by their positions in a list, as bits.
#[derive(Debug, Clone, Default)]
pub struct Overlaps {
    count: usize,
    words: Vec<u64>,
}

impl Overlaps {
    /// Compares every two spans.
    pub fn of(spans: &[&Span]) -> Self {
        let count = spans.len();
        let mut words = vec![0u64; (count * count).div_ceil(64)];
        for (a, first) in spans.iter().enumerate() {
            for (b, second) in spans.iter().enumerate() {
                if a == b || first.overlaps(second) {
                    words[(a * count + b) / 64] |= 1 << ((a * count + b) % 64);
                }
            }
        }
        Self { count, words }
    }

    /// Do the two spans overlap? A span overlaps itself.
    pub fn overlap(&self, a: u32, b: u32) -> bool {
        let bit = a as usize * self.count + b as usize;
        self.words[bit / 64] & (1 << (bit % 64)) != 0
    }
}
