//! `checker-proctored` in force: proctors and checkers of one sitting must (or had better) be different people.
//!
//! The groups solved apart are a relaxation; where somebody then proctors and checks one sitting, branching decides:
//! not as proctor, not as checker, or – where the rule is only to be avoided – both, at its price. The case with the
//! lowest bound goes first, so the first case without a gap is the best roster.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::domain::{PersonId, Role, Severity, SittingId};

use super::account;
use super::budget::Budget;
use super::groups;
use super::instance::Instance;
use super::levels::Levels;
use super::timed::Solved;

/// A decision that makes a case.
#[derive(Debug, Clone, Copy)]
enum Decision {
    Never(SittingId, Role, PersonId),
    Both(SittingId, PersonId),
}

impl Decision {
    fn apply(self, instance: &mut Instance) {
        match self {
            Decision::Never(sitting, role, person) => instance.withdraw(sitting, role, person),
            Decision::Both(sitting, person) => {
                instance.pin(sitting, Role::Proctor, person);
                instance.pin(sitting, Role::Checker, person);
            }
        }
    }
}

/// A case still open.
struct Case {
    decisions: Vec<Decision>,
    groups: (Solved, Solved),
    bound: Levels,
}

struct Search<'a> {
    instance: &'a Instance,
    budget: Budget<'a>,
    best: Option<(Levels, Vec<(usize, PersonId)>)>,
    cases: Vec<Option<Case>>,
    /// Cases by the bound of levels 1–4, the youngest first among equals.
    open: BinaryHeap<Reverse<(Levels, Reverse<usize>)>>,
    /// Lowest bound among cases that nothing is left to decide in.
    closed: Option<Levels>,
    certified: bool,
}

/// Nodes of the searches within each case.
const NODES: u64 = 100;

/// Solves both groups jointly.
pub fn solve(instance: &Instance, budget: Budget<'_>) -> Solved {
    let mut search = Search {
        instance,
        budget,
        best: None,
        cases: Vec::new(),
        open: BinaryHeap::new(),
        closed: None,
        certified: true,
    };
    search.run();
    let certified = search.certified;
    let open = search.cases.iter().flatten().map(|case| case.bound);
    let lowest = open.chain(search.closed).min();
    let (value, duties) = search
        .best
        .unwrap_or_else(|| (account::value(instance, &[]), Vec::new()));
    Solved {
        duties,
        bound: lowest.map_or(value, |lowest| lowest.min(value).up_to_gap(&value))
            - instance.settled,
        certified,
        ..Solved::default()
    }
}

impl<'a> Search<'a> {
    fn inner(&self) -> Budget<'a> {
        Budget {
            nodes: NODES,
            ..self.budget
        }
    }

    fn run(&mut self) {
        let root = groups::solve(self.instance, self.inner());
        let (time_bound, checkers) = (root.0.duties.clone(), root.1.duties.clone());
        self.add(Vec::new(), root);
        // Most often one group has room enough to leave the other as it is.
        self.try_without(&checkers, Role::Proctor);
        if !self.is_done() {
            self.try_without(&time_bound, Role::Checker);
        }
        let mut nodes = self.budget.nodes;
        while !self.is_done() && nodes > 0 && !(self.budget.stop)() {
            nodes -= 1;
            let Some(Reverse((_, Reverse(index)))) = self.open.pop() else {
                return;
            };
            if let Some(case) = self.cases[index].take() {
                self.split(&case);
            }
        }
    }

    /// Has no open case a bound below the best roster?
    fn is_done(&self) -> bool {
        let (Some((value, _)), Some(Reverse((lowest, _)))) = (&self.best, self.open.peek()) else {
            return self.open.is_empty();
        };
        *lowest >= value.deciding()
    }

    /// Takes everyone who has a duty in these off the other role of the sitting, and solves again: one more roster.
    fn try_without(&mut self, duties: &[(usize, PersonId)], role: Role) {
        let mut instance = self.instance.clone();
        for &(index, person) in duties {
            let sitting = instance.demands[index].sitting;
            if self.instance.coupling.severity(person, sitting) != Severity::Allow {
                instance.withdraw(sitting, role, person);
            }
        }
        let (time_bound, checkers) = groups::solve(&instance, self.inner());
        self.offer(&instance, [time_bound.duties, checkers.duties].concat());
    }

    /// Keeps the roster if it is the best so far; the second of two duties that exclude each other is left empty.
    fn offer(&mut self, case: &Instance, mut duties: Vec<(usize, PersonId)>) {
        let positions = |demand: (SittingId, Role)| self.instance.position(demand.0, demand.1);
        let earlier = self.instance.pinned.len();
        for pinned in &case.pinned[earlier..] {
            if let Some(index) = positions((pinned.sitting, pinned.role)) {
                duties.push((index, pinned.candidate.person));
            }
        }
        let mut gone: Vec<usize> = account::couples(self.instance, &duties)
            .into_iter()
            .filter(|&(_, _, severity)| severity == Severity::Forbid)
            .map(|(_, checker, _)| checker)
            .collect();
        gone.sort_unstable();
        for at in gone.into_iter().rev() {
            duties.remove(at);
        }
        let value = account::value(self.instance, &duties);
        if self.best.as_ref().is_none_or(|(best, _)| value < *best) {
            self.best = Some((value, duties));
        }
    }

    fn add(&mut self, decisions: Vec<Decision>, groups: (Solved, Solved)) {
        let case = self.case(&decisions);
        let bound = groups::bound(&case, &groups);
        self.certified &= groups.0.certified && groups.1.certified;
        self.offer(
            &case,
            [groups.0.duties.clone(), groups.1.duties.clone()].concat(),
        );
        self.open
            .push(Reverse((bound.deciding(), Reverse(self.cases.len()))));
        self.cases.push(Some(Case {
            decisions,
            groups,
            bound,
        }));
    }

    fn case(&self, decisions: &[Decision]) -> Instance {
        let mut instance = self.instance.clone();
        for decision in decisions {
            decision.apply(&mut instance);
        }
        instance
    }

    fn split(&mut self, case: &Case) {
        let instance = self.case(&case.decisions);
        let duties = [case.groups.0.duties.clone(), case.groups.1.duties.clone()].concat();
        let couples = account::couples(&instance, &duties);
        let Some(&(proctor, _, severity)) = couples.first() else {
            // Nothing left to decide: the gap lies inside a group.
            self.closed = Some(
                self.closed
                    .map_or(case.bound, |known| known.min(case.bound)),
            );
            return;
        };
        let (index, person) = duties[proctor];
        let sitting = instance.demands[index].sitting;
        let mut decisions = vec![
            Decision::Never(sitting, Role::Proctor, person),
            Decision::Never(sitting, Role::Checker, person),
        ];
        if severity == Severity::Avoid {
            decisions.push(Decision::Both(sitting, person));
        }
        for decision in decisions {
            let mut all = case.decisions.clone();
            all.push(decision);
            let instance = self.case(&all);
            let (time_bound, checkers) = case.groups.clone();
            let groups = match decision {
                Decision::Never(_, Role::Checker, _) => {
                    (time_bound, super::checkers::solve(&instance, self.inner()))
                }
                Decision::Never(..) => (groups::time_bound(&instance, self.inner()), checkers),
                Decision::Both(..) => groups::solve(&instance, self.inner()),
            };
            self.add(all, groups);
        }
    }
}
