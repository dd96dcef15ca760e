//! Every choice of rooms, tried.

use recuse::plan::Step;

use super::made::{Lesson, Made, PUPILS, Sitting, made};
use super::{Chosen, SCHOOLS, proven, same};

#[test]
fn rooms_are_the_best_of_all() {
    let mut all_proven = 0;
    for seed in 0..SCHOOLS {
        let made = made(seed + 1_000_000);
        let planned = made.planned(Step::Rooms);
        let mut best = None;
        seat(&made, (&mut Vec::new(), &mut best));
        same(seed, &made, (&planned, &best.unwrap_or_default()));
        all_proven += u64::from(proven(&planned));
    }
    assert!(all_proven * 100 >= SCHOOLS * 95, "{all_proven} proven");
}

pub fn meet(a: &Sitting, b: &Sitting) -> bool {
    a.day == b.day && a.hours.0 <= b.hours.1 && b.hours.0 <= a.hours.1
}

fn seat(made: &Made, (chosen, best): Chosen<'_>) {
    let Some(sitting) = made.sittings.get(chosen.len()) else {
        house(made, chosen, best);
        return;
    };
    if sitting.room.is_some() {
        chosen.push(sitting.room);
        seat(made, (chosen, best));
        chosen.pop();
        return;
    }
    for room in std::iter::once(None).chain((0..made.rooms.len()).map(Some)) {
        let is_taken = |at: usize| {
            let given = made
                .sittings
                .iter()
                .any(|it| it.room == room && meet(it, sitting));
            let before = made.sittings.iter().zip(chosen.iter());
            given
                || before
                    .into_iter()
                    .any(|(it, who)| *who == Some(at) && meet(it, sitting))
        };
        let can =
            room.is_none_or(|at| made.rooms[at].seats >= PUPILS[sitting.class] && !is_taken(at));
        if can {
            chosen.push(room);
            seat(made, (chosen, best));
            chosen.pop();
        }
    }
}

/// Every way to house the lessons that these rooms drive out.
fn house(made: &Made, seats: &[Option<usize>], best: &mut Option<Vec<i64>>) {
    let takes = |day: usize, hour: usize, room: usize| {
        made.sittings.iter().zip(seats).any(|(it, at)| {
            *at == Some(room) && it.day == day && (it.hours.0..=it.hours.1).contains(&hour)
        })
    };
    let stands = |it: &&Lesson| !made.writes(it.class, it.day, it.hour);
    let out: Vec<&Lesson> = made
        .lessons
        .iter()
        .filter(|it| stands(it) && takes(it.day, it.hour, it.room))
        .collect();
    // At each hour, as many lessons as possible find a room: the largest matching, by trying all.
    let mut homeless = 0;
    for day in 0..2 {
        for hour in 1..=3 {
            let then: Vec<&&Lesson> = out
                .iter()
                .filter(|it| (it.day, it.hour) == (day, hour))
                .collect();
            let free: Vec<usize> = (0..made.rooms.len())
                .filter(|&room| {
                    let mut all = made.lessons.iter().filter(stands);
                    !takes(day, hour, room)
                        && !all.any(|it| (it.day, it.hour, it.room) == (day, hour, room))
                })
                .collect();
            homeless += then.len() - housed(made, &then, &free);
        }
    }
    let mut levels = vec![0; 5];
    for (sitting, room) in made.sittings.iter().zip(seats) {
        let holds = room.is_some_and(|it| made.rooms[it].seats >= PUPILS[sitting.class]);
        levels[0] += i64::from(!holds);
        let filmed = room.is_some_and(|it| made.rooms[it].camera);
        levels[1] += i64::from(made.cameras && !filmed);
        let own = made.own[sitting.class];
        levels[4] += i64::from(own.is_some() && room.is_some() && own != *room);
    }
    levels[2] = homeless as i64;
    levels[3] = out.len() as i64;
    if best.as_ref().is_none_or(|best| levels < *best) {
        *best = Some(levels);
    }
}

fn housed(made: &Made, lessons: &[&&Lesson], free: &[usize]) -> usize {
    let Some((first, others)) = lessons.split_first() else {
        return 0;
    };
    let mut most = housed(made, others, free);
    for (at, &room) in free.iter().enumerate() {
        if made.rooms[room].seats >= PUPILS[first.class] {
            let mut left = free.to_vec();
            left.remove(at);
            most = most.max(1 + housed(made, others, &left));
        }
    }
    most
}
