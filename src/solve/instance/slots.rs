//! The different times of an instance's demands, and which of them exclude each other.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Instance;

/// Times (a day and a span), numbered from the earliest day on, shorter spans of a day first.
#[derive(Debug, Clone)]
pub struct Slots {
    /// Time of each demand.
    of_demand: Vec<u32>,
    /// Day of each time.
    days: Vec<u32>,
    /// For each time one bit a time: do they exclude each other? Every time excludes itself.
    clashes: Vec<u64>,
    /// Words of one time in `clashes`.
    words: usize,
}

impl Slots {
    /// Of all demands.
    pub fn of(instance: &Instance) -> Self {
        let demands = instance.demands.iter();
        let times = demands.map(|it| (it.day, it.lessons, it.span));
        let mut numbers: BTreeMap<(u32, u32, u32), u32> = times.clone().map(|it| (it, 0)).collect();
        for (number, slot) in (0..).zip(numbers.values_mut()) {
            *slot = number;
        }
        let words = numbers.len().div_ceil(64);
        let mut clashes = vec![0; words * numbers.len()];
        for (&(day, _, span), &slot) in &numbers {
            for (&(_, _, other), &at) in numbers.range((day, 0, 0)..=(day, u32::MAX, u32::MAX)) {
                if instance.overlaps.overlap(span, other) {
                    clashes[slot as usize * words + at as usize / 64] |= 1 << (at % 64);
                }
            }
        }
        Self {
            of_demand: times.map(|time| numbers[&time]).collect(),
            days: numbers.keys().map(|time| time.0).collect(),
            clashes,
            words,
        }
    }

    /// How many times there are.
    pub fn len(&self) -> usize {
        self.days.len()
    }

    /// Words that hold one bit for each time.
    pub fn words(&self) -> usize {
        self.words
    }

    /// The demand's time.
    pub fn of_demand(&self, index: usize) -> usize {
        self.of_demand[index] as usize
    }

    /// The day of a time.
    pub fn day(&self, slot: usize) -> u32 {
        self.days[slot]
    }

    /// The times of a day.
    pub fn of_day(&self, day: u32) -> Range<usize> {
        let first = self.days.partition_point(|&other| other < day);
        first..self.days.partition_point(|&other| other <= day)
    }

    /// The times that the time excludes, as bits.
    pub fn clashes(&self, slot: usize) -> &[u64] {
        &self.clashes[slot * self.words..(slot + 1) * self.words]
    }

    /// Do the two exclude each other?
    pub fn clash(&self, a: usize, b: usize) -> bool {
        self.clashes[a * self.words + b / 64] & (1 << (b % 64)) != 0
    }
}
