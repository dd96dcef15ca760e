//! The proof that a flow is cheapest, checked in integers from the arcs and the dual values alone.
//!
//! Weak duality: for any potentials π, every flow of value F from s to t costs at least
//! F·(π(t) − π(s)) + Σ capacity · min(0, cost + π(tail) − π(head)).

use super::super::cost::Cost;
use super::{Network, Node};

/// The bound that the network's dual values prove for `value` units from `source` to `sink`, whatever its flow is.
pub fn dual_bound<C: Cost>(network: &Network<C>, source: usize, sink: usize, value: i64) -> C {
    let potential = network.potentials();
    let mut bound = (potential[sink] - potential[source]).times(value);
    for (tail, head, capacity, _, cost) in network.arcs() {
        let reduced = cost + potential[tail] - potential[head];
        if reduced < C::default() {
            bound += reduced.times(i64::from(capacity));
        }
    }
    bound
}

/// Is the flow legal (within capacities, conserved, of the value) and as cheap as the dual values allow?
pub fn proves<C: Cost>(network: &Network<C>, source: Node, sink: Node, value: i64) -> bool {
    let (source, sink) = (source.index(), sink.index());
    let mut balance = vec![0i64; network.potentials().len()];
    let mut cost = C::default();
    for (tail, head, capacity, flow, arc_cost) in network.arcs() {
        if flow > capacity {
            return false;
        }
        balance[tail] -= i64::from(flow);
        balance[head] += i64::from(flow);
        cost += arc_cost.times(i64::from(flow));
    }
    balance[source] += value;
    balance[sink] -= value;
    balance.iter().all(|&excess| excess == 0) && cost == dual_bound(network, source, sink, value)
}
