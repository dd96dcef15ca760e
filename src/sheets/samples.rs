//! Packets for the writers' tests: one like a school's, and one of texts that mean harm.

use crate::domain::Lang;

use super::model::{
    Align, Bar, Block, Column, Mark, Orientation, Packet, Row, Section, Sheet, SheetKind, Table,
    Weight,
};

/// Texts that break writers which trust them.
pub const HOSTILE: [&str; 9] = [
    "=HYPERLINK(\"http://x\",\"y\")",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "Иванова <b>«Анна»</b> & Ко \"ё\"",
    "]]> <!-- &amp; &#0; --> ${x} {{y}}",
    "Абвгдежзийклмнопрстуфхцчшщъыьэюяабвгдежзийклмнопрстуфхцчшщъыьэюяабвгдежзийклмнопрстуфхцчшщъыьэюяабвгдежзийклмнопрстуфхцч",
    "🦀👩‍🏫 крабова",
    "нуль\u{0}звон\u{7}\u{1b}[31m\u{fffe}\u{202e}конец",
    "строка\r\nещё\n\nстрока\tтаб",
    "",
];

/// A text block.
pub fn text(text: &str, weight: Weight, align: Align) -> Block {
    Block::Text {
        text: text.to_owned(),
        weight,
        align,
    }
}

/// A table of plain rows whose columns share the width equally.
pub fn table(caption: &str, headings: &[&str], rows: &[Vec<String>]) -> Table {
    let share = 1000 / headings.len().max(1) as u32;
    Table {
        caption: caption.to_owned(),
        columns: headings
            .iter()
            .map(|heading| Column {
                heading: (*heading).to_owned(),
                share,
                align: Align::Left,
            })
            .collect(),
        rows: rows
            .iter()
            .map(|cells| Row {
                cells: cells.clone(),
                mark: Mark::Plain,
            })
            .collect(),
    }
}

/// Rows of a list of sittings, numbered.
pub fn sittings(count: usize) -> Vec<Vec<String>> {
    (1..=count)
        .map(|number| {
            [
                number.to_string(),
                format!("{:02}.04.2026", number % 30 + 1),
                format!("{}А", number % 11 + 1),
                "Математика".to_owned(),
                "Константинопольская Александра Константиновна".to_owned(),
            ]
            .to_vec()
        })
        .collect()
}

/// Headings of [`sittings`].
pub const SITTING_HEADINGS: [&str; 5] =
    ["№", "Дата", "Класс", "Предмет", "Организатор в аудитории"];

/// A packet of one sheet.
pub fn packet(sheet: Sheet) -> Packet {
    Packet {
        school: "МБОУ «Средняя школа № 31» & Ко".to_owned(),
        lang: Lang::Ru,
        stamp: None,
        sheets: vec![sheet],
    }
}

/// A sheet of one upright section.
pub fn sheet(kind: SheetKind, blocks: Vec<Block>) -> Sheet {
    Sheet {
        kind,
        title: "Приказ".to_owned(),
        file_stem: "order".to_owned(),
        sections: vec![Section {
            orientation: Orientation::Portrait,
            blocks,
        }],
    }
}

/// An order with a text page, an annex lying on its side with `rows` sittings, slips and a chart: every kind of block.
pub fn order(rows: usize) -> Sheet {
    let body = "В целях обеспечения объективности проведения и проверки всероссийских проверочных работ в 2026 году";
    let text_page = vec![
        text("МБОУ «Средняя школа № 31»", Weight::Body, Align::Center),
        text("ПРИКАЗ", Weight::Title, Align::Center),
        Block::Ends {
            left: "21 апреля 2026 г.".to_owned(),
            right: "№ 139".to_owned(),
        },
        text(&format!("{body}, {body}"), Weight::Body, Align::Justify),
        Block::Item {
            number: "1.".to_owned(),
            text: body.to_owned(),
        },
        Block::Item {
            number: "1.10.".to_owned(),
            text: format!("{body}. {body}"),
        },
        Block::Signature {
            office: "Директор".to_owned(),
            name: "А. А. Иванова".to_owned(),
        },
    ];
    let mut annex = table("Организаторы", &SITTING_HEADINGS, &sittings(rows));
    for (column, share) in annex.columns.iter_mut().zip([60, 130, 110, 250, 450]) {
        column.share = share;
    }
    if let [first, second, ..] = annex.rows.as_mut_slice() {
        first.mark = Mark::Conflict;
        second.mark = Mark::Exception;
    }
    let slip = |name: &str| Block::Slip {
        heading: name.to_owned(),
        lines: vec!["Учитель математики".to_owned()],
        table: Some(table(
            "Обязанности",
            &["Дата", "Урок", "Кабинет"],
            &[vec![
                "21.04.2026".to_owned(),
                "2".to_owned(),
                "201".to_owned(),
            ]],
        )),
        footer: vec!["Ознакомлен(а): ____________".to_owned()],
    };
    let bar = |label: &str, before, added| Bar {
        label: label.to_owned(),
        before,
        added,
    };
    let last = vec![
        text("Кабинет 201", Weight::Poster, Align::Center),
        Block::Table(table(
            "Сведения",
            &["", ""],
            &[vec!["Класс".to_owned(), "5А".to_owned()]],
        )),
        slip("Иванова А. А."),
        slip("Петрова Б. Б."),
        Block::Chart {
            caption: "Дежурства".to_owned(),
            bars: vec![bar("Иванова А. А.", 2, 3), bar("Петрова Б. Б.", 0, 0)],
        },
        text("Справка", Weight::Small, Align::Right),
    ];
    let mut sheet = sheet(SheetKind::Order, text_page);
    sheet.sections.push(Section {
        orientation: Orientation::Landscape,
        blocks: vec![
            text(
                "Приложение № 2\nк приказу № 139",
                Weight::Small,
                Align::Right,
            ),
            text("График организаторов", Weight::Heading, Align::Center),
            Block::Table(annex),
        ],
    });
    sheet.sections.push(Section {
        orientation: Orientation::Portrait,
        blocks: last,
    });
    sheet
}

/// Every hostile text in every place that takes a text.
pub fn hostile() -> Packet {
    let mut blocks = Vec::new();
    for hostile in HOSTILE {
        let owned = hostile.to_owned();
        blocks.push(text(hostile, Weight::Heading, Align::Justify));
        blocks.push(Block::Item {
            number: owned.clone(),
            text: owned.clone(),
        });
        blocks.push(Block::Ends {
            left: owned.clone(),
            right: owned.clone(),
        });
        blocks.push(Block::Signature {
            office: owned.clone(),
            name: owned.clone(),
        });
        let hostile_table = table(
            hostile,
            &[hostile, "б"],
            &[vec![owned.clone(), owned.clone()], vec![]],
        );
        blocks.push(Block::Slip {
            heading: owned.clone(),
            lines: vec![owned.clone()],
            table: Some(hostile_table),
            footer: vec![owned.clone()],
        });
        blocks.push(Block::Chart {
            caption: owned.clone(),
            bars: vec![Bar {
                label: owned.clone(),
                before: u64::MAX,
                added: u64::MAX,
            }],
        });
    }
    blocks.push(Block::Table(table(
        "",
        &[],
        &[vec![], vec!["лишнее".to_owned()]],
    )));
    blocks.push(Block::Table(table("пусто", &["а", "б"], &[])));
    blocks.push(Block::Chart {
        caption: String::new(),
        bars: Vec::new(),
    });
    let mut packet = packet(sheet(SheetKind::Personal, blocks));
    HOSTILE[0].clone_into(&mut packet.school);
    packet.stamp = Some(HOSTILE[2].to_owned());
    packet.sheets[0].title = HOSTILE[3].to_owned();
    packet.sheets.push(Sheet {
        sections: Vec::new(),
        ..packet.sheets[0].clone()
    });
    packet.sheets.push(Sheet {
        sections: vec![
            Section {
                orientation: Orientation::Landscape,
                blocks: Vec::new(),
            };
            2
        ],
        ..packet.sheets[0].clone()
    });
    packet
}
