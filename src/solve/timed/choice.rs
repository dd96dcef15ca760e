//! Which pairs have an arc: all of them, or a few for each seat as long as those left out would not pay.
//!
//! Nearly all of a large component's candidates cost the same, and a seat needs few of them to choose from. Whether one
//! that was left out would have made a cheaper flow is read off the dual values (column generation: Dantzig, Wolfe,
//! Operations Research 1960), so that the flow over few arcs is proven cheapest over all.

use crate::domain::{PersonId, Role, RoleMap};

use super::super::budget::Stop;
use super::super::cost::Cost;
use super::super::instance::Demand;
use super::super::random::Random;
use super::layout::Layout;
use super::relaxation::Relaxation;

/// Pairs that have an arc.
pub enum Choice {
    /// All.
    All,
    /// For each demand of the component positions among its candidates, ascending.
    Few(Vec<Vec<u32>>),
}

/// Below so many pairs, all have an arc.
const MANY: usize = 3_000;
/// Candidates for each seat that do to begin with.
pub const FOR_A_SEAT: usize = 8;
/// Candidates that a demand gets at once if they would pay.
const MORE: usize = 6;
/// Flows made before all pairs are taken.
const ROUNDS: usize = 8;

/// The cheapest flow over few pairs, so many for each seat to begin with, proven cheapest over all; `None` where few do
/// not do, or there is no time for it.
pub fn cheapest<'l, C: Cost>(
    layout: &'l Layout<'_, C>,
    for_a_seat: usize,
    stop: Stop<'_>,
) -> Option<Relaxation<'l, C>> {
    let mut choice = Choice::few(layout, for_a_seat)?;
    for _ in 0..ROUNDS {
        let mut relaxation = layout.network(&choice);
        if !relaxation.solve(stop) {
            return None;
        }
        let missing = missing(layout, &mut relaxation, &choice);
        if missing.is_empty() {
            return Some(relaxation);
        }
        choice.add(missing);
    }
    None
}

/// A candidate without an arc which would pay.
struct Missing<C> {
    /// Position among the component's demands.
    demand: u32,
    /// Position among the demand's candidates.
    at: u32,
    /// What it would cost beyond the dual values: less than nothing.
    reduced: C,
}

impl Choice {
    /// A few for each seat: the cheapest, and of these the ones who have the least load and arcs so far. `None` where that
    /// would be most of all.
    fn few<C: Cost>(layout: &Layout<'_, C>, for_a_seat: usize) -> Option<Self> {
        let all = Self::All.count(layout);
        let seats = |&index: &usize| layout.instance.demands[index].seats as usize;
        let seats: usize = layout.demands.iter().map(seats).sum();
        if all < MANY || all < 2 * for_a_seat * seats {
            return None;
        }
        let mut queues = RoleMap::default();
        for &role in layout.lengths.keys() {
            queues[role] = queue(layout, role, for_a_seat as u32);
        }
        let mut few = vec![Vec::new(); layout.demands.len()];
        let mut random = Random::new(0);
        for &position in &layout.order {
            let demand = &layout.instance.demands[layout.demands[position as usize]];
            let wanted = demand.seats as usize * for_a_seat;
            few[position as usize] = cheap(
                layout,
                (demand, wanted),
                &mut queues[demand.role],
                &mut random,
            );
        }
        Some(Self::Few(few))
    }

    /// Does every pair have an arc?
    pub fn is_all(&self) -> bool {
        matches!(self, Self::All)
    }

    /// How many pairs these are.
    pub fn count<C: Cost>(&self, layout: &Layout<'_, C>) -> usize {
        match self {
            Self::All => {
                let demands = layout.demands.iter();
                let of = |&index: &usize| layout.instance.demands[index].candidates.len();
                demands.map(of).sum()
            }
            Self::Few(few) => few.iter().map(Vec::len).sum(),
        }
    }

    /// Those of the demand at that position, which has so many candidates.
    pub fn of(&self, position: usize, candidates: usize) -> impl Iterator<Item = usize> + '_ {
        let (all, few): (_, &[u32]) = match self {
            Self::All => (candidates, &[]),
            Self::Few(few) => (0, &few[position]),
        };
        (0..all).chain(few.iter().map(|&at| at as usize))
    }

    /// Adds what would pay most, some for each demand.
    fn add<C: Cost>(&mut self, mut missing: Vec<Missing<C>>) {
        let Self::Few(few) = self else { return };
        missing.sort_unstable_by_key(|it| (it.demand, it.reduced, it.at));
        for of_one in missing.chunk_by(|a, b| a.demand == b.demand) {
            let mine = &mut few[of_one[0].demand as usize];
            mine.extend(of_one.iter().take(MORE).map(|it| it.at));
            mine.sort_unstable();
        }
    }
}

/// People by how busy they are likely to be, equals in an order that is drawn; ascending.
type Queue = Vec<Waiting>;

/// Somebody in a queue: (busy, drawn, position).
type Waiting = (u32, usize, u32);

/// Draws are below this.
const DRAWN: usize = 1 << 16;

fn queue<C: Cost>(layout: &Layout<'_, C>, role: Role, for_a_seat: u32) -> Queue {
    let mut random = Random::new(role as u64);
    let standing = |person: &PersonId| &layout.instance.standing[person.index()];
    let people = (0..).zip(layout.people.iter().map(standing));
    let waiting = people.map(|(person, standing)| {
        let busy = standing.load[role].saturating_mul(for_a_seat);
        (busy, random.below(DRAWN), person)
    });
    let mut queue: Queue = waiting.collect();
    queue.sort_unstable();
    queue
}

/// Puts one who waits where they stand from now on.
fn put_back(queue: &mut Queue, before: Waiting, now: Waiting) {
    if let Ok(at) = queue.binary_search(&before) {
        queue.remove(at);
    }
    let at = queue.partition_point(|other| *other < now);
    queue.insert(at, now);
}

/// So many candidates of the demand, as positions, ascending: those whom it costs nothing in the order of the queue,
/// then the cheapest. Each has one arc more in the queue then.
fn cheap<C: Cost>(
    layout: &Layout<'_, C>,
    (demand, wanted): (&Demand, usize),
    queue: &mut Queue,
    random: &mut Random,
) -> Vec<u32> {
    let find = |entry: &Waiting| {
        let person = layout.people[entry.2 as usize];
        let at = demand
            .candidates
            .binary_search_by_key(&person, |it| it.person);
        Some((at.ok()?, *entry))
    };
    let is_free = |(at, _): &(usize, Waiting)| demand.candidates[*at].is_free();
    let free = queue.iter().filter_map(find).filter(is_free);
    let mut chosen = Vec::with_capacity(wanted);
    chosen.extend(free.take(wanted));
    if chosen.len() < wanted {
        let mut dear: Vec<_> = queue.iter().filter_map(find).collect();
        dear.retain(|it| !is_free(it));
        dear.sort_by_key(|&(at, _)| layout.units.of_candidate(&demand.candidates[at]));
        dear.truncate(wanted - chosen.len());
        chosen.extend(dear);
    }
    for &(_, entry) in &chosen {
        let (busy, _, person) = entry;
        let now = (busy.saturating_add(1), random.below(DRAWN), person);
        put_back(queue, entry, now);
    }
    let mut positions: Vec<u32> = chosen.iter().map(|&(at, _)| at as u32).collect();
    positions.sort_unstable();
    positions
}

/// What would pay by the dual values.
///
/// Pairs of one cell that had no arc might have a node of their own for it, whose dual value may be anything that the
/// edges to and from it allow: the least that is.
fn missing<C: Cost>(
    layout: &Layout<'_, C>,
    relaxation: &mut Relaxation<'_, C>,
    choice: &Choice,
) -> Vec<Missing<C>> {
    relaxation.lower();
    let cells = &relaxation.cells;
    let potentials = relaxation.network.potentials();
    let heads = cells.heads().iter();
    let mut near: Vec<C> = heads.map(|head| potentials[head.index()]).collect();
    let row = |demand: usize| {
        let index = layout.demands[demand];
        let role = layout.instance.demands[index].role;
        cells.row(role, layout.slots.of_demand(index))
    };
    for (pair, (tail, _, _, flow, cost)) in relaxation.pairs.iter().zip(relaxation.network.arcs()) {
        if flow > 0 {
            let near = &mut near[row(pair.demand as usize) + pair.person as usize];
            *near = (*near).min(potentials[tail] + cost);
        }
    }
    let farthest = near.chunks(layout.people.len()).map(|row| row.iter().max());
    let farthest: Vec<Option<&C>> = farthest.collect();
    let mut missing = Vec::new();
    for (demand, &index) in layout.demands.iter().enumerate() {
        let row = row(demand);
        let start = relaxation.potential(demand);
        if farthest[row / layout.people.len()].is_none_or(|&farthest| farthest <= start) {
            continue;
        }
        let candidates = &layout.instance.demands[index].candidates;
        let mut chosen = choice.of(demand, candidates.len()).peekable();
        for (at, candidate) in candidates.iter().enumerate() {
            let end = near[row + layout.local(candidate.person) as usize];
            if chosen.next_if_eq(&at).is_some() || end <= start {
                continue;
            }
            let reduced = layout.units.of_candidate(candidate) + start - end;
            if reduced < C::default() {
                missing.push(Missing {
                    demand: demand as u32,
                    at: at as u32,
                    reduced,
                });
            }
        }
    }
    missing
}
