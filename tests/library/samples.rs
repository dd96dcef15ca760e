//! The sample schools of `data`, and the rosters that the library makes for a folder.

use std::path::Path;

use recuse::input::InputFile;
use recuse::service::{GenerateOptions, Generated, generate};

/// The files of a folder of `data`.
pub fn files_of(folder: &str) -> Vec<InputFile> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let mut files: Vec<InputFile> = std::fs::read_dir(data.join(folder))
        .expect("the folder is there")
        .map(|entry| entry.expect("readable"))
        .map(|entry| InputFile {
            name: entry.file_name().into_string().expect("UTF-8"),
            bytes: std::fs::read(entry.path()).expect("readable"),
        })
        .collect();
    files.sort_by(|a, b| a.name.cmp(&b.name));
    files
}

/// What the library makes of the folder, in English; nothing where it refuses.
pub fn generated(files: &[InputFile]) -> Option<Generated> {
    generate(files, &GenerateOptions::default()).ok()
}
