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
}

/// What changes while solving: residual capacities and potentials. Cloned to come back to.
#[derive(Debug, Clone)]
pub struct State<C> {
    /// Of every edge.
    residual: Vec<u32>,
    /// Shortest distances so far: every residual edge has reduced cost ≥ 0.
    potential: Vec<C>,
}

/// A network, its flow, and the potentials that prove the flow cheapest.
///
/// Every arc is two edges, its own and a reverse one; those that leave a node stand side by side.
#[derive(Debug, Clone)]
pub struct Network<C> {
    /// Where the edges of each node begin.
    starts: Vec<u32>,
    heads: Vec<u32>,
    costs: Vec<C>,
    /// The other edge of the arc.
    twins: Vec<u32>,
    /// Twice the arc, and one more for its reverse edge.
    labels: Vec<u32>,
    /// The edge of each arc.
    forward: Vec<u32>,
    state: State<C>,
    search: Search<C>,
}

impl<C: Cost> Network<C> {
    fn forward(&self, arc: Arc) -> usize {
        self.forward[arc.index()] as usize
    }

    fn twin(&self, edge: usize) -> usize {
        self.twins[edge] as usize
    }

    /// Units on the arc.
    pub fn flow(&self, arc: Arc) -> u32 {
        self.state.residual[self.twin(self.forward(arc))]
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
        for (_, _, _, units, cost) in self.arcs() {
            if units > 0 {
                total += cost.times(i64::from(units));
            }
        }
        total
    }

    /// Puts every cost and potential into another unit; both must keep their order.
    pub fn map_costs(&mut self, unit: impl Fn(C) -> C) {
        for &edge in &self.forward {
            let cost = unit(self.costs[edge as usize]);
            self.costs[edge as usize] = cost;
            self.costs[self.twins[edge as usize] as usize] = -cost;
        }
        for potential in &mut self.state.potential {
            *potential = unit(*potential);
        }
    }

    /// Lowers the potentials of the nodes from `first` on as far as their own edges let them, one after the other.
    pub fn lower(&mut self, first: usize) {
        for node in first..self.state.potential.len() {
            let open = self.edges_from(node);
            let open = open.filter(|&edge| self.state.residual[edge] > 0);
            let slack = open.map(|edge| self.reduced(node, edge)).min();
            if let Some(slack) = slack {
                self.state.potential[node] = self.state.potential[node] - slack;
            }
        }
    }

    /// Edges that leave the node.
    fn edges_from(&self, node: usize) -> std::ops::Range<usize> {
        self.starts[node] as usize..self.starts[node + 1] as usize
    }

    fn reduced(&self, tail: usize, edge: usize) -> C {
        self.costs[edge] + self.state.potential[tail]
            - self.state.potential[self.heads[edge] as usize]
    }

    fn send(&mut self, edge: usize, units: u32) {
        self.state.residual[edge] -= units;
        self.state.residual[self.twins[edge] as usize] += units;
    }

    /// Arcs as the certificate reads them: (tail, head, open capacity, flow, cost).
    pub fn arcs(&self) -> impl Iterator<Item = (usize, usize, u32, u32, C)> + '_ {
        self.forward.iter().map(|&edge| {
            let (edge, twin) = (edge as usize, self.twins[edge as usize] as usize);
            let flow = self.state.residual[twin];
            (
                self.heads[twin] as usize,
                self.heads[edge] as usize,
                self.state.residual[edge] + flow,
                flow,
                self.costs[edge],
            )
        })
    }

    /// The dual values, one a node.
    pub fn potentials(&self) -> &[C] {
        &self.state.potential
    }
}
