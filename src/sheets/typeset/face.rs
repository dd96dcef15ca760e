//! The embedded font: glyphs of characters and their widths.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{FontRef, MetadataProvider};

/// Liberation Serif, SIL Open Font License 1.1.
const REGULAR: &[u8] = include_bytes!("../../../data/fonts/LiberationSerif-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../../../data/fonts/LiberationSerif-Bold.ttf");

/// Shown for a character that the font lacks: a box.
const REPLACEMENT: char = '\u{25a1}';

/// Upright or bold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Style {
    /// Upright.
    Regular,
    /// Bold.
    Bold,
}

/// A character as the font shows it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Letter {
    /// Glyph in the font.
    pub glyph: u32,
    /// Width in ems.
    pub advance: f32,
}

/// One style of the font.
pub struct Face {
    /// The font file.
    pub bytes: &'static [u8],
    letters: BTreeMap<char, Letter>,
    replacement: Letter,
}

impl Face {
    fn load(bytes: &'static [u8]) -> Self {
        let font = FontRef::new(bytes).expect("the embedded font is sound");
        let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
        let em = f32::from(
            font.metrics(Size::unscaled(), LocationRef::default())
                .units_per_em,
        );
        let letters: BTreeMap<char, Letter> = font
            .charmap()
            .mappings()
            .filter_map(|(code, glyph)| Some((char::from_u32(code)?, letter(&metrics, glyph, em))))
            .collect();
        let missing = Letter {
            glyph: 0,
            advance: 0.5,
        };
        let replacement = letters.get(&REPLACEMENT).copied().unwrap_or(missing);
        Self {
            bytes,
            letters,
            replacement,
        }
    }

    /// The character's glyph, or a box.
    pub fn letter(&self, c: char) -> Letter {
        self.letters.get(&c).copied().unwrap_or(self.replacement)
    }

    /// Width of a text on one line, in the unit of `size`.
    pub fn width(&self, text: &str, size: f32) -> f32 {
        text.chars().map(|c| self.letter(c).advance).sum::<f32>() * size
    }
}

fn letter(metrics: &GlyphMetrics<'_>, glyph: skrifa::GlyphId, em: f32) -> Letter {
    Letter {
        glyph: glyph.to_u32(),
        advance: metrics.advance_width(glyph).unwrap_or(0.0) / em,
    }
}

/// Both styles.
pub struct Faces {
    regular: Face,
    bold: Face,
}

/// The fonts are constants of the program; reading their tables is not repeated for every sheet.
static FACES: LazyLock<Faces> = LazyLock::new(|| Faces {
    regular: Face::load(REGULAR),
    bold: Face::load(BOLD),
});

impl Faces {
    /// The embedded fonts.
    pub fn load() -> &'static Self {
        &FACES
    }

    /// The face of that style.
    pub fn face(&self, style: Style) -> &Face {
        match style {
            Style::Regular => &self.regular,
            Style::Bold => &self.bold,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_those_of_times() {
        let faces = Faces::load();
        let regular = faces.face(Style::Regular);
        // Times New Roman: digits are half an em wide, the space a quarter.
        assert!((regular.width("2026", 10.0) - 20.0).abs() < 0.01);
        assert!((regular.width(" ", 12.0) - 3.0).abs() < 0.01);
        assert!(faces.face(Style::Bold).width("Приказ", 12.0) > regular.width("Приказ", 12.0));
    }

    #[test]
    fn a_missing_character_is_a_box() {
        let faces = Faces::load();
        let face = faces.face(Style::Regular);
        assert_eq!(face.letter('🦀'), face.letter('\u{25a1}'));
        assert_ne!(face.letter('🦀').glyph, 0);
    }
}
