//! Cells of a text file written anew: its encoding, delimiter, line breaks and every other byte stay.

use std::ops::Range;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::delimited::guarded;
use crate::input::{PlacedRecord, PlacedText};

use super::splice::Splices;
use super::{AmendProblem, CellEdit, Edits, NewRow};

/// The file with the edits made.
pub fn rewrite(bytes: &[u8], edits: &Edits) -> Result<Vec<u8>, AmendProblem> {
    let placed = PlacedText::of(bytes)?.ok_or(AmendProblem::BrokenLetters)?;
    let mut splices = Splices::default();
    let mut lines: Vec<(u32, Vec<&CellEdit>)> = Vec::new();
    for edit in &edits.cells {
        match lines.iter_mut().find(|(row, _)| *row == edit.at.row) {
            Some((_, cells)) => cells.push(edit),
            None => lines.push((edit.at.row, vec![edit])),
        }
    }
    for (row, mut cells) in lines {
        let missing = || AmendProblem::Missing(row.to_string());
        let record = placed.record(row).ok_or_else(missing)?;
        cells.sort_by_key(|edit| edit.at.column);
        edit_record(&placed, record, &cells, &mut splices);
    }
    for row in &edits.rows {
        add_row(&placed, row, &mut splices)?;
    }
    written(bytes, &placed, splices)
}

fn edit_record(
    placed: &PlacedText,
    record: &PlacedRecord,
    edits: &[&CellEdit],
    splices: &mut Splices,
) {
    let mut width = record.cells.len();
    for edit in edits {
        let column = edit.at.column as usize;
        match record.cells.get(column.saturating_sub(1)) {
            Some(cell) => {
                let raw = &placed.text[cell.clone()];
                splices.replace(cell.clone(), anew(raw, &edit.text, placed.delimiter));
            }
            // A record that ends early gets the cells that are missing.
            None => {
                let gap: String = (width..column).map(|_| placed.delimiter).collect();
                let text = cell_of(&edit.text, placed.delimiter);
                splices.insert(record.line_break.start, format!("{gap}{text}"));
                width = column;
            }
        }
    }
}

/// The cell with another text: quoted if it was, its blanks around it kept.
fn anew(raw: &str, text: &str, delimiter: char) -> String {
    if raw.starts_with('"') {
        let tail = &raw[raw.trim_end().len()..];
        return format!("{}{tail}", quoted(text));
    }
    let text = cell_of(text, delimiter);
    if text.starts_with('"') {
        return text;
    }
    let (head, tail) = if raw.trim().is_empty() {
        ("", "")
    } else {
        let head = raw.len() - raw.trim_start().len();
        (&raw[..head], &raw[raw.trim_end().len()..])
    };
    format!("{head}{text}{tail}")
}

/// A cell as it is written where nothing was: quoted where it has to be.
fn cell_of(text: &str, delimiter: char) -> String {
    if text.contains([delimiter, '"', '\n', '\r']) {
        quoted(text)
    } else {
        guarded(text).into_owned()
    }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", guarded(text).replace('"', "\"\""))
}

fn add_row(placed: &PlacedText, row: &NewRow, splices: &mut Splices) -> Result<(), AmendProblem> {
    let missing = || AmendProblem::Missing(row.after.to_string());
    let before = placed.record(row.after).ok_or_else(missing)?;
    let most = row.cells.iter().map(|&(column, _)| column as usize).max();
    let width = before.cells.len().max(most.unwrap_or_default());
    let cells: Vec<String> = (1..=width)
        .map(|column| {
            let mut texts = row.cells.iter();
            let text = texts.find(|&&(of, _)| of as usize == column);
            text.map_or(String::new(), |(_, text)| cell_of(text, placed.delimiter))
        })
        .collect();
    let line = cells.join(&placed.delimiter.to_string());
    if before.line_break.is_empty() {
        let line_break = line_break_of(placed);
        splices.insert(before.line_break.end, format!("{line_break}{line}"));
    } else {
        let line_break = &placed.text[before.line_break.clone()];
        splices.insert(before.line_break.end, format!("{line}{line_break}"));
    }
    Ok(())
}

/// The line break of the file's first record.
fn line_break_of(placed: &PlacedText) -> &str {
    let first = placed.records.first();
    let text = first.map(|first| &placed.text[first.line_break.clone()]);
    text.filter(|text| !text.is_empty()).unwrap_or("\r\n")
}

/// The bytes: those of the file, but for what is replaced.
fn written(bytes: &[u8], placed: &PlacedText, splices: Splices) -> Result<Vec<u8>, AmendProblem> {
    let mut out = bytes[..placed.mark].to_vec();
    // Byte in the text, byte in the file.
    let (mut at, mut from) = (0, placed.mark);
    let mut copy = |out: &mut Vec<u8>, range: Range<usize>, keep: bool| {
        let length = encoded_length(placed.encoding, &placed.text[range]);
        if keep {
            out.extend(&bytes[from..from + length]);
        }
        from += length;
    };
    for (range, text) in splices.in_order() {
        copy(&mut out, at..range.start, true);
        out.extend(encoded(placed.encoding, &text)?);
        copy(&mut out, range.clone(), false);
        at = range.end;
    }
    copy(&mut out, at..placed.text.len(), true);
    Ok(out)
}

fn encoded_length(encoding: &'static Encoding, text: &str) -> usize {
    if encoding == UTF_8 {
        text.len()
    } else if encoding == UTF_16LE || encoding == UTF_16BE {
        text.encode_utf16().count() * 2
    } else {
        text.chars().count()
    }
}

fn encoded(encoding: &'static Encoding, text: &str) -> Result<Vec<u8>, AmendProblem> {
    if encoding == UTF_16LE {
        return Ok(text.encode_utf16().flat_map(u16::to_le_bytes).collect());
    }
    if encoding == UTF_16BE {
        return Ok(text.encode_utf16().flat_map(u16::to_be_bytes).collect());
    }
    let (bytes, _, has_strangers) = encoding.encode(text);
    if has_strangers {
        return Err(AmendProblem::Letters {
            text: text.to_owned(),
            encoding: encoding.name(),
        });
    }
    Ok(bytes.into_owned())
}

#[cfg(test)]
mod tests {
    use crate::amend::{AmendProblem, CellAt, CellEdit, Edits, NewRow, rewrite};

    fn edit(row: u32, column: u32, text: &str) -> CellEdit {
        CellEdit {
            at: CellAt {
                sheet: None,
                row,
                column,
            },
            text: text.into(),
        }
    }

    fn edits(cells: &[CellEdit], rows: &[NewRow]) -> Edits {
        Edits {
            cells: cells.to_vec(),
            rows: rows.to_vec(),
        }
    }

    #[test]
    fn only_the_cell_changes() {
        let text = "Класс;Кто;\"Где\"\r\n5А; Ёлкина А. ;\"12\"\r\n\r\n5Б;\"Петров; И.\";\n";
        let edits = edits(&[edit(2, 2, "Ким О."), edit(4, 2, "Дюма А.")], &[]);
        let expected = "Класс;Кто;\"Где\"\r\n5А; Ким О. ;\"12\"\r\n\r\n5Б;\"Дюма А.\";\n";
        for (encode, mark) in [
            (encoding_rs::UTF_8, &b""[..]),
            (encoding_rs::UTF_8, &b"\xEF\xBB\xBF"[..]),
            (encoding_rs::WINDOWS_1251, &b""[..]),
        ] {
            let file = |text: &str| [mark, &encode.encode(text).0].concat();
            assert_eq!(rewrite(&file(text), &edits).unwrap(), file(expected));
        }
        let utf16 = |text: &str| -> Vec<u8> {
            let units = text.encode_utf16().flat_map(u16::to_le_bytes);
            b"\xFF\xFE".iter().copied().chain(units).collect()
        };
        assert_eq!(rewrite(&utf16(text), &edits).unwrap(), utf16(expected));
    }

    #[test]
    fn cells_are_quoted_where_they_have_to_be() {
        let rewritten = rewrite(
            b"a,b,c\nd,e\n",
            &edits(
                &[edit(1, 2, "x, \"y\""), edit(2, 3, "f"), edit(1, 1, "=1+1")],
                &[],
            ),
        );
        let text = String::from_utf8(rewritten.unwrap()).unwrap();
        assert_eq!(text, "'=1+1,\"x, \"\"y\"\"\",c\nd,e,f\n");
    }

    #[test]
    fn rows_are_added_where_they_belong() {
        let row = |after, text: &str| NewRow {
            sheet: None,
            after,
            cells: vec![(2, text.into())],
        };
        let rows = [row(1, "x"), row(1, "y"), row(2, "z")];
        let text = rewrite(b"a;b;c\r\nd;e;f", &edits(&[], &rows)).unwrap();
        assert_eq!(
            String::from_utf8(text).unwrap(),
            "a;b;c\r\n;x;\r\n;y;\r\nd;e;f\r\n;z;"
        );
    }

    #[test]
    fn letters_that_the_encoding_has_not_are_refused() {
        let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode("Кто;б\nЁж;в\n");
        let rewritten = rewrite(&bytes, &edits(&[edit(2, 1, "Ġorġ")], &[]));
        assert_eq!(
            rewritten,
            Err(AmendProblem::Letters {
                text: "Ġorġ".into(),
                encoding: "windows-1251"
            })
        );
    }
}
