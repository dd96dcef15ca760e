//! Words of the statement of checks.

use super::super::facts::Word;
use super::super::{Lang, plural_en, plural_ru};
use super::word;

/// Title on the page.
pub const TITLE: Word = word(
    "STATEMENT\nof the checks of the roster",
    "СПРАВКА\nо проверке расстановки на конфликт интересов",
);
/// Heading above the conflicts.
pub const CONFLICTS: Word = word("Conflicts", "Конфликты");
/// Heading above the places that nobody takes.
pub const VACANCIES: Word = word("Empty places", "Незанятые места");
/// Heading above the exceptions.
pub const EXCEPTIONS: Word = word("Exceptions used", "Использованные исключения");
/// Heading above the preferences that were set aside.
pub const PREFERENCES: Word = word(
    "Allowed by the plan, avoided where possible",
    "Допустимо по плану, по возможности избегали",
);
/// Heading above what could not be checked.
pub const NOT_CHECKED: Word = word("Not checked", "Не проверено");
/// Beside a rule that could not be checked in full.
pub const IN_PART: Word = word("not checked in full", "проверено не полностью");
/// A duty without a finding, where some rule could not be checked.
pub const NO_CONFLICT_FOUND: Word = word("no conflict found", "конфликта не найдено");
/// What works are, where they could not be weighed.
pub const EVEN_WORKS: Word = word("Even spread of works", "Равномерность проверки работ");
/// Heading above the hints.
pub const POSSIBLE: Word = word(
    "To be confirmed by a person",
    "Требует подтверждения человеком",
);
/// Heading above the unclear names.
pub const QUESTIONS: Word = word("Unclear names", "Неясные имена");
/// Heading above what is proven.
pub const PROVEN: Word = word("What is proven", "Что доказано");
/// Heading above the totals.
pub const TOTALS: Word = word("Totals", "Итоги");
/// Heading above the rules.
pub const RULES: Word = word("Rules checked", "Проверенные правила");
/// Heading above the duties.
pub const DUTIES: Word = word("Duties checked", "Проверенные назначения");
/// Heading above the files.
pub const FILES: Word = word("Files read", "Прочитанные файлы");
/// Column: file.
pub const FILE: Word = word("File", "Файл");
/// Column: digest.
pub const DIGEST: Word = word("SHA-256", "SHA-256");
/// The roster's file, in the list of files.
pub const ROSTER_FILE: Word = word("roster", "расстановка");
/// The proof's file, in the list of files.
pub const PROOF_FILE: Word = word("proof", "доказательство");
/// Column: severity.
pub const SEVERITY: Word = word("Severity", "Строгость");
/// Column: numbers of the rules that were checked.
pub const CHECKED: Word = word("Rules checked, nos.", "Проверены правила №");
/// Column: what came out.
pub const OUTCOME: Word = word("Outcome", "Результат");
/// A duty without a finding.
pub const NO_CONFLICT: Word = word("no conflict", "конфликта нет");
/// A place without a person.
pub const UNFILLED: Word = word("PLACE EMPTY", "МЕСТО НЕ ЗАНЯТО");
/// A name that no list knows, or that fits several people.
pub const UNKNOWN: Word = word("NAME UNCLEAR", "ИМЯ НЕ ОПРЕДЕЛЕНО");
/// Nothing was proven beyond the check.
pub const NOTHING_PROVEN: Word = word(
    "Whether a better roster exists was not examined here.",
    "Существует ли расстановка лучше этой, здесь не проверялось.",
);

/// What was done, and to which roster.
pub fn intro(places: usize, rules: usize, lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "The roster was read from its file and every duty was checked anew against {rules} {} and the school’s \
             lists: {places} {}.",
            plural_en(rules as u64, "rule", "rules"),
            plural_en(
                places as u64,
                "place of the schedule",
                "places of the schedule"
            ),
        ),
        Lang::Ru => format!(
            "Расстановка прочитана из файла; каждое назначение заново сверено со списками школы по {rules} {}. \
             Мест по графику: {places}.",
            plural_ru(rules as u64, "правилу", "правилам", "правилам"),
        ),
    }
}

/// The verdict in one sentence, where something could not be checked.
pub fn verdict_in_part(conflicts: usize, exceptions: usize, lang: Lang) -> String {
    match (lang, conflicts) {
        (Lang::En, 0) => format!(
            "NOT EVERYTHING COULD BE CHECKED; what is missing is listed below. In what could be checked: no conflicts, \
             {exceptions} {}.",
            plural_en(exceptions as u64, "exception", "exceptions")
        ),
        (Lang::Ru, 0) => format!(
            "ПРОВЕРЕНО НЕ ВСЁ (чего не хватает, перечислено ниже). В том, что удалось проверить, конфликтов нет, \
             использовано исключений: {exceptions}."
        ),
        _ => verdict(conflicts, exceptions, lang),
    }
}

/// The verdict in one sentence.
pub fn verdict(conflicts: usize, exceptions: usize, lang: Lang) -> String {
    match (lang, conflicts, exceptions) {
        (Lang::En, 0, 0) => "No conflicts. No exceptions.".to_owned(),
        (Lang::Ru, 0, 0) => "Конфликтов нет. Исключений нет.".to_owned(),
        (Lang::En, 0, _) => format!(
            "No conflicts. {exceptions} {} used, listed below.",
            plural_en(exceptions as u64, "exception was", "exceptions were")
        ),
        (Lang::Ru, 0, _) => {
            format!("Конфликтов нет. Использовано исключений: {exceptions} (перечислены ниже).")
        }
        (Lang::En, _, _) => format!(
            "{conflicts} {}: the roster must not be signed as it is.",
            plural_en(conflicts as u64, "CONFLICT", "CONFLICTS")
        ),
        (Lang::Ru, _, _) => {
            format!("КОНФЛИКТОВ: {conflicts}. В таком виде расстановку утверждать нельзя.")
        }
    }
}

/// Labels of the totals: places filled by role, lessons lost, exceptions.
pub fn filled(filled: usize, places: usize, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{filled} of {places}"),
        Lang::Ru => format!("{filled} из {places}"),
    }
}

/// Label of lost lessons.
pub fn lessons_lost(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "Own lessons missed by people on duty",
        Lang::Ru => "Пропущено своих уроков при назначениях",
    }
}

/// Label of a role's places.
pub fn places_filled(role: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{role}: places filled"),
        Lang::Ru => format!("{role}: занято мест"),
    }
}

/// Places that nobody takes.
pub fn vacancies(places: usize, lang: Lang) -> String {
    let count = places as u64;
    match lang {
        Lang::En => format!(
            "{places} {} empty, listed below; the order has blanks for them.",
            plural_en(count, "place is", "places are")
        ),
        Lang::Ru => format!(
            "{places} {}; перечень ниже, в приказе для них оставлены строки.",
            plural_ru(
                count,
                "место не занято",
                "места не заняты",
                "мест не занято"
            )
        ),
    }
}

/// What the check itself proves: of all places or of those that are taken, of all rules or of those that could be checked.
pub fn proven_by_check(is_full: bool, everything: bool, lang: Lang) -> String {
    let taken = match (lang, is_full) {
        (Lang::En, true) => {
            "Every place of the schedule is taken by one known person who holds the role"
        }
        (Lang::En, false) => {
            "Every place but the empty ones is taken by one known person who holds the role"
        }
        (Lang::Ru, true) => {
            "Каждое место по графику занято одним известным человеком, у которого есть эта роль"
        }
        (Lang::Ru, false) => {
            "Каждое место, кроме незанятых, занято одним известным человеком, у которого есть эта роль"
        }
    };
    let rules = match (lang, everything) {
        (Lang::En, true) => "nobody is in two rooms at once; no duty breaks a rule that forbids.",
        (Lang::En, false) => {
            "nobody is in two rooms at once. That no duty breaks a rule that forbids is shown only for what could be checked."
        }
        (Lang::Ru, true) => {
            "никто не назначен в два места одновременно; ни одно назначение не нарушает запрещающих правил."
        }
        (Lang::Ru, false) => {
            "никто не назначен в два места одновременно. Что запрещающие правила не нарушены, показано только для того, что \
             удалось проверить."
        }
    };
    format!("{taken}; {rules}")
}

/// What a proof that holds says of all levels.
pub fn verified(lang: Lang) -> &'static str {
    match lang {
        Lang::En => {
            "The proof beside the roster was verified just now, apart from the program that found it: the roster is legal, \
             and no legal roster is better in what is called proven below. The most important comes first; each line \
             holds for rosters that are no worse in the lines above it."
        }
        Lang::Ru => {
            "Доказательство, приложенное к расстановке, только что проверено независимо от программы, которая её нашла: \
             расстановка допустима, и в том, что ниже названо доказанным, лучшей не существует. Показатели идут по \
             убыванию важности; каждый – для расстановок, которые не хуже по предыдущим."
        }
    }
}

/// A level of the objective, with what the roster reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Empty places.
    EmptyPlaces(u64),
    /// Duties at which a rule that asks to be avoided is used.
    Avoided(u64),
    /// Own lessons missed.
    LessonsLost(u64),
    /// Evenness of load.
    EvenLoad,
}

/// What the proof shows of a level.
pub fn level(level: Level, is_proven: bool, lang: Lang) -> String {
    let (reached, better) = match (lang, level) {
        (Lang::En, Level::EmptyPlaces(count)) => (format!("Empty places: {count}"), "fewer"),
        (Lang::En, Level::Avoided(count)) => (format!("Undesirable duties: {count}"), "fewer"),
        (Lang::En, Level::LessonsLost(count)) => (format!("Own lessons missed: {count}"), "fewer"),
        (Lang::En, Level::EvenLoad) => ("Load is spread evenly".to_owned(), "more evenly"),
        (Lang::Ru, Level::EmptyPlaces(count)) => (format!("Незанятых мест: {count}"), "меньше"),
        (Lang::Ru, Level::Avoided(count)) => {
            (format!("Нежелательных назначений: {count}"), "меньше")
        }
        (Lang::Ru, Level::LessonsLost(count)) => {
            (format!("Пропущенных своих уроков: {count}"), "меньше")
        }
        (Lang::Ru, Level::EvenLoad) => {
            ("Нагрузка распределена равномерно".to_owned(), "равномернее")
        }
    };
    match (lang, is_proven) {
        (Lang::En, true) => format!("{reached}. Proven: {better} is impossible."),
        (Lang::En, false) => format!("{reached}. Not proven: {better} may be possible."),
        (Lang::Ru, true) => format!("{reached}. Доказано: {better} нельзя."),
        (Lang::Ru, false) => format!("{reached}. Не доказано: возможно, бывает и {better}."),
    }
}

/// In place of the evenness of load, where works could not be weighed.
pub fn works_unknown(lang: Lang) -> &'static str {
    match lang {
        Lang::En => {
            "How evenly works are spread is not known, and nothing is proven of it: the number of pupils is missing."
        }
        Lang::Ru => {
            "Насколько равномерно распределена проверка, неизвестно и не доказано: не указано число учеников."
        }
    }
}

/// `forbid`, `avoid`, `always` in words.
pub fn severities(lang: Lang) -> [&'static str; 3] {
    match lang {
        Lang::En => ["forbidden", "avoided", "always"],
        Lang::Ru => ["запрещено", "избегать", "всегда"],
    }
}

/// Outcome of a duty with an exception.
pub fn exception(codes: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("exception: {codes}"),
        Lang::Ru => format!("исключение: {codes}"),
    }
}

/// Outcome of a duty in conflict.
pub fn conflict(codes: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("CONFLICT: {codes}"),
        Lang::Ru => format!("КОНФЛИКТ: {codes}"),
    }
}
