//! A proof as text. Writing to a string does not fail: such results are let go.

use std::fmt::Write;
use std::iter::repeat;

use crate::domain::{Duty, School, Spot};

use super::digest::{digest, roster_digest, tables_digest};
use super::{Component, Prices, Proof, Step};

/// What the file is, and its version.
pub(super) const FIRST_LINE: &str = "recuse proof 4\n";

/// The file of a proof for these duties.
pub fn write(school: &School, duties: impl Iterator<Item = Duty>, proof: &Proof) -> String {
    let (tables, roster) = (tables_digest(school), roster_digest(school, duties));
    let mut text = format!("{FIRST_LINE}tables {tables}\nroster {roster}\n");
    for component in &proof.components {
        add(school, component, &mut text);
    }
    let end = digest(&text);
    text + &format!("end {end}\n")
}

fn add(school: &School, component: &Component, text: &mut String) {
    *text += "component\n";
    for lot in &component.lots {
        for (&demand, word) in lot.iter().zip(["demand"].into_iter().chain(repeat("like"))) {
            let _ = writeln!(text, "{word} {}", demand_words(school, demand));
        }
    }
    for block in &component.blocks {
        let _ = writeln!(text, "level {}", block.level.name());
        for step in &block.steps {
            match step {
                Step::Split { lot, person, most } => {
                    let person = &school.person(*person).name;
                    let _ = writeln!(text, "split {lot} {most} {person}");
                }
                Step::Prices(prices) => add_case(prices, text),
            }
        }
    }
}

fn add_case(prices: &Prices, text: &mut String) {
    let _ = writeln!(text, "divisor {}", prices.divisor);
    for (level, times) in &prices.multipliers {
        let _ = writeln!(text, "multiplier {} {times}", level.name());
    }
    *text += "prices";
    for price in &prices.of_lots {
        let _ = write!(text, " {price}");
    }
    *text += "\n";
}

/// Number and role, then what a reader needs to know the sitting by.
pub(super) fn demand_words(school: &School, (id, role): Spot) -> String {
    let sitting = school.sitting(id);
    let mut words = format!("{} {} {}", id.index(), role.name(), sitting.date);
    if !sitting.span.lessons.is_empty() {
        let _ = write!(words, " {}", sitting.span.lessons);
    }
    let class = &school.class(sitting.class).name;
    let _ = write!(words, " {class} {}", school.subject(sitting.subject).name);
    match sitting.group {
        Some(group) => words + " " + &school.groups[group.index()],
        None => words,
    }
}
