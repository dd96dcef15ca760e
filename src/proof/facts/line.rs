//! A line of the facts: a word, and pairs of a key and a value; without a pair it is not written.

use std::fmt::{Display, Write};

use crate::domain::{Role, RoleMap, Span};

/// A line in the making.
pub struct Line<'a> {
    text: &'a mut String,
    pairs: String,
    has_pairs: bool,
}

impl<'a> Line<'a> {
    /// Begun with its word, at the end of the text.
    pub fn begin(text: &'a mut String, word: &str) -> Self {
        Self {
            text,
            pairs: word.to_owned(),
            has_pairs: false,
        }
    }

    pub fn pair(mut self, key: &str, value: impl Display) -> Self {
        // Writing to a string does not fail.
        let _ = write!(self.pairs, " {key}={value}");
        self.has_pairs = true;
        self
    }

    pub fn unless(self, key: &str, value: impl Display, is_default: bool) -> Self {
        self.maybe(key, (!is_default).then_some(value))
    }

    pub fn maybe(self, key: &str, value: Option<impl Display>) -> Self {
        match value {
            Some(value) => self.pair(key, value),
            None => self,
        }
    }

    /// A text that may be empty, and is left out then.
    pub fn text(self, key: &str, text: &str) -> Self {
        if text.is_empty() {
            self
        } else {
            self.named(key, text)
        }
    }

    /// A text that stands even where it is empty.
    pub fn named(self, key: &str, text: &str) -> Self {
        self.pair(key, serde_json::Value::from(text))
    }

    pub fn list<T: Display>(self, key: &str, values: impl Iterator<Item = T>) -> Self {
        let text = listed(values);
        self.unless(key, &text, text.is_empty())
    }

    pub fn roles(self, key: &str, amounts: &RoleMap<u32>) -> Self {
        let some = Role::ALL.into_iter().filter(|&role| amounts[role] > 0);
        self.list(
            key,
            some.map(|role| format!("{}:{}", role.name(), amounts[role])),
        )
    }

    pub fn span(self, span: &Span) -> Self {
        let Span { lessons, clock } = span;
        let clock = clock
            .iter()
            .map(|it| format!("{}-{}", it.start.0, it.end.0));
        self.list("lessons", lessons.iter()).list("clock", clock)
    }

    pub fn end(self) {
        if self.has_pairs {
            self.text.push_str(&self.pairs);
            self.text.push('\n');
        }
    }
}

/// With commas between.
pub fn listed<T: Display>(values: impl IntoIterator<Item = T>) -> String {
    let values: Vec<String> = values.into_iter().map(|it| it.to_string()).collect();
    values.join(",")
}
