//! Words of the load overview.

use super::word;
use crate::lang::facts::Word;
use crate::lang::{Lang, plural_en, plural_ru};

/// At the average.
pub const AVERAGE: Word = word("average", "в среднем");

/// Caption of the load of a role: duties, or works.
pub fn caption(role: &str, is_works: bool, lang: Lang) -> String {
    match (lang, is_works) {
        (Lang::En, false) => format!("{role}, duties"),
        (Lang::En, true) => format!("{role}, works"),
        (Lang::Ru, false) => format!("{role}: число назначений"),
        (Lang::Ru, true) => format!("{role}: число работ"),
    }
}

/// How the load of a role spreads: people, fewest, most.
pub fn spread(people: usize, fewest: u64, most: u64, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "{people} {}: from {fewest} to {most} each, earlier procedures included.",
            plural_en(people as u64, "person", "people")
        ),
        Lang::Ru => format!(
            "{people} {}: от {fewest} до {most} на каждого с учётом прежних процедур.",
            plural_ru(people as u64, "человек", "человека", "человек")
        ),
    }
}

/// Parents who were not needed.
pub fn without_load(people: usize, lang: Lang) -> String {
    match lang {
        Lang::En => format!("Not called on: {people}."),
        Lang::Ru => format!("Не привлекались: {people}."),
    }
}

/// Against the average of all who hold the role.
pub fn against_average(difference: i64, lang: Lang) -> String {
    let by = difference.unsigned_abs();
    match (lang, difference.signum()) {
        (_, 0) => AVERAGE.in_lang(lang).to_owned(),
        (Lang::En, 1) => format!("{by} above"),
        (Lang::En, _) => format!("{by} below"),
        (Lang::Ru, 1) => format!("выше на {by}"),
        (Lang::Ru, _) => format!("ниже на {by}"),
    }
}
