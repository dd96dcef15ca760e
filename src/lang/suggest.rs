//! What to do about a finding: who to put where, or why nobody can be had.

use super::Lang;

/// Somebody else for the row in question.
pub fn replace(to: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("replace with {to}"),
        Lang::Ru => format!("замените на: {to}"),
    }
}

/// Somebody for an empty place.
pub fn assign(to: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("assign {to}"),
        Lang::Ru => format!("назначьте: {to}"),
    }
}

/// Nobody for a row that is one too many.
pub fn take_out(from: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("take {from} out of this row"),
        Lang::Ru => format!("уберите из этой строки: {from}"),
    }
}

/// A change somewhere else; the place is named.
pub fn elsewhere(place: &str, from: &str, to: &str) -> String {
    format!("{place}: {from} → {to}")
}

/// A row that is to name that place for the person it names now.
pub fn moved(place: &str, person: &str) -> String {
    format!("{person} → {place}")
}

/// Changes that are made together with the first.
pub fn together(first: &str, others: &[String], lang: Lang) -> String {
    let others = others.join("; ");
    match (lang, first.is_empty()) {
        (_, true) => others,
        (Lang::En, false) => format!("{first}, together with {others}"),
        (Lang::Ru, false) => format!("{first}; вместе с этим – {others}"),
    }
}

/// A row without a conflict is among the changes.
pub fn good_row(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "a row without a conflict",
        Lang::Ru => "строка без нарушений",
    }
}

/// Nobody may have the place.
pub fn nobody(because: &str, way: Option<&str>, lang: Lang) -> String {
    let text = match lang {
        Lang::En => format!("nobody can be had: {because}"),
        Lang::Ru => format!("взять некого: {because}"),
    };
    match (way, lang) {
        (None, _) => text,
        (Some(way), Lang::En) => format!("{text}. What would help: {way}"),
        (Some(way), Lang::Ru) => format!("{text}. Что поможет: {way}"),
    }
}

/// What to do as long as nobody can be had.
pub fn until_then(changes: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("Until then: {changes}"),
        Lang::Ru => format!("До тех пор: {changes}"),
    }
}

/// Somebody was not given; the obstacle is unknown.
pub fn no_reason(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "nobody who may take it is free",
        Lang::Ru => "нет никого, кому можно и кто свободен",
    }
}

/// A pinned row stands in the way.
pub fn pinned(instead: Option<&str>, lang: Lang) -> String {
    match (lang, instead) {
        (Lang::En, None) => {
            "the row is pinned; unpin it, then somebody else can be looked for".into()
        }
        (Lang::Ru, None) => {
            "строка закреплена; снимите закрепление, и можно будет искать замену".into()
        }
        (Lang::En, Some(person)) => {
            format!("the row is pinned; without the pin, {person} could take the place")
        }
        (Lang::Ru, Some(person)) => {
            format!("строка закреплена; без закрепления место может занять {person}")
        }
    }
}

/// Who could have the place without any exception.
pub fn instead(person: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{person} could take the place without an exception"),
        Lang::Ru => format!("без исключения место может занять {person}"),
    }
}

/// Nobody could have the place without an exception.
pub fn needed(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "nobody who is free could take the place without an exception",
        Lang::Ru => "никто из свободных не может занять место без исключения",
    }
}

/// The schedule has the sitting at another time.
pub fn moved_to(sitting: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("the schedule has it at {sitting}: correct the row, or the schedule"),
        Lang::Ru => format!("в графике она стоит так: {sitting} – исправьте строку или график"),
    }
}

/// A row is corrected, and somebody else stands in it.
pub fn moved_and_replaced(home: &str, to: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{home}; and replace with {to}"),
        Lang::Ru => format!("{home}; и замените на: {to}"),
    }
}

/// A row is corrected, and nobody stands in it.
pub fn moved_and_taken_out(home: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{home}; nobody may take the place then"),
        Lang::Ru => format!("{home}; занять место тогда некому"),
    }
}

/// Whom an unclear name may mean, of those who may have the place.
pub fn ask(people: &[String], lang: Lang) -> String {
    match (lang, people) {
        (Lang::En, []) => "none of them may take this place: write somebody else".into(),
        (Lang::Ru, []) => "никому из них нельзя занять это место: впишите другого человека".into(),
        (Lang::En, [one]) => {
            format!("of them only {one} may take this place; write the name in full")
        }
        (Lang::Ru, [one]) => {
            format!("из них это место можно занять только одному: {one}; напишите имя полностью")
        }
        (Lang::En, _) => "write the name in full".into(),
        (Lang::Ru, _) => "напишите имя полностью".into(),
    }
}
