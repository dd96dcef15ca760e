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
    let price = last(&before(instance, demands, role), filled);
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

/// What those who may take a seat of the role bring along.
fn before(instance: &Instance, demands: &[usize], role: Role) -> Vec<i64> {
    let of_role = demands.iter().map(|&it| &instance.demands[it]);
    let of_role = of_role.filter(|it| it.role == role);
    let mut people: Vec<PersonId> = of_role
        .flat_map(|it| it.candidates.iter().map(|it| it.person))
        .collect();
    people.sort_unstable();
    people.dedup();
    let load = |it: &PersonId| i64::from(instance.standing[it.index()].load[role]);
    people.iter().map(load).collect()
}

/// By how much the last of so many duties lets the squares grow, each given to who has least.
fn last(before: &[i64], duties: i64) -> i64 {
    let given = |height: i64| -> i64 { before.iter().map(|it| (height - it).max(0)).sum() };
    let (mut low, mut high) = (0, before.iter().max().map_or(0, |it| it + duties.max(0)));
    while low < high {
        let middle = low + (high - low) / 2;
        if given(middle) < duties {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    (2 * low - 1).max(0)
}

#[cfg(test)]
mod tests {
    use super::last;

    #[test]
    fn the_last_duty_goes_to_the_lowest() {
        // 0 + 1 + 3 + 5 of the first, 5 of the second: the fourth and fifth cost 5.
        assert_eq!(last(&[0, 2], 4), 5);
        assert_eq!(last(&[0, 2], 1), 1);
        assert_eq!(last(&[3, 3], 2), 7);
        assert_eq!(last(&[3, 3], 0), 0);
        assert_eq!(last(&[], 4), 0);
    }
}
