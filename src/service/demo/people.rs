//! Who works at a made-up school, and whose parents observe.

use std::collections::BTreeSet;

use super::random::Random;
use super::subjects::{DEPARTMENTS, hours_of};
use super::{Class, Plan};

const GIVEN: [&str; 32] = [
    "Ada", "Anna", "Boris", "Clara", "Daniel", "Dora", "Edgar", "Elena", "Felix", "Greta", "Hanna",
    "Igor", "Irene", "Jacob", "Julia", "Karl", "Laura", "Leon", "Maria", "Martin", "Nadia", "Nora",
    "Oscar", "Paula", "Peter", "Rosa", "Simon", "Sofia", "Tamara", "Victor", "Vera", "Walter",
];
const FAMILY: [&str; 40] = [
    "Abbott", "Adler", "Baker", "Barnes", "Bishop", "Brandt", "Carver", "Castle", "Cooper", "Dale",
    "Draper", "Ellis", "Farmer", "Fisher", "Fletcher", "Forest", "Gardner", "Glover", "Harper",
    "Hill", "Hunter", "Keller", "Lake", "Lambert", "Marsh", "Mason", "Miller", "Norton", "Page",
    "Palmer", "Porter", "Reed", "Sawyer", "Shepherd", "Stone", "Tanner", "Turner", "Vale",
    "Weaver", "Wood",
];

/// A teacher, an adviser, or one of the support staff.
pub struct Member {
    pub name: String,
    pub job: Job,
    /// Most time-bound duties on one day.
    pub max_per_day: usize,
    /// Away for two days of the procedure.
    pub is_absent: bool,
}

/// What a member of staff does.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Job {
    /// Teaches the subjects of a department.
    Teacher {
        /// The department.
        department: usize,
    },
    /// Teaches nothing, can check the works of some departments.
    Adviser {
        /// First of them; every department `first + k × advisers` is covered.
        first: usize,
        /// Number of advisers.
        advisers: usize,
    },
    /// Teaches nothing, can proctor and assist.
    Support,
}

/// A parent of a child in a class.
pub struct Parent {
    pub name: String,
    /// Position of the child's class.
    pub class: usize,
}

/// Everybody.
pub struct People {
    pub staff: Vec<Member>,
    pub parents: Vec<Parent>,
}

impl People {
    /// Staff as the plan says, three parents of each class, and a child of every twelfth teacher somewhere.
    pub fn draw(plan: &Plan, classes: &[Class], random: &mut Random) -> Self {
        let mut names = Names::default();
        let jobs = jobs(plan);
        let staff: Vec<Member> = jobs
            .into_iter()
            .map(|job| Member {
                name: names.draw(random),
                job,
                max_per_day: if matches!(job, Job::Support) { 3 } else { 2 },
                is_absent: random.once_in(20),
            })
            .collect();
        let mut parents = Vec::new();
        for class in 0..classes.len() {
            for _ in 0..3 {
                parents.push(Parent {
                    name: names.draw(random),
                    class,
                });
            }
        }
        for teacher in staff.iter().step_by(12) {
            parents.push(Parent {
                name: teacher.name.clone(),
                class: random.below(classes.len()),
            });
        }
        Self { staff, parents }
    }
}

fn jobs(plan: &Plan) -> Vec<Job> {
    let advisers = (0..plan.advisers).map(|first| Job::Adviser {
        first: first % DEPARTMENTS.len(),
        advisers: plan.advisers.min(DEPARTMENTS.len()),
    });
    let support = (0..plan.support).map(|_| Job::Support);
    teachers(plan.teachers)
        .chain(advisers)
        .chain(support)
        .collect()
}

/// Teachers of each department by its share of the hours, at least one each.
fn teachers(count: usize) -> impl Iterator<Item = Job> {
    let all: usize = (0..DEPARTMENTS.len()).map(hours_of).sum();
    let mut left = count - DEPARTMENTS.len();
    let mut heads = [1; DEPARTMENTS.len()];
    let to_share = left;
    for (department, heads) in heads.iter_mut().enumerate() {
        let share = (to_share * hours_of(department) / all).min(left);
        *heads += share;
        left -= share;
    }
    // What rounding left over goes to the largest department, the first.
    heads[0] += left;
    heads
        .into_iter()
        .enumerate()
        .flat_map(|(department, heads)| std::iter::repeat_n(Job::Teacher { department }, heads))
}

/// Names, each given once.
#[derive(Default)]
struct Names(BTreeSet<String>);

impl Names {
    fn draw(&mut self, random: &mut Random) -> String {
        loop {
            let given = GIVEN[random.below(GIVEN.len())];
            let middle = char::from(b'A' + random.below(26) as u8);
            let family = FAMILY[random.below(FAMILY.len())];
            let name = format!("{given} {middle} {family}");
            if self.0.insert(name.clone()) {
                return name;
            }
        }
    }
}
