//! The disk: folders read as files in memory, files written whole or not at all. Both doors stand on it.
//!
//! It knows names and bytes, and nothing of what the files say.

mod read;
mod replace;
mod start;
mod write;

pub use read::{
    FileError, SCHOOL_MARK, folders_of, holds_school, read_file, read_folder, read_options,
    read_some,
};
pub use replace::{append, remove_leftovers, replace};
pub use start::home_of_schools;
pub use write::{Output, Overwrite, refuse_to_fill, refuse_to_overwrite, write_all};
