//! Why a place is empty, why a person is barred, who else could take it and at what cost, and the ways out.
//!
//! It takes a school and a roster, whoever made it; every answer is tried before it is given. It opens no file, prints
//! nothing, and puts nothing into sentences.

mod candidates;
mod change;
mod effort;
mod hold;
mod obstacle;
mod reach;
mod shortage;
mod staffing;
mod ways;

use crate::domain::{Duties, PersonId, School};
use crate::rules::Eligibility;
use crate::solve::Wanted;

pub use crate::domain::Spot;
pub use candidates::{Candidate, candidate, candidates};
pub use change::Change;
pub use effort::Effort;
pub use hold::holds;
pub use obstacle::{Obstacle, merge};
pub use reach::Ground;
pub use shortage::{Cause, Competition, Shortage};
pub use staffing::{Occupant, Staffing};
pub use ways::{Depth, Kind, Way, WayOut};

/// Legal duties to start from: those of the roster, or, where some of them are not legal, as many of the same places as
/// can be filled before the effort is over.
pub fn base_of(
    (school, eligibility): (&School, &Eligibility),
    staffing: &Staffing,
    effort: &Effort<'_>,
) -> Duties {
    let duties: Vec<(Spot, PersonId)> = staffing
        .places()
        .iter()
        .filter_map(|&(place, occupant)| match occupant {
            Occupant::Person(person) => Some(((place.sitting, place.role), person)),
            Occupant::Nobody | Occupant::Stranger => None,
        })
        .collect();
    if staffing.is_legal(school, eligibility) {
        return Duties::of(duties);
    }
    let mut wanted = Wanted::new();
    for &(spot, _) in &duties {
        *wanted.entry(spot).or_default() += 1;
    }
    let filled = effort.fill((school, eligibility), &wanted).duties;
    Duties::of(filled.iter().map(|it| ((it.sitting, it.role), it.person)))
}
