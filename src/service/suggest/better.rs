//! Who could have a place without an exception, or if a pinned row did not stand in the way.

use std::collections::BTreeMap;

use crate::check::Finding;
use crate::domain::{PersonId, Place, School, Seat};
use crate::explain::{Change, Occupant, Spot, Staffing};
use crate::rules::{Eligibility, is_free_beside};

use super::Judged;
use super::touched::Rows;

/// Looks for alternatives that can be taken together with each other and with every suggestion.
pub struct Better<'a> {
    school: &'a School,
    eligibility: &'a Eligibility,
    rows: Rows<'a>,
    judged: Judged<'a>,
    /// Who is where once every suggestion is accepted.
    after: &'a Staffing,
    /// Places offered so far.
    offered: BTreeMap<PersonId, Vec<Spot>>,
}

impl<'a> Better<'a> {
    /// Nothing is offered yet.
    pub fn new(judged: Judged<'a>, eligibility: &'a Eligibility, after: &'a Staffing) -> Self {
        Self {
            school: judged.school,
            eligibility,
            rows: Rows::of(judged.school, judged.roster),
            judged,
            after,
            offered: BTreeMap::new(),
        }
    }

    /// The cheapest of those who could have the finding's place and break no rule, not even one at `avoid`.
    pub fn without_exception(&mut self, finding: &Finding) -> Option<PersonId> {
        let place = self.place_of(finding)?;
        let spot = (place.sitting, place.role);
        let uses_none = |person: PersonId| {
            let avoided = self.eligibility.avoided(spot.0, spot.1, person);
            avoided.iter().next().is_none()
        };
        let person = self
            .free(place, uses_none)
            .filter(|(change, _)| change.avoided.iter().all(|&uses| uses <= 0))
            .min_by_key(|&(change, person)| (change, self.name(person)))?
            .1;
        self.offered.entry(person).or_default().push(spot);
        Some(person)
    }

    /// The cheapest of those who could have the finding's place.
    pub fn instead(&self, finding: &Finding) -> Option<PersonId> {
        let free = self.free(self.place_of(finding)?, |_| true);
        let cheapest = free.min_by_key(|&(change, person)| (change, self.name(person)));
        cheapest.map(|(_, person)| person)
    }

    /// The place, once every suggestion is accepted, of the person in the finding's row.
    fn place_of(&self, finding: &Finding) -> Option<Place> {
        let sitting = finding.sitting?;
        let row = self.judged.roster.rows.get(finding.row?)?;
        let Seat::Person(person) = row.seat else {
            return None;
        };
        let seats = self.school.sitting(sitting).places[finding.role];
        let places = (0..seats).map(|seat| Place {
            sitting,
            role: finding.role,
            seat,
        });
        places
            .into_iter()
            .find(|&place| self.after.occupant(place) == Occupant::Person(person))
    }

    /// Those who could have the place, of whom `suits` holds, and what that would change.
    fn free(
        &self,
        place: Place,
        suits: impl Fn(PersonId) -> bool,
    ) -> impl Iterator<Item = (Change, PersonId)> {
        self.eligibility
            .people(place.sitting, place.role)
            .filter(move |&person| suits(person) && self.is_free(place, person))
            .map(move |person| (Change::of(self.school, self.after, place, person), person))
    }

    fn name(&self, person: PersonId) -> &'a str {
        &self.school.person(person).name
    }

    /// Free as things are, and as they will be.
    fn is_free(&self, place: Place, person: PersonId) -> bool {
        let spot = (place.sitting, place.role);
        let now = self.rows.duties_of(person).iter();
        let mut duties: Vec<Spot> = now.map(|(_, duty)| (duty.sitting, duty.role)).collect();
        for &duty in self.after.duties_of(person) {
            if !duties.contains(&duty) {
                duties.push(duty);
            }
        }
        duties.extend(self.offered.get(&person).into_iter().flatten());
        is_free_beside(self.school, spot, person, &duties)
    }
}
