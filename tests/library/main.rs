//! The library through its public face: the readers, the solver, the check, the proofs and the sheets, held against an oracle
//! that was written from the rules alone (`oracle`) and against brute force.
//!
//! All in one binary, so that the oracle is compiled once: `cargo test --test library planted` runs one module.

mod annotate;
mod books;
mod explain;
mod few_people;
mod fix;
mod habits;
mod in_memory;
mod manual;
mod oracle;
mod oracle_check;
mod oracle_itself;
mod oracle_solve;
mod page_roles;
mod plan;
mod planted;
mod proof;
mod readme;
mod repair;
mod robust;
mod samples;
mod sheets;
mod suggest;
mod unchecked;
mod walk;
