//! What never changes while duties go round: who may take what, at which cost, and which times exclude each other.

use crate::domain::PersonId;

use super::super::instance::{Candidate, Instance, Slots};
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
    /// What each demand costs at levels 2 and 3, where it costs everyone the same, as a position among `steps`.
    alike: Vec<Option<u16>>,
    steps: Vec<Step>,
    /// The times of the demands.
    pub slots: Slots,
    /// Days of the schedule.
    pub days: usize,
}

impl<'a> Board<'a> {
    /// Of the instance.
    pub fn of(instance: &'a Instance) -> Self {
        let row = instance.standing.len().div_ceil(64);
        let mut may = vec![0_u64; row * instance.demands.len()];
        let mut alike = Vec::with_capacity(instance.demands.len());
        let mut steps = Vec::new();
        for (index, demand) in instance.demands.iter().enumerate() {
            for candidate in &demand.candidates {
                let person = candidate.person.index();
                may[index * row + person / 64] |= 1 << (person % 64);
            }
            let key = |it: &Candidate| (it.avoided, it.lost, it.changed);
            let mut keys = demand.candidates.iter().map(key);
            let first = keys.next();
            let same = first.is_some() && keys.all(|other| Some(other) == first);
            alike.push(same.then(|| number(&mut steps, Step::of_candidate(&demand.candidates[0]))).flatten());
        }
        Self {
            instance,
            may,
            row,
            alike,
            steps,
            slots: Slots::of(instance),
            days: instance
                .demands
                .iter()
                .map(|demand| demand.day as usize + 1)
                .max()
                .unwrap_or(0),
        }
    }

    /// May the person have the demand, whatever else they have?
    pub fn may(&self, index: usize, person: PersonId) -> bool {
        let at = person.index();
        self.may[index * self.row + at / 64] & (1 << (at % 64)) != 0
    }

    /// Levels 2 and 3 of the demand for a person who may have it.
    pub fn cost(&self, index: usize, person: PersonId) -> Step {
        if let Some(step) = self.alike[index] {
            return self.steps[step as usize];
        }
        let candidate = self.instance.demands[index].candidate(person);
        candidate.map_or(Step::NONE, Step::of_candidate)
    }

    /// Does the duty cost everyone the same at levels 2 and 3?
    pub fn is_alike(&self, index: usize) -> bool {
        self.alike[index].is_some()
    }
}

/// Position of the step, which is added if it is new; none where there are too many.
fn number(steps: &mut Vec<Step>, step: Step) -> Option<u16> {
    let at = steps.iter().position(|&other| other == step).unwrap_or_else(|| {
        steps.push(step);
        steps.len() - 1
    });
    u16::try_from(at).ok()
}
