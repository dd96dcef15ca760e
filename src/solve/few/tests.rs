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
