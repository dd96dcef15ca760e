//! Every choice of times, tried.

use recuse::plan::Step;

use super::made::{Made, Sitting, made};
use super::{SCHOOLS, proven, same};

#[test]
fn meetings_are_the_best_of_all() {
    let mut all_proven = 0;
    for seed in 0..SCHOOLS {
        let made = made(seed + 2_000_000);
        let planned = made.planned(Step::Meetings);
        let least = meetings(&made);
        same(seed, &made, (&planned, &least));
        all_proven += u64::from(proven(&planned));
    }
    assert!(all_proven * 100 >= SCHOOLS * 98, "{all_proven} proven");
}

#[test]
fn a_commission_without_checkers_does_not_meet() {
    for seed in 0..40 {
        let mut made = made(seed + 2_500_000);
        let all = made.planned(Step::Meetings).plan.meetings.expect("a plan");
        // The roster's rows are left out; the schedule still has the sitting.
        let gone = made.sittings[0];
        let of_it =
            |it: &Sitting| it.subject == gone.subject && (it.class == 2) == (gone.class == 2);
        made.unchecked = (0..made.sittings.len())
            .filter(|&at| of_it(&made.sittings[at]))
            .collect();
        let left = made.planned(Step::Meetings).plan.meetings.expect("a plan");
        assert_eq!(left.meetings.len() + 1, all.meetings.len(), "seed {seed}");
        assert!(left.meetings.iter().all(|it| !it.members.is_empty()));
    }
}

/// Days of a window of one working day: that of the sitting, and the next.
fn times(first: &Sitting) -> Vec<(usize, usize)> {
    let days = first.day..=first.day + 1;
    let all = days.flat_map(|day| (2..=4).map(move |hour| (day, hour)));
    all.filter(|&(day, hour)| day > first.day || hour > first.hours.1)
        .collect()
}

/// A commission: its times, its members, the day of its first sitting.
type Open = (Vec<(usize, usize)>, Vec<usize>, usize);

/// Levels of the best times: of every choice of a time for each commission, and of who goes where.
fn meetings(made: &Made) -> Vec<i64> {
    let mut commissions: Vec<(usize, usize, Vec<&Sitting>)> = Vec::new();
    for sitting in &made.sittings {
        let grade = usize::from(sitting.class == 2);
        match commissions
            .iter_mut()
            .find(|it| (it.0, it.1) == (sitting.subject, grade))
        {
            Some(commission) => commission.2.push(sitting),
            None => commissions.push((sitting.subject, grade, vec![sitting])),
        }
    }
    let all: Vec<Open> = commissions
        .iter()
        .filter_map(|(.., sittings)| {
            let first = sittings.iter().min_by_key(|it| (it.day, it.hours.1))?;
            let mut members: Vec<usize> = sittings.iter().map(|it| it.checker).collect();
            members.sort_unstable();
            members.dedup();
            Some((times(first), members, first.day))
        })
        .collect();
    let mut best: Option<Vec<i64>> = None;
    let mut chosen = vec![0; all.len()];
    loop {
        let mut levels = vec![0; 3];
        for (at, (times, members, first_day)) in all.iter().enumerate() {
            let (day, hour) = times[chosen[at]];
            // Lesson numbers alone: a lesson is an hour.
            levels[2] += ((day - first_day) * 24 * 60 + 60 * (hour + 1)) as i64;
            for &member in members {
                // Of meetings at one hour somebody goes to one; which one costs the same.
                let is_first = !all[..at].iter().enumerate().any(|(other, it)| {
                    it.1.contains(&member) && it.0[chosen[other]] == (day, hour)
                });
                let kept = made.is_away(member, day, hour) || made.on_duty(member, day, hour);
                if kept || !is_first {
                    levels[0] += 1;
                } else {
                    levels[1] += i64::from(made.lesson(member, day, hour) == Some(true));
                }
            }
        }
        if best.as_ref().is_none_or(|best| levels < *best) {
            best = Some(levels);
        }
        let Some(next) = (0..all.len()).find(|&at| chosen[at] + 1 < all[at].0.len()) else {
            return best.unwrap_or_default();
        };
        chosen[next] += 1;
        chosen[..next].fill(0);
    }
}
