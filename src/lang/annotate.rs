//! What stands in a user's own workbook beside the findings.

use super::Lang;

/// Whose notes they are.
pub const AUTHOR: &str = "recuse";

/// Heading of the column of remarks.
pub fn heading(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "Remarks",
        Lang::Ru => "Замечания",
    }
}

/// The note of a cell: what is wrong, where the rule comes from, what to do.
pub fn note(statement: &str, regulation: &str, advice: &str, lang: Lang) -> String {
    match lang {
        Lang::En => format!("{statement}\nRule from: {regulation}\nTo do: {advice}"),
        Lang::Ru => format!("{statement}\nОснование: {regulation}\nЧто делать: {advice}"),
    }
}

/// The remark beside a row: what is wrong, what to do.
pub fn remark(statement: &str, advice: &str, lang: Lang) -> String {
    let statement = statement.trim_end_matches('.');
    match (lang, advice.is_empty()) {
        (_, true) => statement.to_owned(),
        (Lang::En, false) => format!("{statement} – to do: {advice}"),
        (Lang::Ru, false) => format!("{statement} – что делать: {advice}"),
    }
}
