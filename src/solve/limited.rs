//! Checkers whose works are limited: what is best without limits stands where it keeps them; else prices bound the
//! rosters that do, and branching closes what it can.
//!
//! Without limits levels 1 and 2 are decided sitting by sitting; a limit ties sittings together, as a day ties duties.

use std::collections::BTreeMap;

use crate::domain::{PersonId, Role, RuleSet};

use super::account;
use super::budget::Budget;
use super::cost::Weights;
use super::draft::{Board, Draft};
use super::instance::Instance;
use super::levels::{Level, Levels};
use super::prices::{self, Certificate, Market, SCALE};
use super::timed::Solved;

/// The answer without limits if it keeps them; else a roster within them, and what bounds it.
pub fn solve(instance: &Instance, free: Solved, budget: Budget<'_>) -> Solved {
    if keeps_limits(instance, &free.duties) {
        return free;
    }
    let demands = checker_demands(instance);
    let duties = within(instance, &demands, free.duties);
    // A roster within the limits is one without them: what bounds those bounds these.
    let open = Solved {
        bound: free.bound,
        certified: free.certified,
        duties,
        ..Solved::default()
    };
    let greatest = greatest(instance, &demands);
    let nodes = NODES_BY_PAIRS / (demands.len() * instance.standing.len()).max(1) as u64;
    let budget = Budget {
        nodes: budget.nodes.min(nodes),
        ..budget
    };
    // Who is short and which rules are used first: squares would drown the prices of those.
    let upper = closed(instance, (&demands, &greatest.above_spread()), open, budget);
    let all = closed(instance, (&demands, &greatest), upper, budget);
    up_to_value(instance, &demands, all)
}

/// As many seats filled within the limits as are found, and how many must stay empty at least.
pub fn fill(instance: &Instance, free: Solved, budget: Budget<'_>) -> Solved {
    if keeps_limits(instance, &free.duties) {
        return free;
    }
    let demands = checker_demands(instance);
    let duties = within(instance, &demands, free.duties);
    let seats = demands
        .iter()
        .map(|&it| u64::from(instance.demands[it].seats));
    let is_full = duties.len() as u64 == seats.sum::<u64>();
    let open = Solved {
        bound: free.bound,
        certified: free.certified,
        duties,
        ..Solved::default()
    };
    if is_full {
        return open;
    }
    let empty = greatest(instance, &demands).get(Level::Unfilled(Role::Checker));
    let upper = Levels::single(Level::Unfilled(Role::Checker), empty);
    closed(instance, (&demands, &upper), open, budget)
}

/// Pairs of a demand and a person, times nodes, that a search looks at: repairs and suggestions ask without a limit of time.
const NODES_BY_PAIRS: u64 = 60_000;

/// Closes by prices what they can close of the levels that have a greatest total.
fn closed(
    instance: &Instance,
    (demands, greatest): (&[usize], &Levels),
    open: Solved,
    budget: Budget<'_>,
) -> Solved {
    let weights = Weights::new(greatest);
    match weights.and_then(|weights| Market::new(instance, demands, weights)) {
        Some(market) => close(&market, open, budget),
        None => open,
    }
}

/// The demands of checkers, ascending.
pub fn checker_demands(instance: &Instance) -> Vec<usize> {
    let all = instance.demands.iter().enumerate();
    let checked = all.filter(|(_, demand)| demand.role == Role::Checker);
    checked.map(|(index, _)| index).collect()
}

/// Does nobody have more works than their limits leave, in all and of any day?
fn keeps_limits(instance: &Instance, duties: &[(usize, PersonId)]) -> bool {
    let mut of_person: BTreeMap<PersonId, Vec<usize>> = BTreeMap::new();
    for &(index, person) in duties {
        of_person.entry(person).or_default().push(index);
    }
    let mut people = of_person.iter();
    people.all(|(&person, duties)| keeps_works(instance, person, duties))
}

/// Do the limits on works allow all the works among these duties?
pub fn keeps_works(instance: &Instance, person: PersonId, duties: &[usize]) -> bool {
    let works = &instance.standing[person.index()].works;
    let (mut in_all, mut on_day) = (0_u64, BTreeMap::<u32, u64>::new());
    let demands = duties.iter().map(|&index| &instance.demands[index]);
    for demand in demands.filter(|demand| !demand.role.is_time_bound()) {
        in_all += u64::from(demand.load);
        *on_day.entry(demand.day).or_default() += u64::from(demand.load);
    }
    in_all <= works.left.into()
        && on_day
            .into_iter()
            .all(|(day, sum)| sum <= works.left_on(day).into())
}

/// Of the duties as many as go together within the limits, and the cheapest hand for every seat that is left.
fn within(
    instance: &Instance,
    demands: &[usize],
    duties: Vec<(usize, PersonId)>,
) -> Vec<(usize, PersonId)> {
    let board = Board::of(instance);
    let mut draft = Draft::new(&board, Vec::new());
    for (index, person) in duties {
        draft.add(index, person);
    }
    for &index in demands {
        draft.fill(index);
        draft.fill_moving(index);
    }
    draft.into_duties()
}

/// No total of a level can exceed these.
pub fn greatest(instance: &Instance, demands: &[usize]) -> Levels {
    let mut greatest = Levels::default();
    let (mut works, mut load, mut weight) = (0_i64, 0_i64, 1_i64);
    for demand in demands.iter().map(|&index| &instance.demands[index]) {
        let seats = i64::from(demand.seats);
        works += seats * i64::from(demand.load);
        greatest += Levels::single(Level::Unfilled(Role::Checker), seats);
        let mut avoided = RuleSet::default();
        for candidate in &demand.candidates {
            let standing = &instance.standing[candidate.person.index()];
            load = load.max(i64::from(standing.load[Role::Checker]));
            weight = weight.max(standing.weight(Role::Checker));
            avoided = candidate.avoided.iter().fold(avoided, RuleSet::with);
        }
        if demand.candidates.iter().any(|candidate| candidate.changed) {
            greatest += Levels::single(Level::Changed, seats);
        }
        for code in avoided.iter() {
            greatest += Levels::single(Level::Avoided(code), seats);
        }
    }
    let squares = works.saturating_mul(works.saturating_add(2 * load));
    let squares = squares.saturating_mul(weight);
    greatest.set(Level::LoadSquares(Role::Checker), squares);
    greatest
}

/// Searches at prices that start from what each seat costs whoever has it.
fn close(market: &Market<'_>, open: Solved, budget: Budget<'_>) -> Solved {
    let start = start_prices(market, &open.duties);
    let closed = prices::close(market, open.duties, start, budget);
    let certificate = Certificate {
        bound: market.weights.unpack(closed.bound),
        leaves: closed.leaves,
        demands: market.demands.to_vec(),
        weights: market.weights.clone(),
    };
    let holds = certificate.holds_in(market);
    let is_better = holds && certificate.bound > open.bound;
    Solved {
        duties: closed.duties,
        bound: if is_better {
            certificate.bound
        } else {
            open.bound
        },
        certified: is_better || open.certified,
        ..Solved::default()
    }
}

/// The bound as far as it says anything of a roster as good as this.
fn up_to_value(instance: &Instance, demands: &[usize], mut solved: Solved) -> Solved {
    let value = account::growth(instance, demands, &solved.duties).deciding();
    solved.bound = solved.bound.deciding().min(value).up_to_gap(&value);
    solved
}

/// For each demand the dearest of its seats: what an empty one costs, or what a duty adds for its holder at the end.
fn start_prices(market: &Market<'_>, duties: &[(usize, PersonId)]) -> Vec<i128> {
    let instance = market.instance;
    let mut loads: BTreeMap<PersonId, u32> = BTreeMap::new();
    for &(index, person) in duties {
        let before = instance.standing[person.index()].load[Role::Checker];
        *loads.entry(person).or_insert(before) += instance.demands[index].load;
    }
    let mut holders: BTreeMap<usize, Vec<PersonId>> = BTreeMap::new();
    for &(index, person) in duties {
        holders.entry(index).or_default().push(person);
    }
    let price = |(position, &index): (usize, &usize)| {
        let demand = &instance.demands[index];
        let held = holders.get(&index).map_or(&[][..], Vec::as_slice);
        if (held.len() as u64) < u64::from(demand.seats) {
            return market.empty(position);
        }
        let cost = |&person: &PersonId| {
            let load = loads.get(&person).map_or(0, |load| load - demand.load);
            let mut levels = instance.growth(demand, person, (load, 0));
            if let Some(candidate) = demand.candidate(person) {
                levels += candidate.levels();
            }
            SCALE * market.weights.pack(&levels)
        };
        held.iter().map(cost).max().unwrap_or_default()
    };
    market.demands.iter().enumerate().map(price).collect()
}
