//! Names as the roster writes them: in full, or as surname and initials, the way the names around them are.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{PersonId, RosterRow, Seat};
use crate::input::KnownNames;
use crate::service::Checked;

/// How names are spelt in a roster.
pub struct Spelling<'a> {
    checked: &'a Checked,
    known: KnownNames<'a>,
    /// Some name of each sheet that is understood, as typed.
    samples: BTreeMap<Option<String>, String>,
}

impl<'a> Spelling<'a> {
    /// Looks at the roster's names.
    pub fn of(checked: &'a Checked) -> Self {
        let mut samples: BTreeMap<Option<String>, Vec<String>> = BTreeMap::new();
        for row in &checked.roster.rows {
            if let (Seat::Person(_), Some(text)) = (&row.seat, typed(checked, row)) {
                let names = samples.entry(row.sheet.clone()).or_default();
                names.push(text.to_owned());
            }
        }
        let most = |(sheet, names): (Option<String>, Vec<String>)| {
            let short = names.iter().filter(|name| has_initials(name));
            let is_short = short.count() * 2 > names.len();
            let sample = names
                .into_iter()
                .find(|name| has_initials(name) == is_short);
            Some((sheet, sample?))
        };
        Self {
            checked,
            known: KnownNames::of(&checked.school),
            samples: samples.into_iter().filter_map(most).collect(),
        }
    }

    /// The person's name, written like the name it replaces, else like most of the sheet; in full, where a shorter form
    /// would not be understood as theirs.
    pub fn name(
        &self,
        person: PersonId,
        like: Option<&RosterRow>,
        sheet: Option<&String>,
    ) -> String {
        let full = self.checked.school.person(person).name.clone();
        let replaced = like.filter(|row| row.seat != Seat::Empty);
        let replaced = replaced.and_then(|row| typed(self.checked, row));
        let sample = replaced.or_else(|| self.samples.get(&sheet.cloned()).map(String::as_str));
        let Some(short) = sample.and_then(|sample| shortened(&full, sample)) else {
            return full;
        };
        if self.known.seat(&short) == Seat::Person(person) {
            short
        } else {
            full
        }
    }
}

/// The name in the row as typed.
fn typed<'a>(checked: &'a Checked, row: &RosterRow) -> Option<&'a str> {
    let layout = checked.layout(row)?;
    let text = layout.text(row.name.row, row.name.column);
    text.get(row.name.bytes.clone())
        .filter(|text| !text.is_empty())
}

/// Is a word of the name nothing but a letter and a dot?
fn has_initials(name: &str) -> bool {
    let letters: BTreeSet<char> = name.chars().collect();
    letters.contains(&'.') && initials_of(name).is_some()
}

/// Where the initials begin and end: `А. П.`, `А.П.`
fn initials_of(name: &str) -> Option<std::ops::Range<usize>> {
    let mut found: Option<std::ops::Range<usize>> = None;
    let letters: Vec<(usize, char)> = name.char_indices().collect();
    for (index, &(at, letter)) in letters.iter().enumerate() {
        let begins = index == 0 || !letters[index - 1].1.is_alphabetic();
        let dotted = letters.get(index + 1).filter(|(_, next)| *next == '.');
        if let (true, true, Some(&(dot, _))) = (letter.is_alphabetic(), begins, dotted) {
            let start = found.map_or(at, |range| range.start);
            found = Some(start..dot + 1);
        }
    }
    found
}

/// The full name as surname and initials, in the order and with the spaces of the sample; `None` where the sample is in
/// full, or the name cannot be shortened.
fn shortened(full: &str, sample: &str) -> Option<String> {
    let initials = initials_of(sample)?;
    let pattern = &sample[initials.clone()];
    let between = if pattern.contains(". ") { " " } else { "" };
    let words: Vec<&str> = full.split_whitespace().collect();
    let (surname, rest) = words.split_first()?;
    let is_word = |word: &&str| {
        word.chars()
            .all(|letter| letter.is_alphabetic() || letter == '-')
    };
    if rest.is_empty() || !rest.iter().all(is_word) {
        return None;
    }
    let firsts = rest.iter().filter_map(|word| word.chars().next());
    let firsts: Vec<String> = firsts.map(|letter| format!("{letter}.")).collect();
    let firsts = firsts.join(between);
    Some(if initials.start == 0 {
        let gap = if sample[initials.end..].starts_with(' ') {
            " "
        } else {
            ""
        };
        format!("{firsts}{gap}{surname}")
    } else {
        let gap = if sample[..initials.start].ends_with(' ') {
            " "
        } else {
            ""
        };
        format!("{surname}{gap}{firsts}")
    })
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn names_are_written_like_their_neighbours() {
        let full = "Ким Ольга Ивановна";
        for (sample, written) in [
            ("Рогожин В.Д.", Some("Ким О.И.")),
            ("Рогожин В. Д.", Some("Ким О. И.")),
            ("В. Д. Рогожин", Some("О. И. Ким")),
            ("В.Д. Рогожин", Some("О.И. Ким")),
            ("Рогожин Вадим Денисович", None),
        ] {
            assert_eq!(shortened(full, sample).as_deref(), written, "{sample}");
        }
        assert_eq!(shortened("Ким О. И.", "Рогожин В.Д."), None);
    }
}
