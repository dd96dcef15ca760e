//! A file as it reaches the library: a name and bytes.

/// A file of the folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InputFile {
    /// Name relative to the folder, `/` between parts (`load.csv`, `school-7/staff.csv` in a district).
    pub name: String,
    /// The content, undecoded.
    pub bytes: Vec<u8>,
}
