//! A parent who watches that all is done by the rules.

use super::Role;
use super::card::{Holders, KnownBy, LoadUnit, RoleCard, RoleWords, word};

pub(super) const CARD: RoleCard = RoleCard {
    role: Role::Observer,
    code: "observer",
    is_time_bound: true,
    misses_lessons: false,
    holders: Holders::Parents,
    unit: LoadUnit::Duty,
    places: 1,
    words: RoleWords {
        one: word("observer", "наблюдатель"),
        many: word("observers", "наблюдатели"),
        on_papers: word("public observer", "общественный наблюдатель"),
        above: word("Public observers", "Общественные наблюдатели"),
        short: word("observer", "набл."),
        places: word(
            "Places for public observers",
            "Сколько общественных наблюдателей",
        ),
        example: word("1", "1"),
    },
    known_by: KnownBy {
        keywords: &["observers", "наблюдатели", "общественный наблюдатель"],
        counted: &["observers", "Наблюдателей", "Наблюдатели"],
        own: "observer | Наблюдатель",
        usual: "observers | Наблюдатели | Наблюдателей | Набл. | Общественный наблюдатель | \
            Общественные наблюдатели | Общ. наблюдатель | Общ. набл. | Общественник | Обществ. наблюдатель | \
            Наблюдатель (родитель) | Родитель-наблюдатель | Наблюдение | Общественное наблюдение | ОН | \
            Независимый наблюдатель | public observer | public observers | parent observer",
        weak: "Родитель | Родители | parent | parents",
        stems: &["наблюдател", "observer"],
    },
};
