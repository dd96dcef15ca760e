//! Every setting, with its value and a sentence.

use serde::Serialize;

use crate::domain::Lang;
use crate::input::{
    self, SETTING_SECTIONS, Setting, SettingKind, section_word, setting_default, setting_in,
    value_word,
};
use crate::service::desk::Desk;
use crate::service::desk::lists::POLICY;

/// A section of settings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SectionView {
    /// What it is called.
    pub title: &'static str,
    /// Its settings.
    pub settings: Vec<SettingView>,
}

/// A setting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SettingView {
    /// The section it stands in.
    pub section: &'static str,
    /// Its key.
    pub key: &'static str,
    /// `text`, `count`, `choice`, `countOr`.
    pub kind: &'static str,
    /// The largest number.
    pub most: Option<u32>,
    /// What it is called.
    pub title: &'static str,
    /// What it decides.
    pub about: &'static str,
    /// What is written; empty where nothing is.
    pub value: String,
    /// What holds where nothing is written.
    pub default: String,
    /// Words to choose from: each with what people call it.
    pub choices: Vec<(String, String)>,
}

impl Desk {
    /// The settings, section by section.
    pub fn settings_view(&self, lang: Lang) -> Vec<SectionView> {
        let mut files = self.scene.books.files.iter();
        let file = files.find(|file| file.name == POLICY);
        let all = input::settings();
        let view = |setting: &Setting| SettingView {
            section: setting.section,
            key: setting.key,
            kind: match setting.kind {
                SettingKind::Text => "text",
                SettingKind::Count(_) => "count",
                SettingKind::YesNo | SettingKind::OneOf(_) => "choice",
                SettingKind::CountOr(..) => "countOr",
            },
            most: match setting.kind {
                SettingKind::Count(most) | SettingKind::CountOr(most, _) => Some(most),
                _ => None,
            },
            title: setting.title.in_lang(lang),
            about: setting.about.in_lang(lang),
            value: setting_in(file, setting).unwrap_or_default(),
            default: setting_default(setting),
            choices: words_of(setting.kind)
                .into_iter()
                .map(|word| {
                    let said = value_word(setting.key, word).map(|it| it.in_lang(lang));
                    (word.to_owned(), said.unwrap_or(word).to_owned())
                })
                .collect(),
        };
        SETTING_SECTIONS
            .into_iter()
            .map(|section| SectionView {
                title: section_word(section).in_lang(lang),
                settings: all
                    .iter()
                    .filter(|it| it.section == section)
                    .map(view)
                    .collect(),
            })
            .collect()
    }
}

fn words_of(kind: SettingKind) -> Vec<&'static str> {
    match kind {
        SettingKind::YesNo => vec!["true", "false"],
        SettingKind::OneOf(words) => words.to_vec(),
        SettingKind::CountOr(_, word) => vec![word],
        SettingKind::Text | SettingKind::Count(_) => Vec::new(),
    }
}
