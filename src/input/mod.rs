//! From bytes to facts: encoding, table, names, one file per table; and rosters, as read from files.
//!
//! It knows no rule and no solver, opens no file (bytes come in by name), and prints nothing.

mod complaint;
mod file;
mod table;

pub use complaint::{Complaint, Gravity};
pub use file::InputFile;
pub use table::{Dialect, HeaderCell, Table, TableRow};
