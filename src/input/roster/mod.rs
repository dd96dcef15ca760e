//! Rosters as files: written and read tidy, one row per place.

use crate::domain::{Roster, School, Source};
use crate::lang::Lang;

use super::{Complaint, InputFile};

/// What a roster's file says.
#[derive(Debug, Clone)]
pub struct RosterReading {
    /// The roster; `None` where a complaint is an error.
    pub roster: Option<Roster>,
    /// Everything there is to say about the file itself.
    pub complaints: Vec<Complaint>,
    /// The file and sheet that the rows and the complaints refer to.
    pub sources: Vec<Source>,
}

/// Reads a roster against the school it staffs.
pub fn read_roster(_file: &InputFile, _school: &School) -> RosterReading {
    RosterReading {
        roster: None,
        complaints: Vec::new(),
        sources: Vec::new(),
    }
}

/// Writes a roster, one row per place, sorted by date, lesson, class, role.
pub fn write_roster(_school: &School, _roster: &Roster, _lang: Lang) -> Vec<u8> {
    Vec::new()
}
