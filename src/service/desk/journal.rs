//! The journal: who did what when, a line for each place that changed hands.

use crate::delimited;
use crate::domain::{Lang, Role};
use crate::lang::desk as words;
use crate::service::report::ChangeReport;

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// Somebody was put into a place, or taken out of it, by hand.
    Move,
    /// A place was locked.
    Lock,
    /// A place was unlocked.
    Unlock,
    /// A roster was made.
    Generate,
    /// A roster was repaired.
    Repair,
    /// A way out was taken.
    Way,
    /// Cells of the lists were corrected.
    Correct,
    /// Rules were decided.
    Policy,
    /// An exception was granted or taken back.
    Waiver,
    /// A file came, changed or went.
    File,
    /// A step was taken back.
    Undo,
    /// A step was taken again.
    Redo,
}

/// A line of the journal, but for the time and the hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalEntry {
    what: What,
    /// Day (ISO), class, subject, role, who it was, who it is now.
    cells: [String; 6],
}

impl JournalEntry {
    /// What was done.
    pub(super) fn what(&self) -> What {
        self.what
    }

    /// Something that is about no place in particular.
    pub(super) fn of(what: What) -> Self {
        Self {
            what,
            cells: Default::default(),
        }
    }

    /// A place that changed hands.
    pub(super) fn change(what: What, change: ChangeReport) -> Self {
        Self {
            what,
            cells: [
                change.duty.date,
                change.duty.class,
                change.duty.subject,
                change.duty.role.to_owned(),
                change.was.unwrap_or_default(),
                change.now.unwrap_or_default(),
            ],
        }
    }

    /// Something that was done to a file.
    pub(super) fn file(what: What, name: &str) -> Self {
        let mut deed = Self::of(what);
        name.clone_into(&mut deed.cells[5]);
        deed
    }
}

impl What {
    /// In that language.
    fn word(self, lang: Lang) -> &'static str {
        words::deeds(lang)[self as usize]
    }
}

/// The journal's first line: it opens in a spreadsheet program.
pub fn journal_head(lang: Lang) -> Vec<u8> {
    let mut head = "\u{feff}".as_bytes().to_vec();
    head.extend(record(words::journal_head(lang).map(str::to_owned)));
    head
}

/// The deeds as lines of the journal.
pub fn journal_lines(deeds: &[JournalEntry], when: &str, who: &str, lang: Lang) -> Vec<u8> {
    let line = |deed: &JournalEntry| {
        let [date, class, subject, role, from, to] = deed.cells.clone();
        let role = role_words(&role, lang).to_owned();
        let what = deed.what.word(lang).to_owned();
        let (when, who) = (when.to_owned(), who.to_owned());
        record([when, who, what, date, class, subject, role, from, to])
    };
    deeds.iter().flat_map(line).collect()
}

fn role_words(name: &str, lang: Lang) -> &str {
    Role::from_name(name).map_or(name, |role| role.words().one.in_lang(lang))
}

fn record(cells: [String; 9]) -> Vec<u8> {
    delimited::append(Vec::new(), [cells.map(|cell| one_line(&cell))], b';')
}

/// A line of the journal is one line of the file: only so can a crash cut off the last one alone.
fn one_line(cell: &str) -> String {
    cell.split(['\n', '\r']).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{JournalEntry, What, journal_head, journal_lines};
    use crate::domain::Lang;

    #[test]
    fn a_deed_is_one_line_whatever_the_names() {
        let deed = JournalEntry::file(What::File, "a;\n=b.csv");
        let lines = journal_lines(&[deed], "2026-04-21 10:00:00", "=anna", Lang::En);
        let text = String::from_utf8(lines).unwrap();
        assert_eq!(text, "2026-04-21 10:00:00;'=anna;file;;;;;;\"a; =b.csv\"\n");
        let head = String::from_utf8(journal_head(Lang::Ru)).unwrap();
        assert_eq!(head.lines().count(), 1);
        assert_eq!(head.split(';').count(), 9);
    }
}
