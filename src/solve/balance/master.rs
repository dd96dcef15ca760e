//! The best prices as far as the sets seen so far tell: a linear program, the dual of the master of column generation.
//!
//! Floating point lives here alone. What comes out are only prices, and prices need no trust: any prices give a bound.

#![expect(
    clippy::cast_precision_loss,
    reason = "what the program sees is far below 2^53, and is rounded anyway"
)]

use good_lp::{Expression, Solution, SolverModel, Variable, variable, variables};

use super::part::Part;
use super::ranges::Ranges;

/// A set that one person may take.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Column {
    /// Position among the people.
    pub person: usize,
    /// Copies of each of the person's pairs.
    pub counts: Vec<i64>,
}

impl Column {
    /// Does the case allow it?
    pub fn fits(&self, part: &Part, ranges: &Ranges) -> bool {
        part.pairs_of[self.person]
            .iter()
            .zip(&self.counts)
            .all(|(&pair, count)| {
                let (fewest, most) = ranges.of(pair);
                (fewest..=most).contains(count)
            })
    }
}

/// What the program finds.
#[derive(Debug, Clone)]
pub struct Model {
    /// Prices of the classes, scaled.
    pub prices: Vec<i64>,
    /// No prices as near bound better than this, scaled.
    pub promise: i64,
}

/// A set at given prices.
struct Row {
    person: usize,
    /// (Load + weights)² less the prices, scaled.
    cost: i64,
    /// Classes and copies.
    members: Vec<(usize, i64)>,
    /// All copies together.
    size: i64,
}

impl Row {
    fn new(part: &Part, column: &Column, prices: &[i64], scale: i64) -> Self {
        let (mut load, mut earned) = (part.loads[column.person], 0);
        let mut members = Vec::new();
        for (&pair, &count) in part.pairs_of[column.person]
            .iter()
            .zip(&column.counts)
            .filter(|(_, count)| **count > 0)
        {
            let class = part.pairs[pair].class;
            load += count * part.classes[class].weight;
            earned += count * prices[class];
            members.push((class, count));
        }
        let size = members.iter().map(|(_, count)| count).sum();
        Self {
            person: column.person,
            cost: scale * load.pow(2) - earned,
            members,
            size,
        }
    }
}

/// The prices not farther than `radius` from the old ones that bound best by these columns, of which everyone has some.
///
/// All values are multiples of 1/`scale`; the program works with differences from the old prices and their bound.
pub fn best_prices<'a>(
    part: &Part,
    columns: impl Iterator<Item = &'a Column>,
    old: &[i64],
    (radius, scale): (i64, i64),
) -> Option<Model> {
    let unit = |value: i64| value as f64 / scale as f64;
    let whole = |value: f64| (value * scale as f64).round() as i64;
    let mut rows_of: Vec<Vec<Row>> = part.people.iter().map(|_| Vec::new()).collect();
    for column in columns {
        rows_of[column.person].push(Row::new(part, column, old, scale));
    }
    let mut variables = variables!();
    let shifts: Vec<Variable> = old
        .iter()
        .map(|_| variables.add(variable().min(-unit(radius)).max(unit(radius))))
        .collect();
    let mut promised: Expression = part
        .classes
        .iter()
        .zip(&shifts)
        .map(|(class, &shift)| class.picks as f64 * shift)
        .sum();
    let mut bound: i64 = part
        .classes
        .iter()
        .zip(old)
        .map(|(class, price)| class.picks * price)
        .sum();
    let mut constraints = Vec::new();
    for rows in &rows_of {
        let now = rows.iter().min_by_key(|row| row.cost)?;
        let largest = rows.iter().map(|row| row.size).max()?;
        let person = variables.add(
            variable()
                .min(-unit(radius * largest))
                .max(unit(radius * now.size)),
        );
        promised += person;
        bound += now.cost;
        // A set whose cost is so much higher cannot become the cheapest within the radius.
        let reachable = rows
            .iter()
            .filter(|row| row.cost - now.cost <= radius * (now.size + row.size));
        for row in reachable {
            let paid = row
                .members
                .iter()
                .fold(Expression::from(person), |sum, &(class, count)| {
                    sum + count as f64 * shifts[class]
                });
            constraints.push(paid.leq(unit(row.cost - now.cost)));
        }
    }
    let model = variables
        .maximise(promised.clone())
        .using(good_lp::solvers::microlp::microlp);
    let solution = model.with_all(constraints).solve().ok()?;
    let prices = old
        .iter()
        .zip(&shifts)
        .map(|(price, &shift)| price + whole(solution.value(shift)))
        .collect();
    Some(Model {
        prices,
        promise: bound + whole(solution.eval(&promised)),
    })
}

/// Parts of one copy in which a [`Mixture`] counts.
pub const WHOLE: i64 = 1 << 10;

/// Sets of each person, mixed so that every class gets its picks, or nearly.
#[derive(Debug, Clone)]
pub struct Mixture {
    /// Copies of every pair, times [`WHOLE`].
    pub copies: Vec<i64>,
    /// What it costs above the bound at the prices, scaled; no prices bound better than this.
    pub above: i64,
}

/// The cheapest mixture at these prices of the sets that are nearly cheapest for their person.
pub fn mixture<'a>(
    part: &Part,
    columns: impl Iterator<Item = &'a Column>,
    prices: &[i64],
    scale: i64,
) -> Option<Mixture> {
    let columns: Vec<&Column> = columns.collect();
    let rows: Vec<Row> = columns
        .iter()
        .map(|column| Row::new(part, column, prices, scale))
        .collect();
    let mut least = vec![i64::MAX; part.people.len()];
    for row in &rows {
        least[row.person] = least[row.person].min(row.cost);
    }
    let near = |row: &Row| row.cost - least[row.person] <= 2 * scale;
    let mut variables = variables!();
    let mut cost = Expression::default();
    let mut shares_of: Vec<Expression> =
        part.people.iter().map(|_| Expression::default()).collect();
    let mut copies: Vec<Expression> = part.classes.iter().map(|_| Expression::default()).collect();
    let mut shares = Vec::new();
    for (row, column) in rows.iter().zip(&columns).filter(|(row, _)| near(row)) {
        let share = variables.add(variable().min(0));
        cost += (row.cost - least[row.person]) as f64 / scale as f64 * share;
        shares_of[row.person] += share;
        for &(class, count) in &row.members {
            copies[class] += count as f64 * share;
        }
        shares.push((*column, share));
    }
    for copies in &mut copies {
        let (missing, spare) = (
            variables.add(variable().min(0)),
            variables.add(variable().min(0)),
        );
        *copies += missing - spare;
        cost += 1e3 * missing + 1e3 * spare;
    }
    let model = variables
        .minimise(cost.clone())
        .using(good_lp::solvers::microlp::microlp);
    let ones = shares_of.into_iter().map(|shares| shares.eq(1));
    let picks = copies
        .into_iter()
        .zip(&part.classes)
        .map(|(copies, class)| copies.eq(class.picks as f64));
    let solution = model.with_all(ones).with_all(picks).solve().ok()?;
    let mut counts = vec![0.0; part.pairs.len()];
    for (column, share) in shares {
        for (&pair, &count) in part.pairs_of[column.person].iter().zip(&column.counts) {
            counts[pair] += count as f64 * solution.value(share);
        }
    }
    let copies = counts
        .into_iter()
        .map(|count| (count * WHOLE as f64).round() as i64)
        .collect();
    let above = (solution.eval(&cost) * scale as f64).round() as i64;
    Some(Mixture { copies, above })
}
