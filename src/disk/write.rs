//! Writing files: each whole or not at all, several all or none, none overwritten unasked.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::FileError;

/// May a file that exists be replaced?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overwrite {
    /// Asked for with `--force`.
    Yes,
    /// The default.
    No,
}

/// A file to write.
pub struct Output<'a> {
    /// Where.
    pub path: PathBuf,
    /// The whole content.
    pub bytes: &'a [u8],
}

/// Says before any work is done that a file is in the way.
pub fn refuse_to_overwrite(path: &Path, overwrite: Overwrite) -> Result<(), FileError> {
    if overwrite == Overwrite::No && path.symlink_metadata().is_ok() {
        return Err(FileError::Exists(path.to_owned()));
    }
    Ok(())
}

/// Says before any work is done that a folder is in the way.
pub fn refuse_to_fill(dir: &Path) -> Result<(), FileError> {
    match fs::read_dir(dir).map(|mut entries| entries.next().is_some()) {
        Ok(true) => Err(FileError::FolderExists(dir.to_owned())),
        Ok(false) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(FileError::NoFolder(dir.to_owned(), error)),
    }
}

/// Writes all the files, or none: temporary files first, then each takes its place, of which a second name of the old file is
/// kept; what was put in place is taken back where a later one fails. At no moment is a file missing that was there before.
pub fn write_all(outputs: &[Output<'_>], overwrite: Overwrite) -> Result<(), FileError> {
    for output in outputs {
        refuse_to_overwrite(&output.path, overwrite)?;
    }
    let mut work = Work::default();
    for output in outputs {
        work.stage(output)?;
    }
    work.commit()
}

/// Gives the file a second name; where the disk knows no such thing, a copy has it.
fn keep(path: &Path, aside: &Path) -> io::Result<()> {
    // Left behind by a process of the same number that was killed.
    let _ = fs::remove_file(aside);
    fs::hard_link(path, aside).or_else(|_| fs::copy(path, aside).map(|_| ()))
}

/// Files on their way. Dropped before the end, it takes back all it did.
#[derive(Default)]
struct Work {
    made_folders: Vec<PathBuf>,
    staged: Vec<Staged>,
}

struct Staged {
    temporary: PathBuf,
    target: PathBuf,
    /// Another name of the file that stood at the target.
    aside: Option<PathBuf>,
    placed: bool,
}

impl Work {
    fn stage(&mut self, output: &Output<'_>) -> Result<(), FileError> {
        let unwritable = |error| FileError::Unwritable(output.path.clone(), error);
        let folder = match output.path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        self.make_folder(folder).map_err(unwritable)?;
        let temporary = sibling(&output.path, "tmp");
        let mut file = fs::OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(&temporary)
            .map_err(unwritable)?;
        self.staged.push(Staged {
            temporary,
            target: output.path.clone(),
            aside: None,
            placed: false,
        });
        file.write_all(output.bytes)
            .and_then(|()| file.sync_all())
            .map_err(unwritable)
    }

    /// Creates the folder and the missing ones above it, and remembers which.
    fn make_folder(&mut self, folder: &Path) -> io::Result<()> {
        let missing: Vec<&Path> = folder
            .ancestors()
            .take_while(|folder| !folder.as_os_str().is_empty() && !folder.exists())
            .collect();
        for folder in missing.into_iter().rev() {
            fs::create_dir(folder)?;
            self.made_folders.push(folder.to_owned());
        }
        Ok(())
    }

    fn commit(mut self) -> Result<(), FileError> {
        for staged in &mut self.staged {
            let locked = |error| FileError::Locked(staged.target.clone(), error);
            if staged.target.symlink_metadata().is_ok() {
                let aside = sibling(&staged.target, "old");
                keep(&staged.target, &aside).map_err(locked)?;
                staged.aside = Some(aside);
            }
            fs::rename(&staged.temporary, &staged.target).map_err(locked)?;
            staged.placed = true;
        }
        for staged in self.staged.drain(..) {
            if let Some(aside) = staged.aside {
                // The new file is in place; an old one that cannot be removed does no harm.
                let _ = fs::remove_file(aside);
            }
        }
        self.made_folders.clear();
        Ok(())
    }
}

impl Drop for Work {
    /// Best effort: there is nobody left to tell about a failure of the clean-up.
    fn drop(&mut self) {
        for staged in self.staged.iter().rev() {
            match (&staged.aside, staged.placed) {
                (Some(aside), true) => {
                    let _ = fs::rename(aside, &staged.target);
                }
                (Some(aside), false) => {
                    let _ = fs::remove_file(aside);
                    let _ = fs::remove_file(&staged.temporary);
                }
                (None, true) => {
                    let _ = fs::remove_file(&staged.target);
                }
                (None, false) => {
                    let _ = fs::remove_file(&staged.temporary);
                }
            }
        }
        for folder in self.made_folders.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}

/// `.roster.csv.4711.tmp` beside `roster.csv`: in the same folder, so that renaming never copies.
pub(super) fn sibling(path: &Path, ending: &str) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{}.{ending}", std::process::id()))
}

#[cfg(test)]
mod tests {
    use super::{Output, Overwrite, write_all};
    use crate::disk::FileError;
    use std::fs;
    use std::path::Path;

    fn output(dir: &Path, name: &str, bytes: &'static [u8]) -> Output<'static> {
        Output {
            path: dir.join(name),
            bytes,
        }
    }

    fn names(dir: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(dir)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn writes_into_a_new_folder_and_leaves_nothing_else() {
        let dir = tempfile::tempdir().unwrap();
        let outputs = [
            output(dir.path(), "new/a.csv", b"a"),
            output(dir.path(), "new/b.csv", b"b"),
        ];
        write_all(&outputs, Overwrite::No).unwrap();
        assert_eq!(names(&dir.path().join("new")), ["a.csv", "b.csv"]);
    }

    #[test]
    fn one_file_in_the_way_stops_all() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("b.csv"), "old").unwrap();
        let outputs = [
            output(dir.path(), "a.csv", b"a"),
            output(dir.path(), "b.csv", b"b"),
        ];
        let error = write_all(&outputs, Overwrite::No).unwrap_err();
        assert!(matches!(error, FileError::Exists(path) if path.ends_with("b.csv")));
        assert_eq!(names(dir.path()), ["b.csv"]);
    }

    #[test]
    fn a_failure_in_the_middle_restores_what_stood_there() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("a.csv"), "old").unwrap();
        fs::write(dir.path().join("file"), "not a folder").unwrap();
        let outputs = [
            output(dir.path(), "a.csv", b"new"),
            output(dir.path(), "file/b.csv", b"b"),
        ];
        assert!(write_all(&outputs, Overwrite::Yes).is_err());
        assert_eq!(fs::read(dir.path().join("a.csv")).unwrap(), b"old");
        assert_eq!(names(dir.path()), ["a.csv", "file"]);
    }

    #[test]
    fn a_folder_in_a_files_place_stays() {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("b.csv")).unwrap();
        fs::write(dir.path().join("b.csv").join("inside"), "old").unwrap();
        fs::write(dir.path().join("a.csv"), "old").unwrap();
        let outputs = [
            output(dir.path(), "a.csv", b"new"),
            output(dir.path(), "b.csv", b"new"),
        ];
        let error = write_all(&outputs, Overwrite::Yes).unwrap_err();
        assert!(matches!(error, FileError::Locked(path, _) if path.ends_with("b.csv")));
        assert_eq!(fs::read(dir.path().join("a.csv")).unwrap(), b"old");
        assert_eq!(names(dir.path()), ["a.csv", "b.csv"]);
        assert_eq!(names(&dir.path().join("b.csv")), ["inside"]);
    }

    #[test]
    fn force_replaces() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("a.csv"), "old").unwrap();
        write_all(&[output(dir.path(), "a.csv", b"new")], Overwrite::Yes).unwrap();
        assert_eq!(fs::read(dir.path().join("a.csv")).unwrap(), b"new");
        assert_eq!(names(dir.path()), ["a.csv"]);
    }
}
