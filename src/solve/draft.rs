//! A legal roster that can be changed a duty or two at a time, and what each change costs.

use crate::domain::{PersonId, Role, RoleMap, RuleCode, Severity};

use super::instance::{Demand, Instance};
use super::levels::{Level, Levels};

/// One duty goes to another person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Move {
    /// Position among the duties.
    pub duty: usize,
    /// Who takes it over.
    pub to: PersonId,
}

/// Who has which duty, and the loads that follow.
#[derive(Debug, Clone)]
pub struct Draft<'a> {
    instance: &'a Instance,
    /// (Index among the instance's demands, person).
    duties: Vec<(usize, PersonId)>,
    /// Positions among the duties, by person.
    of_person: Vec<Vec<u32>>,
    load: Vec<RoleMap<u32>>,
    lessons: Vec<RoleMap<u32>>,
}

impl<'a> Draft<'a> {
    /// Starts from a legal roster.
    pub fn new(instance: &'a Instance, duties: Vec<(usize, PersonId)>) -> Self {
        let people = instance.standing.len();
        let mut draft = Self {
            instance,
            of_person: vec![Vec::new(); people],
            load: instance.standing.iter().map(|it| it.load).collect(),
            lessons: instance.standing.iter().map(|it| it.lessons).collect(),
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

    /// Who has the duty.
    pub fn holder(&self, duty: usize) -> PersonId {
        self.duties[duty].1
    }

    /// What the duty is.
    pub fn demand(&self, duty: usize) -> &'a Demand {
        &self.instance.demands[self.duties[duty].0]
    }

    /// The person's duties.
    pub fn duties_of(&self, person: PersonId) -> &[u32] {
        &self.of_person[person.index()]
    }

    /// The person's load in the role, history and pins included.
    pub fn load(&self, person: PersonId, role: Role) -> u32 {
        self.load[person.index()][role]
    }

    /// The person's lessons on duty in the role, pinned ones included.
    pub fn lessons(&self, person: PersonId, role: Role) -> u32 {
        self.lessons[person.index()][role]
    }

    /// Levels 2–5 of the duties beside what the people bring along.
    pub fn value(&self) -> Levels {
        let mut again = Self::new(self.instance, Vec::new());
        let mut value = Levels::default();
        for &(index, person) in &self.duties {
            value += again.add(index, person).unwrap_or_default();
        }
        value
    }

    /// Gives one more seat of the demand to the person, if that is legal; what it adds.
    pub fn add(&mut self, index: usize, person: PersonId) -> Option<Levels> {
        let taken = self.duties.iter().filter(|duty| duty.0 == index).count();
        if taken >= self.instance.demands[index].seats as usize {
            return None;
        }
        self.duties.push((index, person));
        let duty = self.duties.len() - 1;
        let cost = self.cost(duty, person);
        if cost.is_some() {
            self.put(duty, person);
        } else {
            self.duties.pop();
        }
        cost
    }

    /// Gives the demand's empty seats to the cheapest who can take them.
    pub fn fill(&mut self, index: usize) {
        loop {
            let mut best: Option<(Levels, PersonId)> = None;
            for candidate in &self.instance.demands[index].candidates {
                let Some(cost) = self.add(index, candidate.person) else {
                    continue;
                };
                self.take_off(self.duties.len() - 1);
                self.duties.pop();
                if best.is_none_or(|(known, _)| cost < known) {
                    best = Some((cost, candidate.person));
                }
            }
            let Some((_, person)) = best else { return };
            self.add(index, person);
        }
    }

    /// Makes the moves all at once if the roster stays legal and `accept` likes the change in value.
    pub fn make(&mut self, moves: &[Move], accept: impl Fn(&Levels) -> bool) -> bool {
        let before: Vec<PersonId> = moves.iter().map(|it| self.holder(it.duty)).collect();
        let mut change = Levels::default();
        for it in moves {
            change -= self.lift(it.duty);
        }
        let mut placed = 0;
        for it in moves {
            let Some(cost) = self.cost(it.duty, it.to) else {
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

    /// Takes the duty off its holder: what that saves.
    fn lift(&mut self, duty: usize) -> Levels {
        let person = self.holder(duty);
        self.take_off(duty);
        // The duty was legal a moment ago, and the person has fewer now.
        self.cost(duty, person).unwrap_or_default()
    }

    fn take_off(&mut self, duty: usize) {
        let (index, person) = self.duties[duty];
        let demand = &self.instance.demands[index];
        self.of_person[person.index()].retain(|&other| other as usize != duty);
        self.load[person.index()][demand.role] -= demand.load;
        self.lessons[person.index()][demand.role] -= demand.lessons;
    }

    fn put(&mut self, duty: usize, person: PersonId) {
        let demand = self.demand(duty);
        self.duties[duty].1 = person;
        self.of_person[person.index()].push(duty as u32);
        self.load[person.index()][demand.role] += demand.load;
        self.lessons[person.index()][demand.role] += demand.lessons;
    }

    /// What the duty would add for the person beside what they have now; `None` where they may not have it.
    fn cost(&self, duty: usize, person: PersonId) -> Option<Levels> {
        let demand = self.demand(duty);
        let candidate = demand.candidate(person)?;
        let at = person.index();
        let load = self.load[at][demand.role];
        let lessons = self.lessons[at][demand.role];
        let mut cost = candidate.levels() + Instance::growth(demand, load, lessons);
        let (mut on_day, mut in_all) = (0, 0);
        for &other in &self.of_person[at] {
            let other = self.demand(other as usize);
            if other.sitting == demand.sitting {
                match self.beside(person, demand, other) {
                    Severity::Allow => {}
                    Severity::Avoid => {
                        cost += Levels::single(Level::Avoided(RuleCode::CheckerProctored), 1);
                    }
                    Severity::Forbid => return None,
                }
            }
            if demand.role.is_time_bound() && other.role.is_time_bound() {
                if self.instance.clash(demand, other) {
                    return None;
                }
                in_all += 1;
                on_day += u32::from(other.day == demand.day);
            }
        }
        let standing = &self.instance.standing[at];
        let fits = !demand.role.is_time_bound()
            || in_all < standing.total && on_day < standing.left_on(demand.day);
        fits.then_some(cost)
    }

    /// May the person hold both duties of one sitting?
    fn beside(&self, person: PersonId, a: &Demand, b: &Demand) -> Severity {
        match (a.role, b.role) {
            (Role::Proctor, Role::Checker) | (Role::Checker, Role::Proctor) => {
                self.instance.coupling.severity(person, a.sitting)
            }
            // Two time-bound duties of one sitting clash in time already.
            (a, b) if a == b => Severity::Forbid,
            _ => Severity::Allow,
        }
    }
}
