//! Sheets made a moment ago: whoever looks at one looks at the next, and a format is made for all sheets at once.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::service::desk::{Desk, DeskError, SheetOrder, format_of};
use crate::service::{Format, OutputFile};

/// Files of one format.
type Files = Arc<Vec<OutputFile>>;

/// What lies there.
#[derive(Debug, Default)]
pub struct Shelf(Mutex<Option<Held>>);

#[derive(Debug)]
struct Held {
    /// Of which roster.
    revision: u64,
    order: SheetOrder,
    files: BTreeMap<Format, Files>,
}

impl Shelf {
    /// The file of that name; made, where it does not lie there yet.
    pub fn file(&self, desk: &Desk, name: &str, order: SheetOrder) -> Result<Vec<u8>, DeskError> {
        let files = self.files(desk, format_of(name)?, order)?;
        let file = files.iter().find(|file| file.name == name);
        file.map(|file| file.bytes.clone())
            .ok_or(DeskError::NoSuchSheet)
    }

    fn files(&self, desk: &Desk, format: Format, order: SheetOrder) -> Result<Files, DeskError> {
        let is_of = |held: &Held| (held.revision, held.order) == (desk.revision(), order);
        {
            let held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            let held = held.as_ref().filter(|held| is_of(held));
            if let Some(files) = held.and_then(|held| held.files.get(&format)) {
                return Ok(Arc::clone(files));
            }
        }
        let files = Arc::new(desk.sheets_in(format, order)?);
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = held.take().filter(is_of).unwrap_or_else(|| Held {
            revision: desk.revision(),
            order,
            files: BTreeMap::new(),
        });
        let kept = held.insert(kept);
        kept.files.insert(format, Arc::clone(&files));
        Ok(files)
    }
}
