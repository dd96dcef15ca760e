//! What a proof is about: a legal roster, and the seats that no pin fills with all who may take them.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{
    Date, Duties, Duty, PersonId, Pin, PinKind, Role, Roster, RowSitting, School, Seat, Span, Spot,
};
use crate::proof::Level;
use crate::rules::{Eligibility, holds_beside, is_free_beside, left_beside};

use super::Flaw;

/// Seats that no pin fills, and somebody may.
pub struct Demand<'a> {
    pub role: Role,
    /// No more than candidates.
    pub seats: i128,
    /// What a seat adds to a load.
    pub load: i128,
    /// Nothing for works.
    pub time: Option<(Date, &'a Span)>,
    pub candidates: Vec<Candidate>,
}

/// Somebody who may take a seat beside their pins.
pub struct Candidate {
    pub person: PersonId,
    /// The roster gives the person a seat.
    pub held: bool,
    /// Levels 2 and 3.
    pub costs: Vec<(Level, i128)>,
    /// Load by history and pins, and with all that the roster gives the person.
    pub loads: [i128; 2],
    /// Time-bound duties that limits leave: on the day, and in all.
    pub left: [u32; 2],
}

/// The demands of a roster that is legal and keeps all pins that can be kept.
pub fn demands<'a>(
    school: &'a School,
    roster: &Roster,
) -> Result<BTreeMap<Spot, Demand<'a>>, Flaw> {
    let ours = legal(school, roster)?;
    let musts = school.pins.iter().filter(|it| it.kind == PinKind::Must);
    let musts: BTreeSet<Duty> = musts.map(Pin::duty).collect();
    let kept = roster
        .duties()
        .map(|it| it.1)
        .filter(|it| musts.contains(it));
    let (pinned, eligibility) = (Duties::of(kept), Eligibility::of(school));
    let mut demands = BTreeMap::new();
    for spot in school.spots() {
        let (sitting, role) = (school.sitting(spot.0), spot.1);
        let free = sitting.places[role].saturating_sub(pinned.seats(spot));
        let mut candidates = Vec::new();
        for person in eligibility.people(spot.0, role) {
            let pins = pinned.of_person(person);
            if free == 0 || !holds_beside(school, spot, person, pins).is_empty() {
                continue;
            }
            if musts.contains(&Duty {
                sitting: spot.0,
                role,
                person,
            }) {
                return Err(Flaw::Pin);
            }
            let avoided = eligibility.avoided(spot.0, role, person);
            let avoided = avoided.iter().map(|code| (Level::Avoided(code), 1));
            let lost = school
                .lessons_lost(person, sitting)
                .filter(|_| role.misses_lessons());
            candidates.push(Candidate {
                person,
                held: ours.of_person(person).contains(&spot),
                costs: avoided
                    .chain([(Level::LessonsLost, lost.count() as i128)])
                    .collect(),
                loads: [&pinned, &ours].map(|it| i128::from(it.load(school, person, role))),
                left: left_beside(school, sitting.date, person, pins),
            });
        }
        let seats = i128::from(free).min(candidates.len() as i128);
        let time = role
            .is_time_bound()
            .then_some((sitting.date, &sitting.span));
        let load = i128::from(sitting.load(role));
        let demand = Demand {
            role,
            seats,
            load,
            time,
            candidates,
        };
        demands.extend((seats > 0).then_some((spot, demand)));
    }
    Ok(demands)
}

fn legal(school: &School, roster: &Roster) -> Result<Duties, Flaw> {
    let mut ours = Duties::default();
    for (index, row) in roster.rows.iter().enumerate() {
        let (sitting, person) = match (&row.sitting, &row.seat) {
            (_, Seat::Empty) => continue,
            (RowSitting::Known(sitting), Seat::Person(person)) => (*sitting, *person),
            _ => return Err(Flaw::Unknown),
        };
        let spot = (sitting, row.role);
        let full = ours.seats(spot) >= school.sitting(sitting).places[row.role];
        if full || !is_free_beside(school, spot, person, ours.of_person(person)) {
            return Err(Flaw::Duty(index));
        }
        ours.add(Duty {
            sitting,
            role: row.role,
            person,
        });
    }
    Ok(ours)
}
