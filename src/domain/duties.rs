//! Who does what, looked up by place and by person.

use std::collections::BTreeMap;

use super::{PersonId, Role, School, SittingId};

/// All places of one role at one sitting.
pub type Spot = (SittingId, Role);

/// Duties by spot and by person.
#[derive(Debug, Clone, Default)]
pub struct Duties {
    seats: BTreeMap<Spot, u32>,
    of_person: BTreeMap<PersonId, Vec<Spot>>,
}

impl Duties {
    /// An index over these.
    pub fn of(duties: impl IntoIterator<Item = (Spot, PersonId)>) -> Self {
        let mut all = Self::default();
        for (spot, person) in duties {
            all.add(spot, person);
        }
        all
    }

    /// Seats of the spot that are filled.
    pub fn seats(&self, spot: Spot) -> u32 {
        self.seats.get(&spot).copied().unwrap_or(0)
    }

    /// Duties of the person.
    pub fn of_person(&self, person: PersonId) -> &[Spot] {
        self.of_person.get(&person).map_or(&[], Vec::as_slice)
    }

    /// One more.
    pub fn add(&mut self, spot: Spot, person: PersonId) {
        *self.seats.entry(spot).or_default() += 1;
        self.of_person.entry(person).or_default().push(spot);
    }

    /// Does the person have that one?
    pub fn has(&self, spot: Spot, person: PersonId) -> bool {
        self.of_person(person).contains(&spot)
    }

    /// History of the person in the role, and what these duties add.
    pub fn load(&self, school: &School, person: PersonId, role: Role) -> u32 {
        let duties = self.of_person(person).iter();
        let added = duties
            .filter(|(_, other)| *other == role)
            .map(|&(id, _)| school.sitting(id).load(role));
        school.person(person).history[role].saturating_add(added.sum())
    }

    /// Without the duties at the sitting, and the spots these were at, one entry a duty. Another day for it is another time
    /// for its works too.
    pub fn without(mut self, sitting: SittingId) -> (Self, Vec<Spot>) {
        let gone = |spot: &Spot| spot.0 == sitting;
        let mut spots = Vec::new();
        for (&spot, &seats) in self.seats.iter().filter(|(spot, _)| gone(spot)) {
            spots.extend(std::iter::repeat_n(spot, seats as usize));
        }
        self.seats.retain(|spot, _| !gone(spot));
        for duties in self.of_person.values_mut() {
            duties.retain(|spot| !gone(spot));
        }
        (self, spots)
    }
}
