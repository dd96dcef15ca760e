//! What never changes while duties go round: who may take what, at which cost, and which times exclude each other.

use std::collections::BTreeMap;

use crate::domain::PersonId;

use super::super::instance::{Candidate, Instance};
use super::step::Step;

/// An instance made ready for exchanges.
#[derive(Debug)]
pub struct Board<'a> {
    /// The instance.
    pub instance: &'a Instance,
    /// For each demand one bit a person: may they take it?
    may: Vec<u64>,
    /// Words of one demand in `may`.
    row: usize,
    /// What the demand costs at levels 2 and 3, where it costs everyone the same.
    alike: Vec<Option<Step>>,
    /// Time of each demand, as a number among the different times.
    slots: Vec<u32>,
    /// For each time one bit a time: do they exclude each other?
    clashes: Vec<u64>,
    /// Words of one time in `clashes`.
    pub words: usize,
    /// Days of the schedule.
    pub days: usize,
}

impl<'a> Board<'a> {
    /// Of the instance.
    pub fn of(instance: &'a Instance) -> Self {
        let row = instance.standing.len().div_ceil(64);
        let mut may = vec![0_u64; row * instance.demands.len()];
        let mut alike = Vec::with_capacity(instance.demands.len());
        for (index, demand) in instance.demands.iter().enumerate() {
            for candidate in &demand.candidates {
                let person = candidate.person.index();
                may[index * row + person / 64] |= 1 << (person % 64);
            }
            let key = |it: &Candidate| (it.avoided, it.lost, it.changed);
            let mut keys = demand.candidates.iter().map(key);
            let first = keys.next();
            let same = first.is_some() && keys.all(|other| Some(other) == first);
            alike.push(same.then(|| Step::of_candidate(&demand.candidates[0])));
        }
        let times = instance.demands.iter().map(|it| (it.day, it.span));
        let mut numbers: BTreeMap<(u32, u32), u32> = times.clone().map(|it| (it, 0)).collect();
        for (number, (_, slot)) in (0..).zip(&mut numbers) {
            *slot = number;
        }
        let words = numbers.len().div_ceil(64);
        let mut clashes = vec![0_u64; words * numbers.len()];
        for (&(day, span), &slot) in &numbers {
            for (&(_, other), &at) in numbers.range((day, 0)..=(day, u32::MAX)) {
                if instance.overlaps.overlap(span, other) {
                    clashes[slot as usize * words + at as usize / 64] |= 1 << (at % 64);
                }
            }
        }
        Self {
            instance,
            may,
            row,
            alike,
            slots: times.map(|time| numbers[&time]).collect(),
            clashes,
            words,
            days: instance
                .demands
                .iter()
                .map(|demand| demand.day as usize + 1)
                .max()
                .unwrap_or(0),
        }
    }

    /// Levels 2 and 3 of the duty for the person; `None` where they may not have it whatever else they have.
    pub fn cost(&self, index: usize, person: PersonId) -> Option<Step> {
        let at = person.index();
        let may = self.may[index * self.row + at / 64] & (1 << (at % 64)) != 0;
        if !may {
            return None;
        }
        self.alike[index].or_else(|| {
            let candidate = self.instance.demands[index].candidate(person)?;
            Some(Step::of_candidate(candidate))
        })
    }

    /// Number of the demand's time.
    pub fn slot(&self, index: usize) -> usize {
        self.slots[index] as usize
    }

    /// The times that the time excludes, itself among them.
    pub fn clashes(&self, slot: usize) -> &[u64] {
        &self.clashes[slot * self.words..(slot + 1) * self.words]
    }
}
