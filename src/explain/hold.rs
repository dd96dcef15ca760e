//! What the roster itself puts in the way of somebody whom no rule bars: other duties, and limits.

use crate::domain::{PersonId, Place, Role, School, Sitting, SittingId};

use super::{Occupant, Staffing};

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
    let here = school.sitting(place.sitting);
    let mut duties = staffing.duties_of(person).to_vec();
    if staffing.occupant(place) == Occupant::Person(person)
        && let Some(own) = duties
            .iter()
            .position(|&duty| duty == (place.sitting, place.role))
    {
        duties.remove(own);
    }
    let mut holds = Vec::new();
    let excludes = |&(sitting, role): &(SittingId, Role)| {
        sitting == place.sitting && role.is_time_bound() == place.role.is_time_bound()
    };
    if duties.iter().any(excludes) {
        holds.push(Hold::AlreadyHere);
    }
    if !place.role.is_time_bound() {
        return holds;
    }
    duties.retain(|(_, role)| role.is_time_bound());
    holds.extend(
        duties
            .iter()
            .filter(|(id, _)| *id != place.sitting && meet(here, school.sitting(*id)))
            .map(|&(id, _)| Hold::Elsewhere(id)),
    );
    let Some(staff) = &school.person(person).staff else {
        return holds;
    };
    let on_day = duties
        .iter()
        .filter(|(id, _)| school.sitting(*id).date == here.date)
        .count();
    let reached =
        |limit: Option<u32>, duties: usize| limit.filter(|&limit| duties >= limit as usize);
    holds.extend(reached(staff.max_per_day, on_day).map(Hold::DailyLimit));
    holds.extend(reached(staff.max_total, duties.len()).map(Hold::TotalLimit));
    holds
}

/// Do the sittings share a moment?
pub fn meet(a: &Sitting, b: &Sitting) -> bool {
    a.date == b.date && a.span.overlaps(&b.span)
}
