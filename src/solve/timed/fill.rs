//! The component with empty seats as the only cost: how many of its seats can be filled.

use super::super::budget::Budget;
use super::super::cost::Packing;
use super::super::instance::{Instance, Slots};
use super::super::levels::{Level, Levels};
use super::Solved;
use super::choice::Choice;
use super::layout::Layout;
use super::repair::Repair;
use super::search;
use crate::domain::Role;

/// Counts empty seats, whatever their role; no other level costs anything.
struct EmptySeats(Role);

impl Packing<i64> for EmptySeats {
    fn pack(&self, levels: Levels) -> i64 {
        Role::ALL
            .into_iter()
            .map(|role| levels.get(Level::Unfilled(role)))
            .sum()
    }

    fn unpack(&self, cost: i64) -> Levels {
        Levels::single(Level::Unfilled(self.0), cost)
    }

    fn truncate(&self, cost: i64) -> i64 {
        cost
    }

    fn unpack_truncated(&self, cost: i64) -> Levels {
        self.unpack(cost)
    }
}

/// Fills as many seats of the component as can be filled. The bound counts empty seats, as of the role of its first.
pub fn fill(
    (instance, slots): (&Instance, &Slots),
    demands: &[usize],
    budget: Budget<'_>,
) -> Solved {
    let Some(&first) = demands.first() else {
        return Solved::default();
    };
    let packing = EmptySeats(instance.demands[first].role);
    let layout = Layout::new((instance, slots), demands, &packing);
    let mut relaxation = layout.network(&Choice::All);
    let certified = relaxation.solve(budget.stop);
    let root = relaxation.network.total();
    let mut repair = Repair::new(relaxation, budget.stop);
    let found = certified.then(|| search::search(&mut repair, root, budget));
    let Some(found) = found.filter(|it| it.is_proven) else {
        // The prices of the whole objective close what the search leaves open.
        return super::solve((instance, slots), demands, budget);
    };
    Solved {
        duties: repair.duties(),
        bound: packing.unpack(found.bound),
        ..Solved::default()
    }
}
