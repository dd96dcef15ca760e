//! One linear program over some of the pairs: one level is least, those above are held, some duties may be fixed.

use super::super::budget::Stop;
use super::super::levels::{Level, Levels};
use super::super::linear::dual::{Optimum, Program, Row};
use super::model::Model;

/// A level that is held: no more than that.
pub type Held = (Level, i64);

/// What a program is asked.
pub struct Question<'q> {
    /// Levels above, at their values.
    pub held: &'q [Held],
    /// What a pair costs.
    pub cost: &'q dyn Fn(usize) -> f64,
    /// What an empty seat of a demand costs.
    pub empty: &'q dyn Fn(usize) -> f64,
    /// The squares of this level are to be least.
    pub squares: Option<Level>,
    /// By load the fewest and the most duties that are thought of, where squares count.
    pub ranges: &'q [Range],
}

/// Duties of one load: fewest and most.
pub type Range = (u32, u32);

/// An answer in terms of the model.
pub struct Answer {
    /// Of each pair asked about.
    pub shares: Vec<f64>,
    /// Of each demand's seats.
    pub prices: Vec<f64>,
    /// Of each row of a person, what one more would cost: never positive.
    pub limits: Vec<f64>,
    /// Of each load, the same.
    pub loads: Vec<f64>,
    /// Of each held level, never negative.
    pub multipliers: Vec<f64>,
    /// What it all costs.
    pub sum: f64,
}

/// Rows of the program in the order of the model.
struct Builder<'m> {
    model: &'m Model<'m>,
    program: Program,
    seats: Vec<Vec<(u32, f64)>>,
    limits: Vec<Vec<(u32, f64)>>,
    loads: Vec<Vec<(u32, f64)>>,
    held: Vec<Vec<(u32, f64)>>,
}

/// Is nothing allowed that costs anything at this level?
fn is_barred(held: &[Held], levels: &Levels) -> bool {
    held.iter()
        .any(|&(level, value)| value == 0 && levels.get(level) > 0)
}

/// The squares that a level stands for.
fn is_squares(level: Level) -> bool {
    matches!(level, Level::LoadSquares(_))
}

impl Model<'_> {
    /// Solves over the open pairs, beside those that are fixed.
    pub fn ask(
        &self,
        (open, fixed): (&[usize], &[usize]),
        question: &Question<'_>,
        stop: Stop<'_>,
    ) -> Option<Answer> {
        let mut left = Left::new(self);
        for &pair in fixed {
            left.take(self, pair);
        }
        let mut builder = Builder::new(self, question.held.len());
        let mut columns = Vec::with_capacity(open.len());
        for &pair in open {
            let is_out =
                left.is_out(self, pair) || is_barred(question.held, &self.pairs[pair].levels);
            columns.push((!is_out).then(|| builder.pair(pair, question)));
        }
        builder.empty_seats(question);
        builder.steps(question, &left);
        let mut given = vec![0.0; question.held.len()];
        for &pair in fixed {
            for (given, (level, _)) in given.iter_mut().zip(question.held) {
                *given += self.pairs[pair].levels.get(*level) as f64;
            }
        }
        builder.solve(&columns, (&left, &given), (question, stop))
    }
}

/// What fixed duties leave.
struct Left {
    seats: Vec<u32>,
    limits: Vec<u32>,
    loads: Vec<u32>,
    taken: Vec<bool>,
}

impl Left {
    fn new(model: &Model<'_>) -> Self {
        Self {
            seats: (0..model.demands.len()).map(|it| model.seats(it)).collect(),
            limits: model.limits.clone(),
            loads: vec![0; model.loads.len()],
            taken: vec![false; model.pairs.len()],
        }
    }

    fn take(&mut self, model: &Model<'_>, pair: usize) {
        let it = &model.pairs[pair];
        self.taken[pair] = true;
        let seats = &mut self.seats[it.demand as usize];
        *seats = seats.saturating_sub(1);
        self.loads[it.load as usize] += 1;
        for &limit in &it.limits {
            let limit = &mut self.limits[limit as usize];
            *limit = limit.saturating_sub(1);
        }
    }

    fn is_out(&self, model: &Model<'_>, pair: usize) -> bool {
        let it = &model.pairs[pair];
        self.taken[pair]
            || self.seats[it.demand as usize] == 0
            || it.limits.iter().any(|&it| self.limits[it as usize] == 0)
    }
}

impl<'m> Builder<'m> {
    fn new(model: &'m Model<'m>, held: usize) -> Self {
        Self {
            model,
            program: Program::default(),
            seats: vec![Vec::new(); model.demands.len()],
            limits: vec![Vec::new(); model.limits.len()],
            loads: vec![Vec::new(); model.loads.len()],
            held: vec![Vec::new(); held],
        }
    }

    fn column(&mut self, cost: f64) -> u32 {
        self.program.costs.push(cost);
        self.program.costs.len() as u32 - 1
    }

    fn hold(&mut self, column: u32, held: &[Held], amount: impl Fn(Level) -> i64) {
        for (terms, &(level, _)) in self.held.iter_mut().zip(held) {
            let amount = amount(level);
            if amount != 0 {
                terms.push((column, amount as f64));
            }
        }
    }

    fn pair(&mut self, pair: usize, question: &Question<'_>) -> u32 {
        let column = self.column((question.cost)(pair));
        let it = &self.model.pairs[pair];
        self.seats[it.demand as usize].push((column, 1.0));
        self.loads[it.load as usize].push((column, 1.0));
        for &limit in &it.limits {
            self.limits[limit as usize].push((column, 1.0));
        }
        self.hold(column, question.held, |level| it.levels.get(level));
        column
    }

    fn empty_seats(&mut self, question: &Question<'_>) {
        for demand in 0..self.model.demands.len() {
            let empty = |level| self.model.empty(demand, level);
            if question
                .held
                .iter()
                .any(|&(level, value)| value == 0 && empty(level) > 0)
            {
                continue;
            }
            let column = self.column((question.empty)(demand));
            self.seats[demand].push((column, 1.0));
            let model = self.model;
            self.hold(column, question.held, |level| model.empty(demand, level));
        }
    }

    /// The n-th duty of a role adds a square's growth.
    fn steps(&mut self, question: &Question<'_>, left: &Left) {
        let counts =
            |level| question.squares == Some(level) || question.held.iter().any(|it| it.0 == level);
        for at in 0..self.model.loads.len() {
            let load = &self.model.loads[at];
            let level = Level::LoadSquares(load.role);
            if !counts(level) || self.loads[at].is_empty() {
                self.loads[at].clear();
                continue;
            }
            let first = Self::first_step(at, left, question);
            for step in first..question.ranges[at].1.min(load.most) {
                let grown = load.weight * (2 * (load.before + i64::from(step)) + 1);
                let cost = if question.squares == Some(level) {
                    grown as f64
                } else {
                    0.0
                };
                let column = self.column(cost);
                self.loads[at].push((column, -1.0));
                let of = |other| if other == level { grown } else { 0 };
                self.hold(column, question.held, of);
                self.program.rows.push(Row {
                    terms: vec![(column, 1.0)],
                    is_equal: false,
                    most: 1.0,
                });
            }
        }
    }

    /// Duties of the load that cannot be fewer.
    fn first_step(at: usize, left: &Left, question: &Question<'_>) -> u32 {
        question.ranges[at].0.max(left.loads[at])
    }

    fn solve(
        mut self,
        columns: &[Option<u32>],
        (left, given): (&Left, &[f64]),
        (question, stop): (&Question<'_>, Stop<'_>),
    ) -> Option<Answer> {
        let held = question.held;
        let certain: Vec<u32> = (0..left.loads.len())
            .map(|at| Self::first_step(at, left, question))
            .collect();
        let mut rows = Vec::new();
        let mut add = |program: &mut Program, terms: Vec<(u32, f64)>, is_equal, most: f64| {
            let is_empty = terms.is_empty();
            rows.push((!is_empty).then_some(program.rows.len()));
            if !is_empty {
                program.rows.push(Row {
                    terms,
                    is_equal,
                    most,
                });
            }
            !(is_empty && is_equal && most > 0.0)
        };
        let mut can_be = true;
        for (terms, &seats) in self.seats.into_iter().zip(&left.seats) {
            can_be &= add(&mut self.program, terms, true, f64::from(seats));
        }
        for (terms, &most) in self.limits.into_iter().zip(&left.limits) {
            add(&mut self.program, terms, false, f64::from(most));
        }
        for ((terms, &first), &taken) in self.loads.into_iter().zip(&certain).zip(&left.loads) {
            add(&mut self.program, terms, true, f64::from(first - taken));
        }
        for ((terms, &(level, value)), given) in self.held.into_iter().zip(held).zip(given) {
            // What duties that are certain have added to the squares.
            let squares: i64 = if is_squares(level) {
                squares(self.model, &certain, level)
            } else {
                0
            };
            let most = value as f64 - given - squares as f64;
            add(
                &mut self.program,
                if value == 0 { Vec::new() } else { terms },
                false,
                most,
            );
        }
        if !can_be {
            return None;
        }
        let Optimum { values, duals, sum } = self.program.solve(stop)?;
        let mut duals = rows
            .into_iter()
            .map(|row| row.map_or(0.0, |row| duals[row]));
        let mut next = |count: usize| -> Vec<f64> { duals.by_ref().take(count).collect() };
        Some(Answer {
            sum,
            shares: columns
                .iter()
                .map(|it| it.map_or(0.0, |it| values[it as usize]))
                .collect(),
            prices: next(left.seats.len()),
            limits: next(left.limits.len()),
            loads: next(left.loads.len()),
            multipliers: next(held.len())
                .into_iter()
                .map(|it| (-it).max(0.0))
                .collect(),
        })
    }
}

/// The growth of the level's squares by so many duties of each load.
fn squares(model: &Model<'_>, duties: &[u32], level: Level) -> i64 {
    let loads = model.loads.iter().zip(duties);
    let mine = loads.filter(|(load, _)| Level::LoadSquares(load.role) == level);
    let grown = |taken: i64, before: i64| taken * (2 * before + taken);
    mine.map(|(load, &taken)| load.weight * grown(i64::from(taken), load.before))
        .sum()
}
