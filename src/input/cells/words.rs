//! Keywords in both languages: yes and no, roles, weekdays, kinds of pins; and names of rules.

use std::sync::LazyLock;

use chrono::Weekday;

use crate::domain::{Camera, PinKind, Post, Role, RuleCode, Weekdays};
use crate::input::map::Map;
use crate::input::names::{Budget, Nearest, word_key};
use crate::lang::facts::Word;

use super::{FactProblem, Parsed};

const YES: &[&str] = &[
    "yes",
    "да",
    "y",
    "true",
    "1",
    "+",
    "x",
    "х",
    "v",
    "✓",
    "✔",
    "истина",
    "согласен",
    "согласна",
];
const NO: &[&str] = &[
    "no",
    "нет",
    "n",
    "false",
    "0",
    "-",
    "–",
    "—",
    "ложь",
    "не согласен",
    "не согласна",
];

/// The words that are written for yes.
pub fn yes_word() -> Word {
    Word {
        en: "yes",
        ru: "да",
    }
}

/// The words that are written for no.
pub fn no_word() -> Word {
    Word {
        en: "no",
        ru: "нет",
    }
}

/// Keywords by key: a table of lessons asks for them a hundred thousand times.
type Keywords<T> = LazyLock<Map<String, T>>;

/// The words under their keys; a sign (`+`) is its own key.
fn keywords<'a, T: Copy>(words: impl IntoIterator<Item = (T, &'a [&'a str])>) -> Map<String, T> {
    words
        .into_iter()
        .flat_map(|(value, words)| words.iter().map(move |word| (keyword(word), value)))
        .collect()
}

fn keyword(text: &str) -> String {
    let key = word_key(text);
    if key.is_empty() {
        text.trim().to_owned()
    } else {
        key
    }
}

static ANSWERS: Keywords<bool> = LazyLock::new(|| keywords([(true, YES), (false, NO)]));

/// Yes or no.
pub fn yes_no(text: &str) -> Parsed<bool> {
    ANSWERS
        .get(&keyword(text))
        .copied()
        .ok_or(FactProblem::NotYesOrNo)
}

static ROLE_NAMES: Keywords<Role> = LazyLock::new(|| {
    let mut names = Map::default();
    for role in Role::ALL {
        let Word { en, ru } = role.words().one;
        let others = role.card().known_by.keywords.iter().copied();
        names.extend(others.chain([en, ru]).map(|name| (keyword(name), role)));
    }
    names
});

/// One of the roles.
pub fn role(text: &str) -> Parsed<Role> {
    let key = keyword(text);
    ROLE_NAMES
        .get(&key)
        .copied()
        .ok_or_else(|| not_one_of(&key, Role::ALL.into_iter().map(|role| role.words().one)))
}

const POSTS: [(Post, Word, &[&str]); 6] = [
    (
        Post::Technician,
        Word {
            en: "technician",
            ru: "технический специалист",
        },
        &["technicians", "техспециалист", "техник"],
    ),
    (
        Post::Corridor,
        Word {
            en: "corridor",
            ru: "вне аудитории",
        },
        &[
            "corridors",
            "организатор вне аудитории",
            "дежурный по этажу",
            "коридор",
        ],
    ),
    (
        Post::Reserve,
        Word {
            en: "reserve",
            ru: "резерв",
        },
        &["reserves", "резервный", "запасной"],
    ),
    (
        Post::Chair,
        Word {
            en: "chair",
            ru: "председатель",
        },
        &["chairperson", "председатель комиссии"],
    ),
    (
        Post::Rechecker,
        Word {
            en: "rechecker",
            ru: "перепроверка",
        },
        &["recheckers", "перепроверяющий"],
    ),
    (
        Post::Substitute,
        Word {
            en: "substitute",
            ru: "замещение",
        },
        &["substitutes", "замещающий", "замена"],
    ),
];

static POST_NAMES: Keywords<Post> = LazyLock::new(|| {
    let mut names = keywords(POSTS.iter().map(|&(post, _, others)| (post, others)));
    for (post, word, _) in POSTS {
        names.extend([word.en, word.ru].map(|name| (keyword(name), post)));
    }
    names
});

/// A role of a sitting, or a post beyond them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AnyRole {
    /// Of a sitting.
    Role(Role),
    /// Beyond.
    Post(Post),
}

/// A role or a post.
pub fn any_role(text: &str) -> Parsed<AnyRole> {
    let key = keyword(text);
    if let Some(&role) = ROLE_NAMES.get(&key) {
        return Ok(AnyRole::Role(role));
    }
    let all = Role::ALL.into_iter().map(|role| role.words().one);
    let all = all.chain(POSTS.iter().map(|(_, word, _)| *word));
    POST_NAMES
        .get(&key)
        .map(|&post| AnyRole::Post(post))
        .ok_or_else(|| not_one_of(&key, all))
}

const CAMERAS: [(Camera, Word, &[&str]); 3] = [
    (
        Camera::None,
        Word {
            en: "no",
            ru: "нет",
        },
        NO,
    ),
    (
        Camera::Recording,
        Word {
            en: "recording",
            ru: "запись",
        },
        YES,
    ),
    (
        Camera::Stream,
        Word {
            en: "stream",
            ru: "трансляция",
        },
        &["online", "онлайн"],
    ),
];

/// The kind's keyword in both languages.
pub fn camera_word(camera: Camera) -> Word {
    CAMERAS[camera as usize].1
}

static CAMERA_NAMES: Keywords<Camera> = LazyLock::new(|| {
    let mut names = keywords(CAMERAS.iter().map(|&(kind, _, others)| (kind, others)));
    for (kind, word, _) in CAMERAS {
        names.extend([word.en, word.ru].map(|name| (keyword(name), kind)));
    }
    names
});

/// What films a room; a mere yes is a recording.
pub fn camera(text: &str) -> Parsed<Camera> {
    let key = keyword(text);
    CAMERA_NAMES
        .get(&key)
        .copied()
        .ok_or_else(|| not_one_of(&key, CAMERAS.iter().map(|(_, word, _)| *word)))
}

const PINS: [(PinKind, Word); 2] = [
    (
        PinKind::Must,
        Word {
            en: "must",
            ru: "обязательно",
        },
    ),
    (
        PinKind::Never,
        Word {
            en: "never",
            ru: "нельзя",
        },
    ),
];

/// The kind's keyword in both languages.
pub fn pin_word(kind: PinKind) -> Word {
    match kind {
        PinKind::Must => PINS[0].1,
        PinKind::Never => PINS[1].1,
    }
}

/// `must` or `never`.
pub fn pin_kind(text: &str) -> Parsed<PinKind> {
    let key = word_key(text);
    PINS.iter()
        .find(|(_, word)| word_key(word.en) == key || word_key(word.ru) == key)
        .map(|&(kind, _)| kind)
        .ok_or_else(|| not_one_of(&key, PINS.iter().map(|(_, word)| *word)))
}

fn not_one_of(key: &str, keywords: impl Iterator<Item = Word>) -> FactProblem {
    let keywords: Vec<Word> = keywords.collect();
    let mut nearest = Nearest::default();
    for word in &keywords {
        nearest.add(word_key(word.en), word.en);
        nearest.add(word_key(word.ru), word.en);
    }
    let near = nearest.to(key, &mut Budget::default());
    FactProblem::NotOneOf {
        nearest: keywords.iter().copied().find(|word| Some(word.en) == near),
        keywords,
    }
}

const WEEKDAYS: [(Weekday, &[&str]); 7] = [
    (Weekday::Mon, &["mon", "monday", "пн", "пон", "понедельник"]),
    (
        Weekday::Tue,
        &["tue", "tues", "tuesday", "вт", "втор", "вторник"],
    ),
    (Weekday::Wed, &["wed", "wednesday", "ср", "среда"]),
    (
        Weekday::Thu,
        &["thu", "thur", "thurs", "thursday", "чт", "чет", "четверг"],
    ),
    (Weekday::Fri, &["fri", "friday", "пт", "пят", "пятница"]),
    (Weekday::Sat, &["sat", "saturday", "сб", "суб", "суббота"]),
    (Weekday::Sun, &["sun", "sunday", "вс", "вос", "воскресенье"]),
];

static WEEKDAY_NAMES: Keywords<Weekday> = LazyLock::new(|| keywords(WEEKDAYS));

/// A day of the week, short or long.
pub fn weekday(text: &str) -> Parsed<Weekday> {
    WEEKDAY_NAMES
        .get(&keyword(text))
        .copied()
        .ok_or(FactProblem::NotAWeekday)
}

/// Several days of the week: names or numbers (1 is Monday), and ranges of them: `Пн, Ср`, `1,3`, `Mon-Wed`.
pub fn weekdays(text: &str) -> Parsed<Weekdays> {
    let separates = |letter: char| matches!(letter, ',' | ';' | '|' | '/' | '\n' | '\r');
    let joins = |letter: char| matches!(letter, '-' | '–' | '—');
    let mut days = Vec::new();
    for piece in text.split(separates).map(str::trim) {
        if piece.is_empty() {
            continue;
        }
        let Some((first, last)) = piece.split_once(joins) else {
            days.push(weekday_or_number(piece)?);
            continue;
        };
        let (first, last) = (
            weekday_or_number(first.trim())?,
            weekday_or_number(last.trim())?,
        );
        let mut day = first;
        days.push(day);
        while day != last {
            day = day.succ();
            days.push(day);
        }
    }
    if days.is_empty() {
        return Err(FactProblem::NotAWeekday);
    }
    Ok(Weekdays::of(days))
}

fn weekday_or_number(text: &str) -> Parsed<Weekday> {
    let numbered = |number: u8| Weekday::try_from(number.checked_sub(1)?).ok();
    match text.parse().ok().and_then(numbered) {
        Some(day) => Ok(day),
        None => weekday(text),
    }
}

/// The short name of a day of the week.
pub fn weekday_word(day: Weekday) -> Word {
    let (en, ru) = match day {
        Weekday::Mon => ("Mon", "Пн"),
        Weekday::Tue => ("Tue", "Вт"),
        Weekday::Wed => ("Wed", "Ср"),
        Weekday::Thu => ("Thu", "Чт"),
        Weekday::Fri => ("Fri", "Пт"),
        Weekday::Sat => ("Sat", "Сб"),
        Weekday::Sun => ("Sun", "Вс"),
    };
    Word { en, ru }
}

/// A rule of the catalogue by its name; case, and `_` or a space for `-`, do not matter.
pub fn rule(text: &str) -> Parsed<RuleCode> {
    let key = word_key(text);
    RuleCode::ALL
        .into_iter()
        .find(|code| word_key(code.name()) == key)
        .ok_or_else(|| FactProblem::NotARule {
            nearest: nearest_rule(&key),
        })
}

fn nearest_rule(key: &str) -> Option<&'static str> {
    let mut nearest = Nearest::default();
    for code in RuleCode::ALL {
        nearest.add(word_key(code.name()), code.name());
    }
    let near = nearest.to(key, &mut Budget::default())?.to_owned();
    RuleCode::from_name(&near).map(RuleCode::name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yes_and_no_in_both_languages() {
        for text in [
            "yes",
            "Да",
            "ДА",
            "+",
            "1",
            "x",
            "Х",
            "V",
            "✓",
            "ИСТИНА",
            "TRUE",
        ] {
            assert_eq!(yes_no(text), Ok(true), "{text}");
        }
        for text in ["no", "Нет", "-", "0", "—", "ЛОЖЬ", "False"] {
            assert_eq!(yes_no(text), Ok(false), "{text}");
        }
        for text in ["может быть", "?", "2", "*"] {
            assert_eq!(yes_no(text), Err(FactProblem::NotYesOrNo), "{text}");
        }
    }

    #[test]
    fn roles_in_both_languages_with_the_nearest() {
        assert_eq!(role("Proctor"), Ok(Role::Proctor));
        assert_eq!(role("Эксперт"), Ok(Role::Checker));
        assert_eq!(role("общественный  наблюдатель"), Ok(Role::Observer));
        assert_eq!(role("assistants"), Ok(Role::Assistant));
        let Err(FactProblem::NotOneOf { nearest, keywords }) = role("организатр") else {
            panic!("not a role");
        };
        assert_eq!(nearest.map(|word| word.en), Some("proctor"));
        assert_eq!(keywords.len(), 4);
        for known in Role::ALL {
            assert_eq!(role(known.words().one.ru), Ok(known));
            assert_eq!(role(known.name()), Ok(known));
        }
    }

    #[test]
    fn weekdays_short_and_long() {
        for (text, day) in [
            ("Mon", Weekday::Mon),
            ("пн.", Weekday::Mon),
            ("Понедельник", Weekday::Mon),
            ("Friday", Weekday::Fri),
            ("СР", Weekday::Wed),
            ("вс", Weekday::Sun),
        ] {
            assert_eq!(weekday(text), Ok(day), "{text}");
        }
        assert_eq!(weekday("завтра"), Err(FactProblem::NotAWeekday));
        assert_eq!(weekday(""), Err(FactProblem::NotAWeekday));
    }

    #[test]
    fn several_days_of_the_week() {
        use Weekday::{Fri, Mon, Sat, Thu, Tue, Wed};
        for (text, days) in [
            ("Пн, ср", &[Mon, Wed][..]),
            ("1,3", &[Mon, Wed]),
            ("Mon-Wed", &[Mon, Tue, Wed]),
            ("четверг–6", &[Thu, Fri, Sat]),
            ("пт", &[Fri]),
        ] {
            let expected = Weekdays::of(days.iter().copied());
            assert_eq!(weekdays(text), Ok(expected), "{text}");
        }
        for text in ["", ",", "8", "0", "пн, завтра", "21.04.2026"] {
            assert_eq!(weekdays(text), Err(FactProblem::NotAWeekday), "{text}");
        }
    }

    #[test]
    fn rules_by_name_with_the_nearest() {
        assert_eq!(rule("Proctor_Homeroom"), Ok(RuleCode::ProctorHomeroom));
        assert_eq!(
            rule("proctor-homerom"),
            Err(FactProblem::NotARule {
                nearest: Some("proctor-homeroom")
            })
        );
        assert_eq!(rule("absent"), Err(FactProblem::NotARule { nearest: None }));
    }

    #[test]
    fn pins_in_both_languages() {
        assert_eq!(pin_kind("Обязательно"), Ok(PinKind::Must));
        assert_eq!(pin_kind("never"), Ok(PinKind::Never));
        assert!(pin_kind("да").is_err());
    }
}
