//! The sheets, read back from their files: everybody where they belong and once, nobody harmed by a name, nothing private
//! for the public, the same bytes every time.

mod calendars;
mod case;
mod draft;
mod everybody;
mod formats;
mod hostile;
mod meetings;
mod own;
mod public;
mod readers;
mod same;
