//! Three people share out again what they have between them, as evenly as can be.
//!
//! Which weights two of them can have together is a table of bits, class by class; the third has the rest.

use std::array::from_fn;

use super::super::random::Random;
use super::choice::Choice;
use super::part::Part;

/// Weights of two people that one table holds: below this, in units of the part.
const MOST: usize = 128;

/// How the copies of one class that three people have can be dealt out among them.
struct Deal {
    /// The class's pairs of the three; none where a person may not take it.
    pairs: [Option<usize>; 3],
    /// Copies for each of the three.
    ways: Vec<[usize; 3]>,
    /// Units of one copy.
    weight: usize,
}

/// The search; keeps its tables between calls.
#[derive(Debug, Default)]
pub struct Trio {
    /// For each class so far and each weight of the first, bits of the weights of the second.
    tables: Vec<[u128; MOST]>,
}

impl Trio {
    /// Shares out among the three; among equally even ways one is drawn. False where there was nothing to share, or too
    /// much.
    pub fn share_out(
        &mut self,
        part: &Part,
        choice: &mut Choice,
        people: [usize; 3],
        random: &mut Random,
    ) -> bool {
        let unit = part.unit;
        let Some(mut deals) = deals(part, choice, people) else {
            return false;
        };
        // Ways are tried from the last on when the table is read back: another order, another way.
        for left in (1..deals.len()).rev() {
            deals.swap(left, random.below(left + 1));
        }
        let mut base = people.map(|person| choice.loads[person]);
        let mut all = 0;
        for deal in &deals {
            for (base, pair) in base.iter_mut().zip(deal.pairs) {
                let held = pair.map_or(0, |pair| held(choice, pair)) * deal.weight;
                *base -= held as i64 * unit;
                all += held;
            }
        }
        self.fill(&deals, all);
        let base = from_fn(|at| (base[at], part.weights[people[at]]));
        let Some(mut weights) = evenest(&self.tables[deals.len()], &base, (all, unit), random)
        else {
            return false;
        };
        for (layer, deal) in deals.iter().enumerate().rev() {
            let before = &self.tables[layer];
            let start = random.below(deal.ways.len());
            let mut ways = deal.ways[start..].iter().chain(&deal.ways[..start]);
            let fits = |way: &&[usize; 3]| {
                let taken = [way[0], way[1]].map(|copies| copies * deal.weight);
                let rest = weights[0]
                    .checked_sub(taken[0])
                    .zip(weights[1].checked_sub(taken[1]));
                rest.is_some_and(|(first, second)| before[first] >> second & 1 == 1)
            };
            let Some(way) = ways.find(fits) else {
                return false;
            };
            weights[0] -= way[0] * deal.weight;
            weights[1] -= way[1] * deal.weight;
            for (pair, &copies) in deal.pairs.into_iter().zip(way) {
                if let Some(pair) = pair {
                    choice.shift(part, pair, copies as i64 - choice.counts[pair]);
                }
            }
        }
        true
    }

    /// The tables, one more than there are deals.
    fn fill(&mut self, deals: &[Deal], all: usize) {
        self.tables
            .resize(self.tables.len().max(deals.len() + 1), [0; MOST]);
        self.tables[0] = [0; MOST];
        self.tables[0][0] = 1;
        for (layer, deal) in deals.iter().enumerate() {
            let (before, after) = self.tables.split_at_mut(layer + 1);
            let (before, after) = (&before[layer], &mut after[0]);
            after[..=all].fill(0);
            for way in &deal.ways {
                let [first, second] = [way[0], way[1]].map(|copies| copies * deal.weight);
                for weight in first..=all {
                    after[weight] |= before[weight - first] << second;
                }
            }
        }
    }
}

/// Weights of the first and the second at which the squares of the three loads, each with what it weighs, are least.
fn evenest(
    table: &[u128; MOST],
    base: &[(i64, i64); 3],
    (all, unit): (usize, i64),
    random: &mut Random,
) -> Option<[usize; 2]> {
    let mut best: Option<(i64, [usize; 2])> = None;
    let mut ties = 0;
    for (first, &row) in table[..=all].iter().enumerate() {
        if row == 0 {
            continue;
        }
        // The second and the third would be level here, as their squares weigh.
        let [_, second, third] = *base;
        let rest = third.0 + unit * (all - first) as i64;
        let level = (third.1 * rest - second.1 * second.0).div_euclid((second.1 + third.1) * unit);
        let level = level.clamp(0, MOST as i64 - 1).unsigned_abs() as usize;
        let up_to_level = u128::MAX >> (MOST - 1 - level);
        let below = (row & up_to_level).checked_ilog2();
        let above = row & !up_to_level;
        let above = (above != 0).then(|| above.trailing_zeros());
        for second in [below, above].into_iter().flatten() {
            let second = second as usize;
            let loads = [first, second, all - first - second];
            let squares = base
                .iter()
                .zip(loads)
                .map(|((base, weight), more)| weight * (base + more as i64 * unit).pow(2));
            let squares: i64 = squares.sum();
            let least = best.map_or(i64::MAX, |best| best.0);
            if squares > least {
                continue;
            }
            ties = if squares == least { ties + 1 } else { 1 };
            if random.below(ties) == 0 {
                best = Some((squares, [first, second]));
            }
        }
    }
    best.map(|best| best.1)
}

/// The classes of which the three have copies that could change hands, with all ways to deal them out; `None` where there
/// are none, or more than a table holds.
fn deals(part: &Part, choice: &Choice, people: [usize; 3]) -> Option<Vec<Deal>> {
    let mut deals: Vec<Deal> = Vec::new();
    let (mut at, mut all) = ([0; 3], 0);
    loop {
        // The three's pairs, class by class.
        let next: [Option<usize>; 3] =
            from_fn(|index| part.pairs_of[people[index]].get(at[index]).copied());
        let class_of = |pair: usize| part.pairs[pair].class;
        let Some(class) = next.iter().flatten().map(|&pair| class_of(pair)).min() else {
            break;
        };
        let pairs = next.map(|pair| pair.filter(|&pair| class_of(pair) == class));
        for (at, pair) in at.iter_mut().zip(pairs) {
            *at += usize::from(pair.is_some());
        }
        let held = pairs.map(|pair| pair.map_or(0, |pair| held(choice, pair)));
        let total: usize = held.iter().sum();
        if total == 0 || pairs.iter().flatten().count() < 2 {
            continue;
        }
        let weight = (part.classes[class].weight / part.unit).unsigned_abs() as usize;
        if all + total * weight >= MOST {
            return None;
        }
        let copies = |pair| part.copies(pair).unsigned_abs() as usize;
        let most = pairs.map(|pair| pair.map_or(0, copies));
        let firsts = 0..=most[0].min(total);
        let ways = firsts.flat_map(|first| {
            let seconds = 0..=most[1].min(total - first);
            seconds.map(move |second| [first, second, total - first - second])
        });
        let ways: Vec<[usize; 3]> = ways.filter(|way| way[2] <= most[2]).collect();
        if ways.len() > 1 {
            all += total * weight;
            deals.push(Deal {
                pairs,
                ways,
                weight,
            });
        }
    }
    (!deals.is_empty()).then_some(deals)
}

/// Copies of the pair's class that its person has.
fn held(choice: &Choice, pair: usize) -> usize {
    choice.counts[pair].unsigned_abs() as usize
}
