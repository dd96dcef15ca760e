//! Few people: the rosters that are best in levels 1–3 with the fewest people on time-bound duty, and among rosters of
//! those people the most even one. What checkers have to mark is spread among them all: the preference does not speak
//! of them.
//!
//! People are left out one after another as long as the rest can do without them at levels 1–3. Where counting allows for
//! fewer still, prices raise the bound and say whom to call in ([`cases`]); where proctors and checkers are solved jointly,
//! somebody from outside is let in and others are tried again.

mod bound;
mod cases;
mod crew;

use std::collections::BTreeSet;

use crate::domain::PersonId;

use super::account;
use super::budget::Budget;
use super::instance::{Instance, Slots};
use super::levels::Levels;
use super::timed::Solved;
use super::{checkers, components, joint, timed};

/// How many people have a time-bound duty, pinned ones included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Called {
    /// People called in.
    pub people: u64,
    /// No roster that is as good in levels 1–3 has fewer.
    pub bound: u64,
}

/// Rosters made to see whether somebody can be spared, in each part.
const TRIALS: usize = 300;
/// Nodes of the searches within each.
const NODES: u64 = 20;
/// People from outside who are let in for a try.
const GUESTS: usize = 6;

/// Solves everything with as few people on time-bound duty as can be.
pub fn solve(instance: &Instance, budget: Budget<'_>) -> (Solved, Called) {
    let already = already(instance).len() as u64;
    let mut called = Called {
        people: already,
        bound: already,
    };
    let mut add = |part: Called| {
        called.people += part.people;
        called.bound += part.bound;
    };
    let solved = if instance.coupling.is_off() {
        let mut solved = checkers::solve(instance, budget);
        let slots = Slots::of(instance);
        for demands in components::time_bound(instance) {
            let method = Method {
                solve: &|case, budget| timed::solve((case, &slots), &demands, budget),
                reach: &|case, upper| timed::reach((case, &slots), &demands, upper, budget),
            };
            let (part, people) = fewest(instance, &demands, method, budget);
            add(people);
            solved = solved.and(part);
        }
        // Time-bound parts have bounds for the whole alone: those of checkers by themselves would hide them.
        solved.parts.clear();
        solved
    } else {
        let all: Vec<usize> = (0..instance.demands.len()).collect();
        let within = Budget {
            nodes: NODES,
            ..budget
        };
        let method = Method {
            solve: &joint::solve,
            reach: &|case, upper| {
                let duties = joint::solve(case, within).duties;
                let value = account::growth(case, &all, &duties);
                (value.above_spread() <= *upper).then_some(duties)
            },
        };
        let (solved, people) = fewest(instance, &all, method, budget);
        add(people);
        solved
    };
    (solved, called)
}

/// How many people have a time-bound duty, pinned ones among them.
pub fn count(instance: &Instance, duties: &[(usize, PersonId)]) -> usize {
    called(instance, duties).union(&already(instance)).count()
}

/// The instance with nobody else on time-bound duty than these duties and pins say.
pub fn within(instance: &Instance, duties: &[(usize, PersonId)]) -> Instance {
    let mut people = called(instance, duties);
    people.extend(already(instance));
    only(instance, &people)
}

/// People whom a pin calls in.
fn already(instance: &Instance) -> BTreeSet<PersonId> {
    let pinned = instance.pinned.iter();
    let time_bound = pinned.filter(|pinned| pinned.role.is_time_bound());
    time_bound.map(|pinned| pinned.candidate.person).collect()
}

/// People with a time-bound duty.
fn called(instance: &Instance, duties: &[(usize, PersonId)]) -> BTreeSet<PersonId> {
    let time_bound = |index: usize| instance.demands[index].role.is_time_bound();
    let duties = duties.iter().filter(|&&(index, _)| time_bound(index));
    duties.map(|&(_, person)| person).collect()
}

fn only(instance: &Instance, people: &BTreeSet<PersonId>) -> Instance {
    let mut case = instance.clone();
    for demand in &mut case.demands {
        if demand.role.is_time_bound() {
            demand.candidates.retain(|it| people.contains(&it.person));
        }
    }
    case
}

/// Duties: (index among the instance's demands, person).
type Duties = Vec<(usize, PersonId)>;

/// How one part is solved.
struct Method<'a> {
    /// As well as can be.
    solve: &'a dyn Fn(&Instance, Budget<'_>) -> Solved,
    /// Duties no worse than these levels 1–3, if a short search finds any.
    reach: &'a dyn Fn(&Instance, &Levels) -> Option<Duties>,
}

/// A search for the people of one part.
struct Search<'a> {
    instance: &'a Instance,
    demands: &'a [usize],
    method: Method<'a>,
    budget: Budget<'a>,
    /// People who cost nothing more.
    already: BTreeSet<PersonId>,
    /// Levels 1–3 as they must be.
    upper: Levels,
    bound: usize,
    trials: usize,
    /// The duties with fewest people so far that are as good.
    least: Duties,
}

fn fewest(
    instance: &Instance,
    demands: &[usize],
    method: Method<'_>,
    budget: Budget<'_>,
) -> (Solved, Called) {
    let start = (method.solve)(instance, budget);
    let value = account::growth(instance, demands, &start.duties);
    let already = already(instance);
    let limits = bound::Limits::of(instance, demands, &start.duties, &already);
    let mut search = Search {
        instance,
        demands,
        method,
        budget,
        upper: value.above_spread(),
        bound: limits.people(),
        already,
        trials: TRIALS,
        least: start.duties.clone(),
    };
    let mut people = search.used(&start.duties);
    people = search.spare(people, &limits.ablest());
    match cases::flow_of(&search, &start) {
        Some(flow) => people = search.by_prices(people, flow),
        None => {
            people = search.exchange(people, &limits);
            search.raise_bound(&people, &start.duties);
        }
    }
    // Whoever wants the best so far is not kept waiting for a more even one.
    let more_even = if (budget.stop)() {
        None
    } else {
        search.roster(&people)
    };
    let mut best = more_even.unwrap_or_else(|| Solved {
        duties: search.least.clone(),
        ..start.clone()
    });
    let used = search.used(&best.duties);
    let value = account::growth(instance, demands, &best.duties);
    let proven = start.bound.above_spread() == value.above_spread();
    let bound = if proven { search.bound } else { 0 };
    best.bound = start.bound.above_spread();
    if proven && used.len() == bound {
        limits.spread(bound + search.already.len(), &mut best.bound);
    }
    best.bound = best.bound.up_to_gap(&value);
    best.certified &= start.certified;
    best.certificates = start.certificates;
    best.priced = start.priced;
    let called = Called {
        people: used.len() as u64,
        bound: bound as u64,
    };
    (best, called)
}

impl Search<'_> {
    /// The instance for these people alone, and those who cost nothing.
    fn only(&self, people: &BTreeSet<PersonId>) -> Instance {
        only(
            self.instance,
            &people.union(&self.already).copied().collect(),
        )
    }

    /// Those who have a time-bound duty, and cost something.
    fn used(&self, duties: &[(usize, PersonId)]) -> BTreeSet<PersonId> {
        let mut used = called(self.instance, duties);
        used.retain(|person| !self.already.contains(person));
        used
    }

    /// The roster of these people, if it is as good as it must be in levels 1–3.
    fn roster(&self, people: &BTreeSet<PersonId>) -> Option<Solved> {
        let budget = Budget {
            nodes: NODES,
            ..self.budget
        };
        let solved = (self.method.solve)(&self.only(people), budget);
        let value = account::growth(self.instance, self.demands, &solved.duties);
        (value.above_spread() == self.upper).then_some(solved)
    }

    /// Duties of these people that are as good as they must be in levels 1–3, if a short search finds any.
    fn reached(&self, people: &BTreeSet<PersonId>) -> Option<Duties> {
        (self.method.reach)(&self.only(people), &self.upper)
    }

    /// Those of the people who are left on duty when they may do it alone, as far as a short search sees.
    fn enough(&mut self, people: &BTreeSet<PersonId>) -> Option<BTreeSet<PersonId>> {
        self.trials = self.trials.checked_sub(1)?;
        let duties = self.reached(people)?;
        let used = self.used(&duties);
        if used.len() < self.used(&self.least).len() {
            self.least = duties;
        }
        Some(used)
    }

    /// Counts those apart without whom, everybody else at hand, levels 1–3 cannot be kept.
    fn raise_bound(&mut self, people: &BTreeSet<PersonId>, start: &[(usize, PersonId)]) {
        if people.len() <= self.bound {
            return;
        }
        let everyone = self.instance.standing.iter().enumerate();
        let everyone: BTreeSet<PersonId> = everyone.map(|(at, _)| PersonId::new(at)).collect();
        let mut free = self.already.clone();
        for person in people {
            if (self.budget.stop)() {
                break;
            }
            let mut others = everyone.clone();
            others.remove(person);
            let budget = Budget {
                nodes: NODES,
                ..self.budget
            };
            let solved = (self.method.solve)(&only(self.instance, &others), budget);
            if solved.bound.above_spread() > self.upper {
                free.insert(*person);
            }
        }
        let needed = free.len() - self.already.len();
        let rest = bound::Limits::of(self.instance, self.demands, start, &free);
        self.bound = self.bound.max(needed + rest.people());
    }

    fn is_done(&self, people: &BTreeSet<PersonId>) -> bool {
        people.len() <= self.bound || self.trials == 0 || (self.budget.stop)()
    }

    /// Leaves out whoever can be spared, the last in the order first: twice as many at once where that went well.
    fn spare(&mut self, mut people: BTreeSet<PersonId>, order: &[PersonId]) -> BTreeSet<PersonId> {
        let mut rest: Vec<PersonId> = order.to_vec();
        let mut size = 1;
        while !self.is_done(&people) {
            rest.retain(|person| people.contains(person));
            size = rest.len().min(size);
            if size == 0 {
                break;
            }
            let mut fewer = people.clone();
            for person in &rest[rest.len() - size..] {
                fewer.remove(person);
            }
            if let Some(used) = self.enough(&fewer) {
                people = used;
                size *= 2;
            } else if size == 1 {
                rest.pop();
            } else {
                size /= 2;
            }
        }
        people
    }

    /// Lets somebody in, as long as that spares two others.
    fn exchange(
        &mut self,
        mut people: BTreeSet<PersonId>,
        limits: &bound::Limits,
    ) -> BTreeSet<PersonId> {
        let mut outside = limits.ablest();
        outside.retain(|person| !people.contains(person) && !self.already.contains(person));
        for guest in outside.into_iter().take(GUESTS) {
            if self.is_done(&people) {
                break;
            }
            let mut with = people.clone();
            with.insert(guest);
            let spared = self.spare(with, &limits.ablest());
            if spared.len() < people.len() {
                people = spared;
            }
        }
        people
    }
}
