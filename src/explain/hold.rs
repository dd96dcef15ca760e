//! What the roster itself puts in the way of somebody whom no rule bars.

use crate::domain::{PersonId, Place, School};
use crate::rules::{Hold, holds_beside};

use super::{Occupant, Staffing};

/// Everything that keeps the person from the place; a duty at this very place does not.
pub fn holds(school: &School, staffing: &Staffing, place: Place, person: PersonId) -> Vec<Hold> {
    let spot = (place.sitting, place.role);
    let mut duties = staffing.duties_of(person).to_vec();
    if staffing.occupant(place) == Occupant::Person(person)
        && let Some(own) = duties.iter().position(|&duty| duty == spot)
    {
        duties.remove(own);
    }
    holds_beside(school, spot, person, &duties)
}
