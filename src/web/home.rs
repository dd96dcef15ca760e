//! The served folder, and the school folder in it that is open: where the page's school is kept on the disk.

use std::fs;
use std::path::{Path, PathBuf};

use crate::disk::{self, FileError, SCHOOL_MARK};
use crate::page::{Keeper, Opened, Trouble};
use crate::service::desk::Outcome;

use super::clock;
use super::folder::{Folder, FolderError};

/// Folders that are tried as a new home of a school.
const MOST_NAMES: usize = 1_000;
/// In the served folder: the name of the school below it that was open last.
const LAST: &str = ".recuse-open";

/// The folder that was served, and the one that is open.
pub struct Home {
    root: PathBuf,
    port: u16,
    folder: Folder,
}

impl Home {
    /// Takes the folder.
    pub fn open(root: &Path, port: u16) -> Result<Self, FolderError> {
        let mut home = Self {
            root: root.to_owned(),
            port,
            folder: Folder::take(root, port)?,
        };
        if let Some(last) = home.last_open() {
            // Held by another window, or gone meanwhile: the served folder itself is open then.
            if let Ok(folder) = Folder::take(&root.join(last), port) {
                home.folder = folder;
            }
        }
        Ok(home)
    }

    /// The school below the served folder that was open last, where it is still there.
    fn last_open(&self) -> Option<String> {
        let name = fs::read_to_string(self.root.join(LAST)).ok()?;
        let name = name.trim().to_owned();
        self.folders().contains(&name).then_some(name)
    }

    /// What is open will be open next time. A folder that cannot be written to says so at the first change.
    fn remember(&self) {
        let path = self.root.join(LAST);
        let _ = match self.folder.dir().strip_prefix(&self.root) {
            Ok(below) if below != Path::new("") => {
                disk::replace(&path, below.to_string_lossy().as_bytes()).ok()
            }
            _ => fs::remove_file(&path).ok(),
        };
    }

    /// Opens another folder instead; where it cannot be read, the old one stays.
    fn turn(&mut self, dir: &Path) -> Result<Opened, Box<dyn Trouble>> {
        if dir == self.folder.dir() {
            return self.read();
        }
        let mut folder = Folder::take(dir, self.port)?;
        let (files, roster) = folder.read()?;
        self.folder = folder;
        self.remember();
        Ok(Opened {
            files,
            roster,
            is_other: true,
        })
    }
}

impl Keeper for Home {
    fn name(&self) -> String {
        self.folder.name()
    }

    /// School folders below the served one; none where it cannot be looked into.
    fn folders(&self) -> Vec<String> {
        let below = disk::folders_of(&self.root).unwrap_or_default();
        let schools = below
            .iter()
            .filter(|dir| disk::holds_school(dir).unwrap_or(false));
        schools
            .filter_map(|dir| Some(dir.file_name()?.to_string_lossy().into_owned()))
            .collect()
    }

    fn today(&self) -> String {
        clock::today()
    }

    fn read(&mut self) -> Result<Opened, Box<dyn Trouble>> {
        let (files, roster) = self.folder.read()?;
        Ok(Opened {
            files,
            roster,
            is_other: false,
        })
    }

    fn store(&mut self, outcome: &Outcome) -> Result<(), Box<dyn Trouble>> {
        Ok(self.folder.store(outcome)?)
    }

    fn journal(&self) -> Result<Vec<u8>, Box<dyn Trouble>> {
        Ok(self.folder.journal_bytes()?)
    }

    fn turn_to(&mut self, name: &str) -> Result<Opened, Box<dyn Trouble>> {
        let dir = if name.is_empty() {
            self.root.clone()
        } else {
            self.root.join(name)
        };
        self.turn(&dir)
    }

    fn begin(&mut self, name: &str, files: &Outcome) -> Result<Opened, Box<dyn Trouble>> {
        let names = (1..=MOST_NAMES).map(|number| match number {
            1 => name.to_owned(),
            _ => format!("{name}-{number}"),
        });
        let mut free = names
            .map(|name| self.root.join(name))
            .filter(|it| !it.exists());
        let Some(dir) = free.next() else {
            return Err(FileError::FolderExists(self.root.join(name)).into());
        };
        fs::create_dir(&dir).map_err(|error| FileError::Unwritable(dir.clone(), error))?;
        disk::replace(&dir.join(SCHOOL_MARK), b"")?;
        let mut folder = Folder::take(&dir, self.port)?;
        folder.store(files)?;
        drop(folder);
        self.turn(&dir)
    }
}
