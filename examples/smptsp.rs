//! Shift-minimisation personnel task scheduling: `cargo run --release --example smptsp -- FILE…` prints for each
//! instance how many people cover the tasks, how many are needed at least, and the seconds it took.
//!
//! ```text
//! # a comment
//! Type = 1
//! Jobs = 3
//! 0 2
//! 1 3
//! 2 4
//! Qualifications = 2
//! 2: 0 2
//! 1: 1
//! ```

use std::error::Error;
use std::time::{Duration, Instant};

use recuse::solve::few::{Task, Tasks, cover};

/// An instance that resists is given up after this.
const LIMIT: Duration = Duration::from_secs(60);

fn main() -> Result<(), Box<dyn Error>> {
    for path in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&path)?;
        let tasks = parse(&text).ok_or_else(|| format!("{path}: not an instance"))?;
        let started = Instant::now();
        let found = cover(&tasks, 1, &|| started.elapsed() > LIMIT);
        let value = found.people().map_or("-".to_owned(), |it| it.to_string());
        let seconds = started.elapsed().as_secs_f64();
        println!("{value} {} {seconds:.3}", found.bound);
    }
    Ok(())
}

fn parse(text: &str) -> Option<Tasks> {
    let mut lines = text
        .lines()
        .map(|line| line.split('#').next().unwrap_or("").trim())
        .filter(|line| !line.is_empty());
    if setting(lines.next()?, "Type")? != 1 {
        return None;
    }
    let jobs = setting(lines.next()?, "Jobs")?;
    let task = |line: &str| {
        let (start, end) = line.split_once(char::is_whitespace)?;
        let (start, end) = (start.parse().ok()?, end.trim().parse().ok()?);
        (start <= end).then_some(Task { start, end })
    };
    let tasks: Vec<Task> = lines.by_ref().take(jobs).map(task).collect::<Option<_>>()?;
    let people = setting(lines.next()?, "Qualifications")?;
    let able = |line: &str| {
        let (_, ids) = line.split_once(':')?;
        ids.split([' ', '\t', ','])
            .filter(|id| !id.is_empty())
            .map(|id| id.parse().ok().filter(|&id: &usize| id < tasks.len()))
            .collect::<Option<Vec<usize>>>()
    };
    let people_tasks: Vec<Vec<usize>> = lines
        .by_ref()
        .take(people)
        .map(able)
        .collect::<Option<_>>()?;
    (tasks.len() == jobs && people_tasks.len() == people).then_some(Tasks {
        people: people_tasks,
        tasks,
    })
}

/// The number of a line `name = number`.
fn setting(line: &str, name: &str) -> Option<usize> {
    let (key, number) = line.split_once('=')?;
    (key.trim() == name).then(|| number.trim().parse().ok())?
}
