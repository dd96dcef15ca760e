//! What a proof is about: a legal roster, and the seats that no pin fills with all who may take them.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{Date, Duties, PersonId, Role, Roster, RowSitting, School, Seat, Span, Spot};
use crate::proof::Level;
use crate::rules::{Eligibility, holds_beside, is_free_beside, left_beside};

use super::Flaw;

/// Seats that no pin fills – no more than offers –, and an offer to everyone who may take one.
pub type Demands<'a> = BTreeMap<Spot, (i128, Vec<Offer<'a>>)>;

/// A seat, as somebody sees it who may take it beside their pins.
pub struct Offer<'a> {
    pub person: PersonId,
    pub role: Role,
    /// Nothing for works.
    pub time: Option<(Date, &'a Span)>,
    /// Time-bound duties that limits leave: on the day, and in all.
    pub left: [u32; 2],
    /// At levels 2 and 3.
    pub costs: Vec<(Level, i128)>,
    /// What it adds to the load of the role, and what history and pins amount to.
    pub load: i128,
    pub before: i128,
    /// The roster gives it to the person.
    pub held: bool,
}

/// The demands of a roster that is legal and keeps all pins that can be kept.
pub fn demands<'a>(school: &'a School, roster: &Roster) -> Result<Demands<'a>, Flaw> {
    let ours = legal(school, roster)?;
    let musts: BTreeSet<_> = school.musts().collect();
    let kept = musts.iter().filter(|it| ours.has(it.0, it.1));
    let pinned = Duties::of(kept.copied());
    let eligibility = Eligibility::of(school);
    let mut demands = Demands::new();
    for (id, role) in school.spots() {
        let (sitting, spot) = (school.sitting(id), (id, role));
        let seats = sitting.places[role].saturating_sub(pinned.seats(spot));
        let mut offers = Vec::new();
        for person in eligibility.people(id, role).filter(|_| seats > 0) {
            let pins = pinned.of_person(person);
            if !holds_beside(school, spot, person, pins).is_empty() {
                continue;
            }
            if musts.contains(&(spot, person)) {
                return Err(Flaw::Pin);
            }
            let avoided = eligibility.avoided(id, role, person);
            let avoided = avoided.iter().map(|code| (Level::Avoided(code), 1));
            let lost = school.lessons_missed(person, spot) as i128;
            offers.push(Offer {
                person,
                role,
                time: role
                    .is_time_bound()
                    .then_some((sitting.date, &sitting.span)),
                left: left_beside(school, sitting.date, person, pins),
                costs: avoided.chain([(Level::LessonsLost, lost)]).collect(),
                load: sitting.load(role).into(),
                before: pinned.load(school, person, role).into(),
                held: ours.has(spot, person),
            });
        }
        if !offers.is_empty() {
            let seats = (seats as usize).min(offers.len()) as i128;
            demands.insert(spot, (seats, offers));
        }
    }
    Ok(demands)
}

fn legal(school: &School, roster: &Roster) -> Result<Duties, Flaw> {
    let mut legal = Duties::default();
    for (index, row) in roster.rows.iter().enumerate() {
        let (sitting, person) = match (&row.sitting, &row.seat) {
            (RowSitting::Known(_), Seat::Empty) => continue,
            (RowSitting::Known(sitting), Seat::Person(person)) => (*sitting, *person),
            _ => return Err(Flaw::Unknown),
        };
        let spot = (sitting, row.role);
        let full = legal.seats(spot) >= school.sitting(sitting).places[row.role];
        if full || !is_free_beside(school, spot, person, legal.of_person(person)) {
            return Err(Flaw::Duty(index));
        }
        legal.add(spot, person);
    }
    Ok(legal)
}
