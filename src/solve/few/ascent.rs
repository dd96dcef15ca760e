//! Prices that prove as many people as can be: a deflected subgradient ascent with Polyak's steps towards the best cover.
//!
//! Whatever the prices, everyone earns at most what they earn at best, and beyond 1 the excess is given back: the bound
//! is a sum of whole numbers, exact for any prices.

use super::market::{Market, ONE};

/// Weight of the new subgradient in the direction.
const FRESH: f64 = 0.3;
/// Steps without a better bound before they are shortened.
const PATIENCE: usize = 400;
const SHORTER: f64 = 0.6;
const SHORTEST: f64 = 1e-4;

/// The ascent, which can be taken up again with a better target.
pub struct Ascent<'a> {
    market: &'a Market,
    prices: Vec<i64>,
    best: Vec<i64>,
    bound: i64,
    direction: Vec<f64>,
    step: f64,
    idle: usize,
    target: usize,
}

impl<'a> Ascent<'a> {
    /// Starts at the tasks of the busiest moment: everyone can take one of them, so all of them need different people.
    pub fn new(market: &'a Market) -> Self {
        let mut prices = vec![0; market.tasks().len()];
        for task in market.clique() {
            prices[task] = ONE;
        }
        let mut ascent = Self {
            market,
            best: prices.clone(),
            direction: vec![0.0; prices.len()],
            prices,
            bound: 0,
            step: 1.0,
            idle: 0,
            target: 0,
        };
        ascent.bound = ascent.price().0.max(0);
        ascent
    }

    /// The best prices so far.
    pub fn best(&self) -> &[i64] {
        &self.best
    }

    /// People that no cover can do without.
    pub fn bound(&self) -> usize {
        usize::try_from((self.bound + ONE - 1) / ONE).unwrap_or(0)
    }

    /// The bound of the present prices, and how often each task is left over (or taken too often, if negative).
    fn price(&self) -> (i64, Vec<i32>) {
        let mut room = self.market.room();
        let mut left = vec![1; self.prices.len()];
        let mut bound: i64 = self.prices.iter().sum();
        for person in 0..self.market.people() {
            let earned = self.market.earn(person, &self.prices, &mut room);
            if earned > ONE {
                bound -= earned - ONE;
                self.market.taken(person, &room, |task| left[task] -= 1);
            }
        }
        (bound, left)
    }

    /// Takes some steps, with the people of the best cover in view.
    pub fn run(&mut self, steps: usize, known: usize, stop: &dyn Fn() -> bool) {
        if self.target != known || self.step < SHORTEST {
            self.target = known;
            self.step = 1.0;
            self.prices.clone_from(&self.best);
        }
        for _ in 0..steps {
            if self.bound() >= known || self.step < SHORTEST || stop() {
                return;
            }
            let (bound, left) = self.price();
            if bound > self.bound {
                self.bound = bound;
                self.best.clone_from(&self.prices);
                self.idle = 0;
            } else {
                self.idle += 1;
            }
            if self.idle > PATIENCE {
                self.idle = 0;
                self.step *= SHORTER;
                self.prices.clone_from(&self.best);
            }
            // A cover of one person less would be the next best: the bound need not climb beyond what refutes it.
            let target = known as i64 * ONE - ONE / 2;
            let aim = target.min(self.bound + ONE + ONE / 2);
            self.go(&left, (aim - bound).max(ONE / 20));
        }
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "the bound is exact for any prices, however they were rounded"
    )]
    fn go(&mut self, left: &[i32], distance: i64) {
        for (direction, &left) in self.direction.iter_mut().zip(left) {
            *direction = FRESH * f64::from(left) + (1.0 - FRESH) * *direction;
        }
        let square: f64 = self.direction.iter().map(|it| it * it).sum();
        if square < 1e-9 {
            self.step = 0.0;
            return;
        }
        let length = self.step * distance as f64 / square;
        for (price, direction) in self.prices.iter_mut().zip(&self.direction) {
            *price = (*price + (length * direction).round() as i64).clamp(0, ONE);
        }
    }
}
