//! What people write above the columns of a roster: one table, Russian and English.

mod table;

use std::sync::LazyLock;

use crate::domain::Role;
use crate::input::map::Map;
use crate::input::names::word_key;

use super::layout::Meaning;
use table::{headings, stems};

/// How sure a heading is; of two that mean the same, the surer one counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sureness {
    /// The heading of the tidy form.
    Own,
    /// What people write for it.
    Usual,
    /// What may stand for it where nothing else does.
    Weak,
}

/// What a heading says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heading {
    /// What the column's cells say.
    pub meaning: Meaning,
    /// How sure that is.
    pub sureness: Sureness,
}

static BY_KEY: LazyLock<Map<String, Heading>> = LazyLock::new(|| {
    let mut by_key = Map::default();
    for words in headings() {
        for (text, sureness) in words.all() {
            let meaning = words.meaning;
            by_key
                .entry(key_of(text))
                .or_insert(Heading { meaning, sureness });
        }
    }
    by_key
});

static STEM_KEYS: LazyLock<Vec<(String, Meaning)>> = LazyLock::new(|| {
    let keyed = |(stem, meaning): (&str, Meaning)| (word_key(stem), meaning);
    stems().map(keyed).collect()
});

/// What a heading says; `None` where nobody knows. Case, spaces, points, look-alike letters, a running number (`Орг. 1`) and
/// what stands in brackets (`Эксперт (Ф.И.О., должность)`) do not matter.
pub fn heading(text: &str) -> Option<Heading> {
    let whole = key_of(text);
    if whole.is_empty() {
        return None;
    }
    let bare = key_of(&without_brackets(text));
    let forms = [whole, without_number(&bare), bare];
    let known = forms.iter().find_map(|form| BY_KEY.get(form).copied());
    known.or_else(|| by_stem(&forms[1]))
}

/// The role that a text is about: a cell of a role's column, a title, the name of a sheet.
pub fn role_in(text: &str) -> Option<Role> {
    let role = |meaning| match meaning {
        Meaning::People(role) => Some(role),
        _ => None,
    };
    heading(text)
        .and_then(|heading| role(heading.meaning))
        .or_else(|| role(by_stem(&word_key(text))?.meaning))
}

fn by_stem(key: &str) -> Option<Heading> {
    let mut stems = STEM_KEYS.iter();
    let &(_, meaning) = stems.find(|(stem, _)| key.contains(stem.as_str()))?;
    Some(Heading {
        meaning,
        sureness: Sureness::Usual,
    })
}

/// Letters and digits only; a sign that stands alone (`№`) is its own key.
fn key_of(text: &str) -> String {
    let key = word_key(text);
    if key.is_empty() {
        text.trim().to_owned()
    } else {
        key
    }
}

fn without_brackets(text: &str) -> String {
    let mut depth = 0_usize;
    text.chars()
        .filter(|letter| {
            match letter {
                '(' | '[' => depth += 1,
                ')' | ']' => {
                    depth = depth.saturating_sub(1);
                    return false;
                }
                _ => {}
            }
            depth == 0
        })
        .collect()
}

/// Less a number before or after: `1-й организатор`, `Эксперт № 2`.
fn without_number(key: &str) -> String {
    let after = key.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let ordinal = if after.len() < key.len() {
        ORDINALS.iter().find_map(|ending| {
            let rest = after.strip_prefix(word_key(ending).as_str())?;
            (!rest.is_empty() && !BY_KEY.contains_key(after)).then_some(rest)
        })
    } else {
        None
    };
    let named = ordinal.unwrap_or(after);
    let before = named.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let unsigned = before.strip_suffix(word_key("№").as_str());
    unsigned
        .filter(|rest| !rest.is_empty() && before.len() < named.len())
        .unwrap_or(before)
        .to_owned()
}

/// Endings of numbers: `1-й`, `2nd`.
const ORDINALS: [&str; 7] = ["ый", "ой", "й", "st", "nd", "rd", "th"];

#[cfg(test)]
mod tests {
    use super::*;

    fn meaning(text: &str) -> Option<Meaning> {
        heading(text).map(|heading| heading.meaning)
    }

    #[test]
    fn headings_as_people_write_them() {
        let proctor = Some(Meaning::People(Role::Proctor));
        let checker = Some(Meaning::People(Role::Checker));
        let observer = Some(Meaning::People(Role::Observer));
        for (text, expected) in [
            ("Организатор в аудитории", proctor),
            ("Орг. 1", proctor),
            ("Орг.№2", proctor),
            ("1-й организатор", proctor),
            ("ФИО организатора", proctor),
            ("Организатор в аудитории (Ф.И.О., должность)", proctor),
            ("2nd invigilator", proctor),
            ("Учитель", Some(Meaning::Person)),
            ("Проверяющие", checker),
            ("Эксперт (проверка)", checker),
            ("Эксперт № 3", checker),
            ("Общ. наблюдатель", observer),
            ("Общественный\nнаблюдатель", observer),
            ("Каб.", Some(Meaning::Room)),
            ("№ каб.", Some(Meaning::Room)),
            ("Дата/день недели", Some(Meaning::Date)),
            ("ДАТА ПРОВЕДЕНИЯ", Some(Meaning::Date)),
            ("№", Some(Meaning::Aside)),
            ("№ п/п", Some(Meaning::Aside)),
            ("№ урока", Some(Meaning::Lesson)),
            ("Дата проверки", Some(Meaning::Aside)),
            ("Организатор вне аудитории", Some(Meaning::Aside)),
            ("Класс обучения ребёнка", Some(Meaning::Aside)),
            ("Погода", None),
            ("", None),
            ("12", None),
        ] {
            assert_eq!(meaning(text), expected, "{text}");
        }
    }

    #[test]
    fn no_heading_means_two_things() {
        let mut seen = std::collections::BTreeMap::new();
        for words in headings() {
            for (text, _) in words.all() {
                let earlier = seen.insert(key_of(text), words.meaning);
                assert_eq!(earlier, None, "{text}");
            }
        }
    }

    #[test]
    fn a_role_is_found_in_a_title() {
        assert_eq!(
            role_in("Общественные наблюдатели при проведении ВПР"),
            Some(Role::Observer)
        );
        assert_eq!(role_in("Состав экспертов"), Some(Role::Checker));
        assert_eq!(role_in("орг. в ауд."), Some(Role::Proctor));
        assert_eq!(role_in("График"), None);
    }
}
