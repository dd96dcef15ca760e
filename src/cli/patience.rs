//! How long a roster may take: the caller's limit, or patience. Where both are far away, nothing depends on the clock.

use std::time::{Duration, Instant};

/// Without a limit, a level still open after this is reported as it stands.
const PATIENCE: Duration = Duration::from_secs(10);
/// The most that is kept back of a limit for what comes after the solver: explanations, writing, reading back.
const EXPLAINING: Duration = Duration::from_millis(300);

/// The time a roster may take, from now on.
pub struct Patience {
    started: Instant,
    /// When the solver must end.
    solving: Duration,
    /// When explanations must end.
    explaining: Duration,
}

impl Patience {
    /// Starts the clock.
    pub fn start(limit: Option<Duration>) -> Self {
        let (solving, explaining) = match limit {
            Some(limit) => (limit.saturating_sub(EXPLAINING.min(limit / 3)), limit),
            None => (PATIENCE, PATIENCE + EXPLAINING),
        };
        Self {
            started: Instant::now(),
            solving,
            explaining,
        }
    }

    /// Must the solver stop with the best it has?
    pub fn is_over(&self) -> bool {
        self.started.elapsed() >= self.solving
    }

    /// Seconds that the solver may still take.
    pub fn left(&self) -> f64 {
        self.solving
            .saturating_sub(self.started.elapsed())
            .as_secs_f64()
    }

    /// Must explanations end with what they know?
    pub fn is_said(&self) -> bool {
        self.started.elapsed() >= self.explaining
    }
}
