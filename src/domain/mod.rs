//! The school as the program sees it: people, classes, subjects, sittings, the policy, and the roster.
//!
//! Plain data and the questions one can ask of it. It knows no file, no rule and no solver.

mod calendar;
mod cell;
mod duties;
mod ids;
mod name;
mod plan_rows;
mod policy;
mod post;
mod role;
mod roster;
mod rule_code;
mod school;
mod share;
mod time;
mod word;

pub use calendar::{Checking, Weekdays, is_working_day, week_of};
pub use cell::{Cell, Source, cell_name};
pub use duties::{Duties, Spot};
pub use ids::{AreaId, ClassId, GroupId, PersonId, SchoolId, SittingId, SourceId, SubjectId};
pub use name::surname_at;
pub use plan_rows::{
    MeetingRow, PlanList, PlanRows, RoomRow, RowWhen, SubstituteRow, UnreadCell, are_same_letters,
};
pub use policy::{
    Document, Lang, Limits, MeetingPolicy, Options, PlanPolicy, Policy, Prefer, Preset, Severity,
    Warnings,
};
pub use post::{Post, PostLoads, PostSet};
pub use role::{Holders, KnownBy, LoadUnit, Role, RoleCard, RoleMap, RoleSet, RoleWords};
pub use roster::{Doubt, Duty, NameAt, Objective, Place, Roster, RosterRow, RowSitting, Seat};
pub use rule_code::{Code, RuleCode, RuleSet, StructuralCode};
pub use school::{
    Absence, Camera, Child, Class, Cleared, Commission, Exemption, Homeroom, Lesson, Lists,
    Parenthood, Person, Pin, PinKind, Procedure, Ring, Room, School, Sitting, Staff, Subject,
    Teaching, Tie, Waiver,
};
pub use share::{Share, are_squares_countable};
pub use time::{ClockSpan, Date, Lessons, Minute, Span};
pub use word::Word;
