//! A component's network with its flow: what is known of it, and what the flow says of pairs.

use crate::domain::PersonId;

use super::super::budget::Stop;
use super::super::cost::Cost;
use super::super::instance::{Instance, Slots};
use super::super::network::{self, Network, Node};
use super::cells::Cells;

/// A (demand, person) pair and its arc, whose index is the pair's index.
#[derive(Debug, Clone, Copy)]
pub struct Pair {
    /// Position among the component's demands.
    pub demand: u32,
    /// Position among the component's people.
    pub person: u32,
}

/// The component as a network.
pub struct Relaxation<'a, C> {
    /// The school.
    pub instance: &'a Instance,
    /// The component's demands, as positions among the instance's.
    pub demands: &'a [usize],
    /// Times of the instance's demands.
    pub slots: &'a Slots,
    /// The component's people, ascending.
    pub people: &'a [PersonId],
    /// Who could take what, as far as it has an arc; the first arcs of the network.
    pub pairs: Vec<Pair>,
    /// Where pairs end.
    pub(super) cells: Cells,
    /// The network and its flow.
    pub network: Network<C>,
    pub(super) source: Node,
    pub(super) sink: Node,
    /// Seats to fill.
    pub(super) seats: i64,
}

impl<C: Cost> Relaxation<'_, C> {
    /// Finds the cheapest flow; is it proven so? Where `stop` ended it, it is not, and seats are left out.
    pub fn solve(&mut self, stop: Stop<'_>) -> bool {
        self.network.solve((self.source, self.sink), stop);
        self.is_proven()
    }

    /// Do the dual values prove the flow cheapest?
    pub fn is_proven(&self) -> bool {
        network::proves(&self.network, self.source, self.sink, self.seats)
    }

    /// Brings the dual values of the people's nodes as near to those of demands as they may be.
    pub fn lower(&mut self) {
        let first = self.sink.index() + 1 + self.demands.len();
        self.network.lower(first);
    }

    /// The dual value of the demand at that position.
    pub fn potential(&self, demand: usize) -> C {
        self.network.potentials()[self.sink.index() + 1 + demand]
    }

    /// What the flow's dual values say a seat of each demand is worth.
    pub fn prices(&self) -> Vec<C> {
        let sink = self.network.potentials()[self.sink.index()];
        let demands = 0..self.demands.len();
        demands
            .map(|demand| sink - self.potential(demand))
            .collect()
    }

    /// Number of the pair's time.
    pub fn slot(&self, pair: u32) -> usize {
        let demand = self.demands[self.pairs[pair as usize].demand as usize];
        self.slots.of_demand(demand)
    }

    /// Calendar week of the pair.
    pub fn week(&self, pair: u32) -> u32 {
        let demand = self.pairs[pair as usize].demand;
        self.instance.demands[self.demands[demand as usize]].week
    }

    /// Day of the pair.
    pub fn day(&self, pair: u32) -> u32 {
        self.slots.day(self.slot(pair))
    }
}
