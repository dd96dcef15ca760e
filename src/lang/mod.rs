//! Every sentence shown to a person, in English and Russian, and plural forms.
//!
//! Functions of a language and plain arguments (text, numbers); it knows nothing else of ours but [`Lang`].

pub mod annotate;
pub mod commands;
pub mod desk;
pub mod explain;
pub mod facts;
pub mod findings;
pub mod fix;
pub mod pages;
pub mod preferences;
pub mod repair;
pub mod sheets;
pub mod suggest;
pub mod unchecked;
pub mod usage;
pub mod verify;
pub mod warnings;

pub use crate::domain::Lang;

/// The Russian form that goes with `count`: `one` (1 класс), `few` (2 класса), `many` (5 классов).
pub fn plural_ru<'a>(count: u64, one: &'a str, few: &'a str, many: &'a str) -> &'a str {
    match (count % 10, count % 100) {
        (_, 11..=14) => many,
        (1, _) => one,
        (2..=4, _) => few,
        _ => many,
    }
}

/// The English form that goes with `count`.
pub fn plural_en<'a>(count: u64, one: &'a str, many: &'a str) -> &'a str {
    if count == 1 { one } else { many }
}
