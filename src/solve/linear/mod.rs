//! Linear programs, stated through good_lp and solved by clarabel's interior point method.
//!
//! Floating point: what comes out suggests prices and duties, and proves nothing.

use good_lp::{
    DualValues, Expression, ProblemVariables, Solution, SolutionWithDual, SolverModel, Variable,
    clarabel, variable,
};

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
}

impl Program {
    /// The least sum; `None` where there is none, or the arithmetic fails.
    pub fn solve(&self) -> Option<Optimum> {
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
        let mut rows = Vec::with_capacity(self.rows.len());
        for row in &self.rows {
            let mut terms = row.terms.iter().map(|&(at, factor)| (at as usize, factor));
            let left = sum(&mut terms);
            rows.push(model.add_constraint(if row.is_equal {
                left.eq(row.most)
            } else {
                left.leq(row.most)
            }));
        }
        let mut solution = model.solve().ok()?;
        let values: Vec<f64> = variables.iter().map(|&it| solution.value(it)).collect();
        let dual = solution.compute_dual();
        let duals: Vec<f64> = rows.into_iter().map(|row| dual.dual(row)).collect();
        let is_finite = values.iter().chain(&duals).all(|it| it.is_finite());
        is_finite.then_some(Optimum { values, duals })
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
        let optimum = program.solve().unwrap();
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
        assert!(program.solve().is_none());
    }
}
