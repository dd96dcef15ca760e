//! What `verify` says.

use super::Lang;

/// The first line where levels 1–4 are proven.
pub fn verified(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "Verified: the roster is legal, and no roster is better at levels 1–4",
        Lang::Ru => "Подтверждено: расстановка допустима, и лучшей на уровнях 1–4 не бывает",
    }
}

/// The first line where something is not proven.
pub fn legal_only(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "The roster is legal; the proof does not show all of it to be the best",
        Lang::Ru => "Расстановка допустима; доказано не всё",
    }
}

/// The first line of a rejection.
pub fn rejected(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "Rejected",
        Lang::Ru => "Отклонено",
    }
}

/// One level of the objective, and whether it is certified.
pub fn level(number: u8, certified: bool, lang: Lang) -> String {
    let name = match (lang, number) {
        (Lang::En, 1) => "empty places",
        (Lang::En, 2) => "rules used that are to be avoided",
        (Lang::En, 3) => "lessons lost",
        (Lang::En, 4) => "even load",
        (Lang::En, _) => "even lessons on duty",
        (Lang::Ru, 1) => "незанятые места",
        (Lang::Ru, 2) => "нарушение нежелательных ограничений",
        (Lang::Ru, 3) => "потерянные уроки",
        (Lang::Ru, 4) => "равномерность нагрузки",
        (Lang::Ru, _) => "равномерность уроков на дежурстве",
    };
    let status = match (lang, certified) {
        (Lang::En, true) => "certified",
        (Lang::En, false) => "not certified",
        (Lang::Ru, true) => "доказано",
        (Lang::Ru, false) => "не доказано",
    };
    format!("{number}  {name}: {status}")
}

/// An entry of the objective, its value, and what it cannot be below.
pub fn entry(name: &str, (value, bound): (u64, u64), lang: Lang) -> String {
    match (lang, value == bound) {
        (Lang::En, true) => format!("{name}: {value}, the least there is"),
        (Lang::En, false) => format!("{name}: {value}, and not below {bound}"),
        (Lang::Ru, true) => format!("{name}: {value}, меньше не бывает"),
        (Lang::Ru, false) => format!("{name}: {value}, меньше {bound} не бывает"),
    }
}

/// What the bounds below an open entry are worth.
pub fn given(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "Each bound holds for rosters that are alike in the lines above it.",
        Lang::Ru => "Каждая граница – для расстановок с теми же значениями в строках выше.",
    }
}

/// Why a proof cannot be read or belongs to something else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mismatch {
    /// No proof at all.
    NotAProof,
    /// Another version of the format.
    OtherFormat(u32),
    /// The last line does not fit.
    Altered,
    /// Other lists.
    OtherTables,
    /// Another roster.
    OtherRoster,
    /// A line, from 1.
    Line(usize),
}

/// The sentence of a mismatch.
pub fn mismatch(what: Mismatch, lang: Lang) -> String {
    let text = match (lang, what) {
        (Lang::En, Mismatch::NotAProof) => "this is no proof file of `recuse generate --proof`",
        (Lang::En, Mismatch::OtherFormat(format)) => {
            return format!(
                "the proof has the format {format}, and this version reads format 4 alone: make it anew with \
                 `recuse generate --proof`"
            );
        }
        (Lang::En, Mismatch::Altered) => "the proof was altered or cut short",
        (Lang::En, Mismatch::OtherTables) => {
            "the proof was made from other lists, or by another version"
        }
        (Lang::En, Mismatch::OtherRoster) => "the proof is of another roster",
        (Lang::En, Mismatch::Line(line)) => {
            return format!("line {line} of the proof cannot be understood");
        }
        (Lang::Ru, Mismatch::NotAProof) => {
            "это не файл доказательства от `recuse generate --proof`"
        }
        (Lang::Ru, Mismatch::OtherFormat(format)) => {
            return format!(
                "доказательство записано в формате {format}, а эта версия читает только формат 4: составьте его \
                 заново, `recuse generate --proof`"
            );
        }
        (Lang::Ru, Mismatch::Altered) => "доказательство изменено или обрезано",
        (Lang::Ru, Mismatch::OtherTables) => {
            "доказательство составлено по другим спискам или другой версией программы"
        }
        (Lang::Ru, Mismatch::OtherRoster) => "доказательство относится к другой расстановке",
        (Lang::Ru, Mismatch::Line(line)) => {
            return format!("строка {line} доказательства непонятна");
        }
    };
    text.to_owned()
}

/// A rule forbids the duty of that row, or an earlier one excludes it.
pub fn not_legal(row: u32, lang: Lang) -> String {
    match lang {
        Lang::En => {
            format!("row {row} of the roster: a rule, a limit or an earlier duty forbids this one")
        }
        Lang::Ru => format!(
            "строка {row} расстановки: назначение запрещено ограничением, пределом или другим назначением"
        ),
    }
}

/// A name or a sitting that no list knows.
pub fn unknown(row: u32, lang: Lang) -> String {
    match lang {
        Lang::En => {
            format!(
                "row {row} of the roster names a person or a sitting that the lists do not know"
            )
        }
        Lang::Ru => format!("строка {row} расстановки: человека или работы нет в списках"),
    }
}

/// A pin that could stand does not.
pub fn pin(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "the roster breaks a decision made by hand that could be kept",
        Lang::Ru => "в расстановке нарушено закрепление, которое можно соблюсти",
    }
}

/// The proof itself does not hold.
pub fn does_not_hold(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "the proof does not hold: its parts or cases do not fit together",
        Lang::Ru => "доказательство неверно: части или случаи не согласованы",
    }
}
