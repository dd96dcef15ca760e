//! Stable commissions: of the rosters that are best in levels 1–3 those with the fewest pairs of a checker and a commission
//! (a subject in a grade), and among these an even one.
//!
//! Where no limit on works binds, every commission is decided by itself: the fewest people of whom every sitting has as
//! many as it needs ([`cover`]), found by trying all kinds of people. Which of several smallest commissions is chosen is
//! found by exchanges ([`light`]), and works are balanced within them: evenness is not proven then. Where limits bind,
//! members are left out one after another as long as nothing is lost. The bound is counted, never searched for.

mod cover;
mod group;
mod light;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::PersonId;

use super::account;
use super::budget::Budget;
use super::called;
use super::checkers;
use super::instance::Instance;
use super::joint;
use super::levels::{Level, Levels};
use super::limited;
use super::timed::Solved;

use group::{Cost, Pair, carriers, each_is_best, groups, only};
pub use group::{commission, pairs, pinned};
use light::Light;

/// How many pairs of a checker and a commission there are, pinned ones included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Commissions {
    /// Pairs of a checker and a subject in a grade.
    pub pairs: u64,
    /// No roster that is as good in levels 1–3 has fewer.
    pub bound: u64,
}

/// Nodes of the searches within each trial.
const NODES: u64 = 20;
/// Trials at leaving somebody out.
const TRIALS: usize = 120;
/// Times that commissions which cannot carry their works get more members.
const GROWN: usize = 4;

/// Solves all checker demands with as few pairs as are found.
pub fn solve(instance: &Instance, budget: Budget<'_>) -> Solved {
    let few = Budget {
        nodes: NODES,
        ..budget
    };
    let mut fair = instance.clone();
    fair.prefer = fair.prefer.without_commissions();
    let free = checkers::solve(&fair, few);
    let demands = limited::checker_demands(instance);
    let bound = free.parts.first().map_or(free.bound, |part| part.bound);
    let above =
        |duties: &[(usize, PersonId)]| account::growth(instance, &demands, duties).above_spread();
    let upper = above(&free.duties);
    let reach = |pairs: &BTreeSet<Pair>, budget| {
        let duties = checkers::solve(&only(instance, pairs), budget).duties;
        (above(&duties) <= upper).then_some(duties)
    };
    let groups = groups(instance, Cost::Cheapest);
    let pinned = pinned(instance);
    let mut light = Light::new(instance, &groups, &pinned);
    light.descend(budget.stop);
    let mut wanted = light.pairs();
    let mut best = reach(&wanted, few);
    for _ in 0..GROWN {
        if best.is_some() || (budget.stop)() {
            break;
        }
        grow(instance, &free.duties, &mut wanted);
        best = reach(&wanted, few);
    }
    let mut best = best.unwrap_or_else(|| free.duties.clone());
    let try_pairs = |pairs: &BTreeSet<Pair>| reach(pairs, few);
    spare(instance, &mut best, (&try_pairs, budget.stop));
    if !(budget.stop)()
        && let Some(more_even) = reach(&pairs(instance, &best), budget)
    {
        best = more_even;
    }
    let solved = Solved {
        duties: best,
        bound,
        certified: free.certified,
        ..Solved::default()
    };
    let greatest = limited::greatest(instance, &demands);
    solved.into_part(instance, demands, greatest)
}

/// Solves everything jointly, where proctors and checkers of a sitting bar one another.
pub fn jointly(
    instance: &Instance,
    budget: Budget<'_>,
    start: &mut dyn FnMut(&Instance) -> Solved,
) -> Solved {
    let mut fair = instance.clone();
    fair.prefer = fair.prefer.without_commissions();
    let mut best = start(&fair);
    let upper = account::value(instance, &best.duties).above_spread();
    let few_people = instance.prefer.few_people();
    let people = called::count(instance, &best.duties);
    let few = Budget {
        nodes: NODES,
        ..budget
    };
    let reach = |pairs: &BTreeSet<Pair>| {
        let case = only(instance, pairs);
        // Whoever is called in stays called in alone.
        let case = if few_people {
            called::within(&case, &best.duties)
        } else {
            case
        };
        let duties = joint::solve(&case, few).duties;
        let value = account::value(instance, &duties).above_spread();
        let no_more = !few_people || called::count(instance, &duties) <= people;
        (value <= upper && no_more).then_some(duties)
    };
    let mut duties = best.duties.clone();
    spare(instance, &mut duties, (&reach, budget.stop));
    let value = account::value(instance, &duties);
    best.duties = duties;
    best.bound = best.bound.above_spread();
    // What was proven speaks of other duties at the levels below.
    best.bound = (instance.settled + best.bound).up_to_gap(&value) - instance.settled;
    best.certificates.clear();
    best.priced.clear();
    best.works.clear();
    best.parts.clear();
    best
}

/// Duties of these pairs alone, where nothing is lost at the levels above.
type Reach<'a> = &'a dyn Fn(&BTreeSet<Pair>) -> Option<Vec<(usize, PersonId)>>;

/// Leaves members out, those with the fewest works first, as long as the others can do without them.
fn spare(
    instance: &Instance,
    duties: &mut Vec<(usize, PersonId)>,
    (reach, stop): (Reach<'_>, &dyn Fn() -> bool),
) {
    let fixed = pinned(instance);
    let mut tried: BTreeSet<Pair> = BTreeSet::new();
    for _ in 0..TRIALS {
        let present = pairs(instance, duties);
        if stop() || present.len() as u64 <= bound(instance, duties, true) {
            return;
        }
        let mut works: BTreeMap<Pair, u64> = BTreeMap::new();
        for &(index, person) in duties.iter() {
            let pair = (group::commission(instance, index), person);
            if present.contains(&pair) {
                *works.entry(pair).or_default() += u64::from(instance.demands[index].load);
            }
        }
        let open = works
            .iter()
            .filter(|it| !fixed.contains(it.0) && !tried.contains(it.0));
        let Some((&pair, _)) = open.min_by_key(|it| (it.1, it.0)) else {
            return;
        };
        tried.insert(pair);
        let mut fewer = present.clone();
        fewer.remove(&pair);
        if let Some(found) = reach(&fewer) {
            *duties = found;
        }
    }
}

/// Lets into every commission one of those who do its works without limits on pairs, whoever does most.
fn grow(instance: &Instance, free: &[(usize, PersonId)], wanted: &mut BTreeSet<Pair>) {
    let mut works: BTreeMap<Pair, u64> = BTreeMap::new();
    for &(index, person) in free {
        let pair = (group::commission(instance, index), person);
        *works.entry(pair).or_default() += u64::from(instance.demands[index].load);
    }
    works.retain(|pair, _| !wanted.contains(pair));
    let mut most: BTreeMap<u32, (u64, PersonId)> = BTreeMap::new();
    for ((number, person), works) in works {
        let known = most.entry(number).or_insert((works, person));
        *known = (*known).max((works, person));
    }
    wanted.extend(
        most.into_iter()
            .map(|(number, (_, person))| (number, person)),
    );
}

/// The duties' pairs, and how few there are at least in rosters that are alike in levels 1–3 – these are `proven` least, or
/// not.
pub fn counted(instance: &Instance, duties: &[(usize, PersonId)], proven: bool) -> Commissions {
    let pairs = pairs(instance, duties).len() as u64;
    Commissions {
        pairs,
        bound: bound(instance, duties, proven).min(pairs),
    }
}

/// No roster that is alike in levels 1–3 has fewer pairs.
fn bound(instance: &Instance, duties: &[(usize, PersonId)], proven: bool) -> u64 {
    let pinned = pinned(instance);
    let is_apart =
        instance.coupling.is_off() && proven && each_is_best(instance, &checks(instance, duties));
    let cost = if is_apart { Cost::Cheapest } else { Cost::Any };
    let groups = groups(instance, cost);
    let mut bound = pinned.len();
    for (&number, group) in &groups {
        let already = light::of(&pinned, number);
        let least = cover::fewest(group, &already, &|_| 0).least;
        bound += if is_apart {
            least.max(carriers(instance, group, &already))
        } else {
            least
        };
    }
    if is_apart {
        return bound as u64;
    }
    // Every seat that stays empty though somebody may take it can spare a pair.
    let seats = groups.values().flat_map(|group| &group.needs);
    let seats: usize = seats
        .map(|need| need.sure.len() + need.picks as usize)
        .sum();
    let empty = seats.saturating_sub(checks(instance, duties).len());
    bound.saturating_sub(empty).max(pinned.len()) as u64
}

fn checks(instance: &Instance, duties: &[(usize, PersonId)]) -> Vec<(usize, PersonId)> {
    let checks = |it: &&(usize, PersonId)| !instance.demands[it.0].role.is_time_bound();
    duties.iter().filter(checks).copied().collect()
}

/// The instance with no other pairs than those of these duties and of pins.
pub fn within(instance: &Instance, duties: &[(usize, PersonId)]) -> Instance {
    only(instance, &pairs(instance, duties))
}

/// Are levels 1–3 of the value proven?
pub fn is_proven_above(value: &Levels, bound: &Levels) -> bool {
    let mut above = Level::all().filter(|level| level.is_above_spread());
    above.all(|level| value.get(level) == bound.get(level))
}
