//! Words of the declarations of interest and of their register.

use super::word;
use crate::lang::facts::Word;
use crate::lang::{Lang, plural_en, plural_ru};

/// Title on the page.
pub const TITLE: Word = word(
    "DECLARATION\nof personal interest",
    "ДЕКЛАРАЦИЯ\nо личной заинтересованности (конфликте интересов)",
);
/// Title of the register on its page.
pub const REGISTER_TITLE: Word = word(
    "REGISTER\nof declarations of personal interest",
    "РЕЕСТР\nдеклараций о личной заинтересованности (конфликте интересов)",
);
/// Heading above what the lists know.
pub const KNOWN: Word = word(
    "What the school’s lists know",
    "Что известно из списков школы",
);
/// In its place, where the lists know nothing.
pub const NOTHING_KNOWN: Word = word(
    "The school’s lists name no class, subject or child of mine.",
    "Ни классов, ни предметов, ни детей, с которыми я связан(а), в списках школы нет.",
);
/// Heading above what the person is barred from.
pub const BARRED: Word = word(
    "What I am barred from by it",
    "К чему я по этим сведениям не допускаюсь",
);
/// In its place, where no rule bars.
pub const NOTHING_BARRED: Word = word(
    "By the lists, no rule about interest bars me from any work of the schedule.",
    "По спискам правила о заинтересованности не закрывают мне ни одной работы из графика.",
);
/// Heading above parents whose names are like the person's.
pub const ALIKE: Word = word(
    "Parents with a name like mine: please answer",
    "Родители с похожим именем: прошу ответить",
);
/// Heading above the room to add.
pub const ADDED: Word = word("What I add", "Дополнительно сообщаю");
/// Column: why barred.
pub const WHY: Word = word("Why", "Почему");
/// Column: which works.
pub const WHERE: Word = word("Which works", "Какие работы");
/// Column: name in the list of parents.
pub const PARENT: Word = word("In the list of parents", "В списке родителей");
/// Column: who that is, to be ticked.
pub const WHO: Word = word("Who that is", "Кто это");
/// Its cell.
pub const WHO_CELL: Word = word(
    "☐ myself   ☐ a relative   ☐ nobody to me",
    "☐ я   ☐ родственник   ☐ посторонний",
);
/// Column: the tie.
pub const TIE: Word = word(
    "Tie (relative, tutoring, anything else)",
    "Чем связан(а) (родство, репетиторство, иное)",
);
/// Column: with whom.
pub const WITH_WHOM: Word = word("With whom", "С кем");
/// Column: how many works of the schedule are closed.
pub const CLOSED: Word = word(
    "Works barred by the lists",
    "Не допускается по спискам (работ)",
);
/// Column: what stands in `ties`.
pub const TIES: Word = word(
    "Added (table of ties)",
    "Сообщено дополнительно (таблица «связи»)",
);
/// Column: day of signing, filled by hand.
pub const SIGNED_ON: Word = word("Signed on", "Дата подписания");
/// Every work of the schedule.
pub const EVERYWHERE: Word = word("all works of the schedule", "все работы графика");

/// What the person confirms.
pub const CONFIRM: Word = word(
    "I know of no other tie to the classes of the schedule, their pupils or their works. Should one arise, I shall say so \
     before I serve.",
    "О других обстоятельствах, связывающих меня с классами из графика, их учениками и работами, мне не известно. Если они \
     возникнут, сообщу об этом до начала своей работы.",
);

/// Below the signature, for who receives it.
pub const RECEIVED: Word = word(
    "Received; additions entered in the table “ties”: ____________________",
    "Принято; дополнения внесены в таблицу «связи»: ____________________",
);

/// Labels of the facts: teaches, is a specialist in, class teacher of, child in, ties.
pub fn facts(lang: Lang) -> [&'static str; 5] {
    match lang {
        Lang::En => [
            "I teach",
            "I am a specialist in",
            "I am class teacher of",
            "My child is in",
            "Entered ties",
        ],
        Lang::Ru => [
            "Веду уроки",
            "Специалист по предметам",
            "Классный руководитель",
            "Мой ребёнок учится в классе",
            "Внесённые связи",
        ],
    }
}

/// Who declares, and what they serve as: `I, …, serve as: proctor – 3`.
pub fn intro(who: &str, period: &str, duties: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("I, {who}, serve at the assessments {period}: {duties}."),
        Lang::Ru => format!(
            "Я, {who}, участвую в проведении и проверке всероссийских проверочных работ {period}: {duties}."
        ),
    }
}

/// `5А (все предметы)`.
pub fn all_subjects(class: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{class} (all subjects)"),
        Lang::Ru => format!("{class} (все предметы)"),
    }
}

/// `Математика (все классы)`.
pub fn all_classes(subject: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{subject} (all classes)"),
        Lang::Ru => format!("{subject} (все классы)"),
    }
}

/// Under the register: who stands in it.
pub fn register(people: usize, with_ties: usize, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "{people} {} in the roster, a declaration for each; for {with_ties} of them the table of ties holds something beyond the other \
             lists. Works are counted that a rule about interest bars in any role the person holds.",
            plural_en(people as u64, "person serves", "people serve")
        ),
        Lang::Ru => format!(
            "В расстановке {people} {}, на каждого подготовлена декларация; дополнения в таблице «связи» есть у {with_ties}. Считаются \
             работы, к которым хотя бы в одной из своих ролей человека не допускает правило о заинтересованности.",
            plural_ru(people as u64, "человек", "человека", "человек")
        ),
    }
}

/// In the statement of checks: how many declarations stand.
pub fn in_statement(people: usize, with_ties: usize, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "Declarations of personal interest are prepared for {people} {}, everybody who serves; ties entered beyond the \
             other lists: for {with_ties}. Whose is signed stands in the register.",
            plural_en(people as u64, "person", "people")
        ),
        Lang::Ru => format!(
            "Деклараций о личной заинтересованности подготовлено: {people} – на каждого, кто назначен; дополнительные связи \
             внесены у {with_ties}. Кем подписаны, видно из реестра."
        ),
    }
}
