//! Grades the works afterwards; not bound to the sitting's time.

use super::Role;
use super::card::{Holders, KnownBy, LoadUnit, RoleCard, RoleWords, word};

pub(super) const CARD: RoleCard = RoleCard {
    role: Role::Checker,
    code: "checker",
    is_time_bound: false,
    misses_lessons: false,
    holders: Holders::AnyStaff,
    unit: LoadUnit::Works,
    places: 1,
    words: RoleWords {
        one: word("checker", "эксперт"),
        many: word("checkers", "эксперты"),
        on_papers: word("checker", "эксперт"),
        above: word("Checkers", "Эксперты"),
        short: word("checker", "эксп."),
        places: word("Places for checkers", "Сколько экспертов"),
        example: word("1", "2"),
    },
    known_by: KnownBy {
        keywords: &["checkers", "эксперты", "проверяющий", "проверяющие"],
        counted: &["checkers", "Экспертов", "Эксперты"],
        own: "checker | Эксперт",
        usual: "checkers | Эксперты | Экспертов | Эксп. | Проверяющий | Проверяющие | Проверяет | Проверяют | \
            Кто проверяет | Проверка | Проверка работ | Эксперт по проверке | Эксперты (проверка) | \
            Учитель, проверяющий работу | Проверяющий учитель | Комиссия | Комиссия по проверке | \
            Члены комиссии | Член комиссии | Состав комиссии | Предметная комиссия | \
            Члены предметной комиссии | marker | markers | grader | graders | examiner | examiners | assessor | \
            assessors | expert | experts | checked by | marked by",
        weak: "Экзаменатор",
        stems: &["эксперт", "проверя"],
    },
};
