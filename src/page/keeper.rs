//! Where a school is kept: a folder on the disk, or memory.

use std::error::Error;

use crate::input::InputFile;
use crate::lang::Lang;
use crate::service::desk::Outcome;

/// Why something cannot be read or kept, in words.
pub trait Trouble: Error + Send + Sync {
    /// One sentence.
    fn sentence(&self, lang: Lang) -> String;
}

/// What was found where a school is kept.
#[derive(Debug, Default)]
pub struct Opened {
    /// Every file of the school.
    pub files: Vec<InputFile>,
    /// The roster's.
    pub roster: Option<InputFile>,
    /// Is it another place than the one before?
    pub is_other: bool,
}

/// Keeps one school at a time. What is stored is kept whole or not at all, as far as the place allows.
pub trait Keeper: Send {
    /// What the place is called.
    fn name(&self) -> String;

    /// Other schools that could be opened, by name.
    fn folders(&self) -> Vec<String>;

    /// The date, ISO, as the clock on the wall shows it.
    fn today(&self) -> String;

    /// Reads the school again.
    fn read(&mut self) -> Result<Opened, Box<dyn Trouble>>;

    /// Keeps what a step leaves behind: its files, then the journal.
    fn store(&mut self, outcome: &Outcome) -> Result<(), Box<dyn Trouble>>;

    /// The journal as it stands; empty where there is none.
    fn journal(&self) -> Result<Vec<u8>, Box<dyn Trouble>>;

    /// Turns to one of the other schools; to the first place, where the name is empty. Where it cannot, it stays.
    fn turn_to(&mut self, name: &str) -> Result<Opened, Box<dyn Trouble>>;

    /// Keeps these files as a school of its own, beside all others, and turns to it.
    fn begin(&mut self, name: &str, files: &Outcome) -> Result<Opened, Box<dyn Trouble>>;
}
