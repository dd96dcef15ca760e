//! Prices and a mean of the answers to them: the volume algorithm (Barahona, Anbil, Mathematical Programming 2000).
//!
//! A step goes from the best prices known towards what the mean of the answers so far leaves over. That mean comes close
//! to the best fractional answer, and says who is worth having. Whatever prices it finds, their bound is for others to count.

/// Weight of the newest answer in the mean.
const FRESH: f64 = 0.05;
/// Steps without a better bound before they are shortened.
const PATIENCE: u32 = 20;
const LONGER: f64 = 1.1;
const LONGEST: f64 = 2.0;
const SHORTER: f64 = 0.66;
const SHORTEST: f64 = 0.02;

/// Prices on their way.
#[derive(Debug, Clone)]
pub struct Volume {
    /// The best prices known.
    best: Vec<f64>,
    trial: Vec<f64>,
    bound: f64,
    step: f64,
    idle: u32,
    /// By item: how many take it, in the mean.
    taken: Vec<f64>,
    /// Weight of the next answer.
    weight: f64,
}

impl Volume {
    /// Starts at these prices.
    pub fn new(prices: Vec<f64>) -> Self {
        Self {
            taken: vec![0.0; prices.len()],
            trial: prices.clone(),
            best: prices,
            bound: f64::NEG_INFINITY,
            step: 1.0,
            idle: 0,
            weight: 1.0,
        }
    }

    /// The best prices known.
    pub fn best(&self) -> &[f64] {
        &self.best
    }

    /// The best bound known.
    pub fn bound(&self) -> f64 {
        self.bound
    }

    /// What is asked has changed: earlier bounds say nothing.
    pub fn forget_bound(&mut self) {
        self.bound = f64::NEG_INFINITY;
    }

    /// Prices to answer to.
    pub fn trial(&self) -> &[f64] {
        &self.trial
    }

    /// Takes in the answer to the trial: the bound, and every item as often as it was taken; the answer's weight in means.
    pub fn learn(&mut self, bound: f64, taken: impl IntoIterator<Item = usize>) -> f64 {
        let weight = self.weight;
        self.weight = FRESH;
        for it in &mut self.taken {
            *it *= 1.0 - weight;
        }
        for item in taken {
            self.taken[item] += weight;
        }
        if bound > self.bound {
            self.bound = bound;
            self.best.clone_from(&self.trial);
            self.step = (self.step * LONGER).min(LONGEST);
            self.idle = 0;
        } else {
            self.idle += 1;
            if self.idle > PATIENCE {
                self.step = (self.step * SHORTER).max(SHORTEST);
                self.idle = 0;
            }
        }
        weight
    }

    /// Sets the next trial, for a bound that would be so much better: `left` says what is left of an item at its price
    /// when so many take it, `within` brings a price back to where it may be. False where nothing is left to change.
    pub fn go(
        &mut self,
        distance: f64,
        left: impl Fn(usize, f64, f64) -> f64,
        within: impl Fn(usize, f64) -> f64,
    ) -> bool {
        let gaps: Vec<f64> = (0..self.best.len())
            .map(|item| left(item, self.best[item], self.taken[item]))
            .collect();
        let square: f64 = gaps.iter().map(|gap| gap * gap).sum();
        if square < 1e-6 {
            return false;
        }
        let length = self.step * distance / square;
        for (item, gap) in gaps.into_iter().enumerate() {
            self.trial[item] = within(item, self.best[item] + length * gap);
        }
        true
    }
}
