//! What the targets share: a small school to which the bytes come. Each target feeds bytes to one door that strangers' files, or a
//! browser's requests, come in by; whatever they are, there is an answer.

use std::sync::LazyLock;

use recuse::input::{InputFile, ReadOptions};
use recuse::service::{self, GenerateOptions};

/// The small school's lists and policy.
pub static SCHOOL: LazyLock<Vec<InputFile>> = LazyLock::new(|| {
    macro_rules! files {
        ($($name:literal),*) => {
            vec![$(file($name, include_bytes!(concat!("../../data/school-small/", $name)))),*]
        };
    }
    files![
        "absences.csv",
        "bells.csv",
        "classes.csv",
        "history.csv",
        "load.csv",
        "parents.csv",
        "policy.toml",
        "schedule.csv",
        "staff.csv",
        "subjects.csv",
        "ties.csv",
        "timetable.csv"
    ]
});

/// Its roster and the proof of it, as the program makes them.
pub static MADE: LazyLock<[InputFile; 2]> = LazyLock::new(|| {
    let made =
        service::generate(&SCHOOL, &GenerateOptions::default()).expect("the sample is whole");
    let proof = made.proof();
    [
        file("roster.csv", &made.file),
        file("roster.proof", proof.as_bytes()),
    ]
});

/// A file of that name.
pub fn file(name: &str, bytes: &[u8]) -> InputFile {
    InputFile {
        name: name.to_owned(),
        bytes: bytes.to_vec(),
    }
}

/// The school with these bytes in the place of one of its files.
pub fn school_with(name: &str, bytes: &[u8]) -> Vec<InputFile> {
    let mut files = SCHOOL.clone();
    files.retain(|other| other.name != name);
    files.push(file(name, bytes));
    files
}

/// The lists as they are.
pub fn as_they_are() -> ReadOptions {
    ReadOptions::default()
}

/// The first byte chooses among so many, the rest is what is read.
pub fn chosen(bytes: &[u8], among: usize) -> Option<(usize, &[u8])> {
    let (first, rest) = bytes.split_first()?;
    Some((usize::from(*first) % among, rest))
}
