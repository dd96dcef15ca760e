//! From who takes which place to the rows that have to say so.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{Duty, PersonId, Role, Seat, SittingId};

use super::touched::Rows;
use super::{Judged, Suggestion};

/// Positions of the rows that may change.
pub type Open = BTreeSet<usize>;

/// The changes that give every duty its row: whoever stays keeps their row, newcomers take the rows that somebody has
/// to leave, then empty ones, then new ones.
pub fn assign(
    judged: Judged<'_>,
    rows: &Rows<'_>,
    open: &Open,
    duties: Vec<Duty>,
) -> Vec<Suggestion> {
    let mut people: BTreeMap<(SittingId, Role), Vec<PersonId>> = BTreeMap::new();
    for duty in duties {
        let people = people.entry((duty.sitting, duty.role)).or_default();
        people.push(duty.person);
    }
    let mut changes = Vec::new();
    for sitting in judged.school.sitting_ids() {
        for role in Role::ALL {
            let people = people.remove(&(sitting, role)).unwrap_or_default();
            let spot = Spot {
                judged,
                open,
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

/// All places of one role at one sitting.
struct Spot<'a> {
    judged: Judged<'a>,
    open: &'a Open,
    sitting: SittingId,
    role: Role,
}

impl Spot<'_> {
    fn seat(&self, row: usize) -> &Seat {
        &self.judged.roster.rows[row].seat
    }

    fn changes(&self, rows: &[usize], mut people: Vec<PersonId>) -> Vec<Suggestion> {
        let (mut left, mut empty, mut strangers) = (Vec::new(), Vec::new(), Vec::new());
        let mut named = 0;
        for &row in rows {
            let at = match self.seat(row) {
                Seat::Person(person) => people.iter().position(|it| it == person),
                _ => None,
            };
            match (self.open.contains(&row), self.seat(row)) {
                (_, Seat::Person(_)) if at.is_some() => {
                    people.swap_remove(at.unwrap_or_default());
                    named += 1;
                }
                (false, _) => named += 1,
                (true, Seat::Person(_)) => left.push(row),
                (true, Seat::Unknown(_)) => strangers.push(row),
                (true, Seat::Empty | Seat::Ambiguous { .. }) => empty.push(row),
            }
        }
        people.sort_unstable();
        let mut people = people.into_iter();
        let mut changes: Vec<Suggestion> = Vec::new();
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
            let Some(person) = people.next() else {
                break;
            };
            changes.push(self.change(Some(row), Some(person)));
        }
        changes.extend(people.map(|person| self.change(None, Some(person))));
        changes
    }

    fn places(&self) -> usize {
        self.judged.school.sitting(self.sitting).places[self.role] as usize
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
        }
    }
}
