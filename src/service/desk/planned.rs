//! A schedule out of days, classes and subjects: each class writes each subject once, all classes of a grade a subject on the same
//! day, and days are as even as they can be.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;

use crate::domain::Date;

use super::books::Books;

/// What is to be laid out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScheduleOrder {
    /// Days on which there may be sittings.
    pub days: Vec<Date>,
    /// Names of classes.
    pub classes: Vec<String>,
    /// Names of subjects.
    pub subjects: Vec<String>,
    /// The first lesson that may be used, and the last.
    pub lessons: (u32, u32),
    /// Lessons of one sitting.
    pub length: u32,
    /// Most sittings of one class on one day.
    pub most_a_day: u32,
}

/// A row of the schedule to be.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct PlannedSitting {
    /// The day.
    pub date: Date,
    /// `2`, or `2-3`.
    pub lesson: String,
    /// The class.
    pub class: String,
    /// The subject.
    pub subject: String,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Spread {
    /// By day, lesson, class.
    pub sittings: Vec<PlannedSitting>,
    /// Classes and subjects for which no day was left.
    pub left: Vec<(String, String)>,
}

/// Day, class and subject of the sittings that the schedule has.
pub type Known = Vec<(Date, String, String)>;

/// The sittings that the lists have, as far as they can be used.
pub fn known_sittings(books: &Books) -> Known {
    let Some(facts) = &books.facts else {
        return Known::new();
    };
    let school = &facts.school;
    let sittings = school.sittings.iter().map(|sitting| {
        let class = &school.class(sitting.class).name;
        let subject = &school.subject(sitting.subject).name;
        (sitting.date, class.clone(), subject.clone())
    });
    sittings.collect()
}

/// Lays it out. What a class writes already is not laid out again.
pub fn spread(order: &ScheduleOrder, known: &Known) -> Spread {
    let days: BTreeSet<Date> = order.days.iter().copied().collect();
    let days: Vec<Date> = days.into_iter().collect();
    let mut layout = Layout {
        order,
        days: &days,
        of_class: BTreeMap::new(),
        on_day: BTreeMap::new(),
        in_lesson: BTreeMap::new(),
        spread: Spread::default(),
    };
    for (date, class, _) in known {
        *layout.of_class.entry((class.clone(), *date)).or_default() += 1;
        *layout.on_day.entry(*date).or_default() += 1;
    }
    let is_known = |class: &str, subject: &str| {
        let mut known = known.iter();
        known.any(|(_, of, what)| of == class && what == subject)
    };
    for subject in &order.subjects {
        for classes in by_grade(&order.classes).values() {
            let classes = classes.iter().copied();
            let new: Vec<&str> = classes.filter(|class| !is_known(class, subject)).collect();
            if !new.is_empty() {
                layout.place(&new, subject);
            }
        }
    }
    let mut spread = layout.spread;
    let key = |it: &PlannedSitting| (it.date, it.lesson.len(), it.clone());
    spread.sittings.sort_by_key(key);
    spread
}

/// Classes by the number that their names begin with.
fn by_grade(classes: &[String]) -> BTreeMap<u32, Vec<&str>> {
    let mut grades: BTreeMap<u32, Vec<&str>> = BTreeMap::new();
    for class in classes {
        let digits: String = class.chars().take_while(char::is_ascii_digit).collect();
        let grade = grades
            .entry(digits.parse().unwrap_or_default())
            .or_default();
        if !grade.contains(&class.as_str()) {
            grade.push(class);
        }
    }
    grades
}

struct Layout<'a> {
    order: &'a ScheduleOrder,
    days: &'a [Date],
    /// Sittings of a class on a day.
    of_class: BTreeMap<(String, Date), u32>,
    /// Sittings on a day.
    on_day: BTreeMap<Date, u32>,
    /// Sittings on a day that begin in a lesson.
    in_lesson: BTreeMap<(Date, u32), u32>,
    spread: Spread,
}

impl Layout<'_> {
    /// The classes of a grade write the subject: on one day where one has room for all of them, else each on its own.
    fn place(&mut self, classes: &[&str], subject: &str) {
        if let Some(day) = self.best_day(classes) {
            self.put(classes, subject, day);
            return;
        }
        for &class in classes {
            match self.best_day(&[class]) {
                Some(day) => self.put(&[class], subject, day),
                None => self
                    .spread
                    .left
                    .push((class.to_owned(), subject.to_owned())),
            }
        }
    }

    /// The day with fewest sittings on which none of the classes has as many as it may; of equals the one farthest from what they
    /// write otherwise, then the first.
    fn best_day(&self, classes: &[&str]) -> Option<Date> {
        let written = |class: &str, day: Date| {
            let count = self.of_class.get(&(class.to_owned(), day));
            count.copied().unwrap_or_default()
        };
        let has_room = |&day: &Date| {
            let mut classes = classes.iter();
            classes.all(|class| written(class, day) < self.order.most_a_day)
        };
        let nearest = |day: Date| {
            let others = self.days.iter().filter(|&&other| {
                let mut classes = classes.iter();
                classes.any(|class| written(class, other) > 0)
            });
            let apart =
                others.map(|other| (other.num_days_from_ce() - day.num_days_from_ce()).abs());
            apart.min().unwrap_or(i32::MAX)
        };
        let open = self.days.iter().copied().filter(has_room);
        open.min_by_key(|&day| {
            let count = self.on_day.get(&day).copied().unwrap_or_default();
            (count, std::cmp::Reverse(nearest(day)), day)
        })
    }

    /// All of them write in one lesson: the one in which fewest write that day.
    fn put(&mut self, classes: &[&str], subject: &str, date: Date) {
        let (first, last) = self.order.lessons;
        let last = last.saturating_sub(self.order.length - 1).max(first);
        let busy = |lesson: u32| {
            self.in_lesson
                .get(&(date, lesson))
                .copied()
                .unwrap_or_default()
        };
        let taken = |lesson: u32| {
            let sittings = self.spread.sittings.iter().filter(|it| it.date == date);
            let mut own = sittings.filter(|it| classes.contains(&it.class.as_str()));
            own.any(|it| it.lesson == lessons(lesson, self.order.length))
        };
        let best = (first..=last).min_by_key(|&lesson| (taken(lesson), busy(lesson), lesson));
        let lesson = best.unwrap_or(first);
        for &class in classes {
            *self.of_class.entry((class.to_owned(), date)).or_default() += 1;
            *self.on_day.entry(date).or_default() += 1;
            *self.in_lesson.entry((date, lesson)).or_default() += 1;
            self.spread.sittings.push(PlannedSitting {
                date,
                lesson: lessons(lesson, self.order.length),
                class: class.to_owned(),
                subject: subject.to_owned(),
            });
        }
    }
}

/// `2`, or `2-3`.
fn lessons(first: u32, length: u32) -> String {
    match length {
        0 | 1 => first.to_string(),
        _ => format!("{first}-{}", first + length - 1),
    }
}

#[cfg(test)]
mod tests {
    use super::{Known, ScheduleOrder, spread};
    use crate::domain::Date;

    fn day(day: u32) -> Date {
        Date::from_ymd_opt(2026, 4, day).unwrap()
    }

    fn order(days: &[u32], classes: &[&str], subjects: &[&str]) -> ScheduleOrder {
        ScheduleOrder {
            days: days.iter().map(|&it| day(it)).collect(),
            classes: classes.iter().map(|&it| it.to_owned()).collect(),
            subjects: subjects.iter().map(|&it| it.to_owned()).collect(),
            lessons: (2, 4),
            length: 1,
            most_a_day: 1,
        }
    }

    #[test]
    fn every_class_writes_every_subject_once_and_never_two_a_day() {
        let order = order(
            &[20, 21, 22, 23],
            &["4А", "4Б", "5А"],
            &["Русский", "Математика"],
        );
        let spread = spread(&order, &Known::new());
        assert_eq!((spread.sittings.len(), spread.left.len()), (6, 0));
        for class in &order.classes {
            let own = || spread.sittings.iter().filter(|it| it.class == *class);
            let mut days: Vec<Date> = own().map(|it| it.date).collect();
            days.dedup();
            assert_eq!(days.len(), 2, "{class}");
        }
        let of_four = |class: &str| {
            let mut own = spread.sittings.iter().filter(|it| it.class == class);
            own.find(|it| it.subject == "Русский").unwrap().date
        };
        assert_eq!(of_four("4А"), of_four("4Б"), "a grade writes on one day");
        let on = |date: Date| spread.sittings.iter().filter(|it| it.date == date).count();
        assert_eq!([20, 21, 22, 23].map(|it| on(day(it))), [2, 1, 1, 2]);
    }

    #[test]
    fn what_finds_no_day_is_said() {
        let order = order(&[20], &["4А"], &["Русский", "Математика"]);
        let spread = spread(&order, &Known::new());
        assert_eq!(spread.sittings.len(), 1);
        assert_eq!(spread.left, [("4А".to_owned(), "Математика".to_owned())]);
    }

    #[test]
    fn what_is_written_already_stays_and_takes_its_day() {
        let order = order(&[20, 21], &["4А"], &["Русский", "Математика"]);
        let known = vec![(day(20), "4А".to_owned(), "Русский".to_owned())];
        let spread = spread(&order, &known);
        assert_eq!(spread.sittings.len(), 1);
        assert_eq!(
            (spread.sittings[0].date, spread.sittings[0].subject.as_str()),
            (day(21), "Математика")
        );
    }

    #[test]
    fn two_lessons_end_within_the_window() {
        let mut order = order(&[20], &["4А", "5А", "6А"], &["Русский"]);
        order.length = 2;
        let spread = spread(&order, &Known::new());
        let lessons: Vec<&str> = spread
            .sittings
            .iter()
            .map(|it| it.lesson.as_str())
            .collect();
        assert_eq!(lessons, ["2-3", "2-3", "3-4"]);
    }
}
