//! SHA-256 of what a proof is about, so that it fits no other lists and no other roster.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use crate::domain::{Duty, School};

use super::facts::facts;

/// Of a text.
pub(super) fn digest(text: &str) -> String {
    Sha256::digest(text.as_bytes())
        .iter()
        .fold(String::new(), |mut digits, byte| {
            // Writing to a string does not fail.
            let _ = write!(digits, "{byte:02x}");
            digits
        })
}

/// Of every fact that was read from the lists, the policy among them, as [`super::facts`] puts them: a copy under other
/// names, with other columns between, says the same.
pub fn tables_digest(school: &School) -> String {
    digest(&facts(school.lists()))
}

/// Of the duties, in whatever order and file they stand.
pub fn roster_digest(school: &School, duties: impl Iterator<Item = Duty>) -> String {
    let mut lines: Vec<String> = duties
        .map(|duty| {
            let name = &school.person(duty.person).name;
            format!("{} {} {name}\n", duty.sitting.index(), duty.role.name())
        })
        .collect();
    lines.sort();
    digest(&lines.concat())
}

#[cfg(test)]
mod tests {
    use super::tables_digest;
    use crate::domain::{Lists, School, Source};

    fn school(file: &str, name: &str) -> School {
        School::new(Lists {
            sources: vec![Source {
                file: file.to_owned(),
                sheet: None,
            }],
            schools: vec![name.to_owned()],
            ..Lists::default()
        })
    }

    #[test]
    fn a_copy_under_another_name_says_the_same() {
        let digest = |file, name| tables_digest(&school(file, name));
        assert_eq!(digest("policy.toml", "31"), digest("copy.toml", "31"));
        assert_ne!(digest("policy.toml", "31"), digest("policy.toml", "32"));
    }

    /// Computed from the documented text by another program: old proofs stay good, and anybody can do it again.
    #[test]
    fn the_text_is_canonical() {
        let school = school("policy.toml", "№ \"31\"");
        let text = "recuse facts 1\nschool name=\"№ \\\"31\\\"\"\n";
        assert_eq!(super::facts(school.lists()), text);
        let expected = "a946338c5d731729643ba5a8e48e77283d5870151a468640d4742e27ff98efe8";
        assert_eq!(tables_digest(&school), expected);
    }
}
