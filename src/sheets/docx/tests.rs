use std::io::Cursor;

use quick_xml::Reader;
use quick_xml::events::Event;

use crate::sheets::samples;

use super::*;

/// Children of each element as ECMA-376 orders them, of those that are written: words in order, `|` between those that may
/// mix. An element that stands here as no parent has no children.
const ORDERS: [(&str, &str); 31] = [
    ("w:document", "w:body"),
    ("w:body", "w:p|w:tbl w:sectPr"),
    ("w:p", "w:pPr w:r|w:fldSimple"),
    (
        "w:pPr",
        "w:keepNext w:keepLines w:tabs w:spacing w:ind w:jc w:outlineLvl w:sectPr",
    ),
    ("w:tabs", "w:tab"),
    ("w:r", "w:rPr w:t|w:br|w:tab|w:pict"),
    ("w:rPr", "w:rFonts w:b w:bCs w:noProof w:sz w:szCs w:lang"),
    ("w:fldSimple", "w:r"),
    ("w:tbl", "w:tblPr w:tblGrid w:tr"),
    ("w:tblPr", "w:tblW w:tblBorders w:tblLayout w:tblCellMar"),
    (
        "w:tblBorders",
        "w:top w:left w:bottom w:right w:insideH w:insideV",
    ),
    ("w:tblCellMar", "w:top w:left w:bottom w:right"),
    ("w:tblGrid", "w:gridCol"),
    ("w:tr", "w:trPr w:tc"),
    ("w:trPr", "w:cantSplit w:tblHeader"),
    ("w:tc", "w:tcPr w:p|w:tbl"),
    ("w:tcPr", "w:tcW w:gridSpan w:tcBorders w:shd"),
    ("w:tcBorders", "w:top w:left w:bottom w:right"),
    (
        "w:sectPr",
        "w:headerReference w:footerReference w:type w:pgSz w:pgMar w:cols",
    ),
    ("w:styles", "w:docDefaults w:style"),
    ("w:docDefaults", "w:rPrDefault w:pPrDefault"),
    ("w:rPrDefault", "w:rPr"),
    ("w:pPrDefault", "w:pPr"),
    ("w:style", "w:name w:qFormat"),
    ("w:hdr", "w:p"),
    ("w:ftr", "w:p"),
    ("w:pict", "v:shapetype v:shape"),
    (
        "v:shapetype",
        "v:formulas|v:path|v:textpath|v:handles|o:lock",
    ),
    ("v:formulas", "v:f"),
    ("v:handles", "v:h"),
    ("v:shape", "v:textpath"),
];

/// Parts that are not Word's own.
const ENVELOPE: [&str; 4] = [
    "[Content_Types].xml",
    "_rels/.rels",
    "docProps/core.xml",
    "word/_rels/document.xml.rels",
];

/// Place of a child among those of its parent; `None` where it may not stand there.
fn place(parent: &str, child: &str) -> Option<usize> {
    let (_, order) = ORDERS.iter().find(|(of, _)| *of == parent)?;
    let mut groups = order.split(' ');
    groups.position(|group| group.split('|').any(|known| known == child))
}

fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    (0..archive.len())
        .map(|index| {
            let file = archive.by_index(index).expect("a part");
            let name = file.name().expect("a name in UTF-8").into_owned();
            (name, std::io::read_to_string(file).expect("text"))
        })
        .collect()
}

fn document(bytes: &[u8]) -> String {
    let part = parts(bytes)
        .into_iter()
        .find(|(name, _)| name == "word/document.xml");
    part.expect("the main part").1
}

/// Reads the whole part, and asserts the order of children and that a cell ends with a paragraph.
fn assert_valid(xml: &str) {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    // Open elements, with the name of the last child of each.
    let mut open: Vec<(String, String)> = Vec::new();
    loop {
        let event = reader.read_event().expect("well-formed");
        let name = match &event {
            Event::Start(tag) | Event::Empty(tag) => tag.name().as_ref().to_owned(),
            Event::End(_) => {
                let (name, last) = open.pop().expect("open");
                assert!(name != "w:tc" || last == "w:p", "a cell ends with {last}");
                continue;
            }
            Event::Eof => break,
            _ => continue,
        };
        if let Some((parent, last)) = open.last_mut() {
            let here = place(parent, &name).unwrap_or_else(|| panic!("{name} in {parent}"));
            assert!(
                place(parent, last).is_none_or(|before| before <= here),
                "{name} after {last} in {parent}"
            );
            last.clone_from(&name);
        }
        if matches!(event, Event::Start(_)) {
            open.push((name, String::new()));
        }
    }
    assert!(open.is_empty());
}

/// Every part has a type and every relation leads to a part.
fn assert_named(parts: &[(String, String)]) {
    let text = |wanted: &str| {
        let part = parts.iter().find(|(name, _)| name == wanted);
        &part.expect("the part").1
    };
    for (name, _) in parts.iter().filter(|(name, _)| !name.contains("rels")) {
        let is_typed = text(ENVELOPE[0]).contains(&format!("PartName=\"/{name}\""));
        assert!(is_typed || name == ENVELOPE[0], "{name}");
    }
    for target in text(ENVELOPE[3]).split("Target=\"").skip(1) {
        let target = target.split('"').next().expect("a name");
        text(&format!("word/{target}"));
    }
    for id in text("word/document.xml").split("r:id=\"").skip(1) {
        let id = id.split('"').next().expect("an id");
        assert!(text(ENVELOPE[3]).contains(&format!("Id=\"{id}\"")), "{id}");
    }
}

#[test]
fn every_part_is_valid_whatever_the_texts() {
    let mut packets = vec![samples::hostile(), samples::packet(samples::order(30))];
    packets[1].stamp = Some("ПРОЕКТ".to_owned());
    for packet in &packets {
        for sheet in &packet.sheets {
            let parts = parts(&write(packet, sheet).expect("written"));
            for (name, xml) in &parts {
                if !ENVELOPE.contains(&name.as_str()) {
                    assert_valid(xml);
                }
            }
            assert_named(&parts);
        }
    }
}

#[test]
fn sections_lie_as_told_and_headers_repeat() {
    let packet = samples::packet(samples::order(40));
    let xml = document(&write(&packet, &packet.sheets[0]).expect("written"));
    assert_eq!(xml.matches("<w:sectPr>").count(), 3);
    assert_eq!(xml.matches("w:orient=\"landscape\"").count(), 1);
    assert!(xml.contains("w:top=\"1134\" w:right=\"567\" w:bottom=\"1134\" w:left=\"1701\""));
    // The annex and two slips have headers, the table of labels has none.
    assert_eq!(xml.matches("<w:tblHeader/>").count(), 3);
    assert_eq!(xml.matches("Константинопольская").count(), 40);
}

#[test]
fn the_stamp_stands_in_the_header_and_pages_are_counted() {
    let mut packet = samples::packet(samples::order(1));
    packet.stamp = Some("ПРОЕКТ".to_owned());
    let parts = parts(&write(&packet, &packet.sheets[0]).expect("written"));
    let text = |wanted: &str| {
        &parts
            .iter()
            .find(|(name, _)| name == wanted)
            .expect("part")
            .1
    };
    let header = text("word/header1.xml");
    assert!(header.contains(">ПРОЕКТ<") && header.contains("string=\"ПРОЕКТ\""));
    let footer = text("word/footer1.xml");
    assert!(
        footer.contains(">Страница <")
            && footer.contains(" PAGE ")
            && footer.contains("> из <")
            && footer.contains(" NUMPAGES ")
    );
}

#[test]
fn the_same_sheet_gives_the_same_bytes() {
    let packet = samples::hostile();
    let once = write(&packet, &packet.sheets[0]).expect("once");
    assert_eq!(once, write(&packet, &packet.sheets[0]).expect("twice"));
}
