//! A step carried out: the next scene, what has to be written for it, and what the journal says.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::domain::{Lang, RosterRow, RowSitting, School, SittingId};
use crate::input::InputFile;
use crate::service::diff::{Change, Wording, compare};
use crate::service::placed::{PlacedRow, Subject, When};

use super::board::{Board, Spot};
use super::history::Label;
use super::journal::{JournalEntry, What};
use super::scene::Scene;
use super::{Desk, ROSTER};

/// What a step leaves behind.
#[derive(Debug, Clone, Default)]
pub struct Outcome {
    /// Files to write, in this order.
    pub writes: Vec<FileWrite>,
    /// Lines for the journal.
    pub deeds: Vec<JournalEntry>,
    /// Language of the journal, should it be new.
    pub lang: Lang,
    /// What changed in the roster, where the lists are the same.
    pub changes: Vec<Change>,
}

/// When to keep what stands in a file's place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Keep {
    /// Where somebody has changed it meanwhile.
    Foreign,
    /// Unless this very work has written it.
    Theirs,
    /// Whoever wrote it.
    Always,
}

/// A file to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileWrite {
    /// Name inside the folder.
    pub name: String,
    /// The whole content; `None`: the file goes.
    pub bytes: Option<Vec<u8>>,
    /// When to keep what stands there.
    pub keep: Keep,
}

/// A step that changes more places than this is one line of the journal: the roster that was is kept as a file.
const MOST_LINES: usize = 200;

impl Desk {
    /// Goes on to the next scene, which undo takes back.
    pub(super) fn step(&mut self, label: Label, next: Scene) -> Outcome {
        let what = match &label {
            Label::Moves(_) | Label::Locks => What::Move,
            Label::Generate => What::Generate,
            Label::Repair => What::Repair,
            Label::Way => What::Way,
            Label::Correct(_) | Label::Schedule | Label::Interest => What::Correct,
            Label::Policy | Label::Setting => What::Policy,
            Label::Waiver => What::Waiver,
            Label::File(_) | Label::Meaning(_) => What::File,
        };
        self.history.push(label, self.scene.clone());
        self.turn_to(next, what)
    }

    /// Makes the scene the present one.
    pub(super) fn turn_to(&mut self, next: Scene, what: What) -> Outcome {
        let before = std::mem::replace(&mut self.scene, next);
        self.revision += 1;
        if !Arc::ptr_eq(&before.books, &self.scene.books) {
            self.school_revision += 1;
        }
        self.judge();
        let mut outcome = Outcome {
            writes: file_writes(&before.disk, &self.scene.disk),
            changes: self.changes_since(&before),
            lang: self.journal_lang(),
            deeds: Vec::new(),
        };
        outcome.writes.extend(self.roster_write(&before, what));
        let files = outcome.writes.iter().filter(|write| write.name != ROSTER);
        outcome.deeds = files
            .map(|write| JournalEntry::file(what, &write.name))
            .collect();
        outcome
            .deeds
            .extend(self.board_deeds(&before, what, &outcome.changes));
        if outcome.deeds.is_empty() {
            outcome.deeds.push(JournalEntry::of(what));
        }
        outcome
    }

    fn journal_lang(&self) -> Lang {
        let board = self.scene.board.as_ref().map(|board| board.lang);
        board.unwrap_or_else(|| self.roster_lang(Lang::default()))
    }

    /// The roster's file, where it is another.
    fn roster_write(&self, before: &Scene, what: What) -> Option<FileWrite> {
        let (old, new) = (&before.roster_file, &self.scene.roster_file);
        let keep = match (new, what) {
            (None, _) | (_, What::Generate | What::File) => Keep::Always,
            _ => Keep::Foreign,
        };
        (old != new).then(|| FileWrite {
            name: ROSTER.to_owned(),
            bytes: new.as_ref().map(|file| file.bytes.clone()),
            keep,
        })
    }

    /// Both rosters, where the lists are the same.
    fn boards<'a>(&'a self, before: &'a Scene) -> Option<(&'a School, &'a Board, &'a Board)> {
        let same_lists = Arc::ptr_eq(&before.books, &self.scene.books);
        let school = self.school().ok().filter(|_| same_lists)?;
        Some((school, before.board.as_ref()?, self.scene.board.as_ref()?))
    }

    fn changes_since(&self, before: &Scene) -> Vec<Change> {
        self.boards(before)
            .map(|(school, old, new)| changes(school, old, new))
            .unwrap_or_default()
    }

    /// What a repair changed, which knows sittings that the lists have moved meanwhile.
    pub(super) fn note_changes(&self, changes: &[Change], outcome: &mut Outcome) {
        let (Ok(school), [first, ..]) = (self.school(), &outcome.deeds[..]) else {
            return;
        };
        let what = first.what();
        if outcome.changes.is_empty() && changes.len() <= MOST_LINES {
            let moved = Wording(school).changes(changes).into_iter();
            outcome
                .deeds
                .extend(moved.map(|it| JournalEntry::change(what, it)));
        }
        outcome.changes = changes.to_vec();
    }

    fn board_deeds(&self, before: &Scene, what: What, changes: &[Change]) -> Vec<JournalEntry> {
        let Some((school, old, new)) = self.boards(before) else {
            return Vec::new();
        };
        if what == What::Generate || changes.len() > MOST_LINES {
            return Vec::new();
        }
        let moved = Wording(school).changes(changes).into_iter();
        let mut deeds: Vec<JournalEntry> = moved.map(|it| JournalEntry::change(what, it)).collect();
        deeds.extend(lock_deeds(school, old, new));
        deeds
    }
}

/// Files that differ.
fn file_writes(old: &Arc<Vec<InputFile>>, new: &Arc<Vec<InputFile>>) -> Vec<FileWrite> {
    if Arc::ptr_eq(old, new) {
        return Vec::new();
    }
    let index = |files: &'_ Arc<Vec<InputFile>>| -> BTreeMap<String, Vec<u8>> {
        let files = files.iter();
        files
            .map(|file| (file.name.clone(), file.bytes.clone()))
            .collect()
    };
    let (old, new) = (index(old), index(new));
    let write = |name: &str, bytes: Option<&Vec<u8>>| FileWrite {
        name: name.to_owned(),
        bytes: bytes.cloned(),
        keep: match bytes {
            None => Keep::Always,
            Some(_) => Keep::Theirs,
        },
    };
    let changed = new
        .iter()
        .filter(|(name, bytes)| old.get(*name) != Some(bytes));
    let gone = old.keys().filter(|name| !new.contains_key(*name));
    changed
        .map(|(name, bytes)| write(name, Some(bytes)))
        .chain(gone.map(|name| write(name, None)))
        .collect()
}

/// The places that changed hands, by time and place.
pub fn changes(school: &School, old: &Board, new: &Board) -> Vec<Change> {
    compare(&placed(school, old), &placed(school, new))
}

fn placed(school: &School, board: &Board) -> Vec<PlacedRow> {
    let row = |(index, row): (usize, &RosterRow)| {
        let (subject, when) = match &row.sitting {
            &RowSitting::Known(id) => (Subject::Sitting(id), when_of(school, id)),
            RowSitting::Unknown {
                date,
                class,
                subject,
            } => {
                let when = When {
                    date: *date,
                    ..When::default()
                };
                let lapsed = Subject::Lapsed {
                    when,
                    class: class.clone(),
                    subject: subject.clone(),
                };
                (lapsed, when)
            }
        };
        PlacedRow {
            row: index,
            subject,
            when,
            role: row.role,
            seat: row.seat.clone(),
        }
    };
    board.roster.rows.iter().enumerate().map(row).collect()
}

fn when_of(school: &School, id: SittingId) -> When {
    let sitting = school.sitting(id);
    When {
        date: Some(sitting.date),
        lessons: sitting.span.lessons,
        start: sitting.span.start(),
    }
}

/// Cells that were locked or unlocked and keep their person.
fn lock_deeds(school: &School, old: &Board, new: &Board) -> Vec<JournalEntry> {
    let deed = |(spot, was): (Spot, &RosterRow)| {
        let now = &new.roster.rows[new.position(spot)?];
        if was.pinned == now.pinned || was.seat != now.seat {
            return None;
        }
        let what = if now.pinned { What::Lock } else { What::Unlock };
        let change = Change {
            subject: Subject::Sitting(spot.sitting),
            role: spot.role,
            was: None,
            now: Some((now.seat.clone(), when_of(school, spot.sitting))),
        };
        let mut reports = Wording(school).changes(&[change]);
        reports
            .pop()
            .map(|report| JournalEntry::change(what, report))
    };
    old.spots().filter_map(deed).collect()
}
