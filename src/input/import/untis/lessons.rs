//! Lessons of Untis (`GPU002`) and their times (`GPU001`) as load and timetable.

use std::collections::{BTreeMap, BTreeSet};

use crate::input::import::ImportProblem;
use crate::input::import::draft::{Parts, Slot, Teaching};
use crate::input::import::log::Log;
use crate::input::import::week::WEEKDAYS;

use super::UntisProblem;
use super::files::{Files, Listed, Record, lessons, timetable};
use super::lists::Lists;

/// A row of either file.
#[derive(Debug)]
struct Row {
    /// Number of the lesson that it is part of.
    lesson: String,
    classes: Vec<usize>,
    teachers: Vec<usize>,
    subject: usize,
    /// Periods a week, in hundredths; of the timetable, none.
    hours: u32,
    /// Day, 0 = Monday, and period; of the list of lessons, none.
    time: Option<(usize, u32)>,
    room: String,
    group: String,
}

/// Who teaches what in which class, whatever the group.
type Pair = (usize, usize, usize);

/// Enters what the files say into the draft; `None` where that would be beyond all schools.
pub fn read(files: &Files, lists: &mut Lists, log: &mut Log) -> Option<()> {
    let mut unstaffed = 0;
    let lessons = match &files.lessons {
        Some(file) => {
            log.turn_to(&file.name);
            rows(file, lists, (log, &mut unstaffed), lesson_row)
        }
        None => Vec::new(),
    };
    let times = match &files.timetable {
        Some(file) => {
            log.turn_to(&file.name);
            let of_lessons = unstaffed;
            let times = rows(file, lists, (log, &mut unstaffed), timetable_row);
            // The lessons of both files are the same ones.
            if files.lessons.is_some() {
                unstaffed = of_lessons;
            }
            times
        }
        None => Vec::new(),
    };
    if unstaffed > 0 {
        let lessons = unstaffed;
        log.about_file(ImportProblem::UnstaffedLeftOut { lessons });
    }
    let assemblies = assemblies(lists, lessons.iter().chain(&times));
    if !assemblies.is_empty() {
        let lessons = assemblies.len() as u32;
        log.about_file(ImportProblem::AssembliesLeftOut { lessons });
    }
    let is_teaching = |row: &&Row| !assemblies.contains(row.lesson.as_str());
    let lessons: Vec<&Row> = lessons.iter().filter(is_teaching).collect();
    let times: Vec<&Row> = times.iter().filter(is_teaching).collect();
    let groups = enter_lessons(&lessons, lists, log)?;
    enter_times((&lessons, &times), &groups, (lists, log))
}

/// Rows of the file that have a class and a teacher; the others are counted.
fn rows(
    file: &Listed,
    lists: &mut Lists,
    (log, unstaffed): (&mut Log, &mut u32),
    row: fn(Record<'_>, &mut Lists, &mut Log) -> Option<Row>,
) -> Vec<Row> {
    let mut rows = Vec::new();
    for record in file.records() {
        match row(record, lists, log) {
            Some(row) if row.classes.is_empty() || row.teachers.is_empty() => *unstaffed += 1,
            Some(row) => rows.push(row),
            None => {
                let problem = UntisProblem::RowLeftOut {
                    line: record.line(),
                };
                log.about(&record.shown(), ImportProblem::Untis(problem));
            }
        }
    }
    rows
}

fn lesson_row(record: Record<'_>, lists: &mut Lists, log: &mut Log) -> Option<Row> {
    let hours = record.hundredths(lessons::HOURS)?;
    let line = record.line();
    let classes = lists.classes_in(record.text(lessons::CLASS), line, log);
    let teachers = lists.teachers_in(record.text(lessons::TEACHER), line, log);
    let is_staffed = !classes.is_empty() && !teachers.is_empty();
    let subject = lists.subject_in(record.text(lessons::SUBJECT), line, log);
    Some(Row {
        lesson: record.text(lessons::LESSON).to_owned(),
        subject: if is_staffed { subject? } else { 0 },
        classes,
        teachers,
        hours,
        time: None,
        room: String::new(),
        group: record.text(lessons::GROUP).to_owned(),
    })
}

fn timetable_row(record: Record<'_>, lists: &mut Lists, log: &mut Log) -> Option<Row> {
    let time = record.time()?;
    let line = record.line();
    let classes = lists.classes_in(record.text(timetable::CLASS), line, log);
    let teachers = lists.teachers_in(record.text(timetable::TEACHER), line, log);
    let is_staffed = !classes.is_empty() && !teachers.is_empty();
    let subject = lists.subject_in(record.text(timetable::SUBJECT), line, log);
    Some(Row {
        lesson: record.text(timetable::LESSON).to_owned(),
        subject: if is_staffed { subject? } else { 0 },
        classes,
        teachers,
        hours: 0,
        time: Some(time),
        room: record.text(timetable::ROOM).to_owned(),
        group: String::new(),
    })
}

/// Numbers of lessons that are none: most teachers with most classes at once.
fn assemblies<'r>(lists: &Lists, rows: impl Iterator<Item = &'r Row>) -> BTreeSet<&'r str> {
    let mut whole: BTreeMap<&str, Parts> = BTreeMap::new();
    for row in rows.filter(|row| !row.lesson.is_empty()) {
        let parts = whole.entry(&row.lesson).or_insert_with(|| Parts {
            teachers: BTreeSet::new(),
            subject: row.subject,
            classes: BTreeSet::new(),
        });
        parts.teachers.extend(&row.teachers);
        let classes = row.classes.iter().map(|&class| (class, String::new()));
        parts.classes.extend(classes);
    }
    whole
        .into_iter()
        .filter(|(_, parts)| lists.draft.is_assembly(parts))
        .map(|(lesson, _)| lesson)
        .collect()
}

/// Enters the list of lessons; gives the groups in which each pair is taught.
fn enter_lessons(
    rows: &[&Row],
    lists: &mut Lists,
    log: &mut Log,
) -> Option<BTreeMap<Pair, String>> {
    // A group counts only where a class is taught a subject in several: else it is the class itself under another name.
    let mut divided: BTreeMap<(usize, usize), BTreeSet<&str>> = BTreeMap::new();
    for row in rows {
        for &class in &row.classes {
            let groups = divided.entry((class, row.subject)).or_default();
            groups.insert(&row.group);
        }
    }
    let group_of = |row: &Row, class: usize| {
        let is_divided = divided[&(class, row.subject)].len() > 1;
        if is_divided {
            row.group.clone()
        } else {
            String::new()
        }
    };
    let mut groups = BTreeMap::new();
    let mut seen: BTreeSet<(&str, Pair, String)> = BTreeSet::new();
    for row in rows {
        for &class in &row.classes {
            for &teacher in &row.teachers {
                let (pair, group) = ((teacher, row.subject, class), group_of(row, class));
                // One row for each room says the same hours again.
                if !seen.insert((&row.lesson, pair, group.clone())) {
                    continue;
                }
                groups.entry(pair).or_insert_with(|| group.clone());
                enter((pair, group), row.hours, (lists, log))?;
            }
        }
    }
    Some(groups)
}

/// Enters the timetable, and into the load what the list of lessons does not have.
fn enter_times(
    (lessons, times): (&[&Row], &[&Row]),
    groups: &BTreeMap<Pair, String>,
    (lists, log): (&mut Lists, &mut Log),
) -> Option<()> {
    /// Hundredths of a period.
    const ONE: u32 = 100;
    let mut slots = BTreeSet::new();
    let mut added: BTreeSet<Pair> = BTreeSet::new();
    let mut seen: BTreeSet<(Pair, (usize, u32))> = BTreeSet::new();
    for row in times {
        let Some((day, lesson)) = row.time else {
            continue;
        };
        for &class in &row.classes {
            for &teacher in &row.teachers {
                let pair = (teacher, row.subject, class);
                let group = groups.get(&pair).cloned().unwrap_or_default();
                if seen.insert((pair, (day, lesson))) && !groups.contains_key(&pair) {
                    added.insert(pair);
                    enter((pair, group.clone()), ONE, (lists, log))?;
                }
                slots.insert(Slot {
                    day,
                    weekday: WEEKDAYS[day],
                    lesson,
                    teaching: teaching(pair, group),
                    room: row.room.clone(),
                });
            }
        }
    }
    if !lessons.is_empty() && !added.is_empty() {
        let lessons = added.len() as u32;
        log.about_file(ImportProblem::Untis(UntisProblem::LessonsAdded { lessons }));
    }
    let timed: BTreeSet<_> = times.iter().map(|row| (&row.lesson, row.time)).collect();
    let timed = timed.len() as u32;
    let all = expected(lessons).max(timed);
    if timed * 2 < all {
        if timed > 0 {
            log.about_file(ImportProblem::TimetableLeftOut { timed, all });
        }
        return Some(());
    }
    if timed < all {
        log.about_file(ImportProblem::TimetableInPart { timed, all });
    }
    lists.draft.timetable.extend(slots);
    Some(())
}

/// Periods a week of all lessons together; the rows of a lesson take place at once.
fn expected(lessons: &[&Row]) -> u32 {
    let mut hours: BTreeMap<&str, u32> = BTreeMap::new();
    for row in lessons {
        let most = hours.entry(&row.lesson).or_default();
        *most = row.hours.max(*most);
    }
    hours.values().map(|hours| hours / 100).sum()
}

fn enter(
    ((teacher, subject, class), group): (Pair, String),
    hours: u32,
    (lists, log): (&mut Lists, &mut Log),
) -> Option<()> {
    let parts = Parts {
        teachers: BTreeSet::from([teacher]),
        subject,
        classes: BTreeSet::from([(class, group)]),
    };
    if lists.draft.enter(&parts, hours, 1).is_none() {
        log.about_file(ImportProblem::TooLarge);
        return None;
    }
    Some(())
}

fn teaching((teacher, subject, class): Pair, group: String) -> Teaching {
    Teaching {
        teacher,
        subject,
        class,
        group,
    }
}
