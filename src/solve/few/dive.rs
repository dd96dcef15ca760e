//! Dives: prices and mean choices ([`Volume`]), the surest choices fixed, prices again, until every task has its person or
//! one has nobody left.

use super::super::random::Random;
use super::super::volume::Volume;
use super::market::{Market, ONE};

/// Steps of pricing before the first choice, and before each further one.
const STEPS: (usize, usize) = (1_500, 100);
/// In the mean, a choice that is made so often is sure; of these, so many are fixed at once.
const SURE: f64 = 0.9;
const AT_ONCE: usize = 10;
/// By so many thousandths at most choices are shaken.
const SHAKE: usize = 20;

/// A dive for a cover by so many people.
struct Dive<'a> {
    market: Market,
    most: usize,
    stop: &'a dyn Fn() -> bool,
    volume: Volume,
    /// Who may still take each task.
    able: Vec<Vec<usize>>,
    called: Vec<bool>,
    who: Vec<Option<usize>>,
    /// By person and task: how often the person takes it, in the mean.
    mean: Vec<f64>,
}

/// A task has nobody left, too many people are called in, or it is time to stop.
struct DeadEnd;

/// Dives once, from these prices.
pub fn dive(
    market: &Market,
    prices: &[i64],
    most: usize,
    random: &mut Random,
    stop: &dyn Fn() -> bool,
) -> Option<Vec<usize>> {
    let mut dive = Dive::new(market, prices, most, stop);
    let mut steps = STEPS.0;
    while dive.who.contains(&None) {
        dive.price(steps).ok()?;
        dive.choose(random).ok()?;
        steps = STEPS.1;
    }
    dive.who.into_iter().collect()
}

impl<'a> Dive<'a> {
    #[expect(clippy::cast_precision_loss, reason = "prices are far below 2^52")]
    fn new(market: &Market, prices: &[i64], most: usize, stop: &'a dyn Fn() -> bool) -> Self {
        let tasks = market.tasks().len();
        let mut able = vec![Vec::new(); tasks];
        for person in 0..market.people() {
            market.of(person).for_each(|task| able[task].push(person));
        }
        Self {
            market: market.clone(),
            most,
            stop,
            volume: Volume::new(prices.iter().map(|&price| price as f64).collect()),
            able,
            called: vec![false; market.people()],
            who: vec![None; tasks],
            mean: vec![0.0; tasks * market.people()],
        }
    }

    /// How many more people may be called in.
    fn room(&self) -> usize {
        let called = self.called.iter().filter(|&&it| it).count();
        self.most.saturating_sub(called)
    }

    /// Some steps; those who are called in cost nothing more.
    #[expect(clippy::cast_precision_loss, reason = "bounds are far below 2^52")]
    fn price(&mut self, steps: usize) -> Result<(), DeadEnd> {
        let tasks = self.who.len();
        let room = self.room() as i64 * ONE;
        let mut earnings = self.market.room();
        let mut taken = Vec::new();
        self.volume.forget_bound();
        for _ in 0..steps {
            if (self.stop)() {
                return Err(DeadEnd);
            }
            let prices: Vec<i64> = self
                .volume
                .trial()
                .iter()
                .map(|it| it.round() as i64)
                .collect();
            let open = (0..tasks).filter(|&task| self.who[task].is_none());
            let mut bound: i64 = open.map(|task| prices[task]).sum();
            taken.clear();
            for person in 0..self.market.people() {
                let cost = if self.called[person] { 0 } else { ONE };
                let earned = self.market.earn(person, &prices, &mut earnings);
                if earned > cost {
                    bound -= earned - cost;
                    let take = |task| taken.push((person, task));
                    self.market.taken(person, &earnings, take);
                }
            }
            if bound > room {
                return Err(DeadEnd);
            }
            let items = taken.iter().map(|&(_, task)| task);
            let weight = self.volume.learn(bound as f64, items);
            for mean in &mut self.mean {
                *mean *= 1.0 - weight;
            }
            for &(person, task) in &taken {
                self.mean[person * tasks + task] += weight;
            }
            let ahead = (room + ONE / 2) as f64 - self.volume.bound();
            let who = &self.who;
            let left = |task: usize, _: f64, taken: f64| {
                if who[task].is_none() {
                    1.0 - taken
                } else {
                    0.0
                }
            };
            let within = |_, price: f64| price.clamp(0.0, 4.0 * ONE as f64);
            if !self.volume.go(ahead.max(ONE as f64 / 20.0), left, within) {
                break;
            }
        }
        Ok(())
    }

    /// Fixes the surest choice, and others as sure.
    fn choose(&mut self, random: &mut Random) -> Result<(), DeadEnd> {
        let tasks = self.who.len();
        let mut choices = Vec::new();
        for task in (0..tasks).filter(|&task| self.who[task].is_none()) {
            for &person in &self.able[task] {
                let shake = f64::from(random.below(SHAKE) as u32) / 1_000.0;
                choices.push((self.mean[person * tasks + task] + shake, task, person));
            }
        }
        choices.sort_by(|a, b| b.0.total_cmp(&a.0));
        let mut fixed = 0;
        for (sure, task, person) in choices {
            if fixed == AT_ONCE || (fixed > 0 && sure < SURE) {
                break;
            }
            if self.who[task].is_none() && self.able[task].contains(&person) {
                self.fix(task, person)?;
                fixed += 1;
            }
        }
        // A task that nobody may take leaves nothing to choose.
        if fixed == 0 { Err(DeadEnd) } else { Ok(()) }
    }

    /// The person takes the task, and whoever is the last for another takes that.
    fn fix(&mut self, task: usize, person: usize) -> Result<(), DeadEnd> {
        let mut waiting = vec![(task, person)];
        while let Some((task, person)) = waiting.pop() {
            if self.who[task].is_some() {
                continue;
            }
            if !self.able[task].contains(&person) {
                return Err(DeadEnd);
            }
            self.who[task] = Some(person);
            for other in std::mem::take(&mut self.able[task]) {
                self.market.restrict(other, |it| it != task);
                self.mean[other * self.who.len() + task] = 0.0;
            }
            let tasks = self.market.tasks();
            let (all, it) = (self.market.of(person), tasks[task]);
            let rivals = all.filter(|&rival| tasks[rival].overlaps(it)).collect();
            self.bar(person, rivals, &mut waiting)?;
            if !std::mem::replace(&mut self.called[person], true) && self.room() == 0 {
                let called = self.called.iter().enumerate();
                let others: Vec<usize> = called.filter(|it| !it.1).map(|it| it.0).collect();
                for other in others {
                    let all = self.market.of(other).collect();
                    self.bar(other, all, &mut waiting)?;
                }
            }
        }
        Ok(())
    }

    /// The person may no longer take these.
    fn bar(
        &mut self,
        person: usize,
        barred: Vec<usize>,
        waiting: &mut Vec<(usize, usize)>,
    ) -> Result<(), DeadEnd> {
        self.market.restrict(person, |it| !barred.contains(&it));
        for task in barred {
            self.mean[person * self.who.len() + task] = 0.0;
            let able = &mut self.able[task];
            able.retain(|&it| it != person);
            match able[..] {
                [] => return Err(DeadEnd),
                [last] => waiting.push((task, last)),
                _ => {}
            }
        }
        Ok(())
    }
}
