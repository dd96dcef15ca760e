//! Rosters made for the desk: jobs handed out, and what came of them taken over.

use std::sync::Arc;

use crate::domain::{Date, Lang, Lessons, PersonId, Prefer, School, Weekdays};
use crate::input::{self, Entry, InputFile};

use super::board::Board;
use super::history::Label;
use super::job::{Job, Made, Start};
use super::outcome::Outcome;
use super::proven::PROOF;
use super::scene::{Best, LockedDuty, Scene, Standing, locks};
use super::{Desk, DeskError, ROSTER};

/// Somebody who is away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Absent {
    /// Position among the people.
    pub person: u32,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// Only on these days of the week; none: every day.
    pub weekdays: Weekdays,
    /// Only in these lessons; none: all day.
    pub lessons: Lessons,
    /// Why, free text.
    pub reason: String,
}

/// Lesson numbers as people write them.
pub fn read_lessons(text: &str) -> Option<Lessons> {
    input::read_lessons(text)
}

/// Days of the week as people list them.
pub fn read_weekdays(text: &str) -> Option<Weekdays> {
    input::read_weekdays(text)
}

impl Desk {
    /// A new roster, to be made apart from the desk; with `keep_locks`, around them.
    pub fn generate(&self, keep_locks: bool, lang: Lang) -> Result<Job, DeskError> {
        let school = self.school()?;
        let board = self.scene.board.as_ref().filter(|_| keep_locks);
        let locked = board
            .map(|board| (board.locks_only(), board.lang))
            .filter(|(roster, _)| !roster.rows.is_empty());
        Ok(Job {
            next: self.scene.clone(),
            start: match locked {
                Some((roster, lang)) => Start::Locks(InputFile {
                    name: ROSTER.to_owned(),
                    bytes: input::write_roster(school, &roster, lang),
                }),
                None => Start::Afresh,
            },
            label: Label::Generate,
            lang,
        })
    }

    /// The fewest changes that make the roster valid again, to be found apart from the desk; those who are away now are
    /// entered in the lists.
    pub fn repair(&self, absent: &[Absent], lang: Lang) -> Result<Job, DeskError> {
        let mut next = self.scene.clone();
        for absent in absent {
            next = self.with_absence(&next, absent)?;
        }
        self.repair_in(next, Label::Repair, lang)
    }

    fn with_absence(&self, scene: &Scene, absent: &Absent) -> Result<Scene, DeskError> {
        let school = self.school()?;
        if absent.person as usize >= school.people.len() {
            return Err(DeskError::NoSuchPerson);
        }
        if absent.to < absent.from {
            return Err(DeskError::BadDates);
        }
        let person = PersonId::new(absent.person as usize);
        let is_known = school.absences_of(person).iter().any(|known| {
            known.span.is_none()
                && (known.weekdays.is_empty() || known.weekdays == absent.weekdays)
                && known.from <= absent.from
                && absent.to <= known.to
        });
        if is_known {
            return Ok(scene.clone());
        }
        scene.with_entry(&Entry::Absence {
            person,
            from: absent.from,
            to: absent.to,
            weekdays: absent.weekdays,
            lessons: absent.lessons,
            reason: absent.reason.clone(),
        })
    }

    /// A repair of the present roster by the lists of that scene.
    pub(super) fn repair_in(
        &self,
        next: Scene,
        label: Label,
        lang: Lang,
    ) -> Result<Job, DeskError> {
        self.board()?;
        let file = next.roster_file.as_deref().cloned();
        Ok(Job {
            start: Start::Present(file.ok_or(DeskError::NoRoster)?),
            next,
            label,
            lang,
        })
    }

    /// Takes over what a job has made, as one step.
    pub fn adopt(&mut self, job: &Job, made: &Made) -> Result<Outcome, DeskError> {
        let facts = job.next.books.facts.as_ref();
        let school = &facts
            .ok_or_else(|| DeskError::Refused(job.next.books.complaints.clone()))?
            .school;
        let lang = match (made, &self.scene.board) {
            (Made::Afresh(_), _) | (_, None) => school.policy.document.lang.unwrap_or(job.lang),
            (_, Some(board)) => board.lang,
        };
        let board = Board::of(school, made.roster().clone(), lang);
        let scene = Scene {
            standing: Some(Arc::new(standing_of(school, made, &board))),
            ..job.next.with_board(school, board)
        };
        let mut outcome = self.step(job.label.clone(), scene);
        self.obstacles = Some(Arc::new(made.unfilled().to_vec()));
        if let Some(changes) = made.changes() {
            self.note_changes(changes, &mut outcome);
        }
        Ok(outcome)
    }
}

fn standing_of(school: &School, made: &Made, board: &Board) -> Standing {
    let solved = match made {
        Made::Afresh(made) => made.answer.optimal,
        Made::AroundLocks(made) => made.solved.optimal,
        Made::Repaired(made) => {
            return if made.solved.fewest_is_proven {
                Standing::FewestChanges(board.roster.clone())
            } else {
                Standing::Unproven
            };
        }
    };
    if !solved {
        return Standing::Unproven;
    }
    // Pins of the lists are part of the question, whatever the roster's own locks are.
    let in_lists = |&(sitting, role, person): &LockedDuty| {
        let mut pins = school.pins.iter();
        pins.any(|pin| (pin.sitting, pin.role, pin.person) == (sitting, role, person))
    };
    let mut made_with = locks(board);
    made_with.retain(|lock| !in_lists(lock));
    Standing::Best(Box::new(Best {
        objective: made.objective().clone(),
        locks: made_with,
        made: board.roster.clone(),
        only_this: school.policy.prefer != Prefer::Fairness,
        proof: match made {
            Made::Afresh(made) => Some(InputFile {
                name: PROOF.to_owned(),
                bytes: made.proof().into_bytes(),
            }),
            Made::AroundLocks(_) | Made::Repaired(_) => None,
        },
    }))
}
