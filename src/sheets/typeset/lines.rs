//! Where a text breaks: at spaces, after hyphens and slashes, and inside a word only where it is wider than the line.

use super::Face;

/// A line as it is set.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Its text, without the space at its end.
    pub text: String,
    /// Its width in the unit of the size.
    pub width: f32,
    /// Is it the last before a line break or the end?
    pub is_last: bool,
}

/// What may be parted from its neighbours: a word, or a word's piece up to a hyphen, with the spaces after it.
struct Chunk<'t> {
    word: &'t str,
    spaces: &'t str,
}

/// Breaks a text into lines no wider than `width`; the first is narrower by `indent`. Never empty: an empty text is one
/// empty line.
pub fn break_lines(face: &Face, size: f32, text: &str, width: f32, indent: f32) -> Vec<Line> {
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let mut setter = Setter {
            face,
            size,
            room: width - indent,
            width,
            line: String::new(),
            filled: 0.0,
            lines: &mut lines,
        };
        for chunk in chunks(paragraph) {
            setter.add(&chunk);
        }
        setter.end_line(true);
    }
    lines
}

struct Setter<'a> {
    face: &'a Face,
    size: f32,
    /// Width of the line being filled.
    room: f32,
    /// Width of the lines after it.
    width: f32,
    line: String,
    filled: f32,
    lines: &'a mut Vec<Line>,
}

impl Setter<'_> {
    fn add(&mut self, chunk: &Chunk<'_>) {
        let wide = self.face.width(chunk.word, self.size);
        if self.filled + wide > self.room && !self.line.is_empty() {
            self.end_line(false);
        }
        if wide > self.room {
            self.add_letters(chunk.word);
        } else {
            self.line.push_str(chunk.word);
            self.filled += wide;
        }
        self.line.push_str(chunk.spaces);
        self.filled += self.face.width(chunk.spaces, self.size);
    }

    /// Adds a word that no line holds, broken wherever a line is full; a mark stays with its letter.
    fn add_letters(&mut self, word: &str) {
        for c in word.chars() {
            let wide = self.face.letter(c).advance * self.size;
            if wide > 0.0 && self.filled + wide > self.room && !self.line.is_empty() {
                self.end_line(false);
            }
            self.line.push(c);
            self.filled += wide;
        }
    }

    fn end_line(&mut self, is_last: bool) {
        let text = self.line.trim_end_matches(' ').to_owned();
        let width = self.face.width(&text, self.size);
        self.lines.push(Line {
            text,
            width,
            is_last,
        });
        self.line.clear();
        self.filled = 0.0;
        self.room = self.width;
    }
}

/// The words of a paragraph, and the pieces of words with hyphens.
pub fn break_opportunities(paragraph: &str) -> impl Iterator<Item = &str> {
    chunks(paragraph).into_iter().map(|chunk| chunk.word)
}

/// The chunks of a paragraph, in order; together they are the paragraph.
fn chunks(paragraph: &str) -> Vec<Chunk<'_>> {
    let mut chunks = Vec::new();
    let mut rest = paragraph;
    while !rest.is_empty() {
        let end = word_end(rest);
        let (word, after) = rest.split_at(end);
        let spaces = after.len() - after.trim_start_matches(' ').len();
        let (spaces, after) = after.split_at(spaces);
        chunks.push(Chunk { word, spaces });
        rest = after;
    }
    chunks
}

/// Where the first word ends, or its piece: up to a hyphen or slash between letters (not in `5-А`), or up to a dash
/// between anything (`10:25–11:10`).
fn word_end(text: &str) -> usize {
    let mut indices = text.char_indices().peekable();
    let mut letters = 0;
    while let Some((at, c)) = indices.next() {
        if c == ' ' {
            return at;
        }
        let next = indices.peek().map(|&(_, next)| next);
        let parts = match c {
            '-' | '/' => letters > 1 && next.is_some_and(char::is_alphabetic),
            '–' | '—' => at > 0 && next.is_some_and(char::is_alphanumeric),
            _ => false,
        };
        if parts {
            return at + c.len_utf8();
        }
        letters += usize::from(c.is_alphabetic());
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::super::{Faces, Style};
    use super::*;

    fn lines(text: &str, width: f32) -> Vec<String> {
        let faces = Faces::load();
        break_lines(faces.face(Style::Regular), 10.0, text, width, 0.0)
            .into_iter()
            .map(|line| line.text)
            .collect()
    }

    #[test]
    fn it_breaks_at_spaces_and_hyphens() {
        assert_eq!(
            lines("Римский-Корсаков Николай", 60.0),
            ["Римский-", "Корсаков", "Николай"]
        );
        assert_eq!(lines("5-А 2026", 200.0), ["5-А 2026"]);
        assert_eq!(lines("10:25–11:10", 40.0), ["10:25–", "11:10"]);
        assert_eq!(lines("", 50.0), [""]);
        assert_eq!(lines("a\n\nb", 50.0), ["a", "", "b"]);
    }

    #[test]
    fn a_word_wider_than_the_line_is_parted_and_nothing_is_lost() {
        let word = "ш".repeat(120);
        let set = lines(&format!("до {word} после"), 70.0);
        assert!(set.len() > 10);
        assert_eq!(set.concat().replace(' ', ""), format!("до{word}после"));
        // Narrower than one letter: a letter a line.
        assert_eq!(lines("шш", 1.0), ["ш", "ш"]);
    }

    #[test]
    fn no_line_is_wider_than_asked() {
        let faces = Faces::load();
        let face = faces.face(Style::Regular);
        let text = "Муниципальное бюджетное общеобразовательное учреждение «Лицей № 31» города";
        for line in break_lines(face, 12.0, text, 110.0, 30.0) {
            assert!(line.width <= 110.0, "{line:?}");
        }
    }
}
