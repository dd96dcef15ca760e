//! The network: demand → (person, role, clique of overlapping times) → (person, role, day) → (person, role) → sink,
//! the last by one arc for each further duty, of cost (load + 1)² − load², and through a gate where several roles share
//! the person's limit. An empty seat goes from its demand straight to the sink.

use std::collections::BTreeMap;

use crate::domain::{PersonId, Role};

use super::super::cost::{Cost, Packing};
use super::super::instance::{Instance, Slots};
use super::network::{self, Builder, Network, Node};
use super::units::Units;

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
    pub people: Vec<PersonId>,
    /// Who could take what; the first arcs of the network.
    pub pairs: Vec<Pair>,
    /// The network and its flow.
    pub network: Network<C>,
    source: Node,
    sink: Node,
    seats: i64,
}

impl<'a, C: Cost> Relaxation<'a, C> {
    /// Builds the network, without flow.
    pub fn new(
        (instance, slots): (&'a Instance, &'a Slots),
        demands: &'a [usize],
        packing: &impl Packing<C>,
    ) -> Self {
        let units = Units::of(packing);
        let people = people(instance, demands);
        let mut local = vec![u32::MAX; instance.standing.len()];
        for (index, person) in people.iter().enumerate() {
            local[person.index()] = index as u32;
        }
        // Pairs come by time, so that each person's do as well.
        let mut order: Vec<usize> = (0..demands.len()).collect();
        order.sort_by_key(|&position| slots.of_demand(demands[position]));
        let mut builder = Builder::new();
        let (source, sink) = (builder.node(), builder.node());
        let demand_nodes: Vec<Node> = demands.iter().map(|_| builder.node()).collect();
        let mut pairs = Vec::new();
        let mut costs = Vec::new();
        for &position in &order {
            for candidate in &instance.demands[demands[position]].candidates {
                costs.push(units.of_candidate(candidate));
                pairs.push(Pair {
                    demand: position as u32,
                    person: local[candidate.person.index()],
                });
            }
        }
        let mut parts = Parts {
            instance,
            slots,
            demands,
            pairs: &pairs,
            units: &units,
            lengths: lengths(instance, demands),
            heads: vec![sink; pairs.len()],
            inner: Vec::new(),
            sink,
        };
        let of_people = OfPeople::of(&pairs, people.len(), |pair| {
            instance.demands[demands[pair.demand as usize]].role
        });
        for (index, &person) in people.iter().enumerate() {
            let by_role = Role::ALL.map(|role| of_people.pairs(index, role));
            let end = parts.end(&mut builder, person, &by_role);
            for (role, mine) in Role::ALL.into_iter().zip(by_role) {
                if !mine.is_empty() {
                    parts.add(&mut builder, (person, role), mine, end);
                }
            }
        }
        let Parts { heads, inner, .. } = parts;
        for ((pair, &cost), &head) in pairs.iter().zip(&costs).zip(&heads) {
            builder.arc(demand_nodes[pair.demand as usize], head, 1, cost);
        }
        for arc in inner {
            builder.arc(arc.tail, arc.head, arc.capacity, arc.cost);
        }
        let mut seats = 0;
        for (&node, &index) in demand_nodes.iter().zip(demands) {
            let demand = &instance.demands[index];
            seats += i64::from(demand.seats);
            builder.arc(source, node, demand.seats, C::default());
            builder.arc(node, sink, demand.seats, units.unfilled[demand.role]);
        }
        Self {
            instance,
            demands,
            slots,
            people,
            pairs,
            network: builder.build(),
            source,
            sink,
            seats,
        }
    }

    /// Finds the cheapest flow; is it proven so?
    pub fn solve(&mut self) -> bool {
        self.network.solve(self.source, self.sink);
        self.is_proven()
    }

    /// Do the dual values prove the flow cheapest?
    pub fn is_proven(&self) -> bool {
        network::proves(&self.network, self.source, self.sink, self.seats)
    }

    /// What the flow's dual values say a seat of each demand is worth.
    pub fn prices(&self) -> Vec<C> {
        let potentials = self.network.potentials();
        let first = self.sink.index() + 1;
        let demands = &potentials[first..first + self.demands.len()];
        let sink = potentials[self.sink.index()];
        demands.iter().map(|&potential| sink - potential).collect()
    }

    /// Number of the pair's time.
    pub fn slot(&self, pair: u32) -> usize {
        let demand = self.demands[self.pairs[pair as usize].demand as usize];
        self.slots.of_demand(demand)
    }

    /// Day of the pair.
    pub fn day(&self, pair: u32) -> u32 {
        self.slots.day(self.slot(pair))
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

/// Pairs of each person and role, in the order of all pairs.
struct OfPeople {
    pairs: Vec<u32>,
    /// Where those of each person and role begin.
    starts: Vec<u32>,
}

impl OfPeople {
    fn of(pairs: &[Pair], people: usize, role: impl Fn(&Pair) -> Role) -> Self {
        let cell = |pair: &Pair| pair.person as usize * Role::ALL.len() + role(pair) as usize;
        let mut starts = vec![0; people * Role::ALL.len() + 1];
        for pair in pairs {
            starts[cell(pair) + 1] += 1;
        }
        for cell in 1..starts.len() {
            starts[cell] += starts[cell - 1];
        }
        let mut next = starts.clone();
        let mut sorted = vec![0; pairs.len()];
        for (index, pair) in (0..).zip(pairs) {
            let next = &mut next[cell(pair)];
            sorted[*next as usize] = index;
            *next += 1;
        }
        Self {
            pairs: sorted,
            starts,
        }
    }

    fn pairs(&self, person: usize, role: Role) -> &[u32] {
        let cell = person * Role::ALL.len() + role as usize;
        &self.pairs[self.starts[cell] as usize..self.starts[cell + 1] as usize]
    }
}

/// An arc inside a person's part of the network.
struct Inner<C> {
    tail: Node,
    head: Node,
    capacity: u32,
    cost: C,
}

/// The people's parts of the network under construction.
struct Parts<'a, C> {
    instance: &'a Instance,
    slots: &'a Slots,
    demands: &'a [usize],
    pairs: &'a [Pair],
    units: &'a Units<C>,
    lengths: BTreeMap<Role, Option<u32>>,
    /// Where each pair's arc ends.
    heads: Vec<Node>,
    inner: Vec<Inner<C>>,
    sink: Node,
}

impl<C: Cost> Parts<'_, C> {
    fn slot(&self, pair: u32) -> usize {
        self.slots
            .of_demand(self.demands[self.pairs[pair as usize].demand as usize])
    }

    /// Where the duties of a person end: at a gate that lets no more through than their limit, where several roles
    /// share it, else at the sink.
    fn end(&mut self, builder: &mut Builder<C>, person: PersonId, by_role: &[&[u32]; 4]) -> Node {
        let limit = self.instance.standing[person.index()].total;
        let duties: usize = by_role.iter().map(|mine| mine.len()).sum();
        let roles = by_role.iter().filter(|mine| !mine.is_empty()).count();
        if roles < 2 || limit as usize >= duties {
            return self.sink;
        }
        let gate = builder.node();
        self.gate(gate, self.sink, limit);
        gate
    }

    /// Adds the nodes and arcs of one person in one role.
    fn add(
        &mut self,
        builder: &mut Builder<C>,
        (person, role): (PersonId, Role),
        mine: &[u32],
        end: Node,
    ) {
        let top = builder.node();
        let slots = self.slots;
        let mut most = 0;
        let mut rest = mine;
        while let Some(&first) = rest.first() {
            let day = slots.day(self.slot(first));
            let count = rest.partition_point(|&pair| slots.day(self.slot(pair)) == day);
            let (today, later) = rest.split_at(count);
            most += self.add_day(builder, (person, day), top, today);
            rest = later;
        }
        let standing = &self.instance.standing[person.index()];
        for duty in 0..most.min(standing.total) {
            let load = standing.load[role] + duty;
            let mut cost = self.units.loads[role].times(i64::from(2 * load + 1));
            if let Some(Some(length)) = self.lengths.get(&role) {
                let lessons = standing.lessons[role] + duty * length;
                let more = i64::from(*length) * i64::from(2 * lessons + length);
                cost += self.units.lessons[role].times(more);
            }
            self.inner.push(Inner {
                tail: top,
                head: end,
                capacity: 1,
                cost,
            });
        }
    }

    /// The person's pairs of one day and role, by time; the greatest number of duties among them.
    fn add_day(
        &mut self,
        builder: &mut Builder<C>,
        (person, day): (PersonId, u32),
        top: Node,
        mine: &[u32],
    ) -> u32 {
        let cliques = self.cliques(mine);
        let left = self.instance.standing[person.index()].left_on(day);
        let most = left.min(cliques.len() as u32);
        let mut gate = top;
        if cliques.len() > left as usize {
            gate = builder.node();
            self.gate(gate, top, left);
        }
        for clique in cliques {
            let mut node = gate;
            if clique.iter().map(|pairs| pairs.len()).sum::<usize>() > 1 {
                node = builder.node();
                self.gate(node, gate, 1);
            }
            for &pair in clique.into_iter().flatten() {
                self.heads[pair as usize] = node;
            }
        }
        most
    }

    fn gate(&mut self, tail: Node, head: Node, capacity: u32) {
        self.inner.push(Inner {
            tail,
            head,
            capacity,
            cost: C::default(),
        });
    }

    /// Splits pairs of one day, which come by time, into cliques of pairwise overlapping times, the shortest first.
    fn cliques<'m>(&self, mine: &'m [u32]) -> Vec<Vec<&'m [u32]>> {
        let mut rest: Vec<(usize, &[u32])> = mine
            .chunk_by(|&a, &b| self.slot(a) == self.slot(b))
            .map(|same| (self.slot(same[0]), same))
            .collect();
        let mut cliques = Vec::new();
        while !rest.is_empty() {
            let mut clique: Vec<(usize, &[u32])> = Vec::new();
            rest.retain(|&(slot, same)| {
                let joins = clique
                    .iter()
                    .all(|&(member, _)| self.slots.clash(member, slot));
                if joins {
                    clique.push((slot, same));
                }
                !joins
            });
            cliques.push(clique.into_iter().map(|(_, same)| same).collect());
        }
        cliques
    }
}
