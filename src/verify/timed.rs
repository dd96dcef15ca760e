//! The bound of one component of time-bound demands.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{Date, PersonId, Role, RuleCode, Span};
use crate::proof::{Component, Fixing, Leaf, Level, SCALE};

use super::Flaw;
use super::facts::Facts;

struct Offer<'a> {
    date: Date,
    span: &'a Span,
    demand: usize,
    role: Role,
    cost: i128,
}

pub struct Timed<'a> {
    facts: &'a Facts<'a>,
    component: &'a Component,
    weights: BTreeMap<Level, i128>,
    offers: BTreeMap<PersonId, Vec<Offer<'a>>>,
}

impl<'a> Timed<'a> {
    /// With weights that keep the levels apart.
    pub fn of(facts: &'a Facts<'a>, component: &'a Component) -> Result<Self, Flaw> {
        if component
            .demands
            .iter()
            .any(|demand| !demand.1.is_time_bound())
        {
            return Err(Flaw::Parts);
        }
        let weights = component.weights.iter().copied().collect();
        let mut timed = Self {
            facts,
            component,
            weights,
            offers: BTreeMap::new(),
        };
        let (mut greatest, mut seats_of) = (
            BTreeMap::<Level, i128>::new(),
            BTreeMap::<Role, i128>::new(),
        );
        let mut before = BTreeMap::<Role, i128>::new();
        for (position, &demand) in component.demands.iter().enumerate() {
            let (sitting, seats) = (
                facts.school.sitting(demand.0),
                i128::from(facts.seats(demand)),
            );
            *greatest.entry(Level::Unfilled(demand.1)).or_default() += seats;
            *seats_of.entry(demand.1).or_default() += seats;
            let (mut rules, mut most_lost) = (BTreeSet::new(), 0);
            for person in facts.candidates(demand) {
                let (avoided, lost) = (facts.avoided(demand, person), facts.lost(demand, person));
                rules.extend(avoided.iter());
                most_lost = most_lost.max(i128::from(lost));
                let cost = SCALE * timed.levels(avoided.iter(), lost);
                let load = before.entry(demand.1).or_default();
                *load = i128::from(facts.load(person, demand.1)).max(*load);
                let offer = Offer {
                    date: sitting.date,
                    span: &sitting.span,
                    demand: position,
                    role: demand.1,
                    cost,
                };
                timed.offers.entry(person).or_default().push(offer);
            }
            *greatest.entry(Level::LessonsLost).or_default() += seats * most_lost;
            for code in rules {
                *greatest.entry(Level::Avoided(code)).or_default() += seats;
            }
        }
        for (role, seats) in seats_of {
            let most = seats * (seats + 2 * before.get(&role).copied().unwrap_or_default());
            greatest.insert(Level::LoadSquares(role), most);
        }
        let (mut below, mut last) = (0i128, None);
        for &(level, weight) in component.weights.iter().rev() {
            let most = greatest.remove(&level).unwrap_or_default();
            if weight <= below || last.is_some_and(|last| level >= last) {
                return Err(Flaw::Weights);
            }
            below = most
                .checked_mul(weight)
                .and_then(|most| most.checked_add(below))
                .ok_or(Flaw::Weights)?;
            last = Some(level);
        }
        if below >= 1 << 80 || greatest.values().any(|&most| most > 0) {
            return Err(Flaw::Weights);
        }
        timed
            .offers
            .values_mut()
            .for_each(|offers| offers.sort_by_key(|it| (it.date, it.span)));
        Ok(timed)
    }

    pub fn people(&self) -> impl Iterator<Item = PersonId> {
        self.offers.keys().copied()
    }

    fn weight(&self, level: Level) -> i128 {
        self.weights.get(&level).copied().unwrap_or_default()
    }

    fn levels(&self, avoided: impl Iterator<Item = RuleCode>, lost: i64) -> i128 {
        let avoided: i128 = avoided.map(|code| self.weight(Level::Avoided(code))).sum();
        avoided + self.weight(Level::LessonsLost) * i128::from(lost)
    }

    /// What so many more duties add to the role's square.
    fn square(&self, person: PersonId, role: Role, duties: i64) -> i128 {
        let grown = duties * (2 * self.facts.load(person, role) + duties);
        self.weight(Level::LoadSquares(role)) * i128::from(grown)
    }

    /// The first level at which the prices leave room for a better roster.
    pub fn gap(&self) -> Result<Option<Level>, Flaw> {
        let leaves: Vec<&Leaf> = self.component.leaves.iter().collect();
        if !cover(&leaves, 0) {
            return Err(Flaw::Cases);
        }
        let mut lowest = i128::MAX;
        for leaf in leaves {
            if let Some(bound) = self.bound(leaf)? {
                lowest =
                    lowest.min(bound.div_euclid(SCALE) + i128::from(bound.rem_euclid(SCALE) > 0));
            }
        }
        let value = self.value();
        let digits = |mut total: i128| {
            let digit = |&(level, weight): &(Level, i128)| {
                let digit = total.div_euclid(weight);
                total = total.rem_euclid(weight);
                (level, digit)
            };
            self.component.weights.iter().map(digit).collect::<Vec<_>>()
        };
        // Rosters that differ in their last square alone fill as many seats, so that their squares have one parity.
        let parity = digits(value)
            .last()
            .is_some_and(|&(level, digit)| matches!(level, Level::LoadSquares(_)) && digit > 0);
        if lowest >= value - i128::from(parity) {
            return Ok(None);
        }
        let pairs = digits(value).into_iter().zip(digits(lowest));
        Ok(pairs
            .filter(|(mine, bound)| mine != bound)
            .map(|(mine, _)| mine.0)
            .next())
    }

    /// The roster's cost.
    fn value(&self) -> i128 {
        let (mut total, mut counts) = (0, BTreeMap::<(PersonId, Role), i64>::new());
        for &demand in &self.component.demands {
            let mut empty = i128::from(self.facts.seats(demand));
            for &(_, person) in self
                .facts
                .free
                .range((demand, PersonId::new(0))..)
                .take_while(|it| it.0 == demand)
            {
                empty -= 1;
                let avoided = self.facts.avoided(demand, person);
                total += self.levels(avoided.iter(), self.facts.lost(demand, person));
                *counts.entry((person, demand.1)).or_default() += 1;
            }
            total += empty * self.weight(Level::Unfilled(demand.1));
        }
        total
            + counts
                .iter()
                .map(|(&(person, role), &duties)| self.square(person, role, duties))
                .sum::<i128>()
    }

    /// The leaf's bound, times [`SCALE`]; `None` where nobody can follow its decisions.
    fn bound(&self, leaf: &Leaf) -> Result<Option<i128>, Flaw> {
        let demands = &self.component.demands;
        let fits = |fixing: &Fixing| {
            self.offers.contains_key(&fixing.person) && fixing.demand < demands.len()
        };
        let too_large = leaf
            .prices
            .iter()
            .any(|price| !(-(1 << 92)..1 << 92).contains(price));
        if leaf.prices.len() != demands.len() || too_large || !leaf.fixed.iter().all(fits) {
            return Err(Flaw::Parts);
        }
        let empty = demands
            .iter()
            .map(|demand| SCALE * self.weight(Level::Unfilled(demand.1)));
        let prices: Vec<i128> = leaf
            .prices
            .iter()
            .zip(empty)
            .map(|(&price, empty)| price.min(empty))
            .collect();
        let paid = demands
            .iter()
            .zip(&prices)
            .map(|(&demand, price)| i128::from(self.facts.seats(demand)) * price);
        let mut bound = paid.sum();
        for (&person, offers) in &self.offers {
            match self.best(person, offers, &prices, &leaf.fixed)? {
                Some(cost) => bound += cost,
                None => return Ok(None),
            }
        }
        Ok(Some(bound))
    }

    /// The least that a legal set of duties costs the person: state by state, day by day.
    fn best(
        &self,
        person: PersonId,
        offers: &[Offer<'_>],
        prices: &[i128],
        fixed: &[Fixing],
    ) -> Result<Option<i128>, Flaw> {
        let mut states = BTreeMap::from([(([0u32; 4], 0u64, 0u32), 0i128)]);
        for day in offers.chunk_by(|a, b| a.date == b.date) {
            let (left, total) = self.facts.left(person, day[0].date);
            let spans: BTreeSet<&Span> = day.iter().map(|offer| offer.span).collect();
            let spans: Vec<&Span> = spans.into_iter().collect();
            if spans.len() > 64 {
                return Err(Flaw::Parts);
            }
            for offer in day {
                let fixing = fixed
                    .iter()
                    .find(|it| it.person == person && it.demand == offer.demand);
                let cost = offer.cost - prices[offer.demand];
                let forced = fixing.is_some_and(|fixing| fixing.taken);
                let useless = cost + SCALE * self.square(person, offer.role, 1) >= 0;
                if !forced && (useless || fixing.is_some()) {
                    continue;
                }
                let at = |span: &&Span| *span == offer.span || span.overlaps(offer.span);
                let clash = (0..)
                    .zip(&spans)
                    .filter(|(_, span)| at(span))
                    .fold(0u64, |bits, (bit, _)| bits | 1 << bit);
                let own = spans
                    .iter()
                    .position(|&span| span == offer.span)
                    .map_or(0, |bit| 1 << bit);
                let mut next = if forced {
                    BTreeMap::new()
                } else {
                    states.clone()
                };
                for ((mut counts, busy, today), before) in states {
                    if busy & clash == 0 && today < left && counts.iter().sum::<u32>() < total {
                        counts[offer.role as usize] += 1;
                        let entry = next
                            .entry((counts, busy | own, today + 1))
                            .or_insert(i128::MAX);
                        *entry = (*entry).min(before + cost);
                    }
                }
                states = next;
            }
            let mut evening = BTreeMap::new();
            for ((counts, _, _), cost) in states {
                let entry = evening.entry((counts, 0, 0)).or_insert(i128::MAX);
                *entry = cost.min(*entry);
            }
            states = evening;
        }
        let squares = |counts: [u32; 4]| -> i128 {
            Role::ALL
                .into_iter()
                .map(|role| SCALE * self.square(person, role, i64::from(counts[role as usize])))
                .sum()
        };
        Ok(states
            .into_iter()
            .map(|((counts, ..), cost)| cost + squares(counts))
            .min())
    }
}

/// Do the leaves, which agree on their first decisions, decide everything that can follow?
fn cover(leaves: &[&Leaf], depth: usize) -> bool {
    if let [leaf] = leaves
        && leaf.fixed.len() == depth
    {
        return true;
    }
    let Some(first) = leaves.first().and_then(|leaf| leaf.fixed.get(depth)) else {
        return false;
    };
    let same = |leaf: &&Leaf| {
        leaf.fixed
            .get(depth)
            .is_some_and(|it| (it.person, it.demand) == (first.person, first.demand))
    };
    let (yes, no): (Vec<&Leaf>, Vec<&Leaf>) = leaves
        .iter()
        .partition(|leaf| leaf.fixed.get(depth).is_some_and(|it| it.taken));
    leaves.iter().all(same) && cover(&yes, depth + 1) && cover(&no, depth + 1)
}
