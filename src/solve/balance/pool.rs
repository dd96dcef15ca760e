//! A part seen from afar: classes of one weight are one, and people who bring the same load, of the same weight, are one kind.
//!
//! Who may take what matters little where most may take most. Prices by weight alone are then nearly the best, and a
//! program of a few weights and kinds finds them in no time. Everyone of a kind may take what some of them may, so that
//! prices bound the pool no higher than the part.

use std::collections::BTreeMap;

use super::super::budget::Stop;
use super::choice::Choice;
use super::part::{Class, Pair, Part};
use super::prices::Pricing;
use super::ranges::Ranges;

/// A part's classes and people by weight and load.
pub struct Pool {
    /// Kinds as people, weights as classes.
    part: Part,
    /// Most copies of a weight that any of a kind may take.
    ranges: Ranges,
    /// The weight of each class of the whole part.
    weight_of: Vec<usize>,
    /// Copies that somebody of each kind takes.
    near: Vec<i64>,
}

impl Pool {
    /// Of the part; `choice` tells what people of a kind may well take.
    pub fn new(part: &Part, choice: &Choice) -> Self {
        let weights = numbered(part.classes.iter().map(|class| class.weight));
        let kind = |person: usize| (part.loads[person], part.weights[person]);
        let kinds = numbered((0..part.people.len()).map(kind));
        let weight_of: Vec<usize> = part.classes.iter().map(|it| weights[&it.weight]).collect();
        let kind_of: Vec<usize> = (0..part.people.len()).map(|it| kinds[&kind(it)]).collect();
        let at = |weight: usize, kind: usize| weight * kinds.len() + kind;
        let mut most = vec![0; weights.len() * kinds.len()];
        let mut near = most.clone();
        for person in (0..part.people.len()).rev() {
            let (mut copies, mut taken) = (vec![0; weights.len()], vec![0; weights.len()]);
            for &pair in &part.pairs_of[person] {
                let weight = weight_of[part.pairs[pair].class];
                copies[weight] += part.copies(pair);
                taken[weight] += choice.counts[pair];
            }
            for (weight, copies) in copies.into_iter().enumerate() {
                let at = at(weight, kind_of[person]);
                most[at] = copies.max(most[at]);
                near[at] = taken[weight];
            }
        }
        let mut classes: Vec<Class> = weights
            .iter()
            .map(|(&weight, &at)| Class {
                items: Vec::new(),
                weight,
                picks: 0,
                pairs: at * kinds.len()..(at + 1) * kinds.len(),
            })
            .collect();
        for (class, &weight) in part.classes.iter().zip(&weight_of) {
            classes[weight].picks += class.picks;
            classes[weight].items.extend(&class.items);
        }
        let mut times = vec![0; kinds.len()];
        for &kind in &kind_of {
            times[kind] += 1;
        }
        let pairs = 0..weights.len() * kinds.len();
        let pooled = Part {
            people: (0..).take(kinds.len()).collect(),
            loads: kinds.keys().map(|kind| kind.0).collect(),
            weights: kinds.keys().map(|kind| kind.1).collect(),
            times,
            classes,
            pairs: pairs
                .map(|pair| Pair {
                    class: pair / kinds.len(),
                    person: pair % kinds.len(),
                })
                .collect(),
            pairs_of: (0..kinds.len())
                .map(|kind| (0..weights.len()).map(|weight| at(weight, kind)).collect())
                .collect(),
            unit: part.unit,
            stride: part.stride,
            scale: part.scale,
            grain: part.grain,
        };
        Self {
            part: pooled,
            ranges: Ranges::up_to(&most),
            weight_of,
            near,
        }
    }

    /// The best prices of the pool near those of the part, for the part; good enough if they bound above `enough`.
    pub fn prices(&self, (start, enough): (&[i64], i64), stop: Stop<'_>) -> Vec<i64> {
        let mut prices = vec![0; self.part.classes.len()];
        for (&weight, &price) in self.weight_of.iter().zip(start) {
            prices[weight] = price;
        }
        let mut pricing = Pricing::new(&self.part, stop);
        let priced = pricing.improve(&self.ranges, (&prices, &self.near), |_| {
            (!stop()).then_some(enough)
        });
        self.weight_of
            .iter()
            .map(|&weight| priced.prices[weight])
            .collect()
    }
}

/// The different values in order, numbered.
fn numbered<T: Ord>(values: impl Iterator<Item = T>) -> BTreeMap<T, usize> {
    let mut numbers: BTreeMap<T, usize> = values.map(|value| (value, 0)).collect();
    for (number, value) in numbers.values_mut().enumerate() {
        *value = number;
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::super::super::random::Random;
    use super::super::part::parts;
    use super::super::{Balance, Budget, Item, solve};
    use super::*;

    /// Items that everyone but a few may take, in one part.
    fn problem(random: &mut Random, barred: usize) -> Balance {
        let people = 5 + random.below(8);
        let item = |random: &mut Random| {
            let free = |_: &u32| random.below(people) >= barred;
            let options: Vec<u32> = (0..people as u32).filter(free).collect();
            Item {
                weight: 10 + random.below(6) as u32,
                picks: 1,
                options,
            }
        };
        Balance {
            loads: (0..people).map(|_| 3 * random.below(2) as u32).collect(),
            weights: vec![1; people],
            items: (0..30).map(|_| item(random)).collect(),
        }
    }

    /// Bounds of the part and of the pool at the pool's prices, rounded up.
    fn bounds(part: &Part) -> (i64, i64) {
        let choice = Choice::near(part, &vec![0; part.pairs.len()]);
        let pool = Pool::new(part, &choice);
        let prices = pool.prices(
            (&vec![0; part.classes.len()], i64::MAX / part.scale),
            &|| false,
        );
        let mut of_weight = vec![0; pool.part.classes.len()];
        for (&weight, &price) in pool.weight_of.iter().zip(&prices) {
            of_weight[weight] = price;
        }
        let whole = Pricing::new(part, &|| false).bound(&Ranges::new(part), &prices);
        let pooled = Pricing::new(&pool.part, &|| false).bound(&pool.ranges, &of_weight);
        (whole, pooled)
    }

    #[test]
    fn prices_by_weight_prove_the_best_where_most_may_take_most() {
        let mut random = Random::new(5);
        let budget = Budget {
            nodes: 1000,
            stop: &|| false,
            tell: &|_| {},
        };
        for _ in 0..10 {
            let problem = problem(&mut random, 1);
            let parts = parts(&problem);
            assert_eq!(parts.len(), 1);
            let best = solve(&problem, budget);
            assert_eq!(best.squares, best.bound);
            assert!(bounds(&parts[0]).0 > (best.squares - parts[0].stride) * parts[0].scale);
        }
    }

    #[test]
    fn a_pool_is_bounded_no_higher_than_its_part() {
        let mut random = Random::new(6);
        for barred in [0, 1, 3, 6] {
            for part in parts(&problem(&mut random, barred)) {
                let (whole, pooled) = bounds(&part);
                assert!(pooled <= whole, "{pooled} {whole}");
                assert!(barred > 0 || pooled == whole);
            }
        }
    }
}
