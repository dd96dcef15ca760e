//! The page's server as a browser meets it: a real process, real sockets, a real folder.

mod client;
mod crash;
mod crowd;
mod hostile;
mod lists;
mod names;
mod own;
mod rosters;
mod sheets;
mod typed;
mod windows;
