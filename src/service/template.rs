//! `template`: a workbook of empty tables to be filled in.

use crate::input::{self, Choices, EmptyColumn, InputFile};
use crate::lang::Lang;
use crate::lang::commands::template as words;
use crate::sheets::xlsx::{Form, FormChoices, FormColumn, write_forms};

use super::ExportError;

/// The workbook, named as a school folder's workbook is.
pub fn template(lang: Lang) -> Result<InputFile, ExportError> {
    let tables = input::empty_tables(lang);
    let forms: Vec<Form> = tables
        .into_iter()
        .map(|table| Form {
            name: table.name.to_owned(),
            about: format!("{} {}", table.about, words::example_above(lang)),
            columns: table.columns.into_iter().map(form_column).collect(),
        })
        .collect();
    let bytes = write_forms(words::title(lang), &forms)
        .map_err(|error| ExportError::Format(error.to_string()))?;
    Ok(InputFile {
        name: "school.xlsx".to_owned(),
        bytes,
    })
}

fn form_column(column: EmptyColumn) -> FormColumn {
    FormColumn {
        heading: column.heading.to_owned(),
        is_required: column.is_required,
        note: column.note.to_owned(),
        example: column.example.to_owned(),
        choices: match column.choices {
            Choices::Any => FormChoices::Any,
            Choices::Words(words) => {
                FormChoices::Words(words.into_iter().map(str::to_owned).collect())
            }
            Choices::Table(name) => FormChoices::Sheet(name.to_owned()),
        },
    }
}
