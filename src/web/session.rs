//! The folder that is open and the desk on which its school lies.

use std::path::{Path, PathBuf};

use crate::disk::{self, FileError};
use crate::service::demo;
use crate::service::desk::{Desk, DeskError, FileWrite, Keep, Outcome};

use super::failure::{BadRequest, Failure};
use super::folder::{Folder, FolderError};

/// Folders that are tried as a new home of the sample school.
const MOST_SAMPLES: usize = 1_000;

/// What is open.
pub struct Session {
    /// The folder that was served.
    root: PathBuf,
    port: u16,
    folder: Folder,
    /// The work on its school.
    pub desk: Desk,
}

impl Session {
    /// Opens the folder.
    pub fn open(root: &Path, port: u16) -> Result<Self, FolderError> {
        let (folder, desk) = lay_out(root, port)?;
        Ok(Self {
            root: root.to_owned(),
            port,
            folder,
            desk,
        })
    }

    /// Name of the folder that is open.
    pub fn folder_name(&self) -> String {
        self.folder.name()
    }

    /// Carries out a step on a copy of the desk, writes what it leaves behind, and keeps the copy: what is answered for is
    /// on the disk.
    pub fn change(
        &mut self,
        step: impl FnOnce(&mut Desk) -> Result<Outcome, DeskError>,
    ) -> Result<Outcome, Failure> {
        let mut next = self.desk.clone();
        let outcome = step(&mut next)?;
        self.folder.store(&outcome)?;
        self.desk = next;
        Ok(outcome)
    }

    /// The journal's file.
    pub fn journal(&self) -> Result<Vec<u8>, Failure> {
        Ok(self.folder.journal_bytes()?)
    }

    /// School folders below the served one, by name; none where it cannot be looked into.
    pub fn folders(&self) -> Vec<String> {
        let below = disk::folders_of(&self.root).unwrap_or_default();
        let schools = below
            .iter()
            .filter(|dir| disk::holds_school(dir).unwrap_or(false));
        schools
            .filter_map(|dir| Some(dir.file_name()?.to_string_lossy().into_owned()))
            .collect()
    }

    /// Opens a school folder below the served one; the served one itself, where the name is empty.
    pub fn open_below(&mut self, name: &str) -> Result<(), Failure> {
        if name.is_empty() {
            return self.turn_to(&self.root.clone());
        }
        if !self.folders().iter().any(|folder| folder == name) {
            return Err(Failure::Request(BadRequest::Content));
        }
        self.turn_to(&self.root.join(name))
    }

    /// Reads the folder again; steps cannot be taken back beyond this.
    pub fn reload(&mut self) -> Result<(), Failure> {
        let (files, roster) = self.folder.read()?;
        self.desk = self.desk.reopened(files, roster);
        Ok(())
    }

    /// Writes the sample school into a new folder below the served one, and opens it.
    pub fn sample(&mut self) -> Result<(), Failure> {
        let names = (1..=MOST_SAMPLES).map(|number| match number {
            1 => "demo-school".to_owned(),
            _ => format!("demo-school-{number}"),
        });
        let mut free = names
            .map(|name| self.root.join(name))
            .filter(|it| !it.exists());
        let Some(dir) = free.next() else {
            return Err(FileError::FolderExists(self.root.join("demo-school")).into());
        };
        std::fs::create_dir(&dir).map_err(|error| FileError::Unwritable(dir.clone(), error))?;
        let mut folder = Folder::take(&dir, self.port)?;
        let writes = demo::sample().into_iter().map(|file| FileWrite {
            name: file.name,
            bytes: Some(file.bytes),
            keep: Keep::Always,
        });
        folder.store(&Outcome {
            writes: writes.collect(),
            ..Outcome::default()
        })?;
        drop(folder);
        self.turn_to(&dir)
    }

    /// Opens another folder instead.
    fn turn_to(&mut self, dir: &Path) -> Result<(), Failure> {
        if dir == self.folder.dir() {
            return self.reload();
        }
        let (folder, desk) = lay_out(dir, self.port)?;
        self.folder = folder;
        self.desk = desk.after(&self.desk);
        Ok(())
    }
}

fn lay_out(dir: &Path, port: u16) -> Result<(Folder, Desk), FolderError> {
    let mut folder = Folder::take(dir, port)?;
    let (files, roster) = folder.read()?;
    Ok((folder, Desk::open(files, roster)))
}
