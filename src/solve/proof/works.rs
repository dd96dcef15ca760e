//! The proof of checkers' works: what the balance shows of level 4, with levels 1 and 2 put back into the prices.
//!
//! A seat pays what its dearest taker costs at level 2, and on top the price of the balance. Whoever costs less takes it
//! at any such price, whoever costs more does not, so that what is left is the balance.

use std::collections::BTreeMap;

use crate::domain::{PersonId, Role, Spot};
use crate::proof::{Component, Step};

use super::super::balance::{self, PartProof};
use super::super::components::linked;
use super::super::cost::Weights;
use super::super::instance::{Candidate, Demand, Instance};
use super::super::levels::{Level, Levels};
use super::named;

/// Components with more leaves are not written down.
const MOST_LEAVES: usize = 10_000;

/// A demand, and who takes it by levels 1 and 2.
pub struct Choice<'a> {
    /// The demand.
    pub demand: &'a Demand,
    /// Its position among the instance's.
    pub index: usize,
    /// The cheapest first.
    pub candidates: Vec<&'a Candidate>,
    /// How many of them have a seat in every best roster.
    pub sure: usize,
    /// Seats that are left for those who come next and cost alike.
    pub picks: usize,
    /// Where those end.
    pub ties: usize,
}

impl<'a> Choice<'a> {
    /// Of the demand at that position.
    pub fn of(instance: &'a Instance, index: usize) -> Self {
        let demand = &instance.demands[index];
        let mut candidates: Vec<&Candidate> = demand.candidates.iter().collect();
        candidates.sort_by_key(|candidate| candidate.levels());
        let filled = candidates.len().min(demand.seats as usize);
        let dearest = candidates[..filled].last().map(|it| it.levels());
        let below = |than: Levels| candidates.partition_point(|it| it.levels() < than);
        let sure = dearest.map_or(0, below);
        let ties = candidates.partition_point(|it| Some(it.levels()) <= dearest);
        let (sure, picks) = if ties == filled {
            (filled, 0)
        } else {
            (sure, filled - sure)
        };
        Self {
            demand,
            index,
            candidates,
            sure,
            picks,
            ties,
        }
    }

    /// What decides whom a seat goes to before any balance: the cost of the last taker, or of the next who shall not be
    /// one.
    fn base(&self) -> Levels {
        let next = self.candidates.get(self.sure);
        next.map_or(self.demand.empty_seat(), |it| it.levels())
    }

    /// Those among whom the balance picks, ascending.
    pub fn options(&self) -> impl Iterator<Item = PersonId> {
        let options = &self.candidates[self.sure..];
        let options = options.iter().take(self.ties - self.sure);
        options.map(|candidate| candidate.person)
    }

    fn spot(&self) -> Spot {
        (self.demand.sitting, self.demand.role)
    }
}

/// A balance of choices, by the position that the balance gives each of them and each person.
pub struct Balanced<'a> {
    /// What it shows.
    pub proof: &'a balance::Proof,
    /// Positions of its items among the choices.
    pub items: &'a [usize],
    /// Whom it knows.
    pub people: &'a [PersonId],
}

/// Components of demands that share people who may have to take them, as far as they can be written down.
pub fn works(
    choices: &[Choice<'_>],
    before: Before<'_>,
    balanced: &Balanced<'_>,
) -> Vec<Component> {
    let takers = |position: usize| {
        let choice: &Choice<'_> = &choices[position];
        choice.candidates[..choice.ties].iter().map(|it| it.person)
    };
    let components = linked(choices.len(), takers);
    let works = components.iter().map(|members| {
        let is_inside = |part: &&PartProof| {
            let mut items = part.classes.iter().flatten();
            items.any(|&item| members.contains(&balanced.items[item as usize]))
        };
        let mut works = Works {
            balanced,
            choices,
            parts: balanced.proof.parts.iter().filter(is_inside).collect(),
            lots: Vec::new(),
            weights: weights(members.iter().map(|&it| &choices[it]), before)?,
        };
        works.add_lots(members);
        works.component().filter(|it| !it.lots.is_empty())
    });
    works.flatten().collect()
}

/// Load that a person brings along.
pub type Before<'a> = &'a dyn Fn(PersonId) -> u32;

fn weights<'a>(
    choices: impl Iterator<Item = &'a Choice<'a>>,
    before: Before<'_>,
) -> Option<Weights> {
    let (mut greatest, mut given, mut brought) = (Levels::default(), 0_i64, 0);
    for Choice {
        demand, candidates, ..
    } in choices
    {
        let seats = i64::from(demand.seats);
        let mut most = Levels::single(Level::Unfilled(Role::Checker), seats);
        for code in candidates.iter().flat_map(|it| it.avoided.iter()) {
            most.set(Level::Avoided(code), seats);
        }
        greatest += most;
        given += seats * i64::from(demand.load);
        let loads = candidates.iter().map(|it| i64::from(before(it.person)));
        brought = loads.max().unwrap_or(0).max(brought);
    }
    let squares = given.checked_mul(given.checked_add(2 * brought)?)?;
    greatest.set(Level::LoadSquares(Role::Checker), squares);
    Weights::new(&greatest)
}

/// Demands that pay one price, and the part and class of the balance that they are.
struct Lot {
    base: Levels,
    class: Option<(usize, usize)>,
    spots: Vec<Spot>,
}

/// Limits of a case: class and person, fewest and most.
type Limits = BTreeMap<(u32, u32), (u32, u32)>;

/// A class that cannot have as many takers as picks, and in which direction its price shows that.
struct Impossible {
    part: usize,
    class: usize,
    sign: i128,
}

/// A component under construction.
struct Works<'a> {
    balanced: &'a Balanced<'a>,
    choices: &'a [Choice<'a>],
    parts: Vec<&'a PartProof>,
    lots: Vec<Lot>,
    weights: Weights,
}

impl Works<'_> {
    /// A lot for each class of the parts – several where its demands differ at level 2 –, and for each demand in none.
    fn add_lots(&mut self, members: &[usize]) {
        let mut lot_of = BTreeMap::<_, Vec<Spot>>::new();
        for (part, proof) in self.parts.iter().enumerate() {
            for (class, items) in proof.classes.iter().enumerate() {
                for &item in items {
                    let choice = self.choice(item);
                    let lot = (Some((part, class)), choice.base());
                    lot_of.entry(lot).or_default().push(choice.spot());
                }
            }
        }
        let decided = members.iter().map(|&it| &self.choices[it]);
        for choice in decided.filter(|it| it.sure > 0 && it.picks == 0) {
            let spots = vec![choice.spot()];
            let base = choice.base();
            self.lots.push(Lot {
                base,
                class: None,
                spots,
            });
        }
        let lots = lot_of.into_iter();
        let lots = lots.map(|((class, base), spots)| Lot { base, class, spots });
        self.lots.extend(lots);
    }

    fn choice(&self, item: u32) -> &Choice<'_> {
        &self.choices[self.balanced.items[item as usize]]
    }

    /// `None` where a split counts what is not one lot, or there are too many leaves.
    fn component(self) -> Option<Component> {
        let leaves = |part: &&PartProof| part.steps.len() / 2 + 1;
        let leaves = self
            .parts
            .iter()
            .map(leaves)
            .try_fold(1, usize::checked_mul);
        let mut steps = Vec::new();
        if leaves? > MOST_LEAVES {
            return None;
        }
        self.cases(&mut Vec::new(), &mut steps)?;
        Some(Component {
            weights: named(&self.weights),
            lots: self.lots.into_iter().map(|lot| lot.spots).collect(),
            steps,
        })
    }

    /// The trees of all parts after the first ones, whose prices are chosen: each leaf of one has the next below it.
    fn cases(&self, chosen: &mut Vec<(i64, Vec<i64>)>, steps: &mut Vec<Step>) -> Option<()> {
        let part = chosen.len();
        let Some(proof) = self.parts.get(part) else {
            steps.push(self.prices(chosen, None));
            return Some(());
        };
        let mut open = vec![Limits::new()];
        for step in &proof.steps {
            let mut limits = open.pop()?;
            match step {
                &balance::Step::Split {
                    class,
                    person,
                    most,
                } => {
                    let class_of = |lot: &Lot| lot.class == Some((part, class as usize));
                    let lots = self.lots.iter().filter(|lot| class_of(lot)).count();
                    let lot = self.lots.iter().position(class_of).filter(|_| lots == 1)?;
                    let person_id = self.balanced.people[person as usize];
                    steps.push(Step::Split {
                        lot,
                        person: person_id,
                        most,
                    });
                    let copies = proof.classes[class as usize].len() as u32;
                    let limit = limits.entry((class, person)).or_insert((0, copies));
                    let (fewest, all) = *limit;
                    limit.1 = most.min(all);
                    let mut above = limits.clone();
                    above.insert((class, person), (fewest.max(most + 1), all));
                    open.extend([above, limits]);
                }
                balance::Step::Prices {
                    denominator,
                    prices,
                } => {
                    chosen.push((*denominator, prices.clone()));
                    self.cases(chosen, steps)?;
                    chosen.pop();
                }
                balance::Step::Empty => {
                    steps.push(self.prices(chosen, self.impossible(part, &limits)));
                }
            }
        }
        Some(())
    }

    /// The class that the limits leave too few takers, or too many.
    fn impossible(&self, part: usize, limits: &Limits) -> Option<Impossible> {
        let classes = self.parts[part].classes.iter().enumerate();
        let signs = classes.filter_map(|(class, items)| {
            let first = self.choice(*items.first()?);
            let picks = first.picks * items.len();
            let options = first.ties - first.sure;
            let mine = || limits.iter().filter(|it| it.0.0 as usize == class);
            let fewest: usize = mine().map(|it| it.1.0 as usize).sum();
            let most: usize = mine().map(|it| it.1.1 as usize).sum();
            let most = most + (options - mine().count()) * items.len();
            let sign = match (most < picks, fewest > picks) {
                (true, _) => 1,
                (_, true) => -1,
                _ => return None,
            };
            Some(Impossible { part, class, sign })
        });
        signs.last()
    }

    /// The prices of a leaf: those chosen, none for parts without, one level more or less for an impossible class.
    fn prices(&self, chosen: &[(i64, Vec<i64>)], impossible: Option<Impossible>) -> Step {
        // All denominators are powers of two.
        let divisor = chosen.iter().map(|it| it.0).max().unwrap_or(1);
        let squares = Level::LoadSquares(Role::Checker);
        let above = self.weights.digits().filter(|it| it.0 != squares);
        let unit = above.last().map_or(0, |it| it.1);
        let price = |lot: &Lot| {
            let base = self.weights.pack(&lot.base);
            let Some((part, class)) = lot.class else {
                return i128::from(divisor) * base;
            };
            let here = impossible
                .as_ref()
                .filter(|it| (it.part, it.class) == (part, class));
            let step = here.map_or(0, |it| it.sign * unit);
            let on_top = chosen
                .get(part)
                .map_or(0, |it| it.1[class] * (divisor / it.0));
            i128::from(divisor) * (base + step) + i128::from(on_top)
        };
        Step::Prices {
            divisor: i128::from(divisor),
            prices: self.lots.iter().map(price).collect(),
        }
    }
}
