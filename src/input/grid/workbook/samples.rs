//! Workbooks for the tests, whole and malicious.

use std::io::{Cursor, Write};

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A zip archive of the given parts.
pub fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer
            .start_file(*name, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// An `.xlsx` as a spreadsheet program writes it: two sheets, every kind of value.
pub fn xlsx() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("График ").unwrap();
    let date = Format::new().set_num_format("dd.mm.yyyy");
    let time = Format::new().set_num_format("h:mm");
    sheet.write_string(1, 0, "Дата").unwrap();
    sheet.write_string(1, 1, "Начало").unwrap();
    sheet.write_string(1, 2, " Урок ").unwrap();
    sheet.write_string(1, 3, "Часы").unwrap();
    sheet.write_string(1, 4, "Да").unwrap();
    let day = ExcelDateTime::from_ymd(2026, 4, 21).unwrap();
    sheet.write_datetime_with_format(3, 0, day, &date).unwrap();
    let start = ExcelDateTime::from_hms(9, 25, 0).unwrap();
    sheet
        .write_datetime_with_format(3, 1, start, &time)
        .unwrap();
    sheet.write_number(3, 2, 2).unwrap();
    sheet.write_number(3, 3, 1.5).unwrap();
    sheet.write_boolean(3, 4, true).unwrap();
    sheet.write_blank(3, 6, &date).unwrap();
    let sheet = workbook.add_worksheet().set_name("staff").unwrap();
    sheet.write_string(0, 0, "ФИО").unwrap();
    sheet.write_string(1, 0, "'=1").unwrap();
    workbook.save_to_buffer().unwrap()
}

/// An `.xlsx` by hand: the sheet's cells, the shared strings, the styles.
pub fn xlsx_of(sheet_data: &str, strings: &str, styles: &str) -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    archive(&[
        ("[Content_Types].xml", "<Types/>"),
        (
            "_rels/.rels",
            &format!(
                r#"<Relationships xmlns="{package}"><Relationship Id="r1" Type="{relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
            ),
        ),
        (
            "xl/workbook.xml",
            &format!(
                r#"<workbook xmlns="{main}" xmlns:r="{relation}"><sheets><sheet name="staff" sheetId="1" r:id="r1"/></sheets></workbook>"#
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            &format!(
                r#"<Relationships xmlns="{package}"><Relationship Id="r1" Type="{relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#
            ),
        ),
        (
            "xl/worksheets/sheet1.xml",
            &format!(r#"<worksheet xmlns="{main}">{sheet_data}</worksheet>"#),
        ),
        ("xl/sharedStrings.xml", strings),
        ("xl/styles.xml", styles),
    ])
}

/// An `.ods` of the given tables (`<table:table …>` elements).
pub fn ods_of(tables: &str) -> Vec<u8> {
    archive(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", "<manifest:manifest/>"),
        (
            "content.xml",
            &format!(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
            ),
        ),
    ])
}

/// An `.ods` as a spreadsheet program writes it, blanks repeated to the end of the sheet.
pub fn ods() -> Vec<u8> {
    ods_of(
        r#"<table:table table:name="График">
<table:table-column table:number-columns-repeated="16384"/>
<table:table-header-rows><table:table-row><table:table-cell office:value-type="string"><text:p>Дата</text:p></table:table-cell>
<table:table-cell table:number-columns-repeated="2"/>
<table:table-cell office:value-type="string" table:number-columns-spanned="2"><text:p>Клас<text:span>с &amp;&#1040;</text:span><text:s text:c="2"/>б</text:p><text:p>два</text:p>
<office:annotation><text:p>не читать</text:p></office:annotation></table:table-cell>
<table:covered-table-cell office:value-type="string"><text:p>под ней</text:p></table:covered-table-cell></table:table-row></table:table-header-rows>
<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="date" office:date-value="2026-04-21"><text:p>21 апреля</text:p></table:table-cell>
<table:table-cell office:value-type="time" office:time-value="PT09H25M00S"/><table:table-cell office:value-type="float" office:value="2"/>
<table:table-cell office:value-type="boolean" office:boolean-value="false"/><table:table-cell office:value-type="float" office:value="1.50" table:number-columns-repeated="2"/></table:table-row>
<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
</table:table><table:table table:name="staff"/>"#,
    )
}
