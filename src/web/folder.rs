//! The school's folder: held against a second program, read, and written so that nothing in it is ever lost.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use thiserror::Error;

use crate::disk::{self, FileError};
use crate::input::InputFile;
use crate::lang::{Lang, desk as words};
use crate::page::Trouble;
use crate::service::desk::{self, FileWrite, Keep, Outcome, PROOF, ROSTER};

use super::clock;

/// Held while the folder is worked in.
const LOCK: &str = ".recuse.lock";
/// Who did what when.
const JOURNAL: &str = "journal.csv";

/// Why the folder cannot be worked in.
#[derive(Debug, Error)]
pub enum FolderError {
    /// The disk, or what stands on it.
    #[error(transparent)]
    File(#[from] FileError),
    /// Another program of ours holds it; where its page is.
    #[error("{0} is open in another window: {1}")]
    InUse(PathBuf, String),
}

impl Trouble for FolderError {
    fn sentence(&self, lang: Lang) -> String {
        match self {
            Self::File(error) => error.sentence(lang),
            Self::InUse(dir, page) => words::in_use(&dir.display().to_string(), page, lang),
        }
    }
}

impl Trouble for FileError {
    fn sentence(&self, lang: Lang) -> String {
        FileError::sentence(self, lang)
    }
}

impl From<FolderError> for Box<dyn Trouble> {
    fn from(error: FolderError) -> Self {
        Box::new(error)
    }
}

impl From<FileError> for Box<dyn Trouble> {
    fn from(error: FileError) -> Self {
        Box::new(error)
    }
}

/// What a file looked like when we last read or wrote it.
type Stamp = (u64, Option<SystemTime>);

/// A folder that is ours to work in.
#[derive(Debug)]
pub struct Folder {
    dir: PathBuf,
    /// Locked as long as it is open.
    _lock: File,
    /// Of every file that was read or written.
    stamps: BTreeMap<String, Stamp>,
    /// Files that this program has written.
    written: BTreeSet<String>,
}

impl Folder {
    /// Takes the folder; `port` is where our page is, told to whoever comes second.
    pub fn take(dir: &Path, port: u16) -> Result<Self, FolderError> {
        if let Err(error) = fs::read_dir(dir) {
            return Err(FileError::NoFolder(dir.to_owned(), error).into());
        }
        let path = dir.join(LOCK);
        let unwritable = |error| FolderError::File(FileError::Unwritable(path.clone(), error));
        let mut lock = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path)
            .map_err(unwritable)?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let mut page = String::new();
                // Where the other's page is can be missing; that the folder is held is what matters.
                let _ = lock.read_to_string(&mut page);
                return Err(FolderError::InUse(dir.to_owned(), page.trim().to_owned()));
            }
            Err(TryLockError::Error(error)) => return Err(unwritable(error)),
        }
        lock.set_len(0)
            .and_then(|()| writeln!(lock, "http://127.0.0.1:{port}/"))
            .map_err(unwritable)?;
        disk::remove_leftovers(dir);
        Ok(Self {
            dir: dir.to_owned(),
            _lock: lock,
            stamps: BTreeMap::new(),
            written: BTreeSet::new(),
        })
    }

    /// Where it is.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// Its name.
    pub fn name(&self) -> String {
        let whole = self.dir.canonicalize().unwrap_or_else(|_| self.dir.clone());
        let name = whole.file_name().unwrap_or(whole.as_os_str());
        name.to_string_lossy().into_owned()
    }

    /// Every file of the school, and the roster's.
    pub fn read(&mut self) -> Result<(Vec<InputFile>, Option<InputFile>), FileError> {
        let roster = self.dir.join(ROSTER);
        let mut files = match disk::read_folder(&self.dir, Some(&roster)) {
            Err(FileError::NoTables(_)) => self.policy_alone()?,
            read => read?,
        };
        files.retain(|file| file.name != JOURNAL);
        let roster = roster
            .is_file()
            .then(|| disk::read_file(&roster))
            .transpose()?;
        let proof = self.dir.join(PROOF);
        if proof.is_file() {
            files.push(disk::read_file(&proof)?);
        }
        for file in files.iter().chain(&roster) {
            self.stamps
                .insert(file.name.clone(), self.stamp(&file.name));
        }
        Ok((files, roster))
    }

    /// A folder without tables may have a policy all the same.
    fn policy_alone(&self) -> Result<Vec<InputFile>, FileError> {
        let path = self.dir.join("policy.toml");
        Ok(if path.is_file() {
            vec![disk::read_file(&path)?]
        } else {
            Vec::new()
        })
    }

    fn stamp(&self, name: &str) -> Stamp {
        let facts = fs::metadata(self.dir.join(name));
        facts.map_or((0, None), |facts| (facts.len(), facts.modified().ok()))
    }

    /// Writes what a step leaves behind: its files, then the journal. When this returns, all of it is on the disk.
    pub fn store(&mut self, outcome: &Outcome) -> Result<(), FileError> {
        for write in &outcome.writes {
            self.write(write)?;
        }
        self.journal(outcome)
    }

    fn write(&mut self, write: &FileWrite) -> Result<(), FileError> {
        let path = self.dir.join(&write.name);
        if path.exists() && self.is_to_be_kept(write) {
            self.keep(&write.name)?;
        }
        match &write.bytes {
            Some(bytes) => disk::replace(&path, bytes)?,
            None => remove(&path)?,
        }
        self.stamps
            .insert(write.name.clone(), self.stamp(&write.name));
        self.written.insert(write.name.clone());
        Ok(())
    }

    /// Somebody else's content is kept always, our own where it was asked for.
    fn is_to_be_kept(&self, write: &FileWrite) -> bool {
        let is_foreign = self.stamps.get(&write.name) != Some(&self.stamp(&write.name));
        is_foreign
            || match write.keep {
                Keep::Foreign => false,
                Keep::Theirs => !self.written.contains(&write.name),
                Keep::Always => true,
            }
    }

    /// Copies the file beside itself: `staff.csv.2026-04-21-101500.bak`.
    fn keep(&self, name: &str) -> Result<(), FileError> {
        let path = self.dir.join(name);
        let bytes = fs::read(&path).map_err(|error| FileError::Unreadable(path.clone(), error))?;
        let stamp = clock::stamp();
        let names = (0..).map(|number| match number {
            0 => format!("{name}.{stamp}.bak"),
            _ => format!("{name}.{stamp}-{number}.bak"),
        });
        let mut free = names
            .map(|name| self.dir.join(name))
            .filter(|it| !it.exists());
        match free.next() {
            Some(target) => disk::replace(&target, &bytes),
            None => Err(FileError::Exists(path)),
        }
    }

    /// The journal as it stands; empty where there is none.
    pub fn journal_bytes(&self) -> Result<Vec<u8>, FileError> {
        let path = self.dir.join(JOURNAL);
        match fs::read(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
            read => read.map_err(|error| FileError::Unreadable(path, error)),
        }
    }

    fn journal(&mut self, outcome: &Outcome) -> Result<(), FileError> {
        if outcome.deeds.is_empty() {
            return Ok(());
        }
        let lines =
            desk::journal_lines(&outcome.deeds, &clock::now(), &clock::hand(), outcome.lang);
        let head = desk::journal_head(outcome.lang);
        disk::append(&self.dir.join(JOURNAL), &head, &lines)
    }
}

fn remove(path: &Path) -> Result<(), FileError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(FileError::Locked(path.to_owned(), error))
        }
        _ => Ok(()),
    }
}
