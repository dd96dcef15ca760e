//! Does a proof hold? Prices in, bound out; no search, and nothing taken from the code that searches.
//!
//! At any prices each choice costs at least Σ picks·price + Σ over people of the least (load + weight)² − prices that a
//! set of their items can cost them. A case is bounded by its prices; the whole by the lowest of its cases.

use std::collections::BTreeMap;

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

/// Copies that people may take of a class, fewest and most.
type Limits = BTreeMap<u32, (i64, i64)>;

/// The items of one class as a whole.
struct Class {
    weight: i64,
    picks: i64,
    copies: i64,
    options: Vec<u32>,
}

/// The bound that the proof shows.
pub fn verify(problem: &Balance, proof: &Proof) -> Result<i64, Flaw> {
    let mut item_seen = vec![false; problem.items.len()];
    let mut in_part = vec![false; problem.loads.len()];
    let mut bound = 0_i64;
    for part in &proof.parts {
        let classes = classes(problem, part, &mut item_seen)?;
        let mut people: Vec<u32> = classes
            .iter()
            .flat_map(|class| class.options.iter().copied())
            .collect();
        people.sort_unstable();
        people.dedup();
        for &person in &people {
            if std::mem::replace(&mut in_part[person as usize], true) {
                return Err(Flaw::SharedPerson);
            }
        }
        let loads = people
            .iter()
            .map(|&person| (person, i64::from(problem.loads[person as usize])))
            .collect();
        let shown = Cases {
            classes: &classes,
            loads: &loads,
        }
        .bound(&part.steps)?;
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
        .zip(&in_part)
        .filter(|(_, inside)| !**inside);
    alone
        .map(|(&load, _)| i64::from(load).pow(2))
        .try_fold(bound, i64::checked_add)
        .ok_or(Flaw::TooLarge)
}

/// The classes of a part, each of equal items that no other class has.
fn classes(problem: &Balance, part: &PartProof, seen: &mut [bool]) -> Result<Vec<Class>, Flaw> {
    let mut classes = Vec::with_capacity(part.classes.len());
    for items in &part.classes {
        let first = items
            .first()
            .and_then(|&item| problem.items.get(item as usize))
            .ok_or(Flaw::UnequalClass)?;
        for &item in items {
            match seen.get_mut(item as usize) {
                Some(seen) if !*seen => *seen = true,
                _ => return Err(Flaw::Items),
            }
            if problem.items[item as usize] != *first {
                return Err(Flaw::UnequalClass);
            }
        }
        let copies = i64::from(items.len() as u32);
        let picks = i64::from(first.picks).min(i64::from(first.options.len() as u32)) * copies;
        classes.push(Class {
            weight: i64::from(first.weight),
            picks,
            copies,
            options: first.options.clone(),
        });
    }
    Ok(classes)
}

/// The tree of cases of one part.
struct Cases<'a> {
    classes: &'a [Class],
    loads: &'a BTreeMap<u32, i64>,
}

impl Cases<'_> {
    /// The lowest bound among the leaves, raised to the next value that a choice can have.
    fn bound(&self, steps: &[Step]) -> Result<i64, Flaw> {
        let everything = self.classes.iter().map(|class| {
            class
                .options
                .iter()
                .map(|&person| (person, (0, class.copies)))
                .collect()
        });
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
                    let mut above = case.clone();
                    let limits = |case: &mut Vec<Limits>| {
                        case.get_mut(*class as usize)?.get_mut(person).copied()
                    };
                    let (fewest, all) = limits(&mut case).ok_or(Flaw::Split)?;
                    let most = i64::from(*most);
                    case[*class as usize].insert(*person, (fewest, all.min(most)));
                    above[*class as usize].insert(*person, (fewest.max(most + 1), all));
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
            let fewest: i64 = limits.values().map(|limit| limit.0).sum();
            let most: i64 = limits.values().map(|limit| limit.1).sum();
            if limits.values().any(|limit| limit.0 > limit.1)
                || fewest > class.picks
                || most < class.picks
            {
                return false;
            }
            for limit in limits.values_mut() {
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
        for (&person, &load) in self.loads {
            let costs = self.earned(case, prices, person, load).into_iter();
            let costs = costs.map(|(load, earned)| scale * i128::from(load).pow(2) - earned);
            bound += costs.min().unwrap_or_default();
        }
        Ok(bound.div_euclid(scale) + i128::from(bound.rem_euclid(scale) > 0))
    }

    /// For every load that a set of the person's items leads to, the most that such a set earns.
    fn earned(
        &self,
        case: &[Limits],
        prices: &[i64],
        person: u32,
        load: i64,
    ) -> BTreeMap<i64, i128> {
        let mut earned = BTreeMap::from([(load, 0_i128)]);
        for ((class, limits), &price) in self.classes.iter().zip(case).zip(prices) {
            let Some(&(fewest, most)) = limits.get(&person) else {
                continue;
            };
            let mut next = BTreeMap::<i64, i128>::new();
            for (load, before) in &earned {
                for copies in fewest..=most {
                    let with = before + i128::from(copies) * i128::from(price);
                    let entry = next.entry(load + copies * class.weight).or_insert(with);
                    *entry = with.max(*entry);
                }
            }
            earned = next;
        }
        earned
    }

    /// The least value not below `bound` that a choice can have.
    ///
    /// Let g divide all weights, and d divide g and all differences of loads. Moving g works from one load to another
    /// changes Σ load² by a multiple of 2·g·d, so all values leave the same remainder.
    fn raised(&self, bound: i128) -> i128 {
        let first = self.loads.values().next().copied().unwrap_or_default();
        let weights = self
            .classes
            .iter()
            .fold(0, |divisor, class| gcd(divisor, class.weight));
        let apart = self
            .loads
            .values()
            .fold(weights, |divisor, load| gcd(divisor, (load - first).abs()));
        let stride = (2 * i128::from(weights) * i128::from(apart)).max(1);
        // Everything to the first person leads to the same remainder as any choice, as if it were one.
        let works: i128 = self
            .classes
            .iter()
            .map(|class| i128::from(class.picks) * i128::from(class.weight))
            .sum();
        let others = self
            .loads
            .values()
            .skip(1)
            .map(|&load| i128::from(load).pow(2))
            .sum::<i128>();
        let value = (i128::from(first) + works).pow(2) + others;
        bound + (value - bound).rem_euclid(stride)
    }
}

fn gcd(a: i64, b: i64) -> i64 {
    if b == 0 { a } else { gcd(b, a % b) }
}
