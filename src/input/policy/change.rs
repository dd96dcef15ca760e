//! The policy's file with another preset or other severities; comments, order and all other keys stay as they stood.

use toml_edit::{DocumentMut, Item, Table, TableLike, value};

use crate::domain::{Preset, RuleCode, Severity};
use crate::input::file::InputFile;

use super::text;

/// What a limit becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NewLimit {
    /// So many.
    At(u32),
    /// None any more.
    Lifted,
}

/// What is to be decided anew.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PolicyChange {
    /// The preset, where it changes.
    pub preset: Option<Preset>,
    /// Severities over the preset; `None`: as the preset says.
    pub rules: Vec<(RuleCode, Option<Severity>)>,
    /// Working days after a sitting on which works are checked, where they change.
    pub checking_days: Option<u32>,
    /// Limit of works of one checker, where it changes.
    pub works_limit: Option<NewLimit>,
    /// Limit of works of one date, where it changes.
    pub works_a_day: Option<u32>,
    /// Checkers of a sitting for which the lists name no number, where it changes.
    pub checkers: Option<u32>,
    /// Whether observers are invited, where that changes.
    pub observers: Option<bool>,
}

/// The file's new content; `None` where the old one cannot be read.
pub fn change_policy(file: Option<&InputFile>, change: &PolicyChange) -> Option<Vec<u8>> {
    let text = file.map_or_else(String::new, |file| text::decoded(&file.bytes).into_owned());
    let mut document: DocumentMut = text.parse().ok()?;
    if let Some(preset) = change.preset {
        set(document.as_table_mut(), "preset", value(preset.name()));
    }
    for &(code, severity) in &change.rules {
        let rules = document.entry("rules").or_insert(Item::Table(Table::new()));
        let rules = rules.as_table_like_mut()?;
        match severity {
            Some(severity) => set(rules, code.name(), value(severity.name())),
            None => {
                rules.remove(code.name());
            }
        }
    }
    let numbers = [
        ("checking", "days", change.checking_days.map(NewLimit::At)),
        ("limits", "works", change.works_limit),
        (
            "limits",
            "works_a_day",
            change.works_a_day.map(NewLimit::At),
        ),
        ("places", "checker", change.checkers.map(NewLimit::At)),
    ];
    for (section, key, number) in numbers {
        let Some(number) = number else { continue };
        if number == NewLimit::Lifted && document.get(section).is_none() {
            continue;
        }
        let section = document.entry(section).or_insert(Item::Table(Table::new()));
        let section = section.as_table_like_mut()?;
        match number {
            NewLimit::At(number) => set(section, key, value(i64::from(number))),
            NewLimit::Lifted => {
                section.remove(key);
            }
        }
    }
    if let Some(are_invited) = change.observers {
        let options = document.entry("options");
        let options = options.or_insert(Item::Table(Table::new()));
        set(
            options.as_table_like_mut()?,
            "observers",
            value(are_invited),
        );
    }
    Some(document.to_string().into_bytes())
}

/// Sets the value and leaves what is written around it.
pub fn set(table: &mut dyn TableLike, key: &str, mut new: Item) {
    let Some(old) = table.get_mut(key) else {
        table.insert(key, new);
        return;
    };
    if let (Some(old), Some(new)) = (old.as_value(), new.as_value_mut()) {
        *new.decor_mut() = old.decor().clone();
    }
    *old = new;
}

#[cfg(test)]
mod tests {
    use super::{NewLimit, PolicyChange, change_policy};
    use crate::domain::{Preset, RuleCode, Severity};
    use crate::input::file::InputFile;

    fn changed(text: &str, change: &PolicyChange) -> String {
        let file = InputFile {
            name: "policy.toml".into(),
            bytes: text.into(),
        };
        String::from_utf8(change_policy(Some(&file), change).unwrap()).unwrap()
    }

    #[test]
    fn what_is_not_meant_stays() {
        let change = PolicyChange {
            preset: Some(Preset::Plan),
            rules: vec![
                (RuleCode::CheckerOwnSubject, Some(Severity::Forbid)),
                (RuleCode::ProctorHomeroom, None),
            ],
            ..PolicyChange::default()
        };
        let text = "# ours\npreset = \"vpr\" # for now\n\n[rules]\nproctor-homeroom = \"allow\"\n\n[document]\nschool = \"№ 31\"\n";
        assert_eq!(
            changed(text, &change),
            "# ours\npreset = \"plan\" # for now\n\n[rules]\nchecker-own-subject = \"forbid\"\n\n[document]\nschool = \"№ 31\"\n"
        );
    }

    #[test]
    fn numbers_are_set_in_their_sections() {
        let change = PolicyChange {
            checking_days: Some(4),
            works_limit: Some(NewLimit::At(60)),
            ..PolicyChange::default()
        };
        assert_eq!(
            changed("[checking]\ndays = \"open\" # they wait\n", &change),
            "[checking]\ndays = 4 # they wait\n\n[limits]\nworks = 60\n"
        );
    }

    #[test]
    fn a_limit_is_lifted_where_there_is_one() {
        let change = PolicyChange {
            works_limit: Some(NewLimit::Lifted),
            checkers: Some(2),
            ..PolicyChange::default()
        };
        assert_eq!(
            changed("[limits] # ours\nworks = 60\nworks_a_day = 40\n", &change),
            "[limits] # ours\nworks_a_day = 40\n\n[places]\nchecker = 2\n"
        );
        assert_eq!(
            changed("places = { checker = 1 }\n", &change),
            "places = { checker = 2 }\n"
        );
    }

    #[test]
    fn a_new_policy_and_one_written_inline() {
        let change = PolicyChange {
            preset: Some(Preset::Strict),
            rules: vec![(RuleCode::CheckerOwnSubject, Some(Severity::Avoid))],
            ..PolicyChange::default()
        };
        let new = String::from_utf8(change_policy(None, &change).unwrap()).unwrap();
        assert_eq!(
            new,
            "preset = \"strict\"\n\n[rules]\nchecker-own-subject = \"avoid\"\n"
        );
        assert_eq!(
            changed(
                "rules = { proctor-homeroom = \"allow\" }\n",
                &PolicyChange {
                    preset: None,
                    ..change
                }
            ),
            "rules = { proctor-homeroom = \"allow\" , checker-own-subject = \"avoid\" }\n"
        );
        assert_eq!(
            change_policy(
                Some(&InputFile {
                    name: String::new(),
                    bytes: "preset = ".into()
                }),
                &PolicyChange::default()
            ),
            None
        );
    }
}
