//! The sheets of the roster as it lies: which there are, one of them, or all in one archive.

use std::io::{Cursor, Write};

use serde::Serialize;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::domain::Lang;
use crate::input::{InputFile, ReadOptions};
use crate::lang::sheets::{chat, index as words};
use crate::service::{ExportRequest, Exported, Format, OutputFile, export};
use crate::sheets::Audience;

use super::scene::Standing;
use super::{Desk, DeskError};

/// Which sheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SheetOrder {
    /// Stamped as a draft; else none are made while conflicts stand.
    pub draft: bool,
    /// For the notice board: initials only.
    pub public: bool,
    /// Language of sheets that no policy gives one.
    pub lang: Lang,
}

/// A file that can be had.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SheetEntry {
    /// Its name.
    pub name: String,
    /// What it is.
    pub title: String,
    /// Its ending.
    pub format: &'static str,
    /// `school`, `days`, `people` or `data`.
    pub group: &'static str,
    /// Files of one sheet have this in common.
    pub about: String,
}

/// Texts for the staff chat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChatTexts {
    /// Everybody's duties, by name and by day.
    pub whole: String,
    /// What the last repair changed, and what was moved by hand since; `null` where there was none.
    pub changes: Option<String>,
}

/// Formats of each sheet.
const OF_A_SHEET: [Format; 3] = [Format::Html, Format::Pdf, Format::Docx];
/// The workbook of all sheets.
const WORKBOOK: &str = "sheets.xlsx";
/// Everybody's calendars.
const CALENDARS: &str = "calendars.zip";
/// The text for the staff chat.
const CHAT: &str = "chat.txt";
/// The roster and the sheets' tables.
const TABLES: &str = "tables.zip";

impl Desk {
    /// The files that can be had.
    pub fn sheet_list(&self, order: SheetOrder) -> Result<Vec<SheetEntry>, DeskError> {
        let exported = self.export(&[Format::Html], None, order)?;
        let lang = self.sheets_lang(order.lang);
        let pages = exported
            .files
            .iter()
            .filter(|file| file.name != "index.html");
        let stems = pages.filter_map(|file| file.name.strip_suffix(".html"));
        let mut entries = Vec::new();
        for (stem, title) in stems.zip(&exported.titles) {
            entries.extend(OF_A_SHEET.map(|format| SheetEntry {
                name: format!("{stem}.{}", format.name()),
                title: title.clone(),
                format: format.name(),
                group: group_of(stem),
                about: stem.to_owned(),
            }));
        }
        let [people, _] = words::calendars(lang);
        let others = [
            (WORKBOOK, words::all_sheets(lang), "xlsx"),
            (CALENDARS, people, "zip"),
            (TABLES, words::tables(lang), "zip"),
        ];
        entries.extend(others.map(|(name, title, format)| SheetEntry {
            name: name.to_owned(),
            title: title.to_owned(),
            format,
            group: "data",
            about: name.to_owned(),
        }));
        entries.push(SheetEntry {
            name: CHAT.to_owned(),
            title: chat::in_index(lang).to_owned(),
            format: Format::Txt.name(),
            group: "people",
            about: CHAT.to_owned(),
        });
        Ok(entries)
    }

    /// All files of one format.
    pub fn sheets_in(
        &self,
        format: Format,
        order: SheetOrder,
    ) -> Result<Vec<OutputFile>, DeskError> {
        Ok(self.export(&[format], None, order)?.files)
    }

    /// The texts for the staff chat.
    pub fn chat(&self, order: SheetOrder) -> Result<ChatTexts, DeskError> {
        let text = |was: Option<&InputFile>| -> Result<String, DeskError> {
            let exported = self.export(&[Format::Txt], was, order)?;
            let mut files = exported.files.into_iter();
            let file = files.find(|file| file.name == CHAT);
            let bytes = file.map(|file| file.bytes).unwrap_or_default();
            Ok(String::from_utf8_lossy(&bytes).into_owned())
        };
        let before = self.history.before_repair();
        let was = before.and_then(|scene| scene.roster_file.as_deref());
        Ok(ChatTexts {
            whole: text(None)?,
            changes: was.map(|file| text(Some(file))).transpose()?,
        })
    }

    /// The calendars, or the tables, in one archive; `None` where the name is neither's.
    pub fn sheet_archive(
        &self,
        name: &str,
        order: SheetOrder,
    ) -> Option<Result<Vec<u8>, DeskError>> {
        match name {
            CALENDARS => Some(self.archive(&[Format::Ics], order)),
            TABLES => Some(self.archive(&[Format::Csv], order)),
            _ => None,
        }
    }

    /// All sheets in all formats, in one archive.
    pub fn all_sheets(&self, order: SheetOrder) -> Result<Vec<u8>, DeskError> {
        self.archive(&Format::ALL, order)
    }

    fn archive(&self, formats: &[Format], order: SheetOrder) -> Result<Vec<u8>, DeskError> {
        let exported = self.export(formats, None, order)?;
        zipped(&exported.files).ok_or_else(|| DeskError::Sheets("zip".to_owned()))
    }

    /// The proof of the roster as it lies, where it is the one that was proven.
    fn proof(&self) -> Option<&InputFile> {
        let board = self.scene.board.as_ref()?;
        match self.scene.standing.as_deref()? {
            Standing::Best(best) if best.made == board.roster => best.proof.as_ref(),
            _ => None,
        }
    }

    fn sheets_lang(&self, lang: Lang) -> Lang {
        self.roster_lang(lang)
    }

    fn export(
        &self,
        formats: &[Format],
        was: Option<&InputFile>,
        order: SheetOrder,
    ) -> Result<Exported, DeskError> {
        self.board()?;
        let roster = self
            .scene
            .roster_file
            .as_deref()
            .ok_or(DeskError::NoRoster)?;
        Ok(export(&ExportRequest {
            files: &self.scene.books.files,
            roster,
            was,
            read: ReadOptions::default(),
            formats,
            audience: if order.public {
                Audience::Public
            } else {
                Audience::Staff
            },
            person: None,
            date: None,
            draft: order.draft,
            lang: order.lang,
            sheets_lang: None,
            plan: &[],
            proof: self.proof(),
        })?)
    }
}

/// The format of a file of that name.
pub fn format_of(name: &str) -> Result<Format, DeskError> {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let mut formats = Format::ALL.into_iter();
    let format = formats.find(|format| format.name() == ending);
    format.ok_or(DeskError::NoSuchSheet)
}

/// Where people look for the sheet.
fn group_of(stem: &str) -> &'static str {
    match stem {
        "personal-assignments"
        | "acknowledgement"
        | "declarations"
        | "declaration-register"
        | "observer-applications"
        | "personal-accounts" => "people",
        "door-sheets" | "observer-acts" | "lessons-without-teacher" | "notice-board" => "days",
        _ => "school",
    }
}

/// An archive that is the same whenever it is made.
pub fn zipped(files: &[OutputFile]) -> Option<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for file in files {
        let options = SimpleFileOptions::default();
        writer.start_file(file.name.as_str(), options).ok()?;
        writer.write_all(&file.bytes).ok()?;
    }
    Some(writer.finish().ok()?.into_inner())
}
