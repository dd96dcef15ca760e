//! Notes of a sheet's cells: their texts in one part, their boxes in another, added to those that are there.

use crate::amend::AmendProblem;
use crate::amend::package::Parts;
use crate::amend::xml::{TagKind, close_of, escaped, tags};
use crate::domain::cell_name;

use super::rels::{relate, relations, within};

/// What the notes of a sheet are added to.
pub struct NotesAt<'s> {
    /// The sheet's part.
    pub sheet: &'s str,
    /// Who speaks.
    pub author: &'s str,
}

/// A note: row, column, text.
pub type Note<'t> = (u32, u32, &'t str);

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const COMMENTS_TYPE: &str =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
const DRAWING_TYPE: &str = "application/vnd.openxmlformats-officedocument.vmlDrawing";

/// Boxes of an id range of a drawing.
const BOXES: usize = 1_024;

/// Adds the notes; the id of a drawing that the sheet must now name, where it named none before.
pub fn add(
    parts: &mut Parts<'_>,
    at: &NotesAt<'_>,
    notes: &[Note<'_>],
) -> Result<Option<String>, AmendProblem> {
    let related = relations(parts, at.sheet)?;
    let part_of = |kind: &str| related.iter().find(|it| it.kind == kind);
    let drawing = part_of("vmlDrawing").filter(|it| is_legacy(parts, at.sheet, &it.id));
    let (comments, drawing) = (
        part_of("comments").map(|it| it.target.clone()),
        drawing.map(|it| it.target.clone()),
    );
    let boxed: Vec<Note<'_>> = match &comments {
        Some(comments) => add_texts(parts, comments, at.author, notes)?,
        None => {
            let name = free(parts, "xl/comments", ".xml");
            parts.put(&name, texts(at.author, notes));
            relate(parts, at.sheet, ("comments", &name))?;
            declare_part(parts, &name)?;
            notes.to_vec()
        }
    };
    match drawing {
        Some(drawing) => {
            add_boxes(parts, &drawing, &boxed)?;
            Ok(None)
        }
        None => {
            let name = free(parts, "xl/drawings/vmlDrawing", ".vml");
            parts.put(&name, boxes(&boxed));
            declare_drawings(parts)?;
            relate(parts, at.sheet, ("vmlDrawing", &name)).map(Some)
        }
    }
}

/// Does the sheet name the drawing as that of its notes? (Another may be of its page header.)
fn is_legacy(parts: &mut Parts<'_>, sheet: &str, id: &str) -> bool {
    let Ok(text) = parts.text(sheet) else {
        return false;
    };
    let Ok(all) = tags(&text) else {
        return false;
    };
    let mut named = all.iter().filter(|tag| tag.begins("legacyDrawing"));
    named.any(|tag| tag.attributes().iter().any(|(_, value)| value == id))
}

fn free(parts: &Parts<'_>, stem: &str, ending: &str) -> String {
    let mut names = (1..).map(|number: u32| format!("{stem}{number}{ending}"));
    names.find(|name| !parts.holds(name)).unwrap_or_default()
}

fn texts(author: &str, notes: &[Note<'_>]) -> String {
    let notes: String = notes.iter().map(|note| text_of(note, 0, "")).collect();
    format!(
        "{HEAD}<comments xmlns=\"{MAIN}\"><authors><author>{}</author></authors><commentList>{notes}</commentList></comments>",
        escaped(author)
    )
}

fn text_of(&(row, column, text): &Note<'_>, author: usize, prefix: &str) -> String {
    format!(
        "<{prefix}comment ref=\"{}\" authorId=\"{author}\"><{prefix}text>{}</{prefix}text></{prefix}comment>",
        cell_name(row, Some(column)),
        run_of(text, prefix)
    )
}

fn run_of(text: &str, prefix: &str) -> String {
    let text = escaped(text);
    format!("<{prefix}r><{prefix}t xml:space=\"preserve\">{text}</{prefix}t></{prefix}r>")
}

/// Adds to texts that are there; a cell with a note keeps it and gets the text behind it. The notes that need a box.
fn add_texts<'t>(
    parts: &mut Parts<'_>,
    name: &str,
    author: &str,
    notes: &[Note<'t>],
) -> Result<Vec<Note<'t>>, AmendProblem> {
    let mut text = parts.text(name)?;
    let mut new = Vec::new();
    for note in notes {
        let all = tags(&text)?;
        let cell = cell_name(note.0, Some(note.1));
        let is_there = all.iter().position(|tag| {
            tag.begins("comment") && tag.attribute("ref").as_deref() == Some(cell.as_str())
        });
        let Some(open) = is_there else {
            new.push(*note);
            continue;
        };
        let close = close_of(&all, open)?;
        let body = all[open..close].iter().find(|tag| tag.begins("text"));
        let Some(body) = body.filter(|tag| tag.kind == TagKind::Open) else {
            continue;
        };
        let end = all[open..=close].iter().rfind(|tag| tag.closes("text"));
        let end = end.ok_or(AmendProblem::Broken)?.start;
        let run = run_of(&format!("\n{}", note.2), body.prefix());
        text.insert_str(end, &run);
    }
    let all = tags(&text)?;
    let authors = all.iter().filter(|tag| tag.begins("author")).count();
    let prefix = all.first().map_or("", |tag| tag.prefix()).to_owned();
    let author = format!("<{prefix}author>{}</{prefix}author>", escaped(author));
    text = within(&text, "authors", &author)?;
    let added: String = new
        .iter()
        .map(|note| text_of(note, authors, &prefix))
        .collect();
    if !added.is_empty() {
        text = within(&text, "commentList", &added)?;
    }
    parts.put(name, text);
    Ok(new)
}

fn boxes(notes: &[Note<'_>]) -> String {
    let ranges: Vec<String> = (1..=notes.len() / BOXES + 1)
        .map(|it| it.to_string())
        .collect();
    let shapes: String = notes
        .iter()
        .zip(BOXES + 1..)
        .map(|(note, id)| shape(note, id))
        .collect();
    format!(
        "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" \
         xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><o:shapelayout v:ext=\"edit\">\
         <o:idmap v:ext=\"edit\" data=\"{}\"/></o:shapelayout>\
         <v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\">\
         <v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>{shapes}</xml>",
        ranges.join(",")
    )
}

/// A box, four columns wide and six rows high, beside its cell; hidden until the mouse is over it.
fn shape(&(row, column, _): &Note<'_>, id: usize) -> String {
    let (row, column) = (row - 1, column - 1);
    let (top, left) = (row.saturating_sub(1), column + 1);
    let (bottom, right) = (top + 7, left + 4);
    format!(
        "<v:shape id=\"_x0000_s{id}\" type=\"#_x0000_t202\" style=\"position:absolute;visibility:hidden\" \
         fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/><v:shadow on=\"t\" color=\"black\" obscured=\"t\"/>\
         <v:path o:connecttype=\"none\"/><v:textbox style=\"mso-direction-alt:auto\"><div style=\"text-align:left\"></div></v:textbox>\
         <x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/>\
         <x:Anchor>{left}, 15, {top}, 10, {right}, 15, {bottom}, 4</x:Anchor><x:AutoFill>False</x:AutoFill>\
         <x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
    )
}

/// Adds boxes to a drawing that is there. Old programs write drawings that are no XML, so it is taken as text.
fn add_boxes(parts: &mut Parts<'_>, name: &str, notes: &[Note<'_>]) -> Result<(), AmendProblem> {
    let mut text = parts.text(name)?;
    let ids = text.split("_x0000_s").skip(1).filter_map(|rest| {
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        digits.parse::<usize>().ok()
    });
    let next = ids.max().unwrap_or(BOXES) + 1;
    let shapes: String = notes
        .iter()
        .zip(next..)
        .map(|(note, id)| shape(note, id))
        .collect();
    let end = text.rfind("</xml").ok_or(AmendProblem::NotMarkable)?;
    text.insert_str(end, &shapes);
    parts.put(name, text);
    Ok(())
}

const TYPES: &str = "[Content_Types].xml";

fn declare_part(parts: &mut Parts<'_>, name: &str) -> Result<(), AmendProblem> {
    let text = parts.text(TYPES)?;
    let part = format!("<Override PartName=\"/{name}\" ContentType=\"{COMMENTS_TYPE}\"/>");
    let text = within(&text, "Types", &part)?;
    parts.put(TYPES, text);
    Ok(())
}

fn declare_drawings(parts: &mut Parts<'_>) -> Result<(), AmendProblem> {
    let text = parts.text(TYPES)?;
    let is_declared = tags(&text)?.iter().any(|tag| {
        let extension = tag
            .begins("Default")
            .then(|| tag.attribute("Extension"))
            .flatten();
        extension.is_some_and(|extension| extension.eq_ignore_ascii_case("vml"))
    });
    if !is_declared {
        let kind = format!("<Default Extension=\"vml\" ContentType=\"{DRAWING_TYPE}\"/>");
        let text = within(&text, "Types", &kind)?;
        parts.put(TYPES, text);
    }
    Ok(())
}
