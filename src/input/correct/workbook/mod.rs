//! Cells of an `.xlsx` workbook: the sheet's own XML is changed at these cells, every other byte of every part stays.
//!
//! The new text is written into the cell itself, with the cell's format; the table of shared texts is left alone.

mod map;

use std::collections::BTreeMap;
use std::io::{Cursor, Write};

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::input::grid::Package;

use super::{CannotCorrect, NewText};
use map::SheetMap;

/// Cells of a row, by column.
type RowTexts<'a> = BTreeMap<u32, &'a str>;

/// Sets the cells of the sheet of that name.
pub fn set(bytes: &[u8], sheet: &str, cells: &[NewText]) -> Result<Vec<u8>, CannotCorrect> {
    let mut package = Package::open(bytes).map_err(|_| CannotCorrect::NoSuchCell)?;
    if package.holds("content.xml") {
        return Err(CannotCorrect::OpenDocument);
    }
    let part = part_of(&mut package, sheet).ok_or(CannotCorrect::NoSuchCell)?;
    let xml = text_of(&mut package, &part).ok_or(CannotCorrect::NoSuchCell)?;
    let mut rows: BTreeMap<u32, RowTexts<'_>> = BTreeMap::new();
    for cell in cells {
        let row = rows.entry(cell.row).or_default();
        row.insert(cell.column, &cell.text);
    }
    let map = SheetMap::of(&xml).ok_or(CannotCorrect::NoSuchCell)?;
    let edited = map.with(&xml, &rows)?;
    replaced(bytes, &part, edited.as_bytes()).ok_or(CannotCorrect::NoSuchCell)
}

fn text_of(package: &mut Package<'_>, part: &str) -> Option<String> {
    String::from_utf8(package.part(part).ok()?).ok()
}

/// Name of the part that holds the sheet.
fn part_of(package: &mut Package<'_>, sheet: &str) -> Option<String> {
    let workbook = text_of(package, "xl/workbook.xml")?;
    let is_it = |element: &BytesStart<'_>| {
        element.local_name().as_ref() == "sheet" && attribute(element, "name") == Some(sheet.into())
    };
    let id = first(&workbook, is_it)?;
    let id = attribute_local(&id, "id")?;
    let relations = text_of(package, "xl/_rels/workbook.xml.rels")?;
    let is_it = |element: &BytesStart<'_>| {
        element.local_name().as_ref() == "Relationship"
            && attribute(element, "Id") == Some(id.clone())
    };
    let target = attribute(&first(&relations, is_it)?, "Target")?;
    Some(match target.strip_prefix('/') {
        Some(from_root) => from_root.to_owned(),
        None => format!("xl/{target}"),
    })
}

/// The first element that fits.
fn first(xml: &str, fits: impl Fn(&BytesStart<'_>) -> bool) -> Option<BytesStart<'static>> {
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event().ok()? {
            Event::Start(element) | Event::Empty(element) if fits(&element) => {
                return Some(element.into_owned());
            }
            Event::Eof => return None,
            _ => {}
        }
    }
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    let mut attributes = attributes.with_checks(false).flatten();
    let found = attributes.find(|attribute| attribute.key.as_ref() == name)?;
    let value = unescape(&found.value).ok()?;
    Some(value.into_owned())
}

/// The attribute of that name in any namespace.
fn attribute_local(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    let mut attributes = attributes.with_checks(false).flatten();
    let found = attributes.find(|attribute| attribute.key.local_name().as_ref() == name)?;
    Some(found.value.into_owned())
}

/// The archive with another content of one part.
fn replaced(bytes: &[u8], part: &str, content: &[u8]) -> Option<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let file = archive.by_index_raw(index).ok()?;
        if file.name().ok()? == part {
            let options = SimpleFileOptions::default();
            drop(file);
            writer.start_file(part, options).ok()?;
            writer.write_all(content).ok()?;
        } else {
            writer.raw_copy_file(file).ok()?;
        }
    }
    Some(writer.finish().ok()?.into_inner())
}
