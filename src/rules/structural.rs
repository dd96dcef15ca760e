//! The structural rules in words: always in force, checked by counting rather than by a predicate.

use crate::domain::StructuralCode;

use super::Word;

/// What a structural rule says, why, and what to do: the same texts for `recuse rules`, messages and the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Structural {
    /// Public name.
    pub code: StructuralCode,
    /// What it is called where people read, a few words.
    pub name: Word,
    /// What it says.
    pub what: Word,
    /// Why it exists.
    pub why: Word,
    /// What to do when it bites.
    pub fix: Word,
    /// The finding's sentence, with `{person}`, `{class}`, `{subject}`.
    pub message: Word,
}

/// The structural rule of that code.
pub fn structural(code: StructuralCode) -> &'static Structural {
    // The list stands in the order of the codes; a test holds it to that.
    &STRUCTURAL[code as usize]
}

/// Why any limit is kept.
const LIMIT_IS_SET: Word = Word {
    en: "The limit was set for a reason: a part-timer, health, lessons.",
    ru: "Предел поставлен не зря: неполная ставка, здоровье, уроки.",
};

/// What to do where one is not.
const WITHIN_LIMIT: Word = Word {
    en: "Give this duty to somebody else, or raise the limit.",
    ru: "Передайте это назначение другому или увеличьте предел.",
};

/// Every structural rule, in the order of the codes.
pub static STRUCTURAL: [Structural; 15] = [
    Structural {
        code: StructuralCode::DoubleBooked,
        name: Word {
            en: "on duty elsewhere",
            ru: "занят в это же время",
        },
        what: Word {
            en: "Nobody is on duty at two sittings at once (proctor, assistant or observer).",
            ru: "Никто не занят на двух работах в одно время (организатором, ассистентом или наблюдателем).",
        },
        why: Word {
            en: "One person cannot be in two rooms.",
            ru: "Один человек не может быть в двух кабинетах.",
        },
        fix: Word {
            en: "Give one of the two duties to somebody else.",
            ru: "Передайте одно из двух назначений другому.",
        },
        message: Word {
            en: "{person} is on duty elsewhere at the same time",
            ru: "{person} в это же время – на другой работе",
        },
    },
    Structural {
        code: StructuralCode::Absent,
        name: Word {
            en: "away",
            ru: "отсутствует",
        },
        what: Word {
            en: "Nobody is on duty while away; nobody checks works who is away as long as they are checked ([checking] days).",
            ru: "Никто не назначается на время своего отсутствия; не проверяет работ тот, кого нет все дни проверки ([checking] days).",
        },
        why: Word {
            en: "The place would stay empty.",
            ru: "Место осталось бы пустым.",
        },
        fix: Word {
            en: "Take somebody who is there, or correct the table of absences.",
            ru: "Назначьте того, кто на месте, или исправьте таблицу отсутствий.",
        },
        message: Word {
            en: "{person} is away at that time",
            ru: "{person} в это время отсутствует",
        },
    },
    Structural {
        code: StructuralCode::RoleNotHeld,
        name: Word {
            en: "does not hold the role",
            ru: "нет такой роли",
        },
        what: Word {
            en: "People take only roles that their list gives them: `roles` of staff; parents who observe, in the school of a child.",
            ru: "Каждый занимает только те роли, что даёт ему список: «Роли» сотрудника; родители-наблюдатели – в школе своего ребёнка.",
        },
        why: Word {
            en: "The order names who may do what.",
            ru: "Приказ определяет, кто и в какой роли участвует.",
        },
        fix: Word {
            en: "Take somebody who holds the role, or enter the role in the list.",
            ru: "Назначьте того, у кого есть эта роль, или впишите её в список.",
        },
        message: Word {
            en: "{person} does not hold this role",
            ru: "{person}: такой роли нет в списке",
        },
    },
    Structural {
        code: StructuralCode::DateNotOffered,
        name: Word {
            en: "day not offered",
            ru: "день не предложен",
        },
        what: Word {
            en: "A parent observes only on the days offered.",
            ru: "Родитель наблюдает только в те дни, которые назвал сам.",
        },
        why: Word {
            en: "A parent who cannot come is no observer.",
            ru: "Родитель, который не может прийти, – не наблюдатель.",
        },
        fix: Word {
            en: "Ask a parent who can come on this day.",
            ru: "Пригласите родителя, который может прийти в этот день.",
        },
        message: Word {
            en: "{person} has not offered this day",
            ru: "{person}: этот день не назван среди возможных",
        },
    },
    Structural {
        code: StructuralCode::OverDailyLimit,
        name: Word {
            en: "daily limit",
            ru: "предел назначений в день",
        },
        what: Word {
            en: "Nobody has more duties on one day than `max_per_day` (proctor, assistant, observer).",
            ru: "Ни у кого нет за день больше назначений, чем «Максимум в день» (организатор, ассистент, наблюдатель).",
        },
        why: LIMIT_IS_SET,
        fix: WITHIN_LIMIT,
        message: Word {
            en: "{person} has more duties on this day than allowed",
            ru: "{person}: назначений за день больше, чем разрешено",
        },
    },
    Structural {
        code: StructuralCode::OverWeeklyLimit,
        name: Word {
            en: "weekly limit",
            ru: "предел назначений в неделю",
        },
        what: Word {
            en: "Nobody has more duties in a calendar week than `max_per_week` (proctor, assistant, observer).",
            ru: "Ни у кого нет за календарную неделю больше назначений, чем «Максимум в неделю» (организатор, ассистент, наблюдатель).",
        },
        why: LIMIT_IS_SET,
        fix: WITHIN_LIMIT,
        message: Word {
            en: "{person} has more duties in this week than allowed",
            ru: "{person}: назначений за неделю больше, чем разрешено",
        },
    },
    Structural {
        code: StructuralCode::OverTotalLimit,
        name: Word {
            en: "total limit",
            ru: "предел назначений всего",
        },
        what: Word {
            en: "Nobody has more duties in all than `max_total` (proctor, assistant, observer).",
            ru: "Ни у кого нет всего больше назначений, чем «Максимум всего» (организатор, ассистент, наблюдатель).",
        },
        why: LIMIT_IS_SET,
        fix: WITHIN_LIMIT,
        message: Word {
            en: "{person} has more duties in all than allowed",
            ru: "{person}: назначений всего больше, чем разрешено",
        },
    },
    Structural {
        code: StructuralCode::OverWorksLimit,
        name: Word {
            en: "limit of works",
            ru: "предел работ всего",
        },
        what: Word {
            en: "Nobody checks more works in all than `max_works` of the staff, else `[limits] works` of the policy.",
            ru: "Никто не проверяет всего больше работ, чем «Максимум работ» в списке, а если там пусто – [limits] works политики.",
        },
        why: LIMIT_IS_SET,
        fix: Word {
            en: "Give these works to somebody else, or raise the limit.",
            ru: "Передайте эти работы другому или увеличьте предел.",
        },
        message: Word {
            en: "{person} has more works to check than allowed",
            ru: "{person}: работ на проверку больше, чем разрешено",
        },
    },
    Structural {
        code: StructuralCode::OverWorksADay,
        name: Word {
            en: "limit of works a day",
            ru: "предел работ за день",
        },
        what: Word {
            en: "Nobody checks more works of sittings of one date than `[limits] works_a_day` of the policy.",
            ru: "Никто не проверяет работ одного дня больше, чем [limits] works_a_day политики.",
        },
        why: LIMIT_IS_SET,
        fix: Word {
            en: "Give these works to somebody else, or raise the limit.",
            ru: "Передайте эти работы другому или увеличьте предел.",
        },
        message: Word {
            en: "{person} has more works of this day to check than allowed",
            ru: "{person}: работ этого дня на проверку больше, чем разрешено",
        },
    },
    Structural {
        code: StructuralCode::TwiceInSitting,
        name: Word {
            en: "twice at one sitting",
            ru: "дважды на одной работе",
        },
        what: Word {
            en: "Nobody takes two places of one sitting, except one in the room and one as checker.",
            ru: "Никто не занимает двух мест на одной работе – кроме одного в аудитории и одного при проверке.",
        },
        why: Word {
            en: "Two places are there for two pairs of eyes.",
            ru: "Два места – это два независимых взгляда.",
        },
        fix: Word {
            en: "Give one of the two places to somebody else.",
            ru: "Передайте одно из двух мест другому.",
        },
        message: Word {
            en: "{person} already has a place at this sitting",
            ru: "{person} уже занимает место на этой работе",
        },
    },
    Structural {
        code: StructuralCode::Unfilled,
        name: Word {
            en: "place empty",
            ru: "место не занято",
        },
        what: Word {
            en: "Every place of the schedule is taken.",
            ru: "Каждое место графика занято.",
        },
        why: Word {
            en: "A sitting without its people cannot be held.",
            ru: "Без людей работу не провести.",
        },
        fix: Word {
            en: "Take somebody who may; `recuse generate` names the obstacle.",
            ru: "Назначьте того, кому можно; что мешает, покажет recuse generate.",
        },
        message: Word {
            en: "nobody takes this place",
            ru: "место никем не занято",
        },
    },
    Structural {
        code: StructuralCode::Overfilled,
        name: Word {
            en: "more people than places",
            ru: "людей больше, чем мест",
        },
        what: Word {
            en: "No sitting has more people than places.",
            ru: "На работе не больше людей, чем мест.",
        },
        why: Word {
            en: "A row too many is mostly a slip: the wrong class, date or role.",
            ru: "Лишняя строка – чаще всего описка в классе, дате или роли.",
        },
        fix: Word {
            en: "Remove the row, or raise the number of places in the schedule.",
            ru: "Удалите строку или увеличьте число мест в графике.",
        },
        message: Word {
            en: "{person} is beyond the places of this sitting",
            ru: "{person} – сверх числа мест на этой работе",
        },
    },
    Structural {
        code: StructuralCode::PinBroken,
        name: Word {
            en: "decided otherwise by hand",
            ru: "вручную решено иначе",
        },
        what: Word {
            en: "What was decided by hand holds: `must` takes the place, `never` does not.",
            ru: "Решённое вручную соблюдается: «обязательно» – занимает место, «нельзя» – не занимает.",
        },
        why: Word {
            en: "A pin is a decision of the school.",
            ru: "Закрепление – решение школы.",
        },
        fix: Word {
            en: "Follow the pin, or change the table of pins.",
            ru: "Соблюдите закрепление или измените таблицу закреплений.",
        },
        message: Word {
            en: "{person}: the roster breaks a decision made by hand",
            ru: "{person}: нарушено решение, принятое вручную",
        },
    },
    Structural {
        code: StructuralCode::UnknownPerson,
        name: Word {
            en: "name in no list",
            ru: "имени нет в списках",
        },
        what: Word {
            en: "Every name of a roster stands in the lists.",
            ru: "Каждое имя в расстановке есть в списках.",
        },
        why: Word {
            en: "Nobody can tell what an unknown person may do.",
            ru: "О незнакомом человеке нельзя сказать, что ему можно.",
        },
        fix: Word {
            en: "Correct the name, or enter the person in `staff` or `parents`.",
            ru: "Исправьте имя или внесите человека в список сотрудников или родителей.",
        },
        message: Word {
            en: "no list knows «{person}»",
            ru: "«{person}» нет ни в одном списке",
        },
    },
    Structural {
        code: StructuralCode::UnknownSitting,
        name: Word {
            en: "sitting not in the schedule",
            ru: "работы нет в графике",
        },
        what: Word {
            en: "Every row of a roster is about a sitting of the schedule.",
            ru: "Каждая строка расстановки относится к работе из графика.",
        },
        why: Word {
            en: "Such a duty would be done for nothing.",
            ru: "Такое назначение было бы напрасным.",
        },
        fix: Word {
            en: "Correct date, class or subject, or enter the sitting in the schedule.",
            ru: "Исправьте дату, класс или предмет либо внесите работу в график.",
        },
        message: Word {
            en: "the schedule has no such sitting",
            ru: "в графике нет такой работы",
        },
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_its_words_in_order() {
        assert_eq!(
            STRUCTURAL.map(|structural| structural.code),
            StructuralCode::ALL
        );
    }

    #[test]
    fn words_are_in_both_languages() {
        for rule in &STRUCTURAL {
            for text in [rule.what, rule.why, rule.fix, rule.message] {
                assert!(text.en.is_ascii() || text.en.contains('«'), "{}", text.en);
                assert!(
                    text.ru.chars().any(|c| ('а'..='я').contains(&c)),
                    "{}",
                    text.ru
                );
            }
        }
    }
}
