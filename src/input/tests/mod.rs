//! What folders are understood to say, and what is said of bad ones.

mod cascades;
mod district;
mod facts;
mod folders;
mod lists;
mod people;
mod robust;
mod slips;
mod times;
