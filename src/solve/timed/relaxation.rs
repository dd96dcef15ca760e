//! The network: demand → (person, role, clique of overlapping sittings) → (person, role, day) → (person, role) → sink,
//! the last by one arc for each further duty, of cost (load + 1)² − load², and through a gate where several roles share
//! the person's limit. An empty seat goes from its demand straight to the sink.

use std::collections::BTreeMap;

use crate::domain::{PersonId, Role};

use super::super::cost::{Cost, Packing};
use super::super::instance::{Demand, Instance};
use super::super::levels::{Level, Levels};
use super::network::{self, Builder, Network, Node};

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

/// An arc inside a person's part of the network.
struct Inner {
    tail: Node,
    head: Node,
    capacity: u32,
    levels: Levels,
}

impl<'a, C: Cost> Relaxation<'a, C> {
    /// Builds the network, without flow.
    pub fn new(instance: &'a Instance, demands: &'a [usize], packing: &impl Packing<C>) -> Self {
        let people = people(instance, demands);
        let mut local = vec![u32::MAX; instance.standing.len()];
        for (index, person) in people.iter().enumerate() {
            local[person.index()] = index as u32;
        }
        let mut builder = Builder::new();
        let (source, sink) = (builder.node(), builder.node());
        let demand_nodes: Vec<Node> = demands.iter().map(|_| builder.node()).collect();
        let mut pairs = Vec::new();
        let mut duty_costs = Vec::new();
        // Pairs of each person and role, demand by demand.
        let mut mine: Vec<[Vec<u32>; 4]> = vec![Default::default(); people.len()];
        for (position, &index) in demands.iter().enumerate() {
            let demand = &instance.demands[index];
            for candidate in &demand.candidates {
                let person = local[candidate.person.index()];
                mine[person as usize][demand.role as usize].push(pairs.len() as u32);
                duty_costs.push(packing.pack(candidate.levels()));
                pairs.push(Pair {
                    demand: position as u32,
                    person,
                });
            }
        }
        let mut parts = Parts {
            instance,
            demands,
            pairs: &pairs,
            lengths: lengths(instance, demands),
            heads: vec![sink; pairs.len()],
            inner: Vec::new(),
            sink,
        };
        for (person, by_role) in mine.iter().enumerate() {
            let end = parts.end(&mut builder, people[person], by_role);
            for (role, mine) in Role::ALL.into_iter().zip(by_role) {
                if !mine.is_empty() {
                    parts.add(&mut builder, people[person], role, mine, end);
                }
            }
        }
        let Parts { heads, inner, .. } = parts;
        for ((pair, &cost), &head) in pairs.iter().zip(&duty_costs).zip(&heads) {
            builder.arc(demand_nodes[pair.demand as usize], head, 1, cost);
        }
        for arc in inner {
            builder.arc(arc.tail, arc.head, arc.capacity, packing.pack(arc.levels));
        }
        let mut seats = 0;
        for (&node, &index) in demand_nodes.iter().zip(demands) {
            let demand = &instance.demands[index];
            seats += i64::from(demand.seats);
            builder.arc(source, node, demand.seats, C::default());
            builder.arc(node, sink, demand.seats, packing.pack(demand.empty_seat()));
        }
        Self {
            instance,
            demands,
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

    /// The pair's demand.
    pub fn demand(&self, pair: u32) -> &'a Demand {
        &self.instance.demands[self.demands[self.pairs[pair as usize].demand as usize]]
    }
}

/// Everyone who could take a seat of the demands, ascending.
fn people(instance: &Instance, demands: &[usize]) -> Vec<PersonId> {
    let mut people: Vec<PersonId> = demands
        .iter()
        .flat_map(|&index| &instance.demands[index].candidates)
        .map(|candidate| candidate.person)
        .collect();
    people.sort_unstable();
    people.dedup();
    people
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

/// The people's parts of the network under construction.
struct Parts<'a> {
    instance: &'a Instance,
    demands: &'a [usize],
    pairs: &'a [Pair],
    lengths: BTreeMap<Role, Option<u32>>,
    /// Where each pair's arc ends.
    heads: Vec<Node>,
    inner: Vec<Inner>,
    sink: Node,
}

impl<'a> Parts<'a> {
    fn demand(&self, pair: u32) -> &'a Demand {
        &self.instance.demands[self.demands[self.pairs[pair as usize].demand as usize]]
    }

    /// Where the duties of a person end: at a gate that lets no more through than their limit, where several roles
    /// share it, else at the sink.
    fn end<C: Cost>(
        &mut self,
        builder: &mut Builder<C>,
        person: PersonId,
        by_role: &[Vec<u32>; 4],
    ) -> Node {
        let limit = self.instance.standing[person.index()].total;
        let duties: usize = by_role.iter().map(Vec::len).sum();
        let roles = by_role.iter().filter(|mine| !mine.is_empty()).count();
        if roles < 2 || limit as usize >= duties {
            return self.sink;
        }
        let gate = builder.node();
        self.inner.push(Inner {
            tail: gate,
            head: self.sink,
            capacity: limit,
            levels: Levels::default(),
        });
        gate
    }

    /// Adds the nodes and arcs of one person in one role.
    fn add<C: Cost>(
        &mut self,
        builder: &mut Builder<C>,
        person: PersonId,
        role: Role,
        mine: &[u32],
        end: Node,
    ) {
        let top = builder.node();
        let (instance, demands, pairs) = (self.instance, self.demands, self.pairs);
        let day = |pair: u32| instance.demands[demands[pairs[pair as usize].demand as usize]].day;
        let mut by_day = mine.to_vec();
        by_day.sort_by_key(|&pair| day(pair));
        let mut most = 0;
        for mine in by_day.chunk_by(|&a, &b| day(a) == day(b)) {
            most += self.add_day(builder, person, top, mine);
        }
        self.add_load(person, role, (top, end), most);
    }

    /// One arc for each duty, dearer and dearer.
    fn add_load(&mut self, person: PersonId, role: Role, (top, end): (Node, Node), most: u32) {
        let standing = &self.instance.standing[person.index()];
        for duty in 0..most.min(standing.total) {
            let load = i64::from(standing.load[role] + duty);
            let mut levels = Levels::single(Level::LoadSquares(role), 2 * load + 1);
            if let Some(Some(length)) = self.lengths.get(&role) {
                let length = i64::from(*length);
                let lessons = i64::from(standing.lessons[role]) + i64::from(duty) * length;
                levels.set(Level::LessonSquares(role), length * (2 * lessons + length));
            }
            self.inner.push(Inner {
                tail: top,
                head: end,
                capacity: 1,
                levels,
            });
        }
    }

    /// The person's pairs of one day and role; the greatest number of duties among them.
    fn add_day<C: Cost>(
        &mut self,
        builder: &mut Builder<C>,
        person: PersonId,
        top: Node,
        mine: &[u32],
    ) -> u32 {
        let cliques = self.cliques(mine);
        let day = self.demand(mine[0]).day;
        let left = self.instance.standing[person.index()].left_on(day);
        let most = left.min(cliques.len() as u32);
        let mut gate = top;
        if cliques.len() > left as usize {
            gate = builder.node();
            self.gate(gate, top, left);
        }
        for clique in cliques {
            let mut node = gate;
            if clique.len() > 1 {
                node = builder.node();
                self.gate(node, gate, 1);
            }
            for pair in clique {
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
            levels: Levels::default(),
        });
    }

    /// Splits pairs of one day into cliques of pairwise overlapping sittings, the shortest sittings first.
    fn cliques(&self, mine: &[u32]) -> Vec<Vec<u32>> {
        let mut rest = mine.to_vec();
        rest.sort_by_key(|&pair| self.demand(pair).lessons);
        let mut cliques = Vec::new();
        while let Some(&first) = rest.first() {
            let mut clique = vec![first];
            for &pair in &rest[1..] {
                let clashes =
                    |&member: &u32| self.instance.clash(self.demand(member), self.demand(pair));
                if clique.iter().all(clashes) {
                    clique.push(pair);
                }
            }
            rest.retain(|pair| !clique.contains(pair));
            cliques.push(clique);
        }
        cliques
    }
}
