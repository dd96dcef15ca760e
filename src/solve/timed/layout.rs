//! What a component's networks are made of: demands, people and costs, whichever pairs have an arc.

use std::collections::BTreeMap;

use crate::domain::{PersonId, Role};

use super::super::cost::{Cost, Packing};
use super::super::instance::{Instance, Slots};
use super::super::network::{Builder, Node};
use super::cells::Cells;
use super::choice::Choice;
use super::parts::Parts;
use super::relaxation::{Pair, Relaxation};
use super::units::Units;

/// A component before pairs are chosen.
pub struct Layout<'a, C> {
    /// The school.
    pub instance: &'a Instance,
    /// Times of the instance's demands.
    pub slots: &'a Slots,
    /// The component's demands, as positions among the instance's.
    pub demands: &'a [usize],
    /// The demands' positions by time: in this order pairs come, so that each person's do as well.
    pub order: Vec<u32>,
    /// The component's people, ascending.
    pub people: Vec<PersonId>,
    /// Costs of one of everything.
    pub units: Units<C>,
    /// The length in lessons of each role's demands, where they have one in common.
    pub lengths: BTreeMap<Role, Option<u32>>,
    /// Position of every person of the school among the component's.
    local: Vec<u32>,
}

impl<'a, C: Cost> Layout<'a, C> {
    /// Of the component made of these demands.
    pub fn new(
        (instance, slots): (&'a Instance, &'a Slots),
        demands: &'a [usize],
        packing: &impl Packing<C>,
    ) -> Self {
        let people = people(instance, demands);
        let mut local = vec![u32::MAX; instance.standing.len()];
        for (index, person) in (0..).zip(&people) {
            local[person.index()] = index;
        }
        let mut order: Vec<u32> = (0..demands.len() as u32).collect();
        order.sort_by_key(|&position| slots.of_demand(demands[position as usize]));
        Self {
            instance,
            slots,
            demands,
            order,
            people,
            units: Units::of(packing),
            lengths: lengths(instance, demands),
            local,
        }
    }

    /// The network with the arcs of these pairs, without flow.
    pub fn network(&self, choice: &Choice) -> Relaxation<'_, C> {
        let mut builder = Builder::new();
        let (source, sink) = (builder.node(), builder.node());
        let of_demand: Vec<Node> = self.demands.iter().map(|_| builder.node()).collect();
        let roles: Vec<Role> = self.lengths.keys().copied().collect();
        let mut cells = Cells::new(self.people.len(), &roles, (self.slots.len(), sink));
        let mut pairs = Vec::with_capacity(choice.count(self));
        let mut costs = Vec::with_capacity(pairs.capacity());
        let mut at_cells = Vec::with_capacity(pairs.capacity());
        for &demand in &self.order {
            let index = self.demands[demand as usize];
            let candidates = &self.instance.demands[index].candidates;
            let row = cells.row(
                self.instance.demands[index].role,
                self.slots.of_demand(index),
            );
            for at in choice.of(demand as usize, candidates.len()) {
                let person = self.local(candidates[at].person);
                pairs.push(Pair { demand, person });
                costs.push(self.units.of_candidate(&candidates[at]));
                let cell = row + person as usize;
                at_cells.push(cell);
                cells.count(cell);
            }
        }
        let mut parts = Parts::new(self, &mut cells, (&mut builder, sink), choice.is_all());
        for (index, &person) in self.people.iter().enumerate() {
            parts.add_person(index, person);
        }
        let inner = parts.into_arcs();
        builder.reserve(pairs.len() + inner.len() + 2 * self.demands.len());
        for ((pair, cost), cell) in pairs.iter().zip(costs).zip(at_cells) {
            builder.arc(
                of_demand[pair.demand as usize],
                cells.heads()[cell],
                1,
                cost,
            );
        }
        for arc in inner {
            builder.arc(arc.tail, arc.head, arc.capacity, arc.cost);
        }
        let mut seats = 0;
        for (&node, &index) in of_demand.iter().zip(self.demands) {
            let demand = &self.instance.demands[index];
            let unfilled = self.units.unfilled[demand.role];
            seats += i64::from(demand.seats);
            builder.arc(source, node, demand.seats, C::default());
            builder.arc(node, sink, demand.seats, unfilled);
        }
        Relaxation {
            instance: self.instance,
            demands: self.demands,
            slots: self.slots,
            people: &self.people,
            pairs,
            cells,
            network: builder.build(),
            source,
            sink,
            seats,
        }
    }

    /// Position of the person among the component's.
    pub fn local(&self, person: PersonId) -> u32 {
        self.local[person.index()]
    }
}

/// Everyone who could take a seat of the demands, ascending.
fn people(instance: &Instance, demands: &[usize]) -> Vec<PersonId> {
    let mut is_in = vec![false; instance.standing.len()];
    for &index in demands {
        for candidate in &instance.demands[index].candidates {
            is_in[candidate.person.index()] = true;
        }
    }
    let people = is_in.iter().enumerate().filter(|(_, is_in)| **is_in);
    people.map(|(index, _)| PersonId::new(index)).collect()
}

/// The length in lessons of all the role's demands, where they have one in common: then level 5 is a flow as well.
pub fn lengths(instance: &Instance, demands: &[usize]) -> BTreeMap<Role, Option<u32>> {
    let mut lengths = BTreeMap::new();
    for demand in demands.iter().map(|&index| &instance.demands[index]) {
        let length = lengths.entry(demand.role).or_insert(Some(demand.lessons));
        if *length != Some(demand.lessons) {
            *length = None;
        }
    }
    lengths
}
