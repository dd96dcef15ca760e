//! A min-cost flow network with integer costs: primal-dual shortest paths, and repair by one path at a time.
//!
//! Source: Ahuja, Magnanti, Orlin, "Network Flows" (1993), chapters 9 (primal-dual) and 11 (re-optimisation).

mod build;
mod certificate;
mod flow;
mod paths;

use super::cost::Cost;

pub use build::Builder;
pub use certificate::proves;
pub use paths::Path;

use paths::Search;

/// A node.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Node(u32);

impl Node {
    /// Position among the nodes, in the order they were added.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// An arc as it was added; its reverse is kept beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Arc(u32);

impl Arc {
    /// Position among the arcs, in the order they were added.
    pub fn index(self) -> usize {
        self.0 as usize
    }

    /// The arc that stands at `index`.
    pub fn at(index: usize) -> Self {
        Self(index as u32)
    }

    fn forward(self) -> usize {
        self.0 as usize * 2
    }
}

/// What changes while solving: residual capacities and potentials. Cloned to come back to.
#[derive(Debug, Clone)]
pub struct State<C> {
    /// Of edge `2a` (arc `a` forwards) and `2a + 1` (backwards).
    residual: Vec<u32>,
    /// Shortest distances so far: every residual edge has reduced cost ≥ 0.
    potential: Vec<C>,
}

/// A network, its flow, and the potentials that prove the flow cheapest.
#[derive(Debug, Clone)]
pub struct Network<C> {
    starts: Vec<u32>,
    out: Vec<u32>,
    heads: Vec<u32>,
    cost: Vec<C>,
    state: State<C>,
    search: Search<C>,
}

impl<C: Cost> Network<C> {
    /// Units on the arc.
    pub fn flow(&self, arc: Arc) -> u32 {
        self.state.residual[arc.forward() + 1]
    }

    /// Flow and potentials, to come back to.
    pub fn save(&self) -> State<C> {
        self.state.clone()
    }

    /// Comes back to a saved state; bans made since are lifted with it.
    pub fn restore(&mut self, state: &State<C>) {
        self.state.residual.clone_from(&state.residual);
        self.state.potential.clone_from(&state.potential);
    }

    /// Cost of the flow.
    pub fn total(&self) -> C {
        let mut total = C::default();
        for (index, &cost) in self.cost.iter().enumerate() {
            let units = self.state.residual[2 * index + 1];
            if units > 0 {
                total += cost.times(i64::from(units));
            }
        }
        total
    }

    /// Puts every cost and potential into another unit; both must keep their order.
    pub fn map_costs(&mut self, unit: impl Fn(C) -> C) {
        for cost in self.cost.iter_mut().chain(&mut self.state.potential) {
            *cost = unit(*cost);
        }
    }

    /// Edges that leave the node: `2a` is arc `a`, `2a + 1` its reverse.
    fn edges_from(&self, node: usize) -> impl Iterator<Item = usize> + '_ {
        self.out[self.starts[node] as usize..self.starts[node + 1] as usize]
            .iter()
            .map(|&edge| edge as usize)
    }

    fn edge_cost(&self, edge: usize) -> C {
        if edge.is_multiple_of(2) {
            self.cost[edge / 2]
        } else {
            -self.cost[edge / 2]
        }
    }

    fn reduced(&self, tail: usize, edge: usize) -> C {
        self.edge_cost(edge) + self.state.potential[tail]
            - self.state.potential[self.heads[edge] as usize]
    }

    fn send(&mut self, edge: usize, units: u32) {
        self.state.residual[edge] -= units;
        self.state.residual[edge ^ 1] += units;
    }

    /// Arcs as the certificate reads them: (tail, head, open capacity, flow, cost).
    pub fn arcs(&self) -> impl Iterator<Item = (usize, usize, u32, u32, C)> + '_ {
        self.cost.iter().enumerate().map(|(index, &cost)| {
            let edge = 2 * index;
            let flow = self.state.residual[edge + 1];
            (
                self.heads[edge + 1] as usize,
                self.heads[edge] as usize,
                self.state.residual[edge] + flow,
                flow,
                cost,
            )
        })
    }

    /// The dual values, one a node.
    pub fn potentials(&self) -> &[C] {
        &self.state.potential
    }
}
