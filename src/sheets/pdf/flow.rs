//! Pieces flow onto pages: what belongs together stays together, headers of tables stand again.

use crate::domain::Lang;
use crate::sheets::model::{Block, Orientation, Section, Sheet};
use crate::sheets::typeset::Faces;

use super::blocks;
use super::piece::{Mark, Piece};
use super::table::Room;

/// Points of a millimetre.
const MM: f32 = 72.0 / 25.4;

/// A page to be painted.
pub struct Page {
    /// How it lies.
    pub orientation: Orientation,
    /// What is drawn, relative to the page's corner.
    pub marks: Vec<Mark>,
}

/// Width and height of a page.
pub fn paper(orientation: Orientation) -> (f32, f32) {
    match orientation {
        Orientation::Portrait => (210.0 * MM, 297.0 * MM),
        Orientation::Landscape => (297.0 * MM, 210.0 * MM),
    }
}

/// Distance of the text from the left and from the top.
pub fn corner(orientation: Orientation) -> (f32, f32) {
    match orientation {
        Orientation::Portrait => (30.0 * MM, 20.0 * MM),
        Orientation::Landscape => (20.0 * MM, 20.0 * MM),
    }
}

/// The room between the margins.
pub fn room(orientation: Orientation) -> Room {
    let (width, height) = paper(orientation);
    let (left, top) = corner(orientation);
    Room {
        width: width - left - 10.0 * MM,
        height: height - 2.0 * top,
    }
}

/// The pages of a sheet; one, empty, for a sheet without blocks.
pub fn pages(sheet: &Sheet, lang: Lang, faces: &Faces) -> Vec<Page> {
    let mut pages = Vec::new();
    for section in &sheet.sections {
        let room = room(section.orientation);
        let mut flow = Flow {
            orientation: section.orientation,
            height: room.height,
            filled: 0.0,
            pages: &mut pages,
            is_fresh: true,
        };
        flow.place(section_pieces(section, faces, lang, room));
    }
    if pages.is_empty() {
        pages.push(Page {
            orientation: Orientation::Portrait,
            marks: Vec::new(),
        });
    }
    pages
}

fn section_pieces(section: &Section, faces: &Faces, lang: Lang, room: Room) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut is_text = false;
    for block in &section.blocks {
        let is_led_to = match block {
            // A signature alone on its page would sign nothing.
            Block::Signature { .. } => true,
            // What leads up to a table stands above it.
            Block::Table(_) => is_text,
            _ => false,
        };
        if let (true, Some(above)) = (is_led_to, pieces.last_mut()) {
            above.with_next = true;
        }
        is_text = matches!(block, Block::Text { .. });
        pieces.extend(blocks::pieces(block, faces, lang, room));
    }
    pieces
}

/// A section while its pages are filled.
struct Flow<'a> {
    orientation: Orientation,
    height: f32,
    /// Height used on the page.
    filled: f32,
    pages: &'a mut Vec<Page>,
    /// The next piece starts a page.
    is_fresh: bool,
}

impl Flow<'_> {
    fn place(&mut self, pieces: Vec<Piece>) {
        let mut group: Vec<Piece> = Vec::new();
        for piece in pieces {
            let is_last = !piece.with_next;
            group.push(piece);
            if is_last {
                self.place_group(std::mem::take(&mut group));
            }
        }
        self.place_group(group);
    }

    /// Pieces that belong together: on the next page where this one has no room for all.
    fn place_group(&mut self, group: Vec<Piece>) {
        let height: f32 = group.iter().map(|piece| piece.before + piece.height).sum();
        if self.filled + height > self.height {
            self.is_fresh = true;
        }
        for piece in group {
            if self.filled + piece.before + piece.height > self.height {
                self.is_fresh = true;
            }
            if self.is_fresh {
                self.start_page();
                if let Some(header) = &piece.header {
                    self.draw(Piece::clone(header));
                }
            }
            self.draw(piece);
        }
    }

    fn start_page(&mut self) {
        self.pages.push(Page {
            orientation: self.orientation,
            marks: Vec::new(),
        });
        self.filled = 0.0;
        self.is_fresh = false;
    }

    fn draw(&mut self, piece: Piece) {
        let Some(page) = self.pages.last_mut() else {
            return;
        };
        if self.filled > 0.0 {
            self.filled += piece.before;
        }
        let (left, top) = corner(self.orientation);
        let down = top + self.filled;
        page.marks
            .extend(piece.marks.into_iter().map(|mark| mark.moved(left, down)));
        self.filled += piece.height;
    }
}
