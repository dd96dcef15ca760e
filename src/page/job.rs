//! The one roster that is being made, if any: how far it is, and whether somebody wants the best so far.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// How far a roster is that is being made.
#[derive(Debug, Default)]
pub struct JobState {
    running: AtomicBool,
    stop: AtomicBool,
    proven: AtomicUsize,
    levels: AtomicUsize,
}

/// A roster is being made as long as this lives.
pub struct Running<'a>(&'a JobState);

impl JobState {
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
