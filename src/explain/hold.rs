//! What the roster itself puts in the way of somebody whom no rule bars: other duties, and limits.

use crate::domain::{PersonId, Place, Role, School, Sitting, SittingId};

use super::{Occupant, Spot, Staffing};

/// What keeps a person from a place as the roster stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hold {
    /// Has a place of this very sitting already.
    AlreadyHere,
    /// On duty at a sitting that overlaps.
    Elsewhere(SittingId),
    /// The day's limit, this many duties, is reached.
    DailyLimit(u32),
    /// The limit for the whole procedure, this many duties, is reached.
    TotalLimit(u32),
}

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

/// Everything that keeps the person from a place of the role at the sitting, beside these other duties of theirs.
pub fn holds_beside(
    school: &School,
    spot: Spot,
    person: PersonId,
    duties: &[(SittingId, Role)],
) -> Vec<Hold> {
    let (here, role) = (school.sitting(spot.0), spot.1);
    let mut holds = Vec::new();
    let excludes = |&(sitting, other): &(SittingId, Role)| {
        sitting == spot.0 && other.is_time_bound() == role.is_time_bound()
    };
    if duties.iter().any(excludes) {
        holds.push(Hold::AlreadyHere);
    }
    if !role.is_time_bound() {
        return holds;
    }
    let bound = || duties.iter().filter(|(_, role)| role.is_time_bound());
    holds.extend(
        bound()
            .filter(|(id, _)| *id != spot.0 && meet(here, school.sitting(*id)))
            .map(|&(id, _)| Hold::Elsewhere(id)),
    );
    let Some(staff) = &school.person(person).staff else {
        return holds;
    };
    let on_day = bound()
        .filter(|(id, _)| school.sitting(*id).date == here.date)
        .count();
    let reached =
        |limit: Option<u32>, duties: usize| limit.filter(|&limit| duties >= limit as usize);
    holds.extend(reached(staff.max_per_day, on_day).map(Hold::DailyLimit));
    holds.extend(reached(staff.max_total, bound().count()).map(Hold::TotalLimit));
    holds
}

/// Do the sittings share a moment?
pub fn meet(a: &Sitting, b: &Sitting) -> bool {
    a.date == b.date && a.span.overlaps(&b.span)
}
