//! `import`: a timetable program's file in, tables of a school folder out.

use crate::input::{self, ImportKind, InputFile};

use super::Complaints;

/// Tables made out of a timetable program's file; none where a complaint is an error.
pub fn import(kind: ImportKind, file: &InputFile) -> (Vec<InputFile>, Complaints) {
    let imported = input::import(kind, file);
    let complaints = Complaints {
        list: imported.complaints,
        sources: imported.sources,
    };
    (imported.files, complaints)
}
