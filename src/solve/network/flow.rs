//! The cheapest greatest flow: shortest distances, then as much as fits along arcs that lie on shortest paths.

use super::super::cost::Cost;
use super::{Network, Node};

impl<C: Cost> Network<C> {
    /// Sends as much as possible from `source` to `sink` at least cost, starting from no flow.
    pub fn solve(&mut self, source: Node, sink: Node) {
        let mut search = self.take_search();
        while self.reach(&mut search, (source, sink)) {
            self.put_search(search);
            self.raise_potentials(sink);
            self.block(source, sink);
            search = self.take_search();
        }
        self.put_search(search);
    }

    /// A maximal flow over edges of reduced cost zero (Dinic: breadth-first layers, then depth-first paths).
    fn block(&mut self, source: Node, sink: Node) {
        let nodes = self.state.potential.len();
        let mut layer = vec![u32::MAX; nodes];
        let mut queue = Vec::with_capacity(nodes);
        let mut current = self.starts.clone();
        let mut path = Vec::new();
        loop {
            layer.fill(u32::MAX);
            queue.clear();
            queue.push(source.0);
            layer[source.0 as usize] = 0;
            let mut next = 0;
            while next < queue.len() && layer[sink.0 as usize] == u32::MAX {
                let tail = queue[next] as usize;
                next += 1;
                let (near, after) = (self.state.potential[tail], layer[tail] + 1);
                let edges = self.edges_from(tail);
                let residual = &self.state.residual[edges.clone()];
                let ends = self.heads[edges.clone()].iter().zip(&self.costs[edges]);
                for (&residual, (&head, &cost)) in residual.iter().zip(ends) {
                    let to = head as usize;
                    if residual > 0
                        && layer[to] == u32::MAX
                        && cost + near == self.state.potential[to]
                    {
                        layer[to] = after;
                        queue.push(head);
                    }
                }
            }
            if layer[sink.0 as usize] == u32::MAX {
                return;
            }
            current.clone_from(&self.starts);
            while self.advance((source, sink), &layer, &mut current, &mut path) {}
        }
    }

    /// One path along the layers, found depth-first without recursion; sends what fits.
    fn advance(
        &mut self,
        (source, sink): (Node, Node),
        layer: &[u32],
        current: &mut [u32],
        path: &mut Vec<usize>,
    ) -> bool {
        path.clear();
        let mut tail = source.0 as usize;
        while tail != sink.0 as usize {
            let (from, end) = (current[tail] as usize, self.starts[tail + 1] as usize);
            let (near, after) = (self.state.potential[tail], layer[tail] + 1);
            let residual = &self.state.residual[from..end];
            let ends = self.heads[from..end].iter().zip(&self.costs[from..end]);
            let step = residual
                .iter()
                .zip(ends)
                .position(|(&residual, (&head, &cost))| {
                    residual > 0
                        && layer[head as usize] == after
                        && cost + near == self.state.potential[head as usize]
                });
            if let Some(step) = step {
                current[tail] += step as u32;
                path.push(from + step);
                tail = self.heads[from + step] as usize;
            } else if let Some(edge) = path.pop() {
                current[tail] = end as u32;
                tail = self.heads[self.twin(edge)] as usize;
                current[tail] += 1;
            } else {
                return false;
            }
        }
        let units = path.iter().map(|&edge| self.state.residual[edge]).min();
        let units = units.unwrap_or(0);
        for &edge in path.iter() {
            self.send(edge, units);
        }
        units > 0
    }
}
