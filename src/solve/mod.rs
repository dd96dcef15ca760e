//! The best roster and its proof: role groups, components, min-cost flow, certificates, and branching for the rest.
//!
//! It knows who may take which place, and nothing of files or of how rosters are checked.

mod account;
mod balance;
mod bounds;
pub mod budget;
mod called;
mod checkers;
mod components;
mod cost;
mod draft;
pub mod few;
mod fill;
mod groups;
mod instance;
mod joint;
mod lesson;
mod levels;
mod limited;
pub mod linear;
mod milp;
mod network;
mod polish;
mod prices;
mod proof;
mod random;
mod repair;
mod shuffle;
mod stable;
mod timed;
mod volume;

#[cfg(test)]
mod naive;
#[cfg(test)]
mod tests;

use crate::domain::{Objective, PersonId, Place, School};
use crate::proof::Proof;
use crate::rules::Eligibility;

use budget::Budget;
pub use budget::Stage;
pub use called::Called;
use draft::{Board, Draft};
use instance::Instance;
use levels::Levels;

pub use fill::{Filling, Wanted, fill};
pub use linear::Engine;
pub use milp::{Last, Left, Opinion};
pub use repair::{PinnedPlace, Present, Repaired, repair};
pub use stable::Commissions;

/// What to solve for, and how long.
pub struct SolveOptions<'a> {
    /// Chooses among equal rosters.
    pub seed: u64,
    /// Asked now and then: must the search stop with the best it has?
    pub stop: &'a (dyn Fn() -> bool + Sync),
    /// Told now and then where the search stands, for a progress line.
    pub progress: &'a (dyn Fn(Stage) + Sync),
    /// The largest school that is tried at all.
    pub limit: SizeLimit,
}

/// How much the solver takes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SizeLimit {
    /// Pairs of a place and a person who may take it.
    pub pairs: u64,
}

impl Default for SizeLimit {
    /// About 2 GB of memory.
    fn default() -> Self {
        Self { pairs: 10_000_000 }
    }
}

impl SizeLimit {
    /// Nothing taken yet.
    fn room(self) -> Room {
        Room {
            limit: self.pairs,
            taken: 0,
        }
    }
}

/// What a size limit leaves: beyond it, candidates are counted and no longer kept.
struct Room {
    limit: u64,
    taken: u64,
}

impl Room {
    /// The candidates for so many places, as far as there is room.
    fn take<P, T>(
        &mut self,
        places: u32,
        people: impl Iterator<Item = P>,
        candidate: impl FnMut(P) -> T,
    ) -> Vec<T> {
        self.taken += u64::from(places);
        if self.taken > self.limit {
            self.taken += people.count() as u64;
            return Vec::new();
        }
        let candidates: Vec<T> = people.map(candidate).collect();
        self.taken += candidates.len() as u64;
        candidates
    }

    /// Did everything fit in?
    fn is_enough(&self) -> Result<(), TooLarge> {
        if self.taken > self.limit {
            return Err(TooLarge {
                pairs: self.taken,
                limit: self.limit,
            });
        }
        Ok(())
    }
}

/// A school beyond the size limit: nothing was solved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "{pairs} pairs of a place and a person who may take it are more than the {limit} that one roster can hold"
)]
pub struct TooLarge {
    /// Pairs of a place and a person who may take it, and places.
    pub pairs: u64,
    /// How many would do.
    pub limit: u64,
}

/// A roster and what is known about how good it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Every place of the schedule, in order, and who takes it.
    pub places: Vec<(Place, Option<PersonId>)>,
    /// The roster's objective, as the solver counts it.
    pub objective: Objective,
    /// No roster can do better, level by level given the levels above.
    pub bound: Objective,
    /// Levels 1–4 are proven.
    pub optimal: bool,
    /// What proves it, as far as a proof can be written down: nothing where roles were solved jointly or few people are
    /// preferred.
    pub proof: Proof,
    /// People called in for time-bound duties, where the policy prefers few.
    pub called: Option<Called>,
    /// Pairs of a checker and a commission, where the policy prefers few.
    pub commissions: Option<Commissions>,
    /// What a general solver says of the roster, where it made it: nothing is proven then.
    pub opinion: Option<Opinion>,
    /// Names of the methods that were used, for the reader of the proof.
    pub solver: String,
}

/// Nodes of each search tree: some seconds of work at most, the same on every machine.
const NODES: u64 = 2_000;

/// Finds the best roster, or the best within the time that `options.stop` allows, and what bounds it.
///
/// `must` pins are kept in the file's order wherever no rule, limit or earlier pin makes them impossible; the objective
/// and its bound are those of rosters that keep the same pins.
pub fn solve(
    school: &School,
    eligibility: &Eligibility,
    options: &SolveOptions<'_>,
) -> Result<Answer, TooLarge> {
    let instance = Instance::of(school, eligibility, options.limit)?;
    let outcome = solve_instance(&instance, options);
    Ok(answer(school, &instance, outcome))
}

/// A roster by the whole school as one general model, level by level, in the time that is `left`: a second opinion.
///
/// Its bounds say no more than what people bring along, and it is never `optimal`: see [`Opinion`].
pub fn second_opinion(
    school: &School,
    eligibility: &Eligibility,
    (engine, left, last): (Engine, Left<'_>, Last),
) -> Result<Answer, TooLarge> {
    let instance = Instance::of(school, eligibility, SizeLimit::default())?;
    let second = milp::solve(&instance, (engine, left, last));
    let outcome = Outcome {
        value: account::value(&instance, &second.duties),
        bound: instance.settled,
        certified: false,
        proof: Proof::default(),
        called: second.called,
        commissions: instance.prefer.stable_commissions().then(|| Commissions {
            bound: 0,
            ..stable::counted(&instance, &second.duties, false)
        }),
        opinion: Some(second.opinion),
        solver: format!("the general model, level by level: {}", engine.name()),
        duties: second.duties,
    };
    Ok(answer(school, &instance, outcome))
}

/// The places of the schedule, and what is known of them.
fn answer(school: &School, instance: &Instance, outcome: Outcome) -> Answer {
    let mut people = vec![Vec::new(); instance.demands.len()];
    for &(index, person) in &outcome.duties {
        people[index].push(person);
    }
    for pinned in &instance.pinned {
        if let Some(index) = instance.position(pinned.sitting, pinned.role) {
            people[index].push(pinned.candidate.person);
        }
    }
    let mut places = Vec::new();
    for (index, demand) in instance.demands.iter().enumerate() {
        people[index].sort_unstable();
        for seat in 0..school.sitting(demand.sitting).places[demand.role] {
            let place = Place {
                sitting: demand.sitting,
                role: demand.role,
                seat,
            };
            places.push((place, people[index].get(seat as usize).copied()));
        }
    }
    Answer {
        places,
        objective: outcome.value.to_objective(),
        bound: outcome.bound.to_objective(),
        proof: outcome.proof,
        optimal: outcome.value.deciding() == outcome.bound.deciding()
            && outcome.certified
            && outcome.called.is_none_or(|it| it.people == it.bound)
            && outcome.commissions.is_none_or(|it| it.pairs == it.bound),
        called: outcome.called,
        commissions: outcome.commissions,
        opinion: outcome.opinion,
        solver: outcome.solver,
    }
}

/// What comes of an instance.
struct Outcome {
    /// (Index among the demands, person), pins apart.
    duties: Vec<(usize, PersonId)>,
    value: Levels,
    bound: Levels,
    certified: bool,
    proof: Proof,
    /// Where few people are preferred.
    called: Option<Called>,
    /// Where stable commissions are preferred.
    commissions: Option<Commissions>,
    /// Of a general solver, where that was asked.
    opinion: Option<Opinion>,
    solver: String,
}

fn solve_instance(instance: &Instance, options: &SolveOptions<'_>) -> Outcome {
    let budget = Budget {
        nodes: NODES,
        stop: options.stop,
        tell: options.progress,
    };
    let mut solver = vec![
        "min-cost flow",
        "prices and branching",
        "lesson program",
        "balance of works",
    ];
    let mut called = None;
    let mut start = |instance: &Instance| {
        if instance.prefer.few_people() {
            solver.push("people spared, and priced");
            let (best, people) = called::solve(instance, budget);
            called = Some(people);
            best
        } else if instance.coupling.is_off() {
            let (time_bound, checkers) = groups::solve(instance, budget);
            time_bound.and(checkers)
        } else {
            solver.push("cases that part checkers from proctors");
            joint::solve(instance, budget)
        }
    };
    let is_stable = instance.prefer.stable_commissions();
    let best = if is_stable && !instance.coupling.is_off() {
        stable::jointly(instance, budget, &mut start)
    } else {
        start(instance)
    };
    if is_stable {
        solver.push("smallest commissions, counted");
    }
    debug_assert!(
        best.certificates.iter().all(|it| it.holds(instance))
            && best.priced.iter().all(|it| it.holds(instance)),
        "prices prove what the flow proves"
    );
    let proof = match called {
        Some(_) => Proof::default(),
        None => proof::of(instance, &best),
    };
    // What follows looks for better rosters of the same people, and of the same commissions.
    let within = called.map(|_| called::within(instance, &best.duties));
    let within = if is_stable {
        let all = within.as_ref().unwrap_or(instance);
        Some(stable::within(all, &best.duties))
    } else {
        within
    };
    let board = Board::of(within.as_ref().unwrap_or(instance));
    let mut draft = Draft::new(&board, best.duties.clone());
    let value = account::value(instance, &best.duties);
    let bound_of = |duties: &[(usize, PersonId)]| {
        let value = account::value(instance, duties);
        let whole = (instance.settled + best.bound).up_to_gap(&value);
        match best.parts.as_slice() {
            [] => whole,
            parts => instance.settled + bounds::given_above(instance, parts, duties),
        }
    };
    let bound = bound_of(&best.duties);
    polish::descend(&mut draft, polish::open(&value, &bound), options.stop);
    shuffle::walk(&mut draft, options.seed, options.stop);
    let duties = draft.into_duties();
    let value = account::value(instance, &duties);
    let bound = bound_of(&duties);
    let is_proven = stable::is_proven_above(&value, &bound);
    Outcome {
        commissions: is_stable.then(|| stable::counted(instance, &duties, is_proven)),
        duties,
        value,
        bound,
        certified: best.certified,
        proof,
        called,
        opinion: None,
        solver: solver.join("; "),
    }
}
