//! Balancing unequal loads: items of a weight, each for some of its options, so that Σ (load + weights)² is least.
//!
//! Whole items make this NP-hard. The bound lets an item be divided among its options (at most one item's weight each),
//! which is a convex flow, solved exactly by decomposition (Groenevelt, "Two algorithms for maximizing a separable
//! concave function over a polymatroid feasible region", EJOR 1991) and verified by its optimality condition.

mod split;

use std::collections::BTreeSet;

use super::budget::Budget;
use super::random::Random;

/// So many options of the item are to be picked, each adding the weight to its load.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Works of one pick.
    pub weight: u32,
    /// How many options to pick.
    pub picks: u32,
    /// Who may be picked, as positions among the loads.
    pub options: Vec<u32>,
}

/// The problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Balance {
    /// Loads that people bring along.
    pub loads: Vec<u32>,
    /// Items; each has at least `picks` options.
    pub items: Vec<Item>,
}

/// A choice and its bound.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Balanced {
    /// Picked options of every item.
    pub picked: Vec<Vec<u32>>,
    /// No choice has a smaller Σ load².
    pub bound: i64,
    /// The bound was verified in integers.
    pub certified: bool,
}

/// Balances every connected part on its own.
pub fn solve(problem: &Balance, budget: Budget<'_>) -> Balanced {
    let mut answer = Balanced {
        picked: vec![Vec::new(); problem.items.len()],
        bound: 0,
        certified: true,
    };
    let mut alone = vec![true; problem.loads.len()];
    for part in parts(problem) {
        let people: Vec<u32> = part
            .iter()
            .flat_map(|&item| problem.items[item].options.clone())
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect();
        let local = |person: &u32| people.binary_search(person).expect("options are listed") as u32;
        let small = Balance {
            loads: people
                .iter()
                .map(|&person| problem.loads[person as usize])
                .collect(),
            items: part
                .iter()
                .map(|&item| Item {
                    options: problem.items[item].options.iter().map(local).collect(),
                    ..problem.items[item].clone()
                })
                .collect(),
        };
        let balanced = solve_part(&small, budget);
        for (&item, picked) in part.iter().zip(balanced.picked) {
            answer.picked[item] = picked
                .into_iter()
                .map(|person| people[person as usize])
                .collect();
        }
        answer.bound += balanced.bound;
        answer.certified &= balanced.certified;
        people
            .iter()
            .for_each(|&person| alone[person as usize] = false);
    }
    let lonely = problem
        .loads
        .iter()
        .zip(&alone)
        .filter(|(_, alone)| **alone);
    answer.bound += lonely.map(|(&load, _)| i64::from(load).pow(2)).sum::<i64>();
    answer
}

/// Items that share people, directly or through others, by connected part.
fn parts(problem: &Balance) -> Vec<Vec<usize>> {
    let mut leader: Vec<usize> = (0..problem.loads.len()).collect();
    fn root(leader: &mut [usize], mut person: usize) -> usize {
        while leader[person] != person {
            leader[person] = leader[leader[person]];
            person = leader[person];
        }
        person
    }
    for item in &problem.items {
        for pair in item.options.windows(2) {
            let (a, b) = (
                root(&mut leader, pair[0] as usize),
                root(&mut leader, pair[1] as usize),
            );
            leader[a.max(b)] = a.min(b);
        }
    }
    let mut parts = std::collections::BTreeMap::<usize, Vec<usize>>::new();
    for (index, item) in problem.items.iter().enumerate() {
        let first = item
            .options
            .first()
            .map_or(usize::MAX, |&person| root(&mut leader, person as usize));
        parts.entry(first).or_default().push(index);
    }
    parts.into_values().collect()
}

fn solve_part(problem: &Balance, budget: Budget<'_>) -> Balanced {
    let split = split::solve(problem);
    let mut best = Choice::greedy(problem);
    best.descend(problem);
    let mut random = Random::new(0);
    let mut current = best.clone();
    let tries = 60 * problem.items.len().min(200);
    for round in 0..tries {
        if best.squares == split.squares || round % 16 == 0 && (budget.stop)() {
            break;
        }
        current.shake(problem, &mut random);
        current.descend(problem);
        if current.squares < best.squares {
            best = current.clone();
        } else if current.squares > best.squares + best.squares / 500 + 4 {
            current = best.clone();
        }
    }
    Balanced {
        picked: best.picked,
        bound: split.squares,
        certified: split.certified,
    }
}

/// A choice under improvement.
#[derive(Debug, Clone)]
struct Choice {
    picked: Vec<Vec<u32>>,
    loads: Vec<i64>,
    squares: i64,
}

impl Choice {
    /// Heaviest items first, each to its least loaded options.
    fn greedy(problem: &Balance) -> Self {
        let mut loads: Vec<i64> = problem.loads.iter().map(|&load| i64::from(load)).collect();
        let mut picked = vec![Vec::new(); problem.items.len()];
        let mut order: Vec<usize> = (0..problem.items.len()).collect();
        order.sort_by_key(|&item| std::cmp::Reverse(problem.items[item].weight));
        for index in order {
            let item = &problem.items[index];
            let mut options = item.options.clone();
            options.sort_by_key(|&person| loads[person as usize]);
            options.truncate(item.picks as usize);
            for &person in &options {
                loads[person as usize] += i64::from(item.weight);
            }
            picked[index] = options;
        }
        let squares = loads.iter().map(|load| load * load).sum();
        Self {
            picked,
            loads,
            squares,
        }
    }

    /// Moves pick `slot` of `item` to another person.
    fn shift(&mut self, problem: &Balance, item: usize, slot: usize, to: u32) {
        let weight = i64::from(problem.items[item].weight);
        let from = self.picked[item][slot] as usize;
        self.squares += 2 * weight * (self.loads[to as usize] - self.loads[from] + weight);
        self.loads[from] -= weight;
        self.loads[to as usize] += weight;
        self.picked[item][slot] = to;
    }

    /// A few random legal shifts.
    fn shake(&mut self, problem: &Balance, random: &mut Random) {
        for _ in 0..2 + random.below(3) {
            let item = random.below(problem.items.len());
            let options = &problem.items[item].options;
            let (slot, to) = (
                random.below(self.picked[item].len()),
                options[random.below(options.len())],
            );
            if !self.picked[item].contains(&to) {
                self.shift(problem, item, slot, to);
            }
        }
    }

    /// Shifts of one pick and swaps of two, until none helps.
    fn descend(&mut self, problem: &Balance) {
        while self.improve_by_shift(problem) || self.improve_by_swap(problem) {}
    }

    fn improve_by_shift(&mut self, problem: &Balance) -> bool {
        let mut improved = false;
        for item in 0..problem.items.len() {
            let weight = i64::from(problem.items[item].weight);
            for slot in 0..self.picked[item].len() {
                let from = self.loads[self.picked[item][slot] as usize];
                let options = problem.items[item]
                    .options
                    .iter()
                    .filter(|person| !self.picked[item].contains(person));
                let Some(&to) = options.min_by_key(|&&person| self.loads[person as usize]) else {
                    continue;
                };
                if self.loads[to as usize] + weight < from {
                    self.shift(problem, item, slot, to);
                    improved = true;
                }
            }
        }
        improved
    }

    fn improve_by_swap(&mut self, problem: &Balance) -> bool {
        let mut improved = false;
        for a in 0..problem.items.len() {
            for b in a + 1..problem.items.len() {
                let gain = i64::from(problem.items[a].weight) - i64::from(problem.items[b].weight);
                if gain == 0 {
                    continue;
                }
                for slot_a in 0..self.picked[a].len() {
                    for slot_b in 0..self.picked[b].len() {
                        let (p, q) = (self.picked[a][slot_a], self.picked[b][slot_b]);
                        // p gives up `gain` works and q takes them on.
                        let change =
                            gain * (self.loads[q as usize] - self.loads[p as usize] + gain);
                        let legal = p != q
                            && change < 0
                            && !self.picked[a].contains(&q)
                            && !self.picked[b].contains(&p)
                            && problem.items[a].options.binary_search(&q).is_ok()
                            && problem.items[b].options.binary_search(&p).is_ok();
                        if legal {
                            self.shift(problem, a, slot_a, q);
                            self.shift(problem, b, slot_b, p);
                            improved = true;
                        }
                    }
                }
            }
        }
        improved
    }
}
