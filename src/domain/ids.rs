//! Names inside the program: every person, class, subject … is a small number, `Copy` and cheap to compare.

// A macro: eight identical newtypes of twelve lines each would be a hundred lines of noise.
macro_rules! id {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u32);

        impl $name {
            /// The id of the entry that stands at `index` (0-based) of its list.
            pub fn new(index: usize) -> Self {
                Self(index as u32)
            }

            /// Position (0-based) in the list this id belongs to.
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
    )*};
}

id! {
    /// A school of the folder: one in a school folder, several in a district folder.
    SchoolId;
    /// A person of the lists: staff, parent, or both.
    PersonId;
    /// A class.
    ClassId;
    /// A subject.
    SubjectId;
    /// A specialism: subjects of one area count as one.
    AreaId;
    /// A teaching group inside a class.
    GroupId;
    /// A row of the schedule.
    SittingId;
    /// A file, or a sheet of a workbook, that facts were read from.
    SourceId;
}
