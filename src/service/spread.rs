//! How evenly a roster loads people: fewest, most, and how many carry how much.

use crate::domain::{Role, Roster, School, SittingId};

use super::views::load_of;

/// Load of everyone who holds a role, history included: duties, or works of a checker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spread {
    /// The role.
    pub role: Role,
    /// Smallest load.
    pub fewest: u64,
    /// Largest load.
    pub most: u64,
    /// All of it together.
    pub total: u64,
    /// The heaviest load of one sitting, which one person has to take.
    pub heaviest: u64,
    /// How many hold the role.
    pub people: u64,
    /// `(from, to, people)`: how many carry between `from` and `to`, ascending, no gaps.
    pub bars: Vec<(u64, u64, usize)>,
}

/// A load beyond so many means is lopsided.
const LOPSIDED: u64 = 3;

impl Spread {
    /// The mean load in tenths, rounded down; nothing where nobody holds the role.
    pub fn mean_in_tenths(&self) -> u64 {
        (10 * self.total).checked_div(self.people).unwrap_or(0)
    }

    /// Has the busiest more than three times the mean, and more than any one sitting, which cannot be divided?
    pub fn is_lopsided(&self) -> bool {
        self.most > self.heaviest && self.most * self.people > LOPSIDED * self.total
    }
}

/// More bars than this do not fit a glance.
const MOST_BARS: u64 = 8;

/// The spread of each role that has places.
pub fn spreads(school: &School, roster: &Roster) -> Vec<Spread> {
    Role::ALL
        .into_iter()
        .filter(|&role| {
            school
                .sittings
                .iter()
                .any(|sitting| sitting.places[role] > 0)
        })
        .filter_map(|role| spread(school, roster, role))
        .collect()
}

fn spread(school: &School, roster: &Roster, role: Role) -> Option<Spread> {
    let mut sittings: Vec<Vec<SittingId>> = vec![Vec::new(); school.people.len()];
    for (_, duty) in roster.duties().filter(|(_, duty)| duty.role == role) {
        sittings[duty.person.index()].push(duty.sitting);
    }
    let loads: Vec<u64> = school
        .person_ids()
        .filter(|&person| school.is_candidate(person, role))
        .map(|person| load_of(school, person, role, &sittings[person.index()]))
        .collect();
    let (fewest, most) = (*loads.iter().min()?, *loads.iter().max()?);
    Some(Spread {
        role,
        fewest,
        most,
        total: loads.iter().sum(),
        heaviest: heaviest(school, role),
        people: loads.len() as u64,
        bars: bars(&loads, fewest, most),
    })
}

/// The heaviest load of one place.
fn heaviest(school: &School, role: Role) -> u64 {
    let sittings = school.sittings.iter();
    let with_places = sittings.filter(|sitting| sitting.places[role] > 0);
    let loads = with_places.map(|sitting| u64::from(sitting.load(role)));
    loads.max().unwrap_or(0)
}

fn bars(loads: &[u64], fewest: u64, most: u64) -> Vec<(u64, u64, usize)> {
    let width = (most - fewest + 1).div_ceil(MOST_BARS);
    (fewest..=most)
        .step_by(width as usize)
        .map(|from| {
            let to = (from + width - 1).min(most);
            let people = loads.iter().filter(|load| (from..=to).contains(load));
            (from, to, people.count())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Spread, bars};

    fn spread(most: u64, total: u64, people: u64) -> Spread {
        Spread {
            role: crate::domain::Role::Checker,
            fewest: 0,
            most,
            total,
            heaviest: 30,
            people,
            bars: Vec::new(),
        }
    }

    #[test]
    fn more_than_three_means_is_lopsided() {
        assert!(spread(121, 400, 10).is_lopsided());
        assert!(!spread(120, 400, 10).is_lopsided());
        assert_eq!(spread(121, 405, 10).mean_in_tenths(), 405);
    }

    #[test]
    fn one_heavy_sitting_is_not_lopsided() {
        assert!(!spread(30, 30, 10).is_lopsided());
        assert!(spread(31, 31, 10).is_lopsided());
    }

    #[test]
    fn bars_cover_everyone_once() {
        let loads = [0, 1, 1, 2, 40];
        let bars = bars(&loads, 0, 40);
        assert_eq!(bars[0], (0, 5, 4));
        assert_eq!(bars.last(), Some(&(36, 40, 1)));
        assert_eq!(bars.iter().map(|bar| bar.2).sum::<usize>(), loads.len());
    }

    #[test]
    fn a_narrow_spread_has_a_bar_per_value() {
        assert_eq!(bars(&[1, 2, 2], 1, 2), [(1, 1, 1), (2, 2, 2)]);
    }
}
