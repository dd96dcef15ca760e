//! Texts made fit for every format: no control characters, no marks that turn the reading direction.
//!
//! Names come from files that anybody may have written; this is the one place that all of a packet's texts pass.

use super::model::{Block, Packet, Table};
use super::printable::printable;

/// Cleans every text of the packet.
pub fn tidy(packet: &mut Packet) {
    clean(&mut packet.school);
    for sheet in &mut packet.sheets {
        clean(&mut sheet.title);
        for block in sheet
            .sections
            .iter_mut()
            .flat_map(|section| &mut section.blocks)
        {
            tidy_block(block);
        }
    }
}

fn tidy_block(block: &mut Block) {
    match block {
        Block::Text { text, .. } => clean(text),
        Block::Item { number, text } => [number, text].into_iter().for_each(clean),
        Block::Ends { left, right } => [left, right].into_iter().for_each(clean),
        Block::Signature { office, name } => [office, name].into_iter().for_each(clean),
        Block::Table(table) => tidy_table(table),
        Block::Slip {
            heading,
            lines,
            table,
            footer,
        } => {
            clean(heading);
            lines.iter_mut().chain(footer).for_each(clean);
            table.iter_mut().for_each(tidy_table);
        }
        Block::Chart { caption, bars } => {
            clean(caption);
            for bar in bars {
                clean(&mut bar.label);
            }
        }
    }
}

fn tidy_table(table: &mut Table) {
    clean(&mut table.caption);
    let headings = table.columns.iter_mut().map(|column| &mut column.heading);
    for heading in headings {
        clean(heading);
    }
    table
        .rows
        .iter_mut()
        .flat_map(|row| &mut row.cells)
        .for_each(clean);
}

fn clean(text: &mut String) {
    *text = printable(text);
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn harmful_marks_go_and_the_rest_stays() {
        let mut text = "Ива\u{0}нова\u{202e}\tАнна\u{7}\nПетровна 🎓".to_owned();
        clean(&mut text);
        assert_eq!(text, "Иванова Анна\nПетровна 🎓");
    }
}
