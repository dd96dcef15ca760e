//! Hard made-up schools: as many seats at one moment as half of the staff, sittings of one and two lessons that overlap,
//! limits of a day and in all, people away, a timetable from which lessons are lost, works of many sizes.

use std::fmt::Write as _;

use recuse::input::InputFile;

const SUBJECTS: [&str; 12] = [
    "Russian",
    "Mathematics",
    "History",
    "Biology",
    "Geography",
    "Physics",
    "Chemistry",
    "English",
    "Literature",
    "Informatics",
    "Music",
    "Art",
];
const WEEKDAYS: [&str; 5] = ["Mon", "Tue", "Wed", "Thu", "Fri"];
/// Subjects that each class writes.
const WORKS: usize = 4;
/// Lessons of a day in the timetable.
const LESSONS: usize = 7;

/// `SplitMix64` (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014).
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % end as u64) as usize
    }

    /// So many times in a hundred.
    fn happens(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }
}

/// Tables under way.
struct Tables(Vec<(&'static str, String)>);

impl Tables {
    fn add(&mut self, name: &'static str, head: &str, rows: &[String]) {
        let mut text = format!("{head}\n");
        for row in rows {
            // Writing to a string does not fail.
            let _ = writeln!(text, "{row}");
        }
        self.0.push((name, text));
    }
}

/// A school of so many teachers.
pub fn hard(staff: usize, seed: u64) -> Vec<InputFile> {
    let mut random = Random(seed);
    let days = dates(4 + staff / 20);
    let classes: Vec<String> = (0..staff * 9 / 10).map(class).collect();
    let mut tables = Tables(Vec::new());
    let rows = |names: &[String], cells: &mut dyn FnMut(usize) -> String| -> Vec<String> {
        let rows = names.iter().enumerate();
        rows.map(|(at, name)| format!("{name},{}", cells(at)))
            .collect()
    };
    let people: Vec<String> = (0..staff).map(|at| format!("Teacher {at:03}")).collect();
    let subjects: Vec<&str> = (0..staff).map(|at| SUBJECTS[at % SUBJECTS.len()]).collect();
    let staff_rows = rows(&people, &mut |at| {
        let limited = random.happens(60);
        let of_day = if limited {
            *random.one(&["1", "2", "2", "3"])
        } else {
            ""
        };
        let limited = random.happens(25);
        let in_all = if limited {
            *random.one(&["6", "8", "10", "12"])
        } else {
            ""
        };
        format!("teacher,{},{of_day},{in_all}", subjects[at])
    });
    tables.add(
        "staff.csv",
        "person,position,subjects,max_per_day,max_total",
        &staff_rows,
    );
    let sizes = rows(&classes, &mut |_| (20 + random.below(11)).to_string());
    tables.add("classes.csv", "class,pupils", &sizes);
    let (load, timetable) = timetable((&people, &subjects), &classes, &mut random);
    tables.add("load.csv", "person,subject,class,hours", &load);
    tables.add(
        "timetable.csv",
        "weekday,lesson,class,subject,person",
        &timetable,
    );
    let head = "date,lesson,class,subject,proctors,checkers,observers,assistants";
    tables.add(
        "schedule.csv",
        head,
        &schedule(&classes, &days, &mut random),
    );
    let parents = classes
        .iter()
        .flat_map(|class| (1..=4).map(move |at| format!("Parent {class} {at},{class}")));
    tables.add("parents.csv", "parent,class", &parents.collect::<Vec<_>>());
    let mut absences = Vec::new();
    for person in &people {
        if random.happens(15) {
            let day = random.one(&days);
            let lessons = *random.one(&["", "", "\"2,3\"", "\"4,5\""]);
            absences.push(format!("{person},{day},{day},{lessons}"));
        }
    }
    tables.add("absences.csv", "person,from,to,lessons", &absences);
    let files = tables.0.into_iter().map(|(name, text)| InputFile {
        name: name.to_owned(),
        bytes: text.into_bytes(),
    });
    files.collect()
}

/// Working days from a Monday on.
fn dates(count: usize) -> Vec<String> {
    let day = |at: usize| 1 + 7 * (at / 5) + at % 5;
    // June 2026 begins on a Monday.
    (0..count)
        .map(|at| format!("2026-06-{:02}", day(at)))
        .collect()
}

fn class(at: usize) -> String {
    format!("{}{}", 5 + at % 7, char::from(b'A' + (at / 7) as u8))
}

/// Who teaches whom, two hours a week each, at the first free lessons of both.
fn timetable(
    (people, subjects): (&[String], &[&str]),
    classes: &[String],
    random: &mut Random,
) -> (Vec<String>, Vec<String>) {
    let slots = WEEKDAYS.len() * LESSONS;
    let mut busy = vec![vec![false; slots]; people.len()];
    let (mut load, mut lessons) = (Vec::new(), Vec::new());
    for class in classes {
        let mut full = vec![false; slots];
        for subject in SUBJECTS {
            let of_subject: Vec<usize> = (0..people.len())
                .filter(|&at| subjects[at] == subject)
                .collect();
            if of_subject.is_empty() || random.happens(25) {
                continue;
            }
            let person = *random.one(&of_subject);
            let mut hours = 0;
            let first = random.below(slots);
            for slot in (first..first + slots).map(|slot| slot % slots) {
                if hours < 2 && !busy[person][slot] && !full[slot] {
                    (busy[person][slot], full[slot]) = (true, true);
                    hours += 1;
                    let (weekday, lesson) = (WEEKDAYS[slot / LESSONS], slot % LESSONS + 1);
                    lessons.push(format!(
                        "{weekday},{lesson},{class},{subject},{}",
                        people[person]
                    ));
                }
            }
            if hours > 0 {
                load.push(format!("{},{subject},{class},{hours}", people[person]));
            }
        }
    }
    (load, lessons)
}

/// Sittings of one and two lessons between the second and the fifth.
fn schedule(classes: &[String], days: &[String], random: &mut Random) -> Vec<String> {
    let mut rows = Vec::new();
    for class in classes {
        let first = random.below(SUBJECTS.len());
        for work in 0..WORKS {
            let day = &days[(random.below(days.len()) + work) % days.len()];
            let subject = SUBJECTS[(first + 3 * work) % SUBJECTS.len()];
            let lesson = 2 + random.below(3);
            let span = if random.happens(40) {
                format!("{lesson}-{}", lesson + 1)
            } else {
                lesson.to_string()
            };
            let is_free = |row: &String| {
                !row.starts_with(&format!("{day},")) || !row.contains(&format!(",{class},"))
            };
            if !rows.iter().all(is_free) {
                continue;
            }
            let seats = |percent, random: &mut Random| usize::from(random.happens(percent));
            let (proctors, checkers) = (1 + seats(50, random), 1 + seats(30, random));
            let (observers, assistants) = (seats(80, random), seats(5, random));
            rows.push(format!(
                "{day},{span},{class},{subject},{proctors},{checkers},{observers},{assistants}"
            ));
        }
    }
    rows
}
