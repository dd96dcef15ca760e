//! A tabu search for a cover by given people (`PartialCol`; Blöchliger, Zufferey, Computers & OR 2008): a task without a person
//! goes to somebody and pushes out what overlaps; what was pushed out may not return to them for a while. A set of
//! people that leads nowhere has its idlest member replaced.

use super::super::random::Random;
use super::market::Market;

/// Moves without fewer open tasks, before a person is replaced.
const PATIENCE: usize = 4_000;

struct Search<'a> {
    market: &'a Market,
    /// Tasks that overlap each.
    rivals: Vec<Vec<usize>>,
    /// People who may take each.
    able: Vec<Vec<usize>>,
    active: Vec<bool>,
    who: Vec<Option<usize>>,
    open: Vec<usize>,
    /// By task and person: rivals of the task that the person has now.
    pushed: Vec<u32>,
    /// By task and person: the move until which the person may not take it.
    barred: Vec<usize>,
    load: Vec<usize>,
    moves: usize,
    fewest: usize,
    since: usize,
}

/// Looks for a cover by `chosen` people, or as many others.
pub fn search(
    market: &Market,
    chosen: &[usize],
    moves: usize,
    random: &mut Random,
    stop: &dyn Fn() -> bool,
) -> Option<Vec<usize>> {
    let mut search = Search::new(market, chosen);
    while !search.open.is_empty() {
        if search.moves >= moves || (search.moves.is_multiple_of(64) && stop()) {
            return None;
        }
        search.moves += 1;
        if let Some((at, person)) = search.choice(random) {
            search.give(at, person, random);
        }
        if search.moves - search.since > PATIENCE {
            search.replace(random);
        }
    }
    search.who.into_iter().collect()
}

impl<'a> Search<'a> {
    fn new(market: &'a Market, chosen: &[usize]) -> Self {
        let tasks = market.tasks();
        let people = market.people();
        let rivals = |task: usize| {
            let clashes = |&other: &usize| other != task && tasks[task].overlaps(tasks[other]);
            (0..tasks.len()).filter(clashes).collect()
        };
        let mut able = vec![Vec::new(); tasks.len()];
        for person in 0..people {
            market.of(person).for_each(|task| able[task].push(person));
        }
        let mut active = vec![false; people];
        for &person in chosen {
            active[person] = true;
        }
        Self {
            market,
            rivals: (0..tasks.len()).map(rivals).collect(),
            able,
            active,
            who: vec![None; tasks.len()],
            open: (0..tasks.len()).collect(),
            pushed: vec![0; tasks.len() * people],
            barred: vec![0; tasks.len() * people],
            load: vec![0; people],
            moves: 0,
            fewest: tasks.len(),
            since: 0,
        }
    }

    fn cell(&self, task: usize, person: usize) -> usize {
        task * self.market.people() + person
    }

    /// The move that pushes out least (position among the open tasks, person); a barred one only if it is a record.
    fn choice(&self, random: &mut Random) -> Option<(usize, usize)> {
        let mut best = None;
        let mut least = u32::MAX;
        let mut ties = 0;
        for (at, &task) in self.open.iter().enumerate() {
            for &person in self.able[task]
                .iter()
                .filter(|&&person| self.active[person])
            {
                let cell = self.cell(task, person);
                let pushed = self.pushed[cell];
                let barred = self.barred[cell] > self.moves;
                if pushed > least
                    || (barred && self.open.len() - 1 + pushed as usize >= self.fewest)
                {
                    continue;
                }
                if pushed < least {
                    (least, ties) = (pushed, 0);
                }
                ties += 1;
                if random.below(ties) == 0 {
                    best = Some((at, person));
                }
            }
        }
        best
    }

    fn give(&mut self, at: usize, person: usize, random: &mut Random) {
        let task = self.open.swap_remove(at);
        for rival in 0..self.rivals[task].len() {
            let rival = self.rivals[task][rival];
            if self.who[rival] == Some(person) {
                self.take_off(rival, person);
                let pause = self.open.len() * 6 / 10 + 1 + random.below(10);
                let cell = self.cell(rival, person);
                self.barred[cell] = self.moves + pause;
            }
        }
        self.who[task] = Some(person);
        self.load[person] += 1;
        for rival in 0..self.rivals[task].len() {
            let cell = self.cell(self.rivals[task][rival], person);
            self.pushed[cell] += 1;
        }
        if self.open.len() < self.fewest {
            self.fewest = self.open.len();
            self.since = self.moves;
        }
    }

    fn take_off(&mut self, task: usize, person: usize) {
        self.who[task] = None;
        self.open.push(task);
        self.load[person] -= 1;
        for rival in 0..self.rivals[task].len() {
            let cell = self.cell(self.rivals[task][rival], person);
            self.pushed[cell] -= 1;
        }
    }

    /// The idlest of some of the people makes room for somebody who could take many open tasks.
    fn replace(&mut self, random: &mut Random) {
        self.since = self.moves;
        let (inside, outside): (Vec<usize>, Vec<usize>) =
            (0..self.active.len()).partition(|&person| self.active[person]);
        let mut some = |people: &[usize]| -> Vec<usize> {
            let times = if people.is_empty() { 0 } else { 4 };
            (0..times)
                .map(|_| people[random.below(people.len())])
                .collect()
        };
        let gone = some(&inside)
            .into_iter()
            .min_by_key(|&person| self.load[person]);
        let could = |person: usize| {
            let open = self.open.iter();
            open.filter(|&&task| self.able[task].binary_search(&person).is_ok())
                .count()
        };
        let new = some(&outside)
            .into_iter()
            .max_by_key(|&person| could(person));
        let (Some(gone), Some(new)) = (gone, new) else {
            return;
        };
        self.active[gone] = false;
        self.active[new] = true;
        for task in 0..self.who.len() {
            if self.who[task] == Some(gone) {
                self.take_off(task, gone);
            }
        }
        self.fewest = self.open.len();
    }
}
