//! The parts of a workbook: a few written anew or added, all others copied as they are, packed bytes and all.

use std::collections::BTreeMap;
use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use crate::input::Package;

use super::AmendProblem;

/// A workbook that is changed.
pub struct Parts<'b> {
    bytes: &'b [u8],
    package: Package<'b>,
    changed: BTreeMap<String, String>,
}

impl<'b> Parts<'b> {
    /// Opens a workbook.
    pub fn open(bytes: &'b [u8]) -> Result<Self, AmendProblem> {
        Ok(Self {
            bytes,
            package: Package::open(bytes)?,
            changed: BTreeMap::new(),
        })
    }

    /// Is there a part of this name, in the workbook or among what is added?
    pub fn holds(&self, name: &str) -> bool {
        self.changed.contains_key(name) || self.package.holds(name)
    }

    /// The part's text as it is now.
    pub fn text(&mut self, name: &str) -> Result<String, AmendProblem> {
        if let Some(text) = self.changed.get(name) {
            return Ok(text.clone());
        }
        if !self.package.holds(name) {
            return Err(AmendProblem::Missing(name.to_owned()));
        }
        let bytes = self.package.part(name)?;
        String::from_utf8(bytes).map_err(|_| AmendProblem::Broken)
    }

    /// Writes the part anew, or adds it.
    pub fn put(&mut self, name: &str, text: String) {
        self.changed.insert(name.to_owned(), text);
    }

    /// The workbook: its parts in their order, then what was added.
    pub fn packed(mut self) -> Result<Vec<u8>, AmendProblem> {
        let broken = |_| AmendProblem::Broken;
        let mut archive = ZipArchive::new(Cursor::new(self.bytes)).map_err(broken)?;
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for index in 0..archive.len() {
            let part = archive.by_index_raw(index).map_err(broken)?;
            let name = part.name().map_err(broken)?.into_owned();
            match self.changed.remove(&name) {
                Some(text) => write(&mut writer, &name, &text)?,
                None => writer.raw_copy_file(part).map_err(broken)?,
            }
        }
        for (name, text) in self.changed {
            write(&mut writer, &name, &text)?;
        }
        Ok(writer.finish().map_err(broken)?.into_inner())
    }
}

/// One fixed time: the same roster gives the same bytes.
fn write(
    writer: &mut ZipWriter<Cursor<Vec<u8>>>,
    name: &str,
    text: &str,
) -> Result<(), AmendProblem> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let started = writer.start_file(name, options);
    started.map_err(|_| AmendProblem::Broken)?;
    let written = writer.write_all(text.as_bytes());
    written.map_err(|_| AmendProblem::Broken)
}
