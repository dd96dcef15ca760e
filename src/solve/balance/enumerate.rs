//! All sets of one person that a choice better than the best may use: those whose reduced cost is within the gap.
//!
//! Prices bound every choice by Σ picks·price and the least that everybody's sets cost at them. A choice costs as much
//! more as its sets are dearer than the least, so that a better one uses no set that is dearer by the whole gap.

use super::part::Part;

/// Copies that one person takes, and what they cost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Set {
    /// Copies of each class that the person takes some of.
    pub copies: Vec<(usize, i64)>,
    /// (load + weights)².
    pub square: i64,
}

/// What of one person is gone through.
struct Walk<'a> {
    part: &'a Part,
    /// Class, weight in units, price, copies; the heaviest first.
    offers: Vec<(usize, usize, i64, i64)>,
    /// For each offer, and for each weight that is left for it and those behind: the most these can earn.
    earned: Vec<Vec<i64>>,
    load: i64,
    scale: i64,
    dearest: i64,
    /// Weights of the lightest and of the heaviest set that is cheap enough.
    window: (usize, usize),
    most: usize,
    taken: Vec<(usize, i64)>,
    found: Vec<Set>,
}

/// The person's sets that cost at most `gap` more than the cheapest at these prices (all times `scale`), and what the
/// cheapest costs; none where there are more than `most`.
pub fn sets(
    (part, person): (&Part, usize),
    (prices, scale): (&[i64], i64),
    (gap, most): (i64, usize),
) -> Option<(i64, Vec<Set>)> {
    let mut offers = Vec::new();
    for &pair in &part.pairs_of[person] {
        let class = part.pairs[pair].class;
        let weight = (part.weight(pair) / part.unit).unsigned_abs() as usize;
        offers.push((class, weight, prices[class], part.copies(pair)));
    }
    let all: i64 = offers.iter().map(|it| it.1 as i64 * it.3).sum();
    let all = usize::try_from(all)
        .ok()
        .filter(|&all| all <= MOST_WEIGHT)?;
    offers.sort_by_key(|offer| std::cmp::Reverse(offer.1));
    let load = part.loads[person];
    let mut walk = Walk {
        part,
        earned: suffixes(&offers, all),
        offers,
        load,
        scale,
        dearest: 0,
        window: (0, all),
        most,
        taken: Vec::new(),
        found: Vec::new(),
    };
    let weights = 0..=all;
    let least = weights.map(|weight| walk.least(0, weight, (0, 0))).min()?;
    walk.dearest = least + gap;
    let cheap = |&weight: &usize| walk.least(0, weight, (0, 0)) <= walk.dearest;
    let last = (0..=all).rev().find(cheap);
    walk.window = ((0..=all).find(cheap)?, last?);
    walk.go(0, (0, 0)).then_some((least, walk.found))
}

/// For each offer, and for each exact weight: the most that it and those behind it earn.
fn suffixes(offers: &[(usize, usize, i64, i64)], all: usize) -> Vec<Vec<i64>> {
    let mut last = vec![NONE; all + 1];
    last[0] = 0;
    let mut tables = vec![last];
    for &(_, weight, price, copies) in offers.iter().rev() {
        let mut table = tables[tables.len() - 1].clone();
        for _ in 0..copies {
            for sum in (weight..=all).rev() {
                if table[sum - weight] > NONE {
                    table[sum] = table[sum].max(table[sum - weight] + price);
                }
            }
        }
        tables.push(table);
    }
    tables.reverse();
    tables
}

/// Tables are no longer than this.
const MOST_WEIGHT: usize = 1 << 14;

/// No set has this weight.
const NONE: i64 = i64::MIN / 2;

impl Walk<'_> {
    /// The least cost with so much weight from this offer on, where weight and earnings so far are known.
    fn least(&self, offer: usize, rest: usize, (weight, earned): (usize, i64)) -> i64 {
        let table = self.earned[offer][rest];
        if table == NONE {
            return i64::MAX / 2;
        }
        self.square(weight + rest) * self.scale - earned - table
    }

    fn square(&self, weight: usize) -> i64 {
        (self.load + self.part.unit * weight as i64).pow(2)
    }

    /// All sets that go on from this offer; false where there are too many.
    fn go(&mut self, offer: usize, (weight, earned): (usize, i64)) -> bool {
        let Some(&(class, each, price, copies)) = self.offers.get(offer) else {
            self.found.push(Set {
                copies: self.taken.clone(),
                square: self.square(weight),
            });
            return self.found.len() <= self.most;
        };
        for count in 0..=copies {
            let weight = weight + each * count.unsigned_abs() as usize;
            let earned = earned + price * count;
            let (lightest, heaviest) = self.window;
            let mut rests = lightest.saturating_sub(weight)..(heaviest + 1).saturating_sub(weight);
            if !rests.any(|rest| self.least(offer + 1, rest, (weight, earned)) <= self.dearest) {
                continue;
            }
            if count > 0 {
                self.taken.push((class, count));
            }
            let goes_on = self.go(offer + 1, (weight, earned));
            if count > 0 {
                self.taken.pop();
            }
            if !goes_on {
                return false;
            }
        }
        true
    }
}
