//! The cheapest set for one person alone: (load + weights)² less the prices of what is taken.

/// Copies that a person may take or leave.
#[derive(Debug, Clone, Copy)]
pub struct Offer {
    /// Works of one copy.
    pub weight: i64,
    /// Price of one copy.
    pub price: i64,
    /// Copies on offer.
    pub copies: i64,
}

/// A weight that some set has, and the most that such a set earns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct State {
    weight: i64,
    earned: i64,
}

/// Room for the tables, kept between calls.
#[derive(Debug, Default)]
pub struct Knapsack {
    /// Load, and parts of one in which prices are counted.
    terms: (i64, i64),
    /// The states after each copy, layer after layer, each by ascending weight.
    states: Vec<State>,
    /// Where each layer begins.
    layers: Vec<usize>,
}

impl Knapsack {
    /// The least of scale·(load + weight)² − earned over all sets of the offers; `taken` gets the copies of each offer.
    pub fn cheapest(
        &mut self,
        load: i64,
        scale: i64,
        offers: &[Offer],
        taken: &mut Vec<i64>,
    ) -> i64 {
        self.terms = (load, scale);
        self.states.clear();
        self.layers.clear();
        self.states.push(State {
            weight: 0,
            earned: 0,
        });
        self.layers.push(0);
        let most = most_weight(load, scale, offers);
        for offer in offers {
            for _ in 0..offer.copies {
                self.add(*offer, most);
            }
        }
        let last = &self.states[self.layers.last().copied().unwrap_or_default()..];
        let best = last.iter().copied().min_by_key(|state| self.cost(state));
        // Taking nothing is always a set.
        let best = best.unwrap_or(State {
            weight: 0,
            earned: 0,
        });
        self.trace(best, offers, taken);
        self.cost(&best)
    }

    fn cost(&self, state: &State) -> i64 {
        let (load, scale) = self.terms;
        scale * (load + state.weight).pow(2) - state.earned
    }

    /// The cheapest sets of other weights than the cheapest of all, up to so many, none dearer than it by more than
    /// `margin`; of the offers of the last call.
    pub fn others(&self, most: usize, margin: i64, offers: &[Offer]) -> Vec<Vec<i64>> {
        let ends = &self.states[self.layers.last().copied().unwrap_or_default()..];
        let mut states: Vec<State> = ends.to_vec();
        states.sort_by_key(|state| self.cost(state));
        let least = states.first().map_or(0, |state| self.cost(state));
        let near = states.into_iter().skip(1).take(most);
        near.take_while(|state| self.cost(state) <= least + margin)
            .map(|state| {
                let mut taken = Vec::new();
                self.trace(state, offers, &mut taken);
                taken
            })
            .collect()
    }

    /// Merges the last layer with itself after taking one more copy.
    fn add(&mut self, offer: Offer, most: i64) {
        let from = self.layers.last().copied().unwrap_or_default();
        let to = self.states.len();
        self.layers.push(to);
        let (mut left, mut taken) = (from, from);
        while taken < to {
            let with = State {
                weight: self.states[taken].weight + offer.weight,
                earned: self.states[taken].earned + offer.price,
            };
            if with.weight > most {
                break;
            }
            if left < to && self.states[left].weight < with.weight {
                self.states.push(self.states[left]);
                left += 1;
            } else if left < to && self.states[left].weight == with.weight {
                let better = if self.states[left].earned >= with.earned {
                    self.states[left]
                } else {
                    with
                };
                self.states.push(better);
                left += 1;
                taken += 1;
            } else {
                self.states.push(with);
                taken += 1;
            }
        }
        self.states.extend_from_within(left..to);
    }

    /// Walks back through the layers: a copy was left where the layer before has the same state.
    fn trace(&self, mut state: State, offers: &[Offer], taken: &mut Vec<i64>) {
        taken.clear();
        taken.resize(offers.len(), 0);
        let mut layer = self.layers.len() - 1;
        for (offer, count) in offers.iter().zip(taken).rev() {
            for _ in 0..offer.copies {
                let before = &self.states[self.layers[layer - 1]..self.layers[layer]];
                let left = before.binary_search_by_key(&state.weight, |other| other.weight);
                if !left.is_ok_and(|at| before[at] == state) {
                    state.weight -= offer.weight;
                    state.earned -= offer.price;
                    *count += 1;
                }
                layer -= 1;
            }
        }
    }
}

/// No cheapest set weighs more: without one copy of weight w of it, a load L would cost 2·L·w − w² less, and lose w·d at
/// most, where d is the dearest price of a unit of weight; so L ≤ d/2 + w/2.
fn most_weight(load: i64, scale: i64, offers: &[Offer]) -> i64 {
    let heavy = || {
        offers
            .iter()
            .filter(|offer| offer.weight > 0 && offer.copies > 0)
    };
    let dearest = heavy()
        .map(|offer| offer.price.div_euclid(offer.weight) + 1)
        .max()
        .unwrap_or_default();
    let heaviest = heavy().map(|offer| offer.weight).max().unwrap_or_default();
    // What weighs nothing is always allowed.
    ((dearest.div_euclid(scale) + 1 + heaviest) / 2 + 1 - load).max(0)
}

#[cfg(test)]
mod tests {
    use super::super::super::random::Random;
    use super::*;

    /// Cost and weight of every set of the offers from the first on.
    fn sets(offers: &[Offer]) -> Vec<(i64, i64)> {
        let Some((first, rest)) = offers.split_first() else {
            return vec![(0, 0)];
        };
        let with = |copies: i64| {
            sets(rest).into_iter().map(move |(weight, earned)| {
                (
                    weight + copies * first.weight,
                    earned + copies * first.price,
                )
            })
        };
        (0..=first.copies).flat_map(with).collect()
    }

    #[test]
    fn finds_the_cheapest_of_all_sets() {
        let mut random = Random::new(9);
        let (mut knapsack, mut taken) = (Knapsack::default(), Vec::new());
        for _ in 0..2000 {
            let load = i64::from(random.below(40) as u32);
            let offers: Vec<Offer> = (0..random.below(5))
                .map(|_| Offer {
                    weight: i64::from(random.below(9) as u32),
                    price: i64::from(random.below(4000) as u32) - 300,
                    copies: i64::from(random.below(4) as u32),
                })
                .collect();
            let cost = |(weight, earned): (i64, i64)| 8 * (load + weight).pow(2) - earned;
            let least = knapsack.cheapest(load, 8, &offers, &mut taken);
            assert_eq!(
                Some(least),
                sets(&offers).into_iter().map(cost).min(),
                "{load} {offers:?}"
            );
            let sum = |value: fn(&Offer) -> i64| {
                offers
                    .iter()
                    .zip(&taken)
                    .map(|(offer, copies)| copies * value(offer))
                    .sum()
            };
            assert_eq!(
                cost((sum(|offer| offer.weight), sum(|offer| offer.price))),
                least
            );
            assert!(
                offers
                    .iter()
                    .zip(&taken)
                    .all(|(offer, copies)| (0..=offer.copies).contains(copies))
            );
        }
    }
}
