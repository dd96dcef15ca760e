//! Schools to try things on: the hand-made sample, and made-up ones of three sizes.
//!
//! Bytes of a school folder, nothing else; a seed gives the same folder everywhere.

mod people;
mod random;
mod sample;
mod schedule;
mod subjects;
mod tables;
mod teaching;

use crate::input::InputFile;

use people::People;
use random::Random;
use schedule::schedule;
use teaching::Teaching;

pub use sample::sample;

/// How large a made-up school is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Size {
    /// 12 staff, 20 sittings.
    Small,
    /// 60 staff, 150 sittings.
    School,
    /// 180 staff, 700 sittings.
    Large,
    /// Seven grades of so many classes, 26 at most, each with five sittings; staffed as the large one, which has 20.
    Streams(usize),
}

/// What makes up a size.
struct Plan {
    /// Grades, one after the other from 5.
    grades: usize,
    /// Classes of each grade.
    streams: usize,
    /// Subjects each class writes.
    works: usize,
    teachers: usize,
    /// Deputies and advisers: they teach nothing and can check.
    advisers: usize,
    /// Psychologists, librarians …: they teach nothing and can assist.
    support: usize,
    /// Checker places of a sitting.
    checkers: usize,
}

impl Size {
    fn plan(self) -> Plan {
        match self {
            Size::Small => Plan {
                grades: 5,
                streams: 1,
                works: 4,
                teachers: 8,
                advisers: 2,
                support: 2,
                checkers: 1,
            },
            Size::School => Plan {
                grades: 6,
                streams: 5,
                works: 5,
                teachers: 48,
                advisers: 4,
                support: 8,
                checkers: 2,
            },
            Size::Large => Size::Streams(20).plan(),
            Size::Streams(streams) => {
                let streams = streams.clamp(1, 26);
                Plan {
                    grades: 7,
                    streams,
                    works: 5,
                    teachers: (15 * streams / 2).max(12),
                    advisers: (3 * streams / 5).max(2),
                    support: (9 * streams / 10).max(2),
                    checkers: 2,
                }
            }
        }
    }
}

/// A class of a made-up school.
struct Class {
    grade: usize,
    name: String,
    pupils: usize,
}

/// A made-up school folder: staff, subjects, classes, load, timetable, parents, absences, bells, schedule.
pub fn made_up(size: Size, seed: u64) -> Vec<InputFile> {
    let plan = size.plan();
    let mut random = Random::new(seed);
    let classes = classes(&plan, &mut random);
    let people = People::draw(&plan, &classes, &mut random);
    let teaching = Teaching::assign(&people, &classes, &mut random);
    let sittings = schedule(&plan, &classes, &mut random);
    tables::write(&tables::School {
        plan: &plan,
        classes: &classes,
        people: &people,
        teaching: &teaching,
        sittings: &sittings,
    })
}

fn classes(plan: &Plan, random: &mut Random) -> Vec<Class> {
    let grades = (0..plan.grades).map(|grade| grade + 5);
    grades
        .flat_map(|grade| (0..plan.streams).map(move |stream| (grade, stream)))
        .map(|(grade, stream)| Class {
            grade,
            name: format!("{grade}{}", char::from(b'A' + stream as u8)),
            pupils: 18 + random.below(13),
        })
        .collect()
}

#[cfg(test)]
mod tests;
