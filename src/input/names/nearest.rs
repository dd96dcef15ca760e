//! The nearest known name to a text that nobody knows.

/// Work still allowed in this run: a folder with thousands of wrong names is answered in time, with suggestions for the
/// first of them.
#[derive(Debug, Clone)]
pub struct Budget {
    steps: usize,
}

/// Steps that an edit distance costs, where a look at an entry costs one.
const DISTANCE: usize = 20;

impl Default for Budget {
    fn default() -> Self {
        Self { steps: 6_000_000 }
    }
}

impl Budget {
    /// Takes that many steps; `None` where they are not left.
    fn spend(&mut self, steps: usize) -> Option<()> {
        self.steps = self.steps.checked_sub(steps)?;
        Some(())
    }
}

#[derive(Debug, Clone)]
struct Entry {
    key: String,
    letters: u64,
    length: usize,
    name: String,
}

/// Names to choose the nearest from.
#[derive(Debug, Clone, Default)]
pub struct Nearest {
    entries: Vec<Entry>,
}

impl Nearest {
    /// Adds a name under its key; `name` is what a suggestion shows.
    pub fn add(&mut self, key: String, name: &str) {
        self.entries.push(Entry {
            letters: letters(&key),
            length: key.chars().count(),
            key,
            name: name.to_owned(),
        });
    }

    /// The name whose key takes the fewest edits from `key`, if few enough for a slip of the pen; of equals, the first.
    pub fn to(&self, key: &str, budget: &mut Budget) -> Option<&str> {
        budget.spend(self.entries.len())?;
        let (length, mask) = (key.chars().count(), letters(key));
        let mut limit = (length / 4).clamp(1, 4);
        let mut best = None;
        for entry in &self.entries {
            let far_in_length = entry.length.abs_diff(length) > limit;
            // One edit adds one letter to the set, drops one, or both.
            let far_in_letters = (entry.letters ^ mask).count_ones() as usize > 2 * limit;
            if far_in_length || far_in_letters {
                continue;
            }
            budget.spend(DISTANCE)?;
            let distance = strsim::osa_distance(&entry.key, key);
            if distance < limit || (distance == limit && best.is_none()) {
                limit = distance;
                best = Some(entry.name.as_str());
            }
        }
        best
    }
}

/// The letters of a key as a set, for telling far names apart without comparing them.
fn letters(key: &str) -> u64 {
    key.chars()
        .fold(0, |set, letter| set | 1 << (u32::from(letter) % 64))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Nearest {
        let mut names = Nearest::default();
        for name in ["МАТЕМАТИКА", "ФИЗИКА", "ХИМИЯ"] {
            names.add(name.to_owned(), name);
        }
        names
    }

    #[test]
    fn a_slip_finds_its_name() {
        let mut budget = Budget::default();
        assert_eq!(names().to("МАТЕМАТКА", &mut budget), Some("МАТЕМАТИКА"));
        assert_eq!(names().to("ФИЗКИА", &mut budget), Some("ФИЗИКА"));
    }

    #[test]
    fn a_strange_word_finds_nothing() {
        assert_eq!(names().to("ТРУД", &mut Budget::default()), None);
    }

    #[test]
    fn a_spent_budget_ends_the_search() {
        let mut budget = Budget { steps: 0 };
        assert_eq!(names().to("ФИЗКИА", &mut budget), None);
    }
}
