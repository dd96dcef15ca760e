//! The roster: who takes which place. One row per place, as in the file.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{Date, PersonId, Role, RoleMap, RuleCode, SittingId};

/// One place of a sitting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The sitting.
    pub sitting: SittingId,
    /// The role.
    pub role: Role,
    /// Which of the sitting's places of that role, from 0.
    pub seat: u32,
}

/// A person in a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Duty {
    /// The sitting.
    pub sitting: SittingId,
    /// The role.
    pub role: Role,
    /// Who.
    pub person: PersonId,
}

/// What a roster's row says about its sitting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowSitting {
    /// A sitting of the schedule.
    Known(SittingId),
    /// No sitting of the schedule has this date, class and subject.
    Unknown {
        /// The date, where it could be read.
        date: Option<Date>,
        /// The class, as written.
        class: String,
        /// The subject, as written.
        subject: String,
    },
}

/// What a roster's row says about its person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seat {
    /// Nobody.
    Empty,
    /// A person of the lists.
    Person(PersonId),
    /// A name that no list knows.
    Unknown(String),
    /// A name that nobody can be sure of: a question for whoever wrote it.
    Ambiguous {
        /// The name, as written.
        text: String,
        /// Whom it may mean; never empty.
        candidates: Vec<PersonId>,
        /// What makes it doubtful.
        doubt: Doubt,
    },
}

/// Why a name cannot be taken for a person's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Doubt {
    /// It fits several people.
    SeveralFit,
    /// It fits nobody, and is one slip of the pen away from the candidates' names.
    Misspelt,
}

impl Seat {
    /// The person, where known.
    pub fn person(&self) -> Option<PersonId> {
        match self {
            Seat::Person(person) => Some(*person),
            _ => None,
        }
    }
}

/// Where a name stands in a roster's file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NameAt {
    /// Line of the file or row of the sheet, 1-based; of merged cells, the first. 0 in a roster that was made, not read.
    pub row: u32,
    /// Column, 1-based; of merged cells, the first. 0 where the roster has no cell for the name.
    pub column: u32,
    /// Which of the cell's names, from 0.
    pub part: u32,
    /// Bytes of the name in the cell's text; empty where nobody is named.
    pub bytes: Range<usize>,
}

/// One place of a roster, as one of its rows says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RosterRow {
    /// Line of the file or row of the sheet where the duty stands, 1-based. Several places of a wide roster share one.
    pub row: u32,
    /// Sheet of the workbook.
    pub sheet: Option<String>,
    /// The cell and the part of it that names the person, or would.
    pub name: NameAt,
    /// Which sitting.
    pub sitting: RowSitting,
    /// Which role.
    pub role: Role,
    /// Who.
    pub seat: Seat,
    /// Decided by hand: repair leaves it alone.
    pub pinned: bool,
    /// Free text.
    pub note: String,
}

impl RosterRow {
    /// A row that was made, not read.
    pub fn new(sitting: SittingId, role: Role, seat: Seat) -> Self {
        Self {
            row: 0,
            sheet: None,
            name: NameAt::default(),
            sitting: RowSitting::Known(sitting),
            role,
            seat,
            pinned: false,
            note: String::new(),
        }
    }
}

/// A roster as read from a file, or as made.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Roster {
    /// Rows in the file's order.
    pub rows: Vec<RosterRow>,
}

impl Roster {
    /// Duties of known people in known sittings, with the row's position in [`Roster::rows`].
    pub fn duties(&self) -> impl Iterator<Item = (usize, Duty)> + '_ {
        self.rows
            .iter()
            .enumerate()
            .filter_map(|(index, row)| match (&row.sitting, &row.seat) {
                (&RowSitting::Known(sitting), &Seat::Person(person)) => Some((
                    index,
                    Duty {
                        sitting,
                        role: row.role,
                        person,
                    },
                )),
                _ => None,
            })
    }
}

/// The six-level objective of a roster; every number is a count or a sum of integers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Objective {
    /// Level 1: empty places, per role.
    pub unfilled: RoleMap<u64>,
    /// Level 2: (place, rule) pairs where a rule at `avoid` is used; rules without any are absent.
    pub avoided: BTreeMap<RuleCode, u64>,
    /// Level 3: own lessons missed by proctors and assistants.
    pub lessons_lost: u64,
    /// Level 4: Σ (history + load)² per role; duties, and works for checkers.
    pub load_squares: RoleMap<u64>,
    /// Level 5: Σ (lessons on duty)² per time-bound role; the checkers' entry is 0.
    pub lesson_squares: RoleMap<u64>,
}
