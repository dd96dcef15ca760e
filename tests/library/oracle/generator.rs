//! Random small schools: everything a folder can say, crowded enough that every rule bites somewhere.
//!
//! The same seed makes the same school. `must` pins can be obeyed together, except that now and then one names a person
//! whom the lists bar: such a pin stays broken.

use super::bars::{TABLE, may_take};
use super::judge::{Row, Who, conflicts};
use super::rng::Rng;
use super::school::{
    AbsenceRow, ClassRow, HistoryRow, LoadRow, ParentRow, PinRow, Policy, Preset, Role, School,
    Severity, Sitting, StaffRow, SubjectRow, TieRow, TimetableRow, WaiverRow, When,
};

/// How large a school may become.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    pub staff: (usize, usize),
    pub classes: (usize, usize),
    pub sittings: (usize, usize),
    pub parents: (usize, usize),
}

impl Size {
    /// A few people and sittings: everything can be judged, most can be solved by brute force.
    pub const SMALL: Size = Size {
        staff: (3, 8),
        classes: (2, 5),
        sittings: (3, 8),
        parents: (1, 8),
    };
    /// So few that every roster can be written down.
    pub const TINY: Size = Size {
        staff: (2, 4),
        classes: (2, 3),
        sittings: (1, 3),
        parents: (1, 3),
    };
}

/// Surnames that have one form for men and women.
const SURNAMES: [&str; 6] = ["Шевченко", "Черных", "Ким", "Коваленко", "Седых", "Дюма"];
/// First names whose initials differ, so that initials name one person.
const FIRST_NAMES: [&str; 18] = [
    "Анна",
    "Вера",
    "Галина",
    "Дарья",
    "Елена",
    "Жанна",
    "Зоя",
    "Ирина",
    "Клара",
    "Лидия",
    "Мария",
    "Нина",
    "Ольга",
    "Раиса",
    "Софья",
    "Таисия",
    "Фёкла",
    "Юлия",
];
const PATRONYMICS: [&str; 4] = ["Петровна", "Ивановна", "Фёдоровна", "Олеговна"];
/// Name, short name, area.
const SUBJECTS: [(&str, &str, &str); 6] = [
    ("Математика", "мат", ""),
    ("Алгебра", "алг", "Математика"),
    ("Физика", "физ", ""),
    ("История", "ист", "Обществознание"),
    ("Английский язык", "англ", "Иностранные языки"),
    ("Биология", "био", ""),
];
const GROUPS: [&str; 2] = ["1", "2"];
const DAYS: [u32; 3] = [20, 21, 22];

/// The school of that seed.
pub fn random_school(seed: u64, size: Size) -> School {
    let rng = &mut Rng::new(seed);
    // Half of the schools have people enough to fill most places, and choice among them.
    let is_roomy = rng.chance(50);
    let mut school = School {
        people: Vec::new(),
        policy: policy(rng, is_roomy),
        subjects: subjects(rng),
        classes: Vec::new(),
        staff: Vec::new(),
        load: None,
        parents: Vec::new(),
        schedule: Vec::new(),
        bells: bells(rng),
        timetable: Vec::new(),
        absences: Vec::new(),
        pins: Vec::new(),
        ties: Vec::new(),
        waivers: Vec::new(),
        history: Vec::new(),
    };
    people(&mut school, rng, size, is_roomy);
    school.classes = classes(rng, size);
    staff(&mut school, rng, is_roomy);
    load(&mut school, rng, is_roomy);
    class_teachers(&mut school, rng);
    parents(&mut school, rng, size);
    schedule(&mut school, rng, size, is_roomy);
    timetable(&mut school, rng);
    absences(&mut school, rng);
    ties_and_waivers(&mut school, rng);
    history(&mut school, rng);
    pins(&mut school, rng);
    shares(&mut school, seed);
    school
}

/// Part-time posts in every third school, drawn apart from all else.
fn shares(school: &mut School, seed: u64) {
    let rng = &mut Rng::new(!seed);
    if !rng.chance(35) {
        return;
    }
    for row in &mut school.staff {
        row.share = *rng.pick(&[
            None,
            None,
            Some(100),
            Some(50),
            Some(25),
            Some(75),
            Some(150),
            Some(30),
        ]);
    }
}

fn policy(rng: &mut Rng, is_roomy: bool) -> Policy {
    let preset = *rng.pick(&[
        None,
        Some(Preset::Vpr),
        Some(Preset::Plan),
        Some(if is_roomy {
            Preset::Plan
        } else {
            Preset::Strict
        }),
    ]);
    let mut overrides = Vec::new();
    let count = if rng.chance(50) { rng.between(1, 5) } else { 0 };
    for (rule, _) in rng.some(&TABLE, count) {
        overrides.push((
            rule,
            *rng.pick(&[
                Severity::Allow,
                Severity::Avoid,
                Severity::Avoid,
                Severity::Forbid,
            ]),
        ));
    }
    if rng.chance(8) {
        overrides.retain(|entry| entry.0 != "checker-proctored");
        overrides.push((
            "checker-proctored",
            *rng.pick(&[Severity::Avoid, Severity::Forbid]),
        ));
    }
    let mut places = [None; 4];
    if rng.chance(20) {
        places[rng.below(4)] = Some(rng.below(3) as u32);
    }
    Policy {
        preset,
        overrides,
        places,
        primary_generalist_is_specialist: rng.chance(60),
        by_group: rng.chance(40),
        works: rng.chance(20).then(|| rng.between(10, 70) as u32),
        works_a_day: rng.chance(15).then(|| rng.between(8, 40) as u32),
        checking_days: *rng.pick(&[Some(2), Some(2), Some(0), Some(1), Some(3), None]),
    }
}

fn subjects(rng: &mut Rng) -> Vec<SubjectRow> {
    let count = *rng.pick(&[2, 3, 4, 5, 6]);
    let mut subjects = Vec::new();
    for (name, short, area) in rng.some(&SUBJECTS, count) {
        let mut places = [None; 4];
        if rng.chance(15) {
            places[rng.below(4)] = Some(rng.below(3) as u32);
        }
        subjects.push(SubjectRow {
            name: name.to_owned(),
            short: if rng.chance(50) { short } else { "" }.to_owned(),
            area: area.to_owned(),
            places,
        });
    }
    subjects
}

/// Lessons of 40 minutes with breaks of 10, in a third of the schools.
fn bells(rng: &mut Rng) -> Vec<(u32, u32, u32)> {
    if !rng.chance(33) {
        return Vec::new();
    }
    (1..=6)
        .map(|lesson| (lesson, 510 + (lesson - 1) * 50, 550 + (lesson - 1) * 50))
        .collect()
}

fn people(school: &mut School, rng: &mut Rng, size: Size, is_roomy: bool) {
    let count = if is_roomy {
        rng.between(size.staff.0.midpoint(size.staff.1), size.staff.1)
    } else {
        rng.between(size.staff.0, size.staff.1)
    };
    for first in rng.some(&FIRST_NAMES, count + size.parents.1) {
        let (surname, patronymic) = (rng.pick(&SURNAMES), rng.pick(&PATRONYMICS));
        school
            .people
            .push(format!("{surname} {first} {patronymic}"));
    }
    for person in 0..count {
        school.staff.push(StaffRow {
            person,
            subjects: Vec::new(),
            classes: Vec::new(),
            homeroom: None,
            roles: Vec::new(),
            checks: Vec::new(),
            max_per_day: None,
            max_per_week: None,
            max_total: None,
            max_works: None,
            share: None,
        });
    }
}

fn classes(rng: &mut Rng, size: Size) -> Vec<ClassRow> {
    let mut names = Vec::new();
    let grades = *rng.pick(&[[5, 6, 7], [3, 4, 5], [1, 2, 4], [8, 8, 10]]);
    for grade in grades {
        for letter in ["А", "Б", "В"] {
            let name = (grade, format!("{grade}{letter}"));
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    let count = rng.between(size.classes.0, size.classes.1);
    rng.some(&names, count)
        .into_iter()
        .map(|(grade, name)| ClassRow {
            name,
            grade,
            pupils: rng.chance(85).then(|| rng.between(5, 30) as u32),
            homeroom: None,
        })
        .collect()
}

fn staff(school: &mut School, rng: &mut Rng, is_roomy: bool) {
    let subjects: Vec<usize> = (0..school.subjects.len()).collect();
    let classes: Vec<usize> = (0..school.classes.len()).collect();
    let limited = if is_roomy { 10 } else { 25 };
    for row in &mut school.staff {
        let count = *rng.pick(&[0, 1, 1, 1, 2, 2]);
        row.subjects = rng.some(&subjects, count);
        let count = rng.below(3);
        row.classes = rng.some(&classes, count);
        if rng.chance(if is_roomy { 10 } else { 40 }) {
            let count = rng.between(1, 3);
            row.roles = rng.some(&[Role::Proctor, Role::Checker, Role::Assistant], count);
        }
        if rng.chance(if is_roomy { 80 } else { 35 }) {
            let count = rng.between(1, if is_roomy { 4 } else { 2 });
            row.checks = rng.some(&subjects, count);
        }
        if rng.chance(limited) {
            row.max_per_day = Some(*rng.pick(&[0, 1, 1, 2]));
        }
        if rng.chance(limited) {
            row.max_total = Some(*rng.pick(&[1, 2, 2, 3, 4]));
        }
        if rng.chance(limited / 2) {
            row.max_per_week = Some(*rng.pick(&[0, 1, 1, 2, 3]));
        }
        if rng.chance(limited / 2) {
            row.max_works = Some(*rng.pick(&[0, 15, 30, 30, 60]));
        }
    }
}

fn load(school: &mut School, rng: &mut Rng, is_roomy: bool) {
    if rng.chance(30) {
        return;
    }
    let mut rows = Vec::new();
    for row in &school.staff {
        for _ in 0..rng.below(if is_roomy { 2 } else { 3 }) {
            rows.push(LoadRow {
                person: row.person,
                subject: rng.below(school.subjects.len()),
                class: rng.below(school.classes.len()),
                group: rng.chance(20).then(|| *rng.pick(&GROUPS)),
            });
        }
    }
    // A primary teacher teaches nearly everything in one class.
    if rng.chance(50) {
        let (person, class) = (
            rng.below(school.staff.len()),
            rng.below(school.classes.len()),
        );
        for subject in 0..school.subjects.len() {
            rows.push(LoadRow {
                person,
                subject,
                class,
                group: None,
            });
        }
    }
    let key = |row: &LoadRow| (row.person, row.subject, row.class, row.group);
    rows.sort_by_key(key);
    rows.dedup_by_key(|row| key(row));
    if !rows.is_empty() {
        school.load = Some(rows);
    }
}

fn class_teachers(school: &mut School, rng: &mut Rng) {
    for class in 0..school.classes.len() {
        if !rng.chance(50) {
            continue;
        }
        let person = rng.below(school.staff.len());
        if rng.chance(50) {
            school.classes[class].homeroom = Some(person);
        } else if school.staff[person].homeroom.is_none() {
            school.staff[person].homeroom = Some(class);
        }
    }
}

fn parents(school: &mut School, rng: &mut Rng, size: Size) {
    let staff = school.staff.len();
    let count = rng.between(size.parents.0, size.parents.1);
    for number in 0..count {
        let is_staff = rng.chance(20);
        let person = if is_staff {
            rng.below(staff)
        } else {
            staff + number
        };
        if school.parents.iter().any(|row| row.person == person) {
            continue;
        }
        let observer = *rng.pick(&[None, None, Some(true), Some(true), Some(false)]);
        let dates = if rng.chance(30) {
            let count = rng.between(1, 2);
            rng.some(&DAYS, count)
        } else {
            Vec::new()
        };
        // Without the patronymic, as a parent may be known to the class; the `staff` cell says who it is.
        let short = school.people[person]
            .rsplit_once(' ')
            .map(|parts| parts.0.to_owned());
        let alias = short.filter(|_| is_staff && rng.chance(50));
        let classes: Vec<usize> = (0..school.classes.len()).collect();
        let count = *rng.pick(&[1, 1, 1, 2]);
        for class in rng.some(&classes, count) {
            school.parents.push(ParentRow {
                person,
                alias: alias.clone(),
                class,
                observer,
                dates: dates.clone(),
            });
        }
    }
}

fn schedule(school: &mut School, rng: &mut Rng, size: Size, is_roomy: bool) {
    // Clock times only where nothing else needs lesson numbers without bells.
    let clock_share = *rng.pick(&[0, 0, 40, 100]);
    let has_bells = !school.bells.is_empty();
    let many_places = !is_roomy && rng.chance(50);
    let count = rng.between(size.sittings.0, size.sittings.1);
    for _ in 0..count {
        let is_clock = clock_share == 100 || (has_bells && rng.chance(clock_share));
        let when = if is_clock {
            let start = 510 + 5 * rng.below(40) as u32;
            When::Clock(start, start + *rng.pick(&[40, 45, 60, 90]))
        } else {
            When::Lessons(
                rng.pick(&[
                    vec![2],
                    vec![3],
                    vec![1],
                    vec![2, 3],
                    vec![3, 4],
                    vec![2, 4],
                ])
                .clone(),
            )
        };
        let mut sitting = Sitting {
            day: *rng.pick(&DAYS),
            when,
            class: rng.below(school.classes.len()),
            subject: rng.below(school.subjects.len()),
            group: None,
            pupils: rng.chance(30).then(|| rng.between(1, 30) as u32),
            places: sitting_places(rng, is_roomy, many_places),
        };
        if is_class_busy(school, &sitting) {
            continue;
        }
        if rng.chance(15) {
            // Both groups write at one time.
            let mut other = sitting.clone();
            sitting.group = Some(GROUPS[0]);
            other.group = Some(GROUPS[1]);
            school.schedule.push(other);
        }
        school.schedule.push(sitting);
    }
}

fn sitting_places(rng: &mut Rng, is_roomy: bool, many: bool) -> [Option<u32>; 4] {
    let mut places = [None; 4];
    if is_roomy && rng.chance(60) {
        // Checkers and observers are the scarce ones.
        places[Role::Observer as usize] = Some(0);
        places[Role::Checker as usize] = Some(rng.below(2) as u32);
        return places;
    }
    for role in Role::ALL {
        if rng.chance(35) {
            let most = if role == Role::Assistant {
                1
            } else {
                1 + usize::from(many)
            };
            places[role as usize] = Some(rng.between(0, most) as u32);
        }
    }
    places
}

/// A class writes one work at a time, and each subject once a day.
fn is_class_busy(school: &School, sitting: &Sitting) -> bool {
    school.schedule.iter().any(|other| {
        other.class == sitting.class
            && other.day == sitting.day
            && (other.subject == sitting.subject
                || school.times_overlap(&other.when, &sitting.when))
    })
}

/// Do all times of the folder have lesson numbers, or bells to compare them by?
fn has_lessons(school: &School) -> bool {
    !school.bells.is_empty()
        || school
            .schedule
            .iter()
            .all(|sitting| matches!(sitting.when, When::Lessons(_)))
}

fn timetable(school: &mut School, rng: &mut Rng) {
    if !rng.chance(50) || !has_lessons(school) {
        return;
    }
    for row in &school.staff {
        for weekday in 0..3 {
            for lesson in 1..=4 {
                if !rng.chance(25) {
                    continue;
                }
                let known: Vec<_> = school
                    .load
                    .iter()
                    .flatten()
                    .filter(|load| load.person == row.person)
                    .collect();
                // Mostly what `load` says already: the week adds few new facts.
                let (class, subject, group) = if rng.chance(90) && !known.is_empty() {
                    let load = rng.pick(&known);
                    (load.class, load.subject, load.group)
                } else if rng.chance(20) {
                    (
                        rng.below(school.classes.len()),
                        rng.below(school.subjects.len()),
                        None,
                    )
                } else {
                    continue;
                };
                school.timetable.push(TimetableRow {
                    weekday,
                    lesson,
                    class,
                    subject,
                    person: row.person,
                    group,
                });
            }
        }
    }
}

fn absences(school: &mut School, rng: &mut Rng) {
    let listed = listed_people(school);
    let count = *rng.pick(&[0, 0, 1, 2, 3]);
    for person in rng.some(&listed, count) {
        let from = *rng.pick(&[18, 20, 21, 22]);
        let lessons = if has_lessons(school) && rng.chance(50) {
            rng.pick(&[vec![1], vec![2], vec![3, 4], vec![1, 3]])
                .clone()
        } else {
            Vec::new()
        };
        let is_weekly = rng.chance(30);
        let weekdays = if is_weekly {
            rng.pick(&[vec![0], vec![1, 3], vec![0, 1, 2], vec![2, 3, 4, 5]])
                .clone()
        } else {
            Vec::new()
        };
        let from = (!is_weekly || rng.chance(50)).then_some(from);
        school.absences.push(AbsenceRow {
            person,
            from,
            to: rng
                .chance(60)
                .then(|| from.unwrap_or(20) + rng.below(9) as u32),
            weekdays,
            lessons,
        });
    }
}

fn ties_and_waivers(school: &mut School, rng: &mut Rng) {
    let listed = listed_people(school);
    for _ in 0..*rng.pick(&[0, 0, 1, 2]) {
        let (person, class) = (*rng.pick(&listed), rng.below(school.classes.len()));
        if !school.is_tied(person, class) {
            school.ties.push(TieRow { person, class });
        }
    }
    for _ in 0..*rng.pick(&[0, 0, 1, 2, 3]) {
        let from = rng.chance(30).then(|| *rng.pick(&DAYS));
        school.waivers.push(WaiverRow {
            person: *rng.pick(&listed),
            rule: rng.pick(&TABLE).0,
            class: rng.chance(30).then(|| rng.below(school.classes.len())),
            subject: rng.chance(30).then(|| rng.below(school.subjects.len())),
            from,
            to: rng
                .chance(30)
                .then(|| from.unwrap_or(20) + rng.below(3) as u32),
        });
    }
}

fn history(school: &mut School, rng: &mut Rng) {
    if !rng.chance(50) {
        return;
    }
    for person in listed_people(school) {
        for role in Role::ALL {
            if school.holds_role(person, role) && rng.chance(40) {
                let load = if role == Role::Checker {
                    rng.below(40)
                } else {
                    rng.below(4)
                } as u32;
                school.history.push(HistoryRow { person, role, load });
            }
        }
    }
}

/// A roster of the pins alone has no conflict but its empty places: the pins can all be obeyed.
fn pins(school: &mut School, rng: &mut Rng) {
    if school.schedule.is_empty() || !rng.chance(50) {
        return;
    }
    let listed = listed_people(school);
    let mut obeyed: Vec<Row> = Vec::new();
    for _ in 0..rng.between(1, 3) {
        let (sitting, role) = (rng.below(school.schedule.len()), *rng.pick(&Role::ALL));
        let must = rng.chance(60);
        let able: Vec<usize> = listed
            .iter()
            .copied()
            .filter(|&person| may_take(school, person, role, sitting))
            .collect();
        let is_new = |person| {
            !school.pins.iter().any(|pin| {
                pin.role == role && pin.person == person && {
                    let (a, b) = (&school.schedule[pin.sitting], &school.schedule[sitting]);
                    (a.day, a.class, a.subject) == (b.day, b.class, b.subject)
                }
            })
        };
        if able.is_empty() || school.places(sitting, role) == 0 {
            continue;
        }
        let is_group = school.schedule[sitting].group.is_some();
        let person = *rng.pick(&able);
        if !is_new(person) || (must && is_group) {
            continue;
        }
        let pin = PinRow {
            sitting,
            role,
            person,
            must,
        };
        if !must {
            school.pins.push(pin);
            continue;
        }
        let row = Row {
            sitting: Some(sitting),
            role,
            who: Who::Person(person),
        };
        school.pins.push(pin);
        obeyed.push(row);
        if conflicts(school, &obeyed)
            .iter()
            .any(|finding| finding.code != "unfilled")
        {
            school.pins.pop();
            obeyed.pop();
        }
    }
    let (sitting, role, person) = (
        rng.below(school.schedule.len()),
        *rng.pick(&Role::ALL),
        *rng.pick(&listed),
    );
    let is_barred = !may_take(school, person, role, sitting);
    if rng.chance(15) && is_barred && school.schedule[sitting].group.is_none() {
        let is_known = school
            .pins
            .iter()
            .any(|pin| (pin.sitting, pin.role, pin.person) == (sitting, role, person));
        if !is_known {
            school.pins.push(PinRow {
                sitting,
                role,
                person,
                must: true,
            });
        }
    }
}

/// People who stand in `staff` or `parents`.
pub fn listed_people(school: &School) -> Vec<usize> {
    (0..school.people.len())
        .filter(|&person| {
            school.staff_row(person).is_some()
                || school.parents.iter().any(|row| row.person == person)
        })
        .collect()
}
