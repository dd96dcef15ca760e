//! A plan's tables as they were written are judged to hold; with one cell altered, just what the contract's words forbid is found there.

use std::collections::BTreeSet;

use recuse::domain::Lang;
use recuse::input::{InputFile, ReadOptions};
use recuse::plan::Step;
use recuse::service::{CheckRequest, Checked, check};

use super::made::{CLASSES, DATES, Lesson, Made, PEOPLE, PUPILS, SUBJECTS, Sitting, made};

/// Schools whose every cell is altered in every way.
const ALTERED: u64 = 150;
/// Schools whose plans are judged as they are.
const AS_PLANNED: u64 = 300;

/// A table as text: the header, and rows from line 2 on.
type Table = Vec<Vec<String>>;
/// Lines and columns of what is wrong.
type Cells = BTreeSet<(u32, String)>;

fn table(made: &Made, step: Step) -> (&'static str, Table) {
    let tables = made.planned(step).tables();
    let table = tables.first().expect("the step has a table");
    let mut reader = csv::ReaderBuilder::new();
    let mut reader = reader.has_headers(false).from_reader(&table.bytes[..]);
    let rows = reader.records().map(|row| {
        let row = row.expect("a row of our own");
        row.iter().map(str::to_owned).collect()
    });
    (table.name, rows.collect())
}

fn checked(made: &Made) -> Checked {
    let checked = check(&CheckRequest {
        files: &made.files(),
        roster: &made.roster(),
        read: ReadOptions::default(),
    });
    checked.unwrap_or_else(|error| panic!("{error:?}\n{}", made.shown()))
}

fn judged(checked: &Checked, (name, table): (&str, &Table)) -> Checked {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in table {
        writer.write_record(row).expect("memory");
    }
    let file = InputFile {
        name: name.to_owned(),
        bytes: writer.into_inner().expect("memory"),
    };
    checked.clone().with_plan(&[file])
}

/// Cells of what is wrong, not of what is open.
fn wrong(checked: &Checked) -> Cells {
    let report = checked.plan_report(Lang::En).into_iter();
    report
        .filter(|it| !it.open)
        .map(|it| (it.row.unwrap_or(0), it.column.to_owned()))
        .collect()
}

#[test]
fn what_is_planned_holds_and_what_it_leaves_open_is_counted() {
    for seed in 0..AS_PLANNED {
        let made = made(seed + 3_000_000);
        for step in Step::ALL {
            if step == Step::Substitutes && made.lessons.is_empty() {
                continue;
            }
            let (name, table) = table(&made, step);
            let judged = judged(&checked(&made), (name, &table));
            let context = || format!("seed {seed}\n{}\n{table:?}", made.shown());
            assert_eq!(wrong(&judged), Cells::new(), "{}", context());
            let open = judged.plan.findings.iter().filter(|it| it.is_open).count();
            let planned = made.planned(step);
            let levels = planned.plan.steps()[0].1.to_vec();
            let value = |at: usize| usize::try_from(levels[at].value).expect("a count");
            match step {
                Step::Rooms => assert!(open >= value(0) + value(2), "{}", context()),
                Step::Meetings | Step::Substitutes => {
                    assert_eq!(open, value(0), "{}", context());
                }
            }
        }
    }
}

fn number(names: &[&str], name: &str) -> usize {
    let at = names.iter().position(|it| *it == name);
    at.unwrap_or_else(|| panic!("{name}"))
}

fn line(at: usize) -> u32 {
    u32::try_from(at + 2).expect("a few rows")
}

#[test]
fn an_altered_substitute_is_judged_by_the_contract() {
    let (mut rows, mut faults) = (0, 0);
    for seed in 0..ALTERED {
        let made = made(seed + 4_000_000);
        if made.lessons.is_empty() {
            continue;
        }
        let checked = checked(&made);
        let (name, table) = table(&made, Step::Substitutes);
        for row in 1..table.len() {
            for person in PEOPLE {
                let mut altered = table.clone();
                person.clone_into(&mut altered[row][7]);
                let found = wrong(&judged(&checked, (name, &altered)));
                let wanted = substitutes(&made, &altered);
                assert_eq!(found, wanted, "seed {seed}\n{}\n{altered:?}", made.shown());
                rows += 1;
                faults += usize::from(!wanted.is_empty());
            }
        }
    }
    assert!(rows > 200 && faults * 4 > rows, "{faults} of {rows}");
}

fn substitutes(made: &Made, table: &Table) -> Cells {
    let mut cells = Cells::new();
    let mut taken: Vec<(usize, usize, usize)> = Vec::new();
    for (at, row) in table[1..].iter().enumerate() {
        if row[7].is_empty() {
            continue;
        }
        let (day, hour) = (number(&DATES, &row[0]), row[1].parse().expect("a lesson"));
        let person = number(&PEOPLE, &row[7]);
        let that_day = || taken.iter().filter(|it| (it.0, it.1) == (person, day));
        let can = made.may[person]
            && !made.on_duty(person, day, hour)
            && !made.is_away(person, day, hour)
            && made.lesson(person, day, hour) != Some(true)
            && that_day().all(|it| it.2 != hour)
            && that_day().count() != made.most;
        if !can {
            cells.insert((line(at), "substitute".to_owned()));
        }
        taken.push((person, day, hour));
    }
    cells
}

#[test]
fn an_altered_room_is_judged_by_the_contract() {
    let (mut rows, mut faults) = (0, 0);
    for seed in 0..ALTERED {
        let made = made(seed + 5_000_000);
        let checked = checked(&made);
        let (name, table) = table(&made, Step::Rooms);
        for row in 1..table.len() {
            for room in 0..made.rooms.len() {
                let mut altered = table.clone();
                altered[row][8] = format!("R{room}");
                let found = wrong(&judged(&checked, (name, &altered)));
                let wanted = rooms(&made, &altered);
                assert_eq!(found, wanted, "seed {seed}\n{}\n{altered:?}", made.shown());
                rows += 1;
                faults += usize::from(!wanted.is_empty());
            }
        }
    }
    assert!(rows > 200 && faults * 4 > rows, "{faults} of {rows}");
}

/// A use of a room: the day, its hours, and whether the schedule says so itself.
type Use = (usize, usize, (usize, usize), bool);

fn rooms(made: &Made, table: &Table) -> Cells {
    let room_of = |text: &str| {
        text.strip_prefix('R')
            .and_then(|it| it.parse::<usize>().ok())
    };
    let rows: Vec<(u32, &Vec<String>)> = table[1..]
        .iter()
        .enumerate()
        .map(|(at, row)| (line(at), row))
        .collect();
    let lesson = |row: &[String]| -> &Lesson {
        let (day, hour) = (number(&DATES, &row[0]), row[1].parse().expect("a lesson"));
        let class = number(&CLASSES, &row[5]);
        let mut all = made.lessons.iter();
        all.find(|it| (it.day, it.hour, it.class) == (day, hour, class))
            .expect("a lesson of the timetable")
    };
    let moved: Vec<(usize, usize, usize)> = rows
        .iter()
        .filter(|(_, row)| row[4] == "lesson")
        .map(|(_, row)| lesson(row))
        .map(|it| (it.day, it.hour, it.class))
        .collect();
    // A lesson takes place there then, and nothing moves it.
    let stands = |room: usize, day: usize, (first, last): (usize, usize), but: Option<&Lesson>| {
        made.lessons.iter().any(|it| {
            it.room == room
                && it.day == day
                && (first..=last).contains(&it.hour)
                && !made.writes(it.class, it.day, it.hour)
                && !moved.contains(&(it.day, it.hour, it.class))
                && but.is_none_or(|but| (but.class, but.hour) != (it.class, it.hour))
        })
    };
    let mut cells = Cells::new();
    let mut uses: Vec<Use> = Vec::new();
    let meets = |a: &Use, b: &Use| {
        (a.0, a.1) == (b.0, b.1) && a.2.0 <= b.2.1 && b.2.0 <= a.2.1 && !(a.3 && b.3)
    };
    for (line, row) in rows.iter().filter(|(_, row)| row[4] == "sitting") {
        let Some(room) = room_of(&row[8]) else {
            continue;
        };
        let sitting = sitting_of(made, row);
        let is_given = sitting.room == Some(room);
        let it = (room, sitting.day, sitting.hours, is_given);
        let is_small = made.rooms[room].seats < PUPILS[sitting.class] && !is_given;
        let is_other = sitting.room.is_some() && !is_given;
        let is_taken = uses.iter().any(|other| meets(&it, other));
        if is_small || is_other || is_taken || stands(room, sitting.day, sitting.hours, None) {
            cells.insert((*line, "room".to_owned()));
        }
        uses.push(it);
    }
    for (line, row) in rows.iter().filter(|(_, row)| row[4] == "lesson") {
        let Some(room) = room_of(&row[8]) else {
            continue;
        };
        let lesson = lesson(row);
        let hours = (lesson.hour, lesson.hour);
        let it = (room, lesson.day, hours, false);
        let is_small = made.rooms[room].seats < PUPILS[lesson.class];
        let is_taken = uses.iter().any(|other| meets(&it, other));
        if is_small || is_taken || stands(room, lesson.day, hours, Some(lesson)) {
            cells.insert((*line, "room".to_owned()));
        }
        uses.push(it);
    }
    cells
}

fn sitting_of<'a>(made: &'a Made, row: &[String]) -> &'a Sitting {
    let (class, subject) = (number(&CLASSES, &row[5]), number(&SUBJECTS, &row[6]));
    let mut all = made.sittings.iter();
    all.find(|it| (it.class, it.subject) == (class, subject))
        .expect("a sitting of the schedule")
}

#[test]
fn an_altered_time_of_a_meeting_is_judged_by_the_contract() {
    let (mut rows, mut faults) = (0, 0);
    for seed in 0..ALTERED {
        let made = made(seed + 6_000_000);
        let checked = checked(&made);
        let (name, table) = table(&made, Step::Meetings);
        for row in 1..table.len() {
            for (day, date) in [DATES[0], DATES[1], "2026-04-22"].into_iter().enumerate() {
                for hour in 1..=4 {
                    let mut altered = table.clone();
                    date.clone_into(&mut altered[row][2]);
                    altered[row][3] = hour.to_string();
                    let found = wrong(&judged(&checked, (name, &altered)));
                    let wanted = meetings(&made, &altered);
                    let context =
                        || format!("seed {seed}, day {day}\n{}\n{altered:?}", made.shown());
                    assert_eq!(found, wanted, "{}", context());
                    rows += 1;
                    faults += usize::from(!wanted.is_empty());
                }
            }
        }
    }
    assert!(rows > 200 && faults * 4 > rows, "{faults} of {rows}");
}

fn meetings(made: &Made, table: &Table) -> Cells {
    const DAYS: [&str; 3] = [DATES[0], DATES[1], "2026-04-22"];
    let mut cells = Cells::new();
    let mut before: Vec<(usize, usize, Vec<usize>)> = Vec::new();
    for (at, row) in table[1..].iter().enumerate() {
        let (day, hour) = (number(&DAYS, &row[2]), row[3].parse().expect("a lesson"));
        let (subject, grade) = (number(&SUBJECTS, &row[0]), row[1].as_str());
        let sittings = made
            .sittings
            .iter()
            .filter(|it| it.subject == subject && (it.class == 2) == (grade == "6"));
        let first = sittings
            .min_by_key(|it| (it.day, it.hours.1))
            .expect("a sitting of the commission");
        let mut say = |column: &str| {
            cells.insert((line(at), column.to_owned()));
        };
        if day < first.day || day > first.day + 1 {
            say("date");
        } else if day == first.day && hour <= first.hours.1 {
            say("lesson");
        }
        let people = |text: &str| -> Vec<usize> {
            let names = text.split(", ").filter(|name| !name.is_empty());
            names.map(|name| number(&PEOPLE, name)).collect()
        };
        let missing = people(&row[9]);
        let comes: Vec<usize> = people(&row[8])
            .into_iter()
            .filter(|it| !missing.contains(it))
            .collect();
        let mut lost = 0;
        for &person in &comes {
            if made.is_away(person, day, hour) || made.on_duty(person, day, hour) {
                say("members");
            } else if made.lesson(person, day, hour) == Some(true) {
                lost += 1;
            }
        }
        if lost > row[10].parse().expect("a count") {
            say("lesson");
        }
        let together = |other: &(usize, usize, Vec<usize>)| {
            (other.0, other.1) == (day, hour) && other.2.iter().any(|it| comes.contains(it))
        };
        if before.iter().any(together) {
            say("members");
        }
        before.push((day, hour, comes));
    }
    cells
}
