//! Pages become a PDF.

use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder, Point, Rect, Transform};
use krilla::metadata::Metadata;
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use krilla::{Document, SerializeSettings};

use crate::domain::Lang;
use crate::lang::pages::page_of;
use crate::sheets::model::{Align, Packet, Sheet};
use crate::sheets::printable::on_one_line;
use crate::sheets::typeset::{Face, Faces, Style};

use super::PdfError;
use super::flow::{Page, corner, paper, room};
use super::piece::{Ink, Mark};
use super::words::{Setting, Type};

const BLACK: Ink = Ink(0, 0, 0);

/// Of the stamp across the page: light enough to read what stands on it.
const PALE: Ink = Ink(0xf3, 0xe2, 0xe0);

/// Length of the stamp across the page in diagonals of the page, and its greatest size.
const ACROSS: f32 = 0.75;
const LARGEST: f32 = 150.0;

/// Width of lines, in points.
const THIN: f32 = 0.5;

/// Distance of the stamp from the upper edge, and of the page number from the lower one.
const STAMP_TOP: f32 = 22.0;
const NUMBER_UP: f32 = 38.0;

/// The document's bytes.
pub fn paint(
    pages: &[Page],
    packet: &Packet,
    sheet: &Sheet,
    faces: &Faces,
) -> Result<Vec<u8>, PdfError> {
    let brush = Brush {
        faces,
        regular: font(faces.face(Style::Regular))?,
        bold: font(faces.face(Style::Bold))?,
    };
    let mut document = Document::new_with(SerializeSettings {
        enable_tagging: false,
        ..SerializeSettings::default()
    });
    document.set_metadata(metadata(packet, sheet));
    for (number, page) in (1..).zip(pages) {
        let (width, height) = paper(page.orientation);
        let settings = PageSettings::from_wh(width, height).expect("A4 has a size");
        let mut sheet_page = document.start_page_with(settings);
        let mut surface = sheet_page.surface();
        if let Some(stamp) = &packet.stamp {
            brush.across(&mut surface, page, &on_one_line(stamp));
        }
        for mark in &page.marks {
            brush.mark(&mut surface, mark);
        }
        let number = page_of(&number.to_string(), &pages.len().to_string(), packet.lang);
        brush.edge(&mut surface, page, &number, Edge::Number);
        if let Some(stamp) = &packet.stamp {
            brush.edge(&mut surface, page, stamp, Edge::Stamp);
        }
        surface.finish();
        sheet_page.finish();
    }
    document.finish().map_err(PdfError::Format)
}

fn font(face: &Face) -> Result<Font, PdfError> {
    Font::new(face.bytes.into(), 0).ok_or(PdfError::Font)
}

/// Title, author and language. No date: two runs give identical bytes.
fn metadata(packet: &Packet, sheet: &Sheet) -> Metadata {
    let language = match packet.lang {
        Lang::En => "en-GB",
        Lang::Ru => "ru-RU",
    };
    Metadata::new()
        .title(on_one_line(&sheet.title))
        .authors(vec![on_one_line(&packet.school)])
        .creator("recuse".to_owned())
        .language(language.to_owned())
}

/// What stands outside of the margins.
#[derive(Clone, Copy)]
enum Edge {
    Number,
    Stamp,
}

/// Draws marks.
struct Brush<'f> {
    faces: &'f Faces,
    regular: Font,
    bold: Font,
}

impl Brush<'_> {
    fn mark(&self, surface: &mut Surface<'_>, mark: &Mark) {
        match mark {
            Mark::Text {
                x,
                y,
                size,
                style,
                text,
                stretch,
            } => {
                let glyphs = glyphs(self.faces.face(*style), text, stretch / size);
                if glyphs.is_empty() {
                    return;
                }
                let font = match style {
                    Style::Regular => self.regular.clone(),
                    Style::Bold => self.bold.clone(),
                };
                surface.set_stroke(None);
                surface.set_fill(Some(fill(BLACK)));
                surface.draw_glyphs(Point::from_xy(*x, *y), &glyphs, font, text, *size, false);
            }
            Mark::Fill {
                x,
                y,
                width,
                height,
                ink,
            } => {
                surface.set_stroke(None);
                surface.set_fill(Some(fill(*ink)));
                if let Some(path) = rectangle(*x, *y, *width, *height) {
                    surface.draw_path(&path);
                }
            }
            Mark::Frame {
                x,
                y,
                width,
                height,
                dashed,
            } => {
                surface.set_fill(None);
                surface.set_stroke(Some(stroke(*dashed)));
                if let Some(path) = rectangle(*x, *y, *width, *height) {
                    surface.draw_path(&path);
                }
            }
        }
    }

    /// The stamp from the lower left to the upper right, below all that is drawn later.
    fn across(&self, surface: &mut Surface<'_>, page: &Page, stamp: &str) {
        let (width, height) = paper(page.orientation);
        let face = self.faces.face(Style::Bold);
        let glyphs = glyphs(face, stamp, 0.0);
        let ems = face.width(stamp, 1.0);
        if ems <= 0.0 {
            return;
        }
        // A root is the same number on every machine; sines and hypotenuses of the system's library are not.
        let diagonal = (width * width + height * height).sqrt();
        let size = (ACROSS * diagonal / ems).min(LARGEST);
        // Capitals are about two thirds of the size high.
        let start = Point::from_xy((width - ems * size) / 2.0, height / 2.0 + size / 3.0);
        let (right, up) = (width / diagonal, height / diagonal);
        surface.push_transform(&Transform::from_row(
            right,
            -up,
            up,
            right,
            (width - right * width - up * height) / 2.0,
            (height + up * width - right * height) / 2.0,
        ));
        surface.set_stroke(None);
        surface.set_fill(Some(fill(PALE)));
        surface.draw_glyphs(start, &glyphs, self.bold.clone(), stamp, size, false);
        surface.pop();
    }

    /// One line above or below the text.
    fn edge(&self, surface: &mut Surface<'_>, page: &Page, text: &str, edge: Edge) {
        let (_, height) = paper(page.orientation);
        let (left, _) = corner(page.orientation);
        let (of, align, top) = match edge {
            Edge::Number => (Type::SMALL, Align::Center, height - NUMBER_UP),
            Edge::Stamp => {
                let bold = Type {
                    size: 16.0,
                    style: Style::Bold,
                };
                (bold, Align::Right, STAMP_TOP)
            }
        };
        let setting = Setting {
            faces: self.faces,
            of,
            align,
            width: room(page.orientation).width,
        };
        for line in setting.lines(&on_one_line(text)).iter().take(1) {
            self.mark(surface, &setting.mark(line, left, top));
        }
    }
}

fn glyphs(face: &Face, text: &str, stretch: f32) -> Vec<KrillaGlyph> {
    text.char_indices()
        .map(|(at, c)| {
            let letter = face.letter(c);
            let advance = if c == ' ' {
                letter.advance + stretch
            } else {
                letter.advance
            };
            let range = at..at + c.len_utf8();
            KrillaGlyph::new(
                GlyphId::new(letter.glyph),
                advance,
                0.0,
                0.0,
                0.0,
                range,
                None,
            )
        })
        .collect()
}

fn fill(Ink(red, green, blue): Ink) -> Fill {
    Fill {
        paint: rgb::Color::new(red, green, blue).into(),
        opacity: NormalizedF32::ONE,
        rule: FillRule::NonZero,
    }
}

fn stroke(dashed: bool) -> Stroke {
    Stroke {
        paint: rgb::Color::black().into(),
        width: THIN,
        dash: dashed.then(|| StrokeDash {
            array: vec![4.0, 3.0],
            offset: 0.0,
        }),
        ..Stroke::default()
    }
}

fn rectangle(x: f32, y: f32, width: f32, height: f32) -> Option<Path> {
    let mut builder = PathBuilder::new();
    builder.push_rect(Rect::from_xywh(x, y, width, height)?);
    builder.finish()
}
