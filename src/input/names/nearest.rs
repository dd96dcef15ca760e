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

    /// A name with another number is never meant: class 8 is no slip for class 5.
    ///
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
            if !same_number(&entry.key, key) {
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

/// Have both keys the same digits?
fn same_number(one: &str, other: &str) -> bool {
    let digits = |text: &'_ str| text.bytes().filter(u8::is_ascii_digit).collect::<Vec<_>>();
    digits(one) == digits(other)
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
    fn a_suggestion_never_changes_a_number() {
        let mut classes = Nearest::default();
        for name in ["5", "4", "15А", "10Б", "5Г"] {
            classes.add(name.to_owned(), name);
        }
        let budget = &mut Budget::default();
        for wrong in ["8", "6", "5А1", "11Б", "6Г"] {
            assert_eq!(classes.to(wrong, budget), None, "{wrong}");
        }
        assert_eq!(classes.to("15", budget), Some("15А"));
        assert_eq!(classes.to("10В", budget), Some("10Б"));
    }

    #[test]
    fn a_spent_budget_ends_the_search() {
        let mut budget = Budget { steps: 0 };
        assert_eq!(names().to("ФИЗКИА", &mut budget), None);
    }
}
