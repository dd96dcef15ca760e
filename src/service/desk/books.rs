//! The school's files and what they say, read together and never changed in place.

use crate::domain::{Policy, School, Source};
use crate::input::{InputFile, ReadOptions, TableKind, TableSummary, policy_of};
use crate::rules::Eligibility;
use crate::service::{Complaints, validate};

/// What the lists say, with the sets that every move asks for.
#[derive(Debug)]
pub struct Facts {
    /// The school.
    pub school: School,
    /// Who may take which place.
    pub eligibility: Eligibility,
}

/// The files of a folder, the roster apart.
#[derive(Debug)]
pub struct Books {
    /// The files, by name.
    pub files: Vec<InputFile>,
    /// What the school decided, as far as it can be read.
    pub policy: Policy,
    /// The tables, in the order in which they were read.
    pub tables: Vec<TableSummary>,
    /// Everything there is to say about them.
    pub complaints: Complaints,
    /// What they say, where they can be used.
    pub facts: Option<Facts>,
}

impl Books {
    /// Reads the files.
    pub fn read(mut files: Vec<InputFile>) -> Self {
        files.sort_by(|a, b| a.name.cmp(&b.name));
        let read = validate(&files, &ReadOptions::default());
        Self {
            policy: policy_of(&files),
            files,
            tables: read.tables,
            complaints: read.complaints,
            facts: read.school.map(|school| Facts {
                eligibility: Eligibility::of(&school),
                school,
            }),
        }
    }

    /// The tables that are there.
    pub fn kinds(&self) -> Vec<TableKind> {
        self.placed().map(|(_, kind)| kind).collect()
    }

    /// The tables that are there, each with the file and sheet it stands in.
    pub fn placed(&self) -> impl Iterator<Item = (&Source, TableKind)> {
        self.tables.iter().filter_map(|table| {
            let source = self.complaints.sources.get(table.source.index())?;
            Some((source, TableKind::from_name(table.table)?))
        })
    }
}
