//! Level after level: the least it can be, the prices that prove it, and a roster that has it.

use crate::domain::{PersonId, Role};

use super::super::account;
use super::super::draft::{Board, Draft};
use super::super::instance::{Instance, Slots};
use super::super::levels::{Level, Levels};
use super::dive::{complete, dive};
use super::even::even;
use super::model::Model;
use super::priced::Priced;
use super::program::{Answer, Held, Question};

/// Seats taken: (index among the instance's demands, person).
pub type Duties = Vec<(usize, PersonId)>;

/// What is known of a component in the end.
pub struct Closed {
    /// The best roster found.
    pub duties: Duties,
    /// Of every level, given those above as the roster has them.
    pub bound: Levels,
    /// What proves it: a level without has 0 in the roster, or was not reached in time.
    pub priced: Vec<Priced>,
}

/// Pairs that all have a column from the start.
const MANY: usize = 6_000;
/// Columns of a seat to begin with, and added at once.
const FOR_A_SEAT: usize = 8;
/// Programs of one level.
const ROUNDS: usize = 12;
/// Dives for a roster that has what the programs say.
const DIVES: u64 = 8;
/// A reduced cost below which a pair pays.
const PAYS: f64 = -1e-5;
/// Divisors of prices, the simplest first.
const DIVISORS: [i64; 3] = [1, 2, 1024];

/// Solves a component from scratch, or from a legal roster; `None` where its days have too many different times.
pub fn close(
    (instance, slots): (&Instance, &Slots),
    demands: &[usize],
    start: Option<Duties>,
    stop: &dyn Fn() -> bool,
) -> Option<Closed> {
    let model = Model::new((instance, slots), demands)?;
    let board = Board::of(instance);
    let draft = Draft::new(&board, start.unwrap_or_default());
    let duties = complete(&model, draft, stop);
    let value = account::growth(instance, demands, &duties).deciding();
    let mut search = Search {
        open: first(&model, &duties),
        model: &model,
        board: &board,
        duties,
        value,
        stop,
    };
    let levels = levels(&model);
    let mut priced = Vec::new();
    let held = search.levels(&levels, &mut priced);
    if held.len() == levels.len() {
        search.dives(&held);
    }
    if search.bound(&priced) != search.value && held.len() == levels.len() && !stop() {
        // What was held is not reached: prices for the values that were.
        search.price_again(&levels, &mut priced);
    }
    search.level_out(&levels, &mut priced);
    let bound = search.bound(&priced);
    Some(Closed {
        duties: search.duties,
        bound,
        priced,
    })
}

/// The levels at which the component can have anything.
fn levels(model: &Model<'_>) -> Vec<Level> {
    let mut any = Levels::default();
    for pair in &model.pairs {
        any += pair.levels;
    }
    for demand in 0..model.demands.len() {
        any += model.instance.demands[model.demands[demand]].empty_seat();
    }
    let has = |role: Role| model.loads.iter().any(|load| load.role == role);
    Level::all()
        .filter(|level| level.decides_status())
        .filter(|&level| match level {
            Level::LoadSquares(role) => has(role),
            _ => any.get(level) > 0,
        })
        .collect()
}

/// The pairs that have a column at first, ascending.
fn first(model: &Model<'_>, duties: &Duties) -> Vec<usize> {
    if model.pairs.len() <= MANY {
        return (0..model.pairs.len()).collect();
    }
    let mut open = Vec::new();
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
    let mut held: Vec<(usize, PersonId)> = duties.clone();
    held.sort_unstable();
    let is_held = |&pair: &usize| {
        let it = &model.pairs[pair];
        held.binary_search(&(model.demands[it.demand as usize], it.id))
            .is_ok()
    };
    open.extend((0..model.pairs.len()).filter(is_held));
    open.sort_unstable();
    open.dedup();
    open
}

struct Search<'s> {
    model: &'s Model<'s>,
    board: &'s Board<'s>,
    /// Pairs with a column, ascending.
    open: Vec<usize>,
    duties: Duties,
    value: Levels,
    stop: &'s dyn Fn() -> bool,
}

impl Search<'_> {
    /// The least of every level, given those above; ends early when time is up.
    fn levels(&mut self, levels: &[Level], priced: &mut Vec<Priced>) -> Vec<Held> {
        let mut held: Vec<Held> = Vec::new();
        for &level in levels {
            let is_ours = held
                .iter()
                .all(|&(above, value)| self.value.get(above) == value);
            if is_ours && self.value.get(level) == 0 {
                held.push((level, 0));
                continue;
            }
            let Some(proven) = self.price(level, &held) else {
                break;
            };
            let value = bound(&proven, &as_levels(&held));
            priced.push(proven);
            held.push((level, value));
        }
        held
    }

    /// Prices for one level where those above are held.
    fn price(&mut self, level: Level, held: &[Held]) -> Option<Priced> {
        let mut last = None;
        for _ in 0..ROUNDS {
            if (self.stop)() {
                break;
            }
            let model = self.model;
            let question = Question {
                held,
                cost: &|pair| model.pairs[pair].levels.get(level) as f64,
                empty: &|demand| model.empty(demand, level) as f64,
                squares: matches!(level, Level::LoadSquares(_)).then_some(level),
            };
            let Some(answer) = model.ask(&self.open, &[], &question) else {
                if self.open.len() == model.pairs.len() {
                    return None;
                }
                // Too few columns for the levels above.
                self.open = (0..model.pairs.len()).collect();
                continue;
            };
            let more = self.paying(&answer, &question);
            last = Some(answer);
            if more.is_empty() {
                break;
            }
            self.open.extend(more);
            self.open.sort_unstable();
        }
        let answer = last?;
        let above = as_levels(held);
        let counted = DIVISORS.into_iter().filter_map(|divisor| {
            let it = rounded(self.model, &answer, (level, held, divisor));
            it.count(self.model.instance)
        });
        let mut best: Option<Priced> = None;
        for it in counted {
            let is_better = best
                .as_ref()
                .is_none_or(|known| known.bound(&above) < it.bound(&above));
            if is_better {
                best = Some(it);
            }
        }
        best
    }

    /// Pairs without a column that would pay, some for each demand.
    fn paying(&self, answer: &Answer, question: &Question<'_>) -> Vec<usize> {
        let model = self.model;
        if self.open.len() == model.pairs.len() {
            return Vec::new();
        }
        let mut is_open = vec![false; model.pairs.len()];
        self.open.iter().for_each(|&pair| is_open[pair] = true);
        let mut paying: Vec<(u32, f64, usize)> = Vec::new();
        for (pair, it) in model.pairs.iter().enumerate() {
            let is_barred = |&(level, value): &Held| value == 0 && it.levels.get(level) > 0;
            if is_open[pair] || question.held.iter().any(is_barred) {
                continue;
            }
            let held = question.held.iter().zip(&answer.multipliers);
            let above: f64 = held
                .map(|(it, times)| (it.0, times))
                .map(|(level, times)| times * it.levels.get(level) as f64)
                .sum();
            let limits: f64 = it
                .limits
                .iter()
                .map(|&row| answer.limits[row as usize])
                .sum();
            let reduced = (question.cost)(pair) + above
                - answer.prices[it.demand as usize]
                - limits
                - answer.loads[it.load as usize];
            if reduced < PAYS {
                paying.push((it.demand, reduced, pair));
            }
        }
        paying.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.cmp(&b.2)));
        let of_demand = paying.chunk_by(|a, b| a.0 == b.0);
        let some = of_demand.flat_map(|mine| {
            let most = FOR_A_SEAT * model.seats(mine[0].0 as usize) as usize;
            mine.iter().take(most).map(|it| it.2)
        });
        some.collect()
    }

    /// Looks for a roster that has these values.
    fn dives(&mut self, held: &[Held]) {
        let wanted = as_levels(held);
        for seed in 0..DIVES {
            if self.value == wanted || (self.stop)() {
                return;
            }
            let duties = dive(
                (self.model, self.board),
                &self.open,
                held,
                (seed, self.stop),
            );
            let value =
                account::growth(self.model.instance, self.model.demands, &duties).deciding();
            if value < self.value {
                (self.value, self.duties) = (value, duties);
            }
        }
    }

    /// Prices anew where a level above does not have what was held.
    fn price_again(&mut self, levels: &[Level], priced: &mut Vec<Priced>) {
        let mut held: Vec<Held> = Vec::new();
        for &level in levels {
            let above = as_levels(&held);
            let known = priced.iter().position(|it| it.level == level);
            let is_open = |at: usize| bound(&priced[at], &above) < self.value.get(level);
            if self.value.get(level) > 0 && known.is_none_or(is_open) {
                let Some(it) = self.price(level, &held) else {
                    return;
                };
                match known {
                    Some(at) if it.bound(&above) > priced[at].bound(&above) => priced[at] = it,
                    Some(_) => {}
                    None => priced.push(it),
                }
            }
            held.push((level, self.value.get(level)));
        }
        priced.sort_by_key(|it| it.level);
    }

    /// Squares that were not reached in time are bounded by loads as level as they can be.
    fn level_out(&self, levels: &[Level], priced: &mut Vec<Priced>) {
        for &level in levels {
            let is_known = priced.iter().any(|it| it.level == level);
            if let Level::LoadSquares(role) = level
                && !is_known
            {
                let school = (self.model.instance, self.model.demands);
                priced.extend(even(school, role, &self.value));
            }
        }
        priced.sort_by_key(|it| it.level);
    }

    /// What is proven of every level, given the roster's values above it.
    fn bound(&self, priced: &[Priced]) -> Levels {
        let mut all = Levels::default();
        for it in priced {
            let value = self.value.get(it.level);
            let mut least = bound(it, &self.value);
            if let Level::LoadSquares(role) = it.level
                && all.get(Level::Unfilled(role)) == self.value.get(Level::Unfilled(role))
                && (value - least) % 2 != 0
            {
                // As many seats are filled: the squares change by even numbers.
                least += 1;
            }
            all.set(it.level, least.min(value));
        }
        all
    }
}

fn bound(priced: &Priced, above: &Levels) -> i64 {
    priced.bound(above)
}

fn as_levels(held: &[Held]) -> Levels {
    let mut levels = Levels::default();
    for &(level, value) in held {
        levels.set(level, value);
    }
    levels
}

/// Dual values as whole multiples of 1 by the divisor. What costs anything at a level that is held at nothing never pays.
fn rounded(
    model: &Model<'_>,
    answer: &Answer,
    (level, held, divisor): (Level, &[Held], i64),
) -> Priced {
    let whole = |it: f64| (it * divisor as f64).round() as i64;
    let prices: Vec<i64> = answer.prices.iter().map(|&it| whole(it)).collect();
    let highest = prices.iter().copied().max().unwrap_or(0).max(0);
    let multipliers = held.iter().zip(&answer.multipliers);
    let multipliers = multipliers.map(|(&(level, value), &it)| {
        let times = if value == 0 { highest + 1 } else { whole(it) };
        (level, times)
    });
    Priced {
        demands: model.demands.to_vec(),
        level,
        divisor,
        multipliers: multipliers.filter(|it| it.1 != 0).collect(),
        prices,
        least: 0,
    }
}
