//! Rows of text as people typed them, each with its true row: one CSV file, or one sheet of a workbook.
//!
//! Bytes in, grids out; it knows nothing of what the tables mean.

mod cells;
mod delimited;
mod problem;
mod rows;
mod workbook;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use crate::domain::{Cell, Source, SourceId};

use super::{Complaint, Gravity, InputFile, Problem};
use rows::Refusal;

pub use cells::Cells;
pub use delimited::{Excerpt, PlacedRecord, PlacedText, SourceText};
pub use problem::GridProblem;
pub use workbook::{Package, is_container};

/// Bytes that a CSV file may have at most.
const CSV_BYTES: u64 = 64 * 1024 * 1024;

/// Bytes that a workbook may have at most.
const WORKBOOK_BYTES: u64 = 10 * 1024 * 1024;

/// How a table was written, as found by itself; shown by `validate`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Dialect {
    /// A text file.
    Csv {
        /// Name of the encoding, as people know it (`UTF-8`, `UTF-8 with BOM`, `UTF-16LE`, `windows-1251`).
        encoding: &'static str,
        /// The delimiter: `;`, `,` or tab.
        delimiter: char,
    },
    /// A sheet of a workbook.
    Sheet,
}

/// A row with text; rows without any are left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GridRow {
    /// Line of the file (where the record starts) or row of the sheet, 1-based.
    pub row: u32,
    /// Trimmed text of each column, the first column first; as long as the widest row (absent cells are empty).
    /// `cells[i]` stands in column `i + 1`. Dates of workbooks are written `dd.mm.yyyy`, times `hh:mm`, whole numbers
    /// without a fraction, truth values `yes` and `no`.
    pub cells: Cells,
}

/// Cells of a sheet that are merged into one; rows and columns are 1-based, the last ones included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Block {
    /// First row: the one with the text.
    pub top: u32,
    /// First column: the one with the text.
    pub left: u32,
    /// Last row.
    pub bottom: u32,
    /// Last column.
    pub right: u32,
}

/// One CSV file or one sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// Where it was read, an index into the reading's sources.
    pub source: SourceId,
    /// Name of the table as it stands in the file or sheet name (`load`, `нагрузка`), lower case, no extension.
    pub name: String,
    /// Folder of the file inside the folder that was read (`school-7` in a district), or empty.
    pub folder: String,
    /// How it was written.
    pub dialect: Dialect,
    /// Rows with text.
    pub rows: Arc<Vec<GridRow>>,
    /// Merged cells of a sheet, by row and column.
    pub merged: Vec<Block>,
    /// The sheet is hidden: people do not see it.
    pub hidden: bool,
    /// Its rows were made of a drawing: they stand where they say, their columns do not.
    pub is_unfolded: bool,
}

/// Reads every CSV file and every sheet of the workbooks named `school`; other files are left alone. New sources are added to
/// `sources`, complaints to `complaints`. Never panics, whatever the bytes.
pub fn read_grids(
    files: &[InputFile],
    sources: &mut Vec<Source>,
    complaints: &mut Vec<Complaint>,
) -> Vec<Grid> {
    let mut log = Log {
        sources,
        complaints,
    };
    files
        .iter()
        .flat_map(|file| match Kind::of(&file.name) {
            Kind::Csv => log.csv(file),
            Kind::School => log.workbook(file),
            Kind::OtherSchool => log.refused(file, GridProblem::OtherWorkbook),
            Kind::OtherWorkbook => log.refused(file, GridProblem::WorkbookLeftAside),
            Kind::None => Vec::new(),
        })
        .collect()
}

/// Reads the workbooks of the folder itself that are not named as the school's, where tables may stand in them.
pub fn read_other_workbooks(
    files: &[InputFile],
    is_wanted: &dyn Fn(&InputFile) -> bool,
    (sources, complaints): (&mut Vec<Source>, &mut Vec<Complaint>),
) -> Vec<Grid> {
    let is_other = |file: &&InputFile| {
        let is_roster = ["roster", "расстановка"];
        let name = Name::of(&file.name);
        let is_readable = matches!(name.extension.as_str(), "xlsx" | "xlsm" | "ods");
        Kind::of(&file.name) == Kind::OtherWorkbook
            && is_readable
            && name.folder.is_empty()
            && !is_roster.iter().any(|prefix| name.stem.starts_with(prefix))
            && is_wanted(file)
    };
    let mut grids = Vec::new();
    for file in files.iter().filter(is_other) {
        let is_left = |complaint: &Complaint| {
            complaint.problem == Problem::Grid(GridProblem::WorkbookLeftAside)
                && complaint.text == file.name
        };
        complaints.retain(|complaint| !is_left(complaint));
        grids.extend(read_grid_file(file, sources, complaints));
    }
    grids
}

/// One file's rows for showing, complaints left out.
pub fn read_grid(file: &InputFile) -> Vec<Grid> {
    read_grid_file(file, &mut Vec::new(), &mut Vec::new())
}

/// Reads one file, whatever its name: a workbook if its bytes are one, else CSV.
pub fn read_grid_file(
    file: &InputFile,
    sources: &mut Vec<Source>,
    complaints: &mut Vec<Complaint>,
) -> Vec<Grid> {
    let mut log = Log {
        sources,
        complaints,
    };
    let name = Name::of(&file.name);
    let is_named_workbook = matches!(
        name.extension.as_str(),
        "xlsx" | "xlsm" | "ods" | "xls" | "xlsb" | "numbers"
    );
    if is_named_workbook || workbook::is_container(&file.bytes) {
        log.workbook(file)
    } else {
        log.csv(file)
    }
}

/// What a file of the folder is read as, by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A table as CSV.
    Csv,
    /// The workbook of the tables.
    School,
    /// The workbook of the tables, in a format that is not read.
    OtherSchool,
    /// A workbook of something else.
    OtherWorkbook,
    /// Left alone.
    None,
}

impl Kind {
    fn of(path: &str) -> Self {
        let name = Name::of(path);
        // Lock files of open workbooks (`~$school.xlsx`, `.~lock.…`) and shadows of other systems (`._staff.csv`).
        if name.stem.starts_with(['~', '.']) {
            return Self::None;
        }
        let is_school = name.stem == "school";
        match name.extension.as_str() {
            "csv" => Self::Csv,
            "xlsx" | "xlsm" | "ods" if is_school => Self::School,
            "xls" | "xlsb" | "numbers" if is_school => Self::OtherSchool,
            "xlsx" | "xlsm" | "ods" | "xls" | "xlsb" | "numbers" => Self::OtherWorkbook,
            _ => Self::None,
        }
    }
}

/// A file's name, taken apart.
struct Name<'p> {
    folder: &'p str,
    /// Without folder and extension, lower case.
    stem: String,
    /// Lower case.
    extension: String,
}

impl<'p> Name<'p> {
    fn of(path: &'p str) -> Self {
        let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
        let (stem, extension) = file.rsplit_once('.').unwrap_or((file, ""));
        Self {
            folder,
            stem: stem.trim().to_lowercase(),
            extension: extension.trim().to_lowercase(),
        }
    }
}

/// What reading adds to.
struct Log<'r> {
    sources: &'r mut Vec<Source>,
    complaints: &'r mut Vec<Complaint>,
}

impl Log<'_> {
    fn csv(&mut self, file: &InputFile) -> Vec<Grid> {
        let source = self.source(file, None);
        let read = match delimited::read(&file.bytes) {
            Ok(read) => read,
            Err(refusal) => {
                self.complain(source, refusal);
                return Vec::new();
            }
        };
        for flaw in read.flaws {
            self.complain(source, flaw);
        }
        if read.rows.is_empty() {
            self.complain(source, GridProblem::Empty.into());
        }
        let name = Name::of(&file.name);
        vec![Grid {
            source,
            name: name.stem,
            folder: name.folder.to_owned(),
            dialect: read.dialect,
            rows: Arc::new(read.rows),
            merged: Vec::new(),
            hidden: false,
            is_unfolded: false,
        }]
    }

    fn workbook(&mut self, file: &InputFile) -> Vec<Grid> {
        let book = match workbook::read(&file.bytes) {
            Ok(book) => book,
            Err(problem) => return self.refused(file, problem),
        };
        for remark in book.remarks {
            self.refused(file, remark);
        }
        let folder = Name::of(&file.name).folder;
        let mut grids = Vec::with_capacity(book.sheets.len());
        for sheet in book.sheets {
            let source = self.source(file, Some(&sheet.name));
            for flaw in sheet.flaws {
                self.complain(source, flaw);
            }
            match sheet.rows {
                Ok(rows) => grids.push(Grid {
                    source,
                    name: sheet.name.trim().to_lowercase(),
                    folder: folder.to_owned(),
                    dialect: Dialect::Sheet,
                    rows: Arc::new(rows),
                    merged: sheet.merged,
                    hidden: sheet.hidden,
                    is_unfolded: false,
                }),
                Err(refusal) => self.complain(source, refusal),
            }
        }
        if !grids.is_empty() && grids.iter().all(|grid| grid.rows.is_empty()) {
            self.refused(file, GridProblem::Empty);
        }
        grids
    }

    fn refused(&mut self, file: &InputFile, problem: GridProblem) -> Vec<Grid> {
        self.complaints.push(Complaint {
            gravity: gravity_of(problem),
            at: None,
            file: Some(Source {
                file: file.name.clone(),
                sheet: None,
            }),
            text: file.name.clone(),
            problem: Problem::Grid(problem),
        });
        Vec::new()
    }

    fn source(&mut self, file: &InputFile, sheet: Option<&str>) -> SourceId {
        let id = SourceId::new(self.sources.len());
        self.sources.push(Source {
            file: file.name.clone(),
            sheet: sheet.map(str::to_owned),
        });
        id
    }

    fn complain(&mut self, source: SourceId, refusal: Refusal) {
        let at = refusal.place.map(|(row, column)| Cell {
            source,
            row,
            column,
        });
        let file = self.sources.get(source.index()).cloned();
        let text = match (at, &file) {
            (None, Some(file)) => file.file.clone(),
            _ => refusal.text,
        };
        self.complaints.push(Complaint {
            gravity: gravity_of(refusal.problem),
            at,
            file,
            text,
            problem: Problem::Grid(refusal.problem),
        });
    }
}

/// What nobody can read is an error; what may well be meant so is a note.
fn gravity_of(problem: GridProblem) -> Gravity {
    match problem {
        GridProblem::Empty
        | GridProblem::WorkbookLeftAside
        | GridProblem::Macros
        | GridProblem::Links => Gravity::Note,
        GridProblem::NoValue => Gravity::Warning,
        _ => Gravity::Error,
    }
}
