//! Programs with whole variables: microlp, or `HiGHS` where this build has it (feature `highs`).

#![expect(
    clippy::cast_precision_loss,
    reason = "numbers of a program are counts far below 2^53; good_lp wants them as floats"
)]

use good_lp::{
    Expression, ProblemVariables, Solution, SolutionStatus, SolverModel, Variable, WithTimeLimit,
    variable,
};

/// A general solver behind `good_lp`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// microlp, always there.
    Microlp,
    /// `HiGHS`, on one thread.
    #[cfg(feature = "highs")]
    Highs,
}

impl Default for Engine {
    /// `HiGHS` where this build has it.
    fn default() -> Self {
        #[cfg(feature = "highs")]
        return Engine::Highs;
        #[cfg(not(feature = "highs"))]
        return Engine::Microlp;
    }
}

impl Engine {
    /// As reports name it.
    pub fn name(self) -> &'static str {
        match self {
            Engine::Microlp => "good_lp with microlp",
            #[cfg(feature = "highs")]
            Engine::Highs => "good_lp with HiGHS",
        }
    }
}

/// A variable between 0 and `most`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// No more.
    pub most: u32,
    /// Only whole values count.
    pub is_whole: bool,
}

/// A sum of variables (position, factor) that is, or is at most, a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The sum.
    pub terms: Vec<(usize, i64)>,
    /// Just the number, not less.
    pub is_equal: bool,
    /// The number.
    pub most: i64,
}

/// Variables, and what holds for them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Program {
    /// The variables.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Row>,
}

/// Values of all variables.
pub type Values = Vec<f64>;

/// What the solver says.
#[derive(Debug, Clone, PartialEq)]
pub enum Found {
    /// These make the sum least, it says.
    Least(Values),
    /// These are the best it has found.
    Some(Values),
    /// Time was up before it found any, or its arithmetic failed, or there are none.
    Nothing,
}

impl Program {
    /// One more variable; its position.
    pub fn column(&mut self, column: Column) -> usize {
        self.columns.push(column);
        self.columns.len() - 1
    }

    /// One more row: at most so much.
    pub fn at_most(&mut self, terms: Vec<(usize, i64)>, most: i64) {
        self.rows.push(Row {
            terms,
            is_equal: false,
            most,
        });
    }

    /// One more row: just so much.
    pub fn equal(&mut self, terms: Vec<(usize, i64)>, most: i64) {
        self.rows.push(Row {
            terms,
            is_equal: true,
            most,
        });
    }

    /// Makes the sum least, in so many seconds.
    pub fn least(&self, sum: &[(usize, i64)], (engine, seconds): (Engine, f64)) -> Found {
        let mut problem = ProblemVariables::new();
        let new = |column: &Column| {
            let definition = variable().min(0).max(column.most);
            problem.add(if column.is_whole {
                definition.integer()
            } else {
                definition
            })
        };
        let variables: Vec<Variable> = self.columns.iter().map(new).collect();
        let expression = |terms: &[(usize, i64)]| {
            let mut sum = Expression::with_capacity(terms.len());
            for &(at, factor) in terms {
                sum.add_mul(factor as f64, variables[at]);
            }
            sum
        };
        let rows = self.rows.iter().map(|row| {
            let left = expression(&row.terms);
            if row.is_equal {
                left.eq(row.most as f64)
            } else {
                left.leq(row.most as f64)
            }
        });
        let problem = problem.minimise(expression(sum));
        match engine {
            Engine::Microlp => {
                let model = problem.using(good_lp::solvers::microlp::microlp);
                answer(model.with_all(rows).with_time_limit(seconds), &variables)
            }
            #[cfg(feature = "highs")]
            Engine::Highs => {
                let model = problem.using(good_lp::solvers::highs::highs).set_threads(1);
                match good_lp::WithMipGap::with_mip_gap(model, 0.0) {
                    Ok(model) => answer(model.with_all(rows).with_time_limit(seconds), &variables),
                    Err(_) => Found::Nothing,
                }
            }
        }
    }
}

fn answer(model: impl SolverModel, variables: &[Variable]) -> Found {
    let Ok(solution) = model.solve() else {
        return Found::Nothing;
    };
    let values: Values = variables.iter().map(|&it| solution.value(it)).collect();
    if !values.iter().all(|value| value.is_finite()) {
        return Found::Nothing;
    }
    match solution.status() {
        SolutionStatus::Optimal => Found::Least(values),
        _ => Found::Some(values),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn program(seats: i64) -> Program {
        let mut program = Program::default();
        let column = Column {
            most: 1,
            is_whole: true,
        };
        let [a, b] = [program.column(column), program.column(column)];
        // Two people, one of whom counts double; together just so much.
        program.equal(vec![(a, 2), (b, 2)], seats);
        program.at_most(vec![(a, 1), (b, 1)], 2);
        program
    }

    #[test]
    fn the_cheaper_of_two_is_taken() {
        assert_eq!(
            program(2).least(&[(0, 3), (1, 2)], (Engine::Microlp, 5.0)),
            Found::Least(vec![0.0, 1.0])
        );
    }

    #[test]
    fn what_only_halves_could_do_is_nothing() {
        assert_eq!(
            program(1).least(&[(0, 1)], (Engine::Microlp, 5.0)),
            Found::Nothing
        );
    }
}
