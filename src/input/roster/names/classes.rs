//! The classes of a cell: `5А`, `5 «а» класс`, `5А, 5Б`, `5А,Б`, `5АБВ`, `5А–5В`, `5-е классы`.

use crate::domain::ClassId;
use crate::input::names::{is_class_word, several_classes, word_key};

use super::Names;

/// Classes that one piece of a cell names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClassRead {
    /// The piece, as typed.
    pub text: String,
    /// The classes of that name: one, or one of each school; all of a grade, where the piece names the grade; none where
    /// nobody knows the name.
    pub classes: Vec<ClassId>,
    /// The piece names a whole grade.
    pub is_grade: bool,
}

impl Names<'_> {
    /// The classes of the cell, piece by piece.
    pub fn classes_in(&self, text: &str, of_school: &str) -> Vec<ClassRead> {
        let named = |text: &str| self.classes_named(text, of_school);
        let read = |text: &str, classes| ClassRead {
            text: text.to_owned(),
            classes,
            is_grade: false,
        };
        let whole = named(text);
        if !whole.is_empty() {
            return vec![read(text, whole)];
        }
        let mut pieces = Vec::new();
        let mut grade = String::new();
        for piece in cut(text, &|piece| !named(piece).is_empty()) {
            let bare = without_words(piece);
            let digits: String = bare.chars().take_while(char::is_ascii_digit).collect();
            if !digits.is_empty() {
                grade.clone_from(&digits);
            }
            let full = if digits.is_empty() {
                format!("{grade}{bare}")
            } else {
                bare.clone()
            };
            let classes = named(&full);
            if !classes.is_empty() {
                pieces.push(read(piece, classes));
            } else if let Some(range) = several_classes(&full, &grade, &named) {
                pieces.extend(range.into_iter().map(|classes| read(piece, classes)));
            } else {
                let classes = self.grade(&bare, &digits);
                pieces.push(ClassRead {
                    text: piece.to_owned(),
                    is_grade: !classes.is_empty(),
                    classes,
                });
            }
        }
        pieces
    }

    /// `5`, `5-е`, `5 параллель`: all classes of the grade.
    fn grade(&self, text: &str, digits: &str) -> Vec<ClassId> {
        let Ok(grade) = digits.parse::<u32>() else {
            return Vec::new();
        };
        let rest = word_key(&text[digits.len()..]);
        let is_grade = [
            "",
            "е",
            "х",
            "ые",
            "ых",
            "параллель",
            "параллели",
            "й",
            "th",
        ];
        if !is_grade.iter().any(|word| word_key(word) == rest) {
            return Vec::new();
        }
        let classes = self.school.classes.iter().enumerate();
        classes
            .filter(|(_, class)| class.grade == grade)
            .map(|(index, _)| ClassId::new(index))
            .collect()
    }
}

/// The pieces between commas, slashes, line breaks, «и»; a known name is not cut.
fn cut<'t>(text: &'t str, is_known: &impl Fn(&str) -> bool) -> Vec<&'t str> {
    let mut pieces = vec![text];
    for separators in [
        &[";", "\n", "\r", "|"][..],
        &[",", " и ", " and ", "&", "+"],
        &["/"],
    ] {
        for separator in separators {
            pieces = pieces
                .into_iter()
                .flat_map(|piece| {
                    if is_known(piece) {
                        vec![piece]
                    } else {
                        piece.split(separator).collect()
                    }
                })
                .collect();
        }
    }
    pieces
        .into_iter()
        .map(str::trim)
        .filter(|piece| !piece.is_empty())
        .collect()
}

/// Less the words that say that it is a class.
fn without_words(text: &str) -> String {
    let is_name = |word: &&str| {
        let bare = word.trim_matches(['(', ')', ',']).to_lowercase();
        !is_class_word(word) && !matches!(bare.as_str(), "все" | "all")
    };
    text.split_whitespace()
        .filter(is_name)
        .collect::<Vec<_>>()
        .join(" ")
}
