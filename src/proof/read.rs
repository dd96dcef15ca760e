//! A proof out of its text, held against the lists and the roster that it names.

use std::collections::BTreeMap;
use std::str::FromStr;

use thiserror::Error;

use crate::domain::{Duty, PersonId, Role, School, SittingId};

use super::digest::{digest, roster_digest, tables_digest};
use super::write::demand_words;
use super::{Component, Fixing, Leaf, Level, Part, Proof, Step};

/// Why a file is no proof of this roster.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Unreadable {
    /// Not a proof at all.
    #[error("this is no proof file")]
    NotAProof,
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
    if !text.starts_with("recuse proof 1\n") {
        return Err(Unreadable::NotAProof);
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

struct Reader<'a> {
    school: &'a School,
    people: BTreeMap<&'a str, PersonId>,
    proof: Proof,
}

impl Reader<'_> {
    fn line(&mut self, line: &str) -> Option<()> {
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        match word {
            "component" => self.proof.components.push(Component::default()),
            "works" => self.proof.parts.push(Part::default()),
            "weight" => {
                let (weight, level) = rest.split_once(' ')?;
                let entry = (Level::from_name(level)?, weight.parse().ok()?);
                self.component()?.weights.push(entry);
            }
            "demand" => {
                let demand = self.demand(rest)?;
                self.component()?.demands.push(demand);
            }
            "leaf" => self.component()?.leaves.push(Leaf::default()),
            "has" | "lacks" => {
                let (demand, name) = rest.split_once(' ')?;
                let fixing = Fixing {
                    person: *self.people.get(name)?,
                    demand: demand.parse().ok()?,
                    taken: word == "has",
                };
                self.component()?.leaves.last_mut()?.fixed.push(fixing);
            }
            "prices" => self.component()?.leaves.last_mut()?.prices = numbers(rest)?,
            "class" => {
                let class = numbers::<usize>(rest)?.into_iter();
                let class = class
                    .map(|index| self.sitting(index))
                    .collect::<Option<_>>()?;
                self.proof.parts.last_mut()?.classes.push(class);
            }
            "split" | "case" | "empty" => {
                let step = self.step(word, rest)?;
                self.proof.parts.last_mut()?.steps.push(step);
            }
            _ => return None,
        }
        Some(())
    }

    fn component(&mut self) -> Option<&mut Component> {
        self.proof.components.last_mut()
    }

    fn sitting(&self, index: usize) -> Option<SittingId> {
        (index < self.school.sittings.len()).then(|| SittingId::new(index))
    }

    /// The words after number and role must be those of the sitting.
    fn demand(&self, text: &str) -> Option<(SittingId, Role)> {
        let mut words = text.split(' ');
        let sitting = self.sitting(words.next()?.parse().ok()?)?;
        let name = words.next()?;
        let role = Role::ALL.into_iter().find(|role| role.name() == name)?;
        (text == demand_words(self.school, sitting, role)).then_some((sitting, role))
    }

    fn step(&self, word: &str, rest: &str) -> Option<Step> {
        Some(match word {
            "split" => {
                let mut words = rest.splitn(3, ' ');
                Step::Split {
                    class: words.next()?.parse().ok()?,
                    most: words.next()?.parse().ok()?,
                    person: *self.people.get(words.next()?)?,
                }
            }
            "case" => {
                let mut prices = numbers::<i64>(rest)?;
                if prices.is_empty() {
                    return None;
                }
                Step::Prices {
                    denominator: prices.remove(0),
                    prices,
                }
            }
            _ => Step::Empty,
        })
    }
}

fn numbers<T: FromStr>(text: &str) -> Option<Vec<T>> {
    let words = text.split(' ').filter(|word| !word.is_empty());
    words.map(|word| word.parse().ok()).collect()
}
