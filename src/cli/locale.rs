//! The language a person reads: `--lang`, else the locale, else English.

use crate::lang::Lang;

use super::args::LangArg;

impl From<LangArg> for Lang {
    fn from(lang: LangArg) -> Self {
        match lang {
            LangArg::En => Lang::En,
            LangArg::Ru => Lang::Ru,
        }
    }
}

/// The locale's language by the usual variables, the first that is set and not empty.
pub fn lang() -> Lang {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty());
    lang_of(locale.as_deref().unwrap_or_default())
}

fn lang_of(locale: &str) -> Lang {
    let language = locale
        .split(['_', '.', '-', '@'])
        .next()
        .unwrap_or_default();
    if language.eq_ignore_ascii_case("ru") {
        Lang::Ru
    } else {
        Lang::En
    }
}

#[cfg(test)]
mod tests {
    use super::{Lang, lang_of};

    #[test]
    fn the_locale_names_a_language() {
        assert_eq!(lang_of("ru_RU.UTF-8"), Lang::Ru);
        assert_eq!(lang_of("ru"), Lang::Ru);
        assert_eq!(lang_of("rum_RO"), Lang::En);
        assert_eq!(lang_of("C.UTF-8"), Lang::En);
        assert_eq!(lang_of(""), Lang::En);
    }
}
