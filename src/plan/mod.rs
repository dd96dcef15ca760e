//! What stands on a finished roster: rooms, meetings on criteria, substitutes of lost lessons.
//!
//! Each step is a small exact model of its own ([`exact`]) with the levels that the contract lists, and can cost the roster nothing.
//! It knows the facts and who has which duty; nothing of how the roster came about, of files or of papers. Readings of the contract
//! that its wording leaves open stand in each step's own module.

mod exact;
mod level;
mod meetings;
mod on_duty;
mod recount;
mod rooms;
mod substitutes;

use crate::domain::{Roster, School};
use crate::solve::budget::Stop;

pub use level::{Level, Step};
pub use meetings::{Hindrance, Meeting, Meetings};
pub use recount::{Flaw, recount};
pub use rooms::{Moved, Rooms, Seated};
pub use substitutes::{Fit, LostLesson, Substitutes, Taken};

use exact::Effort;
use on_duty::OnDuty;

/// Seconds of a general solver for one part of a step and one level.
const SECONDS: f64 = 3.0;
/// Cases that one part and level may be split into.
const CASES: usize = 200;

/// Everything that was planned; a step that nobody asked for, or that the lists give no occasion for, is not there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Plan {
    /// Rooms of sittings, and lessons that move.
    pub rooms: Option<Rooms>,
    /// Meetings on criteria.
    pub meetings: Option<Meetings>,
    /// Who takes the lessons that duties cost.
    pub substitutes: Option<Substitutes>,
}

/// Plans the steps asked for.
pub fn plan(school: &School, roster: &Roster, (steps, stop): (&[Step], Stop<'_>)) -> Plan {
    let on_duty = OnDuty::of(school, roster);
    let effort = Effort {
        stop,
        seconds: SECONDS,
        cases: CASES,
    };
    let wants = |step: Step| steps.contains(&step);
    Plan {
        rooms: wants(Step::Rooms)
            .then(|| rooms::plan(school, effort))
            .flatten(),
        meetings: wants(Step::Meetings)
            .then(|| meetings::plan(&on_duty, roster, effort))
            .flatten(),
        substitutes: wants(Step::Substitutes)
            .then(|| substitutes::plan(&on_duty, effort))
            .flatten(),
    }
}

impl Plan {
    /// The steps that were taken, with their levels.
    pub fn steps(&self) -> Vec<(Step, &[Level])> {
        let rooms = self.rooms.as_ref().map(|it| (Step::Rooms, &it.levels[..]));
        let meetings = self.meetings.as_ref();
        let meetings = meetings.map(|it| (Step::Meetings, &it.levels[..]));
        let substitutes = self.substitutes.as_ref();
        let substitutes = substitutes.map(|it| (Step::Substitutes, &it.levels[..]));
        [rooms, meetings, substitutes]
            .into_iter()
            .flatten()
            .collect()
    }
}
