//! The gap that prices leave, closed over the few sets that a better choice could use: cuts, and where these do not
//! suffice, cases.
//!
//! About two picks for each person and many weights leave mixtures of odd cycles, which cases on copies hardly touch; cuts
//! of halves do. Every bound is counted in whole numbers from rounded prices and charges.

#![expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "what the program sees is far below 2^53, and is rounded anyway"
)]

use super::super::budget::Budget;
use super::super::random::Random;
use super::choice::Choice;
use super::descent::Descent;
use super::dual::{Dual, End};
use super::enumerate::{self, Set};
use super::halves::{self, Cut};
use super::part::Part;
use super::prices::SCALE;
use super::proof::{Case, Charges, Rows, Within};

/// More sets than this are not written out.
const MOST_SETS: usize = 40_000;
/// Cuts kept, rounds of them at the root, and in each case.
const MOST_CUTS: usize = 240;
const ROUNDS: usize = 60;
const ROUNDS_BELOW: usize = 3;
/// Rounds without a gain of a sixteenth of a stride after which cuts end.
const IDLE: usize = 4;
/// Exchanges of one program.
const EXCHANGES: usize = 4000;
/// Kicks of a choice near a mixture.
const KICKS: usize = 8;

/// What the search over few sets works on.
pub struct Closing<'a, 'b> {
    part: &'a Part,
    budget: Budget<'a>,
    descent: &'b mut Descent<'a>,
    best: Choice,
    /// Sets with their people, person by person.
    sets: Vec<(usize, Set)>,
    cuts: Vec<Cut>,
    stages: Vec<Charges>,
    nodes: u64,
    random: Random,
}

/// A choice and a proof over few sets.
pub struct Closed {
    /// The best choice found.
    pub best: Choice,
    /// What shows its bound.
    pub within: Within,
}

/// Closes what it can of the gap between the choice and these prices; none where there are too many sets.
pub fn close<'a>(
    (part, prices): (&'a Part, &[i64]),
    (descent, best): (&mut Descent<'a>, &Choice),
    budget: Budget<'a>,
) -> Option<Closed> {
    let mut closing = Closing {
        part,
        budget,
        descent,
        best: best.clone(),
        sets: Vec::new(),
        cuts: Vec::new(),
        stages: Vec::new(),
        nodes: 0,
        random: Random::new(0),
    };
    let mut program = closing.start(prices)?;
    let steps = closing.root(&mut program);
    let rows = |cut: &Cut| Rows {
        classes: cut.classes.iter().map(|&it| it as u32).collect(),
        people: cut.people.iter().map(|&it| part.people[it]).collect(),
    };
    let within = Within {
        value: closing.best.squares(),
        cuts: closing.cuts.iter().map(rows).collect(),
        stages: closing.stages,
        steps,
    };
    Some(Closed {
        best: closing.best,
        within,
    })
}

impl Closing<'_, '_> {
    /// The highest value that is better than the best, scaled.
    fn better(&self) -> i64 {
        (self.best.squares() - self.part.stride) * SCALE
    }

    /// Writes the sets out; their program.
    fn start(&mut self, prices: &[i64]) -> Option<Dual> {
        let part = self.part;
        let mut bound: i64 = paid(part, prices);
        let mut leasts = Vec::new();
        for person in 0..part.people.len() {
            let (least, _) = enumerate::sets((part, person), (prices, SCALE), (0, MOST_SETS))?;
            bound += least;
            leasts.push(least);
        }
        let gap = self.better() - bound;
        for person in 0..part.people.len() {
            let room = MOST_SETS.checked_sub(self.sets.len())?;
            let (_, sets) = enumerate::sets((part, person), (prices, SCALE), (gap, room))?;
            self.sets.extend(sets.into_iter().map(|set| (person, set)));
            if (self.budget.stop)() {
                return None;
            }
        }
        self.stages.push(Charges {
            denominator: SCALE,
            prices: prices.to_vec(),
            charges: Vec::new(),
        });
        let mut right: Vec<f64> = part.classes.iter().map(|it| it.picks as f64).collect();
        right.resize(right.len() + part.people.len(), 1.0);
        let duals: Vec<f64> = prices
            .iter()
            .chain(&leasts)
            .map(|&it| it as f64 / SCALE as f64)
            .collect();
        let mut program = Dual::new(&right, &duals);
        for (person, set) in &self.sets {
            let copies = set
                .copies
                .iter()
                .map(|&(class, copies)| (class, copies as f64));
            let entries = copies.chain([(part.classes.len() + person, 1.0)]).collect();
            program.add_column(entries, set.square as f64);
        }
        Some(program)
    }

    /// The rows before the cuts, that is also the columns before the sets.
    fn rows(&self) -> usize {
        self.part.classes.len() + self.part.people.len()
    }

    /// Cuts at the root, at each of which sets drop out; then cases.
    fn root(&mut self, program: &mut Dual) -> Vec<Case> {
        let (mut highest, mut idle) = (i64::MIN, 0);
        for round in 0.. {
            let end = self.solve(program);
            let (charges, bound) = self.charges(program, end == End::Empty);
            if self.drop_dear(program, &charges, bound) {
                self.stages.push(charges.clone());
            }
            if bound > self.better() || end != End::Best {
                return vec![Case::Leaf(charges)];
            }
            self.choose_near(program);
            if bound > self.better() {
                return vec![Case::Leaf(charges)];
            }
            idle = if bound > highest + self.part.stride * SCALE / 16 {
                0
            } else {
                idle + 1
            };
            highest = bound.max(highest);
            if idle > IDLE || round >= ROUNDS || !self.cut(program) {
                break;
            }
        }
        self.below(program, 0)
    }

    fn solve(&self, program: &mut Dual) -> End {
        program.minimise(EXCHANGES, self.budget.stop)
    }

    /// One case: bounded, or split.
    fn below(&mut self, program: &mut Dual, rounds: usize) -> Vec<Case> {
        self.nodes += 1;
        let mut end = self.solve(program);
        let (mut charges, mut bound) = self.charges(program, end == End::Empty);
        for _ in 0..rounds {
            if bound > self.better() || end != End::Best || !self.cut(program) {
                break;
            }
            end = self.solve(program);
            let next = self.charges(program, end == End::Empty);
            if next.1 > bound {
                (charges, bound) = next;
            }
        }
        if bound > self.better() || end != End::Best || self.nodes > self.budget.nodes {
            return vec![Case::Leaf(charges)];
        }
        self.choose_near(program);
        let Some((class, person, most, more)) = self.split(program) else {
            return vec![Case::Leaf(charges)];
        };
        if bound > self.better() {
            return vec![Case::Leaf(charges)];
        }
        let mut other = program.clone();
        self.narrow(&mut other, (class, person), |copies| {
            (copies > most) == more
        });
        let likelier = |copies: i64| (copies > most) != more;
        self.narrow(program, (class, person), likelier);
        let first = self.below(program, ROUNDS_BELOW);
        let second = self.below(&mut other, ROUNDS_BELOW);
        let (low, high) = if more {
            (second, first)
        } else {
            (first, second)
        };
        let split = Case::Split {
            class: class as u32,
            person: self.part.people[person],
            most,
        };
        [vec![split], low, high].concat()
    }

    /// Bars the person's sets with such numbers of copies of the class.
    fn narrow(
        &self,
        program: &mut Dual,
        (class, person): (usize, usize),
        is_barred: impl Fn(i64) -> bool,
    ) {
        let rows = self.rows();
        for (at, (who, set)) in self.sets.iter().enumerate() {
            if *who == person && is_barred(copies(set, class)) {
                program.bar(rows + at);
            }
        }
    }

    /// Prices and charges of the program, rounded, and the bound of the sets it may use; for an empty one far along its ray.
    fn charges(&self, program: &Dual, is_empty: bool) -> (Charges, i64) {
        let charged = |reach: f64| {
            let rows = self.rows();
            let ray = |row: usize| {
                if is_empty {
                    program.ray()[row] * reach
                } else {
                    0.0
                }
            };
            let whole =
                |row: usize| ((program.duals()[row] + ray(row)) * SCALE as f64).round() as i64;
            let cuts = (0..self.cuts.len()).map(|cut| (cut as u32, -whole(rows + cut)));
            Charges {
                denominator: SCALE,
                prices: (0..self.part.classes.len()).map(whole).collect(),
                charges: cuts.filter(|it| it.1 > 0).collect(),
            }
        };
        let mut charges = charged(0.0);
        let mut bound = self.bound(program, &charges);
        let mut reach = 1.0;
        while is_empty && bound <= self.better() && reach < 1e7 {
            charges = charged(reach);
            bound = self.bound(program, &charges);
            reach *= 8.0;
        }
        (charges, bound)
    }

    /// The bound of the sets that the program may use, scaled.
    fn bound(&self, program: &Dual, charges: &Charges) -> i64 {
        let rights = charges.charges.iter();
        let rights = rights.map(|&(cut, charge)| charge * self.cuts[cut as usize].right(self.part));
        let mut leasts: Vec<Option<i64>> = vec![None; self.part.people.len()];
        for (at, (person, set)) in self.sets.iter().enumerate() {
            if program.is_free(self.rows() + at) {
                let cost = self.cost((*person, set), charges);
                leasts[*person] = Some(leasts[*person].map_or(cost, |least| least.min(cost)));
            }
        }
        let all: Option<i64> = leasts.into_iter().sum();
        let bound = |all: i64| paid(self.part, &charges.prices) - rights.sum::<i64>() + all;
        all.map_or(i64::MAX / 2, bound)
    }

    fn cost(&self, (person, set): (usize, &Set), charges: &Charges) -> i64 {
        let earned = set
            .copies
            .iter()
            .map(|&(class, copies)| copies * charges.prices[class]);
        let charged = charges.charges.iter();
        let charged =
            charged.map(|&(cut, charge)| charge * self.cuts[cut as usize].coefficient(person, set));
        set.square * SCALE - earned.sum::<i64>() + charged.sum::<i64>()
    }

    /// Bars the sets that no better choice uses by this bound; were there any?
    fn drop_dear(&self, program: &mut Dual, charges: &Charges, bound: i64) -> bool {
        let rows = self.rows();
        let gap = self.better() - bound;
        let free: Vec<usize> = (0..self.sets.len())
            .filter(|&at| program.is_free(rows + at))
            .collect();
        let costs: Vec<i64> = free
            .iter()
            .map(|&at| self.cost((self.sets[at].0, &self.sets[at].1), charges))
            .collect();
        let mut leasts = vec![i64::MAX / 2; self.part.people.len()];
        for (&at, &cost) in free.iter().zip(&costs) {
            let least = &mut leasts[self.sets[at].0];
            *least = cost.min(*least);
        }
        let mut any = false;
        for (&at, &cost) in free.iter().zip(&costs) {
            if cost > leasts[self.sets[at].0] + gap {
                program.bar(rows + at);
                any = true;
            }
        }
        any
    }

    /// Sets that have a share.
    fn shares(&self, program: &Dual) -> Vec<(usize, f64)> {
        let set = |(column, share): (usize, f64)| {
            let at = column.checked_sub(self.rows())?;
            (at < self.sets.len()).then_some((at, share))
        };
        let mut shares: Vec<(usize, f64)> = program.shares().filter_map(set).collect();
        shares.sort_unstable_by_key(|it| it.0);
        shares
    }

    /// Adds cuts that the shares violate; false where there are none.
    fn cut(&mut self, program: &mut Dual) -> bool {
        let shares = self.shares(program);
        let shares: Vec<(usize, &Set, f64)> = shares
            .iter()
            .map(|&(at, share)| (self.sets[at].0, &self.sets[at].1, share))
            .collect();
        let mut cuts = halves::separate(self.part, &shares, &mut self.random);
        cuts.retain(|cut| !self.cuts.contains(cut));
        cuts.truncate(MOST_CUTS.saturating_sub(self.cuts.len()));
        let is_any = !cuts.is_empty();
        for cut in cuts {
            let units = self
                .sets
                .iter()
                .enumerate()
                .filter_map(|(at, (person, set))| {
                    let units = cut.coefficient(*person, set);
                    (units > 0).then_some((self.rows() + at, units as f64))
                });
            let units: Vec<(usize, f64)> = units.collect();
            program.add_row(&units, cut.right(self.part) as f64);
            self.cuts.push(cut);
        }
        is_any
    }

    /// Choices near the shares: rounded, and drawn.
    fn choose_near(&mut self, program: &Dual) {
        let shares = self.shares(program);
        for draw in 0..2 {
            let mut tickets: Vec<f64> = (0..self.part.people.len())
                .map(|_| {
                    if draw == 0 {
                        0.5
                    } else {
                        self.random.below(1000) as f64 / 1000.0
                    }
                })
                .collect();
            let mut counts = vec![0; self.part.pairs.len()];
            for &(at, share) in &shares {
                let (person, set) = &self.sets[at];
                if tickets[*person] >= 0.0 {
                    for &pair in &self.part.pairs_of[*person] {
                        counts[pair] = copies(set, self.part.pairs[pair].class);
                    }
                }
                tickets[*person] -= share;
            }
            let mut choice = Choice::near(self.part, &counts);
            self.descent.descend(&mut choice);
            let enough = self.best.squares() - self.part.stride;
            let kicked = self.descent.kick(&choice, KICKS, enough);
            if kicked.squares() < self.best.squares() {
                self.best = kicked;
            }
        }
    }

    /// The class and person about whose copies the shares are least decided, the most copies of one side, and whether the
    /// shares are nearer to more.
    fn split(&self, program: &Dual) -> Option<(usize, usize, i64, bool)> {
        let mut sums = std::collections::BTreeMap::<(usize, usize), f64>::new();
        for (at, share) in self.shares(program) {
            let (person, set) = &self.sets[at];
            for &(class, copies) in &set.copies {
                *sums.entry((class, *person)).or_default() += share * copies as f64;
            }
        }
        let apart = |sum: f64| (sum - sum.round()).abs();
        let undecided = |&((class, _), sum): &((usize, usize), f64)| {
            apart(sum) * (self.part.classes[class].weight as f64)
        };
        let open = sums.into_iter().filter(|it| apart(it.1) > 1e-4);
        let ((class, person), sum) = open.max_by(|a, b| undecided(a).total_cmp(&undecided(b)))?;
        Some((class, person, sum.floor() as i64, sum - sum.floor() >= 0.5))
    }
}

fn copies(set: &Set, class: usize) -> i64 {
    set.copies
        .iter()
        .find(|it| it.0 == class)
        .map_or(0, |it| it.1)
}

fn paid(part: &Part, prices: &[i64]) -> i64 {
    let paid = part.classes.iter().zip(prices);
    paid.map(|(class, price)| class.picks * price).sum()
}
