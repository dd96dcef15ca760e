//! Reading a folder: which of its files are tables, and how much of them is read.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::domain::Preset;
use crate::input::{InputFile, ReadOptions};
use crate::lang::{Lang, commands::files as words};

/// What can go wrong with files and folders.
#[derive(Debug, Error)]
pub enum FileError {
    /// The folder is not there, or cannot be looked into.
    #[error("{0}: {1}")]
    NoFolder(PathBuf, io::Error),
    /// The folder holds no table.
    #[error("{0}: no tables")]
    NoTables(PathBuf),
    /// The file cannot be read.
    #[error("{0}: {1}")]
    Unreadable(PathBuf, io::Error),
    /// The file, or the folder's tables together, are beyond what is read.
    #[error("{0}: larger than {1} bytes")]
    TooLarge(PathBuf, u64),
    /// The folder holds more tables than are read.
    #[error("{0}: too many tables")]
    TooMany(PathBuf),
    /// The file would be overwritten.
    #[error("{0}: exists")]
    Exists(PathBuf),
    /// The folder must be new or empty.
    #[error("{0}: exists and is not empty")]
    FolderExists(PathBuf),
    /// The file cannot be replaced: another program holds it, or it may not be written.
    #[error("{0}: {1}")]
    Locked(PathBuf, io::Error),
    /// The file cannot be written.
    #[error("{0}: {1}")]
    Unwritable(PathBuf, io::Error),
}

/// Largest single file, in bytes.
const MOST_IN_FILE: u64 = 64 << 20;
/// Largest sum over the files of a folder, in bytes.
const MOST_IN_FOLDER: u64 = 512 << 20;
/// Most files of a folder: a district of a thousand schools with all their tables.
const MOST_FILES: usize = 20_000;
/// Kinds of files that hold tables or the policy.
const EXTENSIONS: [&str; 5] = ["csv", "xlsx", "xlsm", "ods", "toml"];
/// Marks the folder of a school that stands by itself, whatever its files are called and whatever folder it lies in.
pub const SCHOOL_MARK: &str = ".recuse-school";
/// A folder with a file of one of these names is a school's; one without may be a district's.
const SCHOOL_NAMES: [&str; 7] = [
    "staff",
    "сотрудники",
    "classes",
    "классы",
    "schedule",
    "график",
    "school",
];

impl FileError {
    /// One sentence.
    pub fn sentence(&self, lang: Lang) -> String {
        let shown = |path: &Path| path.display().to_string();
        match self {
            Self::NoFolder(path, error) => words::no_folder(&shown(path), &error.to_string(), lang),
            Self::NoTables(path) => words::no_tables(&shown(path), lang),
            Self::Unreadable(path, error) => {
                words::unreadable(&shown(path), &error.to_string(), lang)
            }
            Self::TooLarge(path, bytes) => words::too_large(&shown(path), bytes >> 20, lang),
            Self::TooMany(path) => words::too_many(&shown(path), MOST_FILES, lang),
            Self::Exists(path) => words::exists(&shown(path), lang),
            Self::FolderExists(path) => words::folder_exists(&shown(path), lang),
            Self::Locked(path, error) => words::locked(&shown(path), &error.to_string(), lang),
            Self::Unwritable(path, error) => {
                words::unwritable(&shown(path), &error.to_string(), lang)
            }
        }
    }
}

/// Reads one file, its name being the last part of the path.
pub fn read_file(path: &Path) -> Result<InputFile, FileError> {
    let name = path.file_name().unwrap_or(path.as_os_str());
    Ok(InputFile {
        name: name.to_string_lossy().into_owned(),
        bytes: read_bytes(path)?,
    })
}

/// Those files of a folder that are there.
pub fn read_some(dir: &Path, names: &[&str]) -> Result<Vec<InputFile>, FileError> {
    let paths = names.iter().map(|name| dir.join(name));
    paths
        .filter(|path| path.is_file())
        .map(|path| read_file(&path))
        .collect()
}

/// The rules to read a folder by: those of a file, and the strict preset where asked for.
pub fn read_options(policy: Option<&Path>, is_strict: bool) -> Result<ReadOptions, FileError> {
    Ok(ReadOptions {
        policy: policy.map(read_file).transpose()?,
        preset: is_strict.then_some(Preset::Strict),
        ..ReadOptions::default()
    })
}

/// Reads a school folder, or a district folder with its schools' folders one level below; schools that stand by
/// themselves are no district's. `except` is left out (the roster that stands in the folder it belongs to).
pub fn read_folder(dir: &Path, except: Option<&Path>) -> Result<Vec<InputFile>, FileError> {
    let mut paths = tables_of(dir)?;
    if !holds_a_school(&paths) {
        for folder in folders_of(dir)?.iter().filter(|it| !stands_alone(it)) {
            let below = tables_of(folder)?;
            if holds_a_school(&below) {
                paths.extend(below);
            }
        }
    }
    let except = except.and_then(|path| path.canonicalize().ok());
    paths.retain(|path| except.is_none() || path.canonicalize().ok() != except);
    if paths.len() > MOST_FILES {
        return Err(FileError::TooMany(dir.to_owned()));
    }
    if paths.iter().all(|path| is_policy(path)) {
        return Err(FileError::NoTables(dir.to_owned()));
    }
    let mut files = Vec::new();
    let mut sum = 0;
    for path in paths {
        let bytes = read_bytes(&path)?;
        sum += bytes.len() as u64;
        if sum > MOST_IN_FOLDER {
            return Err(FileError::TooLarge(dir.to_owned(), MOST_IN_FOLDER));
        }
        files.push(InputFile {
            name: name_in(dir, &path),
            bytes,
        });
    }
    Ok(files)
}

fn is_policy(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("toml"))
}

fn read_bytes(path: &Path) -> Result<Vec<u8>, FileError> {
    let unreadable = |error| FileError::Unreadable(path.to_owned(), error);
    let file = fs::File::open(path).map_err(unreadable)?;
    let mut bytes = Vec::new();
    // One byte beyond the cap tells a file at the cap from a larger one, whatever its size was said to be.
    file.take(MOST_IN_FILE + 1)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    if bytes.len() as u64 > MOST_IN_FILE {
        return Err(FileError::TooLarge(path.to_owned(), MOST_IN_FILE));
    }
    Ok(bytes)
}

/// Files of the folder itself that may hold tables or the policy, by name.
fn tables_of(dir: &Path) -> Result<Vec<PathBuf>, FileError> {
    let is_table = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        // `~$school.xlsx` is the lock file of an open workbook.
        let is_hidden = name.starts_with('.') || name.starts_with("~$");
        let extension = path.extension().unwrap_or_default().to_string_lossy();
        let is_known = EXTENSIONS.contains(&extension.to_lowercase().as_str());
        is_known && !is_hidden && path.is_file()
    };
    Ok(entries(dir)?.into_iter().filter(is_table).collect())
}

/// Folders in the folder, by name.
pub fn folders_of(dir: &Path) -> Result<Vec<PathBuf>, FileError> {
    Ok(entries(dir)?
        .into_iter()
        .filter(|path| path.is_dir())
        .collect())
}

fn entries(dir: &Path) -> Result<Vec<PathBuf>, FileError> {
    let no_folder = |error| FileError::NoFolder(dir.to_owned(), error);
    let mut paths = fs::read_dir(dir)
        .map_err(no_folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<Vec<_>, _>>()
        .map_err(no_folder)?;
    paths.sort();
    Ok(paths)
}

/// Does the folder itself hold a school's tables, or is it to hold them?
pub fn holds_school(dir: &Path) -> Result<bool, FileError> {
    Ok(stands_alone(dir) || holds_a_school(&tables_of(dir)?))
}

fn stands_alone(dir: &Path) -> bool {
    dir.join(SCHOOL_MARK).exists()
}

fn holds_a_school(paths: &[PathBuf]) -> bool {
    paths.iter().any(|path| {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        SCHOOL_NAMES.contains(&stem.to_lowercase().as_str())
    })
}

/// The path inside the folder, with `/` between its parts.
fn name_in(dir: &Path, path: &Path) -> String {
    let inside = path.strip_prefix(dir).unwrap_or(path);
    let parts: Vec<_> = inside
        .components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect();
    parts.join("/")
}
