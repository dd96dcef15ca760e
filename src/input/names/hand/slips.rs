//! Names one slip of the pen away: a letter too much, too few, another, or two exchanged.

use crate::domain::PersonId;
use crate::input::map::Map;

/// Letters that the longer of two words must have: shorter words are other words when a letter changes.
const SHORTEST: usize = 4;

/// Entries by their surname with one letter left out: two surnames one slip apart share such a form, or one of them is the
/// other's.
#[derive(Debug, Clone, Default)]
pub struct Slips {
    shortened: Map<String, Vec<usize>>,
}

impl Slips {
    /// Of all entries.
    pub fn of(entries: &[(Vec<String>, PersonId)]) -> Self {
        let mut shortened: Map<String, Vec<usize>> = Map::default();
        for (index, (words, _)) in entries.iter().enumerate() {
            for form in words.first().iter().flat_map(|surname| forms(surname)) {
                let of_form = shortened.entry(form).or_default();
                if of_form.last() != Some(&index) {
                    of_form.push(index);
                }
            }
        }
        Self { shortened }
    }

    /// Entries that differ from the words, surname first or last, by one slip.
    pub fn near(
        &self,
        words: &[String],
        entries: &[(Vec<String>, PersonId)],
        surnames: &Map<String, Vec<usize>>,
    ) -> Vec<usize> {
        let mut surname_last = words.to_vec();
        surname_last.rotate_right(1.min(words.len()));
        let mut near = Vec::new();
        for order in [words, &surname_last] {
            let Some(surname) = order.first() else {
                continue;
            };
            let same = surnames.get(surname).into_iter().flatten().copied();
            let misspelt = forms(surname)
                .into_iter()
                .filter_map(|form| self.shortened.get(&form))
                .flatten()
                .copied();
            near.extend(
                same.chain(misspelt)
                    .filter(|&entry| differ_by_one_slip(order, &entries[entry].0)),
            );
        }
        near.sort_unstable();
        near.dedup();
        near
    }
}

/// The word, and the word with each letter left out.
fn forms(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    if letters.len() < SHORTEST - 1 {
        return Vec::new();
    }
    let without = |left_out: usize| {
        let others = letters.iter().enumerate();
        others
            .filter(|(index, _)| *index != left_out)
            .map(|(_, letter)| letter)
            .collect()
    };
    std::iter::once(word.to_owned())
        .chain((0..letters.len()).map(without))
        .collect()
}

/// Are both forms of one name, but for one slip in one word? Initials are no words: another initial is another person.
fn differ_by_one_slip(words: &[String], name: &[String]) -> bool {
    let shared = words.len().min(name.len());
    let mut left_out = words[shared..].iter().chain(&name[shared..]);
    if left_out.any(|word| word.starts_with('(')) {
        return false;
    }
    let mut slips = 0;
    for (place, (word, other)) in words.iter().zip(name).enumerate() {
        let is_initial = |a: &str, b: &str| a.chars().count() == 1 && b.starts_with(a);
        let short = place > 0 && (is_initial(word, other) || is_initial(other, word));
        if word == other || short {
            continue;
        }
        let (length, other_length) = (word.chars().count(), other.chars().count());
        let long = length.max(other_length) >= SHORTEST && length.min(other_length) + 1 >= SHORTEST;
        if !long || strsim::osa_distance(word, other) != 1 {
            return false;
        }
        slips += 1;
    }
    slips == 1
}
