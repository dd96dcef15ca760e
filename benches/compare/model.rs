//! The plain ways, through `good_lp`: one weighted model, and one model a level with the levels above as rows.

#![expect(
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "the model's numbers are counts; good_lp wants them as floats"
)]

use std::collections::HashMap;
use std::time::Instant;

use good_lp::{
    Constraint, Expression, ProblemVariables, ResolutionError, Solution, SolutionStatus,
    SolverModel, Variable, WithTimeLimit, variable,
};
use recuse::domain::Role;

use super::instance::{Choice, Instance, Level};

/// A general solver behind `good_lp`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Backend {
    Microlp,
    #[cfg(feature = "highs")]
    Highs,
}

/// What a way came to.
pub struct Found {
    /// Levels that were proven, with their values.
    pub levels: Vec<(Level, u64)>,
    /// Seconds in the solver; building its models is not counted.
    pub seconds: f64,
    /// All levels are proven.
    pub proven: bool,
}

/// Variables and rows of one model.
struct Model<'a> {
    instance: &'a Instance,
    variables: ProblemVariables,
    takes: Vec<Variable>,
    empty: Vec<Variable>,
    /// For each load its pieces, and what one unit of each adds to the square.
    pieces: Vec<Vec<(Variable, f64)>>,
}

/// Values of all variables, in the order they were added.
type Values = Vec<f64>;

impl<'a> Model<'a> {
    fn new(instance: &'a Instance) -> Self {
        let mut variables = ProblemVariables::new();
        let takes = instance.choices.iter();
        let takes = takes.map(|_| variables.add(variable().binary())).collect();
        let empty = instance.demands.iter();
        let empty = empty
            .map(|it| variables.add(variable().integer().min(0).max(it.seats)))
            .collect();
        let mut pieces = Vec::new();
        for load in &instance.loads {
            let weight = |&choice: &usize| instance.demands[instance.choices[choice].demand].load;
            let all: u32 = load.choices.iter().map(weight).sum();
            let units = all.min(instance.most[&load.role]);
            let slope = |unit: u32| f64::from(2 * (load.history + unit) + 1);
            let mut mine: Vec<(Variable, f64)> = (0..units)
                .map(|unit| (variables.add(variable().min(0).max(1)), slope(unit)))
                .collect();
            if all > units {
                // Cheaper than the square, and so a relaxation, if anybody should ever have so much.
                let rest = variables.add(variable().min(0).max(all - units));
                mine.push((rest, slope(units)));
            }
            pieces.push(mine);
        }
        Self {
            instance,
            variables,
            takes,
            empty,
            pieces,
        }
    }

    fn rows(&self) -> Vec<Constraint> {
        let mut filled: Vec<Expression> = self.empty.iter().map(|&it| it.into()).collect();
        for (choice, &take) in self.instance.choices.iter().zip(&self.takes) {
            filled[choice.demand] += take;
        }
        let demands = self.instance.demands.iter().zip(filled);
        let mut rows: Vec<Constraint> = demands.map(|(it, sum)| sum.eq(it.seats)).collect();
        for (most, choices) in &self.instance.limits {
            let sum: Expression = choices.iter().map(|&choice| self.takes[choice]).sum();
            rows.push(sum.leq(*most));
        }
        for (load, pieces) in self.instance.loads.iter().zip(&self.pieces) {
            let mut sum = Expression::default();
            for &choice in &load.choices {
                let weight = self.instance.demands[self.instance.choices[choice].demand].load;
                sum += f64::from(weight) * self.takes[choice];
            }
            for &(piece, _) in pieces {
                sum -= piece;
            }
            rows.push(sum.eq(0));
        }
        rows
    }

    /// What the level counts of these roles' duties, beside what is settled.
    fn amount(&self, level: Level, roles: &[Role]) -> Expression {
        let role_of = |choice: &Choice| self.instance.demands[choice.demand].role;
        let choices = self.instance.choices.iter().zip(&self.takes);
        let choices = choices.filter(|(choice, _)| roles.contains(&role_of(choice)));
        match level {
            Level::Unfilled(role) => {
                let of_role = self.instance.demands.iter().zip(&self.empty);
                let of_role = of_role.filter(|(demand, _)| demand.role == role);
                of_role.map(|(_, &empty)| empty).sum()
            }
            Level::Avoided(code) => {
                let avoiding = choices.filter(|(choice, _)| choice.avoided.contains(&code));
                avoiding.map(|(_, &take)| take).sum()
            }
            Level::LessonsLost => {
                let costly = choices.filter(|(choice, _)| choice.lost > 0);
                costly
                    .map(|(choice, &take)| f64::from(choice.lost) * take)
                    .sum()
            }
            Level::LoadSquares(role) => {
                let loads = self.instance.loads.iter().zip(&self.pieces);
                let of_role = loads.filter(|(load, _)| load.role == role);
                let pieces = of_role.flat_map(|(_, pieces)| pieces);
                pieces.map(|&(piece, slope)| slope * piece).sum()
            }
        }
    }

    /// Minimises; the values and whether they are proven, or nothing where time was up first.
    fn minimise(
        self,
        objective: Expression,
        rows: Vec<Constraint>,
        (backend, limit): (Backend, f64),
    ) -> (Option<(Values, bool)>, f64) {
        let all: Vec<Variable> = self
            .variables
            .iter_variables_with_def()
            .map(|it| it.0)
            .collect();
        let values =
            |solution: &dyn Fn(Variable) -> f64| all.iter().map(|&it| solution(it)).collect();
        let problem = self.variables.minimise(objective);
        let (answer, seconds): (Result<(Values, bool), ResolutionError>, f64) = match backend {
            Backend::Microlp => {
                let model = problem
                    .using(good_lp::solvers::microlp::microlp)
                    .with_all(rows);
                let model = model.with_time_limit(limit);
                let started = Instant::now();
                let answer = model.solve();
                let seconds = started.elapsed().as_secs_f64();
                let of = |it: good_lp::solvers::microlp::MicroLpSolution| {
                    let proven = matches!(it.status(), SolutionStatus::Optimal);
                    (values(&|variable| it.value(variable)), proven)
                };
                (answer.map(of), seconds)
            }
            #[cfg(feature = "highs")]
            Backend::Highs => {
                let model = problem.using(good_lp::solvers::highs::highs).with_all(rows);
                let model = model.set_threads(1).with_time_limit(limit);
                let model = good_lp::WithMipGap::with_mip_gap(model, 0.0).expect("no gap is a gap");
                let started = Instant::now();
                let answer = model.solve();
                let seconds = started.elapsed().as_secs_f64();
                let of = |it: good_lp::solvers::highs::HighsSolution| {
                    let proven = matches!(it.status(), SolutionStatus::Optimal);
                    (values(&|variable| it.value(variable)), proven)
                };
                (answer.map(of), seconds)
            }
        };
        (answer.ok(), seconds)
    }
}

/// The amount of the level in these values, settled squares included.
fn count(instance: &Instance, level: Level, values: &Values) -> u64 {
    let model = Model::new(instance);
    let all = model.variables.iter_variables_with_def().map(|it| it.0);
    let values: HashMap<Variable, f64> = all.zip(values.iter().copied()).collect();
    let amount = model.amount(level, &Role::ALL).eval_with(&values);
    amount.round() as u64 + settled(instance, level)
}

/// Squares of what people bring along, which a model leaves out.
fn settled(instance: &Instance, level: Level) -> u64 {
    let Level::LoadSquares(role) = level else {
        return 0;
    };
    let of_role = instance.loads.iter().filter(|load| load.role == role);
    let brought: u64 = of_role.map(|load| u64::from(load.history).pow(2)).sum();
    brought + instance.settled[&role]
}

/// Level by level: each minimised while those above keep their value.
pub fn level_by_level(instance: &Instance, backend: Backend, limit: f64) -> Found {
    let (mut levels, mut seconds): (Vec<(Level, u64)>, f64) = (Vec::new(), 0.0);
    for level in instance.levels() {
        let model = Model::new(instance);
        let mut rows = model.rows();
        for &(above, value) in &levels {
            let value = (value - settled(instance, above)) as f64;
            rows.push(model.amount(above, &Role::ALL).leq(value + 0.01));
        }
        let objective = model.amount(level, &Role::ALL);
        let (answer, spent) = model.minimise(objective, rows, (backend, limit));
        seconds += spent;
        match answer {
            Some((values, true)) => {
                levels.push((level, count(instance, level, &values)));
            }
            Some((_, false)) | None => {
                return Found {
                    levels,
                    seconds,
                    proven: false,
                };
            }
        }
    }
    Found {
        levels,
        seconds,
        proven: true,
    }
}

/// One model: levels of one role group (proctors with assistants, checkers, observers) weighted so that a lower one
/// never outweighs a higher one.
pub fn weighted(instance: &Instance, backend: Backend, limit: f64) -> Found {
    let model = Model::new(instance);
    let mut objective = Expression::default();
    let groups: [&[Role]; 3] = [
        &[Role::Proctor, Role::Assistant],
        &[Role::Checker],
        &[Role::Observer],
    ];
    for group in groups {
        let mut weight = 1.0;
        for level in instance.levels().into_iter().rev() {
            let Some(greatest) = greatest(instance, level, group) else {
                continue;
            };
            objective += weight * model.amount(level, group);
            weight *= greatest + 1.0;
        }
    }
    let rows = model.rows();
    let (answer, seconds) = model.minimise(objective, rows, (backend, limit));
    let proven = answer.as_ref().is_some_and(|answer| answer.1);
    let values = answer.map(|answer| answer.0);
    let levels = values.map_or(Vec::new(), |values| {
        let levels = instance.levels().into_iter();
        levels
            .map(|level| (level, count(instance, level, &values)))
            .collect()
    });
    Found {
        levels,
        seconds,
        proven,
    }
}

/// More than the level can come to in the group; nothing where the group has no part in it.
fn greatest(instance: &Instance, level: Level, group: &[Role]) -> Option<f64> {
    let demands = || {
        instance
            .demands
            .iter()
            .filter(|it| group.contains(&it.role))
    };
    let seats: f64 = demands().map(|demand| f64::from(demand.seats)).sum();
    let mine = |choice: &&Choice| group.contains(&instance.demands[choice.demand].role);
    let mut choices = instance.choices.iter().filter(mine);
    let greatest = match level {
        Level::Unfilled(role) => group.contains(&role).then_some(seats),
        Level::Avoided(code) => choices
            .any(|it| it.avoided.contains(&code))
            .then_some(seats),
        Level::LessonsLost => choices
            .map(|it| f64::from(it.lost))
            .reduce(f64::max)
            .map(|it| it * seats),
        Level::LoadSquares(role) => {
            let people = instance
                .loads
                .iter()
                .filter(|load| load.role == role)
                .count() as f64;
            let most = f64::from(instance.most.get(&role).copied().unwrap_or(0));
            group.contains(&role).then_some(people * most * most)
        }
    };
    greatest.filter(|&it| it > 0.0)
}
