//! The one roster that is being made, if any: how far it is, and whether somebody wants the best so far.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::service::Stage;

/// Told where the search stands each time it asks; says whether somebody wants the best so far. For doors
/// that hear nothing while a call is being carried out.
pub type Pulse = dyn Fn(Option<Stage>) -> bool + Send + Sync;

/// How far a roster is that is being made.
#[derive(Default)]
pub struct JobState {
    pulse: Option<Box<Pulse>>,
    running: AtomicBool,
    stop: AtomicBool,
    stage: Mutex<Option<Stage>>,
}

/// A roster is being made as long as this lives.
pub struct Running<'a>(&'a JobState);

impl JobState {
    /// Of a door that is asked at each stage of the search.
    pub fn with(pulse: Box<Pulse>) -> Self {
        Self {
            pulse: Some(pulse),
            ..Self::default()
        }
    }

    /// A roster is being made from now on.
    pub fn start(&self) -> Running<'_> {
        self.stop.store(false, Ordering::SeqCst);
        self.set(None);
        self.running.store(true, Ordering::SeqCst);
        Running(self)
    }

    /// Is a roster being made?
    pub fn is_running(&self) -> bool {
        self.running.load(Ordering::SeqCst)
    }

    /// Somebody wants the best so far.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::SeqCst);
    }

    /// Must the search stop?
    pub fn is_to_stop(&self) -> bool {
        if self.pulse.as_ref().is_some_and(|pulse| pulse(self.stage())) {
            self.stop();
        }
        self.stop.load(Ordering::SeqCst)
    }

    /// The search stands there.
    pub fn note(&self, stage: Stage) {
        self.set(Some(stage));
    }

    /// Where the search stands, once it has said so.
    pub fn stage(&self) -> Option<Stage> {
        self.stage.lock().ok().and_then(|stage| *stage)
    }

    fn set(&self, stage: Option<Stage>) {
        if let Ok(mut place) = self.stage.lock() {
            *place = stage;
        }
    }
}

impl Drop for Running<'_> {
    fn drop(&mut self) {
        self.0.running.store(false, Ordering::SeqCst);
    }
}
