//! Writes empty tables as a workbook to be filled in: a sheet for each, its header, notes, and lists to choose from.

use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, Format, FormatAlign, FormatBorder, Formula,
    Note, Workbook, Worksheet,
};

use super::{XlsxError, look, properties_of};

/// Rows that the lists to choose from reach.
const ROWS: u32 = 2_000;
/// Where the sentence, the example and the header stand; the table begins below.
const ABOUT: u32 = 0;
const EXAMPLE: u32 = 1;
const HEADER: u32 = 2;

const REQUIRED: Color = Color::RGB(0x00FF_E699);
const OPTIONAL: Color = Color::RGB(0x00E7_E6E6);
const PALE: Color = Color::RGB(0x007F_7F7F);

/// A sheet to be filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// The sheet's name.
    pub name: String,
    /// What it is for.
    pub about: String,
    /// Its columns.
    pub columns: Vec<FormColumn>,
}

/// A column to be filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormColumn {
    /// Its header.
    pub heading: String,
    /// Can no row do without it?
    pub is_required: bool,
    /// What stands in it.
    pub note: String,
    /// A cell of it.
    pub example: String,
    /// What its cells may be chosen from.
    pub choices: FormChoices,
}

/// What the cells of a column may be chosen from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FormChoices {
    /// Anything.
    Any,
    /// One of these words.
    Words(Vec<String>),
    /// What stands in the first column of the sheet of that name.
    Sheet(String),
}

/// The workbook's bytes; the same forms give the same bytes.
pub fn write_forms(title: &str, forms: &[Form]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties_of(title)?);
    for form in forms {
        let worksheet = workbook.add_worksheet();
        worksheet.set_name(&form.name)?;
        write_form(worksheet, form)?;
    }
    Ok(workbook.save_to_buffer()?)
}

fn write_form(worksheet: &mut Worksheet, form: &Form) -> Result<(), XlsxError> {
    worksheet.write_with_format(ABOUT, 0, form.about.as_str(), &about())?;
    for (index, column) in (0..).zip(&form.columns) {
        worksheet.write_with_format(EXAMPLE, index, column.example.as_str(), &example())?;
        let heading = heading(column.is_required);
        worksheet.write_with_format(HEADER, index, column.heading.as_str(), &heading)?;
        let note = Note::new(column.note.as_str()).add_author_prefix(false);
        worksheet.insert_note(HEADER, index, &note)?;
        worksheet.set_column_width(index, width(column))?;
        // Text, so that a spreadsheet does not turn `2-3` into a date.
        worksheet.set_column_format(index, &look::plain().set_num_format("@"))?;
        if let Some(choices) = validation(&column.choices)? {
            worksheet.add_data_validation(HEADER + 1, index, HEADER + ROWS, index, &choices)?;
        }
    }
    worksheet.set_freeze_panes(HEADER + 1, 1)?;
    Ok(())
}

/// Other words are warned of, not refused: a name that is not in its table yet may be added later.
fn validation(choices: &FormChoices) -> Result<Option<DataValidation>, XlsxError> {
    let list = match choices {
        FormChoices::Any => return Ok(None),
        FormChoices::Words(words) => DataValidation::new().allow_list_strings(words)?,
        FormChoices::Sheet(name) => {
            let (first, last) = (HEADER + 2, HEADER + ROWS + 1);
            let range = format!("='{name}'!$A${first}:$A${last}");
            DataValidation::new().allow_list_formula(Formula::new(range))
        }
    };
    Ok(Some(
        list.set_error_style(DataValidationErrorStyle::Information),
    ))
}

/// Width in letters: of the heading or the example, whichever is longer.
fn width(column: &FormColumn) -> f64 {
    let letters = |text: &str| u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    let most = letters(&column.heading).max(letters(&column.example));
    f64::from(most.clamp(8, 40) + 3)
}

fn about() -> Format {
    look::plain().set_bold()
}

fn example() -> Format {
    look::plain().set_italic().set_font_color(PALE)
}

fn heading(is_required: bool) -> Format {
    look::plain()
        .set_bold()
        .set_align(FormatAlign::Center)
        .set_border(FormatBorder::Thin)
        .set_background_color(if is_required { REQUIRED } else { OPTIONAL })
}
