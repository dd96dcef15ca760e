//! The program as people run it: a real process, real folders, exit codes, and what stands where afterwards.

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
