//! Helps pupils with special needs during the sitting.

use super::Role;
use super::card::{Holders, KnownBy, LoadUnit, RoleCard, RoleWords, word};

pub(super) const CARD: RoleCard = RoleCard {
    role: Role::Assistant,
    code: "assistant",
    is_time_bound: true,
    misses_lessons: true,
    holders: Holders::OwnStaff,
    unit: LoadUnit::Duty,
    places: 0,
    words: RoleWords {
        one: word("assistant", "ассистент"),
        many: word("assistants", "ассистенты"),
        on_papers: word("assistant", "ассистент"),
        above: word("Assistants", "Ассистенты"),
        short: word("assistant", "асс."),
        places: word("Places for assistants", "Сколько ассистентов"),
        example: word("0", "0"),
    },
    known_by: KnownBy {
        keywords: &["assistants", "ассистенты"],
        counted: &["assistants", "Ассистентов", "Ассистенты"],
        own: "assistant | Ассистент",
        usual: "assistants | Ассистенты | Ассистентов | Ассист. | Ассистент ОВЗ | Ассистент для ОВЗ | \
            Ассистент (при необходимости) | Помощник | helper | helpers",
        weak: "",
        stems: &["ассистент"],
    },
};
