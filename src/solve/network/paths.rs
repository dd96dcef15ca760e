//! Shortest paths in the residual network, and moving one unit along one.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::super::budget::Stop;
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
    /// Reached nodes as far away as the one that was settled last.
    near: Vec<u32>,
    /// Nodes from which a way to the target costs nothing.
    homeward: Vec<u32>,
    /// The first edge of that way, and the version of the search that found it.
    home: Vec<(u32, u32)>,
}

/// After so many nodes a search asks whether to stop.
const ASKED: u32 = 256;

/// So many nodes around a target are looked at before a search.
const HOMEWARD: usize = 200;

impl<C: Cost> Default for Search<C> {
    fn default() -> Self {
        Self {
            distance: Vec::new(),
            reached: Vec::new(),
            settled: Vec::new(),
            version: 0,
            via: Vec::new(),
            heap: BinaryHeap::new(),
            near: Vec::new(),
            homeward: Vec::new(),
            home: Vec::new(),
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
            near: Vec::new(),
            homeward: Vec::new(),
            home: vec![(u32::MAX, 0); nodes],
        }
    }

    /// Starts anew from a node.
    fn begin(&mut self, from: Node) {
        self.version += 1;
        self.heap.clear();
        self.near.clear();
        let start = from.index();
        self.distance[start] = (C::default(), 0);
        self.reached[start] = self.version;
        self.via[start] = u32::MAX;
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
    /// Of each edge, as the network labels them.
    labels: Vec<u32>,
}

impl<C> Path<C> {
    /// The arcs it changes: `true` where a unit is added, `false` where one is taken off.
    pub fn changes(&self) -> impl Iterator<Item = (Arc, bool)> + '_ {
        let labels = self.labels.iter();
        labels.map(|&label| (Arc(label / 2), label.is_multiple_of(2)))
    }
}

impl<C: Cost> Network<C> {
    /// Dijkstra over reduced costs. Is the target reached before `stop` ends it?
    pub(super) fn reach(
        &self,
        search: &mut Search<C>,
        (from, target): (Node, Node),
        stop: Stop<'_>,
    ) -> bool {
        search.begin(from);
        let version = search.version;
        search.near.push(from.0);
        let mut distance = C::default();
        let mut settled = 0_u32;
        loop {
            let node = if let Some(node) = search.near.pop() {
                node
            } else {
                let Some(Reverse(((next, _), node))) = search.heap.pop() else {
                    return false;
                };
                distance = next;
                node
            };
            let tail = node as usize;
            if search.settled[tail] == version {
                continue;
            }
            search.settled[tail] = version;
            if tail == target.index() {
                return true;
            }
            settled += 1;
            if settled.is_multiple_of(ASKED) && stop() {
                return false;
            }
            let base = distance + self.state.potential[tail];
            let edges = self.edges_from(tail);
            let residual = &self.state.residual[edges.clone()];
            let ends = self.heads[edges.clone()].iter().zip(&self.costs[edges]);
            for (&residual, (&head, &cost)) in residual.iter().zip(ends) {
                let to = head as usize;
                if residual == 0 || search.settled[to] == version {
                    continue;
                }
                let next = base + cost - self.state.potential[to];
                if search.reached[to] != version || next < search.distance[to].0 {
                    search.reached[to] = version;
                    search.distance[to] = (next, 0);
                    if next == distance {
                        search.near.push(head);
                    } else {
                        search.heap.push(Reverse(((next, 0), head)));
                    }
                }
            }
        }
    }

    /// Dijkstra over reduced costs, no farther than `most`, once the search has begun; `penalty` breaks ties among equally cheap paths. The node that
    /// is reached and homeward.
    fn distances(
        &self,
        search: &mut Search<C>,
        (from, most): (Node, Option<C>),
        penalty: impl Fn(Arc) -> u32,
    ) -> Option<u32> {
        let version = search.version;
        search.heap.push(Reverse(((C::default(), 0), from.0)));
        while let Some(Reverse((distance, node))) = search.heap.pop() {
            let tail = node as usize;
            if search.settled[tail] == version {
                continue;
            }
            search.settled[tail] = version;
            if search.home[tail].1 == version {
                return Some(node);
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
                let label = self.labels[edge];
                let extra = if label.is_multiple_of(2) {
                    penalty(Arc(label / 2))
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
        None
    }

    /// Fills [`Search::homeward`] with some nodes from which the target can be had for nothing.
    fn find_homeward(&self, search: &mut Search<C>, target: u32, penalty: &impl Fn(Arc) -> u32) {
        let version = search.version;
        search.homeward.clear();
        search.homeward.push(target);
        search.home[target as usize] = (u32::MAX, version);
        let mut next = 0;
        while let Some(&node) = search.homeward.get(next) {
            next += 1;
            for edge in self.edges_from(node as usize) {
                let (tail, back) = (self.heads[edge], self.twin(edge));
                let label = self.labels[back];
                if self.state.residual[back] > 0
                    && search.home[tail as usize].1 != version
                    && self.reduced(tail as usize, back) == C::default()
                    && (!label.is_multiple_of(2) || penalty(Arc(label / 2)) == 0)
                {
                    search.home[tail as usize] = (back as u32, version);
                    search.homeward.push(tail);
                    if search.homeward.len() == HOMEWARD {
                        return;
                    }
                }
            }
        }
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
        let edge = self.forward(arc);
        let (from, to) = (self.heads[self.twin(edge)], self.heads[edge]);
        // A unit that lies where it does at a gain makes every other way so much dearer.
        let most = most.map(|most| most + self.reduced(from as usize, edge));
        if most.is_some_and(|most| most < C::default()) {
            return None;
        }
        // The arc itself is full, and the unit's way back lies at the head, where the search ends.
        search.begin(Node(from));
        self.find_homeward(search, to, &penalty);
        let meeting = self.distances(search, (Node(from), most), penalty)?;
        search.distance[to as usize] = search.distance[meeting as usize];
        let penalty = search.distance[to as usize].1;
        let mut edges = Vec::new();
        let mut node = meeting;
        while node != from {
            let edge = search.via[node as usize];
            edges.push(edge);
            node = self.heads[self.twin(edge as usize)];
        }
        node = meeting;
        while node != to {
            let edge = search.home[node as usize].0;
            edges.push(edge);
            node = self.heads[edge as usize];
        }
        let length = edges
            .iter()
            .fold(C::default(), |sum, &edge| sum + self.costs[edge as usize]);
        Some(Path {
            cost: length - self.costs[edge],
            penalty,
            labels: edges
                .iter()
                .map(|&edge| self.labels[edge as usize])
                .collect(),
            edges,
        })
    }

    /// Takes the detour just found by [`Network::detour`]; with `ban`, the arc is closed for good (until restored) and
    /// the potentials are raised so that they prove the new flow cheapest without it.
    pub fn take(&mut self, arc: Arc, path: &Path<C>, ban: bool) {
        let edge = self.forward(arc);
        self.send(self.twin(edge), 1);
        if ban {
            self.state.residual[edge] = 0;
            self.raise_potentials(Node(self.heads[edge]));
        }
        for &edge in &path.edges {
            self.send(edge as usize, 1);
        }
    }
}
