//! What can be wrong with a file before anybody looks at what it says.

use crate::lang::Lang;

use super::rows::{CSV_LIMITS, SHEET_LIMITS};
use super::{CSV_BYTES, WORKBOOK_BYTES};

/// What is wrong with the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum GridProblem {
    /// Nothing but blanks.
    Empty,
    /// A workbook whose name does not say that it holds the tables.
    WorkbookLeftAside,
    /// A CSV file of more bytes than are read.
    CsvTooLarge,
    /// A workbook of more bytes than are read.
    WorkbookTooLarge,
    /// A workbook that unpacks to more than is read.
    UnpacksTooLarge,
    /// Bytes that are no text.
    NotText,
    /// Bytes that are no letters of the encoding the file begins with: cut off, or damaged.
    BrokenLetters {
        /// Name of the encoding.
        encoding: &'static str,
    },
    /// A quotation mark that opens a cell and is closed nowhere in the file.
    UnclosedQuote,
    /// A workbook under the name of a CSV file.
    WorkbookNamedCsv,
    /// No workbook under the name of one.
    NotAWorkbook,
    /// A workbook of a kind that is not read (`.xls`, `.xlsb`, `.numbers`).
    OtherWorkbook,
    /// A workbook that is cut off or damaged.
    BrokenWorkbook,
    /// A workbook that opens with a password only.
    PasswordProtected,
    /// Text below the last row that is read of a CSV file.
    CsvTooLong,
    /// Text below the last row that is read of a sheet.
    SheetTooLong,
    /// Text right of the last column that is read.
    TooWide,
    /// More cells, or more text, than are read of one file.
    TooMuch,
    /// A formula whose value is not stored.
    NoValue,
    /// A workbook with macros.
    Macros,
    /// A workbook that takes values from other files.
    Links,
}

impl GridProblem {
    /// One sentence; `text` is the file's name, or the text of the cell.
    pub fn sentence(&self, text: &str, lang: Lang) -> String {
        match lang {
            Lang::En => self.english(text),
            Lang::Ru => self.russian(text),
        }
    }

    fn english(self, text: &str) -> String {
        let wide = SHEET_LIMITS.columns;
        match self {
            Self::Empty => format!("\"{text}\" has no text in it"),
            Self::WorkbookLeftAside => format!(
                "workbook \"{text}\" is left aside: the tables are read from \"school.xlsx\", \"school.ods\" or CSV files"
            ),
            Self::CsvTooLarge => format!(
                "\"{text}\" is too large: a CSV file may have {} MB at most",
                megabytes(CSV_BYTES)
            ),
            Self::WorkbookTooLarge => format!(
                "\"{text}\" is too large: a workbook may have {} MB at most; remove pictures, or save the sheets as CSV files",
                megabytes(WORKBOOK_BYTES)
            ),
            Self::UnpacksTooLarge => format!(
                "\"{text}\" unpacks to far more than a workbook of tables holds; save the sheets as CSV files"
            ),
            Self::NotText => format!(
                "\"{text}\" is not a text file; save the table as CSV (UTF-8, UTF-16 or windows-1251)"
            ),
            Self::BrokenLetters { encoding } => format!(
                "\"{text}\" begins as {encoding} but has broken letters, as a file that was cut off; save or copy it again"
            ),
            Self::UnclosedQuote => format!(
                "the quotation mark before \"{text}\" is not closed in the rest of the file; close it, or write it twice within a quoted cell"
            ),
            Self::WorkbookNamedCsv => format!(
                "\"{text}\" is a workbook, not a CSV file; save it as CSV, or name it \"school.xlsx\""
            ),
            Self::NotAWorkbook => {
                format!("\"{text}\" is not a workbook; save the tables as .xlsx, .ods or CSV")
            }
            Self::OtherWorkbook => format!(
                "\"{text}\" is a kind of workbook that is not read; save it as .xlsx, .ods or CSV"
            ),
            Self::BrokenWorkbook => format!(
                "workbook \"{text}\" is cut off or damaged; open it in the spreadsheet program and save it again"
            ),
            Self::PasswordProtected => {
                format!("workbook \"{text}\" is protected by a password; save it without one")
            }
            Self::CsvTooLong => format!(
                "\"{text}\" stands below the last row that is read ({}); split the file",
                CSV_LIMITS.rows
            ),
            Self::SheetTooLong => format!(
                "\"{text}\" stands below the last row that is read of a sheet ({}); delete what does not belong to the table, or save the sheet as CSV",
                SHEET_LIMITS.rows
            ),
            Self::TooWide => format!(
                "\"{text}\" stands right of the last column that is read ({wide}); delete what does not belong to the table"
            ),
            Self::TooMuch => format!(
                "there is more in the file than a table holds (from \"{text}\" on); delete what does not belong to it, or split the file"
            ),
            Self::NoValue => {
                "the cell holds a formula whose value is not stored, so it counts as empty; open the workbook in the spreadsheet program and save it again".to_owned()
            }
            Self::Macros => format!("workbook \"{text}\" has macros; they are not run"),
            Self::Links => format!(
                "workbook \"{text}\" takes values from other files; they are read as they were stored last"
            ),
        }
    }

    fn russian(self, text: &str) -> String {
        let wide = SHEET_LIMITS.columns;
        match self {
            Self::Empty => format!("в файле «{text}» нет текста"),
            Self::WorkbookLeftAside => format!(
                "книга «{text}» не читается: таблицы берутся из «school.xlsx», «school.ods» или файлов CSV"
            ),
            Self::CsvTooLarge => format!(
                "файл «{text}» слишком велик: файл CSV может занимать не более {} МБ",
                megabytes(CSV_BYTES)
            ),
            Self::WorkbookTooLarge => format!(
                "файл «{text}» слишком велик: книга может занимать не более {} МБ; уберите рисунки или сохраните листы как CSV",
                megabytes(WORKBOOK_BYTES)
            ),
            Self::UnpacksTooLarge => format!(
                "книга «{text}» при распаковке намного больше, чем бывают таблицы; сохраните листы как CSV"
            ),
            Self::NotText => format!(
                "«{text}» — не текстовый файл; сохраните таблицу как CSV (UTF-8, UTF-16 или windows-1251)"
            ),
            Self::BrokenLetters { encoding } => format!(
                "файл «{text}» начинается как {encoding}, но в нём есть испорченные буквы, словно он обрезан; сохраните или скопируйте его заново"
            ),
            Self::UnclosedQuote => format!(
                "кавычка перед «{text}» не закрыта до конца файла; закройте её, а внутри ячейки в кавычках пишите её дважды"
            ),
            Self::WorkbookNamedCsv => format!(
                "«{text}» — книга, а не файл CSV; сохраните её как CSV или назовите «school.xlsx»"
            ),
            Self::NotAWorkbook => {
                format!("«{text}» — не книга; сохраните таблицы как .xlsx, .ods или CSV")
            }
            Self::OtherWorkbook => format!(
                "«{text}» — книга такого вида не читается; сохраните её как .xlsx, .ods или CSV"
            ),
            Self::BrokenWorkbook => format!(
                "книга «{text}» обрезана или испорчена; откройте её в табличном редакторе и сохраните заново"
            ),
            Self::PasswordProtected => {
                format!("книга «{text}» защищена паролем; сохраните её без пароля")
            }
            Self::CsvTooLong => format!(
                "«{text}» стоит ниже последней читаемой строки ({}); разделите файл",
                CSV_LIMITS.rows
            ),
            Self::SheetTooLong => format!(
                "«{text}» стоит ниже последней читаемой строки листа ({}); удалите то, что не относится к таблице, или сохраните лист как CSV",
                SHEET_LIMITS.rows
            ),
            Self::TooWide => format!(
                "«{text}» стоит правее последнего читаемого столбца ({wide}); удалите то, что не относится к таблице"
            ),
            Self::TooMuch => format!(
                "в файле больше, чем бывает в таблице (начиная с «{text}»); удалите лишнее или разделите файл"
            ),
            Self::NoValue => {
                "в ячейке формула, значение которой не сохранено: ячейка считается пустой; откройте книгу в табличном редакторе и сохраните её заново".to_owned()
            }
            Self::Macros => format!("в книге «{text}» есть макросы; они не выполняются"),
            Self::Links => format!(
                "книга «{text}» берёт значения из других файлов; прочитаны значения, сохранённые последними"
            ),
        }
    }
}

/// Whole megabytes of a limit.
fn megabytes(bytes: u64) -> u64 {
    bytes / (1024 * 1024)
}
