//! A school small enough to see through, and the program to run on it.

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use tempfile::TempDir;

/// Two teachers of physics, one of history, a deputy, two parents; class 7A writes physics.
const FILES: [(&str, &str); 5] = [
    (
        "staff.csv",
        "person,subjects,roles,checks,homeroom\nAda Stone,Physics,,,7A\nBoris Hill,Physics,,,7B\nClara Wood,History,,,\nOscar Vale,,checker,Physics,\n",
    ),
    (
        "load.csv",
        "person,subject,class\nAda Stone,Physics,7A\nBoris Hill,Physics,7B\nClara Wood,History,7B\n",
    ),
    ("classes.csv", "class,pupils\n7A,20\n7B,20\n"),
    ("parents.csv", "parent,class\nDora Lake,7B\nKarl Lake,7A\n"),
    (
        "schedule.csv",
        "date,lesson,class,subject\n2026-04-21,2,7A,Physics\n",
    ),
];

/// A folder with the school.
pub struct Town {
    dir: TempDir,
}

impl Town {
    /// The school as it is.
    pub fn new() -> Self {
        let town = Self {
            dir: tempfile::tempdir().unwrap(),
        };
        for (name, text) in FILES {
            town.write(name, text);
        }
        town
    }

    /// The school, with one of its files replaced or added.
    pub fn with(name: &str, text: &str) -> Self {
        let town = Self::new();
        town.write(name, text);
        town
    }

    pub fn path(&self) -> &Path {
        self.dir.path()
    }

    pub fn file(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    pub fn write(&self, name: &str, text: &str) {
        fs::write(self.file(name), text).unwrap();
    }

    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.file(name)).unwrap()
    }

    /// Names of everything in the folder, sorted.
    pub fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(self.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    /// The program, run inside the folder.
    pub fn recuse(&self, args: &[&str]) -> Command {
        let mut command = recuse();
        command.current_dir(self.path()).args(args);
        command
    }
}

/// The program, in an environment that says nothing of language or colour.
pub fn recuse() -> Command {
    let mut command = Command::cargo_bin("recuse").unwrap();
    for name in [
        "LC_ALL",
        "LC_MESSAGES",
        "LANG",
        "NO_COLOR",
        "CLICOLOR_FORCE",
        "CLICOLOR",
    ] {
        command.env_remove(name);
    }
    command
}

/// Standard output as text.
pub fn stdout(command: &mut Command) -> String {
    String::from_utf8(command.output().unwrap().stdout).unwrap()
}

/// Standard error as text.
pub fn stderr(command: &mut Command) -> String {
    String::from_utf8(command.output().unwrap().stderr).unwrap()
}
