//! Every key of `policy.toml` apart from the rules: what it is called, what it decides, and what it may be set to. Whoever shows or
//! asks for settings takes them from here.

use toml_edit::{DocumentMut, Item, Table, value};

use crate::domain::{Checking, Options, Policy, Prefer, Preset, Role};
use crate::input::file::InputFile;
use crate::lang::facts::Word;

use super::{MOST_PLACES, MOST_WORKS, plan, text};

mod words;

use words::words;
pub use words::{TOP, section_word, value_word};

/// What a setting may be set to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SettingKind {
    /// A line of text.
    Text,
    /// Lessons, or a range of them; none named: any.
    Lessons,
    /// Yes or no.
    YesNo,
    /// A whole number up to this.
    Count(u32),
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// A whole number up to this, or this word.
    CountOr(u32, &'static str),
}

/// A key of the policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Setting {
    /// The section that it stands in; empty above all sections.
    pub section: &'static str,
    /// The key.
    pub key: &'static str,
    /// What it may be set to.
    pub kind: SettingKind,
    /// What it is called.
    pub title: Word,
    /// What it decides, in a sentence.
    pub about: Word,
}

const PRESETS: &[&str] = &["vpr", "plan", "strict"];
const PREFERENCES: &[&str] = &[
    "fairness",
    "few-people",
    "stable-commissions",
    "few-people, stable-commissions",
    "stable-commissions, few-people",
];
const CAMERAS: &[&str] = &["wanted", "ignore"];
const LANGUAGES: &[&str] = &["en", "ru"];

/// The sections, in the order in which they are shown.
pub const SETTING_SECTIONS: [&str; 10] = [
    "document",
    "places",
    "options",
    "limits",
    "checking",
    "meetings",
    "rooms",
    "substitutes",
    "warnings",
    TOP,
];

/// Every setting, section by section.
pub fn settings() -> Vec<Setting> {
    let keys = SETTING_SECTIONS
        .into_iter()
        .flat_map(|section| keys_of(section).iter().map(move |&key| (section, key)));
    keys.map(|(section, key)| {
        let (title, about) = words(section, key);
        Setting {
            section,
            key,
            kind: kind_of(section, key),
            title,
            about,
        }
    })
    .collect()
}

/// The keys of a section, those of the papers first that stand first on them.
fn keys_of(section: &str) -> &'static [&'static str] {
    match section {
        "document" => &[
            "school",
            "place",
            "director_post",
            "director",
            "deputy_post",
            "deputy",
            "order",
            "ground",
            "checking_place",
            "checking_time",
            "upload",
            "storage",
            "safety",
            "lang",
        ],
        "places" => &Role::NAMES,
        "options" => &super::OPTIONS,
        "limits" => &super::LIMITS,
        "checking" => &super::CHECKING,
        "meetings" => &plan::MEETINGS,
        "rooms" => &plan::ROOMS,
        "substitutes" => &plan::SUBSTITUTES,
        "warnings" => &super::WARNINGS,
        _ => &["preset", "prefer"],
    }
}

fn kind_of(section: &str, key: &str) -> SettingKind {
    match (section, key) {
        ("document", "lang") => SettingKind::OneOf(LANGUAGES),
        ("document", _) => SettingKind::Text,
        ("places", _) => SettingKind::Count(MOST_PLACES),
        ("options", _) => SettingKind::YesNo,
        ("limits", _) => SettingKind::Count(MOST_WORKS),
        ("checking", _) => SettingKind::CountOr(Checking::MOST_DAYS, Checking::OPEN),
        ("meetings", "minutes") => SettingKind::Count(plan::MOST_MINUTES),
        ("meetings", _) => SettingKind::Lessons,
        ("rooms", _) => SettingKind::OneOf(CAMERAS),
        ("substitutes", _) => SettingKind::Count(plan::MOST_LESSONS),
        ("warnings", "in_a_row" | "works_a_day") => SettingKind::Count(MOST_WORKS),
        ("warnings", _) => SettingKind::YesNo,
        (_, "preset") => SettingKind::OneOf(PRESETS),
        _ => SettingKind::OneOf(PREFERENCES),
    }
}

/// What stands for the key in the file; `None` where it does not stand there.
pub fn setting_in(file: Option<&InputFile>, setting: &Setting) -> Option<String> {
    let text = text::decoded(&file?.bytes).into_owned();
    let document: DocumentMut = text.parse().ok()?;
    let item = if setting.section == TOP {
        document.get(setting.key)
    } else {
        document.get(setting.section)?.get(setting.key)
    };
    let item = item?;
    let words = || -> Option<Vec<&str>> {
        item.as_array()?
            .iter()
            .map(toml_edit::Value::as_str)
            .collect()
    };
    let text = item.as_str().map(str::to_owned);
    let text = text.or_else(|| words().map(|words| words.join(", ")));
    text.or_else(|| item.as_integer().map(|number| number.to_string()))
        .or_else(|| item.as_bool().map(|answer| answer.to_string()))
}

/// What holds where the key stands nowhere; empty where that is nothing.
pub fn setting_default(setting: &Setting) -> String {
    let policy = Policy::default();
    let options: Options = policy.options;
    match (setting.section, setting.key) {
        ("places", key) => {
            Role::from_name(key).map_or(String::new(), |role| policy.places[role].to_string())
        }
        ("options", "primary_generalist_is_specialist") => {
            options.primary_generalist_is_specialist.to_string()
        }
        ("options", "by_group") => options.by_group.to_string(),
        ("options", _) => options.observers.to_string(),
        ("checking", _) => match policy.checking {
            Checking::Open => Checking::OPEN.to_owned(),
            Checking::Within(days) => days.to_string(),
        },
        ("meetings", "minutes") => policy.plan.meetings.minutes.to_string(),
        ("rooms", _) => CAMERAS[usize::from(!policy.plan.cameras_wanted)].to_owned(),
        ("substitutes", _) => policy.plan.substituted_a_day.to_string(),
        ("warnings", "in_a_row") => policy.warnings.in_a_row.unwrap_or(0).to_string(),
        ("warnings", "works_a_day") => policy.warnings.works_a_day.unwrap_or(0).to_string(),
        ("warnings", "day_without_lessons") => policy.warnings.day_without_lessons.to_string(),
        ("warnings", _) => policy.warnings.buildings.to_string(),
        (TOP, "preset") => Preset::default().name().to_owned(),
        (TOP, _) => Prefer::default().name().to_owned(),
        _ => String::new(),
    }
}

/// The file with the setting as given, or, where the text is empty, as by default; all else stays as it stood. `None` where the text is
/// no value of it, or the file cannot be read.
pub fn change_setting(file: Option<&InputFile>, setting: &Setting, new: &str) -> Option<Vec<u8>> {
    let new = new.trim();
    let mut document: DocumentMut = file
        .map_or_else(String::new, |file| text::decoded(&file.bytes).into_owned())
        .parse()
        .ok()?;
    let table = if setting.section == TOP {
        document.as_table_mut()
    } else {
        let section = document.entry(setting.section);
        let section = section.or_insert(Item::Table(Table::new()));
        section.as_table_like_mut()?
    };
    if new.is_empty() {
        table.remove(setting.key);
    } else {
        super::change::set(table, setting.key, item(setting.kind, new)?);
    }
    Some(document.to_string().into_bytes())
}

fn item(kind: SettingKind, text: &str) -> Option<Item> {
    let count = |most: u32| {
        let count: u32 = text.parse().ok()?;
        (count <= most).then(|| value(i64::from(count)))
    };
    match kind {
        SettingKind::Text => Some(value(text)),
        SettingKind::Lessons => plan::lessons(text).map(|_| value(text)),
        SettingKind::YesNo => text.parse::<bool>().ok().map(value),
        SettingKind::Count(most) => count(most),
        SettingKind::OneOf(words) => words.contains(&text).then(|| value(text)),
        SettingKind::CountOr(most, word) => {
            if text == word {
                Some(value(text))
            } else {
                count(most)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{
        LANGUAGES, SettingKind, TOP, change_setting, setting_default, setting_in, settings,
    };
    use crate::domain::{Prefer, Preset, Role, SourceId};
    use crate::input::InputFile;
    use crate::input::complaint::Complaints;
    use crate::input::policy::plan::{MEETINGS, ROOMS, SUBSTITUTES};
    use crate::input::policy::{
        CHECKING, DOCUMENT, LANGS, LIMITS, OPTIONS, SECTIONS, WARNINGS, read,
    };

    fn policy(bytes: &[u8]) -> InputFile {
        InputFile {
            name: "policy.toml".to_owned(),
            bytes: bytes.to_vec(),
        }
    }

    /// All values that a setting may have, or two of many.
    fn values(kind: SettingKind) -> Vec<String> {
        match kind {
            SettingKind::Text => vec!["a \"b\" № 1".to_owned()],
            SettingKind::Lessons => vec!["2".to_owned(), "2-4".to_owned()],
            SettingKind::YesNo => vec!["true".to_owned(), "false".to_owned()],
            SettingKind::Count(most) => vec!["0".to_owned(), most.to_string()],
            SettingKind::OneOf(words) => words.iter().map(|&word| word.to_owned()).collect(),
            SettingKind::CountOr(most, word) => vec![word.to_owned(), most.to_string()],
        }
    }

    #[test]
    fn no_key_that_the_policy_reads_is_missing() {
        let shown: BTreeSet<(&str, &str)> =
            settings().iter().map(|it| (it.section, it.key)).collect();
        let of = |section: &'static str, keys: &[&'static str]| {
            keys.iter().map(|&key| (section, key)).collect::<Vec<_>>()
        };
        let mut read = of("options", &OPTIONS);
        read.extend(of("limits", &LIMITS));
        read.extend(of("checking", &CHECKING));
        read.extend(of("document", &DOCUMENT));
        read.extend(of("meetings", &MEETINGS));
        read.extend(of("rooms", &ROOMS));
        read.extend(of("substitutes", &SUBSTITUTES));
        read.extend(of("warnings", &WARNINGS));
        read.extend(of("places", &Role::NAMES));
        // The rules have a page of their own; all other sections are held above.
        let sections = [
            "rules",
            "places",
            "options",
            "limits",
            "checking",
            "document",
            "meetings",
            "rooms",
            "substitutes",
            "warnings",
        ];
        read.extend(
            SECTIONS
                .iter()
                .filter(|it| !sections.contains(it))
                .map(|&key| (TOP, key)),
        );
        assert_eq!(shown, read.into_iter().collect());
        assert_eq!(settings().len(), shown.len(), "none is shown twice");
    }

    #[test]
    fn every_value_offered_is_read_without_a_complaint() {
        for setting in settings() {
            for wanted in values(setting.kind) {
                let bytes = change_setting(None, &setting, &wanted).expect(setting.key);
                let mut complaints = Complaints::default();
                read(&policy(&bytes), SourceId::new(0), &mut complaints);
                assert!(!complaints.has_error(), "{} = {wanted}", setting.key);
                assert_eq!(setting_in(Some(&policy(&bytes)), &setting), Some(wanted));
                let gone = change_setting(Some(&policy(&bytes)), &setting, " ").unwrap();
                assert_eq!(setting_in(Some(&policy(&gone)), &setting), None);
            }
        }
        assert_eq!(LANGUAGES, LANGS.map(|(name, _)| name));
        let of = |key: &str| {
            settings()
                .into_iter()
                .find(|it| it.key == key)
                .unwrap()
                .kind
        };
        assert_eq!(values(of("preset")), Preset::ALL.map(Preset::name));
        assert_eq!(values(of("prefer")), Prefer::ALL.map(Prefer::name));
    }

    #[test]
    fn what_is_no_value_is_not_written() {
        for (key, text) in [
            ("proctor", "100"),
            ("proctor", "one"),
            ("by_group", "yes"),
            ("preset", "soft"),
            ("days", "closed"),
            ("days", "-1"),
        ] {
            let setting = settings().into_iter().find(|it| it.key == key).unwrap();
            assert_eq!(change_setting(None, &setting, text), None, "{key} = {text}");
        }
        let setting = settings()[0];
        assert_eq!(change_setting(Some(&policy(b"a = ")), &setting, "x"), None);
        assert_eq!(
            change_setting(Some(&policy(b"document = 1")), &setting, "x"),
            None
        );
    }

    #[test]
    fn what_holds_by_default_would_be_read_as_itself() {
        for setting in settings() {
            let default = setting_default(&setting);
            assert!(
                change_setting(None, &setting, &default).is_some(),
                "{}",
                setting.key
            );
        }
        let of = |key: &str| setting_default(settings().iter().find(|it| it.key == key).unwrap());
        assert_eq!(
            (of("observer"), of("observers")),
            ("1".to_owned(), "true".to_owned())
        );
    }
}
