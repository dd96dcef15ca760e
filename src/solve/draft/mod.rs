//! A legal roster that can be changed a duty or two at a time, and what each change costs.

mod board;
mod step;

use crate::domain::{PersonId, Role, RoleMap, RuleCode, Severity};

use super::instance::{Demand, Standing};

pub use board::Board;
pub use step::Step;

/// One duty goes to another person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Move {
    /// Position among the duties.
    pub duty: usize,
    /// Who takes it over.
    pub to: PersonId,
}

/// What a person has now.
#[derive(Debug, Clone, Default)]
struct Hand {
    /// Positions among the duties.
    duties: Vec<u32>,
    /// History and pins included.
    load: RoleMap<u32>,
    lessons: RoleMap<u32>,
    /// Time-bound duties.
    in_all: u32,
}

/// Who has which duty, and the loads that follow.
#[derive(Debug)]
pub struct Draft<'a> {
    board: &'a Board<'a>,
    /// (Index among the instance's demands, person).
    duties: Vec<(usize, PersonId)>,
    hands: Vec<Hand>,
    /// For each person one bit a time: is it taken?
    busy: Vec<u64>,
    /// For each person and day, time-bound duties.
    on_day: Vec<u32>,
    /// Seats taken of each demand.
    taken: Vec<u32>,
}

impl<'a> Draft<'a> {
    /// Starts from a legal roster.
    pub fn new(board: &'a Board<'a>, duties: Vec<(usize, PersonId)>) -> Self {
        let standing = &board.instance.standing;
        let hand = |standing: &Standing| Hand {
            load: standing.load,
            lessons: standing.lessons,
            ..Hand::default()
        };
        let mut draft = Self {
            board,
            hands: standing.iter().map(hand).collect(),
            busy: vec![0; standing.len() * board.slots.words()],
            on_day: vec![0; standing.len() * board.days],
            taken: vec![0; board.instance.demands.len()],
            duties,
        };
        for duty in 0..draft.duties.len() {
            draft.put(duty, draft.duties[duty].1);
        }
        draft
    }

    /// The duties as they are now.
    pub fn into_duties(self) -> Vec<(usize, PersonId)> {
        self.duties
    }

    /// How many duties there are.
    pub fn len(&self) -> usize {
        self.duties.len()
    }

    /// How many people the school has, with a duty or without.
    pub fn people(&self) -> usize {
        self.hands.len()
    }

    /// Who has the duty.
    pub fn holder(&self, duty: usize) -> PersonId {
        self.duties[duty].1
    }

    /// What the duty is.
    pub fn demand(&self, duty: usize) -> &'a Demand {
        &self.board.instance.demands[self.duties[duty].0]
    }

    /// The person's duties.
    pub fn duties_of(&self, person: PersonId) -> &[u32] {
        &self.hands[person.index()].duties
    }

    /// The person's load in the role, history and pins included.
    pub fn load(&self, person: PersonId, role: Role) -> u32 {
        self.hands[person.index()].load[role]
    }

    /// The person's lessons on duty in the role, pinned ones included.
    pub fn lessons(&self, person: PersonId, role: Role) -> u32 {
        self.hands[person.index()].lessons[role]
    }

    /// May the person have the duty, whatever else they have?
    pub fn may(&self, duty: usize, person: PersonId) -> bool {
        self.board.may(self.duties[duty].0, person)
    }

    /// May the person have the duty beside theirs, or instead of one of them, as far as rules and times say? A quick look
    /// before a move: limits are not asked.
    pub fn fits(&self, duty: usize, person: PersonId, instead: Option<usize>) -> bool {
        let index = self.duties[duty].0;
        if !self.board.may(index, person) {
            return false;
        }
        if !self.board.instance.demands[index].role.is_time_bound() {
            return true;
        }
        let slots = &self.board.slots;
        let freed = instead.map_or(usize::MAX, |duty| slots.of_demand(self.duties[duty].0));
        let busy = &self.busy[person.index() * slots.words()..][..slots.words()];
        let clashes = slots.clashes(slots.of_demand(index));
        for (at, (busy, clash)) in busy.iter().zip(clashes).enumerate() {
            let freed = if freed / 64 == at {
                1 << (freed % 64)
            } else {
                0
            };
            if busy & clash & !freed != 0 {
                return false;
            }
        }
        true
    }

    /// Does the duty cost the person, who may have it, no more at levels 2 and 3 than its holder?
    pub fn is_no_dearer(&self, duty: usize, person: PersonId) -> bool {
        let (index, holder) = self.duties[duty];
        self.board.is_cheapest(index, person)
            || !self.board.is_cheapest(index, holder)
                && self.board.cost(index, person) <= self.board.cost(index, holder)
    }

    /// Does the duty cost the person, who may have it, less at levels 2 and 3 than its holder?
    pub fn is_cheaper(&self, duty: usize, person: PersonId) -> bool {
        let (index, holder) = self.duties[duty];
        !self.board.is_cheapest(index, holder)
            && self.board.cost(index, person) < self.board.cost(index, holder)
    }

    /// Gives one more seat of the demand to the person, if that is legal.
    pub fn add(&mut self, index: usize, person: PersonId) -> bool {
        let is_full = self.taken[index] >= self.board.instance.demands[index].seats;
        if is_full || self.cost(index, person).is_none() {
            return false;
        }
        self.duties.push((index, person));
        self.put(self.duties.len() - 1, person);
        true
    }

    /// Gives the demand's empty seats to the cheapest who can take them.
    pub fn fill(&mut self, index: usize) {
        let demand = &self.board.instance.demands[index];
        while self.taken[index] < demand.seats {
            let costs = demand.candidates.iter().filter_map(|candidate| {
                Some((self.cost(index, candidate.person)?, candidate.person))
            });
            let Some((_, person)) = costs.min() else {
                return;
            };
            self.add(index, person);
        }
    }

    /// Makes the moves (no more than [`Step::DUTIES`]) all at once if the roster stays legal and `accept` likes the
    /// change.
    pub fn make(&mut self, moves: &[Move], accept: impl Fn(&Step) -> bool) -> bool {
        let mut before = [PersonId::new(0); Step::DUTIES];
        let mut change = Step::NONE;
        for (it, holder) in moves.iter().zip(&mut before) {
            *holder = self.holder(it.duty);
            self.take_off(it.duty);
            // The duty was legal a moment ago, and the person has fewer now.
            change -= self
                .cost(self.duties[it.duty].0, *holder)
                .unwrap_or(Step::NONE);
        }
        let mut placed = 0;
        for it in moves {
            let Some(cost) = self.cost(self.duties[it.duty].0, it.to) else {
                break;
            };
            change += cost;
            self.put(it.duty, it.to);
            placed += 1;
        }
        if placed == moves.len() && accept(&change) {
            return true;
        }
        for it in &moves[..placed] {
            self.take_off(it.duty);
        }
        for (it, person) in moves.iter().zip(before) {
            self.put(it.duty, person);
        }
        false
    }

    fn take_off(&mut self, duty: usize) {
        let (index, person) = self.duties[duty];
        let demand = &self.board.instance.demands[index];
        let hand = &mut self.hands[person.index()];
        if let Some(at) = hand.duties.iter().position(|&other| other as usize == duty) {
            hand.duties.swap_remove(at);
        }
        hand.load[demand.role] -= demand.load;
        hand.lessons[demand.role] -= demand.lessons;
        self.taken[index] -= 1;
        if demand.role.is_time_bound() {
            hand.in_all -= 1;
            self.on_day[person.index() * self.board.days + demand.day as usize] -= 1;
            let slot = self.board.slots.of_demand(index);
            self.busy[person.index() * self.board.slots.words() + slot / 64] &= !(1 << (slot % 64));
        }
    }

    fn put(&mut self, duty: usize, person: PersonId) {
        let index = self.duties[duty].0;
        let demand = &self.board.instance.demands[index];
        self.duties[duty].1 = person;
        let hand = &mut self.hands[person.index()];
        hand.duties.push(duty as u32);
        hand.load[demand.role] += demand.load;
        hand.lessons[demand.role] += demand.lessons;
        self.taken[index] += 1;
        if demand.role.is_time_bound() {
            hand.in_all += 1;
            self.on_day[person.index() * self.board.days + demand.day as usize] += 1;
            let slot = self.board.slots.of_demand(index);
            self.busy[person.index() * self.board.slots.words() + slot / 64] |= 1 << (slot % 64);
        }
    }

    /// What the demand would add for the person beside what they have now; `None` where they may not have it.
    fn cost(&self, index: usize, person: PersonId) -> Option<Step> {
        let demand = &self.board.instance.demands[index];
        let is_free = || !demand.role.is_time_bound() || self.is_free(index, demand, person);
        if !self.board.may(index, person) || !is_free() {
            return None;
        }
        let mut cost = self.board.cost(index, person);
        let hand = &self.hands[person.index()];
        let coupling = &self.board.instance.coupling;
        if demand.role == Role::Checker || !coupling.is_off() {
            for &other in &hand.duties {
                let other = self.demand(other as usize);
                if other.sitting != demand.sitting {
                    continue;
                }
                match (other.role, demand.role) {
                    (Role::Checker, Role::Checker) => return None,
                    (Role::Proctor, Role::Checker) | (Role::Checker, Role::Proctor) => {
                        match coupling.severity(person, demand.sitting) {
                            Severity::Allow => {}
                            Severity::Avoid => cost.avoid(RuleCode::CheckerProctored),
                            Severity::Forbid => return None,
                        }
                    }
                    _ => {}
                }
            }
        }
        cost.grow(demand, hand.load[demand.role], hand.lessons[demand.role]);
        Some(cost)
    }

    /// Has the person the time for it, and do the limits allow it?
    fn is_free(&self, index: usize, demand: &Demand, person: PersonId) -> bool {
        let words = self.board.slots.words();
        let busy = &self.busy[person.index() * words..(person.index() + 1) * words];
        let clashes = self.board.slots.clashes(self.board.slots.of_demand(index));
        let standing = &self.board.instance.standing[person.index()];
        let on_day = self.on_day[person.index() * self.board.days + demand.day as usize];
        busy.iter()
            .zip(clashes)
            .all(|(busy, clash)| busy & clash == 0)
            && self.hands[person.index()].in_all < standing.total
            && on_day < standing.left_on(demand.day)
    }
}
