//! A roster as explanations see it: every place of the schedule, and every person's duties.

use std::collections::BTreeMap;

use crate::domain::{
    PersonId, Place, Role, Roster, RowSitting, RuleCode, School, Seat, Severity, SittingId,
};
use crate::rules::{Eligibility, severity};

use super::holds;

/// Who takes a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Occupant {
    /// Nobody.
    Nobody,
    /// A person of the lists.
    Person(PersonId),
    /// Somebody whom the lists do not know, or whose name fits several.
    Stranger,
}

/// Places and duties of a roster, whoever made it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Staffing {
    /// Every place of the schedule, in order.
    places: Vec<(Place, Occupant)>,
    /// Duties of each person, those beyond the places among them.
    duties: Vec<Vec<(SittingId, Role)>>,
}

impl Staffing {
    /// Reads a roster; rows beyond the places of a sitting are duties without a place.
    pub fn of(school: &School, roster: &Roster) -> Self {
        let mut waiting: BTreeMap<(SittingId, Role), Vec<Occupant>> = BTreeMap::new();
        for row in &roster.rows {
            let RowSitting::Known(sitting) = row.sitting else {
                continue;
            };
            let occupant = match row.seat {
                Seat::Empty => continue,
                Seat::Person(person) => Occupant::Person(person),
                Seat::Unknown(_) | Seat::Ambiguous { .. } => Occupant::Stranger,
            };
            waiting
                .entry((sitting, row.role))
                .or_default()
                .push(occupant);
        }
        Self::seat(school, &waiting)
    }

    /// Reads a solver's answer.
    pub fn of_places(school: &School, places: &[(Place, Option<PersonId>)]) -> Self {
        let mut waiting: BTreeMap<(SittingId, Role), Vec<Occupant>> = BTreeMap::new();
        for &(place, person) in places {
            let people = waiting.entry((place.sitting, place.role)).or_default();
            people.extend(person.map(Occupant::Person));
        }
        Self::seat(school, &waiting)
    }

    fn seat(school: &School, waiting: &BTreeMap<(SittingId, Role), Vec<Occupant>>) -> Self {
        let mut duties = vec![Vec::new(); school.people.len()];
        for (&spot, people) in waiting {
            for occupant in people {
                if let Occupant::Person(person) = occupant {
                    duties[person.index()].push(spot);
                }
            }
        }
        let mut places = Vec::new();
        for sitting in school.sitting_ids() {
            for role in Role::ALL {
                let people = waiting.get(&(sitting, role));
                for seat in 0..school.sitting(sitting).places[role] {
                    let place = Place {
                        sitting,
                        role,
                        seat,
                    };
                    let occupant = people.and_then(|people| people.get(seat as usize));
                    places.push((place, occupant.copied().unwrap_or(Occupant::Nobody)));
                }
            }
        }
        Self { places, duties }
    }

    /// Every place of the schedule, in order, and who takes it.
    pub fn places(&self) -> &[(Place, Occupant)] {
        &self.places
    }

    /// The places that nobody takes.
    pub fn empty(&self) -> impl Iterator<Item = Place> + '_ {
        self.places
            .iter()
            .filter(|(_, occupant)| *occupant == Occupant::Nobody)
            .map(|&(place, _)| place)
    }

    /// Who takes the place.
    pub fn occupant(&self, place: Place) -> Occupant {
        self.places
            .binary_search_by_key(&place, |&(place, _)| place)
            .map_or(Occupant::Nobody, |at| self.places[at].1)
    }

    /// May everybody do what they do, all together?
    pub fn is_legal(&self, school: &School, eligibility: &Eligibility) -> bool {
        let never_both = severity(&school.policy, RuleCode::CheckerProctored) == Severity::Forbid;
        self.places.iter().all(|&(place, occupant)| {
            let Occupant::Person(person) = occupant else {
                return true;
            };
            let is_proctor = || {
                self.duties_of(person)
                    .contains(&(place.sitting, Role::Proctor))
            };
            eligibility.may(place.sitting, place.role, person)
                && holds(school, self, place, person).is_empty()
                && !(never_both && place.role == Role::Checker && is_proctor())
        })
    }

    /// The person's duties, by sitting and role.
    pub fn duties_of(&self, person: PersonId) -> &[(SittingId, Role)] {
        &self.duties[person.index()]
    }
}
