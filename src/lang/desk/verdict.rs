//! The verdict on the roster: what the check counts, and what is proven.

use crate::lang::{Lang, plural_en, plural_ru};

/// The verdict while there is no roster.
pub fn verdict_none(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "No roster yet",
        Lang::Ru => "Расстановки ещё нет",
    }
}

/// What the check counts: conflicts (unclear names among them), empty places, exceptions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counts {
    /// Conflicts beside empty places, and unclear names.
    pub conflicts: usize,
    /// Empty places.
    pub unfilled: usize,
    /// Exceptions.
    pub exceptions: usize,
}

impl Counts {
    /// The gravest there is: `conflicts`, `unfilled`, `exceptions`, `clean`.
    pub fn kind(self) -> &'static str {
        match self {
            Counts { conflicts: 1.., .. } => "conflicts",
            Counts { unfilled: 1.., .. } => "unfilled",
            Counts {
                exceptions: 1.., ..
            } => "exceptions",
            _ => "clean",
        }
    }
}

/// The first half of the verdict: what the check says.
pub fn verdict(counts: Counts, lang: Lang) -> String {
    let number = |count: usize| count as u64;
    let Counts {
        conflicts,
        unfilled,
        exceptions,
    } = counts;
    let mut parts = vec![match lang {
        Lang::En => format!(
            "{conflicts} {} – checked",
            plural_en(number(conflicts), "conflict", "conflicts")
        ),
        Lang::Ru => format!(
            "{conflicts} {} – проверено",
            plural_ru(number(conflicts), "конфликт", "конфликта", "конфликтов")
        ),
    }];
    if unfilled > 0 {
        parts.push(match lang {
            Lang::En => format!(
                "{unfilled} empty {}",
                plural_en(number(unfilled), "place", "places")
            ),
            Lang::Ru => format!(
                "{unfilled} {}",
                plural_ru(
                    number(unfilled),
                    "пустое место",
                    "пустых места",
                    "пустых мест"
                )
            ),
        });
    }
    if exceptions > 0 {
        parts.push(match lang {
            Lang::En => format!(
                "{exceptions} {}",
                plural_en(number(exceptions), "exception", "exceptions")
            ),
            Lang::Ru => format!(
                "{exceptions} {}",
                plural_ru(number(exceptions), "исключение", "исключения", "исключений")
            ),
        });
    }
    parts.join(", ")
}

/// How good the roster is known to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goodness {
    /// No roster is better.
    Best,
    /// No roster with the same locks is better.
    BestWithLocks,
    /// No valid roster changes less of the one before.
    FewestChanges,
    /// No roster is better, but nobody knows how many works there are.
    BestButWorks,
    /// Not proven.
    Unproven,
    /// Nobody has asked a solver.
    Unknown,
}

/// The second half of the verdict: what is proven.
pub fn goodness(goodness: Goodness, lang: Lang) -> &'static str {
    match (lang, goodness) {
        (Lang::En, Goodness::Best) => "best possible – proven",
        (Lang::En, Goodness::BestWithLocks) => "best possible with these locks – proven",
        (Lang::En, Goodness::FewestChanges) => "fewest changes – proven",
        (Lang::En, Goodness::BestButWorks) => {
            "best possible but for the spread of works: pupils are missing, nothing is proven of it"
        }
        (Lang::En, Goodness::Unproven) => "whether a better one exists is not proven",
        (Lang::En, Goodness::Unknown) => "not compared with the best possible",
        (Lang::Ru, Goodness::Best) => "лучше нельзя – доказано",
        (Lang::Ru, Goodness::BestWithLocks) => "с этими закреплениями лучше нельзя – доказано",
        (Lang::Ru, Goodness::FewestChanges) => "меньше изменить нельзя – доказано",
        (Lang::Ru, Goodness::BestButWorks) => {
            "лучше нельзя, кроме равномерности проверки: она не доказана, не указано число учеников"
        }
        (Lang::Ru, Goodness::Unproven) => "можно ли лучше – не доказано",
        (Lang::Ru, Goodness::Unknown) => "с лучшей возможной не сравнивалось",
    }
}
