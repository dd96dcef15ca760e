//! `check --learn`: answers to a check's questions, as the table that keeps them.

use crate::domain::PersonId;
use crate::input;
use crate::lang::Lang;

use super::check::Checked;

/// `names.csv` with what is known already and the answers: a name as typed, and whom it means, if anybody of the lists.
pub fn names_with(
    checked: &Checked,
    answers: &[(String, Option<PersonId>)],
    lang: Lang,
) -> Vec<u8> {
    input::write_names(&checked.school, answers, lang)
}
