//! Schools kept in memory: for a page that has no disk. What a step leaves behind is there until the page is closed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::input::InputFile;
use crate::service::desk::{self, Keep, Outcome, ROSTER};

use super::keeper::{Keeper, Opened, Trouble};

/// Who did what when.
const JOURNAL: &str = "journal.csv";

/// Files of one school, by name.
type Files = BTreeMap<String, Vec<u8>>;

/// A keeper in memory. A clone stands for the same schools: one is the page's, the other the door's.
#[derive(Debug, Clone, Default)]
pub struct Memory(Arc<Mutex<Schools>>);

/// Schools by name, one of which is open. Knows the time it was told last, for it has no clock.
#[derive(Debug, Default)]
struct Schools {
    /// `2026-04-21 10:15:00`, as the clock on the wall shows it.
    now: String,
    by_name: BTreeMap<String, Files>,
    /// The name of the open one; the first has none.
    open: String,
    /// Of the open school: files that a step has written, not a person.
    written: BTreeSet<String>,
}

impl Memory {
    /// With nothing in it.
    pub fn new() -> Self {
        Self::default()
    }

    /// What time it is: `2026-04-21 10:15:00`.
    pub fn tell_time(&self, now: &str) {
        now.clone_into(&mut self.schools().now);
    }

    /// Every file of the open school, the roster and the journal among them, by name.
    pub fn files(&self) -> Vec<InputFile> {
        self.schools().files()
    }

    fn schools(&self) -> MutexGuard<'_, Schools> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Schools {
    fn files(&self) -> Vec<InputFile> {
        let files = self.by_name.get(&self.open).into_iter().flatten();
        files
            .map(|(name, bytes)| InputFile {
                name: name.clone(),
                bytes: bytes.clone(),
            })
            .collect()
    }

    fn opened(&self, is_other: bool) -> Opened {
        let (roster, mut files): (Vec<_>, Vec<_>) = self
            .files()
            .into_iter()
            .partition(|file| file.name == ROSTER);
        // Copies kept beside a file, and the journal, are no tables.
        files.retain(|file| file.name != JOURNAL && !file.name.ends_with(".bak"));
        Opened {
            files,
            roster: roster.into_iter().next(),
            is_other,
        }
    }

    fn turn(&mut self, name: String) -> Opened {
        let is_other = name != self.open;
        if is_other {
            self.written.clear();
        }
        self.open = name;
        self.opened(is_other)
    }

    fn store(&mut self, outcome: &Outcome) {
        let files = self.by_name.entry(self.open.clone()).or_default();
        for write in &outcome.writes {
            let is_to_be_kept = match write.keep {
                Keep::Foreign => false,
                Keep::Theirs => !self.written.contains(&write.name),
                Keep::Always => true,
            };
            if is_to_be_kept && let Some(before) = files.get(&write.name).cloned() {
                let free = copy_name(files, &write.name, &self.now);
                files.insert(free, before);
            }
            match &write.bytes {
                Some(bytes) => files.insert(write.name.clone(), bytes.clone()),
                None => files.remove(&write.name),
            };
            self.written.insert(write.name.clone());
        }
        if !outcome.deeds.is_empty() {
            let journal = files.entry(JOURNAL.to_owned()).or_default();
            if journal.is_empty() {
                journal.extend(desk::journal_head(outcome.lang));
            }
            let lines = desk::journal_lines(&outcome.deeds, &self.now, "", outcome.lang);
            journal.extend(lines);
        }
    }

    fn begin(&mut self, name: &str, files: &Outcome) -> Opened {
        let names = (1_u32..).map(|number| match number {
            1 => name.to_owned(),
            _ => format!("{name}-{number}"),
        });
        let mut free = names.filter(|name| !self.by_name.contains_key(name));
        let name = free.next().unwrap_or_default();
        drop(free);
        self.turn(name);
        self.store(files);
        self.opened(true)
    }
}

impl Keeper for Memory {
    fn name(&self) -> String {
        self.schools().open.clone()
    }

    fn folders(&self) -> Vec<String> {
        let schools = self.schools();
        let others = schools.by_name.keys();
        others.filter(|name| !name.is_empty()).cloned().collect()
    }

    fn today(&self) -> String {
        let schools = self.schools();
        schools.now.split(' ').next().unwrap_or_default().to_owned()
    }

    fn read(&mut self) -> Result<Opened, Box<dyn Trouble>> {
        Ok(self.schools().opened(false))
    }

    fn store(&mut self, outcome: &Outcome) -> Result<(), Box<dyn Trouble>> {
        self.schools().store(outcome);
        Ok(())
    }

    fn journal(&self) -> Result<Vec<u8>, Box<dyn Trouble>> {
        let files = self.files();
        let journal = files.into_iter().find(|file| file.name == JOURNAL);
        Ok(journal.map(|file| file.bytes).unwrap_or_default())
    }

    fn turn_to(&mut self, name: &str) -> Result<Opened, Box<dyn Trouble>> {
        Ok(self.schools().turn(name.to_owned()))
    }

    fn begin(&mut self, name: &str, files: &Outcome) -> Result<Opened, Box<dyn Trouble>> {
        Ok(self.schools().begin(name, files))
    }
}

/// A name for the copy of a file beside it: `staff.csv.2026-04-21-101500.bak`.
fn copy_name(files: &Files, name: &str, now: &str) -> String {
    let stamp = now.replace(' ', "-").replace(':', "");
    let names = (0_u32..).map(|number| match number {
        0 => format!("{name}.{stamp}.bak"),
        _ => format!("{name}.{stamp}-{number}.bak"),
    });
    let mut free = names.filter(|it| !files.contains_key(it));
    free.next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::keeper::Keeper;
    use super::Memory;
    use crate::service::desk::{FileWrite, Keep, Outcome};

    fn writes(text: &str, keep: Keep) -> Outcome {
        Outcome {
            writes: vec![FileWrite {
                name: "staff.csv".to_owned(),
                bytes: Some(text.as_bytes().to_vec()),
                keep,
            }],
            ..Outcome::default()
        }
    }

    fn names(memory: &Memory) -> Vec<String> {
        memory.files().into_iter().map(|file| file.name).collect()
    }

    #[test]
    fn what_is_to_be_kept_lies_beside_its_successor() {
        let mut memory = Memory::new();
        memory.tell_time("2026-04-21 10:15:00");
        memory.store(&writes("a", Keep::Always)).unwrap();
        memory.store(&writes("b", Keep::Always)).unwrap();
        memory.store(&writes("c", Keep::Always)).unwrap();
        memory.store(&writes("d", Keep::Theirs)).unwrap();
        let kept = ["", ".2026-04-21-101500-1.bak", ".2026-04-21-101500.bak"];
        assert_eq!(names(&memory), kept.map(|end| format!("staff.csv{end}")));
        assert_eq!(memory.files()[0].bytes, b"d");
        let read = memory.read().unwrap();
        assert_eq!(read.files.len(), 1, "copies are no tables");
        assert_eq!(memory.today(), "2026-04-21");
    }

    #[test]
    fn a_school_begun_stands_beside_the_others() {
        let mut memory = Memory::new();
        memory.store(&writes("mine", Keep::Always)).unwrap();
        let begun = memory
            .begin("demo", &writes("sample", Keep::Always))
            .unwrap();
        assert!(begun.is_other);
        assert_eq!(begun.files[0].bytes, b"sample");
        memory
            .begin("demo", &writes("again", Keep::Always))
            .unwrap();
        assert_eq!(memory.folders(), ["demo", "demo-2"]);
        assert_eq!(memory.name(), "demo-2");
        let first = memory.turn_to("").unwrap();
        assert_eq!(first.files[0].bytes, b"mine");
        assert!(memory.turn_to("demo").unwrap().is_other);
        assert!(!memory.turn_to("demo").unwrap().is_other);
    }
}
