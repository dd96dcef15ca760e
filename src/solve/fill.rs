//! Can these places be filled at once? The first level alone, for some places alone.
//!
//! Explanations ask it many times over: of a set of places that compete, of the set without one of them, of the school
//! after a change. Nothing else counts here, so the network has one cost, and a flow answers nearly always.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{Date, Duty, Role, RoleMap, RuleSet, School, Severity, SittingId, Span};
use crate::rules::Eligibility;

use super::budget::Budget;
use super::instance::{self, Candidate, Coupling, Demand, Instance, Overlaps, Slots, Standing};
use super::levels::{Level, Levels};
use super::timed::Solved;
use super::{NODES, components, joint, limited, timed};

/// Seats asked for, by sitting and role.
pub type Wanted = BTreeMap<(SittingId, Role), u32>;

/// How far some places can be filled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filling {
    /// Who takes which of the places, pinned duties among them; legal all together.
    pub duties: Vec<Duty>,
    /// Places that these duties leave empty.
    pub empty: u64,
    /// At least so many stay empty in the role that counts first among those that any roster leaves short; 0 where all
    /// the places can be filled, or where nobody knows.
    pub proven_empty: u64,
}

impl Filling {
    /// Everything is filled.
    pub fn is_full(&self) -> bool {
        self.empty == 0
    }

    /// Nobody can fill everything.
    pub fn is_proven_short(&self) -> bool {
        self.proven_empty > 0
    }
}

/// Fills as many of the places as can be filled at once, by the lists, the limits, the clock and the pins to these very
/// places. Every other place of the schedule counts as not there. Where `stop` ends the search, less is filled, or less
/// is proven, than could be.
pub fn fill(
    (school, eligibility): (&School, &Eligibility),
    wanted: &Wanted,
    stop: &(dyn Fn() -> bool + Sync),
) -> Filling {
    let instance = bare(school, eligibility, wanted);
    let budget = Budget {
        nodes: NODES,
        stop,
        tell: &|_| {},
    };
    let solved = if instance.coupling.is_off() {
        let slots = Slots::of(&instance);
        components::time_bound(&instance)
            .iter()
            .map(|part| timed::fill((&instance, &slots), part, budget))
            .fold(works(&instance, budget), Solved::and)
    } else {
        joint::solve(&instance, budget)
    };
    let pinned = instance.pinned.iter().map(|pinned| Duty {
        sitting: pinned.sitting,
        role: pinned.role,
        person: pinned.candidate.person,
    });
    let found = solved.duties.iter().map(|&(index, person)| Duty {
        sitting: instance.demands[index].sitting,
        role: instance.demands[index].role,
        person,
    });
    let duties: Vec<Duty> = pinned.chain(found).collect();
    let seats: u64 = wanted.values().map(|&seats| u64::from(seats)).sum();
    let short = Role::ALL
        .into_iter()
        .map(|role| solved.bound.get(Level::Unfilled(role)))
        .find(|&empty| empty > 0);
    Filling {
        empty: seats - duties.len() as u64,
        duties,
        proven_empty: short.map_or(0, i64::unsigned_abs),
    }
}

/// The places as an instance in which a duty costs and weighs nothing.
fn bare(school: &School, eligibility: &Eligibility, wanted: &Wanted) -> Instance {
    let sittings = || wanted.keys().map(|&(id, _)| school.sitting(id));
    let days: BTreeSet<Date> = sittings().map(|it| it.date).collect();
    let days: BTreeMap<Date, u32> = days.into_iter().zip(0..).collect();
    let weeks = instance::weeks(&days);
    let is_limited = school.person_ids().any(|id| school.limits_works(id));
    let spans: BTreeSet<&Span> = sittings().map(|it| &it.span).collect();
    let spans: BTreeMap<&Span, u32> = spans.into_iter().zip(0..).collect();
    let candidate = |person| Candidate {
        person,
        avoided: RuleSet::default(),
        lost: 0,
        changed: false,
    };
    let demand = |(&(id, role), &seats): (&(SittingId, Role), &u32)| {
        let sitting = school.sitting(id);
        Demand {
            sitting: id,
            role,
            day: days[&sitting.date],
            week: weeks[days[&sitting.date] as usize],
            span: spans[&sitting.span],
            lessons: 0,
            // Works count where they are limited.
            load: if role == Role::Checker && is_limited {
                sitting.load(role)
            } else {
                0
            },
            seats,
            candidates: eligibility.people(id, role).map(candidate).collect(),
        }
    };
    let standing = |id| Standing {
        load: RoleMap::default(),
        ..Standing::of(school, id)
    };
    let coupling = Coupling::of(school);
    let mut instance = Instance {
        demands: wanted.iter().map(demand).collect(),
        standing: school.person_ids().map(standing).collect(),
        overlaps: Overlaps::of(&spans.into_keys().collect::<Vec<_>>()),
        coupling: if coupling.strictest() == Severity::Forbid {
            coupling
        } else {
            Coupling::default()
        },
        ..Instance::default()
    };
    instance.take_out_pins(school);
    instance
}

/// Checkers, within their limits.
fn works(instance: &Instance, budget: Budget<'_>) -> Solved {
    // Explanations ask this many times over: the first prices have to do.
    let budget = Budget { nodes: 0, ..budget };
    limited::fill(instance, checkers(instance), budget)
}

/// Checkers are bound to no time: each sitting has as many as may check it.
fn checkers(instance: &Instance) -> Solved {
    let mut solved = Solved::default();
    for (index, demand) in instance.demands.iter().enumerate() {
        if demand.role != Role::Checker {
            continue;
        }
        let taken = demand.candidates.iter().take(demand.seats as usize);
        let before = solved.duties.len();
        solved
            .duties
            .extend(taken.map(|candidate| (index, candidate.person)));
        let taken = (solved.duties.len() - before) as u32;
        let empty = i64::from(demand.seats - taken);
        solved.bound += Levels::single(Level::Unfilled(Role::Checker), empty);
    }
    solved
}
