//! The cheapest greatest flow: shortest distances, then as much as fits along arcs that lie on shortest paths.

use super::super::budget::Stop;
use super::super::cost::Cost;
use super::{Network, Node};

impl<C: Cost> Network<C> {
    /// Sends as much as possible from `source` to `sink` at least cost, starting from no flow; less where `stop` says so.
    pub fn solve(&mut self, (source, sink): (Node, Node), stop: Stop<'_>) {
        let mut search = self.take_search();
        while !stop() && self.reach(&mut search, (source, sink), stop) {
            self.put_search(search);
            self.raise_potentials(sink);
            self.block((source, sink), stop);
            search = self.take_search();
        }
        self.put_search(search);
    }

    /// A maximal flow over edges of reduced cost zero (Dinic: breadth-first layers, here from the sink, so that depth-first
    /// paths rarely end elsewhere).
    fn block(&mut self, (source, sink): (Node, Node), stop: Stop<'_>) {
        let nodes = self.state.potential.len();
        let mut layer = vec![u32::MAX; nodes];
        let mut queue = Vec::with_capacity(nodes);
        let mut current = self.starts.clone();
        let mut path = Vec::new();
        loop {
            layer.fill(u32::MAX);
            queue.clear();
            queue.push(sink.0);
            layer[sink.0 as usize] = 0;
            let mut next = 0;
            while next < queue.len() && layer[source.0 as usize] == u32::MAX {
                let head = queue[next] as usize;
                next += 1;
                let (far, before) = (self.state.potential[head], layer[head] + 1);
                for edge in self.edges_from(head) {
                    let tail = self.heads[edge] as usize;
                    // The edge's twin leads here, at the cost that the edge takes back.
                    if layer[tail] == u32::MAX
                        && self.state.potential[tail] == far + self.costs[edge]
                        && self.state.residual[self.twin(edge)] > 0
                    {
                        layer[tail] = before;
                        queue.push(tail as u32);
                    }
                }
            }
            if layer[source.0 as usize] == u32::MAX || stop() {
                return;
            }
            current.clone_from(&self.starts);
            while self.advance((source, sink), &layer, &mut current, &mut path) {}
        }
    }

    /// One path down the layers, found depth-first without recursion; sends what fits.
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
            let (near, height) = (self.state.potential[tail], layer[tail]);
            let residual = &self.state.residual[from..end];
            let ends = self.heads[from..end].iter().zip(&self.costs[from..end]);
            let step = residual
                .iter()
                .zip(ends)
                .position(|(&residual, (&head, &cost))| {
                    residual > 0
                        && layer[head as usize] < height
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
