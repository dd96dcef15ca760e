//! Every choice of substitutes, tried.

use recuse::plan::Step;

use super::made::{Lesson, Made, made};
use super::{Chosen, SCHOOLS, proven, same};

#[test]
fn substitutes_are_the_best_of_all() {
    let mut all_proven = 0;
    for seed in 0..SCHOOLS {
        let made = made(seed);
        if made.lessons.is_empty() {
            all_proven += 1;
            continue;
        }
        let planned = made.planned(Step::Substitutes);
        let least = substitutes(&made);
        same(seed, &made, (&planned, &least));
        all_proven += u64::from(proven(&planned));
    }
    assert!(all_proven * 100 >= SCHOOLS * 98, "{all_proven} proven");
}

/// Levels of the best choice of substitutes.
fn substitutes(made: &Made) -> Vec<i64> {
    let lost: Vec<&Lesson> = made
        .lessons
        .iter()
        .filter(|it| {
            made.on_duty(it.person, it.day, it.hour) && !made.writes(it.class, it.day, it.hour)
        })
        .collect();
    let mut best: Option<Vec<i64>> = None;
    let mut chosen = Vec::new();
    choose(made, &lost, (&mut chosen, &mut best));
    best.unwrap_or_default()
}

fn choose(made: &Made, lost: &[&Lesson], (chosen, best): Chosen<'_>) {
    let Some(lesson) = lost.get(chosen.len()) else {
        let levels = levels_of(made, lost, chosen);
        if best.as_ref().is_none_or(|best| levels < *best) {
            *best = Some(levels);
        }
        return;
    };
    for who in std::iter::once(None).chain((0..5).map(Some)) {
        if let Some(person) = who {
            let (day, hour) = (lesson.day, lesson.hour);
            let others = || {
                let before = lost.iter().zip(chosen.iter());
                before.filter(move |(it, who)| **who == Some(person) && it.day == day)
            };
            let can = made.may[person]
                && person != lesson.person
                && !made.on_duty(person, day, hour)
                && !made.is_away(person, day, hour)
                && made.lesson(person, day, hour) != Some(true)
                && others().count() < made.most
                && others().all(|(it, _)| it.hour != hour);
            if !can {
                continue;
            }
        }
        chosen.push(who);
        choose(made, lost, (chosen, best));
        chosen.pop();
    }
}

fn levels_of(made: &Made, lost: &[&Lesson], chosen: &[Option<usize>]) -> Vec<i64> {
    let mut levels = vec![0; 11];
    let mut counts = made.history;
    let mut days: Vec<(usize, usize)> = Vec::new();
    for (lesson, who) in lost.iter().zip(chosen) {
        let Some(person) = *who else {
            levels[0] += 1;
            continue;
        };
        let own = || made.lessons.iter().filter(|it| it.person == person);
        let class = own().any(|it| it.class == lesson.class);
        let subject = own().any(|it| it.subject == lesson.subject)
            || made.listed[person].contains(&lesson.subject);
        let worst_first = match (subject, class) {
            (false, false) => 0,
            (true, false) => 1,
            (false, true) => 2,
            (true, true) => 3,
        };
        let freed = usize::from(made.lesson(person, lesson.day, lesson.hour).is_some());
        let level = 1 + 2 * worst_first + freed;
        if level < 8 {
            levels[level] += 1;
        }
        counts[person] += 1;
        let comes = own().any(|it| it.day == lesson.day)
            || made
                .sittings
                .iter()
                .any(|it| it.proctor == person && it.day == lesson.day);
        if own().next().is_some() && !comes && !days.contains(&(person, lesson.day)) {
            days.push((person, lesson.day));
        }
    }
    for (one, a) in lost.iter().zip(chosen) {
        for (two, b) in lost.iter().zip(chosen) {
            let double = (one.day, one.person, one.class, one.subject, one.hour + 1)
                == (two.day, two.person, two.class, two.subject, two.hour);
            levels[8] += i64::from(double && a != b);
        }
    }
    levels[9] = days.len() as i64;
    let holders = (0..5).filter(|&person| made.may[person]);
    levels[10] = holders
        .map(|person| (counts[person] * counts[person]) as i64)
        .sum();
    levels
}
