//! Small schools made at random, as files, and what holds of them by the contract's words alone.

use recuse::domain::Lang;
use recuse::input::{InputFile, ReadOptions};
use recuse::plan::Step;
use recuse::service::{PlanRequest, Planned, plan};

/// A small generator of its own: splitmix64.
pub struct Dice(pub u64);

impl Dice {
    pub fn next(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % sides as u64) as usize
    }
    pub fn chance(&mut self, percent: usize) -> bool {
        self.next(100) < percent
    }
}

pub const CLASSES: [&str; 3] = ["5A", "5B", "6A"];
pub const SUBJECTS: [&str; 2] = ["Maths", "History"];
pub const PEOPLE: [&str; 5] = ["Ash", "Birch", "Cedar", "Dogwood", "Elm"];
/// Monday and Tuesday.
pub const DATES: [&str; 2] = ["2026-04-20", "2026-04-21"];
pub const DAYS: [&str; 2] = ["monday", "tuesday"];

/// (day, lesson, class, subject, person, room).
#[derive(Clone, Copy)]
pub struct Lesson {
    pub day: usize,
    pub hour: usize,
    pub class: usize,
    pub subject: usize,
    pub person: usize,
    pub room: usize,
}

#[derive(Clone, Copy)]
pub struct Sitting {
    pub day: usize,
    pub hours: (usize, usize),
    pub class: usize,
    pub subject: usize,
    pub proctor: usize,
    pub checker: usize,
    pub room: Option<usize>,
}

#[derive(Clone, Copy)]
pub struct Room {
    pub seats: usize,
    pub camera: bool,
}

/// A school as it was made up.
pub struct Made {
    pub lessons: Vec<Lesson>,
    pub sittings: Vec<Sitting>,
    pub rooms: Vec<Room>,
    pub own: [Option<usize>; 3],
    pub history: [usize; 5],
    pub may: [bool; 5],
    pub listed: [Vec<usize>; 5],
    /// Person, day, hour; no hour: all day.
    pub absences: Vec<(usize, usize, Option<usize>)>,
    pub most: usize,
    pub cameras: bool,
    pub minutes: usize,
    /// Sittings whose checkers are not in the roster.
    pub unchecked: Vec<usize>,
}

pub fn made(seed: u64) -> Made {
    let mut dice = Dice(seed);
    let rooms = (0..2 + dice.next(3)).map(|_| Room {
        seats: 20 + 5 * dice.next(3),
        camera: dice.chance(40),
    });
    let rooms: Vec<Room> = rooms.collect();
    let mut lessons = Vec::new();
    for day in 0..2 {
        for hour in 1..=3 {
            for person in 0..5 {
                // A class has one lesson at a time, and so has a room.
                let (class, room) = (dice.next(3), dice.next(rooms.len()));
                let is_free = !lessons.iter().any(|it: &Lesson| {
                    (it.day, it.hour) == (day, hour) && (it.class == class || it.room == room)
                });
                if dice.chance(45) && is_free {
                    lessons.push(Lesson {
                        day,
                        hour,
                        class,
                        subject: dice.next(2),
                        person,
                        room,
                    });
                }
            }
        }
    }
    let mut sittings: Vec<Sitting> = Vec::new();
    for _ in 0..=dice.next(3) {
        let (day, first, class) = (dice.next(2), 1 + dice.next(3), dice.next(3));
        let hours = (first, (first + usize::from(dice.chance(30))).min(3));
        let subject = dice.next(2);
        let meets = |it: &Sitting| it.day == day && it.hours.0 <= hours.1 && hours.0 <= it.hours.1;
        let clash = |it: &Sitting| it.class == class && (meets(it) || it.subject == subject);
        if sittings.iter().any(clash) {
            continue;
        }
        let free: Vec<usize> = (0..5)
            .filter(|&person| !sittings.iter().any(|it| meets(it) && it.proctor == person))
            .collect();
        sittings.push(Sitting {
            day,
            hours,
            class,
            subject,
            proctor: free[dice.next(free.len())],
            checker: dice.next(5),
            room: dice.chance(15).then(|| dice.next(rooms.len())),
        });
    }
    let own = std::array::from_fn(|_| dice.chance(70).then(|| dice.next(rooms.len())));
    let absences = (0..dice.next(3)).map(|_| {
        let hour = dice.chance(60).then(|| 1 + dice.next(4));
        (dice.next(5), dice.next(2), hour)
    });
    let absences: Vec<_> = absences.collect();
    Made {
        absences,
        history: std::array::from_fn(|_| dice.next(3)),
        may: std::array::from_fn(|_| dice.chance(80)),
        listed: std::array::from_fn(|_| (0..2).filter(|_| dice.chance(30)).collect()),
        most: 1 + dice.next(2),
        cameras: dice.chance(70),
        minutes: 20,
        unchecked: Vec::new(),
        lessons,
        sittings,
        rooms,
        own,
    }
}

pub const PUPILS: [usize; 3] = [20, 25, 30];

impl Made {
    pub fn files(&self) -> Vec<InputFile> {
        let mut staff = "person,subjects,roles\n".to_owned();
        for (person, name) in PEOPLE.iter().enumerate() {
            let subjects: Vec<&str> = self.listed[person].iter().map(|&it| SUBJECTS[it]).collect();
            let more = if self.may[person] { ",substitute" } else { "" };
            staff += &format!(
                "{name},\"{}\",\"proctor,checker{more}\"\n",
                subjects.join(",")
            );
        }
        let mut classes = "class,pupils,room\n".to_owned();
        for (class, name) in CLASSES.iter().enumerate() {
            let own = self.own[class].map_or_else(String::new, |room| format!("R{room}"));
            classes += &format!("{name},{},{own}\n", PUPILS[class]);
        }
        let mut timetable = "weekday,lesson,class,subject,person,room\n".to_owned();
        for it in &self.lessons {
            timetable += &format!(
                "{},{},{},{},{},R{}\n",
                DAYS[it.day],
                it.hour,
                CLASSES[it.class],
                SUBJECTS[it.subject],
                PEOPLE[it.person],
                it.room
            );
        }
        let mut schedule = "date,lesson,class,subject,room,observers\n".to_owned();
        for it in &self.sittings {
            let room = it.room.map_or_else(String::new, |room| format!("R{room}"));
            schedule += &format!(
                "{},{}-{},{},{},{room},0\n",
                DATES[it.day], it.hours.0, it.hours.1, CLASSES[it.class], SUBJECTS[it.subject]
            );
        }
        let mut rooms = "room,seats,camera\n".to_owned();
        for (at, room) in self.rooms.iter().enumerate() {
            let camera = if room.camera { "recording" } else { "no" };
            rooms += &format!("R{at},{},{camera}\n", room.seats);
        }
        let mut history = "person,role,load\n".to_owned();
        for (name, load) in PEOPLE.iter().zip(self.history) {
            history += &format!("{name},substitute,{load}\n");
        }
        let mut absences = "person,from,to,lessons\n".to_owned();
        for &(person, day, hour) in &self.absences {
            let hour = hour.map_or_else(String::new, |hour| hour.to_string());
            absences += &format!("{},{},{},{hour}\n", PEOPLE[person], DATES[day], DATES[day]);
        }
        let cameras = if self.cameras { "wanted" } else { "ignore" };
        let policy = format!(
            "[rooms]\ncameras = \"{cameras}\"\n[substitutes]\nmost_a_day = {}\n[checking]\ndays = 1\n[meetings]\nminutes = {}\nlessons = \"2-4\"\n",
            self.most, self.minutes
        );
        let file = |name: &str, text: String| InputFile {
            name: name.to_owned(),
            bytes: text.into_bytes(),
        };
        let mut files = vec![
            file("staff.csv", staff),
            file("classes.csv", classes),
            file("parents.csv", "parent,class\n".to_owned()),
            file("schedule.csv", schedule),
            file("rooms.csv", rooms),
            file("history.csv", history),
            file("policy.toml", policy),
        ];
        if !self.lessons.is_empty() {
            files.push(file("timetable.csv", timetable));
        }
        if !self.absences.is_empty() {
            files.push(file("absences.csv", absences));
        }
        files
    }

    pub fn roster(&self) -> InputFile {
        let mut text = "date,lesson,class,subject,role,person\n".to_owned();
        for (at, it) in self.sittings.iter().enumerate() {
            for (role, person) in [("proctor", it.proctor), ("checker", it.checker)] {
                if role == "checker" && self.unchecked.contains(&at) {
                    continue;
                }
                text += &format!(
                    "{},{}-{},{},{},{role},{}\n",
                    DATES[it.day],
                    it.hours.0,
                    it.hours.1,
                    CLASSES[it.class],
                    SUBJECTS[it.subject],
                    PEOPLE[person]
                );
            }
        }
        InputFile {
            name: "roster.csv".to_owned(),
            bytes: text.into_bytes(),
        }
    }

    pub fn planned(&self, step: Step) -> Planned {
        let files = self.files();
        let planned = plan(&PlanRequest {
            files: &files,
            roster: &self.roster(),
            read: ReadOptions::default(),
            steps: &[step],
            tables_lang: None,
            lang: Lang::En,
            stop: &|| false,
        });
        planned.unwrap_or_else(|error| panic!("{error:?}\n{}", self.shown()))
    }

    pub fn shown(&self) -> String {
        let files = self.files().into_iter().chain([self.roster()]);
        let texts = files.map(|it| format!("{}\n{}", it.name, String::from_utf8_lossy(&it.bytes)));
        texts.collect::<Vec<_>>().join("\n")
    }

    pub fn writes(&self, class: usize, day: usize, hour: usize) -> bool {
        let mut all = self.sittings.iter();
        all.any(|it| {
            it.class == class && it.day == day && (it.hours.0..=it.hours.1).contains(&hour)
        })
    }

    pub fn on_duty(&self, person: usize, day: usize, hour: usize) -> bool {
        let mut all = self.sittings.iter();
        all.any(|it| {
            it.proctor == person && it.day == day && (it.hours.0..=it.hours.1).contains(&hour)
        })
    }

    pub fn is_away(&self, person: usize, day: usize, hour: usize) -> bool {
        let mut all = self.absences.iter();
        all.any(|it| (it.0, it.1) == (person, day) && it.2.is_none_or(|it| it == hour))
    }

    /// The person's lesson then, and whether it takes place.
    pub fn lesson(&self, person: usize, day: usize, hour: usize) -> Option<bool> {
        let mut all = self.lessons.iter();
        let lesson = all.find(|it| (it.person, it.day, it.hour) == (person, day, hour))?;
        Some(!self.writes(lesson.class, day, hour))
    }
}
