//! One file per table: its columns, and how its rows become facts.
//!
//! A table adds facts and complaints to the [`Desk`](super::desk::Desk); it does not know where the rows came from.

mod absences;
mod aside;
mod bells;
mod classes;
mod cleared;
mod commissions;
mod history;
mod kind;
mod load;
mod names;
mod parents;
mod pins;
mod rooms;
mod schedule;
mod staff;
mod subjects;
mod table;
mod ties;
mod timetable;
mod waivers;

pub use aside::{Aside, rows_aside};
pub use bells::Bells;
pub use kind::TableKind;
pub use names::write_names;
pub use table::{Field, Row, Table};

pub(super) use self::absences::{
    grid_of as absent_grid, read as read_absences, read_one as read_absence,
};
pub(super) use self::bells::read as read_bells;
pub(super) use self::classes::{
    HIGHEST_GRADE, read as read_classes, read_homerooms as read_class_teachers,
};
pub(super) use self::cleared::read as read_cleared;
pub(super) use self::commissions::read as read_commissions;
pub(super) use self::history::read as read_history;
pub(super) use self::load::{from_staff as load_from_staff, read as read_load};
pub(super) use self::names::read as read_names;
pub(super) use self::parents::read as read_parents;
pub(super) use self::pins::read as read_pins;
pub(super) use self::rooms::read as read_rooms;
pub(super) use self::schedule::{read as read_schedule, year_of};
pub(super) use self::staff::read as read_staff;
pub(super) use self::subjects::read as read_subjects;
pub(super) use self::ties::read as read_ties;
pub(super) use self::timetable::read as read_timetable;
pub(super) use self::waivers::read as read_waivers;
