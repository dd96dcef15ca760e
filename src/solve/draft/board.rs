//! What never changes while duties go round: who may take what, at which cost, and which times exclude each other.

use crate::domain::{PersonId, Role, RoleMap};

use super::super::instance::{Candidate, Instance, Slots};
use super::step::Upper;

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
    /// What each demand costs those whom it costs least.
    lowest: Vec<Upper>,
    /// For each role: do squares weigh alike for everybody?
    pub weighs_alike: RoleMap<bool>,
    /// The times of the demands.
    pub slots: Slots,
    /// Days of the schedule.
    pub days: usize,
    /// Calendar weeks of the schedule.
    pub weeks: usize,
}

impl<'a> Board<'a> {
    /// Of the instance.
    pub fn of(instance: &'a Instance) -> Self {
        let row = instance.standing.len().div_ceil(64);
        let mut may = vec![0_u64; row * instance.demands.len()];
        let mut least = may.clone();
        let mut lowest = Vec::with_capacity(instance.demands.len());
        for (index, demand) in instance.demands.iter().enumerate() {
            let key = |it: &Candidate| (it.changed, it.avoided, it.lost);
            let words = index * row..(index + 1) * row;
            let mut cheapest = None;
            for candidate in &demand.candidates {
                let person = candidate.person.index();
                let (word, bit) = (index * row + person / 64, 1 << (person % 64));
                may[word] |= bit;
                // Mostly a demand costs everyone the same.
                match cheapest {
                    Some((known, _)) if known == key(candidate) => least[word] |= bit,
                    Some((_, upper)) if upper <= Upper::of(candidate) => {}
                    _ => {
                        least[words.clone()].fill(0);
                        least[word] |= bit;
                        cheapest = Some((key(candidate), Upper::of(candidate)));
                    }
                }
            }
            lowest.push(cheapest.map_or_else(Upper::default, |(_, upper)| upper));
        }
        Self {
            instance,
            may,
            least,
            row,
            lowest,
            weighs_alike: RoleMap(Role::ALL.map(|role| instance.weighs_alike(role))),
            slots: Slots::of(instance),
            weeks: instance
                .demands
                .iter()
                .map(|demand| demand.week as usize + 1)
                .max()
                .unwrap_or(0),
            days: instance
                .demands
                .iter()
                .map(|demand| demand.day as usize + 1)
                .max()
                .unwrap_or(0),
        }
    }

    /// For each role everyone whom some demand of it costs least at levels 2 and 3.
    pub fn all_cheapest(&self) -> impl Iterator<Item = (Role, impl Iterator<Item = PersonId>)> {
        let mut cheapest = RoleMap::<Vec<u64>>::default().map(|_| vec![0; self.row]);
        for (index, demand) in self.instance.demands.iter().enumerate() {
            let row = &self.least[index * self.row..(index + 1) * self.row];
            let all = cheapest[demand.role].iter_mut();
            all.zip(row).for_each(|(all, word)| *all |= word);
        }
        let people = self.instance.standing.len();
        Role::ALL
            .into_iter()
            .zip(cheapest.0)
            .map(move |(role, bits)| {
                let people = (0..people).filter(move |at| bits[at / 64] & (1 << (at % 64)) != 0);
                (role, people.map(PersonId::new))
            })
    }

    /// Words that hold one bit for each demand and person.
    pub fn bits(&self) -> usize {
        self.may.len()
    }

    /// Word and bit of a demand and a person.
    pub fn bit(&self, index: usize, person: PersonId) -> (usize, u64) {
        let at = person.index();
        (index * self.row + at / 64, 1 << (at % 64))
    }

    /// May the person have the demand, whatever else they have?
    pub fn may(&self, index: usize, person: PersonId) -> bool {
        let (word, bit) = self.bit(index, person);
        self.may[word] & bit != 0
    }

    /// Is the person among those whom the demand costs least at levels 2 and 3?
    pub fn is_cheapest(&self, index: usize, person: PersonId) -> bool {
        let (word, bit) = self.bit(index, person);
        self.least[word] & bit != 0
    }

    /// Levels 2 and 3 of the demand for a person who may have it.
    pub fn cost(&self, index: usize, person: PersonId) -> Upper {
        if self.is_cheapest(index, person) {
            return self.lowest[index];
        }
        let candidate = self.instance.demands[index].candidate(person);
        candidate.map(Upper::of).unwrap_or_default()
    }
}
