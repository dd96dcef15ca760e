//! Shortages that are one obstacle, so that it is read once.

use std::collections::BTreeMap;

use crate::domain::{Code, Date, PersonId, Role, School, SubjectId};

use super::Spot;
use super::shortage::{Cause, Competition, Shortage};

/// Empty places with one obstacle in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Obstacle {
    /// The empty places, in the schedule's order; at least one.
    pub shortages: Vec<Shortage>,
}

impl Obstacle {
    /// The empty places as spots, one entry a place.
    pub fn holes(&self) -> Vec<Spot> {
        self.shortages.iter().map(Shortage::spot).collect()
    }

    /// The places that compete, over all the empty ones: one entry a place, in the schedule's order.
    pub fn spots(&self) -> Vec<Spot> {
        let mut filled: BTreeMap<Spot, usize> = BTreeMap::new();
        for shortage in &self.shortages {
            let Cause::Competition(competition) = &shortage.cause else {
                continue;
            };
            // The first of a set is its empty place; the others are filled, and may stand in several sets.
            for (spot, seats) in counts(&competition.spots[1..]) {
                let most = filled.entry(spot).or_default();
                *most = (*most).max(seats);
            }
        }
        for (spot, seats) in counts(&self.holes()) {
            *filled.entry(spot).or_default() += seats;
        }
        filled
            .into_iter()
            .flat_map(|(spot, seats)| std::iter::repeat_n(spot, seats))
            .collect()
    }

    /// Everybody who may take any of the competing places, ascending.
    pub fn people(&self) -> &[PersonId] {
        self.shortages
            .iter()
            .find_map(Shortage::competition)
            .map_or(&[], |competition| &competition.people)
    }
}

fn counts(spots: &[Spot]) -> BTreeMap<Spot, usize> {
    let mut counts = BTreeMap::new();
    for &spot in spots {
        *counts.entry(spot).or_default() += 1;
    }
    counts
}

/// Merges neighbours: shortages of one role whose places, at one time, compete for the same people; and, where there is
/// nobody to compete for, those from which the rules bar alike.
pub fn merge(school: &School, shortages: Vec<Shortage>) -> Vec<Obstacle> {
    let mut obstacles: Vec<Obstacle> = Vec::new();
    let mut index: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
    for shortage in shortages {
        let key = key(school, &shortage);
        let alike = key.as_ref().and_then(|key| index.get(key));
        let neighbour = alike
            .into_iter()
            .flatten()
            .copied()
            .find(|&at| are_neighbours(school, &obstacles[at], &shortage));
        if let Some(at) = neighbour {
            obstacles[at].shortages.push(shortage);
            continue;
        }
        if let Some(key) = key {
            index.entry(key).or_default().push(obstacles.len());
        }
        obstacles.push(Obstacle {
            shortages: vec![shortage],
        });
    }
    obstacles
}

/// What two shortages of one obstacle have in common.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    /// Role and people.
    People(Role, Vec<PersonId>),
    /// Nobody may take the place: how many hold the role, whom the rules bar, and what a newcomer would be needed for –
    /// the subject to check, or the day to come.
    Nobody(Role, usize, Vec<(Code, u64)>, Result<SubjectId, Date>),
}

fn key(school: &School, shortage: &Shortage) -> Option<Key> {
    let people = &shortage.competition()?.people;
    let role = shortage.place.role;
    if !people.is_empty() {
        return Some(Key::People(role, people.clone()));
    }
    let sitting = school.sitting(shortage.place.sitting);
    let needed = if role == Role::Checker {
        Ok(sitting.subject)
    } else {
        Err(sitting.date)
    };
    Some(Key::Nobody(
        role,
        shortage.holders,
        shortage.barred.clone(),
        needed,
    ))
}

/// Do the shortage's places meet those of the obstacle? Where nobody can be had, places need not meet to be alike.
fn are_neighbours(school: &School, obstacle: &Obstacle, shortage: &Shortage) -> bool {
    let spots = |shortage: &Shortage| -> Vec<Spot> {
        shortage
            .competition()
            .map(|Competition { spots, .. }| spots.clone())
            .unwrap_or_default()
    };
    let is_time_bound = shortage.place.role.is_time_bound();
    let near = |a: Spot, b: Spot| {
        a.0 == b.0 || is_time_bound && school.sitting(a.0).meets(school.sitting(b.0))
    };
    let mine = spots(shortage);
    obstacle.people().is_empty()
        || obstacle
            .shortages
            .iter()
            .flat_map(spots)
            .any(|there| mine.iter().any(|&here| near(here, there)))
}
