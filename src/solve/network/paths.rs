//! Shortest paths in the residual network, and moving one unit along one.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::super::cost::Cost;
use super::{Arc, Network, Node};

/// Scratch space of a shortest-path search, cleared by version and not by writing.
#[derive(Debug, Clone)]
pub struct Search<C> {
    pub(super) distance: Vec<(C, u32)>,
    reached: Vec<u32>,
    settled: Vec<u32>,
    version: u32,
    via: Vec<u32>,
    heap: BinaryHeap<Reverse<((C, u32), u32)>>,
}

impl<C: Cost> Default for Search<C> {
    fn default() -> Self {
        Self {
            distance: Vec::new(),
            reached: Vec::new(),
            settled: Vec::new(),
            version: 0,
            via: Vec::new(),
            heap: BinaryHeap::new(),
        }
    }
}

impl<C: Cost> Search<C> {
    /// Room for that many nodes.
    pub(super) fn new(nodes: usize) -> Self {
        Self {
            distance: vec![(C::default(), 0); nodes],
            reached: vec![0; nodes],
            settled: vec![0; nodes],
            version: 0,
            via: vec![u32::MAX; nodes],
            heap: BinaryHeap::new(),
        }
    }
}

/// A cheapest path found by [`Network::shortest`].
#[derive(Debug, Clone)]
pub struct Path<C> {
    /// Its reduced cost: by how much one unit along it raises the flow's cost.
    pub cost: C,
    /// Sum of the penalties on its arcs.
    pub penalty: u32,
    edges: Vec<u32>,
}

impl<C> Path<C> {
    /// The arcs it changes: `true` where a unit is added, `false` where one is taken off.
    pub fn changes(&self) -> impl Iterator<Item = (Arc, bool)> + '_ {
        self.edges
            .iter()
            .map(|&edge| (Arc(edge / 2), edge.is_multiple_of(2)))
    }
}

impl<C: Cost> Network<C> {
    /// Dijkstra over reduced costs, no farther than `most`; `penalty` breaks ties among equally cheap paths. Is the target
    /// reached?
    pub(super) fn distances(
        &self,
        search: &mut Search<C>,
        (from, target, most): (Node, Node, Option<C>),
        penalty: impl Fn(Arc) -> u32,
    ) -> bool {
        search.version += 1;
        let version = search.version;
        search.heap.clear();
        let start = from.index();
        search.distance[start] = (C::default(), 0);
        search.reached[start] = version;
        search.via[start] = u32::MAX;
        search.heap.push(Reverse(((C::default(), 0), start as u32)));
        while let Some(Reverse((distance, node))) = search.heap.pop() {
            let tail = node as usize;
            if search.settled[tail] == version {
                continue;
            }
            search.settled[tail] = version;
            if tail == target.index() {
                return true;
            }
            for edge in self.edges_from(tail) {
                if self.state.residual[edge] == 0 {
                    continue;
                }
                let head = self.heads[edge] as usize;
                if search.settled[head] == version {
                    continue;
                }
                let reach = distance.0 + self.reduced(tail, edge);
                let is_known = search.reached[head] == version;
                if most.is_some_and(|most| reach > most)
                    || is_known && (reach, distance.1) >= search.distance[head]
                {
                    continue;
                }
                let forward = edge.is_multiple_of(2);
                let extra = if forward {
                    penalty(Arc(edge as u32 / 2))
                } else {
                    0
                };
                let next = (reach, distance.1 + extra);
                if !is_known || next < search.distance[head] {
                    search.reached[head] = version;
                    search.distance[head] = next;
                    search.via[head] = edge as u32;
                    search.heap.push(Reverse((next, head as u32)));
                }
            }
        }
        false
    }

    /// Adds the last search's distances, cut off at the target's, so that reduced costs stay ≥ 0.
    pub(super) fn raise_potentials(&mut self, target: Node) {
        let far = self.search.distance[target.index()].0;
        if far == C::default() {
            return;
        }
        let version = self.search.version;
        for (node, potential) in self.state.potential.iter_mut().enumerate() {
            let near = self.search.settled[node] == version;
            let add = if near {
                self.search.distance[node].0
            } else {
                far
            };
            *potential += add.min(far);
        }
    }

    /// The room for searches, taken out so that a penalty can look at what surrounds the network.
    pub fn take_search(&mut self) -> Search<C> {
        std::mem::take(&mut self.search)
    }

    /// Puts the room back, with what the last search found.
    pub fn put_search(&mut self, search: Search<C>) {
        self.search = search;
    }

    /// A cheapest way to move the arc's unit elsewhere, no dearer than `most`: a path from its tail to its head that
    /// avoids it. Nothing is sent yet. `penalty` of an arc breaks ties.
    ///
    /// The arc must have capacity 1 and carry a unit.
    pub fn detour(
        &self,
        search: &mut Search<C>,
        (arc, most): (Arc, Option<C>),
        penalty: impl Fn(Arc) -> u32,
    ) -> Option<Path<C>> {
        let edge = arc.forward();
        let (from, to) = (self.heads[edge + 1], self.heads[edge]);
        // A unit that lies where it does at a gain makes every other way so much dearer.
        let most = most.map(|most| most + self.reduced(from as usize, edge));
        if most.is_some_and(|most| most < C::default()) {
            return None;
        }
        // The arc itself is full, and the unit's way back lies at the head, where the search ends.
        if !self.distances(search, (Node(from), Node(to), most), penalty) {
            return None;
        }
        let penalty = search.distance[to as usize].1;
        let mut edges = Vec::new();
        let mut node = to;
        while node != from {
            let edge = search.via[node as usize];
            edges.push(edge);
            node = self.heads[edge as usize ^ 1];
        }
        let length = edges.iter().fold(C::default(), |sum, &edge| {
            sum + self.edge_cost(edge as usize)
        });
        Some(Path {
            cost: length - self.cost[arc.index()],
            penalty,
            edges,
        })
    }

    /// Takes the detour just found by [`Network::detour`]; with `ban`, the arc is closed for good (until restored) and
    /// the potentials are raised so that they prove the new flow cheapest without it.
    pub fn take(&mut self, arc: Arc, path: &Path<C>, ban: bool) {
        let edge = arc.forward();
        self.send(edge + 1, 1);
        if ban {
            self.state.residual[edge] = 0;
            self.raise_potentials(Node(self.heads[edge]));
        }
        for &edge in &path.edges {
            self.send(edge as usize, 1);
        }
    }
}
