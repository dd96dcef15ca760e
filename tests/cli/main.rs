//! The program as people run it: a real process, real folders, exit codes, and what stands where afterwards.

#[path = "../oracle/book.rs"]
#[allow(dead_code, reason = "other tests use the rest")]
mod book;
mod cases;
mod check;
mod export;
mod files;
mod generate;
mod killed;
mod output;
mod town;
mod tradeoff;
mod verify;
mod wide;
