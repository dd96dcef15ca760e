//! From who takes which place to the rows that have to say so.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{Duty, PersonId, Role, Roster, School, Seat, SittingId};

use super::Suggestion;
use super::touched::Rows;

/// Positions of the rows that may change.
pub type Open = BTreeSet<usize>;

/// The rows to give duties to.
pub struct Seats<'a> {
    /// The lists.
    pub school: &'a School,
    /// The roster, with rows that are likely about another sitting there.
    pub roster: &'a Roster,
    /// Rows that may change.
    pub open: &'a Open,
    /// Rows that name another day or time than their sitting has.
    pub homes: &'a BTreeMap<usize, SittingId>,
}

impl Seats<'_> {
    /// The changes that give every duty its row: whoever stays keeps their row, newcomers take the rows that somebody has
    /// to leave, then empty ones, then new ones.
    pub fn assign(&self, rows: &Rows<'_>, duties: Vec<Duty>) -> Vec<Suggestion> {
        let mut people: BTreeMap<(SittingId, Role), Vec<PersonId>> = BTreeMap::new();
        for duty in duties {
            let people = people.entry((duty.sitting, duty.role)).or_default();
            people.push(duty.person);
        }
        let mut changes = Vec::new();
        for sitting in self.school.sitting_ids() {
            for role in Role::ALL {
                let people = people.remove(&(sitting, role)).unwrap_or_default();
                let spot = Spot {
                    seats: self,
                    sitting,
                    role,
                };
                changes.extend(spot.changes(rows.at(sitting, role), people));
            }
        }
        changes.sort_by_key(|change| {
            (
                change.row.unwrap_or(usize::MAX),
                change.sitting,
                change.role,
            )
        });
        changes
    }
}

/// All places of one role at one sitting.
struct Spot<'a> {
    seats: &'a Seats<'a>,
    sitting: SittingId,
    role: Role,
}

impl Spot<'_> {
    fn seat(&self, row: usize) -> &Seat {
        &self.seats.roster.rows[row].seat
    }

    fn changes(&self, rows: &[usize], mut people: Vec<PersonId>) -> Vec<Suggestion> {
        let (mut left, mut empty, mut strangers) = (Vec::new(), Vec::new(), Vec::new());
        let mut named = 0;
        let mut changes: Vec<Suggestion> = Vec::new();
        for &row in rows {
            let at = match self.seat(row) {
                Seat::Person(person) => people.iter().position(|it| it == person),
                _ => None,
            };
            match (self.seats.open.contains(&row), self.seat(row)) {
                (_, Seat::Person(person)) if at.is_some() => {
                    people.swap_remove(at.unwrap_or_default());
                    // Whoever stays in a row that is to name another day is a change all the same.
                    if self.seats.homes.contains_key(&row) {
                        changes.push(self.change(Some(row), Some(*person)));
                    } else {
                        named += 1;
                    }
                }
                (false, _) => named += 1,
                (true, Seat::Person(_)) => left.push(row),
                (true, Seat::Unknown(_)) => strangers.push(row),
                (true, Seat::Empty | Seat::Ambiguous { .. }) => empty.push(row),
            }
        }
        people.sort_unstable();
        let mut people = people.into_iter();
        for row in left {
            changes.push(self.change(Some(row), people.next()));
        }
        for row in strangers {
            let to = people.next();
            let taken = named + changes.iter().filter(|it| it.to.is_some()).count();
            // A stranger where nobody else may be had is better than nobody; a surplus one is not.
            if to.is_some() || taken >= self.places() {
                changes.push(self.change(Some(row), to));
            } else {
                named += 1;
            }
        }
        for row in empty {
            let to = people.next();
            if to.is_some() || self.seats.homes.contains_key(&row) {
                changes.push(self.change(Some(row), to));
            }
        }
        changes.extend(people.map(|person| self.change(None, Some(person))));
        changes
    }

    fn places(&self) -> usize {
        self.seats.school.sitting(self.sitting).places[self.role] as usize
    }

    fn change(&self, row: Option<usize>, to: Option<PersonId>) -> Suggestion {
        Suggestion {
            row,
            sitting: self.sitting,
            role: self.role,
            from: row.map_or(Seat::Empty, |row| self.seat(row).clone()),
            to,
            with: Vec::new(),
            is_good_row: false,
            moves: row.is_some_and(|row| self.seats.homes.contains_key(&row)),
        }
    }
}
