//! `repair`: a roster and lists that have changed in, the fewest changes that make it valid again out.
//!
//! What counts as a change, place by place:
//! - A duty (a sitting, a role, a person) is changed when somebody has it who had it not: the place goes from one person
//!   to another, or an empty or new place is filled. A duty given up for good, where nobody can take it, is told, not
//!   counted: level 1 of the objective has decided it. As many of the present duties as possible stay.
//! - A sitting that has moved keeps its people where that is legal: staying with it is no change.
//! - A pinned row of the roster stays as it is, whatever is wrong with it; the check says what that is.
//! - A name that no list knows is nobody's duty: its place is filled anew. A name that fits several people is read as
//!   the one of them who may take the place, where there is just one, and said so; else its place is filled anew.
//! - A row about a sitting that the schedule no longer has ends.

use std::collections::{BTreeMap, BTreeSet};

use crate::check;
use crate::domain::{
    Duty, Lang, PersonId, PinKind, Place, Role, Roster, RosterRow, RowSitting, School, Seat,
    SittingId,
};
use crate::explain::Staffing;
use crate::input::{self, InputFile, ReadOptions};
use crate::rules::Eligibility;
use crate::solve::{self, PinnedPlace, Present, Repaired, SizeLimit, SolveOptions, Stage};

use super::diff::{Change, Wording, compare};
use super::explain::{Explained, explain_empty};
use super::opened::{Opened, open};
use super::placed::{PlacedRow, Subject, place};
use super::read_back::{PinnedRows, read_back};
use super::report::{ReadAsReport, RepairReport, Status, UnfilledReport};
use super::{Checked, GenerateError, JudgedPlan};

/// What to repair, and how long to try.
pub struct RepairRequest<'a> {
    /// The school's files.
    pub files: &'a [InputFile],
    /// The roster's file.
    pub roster: &'a InputFile,
    /// What to read beside the folder; who is absent now.
    pub read: ReadOptions,
    /// Chooses among equal rosters.
    pub seed: u64,
    /// Asked now and then: must the search stop with the best it has?
    pub stop: &'a (dyn Fn() -> bool + Sync),
    /// Asked while empty places are explained: what is not known by then is said to be unknown.
    pub stop_explaining: &'a (dyn Fn() -> bool + Sync),
    /// Told now and then where the search stands.
    pub progress: &'a (dyn Fn(Stage) + Sync),
}

/// A repaired roster, re-read and judged.
#[derive(Debug, Clone)]
pub struct Repair {
    /// The repaired roster as `check` sees it.
    pub checked: Checked,
    /// Its file, in the language of the roster that was.
    pub file: Vec<u8>,
    /// What the solver proves.
    pub solved: Repaired,
    /// Every place that has somebody else, or another time.
    pub changes: Vec<Change>,
    /// Duties that stay with whoever has them.
    pub kept: usize,
    /// Conflicts and unclear names of the roster as it was.
    pub conflicts_before: usize,
    /// Rows whose name fits several people, and who it was taken to mean.
    pub read_as: Vec<(u32, String, PersonId)>,
    /// The obstacles that keep places empty.
    pub unfilled: Vec<Explained>,
}

/// Repairs the roster, reads it back as any manual one, and judges it.
pub fn repair(request: &RepairRequest<'_>) -> Result<Repair, GenerateError> {
    let Opened {
        school,
        roster: given,
        times,
        lang,
        complaints,
        ..
    } = open(request.files, &request.read, request.roster).map_err(GenerateError::Refused)?;
    let before = check::check(&school, &given);
    let eligibility = Eligibility::of(&school);
    let mut old = place(&school, &given, &times);
    let read_as = settle_names(&eligibility, &given, &mut old);
    let solved = solve::repair(
        &school,
        &eligibility,
        &present(&given, &old),
        &SolveOptions {
            seed: request.seed,
            stop: request.stop,
            progress: request.progress,
            limit: SizeLimit::default(),
        },
    )?;
    let mut made = Made::of(&school, &given, &old, &solved.duties);
    let staffing = Staffing::of(&school, &made.roster);
    let unfilled = explain_empty((&school, &eligibility), &staffing, request.stop_explaining);
    made.note_empty(&school, &unfilled, lang);
    let file = input::write_roster(&school, &made.roster, lang);
    let (again, roster, findings) =
        read_back(&school, &file, &solved.objective, PinnedRows::AreGiven)
            .map_err(GenerateError::Internal)?;
    Ok(Repair {
        changes: compare(&old, &place(&school, &roster, &again.times)),
        checked: Checked {
            advice: check::schedule_advice(&school),
            warnings: check::warnings(&school, &roster),
            school,
            complaints,
            file: request.roster.name.clone(),
            roster,
            times: again.times,
            layouts: again.layouts,
            findings,
            suggestions: None,
            plan: JudgedPlan::default(),
        },
        file,
        kept: made.kept,
        conflicts_before: before.conflicts.len() + before.questions.len(),
        read_as: read_as
            .into_iter()
            .map(|(row, text, person)| (given.rows[row].row, text, person))
            .collect(),
        solved,
        unfilled,
    })
}

/// Reads names that fit several people as the one of them who may take the place and has none there; returns what was
/// read so: row, text, person.
fn settle_names(
    eligibility: &Eligibility,
    roster: &Roster,
    rows: &mut [PlacedRow],
) -> Vec<(usize, String, PersonId)> {
    let mut taken: BTreeSet<(SittingId, Role, PersonId)> = BTreeSet::new();
    for row in rows.iter() {
        if let (&Subject::Sitting(sitting), Some(person)) = (&row.subject, row.seat.person()) {
            taken.insert((sitting, row.role, person));
        }
    }
    let mut read_as = Vec::new();
    for placed in rows.iter_mut().filter(|row| !roster.rows[row.row].pinned) {
        let (
            Subject::Sitting(sitting),
            Seat::Ambiguous {
                text, candidates, ..
            },
        ) = (&placed.subject, &placed.seat)
        else {
            continue;
        };
        let mut fitting = candidates.iter().copied().filter(|&person| {
            eligibility.may(*sitting, placed.role, person)
                && !taken.contains(&(*sitting, placed.role, person))
        });
        if let (Some(person), None) = (fitting.next(), fitting.next()) {
            taken.insert((*sitting, placed.role, person));
            read_as.push((placed.row, text.clone(), person));
            placed.seat = Seat::Person(person);
        }
    }
    read_as
}

/// The roster as the solver sees it: what is pinned, and what had better stay.
fn present(roster: &Roster, rows: &[PlacedRow]) -> Present {
    let mut present = Present::default();
    for row in rows {
        let &Subject::Sitting(sitting) = &row.subject else {
            continue;
        };
        let (role, person) = (row.role, row.seat.person());
        if stays(&roster.rows[row.row]) {
            present.pinned.push(PinnedPlace {
                sitting,
                role,
                person,
            });
        } else if let Some(person) = person {
            present.duties.push(Duty {
                sitting,
                role,
                person,
            });
        }
    }
    present
}

/// A pinned row that names somebody; an empty place cannot be pinned.
fn stays(row: &RosterRow) -> bool {
    row.pinned && row.seat != Seat::Empty
}

/// The repaired roster under construction.
struct Made {
    roster: Roster,
    kept: usize,
}

impl Made {
    /// The rows that stay, in their order, then the new ones, then the empty places.
    fn of(school: &School, was: &Roster, old: &[PlacedRow], duties: &[Duty]) -> Self {
        let mut made = Self {
            roster: Roster::default(),
            kept: 0,
        };
        let mut rows: BTreeMap<(SittingId, Role), Vec<&PlacedRow>> = BTreeMap::new();
        for row in old {
            match row.subject {
                Subject::Sitting(sitting) => rows.entry((sitting, row.role)).or_default().push(row),
                Subject::Lapsed { .. } if stays(&was.rows[row.row]) => {
                    made.roster.rows.push(was.rows[row.row].clone());
                }
                Subject::Lapsed { .. } => {}
            }
        }
        let mut people: BTreeMap<(SittingId, Role), Vec<PersonId>> = BTreeMap::new();
        for duty in duties {
            let people = people.entry((duty.sitting, duty.role)).or_default();
            people.push(duty.person);
        }
        for sitting in school.sitting_ids() {
            for role in Role::ALL {
                let rows = rows.remove(&(sitting, role)).unwrap_or_default();
                let people = people.remove(&(sitting, role)).unwrap_or_default();
                made.fill(school, (sitting, role), (was, &rows), people);
            }
        }
        made
    }

    fn fill(
        &mut self,
        school: &School,
        (sitting, role): (SittingId, Role),
        (was, old): (&Roster, &[&PlacedRow]),
        mut people: Vec<PersonId>,
    ) {
        let first = self.roster.rows.len();
        for placed in old {
            let row = &was.rows[placed.row];
            let mine = placed.seat.person();
            let at = people.iter().position(|&person| Some(person) == mine);
            if stays(row) || at.is_some() {
                if let Some(at) = at.filter(|_| !stays(row)) {
                    people.remove(at);
                }
                self.kept += 1;
                self.roster.rows.push(RosterRow {
                    sitting: RowSitting::Known(sitting),
                    seat: placed.seat.clone(),
                    ..row.clone()
                });
            }
        }
        for person in people {
            let seat = Seat::Person(person);
            let pinned = is_pinned(school, sitting, role, person);
            self.roster.rows.push(RosterRow {
                pinned,
                ..RosterRow::new(sitting, role, seat)
            });
        }
        let named = self.roster.rows.len() - first;
        let places = school.sitting(sitting).places[role] as usize;
        for _ in named..places {
            self.roster
                .rows
                .push(RosterRow::new(sitting, role, Seat::Empty));
        }
    }

    /// Writes the reason into the rows of empty places.
    fn note_empty(&mut self, school: &School, unfilled: &[Explained], lang: Lang) {
        let mut seats: BTreeMap<(SittingId, Role), u32> = BTreeMap::new();
        for row in &mut self.roster.rows {
            let RowSitting::Known(sitting) = row.sitting else {
                continue;
            };
            let next = seats.entry((sitting, row.role)).or_default();
            let place = Place {
                sitting,
                role: row.role,
                seat: *next,
            };
            *next += 1;
            if row.seat == Seat::Empty {
                let mut reasons = unfilled.iter();
                let reason = reasons.find(|it| it.places().any(|empty| empty == place));
                row.note = reason.map_or_else(String::new, |it| it.because(school, lang));
            }
        }
    }
}

/// Do the lists pin the duty?
fn is_pinned(school: &School, sitting: SittingId, role: Role, person: PersonId) -> bool {
    school.pins.iter().any(|pin| {
        pin.kind == PinKind::Must && (pin.sitting, pin.role, pin.person) == (sitting, role, person)
    })
}

impl Repair {
    /// The object of `--format json`.
    pub fn report(&self, elapsed_ms: u64, lang: Lang) -> RepairReport {
        let school = &self.checked.school;
        let words = Wording(school);
        let mut unfilled: Vec<(Place, UnfilledReport)> = self
            .unfilled
            .iter()
            .flat_map(|explained| explained.reports(school, lang))
            .collect();
        unfilled.sort_by_key(|&(place, _)| place);
        RepairReport {
            status: if self.solved.optimal {
                Status::Optimal
            } else {
                Status::Feasible
            },
            changed: self.solved.changed,
            fewest: self.solved.fewest,
            fewest_is_proven: self.solved.fewest_is_proven,
            kept: self.kept,
            conflicts_before: self.conflicts_before,
            changes: words.changes(&self.changes),
            told: words.told(&self.changes),
            read_as: self
                .read_as
                .iter()
                .map(|(row, text, person)| ReadAsReport {
                    row: *row,
                    text: text.clone(),
                    person: school.person(*person).name.clone(),
                })
                .collect(),
            bound: (&self.solved.bound).into(),
            unfilled: unfilled.into_iter().map(|(_, report)| report).collect(),
            check: self.checked.report(lang),
            elapsed_ms,
        }
    }
}
