//! Files that are replaced again and again while somebody works: at every moment the old or the new one stands there whole.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;

use super::FileError;
use super::write::sibling;

/// Ending of files on their way to their place.
const TEMPORARY: &str = "tmp";

/// Puts the content in the file's place in one step, on the disk when this returns.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    let temporary = sibling(path, TEMPORARY);
    let unwritable = |error| FileError::Unwritable(path.to_owned(), error);
    let written = File::create(&temporary).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    if let Err(error) = written {
        // Nothing refers to the temporary file; one that cannot be removed is swept up at the next start.
        let _ = fs::remove_file(&temporary);
        return Err(unwritable(error));
    }
    if let Err(error) = fs::rename(&temporary, path) {
        let _ = fs::remove_file(&temporary);
        return Err(FileError::Locked(path.to_owned(), error));
    }
    sync_folder(path).map_err(unwritable)
}

/// Adds whole lines to the end of a file, on the disk when this returns; a new file starts with `head`, and a last line
/// that a crash cut short is taken off first.
pub fn append(path: &Path, head: &[u8], lines: &[u8]) -> Result<(), FileError> {
    let locked = |error| FileError::Locked(path.to_owned(), error);
    let is_new = !path.exists();
    let mut file = OpenOptions::new()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .open(path)
        .map_err(locked)?;
    let start = end_of_last_line(&mut file).map_err(locked)?;
    let text = if start == 0 {
        [head, lines].concat()
    } else {
        lines.to_vec()
    };
    file.set_len(start)
        .and_then(|()| file.seek(SeekFrom::Start(start)))
        .and_then(|_| file.write_all(&text))
        .and_then(|()| file.sync_all())
        .map_err(locked)?;
    if is_new {
        sync_folder(path).map_err(locked)?;
    }
    Ok(())
}

/// How much of a file to look at for the end of its last line.
const TAIL: u64 = 64 << 10;

/// Where the last whole line ends.
fn end_of_last_line(file: &mut File) -> io::Result<u64> {
    let length = file.metadata()?.len();
    let from = length.saturating_sub(TAIL);
    file.seek(SeekFrom::Start(from))?;
    let mut tail = Vec::new();
    file.take(TAIL).read_to_end(&mut tail)?;
    match tail.iter().rposition(|&byte| byte == b'\n') {
        Some(at) => Ok(from + at as u64 + 1),
        // A tail without any line end is no journal of ours: it stays whole.
        None if from > 0 => Ok(length),
        None => Ok(0),
    }
}

/// Removes temporary files that an earlier process, ended in the middle of writing, left in the folder.
pub fn remove_leftovers(dir: &Path) {
    let Ok(entries) = fs::read_dir(dir) else {
        return;
    };
    for entry in entries.flatten() {
        if is_leftover(&entry.file_name().to_string_lossy()) {
            // One that stays does no harm.
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// `.roster.csv.4711.tmp`.
fn is_leftover(name: &str) -> bool {
    let parts: Vec<&str> = name.split('.').collect();
    let [first, .., process, ending] = parts.as_slice() else {
        return false;
    };
    first.is_empty()
        && *ending == TEMPORARY
        && !process.is_empty()
        && process.bytes().all(|byte| byte.is_ascii_digit())
}

/// Makes a rename or a new name last. Where folders cannot be opened as files, the system sees to it by itself.
fn sync_folder(path: &Path) -> io::Result<()> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    if cfg!(unix) {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{append, is_leftover, remove_leftovers, replace};
    use std::fs;

    #[test]
    fn a_file_is_replaced_and_nothing_else_stays() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("roster.csv");
        replace(&path, b"old").unwrap();
        replace(&path, b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
    }

    #[test]
    fn lines_are_added_after_the_last_whole_one() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("journal.csv");
        append(&path, b"head\n", b"one\n").unwrap();
        append(&path, b"head\n", b"two\n").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"head\none\ntwo\n");
        fs::write(&path, b"head\none\ncut sho").unwrap();
        append(&path, b"head\n", b"two\n").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"head\none\ntwo\n");
        fs::write(&path, b"cut").unwrap();
        append(&path, b"head\n", b"one\n").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"head\none\n");
    }

    #[test]
    fn only_our_own_leftovers_go() {
        assert!(is_leftover(".roster.csv.4711.tmp"));
        for name in [
            "roster.csv",
            ".roster.csv.tmp",
            ".tmp",
            "a.4711.tmp",
            ".a.4711.old",
        ] {
            assert!(!is_leftover(name), "{name}");
        }
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join(".staff.csv.7.tmp"), "half").unwrap();
        fs::write(dir.path().join("staff.csv"), "whole").unwrap();
        remove_leftovers(dir.path());
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
    }
}
