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
        let mut out = vec![0u32; self.ends.len() * 2];
        let mut heads = vec![0u32; self.ends.len() * 2];
        let mut residual = vec![0u32; self.ends.len() * 2];
        for (index, &(from, to)) in self.ends.iter().enumerate() {
            for (edge, tail, head) in [(2 * index, from.0, to.0), (2 * index + 1, to.0, from.0)] {
                out[next[tail as usize] as usize] = edge as u32;
                next[tail as usize] += 1;
                heads[edge] = head;
            }
            residual[2 * index] = self.capacity[index];
        }
        Network {
            starts,
            out,
            heads,
            cost: self.cost,
            state: State {
                residual,
                potential: vec![C::default(); nodes],
            },
            search: Search::new(nodes),
        }
    }
}
