//! How far a hole reaches: the places whose people could be asked to change, one after another, to fill it.
//!
//! Start from the hole; everybody who may take it is held by some of their duties; whoever may take one of those is held
//! by others; and so on. No duty outside the reach has anything to do with a duty inside, so the reach alone decides
//! whether the hole can be filled.

use std::collections::{BTreeSet, VecDeque};

use crate::domain::{Duties, PersonId, School, Spot};
use crate::rules::Eligibility;
use crate::solve::{Filling, Wanted};

use super::Effort;

/// The school, who may take what, and the duties to start from.
#[derive(Clone, Copy)]
pub struct Ground<'a> {
    /// The school.
    pub school: &'a School,
    /// Who may take which place.
    pub eligibility: &'a Eligibility,
    /// Legal duties.
    pub base: &'a Duties,
    /// What is not known when this is over stays unknown.
    pub effort: &'a Effort<'a>,
}

impl Ground<'_> {
    /// Spots within reach of the holes, the holes first, then nearest first.
    pub fn reach(&self, holes: &[Spot]) -> Vec<Spot> {
        let mut reached: Vec<Spot> = Vec::new();
        let mut known: BTreeSet<Spot> = BTreeSet::new();
        let mut queue: VecDeque<Spot> = VecDeque::new();
        for &hole in holes {
            if known.insert(hole) {
                queue.push_back(hole);
            }
        }
        while let Some(spot) = queue.pop_front() {
            reached.push(spot);
            for person in self.eligibility.people(spot.0, spot.1) {
                let duties = self.base.of_person(person);
                for &duty in duties {
                    if self.touches(person, spot, duty) && known.insert(duty) {
                        queue.push_back(duty);
                    }
                }
            }
        }
        reached
    }

    /// Could the duty keep the person from the spot, alone or together with others?
    fn touches(&self, person: PersonId, spot: Spot, duty: Spot) -> bool {
        if spot.0 == duty.0 {
            return true;
        }
        if !(spot.1.is_time_bound() && duty.1.is_time_bound()) {
            return false;
        }
        let (here, there) = (self.school.sitting(spot.0), self.school.sitting(duty.0));
        let staff = self.school.person(person).staff.as_ref();
        let limits = |limit: fn(&crate::domain::Staff) -> Option<u32>| {
            staff.is_some_and(|staff| limit(staff).is_some())
        };
        here.meets(there)
            || limits(|staff| staff.max_total)
            || here.date == there.date && limits(|staff| staff.max_per_day)
    }

    /// Fills the reach of the holes: everything filled there now, and the holes.
    pub fn fill(&self, holes: &[Spot]) -> Filling {
        let mut wanted: Wanted = self
            .reach(holes)
            .into_iter()
            .map(|spot| (spot, self.base.seats(spot)))
            .collect();
        for &hole in holes {
            *wanted.entry(hole).or_default() += 1;
        }
        self.effort.fill((self.school, self.eligibility), &wanted)
    }

    /// Can nobody fill these places, even if no other place existed? (One entry a seat.)
    pub fn is_short(&self, seats: &[Spot]) -> bool {
        let mut wanted = Wanted::new();
        for &spot in seats {
            *wanted.entry(spot).or_default() += 1;
        }
        self.effort
            .fill((self.school, self.eligibility), &wanted)
            .is_proven_short()
    }
}
