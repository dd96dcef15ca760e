//! What everyone earns: the dearest set of tasks of one person that do not overlap (weighted interval scheduling).

use super::{Task, Tasks};

/// One person's price of 1, in whole numbers: prices are counted in millionths.
pub const ONE: i64 = 1_000_000;

/// A person's tasks by their end, each with how many of them end before it starts.
#[derive(Clone)]
struct Person(Vec<(usize, usize)>);

/// Tasks and people, made ready for pricing.
#[derive(Clone)]
pub struct Market {
    tasks: Vec<Task>,
    people: Vec<Person>,
    /// Best earnings by number of tasks looked at: room for the walk back.
    widest: usize,
}

/// Room for one person's earnings.
#[derive(Default)]
pub struct Earnings(Vec<i64>);

impl Market {
    pub fn new(tasks: &Tasks) -> Self {
        let all = &tasks.tasks;
        let person = |mine: &Vec<usize>| {
            let mut mine: Vec<usize> = mine.iter().copied().filter(|&it| it < all.len()).collect();
            // Of tasks that end together one without length comes last: it can follow the others.
            mine.sort_unstable_by_key(|&task| {
                (all[task].end, all[task].start == all[task].end, task)
            });
            mine.dedup();
            let before = |&task: &usize| {
                let free = mine.partition_point(|&other| all[other].end <= all[task].start);
                // A task without length ends when it starts: it is not before itself.
                let own = mine.iter().position(|&other| other == task).unwrap_or(0);
                (task, free.min(own))
            };
            Person(mine.iter().map(before).collect())
        };
        let people: Vec<Person> = tasks.people.iter().map(person).collect();
        Self {
            tasks: all.clone(),
            widest: people
                .iter()
                .map(|person| person.0.len())
                .max()
                .unwrap_or(0),
            people,
        }
    }

    pub fn people(&self) -> usize {
        self.people.len()
    }

    pub fn tasks(&self) -> &[Task] {
        &self.tasks
    }

    /// The person's tasks.
    pub fn of(&self, person: usize) -> impl Iterator<Item = usize> + '_ {
        self.people[person].0.iter().map(|&(task, _)| task)
    }

    /// Leaves the person with some of their tasks.
    pub fn restrict(&mut self, person: usize, keep: impl Fn(usize) -> bool) {
        let mine = &mut self.people[person].0;
        mine.retain(|&(task, _)| keep(task));
        for at in 0..mine.len() {
            let start = self.tasks[mine[at].0].start;
            let free = mine.partition_point(|&(other, _)| self.tasks[other].end <= start);
            mine[at].1 = free.min(at);
        }
    }

    pub fn room(&self) -> Earnings {
        Earnings(Vec::with_capacity(self.widest + 1))
    }

    /// The most that the person can earn; afterwards [`Self::taken`] says how.
    pub fn earn(&self, person: usize, prices: &[i64], room: &mut Earnings) -> i64 {
        let best = &mut room.0;
        best.clear();
        best.push(0);
        for (at, &(task, before)) in self.people[person].0.iter().enumerate() {
            let with = best[before] + prices[task];
            best.push(best[at].max(with));
        }
        best[best.len() - 1]
    }

    /// Calls `take` with every task of the set last earned by.
    pub fn taken(&self, person: usize, room: &Earnings, mut take: impl FnMut(usize)) {
        let mine = &self.people[person].0;
        let mut at = mine.len();
        while at > 0 {
            if room.0[at] > room.0[at - 1] {
                take(mine[at - 1].0);
                at = mine[at - 1].1;
            } else {
                at -= 1;
            }
        }
    }

    /// The most tasks that go on at one moment.
    pub fn clique(&self) -> Vec<usize> {
        let at = |moment: Task| {
            let running = |other: &Task| other.start <= moment.start && moment.start < other.end;
            let tasks = self.tasks.iter().enumerate();
            tasks
                .filter(|(_, task)| running(task))
                .map(|(task, _)| task)
                .collect::<Vec<_>>()
        };
        self.tasks
            .iter()
            .map(|&task| at(task))
            .max_by_key(Vec::len)
            .unwrap_or_default()
    }
}
