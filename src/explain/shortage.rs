//! Why a place stays empty: the smallest set of places that compete for too few people.

use std::collections::BTreeSet;

use crate::domain::{Code, Duty, PersonId, Place};

use super::{Ground, Spot};

/// An empty place and its obstacle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shortage {
    /// The place.
    pub place: Place,
    /// What stands in the way.
    pub cause: Cause,
    /// People who hold the role here.
    pub holders: usize,
    /// How many of them each rule bars from the place, in the rules' order; a person barred twice counts twice.
    pub barred: Vec<(Code, u64)>,
}

/// What stands in the way of filling a place while everything filled stays filled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cause {
    /// Too few people for these places.
    Competition(Competition),
    /// Nothing: these duties fill it, and all that touches it.
    Fillable(Vec<Duty>),
    /// The search ended without an answer.
    Unknown,
}

/// Places that compete for too few people: all together they cannot be filled, even if no other place existed; without
/// any one of them the rest can.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Competition {
    /// The places, the empty one first, then nearest first.
    pub spots: Vec<Spot>,
    /// Everybody who may take any of them, ascending.
    pub people: Vec<PersonId>,
}

impl Shortage {
    /// Sitting and role of the place.
    pub fn spot(&self) -> Spot {
        (self.place.sitting, self.place.role)
    }

    /// The places that compete, where that is the cause.
    pub fn competition(&self) -> Option<&Competition> {
        match &self.cause {
            Cause::Competition(competition) => Some(competition),
            Cause::Fillable(_) | Cause::Unknown => None,
        }
    }
}

impl Ground<'_> {
    /// The obstacle of an empty place.
    pub fn shortage(&self, place: Place) -> Shortage {
        let (holders, barred) = self.eligibility.bars(place.sitting, place.role);
        Shortage {
            place,
            cause: self.cause((place.sitting, place.role)),
            holders,
            barred,
        }
    }

    fn cause(&self, hole: Spot) -> Cause {
        if self.effort.is_over() {
            return Cause::Unknown;
        }
        let filling = self.fill(&[hole]);
        if filling.is_full() {
            return Cause::Fillable(filling.duties);
        }
        if !filling.is_proven_short() {
            return Cause::Unknown;
        }
        let mut others = Vec::new();
        for spot in self.reach(&[hole]) {
            others.extend(std::iter::repeat_n(spot, self.base.seats(spot) as usize));
        }
        match self.shrink(hole, others) {
            Some(spots) => Cause::Competition(Competition {
                people: self.people(&spots),
                spots,
            }),
            None => Cause::Unknown,
        }
    }

    /// The smallest set that still cannot be filled, found by trying: every kept place is the last of the shortest row
    /// that falls short, so that the set without it can be filled.
    fn shrink(&self, hole: Spot, mut others: Vec<Spot>) -> Option<Vec<Spot>> {
        let mut kept = vec![hole];
        while !self.is_short(&kept) {
            if self.effort.is_over() {
                return None;
            }
            let short_with = |count: usize| {
                let seats: Vec<Spot> = kept.iter().chain(&others[..count]).copied().collect();
                self.is_short(&seats)
            };
            let (mut low, mut high) = (1, others.len());
            // A row that cannot be filled does not become fillable by more places.
            while low < high {
                if self.effort.is_over() {
                    return None;
                }
                let middle = low.midpoint(high);
                if short_with(middle) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            let last = *others.get(high.checked_sub(1)?)?;
            others.truncate(high - 1);
            kept.push(last);
        }
        Some(kept)
    }

    /// Everybody who may take any of the spots.
    pub fn people(&self, spots: &[Spot]) -> Vec<PersonId> {
        let spots: BTreeSet<Spot> = spots.iter().copied().collect();
        let people: BTreeSet<PersonId> = spots
            .into_iter()
            .flat_map(|(sitting, role)| self.eligibility.people(sitting, role))
            .collect();
        people.into_iter().collect()
    }
}
