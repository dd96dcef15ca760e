//! The cheapest greatest flow: shortest distances, then as much as fits along arcs that lie on shortest paths.

use super::super::cost::Cost;
use super::{Network, Node};

impl<C: Cost> Network<C> {
    /// Sends as much as possible from `source` to `sink` at least cost, starting from no flow.
    pub fn solve(&mut self, source: Node, sink: Node) {
        let mut search = self.take_search();
        while self.distances(&mut search, (source, sink, None), |_| 0) {
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
        loop {
            layer.fill(u32::MAX);
            queue.clear();
            queue.push(source.0);
            layer[source.0 as usize] = 0;
            let mut next = 0;
            while next < queue.len() && layer[sink.0 as usize] == u32::MAX {
                let tail = queue[next] as usize;
                next += 1;
                for &edge in &self.out[self.starts[tail] as usize..self.starts[tail + 1] as usize] {
                    let edge = edge as usize;
                    let head = self.heads[edge] as usize;
                    if self.state.residual[edge] > 0
                        && layer[head] == u32::MAX
                        && self.reduced(tail, edge) == C::default()
                    {
                        layer[head] = layer[tail] + 1;
                        queue.push(head as u32);
                    }
                }
            }
            if layer[sink.0 as usize] == u32::MAX {
                return;
            }
            let mut current: Vec<u32> = self.starts[..nodes].to_vec();
            while self.advance(source, sink, &layer, &mut current) {}
        }
    }

    /// One path along the layers, found depth-first without recursion; sends what fits.
    fn advance(&mut self, source: Node, sink: Node, layer: &[u32], current: &mut [u32]) -> bool {
        let mut path: Vec<usize> = Vec::new();
        let mut tail = source.0 as usize;
        while tail != sink.0 as usize {
            let end = self.starts[tail + 1];
            let mut step = None;
            while current[tail] < end {
                let edge = self.out[current[tail] as usize] as usize;
                let head = self.heads[edge] as usize;
                if self.state.residual[edge] > 0
                    && layer[head] == layer[tail] + 1
                    && self.reduced(tail, edge) == C::default()
                {
                    step = Some((edge, head));
                    break;
                }
                current[tail] += 1;
            }
            if let Some((edge, head)) = step {
                path.push(edge);
                tail = head;
            } else if let Some(edge) = path.pop() {
                tail = self.heads[edge ^ 1] as usize;
                current[tail] += 1;
            } else {
                return false;
            }
        }
        let units = path
            .iter()
            .map(|&edge| self.state.residual[edge])
            .min()
            .unwrap_or(0);
        for &edge in &path {
            self.send(edge, units);
        }
        units > 0
    }
}
