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
    /// The same for those whom it costs least at levels 2 and 3.
    least: Vec<u64>,
    /// Words of one demand in either.
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
        let mut least = may.clone();
        let mut alike = Vec::with_capacity(instance.demands.len());
        let mut steps = Vec::new();
        for (index, demand) in instance.demands.iter().enumerate() {
            let key = |it: &Candidate| (it.changed, it.avoided, it.lost);
            let cheapest = demand
                .candidates
                .iter()
                .min_by_key(|it| Step::of_candidate(it));
            for candidate in &demand.candidates {
                let person = candidate.person.index();
                let (word, bit) = (index * row + person / 64, 1 << (person % 64));
                may[word] |= bit;
                if cheapest.is_some_and(|cheapest| key(cheapest) == key(candidate)) {
                    least[word] |= bit;
                }
            }
            let words = index * row..(index + 1) * row;
            let same = may[words.clone()] == least[words];
            let step = cheapest.filter(|_| same).map(Step::of_candidate);
            alike.push(step.and_then(|step| number(&mut steps, step)));
        }
        Self {
            instance,
            may,
            least,
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

    /// Is the person among those whom the demand costs least at levels 2 and 3?
    pub fn is_cheapest(&self, index: usize, person: PersonId) -> bool {
        let at = person.index();
        self.least[index * self.row + at / 64] & (1 << (at % 64)) != 0
    }

    /// Levels 2 and 3 of the demand for a person who may have it.
    pub fn cost(&self, index: usize, person: PersonId) -> Step {
        if let Some(step) = self.alike[index] {
            return self.steps[step as usize];
        }
        let candidate = self.instance.demands[index].candidate(person);
        candidate.map_or(Step::NONE, Step::of_candidate)
    }
}

/// Position of the step, which is added if it is new; none where there are too many.
fn number(steps: &mut Vec<Step>, step: Step) -> Option<u16> {
    let at = steps
        .iter()
        .position(|&other| other == step)
        .unwrap_or_else(|| {
            steps.push(step);
            steps.len() - 1
        });
    u16::try_from(at).ok()
}
