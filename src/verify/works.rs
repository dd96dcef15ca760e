//! Checkers: levels 1–2 sitting by sitting, then the bound of their works.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{PersonId, Role, RuleCode, SittingId};
use crate::proof::{Level, Part, Step};

use super::Flaw;
use super::facts::Facts;

#[derive(Clone, PartialEq)]
struct Item {
    weight: i64,
    picks: i64,
    options: Vec<PersonId>,
}

type Limits = BTreeMap<PersonId, (i64, i64)>;

/// The first level at which checkers might do better.
pub fn gap(facts: &Facts<'_>, parts: &[Part]) -> Result<Option<Level>, Flaw> {
    let (mut items, mut loads) = (BTreeMap::new(), BTreeMap::new());
    let mut value = BTreeMap::new();
    let load_before = |person| facts.load(person, Role::Checker);
    for demand in facts.demands().filter(|demand| demand.1 == Role::Checker) {
        let weight = i64::from(facts.school.sitting(demand.0).works());
        let key = |person| RuleCode::ALL.map(|code| facts.avoided(demand, person).contains(code));
        let mut candidates: Vec<_> = facts
            .candidates(demand)
            .into_iter()
            .map(|it| (key(it), it))
            .collect();
        candidates.sort_unstable();
        let filled = candidates.len().min(facts.seats(demand) as usize);
        let mine = facts
            .free
            .range((demand, PersonId::new(0))..)
            .take_while(|duty| duty.0 == demand);
        let mut mine: Vec<_> = mine.map(|&(_, person)| (key(person), person)).collect();
        mine.sort_unstable();
        if mine.len() != filled {
            return Ok(Some(Level::Unfilled(Role::Checker)));
        }
        if mine
            .iter()
            .zip(&candidates)
            .any(|(mine, best)| mine.0 != best.0)
        {
            return Ok(Some(Level::Avoided(RuleCode::ALL[0])));
        }
        let Some(dearest) = candidates[..filled].last().map(|it| it.0) else {
            continue;
        };
        let sure = candidates.partition_point(|it| it.0 < dearest);
        let options: Vec<PersonId> = candidates[sure..]
            .iter()
            .filter(|it| it.0 == dearest)
            .map(|it| it.1)
            .collect();
        let sure = if sure + options.len() == filled {
            filled
        } else {
            sure
        };
        for &(_, person) in &candidates[..sure] {
            *loads.entry(person).or_insert_with(|| load_before(person)) += weight;
        }
        for &(_, person) in &mine {
            *value.entry(person).or_insert_with(|| load_before(person)) += weight;
        }
        if sure < filled {
            for &person in &options {
                loads.entry(person).or_insert_with(|| load_before(person));
            }
            items.insert(
                demand.0,
                Item {
                    weight,
                    picks: (filled - sure) as i64,
                    options,
                },
            );
        }
    }
    for (&person, &load) in &loads {
        value.entry(person).or_insert(load);
    }
    let squares = |loads: &BTreeMap<PersonId, i64>| {
        loads
            .values()
            .map(|&load| i128::from(load).pow(2))
            .sum::<i128>()
    };
    let (mut seen, mut people, mut bound) = (BTreeSet::new(), BTreeSet::new(), squares(&loads));
    for part in parts {
        let cases = Cases::of(&items, &loads, part)?;
        let new_items = part.classes.iter().flatten().all(|&item| seen.insert(item));
        if !new_items || !cases.loads.keys().all(|&person| people.insert(person)) {
            return Err(Flaw::Parts);
        }
        bound += cases.bound(&part.steps)? - squares(&cases.loads);
    }
    let proven = seen.len() == items.len() && bound >= squares(&value);
    Ok((!proven).then_some(Level::LoadSquares(Role::Checker)))
}

struct Cases {
    /// Items of a class, and how many.
    classes: Vec<(Item, i64)>,
    loads: BTreeMap<PersonId, i64>,
}

impl Cases {
    fn of(
        items: &BTreeMap<SittingId, Item>,
        all: &BTreeMap<PersonId, i64>,
        part: &Part,
    ) -> Result<Self, Flaw> {
        let (mut classes, mut loads) = (Vec::new(), BTreeMap::new());
        for class in &part.classes {
            let first = class
                .first()
                .and_then(|id| items.get(id))
                .ok_or(Flaw::Parts)?;
            if class.iter().any(|id| items.get(id) != Some(first)) {
                return Err(Flaw::Parts);
            }
            loads.extend(
                first
                    .options
                    .iter()
                    .filter_map(|person| all.get_key_value(person)),
            );
            classes.push((first.clone(), class.len() as i64));
        }
        Ok(Self { classes, loads })
    }

    /// The lowest bound among the leaves, raised to the next value that a choice can have.
    fn bound(&self, steps: &[Step]) -> Result<i128, Flaw> {
        let everything = |(item, copies): &(Item, i64)| {
            item.options.iter().map(|&it| (it, (0, *copies))).collect()
        };
        let mut cases: Vec<Vec<Limits>> = vec![self.classes.iter().map(everything).collect()];
        let mut lowest: Option<i128> = None;
        for step in steps {
            let mut case = cases.pop().ok_or(Flaw::Cases)?;
            match step {
                Step::Split {
                    class,
                    person,
                    most,
                } => {
                    let most = i64::from(*most);
                    let mut above = case.clone();
                    let limit = case
                        .get_mut(*class)
                        .and_then(|it| it.get_mut(person))
                        .ok_or(Flaw::Parts)?;
                    limit.1 = limit.1.min(most);
                    if let Some(limit) = above[*class].get_mut(person) {
                        limit.0 = limit.0.max(most + 1);
                    }
                    cases.extend([above, case]);
                }
                Step::Prices {
                    denominator,
                    prices,
                } => {
                    if self.narrow(&mut case) {
                        let shown = self.priced(&case, *denominator, prices)?;
                        lowest = Some(lowest.map_or(shown, |lowest| lowest.min(shown)));
                    }
                }
                Step::Empty if self.narrow(&mut case) => return Err(Flaw::Cases),
                Step::Empty => {}
            }
        }
        match lowest {
            Some(lowest) if cases.is_empty() => Ok(self.raised(lowest)),
            _ => Err(Flaw::Cases),
        }
    }

    /// What the picks of each class leave for each person; false where a class cannot get its picks.
    fn narrow(&self, case: &mut [Limits]) -> bool {
        self.classes
            .iter()
            .zip(case)
            .all(|((item, copies), limits)| {
                let picks = item.picks * copies;
                let fewest: i64 = limits.values().map(|limit| limit.0).sum();
                let most: i64 = limits.values().map(|limit| limit.1).sum();
                let possible = fewest <= picks
                    && picks <= most
                    && limits.values().all(|limit| limit.0 <= limit.1);
                for limit in limits.values_mut().filter(|_| possible) {
                    *limit = (
                        limit.0.max(limit.1 - (most - picks)),
                        limit.1.min(limit.0 + (picks - fewest)),
                    );
                }
                possible
            })
    }

    /// Picks paid, and for each person the load that costs least at these prices; rounded up, for values are whole.
    fn priced(&self, case: &[Limits], denominator: i64, prices: &[i64]) -> Result<i128, Flaw> {
        if prices.len() != self.classes.len() || denominator < 1 {
            return Err(Flaw::Parts);
        }
        let scale = i128::from(denominator);
        let paid = self.classes.iter().zip(prices);
        let mut bound: i128 = paid
            .map(|((item, copies), &price)| i128::from(item.picks * copies) * i128::from(price))
            .sum();
        for (person, &load) in &self.loads {
            let mut earned = BTreeMap::from([(load, 0i128)]);
            for (((item, _), limits), &price) in self.classes.iter().zip(case).zip(prices) {
                let Some(&(fewest, most)) = limits.get(person) else {
                    continue;
                };
                let mut next = BTreeMap::<i64, i128>::new();
                for (load, before) in &earned {
                    for copies in fewest..=most {
                        let with = before + i128::from(copies) * i128::from(price);
                        let entry = next.entry(load + copies * item.weight).or_insert(with);
                        *entry = with.max(*entry);
                    }
                }
                earned = next;
            }
            let costs = earned
                .into_iter()
                .map(|(load, earned)| scale * i128::from(load).pow(2) - earned);
            bound += costs.min().unwrap_or_default();
        }
        Ok(bound.div_euclid(scale) + i128::from(bound.rem_euclid(scale) > 0))
    }

    /// Moving g works (g divides all weights) between loads that differ by multiples of d changes Σ load² by a multiple
    /// of 2·g·d, so all values leave one remainder: that of everything given to the first person.
    fn raised(&self, bound: i128) -> i128 {
        let first = self.loads.values().next().copied().unwrap_or_default();
        let g = self
            .classes
            .iter()
            .fold(0, |g, (item, _)| gcd(g, item.weight));
        let d = self
            .loads
            .values()
            .fold(g, |d, load| gcd(d, (load - first).abs()));
        let stride = (2 * i128::from(g) * i128::from(d)).max(1);
        let works: i64 = self
            .classes
            .iter()
            .map(|(item, copies)| item.picks * copies * item.weight)
            .sum();
        let others = self
            .loads
            .values()
            .skip(1)
            .map(|&load| i128::from(load).pow(2));
        let value = i128::from(first + works).pow(2) + others.sum::<i128>();
        bound + (value - bound).rem_euclid(stride)
    }
}

fn gcd(a: i64, b: i64) -> i64 {
    if b == 0 { a } else { gcd(b, a % b) }
}
