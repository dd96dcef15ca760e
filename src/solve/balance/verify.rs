//! Does a proof hold? Prices in, bound out; no search, and nothing taken from the code that searches.
//!
//! At any prices each choice costs at least Σ picks·price + Σ over people of the least (load + weight)² − prices that a
//! set of their items can cost them. A case is bounded by its prices; the whole by the lowest of its cases.

use super::{Balance, PartProof, Proof, Step};

/// Why a proof does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// Items of one class differ, or it has none.
    #[error("items of one class are not equal")]
    UnequalClass,
    /// An item is unknown, in two classes, or in none.
    #[error("an item is named twice, not at all, or does not exist")]
    Items,
    /// Two parts share a person.
    #[error("two parts share a person")]
    SharedPerson,
    /// The tree of cases breaks off or goes on after its end.
    #[error("the cases do not form one tree")]
    Tree,
    /// A split names a class or person that its part has not.
    #[error("a split names a class or a person that is not there")]
    Split,
    /// A case is said to be empty, but is not.
    #[error("a case that is called empty is not")]
    NotEmpty,
    /// There is not one price for each class, or the denominator is not positive.
    #[error("prices do not fit the classes")]
    Prices,
    /// A number is beyond all measure.
    #[error("a number is too large")]
    TooLarge,
}

/// What no set earns: below all sums of prices, which are numbers of 64 bits times counts.
const NOTHING: i128 = i128::MIN / 4;

/// No table of loads is longer than this.
const MOST_LOADS: usize = 1 << 20;

/// Fewest and most copies of a class for each of its options.
type Limits = Vec<(i64, i64)>;

/// The items of one class as a whole.
struct Class {
    weight: i64,
    picks: i64,
    copies: i64,
    /// Positions among the people of the part, ascending.
    options: Vec<usize>,
}

/// The bound that the proof shows.
pub fn verify(problem: &Balance, proof: &Proof) -> Result<i64, Flaw> {
    let mut item_seen = vec![false; problem.items.len()];
    let mut in_part = vec![false; problem.loads.len()];
    let mut bound = 0_i64;
    for part in &proof.parts {
        let cases = Cases::of(problem, part, (&mut item_seen, &mut in_part))?;
        let shown = cases.bound(&part.steps, &cases.people)?;
        bound = bound.checked_add(shown).ok_or(Flaw::TooLarge)?;
    }
    let without = problem
        .items
        .iter()
        .zip(&item_seen)
        .any(|(item, seen)| !seen && item.picks > 0 && !item.options.is_empty());
    if without {
        return Err(Flaw::Items);
    }
    let alone = problem
        .loads
        .iter()
        .zip(&problem.weights)
        .zip(&in_part)
        .filter(|(_, inside)| !**inside);
    alone
        .map(|((&load, &weight), _)| i64::from(load).pow(2).checked_mul(weight.into()))
        .try_fold(bound, |sum, square| sum.checked_add(square?))
        .ok_or(Flaw::TooLarge)
}

/// The tree of cases of one part.
struct Cases {
    classes: Vec<Class>,
    /// Positions among the problem's loads, ascending.
    people: Vec<u32>,
    loads: Vec<i64>,
    /// What their squares weigh.
    weights: Vec<i64>,
    /// For each person the classes and the person's place among their options.
    of_person: Vec<Vec<(usize, usize)>>,
}

impl Cases {
    /// The part's classes, each of equal items that no other class has, and people whom no other part has.
    fn of(
        problem: &Balance,
        part: &PartProof,
        (item_seen, in_part): (&mut [bool], &mut [bool]),
    ) -> Result<Self, Flaw> {
        let mut firsts = Vec::with_capacity(part.classes.len());
        for items in &part.classes {
            let first = items
                .first()
                .and_then(|&item| problem.items.get(item as usize))
                .ok_or(Flaw::UnequalClass)?;
            for &item in items {
                match item_seen.get_mut(item as usize) {
                    Some(seen) if !*seen => *seen = true,
                    _ => return Err(Flaw::Items),
                }
                if problem.items[item as usize] != *first {
                    return Err(Flaw::UnequalClass);
                }
            }
            firsts.push((first, i64::from(items.len() as u32)));
        }
        let options = firsts.iter().flat_map(|(first, _)| &first.options);
        let mut people: Vec<u32> = options.copied().collect();
        people.sort_unstable();
        people.dedup();
        for &person in &people {
            if std::mem::replace(&mut in_part[person as usize], true) {
                return Err(Flaw::SharedPerson);
            }
        }
        let mut of_person = vec![Vec::new(); people.len()];
        let mut classes = Vec::with_capacity(firsts.len());
        for (class, (first, copies)) in firsts.into_iter().enumerate() {
            let local = first
                .options
                .iter()
                .filter_map(|it| people.binary_search(it).ok());
            let options: Vec<usize> = local.collect();
            for (place, &person) in options.iter().enumerate() {
                of_person[person].push((class, place));
            }
            classes.push(Class {
                weight: i64::from(first.weight),
                picks: i64::from(first.picks).min(i64::from(options.len() as u32)) * copies,
                copies,
                options,
            });
        }
        let load = |&person: &u32| i64::from(problem.loads[person as usize]);
        let weight = |&person: &u32| i64::from(problem.weights[person as usize]);
        Ok(Self {
            classes,
            loads: people.iter().map(load).collect(),
            weights: people.iter().map(weight).collect(),
            people,
            of_person,
        })
    }

    /// The lowest bound among the leaves, raised to the next value that a choice can have.
    fn bound(&self, steps: &[Step], people: &[u32]) -> Result<i64, Flaw> {
        let everything = self
            .classes
            .iter()
            .map(|class| vec![(0, class.copies); class.options.len()]);
        let mut cases: Vec<Vec<Limits>> = vec![everything.collect()];
        let mut lowest: Option<i128> = None;
        for step in steps {
            let mut case = cases.pop().ok_or(Flaw::Tree)?;
            match step {
                Step::Split {
                    class,
                    person,
                    most,
                } => {
                    let class = *class as usize;
                    let person = people.binary_search(person).map_err(|_| Flaw::Split)?;
                    let options = self.classes.get(class).map_or(&[][..], |it| &it.options);
                    let place = options.binary_search(&person).map_err(|_| Flaw::Split)?;
                    let mut above = case.clone();
                    let most = i64::from(*most);
                    let (fewest, all) = case[class][place];
                    case[class][place] = (fewest, all.min(most));
                    above[class][place] = (fewest.max(most + 1), all);
                    cases.extend([above, case]);
                }
                Step::Prices {
                    denominator,
                    prices,
                } => {
                    if !self.narrow(&mut case) {
                        continue;
                    }
                    let shown = self.priced(&case, *denominator, prices)?;
                    lowest = Some(lowest.map_or(shown, |lowest| lowest.min(shown)));
                }
                Step::Empty if self.narrow(&mut case) => return Err(Flaw::NotEmpty),
                Step::Empty => {}
            }
        }
        let (true, Some(lowest)) = (cases.is_empty(), lowest) else {
            return Err(Flaw::Tree);
        };
        i64::try_from(self.raised(lowest)).map_err(|_| Flaw::TooLarge)
    }

    /// What the picks of each class leave for each person; false where a class cannot get its picks.
    fn narrow(&self, case: &mut [Limits]) -> bool {
        for (class, limits) in self.classes.iter().zip(case) {
            let fewest: i64 = limits.iter().map(|limit| limit.0).sum();
            let most: i64 = limits.iter().map(|limit| limit.1).sum();
            if limits.iter().any(|limit| limit.0 > limit.1)
                || fewest > class.picks
                || most < class.picks
            {
                return false;
            }
            for limit in limits {
                *limit = (
                    limit.0.max(limit.1 - (most - class.picks)),
                    limit.1.min(limit.0 + (class.picks - fewest)),
                );
            }
        }
        true
    }

    /// The bound of a case at these prices, rounded up: values are whole.
    fn priced(&self, case: &[Limits], denominator: i64, prices: &[i64]) -> Result<i128, Flaw> {
        if prices.len() != self.classes.len() || denominator < 1 {
            return Err(Flaw::Prices);
        }
        let scale = i128::from(denominator);
        let paid = self
            .classes
            .iter()
            .zip(prices)
            .map(|(class, &price)| i128::from(class.picks) * i128::from(price));
        let mut bound: i128 = paid.sum();
        for person in 0..self.loads.len() {
            bound += self.least(case, (prices, scale), person)?;
        }
        Ok(bound.div_euclid(scale) + i128::from(bound.rem_euclid(scale) > 0))
    }

    /// The least of scale·weight·load² less what is earned, over all sets that the case allows the person.
    fn least(
        &self,
        case: &[Limits],
        (prices, scale): (&[i64], i128),
        person: usize,
    ) -> Result<i128, Flaw> {
        let scale = scale * i128::from(self.weights[person]);
        // What the case forces comes first; then copies that may be taken or left: weight, price, how many.
        let (mut load, mut forced) = (self.loads[person], 0_i128);
        let mut offers: Vec<(i64, i128, i64)> = Vec::new();
        for &(class, place) in &self.of_person[person] {
            let (fewest, most) = case[class][place];
            let (weight, price) = (self.classes[class].weight, i128::from(prices[class]));
            load += fewest * weight;
            forced += i128::from(fewest) * price;
            if weight > 0 {
                offers.push((weight, price, most - fewest));
            } else {
                // What weighs nothing is taken where it earns something.
                forced += i128::from(most - fewest) * price.max(0);
            }
        }
        // Without one copy of weight w a load L would cost 2·L·w − w² less, and lose no more than w times the dearest
        // price of a work: nobody's cheapest load exceeds half of that price and half of the heaviest weight.
        let (mut all, mut dearest, mut heaviest) = (0, 0, 0);
        for &(weight, price, copies) in offers.iter().filter(|it| it.2 > 0) {
            all += weight * copies;
            dearest = price.div_euclid(i128::from(weight) * scale).max(dearest);
            heaviest = weight.max(heaviest);
        }
        let sensible = (dearest + 2 + i128::from(heaviest)) / 2 + 1 - i128::from(load);
        let most = usize::try_from(sensible.clamp(0, i128::from(all))).unwrap_or(usize::MAX);
        if most > MOST_LOADS {
            return Err(Flaw::TooLarge);
        }
        // What the sets of each weight earn at most; so little where there is none that nothing lifts it above others.
        let mut earned = vec![NOTHING; most + 1];
        earned[0] = forced;
        let mut reached = 0;
        for (weight, price, copies) in offers {
            let weight = usize::try_from(weight).unwrap_or(usize::MAX);
            let room = i64::try_from(most / weight).unwrap_or(i64::MAX);
            for _ in 0..copies.min(room) {
                reached = most.min(reached + weight);
                for sum in (weight..=reached).rev() {
                    earned[sum] = earned[sum].max(earned[sum - weight] + price);
                }
            }
        }
        let sets = earned.iter().zip(load..);
        let sets = sets.filter(|&(&earned, _)| earned > NOTHING / 2);
        let costs = sets.map(|(earned, load)| scale * i128::from(load).pow(2) - earned);
        Ok(costs.min().unwrap_or_default())
    }

    /// The least value not below `bound` that a choice can have.
    ///
    /// Let g divide all works that are given out. The k-th g on top of b lets a square of weight w grow by c = wg(2b + g), and
    /// 2wg² more for each before it: all values leave the same remainder by what divides all 2wg² and all differences of c.
    fn raised(&self, bound: i128) -> i128 {
        let unit = self
            .classes
            .iter()
            .fold(0, |divisor, class| gcd(divisor, class.weight.into()));
        let people = self.loads.iter().zip(&self.weights);
        let mut people = people.map(|(&load, &weight)| (i128::from(load), i128::from(weight)));
        let step = |(load, weight): (i128, i128)| weight * unit * (2 * load + unit);
        let Some((first, weight)) = people.next() else {
            return bound;
        };
        let start = 2 * weight * unit * unit;
        let stride = people.clone().fold(start, |divisor, it| {
            let divisor = gcd(divisor, 2 * it.1 * unit * unit);
            gcd(divisor, step(it) - step((first, weight)))
        });
        // Everything to the first person leads to the same remainder as any choice, as if it were one.
        let works: i128 = self
            .classes
            .iter()
            .map(|class| i128::from(class.picks) * i128::from(class.weight))
            .sum();
        let others: i128 = people.map(|(load, weight)| weight * load * load).sum();
        let value = weight * (first + works).pow(2) + others;
        bound + (value - bound).rem_euclid(stride.max(1))
    }
}

fn gcd(a: i128, b: i128) -> i128 {
    if b == 0 { a.abs() } else { gcd(b, a % b) }
}
