//! What a proof is about: a legal roster, and the seats that no pin fills with all who may take them.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{
    Date, Duties, PersonId, Role, Roster, RowSitting, RuleCode, School, Seat, Span, Spot,
};
use crate::proof::Level;
use crate::rules::{Eligibility, holds_beside, is_free_beside, left_beside};

use super::Flaw;

/// Seats that neither pins nor levels 1 and 2 settle – no more than offers –, and an offer to all who may take one.
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
    /// What it adds to the load of the role, and what is settled of that.
    pub load: i128,
    pub before: i128,
    /// The roster gives it to the person.
    pub held: bool,
}

/// Of a roster that is legal and keeps all pins that can be kept.
pub fn demands<'a>(school: &'a School, roster: &Roster) -> Result<Demands<'a>, Flaw> {
    let ours = legal(school, roster)?;
    let musts: BTreeSet<_> = school.musts().collect();
    let kept = musts.iter().filter(|it| ours.has(it.0, it.1));
    let pinned = Duties::of(kept.copied());
    let (mut settled, mut demands) = (pinned.clone(), Demands::new());
    let eligibility = Eligibility::of(school);
    for (id, role) in school.spots() {
        let (sitting, spot) = (school.sitting(id), (id, role));
        let seats = sitting.places[role].saturating_sub(pinned.seats(spot));
        let (time, mut offers) = ((sitting.date, &sitting.span), Vec::new());
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
                time: role.is_time_bound().then_some(time),
                left: left_beside(school, sitting.date, person, pins),
                costs: avoided.chain([(Level::LessonsLost, lost)]).collect(),
                load: sitting.load(role).into(),
                before: 0,
                held: ours.has(spot, person),
            });
        }
        let mut seats = offers.len().min(seats as usize);
        if !role.is_time_bound() {
            seats -= settle(spot, seats, &mut offers, &mut settled);
        }
        if seats > 0 {
            demands.insert(spot, (seats as i128, offers));
        }
    }
    for offer in demands.values_mut().flat_map(|it| &mut it.1) {
        offer.before = settled.load(school, offer.person, offer.role).into();
    }
    Ok(demands)
}

/// Nothing but loads binds works together: whoever costs less than the last taker has a seat in every best roster,
/// whoever costs more in none. What is left to those who cost alike, where the roster is as good.
fn settle(spot: Spot, seats: usize, offers: &mut Vec<Offer<'_>>, settled: &mut Duties) -> usize {
    let cost =
        |it: &Offer<'_>| RuleCode::ALL.map(|code| it.costs.contains(&(Level::Avoided(code), 1)));
    offers.sort_by_key(cost);
    let held = offers.iter().filter(|it| it.held).map(cost);
    let is_best = held.eq(offers[..seats].iter().map(cost));
    let Some(last) = offers[..seats].last().map(cost).filter(|_| is_best) else {
        return 0;
    };
    offers.retain(|it| cost(it) <= last);
    let all = offers.len() == seats;
    let sure = offers.iter().filter(|it| all || cost(it) < last).count();
    for offer in offers.drain(..sure) {
        settled.add(spot, offer.person);
    }
    for offer in offers {
        offer.costs.clear();
    }
    sure
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
