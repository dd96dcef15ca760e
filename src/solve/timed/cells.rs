//! How many pairs a person has in each role at each time, and where in the network they end.

use crate::domain::Role;

use super::super::network::Node;

/// One entry for every role, time and person of a component.
pub struct Cells {
    people: usize,
    /// Roles of the component, in order.
    roles: Vec<Role>,
    slots: usize,
    counts: Vec<u32>,
    heads: Vec<Node>,
}

impl Cells {
    /// No pairs, of so many people in these roles at so many times; all lead to the sink.
    pub fn new(people: usize, roles: &[Role], (slots, sink): (usize, Node)) -> Self {
        let cells = people * roles.len() * slots;
        Self {
            people,
            roles: roles.to_vec(),
            slots,
            counts: vec![0; cells],
            heads: vec![sink; cells],
        }
    }

    /// Where the entries of the role at the time begin, one a person.
    pub fn row(&self, role: Role, slot: usize) -> usize {
        let role = self.roles.iter().position(|&other| other == role);
        (role.unwrap_or_default() * self.slots + slot) * self.people
    }

    /// One more pair there.
    pub fn count(&mut self, cell: usize) {
        self.counts[cell] += 1;
    }

    /// The times at which the person has pairs in the role, and how many.
    pub fn busy(&self, person: usize, role: Role) -> Vec<(usize, u32)> {
        if !self.roles.contains(&role) {
            return Vec::new();
        }
        let first = self.row(role, 0) + person;
        let counts = self.counts[first..].iter().step_by(self.people);
        let counts = counts.copied().take(self.slots).enumerate();
        let mut busy = Vec::with_capacity(self.slots);
        busy.extend(counts.filter(|&(_, count)| count > 0));
        busy
    }

    /// Leads the person's pairs in the role at the time to the node.
    pub fn lead(&mut self, person: usize, (role, slot): (Role, usize), node: Node) {
        let cell = self.row(role, slot) + person;
        self.heads[cell] = node;
    }

    /// Where the pairs of each cell end.
    pub fn heads(&self) -> &[Node] {
        &self.heads
    }
}
