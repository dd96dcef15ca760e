//! When the classes of a made-up school write what.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::random::Random;
use super::subjects::{DEPARTMENTS, Subject, Work};
use super::{Class, Plan};

/// A class writes a subject.
pub struct Sitting {
    pub date: NaiveDate,
    /// Lesson numbers as they stand in the file (`2` or `2-3`).
    pub lesson: String,
    /// Position of the class.
    pub class: usize,
    pub subject: &'static Subject,
    pub proctors: usize,
    pub assistants: usize,
}

/// All classes of a grade write a subject at one time; a grade writes once a day, with three days between.
pub fn schedule(plan: &Plan, classes: &[Class], random: &mut Random) -> Vec<Sitting> {
    let days = school_days();
    let mut sittings = Vec::new();
    for grade in (0..plan.grades).map(|grade| grade + 5) {
        for (turn, subject) in works(plan, grade, random).into_iter().enumerate() {
            let date = days[(turn * 4 + grade % 4).min(days.len() - 1)];
            let first = 2 + grade % 3;
            let lesson = match subject.work {
                Work::Always => format!("{first}-{}", first + 1),
                Work::Drawn | Work::Never => first.to_string(),
            };
            for (class, _) in classes
                .iter()
                .enumerate()
                .filter(|(_, class)| class.grade == grade)
            {
                sittings.push(Sitting {
                    date,
                    lesson: lesson.clone(),
                    class,
                    subject,
                    proctors: 1 + usize::from(random.once_in(6)),
                    assistants: usize::from(random.once_in(12)),
                });
            }
        }
    }
    sittings.sort_by_key(|sitting| (sitting.date, sitting.class));
    sittings
}

/// What a grade writes: the subjects that all write, and some that it draws.
fn works(plan: &Plan, grade: usize, random: &mut Random) -> Vec<&'static Subject> {
    let of = |work: Work| {
        let subjects = DEPARTMENTS.iter().flat_map(|department| department.iter());
        subjects.filter(move |subject| subject.work == work && grade >= subject.from_grade)
    };
    let mut drawn: Vec<_> = of(Work::Drawn).collect();
    random.shuffle(&mut drawn);
    let mut works: Vec<_> = of(Work::Always).chain(drawn).take(plan.works).collect();
    random.shuffle(&mut works);
    works
}

/// Working days of the spring window, 20.04–20.05.2026.
fn school_days() -> Vec<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(2026, 4, 20).expect("a day of the calendar");
    let is_school_day = |date: &NaiveDate| {
        let is_weekend = matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
        let is_holiday = matches!((date.month(), date.day()), (5, 1 | 11));
        !is_weekend && !is_holiday
    };
    (0..31)
        .map(|day| first + Days::new(day))
        .filter(is_school_day)
        .collect()
}
