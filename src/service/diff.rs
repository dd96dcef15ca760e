//! `diff`: what changed between two rosters, and for whom.

use std::collections::BTreeMap;

use crate::check;
use crate::domain::{Objective, Role, School, Seat};
use crate::input::{self, InputFile, ReadOptions};

use super::CheckError;
use super::Complaints;
use super::opened::open_lists;
use super::placed::{PlacedRow, Subject, When, place};
use super::report::{
    ChangeReport, DiffReport, DutyReport, MoveReport, ObjectiveChange, ToldReport, WhenReport,
};
use super::views::lesson_of;

/// Which rosters, and by which lists.
pub struct DiffRequest<'a> {
    /// The school's files.
    pub files: &'a [InputFile],
    /// The roster that was.
    pub old: &'a InputFile,
    /// The roster that is.
    pub new: &'a InputFile,
    /// What to read beside the folder.
    pub read: ReadOptions,
}

/// What changed between two rosters.
#[derive(Debug, Clone)]
pub struct Difference {
    /// The facts.
    pub school: School,
    /// Warnings and notes about the files.
    pub complaints: Complaints,
    /// The changes, by date and place.
    pub changes: Vec<Change>,
    /// The old roster's objective, of the rows that the schedule still has.
    pub before: Objective,
    /// The new roster's objective.
    pub after: Objective,
}

/// A place that has somebody else, or another time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Where.
    pub subject: Subject,
    /// The role.
    pub role: Role,
    /// Who had it, and when it was to be.
    pub was: Option<(Seat, When)>,
    /// Who has it, and when it is.
    pub now: Option<(Seat, When)>,
}

impl Change {
    /// The same person at another time?
    pub fn is_move(&self) -> bool {
        let seat = |side: &Option<(Seat, When)>| side.as_ref().map(|(seat, _)| seat.clone());
        seat(&self.was) == seat(&self.now)
    }

    /// When it is, else when it was to be.
    pub fn when(&self) -> When {
        let side = self.now.as_ref().or(self.was.as_ref());
        side.map(|(_, when)| *when).unwrap_or_default()
    }
}

/// Compares two rosters of one school.
pub fn diff(request: &DiffRequest<'_>) -> Result<Difference, CheckError> {
    let (school, mut complaints) =
        open_lists(request.files, &request.read).map_err(CheckError::Refused)?;
    let (old, new) = (
        input::read_roster(request.old, &school),
        input::read_roster(request.new, &school),
    );
    for reading in [&old, &new] {
        complaints = complaints.and(Complaints {
            list: reading.complaints.clone(),
            sources: reading.sources.clone(),
        });
    }
    let (Some(before), Some(after)) = (&old.roster, &new.roster) else {
        return Err(CheckError::Refused(complaints));
    };
    Ok(Difference {
        changes: compare(
            &place(&school, before, &old.times),
            &place(&school, after, &new.times),
        ),
        before: check::check(&school, before).objective,
        after: check::check(&school, after).objective,
        complaints,
        school,
    })
}

/// The places whose person or time differs, by time and place.
pub fn compare(old: &[PlacedRow], new: &[PlacedRow]) -> Vec<Change> {
    let mut places: BTreeMap<(&Subject, Role), [Vec<&PlacedRow>; 2]> = BTreeMap::new();
    for (side, rows) in [old, new].into_iter().enumerate() {
        for row in rows.iter().filter(|row| row.seat != Seat::Empty) {
            places.entry((&row.subject, row.role)).or_default()[side].push(row);
        }
    }
    let mut changes = Vec::new();
    for ((subject, role), [mut old, mut new]) in places {
        let mut add = |was: Option<&PlacedRow>, now: Option<&PlacedRow>| {
            let side = |row: &PlacedRow| (row.seat.clone(), row.when);
            changes.push(Change {
                subject: subject.clone(),
                role,
                was: was.map(side),
                now: now.map(side),
            });
        };
        old.retain(|was| {
            let Some(at) = new.iter().position(|now| now.seat == was.seat) else {
                return true;
            };
            let now = new.remove(at);
            if was.when.differs(now.when) {
                add(Some(was), Some(now));
            }
            false
        });
        for index in 0..old.len().max(new.len()) {
            add(old.get(index).copied(), new.get(index).copied());
        }
    }
    changes.sort_by(|a, b| (a.when(), &a.subject, a.role).cmp(&(b.when(), &b.subject, b.role)));
    changes
}

/// Changes in the names of a school's lists.
pub struct Wording<'a>(pub &'a School);

impl Wording<'_> {
    /// The name; as typed, where no list knows it.
    fn name(&self, seat: &Seat) -> Option<String> {
        match seat {
            Seat::Empty => None,
            Seat::Person(person) => Some(self.0.person(*person).name.clone()),
            Seat::Unknown(text) | Seat::Ambiguous { text, .. } => Some(text.clone()),
        }
    }

    fn duty(&self, subject: &Subject, role: Role, when: When) -> DutyReport {
        let (class, name, known) = match subject {
            Subject::Sitting(id) => {
                let sitting = self.0.sitting(*id);
                (
                    self.0.class(sitting.class).name.clone(),
                    self.0.subject(sitting.subject).name.clone(),
                    lesson_of(sitting),
                )
            }
            Subject::Lapsed { class, subject, .. } => {
                (class.clone(), subject.clone(), String::new())
            }
        };
        let WhenReport { date, lesson } = report_of(when);
        DutyReport {
            date,
            lesson: if lesson.is_empty() { known } else { lesson },
            class,
            subject: name,
            role: role.name(),
        }
    }

    fn change(&self, change: &Change) -> ChangeReport {
        let name = |side: &Option<(Seat, When)>| {
            let seat = side.as_ref().map(|(seat, _)| seat);
            seat.and_then(|seat| self.name(seat))
        };
        let moved = change.was.as_ref().zip(change.now.as_ref());
        ChangeReport {
            duty: self.duty(&change.subject, change.role, change.when()),
            was: name(&change.was),
            now: name(&change.now),
            moved_from: moved
                .filter(|((_, was), (_, now))| was.differs(*now))
                .map(|((_, was), _)| report_of(*was)),
        }
    }

    /// The changes one by one.
    pub fn changes(&self, changes: &[Change]) -> Vec<ChangeReport> {
        changes.iter().map(|change| self.change(change)).collect()
    }

    /// Who has to be told what, by name.
    pub fn told(&self, changes: &[Change]) -> Vec<ToldReport> {
        let mut told: BTreeMap<String, ToldReport> = BTreeMap::new();
        for change in changes {
            let side = |side: &Option<(Seat, When)>| {
                let (seat, when) = side.as_ref()?;
                let name = self.name(seat)?;
                Some((name, self.duty(&change.subject, change.role, *when)))
            };
            let (was, now) = (side(&change.was), side(&change.now));
            match (was, now) {
                (Some((name, from)), Some((_, to))) if change.is_move() => {
                    entry(&mut told, name).moved.push(MoveReport { from, to });
                }
                (was, now) => {
                    if let Some((name, duty)) = was {
                        entry(&mut told, name).gives_up.push(duty);
                    }
                    if let Some((name, duty)) = now {
                        entry(&mut told, name).takes_on.push(duty);
                    }
                }
            }
        }
        told.into_values().collect()
    }
}

fn entry(told: &mut BTreeMap<String, ToldReport>, person: String) -> &mut ToldReport {
    told.entry(person.clone()).or_insert_with(|| ToldReport {
        person,
        ..ToldReport::default()
    })
}

fn report_of(when: When) -> WhenReport {
    let date = when.date.map(|date| date.format("%Y-%m-%d").to_string());
    let start = when.start.map(|start| start.to_string());
    WhenReport {
        date: date.unwrap_or_default(),
        lesson: if when.lessons.is_empty() {
            start.unwrap_or_default()
        } else {
            when.lessons.to_string()
        },
    }
}

impl Difference {
    /// The object of `--format json`.
    pub fn report(&self) -> DiffReport {
        let words = Wording(&self.school);
        DiffReport {
            changes: words.changes(&self.changes),
            told: words.told(&self.changes),
            objective: ObjectiveChange {
                before: (&self.before).into(),
                after: (&self.after).into(),
            },
        }
    }
}
