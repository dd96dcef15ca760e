//! Which changes belong together: every choice among the groups leaves all newcomers legal.
//!
//! Whoever takes a place on anew may do so beside all the duties they have now and all they are to get, or else their new
//! duties and those they are to leave are one group. Rules bar people from places one by one, and what ties a
//! person's duties to each other only grows with their number; so any groups may be accepted, in any order. Where a
//! sitting has more people than places, newcomers come with those who leave.

use std::collections::BTreeMap;

use crate::domain::{PersonId, School};
use crate::explain::Spot;
use crate::rules::is_free_beside;

use super::touched::Rows;
use super::{Judged, Suggestion};

/// Fills in [`Suggestion::with`].
pub fn tie(judged: Judged<'_>, rows: &Rows<'_>, changes: &mut [Suggestion]) {
    let school = judged.school;
    let mut arrivals: BTreeMap<PersonId, Vec<usize>> = BTreeMap::new();
    let mut departures: BTreeMap<PersonId, Vec<usize>> = BTreeMap::new();
    for (index, change) in changes.iter().enumerate() {
        if let Some(person) = change.to {
            arrivals.entry(person).or_default().push(index);
        }
        // The duty of a row at no sitting is none that somebody leaves.
        if let Some(person) = change.from.person().filter(|_| !change.moves) {
            departures.entry(person).or_default().push(index);
        }
    }
    let mut groups = Groups::of(changes.len());
    for (person, arrivals) in arrivals {
        let leaving = departures.get(&person).into_iter().flatten();
        if !fits(school, rows, person, &arrivals, changes) {
            let all: Vec<usize> = arrivals.iter().chain(leaving).copied().collect();
            for pair in all.windows(2) {
                groups.join(pair[0], pair[1]);
            }
        }
    }
    for crowd in crowds(school, rows, changes)
        .into_iter()
        .chain(of_one_row(judged, changes))
    {
        for pair in crowd.windows(2) {
            groups.join(pair[0], pair[1]);
        }
    }
    let leaders: Vec<usize> = (0..changes.len()).map(|it| groups.leader(it)).collect();
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (index, &leader) in leaders.iter().enumerate() {
        members.entry(leader).or_default().push(index);
    }
    for (index, change) in changes.iter_mut().enumerate() {
        let group = &members[&leaders[index]];
        change.with = group.iter().copied().filter(|&it| it != index).collect();
    }
}

/// Changes at one place with more people than seats: nobody comes there before somebody has left.
fn crowds(school: &School, rows: &Rows<'_>, changes: &[Suggestion]) -> Vec<Vec<usize>> {
    let mut at: BTreeMap<Spot, Vec<usize>> = BTreeMap::new();
    for (index, change) in changes.iter().enumerate() {
        let spot = (change.sitting, change.role);
        at.entry(spot).or_default().push(index);
    }
    let is_crowded = |spot: &Spot| {
        rows.named_at(spot.0, spot.1) > school.sitting(spot.0).places[spot.1] as usize
    };
    at.retain(|spot, _| is_crowded(spot));
    at.into_values().collect()
}

/// Places of one row of the file, which names one day for all of them.
fn of_one_row(judged: Judged<'_>, changes: &[Suggestion]) -> Vec<Vec<usize>> {
    let mut rows: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (index, change) in changes.iter().enumerate().filter(|(_, it)| it.moves) {
        if let Some(row) = change.row.and_then(|row| judged.roster.rows.get(row)) {
            let row = (row.sheet.as_ref(), row.row);
            rows.entry(row).or_default().push(index);
        }
    }
    rows.into_values().collect()
}

/// May the person have each new duty beside all they have and are to get?
fn fits(
    school: &School,
    rows: &Rows<'_>,
    person: PersonId,
    arrivals: &[usize],
    changes: &[Suggestion],
) -> bool {
    let spot = |index: usize| (changes[index].sitting, changes[index].role);
    let now = rows.duties_of(person).iter();
    let now: Vec<Spot> = now.map(|(_, duty)| (duty.sitting, duty.role)).collect();
    arrivals.iter().all(|&new| {
        let others = arrivals.iter().filter(|&&other| other != new);
        let mut beside = now.clone();
        beside.extend(others.map(|&other| spot(other)));
        is_free_beside(school, spot(new), person, &beside)
    })
}

/// Sets that are joined pair by pair.
struct Groups(Vec<usize>);

impl Groups {
    fn of(count: usize) -> Self {
        Self((0..count).collect())
    }

    fn leader(&mut self, mut index: usize) -> usize {
        while self.0[index] != index {
            self.0[index] = self.0[self.0[index]];
            index = self.0[index];
        }
        index
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.leader(a), self.leader(b));
        self.0[a.max(b)] = a.min(b);
    }
}
