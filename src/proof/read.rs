//! A proof out of its text, held against the lists and the roster that it names.

use std::collections::BTreeMap;

use thiserror::Error;

use crate::domain::{Duty, PersonId, Role, School, SittingId, Spot};

use super::digest::{digest, roster_digest, tables_digest};
use super::write::{FIRST_LINE, demand_words};
use super::{Block, Component, Level, Prices, Proof, Step};

/// Why a file is no proof of this roster.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Unreadable {
    /// Not a proof at all.
    #[error("this is no proof file")]
    NotAProof,
    /// A proof of another version of the format; its number.
    #[error("this proof has the format {0}, which is no longer read")]
    OtherFormat(u32),
    /// Its last line does not fit the lines above.
    #[error("the proof was altered or cut short")]
    Altered,
    /// Other facts.
    #[error("the proof was made from other lists")]
    OtherTables,
    /// Other duties.
    #[error("the proof is of another roster")]
    OtherRoster,
    /// A line that says nothing; from 1.
    #[error("line {0} of the proof cannot be understood")]
    Line(usize),
}

/// Reads the proof of these duties.
pub fn read(
    text: &str,
    school: &School,
    duties: impl Iterator<Item = Duty>,
) -> Result<Proof, Unreadable> {
    if !text.starts_with(FIRST_LINE) {
        return Err(other_format(text).map_or(Unreadable::NotAProof, Unreadable::OtherFormat));
    }
    let end = text.rfind("end ").ok_or(Unreadable::Altered)?;
    if text[end..] != format!("end {}\n", digest(&text[..end])) {
        return Err(Unreadable::Altered);
    }
    let mut lines = text[..end].lines().skip(1);
    if lines.next() != Some(&format!("tables {}", tables_digest(school))) {
        return Err(Unreadable::OtherTables);
    }
    if lines.next() != Some(&format!("roster {}", roster_digest(school, duties))) {
        return Err(Unreadable::OtherRoster);
    }
    let names = school
        .person_ids()
        .map(|id| (school.person(id).name.as_str(), id));
    let mut reader = Reader {
        school,
        people: names.collect(),
        proof: Proof::default(),
    };
    for (index, line) in lines.enumerate() {
        reader.line(line).ok_or(Unreadable::Line(index + 4))?;
    }
    Ok(reader.proof)
}

/// The number of the format, where the text calls itself a proof.
fn other_format(text: &str) -> Option<u32> {
    let first = text.lines().next()?;
    first.strip_prefix("recuse proof ")?.trim_end().parse().ok()
}

struct Reader<'a> {
    school: &'a School,
    people: BTreeMap<&'a str, PersonId>,
    proof: Proof,
}

impl Reader<'_> {
    fn line(&mut self, line: &str) -> Option<()> {
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        if word == "component" {
            self.proof.components.push(Component::default());
            return Some(());
        }
        let component = self.proof.components.last_mut()?;
        match word {
            "demand" => component.lots.push(vec![demand(self.school, rest)?]),
            "like" => component.lots.last_mut()?.push(demand(self.school, rest)?),
            "level" => component.blocks.push(Block {
                level: Level::from_name(rest)?,
                steps: Vec::new(),
            }),
            _ => self.step(word, rest)?,
        }
        Some(())
    }

    /// A line of the last block.
    fn step(&mut self, word: &str, rest: &str) -> Option<()> {
        let component = self.proof.components.last_mut()?;
        let steps = &mut component.blocks.last_mut()?.steps;
        match word {
            "split" => steps.push(split(&self.people, rest)?),
            "divisor" => steps.push(Step::Prices(Prices {
                divisor: rest.parse().ok()?,
                multipliers: Vec::new(),
                of_lots: Vec::new(),
            })),
            "multiplier" => {
                let (level, times) = rest.split_once(' ')?;
                let multiplier = (Level::from_name(level)?, times.parse().ok()?);
                last(steps)?.multipliers.push(multiplier);
            }
            "prices" => {
                let numbers = rest.split(' ').map(|word| word.parse().ok());
                last(steps)?.of_lots = numbers.collect::<Option<_>>()?;
            }
            _ => return None,
        }
        Some(())
    }
}

/// The case that is being read.
fn last(steps: &mut [Step]) -> Option<&mut Prices> {
    match steps.last_mut()? {
        Step::Prices(prices) => Some(prices),
        Step::Split { .. } => None,
    }
}

/// The words after number and role must be those of the sitting.
fn demand(school: &School, text: &str) -> Option<Spot> {
    let mut words = text.split(' ');
    let index: usize = words.next()?.parse().ok()?;
    let name = words.next()?;
    let role = Role::from_name(name)?;
    let sitting = (index < school.sittings.len()).then(|| SittingId::new(index))?;
    (text == demand_words(school, (sitting, role))).then_some((sitting, role))
}

fn split(people: &BTreeMap<&str, PersonId>, text: &str) -> Option<Step> {
    let mut words = text.splitn(3, ' ');
    Some(Step::Split {
        lot: words.next()?.parse().ok()?,
        most: words.next()?.parse().ok()?,
        person: *people.get(words.next()?)?,
    })
}
