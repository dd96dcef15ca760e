//! Linear programs with their dual values, solved by clarabel's interior point method.
//!
//! Floating point: what comes out suggests prices and duties, and proves nothing. `good_lp` states the program; the run
//! itself is started here, as `good_lp` knows no way to stop one.

use clarabel::solver::{IPSolver, SolverStatus};
use good_lp::{Expression, ProblemVariables, SolverModel, Variable, clarabel, variable};

use super::super::budget::Stop;
use super::watched::{self, IsOver};

/// A row: a sum of variables that is, or is at most, a number.
pub struct Row {
    /// Positions of variables, and their factors.
    pub terms: Vec<(u32, f64)>,
    /// Just the number, not less.
    pub is_equal: bool,
    /// The number.
    pub most: f64,
}

/// Variables from 0 on whose weighted sum is to be least.
#[derive(Default)]
pub struct Program {
    /// Weight of each variable.
    pub costs: Vec<f64>,
    /// What holds for them.
    pub rows: Vec<Row>,
}

/// What is found.
pub struct Optimum {
    /// Of each variable.
    pub values: Vec<f64>,
    /// What one more on a row's right side adds to the sum.
    pub duals: Vec<f64>,
    /// The sum.
    pub sum: f64,
}

/// How near to the least sum is near enough: prices are rounded to parts of a thousand.
const GAP: f64 = 1e-8;
/// How exactly each step's equations are solved.
const REFINED: f64 = 1e-11;

impl Program {
    /// The least sum; `None` where there is none, the arithmetic fails, or it is to stop.
    pub fn solve(self, stop: Stop<'_>) -> Option<Optimum> {
        if self.costs.is_empty() {
            return self.without_variables();
        }
        watched::run(move |is_over| self.least(is_over), stop)
    }

    fn least(self, is_over: Box<IsOver>) -> Option<Optimum> {
        let mut problem = ProblemVariables::new();
        let new = |_: &f64| problem.add(variable().min(0.0));
        let variables: Vec<Variable> = self.costs.iter().map(new).collect();
        let sum = |terms: &mut dyn Iterator<Item = (usize, f64)>| {
            let mut sum = Expression::with_capacity(terms.size_hint().0);
            for (at, factor) in terms {
                sum.add_mul(factor, variables[at]);
            }
            sum
        };
        let costs = self.costs.iter().copied().enumerate();
        let objective = sum(&mut costs.filter(|it| it.1 != 0.0));
        let mut model = problem.minimise(objective).using(clarabel);
        model
            .settings()
            .tol_gap_abs(GAP)
            .tol_gap_rel(GAP)
            .tol_feas(GAP)
            .iterative_refinement_reltol(REFINED)
            .iterative_refinement_abstol(REFINED);
        for row in &self.rows {
            let mut terms = row.terms.iter().map(|&(at, factor)| (at as usize, factor));
            let left = sum(&mut terms);
            if is_over() {
                return None;
            }
            model.add_constraint(if row.is_equal {
                left.eq(row.most)
            } else {
                left.leq(row.most)
            });
        }
        let mut solver = model.try_into_solver().ok()?;
        solver.set_termination_callback(move |_| is_over());
        solver.solve();
        let found = &solver.solution;
        if !matches!(
            found.status,
            SolverStatus::Solved | SolverStatus::AlmostSolved
        ) {
            return None;
        }
        // Rows come after those that keep each variable from being negative.
        let duals = found.z.iter().skip(variables.len()).map(|it| -it);
        let optimum = Optimum {
            values: found.x.clone(),
            duals: duals.collect(),
            sum: found.obj_val,
        };
        let all = optimum.values.iter().chain(&optimum.duals);
        let is_finite = all.chain([&optimum.sum]).all(|it| it.is_finite());
        is_finite.then_some(optimum)
    }

    /// Nothing is to be chosen, which clarabel cannot take: the rows hold as they stand, or never.
    fn without_variables(&self) -> Option<Optimum> {
        let holds = |row: &Row| row.most == 0.0 || (row.most > 0.0 && !row.is_equal);
        self.rows.iter().all(holds).then(|| Optimum {
            values: Vec::new(),
            duals: vec![0.0; self.rows.len()],
            sum: 0.0,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_and_duals_of_a_small_program() {
        // Two seats, one person who may have one of them; an empty seat costs 3 and 5, the person's duty 1.
        let row = |terms: &[u32], is_equal| Row {
            terms: terms.iter().map(|&at| (at, 1.0)).collect(),
            is_equal,
            most: 1.0,
        };
        let program = Program {
            costs: vec![1.0, 1.0, 3.0, 5.0],
            rows: vec![row(&[0, 2], true), row(&[1, 3], true), row(&[0, 1], false)],
        };
        let optimum = program.solve(&|| false).unwrap();
        let near = |found: &[f64], wanted: &[f64]| {
            found.iter().zip(wanted).all(|(a, b)| (a - b).abs() < 1e-6)
        };
        assert!(near(&optimum.values, &[0.0, 1.0, 1.0, 0.0]));
        let [first, second, person] = optimum.duals[..] else {
            panic!("three rows")
        };
        assert!(near(&[first, second + person], &[3.0, 1.0]) && (-4.0..=-2.0).contains(&person));
    }

    #[test]
    fn a_program_that_is_to_stop_has_no_optimum() {
        let many = 2_000_u32;
        let row = |at: u32| Row {
            terms: vec![(at, 1.0), ((at * 7 + 1) % many, 1.0)],
            is_equal: false,
            most: 1.0,
        };
        let program = || Program {
            costs: (0..many).map(|at| -1.0 - f64::from(at % 13)).collect(),
            rows: (0..many).map(row).collect(),
        };
        assert!(program().solve(&|| true).is_none());
        let optimum = program().solve(&|| false).unwrap();
        let program = program();
        let costs = program.costs.iter().zip(&optimum.values);
        let sum: f64 = costs.map(|(cost, value)| cost * value).sum();
        assert!((sum - optimum.sum).abs() < 1e-3, "{sum} {}", optimum.sum);
    }

    #[test]
    fn what_contradicts_itself_has_no_optimum() {
        let row = |is_equal, most| Row {
            terms: vec![(0, 1.0)],
            is_equal,
            most,
        };
        let program = Program {
            costs: vec![1.0],
            rows: vec![row(true, 2.0), row(false, 1.0)],
        };
        assert!(program.solve(&|| false).is_none());
    }
}
