//! Covers by greed: whoever earns most is called in, and what they take is worth nothing from then on.
//!
//! Each round shakes the prices a little; tasks that were taken late or not at all become dearer for the next.

use super::super::random::Random;
use super::market::{Market, ONE};
use super::{keep, value};

/// No task is worth less than this.
const LEAST: i64 = ONE / 50;

/// Rounds of greed around given prices.
pub struct Greedy<'a> {
    market: &'a Market,
    prices: Vec<i64>,
}

impl<'a> Greedy<'a> {
    pub fn new(market: &'a Market, prices: &[i64]) -> Self {
        Self {
            market,
            prices: prices.iter().map(|&price| price.max(LEAST)).collect(),
        }
    }

    /// Some rounds, or until a cover has as few people as the bound.
    pub fn run(
        &mut self,
        rounds: usize,
        best: &mut Option<Vec<usize>>,
        bound: usize,
        random: &mut Random,
        stop: &dyn Fn() -> bool,
    ) {
        for _ in 0..rounds {
            if value(self.market, best.as_deref()) <= bound || stop() {
                return;
            }
            let most = value(self.market, best.as_deref()).saturating_sub(1);
            let (who, late) = self.round(most, random);
            for task in late {
                self.prices[task] += self.prices[task] / 10;
            }
            if let Some(who) = who.into_iter().collect() {
                keep(best, who, self.market);
            }
        }
    }

    /// Calls in up to `most` people; who takes what, and the tasks that were taken last or not at all.
    fn round(&self, most: usize, random: &mut Random) -> (Vec<Option<usize>>, Vec<usize>) {
        let market = self.market;
        let mut prices = self.shaken(random);
        let mut room = market.room();
        let mut who = vec![None; prices.len()];
        let mut left = prices.len();
        let mut last = Vec::new();
        // Earnings only fall, so an old figure is an upper bound, and only the highest needs renewing.
        let mut waiting: std::collections::BinaryHeap<(i64, usize, usize)> = (0..market.people())
            .map(|person| (market.earn(person, &prices, &mut room), person, 0))
            .collect();
        let mut called = 0;
        while left > 0 && called < most {
            let Some((earned, person, when)) = waiting.pop() else {
                break;
            };
            if earned == 0 {
                break;
            }
            let now = market.earn(person, &prices, &mut room);
            if when < called && now < earned {
                waiting.push((now, person, called));
                continue;
            }
            last.clear();
            market.taken(person, &room, |task| last.push(task));
            for &task in &last {
                if who[task].is_none() {
                    who[task] = Some(person);
                    prices[task] = 0;
                    left -= 1;
                }
            }
            called += 1;
        }
        let untaken = (0..who.len()).filter(|&task| who[task].is_none());
        let late = untaken.chain(last.iter().copied()).collect();
        (who, late)
    }

    fn shaken(&self, random: &mut Random) -> Vec<i64> {
        let shake = |&price: &i64| price * (850 + random.below(300) as i64) / 1_000;
        self.prices.iter().map(shake).collect()
    }
}
