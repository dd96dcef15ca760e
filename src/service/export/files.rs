//! A packet as files: each format's writer called, and the index that links what they wrote.

use crate::input;
use crate::lang::sheets as words;
use crate::sheets::html::{Entry, Group, Link, index};
use crate::sheets::ics::{CalendarFile, calendars};
use crate::sheets::model::Packet;
use crate::sheets::{Audience, Material, chat, csv, docx, html, pdf, xlsx};

use super::was::Was;
use super::{ExportError, Format, OutputFile};

/// Files so far, and the index's lines for them.
struct Files<'a> {
    packet: &'a Packet,
    written: Vec<OutputFile>,
    groups: Vec<Group>,
}

/// Writes the packet in these formats; the index comes first. Empty where there is nothing to write.
pub fn write(
    material: &Material<'_>,
    packet: &Packet,
    was: Option<&Was>,
    formats: &[Format],
) -> Result<Vec<OutputFile>, ExportError> {
    let mut files = Files {
        packet,
        written: Vec::new(),
        groups: Vec::new(),
    };
    files.sheets(formats)?;
    if formats.contains(&Format::Xlsx) && !packet.sheets.is_empty() {
        files.workbook()?;
    }
    if formats.contains(&Format::Csv) {
        files.tables(material);
    }
    if formats.contains(&Format::Txt) {
        files.chat(material, was);
    }
    if formats.contains(&Format::Ics) {
        let calendars = calendars(material, was.map(|was| &was.roster));
        let [people, classes] = words::index::calendars(packet.lang);
        files.calendars(people, calendars.people);
        files.calendars(classes, calendars.classes);
    }
    Ok(files.with_index())
}

impl Files<'_> {
    fn add(&mut self, name: String, bytes: Vec<u8>, label: &str) -> Link {
        let link = Link {
            href: name.clone(),
            label: label.to_owned(),
        };
        self.written.push(OutputFile { name, bytes });
        link
    }

    fn group(&mut self, title: &str, entries: Vec<Entry>) {
        if !entries.is_empty() {
            self.groups.push(Group {
                title: title.to_owned(),
                entries,
            });
        }
    }

    /// A page and a document per sheet.
    fn sheets(&mut self, formats: &[Format]) -> Result<(), ExportError> {
        let packet = self.packet;
        let mut entries = Vec::new();
        for sheet in &packet.sheets {
            let mut links = Vec::new();
            for format in formats {
                let bytes = match format {
                    Format::Html => html::write(packet, sheet),
                    Format::Docx => docx::write(packet, sheet)
                        .map_err(|error| ExportError::Format(error.to_string()))?,
                    Format::Pdf => pdf::write(packet, sheet)
                        .map_err(|error| ExportError::Format(error.to_string()))?,
                    Format::Xlsx | Format::Ics | Format::Csv | Format::Txt => continue,
                };
                let name = format!("{}.{}", sheet.file_stem, format.name());
                links.push(self.add(name, bytes, format.name()));
            }
            if !links.is_empty() {
                entries.push(Entry {
                    title: sheet.title.clone(),
                    links,
                });
            }
        }
        self.group(words::index::sheets(packet.lang), entries);
        Ok(())
    }

    fn workbook(&mut self) -> Result<(), ExportError> {
        let bytes =
            xlsx::write(self.packet).map_err(|error| ExportError::Format(error.to_string()))?;
        let link = self.add("sheets.xlsx".to_owned(), bytes, "xlsx");
        let lang = self.packet.lang;
        let entry = Entry {
            title: words::index::all_sheets(lang).to_owned(),
            links: vec![link],
        };
        self.group(words::index::workbook(lang), vec![entry]);
        Ok(())
    }

    /// The roster (which names everybody in full, and so is not for the public) and the sheets' tables.
    fn tables(&mut self, material: &Material<'_>) {
        let packet = self.packet;
        let mut entries = Vec::new();
        let selection = material.selection;
        let is_whole = selection.person.is_none() && selection.date.is_none();
        if selection.audience == Audience::Staff && is_whole {
            let bytes = input::write_roster(material.school, material.roster, packet.lang);
            let link = self.add("tables/roster.csv".to_owned(), bytes, "csv");
            entries.push(Entry {
                title: words::titles::ROSTER.in_lang(packet.lang).to_owned(),
                links: vec![link],
            });
        }
        for sheet in &packet.sheets {
            for (table, number) in csv::tables(sheet).into_iter().zip(1..) {
                let name = format!("tables/{}-{number}.csv", sheet.file_stem);
                let link = self.add(name, csv::write(table, packet.lang), "csv");
                entries.push(Entry {
                    title: table_title(&sheet.title, &table.caption),
                    links: vec![link],
                });
            }
        }
        self.group(words::index::tables(packet.lang), entries);
    }

    /// The text for the staff chat: the changes alone where an older roster is known.
    fn chat(&mut self, material: &Material<'_>, was: Option<&Was>) {
        let text = chat::write(material, was.map(|was| was.changes.as_slice()));
        if text.is_empty() {
            return;
        }
        let link = self.add("chat.txt".to_owned(), text.into_bytes(), "txt");
        let title = words::chat::in_index(self.packet.lang);
        let entry = Entry {
            title: title.to_owned(),
            links: vec![link],
        };
        self.group(title, vec![entry]);
    }

    fn calendars(&mut self, title: &str, calendars: Vec<CalendarFile>) {
        let mut entries = Vec::new();
        for calendar in calendars {
            let name = format!("calendars/{}.ics", calendar.stem);
            let link = self.add(name, calendar.bytes, "ics");
            entries.push(Entry {
                title: calendar.title,
                links: vec![link],
            });
        }
        self.group(title, entries);
    }

    fn with_index(self) -> Vec<OutputFile> {
        if self.written.is_empty() {
            return Vec::new();
        }
        let title = words::index::title(self.packet.lang);
        let first = OutputFile {
            name: "index.html".to_owned(),
            bytes: index(self.packet, title, &self.groups),
        };
        std::iter::once(first).chain(self.written).collect()
    }
}

/// `Приказ: Организаторы в аудиториях`, or the title alone where the table is called the same.
fn table_title(sheet: &str, table: &str) -> String {
    if sheet == table {
        sheet.to_owned()
    } else {
        format!("{sheet}: {table}")
    }
}
