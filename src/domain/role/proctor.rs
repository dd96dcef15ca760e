//! Supervises the class while it writes.

use super::Role;
use super::card::{Holders, KnownBy, LoadUnit, RoleCard, RoleWords, word};

pub(super) const CARD: RoleCard = RoleCard {
    role: Role::Proctor,
    code: "proctor",
    is_time_bound: true,
    misses_lessons: true,
    holders: Holders::OwnStaff,
    unit: LoadUnit::Duty,
    places: 1,
    words: RoleWords {
        one: word("proctor", "организатор"),
        many: word("proctors", "организаторы"),
        on_papers: word("proctor", "организатор"),
        above: word("Proctors", "Организаторы"),
        short: word("proctor", "орг."),
        places: word(
            "Places for proctors at a sitting",
            "Сколько организаторов на работе",
        ),
        example: word("1", "1"),
    },
    known_by: KnownBy {
        keywords: &["proctors", "организаторы", "организатор в аудитории"],
        counted: &["proctors", "Организаторов", "Организаторы"],
        own: "proctor | Организатор",
        usual: "proctors | Организаторы | Организаторов | Орг. | Организ. | Организатор в аудитории | \
            Орг. в аудитории | Орг. в ауд. | Организаторы в аудиториях | Организатор проведения | \
            Организатор ВПР | Проводит | Проводящий | Кто проводит | Учитель, проводящий работу | \
            Педагог, проводящий работу | Проктор | Дежурный в аудитории | Дежурный в кабинете | \
            Дежурный в классе | Присутствует в аудитории | Экзаменатор в аудитории | invigilator | \
            invigilators | supervisor | supervisors | organizer | organizers | organiser | organisers | \
            invigilated by",
        weak: "Дежурный | Дежурные | Дежурный учитель",
        stems: &["организатор", "invigilat", "proctor"],
    },
};
