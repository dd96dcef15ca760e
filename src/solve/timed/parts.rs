//! The people's parts of a network: demand → (person, role, clique of overlapping times) → (person, role, day) →
//! (person, role) → sink, the last by one arc for each further duty, of cost (load + 1)² − load², and through a gate where
//! several roles share the person's limit. An empty seat goes from its demand straight to the sink.
//!
//! Where not all pairs are chosen, nodes that would let through whatever comes are left out, and a person who has no
//! pairs yet in a role has a place for them nevertheless.

use crate::domain::{PersonId, Role};

use super::super::cost::Cost;
use super::super::network::{Builder, Node};
use super::cells::Cells;
use super::layout::Layout;

/// An arc inside a person's part of the network.
pub struct Inner<C> {
    /// From here …
    pub tail: Node,
    /// … to there.
    pub head: Node,
    /// Most units.
    pub capacity: u32,
    /// Of one unit.
    pub cost: C,
}

/// The people's parts of the network under construction.
pub struct Parts<'a, C> {
    layout: &'a Layout<'a, C>,
    cells: &'a mut Cells,
    nodes: &'a mut Builder<C>,
    inner: Vec<Inner<C>>,
    /// The clique of each time of the day that is being added.
    clique_of: Vec<usize>,
    sink: Node,
    /// All pairs are chosen.
    is_whole: bool,
}

/// A time at which a person has pairs, and how many.
type Busy = (usize, u32);

impl<'a, C: Cost> Parts<'a, C> {
    /// None yet; `cells` know the chosen pairs, and learn where they end.
    pub fn new(
        layout: &'a Layout<'a, C>,
        cells: &'a mut Cells,
        (nodes, sink): (&'a mut Builder<C>, Node),
        is_whole: bool,
    ) -> Self {
        Self {
            layout,
            cells,
            nodes,
            inner: Vec::new(),
            clique_of: Vec::new(),
            sink,
            is_whole,
        }
    }

    /// The arcs of all parts.
    pub fn into_arcs(self) -> Vec<Inner<C>> {
        self.inner
    }

    /// Adds the nodes and arcs of one person, who has this position among the component's people.
    pub fn add_person(&mut self, index: usize, person: PersonId) {
        let by_role = Role::ALL.map(|role| self.cells.busy(index, role));
        let end = self.end(person, &by_role);
        for (role, mine) in Role::ALL.into_iter().zip(&by_role) {
            let is_needed = !self.is_whole && self.layout.lengths.contains_key(&role);
            if !mine.is_empty() || is_needed {
                self.add(((index, person), role), mine, end);
            }
        }
    }

    /// Where the duties of a person end: at a gate that lets no more through than their limit, where several roles
    /// share it, else at the sink.
    fn end(&mut self, person: PersonId, by_role: &[Vec<Busy>; Role::COUNT]) -> Node {
        let limit = self.layout.instance.standing[person.index()].total;
        let duties: u32 = by_role.iter().flatten().map(|&(_, count)| count).sum();
        let roles = by_role.iter().filter(|mine| !mine.is_empty()).count();
        if roles < 2 || limit >= duties {
            return self.sink;
        }
        let gate = self.nodes.node();
        self.gate(gate, self.sink, limit);
        gate
    }

    /// Adds the nodes and arcs of one person in one role.
    fn add(
        &mut self,
        ((index, person), role): ((usize, PersonId), Role),
        mine: &[Busy],
        end: Node,
    ) {
        let top = self.nodes.node();
        let slots = self.layout.slots;
        if !self.is_whole {
            for slot in 0..slots.len() {
                self.cells.lead(index, (role, slot), top);
            }
        }
        let mut most = 0;
        for today in mine.chunk_by(|a, b| slots.day(a.0) == slots.day(b.0)) {
            most += self.add_day(((index, person), role), top, today);
        }
        if !self.is_whole {
            // One that is never full, so that its cost stands for all that are left out.
            most += 1;
        }
        let standing = &self.layout.instance.standing[person.index()];
        for duty in 0..most.min(standing.total) {
            let load = i64::from(standing.load[role] + duty);
            let grown = standing.weight(role) * (2 * load + 1);
            let mut cost = self.layout.units.loads[role].times(grown);
            if let Some(Some(length)) = self.layout.lengths.get(&role) {
                let lessons = standing.lessons[role] + duty * length;
                let more = i64::from(*length) * i64::from(2 * lessons + length);
                cost += self.layout.units.lessons[role].times(more);
            }
            self.inner.push(Inner {
                tail: top,
                head: end,
                capacity: 1,
                cost,
            });
        }
    }

    /// The person's times of one day and role; the greatest number of duties among them.
    fn add_day(
        &mut self,
        ((index, person), role): ((usize, PersonId), Role),
        top: Node,
        mine: &[Busy],
    ) -> u32 {
        let slots = self.layout.slots;
        let cliques = self.split(mine);
        let day = slots.day(mine[0].0);
        let left = self.layout.instance.standing[person.index()].left_on(day);
        let most = left.min(cliques as u32);
        let mut gate = top;
        if cliques > left as usize {
            gate = self.nodes.node();
            self.gate(gate, top, left);
            if !self.is_whole {
                for slot in slots.of_day(day) {
                    self.cells.lead(index, (role, slot), gate);
                }
            }
        }
        for clique in 0..cliques {
            let members = mine.iter().zip(&self.clique_of);
            let members = members
                .filter(|&(_, &of)| of == clique)
                .map(|(busy, _)| busy);
            let pairs: u32 = members.clone().map(|&(_, count)| count).sum();
            let node = if pairs > 1 { self.nodes.node() } else { gate };
            for &(slot, _) in members {
                self.cells.lead(index, (role, slot), node);
            }
            if pairs > 1 {
                self.gate(node, gate, 1);
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

    /// Splits times of one day into cliques of pairwise overlapping ones, each time into the first that it fits.
    /// How many there are then.
    fn split(&mut self, mine: &[Busy]) -> usize {
        let slots = self.layout.slots;
        let clique_of = &mut self.clique_of;
        clique_of.clear();
        let mut cliques = 0;
        for &(slot, _) in mine {
            let joins = |&clique: &usize| {
                let mut before = mine.iter().zip(&*clique_of);
                before.all(|(&(other, _), &of)| of != clique || slots.clash(other, slot))
            };
            let clique = (0..cliques).find(joins).unwrap_or(cliques);
            cliques = cliques.max(clique + 1);
            clique_of.push(clique);
        }
        cliques
    }
}
