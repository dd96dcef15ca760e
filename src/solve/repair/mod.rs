//! A roster in force and lists that have changed: the fewest changed duties that make it valid, then the best of those.
//!
//! A change is a duty that somebody takes on anew. How many places are filled is settled before (level 1), so the
//! fewest duties taken on are also the fewest given up: as many of the present duties as possible stay. The level
//! stands between `unfilled` and `avoided`; the solver and its proofs are those of a roster made afresh.

use crate::domain::{Duty, Objective, PersonId, Role, School, SittingId};
use crate::rules::Eligibility;

mod stay;

use super::instance::Instance;
use super::levels::{Level, Levels};
use super::{Outcome, SolveOptions, TooLarge, solve_instance};

use stay::Stay;

/// What the roster in force says, brought to the sittings of the schedule.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Present {
    /// Duties that had better stay; those that nobody may have any more among them.
    pub duties: Vec<Duty>,
    /// Duties that stay; legal all together, and beside what is pinned.
    pub held: Vec<Duty>,
    /// Places that stay as they are.
    pub pinned: Vec<PinnedPlace>,
}

/// A place that the roster pins, whatever the rules say of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PinnedPlace {
    /// The sitting.
    pub sitting: SittingId,
    /// The role.
    pub role: Role,
    /// Who; `None` where the roster has a name that is nobody's, or several people's.
    pub person: Option<PersonId>,
}

/// The repaired roster, and what is known about how little was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repaired {
    /// All duties beside the roster's pinned places, ascending.
    pub duties: Vec<Duty>,
    /// Duties that somebody takes on anew.
    pub changed: u64,
    /// No roster that fills as many places changes fewer.
    pub fewest: u64,
    /// The roster's objective, as the solver counts it.
    pub objective: Objective,
    /// No roster with as few changes can do better, level by level given the levels above.
    pub bound: Objective,
    /// The number of changes is proven to be the smallest.
    pub fewest_is_proven: bool,
    /// Levels 1–4 of the objective are proven as well.
    pub optimal: bool,
    /// Names of the methods that were used.
    pub solver: String,
}

/// Finds the roster with the fewest changes, and among those the best.
///
/// Pins of the lists are kept as [`super::solve`] keeps them, after the places that the roster pins.
pub fn repair(
    school: &School,
    eligibility: &Eligibility,
    present: &Present,
    options: &SolveOptions<'_>,
) -> Result<Repaired, TooLarge> {
    let instance = Instance::in_force(school, eligibility, options.limit, present)?;
    let held = instance.held(present);
    let mut outcome = if held.is_empty() {
        solve_rest(&instance, options)
    } else {
        solve_rest(&instance.keeping(&held), options)
    };
    outcome.duties.extend(held);
    let solved = outcome.duties.iter().map(|&(index, person)| {
        let demand = &instance.demands[index];
        Duty {
            sitting: demand.sitting,
            role: demand.role,
            person,
        }
    });
    let by_pin = instance.pinned.iter().map(|pinned| Duty {
        sitting: pinned.sitting,
        role: pinned.role,
        person: pinned.candidate.person,
    });
    let mut duties: Vec<Duty> = solved.chain(by_pin).collect();
    duties.sort_unstable();
    let (value, bound) = (outcome.value, outcome.bound);
    Ok(Repaired {
        duties,
        changed: count(&value, Level::Changed),
        fewest: count(&bound, Level::Changed),
        objective: value.to_objective(),
        bound: bound.to_objective(),
        fewest_is_proven: outcome.certified && agree_on_changes(&value, &bound),
        optimal: outcome.certified && value.deciding() == bound.deciding(),
        solver: outcome.solver,
    })
}

/// Solves what is left beside the duties that stay; the whole where that proves nothing.
pub(super) fn solve_rest(instance: &Instance, options: &SolveOptions<'_>) -> Outcome {
    let stay = Stay::of(instance);
    let mut outcome = solve_instance(&instance.keeping(&stay.kept), options);
    if !stay.proves(instance, &outcome.duties, &outcome.value) {
        return solve_instance(instance, options);
    }
    outcome.duties.extend(&stay.kept);
    outcome
}

fn count(levels: &Levels, level: Level) -> u64 {
    levels.get(level).max(0).unsigned_abs()
}

/// Are the levels down to the changes what the bound says?
fn agree_on_changes(value: &Levels, bound: &Levels) -> bool {
    Level::all()
        .take_while(|level| matches!(level, Level::Unfilled(_) | Level::Changed))
        .all(|level| value.get(level) == bound.get(level))
}
