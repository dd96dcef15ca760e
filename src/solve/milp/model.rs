//! A part of a school as columns, rows and weights.
//!
//! For demands d, their candidates p, loads (p, role):
//! - x(p, d) whole, 0 or 1: p takes a seat of d; u(d): empty seats; Σ x + u = seats.
//! - For every greatest set of times of one day of which every two overlap: Σ x of p over these ≤ 1.
//! - Σ x of p on a day, in a week and in all ≤ what their limits leave; Σ works · x of a day and in all likewise.
//! - x(p, proctor) + x(p, checker) ≤ 1 at a sitting where both together are forbidden, ≤ 1 + y where they cost y.
//! - Σ amount · x = Σ z of a load, whose pieces z lie between the sums that duties can come to; each has the slope of the
//!   square there, so that the pieces come to the square itself wherever duties are whole.
//! - x ≤ v(p) where people are counted, x ≤ w(p, commission) where pairs of a checker and a commission are.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{PersonId, Role, RuleCode, Severity, SittingId};

use super::super::instance::{Candidate, Demand, Instance};
use super::super::levels::Level;
use super::super::linear::{Column, Engine, Found, Program};
use super::super::stable;
use super::goal::Goal;
use super::parts;

/// A candidate for a seat, as a column.
struct Take {
    /// Index among the instance's demands.
    demand: usize,
    person: PersonId,
    column: usize,
}

/// Columns, rows and weights.
pub struct Model<'a> {
    /// The school.
    pub instance: &'a Instance,
    /// Indices of the part's demands.
    pub part: &'a [usize],
    takes: Vec<Take>,
    program: Program,
    weights: BTreeMap<Goal, Vec<(usize, i64)>>,
    /// Goals held at nothing: what costs anything there has no column.
    nothing: BTreeSet<Goal>,
}

impl<'a> Model<'a> {
    /// Of a part, where these goals are not to be more than that.
    pub fn new((instance, part): (&'a Instance, &'a [usize]), held: &[(Goal, i64)]) -> Self {
        let nothing = held.iter().filter(|it| it.1 == 0).map(|it| it.0);
        let mut model = Self {
            instance,
            part,
            takes: Vec::new(),
            program: Program::default(),
            weights: BTreeMap::new(),
            nothing: nothing.collect(),
        };
        for &index in part {
            model.add_demand(index);
        }
        let mut of_person: BTreeMap<PersonId, Vec<usize>> = BTreeMap::new();
        for (at, take) in model.takes.iter().enumerate() {
            of_person.entry(take.person).or_default().push(at);
        }
        let already = parts::already(instance);
        for (&person, takes) in &of_person {
            model.add_limits(person, takes);
            model.add_loads(person, takes);
            model.add_couplings(person, takes);
            if instance.prefer.few_people() && !already.contains(&person) {
                model.add_person(takes);
            }
            if instance.prefer.stable_commissions() {
                model.add_commissions(person, takes);
            }
        }
        for &(goal, most) in held {
            if let Some(terms) = model.weights.get(&goal) {
                model.program.at_most(terms.clone(), most);
            }
        }
        model
    }

    /// What can differ from roster to roster.
    pub fn goals(&self) -> Vec<Goal> {
        self.weights.keys().copied().collect()
    }

    /// Makes a goal least in so many seconds.
    pub fn least(&self, goal: Goal, limits: (Engine, f64)) -> Found {
        let sum = self.weights.get(&goal).map_or(&[][..], Vec::as_slice);
        self.program.least(sum, limits)
    }

    /// Whom the values give a seat.
    pub fn duties(&self, values: &[f64]) -> Vec<(usize, PersonId)> {
        let taken = self.takes.iter().filter(|take| values[take.column] > 0.5);
        taken.map(|take| (take.demand, take.person)).collect()
    }

    /// What the values come to.
    pub fn sum(&self, goal: Goal, values: &[f64]) -> f64 {
        let weights = self.weights.get(&goal).into_iter().flatten();
        #[expect(clippy::cast_precision_loss, reason = "weights are small counts")]
        weights
            .map(|&(at, weight)| values[at] * weight as f64)
            .sum()
    }

    fn demand(&self, take: usize) -> &'a Demand {
        &self.instance.demands[self.takes[take].demand]
    }

    fn column(&mut self, most: u32, is_whole: bool) -> usize {
        self.program.column(Column { most, is_whole })
    }

    fn weigh(&mut self, goal: Goal, column: usize, weight: i64) {
        self.weights.entry(goal).or_default().push((column, weight));
    }

    fn add_demand(&mut self, index: usize) {
        let demand = &self.instance.demands[index];
        let mut seats = Vec::with_capacity(demand.candidates.len() + 1);
        for candidate in &demand.candidates {
            if let Some(column) = self.add_take(candidate) {
                self.takes.push(Take {
                    demand: index,
                    person: candidate.person,
                    column,
                });
                seats.push((column, 1));
            }
        }
        let unfilled = Goal::from(Level::Unfilled(demand.role));
        if !self.nothing.contains(&unfilled) {
            let empty = self.column(demand.seats, true);
            self.weigh(unfilled, empty, 1);
            seats.push((empty, 1));
        }
        self.program.equal(seats, i64::from(demand.seats));
    }

    /// The column of a candidate; none where it costs what may cost nothing.
    fn add_take(&mut self, candidate: &Candidate) -> Option<usize> {
        let levels = candidate.levels();
        let costs: Vec<(Goal, i64)> = Level::all()
            .map(|level| (Goal::from(level), levels.get(level)))
            .filter(|it| it.1 > 0)
            .collect();
        if costs.iter().any(|it| self.nothing.contains(&it.0)) {
            return None;
        }
        let column = self.column(1, true);
        for (goal, weight) in costs {
            self.weigh(goal, column, weight);
        }
        Some(column)
    }

    /// One duty at a time, and no more on a day and in all than limits leave.
    fn add_limits(&mut self, person: PersonId, takes: &[usize]) {
        let standing = &self.instance.standing[person.index()];
        let mut by_day: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        let mut by_week: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        let (mut all, mut works) = (Vec::new(), Vec::new());
        for &take in takes {
            let demand = self.demand(take);
            if demand.role.is_time_bound() {
                by_day.entry(demand.day).or_default().push(take);
                by_week.entry(demand.week).or_default().push(take);
                all.push(take);
            } else {
                works.push(take);
            }
        }
        for (&day, mine) in &by_day {
            for together in self.cliques(mine) {
                self.limit(&together, 1);
            }
            self.limit(mine, standing.left_on(day));
        }
        for (&week, mine) in &by_week {
            self.limit(mine, standing.left_in(week));
        }
        self.limit(&all, standing.total);
        self.limit_works(person, &works);
    }

    /// No more works, of a day and in all, than limits leave.
    fn limit_works(&mut self, person: PersonId, takes: &[usize]) {
        let limits = &self.instance.standing[person.index()].works;
        if !limits.is_limited() {
            return;
        }
        let mut by_day: BTreeMap<u32, Vec<(usize, i64)>> = BTreeMap::new();
        for &take in takes {
            let demand = self.demand(take);
            let term = (self.takes[take].column, i64::from(demand.load));
            by_day.entry(demand.day).or_default().push(term);
        }
        let all: Vec<(usize, i64)> = by_day.values().flatten().copied().collect();
        let of_days = by_day
            .into_iter()
            .map(|(day, works)| (works, limits.left_on(day)));
        for (works, most) in of_days.chain([(all, limits.left)]) {
            let most = i64::from(most);
            if works.iter().map(|it| it.1).sum::<i64>() > most {
                self.program.at_most(works, most);
            }
        }
    }

    fn limit(&mut self, takes: &[usize], most: u32) {
        if takes.len() > most as usize {
            let columns = takes.iter().map(|&take| (self.takes[take].column, 1));
            self.program.at_most(columns.collect(), i64::from(most));
        }
    }

    /// The greatest sets of these of which every two overlap.
    fn cliques(&self, takes: &[usize]) -> Vec<Vec<usize>> {
        let mut by_span: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for &take in takes {
            by_span
                .entry(self.demand(take).span)
                .or_default()
                .push(take);
        }
        let spans: Vec<u32> = by_span.keys().copied().collect();
        let mut found = Vec::new();
        let overlap = |a, b| self.instance.overlaps.overlap(a, b);
        extend(&overlap, (Vec::new(), spans, Vec::new()), &mut found);
        let takes_of = |set: Vec<u32>| set.iter().flat_map(|span| by_span[span].clone()).collect();
        found.into_iter().map(takes_of).collect()
    }

    fn add_loads(&mut self, person: PersonId, takes: &[usize]) {
        let standing = &self.instance.standing[person.index()];
        for role in Role::ALL {
            let mine: Vec<usize> = takes
                .iter()
                .copied()
                .filter(|&take| self.demand(take).role == role)
                .collect();
            let loads = |demand: &Demand| demand.load;
            let lessons = |demand: &Demand| demand.lessons;
            self.add_square(
                Level::LoadSquares(role),
                (standing.load[role], standing.weight(role), &mine),
                loads,
            );
            if role.is_time_bound() {
                let level = Level::LessonSquares(role);
                self.add_square(level, (standing.lessons[role], 1, &mine), lessons);
            }
        }
    }

    /// The pieces of one square, which weighs so much.
    fn add_square(
        &mut self,
        level: Level,
        (before, weight, takes): (u32, i64, &[usize]),
        amount: impl Fn(&Demand) -> u32,
    ) {
        let amounts = takes.iter().map(|&take| amount(self.demand(take)));
        let mut terms: Vec<(usize, i64)> = takes
            .iter()
            .zip(amounts.clone())
            .map(|(&take, amount)| (self.takes[take].column, i64::from(amount)))
            .collect();
        let mut sums = BTreeSet::from([0]);
        for amount in amounts {
            let more: Vec<u32> = sums.iter().map(|sum| sum + amount).collect();
            sums.extend(more);
        }
        let sums: Vec<u32> = sums.into_iter().collect();
        for ends in sums.windows(2) {
            let piece = self.column(ends[1] - ends[0], false);
            let slope = 2 * i64::from(before) + i64::from(ends[0]) + i64::from(ends[1]);
            self.weigh(level.into(), piece, weight * slope);
            terms.push((piece, -1));
        }
        if sums.len() > 1 {
            self.program.equal(terms, 0);
        }
    }

    /// Proctor and checker of one sitting, where a rule speaks of that.
    fn add_couplings(&mut self, person: PersonId, takes: &[usize]) {
        let of_role = |role: Role| -> Vec<(SittingId, usize)> {
            let mine = takes.iter().filter(|&&it| self.demand(it).role == role);
            mine.map(|&it| (self.demand(it).sitting, self.takes[it].column))
                .collect()
        };
        let checkers: BTreeMap<_, _> = of_role(Role::Checker).into_iter().collect();
        let both: Vec<_> = of_role(Role::Proctor)
            .into_iter()
            .filter_map(|(sitting, a)| Some((sitting, a, *checkers.get(&sitting)?)))
            .collect();
        let goal = Goal::from(Level::Avoided(RuleCode::CheckerProctored));
        for (sitting, a, b) in both {
            let severity = self.instance.coupling.severity(person, sitting);
            let mut terms = vec![(a, 1), (b, 1)];
            if severity == Severity::Allow {
                continue;
            }
            if severity == Severity::Avoid && !self.nothing.contains(&goal) {
                let at_its_price = self.column(1, false);
                self.weigh(goal, at_its_price, 1);
                terms.push((at_its_price, -1));
            }
            self.program.at_most(terms, 1);
        }
    }

    /// Whoever has a time-bound duty is called in.
    fn add_person(&mut self, takes: &[usize]) {
        let is_timed = |&&take: &&usize| self.demand(take).role.is_time_bound();
        let timed = takes.iter().filter(is_timed);
        let columns: Vec<usize> = timed.map(|&take| self.takes[take].column).collect();
        self.add_any(Goal::People, columns);
    }

    /// A column that is 1 for each commission in which the person checks anything.
    fn add_commissions(&mut self, person: PersonId, takes: &[usize]) {
        let pinned = stable::pinned(self.instance);
        let mut columns: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for &take in takes {
            let it = &self.takes[take];
            let commission = stable::commission(self.instance, it.demand);
            let checks = self.demand(take).role == Role::Checker;
            if checks && !pinned.contains(&(commission, person)) {
                columns.entry(commission).or_default().push(it.column);
            }
        }
        for columns in columns.into_values() {
            self.add_any(Goal::Commissions, columns);
        }
    }

    /// A column that costs 1 where any of the columns is taken.
    fn add_any(&mut self, goal: Goal, columns: Vec<usize>) {
        if columns.is_empty() {
            return;
        }
        let called = self.column(1, false);
        self.weigh(goal, called, 1);
        for column in columns {
            self.program.at_most(vec![(column, 1), (called, -1)], 0);
        }
    }
}

/// Sets within which every two overlap and which no other span could join: those that hold all of the first, some of the
/// second and none of the third list.
fn extend(
    overlap: &impl Fn(u32, u32) -> bool,
    (within, mut open, mut closed): (Vec<u32>, Vec<u32>, Vec<u32>),
    found: &mut Vec<Vec<u32>>,
) {
    if open.is_empty() && closed.is_empty() {
        found.push(within);
        return;
    }
    while let Some(span) = open.pop() {
        let near = |spans: &[u32]| -> Vec<u32> {
            let spans = spans.iter().copied();
            spans.filter(|&other| overlap(span, other)).collect()
        };
        let mut more = within.clone();
        more.push(span);
        extend(overlap, (more, near(&open), near(&closed)), found);
        closed.push(span);
    }
}
