//! `import`: a timetable program's files in, tables of a school folder out.

use crate::input::{self, ImportKind, InputFile};

use super::Complaints;

/// Tables made out of a timetable program's files; none where a complaint is an error.
pub fn import(kind: ImportKind, files: &[InputFile]) -> (Vec<InputFile>, Complaints) {
    let imported = input::import(kind, files);
    let complaints = Complaints {
        list: imported.complaints,
        sources: imported.sources,
    };
    (imported.files, complaints)
}
