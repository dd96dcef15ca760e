//! Level after level: the least it can be, the prices that prove it, and a roster that has it.

use crate::domain::{PersonId, Role};
use crate::proof::stride;

use super::super::account;
use super::super::budget::{Budget, Stage, Stop, Tell};
use super::super::draft::{Board, Draft};
use super::super::instance::{Instance, Slots};
use super::super::levels::{Level, Levels};
use super::columns::Columns;
use super::dive::{Dive, complete};
use super::even::{before, even};
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

/// Programs of one level.
const ROUNDS: usize = 12;
/// Dives for a roster that has what the programs say.
const DIVES: u64 = 8;
/// A sum that comes nearer to a whole number than this is that number.
const NEAR: f64 = 1e-3;
/// Divisors of prices, the simplest first.
const DIVISORS: [i64; 3] = [1, 2, 1024];

/// Solves a component, starting from duties of a legal roster.
pub fn close(
    (instance, slots): (&Instance, &Slots),
    demands: &[usize],
    start: Duties,
    budget: Budget<'_>,
) -> Closed {
    let Budget { stop, tell, .. } = budget;
    let school = (instance, demands);
    let board = Board::of(instance);
    let duties = complete(demands, Draft::new(&board, start), stop);
    let value = account::growth(instance, demands, &duties).deciding();
    let mut priced = Vec::new();
    if stop() {
        level_out(school, &value, &mut priced);
        return closed(school, (duties, value), priced);
    }
    let model = Model::new((instance, slots), demands);
    let mut search = Search {
        columns: Columns::first(&model, &duties),
        model: &model,
        board: &board,
        duties,
        value,
        stop,
        tell,
    };
    let levels = levels(&model);
    let held = search.levels(&levels, &mut priced);
    search.dives(&held);
    if bound(school, &search.value, &priced) != search.value && !stop() {
        // What was held is not reached: prices for the values that were.
        search.price_again(&levels, &mut priced);
    }
    level_out(school, &search.value, &mut priced);
    closed(school, (search.duties, search.value), priced)
}

/// A component: the school, and its demands as positions among the instance's.
type Component<'s> = (&'s Instance, &'s [usize]);

/// What is known of these duties, which come to that value.
fn closed(school: Component<'_>, (duties, value): (Duties, Levels), priced: Vec<Priced>) -> Closed {
    Closed {
        duties,
        bound: bound(school, &value, &priced),
        priced,
    }
}

/// Squares that were not reached in time are bounded by loads as level as they can be.
fn level_out(school: Component<'_>, value: &Levels, priced: &mut Vec<Priced>) {
    for role in Role::ALL {
        let level = Level::LoadSquares(role);
        if value.get(level) > 0 && priced.iter().all(|it| it.level != level) {
            priced.extend(even(school, role, value));
        }
    }
    priced.sort_by_key(|it| it.level);
}

/// What is proven of every level, given the roster's values above it.
fn bound((instance, demands): Component<'_>, value: &Levels, priced: &[Priced]) -> Levels {
    let mut all = Levels::default();
    for it in priced {
        let has = value.get(it.level);
        let mut least = it.bound(value);
        if let Level::LoadSquares(role) = it.level
            && all.get(Level::Unfilled(role)) == value.get(Level::Unfilled(role))
            && least < has
        {
            // As many seats are filled: the squares change by even numbers, or whatever weights leave of that.
            let loads = before(instance, demands, role);
            let loads = loads
                .iter()
                .map(|&(load, weight)| (1, load.into(), weight.into()));
            let stride = i64::try_from(stride(loads)).unwrap_or(1);
            least += (has - least).rem_euclid(stride);
        }
        all.set(it.level, least.min(has));
    }
    all
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

struct Search<'s> {
    model: &'s Model<'s>,
    board: &'s Board<'s>,
    columns: Columns,
    duties: Duties,
    value: Levels,
    stop: Stop<'s>,
    tell: Tell<'s>,
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
            let value = proven.bound(&as_levels(&held));
            // Where the roster is not yet as good above, it may be better here than any that is.
            if is_ours {
                self.tell(level, value);
            }
            priced.push(proven);
            held.push((level, value));
        }
        held
    }

    fn tell(&self, level: Level, bound: i64) {
        if let Some(number) = level.number() {
            (self.tell)(Stage {
                level: number,
                value: self.value.get(level).max(0).unsigned_abs(),
                bound: bound.max(0).unsigned_abs(),
            });
        }
    }

    /// Prices for one level where those above are held.
    fn price(&mut self, level: Level, held: &[Held]) -> Option<Priced> {
        let model = self.model;
        if (self.stop)() {
            return None;
        }
        let above = as_levels(held);
        let mut best = unasked(model, level);
        if best.as_ref().is_some_and(|it| self.is_enough(it, &above)) {
            return best;
        }
        for _ in 0..ROUNDS {
            if (self.stop)() {
                break;
            }
            let ranges = self.columns.ranges.clone();
            let question = Question {
                held,
                cost: &|pair| model.pairs[pair].levels.get(level) as f64,
                empty: &|demand| model.empty(demand, level) as f64,
                squares: matches!(level, Level::LoadSquares(_)).then_some(level),
                ranges: &ranges,
            };
            let asked = model.ask((&self.columns.open, &[]), &question, self.stop);
            let Some(answer) = asked else {
                // Too few columns for the levels above, if there is no other reason.
                if self.columns.open_all(model) {
                    continue;
                }
                break;
            };
            let promised = (answer.sum - NEAR).ceil() as i64;
            let found = self.tightest(&answer, (level, held), promised);
            if let Some(it) = found
                && best
                    .as_ref()
                    .is_none_or(|known| known.bound(&above) < it.bound(&above))
            {
                best = Some(it);
            }
            let is_tight = best.as_ref().is_some_and(|it| it.bound(&above) >= promised);
            if is_tight || !self.columns.let_in(model, &answer, &question) {
                self.columns.leave_out(model, &answer, &question);
                break;
            }
        }
        best
    }

    /// Do these prices prove what the roster has?
    fn is_enough(&self, it: &Priced, above: &Levels) -> bool {
        let level = it.level;
        let is_ours = Level::all().take_while(|&other| other < level);
        let mut is_ours = is_ours.filter(|level| level.decides_status());
        is_ours.all(|level| self.value.get(level) == above.get(level))
            && it.bound(above) >= self.value.get(level)
    }

    /// The answer's prices by the simplest divisor by which they prove so much, else by the one that proves most.
    fn tightest(
        &self,
        answer: &Answer,
        (level, held): (Level, &[Held]),
        promised: i64,
    ) -> Option<Priced> {
        let above = as_levels(held);
        let mut best: Option<Priced> = None;
        for divisor in DIVISORS {
            let rounded = rounded(self.model, answer, (level, held, divisor));
            let Some(it) = rounded.count(self.model.instance) else {
                break;
            };
            let is_better = |known: &Priced| known.bound(&above) < it.bound(&above);
            if best.as_ref().is_none_or(is_better) {
                best = Some(it);
            }
            if best.as_ref().is_some_and(|it| it.bound(&above) >= promised) {
                break;
            }
        }
        best
    }

    /// Looks for a roster that has these values.
    fn dives(&mut self, held: &[Held]) {
        let wanted = as_levels(held);
        let is_reached = |value: &Levels| held.iter().all(|it| value.get(it.0) == it.1);
        for seed in 0..DIVES {
            if is_reached(&self.value) || (self.stop)() {
                return;
            }
            let dive = Dive {
                model: self.model,
                board: self.board,
                held,
                wanted: &wanted,
                stop: self.stop,
            };
            // The face may be drawn too small.
            let columns = if seed < DIVES / 2 {
                self.columns.face(self.model)
            } else {
                self.columns.clone()
            };
            let (duties, value) = dive.run(&columns, seed);
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
            let is_open = |at: usize| priced[at].bound(&above) < self.value.get(level);
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
}

fn as_levels(held: &[Held]) -> Levels {
    let mut levels = Levels::default();
    for &(level, value) in held {
        levels.set(level, value);
    }
    levels
}

/// Prices for empty seats that nobody may take: they need no program.
fn unasked(model: &Model<'_>, level: Level) -> Option<Priced> {
    let Level::Unfilled(_) = level else {
        return None;
    };
    let mut candidates = vec![0; model.demands.len()];
    for pair in &model.pairs {
        candidates[pair.demand as usize] += 1;
    }
    let price = |demand: usize| {
        let is_short = candidates[demand] < model.seats(demand);
        if is_short {
            model.empty(demand, level)
        } else {
            0
        }
    };
    let prices = Priced {
        demands: model.demands.to_vec(),
        level,
        divisor: 1,
        multipliers: Vec::new(),
        prices: (0..model.demands.len()).map(price).collect(),
        least: 0,
    };
    prices.count(model.instance)
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
