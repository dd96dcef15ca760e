//! Rosters that may stand, and the seats that their pins leave, with all who may take them.

use crate::domain::{
    Date, Duties, PersonId, Role, Roster, RowSitting, RuleCode, RuleSet, School, Seat, Span, Spot,
};

use super::{Eligibility, holds_beside, is_free_beside, left_beside};

/// The duties of a roster in which each may be taken beside those of the rows above it; else the first row, from 0, that
/// fills no place of the schedule, names nobody known, or may not stand.
pub fn legal_duties(school: &School, roster: &Roster) -> Result<Duties, usize> {
    let mut duties = Duties::default();
    for (index, row) in roster.rows.iter().enumerate() {
        let (sitting, person) = match (&row.sitting, &row.seat) {
            (RowSitting::Known(_), Seat::Empty) => continue,
            (RowSitting::Known(sitting), Seat::Person(person)) => (*sitting, *person),
            _ => return Err(index),
        };
        let spot = (sitting, row.role);
        let is_full = duties.seats(spot) >= school.sitting(sitting).places[row.role];
        if is_full || !is_free_beside(school, spot, person, duties.of_person(person)) {
            return Err(index);
        }
        duties.add(spot, person);
    }
    Ok(duties)
}

/// The `must` pins among the duties; nothing if another could be kept beside these.
pub fn kept_pins(school: &School, duties: &Duties) -> Option<Duties> {
    let (kept, broken): (Vec<_>, Vec<_>) = school.musts().partition(|it| duties.has(it.0, it.1));
    let kept = Duties::of(kept);
    let has_seat = |(id, role): Spot| kept.seats((id, role)) < school.sitting(id).places[role];
    let fits = |&(spot, person): &(Spot, PersonId)| {
        has_seat(spot) && is_free_beside(school, spot, person, kept.of_person(person))
    };
    (!broken.iter().any(fits)).then_some(kept)
}

/// Seats of one role at one sitting that no pin fills, and an offer to everybody who may take one beside their pins.
pub struct Vacancy<'a> {
    /// Which.
    pub spot: Spot,
    /// No more than offers.
    pub seats: usize,
    /// In the order of the list of people.
    pub offers: Vec<Offer<'a>>,
}

impl Vacancy<'_> {
    /// Do its takers in the roster break as few rules that rather advise against them as any could, the gravest counted first?
    /// Of time-bound seats it is not asked.
    pub fn is_best_in(&self, roster: &Duties) -> bool {
        let has_it = |offer: &&Offer<'_>| roster.has(self.spot, offer.person);
        let held = ranked(self.offers.iter().filter(has_it));
        let mut all = ranked(self.offers.iter());
        all.truncate(self.seats);
        self.spot.1.is_time_bound() || held == all
    }
}

/// Does each sitting's best alone make the best of all works? Limits on works bind sittings together: then only where the
/// roster has the best of all of them.
pub fn are_settled_alone(school: &School, vacancies: &[Vacancy<'_>], roster: &Duties) -> bool {
    let is_limited = school.person_ids().any(|id| school.limits_works(id));
    !is_limited || vacancies.iter().all(|it| it.is_best_in(roster))
}

/// Which rules each advises against, as numbers in the order of the catalogue, the least grave first.
fn ranked<'a, 'b: 'a>(offers: impl Iterator<Item = &'a Offer<'b>>) -> Vec<Vec<bool>> {
    let codes = |offer: &Offer<'_>| {
        let codes = RuleCode::ALL.into_iter();
        codes.map(|code| offer.avoided.contains(code)).collect()
    };
    let mut all: Vec<Vec<bool>> = offers.map(codes).collect();
    all.sort();
    all
}

/// A seat, as somebody sees it who may take it.
pub struct Offer<'a> {
    /// Who.
    pub person: PersonId,
    /// As what.
    pub role: Role,
    /// When they must be there; nothing for works.
    pub time: Option<(Date, &'a Span)>,
    /// Time-bound duties that limits leave beside pins: on the day, and in all.
    pub left: [u32; 2],
    /// Rules that rather advise against it.
    pub avoided: RuleSet,
    /// Lessons of their own that it costs.
    pub lost: usize,
    /// What it adds to the load of the role.
    pub load: u32,
}

/// All of a school, where these duties are pinned.
pub fn vacancies<'a>(school: &'a School, pinned: &Duties) -> Vec<Vacancy<'a>> {
    let eligibility = Eligibility::of(school);
    let vacancy = |spot @ (id, role): Spot| {
        let sitting = school.sitting(id);
        let is_free = |&person: &PersonId| {
            holds_beside(school, spot, person, pinned.of_person(person)).is_empty()
        };
        let time = (sitting.date, &sitting.span);
        let offer = |person| Offer {
            person,
            role,
            time: role.is_time_bound().then_some(time),
            left: left_beside(school, sitting.date, person, pinned.of_person(person)),
            avoided: eligibility.avoided(id, role, person),
            lost: school.lessons_missed(person, spot),
            load: sitting.load(role),
        };
        let seats = sitting.places[role].saturating_sub(pinned.seats(spot)) as usize;
        let people = eligibility.people(id, role).filter(|_| seats > 0);
        let offers: Vec<Offer<'_>> = people.filter(is_free).map(offer).collect();
        Vacancy {
            spot,
            seats: seats.min(offers.len()),
            offers,
        }
    };
    school.spots().map(vacancy).collect()
}
