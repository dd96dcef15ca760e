//! What is still open falls into parts that share no row.

use super::{Model, Range, Sum};

/// Open columns that rows tie together, and these rows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Part {
    /// Columns, ascending.
    pub columns: Vec<usize>,
    /// Positions among the model's rows.
    pub rows: Vec<usize>,
    /// Positions among its tallies, where the level counts by steps.
    pub tallies: Vec<usize>,
    /// Positions among the sums held.
    pub held: Vec<usize>,
}

/// The parts at that level, by their first columns. Tallies tie columns only where the level, or one above, counts by their steps.
pub fn of(model: &Model, (level, ranges, held): (usize, &[Range], &[(Sum, i64)])) -> Vec<Part> {
    let mut ties = Ties::new(model.most.len());
    let is_open = |column: &usize| ranges[*column].0 < ranges[*column].1;
    let counted = counted(model, level);
    let of_row = |at: usize| -> Vec<usize> {
        let terms = model.rows[at].terms.iter().map(|&(column, _)| column);
        terms.filter(is_open).collect()
    };
    let of_tally = |at: usize| -> Vec<usize> {
        let tally = &model.tallies[at];
        let all = tally.of.iter().chain(&tally.steps).copied();
        all.filter(is_open).collect()
    };
    let of_held = |at: usize| -> Vec<usize> {
        let terms = held[at].0.iter().map(|&(column, _)| column);
        terms.filter(is_open).collect()
    };
    let rows: Vec<Vec<usize>> = (0..model.rows.len()).map(of_row).collect();
    let tallies: Vec<(usize, Vec<usize>)> =
        counted.into_iter().map(|at| (at, of_tally(at))).collect();
    let sums: Vec<Vec<usize>> = (0..held.len()).map(of_held).collect();
    let together = rows
        .iter()
        .chain(tallies.iter().map(|it| &it.1))
        .chain(&sums);
    together.for_each(|columns| ties.tie(columns));
    let mut parts: Vec<Part> = Vec::new();
    let mut part_of = vec![usize::MAX; model.most.len()];
    for column in (0..model.most.len()).filter(is_open) {
        let root = ties.root(column);
        if part_of[root] == usize::MAX {
            part_of[root] = parts.len();
            parts.push(Part::default());
        }
        parts[part_of[root]].columns.push(column);
    }
    let mut home = |columns: &[usize]| columns.first().map(|&it| part_of[ties.root(it)]);
    for (at, columns) in rows.iter().enumerate() {
        if let Some(part) = home(columns) {
            parts[part].rows.push(at);
        }
    }
    for (at, columns) in &tallies {
        if let Some(part) = home(columns) {
            parts[part].tallies.push(*at);
        }
    }
    for (at, columns) in sums.iter().enumerate() {
        if let Some(part) = home(columns) {
            parts[part].held.push(at);
        }
    }
    parts
}

/// Tallies by whose steps a level up to this one counts.
fn counted(model: &Model, level: usize) -> Vec<usize> {
    let mut counts = vec![false; model.most.len()];
    for &(column, _) in model.levels[..=level].iter().flatten() {
        counts[column] = true;
    }
    let tallies = model.tallies.iter().enumerate();
    let is_counted = |steps: &[usize]| steps.iter().any(|&step| counts[step]);
    tallies
        .filter(|(_, tally)| is_counted(&tally.steps))
        .map(|(at, _)| at)
        .collect()
}

/// Columns in sets, each known by one of its own.
struct Ties(Vec<usize>);

impl Ties {
    fn new(columns: usize) -> Self {
        Self((0..columns).collect())
    }

    fn root(&mut self, column: usize) -> usize {
        let mut at = column;
        while self.0[at] != at {
            self.0[at] = self.0[self.0[at]];
            at = self.0[at];
        }
        at
    }

    fn tie(&mut self, columns: &[usize]) {
        for pair in columns.windows(2) {
            let (a, b) = (self.root(pair[0]), self.root(pair[1]));
            self.0[a.max(b)] = a.min(b);
        }
    }
}
