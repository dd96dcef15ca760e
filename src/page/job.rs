//! The one roster that is being made, if any: how far it is, and whether somebody wants the best so far.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// Told levels proven and levels in all each time the search asks; says whether somebody wants the best so far. For doors
/// that hear nothing while a call is being carried out.
pub type Pulse = dyn Fn(usize, usize) -> bool + Send + Sync;

/// How far a roster is that is being made.
#[derive(Default)]
pub struct JobState {
    pulse: Option<Box<Pulse>>,
    running: AtomicBool,
    stop: AtomicBool,
    proven: AtomicUsize,
    levels: AtomicUsize,
}

/// A roster is being made as long as this lives.
pub struct Running<'a>(&'a JobState);

impl JobState {
    /// Of a door that is asked at each step of the search.
    pub fn with(pulse: Box<Pulse>) -> Self {
        Self {
            pulse: Some(pulse),
            ..Self::default()
        }
    }

    /// A roster is being made from now on.
    pub fn start(&self) -> Running<'_> {
        self.stop.store(false, Ordering::SeqCst);
        self.note(0, 0);
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
        if let Some(pulse) = &self.pulse {
            let (proven, levels) = self.so_far();
            if pulse(proven, levels) {
                self.stop();
            }
        }
        self.stop.load(Ordering::SeqCst)
    }

    /// Levels proven, and levels in all.
    pub fn note(&self, proven: usize, levels: usize) {
        self.proven.store(proven, Ordering::SeqCst);
        self.levels.store(levels, Ordering::SeqCst);
    }

    /// Levels proven, and levels in all.
    pub fn so_far(&self) -> (usize, usize) {
        let proven = self.proven.load(Ordering::SeqCst);
        (proven, self.levels.load(Ordering::SeqCst))
    }
}

impl Drop for Running<'_> {
    fn drop(&mut self) {
        self.0.running.store(false, Ordering::SeqCst);
    }
}
