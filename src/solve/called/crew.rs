//! Whom to call in, by prices: a seat pays, in units far below levels 1–3, and whoever has a duty costs one person. What the
//! best prices amount to beyond levels 1–3 is a number of people that no roster does without.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::domain::PersonId;

use super::super::cost::Weights;
use super::super::instance::{Instance, Slots};
use super::super::levels::Levels;
use super::super::prices::{Certificate, Market, SCALE};
use super::super::random::Random;
use super::super::timed;
use super::super::volume::Volume;

/// What a person costs.
const PERSON: i128 = 1_000;
/// The same as prices count.
const ONE: i128 = PERSON * SCALE;

/// People of one part, priced.
pub struct Crew<'a> {
    market: Market<'a>,
    /// Prices of levels 1–3 alone: the trial's are added to them.
    base: Vec<i128>,
    volume: Volume,
    /// What levels 1–3 cost at best, times [`SCALE`].
    upper: i128,
    bound: i128,
    /// By position among the market's people: how often they are called in, in the mean.
    often: Vec<f64>,
}

impl<'a> Crew<'a> {
    /// Starts with the dual values of the flow that is best in levels 1–3 and with these prices (none at first) beyond;
    /// those who cost nothing are `already` there. `None` where levels 1–3 and people do not fit into a word.
    pub fn new(
        instance: &'a Instance,
        (flow, prices): (&'a Certificate, Option<Vec<f64>>),
        upper: &Levels,
        already: &BTreeSet<PersonId>,
    ) -> Option<Self> {
        let unit = 16 * PERSON * (instance.standing.len() as i128 + 1);
        let greatest = timed::greatest((instance, &Slots::of(instance)), &flow.demands);
        let weights = Weights::above_spread(&greatest, unit)?;
        let dual = |&price: &i128| SCALE * weights.pack(&flow.weights.nearest(price, SCALE).0);
        let base: Vec<i128> = flow.leaves.first()?.prices.iter().map(dual).collect();
        let upper = SCALE * weights.pack(upper);
        let charge = |person| {
            if already.contains(&person) { 0 } else { PERSON }
        };
        let market = Market::with_charge(instance, &flow.demands, weights, &charge)?;
        let often = vec![0.0; market.people().len()];
        Some(Self {
            volume: Volume::new(prices.unwrap_or_else(|| vec![0.0; base.len()])),
            often,
            bound: i128::MIN,
            market,
            base,
            upper,
        })
    }

    /// Takes some steps, as long as the bound does not reach so many people and there is something to change.
    pub fn price(&mut self, steps: usize, known: usize, stop: &dyn Fn() -> bool) {
        for _ in 0..steps {
            if self.people() >= known || stop() {
                return;
            }
            if !self.step(known) {
                return;
            }
        }
    }

    /// One step; false where nothing is left to change.
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        reason = "the bound is counted in whole numbers for any prices, however they were rounded"
    )]
    fn step(&mut self, known: usize) -> bool {
        let trial = self.volume.trial().iter().zip(&self.base).enumerate();
        let price = |(demand, (trial, base)): (usize, (&f64, &i128))| {
            (base + trial.round() as i128).min(self.market.empty(demand))
        };
        let prices: Vec<i128> = trial.map(price).collect();
        let response = self.market.respond(&prices, &[]);
        let Some(bound) = response.bound else {
            return false;
        };
        self.bound = self.bound.max(bound);
        let taken = response.taken.iter().map(|&(_, demand)| demand as usize);
        let weight = self.volume.learn((bound - self.upper) as f64, taken);
        for often in &mut self.often {
            *often *= 1.0 - weight;
        }
        for duties in response.taken.chunk_by(|a, b| a.0 == b.0) {
            self.often[duties[0].0 as usize] += weight;
        }
        let room = |demand: usize| (self.market.empty(demand) - self.base[demand]) as f64;
        let seats = |demand: usize| self.market.instance.demands[self.market.demands[demand]].seats;
        // So many people more would be the next bound that says something.
        let ahead = known as f64 - 0.5 - (self.bound - self.upper) as f64 / ONE as f64;
        self.volume.go(
            ahead.clamp(0.5, 1.5) * ONE as f64,
            |demand, price, taken| {
                let left = f64::from(seats(demand)) - taken;
                // An empty seat that costs just its price is no reason to move.
                if price >= room(demand) {
                    left.min(0.0)
                } else {
                    left
                }
            },
            |demand, price| price.min(room(demand)),
        )
    }

    /// No fewer people are enough, beside those who are there already.
    pub fn people(&self) -> usize {
        let people = (self.bound.saturating_sub(self.upper) + ONE - 1).div_euclid(ONE);
        usize::try_from(people).unwrap_or(0)
    }

    /// Everyone, first who is called in most often; shaken by so many hundredths.
    pub fn wanted(&self, shake: usize, random: &mut Random) -> Vec<PersonId> {
        let often = self.often.iter().map(|often| (often * 1e6) as i64);
        let drawn = often.map(|often| often + 100 * random.below(100 * shake + 1) as i64);
        let mut people: Vec<(i64, PersonId)> = drawn.zip(self.market.people()).collect();
        people.sort_by_key(|&(often, person)| (Reverse(often), person));
        people.into_iter().map(|(_, person)| person).collect()
    }

    /// Who is called in most nearly half of the time, of those who cost something.
    pub fn undecided(&self, already: &BTreeSet<PersonId>) -> Option<PersonId> {
        let people = self.market.people().zip(&self.often);
        let open = people.filter(|(person, _)| !already.contains(person));
        let by_half = open.min_by(|a, b| (a.1 - 0.5).abs().total_cmp(&(b.1 - 0.5).abs()));
        by_half.map(|(person, _)| person)
    }

    /// The best prices, to start another crew of the same part with.
    pub fn prices(&self) -> &[f64] {
        self.volume.best()
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::budget::Budget;
    use super::super::super::groups;
    use super::super::super::naive::{self, Shape};
    use super::super::only;
    use super::*;

    #[test]
    fn prices_never_ask_for_more_people_than_are_needed() {
        let budget = Budget {
            nodes: 200,
            stop: &|| false,
            tell: &|_| {},
        };
        let mut random = Random::new(31);
        let (mut met, mut tried) = (0, 0);
        for _ in 0..100 {
            let all = naive::instance(Shape::overlapping(4, 3), &mut random);
            let [flow] = &groups::time_bound(&all, budget).certificates[..] else {
                continue;
            };
            let best = naive::best(&all).above_spread();
            let one = PersonId::new(random.below(4));
            let some = (0..4).map(PersonId::new).filter(|&person| person != one);
            let cases = [
                (all.clone(), BTreeSet::new()),
                (all.clone(), BTreeSet::from([one])),
                (only(&all, &some.collect()), BTreeSet::new()),
            ];
            for (case, already) in cases {
                let mut crew = Crew::new(&case, (flow, None), &best, &already).unwrap();
                crew.price(300, usize::MAX, &|| false);
                if naive::best(&case).above_spread() == best {
                    let least = naive::fewest(&case, &already);
                    assert!(crew.people() <= least, "{} > {least}", crew.people());
                    met += usize::from(crew.people() == least);
                    tried += 1;
                }
            }
        }
        assert!(tried > 100 && met * 10 > tried * 9, "{met} of {tried}");
    }
}
