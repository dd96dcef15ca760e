//! The text of one cell becomes a value, or a problem that says what would be right.
//!
//! Pure functions of a text; they know no table and no list.

mod count;
mod dates;
mod lessons;
mod lists;
mod share;
mod times;
mod words;

use super::problem::FactProblem;

pub use count::count;
pub use dates::{Serials, date, day_and_month};
pub use lessons::lessons;
pub use lists::{is_none_mark, is_sheet_error, pieces};
pub use share::share;
pub use times::{fraction_of_day, time, with_colons};
pub use words::{
    AnyRole, any_role, camera, camera_word, no_word, pin_kind, pin_word, role, rule, weekday,
    weekday_word, weekdays, yes_no, yes_word,
};

/// A value, or what is wrong with the text.
pub type Parsed<T> = Result<T, FactProblem>;
