//! Time-bound duties of one component: a min-cost flow that relaxes overlaps of unequal sittings and limits shared by
//! several roles, made legal again along paths that cost nothing, and branching where no such path is left.
//!
//! The flow's optimum is a lower bound for every level; a legal roster of that cost is therefore optimal.

mod cells;
mod choice;
mod fill;
mod flow;
mod layout;
mod parts;
mod relaxation;
mod repair;
mod search;
mod spread;
mod units;

use std::collections::BTreeMap;

use crate::domain::{PersonId, Role, RoleMap, RuleSet};
use crate::proof::Component;

use super::account;
use super::bounds::Part;
use super::budget::Budget;
use super::cost::{Cost, MixedRadix, Packing, Unpacked, Weights};
use super::instance::{Instance, Slots, Standing};
use super::lesson::{self, Closed, Priced};
use super::levels::{Level, Levels};
use super::prices::{self, Certificate, Leaf, Market, SCALE};

use choice::Choice;
pub use fill::fill;
use flow::Flow;
use layout::{Layout, lengths};
pub use spread::level_out;

/// Up to so many pairs, a flow over all of them is made.
const SMALL: usize = 3_000;

/// Up to so many pairs, cases are split where the lesson program leaves something open.
const FEW: usize = 300;

/// What is known of a component, or of several, after solving.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Solved {
    /// Seats taken: (index among the instance's demands, person).
    pub duties: Vec<(usize, PersonId)>,
    /// A lower bound of all levels, squares counted as their growth over the loads people bring along.
    pub bound: Levels,
    /// The bound's certificate holds in integers.
    pub certified: bool,
    /// Prices that prove the bounds of time-bound components.
    pub certificates: Vec<Certificate>,
    /// Prices that prove the bounds of single levels, given those above.
    pub priced: Vec<Priced>,
    /// What proves the bounds of checkers' works.
    pub works: Vec<Component>,
    /// The parts it was put together of, each with its bounds level by level; none where these were not parts apart.
    pub parts: Vec<Part>,
}

impl Default for Solved {
    fn default() -> Self {
        Self {
            duties: Vec::new(),
            bound: Levels::default(),
            certified: true,
            certificates: Vec::new(),
            priced: Vec::new(),
            works: Vec::new(),
            parts: Vec::new(),
        }
    }
}

impl Solved {
    /// As a part of a school: its bounds level by level are kept, and what bounds it as a whole ends at the first gap.
    #[must_use]
    pub fn into_part(self, instance: &Instance, demands: Vec<usize>, greatest: Levels) -> Self {
        let value = account::growth(instance, &demands, &self.duties);
        let part = Part {
            demands,
            greatest,
            value,
            bound: self.bound,
        };
        Self {
            bound: self.bound.up_to_gap(&value),
            parts: vec![part],
            ..self
        }
    }

    /// Both of two parts that share nobody.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.duties.extend(other.duties);
        self.bound += other.bound;
        self.certified &= other.certified;
        self.certificates.extend(other.certificates);
        self.priced.extend(other.priced);
        self.works.extend(other.works);
        self.parts.extend(other.parts);
        self
    }
}

/// Solves the component made of these demands (all time-bound, of these times).
pub fn solve(school: (&Instance, &Slots), demands: &[usize], budget: Budget<'_>) -> Solved {
    let greatest = greatest(school, demands);
    let weights = Weights::new(&greatest);
    if let Some(radix) = MixedRadix::<i64>::new(&greatest) {
        return solve_packed(school, demands, (&radix, weights), budget);
    }
    match MixedRadix::<i128>::new(&greatest) {
        Some(radix) => solve_packed(school, demands, (&radix, weights), budget),
        None => solve_packed(school, demands, (&Unpacked, weights), budget),
    }
}

/// A legal roster of the component that is no worse than `upper` at the levels above an even spread, if a short search
/// finds one.
pub fn reach(
    school: (&Instance, &Slots),
    demands: &[usize],
    upper: &Levels,
    budget: Budget<'_>,
) -> Option<Vec<(usize, PersonId)>> {
    let greatest = greatest(school, demands);
    if let Some(radix) = MixedRadix::<i64>::new(&greatest) {
        return reach_packed(school, demands, (&radix, upper), budget);
    }
    match MixedRadix::<i128>::new(&greatest) {
        Some(radix) => reach_packed(school, demands, (&radix, upper), budget),
        None => reach_packed(school, demands, (&Unpacked, upper), budget),
    }
}

fn reach_packed<C: Cost>(
    (instance, slots): (&Instance, &Slots),
    demands: &[usize],
    (packing, upper): (&impl Packing<C>, &Levels),
    budget: Budget<'_>,
) -> Option<Vec<(usize, PersonId)>> {
    let layout = Layout::new((instance, slots), demands, packing);
    let duties = Flow::reaching(&layout, (packing, upper), budget)?;
    let value = account::growth(instance, demands, &duties);
    (value.above_spread() <= *upper).then_some(duties)
}

fn solve_packed<C: Cost>(
    (instance, slots): (&Instance, &Slots),
    demands: &[usize],
    (packing, weights): (&impl Packing<C>, Option<Weights>),
    budget: Budget<'_>,
) -> Solved {
    if (budget.stop)() {
        let closed = lesson::close((instance, slots), demands, Vec::new(), budget);
        return by_lessons(instance, demands, closed);
    }
    let layout = Layout::new((instance, slots), demands, packing);
    let mut start = Vec::new();
    let few = Flow::of_few(&layout, packing, (budget, &mut start));
    let is_small = Choice::All.count(&layout) <= SMALL;
    let all = || Flow::of_all(&layout, packing, budget);
    let flow = few.or_else(|| is_small.then(all).flatten());
    let is_proven = |flow: &Flow<C>| flow.found.is_proven && flow.found.bound == flow.root;
    let flow = match flow {
        Some(flow) if is_proven(&flow) => flow,
        open => {
            if let Some(open) = &open {
                start.clone_from(&open.duties);
            }
            let closed = lesson::close((instance, slots), demands, start, budget);
            // Few pairs that are open after that are branched on.
            let is_few = Choice::All.count(&layout) <= FEW;
            match open.filter(|_| is_few && !is_closed(instance, demands, &closed)) {
                Some(open) if !(budget.stop)() => open,
                _ => return by_lessons(instance, demands, closed),
            }
        }
    };
    let Flow {
        levels: mut root_levels,
        root,
        duals,
        mut duties,
        found,
    } = flow;
    let root_value = root_levels;
    spread::bound(instance, demands, &root_value, &mut root_levels);
    let mut bound = packing.unpack_truncated(found.bound);
    let mut certificates = Vec::new();
    let mut certified = true;
    if let Some(weights) = weights {
        let prices = duals
            .iter()
            .map(|&dual| SCALE * weights.pack(&packing.unpack_truncated(dual)))
            .collect();
        let certificate = Certificate {
            demands: demands.to_vec(),
            weights,
            bound,
            leaves: vec![Leaf {
                fixed: Vec::new(),
                prices,
            }],
        };
        let by_flow = found.is_proven && found.bound == root;
        let closed = by_prices(instance, certificate, duties, (by_flow, budget));
        certified = closed.certified;
        certificates = closed.certificates;
        duties = closed.duties;
        bound = closed.bound;
    }
    let value = account::growth(instance, demands, &duties).deciding();
    bound = bound.up_to_gap(&value);
    if bound == value && bound == root_levels.deciding() {
        bound = root_levels;
    } else if bound == value || certificates.is_empty() {
        // What the flow says of level 5 holds for rosters with as few empty seats as its own alone.
        spread::bound(instance, demands, &value, &mut bound);
    }
    Solved {
        duties,
        bound,
        certified,
        certificates,
        ..Solved::default()
    }
}

/// Is every level proven?
fn is_closed(instance: &Instance, demands: &[usize], closed: &Closed) -> bool {
    closed.bound == account::growth(instance, demands, &closed.duties).deciding()
}

/// What the lesson program has found.
fn by_lessons(instance: &Instance, demands: &[usize], closed: Closed) -> Solved {
    let mut bound = closed.bound;
    let value = account::growth(instance, demands, &closed.duties);
    spread::bound(instance, demands, &value, &mut bound);
    Solved {
        duties: closed.duties,
        bound,
        priced: closed.priced,
        ..Solved::default()
    }
}

/// Closes by prices what the flow has left open: `flow` has its dual values as prices. What it has settled is proven by
/// the flow itself, checked in integers.
fn by_prices(
    instance: &Instance,
    flow: Certificate,
    duties: Vec<(usize, PersonId)>,
    (settled, budget): (bool, Budget<'_>),
) -> Solved {
    let open = Solved {
        duties,
        bound: flow.bound,
        ..Solved::default()
    };
    if settled {
        return Solved {
            certificates: vec![flow],
            ..open
        };
    }
    let Some(market) = Market::new(instance, &flow.demands, flow.weights.clone()) else {
        return open;
    };
    let start = flow.leaves[0].prices.clone();
    let closed = prices::close(&market, open.duties, start, budget);
    let certificate = Certificate {
        bound: flow.weights.unpack(closed.bound),
        leaves: closed.leaves,
        demands: flow.demands.clone(),
        weights: flow.weights.clone(),
    };
    Solved {
        duties: closed.duties,
        bound: certificate.bound,
        certified: certificate.holds_in(&market),
        certificates: vec![certificate],
        ..Solved::default()
    }
}

/// No total of a level can exceed these; level 5 is left out where it is no flow.
pub fn greatest((instance, slots): (&Instance, &Slots), demands: &[usize]) -> Levels {
    let mut greatest = Levels::default();
    let mut of_role = BTreeMap::<Role, Amounts>::new();
    for &index in demands {
        let demand = &instance.demands[index];
        let seats = i64::from(demand.seats);
        let (mut lost, mut may_change, mut avoided) = (0, false, RuleSet::default());
        let amounts = of_role.entry(demand.role).or_default();
        amounts.is_in.resize(instance.standing.len(), false);
        for candidate in &demand.candidates {
            amounts.is_in[candidate.person.index()] = true;
            if !candidate.is_free() {
                lost = lost.max(candidate.lost);
                may_change |= candidate.changed;
                avoided = candidate.avoided.iter().fold(avoided, RuleSet::with);
            }
        }
        amounts.seats += seats;
        amounts.seat_lessons += seats * i64::from(demand.lessons);
        let slot = slots.of_demand(index);
        amounts.slots.insert(slot, i64::from(demand.lessons));
        greatest += Levels::single(Level::Unfilled(demand.role), seats);
        greatest += Levels::single(Level::LessonsLost, seats * i64::from(lost));
        greatest += Levels::single(Level::Changed, seats * i64::from(may_change));
        for code in avoided.iter() {
            greatest += Levels::single(Level::Avoided(code), seats);
        }
    }
    for (role, length) in lengths(instance, demands) {
        let amounts = &of_role[&role];
        let who = || amounts.is_in.iter().zip(&instance.standing);
        let of_most = |amount: fn(&Standing) -> &RoleMap<u32>| {
            let amounts = who().filter(|(is_in, _)| **is_in);
            let amounts = amounts.map(|(_, standing)| i64::from(amount(standing)[role]));
            amounts.max().unwrap_or_default()
        };
        // All duties at the one person who brings most along: Σ a² + 2ab.
        let load = of_most(|standing| &standing.load);
        let weights = who().filter(|(is_in, _)| **is_in);
        let weight = weights.map(|(_, standing)| standing.weight(role)).max();
        let squares = amounts.seats * (amounts.seats + 2 * load);
        let squares = squares.saturating_mul(weight.unwrap_or(1));
        greatest.set(Level::LoadSquares(role), squares);
        if length.is_some() {
            // Nobody has more than one duty at a time.
            let most: i64 = amounts.slots.values().sum();
            let most = most.min(amounts.seat_lessons);
            let lessons = of_most(|standing| &standing.lessons);
            let squares = amounts.seat_lessons * (most + 2 * lessons);
            greatest.set(Level::LessonSquares(role), squares);
        }
    }
    greatest
}

/// What there is of one role.
#[derive(Default)]
struct Amounts {
    seats: i64,
    seat_lessons: i64,
    /// Is each person a candidate?
    is_in: Vec<bool>,
    /// Times, with their lessons.
    slots: BTreeMap<usize, i64>,
}

#[cfg(test)]
mod tests {
    use super::super::naive::{self, Shape};
    use super::super::random::Random;
    use super::*;

    #[test]
    fn one_word_and_the_vector_give_the_same_bound_and_value() {
        let shape = Shape::overlapping(6, 6);
        let budget = Budget {
            nodes: 200,
            stop: &|| false,
            tell: &|_| {},
        };
        let mut random = Random::new(11);
        for _ in 0..60 {
            let instance = naive::instance(shape, &mut random);
            let demands: Vec<usize> = (0..instance.demands.len()).collect();
            let slots = Slots::of(&instance);
            let school = (&instance, &slots);
            let greatest = greatest(school, &demands);
            let weights = || Weights::new(&greatest);
            let radix = MixedRadix::<i64>::new(&greatest).unwrap();
            let packed = solve_packed(school, &demands, (&radix, weights()), budget);
            let wide = MixedRadix::<i128>::new(&greatest).unwrap();
            let wide = solve_packed(school, &demands, (&wide, weights()), budget);
            assert_eq!((&wide.duties, wide.bound), (&packed.duties, packed.bound));
            let vector = solve_packed(school, &demands, (&Unpacked, weights()), budget);
            assert_eq!(packed.bound.deciding(), vector.bound.deciding());
            let value = |solved: &Solved| account::growth(&instance, &demands, &solved.duties);
            assert_eq!(value(&packed).deciding(), value(&vector).deciding());
        }
    }
}
