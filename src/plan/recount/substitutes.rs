//! Substitutes, held against the lists and the roster.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{Date, Lesson, PersonId, Post, Roster, School};
use crate::plan::{Fit, LostLesson, Substitutes};

use super::{Held, is_absent, is_in_a_room, lost_then, must, on_weekday, same_levels, writes};

type Facts<'a> = (&'a School, &'a Roster);

pub fn hold(facts: Facts<'_>, substitutes: &Substitutes) -> Held {
    let (school, _) = facts;
    let lessons = &substitutes.lessons;
    every_lost_lesson_is_there(facts, lessons)?;
    let mut days: BTreeMap<(PersonId, Date), Vec<&LostLesson>> = BTreeMap::new();
    for lost in lessons {
        if let Some(taken) = lost.taken {
            may_take(facts, lost, taken.person)?;
            let (fit, is_freed) = fit_of(school, lost, taken.person);
            must(fit == taken.fit && is_freed == taken.is_freed, || {
                "a fit is not what the lists say".to_owned()
            })?;
            days.entry((taken.person, lost.date))
                .or_default()
                .push(lost);
        }
    }
    for day in days.values() {
        let most = school.policy.plan.substituted_a_day as usize;
        must(day.len() <= most, || {
            "somebody takes too many on a day".to_owned()
        })?;
        for (at, one) in day.iter().enumerate() {
            let meets = |two: &&&LostLesson| row(school, one).span.overlaps(&row(school, two).span);
            must(!day[at + 1..].iter().any(|two| meets(&two)), || {
                "somebody takes two lessons at once".to_owned()
            })?;
        }
    }
    same_levels(&substitutes.levels, &count(facts, lessons, &days))
}

fn row<'a>(school: &'a School, lost: &LostLesson) -> &'a Lesson {
    &school.lessons[lost.rows[0]]
}

/// Rows of the timetable that duties cost are just those that are listed, each once.
fn every_lost_lesson_is_there((school, roster): Facts<'_>, lessons: &[LostLesson]) -> Held {
    let mut wanted: BTreeSet<(Date, usize)> = BTreeSet::new();
    for (_, duty) in roster
        .duties()
        .filter(|(_, duty)| duty.role.is_time_bound())
    {
        let sitting = school.sitting(duty.sitting);
        for (at, lesson) in school.lessons.iter().enumerate() {
            let is_own = lesson.person == duty.person
                && lesson.weekday == chrono::Datelike::weekday(&sitting.date)
                && lesson.span.overlaps(&sitting.span);
            if is_own && !writes(school, lesson, sitting.date) {
                wanted.insert((sitting.date, at));
            }
        }
    }
    let all = lessons
        .iter()
        .flat_map(|lost| lost.rows.iter().map(|&row| (lost.date, row)));
    let listed: Vec<(Date, usize)> = all.collect();
    let once: BTreeSet<(Date, usize)> = listed.iter().copied().collect();
    must(once.len() == listed.len() && once == wanted, || {
        "lost lessons are not those that duties cost".to_owned()
    })
}

fn may_take((school, roster): Facts<'_>, lost: &LostLesson, person: PersonId) -> Held {
    let lesson = row(school, lost);
    let when = (lost.date, &lesson.span);
    let staff = school.person(person).staff.as_ref();
    let holds = staff.is_some_and(|staff| {
        staff.posts.contains(Post::Substitute) && staff.school == school.class(lesson.class).school
    });
    let is_free = !is_in_a_room((school, roster), person, when)
        && !is_absent(school, person, when)
        && lost_then(school, person, when) == 0
        && person != lost.teacher;
    must(holds && is_free, || {
        format!("{} may not take a lesson", school.person(person).name)
    })
}

fn fit_of(school: &School, lost: &LostLesson, person: PersonId) -> (Fit, bool) {
    let lesson = row(school, lost);
    let area = school.area(lesson.subject);
    let of_staff = school
        .person(person)
        .staff
        .iter()
        .flat_map(|staff| &staff.subjects);
    let taught = school.taught_by(person);
    let subjects = taught.iter().map(|it| &it.subject).chain(of_staff);
    let subject = subjects.into_iter().any(|&it| school.area(it) == area);
    let classes: Vec<_> = lost
        .rows
        .iter()
        .map(|&it| school.lessons[it].class)
        .collect();
    let class = taught.iter().any(|it| classes.contains(&it.class));
    let fit = match (subject, class) {
        (true, true) => Fit::SubjectAndClass,
        (false, true) => Fit::Class,
        (true, false) => Fit::Subject,
        (false, false) => Fit::Anybody,
    };
    let mut own = on_weekday(school, person, lost.date);
    let is_freed = own.any(|it| it.span.overlaps(&lesson.span));
    (fit, is_freed)
}

fn count(
    (school, roster): Facts<'_>,
    lessons: &[LostLesson],
    days: &BTreeMap<(PersonId, Date), Vec<&LostLesson>>,
) -> Vec<i64> {
    let taken = || lessons.iter().filter_map(|lost| lost.taken);
    let of = |fit: Fit, is_freed: bool| {
        taken()
            .filter(|it| it.fit == fit && it.is_freed == is_freed)
            .count()
    };
    let nobody = lessons.iter().filter(|lost| lost.taken.is_none()).count();
    let mut counted = vec![nobody];
    for fit in [Fit::Anybody, Fit::Subject, Fit::Class] {
        counted.extend([of(fit, false), of(fit, true)]);
    }
    counted.push(of(Fit::SubjectAndClass, false));
    counted.push(broken(school, lessons));
    let only_for_it = days.keys().filter(|&&(person, date)| {
        let comes_for_duty = roster.duties().any(|(_, duty)| {
            duty.person == person
                && duty.role.is_time_bound()
                && school.sitting(duty.sitting).date == date
        });
        !school.lessons_of(person).is_empty()
            && on_weekday(school, person, date).next().is_none()
            && !comes_for_duty
    });
    counted.push(only_for_it.count());
    let mut counted: Vec<i64> = counted.into_iter().map(|it| it as i64).collect();
    let holders = school.person_ids().filter(|&person| {
        let staff = school.person(person).staff.as_ref();
        staff.is_some_and(|staff| staff.posts.contains(Post::Substitute))
    });
    let squares = holders.map(|person| {
        let before = i64::from(school.person(person).post_history.of(Post::Substitute));
        let now = before + taken().filter(|it| it.person == person).count() as i64;
        now * now
    });
    counted.push(squares.sum());
    counted
}

/// Double lessons of which somebody takes one half alone.
fn broken(school: &School, lessons: &[LostLesson]) -> usize {
    let key = |lost: &LostLesson| {
        let rows = lost.rows.iter().map(|&it| &school.lessons[it]);
        let what: BTreeSet<_> = rows.map(|it| (it.class, it.subject, it.group)).collect();
        (lost.date, lost.teacher, what)
    };
    let next = |one: &LostLesson, two: &LostLesson| {
        let (a, b) = (&row(school, one).span, &row(school, two).span);
        match (a.lessons.iter().max(), b.lessons.iter().min()) {
            (Some(last), Some(first)) => first == last + 1,
            _ => match (a.end(), b.start()) {
                (Some(end), Some(start)) => {
                    (0..=20).contains(&(i32::from(start.0) - i32::from(end.0)))
                }
                _ => false,
            },
        }
    };
    let who = |lost: &LostLesson| lost.taken.map(|it| it.person);
    let mut count = 0;
    for one in lessons {
        for two in lessons {
            count += usize::from(key(one) == key(two) && next(one, two) && who(one) != who(two));
        }
    }
    count
}
