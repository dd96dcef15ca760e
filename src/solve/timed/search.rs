//! Branching: where no free path makes the roster legal, one duty of every violated set must go.
//!
//! Depth first below a threshold, which starts at the flow's cost and rises to the least cost that was cut off; when a
//! legal roster is found, its cost is the threshold, and the bound.

use super::super::budget::Budget;
use super::super::cost::Cost;
use super::repair::Repair;

/// What is known after the search; the roster itself is what the repair holds.
pub struct Found<C> {
    /// Nothing legal costs less.
    pub bound: C,
    /// The roster costs just that.
    pub is_proven: bool,
}

/// Nodes of this search: it is quick where it succeeds, and prices do better where it does not.
const NODES: u64 = 40;

/// So many people whose duties do not go together are not for this search.
const MANY: usize = 10;

/// What a search below a threshold found.
enum Outcome<C> {
    Found,
    /// Nothing within the threshold; the next cost worth trying.
    Nothing(Option<C>),
    OutOfBudget,
}

/// Looks for a legal roster that costs no more than the flow, `root`; leaves `repair` with it.
pub fn at_root<C: Cost>(repair: &mut Repair<'_, C>, root: C, budget: Budget<'_>) -> bool {
    let mut nodes = NODES;
    matches!(below(repair, root, &mut nodes, budget.stop), Outcome::Found)
}

/// Looks for the cheapest legal roster; leaves `repair` with the best it has.
pub fn search<C: Cost>(repair: &mut Repair<'_, C>, root: C, budget: Budget<'_>) -> Found<C> {
    let start = repair.save();
    let mut bound = root;
    let mut nodes = NODES;
    loop {
        match below(repair, bound, &mut nodes, budget.stop) {
            Outcome::Found => {
                return Found {
                    bound,
                    is_proven: true,
                };
            }
            Outcome::Nothing(Some(next)) => bound = next,
            Outcome::Nothing(None) | Outcome::OutOfBudget => break,
        }
        repair.restore(&start);
    }
    // Every threshold below `bound` was searched out, so the bound stands although no roster reached it.
    repair.restore(&start);
    repair.make_legal();
    Found {
        bound,
        is_proven: false,
    }
}

/// Looks for a legal roster that costs no more than `threshold`, from the present flow (which costs no more).
fn below<C: Cost>(
    repair: &mut Repair<'_, C>,
    threshold: C,
    nodes: &mut u64,
    stop: &dyn Fn() -> bool,
) -> Outcome<C> {
    if *nodes == 0 || stop() {
        return Outcome::OutOfBudget;
    }
    *nodes -= 1;
    if repair.settle() {
        return Outcome::Found;
    }
    let Some(violation) = repair.violation() else {
        return Outcome::Found;
    };
    if repair.torn() > MANY {
        return Outcome::OutOfBudget;
    }
    let total = repair.total();
    let mut next: Option<C> = None;
    let mut children = Vec::new();
    for pair in violation {
        if stop() {
            return Outcome::OutOfBudget;
        }
        let Some(path) = repair.detour(pair, None) else {
            continue;
        };
        let cost = total + path.cost;
        if cost > threshold {
            next = Some(next.map_or(cost, |known| known.min(cost)));
        } else {
            children.push((cost, path.penalty, pair));
        }
    }
    children.sort_unstable();
    let state = repair.save();
    for (_, _, pair) in children {
        let Some(path) = repair.detour(pair, None) else {
            continue;
        };
        repair.take(pair, &path, true);
        match below(repair, threshold, nodes, stop) {
            Outcome::Nothing(found) => {
                next = [next, found].into_iter().flatten().min();
            }
            done => return done,
        }
        repair.restore(&state);
    }
    Outcome::Nothing(next)
}
