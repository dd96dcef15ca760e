//! The program as people meet it: a real process, real folders, real sockets.

#[path = "../library/oracle/book.rs"]
#[allow(dead_code, reason = "other tests use the rest")]
mod book;
mod cli;
mod same_everywhere;
#[cfg(feature = "web")]
mod serve;
