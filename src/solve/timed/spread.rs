//! Level 5 where sittings of one role differ in length: the lessons on duty spread as evenly as lessons, not sittings,
//! could be.

use crate::domain::Role;

use super::super::instance::Instance;
use super::super::levels::{Level, Levels};
use super::layout::lengths;

/// Sets level 5 of such roles to what no roster with as many empty seats as this value has can beat.
pub fn bound(instance: &Instance, demands: &[usize], value: &Levels, bound: &mut Levels) {
    for (role, length) in lengths(instance, demands) {
        if length.is_none() {
            let least = least_growth(instance, demands, role, value.get(Level::Unfilled(role)));
            bound.set(Level::LessonSquares(role), least);
        }
    }
}

fn least_growth(instance: &Instance, demands: &[usize], role: Role, empty: i64) -> i64 {
    let mut seats = Vec::new();
    let mut is_in = vec![false; instance.standing.len()];
    for demand in demands.iter().map(|&index| &instance.demands[index]) {
        if demand.role != role {
            continue;
        }
        seats.extend((0..demand.seats).map(|_| i64::from(demand.lessons)));
        for candidate in &demand.candidates {
            is_in[candidate.person.index()] = true;
        }
    }
    // At best the empty seats are the longest.
    seats.sort_unstable();
    let filled = seats
        .len()
        .saturating_sub(usize::try_from(empty).unwrap_or(0));
    let lessons: i64 = seats[..filled].iter().sum();
    let people = is_in.iter().zip(&instance.standing);
    let people = people.filter(|(is_in, _)| **is_in);
    let before = people.map(|(_, standing)| i64::from(standing.lessons[role]));
    level_out(before.collect(), lessons)
}

/// Growth of Σ amount² when `more` units are added where the amounts are lowest.
pub fn level_out(mut amounts: Vec<i64>, more: i64) -> i64 {
    amounts.sort_unstable();
    let mut left = more;
    let mut growth = 0;
    // The `low` lowest stand at one height; raise them together to the next height, or as far as the units reach.
    for low in 1..=amounts.len() {
        let height = amounts[0];
        let count = low as i64;
        let next = amounts.get(low).copied();
        let rise = next.map_or(left / count, |next| (next - height).min(left / count));
        for amount in &mut amounts[..low] {
            growth += rise * (2 * *amount + rise);
            *amount += rise;
        }
        left -= rise * count;
        let reached = next.is_some_and(|next| next == amounts[0]);
        if !reached {
            growth += left * (2 * amounts[0] + 1);
            return growth;
        }
    }
    growth
}

#[cfg(test)]
mod tests {
    use super::level_out;

    /// One unit after another to the lowest.
    fn one_by_one(mut amounts: Vec<i64>, more: i64) -> i64 {
        let before: i64 = amounts.iter().map(|amount| amount * amount).sum();
        for _ in 0..more {
            if let Some(lowest) = amounts.iter_mut().min() {
                *lowest += 1;
            }
        }
        amounts.iter().map(|amount| amount * amount).sum::<i64>() - before
    }

    #[test]
    fn levelling_agrees_with_adding_units_one_by_one() {
        for amounts in [
            vec![0, 0, 0],
            vec![5, 1, 1, 9],
            vec![3],
            vec![7, 2],
            vec![2, 4, 4],
        ] {
            for more in 0..30 {
                let expected = one_by_one(amounts.clone(), more);
                assert_eq!(
                    level_out(amounts.clone(), more),
                    expected,
                    "{amounts:?} + {more}"
                );
            }
        }
    }

    #[test]
    fn nobody_to_add_to_means_no_growth() {
        assert_eq!(level_out(Vec::new(), 0), 0);
    }
}
