//! `policy.toml`: what the school decided.
//!
//! It knows the keys and their values, and what each severity means to nobody.

mod change;
mod plan;
mod problem;
mod settings;
mod text;
mod values;

use std::collections::BTreeMap;

use toml::de::DeTable;

use crate::domain::{
    Checking, Document, Lang, Limits, Options, Policy, Prefer, Preset, Role, RoleMap, RuleCode,
    Severity, SourceId, Warnings,
};

use super::complaint::Complaints;
use super::file::InputFile;
use values::Values;

pub use change::{NewLimit, PolicyChange, change_policy};
pub use problem::PolicyProblem;
pub use settings::{
    SETTING_SECTIONS, Setting, SettingKind, change_setting, section_word, setting_default,
    setting_in, settings, value_word,
};

/// More places of one role than this in one sitting are a slip.
const MOST_PLACES: u32 = 99;

/// More works of one checker than this are no limit.
const MOST_WORKS: u32 = 99_999;

const SECTIONS: [&str; 12] = [
    "preset",
    "prefer",
    "rules",
    "places",
    "options",
    "limits",
    "checking",
    "warnings",
    "meetings",
    "rooms",
    "substitutes",
    "document",
];
const LIMITS: [&str; 2] = ["works", "works_a_day"];
const CHECKING: [&str; 1] = ["days"];
const WARNINGS: [&str; 4] = [
    "in_a_row",
    "day_without_lessons",
    "buildings",
    "works_a_day",
];
const OPTIONS: [&str; 3] = ["primary_generalist_is_specialist", "by_group", "observers"];
const DOCUMENT: [&str; 14] = [
    "lang",
    "school",
    "place",
    "director",
    "order",
    "deputy",
    "director_post",
    "deputy_post",
    "ground",
    "checking_place",
    "checking_time",
    "upload",
    "storage",
    "safety",
];
const LANGS: [(&str, Lang); 2] = [("en", Lang::En), ("ru", Lang::Ru)];

type Table<'t> = DeTable<'t>;

/// The policy of a folder with these files, as far as it can be read.
pub fn policy_of(files: &[InputFile]) -> Policy {
    let file = files.iter().find(|file| file.name == "policy.toml");
    file.map_or_else(Policy::default, |file| {
        read(file, SourceId::new(0), &mut Complaints::default())
    })
}

/// Reads the file; what cannot be read keeps its default, and a complaint says so.
pub fn read(file: &InputFile, source: SourceId, complaints: &mut Complaints) -> Policy {
    let text = text::decoded(&file.bytes);
    let mut values = Values::new(&text, source, complaints);
    let (table, errors) = DeTable::parse_recoverable(&text);
    let mut policy = Policy::default();
    if errors.is_empty() {
        read_sections(table.get_ref(), &mut policy, &mut values);
    } else {
        values.syntax(&errors);
    }
    policy
}

fn read_sections(table: &Table<'_>, policy: &mut Policy, values: &mut Values<'_>) {
    for (key, value) in table {
        match key.get_ref().as_ref() {
            "preset" => {
                let presets = Preset::ALL.map(|preset| (preset.name(), preset));
                policy.preset = values.one_of(key, value, &presets).unwrap_or_default();
            }
            "prefer" => {
                let prefer = Prefer::ALL.map(|prefer| (prefer.name(), prefer));
                policy.prefer = values.one_or_list(key, value, &prefer).unwrap_or_default();
            }
            "rules" => {
                if let Some(section) = values.section(key, value) {
                    policy.overrides = read_rules(section, values);
                }
            }
            "places" => {
                if let Some(section) = values.section(key, value) {
                    read_places(section, &mut policy.places, values);
                }
            }
            "options" => {
                if let Some(section) = values.section(key, value) {
                    read_options(section, &mut policy.options, values);
                }
            }
            "limits" => {
                if let Some(section) = values.section(key, value) {
                    read_limits(section, &mut policy.limits, values);
                }
            }
            "checking" => {
                if let Some(section) = values.section(key, value) {
                    read_checking(section, &mut policy.checking, values);
                }
            }
            "warnings" => {
                if let Some(section) = values.section(key, value) {
                    read_warnings(section, &mut policy.warnings, values);
                }
            }
            "meetings" | "rooms" | "substitutes" => {
                if let Some(section) = values.section(key, value) {
                    plan::read(key.get_ref(), section, (&mut policy.plan, values));
                }
            }
            "document" => {
                if let Some(section) = values.section(key, value) {
                    read_document(section, &mut policy.document, values);
                }
            }
            _ => values.unknown_key(key, &SECTIONS),
        }
    }
}

fn read_rules(section: &Table<'_>, values: &mut Values<'_>) -> BTreeMap<RuleCode, Severity> {
    let names = RuleCode::ALL.map(RuleCode::name);
    let severities = Severity::ALL.map(|severity| (severity.name(), severity));
    let mut overrides = BTreeMap::new();
    for (key, value) in section {
        let Some(code) = RuleCode::from_name(key.get_ref()) else {
            values.unknown_key(key, &names);
            continue;
        };
        if let Some(severity) = values.one_of(key, value, &severities) {
            overrides.insert(code, severity);
        }
    }
    overrides
}

fn read_places(section: &Table<'_>, places: &mut RoleMap<u32>, values: &mut Values<'_>) {
    for (key, value) in section {
        let Some(role) = Role::from_name(key.get_ref()) else {
            values.unknown_key(key, &Role::NAMES);
            continue;
        };
        if let Some(count) = values.count(key, value, MOST_PLACES) {
            places[role] = count;
        }
    }
}

fn read_options(section: &Table<'_>, options: &mut Options, values: &mut Values<'_>) {
    for (key, value) in section {
        let option = match key.get_ref().as_ref() {
            "primary_generalist_is_specialist" => &mut options.primary_generalist_is_specialist,
            "by_group" => &mut options.by_group,
            "observers" => &mut options.observers,
            _ => {
                values.unknown_key(key, &OPTIONS);
                continue;
            }
        };
        if let Some(answer) = values.yes_no(key, value) {
            *option = answer;
        }
    }
}

fn read_limits(section: &Table<'_>, limits: &mut Limits, values: &mut Values<'_>) {
    for (key, value) in section {
        let limit = match key.get_ref().as_ref() {
            "works" => &mut limits.works,
            "works_a_day" => &mut limits.works_a_day,
            _ => {
                values.unknown_key(key, &LIMITS);
                continue;
            }
        };
        *limit = values.count(key, value, MOST_WORKS);
    }
}

fn read_checking(section: &Table<'_>, checking: &mut Checking, values: &mut Values<'_>) {
    for (key, value) in section {
        if key.get_ref().as_ref() != "days" {
            values.unknown_key(key, &CHECKING);
        } else if value.get_ref().as_str().is_some() {
            let open = [(Checking::OPEN, Checking::Open)];
            *checking = values.one_of(key, value, &open).unwrap_or_default();
        } else if let Some(days) = values.count(key, value, Checking::MOST_DAYS) {
            *checking = Checking::Within(days);
        }
    }
}

/// A number of 0 switches its warning off.
fn read_warnings(section: &Table<'_>, warnings: &mut Warnings, values: &mut Values<'_>) {
    for (key, value) in section {
        let (number, answer) = match key.get_ref().as_ref() {
            "in_a_row" => (Some(&mut warnings.in_a_row), None),
            "works_a_day" => (Some(&mut warnings.works_a_day), None),
            "day_without_lessons" => (None, Some(&mut warnings.day_without_lessons)),
            "buildings" => (None, Some(&mut warnings.buildings)),
            _ => {
                values.unknown_key(key, &WARNINGS);
                continue;
            }
        };
        if let Some(number) = number
            && let Some(count) = values.count(key, value, MOST_WORKS)
        {
            *number = Some(count).filter(|&count| count > 0);
        }
        if let Some(answer) = answer
            && let Some(wanted) = values.yes_no(key, value)
        {
            *answer = wanted;
        }
    }
}

fn read_document(section: &Table<'_>, document: &mut Document, values: &mut Values<'_>) {
    for (key, value) in section {
        let detail = match key.get_ref().as_ref() {
            "lang" => {
                document.lang = values.one_of(key, value, &LANGS);
                continue;
            }
            "school" => &mut document.school,
            "place" => &mut document.place,
            "director" => &mut document.director,
            "order" => &mut document.order,
            "deputy" => &mut document.deputy,
            "director_post" => &mut document.director_post,
            "deputy_post" => &mut document.deputy_post,
            "ground" => &mut document.ground,
            "checking_place" => &mut document.checking_place,
            "checking_time" => &mut document.checking_time,
            "upload" => &mut document.upload,
            "storage" => &mut document.storage,
            "safety" => &mut document.safety,
            _ => {
                values.unknown_key(key, &DOCUMENT);
                continue;
            }
        };
        if let Some(text) = values.text(key, value) {
            *detail = text;
        }
    }
}

#[cfg(test)]
mod tests;
