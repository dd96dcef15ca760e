//! A made-up school as the tables of a folder.

use crate::input::InputFile;

use super::people::{Job, Member, People};
use super::schedule::Sitting;
use super::subjects::{DEPARTMENTS, Subject};
use super::teaching::Teaching;
use super::{Class, Plan};

/// Everything that was drawn.
pub struct School<'a> {
    pub plan: &'a Plan,
    pub classes: &'a [Class],
    pub people: &'a People,
    pub teaching: &'a Teaching,
    pub sittings: &'a [Sitting],
}

/// The folder's files.
pub fn write(school: &School) -> Vec<InputFile> {
    vec![
        table(
            "staff.csv",
            "person,position,subjects,roles,checks,max_per_day",
            staff(school),
        ),
        table("subjects.csv", "subject,area", subjects()),
        table(
            "classes.csv",
            "class,grade,pupils,room,homeroom",
            classes(school),
        ),
        table("load.csv", "person,subject,class,hours", load(school)),
        table(
            "timetable.csv",
            "weekday,lesson,class,subject,person",
            timetable(school),
        ),
        table("bells.csv", "lesson,start,end", bells()),
        table("parents.csv", "parent,class", parents(school)),
        table("absences.csv", "person,from,to,reason", absences(school)),
        table(
            "schedule.csv",
            "date,lesson,class,subject,proctors,checkers,observers,assistants",
            schedule(school),
        ),
    ]
}

/// A table whose rows' cells need no quotes.
fn table(name: &str, header: &str, rows: Vec<String>) -> InputFile {
    let lines: Vec<String> = std::iter::once(header.to_owned()).chain(rows).collect();
    InputFile {
        name: name.to_owned(),
        bytes: (lines.join("\n") + "\n").into_bytes(),
    }
}

fn all_subjects() -> impl Iterator<Item = &'static Subject> {
    DEPARTMENTS.iter().flat_map(|department| department.iter())
}

/// Names of a department's subjects, as a list in one cell.
fn names_of(department: usize) -> String {
    let names: Vec<&str> = DEPARTMENTS[department]
        .iter()
        .map(|subject| subject.name)
        .collect();
    names.join("|")
}

fn staff(school: &School) -> Vec<String> {
    let row = |member: &Member| {
        let (position, subjects, roles, checks) = match member.job {
            Job::Teacher { department } => (
                "teacher",
                names_of(department),
                "proctor|checker",
                String::new(),
            ),
            Job::Adviser { first, advisers } => {
                let covered = (first..DEPARTMENTS.len()).step_by(advisers).map(names_of);
                let checks = covered.collect::<Vec<_>>().join("|");
                ("deputy head", String::new(), "proctor|checker", checks)
            }
            Job::Support => (
                "counsellor",
                String::new(),
                "proctor|assistant",
                String::new(),
            ),
        };
        format!(
            "{},{position},{subjects},{roles},{checks},{}",
            member.name, member.max_per_day
        )
    };
    school.people.staff.iter().map(row).collect()
}

fn subjects() -> Vec<String> {
    all_subjects()
        .map(|subject| format!("{},{}", subject.name, subject.area))
        .collect()
}

fn classes(school: &School) -> Vec<String> {
    let homerooms = &school.teaching.homerooms;
    let rows = school.classes.iter().zip(homerooms).enumerate();
    rows.map(|(position, (class, &homeroom))| {
        let teacher = &school.people.staff[homeroom].name;
        format!(
            "{},{},{},{},{teacher}",
            class.name,
            class.grade,
            class.pupils,
            101 + position
        )
    })
    .collect()
}

fn load(school: &School) -> Vec<String> {
    let row = |load: &super::teaching::Load| {
        let teacher = &school.people.staff[load.teacher].name;
        let class = &school.classes[load.class].name;
        format!(
            "{teacher},{},{class},{}",
            load.subject.name, load.subject.hours
        )
    };
    school.teaching.loads.iter().map(row).collect()
}

fn timetable(school: &School) -> Vec<String> {
    const DAYS: [&str; 5] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];
    let row = |lesson: &super::teaching::Lesson| {
        let load = &school.teaching.loads[lesson.load];
        let teacher = &school.people.staff[load.teacher].name;
        let class = &school.classes[load.class].name;
        let (day, subject) = (DAYS[lesson.day], load.subject.name);
        format!("{day},{},{class},{subject},{teacher}", lesson.number)
    };
    school.teaching.lessons.iter().map(row).collect()
}

/// Lessons of 45 minutes from 8:30, ten minutes between.
fn bells() -> Vec<String> {
    let clock = |minutes: usize| format!("{:02}:{:02}", minutes / 60, minutes % 60);
    (0..7)
        .map(|lesson| {
            let start = 8 * 60 + 30 + lesson * 55;
            format!("{},{},{}", lesson + 1, clock(start), clock(start + 45))
        })
        .collect()
}

fn parents(school: &School) -> Vec<String> {
    let row = |parent: &super::people::Parent| {
        format!("{},{}", parent.name, school.classes[parent.class].name)
    };
    school.people.parents.iter().map(row).collect()
}

fn absences(school: &School) -> Vec<String> {
    let away = school.people.staff.iter().filter(|member| member.is_absent);
    away.map(|member| format!("{},2026-04-27,2026-04-28,training", member.name))
        .collect()
}

fn schedule(school: &School) -> Vec<String> {
    let checkers = school.plan.checkers;
    let row = |sitting: &Sitting| {
        let class = &school.classes[sitting.class].name;
        format!(
            "{},{},{class},{},{},{checkers},1,{}",
            sitting.date,
            sitting.lesson,
            sitting.subject.name,
            sitting.proctors,
            sitting.assistants
        )
    };
    school.sittings.iter().map(row).collect()
}
