//! Names as keys, compared the way people read them; who or what a text means; and the nearest known name.
//!
//! Text in, ids out; it knows nothing of tables or files.

mod cell;
mod class;
mod fold;
mod hand;
mod keyed;
mod nearest;
mod people;
mod subject;

pub use cell::{NoPerson, no_person};
pub use class::{ClassIndex, is_class_word, roman_beginnings, several_classes};
pub use fold::{
    class_key, clean, cleaned, group_key, person_key, person_words, subject_key, word_key,
};
pub use hand::{
    HandNames, Recognised, halves_of_surname, is_aside_word, is_job, is_patronymic_word,
    maiden_forms, titles_clash, without_asides, without_front, without_list_number,
};
pub use keyed::KeyIndex;
pub use nearest::{Budget, Nearest};
pub use people::{Found, PeopleIndex, has_initials};
pub use subject::{is_usual_short, may_be_one, shortens};
