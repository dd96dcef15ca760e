//! Files out of plain cells, the way people's programs write them: CSV in any encoding, `.xlsx`, `.ods`.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Blank,
    Text(String),
    Number(f64),
    /// Year, month, day: a day number in a date's format.
    Date(u16, u8, u8),
    /// Minutes of the day: a fraction in a time's format.
    Time(u32),
}

/// Rows and columns from 0: top, left, bottom, right.
pub type Block = (usize, usize, usize, usize);

/// A sheet to write.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SheetPlan {
    pub name: String,
    pub rows: Vec<Vec<Value>>,
    pub merged: Vec<Block>,
    pub hidden: bool,
}

/// How a text file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextStyle {
    pub delimiter: char,
    pub encoding: Encoding,
    pub crlf: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    Utf8,
    Utf8Bom,
    Utf16,
    Windows1251,
}

impl SheetPlan {
    /// A sheet of these rows, nothing merged.
    pub fn of(name: &str, rows: Vec<Vec<Value>>) -> Self {
        Self {
            name: name.to_owned(),
            rows,
            ..Self::default()
        }
    }
}

/// The sheet as a text file; of merged cells the first alone has text, as spreadsheet programs write it.
pub fn csv(sheet: &SheetPlan, style: TextStyle) -> Vec<u8> {
    let mut text = String::new();
    for row in &sheet.rows {
        for (index, value) in row.iter().enumerate() {
            if index > 0 {
                text.push(style.delimiter);
            }
            let cell = as_text(value);
            if cell.contains([style.delimiter, '"', '\n']) {
                let _ = write!(text, "\"{}\"", cell.replace('"', "\"\""));
            } else {
                text.push_str(&cell);
            }
        }
        text.push_str(if style.crlf { "\r\n" } else { "\n" });
    }
    match style.encoding {
        Encoding::Utf8 => text.into_bytes(),
        Encoding::Utf8Bom => format!("\u{feff}{text}").into_bytes(),
        Encoding::Utf16 => [0xFEFF_u16]
            .into_iter()
            .chain(text.encode_utf16())
            .flat_map(u16::to_le_bytes)
            .collect(),
        Encoding::Windows1251 => encoding_rs::WINDOWS_1251.encode(&text).0.into_owned(),
    }
}

fn as_text(value: &Value) -> String {
    match value {
        Value::Blank => String::new(),
        Value::Text(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Date(year, month, day) => format!("{day:02}.{month:02}.{year}"),
        Value::Time(minutes) => format!("{}:{:02}", minutes / 60, minutes % 60),
    }
}

/// The sheets as an `.xlsx`.
pub fn xlsx(sheets: &[SheetPlan]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let mut has_active = false;
    let plain = Format::new();
    let date = Format::new().set_num_format("dd.mm.yyyy");
    let time = Format::new().set_num_format("h:mm");
    for plan in sheets {
        let sheet = workbook.add_worksheet();
        sheet.set_name(&plan.name).unwrap();
        // The program shows the first sheet that is not hidden.
        if plan.hidden {
            sheet.set_hidden(true);
        } else if !has_active {
            sheet.set_active(true);
            has_active = true;
        }
        // A merged block is written first, its value after.
        for &(top, left, bottom, right) in &plan.merged {
            let [top, bottom] = [top, bottom].map(|row| row as u32);
            let [left, right] = [left, right].map(|column| column as u16);
            sheet
                .merge_range(top, left, bottom, right, "", &plain)
                .unwrap();
        }
        for (row, values) in plan.rows.iter().enumerate() {
            for (column, value) in values.iter().enumerate() {
                let (row, column) = (row as u32, column as u16);
                match value {
                    Value::Blank => continue,
                    Value::Text(text) => sheet.write_string(row, column, text),
                    Value::Number(number) => sheet.write_number(row, column, *number),
                    Value::Date(year, month, day) => {
                        let day = ExcelDateTime::from_ymd(*year, *month, *day).unwrap();
                        sheet.write_datetime_with_format(row, column, day, &date)
                    }
                    Value::Time(minutes) => {
                        let (hour, minute) = (minutes / 60, minutes % 60);
                        let moment = ExcelDateTime::from_hms(hour as u16, minute as u8, 0).unwrap();
                        sheet.write_datetime_with_format(row, column, moment, &time)
                    }
                }
                .unwrap();
            }
        }
    }
    workbook.save_to_buffer().unwrap()
}

/// The sheets as an `.ods`.
pub fn ods(sheets: &[SheetPlan]) -> Vec<u8> {
    let tables: String = sheets.iter().map(table).collect();
    let content = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    );
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let parts = [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", "<manifest:manifest/>"),
        ("content.xml", &content),
    ];
    for (name, text) in parts {
        writer
            .start_file(name, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn table(plan: &SheetPlan) -> String {
    let mut xml = format!("<table:table table:name=\"{}\">", escaped(&plan.name));
    for (row, values) in plan.rows.iter().enumerate() {
        xml.push_str("<table:table-row>");
        for (column, value) in values.iter().enumerate() {
            let block = plan.merged.iter().find(|block| {
                (block.0..=block.2).contains(&row) && (block.1..=block.3).contains(&column)
            });
            let is_first = block.is_none_or(|block| (block.0, block.1) == (row, column));
            let spans = block.filter(|_| is_first).map_or(String::new(), |block| {
                format!(
                    " table:number-columns-spanned=\"{}\" table:number-rows-spanned=\"{}\"",
                    block.3 - block.1 + 1,
                    block.2 - block.0 + 1
                )
            });
            if is_first {
                xml.push_str(&cell(value, &spans));
            } else {
                xml.push_str("<table:covered-table-cell/>");
            }
        }
        xml.push_str("</table:table-row>");
    }
    xml.push_str("</table:table>");
    xml
}

fn cell(value: &Value, spans: &str) -> String {
    let said = match value {
        Value::Blank => return format!("<table:table-cell{spans}/>"),
        Value::Text(_) => "office:value-type=\"string\"".to_owned(),
        Value::Number(number) => {
            format!("office:value-type=\"float\" office:value=\"{number}\"")
        }
        Value::Date(year, month, day) => {
            format!("office:value-type=\"date\" office:date-value=\"{year}-{month:02}-{day:02}\"")
        }
        Value::Time(minutes) => format!(
            "office:value-type=\"time\" office:time-value=\"PT{:02}H{:02}M00S\"",
            minutes / 60,
            minutes % 60
        ),
    };
    let lines: String = as_text(value)
        .split('\n')
        .map(|line| format!("<text:p>{}</text:p>", escaped(line)))
        .collect();
    format!("<table:table-cell{spans} {said}>{lines}</table:table-cell>")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
