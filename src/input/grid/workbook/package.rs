//! The zip archive a workbook is: its parts, unpacked under one limit for all of them.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::GridProblem;

/// Bytes that the parts of a workbook may unpack to, all together.
const UNPACKED_BYTES: u64 = 64 * 1024 * 1024;

/// Parts that a workbook may have.
const PARTS: usize = 10_000;

/// An opened archive.
pub struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    /// Bytes that may still be unpacked.
    left: u64,
}

impl<'b> Package<'b> {
    /// Opens the archive and adds up what its parts claim to unpack to.
    pub fn open(bytes: &'b [u8]) -> Result<Self, GridProblem> {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|e| problem_of(&e))?;
        if archive.len() > PARTS {
            return Err(GridProblem::UnpacksTooLarge);
        }
        let mut claimed = 0_u64;
        for index in 0..archive.len() {
            let part = archive.by_index_raw(index).map_err(|e| problem_of(&e))?;
            claimed = claimed.saturating_add(part.size());
        }
        if claimed > UNPACKED_BYTES {
            return Err(GridProblem::UnpacksTooLarge);
        }
        Ok(Self {
            archive,
            left: UNPACKED_BYTES,
        })
    }

    /// Is there a part of this name?
    pub fn holds(&self, name: &str) -> bool {
        self.archive.index_for_name(name).is_some()
    }

    /// Names of all parts, in the archive's order; those that are no text are left out.
    pub fn names(&self) -> Vec<String> {
        self.archive
            .file_names()
            .filter_map(Result::ok)
            .map(std::borrow::Cow::into_owned)
            .collect()
    }

    /// A part that was unpacked before, once more.
    pub fn part_again(&mut self, name: &str) -> Result<Vec<u8>, GridProblem> {
        let left = std::mem::replace(&mut self.left, UNPACKED_BYTES);
        let part = self.part(name);
        self.left = left;
        part
    }

    /// A part, unpacked. What it claims of its size is not believed: reading stops at the limit.
    pub fn part(&mut self, name: &str) -> Result<Vec<u8>, GridProblem> {
        let part = self.archive.by_name(name).map_err(|e| problem_of(&e))?;
        let mut bytes = Vec::new();
        part.take(self.left + 1)
            .read_to_end(&mut bytes)
            .map_err(|_| GridProblem::BrokenWorkbook)?;
        self.left = self
            .left
            .checked_sub(bytes.len() as u64)
            .ok_or(GridProblem::UnpacksTooLarge)?;
        Ok(bytes)
    }
}

fn problem_of(error: &ZipError) -> GridProblem {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => GridProblem::PasswordProtected,
        _ => GridProblem::BrokenWorkbook,
    }
}
