//! Who teaches what where in a made-up school, and its ordinary week.

use super::Class;
use super::people::{Job, People};
use super::random::Random;
use super::subjects::{DEPARTMENTS, Subject};

/// Days of the week and lessons of a day.
const DAYS: usize = 5;
const LESSONS: usize = 7;

/// A teacher teaches a subject in a class.
pub struct Load {
    /// Position in the staff.
    pub teacher: usize,
    pub subject: &'static Subject,
    /// Position of the class.
    pub class: usize,
}

/// A lesson of the week.
pub struct Lesson {
    /// 0 = Monday.
    pub day: usize,
    /// From 1.
    pub number: usize,
    /// Position in [`Teaching::loads`].
    pub load: usize,
}

/// The loads, the week, and who leads each class.
pub struct Teaching {
    pub loads: Vec<Load>,
    pub lessons: Vec<Lesson>,
    /// Position in the staff of each class's teacher.
    pub homerooms: Vec<usize>,
}

impl Teaching {
    /// Each department's teachers share the classes in turn; a teacher keeps a class in all subjects of the department.
    pub fn assign(people: &People, classes: &[Class], random: &mut Random) -> Self {
        let mut loads = Vec::new();
        for (department, subjects) in DEPARTMENTS.iter().enumerate() {
            let mut teachers: Vec<usize> = (0..people.staff.len())
                .filter(|&member| people.staff[member].job == Job::Teacher { department })
                .collect();
            random.shuffle(&mut teachers);
            for (position, class) in classes.iter().enumerate() {
                let taught = subjects
                    .iter()
                    .filter(|subject| class.grade >= subject.from_grade);
                loads.extend(taught.map(|subject| Load {
                    teacher: teachers[position % teachers.len()],
                    subject,
                    class: position,
                }));
            }
        }
        let lessons = week(&loads, people.staff.len(), classes.len(), random);
        let homerooms = homerooms(&loads, classes.len());
        Self {
            loads,
            lessons,
            homerooms,
        }
    }
}

/// A class is led by one of its teachers, nobody leading two as long as there is a choice.
fn homerooms(loads: &[Load], classes: usize) -> Vec<usize> {
    let mut homerooms: Vec<usize> = Vec::new();
    for class in 0..classes {
        let teachers = || {
            loads
                .iter()
                .filter(|load| load.class == class)
                .map(|load| load.teacher)
        };
        let free = teachers().find(|teacher| !homerooms.contains(teacher));
        homerooms.extend(free.or_else(|| teachers().next()));
    }
    homerooms
}

/// Every lesson at a time when class and teacher are free; one for which no such time is left is not held.
fn week(loads: &[Load], staff: usize, classes: usize, random: &mut Random) -> Vec<Lesson> {
    let mut times: Vec<(usize, usize)> = (0..DAYS)
        .flat_map(|day| (1..=LESSONS).map(move |lesson| (day, lesson)))
        .collect();
    let slot = |(day, lesson): (usize, usize)| day * LESSONS + lesson - 1;
    let mut teacher_busy = vec![[false; DAYS * LESSONS]; staff];
    let mut class_busy = vec![[false; DAYS * LESSONS]; classes];
    let mut lessons = Vec::new();
    for (position, load) in loads.iter().enumerate() {
        random.shuffle(&mut times);
        let is_free = |&&time: &&(usize, usize)| {
            !teacher_busy[load.teacher][slot(time)] && !class_busy[load.class][slot(time)]
        };
        let free: Vec<_> = times
            .iter()
            .filter(is_free)
            .take(load.subject.hours)
            .copied()
            .collect();
        for time in free {
            teacher_busy[load.teacher][slot(time)] = true;
            class_busy[load.class][slot(time)] = true;
            lessons.push(Lesson {
                day: time.0,
                number: time.1,
                load: position,
            });
        }
    }
    lessons.sort_by_key(|lesson| (lesson.day, lesson.number, loads[lesson.load].class));
    lessons
}
