//! Putting a network together.

use super::super::cost::Cost;
use super::paths::Search;
use super::{Arc, Network, Node, State};

/// A network under construction.
#[derive(Debug, Clone)]
pub struct Builder<C> {
    nodes: u32,
    ends: Vec<(Node, Node)>,
    capacity: Vec<u32>,
    cost: Vec<C>,
}

impl<C: Cost> Builder<C> {
    /// No node, no arc.
    pub fn new() -> Self {
        Self {
            nodes: 0,
            ends: Vec::new(),
            capacity: Vec::new(),
            cost: Vec::new(),
        }
    }

    /// Makes room for so many arcs.
    pub fn reserve(&mut self, arcs: usize) {
        self.ends.reserve(arcs);
        self.capacity.reserve(arcs);
        self.cost.reserve(arcs);
    }

    /// Adds a node.
    pub fn node(&mut self) -> Node {
        self.nodes += 1;
        Node(self.nodes - 1)
    }

    /// Adds an arc; `cost` must not be negative.
    pub fn arc(&mut self, from: Node, to: Node, capacity: u32, cost: C) -> Arc {
        debug_assert!(cost >= C::default(), "potentials start at zero");
        self.ends.push((from, to));
        self.capacity.push(capacity);
        self.cost.push(cost);
        Arc(self.ends.len() as u32 - 1)
    }

    /// Lays the arcs out by node.
    pub fn build(self) -> Network<C> {
        let nodes = self.nodes as usize;
        let mut starts = vec![0u32; nodes + 1];
        for &(from, to) in &self.ends {
            starts[from.0 as usize + 1] += 1;
            starts[to.0 as usize + 1] += 1;
        }
        for node in 0..nodes {
            starts[node + 1] += starts[node];
        }
        let mut next = starts.clone();
        let arcs = self.ends.len();
        let mut network = Network {
            heads: vec![0; arcs * 2],
            costs: vec![C::default(); arcs * 2],
            twins: vec![0; arcs * 2],
            labels: vec![0; arcs * 2],
            forward: Vec::with_capacity(arcs),
            state: State {
                residual: vec![0; arcs * 2],
                potential: vec![C::default(); nodes],
            },
            search: Search::new(nodes),
            starts,
        };
        for (arc, &(from, to)) in (0..).zip(&self.ends) {
            let [edge, twin] = [from, to].map(|node| {
                let place = &mut next[node.0 as usize];
                *place += 1;
                *place - 1
            });
            let cost = self.cost[arc as usize];
            for (edge, twin, head, cost, label) in [
                (edge, twin, to.0, cost, 2 * arc),
                (twin, edge, from.0, -cost, 2 * arc + 1),
            ] {
                let edge = edge as usize;
                network.heads[edge] = head;
                network.costs[edge] = cost;
                network.twins[edge] = twin;
                network.labels[edge] = label;
            }
            network.forward.push(edge);
            network.state.residual[edge as usize] = self.capacity[arc as usize];
        }
        network
    }
}
