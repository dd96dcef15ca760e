//! The school that is open and the desk on which it lies.

use crate::input::InputFile;
use crate::service::demo;
use crate::service::desk::{self, Desk, DeskError, FileWrite, Keep, Outcome};

use super::failure::{BadRequest, Failure};
use super::keeper::{Keeper, Opened, Trouble};

/// What the sample school is called.
const SAMPLE: &str = "demo-school";
/// What a school is called that is begun beside others.
const NEW: &str = "school";

/// What is open.
pub struct Session {
    keeper: Box<dyn Keeper>,
    /// The work on its school.
    pub desk: Desk,
}

impl Session {
    /// Opens what is kept there.
    pub fn open(mut keeper: Box<dyn Keeper>) -> Result<Self, Box<dyn Trouble>> {
        let Opened { files, roster, .. } = keeper.read()?;
        Ok(Self {
            keeper,
            desk: Desk::open(files, roster),
        })
    }

    /// Name of the folder that is open.
    pub fn folder_name(&self) -> String {
        self.keeper.name()
    }

    /// School folders that could be opened, by name.
    pub fn folders(&self) -> Vec<String> {
        self.keeper.folders()
    }

    /// The date, ISO.
    pub fn today(&self) -> String {
        self.keeper.today()
    }

    /// Carries out a step on a copy of the desk, writes what it leaves behind, and keeps the copy: what is answered for is
    /// kept.
    pub fn change(
        &mut self,
        step: impl FnOnce(&mut Desk) -> Result<Outcome, DeskError>,
    ) -> Result<Outcome, Failure> {
        let mut next = self.desk.clone();
        let outcome = step(&mut next)?;
        self.keeper.store(&outcome)?;
        self.desk = next;
        Ok(outcome)
    }

    /// The journal's file.
    pub fn journal(&self) -> Result<Vec<u8>, Failure> {
        Ok(self.keeper.journal()?)
    }

    /// Opens another school folder; the first one, where the name is empty.
    pub fn open_below(&mut self, name: &str) -> Result<(), Failure> {
        if !name.is_empty() && !self.folders().iter().any(|folder| folder == name) {
            return Err(Failure::Request(BadRequest::Content));
        }
        let opened = self.keeper.turn_to(name)?;
        self.lay_out(opened);
        Ok(())
    }

    /// Reads the folder again; steps cannot be taken back beyond this.
    pub fn reload(&mut self) -> Result<(), Failure> {
        let opened = self.keeper.read()?;
        self.lay_out(opened);
        Ok(())
    }

    /// Keeps the sample school as one of its own, and opens it.
    pub fn sample(&mut self) -> Result<(), Failure> {
        let writes = demo::sample().into_iter().map(|file| FileWrite {
            name: file.name,
            bytes: Some(file.bytes),
            keep: Keep::Always,
        });
        let files = Outcome {
            writes: writes.collect(),
            ..Outcome::default()
        };
        let opened = self.keeper.begin(SAMPLE, &files)?;
        self.lay_out(opened);
        Ok(())
    }

    /// Takes a file into the school; into one of the user's own, where the sample is open: they are never mixed.
    pub fn put(&mut self, file: InputFile) -> Result<(), Failure> {
        if self.is_sample() && !desk::is_roster(&file) {
            // A file that no school takes leaves everything as it is.
            Desk::open(Vec::new(), None).put(file.clone())?;
            self.new_school()?;
        }
        self.change(|desk| desk.put(file))?;
        Ok(())
    }

    /// Turns to a school without a file: the first place, where that holds none, else a new one. All others stay.
    pub fn new_school(&mut self) -> Result<(), Failure> {
        let opened = self.keeper.turn_to("")?;
        let opened = if opened.files.is_empty() && opened.roster.is_none() {
            opened
        } else {
            self.keeper.begin(NEW, &Outcome::default())?
        };
        self.lay_out(opened);
        Ok(())
    }

    /// Is it a sample school, kept beside the user's own?
    fn is_sample(&self) -> bool {
        let name = self.keeper.name();
        name.starts_with(SAMPLE) && self.keeper.folders().contains(&name)
    }

    fn lay_out(&mut self, opened: Opened) {
        let Opened {
            files,
            roster,
            is_other,
        } = opened;
        self.desk = if is_other {
            Desk::open(files, roster).after(&self.desk)
        } else {
            self.desk.reopened(files, roster)
        };
    }
}
