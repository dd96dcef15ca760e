use super::*;

fn random_tasks(random: &mut Random) -> Tasks {
    let tasks = (0..2 + random.below(6))
        .map(|_| {
            let start = random.below(8) as i64;
            Task {
                start,
                end: start + random.below(5) as i64,
            }
        })
        .collect::<Vec<_>>();
    let people = (0..=random.below(5))
        .map(|_| (0..tasks.len()).filter(|_| random.below(3) > 0).collect())
        .collect();
    Tasks { tasks, people }
}

fn is_legal(tasks: &Tasks, who: &[usize]) -> bool {
    (0..who.len()).all(|task| {
        let apart =
            |other| who[task] != who[other] || !tasks.tasks[task].overlaps(tasks.tasks[other]);
        tasks.people[who[task]].contains(&task) && (0..task).all(apart)
    })
}

/// The fewest people by trying everything, from the given task on.
fn fewest(tasks: &Tasks, who: &mut Vec<usize>) -> Option<usize> {
    if who.len() == tasks.tasks.len() {
        let mut people = who.clone();
        people.sort_unstable();
        people.dedup();
        return Some(people.len());
    }
    let mut best = None;
    for person in 0..tasks.people.len() {
        who.push(person);
        if is_legal(tasks, who) {
            best = best.into_iter().chain(fewest(tasks, who)).min();
        }
        who.pop();
    }
    best
}

#[test]
fn covers_are_legal_and_bounds_hold_against_trying_everything() {
    let mut random = Random::new(3);
    let mut proven = 0;
    for round in 0..200 {
        let tasks = random_tasks(&mut random);
        let best = fewest(&tasks, &mut Vec::new());
        let turns = std::cell::Cell::new(0);
        let stop = || {
            turns.set(turns.get() + 1);
            turns.get() > 20_000
        };
        let found = cover(&tasks, round, &stop);
        assert_eq!(found.people(), best, "round {round}: {tasks:?}");
        if let (Some(who), Some(best)) = (&found.who, best) {
            assert!(is_legal(&tasks, who), "round {round}");
            assert!(found.bound <= best, "round {round}: {tasks:?}");
            proven += usize::from(found.is_proven());
        }
    }
    assert!(proven > 90, "{proven}");
}

#[test]
fn one_person_takes_what_follows_and_another_what_lies_across() {
    let task = |start, end| Task { start, end };
    let tasks = Tasks {
        tasks: vec![task(0, 2), task(1, 3), task(2, 4)],
        people: vec![vec![0, 2], vec![1], vec![0, 1, 2]],
    };
    let found = cover(&tasks, 1, &|| false);
    assert_eq!((found.people(), found.bound), (Some(2), 2));
}

#[test]
fn nobody_for_a_task_means_no_cover() {
    let tasks = Tasks {
        tasks: vec![Task { start: 0, end: 1 }],
        people: vec![Vec::new()],
    };
    assert_eq!(cover(&tasks, 1, &|| false).who, None);
}

/// Tasks that so many people fill without a gap, and qualifications beyond, drawn for them and three others.
fn planted(people: usize, random: &mut Random) -> Tasks {
    let mut tasks = Tasks::default();
    let mut owner = Vec::new();
    for person in 0..people {
        let mut start = 0;
        while start < 60 {
            let end = (start + 5 + random.below(10) as i64).min(60);
            tasks.tasks.push(Task { start, end });
            owner.push(person);
            start = end;
        }
    }
    let mine = |person: usize, random: &mut Random| {
        let all = 0..owner.len();
        all.filter(|&task| owner[task] == person || random.below(2) == 0)
            .collect()
    };
    tasks.people = (0..people + 3).map(|it| mine(it, random)).collect();
    tasks
}

#[test]
fn dives_find_covers_that_leave_nobody_idle() {
    let mut random = Random::new(5);
    let mut found = 0;
    for _ in 0..20 {
        let tasks = planted(8, &mut random);
        let market = Market::new(&tasks);
        let prices = Ascent::new(&market).best().to_vec();
        if let Some(who) = dive::dive(&market, &prices, 8, &mut random, &|| false) {
            assert!(is_legal(&tasks, &who));
            assert_eq!(value(&market, Some(&who)), 8);
            found += 1;
        }
        // The busiest moment wants more.
        let none = dive::dive(&market, &prices, 7, &mut random, &|| false);
        assert_eq!(none, None);
    }
    assert!(found >= 10, "{found}");
}

#[test]
fn a_dive_ends_where_nobody_may_take_a_task() {
    let task = |start, end| Task { start, end };
    let tasks = Tasks {
        tasks: vec![task(0, 1), task(2, 3)],
        people: vec![vec![0]],
    };
    let market = Market::new(&tasks);
    let found = dive::dive(&market, &[0, 0], 1, &mut Random::new(1), &|| false);
    assert_eq!(found, None);
}
