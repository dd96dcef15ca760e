//! A legal roster that can be changed a duty or two at a time, and what each change costs.

mod board;
mod moves;
mod step;

use crate::domain::{PersonId, Role, RoleMap, RuleCode, Severity};

use super::instance::Demand;

pub use board::Board;
pub use moves::{Move, Wish};
use step::Step;
pub use step::Upper;

/// What a person has in one role, history and pins included; the load comes before the lessons.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Amounts {
    /// Duties, or works.
    pub load: u32,
    /// Lessons on duty.
    pub lessons: u32,
}

impl Amounts {
    /// With one seat of the demand beside it.
    #[must_use]
    pub fn with(self, demand: &Demand) -> Self {
        Self {
            load: self.load + demand.load,
            lessons: self.lessons + demand.lessons,
        }
    }
}

/// A person's duties.
#[derive(Debug, Clone, Default)]
struct Hand {
    /// Positions among the duties.
    duties: Vec<u32>,
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
    /// What each person has in each role.
    amounts: RoleMap<Vec<Amounts>>,
    /// For each person one bit a time: is it taken?
    busy: Vec<u64>,
    /// For each person and day, time-bound duties.
    on_day: Vec<u32>,
    /// For each person and week, time-bound duties.
    in_week: Vec<u32>,
    /// For each person and day, works to check; and for each person, works in all, pins apart.
    works_on: Vec<u32>,
    works: Vec<u32>,
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
        let amounts = |role: Role| {
            let amounts = standing.iter().map(|standing| Amounts {
                load: standing.load[role],
                lessons: standing.lessons[role],
            });
            amounts.collect()
        };
        let mut draft = Self {
            board,
            hands: vec![Hand::default(); standing.len()],
            amounts: RoleMap(Role::ALL.map(amounts)),
            busy: vec![0; standing.len() * board.slots.words()],
            on_day: vec![0; standing.len() * board.days],
            in_week: vec![0; standing.len() * board.weeks],
            works_on: vec![0; standing.len() * board.days],
            works: vec![0; standing.len()],
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
        self.amounts(person, role).load
    }

    /// The person's lessons on duty in the role, pinned ones included.
    pub fn lessons(&self, person: PersonId, role: Role) -> u32 {
        self.amounts(person, role).lessons
    }

    /// What the person has in the role.
    pub fn amounts(&self, person: PersonId, role: Role) -> Amounts {
        self.amounts[role][person.index()]
    }

    /// What the person has in the role, and what its square weighs.
    fn weighted(&self, person: PersonId, role: Role) -> (Amounts, i64) {
        let standing = &self.board.instance.standing[person.index()];
        (self.amounts(person, role), standing.weight(role))
    }

    /// May it help that the duty goes to the person, as far as squares tell? Where all weigh alike: if the loads are two apart
    /// or more, or, one apart, if the lessons come nearer.
    pub fn may_even(&self, duty: usize, person: PersonId) -> bool {
        let demand = self.demand(duty);
        let [(had, less), (has, weight)] =
            [self.holder(duty), person].map(|it| self.weighted(it, demand.role));
        let after = has.with(demand);
        if less == weight {
            return after < had;
        }
        let last = |load: u32, weight: i64| weight * (2 * i64::from(load) - i64::from(demand.load));
        let (saved, added) = (last(had.load, less), last(after.load, weight));
        added < saved || added == saved && after.lessons < had.lessons
    }

    /// Do loads of everybody in the role weigh alike?
    pub fn weighs_alike(&self, role: Role) -> bool {
        self.board.weighs_alike[role]
    }

    /// The least in each role that anyone has whom some demand of it costs no more than others at levels 2 and 3.
    pub fn least(&self) -> RoleMap<Amounts> {
        let more = Amounts {
            load: u32::MAX / 2,
            lessons: u32::MAX / 2,
        };
        let mut least = RoleMap::all(more);
        for (role, people) in self.board.all_cheapest() {
            for person in people {
                least[role] = least[role].min(self.amounts(person, role));
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
        let freed = instead.map(|duty| slots.of_demand(self.duties[duty].0));
        let busy = &self.busy[person.index() * slots.words()..][..slots.words()];
        let clashes = slots.clashes(slots.of_demand(index));
        busy.iter()
            .zip(clashes)
            .enumerate()
            .all(|(at, (busy, clash))| {
                let in_the_way = busy & clash;
                let is_freed = |slot| slot / 64 == at && in_the_way == 1_u64 << (slot % 64);
                in_the_way == 0 || freed.is_some_and(is_freed)
            })
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

    /// Gives the empty seats of works to people who can take them once one of their other works goes to somebody else.
    pub fn fill_moving(&mut self, index: usize) {
        let demand = &self.board.instance.demands[index];
        if demand.role != Role::Checker {
            return;
        }
        while self.taken[index] < demand.seats {
            let mut candidates = demand.candidates.iter();
            if !candidates.any(|candidate| self.relieve(index, candidate.person)) {
                return;
            }
        }
    }

    /// Gives the person a seat of the demand and one of their works to somebody else, if both is legal.
    fn relieve(&mut self, index: usize, person: PersonId) -> bool {
        let instance = self.board.instance;
        let (word, bit) = self.board.bit(index, person);
        if self.held[word] & bit != 0 {
            return false;
        }
        for duty in self.duties_of(person).to_vec() {
            let duty = duty as usize;
            let other = self.duties[duty].0;
            if instance.demands[other].role != Role::Checker {
                continue;
            }
            self.take_off(duty);
            let fits = self.legal(index, person).is_some();
            let costs = instance.demands[other].candidates.iter().filter_map(|it| {
                let is_other = fits && it.person != person;
                let cost = is_other.then(|| self.cost(other, it.person)).flatten()?;
                Some((cost, it.person))
            });
            let Some((_, to)) = costs.min() else {
                self.put(duty, person);
                continue;
            };
            self.put(duty, to);
            if self.add(index, person) {
                return true;
            }
            self.take_off(duty);
            self.put(duty, person);
        }
        false
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
        let amounts = &mut self.amounts[demand.role][person.index()];
        amounts.load -= demand.load;
        amounts.lessons -= demand.lessons;
        self.taken[index] -= 1;
        let (word, bit) = self.board.bit(index, person);
        self.held[word] &= !bit;
        if demand.role.is_time_bound() {
            hand.in_all -= 1;
            self.on_day[person.index() * self.board.days + demand.day as usize] -= 1;
            self.in_week[person.index() * self.board.weeks + demand.week as usize] -= 1;
            let slot = self.board.slots.of_demand(index);
            self.busy[person.index() * self.board.slots.words() + slot / 64] &= !(1 << (slot % 64));
        } else {
            self.works[person.index()] -= demand.load;
            self.works_on[person.index() * self.board.days + demand.day as usize] -= demand.load;
        }
    }

    fn put(&mut self, duty: usize, person: PersonId) {
        let index = self.duties[duty].0;
        let demand = &self.board.instance.demands[index];
        self.duties[duty].1 = person;
        let hand = &mut self.hands[person.index()];
        self.place[duty] = hand.duties.len() as u32;
        hand.duties.push(duty as u32);
        let amounts = &mut self.amounts[demand.role][person.index()];
        *amounts = amounts.with(demand);
        self.taken[index] += 1;
        let (word, bit) = self.board.bit(index, person);
        self.held[word] |= bit;
        if demand.role.is_time_bound() {
            hand.in_all += 1;
            self.on_day[person.index() * self.board.days + demand.day as usize] += 1;
            self.in_week[person.index() * self.board.weeks + demand.week as usize] += 1;
            let slot = self.board.slots.of_demand(index);
            self.busy[person.index() * self.board.slots.words() + slot / 64] |= 1 << (slot % 64);
        } else {
            self.works[person.index()] += demand.load;
            self.works_on[person.index() * self.board.days + demand.day as usize] += demand.load;
        }
    }

    /// What the demand would add for the person beside what they have now; `None` where they may not have it.
    fn cost(&self, index: usize, person: PersonId) -> Option<Step> {
        let demand = &self.board.instance.demands[index];
        let mut cost = self.legal(index, person)?;
        cost += self.board.cost(index, person);
        cost.grow(demand, self.weighted(person, demand.role));
        Some(cost)
    }

    /// What the demand costs the person as one who proctors and checks one sitting; `None` where they may not have it
    /// beside what they have now.
    fn legal(&self, index: usize, person: PersonId) -> Option<Step> {
        let demand = &self.board.instance.demands[index];
        let is_free = || {
            if demand.role.is_time_bound() {
                self.is_free(index, demand, person)
            } else {
                self.has_room(demand, person)
            }
        };
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

    /// Do the limits on works leave room for those of the demand?
    fn has_room(&self, demand: &Demand, person: PersonId) -> bool {
        let works = &self.board.instance.standing[person.index()].works;
        if !works.is_limited() {
            return true;
        }
        let on_day = self.works_on[person.index() * self.board.days + demand.day as usize];
        let in_all = self.works[person.index()];
        let fits = |sum: u32, left: u32| u64::from(sum) + u64::from(demand.load) <= left.into();
        fits(in_all, works.left) && fits(on_day, works.left_on(demand.day))
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
            && (standing.per_week == u32::MAX
                || self.in_week[person.index() * self.board.weeks + demand.week as usize]
                    < standing.left_in(demand.week))
    }
}
