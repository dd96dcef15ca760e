//! `export`: a school's lists and a roster in, the sheets as files out. The roster is judged anew first.

mod files;
mod interests;
mod judged;
mod person;
mod was;

use thiserror::Error;

use crate::domain::{Date, Lang};
use crate::input::{self, InputFile, ReadOptions};
use crate::sheets::{self, Audience, Material, ProofLines, Selection};

use super::verify;
use super::{CheckError, CheckRequest, Checked, Complaints, Rejection};

pub use judged::vacancies;
pub use person::PersonNotFound;

use was::Was;

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// One workbook with all sheets.
    Xlsx,
    /// A document per sheet.
    Docx,
    /// Pages to print, per sheet.
    Pdf,
    /// A web page per sheet.
    Html,
    /// A calendar per person and per class.
    Ics,
    /// The roster and the tables of the sheets.
    Csv,
    /// A text for the staff chat.
    Txt,
}

impl Format {
    /// Every format.
    pub const ALL: [Format; 7] = [
        Format::Xlsx,
        Format::Docx,
        Format::Pdf,
        Format::Html,
        Format::Ics,
        Format::Csv,
        Format::Txt,
    ];

    /// The keyword, which is also the ending of its files.
    pub fn name(self) -> &'static str {
        match self {
            Format::Xlsx => "xlsx",
            Format::Docx => "docx",
            Format::Pdf => "pdf",
            Format::Html => "html",
            Format::Ics => "ics",
            Format::Csv => "csv",
            Format::Txt => "txt",
        }
    }
}

/// What to export.
pub struct ExportRequest<'a> {
    /// The school's files.
    pub files: &'a [InputFile],
    /// The roster's file.
    pub roster: &'a InputFile,
    /// An older roster: calendars cancel the duties that were lost since, and the text for the chat names the changes alone.
    pub was: Option<&'a InputFile>,
    /// What to read beside the folder.
    pub read: ReadOptions,
    /// Which kinds of files.
    pub formats: &'a [Format],
    /// For whom.
    pub audience: Audience,
    /// Only sheets of this person.
    pub person: Option<&'a str>,
    /// Only sheets of this day.
    pub date: Option<Date>,
    /// A roster in conflict is exported too, stamped on every page.
    pub draft: bool,
    /// Language of messages.
    pub lang: Lang,
    /// Language of the sheets, where asked for; else the policy's, else that of messages.
    pub sheets_lang: Option<Lang>,
    /// The tables of a plan on the roster, as far as there are any.
    pub plan: &'a [InputFile],
    /// The roster's proof, as `generate` wrote it: verified anew, the statement of checks says what it shows.
    pub proof: Option<&'a InputFile>,
}

/// A file to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutputFile {
    /// Its name inside the folder of the export, `/` between parts: fixed words, dates and numbers.
    pub name: String,
    /// The whole content.
    pub bytes: Vec<u8>,
}

/// The sheets as files.
#[derive(Debug, Clone)]
pub struct Exported {
    /// The roster as just judged.
    pub checked: Checked,
    /// The files; `index.html` comes first and links the others.
    pub files: Vec<OutputFile>,
    /// Titles of the sheets, in their order.
    pub titles: Vec<String>,
    /// Stamped as a draft?
    pub is_draft: bool,
}

/// Why there are no sheets.
#[derive(Debug, Error)]
pub enum ExportError {
    /// The lists, or a roster, cannot be used.
    #[error("the lists or the roster cannot be used")]
    Refused(Complaints),
    /// The roster must not be signed.
    #[error("the roster has {0} conflicts")]
    InConflict(usize),
    /// Nobody, or not one person alone, is called that.
    #[error(transparent)]
    Person(#[from] PersonNotFound),
    /// The proof is not one of this roster and these lists.
    #[error("the proof is rejected: {0:?}")]
    Proof(Rejection),
    /// What was asked for leaves nothing to print.
    #[error("there is nothing to export")]
    Nothing,
    /// A format cannot hold that much.
    #[error("{0}")]
    Format(String),
}

/// Makes the sheets.
pub fn export(request: &ExportRequest<'_>) -> Result<Exported, ExportError> {
    let checked = judge(request, request.roster)?.with_plan(request.plan);
    let was = request
        .was
        .map(|file| Was::read(file, &checked))
        .transpose()?;
    let conflicts = judged::broken(&checked);
    if conflicts > 0 && !request.draft {
        return Err(ExportError::InConflict(conflicts));
    }
    let person = request
        .person
        .map(|name| person::resolve(&checked.school, name))
        .transpose()?;
    let lang = request
        .sheets_lang
        .or(checked.school.policy.document.lang)
        .unwrap_or(request.lang);
    let proven = request
        .proof
        .map(|file| verify::verdict(&checked.school, &checked.roster, file))
        .transpose()
        .map_err(ExportError::Proof)?;
    let (headings, rows) = input::roster_table(&checked.school, &checked.roster, lang);
    let material = Material {
        school: &checked.school,
        roster: &checked.roster,
        listing: sheets::Listing { headings, rows },
        judgement: judged::judgement(&checked, lang),
        files: request
            .files
            .iter()
            .chain(&request.read.policy)
            .map(judged::digest)
            .collect(),
        roster_file: judged::digest(request.roster),
        proof: request
            .proof
            .zip(proven)
            .map(|(file, verified)| ProofLines {
                file: judged::digest(file),
                lines: judged::proven(&checked, &verified, lang),
            }),
        interests: interests::of_those_who_serve(&checked, lang),
        plan: input::read_plan(request.plan, &checked.school),
        lang,
        selection: Selection {
            audience: request.audience,
            person,
            date: request.date,
        },
        is_draft: request.draft,
    };
    let packet = sheets::packet(&material);
    let files = files::write(&material, &packet, was.as_ref(), request.formats)?;
    if files.is_empty() {
        return Err(ExportError::Nothing);
    }
    Ok(Exported {
        titles: packet.sheets.into_iter().map(|sheet| sheet.title).collect(),
        files,
        is_draft: request.draft,
        checked,
    })
}

fn judge(request: &ExportRequest<'_>, roster: &InputFile) -> Result<Checked, ExportError> {
    super::check(&CheckRequest {
        files: request.files,
        roster,
        read: request.read.clone(),
    })
    .map_err(|CheckError::Refused(complaints)| ExportError::Refused(complaints))
}
