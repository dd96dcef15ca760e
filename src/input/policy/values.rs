//! Values of the policy, and the line of whatever is wrong with one.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue, Error};

use crate::domain::{Cell, SourceId};
use crate::input::complaint::{Complaint, Complaints, Gravity};
use crate::input::names::Nearest;

use super::PolicyProblem;

/// A broken line makes the lines after it look broken too; the first few say enough.
const MOST_SYNTAX_ERRORS: usize = 3;

type Key<'t> = Spanned<DeString<'t>>;
type Value<'t> = Spanned<DeValue<'t>>;

/// Takes values out of the parsed text.
pub struct Values<'a> {
    text: &'a str,
    source: SourceId,
    complaints: &'a mut Complaints,
}

impl<'a> Values<'a> {
    /// Values of the text.
    pub fn new(text: &'a str, source: SourceId, complaints: &'a mut Complaints) -> Self {
        Self {
            text,
            source,
            complaints,
        }
    }

    /// Complains about lines that are no TOML.
    pub fn syntax(&mut self, errors: &[Error]) {
        for error in errors.iter().take(MOST_SYNTAX_ERRORS) {
            let message = error.message().to_owned();
            let line = self
                .line_text(error.span().map_or(0, |span| span.start))
                .to_owned();
            self.complain(
                error.span().unwrap_or_default(),
                &line,
                PolicyProblem::Syntax { message },
            );
        }
    }

    /// Complains about a key that is not among `known`.
    pub fn unknown_key(&mut self, key: &Key<'_>, known: &[&'static str]) {
        let problem = PolicyProblem::UnknownKey {
            known: known.to_vec(),
            nearest: self.nearest(key.get_ref(), known),
        };
        self.complain(key.span(), key.get_ref(), problem);
    }

    /// One of the named values.
    pub fn one_of<T: Copy>(
        &mut self,
        key: &Key<'_>,
        value: &Value<'_>,
        known: &[(&'static str, T)],
    ) -> Option<T> {
        let text = value.get_ref().as_str();
        let found = known.iter().find(|(name, _)| Some(*name) == text);
        if let Some(&(_, found)) = found {
            return Some(found);
        }
        let names: Vec<&'static str> = known.iter().map(|&(name, _)| name).collect();
        let problem = PolicyProblem::UnknownValue {
            key: key.get_ref().to_string(),
            nearest: text.and_then(|text| self.nearest(text, &names)),
            known: names,
        };
        self.complain_about_value(value, problem);
        None
    }

    /// One of the known words, or of those that are lists in one text, written as a list too.
    pub fn one_or_list<T: Copy>(
        &mut self,
        key: &Key<'_>,
        value: &Value<'_>,
        known: &[(&'static str, T)],
    ) -> Option<T> {
        let Some(list) = value.get_ref().as_array() else {
            return self.one_of(key, value, known);
        };
        let words: Option<Vec<&str>> = list.iter().map(|it| it.get_ref().as_str()).collect();
        let text = words.map(|words| words.join(", "));
        let found = known
            .iter()
            .find(|(name, _)| Some(*name) == text.as_deref());
        if let Some(&(_, found)) = found {
            return Some(found);
        }
        let single = list.iter().filter(|it| {
            let text = it.get_ref().as_str();
            !known.iter().any(|(name, _)| Some(*name) == text)
        });
        let wrong = single.last().unwrap_or(value);
        self.one_of(key, wrong, known)
    }

    /// A section: `[rules]`.
    pub fn section<'v, 't>(
        &mut self,
        key: &Key<'_>,
        value: &'v Value<'t>,
    ) -> Option<&'v DeTable<'t>> {
        let table = value.get_ref().as_table();
        if table.is_none() {
            let key = key.get_ref().to_string();
            self.complain_about_value(value, PolicyProblem::NotASection { key });
        }
        table
    }

    /// A whole number up to `max`.
    pub fn count(&mut self, key: &Key<'_>, value: &Value<'_>, max: u32) -> Option<u32> {
        let count = value
            .get_ref()
            .as_integer()
            .and_then(|number| u32::from_str_radix(number.as_str(), number.radix()).ok())
            .filter(|&count| count <= max);
        if count.is_none() {
            let key = key.get_ref().to_string();
            self.complain_about_value(value, PolicyProblem::NotACount { key, max });
        }
        count
    }

    /// `true` or `false`.
    pub fn yes_no(&mut self, key: &Key<'_>, value: &Value<'_>) -> Option<bool> {
        let answer = value.get_ref().as_bool();
        if answer.is_none() {
            let key = key.get_ref().to_string();
            self.complain_about_value(value, PolicyProblem::NotTrueOrFalse { key });
        }
        answer
    }

    /// A text in quotes.
    pub fn text(&mut self, key: &Key<'_>, value: &Value<'_>) -> Option<String> {
        let text = value.get_ref().as_str().map(|text| text.trim().to_owned());
        if text.is_none() {
            let key = key.get_ref().to_string();
            self.complain_about_value(value, PolicyProblem::NotAText { key });
        }
        text
    }

    /// Complains about a value.
    pub fn wrong(&mut self, value: &Value<'_>, problem: PolicyProblem) {
        self.complain_about_value(value, problem);
    }

    fn nearest(&mut self, text: &str, known: &[&'static str]) -> Option<&'static str> {
        let mut nearest = Nearest::default();
        for name in known {
            nearest.add((*name).to_owned(), name);
        }
        let found = nearest.to(text, self.complaints.budget())?;
        known.iter().copied().find(|&name| name == found)
    }

    fn complain_about_value(&mut self, value: &Value<'_>, problem: PolicyProblem) {
        let text = match value.get_ref().as_str() {
            Some(text) => text.to_owned(),
            None => self.text.get(value.span()).unwrap_or_default().to_owned(),
        };
        self.complain(value.span(), &text, problem);
    }

    fn complain(&mut self, span: Range<usize>, text: &str, problem: PolicyProblem) {
        let row = 1 + self
            .text
            .get(..span.start)
            .map_or(0, |before| before.matches('\n').count()) as u32;
        self.complaints.push(Complaint {
            gravity: Gravity::Error,
            at: Some(Cell {
                source: self.source,
                row,
                column: None,
            }),
            file: None,
            text: text.to_owned(),
            problem: problem.into(),
        });
    }

    /// The line around a byte of the text.
    fn line_text(&self, at: usize) -> &'a str {
        let mut rest = at;
        self.text
            .split_inclusive('\n')
            .find(|line| {
                let here = rest < line.len();
                rest = rest.saturating_sub(line.len());
                here
            })
            .unwrap_or_default()
            .trim()
    }
}
