//! Changes to the lists from the page: cells corrected, ways out taken, rules decided, exceptions granted.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Deserialize;

use crate::domain::{
    ClassId, Date, Exemption, Lang, PersonId, Preset, RuleCode, School, Severity, SubjectId,
};
use crate::explain::Way;
use crate::input::{self, Entry, InputFile, PolicyChange};

use super::books::Books;
use super::history::Label;
use super::job::Job;
use super::outcome::Outcome;
use super::scene::Scene;
use super::written::written;
use super::{Desk, DeskError};

pub(super) const POLICY: &str = "policy.toml";

/// What makes an exception valid.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Signature {
    /// The reason given.
    pub reason: String,
    /// Who approved.
    pub approved: String,
}

/// An exception to be granted, in the names of the lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaiverOrder {
    /// Position among the people.
    pub person: u32,
    /// Name of the rule.
    pub rule: String,
    /// Only in this class.
    pub class: Option<String>,
    /// Only in this subject.
    pub subject: Option<String>,
    /// Not before.
    pub from: Option<Date>,
    /// Not after.
    pub to: Option<Date>,
    /// What makes it valid.
    pub signature: Signature,
}

/// What a person says of their tie to a class, or somebody who asked them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HintAnswer {
    /// Position among the people.
    pub person: u32,
    /// The class, by its name.
    pub class: String,
    /// The tie, or that there is none.
    pub said: Interest,
}

/// A tie, or none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Interest {
    /// What the tie is, free text.
    Tied(String),
    /// Why there is none, and who looked into it (`approved`).
    None(Signature),
}

impl Scene {
    /// The lists with a fact entered, and kept so in the folder.
    pub(super) fn with_entry(&self, entry: &Entry) -> Result<Self, DeskError> {
        let books = &self.books;
        let facts = books.facts.as_ref();
        let school = &facts
            .ok_or_else(|| DeskError::Refused(books.complaints.clone()))?
            .school;
        let entered = input::enter(&books.files, school, entry)?;
        self.with_changed(&written(&books.files, entered)?)
    }

    /// The lists with these files in place of those of the same names, and kept so in the folder.
    fn with_changed(&self, changed: &[InputFile]) -> Result<Self, DeskError> {
        let disk = replaced(&self.disk, changed);
        let books = Books::read(replaced(&self.books.files, changed));
        if books.facts.is_none() {
            return Err(DeskError::Refused(books.complaints));
        }
        let roster = self.roster_file.clone();
        Ok(Self::read(Arc::new(disk), Arc::new(books), roster))
    }
}

/// The files, those of the same names replaced, new ones added.
fn replaced(files: &[InputFile], changed: &[InputFile]) -> Vec<InputFile> {
    let stays = |old: &&InputFile| changed.iter().all(|new| new.name != old.name);
    let mut files: Vec<InputFile> = files.iter().filter(stays).cloned().collect();
    files.extend(changed.iter().cloned());
    files
}

impl Desk {
    /// A way out taken: the lists as it changes them, and a repair of the roster by them, to be found apart from the desk.
    pub fn take_way(
        &self,
        (obstacle, way): (usize, usize),
        signature: Option<Signature>,
        lang: Lang,
    ) -> Result<Job, DeskError> {
        let obstacles = self.obstacles.as_ref().ok_or(DeskError::Stale)?;
        let way = obstacles
            .get(obstacle)
            .and_then(|explained| explained.ways.get(way))
            .ok_or(DeskError::NoSuchPlace)?;
        let next = match policy_of(&way.way) {
            Some(change) => self.with_policy(&change)?,
            None => {
                let entry = entry_of(self.school()?, &way.way, signature)?;
                self.scene.with_entry(&entry)?
            }
        };
        self.repair_in(next, Label::Way, lang)
    }

    /// Another preset, or other severities; `None` for a rule: as the preset says.
    pub fn set_policy(
        &mut self,
        preset: Option<&str>,
        rules: &BTreeMap<String, Option<String>>,
    ) -> Result<Outcome, DeskError> {
        let mut change = PolicyChange::default();
        if let Some(name) = preset {
            let preset = Preset::ALL.into_iter().find(|it| it.name() == name);
            change.preset = Some(preset.ok_or(DeskError::NoSuchRule)?);
        }
        for (code, severity) in rules {
            let code = RuleCode::from_name(code).ok_or(DeskError::NoSuchRule)?;
            let severity = match severity {
                None => None,
                Some(name) => {
                    let severity = Severity::ALL.into_iter().find(|it| it.name() == name);
                    Some(severity.ok_or(DeskError::NoSuchRule)?)
                }
            };
            change.rules.push((code, severity));
        }
        let next = self.with_policy(&change)?;
        Ok(self.step(Label::Policy, next))
    }

    /// The lists under the changed policy.
    fn with_policy(&self, change: &PolicyChange) -> Result<Scene, DeskError> {
        self.scene.with_changed(&[self.changed_policy(change)?])
    }

    /// The policy's file with the change.
    pub(super) fn changed_policy(&self, change: &PolicyChange) -> Result<InputFile, DeskError> {
        let books = &self.scene.books;
        let file = books.files.iter().find(|file| file.name == POLICY);
        let bytes = input::change_policy(file, change);
        Ok(InputFile {
            name: POLICY.to_owned(),
            bytes: bytes.ok_or_else(|| DeskError::Refused(books.complaints.clone()))?,
        })
    }

    /// Grants an exception.
    pub fn waive(&mut self, order: &WaiverOrder) -> Result<Outcome, DeskError> {
        let school = self.school()?;
        if order.person as usize >= school.people.len() {
            return Err(DeskError::NoSuchPerson);
        }
        let entry = Entry::Waiver(Exemption {
            person: PersonId::new(order.person as usize),
            rule: RuleCode::from_name(&order.rule).ok_or(DeskError::NoSuchRule)?,
            class: position(order.class.as_deref(), &school.classes, |it| &it.name)?
                .map(ClassId::new),
            subject: position(order.subject.as_deref(), &school.subjects, |it| &it.name)?
                .map(SubjectId::new),
            from: order.from,
            to: order.to,
            reason: signed(&order.signature.reason)?,
            approved: signed(&order.signature.approved)?,
        });
        let next = self.scene.with_entry(&entry)?;
        Ok(self.step(Label::Waiver, next))
    }

    /// Enters a tie that somebody declared, or that a hint was looked into and is none.
    pub fn answer_hint(&mut self, answer: &HintAnswer) -> Result<Outcome, DeskError> {
        let school = self.school()?;
        if answer.person as usize >= school.people.len() {
            return Err(DeskError::NoSuchPerson);
        }
        let person = PersonId::new(answer.person as usize);
        let class = position(Some(&answer.class), &school.classes, |it| &it.name)?;
        let class = class.map(ClassId::new).ok_or(DeskError::NoSuchPlace)?;
        let entry = match &answer.said {
            Interest::Tied(kind) => Entry::Tie {
                person,
                class,
                kind: signed(kind)?,
            },
            Interest::None(signature) => Entry::Cleared {
                person,
                class,
                reason: signed(&signature.reason)?,
                by: signed(&signature.approved)?,
            },
        };
        let next = self.scene.with_entry(&entry)?;
        Ok(self.step(Label::Interest, next))
    }

    /// Takes an exception back.
    pub fn unwaive(&mut self, waiver: usize) -> Result<Outcome, DeskError> {
        let next = self.scene.with_entry(&Entry::NoWaiver { waiver })?;
        Ok(self.step(Label::Waiver, next))
    }
}

/// Where in the list the name stands; nowhere, where none is given.
fn position<T>(
    name: Option<&str>,
    list: &[T],
    name_of: impl Fn(&T) -> &String,
) -> Result<Option<usize>, DeskError> {
    let Some(name) = name.filter(|name| !name.is_empty()) else {
        return Ok(None);
    };
    let at = list.iter().position(|item| name_of(item) == name);
    at.map(Some).ok_or(DeskError::NoSuchPlace)
}

/// A reason, or a name, that is more than blanks.
fn signed(text: &str) -> Result<String, DeskError> {
    match text.trim() {
        "" => Err(DeskError::Unsigned),
        text => Ok(text.to_owned()),
    }
}

/// What the way changes in the policy; nothing where it changes a list.
fn policy_of(way: &Way) -> Option<PolicyChange> {
    let Way::WidenWindow { days } = *way else {
        return None;
    };
    Some(PolicyChange {
        checking_days: Some(days),
        ..PolicyChange::default()
    })
}

/// What the way writes into the lists.
fn entry_of(school: &School, way: &Way, signature: Option<Signature>) -> Result<Entry, DeskError> {
    Ok(match *way {
        Way::OfferDay { person, date } => Entry::OffersDay { person, date },
        Way::RaiseDailyLimit { person, to } => Entry::DailyLimit { person, most: to },
        Way::RaiseWeeklyLimit { person, to } => Entry::WeeklyLimit { person, most: to },
        Way::RaiseWorksLimit { person, to } => Entry::WorksLimit { person, most: to },
        Way::RaiseTotalLimit { person, to } => Entry::TotalLimit { person, most: to },
        Way::ComeIn { person, date } => Entry::ComesIn { person, date },
        Way::LiftPin { pin } => Entry::Unpin { pin },
        Way::GrantRole { person, role } => Entry::TakesRole { person, role },
        Way::MoveLesson { sitting, ref span } => Entry::MovesInDay {
            sitting,
            span: span.clone(),
        },
        Way::MoveDate { sitting, date } => Entry::MovesToDay { sitting, date },
        Way::Waive {
            person,
            rule,
            sitting,
        } => {
            let facts = school.sitting(sitting);
            let signature = signature.ok_or(DeskError::Unsigned)?;
            Entry::Waiver(Exemption {
                person,
                rule,
                class: Some(facts.class),
                subject: Some(facts.subject),
                from: Some(facts.date),
                to: Some(facts.date),
                reason: signed(&signature.reason)?,
                approved: signed(&signature.approved)?,
            })
        }
        Way::WidenWindow { .. } | Way::Find { .. } => return Err(DeskError::NobodyYet),
    })
}
