//! What folders are understood to say, and what is said of bad ones.

mod asides;
mod cascades;
mod district;
mod facts;
mod folders;
mod lists;
mod papers;
mod people;
mod robust;
mod slips;
mod times;
