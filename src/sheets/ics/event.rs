//! One entry of a calendar.

use chrono::{Days, NaiveDateTime, NaiveTime};
use icalendar::{Component, EventLike, EventStatus, Property};

use crate::domain::{Date, Minute};
use crate::sheets::printable::printable;

/// Beside the roster that was exported before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// As it was, or nothing is known of before.
    Planned,
    /// New since then.
    Changed,
    /// No longer.
    Cancelled,
}

/// One entry.
pub struct Event {
    /// Stays the same from export to export.
    pub uid: String,
    /// The line that a calendar shows.
    pub summary: String,
    /// Room, or empty.
    pub location: String,
    /// More lines.
    pub description: String,
    /// Day.
    pub date: Date,
    /// First minute; `None` makes it an entry of the whole day.
    pub start: Option<Minute>,
    /// Minute after the last.
    pub end: Option<Minute>,
    /// Does it take the person's time?
    pub is_busy: bool,
    /// Beside the roster before.
    pub status: Status,
}

impl Event {
    /// As a component, stamped with that day instead of the clock, so that the same roster gives the same bytes.
    pub fn component(&self, stamp: Option<Date>) -> icalendar::Event {
        let mut event = icalendar::Event::new();
        let stamp = stamp.unwrap_or(self.date).format("%Y%m%dT000000Z");
        event
            .uid(&self.uid)
            .add_property("DTSTAMP", stamp.to_string())
            .summary(&printable(&self.summary))
            .add_property(
                "TRANSP",
                if self.is_busy {
                    "OPAQUE"
                } else {
                    "TRANSPARENT"
                },
            );
        if !self.location.is_empty() {
            event.location(&printable(&self.location));
        }
        if !self.description.is_empty() {
            event.description(&printable(&self.description));
        }
        if let (Some(start), Some(end)) = (self.start, self.end) {
            event.append_property(floating("DTSTART", self.date, start));
            event.append_property(floating("DTEND", self.date, end));
        } else {
            event.starts(self.date);
            if let Some(next) = self.date.checked_add_days(Days::new(1)) {
                event.ends(next);
            }
        }
        // Without a memory of earlier exports: what is cancelled overrules what was new before.
        let (sequence, status) = match self.status {
            Status::Planned => (0, EventStatus::Confirmed),
            Status::Changed => (1, EventStatus::Confirmed),
            Status::Cancelled => (2, EventStatus::Cancelled),
        };
        event.sequence(sequence).status(status);
        event
    }
}

fn floating(key: &str, date: Date, minute: Minute) -> Property {
    let time = NaiveTime::from_hms_opt(u32::from(minute.0) / 60, u32::from(minute.0) % 60, 0);
    let at = NaiveDateTime::new(date, time.unwrap_or_default());
    Property::new(key, at.format("%Y%m%dT%H%M%S").to_string())
}
