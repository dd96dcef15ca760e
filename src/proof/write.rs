//! A proof as text. Writing to a string does not fail: such results are let go.

use std::fmt::Write;

use crate::domain::{Duty, Role, School, SittingId};

use super::digest::{digest, roster_digest, tables_digest};
use super::{Component, Part, Proof, Step};

/// The file of a proof for these duties.
pub fn write(school: &School, duties: impl Iterator<Item = Duty>, proof: &Proof) -> String {
    let mut text = format!(
        "recuse proof 1\ntables {}\nroster {}\n",
        tables_digest(school),
        roster_digest(school, duties)
    );
    for component in &proof.components {
        text += &component_text(school, component);
    }
    for part in &proof.parts {
        text += &part_text(school, part);
    }
    let end = digest(&text);
    text + &format!("end {end}\n")
}

fn component_text(school: &School, component: &Component) -> String {
    let mut text = "component\n".to_owned();
    for (level, weight) in &component.weights {
        let _ = writeln!(text, "weight {weight} {}", level.name());
    }
    for &(sitting, role) in &component.demands {
        let _ = writeln!(text, "demand {}", demand_words(school, sitting, role));
    }
    for leaf in &component.leaves {
        text += "leaf\n";
        for fixing in &leaf.fixed {
            let word = if fixing.taken { "has" } else { "lacks" };
            let name = &school.person(fixing.person).name;
            let _ = writeln!(text, "{word} {} {name}", fixing.demand);
        }
        let _ = writeln!(text, "prices{}", numbers(&leaf.prices));
    }
    text
}

/// Number and role, then what a reader needs to know the sitting by.
pub(super) fn demand_words(school: &School, id: SittingId, role: Role) -> String {
    let sitting = school.sitting(id);
    let mut words = format!("{} {} {}", id.index(), role.name(), sitting.date);
    if !sitting.span.lessons.is_empty() {
        let _ = write!(words, " {}", sitting.span.lessons);
    }
    let _ = write!(
        words,
        " {} {}",
        school.class(sitting.class).name,
        school.subject(sitting.subject).name
    );
    match sitting.group {
        Some(group) => words + " " + &school.groups[group.index()],
        None => words,
    }
}

fn part_text(school: &School, part: &Part) -> String {
    let mut text = "works\n".to_owned();
    for class in &part.classes {
        let sittings: Vec<usize> = class.iter().map(|sitting| sitting.index()).collect();
        let _ = writeln!(text, "class{}", numbers(&sittings));
    }
    for step in &part.steps {
        let line = match step {
            Step::Split {
                class,
                person,
                most,
            } => format!("split {class} {most} {}\n", school.person(*person).name),
            Step::Prices {
                denominator,
                prices,
            } => format!("case {denominator}{}\n", numbers(prices)),
            Step::Empty => "empty\n".to_owned(),
        };
        text += &line;
    }
    text
}

fn numbers<T: std::fmt::Display>(numbers: &[T]) -> String {
    numbers.iter().fold(String::new(), |mut text, number| {
        let _ = write!(text, " {number}");
        text
    })
}
