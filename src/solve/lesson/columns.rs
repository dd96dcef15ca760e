//! Which pairs have a column, and how many duties of each load are thought of.
//!
//! A seat begins with few of its candidates; dual values price the others, and who pays is let in (column generation). What
//! costs more than nothing at them is in no roster that has the level's value: it is left out of dives.

use crate::domain::PersonId;

use super::super::levels::Level;
use super::model::Model;
use super::program::{Answer, Held, Question, Range};

/// Pairs that all have a column from the start.
const MANY: usize = 2_500;
/// Columns of a seat to begin with, and added at once.
const FOR_A_SEAT: usize = 8;
/// A reduced cost below which a column pays.
const PAYS: f64 = -1e-5;
/// A reduced cost above which a column is in no best roster.
const COSTS: f64 = 1e-3;
/// Duties that are thought of beyond those that somebody has.
const MORE: u32 = 2;

/// Columns of the programs.
#[derive(Clone)]
pub struct Columns {
    /// Pairs, ascending.
    pub open: Vec<usize>,
    /// By load.
    pub ranges: Vec<Range>,
    /// The same, as far as best rosters have them.
    best: Vec<Range>,
    /// By pair: is it in no best roster?
    is_out: Vec<bool>,
}

impl Columns {
    /// To begin with.
    pub fn first(model: &Model<'_>, duties: &[(usize, PersonId)]) -> Self {
        let held = held(model, duties);
        let mut loads = vec![0; model.loads.len()];
        for &pair in &held {
            loads[model.pairs[pair].load as usize] += 1;
        }
        // By role: a load counts with what people bring along.
        let highest = |of: &super::model::Load| {
            let all = model.loads.iter().zip(&loads);
            let same = all.filter(|(load, _)| load.role == of.role);
            let totals = same.map(|(load, &taken)| load.before + i64::from(taken));
            totals.max().unwrap_or(0)
        };
        let range = |load: &super::model::Load| {
            let most = highest(load) + i64::from(MORE) - load.before;
            let most = u32::try_from(most).unwrap_or(0).max(MORE);
            (0, most.min(load.most))
        };
        Self {
            open: open(model, &held),
            ranges: model.loads.iter().map(range).collect(),
            best: model.loads.iter().map(|load| (0, load.most)).collect(),
            is_out: vec![false; model.pairs.len()],
        }
    }

    /// All there are; false where they were there already.
    pub fn open_all(&mut self, model: &Model<'_>) -> bool {
        let ranges: Vec<Range> = model.loads.iter().map(|load| (0, load.most)).collect();
        let is_new = self.open.len() < model.pairs.len() || self.ranges != ranges;
        self.open = (0..model.pairs.len()).collect();
        self.ranges = ranges;
        is_new
    }

    /// Lets in what pays, some for each demand; false where nothing does.
    pub fn let_in(&mut self, model: &Model<'_>, answer: &Answer, question: &Question<'_>) -> bool {
        let mut is_new = false;
        for (at, range) in self.ranges.iter_mut().enumerate() {
            let load = &model.loads[at];
            let is_paying = |taken| step(model, (at, taken), (answer, question)) < PAYS;
            while range.1 < load.most && is_paying(range.1) {
                range.1 += 1;
                is_new = true;
            }
        }
        let more = self.paying(model, answer, question);
        is_new |= !more.is_empty();
        self.open.extend(more);
        self.open.sort_unstable();
        is_new
    }

    /// Pairs without a column that would pay, some for each demand.
    fn paying(&self, model: &Model<'_>, answer: &Answer, question: &Question<'_>) -> Vec<usize> {
        if self.open.len() == model.pairs.len() {
            return Vec::new();
        }
        let mut is_open = vec![false; model.pairs.len()];
        self.open.iter().for_each(|&pair| is_open[pair] = true);
        let closed = (0..model.pairs.len()).filter(|&pair| !is_open[pair]);
        let may_be = closed.filter(|&pair| !is_barred(model, pair, question.held));
        let priced = may_be.map(|pair| {
            let reduced = reduced(model, pair, (answer, question));
            (model.pairs[pair].demand, reduced, pair)
        });
        let mut paying: Vec<(u32, f64, usize)> = priced.filter(|it| it.1 < PAYS).collect();
        paying.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.cmp(&b.2)));
        let of_demand = paying.chunk_by(|a, b| a.0 == b.0);
        let some = of_demand.flat_map(|mine| {
            let most = FOR_A_SEAT * model.seats(mine[0].0 as usize) as usize;
            mine.iter().take(most).map(|it| it.2)
        });
        some.collect()
    }

    /// Notes what is in no roster that has the level's value.
    pub fn leave_out(&mut self, model: &Model<'_>, answer: &Answer, question: &Question<'_>) {
        for &pair in &self.open {
            self.is_out[pair] |= is_barred(model, pair, question.held)
                || reduced(model, pair, (answer, question)) > COSTS;
        }
        for (at, best) in self.best.iter_mut().enumerate() {
            if question.squares != Some(Level::LoadSquares(model.loads[at].role)) {
                continue;
            }
            let costs = |taken| step(model, (at, taken), (answer, question));
            while best.0 < best.1 && costs(best.0) < -COSTS {
                best.0 += 1;
            }
            while best.0 < best.1 && costs(best.1 - 1) > COSTS {
                best.1 -= 1;
            }
        }
    }

    /// Those that best rosters may have.
    pub fn face(&self, model: &Model<'_>) -> Self {
        let ranges = self.ranges.iter().zip(&self.best);
        let ranges = ranges.map(|(range, best)| (best.0, best.1.min(range.1).max(best.0)));
        let is_in = |&pair: &usize| !self.is_out[pair];
        let open = self.open.iter().copied().filter(is_in).collect();
        debug_assert_eq!(self.ranges.len(), model.loads.len());
        Self {
            open,
            ranges: ranges.collect(),
            ..self.clone()
        }
    }
}

/// Is nothing allowed that costs what the pair does?
fn is_barred(model: &Model<'_>, pair: usize, held: &[Held]) -> bool {
    let levels = &model.pairs[pair].levels;
    held.iter()
        .any(|&(level, value)| value == 0 && levels.get(level) > 0)
}

/// What a pair costs beyond the dual values.
fn reduced(model: &Model<'_>, pair: usize, (answer, question): (&Answer, &Question<'_>)) -> f64 {
    let it = &model.pairs[pair];
    let held = question.held.iter().zip(&answer.multipliers);
    let above = held.map(|(&(level, _), times)| times * it.levels.get(level) as f64);
    let limits = it.limits.iter().map(|&row| answer.limits[row as usize]);
    (question.cost)(pair) + above.sum::<f64>()
        - answer.prices[it.demand as usize]
        - limits.sum::<f64>()
        - answer.loads[it.load as usize]
}

/// What one duty more of a load of which so many are taken costs beyond the dual values.
fn step(
    model: &Model<'_>,
    (at, taken): (usize, u32),
    (answer, question): (&Answer, &Question<'_>),
) -> f64 {
    let load = &model.loads[at];
    let level = Level::LoadSquares(load.role);
    let grown = (load.weight * (2 * (load.before + i64::from(taken)) + 1)) as f64;
    let held = question.held.iter().zip(&answer.multipliers);
    let above = held.filter(|(it, _)| it.0 == level);
    let times: f64 = above.map(|(_, times)| times).sum();
    let own = f64::from(u8::from(question.squares == Some(level)));
    let counts = own > 0.0 || question.held.iter().any(|it| it.0 == level);
    if counts {
        (own + times) * grown + answer.loads[at]
    } else {
        0.0
    }
}

/// The pairs that these duties are, ascending.
fn held(model: &Model<'_>, duties: &[(usize, PersonId)]) -> Vec<usize> {
    let mut duties = duties.to_vec();
    duties.sort_unstable();
    let is_held = |&pair: &usize| {
        let it = &model.pairs[pair];
        let duty = (model.demands[it.demand as usize], it.id);
        duties.binary_search(&duty).is_ok()
    };
    (0..model.pairs.len()).filter(is_held).collect()
}

/// The pairs that have a column at first, ascending: these, and the cheapest of each demand.
fn open(model: &Model<'_>, held: &[usize]) -> Vec<usize> {
    if model.pairs.len() <= MANY {
        return (0..model.pairs.len()).collect();
    }
    let mut open = held.to_vec();
    let mut used = vec![0_u32; model.loads.len()];
    let mut at = 0;
    for mine in model.pairs.chunk_by(|a, b| a.demand == b.demand) {
        let demand = mine[0].demand as usize;
        let mut order: Vec<usize> = (at..at + mine.len()).collect();
        order.sort_by_key(|&pair| {
            let it = &model.pairs[pair];
            (it.levels, used[it.load as usize], pair)
        });
        order.truncate(FOR_A_SEAT * model.seats(demand) as usize);
        for &pair in &order {
            used[model.pairs[pair].load as usize] += 1;
        }
        open.extend(order);
        at += mine.len();
    }
    open.sort_unstable();
    open.dedup();
    open
}
