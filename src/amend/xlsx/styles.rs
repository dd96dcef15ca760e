//! The formats of a workbook: new ones made out of those that cells have, so that a coloured cell keeps all the rest of its
//! looks.

use std::collections::BTreeMap;

use crate::amend::AmendProblem;
use crate::amend::mark::Colour;
use crate::amend::splice::Splices;
use crate::amend::xml::{Tag, TagKind, close_of, tags};

/// How a format differs from the one it is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Look {
    /// Filled with the colour.
    Filled(Colour),
    /// Not wrapped, not centred: a text that runs on to the right.
    Unwrapped,
}

/// The part with the formats, and what is added to it.
pub struct Styles<'x> {
    text: &'x str,
    tags: Vec<Tag<'x>>,
    /// Positions of the tags that begin the formats, in order.
    formats: Vec<usize>,
    made: BTreeMap<(u32, Look), u32>,
    added: String,
    fills: BTreeMap<Colour, usize>,
    known_fills: usize,
}

impl<'x> Styles<'x> {
    /// Reads the part.
    pub fn read(text: &'x str) -> Result<Self, AmendProblem> {
        let tags = tags(text)?;
        let formats = children(&tags, "cellXfs", "xf")?;
        let known_fills = children(&tags, "fills", "fill")?.len();
        Ok(Self {
            text,
            tags,
            formats,
            made: BTreeMap::new(),
            added: String::new(),
            fills: BTreeMap::new(),
            known_fills,
        })
    }

    /// Position of the format that looks like the base but for that difference.
    pub fn derived(&mut self, base: u32, look: Look) -> Result<u32, AmendProblem> {
        if let Some(&known) = self.made.get(&(base, look)) {
            return Ok(known);
        }
        let at = self.formats.get(base as usize).or(self.formats.first());
        let open = *at.ok_or(AmendProblem::Broken)?;
        let close = close_of(&self.tags, open)?;
        let tag = self.tags[open];
        let mut attributes = tag.attributes();
        let mut inside = &self.text[tag.end()..self.tags[close].start.max(tag.end())];
        match look {
            Look::Filled(colour) => {
                let next = self.known_fills + self.fills.len();
                let fill = *self.fills.entry(colour).or_insert(next);
                set(&mut attributes, "fillId", &fill.to_string());
                set(&mut attributes, "applyFill", "1");
            }
            Look::Unwrapped => {
                set(&mut attributes, "applyAlignment", "0");
                inside = "";
            }
        }
        self.added.push_str(&match (inside, tag.kind) {
            ("", TagKind::Open) => {
                let opened = tag.with(&attributes);
                format!("{}/>", opened.trim_end_matches('>'))
            }
            (_, TagKind::Open) => format!("{}{inside}</{}>", tag.with(&attributes), tag.name()),
            _ => tag.with(&attributes),
        });
        let made = (self.formats.len() + self.made.len()) as u32;
        self.made.insert((base, look), made);
        Ok(made)
    }

    /// The part with what was added.
    pub fn finish(self) -> Result<String, AmendProblem> {
        let mut splices = Splices::default();
        let mut fills: Vec<(usize, Colour)> = self
            .fills
            .iter()
            .map(|(colour, &at)| (at, *colour))
            .collect();
        fills.sort_unstable();
        let prefix = self.tags.first().map_or("", Tag::prefix);
        let fills: String = fills
            .into_iter()
            .map(|(_, colour)| {
                format!(
                    "<{prefix}fill><{prefix}patternFill patternType=\"solid\"><{prefix}fgColor rgb=\"FF{:06X}\"/>\
                     <{prefix}bgColor indexed=\"64\"/></{prefix}patternFill></{prefix}fill>",
                    colour.rgb()
                )
            })
            .collect();
        let count = self.known_fills + self.fills.len();
        add(&self.tags, ("fills", count), fills, &mut splices)?;
        let count = self.formats.len() + self.made.len();
        add(&self.tags, ("cellXfs", count), self.added, &mut splices)?;
        Ok(splices.apply(self.text))
    }
}

/// Positions of the tags that begin the children of that name.
fn children(tags: &[Tag<'_>], of: &str, name: &str) -> Result<Vec<usize>, AmendProblem> {
    let open = tags
        .iter()
        .position(|tag| tag.begins(of))
        .ok_or(AmendProblem::NotMarkable)?;
    let close = close_of(tags, open)?;
    let (mut found, mut at) = (Vec::new(), open + 1);
    while at < close {
        if tags[at].begins(name) {
            found.push(at);
        }
        at = close_of(tags, at)? + 1;
    }
    Ok(found)
}

/// Adds children at the end of the element, and counts them.
fn add(
    tags: &[Tag<'_>],
    (of, count): (&str, usize),
    addition: String,
    splices: &mut Splices,
) -> Result<(), AmendProblem> {
    if addition.is_empty() {
        return Ok(());
    }
    let open = tags
        .iter()
        .position(|tag| tag.begins(of))
        .ok_or(AmendProblem::NotMarkable)?;
    let close = close_of(tags, open)?;
    if open == close {
        return Err(AmendProblem::NotMarkable);
    }
    let mut attributes = tags[open].attributes();
    set(&mut attributes, "count", &count.to_string());
    splices.replace(tags[open].range(), tags[open].with(&attributes));
    splices.insert(tags[close].start, addition);
    Ok(())
}

fn set(attributes: &mut Vec<(String, String)>, name: &str, value: &str) {
    match attributes.iter_mut().find(|(known, _)| known == name) {
        Some((_, old)) => value.clone_into(old),
        None => attributes.push((name.to_owned(), value.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::{Look, Styles};
    use crate::amend::mark::Colour;

    #[test]
    fn a_format_is_made_of_the_cells_own() {
        let text = "<styleSheet><fills count=\"2\"><fill/><fill/></fills><cellXfs count=\"2\"><xf numFmtId=\"0\" fillId=\"0\"/>\
            <xf numFmtId=\"14\" fillId=\"1\"><alignment wrapText=\"1\"/></xf></cellXfs></styleSheet>";
        let mut styles = Styles::read(text).unwrap();
        assert_eq!(styles.derived(1, Look::Filled(Colour::Red)).unwrap(), 2);
        assert_eq!(styles.derived(0, Look::Filled(Colour::Blue)).unwrap(), 3);
        assert_eq!(styles.derived(1, Look::Filled(Colour::Red)).unwrap(), 2);
        assert_eq!(styles.derived(1, Look::Unwrapped).unwrap(), 4);
        let text = styles.finish().unwrap();
        for needle in [
            "<fills count=\"4\">",
            "rgb=\"FFFFC7CE\"",
            "<cellXfs count=\"5\">",
            "<xf numFmtId=\"14\" fillId=\"2\" applyFill=\"1\"><alignment wrapText=\"1\"/></xf>",
            "<xf numFmtId=\"0\" fillId=\"3\" applyFill=\"1\"/>",
            "<xf numFmtId=\"14\" fillId=\"1\" applyAlignment=\"0\"/></cellXfs>",
        ] {
            assert!(text.contains(needle), "{needle} in {text}");
        }
    }
}
