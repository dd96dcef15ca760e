//! Steps that can be taken back, and taken again.

use std::sync::Arc;

use crate::service::diff::Change;

use super::books::Books;
use super::scene::Scene;

/// What a step did, for its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Label {
    /// Moves by hand.
    Moves(Vec<Change>),
    /// Locks alone.
    Locks,
    /// A new roster.
    Generate,
    /// The fewest changes.
    Repair,
    /// A way out was taken.
    Way,
    /// A cell of that file was corrected.
    Correct(String),
    /// It was said what that file, or a sheet of it, is.
    Meaning(String),
    /// A schedule was laid out.
    Schedule,
    /// A setting was decided.
    Setting,
    /// Rules were decided.
    Policy,
    /// An exception was granted or taken back.
    Waiver,
    /// A tie was entered, or a hint was looked into.
    Interest,
    /// A file came into the folder.
    File(String),
}

/// How many steps can be taken back.
const MOST_STEPS: usize = 100;
/// How many readings of the files are kept for that: each takes megabytes.
const MOST_READINGS: usize = 16;

/// The scenes before and after the present one, each with the name of the step between.
#[derive(Debug, Clone, Default)]
pub struct History {
    past: Vec<Arc<(Label, Scene)>>,
    future: Vec<Arc<(Label, Scene)>>,
}

impl History {
    /// A step was taken from that scene.
    pub fn push(&mut self, label: Label, before: Scene) {
        self.future.clear();
        self.past.push(Arc::new((label, before)));
        let excess = self.past.len().saturating_sub(MOST_STEPS);
        self.past.drain(..excess);
        let mut readings: Vec<*const Books> = Vec::new();
        let mut keep = self.past.len();
        for step in self.past.iter().rev() {
            let reading = Arc::as_ptr(&step.1.books);
            if readings.last() != Some(&reading) {
                readings.push(reading);
            }
            if readings.len() > MOST_READINGS {
                break;
            }
            keep -= 1;
        }
        self.past.drain(..keep);
    }

    /// Takes the last step back: its name and the scene before it.
    pub fn undo(&mut self, now: Scene) -> Option<(Label, Scene)> {
        let step = self.past.pop()?;
        self.future.push(Arc::new((step.0.clone(), now)));
        Some((step.0.clone(), step.1.clone()))
    }

    /// Takes the step again: its name and the scene after it.
    pub fn redo(&mut self, now: Scene) -> Option<(Label, Scene)> {
        let step = self.future.pop()?;
        self.past.push(Arc::new((step.0.clone(), now)));
        Some((step.0.clone(), step.1.clone()))
    }

    /// The scene before the last repair, or way out taken, that still stands.
    pub fn before_repair(&self) -> Option<&Scene> {
        let mut steps = self.past.iter().rev();
        let step = steps.find(|step| matches!(step.0, Label::Repair | Label::Way))?;
        Some(&step.1)
    }

    /// The step that undo takes back.
    pub fn last(&self) -> Option<&Label> {
        self.past.last().map(|step| &step.0)
    }

    /// The step that redo takes again.
    pub fn next(&self) -> Option<&Label> {
        self.future.last().map(|step| &step.0)
    }
}
