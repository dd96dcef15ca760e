//! A school and its roster, ready to be exported; and what is found in the result.

use std::path::Path;

use recuse::domain::Lang;
use recuse::input::{InputFile, ReadOptions};
use recuse::service::{ExportRequest, Exported, Format, OutputFile};
use recuse::sheets::Audience;

use crate::samples;
pub use crate::samples::files_of;

/// A school's folder and a roster for it.
pub struct Case {
    pub files: Vec<InputFile>,
    pub roster: InputFile,
}

impl Case {
    pub fn request(&self) -> ExportRequest<'_> {
        ExportRequest {
            files: &self.files,
            roster: &self.roster,
            was: None,
            read: ReadOptions::default(),
            formats: &Format::ALL,
            audience: Audience::Staff,
            person: None,
            date: None,
            draft: true,
            lang: Lang::En,
            sheets_lang: Some(Lang::En),
            plan: &[],
            proof: None,
        }
    }

    /// The folder with the roster that the library makes for it.
    pub fn generated(files: Vec<InputFile>) -> Self {
        let generated = samples::generated(&files).expect("a roster is made");
        Self {
            files,
            roster: InputFile {
                name: "roster.csv".to_owned(),
                bytes: generated.file,
            },
        }
    }

    /// The school of some size, with the roster that a person made for it.
    pub fn by_hand() -> Self {
        let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
        let bytes = std::fs::read(data.join("manual/clean-ru.csv")).expect("readable");
        Self {
            files: files_of("school-31"),
            roster: InputFile {
                name: "clean-ru.csv".to_owned(),
                bytes,
            },
        }
    }
}

/// The file of that name.
pub fn file<'a>(exported: &'a Exported, name: &str) -> &'a OutputFile {
    let file = exported.files.iter().find(|file| file.name == name);
    file.unwrap_or_else(|| panic!("{name} is among the files"))
}

/// Its text.
pub fn text<'a>(exported: &'a Exported, name: &str) -> &'a str {
    std::str::from_utf8(&file(exported, name).bytes).expect("UTF-8")
}

/// Has the name that ending?
pub fn is_a(name: &str, extension: &str) -> bool {
    Path::new(name).extension() == Some(extension.as_ref())
}

/// Files whose words can be read without a reader of their format.
pub fn is_text(file: &OutputFile) -> bool {
    ["html", "csv", "ics"]
        .iter()
        .any(|ending| is_a(&file.name, ending))
}
