//! The lessons that duties cost, and who could take each.

use std::collections::BTreeMap;

use crate::domain::{AreaId, Date, Lesson, PersonId, Post, School, Span};
use crate::plan::on_duty::OnDuty;

use super::{Fit, LostLesson, Taken};

/// A lost lesson and its candidates.
pub struct Lost {
    /// Nobody has taken it yet.
    pub lesson: LostLesson,
    /// When.
    pub span: Span,
    /// Who could, by their ids.
    pub candidates: Vec<Candidate>,
}

/// Somebody who could take a lesson.
#[derive(Debug, Clone, Copy)]
pub struct Candidate {
    /// Who, and how well they fit.
    pub taken: Taken,
    /// Would come to school that day for nothing else.
    pub comes_only_for_it: bool,
}

/// Everything the model is stated from.
pub struct Facts {
    /// By day, time and teacher.
    pub lost: Vec<Lost>,
    /// Pairs of lost lessons that are one double lesson.
    pub doubles: Vec<(usize, usize)>,
    /// Most lessons of one person on one day.
    pub most_a_day: u32,
    /// Lessons that each person has taken before.
    pub history: Vec<u32>,
    /// Σ of their squares, of those who may substitute.
    pub squares_before: i64,
}

impl Facts {
    /// Of this roster.
    pub fn of(on_duty: &OnDuty<'_>) -> Self {
        let school = on_duty.school;
        let mut lost: Vec<Lost> = lost_lessons(on_duty)
            .into_iter()
            .map(|lesson| with_candidates(on_duty, lesson))
            .collect();
        lost.sort_by_key(|it| (it.lesson.date, it.span.clone(), it.lesson.teacher));
        let history: Vec<u32> = school
            .people
            .iter()
            .map(|person| person.post_history.of(Post::Substitute))
            .collect();
        let holders = school.person_ids().filter(|&it| may_substitute(school, it));
        let squares = holders.map(|person| {
            let before = i64::from(history[person.index()]);
            before * before
        });
        Self {
            doubles: doubles(school, &lost),
            squares_before: squares.sum(),
            most_a_day: school.policy.plan.substituted_a_day,
            history,
            lost,
        }
    }
}

fn may_substitute(school: &School, person: PersonId) -> bool {
    let staff = school.person(person).staff.as_ref();
    staff.is_some_and(|staff| staff.posts.contains(Post::Substitute))
}

/// Rows of one lesson: day, time, teacher and area have to be the same.
type Key = (Date, Span, PersonId, AreaId);

/// Lessons that duties cost, each once.
fn lost_lessons(on_duty: &OnDuty<'_>) -> Vec<LostLesson> {
    let school = on_duty.school;
    let mut lost: BTreeMap<Key, LostLesson> = BTreeMap::new();
    for teacher in school.person_ids() {
        for &(id, _) in on_duty.duties(teacher) {
            let sitting = school.sitting(id);
            for lesson in school.lessons_lost(teacher, sitting) {
                let area = school.area(lesson.subject);
                let key = (sitting.date, lesson.span.clone(), teacher, area);
                let entry = lost.entry(key).or_insert_with(|| LostLesson {
                    date: sitting.date,
                    rows: Vec::new(),
                    teacher,
                    sitting: id,
                    taken: None,
                    candidates: 0,
                });
                let row = position(school, lesson);
                if !entry.rows.contains(&row) {
                    entry.rows.push(row);
                }
            }
        }
    }
    lost.into_values().collect()
}

/// Where the lesson stands among the school's.
fn position(school: &School, lesson: &Lesson) -> usize {
    let mut all = school.lessons.iter();
    all.position(|it| std::ptr::eq(it, lesson)).unwrap_or(0)
}

fn with_candidates(on_duty: &OnDuty<'_>, lesson: LostLesson) -> Lost {
    let school = on_duty.school;
    let rows: Vec<&Lesson> = lesson
        .rows
        .iter()
        .map(|&row| &school.lessons[row])
        .collect();
    let Some(&first) = rows.first() else {
        return Lost {
            lesson,
            span: Span::default(),
            candidates: Vec::new(),
        };
    };
    let when = (lesson.date, &first.span);
    let here = school.class(first.class).school;
    let is_free = |person: &PersonId| {
        may_substitute(school, *person)
            && school.works_at(*person, here)
            && *person != lesson.teacher
            && !on_duty.is_on_duty(*person, when)
            && !on_duty.is_away(*person, when)
            && !on_duty
                .lessons_then(*person, when)
                .any(|own| on_duty.takes_place(own, lesson.date))
    };
    let candidate = |person: PersonId| Candidate {
        taken: Taken {
            person,
            fit: fit(school, person, &rows),
            is_freed: on_duty.lessons_then(person, when).next().is_some(),
        },
        comes_only_for_it: !school.lessons_of(person).is_empty()
            && !on_duty.teaches_on(person, lesson.date)
            && !on_duty.comes_for_duty(person, lesson.date),
    };
    let candidates = school.person_ids().filter(is_free).map(candidate);
    Lost {
        candidates: candidates.collect(),
        span: first.span.clone(),
        lesson,
    }
}

fn fit(school: &School, person: PersonId, rows: &[&Lesson]) -> Fit {
    let taught = school.taught_by(person);
    let area = rows.first().map(|row| school.area(row.subject));
    let listed = school.person(person).staff.iter();
    let mut listed = listed.flat_map(|staff| staff.subjects.iter().copied());
    let of_subject = taught
        .iter()
        .any(|it| Some(school.area(it.subject)) == area)
        || listed.any(|subject| Some(school.area(subject)) == area);
    let of_class = rows
        .iter()
        .any(|row| taught.iter().any(|it| it.class == row.class));
    match (of_subject, of_class) {
        (true, true) => Fit::SubjectAndClass,
        (false, true) => Fit::Class,
        (true, false) => Fit::Subject,
        (false, false) => Fit::Anybody,
    }
}

/// Minutes between the two halves of a double lesson, where lessons have no numbers.
const LONGEST_BREAK: u16 = 20;

fn doubles(school: &School, lost: &[Lost]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for (a, first) in lost.iter().enumerate() {
        for (b, second) in lost.iter().enumerate() {
            let together = first.lesson.date == second.lesson.date
                && first.lesson.teacher == second.lesson.teacher
                && what(school, first) == what(school, second);
            if together && follows(&first.span, &second.span) {
                pairs.push((a, b));
            }
        }
    }
    pairs
}

/// Subjects, classes and groups of a lesson.
fn what(school: &School, lost: &Lost) -> Vec<impl Ord + use<>> {
    let rows = lost.lesson.rows.iter().map(|&row| &school.lessons[row]);
    let mut what: Vec<_> = rows
        .map(|row| (row.subject, row.class, row.group))
        .collect();
    what.sort_unstable();
    what
}

fn follows(first: &Span, second: &Span) -> bool {
    match (first.lessons.iter().last(), second.lessons.iter().next()) {
        (Some(last), Some(next)) => last + 1 == next,
        _ => match (first.end(), second.start()) {
            (Some(end), Some(start)) => end <= start && start.0 - end.0 <= LONGEST_BREAK,
            _ => false,
        },
    }
}
