//! Texts made fit for every format: no control characters, no marks that turn the reading direction.
//!
//! Names come from files that anybody may have written; this is the one place that all of a packet's texts pass.

use super::model::{Block, Packet, Table};

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
            bars.iter_mut().for_each(|bar| clean(&mut bar.label));
        }
    }
}

fn tidy_table(table: &mut Table) {
    clean(&mut table.caption);
    let headings = table.columns.iter_mut().map(|column| &mut column.heading);
    headings.for_each(clean);
    table
        .rows
        .iter_mut()
        .flat_map(|row| &mut row.cells)
        .for_each(clean);
}

fn clean(text: &mut String) {
    if text.chars().any(|letter| replacement(letter).is_some()) {
        *text = text
            .chars()
            .filter_map(|letter| replacement(letter).unwrap_or(Some(letter)))
            .collect();
    }
}

/// What stands in the letter's place: a space, nothing; `None` where the letter may stay.
fn replacement(letter: char) -> Option<Option<char>> {
    match letter {
        '\n' => None,
        '\t' | '\u{2028}' | '\u{2029}' => Some(Some(' ')),
        // Marks that turn the reading direction could make a line show another name than it holds.
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => Some(None),
        // No character of XML 1.0.
        '\u{fffe}' | '\u{ffff}' | '\u{feff}' => Some(None),
        letter if letter.is_control() => Some(None),
        _ => None,
    }
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
