//! Words that complaints about the user's files share: names of things in both languages, quotes, lists, suggestions.

use super::Lang;

pub use crate::domain::Word;

/// The text in the language's quotes. Line breaks of a cell are shown as spaces.
pub fn quoted(text: &str, lang: Lang) -> String {
    let text = text.replace(['\r', '\n'], " ");
    match lang {
        Lang::En => format!("\"{text}\""),
        Lang::Ru => format!("«{text}»"),
    }
}

/// `a, b or c`, each in quotes.
pub fn alternatives<T: AsRef<str>>(items: &[T], lang: Lang) -> String {
    joined(items, lang, " or ", " или ")
}

/// `a, b and c`, each in quotes.
pub fn enumeration<T: AsRef<str>>(items: &[T], lang: Lang) -> String {
    joined(items, lang, " and ", " и ")
}

fn joined<T: AsRef<str>>(items: &[T], lang: Lang, en: &str, ru: &str) -> String {
    let quoted: Vec<String> = items
        .iter()
        .map(|item| quoted(item.as_ref(), lang))
        .collect();
    let last_separator = match lang {
        Lang::En => en,
        Lang::Ru => ru,
    };
    match quoted.as_slice() {
        [] => String::new(),
        [only] => only.clone(),
        [head @ .., last] => format!("{}{last_separator}{last}", head.join(", ")),
    }
}

/// What follows a complaint about a name nobody knows: the nearest known one, or nothing.
pub fn did_you_mean(nearest: Option<&str>, lang: Lang) -> String {
    match (nearest, lang) {
        (None, _) => String::new(),
        (Some(name), Lang::En) => format!("; did you mean {}?", quoted(name, lang)),
        (Some(name), Lang::Ru) => format!("; возможно, имеется в виду {}", quoted(name, lang)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_joined_as_people_write_them() {
        assert_eq!(
            alternatives(&["a", "b", "c"], Lang::En),
            "\"a\", \"b\" or \"c\""
        );
        assert_eq!(enumeration(&["а", "б"], Lang::Ru), "«а» и «б»");
        assert_eq!(alternatives::<&str>(&[], Lang::En), "");
    }

    #[test]
    fn a_suggestion_appears_only_where_there_is_one() {
        assert_eq!(did_you_mean(None, Lang::En), "");
        assert_eq!(did_you_mean(Some("5А"), Lang::En), "; did you mean \"5А\"?");
    }
}
