//! The lists, and a roster of theirs: where every command begins.

use crate::domain::{Roster, School};
use crate::input::{self, InputFile, ReadOptions, RosterReading, RowTime, SheetLayout};
use crate::lang::Lang;

use super::Complaints;

/// Lists and a roster that can be used.
pub struct Opened {
    /// The facts.
    pub school: School,
    /// The roster.
    pub roster: Roster,
    /// When each row says its sitting is, in the roster's order.
    pub times: Vec<RowTime>,
    /// The roster's sheets, as typed and as understood.
    pub layouts: Vec<SheetLayout>,
    /// Language of the roster's columns.
    pub lang: Lang,
    /// Warnings and notes about all files.
    pub complaints: Complaints,
}

/// Reads the lists; the error is what makes them useless.
pub fn open_lists(
    files: &[InputFile],
    options: &ReadOptions,
) -> Result<(School, Complaints), Complaints> {
    let reading = input::read(files, options);
    let complaints = Complaints {
        list: reading.complaints,
        sources: reading.sources,
    };
    match reading.school {
        Some(school) => Ok((school, complaints)),
        None => Err(complaints),
    }
}

/// Reads the lists and the roster; the error is what makes either useless.
pub fn open(
    files: &[InputFile],
    options: &ReadOptions,
    roster: &InputFile,
) -> Result<Opened, Complaints> {
    let (school, complaints) = open_lists(files, options)?;
    let reading = input::read_roster_sheet(roster, &school, options.sheet.as_deref());
    let RosterReading {
        roster,
        layouts,
        times,
        lang,
        complaints: list,
        sources,
    } = reading;
    let complaints = complaints.and(Complaints { list, sources });
    match roster {
        Some(roster) => Ok(Opened {
            school,
            roster,
            times,
            layouts,
            lang,
            complaints,
        }),
        None => Err(complaints),
    }
}
