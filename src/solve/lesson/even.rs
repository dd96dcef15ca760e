//! Squares of a level that no program has reached: loads as level as they can be.

use crate::domain::{PersonId, Role};

use super::super::instance::Instance;
use super::super::levels::{Level, Levels};
use super::priced::Priced;

/// One price for every seat of the role, what the last costs where loads are level, so that as many are filled as in a roster
/// of that value; `None` where a person's day has too many different times.
pub fn even(
    (instance, demands): (&Instance, &[usize]),
    role: Role,
    value: &Levels,
) -> Option<Priced> {
    let of_role = |&index: &usize| instance.demands[index].role == role;
    let seats = demands.iter().copied().filter(of_role);
    let seats: i64 = seats.map(|it| i64::from(instance.demands[it].seats)).sum();
    let filled = seats - value.get(Level::Unfilled(role));
    let before = before(instance, demands, role);
    if before.is_empty() {
        return None;
    }
    let price = last(&before, filled);
    let of_demand = |index: &usize| if of_role(index) { price } else { 0 };
    let priced = Priced {
        demands: demands.to_vec(),
        level: Level::LoadSquares(role),
        divisor: 1,
        multipliers: vec![(Level::Unfilled(role), price)],
        prices: demands.iter().map(of_demand).collect(),
        least: 0,
    };
    priced.count(instance)
}

/// What those who may take a seat of the role bring along, and what their squares weigh.
pub fn before(instance: &Instance, demands: &[usize], role: Role) -> Vec<(i64, i64)> {
    let of_role = demands.iter().map(|&it| &instance.demands[it]);
    let of_role = of_role.filter(|it| it.role == role);
    let mut people: Vec<PersonId> = of_role
        .flat_map(|it| it.candidates.iter().map(|it| it.person))
        .collect();
    people.sort_unstable();
    people.dedup();
    let load = |it: &PersonId| {
        let standing = &instance.standing[it.index()];
        (i64::from(standing.load[role]), standing.weight(role))
    };
    people.iter().map(load).collect()
}

/// By how much the last of so many duties lets the squares grow, each given to whose square grows least.
fn last(before: &[(i64, i64)], duties: i64) -> i64 {
    // The n-th duty of a weight w on top of b costs w(2(b + n) − 1).
    let given = |price: i64| -> i64 {
        let of_one = |&(load, weight): &(i64, i64)| ((price / weight + 1) / 2 - load).max(0);
        before.iter().map(of_one).sum()
    };
    let highest = |&(load, weight): &(i64, i64)| weight * 2 * (load + duties.max(0));
    let (mut low, mut high) = (0, before.iter().map(highest).max().unwrap_or(0));
    while low < high {
        let middle = low + (high - low) / 2;
        if given(middle) < duties {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

#[cfg(test)]
mod tests {
    use super::last;

    #[test]
    fn the_last_duty_goes_to_the_lowest() {
        // 0 + 1 + 3 + 5 of the first, 5 of the second: the fourth and fifth cost 5.
        assert_eq!(last(&[(0, 1), (2, 1)], 4), 5);
        assert_eq!(last(&[(0, 1), (2, 1)], 1), 1);
        assert_eq!(last(&[(3, 1), (3, 1)], 2), 7);
        assert_eq!(last(&[(3, 1), (3, 1)], 0), 0);
        assert_eq!(last(&[], 4), 0);
        // Weights 2 and 1: 1, 2, 3, 5, 6.
        assert_eq!(last(&[(0, 2), (0, 1)], 4), 5);
        assert_eq!(last(&[(0, 2), (0, 1)], 5), 6);
    }
}
