//! Does a proof over few sets hold? Prices and cuts in, bound out; nothing taken from the code that searches.
//!
//! At the first prices a choice of a value below the one shown uses no set dearer than the cheapest of its person by more
//! than what is left between bound and value. Over the sets so left, whose people must take one each, every leaf has prices
//! and charges: Σ picks·price − Σ charge·⌊½·rhs⌋ + Σ over people of their cheapest set, charges paid, bounds it.

use super::proof::{Case, Charges, PartProof, Rows, Within};
use super::verify::{Cases, Flaw};

/// No more sets than this are written out.
const MOST_SETS: usize = 1 << 20;

/// Copies of classes that one person takes, and the load squared.
struct Set {
    copies: Vec<(usize, i64)>,
    square: i128,
    /// Units in every cut.
    units: Vec<i64>,
}

/// Sets of each person, and what is known of all.
struct Sets<'a> {
    cases: &'a Cases,
    people: Vec<Vec<Set>>,
    /// What all together may have of each cut.
    rights: Vec<i64>,
}

/// The bound that the proof over few sets shows for the part.
pub fn verify(cases: &Cases, within: &Within) -> Result<i64, Flaw> {
    // A better choice has a value of at most this.
    let value = cases.raised(i128::from(within.value));
    let better = value - cases.stride();
    let (first, others) = within.stages.split_first().ok_or(Flaw::Prices)?;
    let mut sets = Sets::of(cases, (first, better), &within.cuts)?;
    for charges in others {
        sets.drop_dear(charges, better)?;
    }
    let mut open: Vec<Vec<Vec<bool>>> = vec![
        sets.people
            .iter()
            .map(|sets| vec![true; sets.len()])
            .collect(),
    ];
    let mut lowest = value;
    for step in &within.steps {
        let mut left = open.pop().ok_or(Flaw::Tree)?;
        match step {
            Case::Split {
                class,
                person,
                most,
            } => {
                let person = cases
                    .people
                    .binary_search(person)
                    .map_err(|_| Flaw::Split)?;
                let mut above = left.clone();
                for (at, set) in sets.people[person].iter().enumerate() {
                    let own = set.copies.iter().find(|it| it.0 == *class as usize);
                    let is_more = own.map_or(0, |it| it.1) > *most;
                    left[person][at] &= !is_more;
                    above[person][at] &= is_more;
                }
                open.extend([above, left]);
            }
            Case::Leaf(charges) => {
                if let Some(shown) = sets.bound(charges, Some(&left))? {
                    let scale = i128::from(charges.denominator);
                    let whole = shown.div_euclid(scale) + i128::from(shown.rem_euclid(scale) > 0);
                    lowest = lowest.min(cases.raised(whole));
                }
            }
        }
    }
    if !open.is_empty() {
        return Err(Flaw::Tree);
    }
    i64::try_from(lowest).map_err(|_| Flaw::TooLarge)
}

impl<'a> Sets<'a> {
    /// Everybody's sets that a choice of this value may use, by prices without cuts.
    fn of(
        cases: &'a Cases,
        (charges, better): (&Charges, i128),
        cuts: &[Rows],
    ) -> Result<Self, Flaw> {
        check(charges, cases, 0)?;
        let everything: Vec<Vec<(i64, i64)>> = cases
            .classes
            .iter()
            .map(|class| vec![(0, class.copies); class.options.len()])
            .collect();
        let scale = i128::from(charges.denominator);
        let paid = paid(cases, charges);
        let people = 0..cases.people.len();
        let leasts: Result<Vec<i128>, Flaw> = people
            .map(|person| cases.least(&everything, (&charges.prices, scale), person))
            .collect();
        let leasts = leasts?;
        let gap = better * scale - paid - leasts.iter().sum::<i128>();
        let rights = cuts.iter().map(|cut| right(cases, cut));
        let mut sets = Self {
            cases,
            people: Vec::new(),
            rights: rights.collect::<Result<_, _>>()?,
        };
        let mut all = 0;
        for (person, least) in leasts.into_iter().enumerate() {
            let mut walk = Walk::new(cases, charges, person);
            walk.dearest = least + gap;
            walk.room = MOST_SETS - all;
            walk.go(0, (cases.loads[person], 0))?;
            all += walk.found.len();
            for set in &mut walk.found {
                set.units = cuts
                    .iter()
                    .map(|cut| units(cases, cut, (person, set)))
                    .collect();
            }
            sets.people.push(walk.found);
        }
        Ok(sets)
    }

    /// Drops what a choice of this value cannot use at these prices and charges.
    fn drop_dear(&mut self, charges: &Charges, better: i128) -> Result<(), Flaw> {
        let Some(bound) = self.bound(charges, None)? else {
            return Ok(());
        };
        let gap = better * i128::from(charges.denominator) - bound;
        for sets in &mut self.people {
            let costs: Vec<i128> = sets.iter().map(|set| set.cost(charges)).collect();
            let dearest = costs.iter().min().map_or(0, |least| least + gap);
            let mut costs = costs.into_iter();
            sets.retain(|_| costs.next().is_some_and(|cost| cost <= dearest));
        }
        Ok(())
    }

    /// The bound of the sets that are left, times the denominator; none where somebody has no set.
    fn bound(&self, charges: &Charges, left: Option<&[Vec<bool>]>) -> Result<Option<i128>, Flaw> {
        check(charges, self.cases, self.rights.len())?;
        let charged = charges.charges.iter();
        let charged = charged
            .map(|&(cut, charge)| i128::from(charge) * i128::from(self.rights[cut as usize]));
        let mut bound = paid(self.cases, charges) - charged.sum::<i128>();
        for (person, sets) in self.people.iter().enumerate() {
            let is_left = |at: usize| left.is_none_or(|left| left[person][at]);
            let sets = sets.iter().enumerate().filter(|set| is_left(set.0));
            let Some(least) = sets.map(|(_, set)| set.cost(charges)).min() else {
                return Ok(None);
            };
            bound += least;
        }
        Ok(Some(bound))
    }
}

impl Set {
    fn cost(&self, charges: &Charges) -> i128 {
        let earned = self.copies.iter();
        let earned =
            earned.map(|&(class, copies)| i128::from(copies) * i128::from(charges.prices[class]));
        let charged = charges.charges.iter();
        let charged =
            charged.map(|&(cut, charge)| i128::from(charge) * i128::from(self.units[cut as usize]));
        i128::from(charges.denominator) * self.square - earned.sum::<i128>() + charged.sum::<i128>()
    }
}

/// Are there as many prices as classes, and no charges but what is known and not negative?
fn check(charges: &Charges, cases: &Cases, cuts: usize) -> Result<(), Flaw> {
    let is_charge = |&(cut, charge): &(u32, i64)| (cut as usize) < cuts && charge >= 0;
    let fits = charges.prices.len() == cases.classes.len()
        && charges.denominator > 0
        && charges.charges.iter().all(is_charge);
    fits.then_some(()).ok_or(Flaw::Prices)
}

fn paid(cases: &Cases, charges: &Charges) -> i128 {
    let paid = cases.classes.iter().zip(&charges.prices);
    paid.map(|(class, &price)| i128::from(class.picks) * i128::from(price))
        .sum()
}

/// ⌊½·what the rows ask for⌋, where no row is named twice and all are there.
fn right(cases: &Cases, cut: &Rows) -> Result<i64, Flaw> {
    let ascends = |rows: &[u32]| rows.windows(2).all(|two| two[0] < two[1]);
    let are_people = cut
        .people
        .iter()
        .all(|it| cases.people.binary_search(it).is_ok());
    if !ascends(&cut.classes) || !ascends(&cut.people) || !are_people {
        return Err(Flaw::Cut);
    }
    let mut asked = i64::from(cut.people.len() as u32);
    for &class in &cut.classes {
        asked += cases.classes.get(class as usize).ok_or(Flaw::Cut)?.picks;
    }
    Ok(asked.div_euclid(2))
}

/// ⌊½·what the set has of the rows⌋.
fn units(cases: &Cases, cut: &Rows, (person, set): (usize, &Set)) -> i64 {
    let inside = |it: &&(usize, i64)| cut.classes.binary_search(&(it.0 as u32)).is_ok();
    let copies: i64 = set.copies.iter().filter(inside).map(|it| it.1).sum();
    let own = i64::from(cut.people.binary_search(&cases.people[person]).is_ok());
    (copies + own).div_euclid(2)
}

/// One person's sets, gone through.
struct Walk {
    /// Class, weight, price, copies.
    offers: Vec<(usize, i64, i128, i64)>,
    /// The dearest price of a unit of weight among offers from each on, rounded up, and what they weigh; what those
    /// without weight can earn.
    rests: Vec<(i128, i128, i128)>,
    scale: i128,
    dearest: i128,
    room: usize,
    taken: Vec<(usize, i64)>,
    found: Vec<Set>,
}

impl Walk {
    fn new(cases: &Cases, charges: &Charges, person: usize) -> Self {
        let offer = |&(class, _): &(usize, usize)| {
            let it = &cases.classes[class];
            (
                class,
                it.weight,
                i128::from(charges.prices[class]),
                it.copies,
            )
        };
        let mut offers: Vec<_> = cases.of_person[person].iter().map(offer).collect();
        // The best paid by weight first: what follows earns less and less.
        offers.sort_by(|a, b| {
            let rates = (b.2 * i128::from(a.1)).cmp(&(a.2 * i128::from(b.1)));
            (a.1 > 0).cmp(&(b.1 > 0)).then(rates).then(a.0.cmp(&b.0))
        });
        let mut rests = vec![(0, 0, 0)];
        for &(_, weight, price, copies) in offers.iter().rev() {
            let (rate, all, free) = rests[rests.len() - 1];
            rests.push(match i128::from(weight) {
                0 => (rate, all, free + i128::from(copies) * price.max(0)),
                weight => {
                    let own = price.div_euclid(weight) + i128::from(price.rem_euclid(weight) > 0);
                    (own.max(rate), all + weight * i128::from(copies), free)
                }
            });
        }
        rests.reverse();
        Self {
            offers,
            rests,
            scale: i128::from(charges.denominator),
            dearest: 0,
            room: 0,
            taken: Vec::new(),
            found: Vec::new(),
        }
    }

    /// No set that goes on from here costs less: scale·(load + x)² − rate·x where it is least for 0 ≤ x ≤ all.
    fn least(&self, offer: usize, load: i64, earned: i128) -> i128 {
        let (rate, all, free) = self.rests[offer];
        let load = i128::from(load);
        let best = (rate.div_euclid(2 * self.scale) - load).clamp(0, all);
        let at = |more: i128| self.scale * (load + more).pow(2) - rate * more;
        at(best).min(at((best + 1).min(all))) - free - earned
    }

    /// All sets that go on from this offer and are not too dear.
    fn go(&mut self, offer: usize, (load, earned): (i64, i128)) -> Result<(), Flaw> {
        if self.least(offer, load, earned) > self.dearest {
            return Ok(());
        }
        let Some(&(class, weight, price, copies)) = self.offers.get(offer) else {
            if self.found.len() == self.room {
                return Err(Flaw::TooLarge);
            }
            self.found.push(Set {
                copies: self.taken.clone(),
                square: i128::from(load).pow(2),
                units: Vec::new(),
            });
            return Ok(());
        };
        for count in 0..=copies {
            if count > 0 {
                self.taken.push((class, count));
            }
            let next = (load + count * weight, earned + i128::from(count) * price);
            self.go(offer + 1, next)?;
            if count > 0 {
                self.taken.pop();
            }
        }
        Ok(())
    }
}

/// The part's bound by its cases, or the one over few sets where that is higher.
pub fn best(cases: &Cases, part: &PartProof) -> Result<i64, Flaw> {
    let shown = cases.bound(&part.steps, &cases.people)?;
    match &part.within {
        Some(within) => Ok(shown.max(verify(cases, within)?)),
        None => Ok(shown),
    }
}
