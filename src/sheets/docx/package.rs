//! The package: parts, their types and relations, header and footer, with one fixed time for all.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::domain::Lang;
use crate::sheets::model::{Packet, Sheet};

use super::DocxError;
use super::edges::{footer, header};
use super::xml::escaped;

/// How every part begins.
pub const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
/// The namespace of all elements of text.
pub const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
const TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The parts of a document in one file.
pub fn pack(packet: &Packet, sheet: &Sheet, document: &str) -> Result<Vec<u8>, DocxError> {
    let parts = [
        ("[Content_Types].xml", content_types()),
        ("_rels/.rels", relations_of_package()),
        ("docProps/core.xml", core(packet, sheet)),
        ("word/document.xml", document.to_owned()),
        ("word/styles.xml", styles(packet.lang)),
        ("word/header1.xml", header(packet)),
        ("word/footer1.xml", footer(packet.lang)),
        ("word/_rels/document.xml.rels", relations_of_document()),
    ];
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(name, options)?;
        writer.write_all(text.as_bytes())?;
    }
    Ok(writer.finish()?.into_inner())
}

fn content_types() -> String {
    let parts: String = [
        ("document", "document.main"),
        ("styles", "styles"),
        ("header1", "header"),
        ("footer1", "footer"),
    ]
    .map(|(part, kind)| {
        format!("<Override PartName=\"/word/{part}.xml\" ContentType=\"{TYPE}.{kind}+xml\"/>")
    })
    .concat();
    format!(
        "{HEAD}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>{parts}\
         <Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>"
    )
}

fn relations(list: &[(&str, &str)]) -> String {
    let relations: String = (1..)
        .zip(list)
        .map(|(number, (kind, target))| {
            format!("<Relationship Id=\"rId{number}\" Type=\"{kind}\" Target=\"{target}\"/>")
        })
        .collect();
    format!(
        "{HEAD}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{relations}</Relationships>"
    )
}

fn relations_of_package() -> String {
    let core =
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    relations(&[
        (&format!("{RELATION}/officeDocument"), "word/document.xml"),
        (core, "docProps/core.xml"),
    ])
}

fn relations_of_document() -> String {
    relations(&[
        (&format!("{RELATION}/styles"), "styles.xml"),
        (&format!("{RELATION}/header"), "header1.xml"),
        (&format!("{RELATION}/footer"), "footer1.xml"),
    ])
}

fn core(packet: &Packet, sheet: &Sheet) -> String {
    format!(
        "{HEAD}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title><dc:creator>{}</dc:creator></cp:coreProperties>",
        escaped(&sheet.title),
        escaped(&packet.school)
    )
}

fn language(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "en-GB",
        Lang::Ru => "ru-RU",
    }
}

/// Times New Roman 12 for everything; single lines.
fn styles(lang: Lang) -> String {
    let fonts = ["ascii", "hAnsi", "eastAsia", "cs"]
        .map(|script| format!(" w:{script}=\"Times New Roman\""))
        .concat();
    format!(
        "{HEAD}<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts{fonts}/><w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>\
         <w:lang w:val=\"{0}\" w:eastAsia=\"{0}\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>\
         <w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style></w:styles>",
        language(lang)
    )
}
