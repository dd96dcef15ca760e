//! A sheet of a school's own, made through the library: who is on duty in which corridor.
//!
//! `cargo run --example own_sheet -- [DIR]` writes `corridors.docx`, `corridors.pdf` and `corridors.xlsx` into DIR (default: the current
//! folder). A file that is there already is left alone.

use std::error::Error;
use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};

use recuse::domain::Lang;
use recuse::sheets::model::{
    Align, Block, Column, Mark, Orientation, Packet, Row, Section, Sheet, SheetKind, Table, Weight,
};
use recuse::sheets::{docx, pdf, xlsx};

/// Floor, rooms, and who is there.
const DUTIES: [[&str; 3]; 3] = [
    ["1", "101–112", "Карелина Ольга Петровна"],
    ["2", "201–214", "Сафин Тимур Рашидович"],
    ["3", "301–309", ""],
];

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| ".".to_owned());
    for path in write_into(Path::new(&folder))? {
        println!("{}", path.display());
    }
    Ok(())
}

/// Writes the sheet in three formats; returns where.
pub fn write_into(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let packet = Packet {
        school: "Школа № 31".to_owned(),
        lang: Lang::Ru,
        // A place is empty, so the sheet is not to be hung up yet.
        stamp: Some("ПРОЕКТ".to_owned()),
        sheets: vec![corridors()],
    };
    let mut written = Vec::new();
    for sheet in &packet.sheets {
        for (extension, bytes) in [
            ("docx", docx::write(&packet, sheet)?),
            ("pdf", pdf::write(&packet, sheet)?),
            ("xlsx", xlsx::write(&packet)?),
        ] {
            let path = folder.join(&sheet.file_stem).with_extension(extension);
            save(&path, &bytes)?;
            written.push(path);
        }
    }
    Ok(written)
}

/// The sheet: what it says, and nothing of how a format shows it.
fn corridors() -> Sheet {
    let text = |text: &str, weight, align| Block::Text {
        text: text.to_owned(),
        weight,
        align,
    };
    Sheet {
        kind: SheetKind::NoticeBoard,
        title: "Дежурство в коридорах".to_owned(),
        file_stem: "corridors".to_owned(),
        sections: vec![Section {
            orientation: Orientation::Portrait,
            blocks: vec![
                text("Дежурство в коридорах", Weight::Title, Align::Center),
                text("21 апреля 2026 г., 2–3 уроки", Weight::Body, Align::Center),
                Block::Table(duties()),
                Block::Signature {
                    office: "Заместитель директора".to_owned(),
                    name: "Н. П. Заозёрская".to_owned(),
                },
            ],
        }],
    }
}

fn duties() -> Table {
    let column = |heading: &str, share, align| Column {
        heading: heading.to_owned(),
        share,
        align,
    };
    Table {
        caption: "Дежурные".to_owned(),
        columns: vec![
            column("Этаж", 150, Align::Center),
            column("Кабинеты", 250, Align::Center),
            column("Дежурный", 600, Align::Left),
        ],
        rows: DUTIES
            .iter()
            .map(|cells| Row {
                cells: cells.map(str::to_owned).to_vec(),
                mark: if cells[2].is_empty() {
                    Mark::Conflict
                } else {
                    Mark::Plain
                },
            })
            .collect(),
    }
}

/// Writes a new file.
fn save(path: &Path, bytes: &[u8]) -> Result<(), Box<dyn Error>> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(bytes)?;
    Ok(())
}
