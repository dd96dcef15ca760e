//! Words of the list of papers.

use super::word;
use crate::lang::facts::Word;

/// Heading of what is asked for.
pub const PAPER: Word = word("Paper", "Документ");
/// Heading of the sheets that are there.
pub const THERE: Word = word("Among these sheets", "Есть в этом комплекте");
/// Heading of what is missing.
pub const TO_ADD: Word = word("For the school to add", "Добавляет школа");
/// Below the list.
pub const NOTE: Word = word(
    "The list follows a published checklist of objectivity; regions have their own. What stands among the sheets counts once it is signed.",
    "Перечень составлен по опубликованному чек-листу объективности; в регионах он может отличаться. Документ действует после подписания.",
);
/// Where prior agreement is ordered.
pub const ORDER_ON_CRITERIA: Word = word("Order (checking)", "Приказ (о проверке работ)");
/// Minutes, to be filled in.
pub const MINUTES: Word = word(
    "Minutes of the commissions (to be filled in)",
    "Протоколы предметных комиссий (заполнить)",
);
/// Where observers stand.
pub const OBSERVERS_ANNEX: Word = word(
    "Order, annex with the observers",
    "Приказ, приложение с наблюдателями",
);
/// Where cameras stand.
pub const CAMERAS: Word = word(
    "Rooms with cameras (rooms and moved lessons)",
    "Кабинеты с камерами (кабинеты и перенос уроков)",
);
/// Declarations.
pub const UNSIGNED_DECLARATIONS: Word = word(
    "Declarations of interest (to be signed)",
    "Декларации о заинтересованности (подписать)",
);

/// What a paper is about, where a sheet may be there and yet say nothing on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// Observers.
    Observers,
    /// Video.
    Video,
    /// Anything else.
    Other,
}

/// A paper that is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Paper {
    /// What it is about.
    pub subject: Subject,
    /// What it is called.
    pub title: Word,
    /// What no sheet holds.
    pub to_add: Word,
}

const fn paper(subject: Subject, title: Word, to_add: Word) -> Paper {
    Paper {
        subject,
        title,
        to_add,
    }
}

/// The papers in the checklist's order.
pub const PAPERS: [Paper; 8] = [
    paper(
        Subject::Other,
        word(
            "Orders on dates, persons responsible and rules of the assessments",
            "Приказы о сроках, ответственных и порядке проведения работ",
        ),
        word("Signature, publication", "Подпись, размещение на сайте"),
    ),
    paper(
        Subject::Other,
        word(
            "Order on objectivity, with prior collegial discussion of marking",
            "Приказ об обеспечении объективности с предварительным коллегиальным обсуждением подходов к оцениванию",
        ),
        word(
            "Minutes with the decisions, signed",
            "Протоколы с решениями и подписями",
        ),
    ),
    paper(
        Subject::Other,
        word("Criteria of assessment", "Критерии оценивания работ"),
        word(
            "The published criteria of each work",
            "Опубликованные критерии каждой работы",
        ),
    ),
    paper(
        Subject::Other,
        word(
            "Training of observers",
            "Обучение общественных наблюдателей",
        ),
        word(
            "Record of the training with dates and signatures",
            "Лист инструктажа с датами и подписями",
        ),
    ),
    paper(
        Subject::Observers,
        word(
            "Schedule of observers with dates",
            "График общественного наблюдения с датами",
        ),
        word("Acts, filled in", "Заполненные акты"),
    ),
    paper(
        Subject::Video,
        word(
            "Video of the procedure and of the checking",
            "Видеозапись проведения и проверки работ",
        ),
        word(
            "Recordings of procedure and checking, log of the cameras",
            "Записи проведения и проверки, журнал камер",
        ),
    ),
    paper(
        Subject::Other,
        word(
            "No conflict of interest of teachers and parent observers",
            "Отсутствие конфликта интересов учителей и родителей-наблюдателей",
        ),
        word("Signatures", "Подписи"),
    ),
    paper(
        Subject::Other,
        word(
            "Analytic note on objectivity",
            "Аналитическая справка об объективности",
        ),
        word("After the results", "После получения результатов"),
    ),
];
