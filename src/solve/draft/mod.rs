//! A legal roster that can be changed a duty or two at a time, and what each change costs.

mod board;
mod step;

use crate::domain::{PersonId, Role, RoleMap, RuleCode, Severity};

use super::instance::{Demand, Standing};

pub use board::Board;
use step::Step;
pub use step::Upper;

/// One duty goes to another person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Move {
    /// Position among the duties.
    pub duty: usize,
    /// Who takes it over.
    pub to: PersonId,
}

/// What moves are made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// A better roster.
    Better,
    /// Another one that is as good at every level.
    Same,
}

impl Wish {
    fn is_met(self, change: &Step) -> bool {
        match self {
            Wish::Better => *change < Step::NONE,
            Wish::Same => *change == Step::NONE,
        }
    }
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
    /// For each demand one bit a person, laid out as the board says: have they a seat?
    held: Vec<u64>,
    /// Where each duty stands in its holder's hand.
    place: Vec<u32>,
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
            held: vec![0; board.bits()],
            place: vec![0; duties.len()],
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

    /// The least load in each role among those who may take some duty of it; `u32::MAX` where nobody may.
    pub fn least_loads(&self) -> RoleMap<u32> {
        let mut least = RoleMap([u32::MAX; 4]);
        for (role, people) in self.board.candidates() {
            for person in people {
                least[role] = least[role].min(self.load(person, role));
            }
        }
        least
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

    /// Does the duty cost its holder no more at levels 2 and 3 than it would anyone else?
    pub fn is_cheapest(&self, duty: usize) -> bool {
        let (index, holder) = self.duties[duty];
        self.board.is_cheapest(index, holder)
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
        self.board.cost(index, person) < self.board.cost(index, holder)
    }

    /// Gives one more seat of the demand to the person, if that is legal.
    pub fn add(&mut self, index: usize, person: PersonId) -> bool {
        let is_full = self.taken[index] >= self.board.instance.demands[index].seats;
        if is_full || self.cost(index, person).is_none() {
            return false;
        }
        self.duties.push((index, person));
        self.place.push(0);
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

    /// Makes the moves (no more than [`Step::DUTIES`], of duties that different people hold) all at once if the roster
    /// stays legal and the change is as wished.
    pub fn make(&mut self, moves: &[Move], wish: Wish) -> bool {
        let mut change = self.spread(moves);
        if wish == Wish::Same && change != Step::NONE {
            return false;
        }
        self.add_upper(moves, &mut change);
        // Most moves are not as wished: that is seen before anything is touched, where nothing else counts.
        if self.board.instance.coupling.is_off() && !wish.is_met(&change) {
            return false;
        }
        let mut before = [PersonId::new(0); Step::DUTIES];
        for (it, holder) in moves.iter().zip(&mut before) {
            *holder = self.holder(it.duty);
            self.take_off(it.duty);
            // The duty was legal a moment ago, and the person has fewer now.
            change -= self
                .couples(self.duties[it.duty].0, *holder)
                .unwrap_or(Step::NONE);
        }
        let mut placed = 0;
        for it in moves {
            let index = self.duties[it.duty].0;
            let Some(couples) = self.legal(index, it.to) else {
                break;
            };
            change += couples;
            self.put(it.duty, it.to);
            placed += 1;
        }
        if placed == moves.len() && wish.is_met(&change) {
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

    /// What the moves change at levels 4 and 5.
    fn spread(&self, moves: &[Move]) -> Step {
        let mut change = Step::NONE;
        for (at, it) in moves.iter().enumerate() {
            let demand = self.demand(it.duty);
            let from = self.amounts(self.holder(it.duty), demand.role, &moves[..at]);
            let to = self.amounts(it.to, demand.role, &moves[..at]);
            change.pass(demand, from, to);
        }
        change
    }

    /// Load and lessons of the person in the role once these moves are made.
    fn amounts(&self, person: PersonId, role: Role, moves: &[Move]) -> (i64, i64) {
        let hand = &self.hands[person.index()];
        let (mut load, mut lessons) = (i64::from(hand.load[role]), i64::from(hand.lessons[role]));
        for it in moves {
            let (has_more, has_less) = (it.to == person, self.holder(it.duty) == person);
            let demand = self.demand(it.duty);
            if has_more != has_less && demand.role == role {
                let sign = if has_more { 1 } else { -1 };
                load += sign * i64::from(demand.load);
                lessons += sign * i64::from(demand.lessons);
            }
        }
        (load, lessons)
    }

    /// Adds what the moves change at levels 2 and 3, apart from who proctors and checks one sitting.
    fn add_upper(&self, moves: &[Move], change: &mut Step) {
        for it in moves {
            let (index, holder) = self.duties[it.duty];
            if !(self.board.is_cheapest(index, holder) && self.board.is_cheapest(index, it.to)) {
                *change += self.board.cost(index, it.to);
                *change -= self.board.cost(index, holder);
            }
        }
    }

    fn take_off(&mut self, duty: usize) {
        let (index, person) = self.duties[duty];
        let demand = &self.board.instance.demands[index];
        let hand = &mut self.hands[person.index()];
        let at = self.place[duty] as usize;
        hand.duties.swap_remove(at);
        if let Some(&moved) = hand.duties.get(at) {
            self.place[moved as usize] = at as u32;
        }
        hand.load[demand.role] -= demand.load;
        hand.lessons[demand.role] -= demand.lessons;
        self.taken[index] -= 1;
        let (word, bit) = self.board.bit(index, person);
        self.held[word] &= !bit;
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
        self.place[duty] = hand.duties.len() as u32;
        hand.duties.push(duty as u32);
        hand.load[demand.role] += demand.load;
        hand.lessons[demand.role] += demand.lessons;
        self.taken[index] += 1;
        let (word, bit) = self.board.bit(index, person);
        self.held[word] |= bit;
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
        let mut cost = self.legal(index, person)?;
        cost += self.board.cost(index, person);
        let hand = &self.hands[person.index()];
        cost.grow(demand, hand.load[demand.role], hand.lessons[demand.role]);
        Some(cost)
    }

    /// What the demand costs the person as one who proctors and checks one sitting; `None` where they may not have it
    /// beside what they have now.
    fn legal(&self, index: usize, person: PersonId) -> Option<Step> {
        let demand = &self.board.instance.demands[index];
        let is_free = || !demand.role.is_time_bound() || self.is_free(index, demand, person);
        let (word, bit) = self.board.bit(index, person);
        if !self.board.may(index, person) || self.held[word] & bit != 0 || !is_free() {
            return None;
        }
        self.couples(index, person)
    }

    /// What the demand costs the person as one who proctors and checks one sitting; `None` where they may not.
    fn couples(&self, index: usize, person: PersonId) -> Option<Step> {
        let coupling = &self.board.instance.coupling;
        let mut cost = Step::NONE;
        if coupling.is_off() {
            return Some(cost);
        }
        let demand = &self.board.instance.demands[index];
        for &other in self.duties_of(person) {
            let other = self.demand(other as usize);
            let one_of_each = matches!(
                (other.role, demand.role),
                (Role::Proctor, Role::Checker) | (Role::Checker, Role::Proctor)
            );
            if !one_of_each || other.sitting != demand.sitting {
                continue;
            }
            match coupling.severity(person, demand.sitting) {
                Severity::Allow => {}
                Severity::Avoid => cost.avoid(RuleCode::CheckerProctored),
                Severity::Forbid => return None,
            }
        }
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
