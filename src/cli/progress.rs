//! A progress line for long work, where a person watches.

use std::sync::Mutex;
use std::time::{Duration, Instant};

use crate::lang::commands::generate as words;

use crate::service::Stage;

use super::screen::{Screen, rewrite};

/// Shorter work is over before a line could be read.
const PATIENCE: Duration = Duration::from_millis(500);
/// Time between two lines.
const PACE: Duration = Duration::from_millis(100);

/// The line on standard error, rewritten in place; gone when dropped.
pub struct Progress {
    screen: Screen,
    started: Instant,
    /// When the line was last shown.
    shown: Mutex<Option<Instant>>,
}

impl Progress {
    /// Starts the clock.
    pub fn start(screen: Screen) -> Self {
        Self {
            screen,
            started: Instant::now(),
            shown: Mutex::new(None),
        }
    }

    /// Shows where the work stands.
    pub fn show(&self, stage: Stage) {
        self.say(&words::progress(
            stage.level,
            (stage.value, stage.bound),
            self.screen.lang,
        ));
    }

    /// Shows how many of so many are done.
    pub fn count(&self, done: usize, all: usize) {
        self.say(&words::counted(done, all, self.screen.lang));
    }

    fn say(&self, line: &str) {
        if !self.screen.is_watched() || self.started.elapsed() < PATIENCE {
            return;
        }
        let Ok(mut shown) = self.shown.lock() else {
            return;
        };
        if shown.is_some_and(|last| last.elapsed() < PACE) {
            return;
        }
        *shown = Some(Instant::now());
        let seconds = self.started.elapsed().as_secs();
        rewrite(&format!("{line} ({seconds} s)"));
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.shown.lock().is_ok_and(|shown| shown.is_some()) {
            rewrite("");
        }
    }
}
